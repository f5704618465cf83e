"""A plan's standing → Word: a module of `kinds` finds the words, a template prints them, `report` proves what came out.

`report.render` is the door, `registry` the list of kinds. Templates come in as bytes and pictures through a function;
nothing here touches a disk or the clock.
"""
