"""`python -m gongkai_cli` is `gongkai`."""

from gongkai_cli.cli.app import main

main()
