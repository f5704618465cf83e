"""The data files of a workspace, each with the kind of entry it holds."""

from collections.abc import Iterator
from pathlib import Path

from gongkai_cli.model.calendar import Calendar
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Ledger, Supervision
from gongkai_cli.model.request import Register
from gongkai_cli.model.workspace import Config
from gongkai_cli.store import paths
from gongkai_cli.store.read import form_of_file


def data_files(root: Path) -> Iterator[tuple[str, type[Entry]]]:
    """List every data file there is."""
    for file, kind in ((paths.CONFIG, Config), (paths.CALENDAR, Calendar)):
        if (root / file).is_file():
            yield file, kind
    yield from ((file, Plan) for file in paths.plan_files(root))
    for plan in paths.ledger_folders(root):
        for file in paths.ledger_files(root, plan):
            yield file, Supervision if paths.stem(file) == paths.SUPERVISION else Ledger
    yield from ((file, form_of_file(file)) for file in paths.annual_files(root))
    yield from ((file, Register) for file in paths.requests_files(root))
