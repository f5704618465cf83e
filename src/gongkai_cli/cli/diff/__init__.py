"""`gongkai diff`: what changed between two days."""
