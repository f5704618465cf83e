"""The parts of `make bench`: running processes, making data, the cases, the table."""
