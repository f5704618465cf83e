"""Each kind of report made from the sample data that `template check` tries templates on."""

from functools import cache

from gongkai_cli.store.templates import shipped
from gongkai_cli.views.template.trial import trials
from gongkai_cli.views.word.report import render


@cache
def paper_of(kind: str, which: str) -> bytes:
    """Make a kind of report from the `full` or the `scanty` sample."""
    basis = trials()[("full", "scanty").index(which)]
    return render(kind, basis, shipped(kind), no_pictures).data


def no_pictures(file: str) -> bytes:
    raise FileNotFoundError(file)
