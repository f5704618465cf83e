"""The arithmetic of the annual report: what a year's requests add up to, the identities its tables must keep."""
