"""Which commit a workspace's data is from, for papers that say what they were made of."""

from pathlib import Path

from gongkai_cli.model.origin import Origin
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.repository import Repository
from gongkai_cli.store.paths import CONFIG

_DATA = (CONFIG, "calendar.yaml", "data", "evidence", "templates")
"""What reports are made from; the reports themselves and other files beside them change nothing."""


def origin_of(root: Path) -> Origin:
    """Ask git; without git, or before the first commit, nothing is known."""
    repository = Repository(root)
    try:
        commit = repository.answer("rev-parse", "--verify", "HEAD")
        changed = repository.answer("status", "--porcelain", "--", *_DATA)
    except Refusal:
        return Origin()
    return Origin(commit=commit, clean=changed == "") if commit else Origin()
