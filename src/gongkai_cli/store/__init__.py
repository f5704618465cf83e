"""The workspace on disk and the only writer: paths, reading, appending under a lock, atomic replacement."""
