"""The words of the trade as data: column headings, deadline phrases, office verbs, messages; and their loader.

A new phrase, heading or message is a line in a YAML file here plus a case in the tests, not code.
"""
