"""Making a workspace: what `gongkai.yaml` is to say, the files that go with it, the repository around them."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from gongkai_cli import __version__
from gongkai_cli.cli.init.naming import Named, Wish, named
from gongkai_cli.cli.session import Session, refuse_foreign_names
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Config
from gongkai_cli.store import paths
from gongkai_cli.store.git.clone import Clone, Setting
from gongkai_cli.store.made import lay
from gongkai_cli.store.skeleton import patterns, schemas
from gongkai_cli.views.founding import Founded, Note, Row, founding_page, setting
from gongkai_cli.views.skeleton import Facts, filled


def found(session: Session, folder: Path, wish: Wish, *, dry_run: bool) -> None:
    """Make a workspace in a folder, or complete and renew the one that is there; say what became of each file."""
    refuse_foreign_names()
    root = (session.start / folder).resolve()
    _refuse_unfit(root)
    clone = Clone(root, dry_run) if shutil.which("git") else None
    if clone:
        clone.refuse_unfinished()
    there = (root / paths.CONFIG).is_file()
    settled = Named(Session(root).workspace(()).config) if there else named(session, root, wish)
    laid = lay(root, dict(_files(settled)), dry_run=dry_run)
    founded = Founded(
        files=tuple(Row(one.outcome, one.file) for one in laid),
        settings=rows_of(_set_up(clone, settled.config, new=not there)) if clone else (),
        notes=(*command_notes(), *_notes(settled.config, git=bool(clone), idle=there and wish != Wish())),
        ending="试看" if dry_run else "再次" if there else "新建",
    )
    session.show(founding_page(founded, session.width))


def command_notes() -> tuple[Note, ...]:
    """Tell that git, which is to call this program, would not find it."""
    return () if shutil.which("gongkai") else (Note("no-gongkai"),)


def rows_of(settings: Iterable[Setting]) -> tuple[Row, ...]:
    """Give what was set up as views take it."""
    return tuple(Row(one.outcome, setting(one.code, one.about)) for one in settings)


def _set_up(clone: Clone, config: Config, *, new: bool) -> Iterator[Setting]:
    """Set up the coordinator's clone, which commits in the name of the one officer a new workspace has."""
    yield from clone.set_up()
    officers = [one for office in config.offices for one in office.liaisons if one.name and one.email]
    if new and officers and clone.top:
        yield clone.identified(officers[0])


def _files(settled: Named) -> Iterator[tuple[str, bytes]]:
    facts = Facts(config=settled.config, groups=settled.groups, schemas=schemas(), version=__version__)
    for pattern in patterns():
        data = pattern.data
        yield pattern.file, filled(data.decode(), facts).encode() if pattern.to_fill else data


def _notes(config: Config, *, git: bool, idle: bool) -> Iterator[Note]:
    """Tell what is missing or went unused."""
    listed = [any(one.email for one in office.liaisons) for office in config.offices]
    if not git:
        yield Note("no-git")
    if idle:
        yield Note("options-idle")
    if not config.coordinator:
        yield Note("no-coordinator")
    if not all(listed):
        yield Note("some-emails" if any(listed) else "no-emails")


def _refuse_unfit(root: Path) -> None:
    """Stop at a folder that holds other things, or that lies in a workspace."""
    if root.exists() and not root.is_dir():
        raise Refusal("no-folder", folder=root)
    try:
        outer = paths.find_root(root)
    except Refusal:
        if not (root / ".git").exists() and (others := [one.name for one in paths.entries(root)]):
            raise Refusal("folder-in-use", folder=root, first=others[0], count=len(others)) from None
        return
    if outer != root:
        raise Refusal("inside-workspace", folder=root, root=outer)
