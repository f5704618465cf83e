"""YAML text to plain data that knows its places, and back; opens no file, knows no field.

Every scalar is the text as written. What YAML readers disagree on is refused, with its place.
"""
