from datetime import date

import msgspec
import pytest

from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.model.plan import Plan, Target, Task
from gongkai_cli.model.record import Act, Evidence, Record
from gongkai_cli.model.status import Light, PlanSummary, Said, Status, Summary, TaskStatus
from gongkai_cli.views.data import english, import_json, show_json, status_json, task_data

BARE = Task(id="2-3", requirement="做好公开。")
NOWHERE = Deadline(kind=Kind.UNSPECIFIED)
ROW = TaskStatus(task=BARE, deadline=NOWHERE, status=Status.NOT_STARTED, light=Light.GREEN, reason="")
PLAN = Plan(id="p", title="示例", year=2021, tasks=(BARE,))

TASK_KEYS = [
    "id", "chapter", "section", "number", "requirement", "lead", "support", "implementing", "responsible_text",
    "measures", "deadline", "targets", "upstream", "locator", "doubts",
]  # fmt: skip
ROW_KEYS = [*TASK_KEYS, "status", "light", "reason", "offices", "records", "evidence", "filing"]


def test_a_bare_task_has_every_key() -> None:
    told = msgspec.to_builtins(task_data(BARE, NOWHERE))
    assert list(told) == TASK_KEYS
    assert told["deadline"] == {
        "text": None,
        "kind": "unspecified",
        "due": None,
        "latest": None,
        "dispatcher": None,
    }
    assert (told["chapter"], told["number"]) == (None, None)
    assert (told["lead"], told["targets"], told["doubts"]) == ((), (), ())


@pytest.mark.parametrize(
    ("task", "number"),
    [
        (Task(id="15", requirement="…"), "15"),
        (Task(id="2-3", number="3", requirement="…"), "3"),
        (Task(id="6-1", requirement="…"), None),
    ],
)
def test_the_number_is_the_printed_one(task: Task, number: str | None) -> None:
    assert task_data(task, NOWHERE).number == number


def test_a_field_in_doubt_has_its_english_name() -> None:
    task = Task(
        id="1", requirement="…", doubts={"完成时限": "沿用上一行", "牵头": "原文未写", "编号": "按次序"}
    )
    told = msgspec.to_builtins(task_data(task, NOWHERE))["doubts"]
    assert [doubt["field"] for doubt in told] == ["deadline", "lead", "id"]


def test_status_answers_what_the_command_line_promises() -> None:
    plan = PlanSummary(plan=PLAN, totals={Light.GREEN: 1}, tasks=(ROW,), unclear={})
    told = msgspec.json.decode(status_json(Summary(as_of=date(2021, 9, 20), plans=(plan,)), [(ROW,)]))
    assert list(told) == ["as_of", "plans"]
    assert list(told["plans"][0]) == ["plan", "totals", "tasks"]
    assert told["plans"][0]["totals"] == {"done": 0, "red": 0, "yellow": 0, "green": 1, "grey": 0}
    assert list(told["plans"][0]["tasks"][0]) == ROW_KEYS


def test_show_adds_the_records_in_full() -> None:
    record = Record(day=date(2021, 9, 1), task="2-3", status="推进中", evidence=(Evidence(kind="报道"),))
    row = msgspec.structs.replace(
        ROW, said=(Said("办公室", record),), acts=(Act(day=date(2021, 9, 2), task="2-3", act="催办"),)
    )
    told = msgspec.json.decode(show_json(date(2021, 9, 20), "p", row))["task"]
    assert [told["records"], told["evidence"]] == [1, 1]
    assert told["history"][0]["evidence"][0]["secrecy_review"] is None
    assert told["acts"][0]["date"] == "2021-09-02"


def test_a_record_has_the_names_of_the_data_model() -> None:
    told = english(Record(day=date(2021, 9, 1), task="15", status="推进中"))
    assert list(told) == [
        "date", "task", "status", "window", "progress", "effect", "problem", "next", "reason", "counts", "corrects",
        "evidence", "reported_by", "reviewed_by",
    ]  # fmt: skip


def test_a_target_has_every_key() -> None:
    told = english(Target(name="政府开放日", at_least=3, unit="次"))
    assert told == {
        "name": "政府开放日",
        "at_least": 3,
        "of": None,
        "not_below": None,
        "within": None,
        "unit": "次",
    }


def test_import_tells_what_found_no_place() -> None:
    told = msgspec.json.decode(import_json(PLAN, [NOWHERE], [("第7行", "通知")]))
    assert list(told) == ["plan", "title", "year", "body", "document_number", "tasks", "leftover"]
    assert told["leftover"] == [{"locator": "第7行", "text": "通知"}]
