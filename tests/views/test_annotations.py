"""Problems in the forms of servers, judged by schemas and, for GitHub, by reading them as its runner does."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.views.annotations import github, gitlab
from gongkai_cli.views.problems import Located, problems_json

SCHEMAS = Path(__file__).parents[1] / "cases" / "check"
COMMAND = re.compile(r"::(?P<command>error|warning) (?P<properties>[^\r\n]*?)::(?P<message>[^\r\n]*)")

wild = st.text(max_size=20)
problems = st.one_of(
    st.builds(
        lambda file, value: Problem(
            file or "f", ("记录", 0, "状态"), "future-date", {"value": value, "as_of": "x"}
        ),
        wild,
        wild,
    ),
    st.builds(
        lambda file, key: Problem(file or "f", Position(3, 4), "full-width-colon", {"key": key}), wild, wild
    ),
    st.builds(lambda value: Problem("计划.yaml", Position(1), "unknown-deadline", {"value": value}), wild),
)
located = st.lists(
    st.tuples(problems, st.builds(Position, st.integers(1, 99), st.integers(1, 99))), max_size=5
)


@given(located, st.sampled_from(["", "工作区/"]))
def test_a_report_for_gitlab_is_one_of_its_kind(rows: list[Located], prefix: str) -> None:
    report = json.loads(gitlab(rows, prefix).encode("utf-8", "replace"))
    jsonschema.validate(report, _schema("gitlab"))
    assert len({one["fingerprint"] for one in report}) == len(rows)
    assert all(one["location"]["path"].startswith(prefix) for one in report)


@given(located)
def test_the_json_of_check_is_as_described(rows: list[Located]) -> None:
    jsonschema.validate(json.loads(problems_json(rows)), _schema("json"))


@given(located)
def test_github_reads_each_problem_where_it_stands(rows: list[Located]) -> None:
    *commands, _ = github(rows, "").removesuffix("\n").split("\n")
    read = [_read(command) for command in commands]
    assert sorted(one["file"] for one in read) == sorted(problem.file for problem, _ in rows)
    assert {(one["line"], one["col"]) for one in read} == {(str(at.line), str(at.column)) for _, at in rows}
    assert {one["command"] for one in read} <= {"error", "warning"}


def test_a_message_for_github_keeps_its_signs() -> None:
    problem = Problem("a,b:c%.yaml", Position(2, 3), "full-width-colon", {"key": "50%\n：,"})
    command, closing = github([(problem, Position(2, 3))], "子/").splitlines()
    assert command.startswith("::error file=子/a%2Cb%3Ac%25.yaml,line=2,col=3,title=full-width-colon::")
    assert "“50%25%0A：,”" in command
    assert closing == "错误 1、提示 0"


def test_a_fingerprint_stays_when_lines_and_days_go_by() -> None:
    def told(line: int, as_of: str) -> str:
        about = {"value": "2021-09-28", "as_of": as_of}
        keyed = Problem("f", ("记录", 2, "日期"), "future-date", about)
        placed = Problem("f", Position(line), "full-width-colon", {"key": "状态"})
        rows = [(keyed, Position(line)), (placed, Position(line))]
        return " ".join(sorted(one["fingerprint"] for one in json.loads(gitlab(rows, ""))))

    assert told(3, "2021-09-20") == told(30, "2021-09-21")


def test_the_same_slip_twice_in_a_file_is_told_twice() -> None:
    slip = Problem("f", Position(3), "full-width-colon", {"key": "状态"})
    report = json.loads(gitlab([(slip, Position(3)), (slip, Position(9))], ""))
    assert [one["location"]["lines"]["begin"] for one in report] == [3, 9]
    assert len({one["fingerprint"] for one in report}) == 2


@pytest.mark.parametrize("form", ["gitlab", "json"])
def test_the_schemas_refuse_what_is_none(form: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"description": "x"}], _schema(form))


def _schema(form: str) -> object:
    return json.loads((SCHEMAS / f"{form}.schema.json").read_text("utf-8"))


def _read(command: str) -> dict[str, str]:
    """Read a workflow command as actions/runner does: properties unescaped after they are parted."""
    found = COMMAND.fullmatch(command)
    assert found, command
    pairs = (pair.partition("=") for pair in found["properties"].split(","))
    return {"command": found["command"], **{key: _unescaped(value) for key, _, value in pairs}}


def _unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text
