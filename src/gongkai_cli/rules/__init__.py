"""The trade's rules, pure: deadlines, working days, progress, lights, filing; and `checks`, one file a check."""
