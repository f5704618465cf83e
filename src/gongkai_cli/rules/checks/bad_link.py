"""链接打不开：不是 http 或 https 开头的网址。

链接要能在浏览器里直接打开；少了 https://、带了空格，或者写成了本机文件，别人都打不开。
改法：从浏览器的地址栏复制完整网址：https://www.gz.gov.cn/…；本机文件请用“文件”。
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "bad-link"
_LINK = re.compile(r"https?://[^\s/?#\\]+(?:[/?#]\S*)?", re.IGNORECASE)


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each link of evidence or of a published plan that no browser opens."""
    for file, at, one in evidence(workspace):
        if one.url and not is_link(one.url):
            yield Problem(file, (*at, "链接"), CODE, {"value": one.url})
    for sourced in workspace.plans:
        published = sourced.value.published
        if published is not UNSET and published.url and not is_link(published.url):
            yield Problem(sourced.file, ("公开", "链接"), CODE, {"value": published.url})


def is_link(text: str) -> bool:
    """Say if a text is a whole web address."""
    return _LINK.fullmatch(text) is not None
