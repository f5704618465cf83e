"""What each kind of report says: one module a kind, all with the same four names (`registry.Maker`)."""
