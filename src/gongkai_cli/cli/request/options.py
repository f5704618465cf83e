"""The options and arguments that the commands of `gongkai request` share."""

from typing import Annotated

import typer

Number = Annotated[
    str,
    typer.Argument(
        metavar="编号", help="申请的编号，如 2021-003；只有一件以 3 结尾时写 3", show_default=False
    ),
]
Day = Annotated[str | None, typer.Option("--date", metavar="日期", help="哪一天办的；默认今天")]
Note = Annotated[
    str | None, typer.Option("--note", metavar="说明", help="要留的话；不写姓名、证件号、电话、住址")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只检查并显示，不写文件")]
