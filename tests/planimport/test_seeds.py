"""The four real plans in data/sources: what a person reads in them, field by field (cases/planimport/seeds)."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from expected import CASES, differences, expectation

from gongkai_cli.documents.read import read
from gongkai_cli.model.plan import Task
from gongkai_cli.planimport.draft import Draft, plan_from

SOURCES = Path(__file__).parents[2] / "data" / "sources"
SEEDS = sorted((CASES / "seeds").glob("*.yaml"))
COUNTS = {"guangzhou-sports-2021": 32, "shanghai-sports-2020": 37, "panyu-2021": 50, "linyi-sports-2017": 9}

each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)


@each_seed
def test_plan_is_as_a_person_reads_it(seed: Path) -> None:
    assert list(differences(expectation(seed), draft_of(seed))) == []


@each_seed
def test_every_task_is_found_once(seed: Path) -> None:
    ids = [task.id for task in draft_of(seed).plan.tasks]
    assert len(ids) == len(set(ids)) == COUNTS[seed.stem]


@each_seed
def test_no_character_is_lost(seed: Path) -> None:
    account = draft_of(seed).account
    text = (SOURCES / expectation(seed)["文件"]).read_text("utf-8")
    assert account.lost == ""
    assert account.tasks + account.headings + account.header + account.leftover == account.total
    assert account.total == len("".join(text.split()))


@each_seed
def test_requirements_stand_in_the_document_word_for_word(seed: Path) -> None:
    text = bare((SOURCES / expectation(seed)["文件"]).read_text("utf-8"))
    assert [task.id for task in draft_of(seed).plan.tasks if bare(task.requirement) not in text] == []


@each_seed
def test_importing_again_gives_the_same(seed: Path) -> None:
    assert draft_of.__wrapped__(seed) == draft_of(seed)


@pytest.mark.parametrize(
    ("seed", "holds"),
    [
        ("panyu-2021", lambda task: bool(task.responsible_text) or task.id == "16"),
        ("linyi-sports-2017", lambda task: task.responsible_text.startswith(("办公室", "各有关科室"))),
        ("guangzhou-sports-2021", lambda task: not task.responsible_text),
        ("shanghai-sports-2020", lambda task: bool(task.measures) or task.id == "3-4"),
    ],
)
def test_holds_for_every_task(seed: str, holds: Callable[[Task], bool]) -> None:
    tasks = draft_of(CASES / "seeds" / f"{seed}.yaml").plan.tasks
    assert [task.id for task in tasks if not holds(task)] == []


@cache
def draft_of(seed: Path) -> Draft:
    return plan_from(read(SOURCES / expectation(seed)["文件"]), id=seed.stem)


def bare(text: str) -> str:
    return "".join(text.split())
