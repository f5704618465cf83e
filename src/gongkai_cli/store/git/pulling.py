"""Taking over what the server holds: fetched, merged record by record, and only then brought into the working copy."""

from collections.abc import Iterable

from gongkai_cli.lexicon.load import words
from gongkai_cli.store.git.joining import committed, join, stuck
from gongkai_cli.store.git.remote import Remote
from gongkai_cli.store.git.workcopy import WorkCopy


def pull(copy: WorkCopy, remote: Remote, branches: Iterable[str]) -> tuple[str, ...]:
    """Fetch, and merge branches of the server into the present one; returns their tips, those that are there."""
    remote.fetch()
    found = tips(remote, branches)
    target = copy.head
    for name, tip in found.items():
        target = _merged(copy, target, tip, f"{remote.name}/{name}")
    copy.bring(target)
    return tuple(found.values())


def tips(remote: Remote, branches: Iterable[str]) -> dict[str, str]:
    """Tell the tips of branches of the server, as last fetched, by name."""
    known = ((name, remote.branch(name)) for name in branches)
    return {name: tip for name, tip in known if tip}


def _merged(copy: WorkCopy, ours: str, theirs: str, name: str) -> str:
    if copy.follows(ours, theirs):
        return ours
    if copy.follows(theirs, ours):
        return theirs
    joined = join(copy.repository, ours, theirs)
    if joined.problems:
        raise stuck("pull-conflict", joined.problems, name=name)
    message = words("exchange")["说明"]["合并"].format(name=name)
    return committed(copy.repository, joined.files, (ours, theirs), message)
