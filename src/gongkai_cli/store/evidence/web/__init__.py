"""The web, asked carefully: only public addresses, one request at a time per site, little of each page."""
