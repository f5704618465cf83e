"""What a verification of evidence found: each link and each file on one day, as its dated note states it."""

from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType, field

from gongkai_cli.model.entry import Entry, Listed

LinkOutcome = Literal["正常", "疑似失效", "需人工查看", "打不开", "未访问"]
FileOutcome = Literal["一致", "没有指纹", "内容变了", "找不到", "不在工作区"]


class LinkFound(Listed, frozen=True, kw_only=True):
    """A link: how it answered, where it led, its page's title, and what is wrong with its certificate."""

    url: str = field(name="链接")
    outcome: LinkOutcome = field(name="结果")
    status: int | UnsetType = field(default=UNSET, name="状态码")
    title: str = field(default="", name="标题")
    final: str = field(default="", name="转到")
    tls: str = field(default="", name="证书")
    detail: str = field(default="", name="说明")
    tasks: tuple[str, ...] = field(default=(), name="任务")


class FileFound(Listed, frozen=True, kw_only=True):
    """A file: whether it is what was filed, and the SHA-256 it has now where that is not the one stated."""

    file: str = field(name="文件")
    outcome: FileOutcome = field(name="结果")
    sha256: str = field(default="", name="sha256")
    tasks: tuple[str, ...] = field(default=(), name="任务")


class Verification(Entry, frozen=True, kw_only=True):
    """One verification: the day, the links and files looked at, each sorted by what it names."""

    day: date = field(name="核验日期")
    links: tuple[LinkFound, ...] = field(default=(), name="链接")
    files: tuple[FileFound, ...] = field(default=(), name="文件")
