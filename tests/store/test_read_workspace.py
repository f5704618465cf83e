import hashlib
from pathlib import Path

import pytest
from samples import LEDGER, PLAN, Lay

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.store.read import evidence_digests, locate, plan_years, read_workspace


def told(root: Path) -> list[tuple[str, int, int, str]]:
    """What is wrong, where: file name, line, column, code. Every code has its sentence."""
    _, problems = read_workspace(root)
    assert all(message(problem.code, problem.about) for problem in problems)
    return [
        (problem.file.rpartition("/")[2], at.line, at.column, problem.code)
        for problem, at in locate(root, problems)
    ]


def test_reads_plans_ledgers_supervision_and_settings(lay: Lay) -> None:
    acts = "计划: p\n督办:\n  - {日期: 2021-10-12, 任务: 1, 部门: 办公室, 动作: 催办}\n"
    root = lay({
        "gongkai.yaml": "单位: 市体育局\n",
        "data/plans/p.yaml": PLAN,
        "data/ledger/p/办公室.yaml": LEDGER,
        "data/ledger/p/督办.yaml": acts,
    })  # fmt: skip
    workspace, problems = read_workspace(root)
    assert problems == ()
    assert workspace.config.body == "市体育局"
    assert [one.file for one in workspace.plans] == ["data/plans/p.yaml"]
    assert [one.value.office for one in workspace.ledgers] == ["办公室"]
    assert [one.value.acts[0].act for one in workspace.supervision] == ["催办"]


@pytest.mark.parametrize("settings", ["", "# 空\n"])
def test_settings_may_say_nothing(lay: Lay, settings: str) -> None:
    assert told(lay({"gongkai.yaml": settings, "data/plans/p.yaml": PLAN})) == []


def test_an_empty_workspace_is_no_trouble(tmp_path: Path) -> None:
    workspace, problems = read_workspace(tmp_path)
    assert (workspace.plans, workspace.ledgers, problems) == ((), (), ())


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + LEDGER.encode(), LEDGER.replace("\n", "\r\n").encode()])
def test_takes_a_byte_order_mark_and_windows_line_ends(lay: Lay, data: bytes) -> None:
    root = lay({"data/ledger/p/办公室.yaml": data})
    workspace, problems = read_workspace(root)
    assert problems == ()
    assert len(workspace.ledgers[0].value.records) == 1


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"", 1, "empty-file"),
        ("# 只有注\n".encode(), 1, "empty-file"),
        (b"\x7fELF\x00\x01\xff\xff", 1, "binary"),
        (b"abc\x00def", 1, "binary"),
        ("计划: p\n部门: 办公室\n".encode("gb18030"), 1, "encoding"),
        ("a: b\n部门: 办公室\n".encode("gb18030"), 2, "encoding"),
        ("计划: p\n".encode("utf-16"), 1, "encoding"),
    ],
)
def test_tells_what_is_no_text(lay: Lay, data: bytes, line: int, code: str) -> None:
    assert told(lay({"data/ledger/p/办公室.yaml": data})) == [("办公室.yaml", line, 1, code)]


def test_tells_what_cannot_be_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert {code for *_, code in told(root)} == {"unreadable"}


def test_tells_all_faults_of_a_file_at_once(lay: Lay) -> None:
    faulty = (
        "计划: p\n部门：办公室\n部们: x\n记录:\n  - 日期: 2021-9-28\n    任务: 15\n    任务: 16\n"
        "    状态: 已办\n    计数: {新闻发布会: 一}\n  - 任务: 15\n    日期:\n"
    )
    assert told(lay({"data/ledger/p/办公室.yaml": faulty})) == [
        ("办公室.yaml", 2, 3, "full-width-colon"),
        ("办公室.yaml", 3, 1, "unknown-key"),
        ("办公室.yaml", 5, 5, "bad-date"),
        ("办公室.yaml", 7, 5, "duplicate-key"),
        ("办公室.yaml", 8, 5, "bad-choice"),
        ("办公室.yaml", 9, 10, "bad-number"),
        ("办公室.yaml", 10, 5, "missing-key"),
        ("办公室.yaml", 11, 5, "missing-key"),
    ]


def test_one_bad_file_does_not_hide_the_others(lay: Lay) -> None:
    root = lay(
        {"data/plans/p.yaml": PLAN, "data/plans/q.yaml": "标题: [\n", "data/ledger/p/办公室.yaml": LEDGER}
    )
    workspace, _ = read_workspace(root)
    assert [one.file for one in workspace.plans] == ["data/plans/p.yaml"]
    assert len(workspace.ledgers) == 1
    assert [code for *_, code in told(root)] == ["yaml-syntax"]


# --- the plans wanted --------------------------------------------------------------------------------------------


@pytest.fixture
def three(lay: Lay) -> Path:
    def plan(year: str) -> str:
        return PLAN.replace("年度: 2021", f"年度: {year}")

    return lay({
        "data/plans/a.yaml": plan("2020"),
        "data/plans/b.yaml": plan("'2021'  # 今年"),
        "data/plans/c.yaml": plan("２０２２"),
        "data/plans/d.yaml": "标题: [\n",
        "data/ledger/a/办公室.yaml": LEDGER,
        "data/ledger/b/办公室.yaml": LEDGER,
        "data/ledger/b/人事处.yaml": LEDGER,
        "data/ledger/e/办公室.yaml": LEDGER,
    })  # fmt: skip


def test_tells_the_years_of_the_plans(three: Path) -> None:
    assert plan_years(three) == {"a": 2020, "b": 2021, "c": 2022, "d": None}


def test_reads_the_plans_of_a_year_and_those_whose_year_cannot_be_told(three: Path) -> None:
    workspace, problems = read_workspace(three, plans=lambda year: year == 2021)
    assert [one.file for one in workspace.plans] == ["data/plans/b.yaml"]
    assert [one.file for one in workspace.ledgers] == [
        "data/ledger/b/人事处.yaml",
        "data/ledger/b/办公室.yaml",
    ]
    assert [problem.file for problem in problems] == ["data/plans/d.yaml"]


def test_reads_the_plans_named(three: Path) -> None:
    workspace, problems = read_workspace(three, plans=["a", "e"])
    assert [one.file for one in workspace.plans] == ["data/plans/a.yaml"]
    assert [one.file for one in workspace.ledgers] == [
        "data/ledger/a/办公室.yaml",
        "data/ledger/e/办公室.yaml",
    ]
    assert problems == ()


def test_reads_the_ledgers_of_the_offices_named(three: Path) -> None:
    workspace, _ = read_workspace(three, plans=["b"], offices=["人事处"])
    assert [one.file for one in workspace.ledgers] == ["data/ledger/b/人事处.yaml"]


def test_reads_ledgers_without_a_plan_where_all_is_wanted(three: Path) -> None:
    assert "data/ledger/e/办公室.yaml" in [one.file for one in read_workspace(three)[0].ledgers]


# --- places and evidence -----------------------------------------------------------------------------------------


def test_locates_key_paths_as_near_as_can_be(root: Path) -> None:
    file = "data/ledger/p/办公室.yaml"
    paths = [("记录", 0, "任务"), ("记录", 0, "佐证材料", 2), ("记录", 7), (), Position(9, 9)]
    located = locate(root, [Problem(file, at, "x") for at in paths] + [Problem("无.yaml", ("甲",), "x")])  # type: ignore[arg-type]
    assert [(at.line, at.column) for _, at in located] == [(5, 5), (4, 5), (3, 1), (1, 1), (9, 9), (1, 1)]


def test_digests_files_of_the_workspace_only(lay: Lay, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.png"
    outside.write_bytes(b"x")
    files = [
        "evidence/a.png",
        "evidence/none.png",
        f"../{outside.parent.name}/x.png",
        str(outside),
        "evidence",
        "l.png",
        f"evidence/{'长' * 200}.png",  # longer than a system's names may be
    ]
    listed = "".join(f"      - {{类型: 图片, 文件: {file}}}\n" for file in files)
    root = lay({"evidence/a.png": b"png", "data/ledger/p/办公室.yaml": LEDGER + "    佐证材料:\n" + listed})
    (root / "l.png").symlink_to(outside)
    workspace, problems = read_workspace(root)
    assert problems == ()
    digests = evidence_digests(root, workspace)
    assert digests.pop("evidence/a.png") == hashlib.sha256(b"png").hexdigest()
    assert set(digests) == set(files[1:])
    assert set(digests.values()) == {""}
