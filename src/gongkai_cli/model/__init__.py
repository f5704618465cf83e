"""What a workspace says, as frozen values: plans, deadlines, records, supervision, settings, problems, status.

Knows no file, no clock and no YAML. `convert` is the one door from plain data to these types.
"""
