"""Spreadsheets → blocks: each sheet a table, its cells as people see them."""
