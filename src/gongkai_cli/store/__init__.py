"""The workspace on disk, and the only writer of it: where files lie, reading them, replacing them whole.

Reading gives values and problems; what stops a write is a Refusal, and then the old file stands as it was.
"""
