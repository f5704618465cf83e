"""The command line: `app` lists the commands, `session` knows workspace, today, console and exit codes."""
