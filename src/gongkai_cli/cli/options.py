"""The options and arguments that several commands share."""

from typing import Annotated

import typer

PlanOption = Annotated[
    str | None, typer.Option("--plan", metavar="计划", help="计划的编号，即 data/plans/ 里的文件名")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="日期", help="截至哪一天，如 2021-09-20；默认今天")
]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")]
TaskArgument = Annotated[
    str, typer.Argument(metavar="任务", help="任务编号，如 15；有几个计划时写 计划/15", show_default=False)
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="内网地址也访问；不写的，指向内网的一律不访问")
]
KindArgument = Annotated[
    str,
    typer.Argument(
        metavar="种类", help="哪种报告，如 year-end；全部见 gongkai template list", show_default=False
    ),
]
