"""What a web page's answer says of a link offered as evidence."""

import re

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.verification import LinkOutcome

Verdict = tuple[LinkOutcome, str]


def verdict(status: int, title: str) -> Verdict:
    """Judge by the status and the page's title; returns the outcome and what is to be said of it."""
    lexicon = words("evidence")
    said = str(lexicon["状态码"].format(status=status))
    if str(status) in lexicon["需人工查看"] or 300 <= status < 400:
        return "需人工查看", said
    if not 200 <= status < 300:
        return "打不开", said
    if re.search(lexicon["疑似失效标题"], title, re.IGNORECASE):
        return "疑似失效", str(lexicon["疑似失效"]["标题"])
    return "正常", ""


def lost_on_the_way(asked: str, final: str) -> Verdict | None:
    """Judge a redirect by both paths: one from a page to the front page has lost the page."""
    front = words("evidence")["首页"]
    if final in front and asked not in front:
        return "疑似失效", str(words("evidence")["疑似失效"]["首页"])
    return None
