"""What a template is tried on: a made-up plan of which everything is told, and one of which nothing is."""

from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.rules.summary import summarise
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.sample import sample_basis, scanty_annual


def trials() -> tuple[Basis, Basis]:
    """A full basis and a scanty one: what an `if` lets through shows in one, what it leaves out in the other."""
    full = sample_basis()
    return full, _scanty(full)


def _scanty(full: Basis) -> Basis:
    plan = full.summary.plan
    (summary,) = summarise(Workspace(plans=(Sourced("", plan),)), full.as_of, [plan.id]).plans
    return Basis(
        summary=summary,
        as_of=full.as_of,
        config=Config(),
        window=full.window,
        acts=full.acts,
        changes=full.changes,
        earlier=full.earlier,
        annual=scanty_annual(),
    )
