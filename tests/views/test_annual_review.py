from gongkai_cli.model.annual import SECTIONS, Figure, Report
from gongkai_cli.model.annual_tables import Disputes
from gongkai_cli.views.annual import AnnualReview, annual_json, annual_page
from gongkai_cli.views.plain import text_of
from gongkai_cli.views.review import Characters
from gongkai_cli.yamltext.read import load

REVIEW = AnnualReview(
    report=Report(
        year=2021,
        form="2021",
        body="示例局",
        overview="一段话。\n又一段。",
        figures=(
            Figure(name="微博", number=20, unit="条", text="微博20余条", doubts={"数量": "原文是约数"}),
        ),
        table4=Disputes(),
    ),
    found=SECTIONS[:5],
    unread=("table2",),
    leftover=(),
    characters=Characters(total=20, tasks=8, headings=12, header=0, leftover=0),
    outcome="没有写文件",
    diff="",
)
SHOWN = """示例局2021年政府信息公开工作年度报告
示例局  2021年度  2021 年格式

六个部分
  一、总体情况                            2 段 8 字
  二、主动公开政府信息情况                没有文字；表二在原文中有，没有读入，请对照原文填写
  三、收到和处理政府信息公开申请情况      没有文字；表三在原文中缺失，留空
  四、政府信息公开行政复议、行政诉讼情况  没有文字；表四已读入
  五、存在的主要问题及改进情况            没有文字
  六、其他需要报告的事项                  没有这一部分

文中的数据 1 个
  微博  20 条  微博20余条

拿不准 1 处，请对照原文确认后删去“待核”
  微博 20 条的数量：原文是约数

全部文字都已归入

字数    全文 20 字 = 正文 8 + 标题 12 + 文头 0 + 未归入 0，一字不少
结果    没有写文件
"""


def test_the_review_says_what_is_there_and_what_is_missing() -> None:
    assert text_of(annual_page(REVIEW, 120)) == SHOWN


def test_the_json_names_what_is_missing_and_what_was_not_read() -> None:
    told = load(annual_json(REVIEW))
    assert isinstance(told, dict)
    assert (told["missing"], told["unread"]) == (["other", "table2", "table3"], ["table2"])
    assert told["figures"][0]["doubts"] == [{"field": "number", "reason": "原文是约数"}]


def test_a_report_without_figures_or_doubts_says_so() -> None:
    bare = AnnualReview(
        report=Report(year=2021, form="2021", title="某报告"),
        found=(),
        unread=(),
        leftover=(("第1行", "目录"),),
        characters=REVIEW.characters,
        outcome="",
        diff="",
    )
    shown = text_of(annual_page(bare, 80))
    assert shown.startswith("某报告\n2021年度  2021 年格式\n")
    assert all(said in shown for said in ("文中没有读到数据", "没有拿不准的内容", "没有归入正文的文字 1 段"))
