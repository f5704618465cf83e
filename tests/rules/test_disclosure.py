"""What a public edition may show of what changed."""

from datetime import date

from gongkai_cli.model.changes import Changes, Shown, State, TaskChange
from gongkai_cli.model.record import Evidence, SecrecyReview
from gongkai_cli.rules.disclosure import public_changes

DAY = date(2021, 9, 20)
REVIEW = SecrecyReview(day=DAY, reviewer="演示")
OPEN = Shown("甲处", Evidence(kind="报道", title="发布", disclosure="主动公开", secrecy_review=REVIEW))
HIDDEN = [
    Shown("甲处", Evidence(kind="报道", title="未定")),
    Shown("甲处", Evidence(kind="报道", title="未审", disclosure="主动公开")),
    Shown("甲处", Evidence(kind="文件", title="内部", disclosure="不予公开", secrecy_review=REVIEW)),
]


def test_only_reviewed_evidence_marked_open_is_told() -> None:
    change = TaskChange(before=None, after=None, evidence=(HIDDEN[0], OPEN, *HIDDEN[1:]))
    found = Changes(before=State(as_of=DAY), after=State(as_of=DAY), tasks=(change,))
    assert [one.evidence for one in public_changes(found).tasks] == [(OPEN,)]
