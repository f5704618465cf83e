"""`gongkai import`: documents on their way into the workspace."""
