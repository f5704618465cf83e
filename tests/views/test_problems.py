import json

import pytest

from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.views.problems import problems_json, text

ROWS = [
    (Problem("data/b.yaml", Position(2), "tab"), Position(2, 1)),
    (Problem("data/a.yaml", (), "missing-reason", {"value": "未完成"}), Position(10, 5)),
    (
        Problem("data/a.yaml", (), "unknown-task", {"value": "2.3", "plan": "p", "known": "2-2、2-3"}),
        Position(9, 25),
    ),
]


def test_a_problem_a_line_by_place_and_a_closing_count() -> None:
    assert text(ROWS) == (
        "data/a.yaml:9:25: unknown-task 计划 p 里没有任务“2.3”，是不是“2-3”？请照计划文件里的“编号”写\n"
        "data/a.yaml:10:5: missing-reason 提示：写了“未完成”，没有写原因；请加上一行，例如：原因: 国家标准尚未出台\n"
        "data/b.yaml:2:1: tab 这里有制表符（Tab 键），YAML 不认；请改成半角空格，同一层的缩进要对齐\n"
        "错误 2、提示 1\n"
    )


def test_nothing_found_is_said() -> None:
    assert text([]) == "没有发现问题\n"


def test_what_would_move_the_cursor_is_shown_as_text() -> None:
    row = (Problem("a\n.yaml", (), "bad-link", {"value": "\x1b[31m红\u202e"}), Position(1))
    assert text([row]).startswith("a\\u000a.yaml:1:1: bad-link “\\u001b[31m红\\u202e”不是")


def test_for_programs_the_same_as_objects() -> None:
    first = json.loads(problems_json(ROWS))[0]
    assert first == {
        "file": "data/a.yaml",
        "line": 9,
        "column": 25,
        "code": "unknown-task",
        "level": "error",
        "message": "计划 p 里没有任务“2.3”，是不是“2-3”？请照计划文件里的“编号”写",
    }


@pytest.mark.parametrize("level", ["error", "hint"])
def test_levels_have_english_names_for_programs(level: str) -> None:
    assert level in {row["level"] for row in json.loads(problems_json(ROWS))}
