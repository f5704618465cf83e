import json
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from gongkai_cli.cli.run import run

PLAN = ["--plan", "guangzhou-sports-2021", "--as-of", "2021-09-20"]
RECORD = [
    "guangzhou-sports-2021/45",
    "--office",
    "办公室",
    "--status",
    "已完成",
    "--note",
    "（演示）{{ 听取 }} & <汇报>",
]


@pytest.fixture
def committed(workspace: Path) -> Path:
    """A workspace in git with one record more than the last commit."""
    who = ["-c", "user.name=演示", "-c", "user.email=yanshi@example.com"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "九月汇总"]):
        subprocess.run(["git", *words], cwd=workspace, check=True)
    assert run(["record", *RECORD]) == 0
    return workspace


def test_json_tells_both_states_and_each_task_that_changed(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["diff", "HEAD", *PLAN, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=committed, capture_output=True, check=True)
    assert told["before"]["commit"] == head.stdout.decode().strip()
    assert (told["before"]["changed"], told["after"]["commit"], told["after"]["changed"]) == (
        False,
        None,
        True,
    )
    assert told["after"]["totals"]["done"] == told["before"]["totals"]["done"] + 1
    (task,) = told["tasks"]
    assert (task["id"], task["before"]["light"], task["after"]["light"]) == ("45", "red", "done")
    assert [record["progress"] for record in task["records"]] == ["（演示）{{ 听取 }} & <汇报>"]
    assert (task["fields"], task["withdrawn"], task["evidence"], task["acts"]) == ([], [], [], [])


def test_the_paper_tells_the_same_and_the_same_bytes_each_time(committed: Path) -> None:
    for name in ("一.docx", "二.docx"):
        assert run(["diff", "HEAD", *PLAN, "-o", name]) == 0
    assert Path("一.docx").read_bytes() == Path("二.docx").read_bytes()
    (table,) = Document("一.docx").tables
    assert [cell.text for cell in table.rows[0].cells] == ["编号", "具体要求", "亮灯", "变化"]
    number, _, light, changed = (cell.text for cell in table.rows[1].cells)
    assert (number, light) == ("45", "红灯\n→已完成")
    assert changed == "状态：推进中 → 已完成\n进展：9月20日 办公室 已完成　（演示）{{ 听取 }} & <汇报>。"
    assert "2021-09-20" in ZipFile("一.docx").read("docProps/core.xml").decode()


def test_a_paper_of_nothing_says_so(committed: Path) -> None:
    assert run(["diff", "HEAD", "HEAD", *PLAN, "-o", "无.docx"]) == 0
    paper = Document("无.docx")
    assert not paper.tables
    assert any("有变化的 0 项" in paragraph.text for paragraph in paper.paragraphs)
