"""Reports as web pages: one file each, without scripts, that reads well aloud, on a telephone and on paper."""
