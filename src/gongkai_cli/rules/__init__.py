"""The trade's rules, pure: deadlines, working days, progress, lights, filing.

`checks` holds what can be wrong with a workspace, one file a check.
"""
