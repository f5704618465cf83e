"""Looking at templates: what can be read off them, then a trial with sample data in a process of its own."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_cli.cli.report.apart import Order, render_apart
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.templates import own_file, own_templates, template_file
from gongkai_cli.views.template.check import faults_of
from gongkai_cli.views.template.faults import Fault
from gongkai_cli.views.template.page import Checked
from gongkai_cli.views.template.trial import trials
from gongkai_cli.views.word.registry import KINDS, kind_named

SECONDS = 20
"""The sample is small: what takes longer on it never ends on a real plan."""


def checked(session: Session, files: Sequence[Path], kind: str | None) -> list[Checked]:
    """Look at the files named, or at all templates of the workspace."""
    if kind:
        kind_named(kind)
    chosen = [(file, kind or _kind_of(file)) for file in files or _own(session.root)]
    return [Checked(str(file), named, tuple(_faults(named, template_file(file)))) for file, named in chosen]


def _own(root: Path) -> list[Path]:
    files = [root / own_file(kind) for kind in own_templates(root) if kind in KINDS]
    if not files:
        raise Refusal("no-own-templates")
    near = root.is_relative_to(Path.cwd()) or Path.cwd() == root
    return [file.relative_to(Path.cwd()) if near else file for file in files]


def _kind_of(file: Path) -> str:
    if not file.exists():
        raise Refusal("template-file-missing", file=file)
    if file.stem not in KINDS:
        raise Refusal("template-of-what", file=file, known="、".join(KINDS))
    return file.stem


def _faults(kind: str, data: bytes) -> Iterator[Fault]:
    try:
        found = faults_of(kind, data)
    except Refusal as refusal:
        found = (_told(refusal),)
    yield from found
    if not any(fault.is_error for fault in found):
        yield from _trial(kind, data)


def _trial(kind: str, data: bytes) -> Iterator[Fault]:
    """What only shows when the template is filled."""
    for basis in trials():
        try:
            render_apart(Order(kind, basis, data, ""), SECONDS)
        except Refusal as refusal:
            yield _told(refusal)
            return


def _told(refusal: Refusal) -> Fault:
    return Fault(None, "", refusal.code, refusal.about)
