"""What only shows when a template is filled is found by filling it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.store.templates import shipped

SHOWN_BY_TRIAL = {
    "a ledger that drops tasks": ("台账 %}", "台账[:2] %}", "report-lost-tasks"),
    "a sum with a text": ("{{ 行.编号 }}", "{{ 行.编号 + 1 }}", "template-value"),
    "a loop that never ends": (
        "{{ 行.编号 }}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "template-endless",
    ),
}


@pytest.mark.parametrize("case", SHOWN_BY_TRIAL.values(), ids=SHOWN_BY_TRIAL)
def test_a_trial_shows_what_cannot_be_read_off(
    case: tuple[str, str, str],
    workspace: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gongkai_cli.cli.template.checking.SECONDS", 3)
    old, new, code = case
    with ZipFile(BytesIO(shipped("ledger"))) as parts, ZipFile("ledger.docx", "w") as docx:
        for name in parts.namelist():
            text = parts.read(name)
            docx.writestr(name, text.replace(old.encode(), new.encode()))
    assert run(["template", "check", "ledger.docx", "--json"]) == 1
    assert f'"code": "{code}"' in capsys.readouterr().out


def test_every_kind_can_be_copied_and_is_sound(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kinds = sorted(file.stem for file in Path("templates").glob("*.docx"))
    for kind in kinds:
        assert run(["template", "copy", kind]) == 2  # the workspace of the project has them all
        assert run(["template", "copy", kind, "--force"]) == 0
    capsys.readouterr()
    assert run(["template", "check"]) == 0
    assert capsys.readouterr().out.count("没有发现问题") == len(kinds)
