"""`gongkai record`: what was done, made a record as strictly as a file is read, and appended."""
