"""A plan's standing → Word: `context` finds the words, a template prints them, `document` makes it the same bytes.

`year_end.render` is the door. Templates come in as bytes; nothing here touches a disk or the clock.
"""
