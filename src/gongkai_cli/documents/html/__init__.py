"""Web pages → blocks: what a browser would show of the main text, in reading order."""
