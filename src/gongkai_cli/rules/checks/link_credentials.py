"""链接里写了用户名或密码。

“https://用户名:密码@网站/…”这样的网址，谁看到台账谁就能登录；写进 git 的历史，删了也还在。
改法：删去“@”和它前面的用户名、密码，只留 https://网站/…；密码已经写进台账的，请尽快更换。
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "link-credentials"
_LINK = re.compile(r"(https?://)[^\s/?#\\@]*@([^\s/?#\\@]+)", re.IGNORECASE)


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each link of evidence or of a published plan that names who logs in; the name is not repeated."""
    for file, at, one in evidence(workspace):
        if found := _LINK.match(one.url):
            yield Problem(file, (*at, "链接"), CODE, {"value": "".join(found.groups())})
    for sourced in workspace.plans:
        published = sourced.value.published
        if published is not UNSET and (found := _LINK.match(published.url)):
            yield Problem(sourced.file, ("公开", "链接"), CODE, {"value": "".join(found.groups())})
