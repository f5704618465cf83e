import re

import pytest
from terminal import cells

from gongkai_cli.cli.app import COMMANDS, GROUPS
from gongkai_cli.cli.run import run

PAGES = [[], *([*name.split(), "--help"] for name in (*GROUPS, *COMMANDS))]
# names of commands, options, files and examples, and what Chinese offices write in Latin letters
NAMES = [
    *(word for name in COMMANDS for word in name.split()),
    "gongkai",
    "year-end",
    "Word",
    "Excel",
    "WPS",
    "JSON",
    "PNG",
    "PDF",
    "LibreOffice",
    "Chromium",
    "Chrome",
    "Edge",
    r"https?://[\w.]*",
    "git",
    r"--?[A-Za-z-]+",
    r"[\w/-]+\.\w+",
    r"data/\S*",
    r"\S*reports/",
]
NAMES += [r"origin/main", r"起点\.\.终点", "HEAD", "pre-receive"]
NAMES += ["https://…", "guangzhou-sports-2021", "-plan"]
NAMES += ["ledger", "quarter", "annual", "notice", "order", "lookback", "brief", "changes"]
NAMES += ["ours", "theirs", "both"]
NAMES += ["text", "json", "github", "gitlab", "future-date"]


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_help_is_chinese_but_for_names(page: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(page) == 0
    shown = re.sub("|".join(sorted(NAMES, key=len, reverse=True)), "", capsys.readouterr().out)
    assert re.findall(r"[A-Za-z]{2,}", shown) == []


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
@pytest.mark.parametrize("columns", [60, 80, 100])
def test_help_fits_the_terminal(
    page: list[str], columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    run(page)
    assert max(map(cells, capsys.readouterr().out.splitlines())) <= columns
