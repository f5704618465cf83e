"""Neutral document → plan draft: which column is which, merged cells, offices, deadlines, numbering.

Pure. Nothing is lost: every character lands in a task, a heading, the header or the leftover list.
"""
