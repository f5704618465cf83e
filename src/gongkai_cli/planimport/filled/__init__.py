"""Sheets that offices have filled in → what each row says, as a ledger says it; what cannot be, row by row."""
