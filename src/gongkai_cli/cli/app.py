"""The list of commands."""

# command → who needs it, and the module of this folder that holds it
COMMANDS = {
    "record": ("填报", "record.command"),
    "evidence add": ("填报", "evidence.add"),
    "evidence verify": ("填报", "evidence.verify"),
    "evidence capture": ("填报", "evidence.capture"),
    "show": ("填报", "show"),
    "submit": ("填报", "submit.command"),
    "status": ("统筹", "status"),
    "collect": ("统筹", "collect.command"),
    "sheet export": ("统筹", "sheet.export"),
    "sheet import": ("统筹", "sheet.import_"),
    "check": ("统筹", "check.command"),
    "explain": ("统筹", "explain"),
    "diff": ("统筹", "diff.command"),
    "request add": ("申请", "request.add"),
    "request step": ("申请", "request.step"),
    "request answer": ("申请", "request.answer"),
    "request list": ("申请", "request.list"),
    "request due": ("申请", "request.due"),
    "request show": ("申请", "request.show"),
    "annual build": ("报告", "annual.build"),
    "annual check": ("报告", "annual.check"),
    "report": ("报告", "report.command"),
    "template list": ("报告", "template.list_"),
    "template copy": ("报告", "template.copy"),
    "template check": ("报告", "template.check"),
    "template describe": ("报告", "template.describe"),
    "init": ("维护", "init.command"),
    "import": ("维护", "import_.command"),
    "git guard": ("维护", "git.guard"),
    "git resolve": ("维护", "git.resolve"),
    "git merge-driver": ("维护", "git.merge_driver"),
}

# first word of commands that have two → who needs them, and what they are for
GROUPS: dict[str, tuple[str, str]] = {
    "evidence": ("填报", "佐证材料：补附、核验、网页存证"),
    "sheet": ("统筹", "填报表：发给不用 git 的部门，收回来登记"),
    "request": ("申请", "依申请公开：登记、步骤、期限、答复"),
    "annual": ("报告", "法定年度报告：汇总、核对勾稽关系"),
    "git": ("维护", "git 自己或服务端调用的：查归属、合并台账"),
    "template": ("报告", "报告的模板：看用的是哪个、复制出来改、查错、列出可填的内容"),
}
