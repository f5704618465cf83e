"""Merging files that were left with marks of a conflict, asking for what only a person can decide."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

from gongkai_cli.cli.check.findings import inside
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import message, words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.merging import Torn, in_conflict, of_which, settle, torn
from gongkai_cli.views.merging import (
    choice_text,
    conflict_text,
    decided_text,
    left_text,
    merged_text,
    unreadable_text,
)
from gongkai_cli.yamltext.decision import Choice, Conflict
from gongkai_cli.yamltext.fault import YamlFault

Choices = list[Choice | None]  # of each conflict, None where it stays open
Outcome = Literal["done", "open", "alone"]


def resolve(session: Session, paths: Sequence[Path], keep: str | None) -> bool:
    """Merge the files, all that are in conflict where none is named; returns whether all are resolved."""
    always = _choice(keep)
    root = session.root
    files = [inside(root, session.start / path) for path in paths] or in_conflict(root)
    if not files:
        session.say(str(words("merging")["没有冲突"]))
    under_way = of_which(root) if files else {}
    if "提醒" in under_way:
        session.note(under_way["提醒"])
    outcomes = [_resolved(session, file, always) for file in files]
    if "open" in outcomes and not session.conversing:
        session.note(str(words("merging")["怎样选"]))
    all_done = outcomes.count("done") == len(files)
    if under_way and all_done:
        session.say(str(words("merging")["做完"]).format(finish=under_way["做完"]))
    return all_done


def _choice(keep: str | None) -> Choice | None:
    known: tuple[Choice, ...] = get_args(Choice)
    chosen = next((choice for choice in known if choice == keep), None)
    if keep and not chosen:
        raise Refusal("bad-keep", value=keep, known="、".join(known))
    return chosen


def _resolved(session: Session, file: str, always: Choice | None) -> Outcome:
    """Merge one file and say what became of it; one that cannot be merged is left as it is."""
    try:
        found = torn(session.root, file)
    except YamlFault as fault:
        return _left_alone(session, file, unreadable_text(fault))
    except Refusal as refusal:
        return _left_alone(session, file, message(refusal.code, refusal.about))
    return _written(session, found, _choices(session, found, always))


def _left_alone(session: Session, file: str, reason: str) -> Outcome:
    said: str = words("merging")["没有合并"]
    session.note(said.format(file=file, reason=reason))
    return "alone"


def _choices(session: Session, found: Torn, always: Choice | None) -> Choices:
    """Decide each conflict in the way given, or as the person at the terminal says."""
    conflicts = found.merged.conflicts
    if always or not session.conversing:
        return [always if always in conflict.choices else None for conflict in conflicts]
    if conflicts:
        session.say(left_text(found.file, len(conflicts)))
    return [_asked(session, conflict) for conflict in conflicts]


def _asked(session: Session, conflict: Conflict) -> Choice | None:
    session.say(conflict_text(conflict))
    said = {choice_text(conflict, choice): choice for choice in conflict.choices}
    answer = session.choose(str(words("merging")["问"]), [*said, str(words("merging")["选项"]["later"])])
    return said.get(answer)


def _written(session: Session, found: Torn, choices: Choices) -> Outcome:
    """Write a file as it was decided, and say what was."""
    left = choices.count(None)
    settle(session.root, found, found.merged.settled(choices), done=not left)
    session.say(merged_text(found.file, found.merged.counted(choices), left))
    for conflict, choice in zip(found.merged.conflicts, choices, strict=True):
        session.say(decided_text(conflict, choice) if choice else conflict_text(conflict))
    if found.unmerged and not left:
        said: str = words("merging")["已标记"]
        session.say(said.format(file=found.file))
    return "open" if left else "done"
