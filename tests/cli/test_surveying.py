"""Trying the import on a folder: a row a document, its sums, and why a document was refused."""

from pathlib import Path

from gongkai_cli.cli.import_.surveying import survey
from gongkai_cli.views.plain import text_of
from gongkai_cli.views.survey import survey_page

PLAN = """\
云河市文化局2023年政务公开工作任务分解表
序号\t工作任务\t责任单位\t完成时限
1\t公布服务指南。\t办公室\t6月底前
2\t公布收费标准。\t\t全年
"""
SHOWN = """\
文件                      任务      字段      待核      未归入    占比
------------------------  --------  --------  --------  --------  --------
市级/甲.txt                    2         8         1         0      0.0%
合计 1/2 份                    2         8         1         0      0.0%

乙.txt：文件 乙.txt 里没有找到工作任务"""


def test_a_folder_is_surveyed(tmp_path: Path) -> None:
    (tmp_path / "市级").mkdir()
    (tmp_path / "市级" / "甲.txt").write_text(PLAN, "utf-8")
    (tmp_path / "乙.txt").write_text("关于召开会议的通知\n", "utf-8")
    (tmp_path / "说明.csv").write_text("a,b", "utf-8")
    (tmp_path / ".隐藏.txt").write_text(PLAN, "utf-8")
    shown = text_of(survey_page(survey([tmp_path], None), 80))
    assert shown.startswith(SHOWN)
