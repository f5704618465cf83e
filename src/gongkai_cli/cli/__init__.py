"""The command line: the list of commands, what they share, and one thin file a command.

A command imports what it runs inside its function, so that starting up costs the same however many there are.
"""
