"""`gongkai init`: making a workspace, or setting up an office's clone of one."""
