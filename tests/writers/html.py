"""A page as a web page. Ways: 外框 (a site around it), 版式表 (an old site around it, laid out with tables), GB18030,
段落 (each line of a cell in its own <p>).
"""

from html import escape

from writers.page import Cell, Page, Plain, Sheet, Table

_TOP = """<div class="header"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/hdjl/">互动交流</a></div>
<div class="nav">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
<script>var page = "任务分解表";</script>
<div class="article">
"""
_BOTTOM = """</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a> <a href="#">打印</a> <a href="#">关闭窗口</a></div>
<div class="footer"><p>网站地图 | 联系我们 | 使用帮助</p>
<p>主办单位：云河市人民政府办公室　备案号：云ICP备00000000号</p></div>
"""
_OLD_TOP = """<table width="1000"><tr><td colspan="2"><img src="logo.gif" alt="云河市人民政府"></td></tr>
<tr><td width="180"><table><tr><td><a href="/">网站首页</a></td></tr>
<tr><td><a href="/zw/">政务公开</a></td></tr></table></td>
<td><table width="100%"><tr><td>
"""
_OLD_BOTTOM = """</td></tr></table></td></tr>
<tr><td colspan="2"><a href="#">关于我们</a> | <a href="#">网站地图</a><br>版权所有：云河市人民政府</td></tr></table>
"""


def html(page: Page) -> bytes:
    """Write a page as HTML."""
    writer = _Writer(page)
    held = "\n".join(writer.block(block) for block in page.blocks if not isinstance(block, Sheet))
    charset = "gb18030" if "GB18030" in page.ways else "utf-8"
    top, bottom = (_TOP, _BOTTOM) if "外框" in page.ways else ("", "")
    top, bottom = (_OLD_TOP, _OLD_BOTTOM) if "版式表" in page.ways else (top, bottom)
    title = next((escape(block) for block in page.blocks if isinstance(block, str)), "")
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>{title}</title>'
        f"<style>td {{ border: 1px solid }}</style></head>\n<body>\n{top}{held}\n{bottom}</body></html>\n"
    ).encode(charset)


class _Writer:
    def __init__(self, page: Page) -> None:
        self.plain = Plain()
        self.paragraphs = "段落" in page.ways

    def block(self, block: str | Table) -> str:
        if isinstance(block, Table):
            rows = "\n".join(
                self._row(row, head=place < block.header) for place, row in enumerate(block.rows)
            )
            return f'<table border="1">\n{rows}\n</table>'
        return f"<p>{'<br>'.join(map(escape, self.plain.lines(block)))}</p>"

    def _row(self, row: tuple[Cell, ...], *, head: bool) -> str:
        return f"<tr>{''.join(self._cell(cell, 'th' if head else 'td') for cell in row)}</tr>"

    def _cell(self, cell: Cell, tag: str) -> str:
        lines = [escape(line) or "&nbsp;" for line in self.plain.lines(cell.text)]
        if self.paragraphs:
            held = "\n".join(f'<p class="MsoNormal"><span>{line}</span></p>' for line in lines)
        else:
            held = "<br/>".join(lines)
        spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        return f"<{tag}{spans}>{held}</{tag}>"
