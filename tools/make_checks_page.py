"""Writes docs/checks.md: a page of every problem `gongkai check` tells, from the checks, messages and cases.

Run without arguments; `tests/rules/checks/test_page.py` fails while the page is not current.
"""

import re
from pathlib import Path

from gongkai_cli.lexicon.load import level, sentence, words
from gongkai_cli.rules.checks import CHECKS, Check

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "checks.md"
CASES = ROOT / "tests" / "cases" / "checks"

_HEAD = """# `gongkai check` 查什么

每条问题一行：`文件:行:列: 代码 说明`。错误要改，提示请核对；有错误时命令以 1 退出，只有提示时以 0 退出。
下面的例子取自测试（`tests/cases/checks/`），出错的行以 `# E: 列 代码` 注明。

本页由 `tools/make_checks_page.py` 生成，请勿手改。
"""
_READING = """
## 读不了、读不懂的文件

有下面这些问题的文件，只有 `check` 会逐条说明；别的命令遇到它就停下，请先改好。
"""
_AROUND = 3


def page() -> str:
    """Compose the page: the checks with what they are for, then what reading a file can find."""
    checked = [one.CODE for one in CHECKS]
    told = [code for code, entry in words("messages").items() if "级别" in entry and "用于" not in entry]
    read = [code for code in told if code not in checked]
    parts = [
        _HEAD,
        "\n## 检查\n",
        *(_check(one) for one in CHECKS),
        _READING,
        *(_found(code) for code in read),
    ]
    return "".join(parts)


def _check(one: Check) -> str:
    code, said = one.CODE, (one.__doc__ or "").strip()
    head, _, more = said.partition("\n\n")
    return f"\n### {code}（{level(code)}）\n\n**{head}**\n\n{_paragraphs(more)}{_example(code)}"


def _found(code: str) -> str:
    return f"\n### {code}（{level(code)}）\n\n{sentence(code)}。\n{_example(code)}"


def _paragraphs(text: str) -> str:
    """Put what to do in a paragraph of its own and join the hard wraps of the rest."""
    why, _, mending = text.partition("改法：")
    return (
        "".join(why.split("\n")) + (f"\n\n改法：{''.join(mending.split(chr(10)))}" if mending else "") + "\n"
    )


def _example(code: str) -> str:
    """Show the first bad line of the code's first case, with the lines before it."""
    case = next(iter(sorted((CASES / code).glob("bad*.yaml"))), None)
    lines = case.read_text("utf-8").replace("\u2028", "\\u2028").splitlines() if case else []
    first = next((n for n, line in enumerate(lines) if re.search(rf"# E: .*\b{code}\b", line)), None)
    if first is None:
        return ""
    shown = "\n".join(_from_section(lines[: first + 1])[-_AROUND:])
    return f"\n```yaml\n{shown}\n```\n"


def _from_section(lines: list[str]) -> list[str]:
    start = max((n for n, line in enumerate(lines) if line.startswith("#> ")), default=-1)
    return lines[start + 1 :]


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
