"""`gongkai sheet`: for offices without git, a sheet to fill in, and reading it back."""
