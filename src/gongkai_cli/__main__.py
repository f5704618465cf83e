"""`python -m gongkai_cli` is `gongkai`."""

from gongkai_cli.cli.main import main

main()
