"""What the public may see of the evidence: marked 主动公开, and reviewed for secrets (保密审查)."""

from msgspec import UNSET
from msgspec.structs import replace

from gongkai_cli.model.changes import Changes, TaskChange
from gongkai_cli.model.record import Evidence
from gongkai_cli.model.status import PlanSummary, Said, TaskStatus


def is_public(evidence: Evidence) -> bool:
    """Whether a public edition may show it; what nobody has decided on it may not."""
    return evidence.disclosure == "主动公开" and evidence.secrecy_review is not UNSET


def public_share(summary: PlanSummary) -> tuple[PlanSummary, int]:
    """Leave out the evidence the public may not see; say how many pieces those are."""
    shown = replace(summary, tasks=tuple(map(_public, summary.tasks)))
    return shown, _pieces(summary) - _pieces(shown)


def public_changes(changes: Changes) -> Changes:
    """Leave out of what changed the evidence the public may not see."""
    return replace(changes, tasks=tuple(map(_public_change, changes.tasks)))


def _public_change(change: TaskChange) -> TaskChange:
    return replace(change, evidence=tuple(shown for shown in change.evidence if is_public(shown.evidence)))


def _public(status: TaskStatus) -> TaskStatus:
    return replace(status, said=tuple(map(_public_said, status.said)))


def _public_said(said: Said) -> Said:
    evidence = tuple(filter(is_public, said.record.evidence))
    return replace(said, record=replace(said.record, evidence=evidence))


def _pieces(summary: PlanSummary) -> int:
    return sum(len(said.record.evidence) for status in summary.tasks for said in status.said)
