"""`gongkai evidence …`: evidence added to a record, verified, captured from the web."""
