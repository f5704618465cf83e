"""What the coordinator's acts do to a task: 退回, 延期, 销号."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.record import Act
from gongkai_cli.rules.ledger import Word
from gongkai_cli.rules.roster import Roster


def concerning(acts: Iterable[Act], office: str, roster: Roster) -> tuple[Act, ...]:
    """Return the acts that address an office: by name, through its group, or everybody."""
    return tuple(act for act in acts if not act.office or office in roster.members(act.office))


def binding(acts: Iterable[Act], answering: Sequence[str], roster: Roster) -> tuple[Act, ...]:
    """Return the acts that bear on the task itself: on an office that answers for it; all, where none does."""
    return tuple(
        act for act in acts if not answering or any(concerning((act,), one, roster) for one in answering)
    )


def extended_to(acts: Iterable[Act]) -> date | None:
    """Return the day the last 延期 allows."""
    return next((act.new_due for act in reversed(tuple(acts)) if act.act == "延期" and act.new_due), None)


def is_closed(acts: Iterable[Act]) -> bool:
    """Say whether the coordinator confirmed completion (销号) and did not send the task back since."""
    return next((act.act for act in reversed(tuple(acts)) if act.act in {"销号", "退回"}), "") == "销号"


def returned(acts: Iterable[Act], words: Sequence[Word]) -> Word | None:
    """Return the record that was sent back (退回) and not yet filed again."""
    act = next((act for act in reversed(tuple(acts)) if act.act == "退回"), None)
    if act is None or any(_answers(word, act) for word in words):
        return None
    return words[-1] if words else None


def _answers(word: Word, act: Act) -> bool:
    """Filed after the return; on the same day only a correction is surely the answer to it."""
    return word.record.day > act.day or (word.record.day == act.day and word.record.corrects is not UNSET)
