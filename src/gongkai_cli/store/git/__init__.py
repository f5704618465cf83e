"""The repository a workspace lies in: reading its history, merging commits, moving branches, talking to the server."""
