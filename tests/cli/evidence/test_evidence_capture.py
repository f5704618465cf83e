"""A page captured from the command line and put to a record."""

import sys
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.capture.browser import find_browser
from gongkai_cli.yamltext.read import load
from webserver import Site

LEDGER = Path("data/ledger/guangzhou-sports-2021/办公室.yaml")
TASK = "guangzhou-sports-2021/48"


@pytest.fixture(autouse=True)
def _january(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2022-01-10")


@pytest.fixture
def installed() -> None:
    pytest.importorskip("websocket", reason="the extra `capture` is not installed")
    try:
        find_browser()
    except Refusal:
        pytest.skip("no Chromium, Chrome or Edge on this system")


@pytest.mark.usefixtures("installed")
def test_a_capture_is_put_to_the_last_record(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    said = ["evidence", "capture", f"{site.url}/gb", TASK, "--allow-private", "--title", "要点/公开"]
    assert run([*said, "--reporter", "演示"]) == 0
    out = capsys.readouterr().out
    assert f"网址  {site.url}/gb" in out
    ledger = load(LEDGER.read_text("utf-8"))
    assert isinstance(ledger, dict)
    picture, paper = ledger["记录"][-1]["佐证材料"][-2:]
    name = f"evidence/2021/{date.today().isoformat()} 要点_公开"  # noqa: DTZ011  the day of the capture
    assert picture | {"sha256": ""} == {
        "类型": "网页截图", "标题": "要点/公开", "链接": f"{site.url}/gb", "文件": f"{name}.png", "sha256": "",
    }  # fmt: skip
    for one, start in ((picture, b"\x89PNG"), (paper, b"%PDF")):
        data = Path(one["文件"]).read_bytes()
        assert data.startswith(start)
        assert sha256(data).hexdigest() == one["sha256"]
    assert run(["check"]) == 0


@pytest.mark.usefixtures("installed")
def test_without_a_task_the_lines_to_paste_are_shown(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evidence", "capture", f"{site.url}/a", "--allow-private"]) == 0
    pasted = capsys.readouterr().out.partition("下面：\n")[2]
    entries = load(pasted)
    assert isinstance(entries, list)
    assert [Path(one["文件"]).suffix for one in entries] == [".png", ".pdf"]
    assert all(Path(one["文件"]).is_file() for one in entries)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(("task", "ledger"), [([], None), ([TASK], LEDGER.as_posix())])
def test_a_program_is_told_what_was_kept(
    site: Site, task: list[str], ledger: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [
        "evidence",
        "capture",
        f"{site.url}/gb",
        *task,
        "--allow-private",
        "--title",
        "一页存证",
        "--json",
    ]
    assert run(said) == 0
    told = msgspec.json.decode(capsys.readouterr().out)
    digests = {one["file"]: sha256(Path(one["file"]).read_bytes()).hexdigest() for one in told["files"]}
    assert [Path(file).suffix for file in digests] == [".png", ".pdf"]
    assert told == {
        "captured_at": told["captured_at"],
        "title": "一页存证",
        "url": f"{site.url}/gb",
        "files": [{"file": file, "sha256": digest} for file, digest in digests.items()],
        "ledger": ledger,
    }
    assert datetime.fromisoformat(told["captured_at"]).tzinfo
    assert ("一页存证" in LEDGER.read_text("utf-8")) is bool(ledger)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["http://127.0.0.1/"], "内网地址"),
        (["file:///etc/passwd"], "不是以 https:// 或 http:// 开头的网址"),
        (["https://u:p@a.example/"], "用户名或密码"),
        (["https://a.example/", "guangzhou-sports-2021/21", "--office", "办公室"], "还没有登记过任务 21"),
    ],
)
def test_what_is_not_captured_is_told_in_one_line(
    said: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = LEDGER.read_bytes()
    assert run(["evidence", "capture", *said]) == 2
    assert told in capsys.readouterr().err
    assert LEDGER.read_bytes() == before


def test_a_browser_that_is_not_there_is_named(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for environment, told in ({"GONGKAI_BROWSER": "没有这个"}, "没有这个"), ({"PATH": ""}, "请安装"):
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            assert run(["evidence", "capture", site.url, "--allow-private"]) == 2
        assert told in capsys.readouterr().err


@pytest.mark.usefixtures("installed")
def test_a_missing_extra_is_named(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "websocket", None)
    assert run(["evidence", "capture", site.url, "--allow-private"]) == 2
    assert "pip install 'gongkai[capture]'" in capsys.readouterr().err
