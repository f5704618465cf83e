"""`gongkai annual build` in a workspace: what it writes, what it leaves alone, when it refuses."""

import json
from pathlib import Path

import pytest

from gongkai_cli.cli.run import run

FILE = "data/annual/2021.yaml"
REGISTER = """\
年度: 2021
申请:
  - 编号: 2021-001
    渠道: 当面
    到达: 2021-09-01
    申请人: 自然人
    经过:
      - {日期: 2021-09-13, 步骤: 答复, 结果: 予以公开, 送达: 2021-09-13}
"""
BY_HAND = """\
# 起草：办公室
年度: 2021
单位: 广州市体育局   # 全称
格式: "2021"

表三:
  # 三个窗口的合计
  予以公开: {自然人: 3, 总计: 3}
"""


@pytest.fixture
def registered(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one request, on 2022-01-10."""
    monkeypatch.setenv("GONGKAI_TODAY", "2022-01-10")
    (workspace / "data/requests").mkdir()
    (workspace / "data/requests/2021.yaml").write_text(REGISTER, "utf-8")
    return workspace


def test_a_new_file_shows_what_is_to_be_filled_in(
    registered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["annual", "build", "2021"]) == 0
    text = (registered / FILE).read_text("utf-8")
    assert "\n引言:\n总体情况:\n存在的主要问题及改进情况:\n" in text
    assert "  规章: {本年制发件数: , 本年废止件数: , 现行有效件数: }\n" in text
    assert "  本年新收政府信息公开申请数量: {自然人: 1, 商业企业: 0," in text
    assert "没有收取信息处理费" in text
    assert "已写入 data/annual/2021.yaml" in capsys.readouterr().out
    assert run(["check", FILE]) == 0


@pytest.mark.parametrize("confirmed", ["", "    确认: 2022-01-04\n"])
def test_what_was_not_confirmed_in_the_year_is_told_and_not_counted(
    confirmed: str, registered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = "  - 编号: 2021-002\n    渠道: 平信\n    到达: 2021-12-30\n    申请人: 其他\n" + confirmed
    (registered / "data/requests/2021.yaml").write_text(REGISTER + late, "utf-8")
    assert run(["annual", "build", "2021"]) == 0
    said = "".join(line.strip() for line in capsys.readouterr().out.splitlines())
    assert "2021年登记 2 件（1 件当年没有与申请人确认，不算当年收到）；" in said
    assert "本年新收 1，上年结转 0，办结 1，结转下年度 0" in said


def test_building_again_leaves_every_byte(registered: Path) -> None:
    run(["annual", "build", "2021"])
    before = (registered / FILE).read_bytes()
    assert run(["annual", "build", "2021"]) == 0
    assert (registered / FILE).read_bytes() == before


def test_a_blank_that_was_filled_in_stays_and_new_requests_are_counted(registered: Path) -> None:
    run(["annual", "build", "2021"])
    file = registered / FILE
    filled = file.read_text("utf-8").replace("规章: {本年制发件数: ,", "规章: {本年制发件数: 0 , ", 1)
    file.write_text(filled.replace("总体情况:\n", "总体情况: 全年收到申请1件。\n", 1), "utf-8")
    assert run(["annual", "build", "2021"]) == 0
    assert "规章: {本年制发件数: 0 ," in file.read_text("utf-8")
    assert run(["annual", "check", "2021"]) == 0


def test_comments_and_what_was_entered_by_hand_stay(
    registered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (registered / FILE).write_text(BY_HAND, "utf-8")
    assert run(["annual", "build", "2021"]) == 0
    shown = capsys.readouterr().out
    text = (registered / FILE).read_text("utf-8")
    assert "手工填写与登记、台账不一致 2 处，没有改动" in shown
    assert "予以公开·自然人 3（登记 1）" in shown
    assert text.startswith("# 起草：办公室\n年度: 2021\n单位: 广州市体育局   # 全称\n")
    assert "# 三个窗口的合计\n" in text
    assert "予以公开: {自然人: 3, " in text
    assert "待核:" in text
    assert run(["annual", "check", "2021"]) == 1
    assert run(["annual", "build", "2021", "--recount"]) == 0
    text = (registered / FILE).read_text("utf-8")
    assert "予以公开: {自然人: 1, " in text
    assert "待核:" not in text
    assert "# 三个窗口的合计\n" in text
    assert run(["annual", "check", "2021"]) == 0


def test_the_next_year_takes_over_what_is_open(registered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["request", "add", "--channel", "当面", "--applicant", "自然人", "--arrived", "2021-12-30"])
    run(["annual", "build", "2021"])
    monkeypatch.setenv("GONGKAI_TODAY", "2023-01-10")
    run(["request", "answer", "2", "予以公开", "--date", "2022-01-20"])
    assert run(["annual", "build", "2022"]) == 0
    assert "上年结转政府信息公开申请数量: {自然人: 1," in (registered / "data/annual/2022.yaml").read_text(
        "utf-8"
    )
    assert run(["annual", "check", "2022"]) == 0


def test_wrong_requests_are_not_counted(registered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = REGISTER.replace("2021-09-13, 步骤", "2021-08-13, 步骤")
    (registered / "data/requests/2021.yaml").write_text(wrong, "utf-8")
    assert run(["annual", "build", "2021"]) == 2
    assert "申请登记有 " in (said := capsys.readouterr().err)
    assert "data/requests/2021.yaml:8:" in said
    assert not (registered / FILE).exists()


def test_a_year_without_requests_is_not_made_up(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annual", "build", "2021"]) == 0
    assert "没有2021年或更早的申请登记" in capsys.readouterr().out
    assert "  本年新收政府信息公开申请数量: {自然人: , " in (workspace / FILE).read_text("utf-8")
    assert run(["check", FILE]) == 0
    assert "信息处理费" not in (workspace / FILE).read_text("utf-8")


def test_a_published_report_is_left_as_it_was(workspace: Path) -> None:
    file = workspace / "data/annual/2019.yaml"
    before = file.read_bytes()
    assert run(["annual", "build", "2019"]) == 0
    assert file.read_bytes() == before


def test_a_trial_writes_nothing(registered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annual", "build", "2021", "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["written"] is False
    assert told["report"]["table3"]["granted"]["natural_person"] == 1
    assert "表二" in told["blanks"]
    assert not (registered / FILE).exists()


@pytest.mark.parametrize("year", ["二〇二一", "21", "2021年", "-1"])
def test_a_year_that_is_none_is_refused(year: str, workspace: Path) -> None:
    assert run(["annual", "build", "--", year]) == 2
