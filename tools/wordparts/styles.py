"""The styles a template names; all fonts sit here, so that one change in Word's style pane reaches every page.

Names of our own are Chinese. 正文 and 标题 are what Word itself calls `Normal` and `Title` in Chinese, hence
公文正文 and 公文标题.
"""

from dataclasses import dataclass
from typing import Literal

from wordparts.measure import HALF_POINTS, LINE, TIGHTER, characters

FANGSONG, HEITI, KAITI, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
TITLE_SONG, LATIN = "方正小标宋简体", "Times New Roman"

SUBSTITUTES = {
    TITLE_SONG: "华文中宋",
    FANGSONG: "仿宋",
    KAITI: "楷体",
    HEITI: "SimHei",
    SONG: "SimSun",
    LATIN: "",
}
"""Font → the name it is known by where the first is not installed (`w:altName`)."""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True, kw_only=True)
class Style:
    """A paragraph style: indents in 三号 characters, `line` in twips, exact.

    `keeps`: on one page with the next paragraph; `then`: the style Word goes on with after Enter.
    """

    name: str
    font: str = FANGSONG
    latin: str = LATIN
    size: str = "三号"
    align: Literal["both", "center", "left", "right"] = "both"
    first: float = 0
    hanging: float = 0
    left: float = 0
    right: float = 0
    before: int = 0
    after: int = 0
    line: int = LINE
    spacing: int = TIGHTER
    keeps: bool = False
    outline: int | None = None
    then: str = ""
    bold: bool = False


STYLES = (
    Style(name="公文正文", first=2),
    Style(
        name="公文标题",
        font=TITLE_SONG,
        size="二号",
        align="center",
        after=LINE,
        line=680,
        spacing=0,
        keeps=True,
    ),
    Style(name="主送机关", align="left"),
    Style(name="一级标题", font=HEITI, first=2, align="left", keeps=True, outline=0, then="公文正文"),
    Style(name="二级标题", font=KAITI, first=2, align="left", keeps=True, outline=1, then="公文正文"),
    Style(name="三级标题", first=2, align="left", keeps=True, outline=2, then="公文正文", bold=True),
    Style(name="任务事项", first=2),
    Style(name="末段", first=2, keeps=True),
    Style(name="附件说明", left=5.75, hanging=3.75, align="left", before=LINE, keeps=True),
    Style(name="附件说明续", left=5.75, hanging=0.75, align="left", keeps=True),
    Style(name="署名", align="right", right=2, before=LINE, keeps=True),
    Style(name="成文日期", align="right", right=2, keeps=True),
    Style(name="附注", first=2, align="left"),
    Style(name="附件标识", font=HEITI, align="left", after=LINE, keeps=True),
    Style(
        name="附件标题",
        font=TITLE_SONG,
        size="二号",
        align="center",
        after=240,
        line=680,
        spacing=0,
        keeps=True,
    ),
    Style(
        name="表题",
        font=HEITI,
        size="小四",
        align="center",
        before=200,
        after=80,
        line=400,
        spacing=0,
        keeps=True,
    ),
    Style(name="表注", font=KAITI, size="五号", align="left", line=360, spacing=0, keeps=True),
    Style(name="表后", size="五号", line=180, spacing=0),
    Style(name="表头", font=HEITI, size="五号", align="center", line=310, spacing=0, keeps=True),
    Style(name="表格部分", font=HEITI, size="五号", align="left", line=310, spacing=0, keeps=True),
    Style(name="表格正文", size="五号", align="left", line=310, spacing=0),
    Style(name="表格居中", size="五号", align="center", line=310, spacing=0),
    Style(name="统计正文", size="五号", align="left", line=310, spacing=0, keeps=True),
    Style(name="统计居中", size="五号", align="center", line=310, spacing=0, keeps=True),
    Style(name="页码", font=SONG, latin=SONG, size="四号", line=0, spacing=0),
    Style(name="图表", align="center", line=0, spacing=0),
    Style(name="文号", align="center", after=240, keeps=True),
    Style(name="编号行", align="left", after=120, keeps=True),
    Style(name="表单标签", font=HEITI, size="小四", align="center", line=340, spacing=0),
    Style(name="回执标签", font=HEITI, size="小四", align="center", line=340, spacing=0, keeps=True),
    Style(name="表单正文", size="小四", align="left", line=340, spacing=0),
    Style(name="裁剪线", size="小四", align="center", before=120, after=120, line=340, spacing=0, keeps=True),
    Style(name="简报标题", font=HEITI, size="四号", align="left", before=60, line=420, spacing=0, keeps=True),
    Style(name="简报正文", size="四号", first=2, line=420, spacing=0),
    Style(name="简报条目", size="小四", first=2, line=350, spacing=0),
    Style(
        name="简报副题", font=KAITI, size="四号", align="center", after=60, line=420, spacing=0, keeps=True
    ),
    Style(name="图片", size="小四", align="center", line=0, spacing=0, keeps=True),
    Style(name="图题", size="小四", align="center", before=60, after=240, line=400, spacing=0),
)


def style_id(name: str) -> str:
    """Return the id that paragraphs use for the style of this name."""
    return next(f"gw{index:02}" for index, style in enumerate(STYLES, 1) if style.name == name)


def styles_xml() -> str:
    """Write `word/styles.xml`."""
    return (
        f"<w:styles {W}>{_DEFAULTS}"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        + "".join(_paragraph_style(style) for style in STYLES)
        + _CHARACTER_STYLES
        + _TABLE_STYLES
        + "</w:styles>"
    )


def fonts_xml() -> str:
    """Write `word/fontTable.xml`: every font by its real name, with the one to fall back on."""
    return (
        f"<w:fonts {W}>" + "".join(_font(name, other) for name, other in SUBSTITUTES.items()) + "</w:fonts>"
    )


def fonts(eastern: str, latin: str = LATIN) -> str:
    """Write `w:rFonts`: Word takes Chinese from eastAsia, and an unset one from a theme."""
    hint = "" if latin == LATIN else ' w:hint="eastAsia"'
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{eastern}" w:cs="{LATIN}"{hint}/>'


_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG)}<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
)

_CHARACTER_STYLES = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>'
    '<w:rPr><w:color w:val="1F4E9E"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="toFill"><w:name w:val="待补充"/><w:qFormat/>'
    '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="lead"><w:name w:val="事项编号"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)

_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _paragraph_style(style: Style) -> str:
    keep = "<w:keepNext/>" if style.keeps else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    snap = '<w:snapToGrid w:val="0"/>' if style.line != LINE else ""
    then = f'<w:next w:val="{style_id(style.then)}"/>' if style.then else ""
    line = f' w:line="{style.line}" w:lineRule="exact"' if style.line else ""
    size = HALF_POINTS[style.size]
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/>{then}<w:qFormat/>'
        f'<w:pPr>{keep}<w:widowControl/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{snap}'
        f'<w:spacing w:before="{style.before}" w:after="{style.after}"{line}/>{_indent(style)}'
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr><w:rPr>{fonts(style.font, style.latin)}'
        f'{"<w:b/><w:bCs/>" if style.bold else ""}<w:color w:val="000000"/><w:spacing w:val="{style.spacing}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _indent(style: Style) -> str:
    """In hundredths of a character for Word, with twips for programs that do not count characters."""
    sides = {"left": style.left, "right": style.right, "firstLine": style.first, "hanging": style.hanging}
    written = (
        f'w:{side}Chars="{round(count * 100)}" w:{side}="{characters(count)}"'
        for side, count in sides.items()
        if count
    )
    inner = " ".join(written)
    return f"<w:ind {inner}/>" if inner else ""


def _font(name: str, other: str) -> str:
    alternative = f'<w:altName w:val="{other}"/>' if other else ""
    charset, family = ("00", "roman") if name == LATIN else ("86", "auto")
    return f'<w:font w:name="{name}">{alternative}<w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
