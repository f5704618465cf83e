"""Data of any size: a plan with its ledgers, and as many transactions for the peer."""

from datetime import date
from pathlib import Path

from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.record import Evidence, Ledger, Record

OFFICES = 50
TASKS = 100


def workspace(folder: Path, records: int, *, offices: int = OFFICES) -> Path:
    """Make a workspace whose plan has so many records, spread evenly over its offices."""
    ledgers = folder / "data" / "ledger" / "p"
    ledgers.mkdir(parents=True)
    (folder / "data" / "plans").mkdir()
    (folder / "data" / "plans" / "p.yaml").write_text(_plan(offices), "utf-8")
    for office in range(offices):
        numbers = range(office, records, offices)
        text = "".join(_record(number, offices) for number in numbers)
        (ledgers / f"处室{office}.yaml").write_text(f"计划: p\n部门: 处室{office}\n记录:\n{text}", "utf-8")
    return folder


def long_plan(tasks: int) -> tuple[Plan, Ledger]:
    """Make a plan of so many tasks in ten parts, and the ledger of the office that filed for each of them."""
    rows = tuple(
        Task(
            id=str(number),
            chapter=f"{'一二三四五六七八九十'[number * 10 // tasks]}、深化政务公开",
            section=f"（{number % 7 + 1}）做好公开",
            requirement=f"做好第{number}项政务公开工作，及时公开相关信息，接受群众监督。",
            lead=("处室0",),
            support=("各处室",),
            deadline="全年" if number % 2 else "年底前",
        )
        for number in range(tasks)
    )
    records = tuple(_filed(number) for number in range(tasks))
    plan = Plan(id="p", title="示例局2021年政务公开工作要点", year=2021, body="示例局", tasks=rows)
    return plan, Ledger(plan="p", office="处室0", records=records)


def album(folder: Path, pictures: int) -> Path:
    """Make a workspace with so many photographs of about two megabytes, each a piece of evidence."""
    from PIL import Image

    made = workspace(folder, 1, offices=1)
    (made / "evidence").mkdir()
    noise = Image.effect_noise((1200, 900), 60).convert("RGB").resize((3600, 2700))
    noise.save(made / "evidence" / "0.jpg", quality=80)
    photograph = (made / "evidence" / "0.jpg").read_bytes()
    for number in range(pictures):
        (made / "evidence" / f"{number}.jpg").write_bytes(photograph)
    evidence = "".join(
        f"      - {{类型: 图片, 标题: 图{number}, 文件: evidence/{number}.jpg}}\n"
        for number in range(pictures)
    )
    with (made / "data" / "ledger" / "p" / "处室0.yaml").open("a", encoding="utf-8") as ledger:
        ledger.write(f"  - 日期: 2021-09-01\n    任务: 1\n    状态: 推进中\n    佐证材料:\n{evidence}")
    return made


def transactions(file: Path, count: int) -> Path:
    """Make a beancount file with so many transactions, in as many accounts as there are offices."""
    accounts = "".join(f"2021-01-01 open Expenses:O{number}\n" for number in range(OFFICES))
    entries = "".join(
        f'2021-{1 + number % 12:02}-{1 + number % 28:02} * "office" "work number {number}"\n'
        f"  Expenses:O{number % OFFICES}  1.00 CNY\n  Assets:Cash  -1.00 CNY\n\n"
        for number in range(count)
    )
    file.write_text(f"2021-01-01 open Assets:Cash\n{accounts}\n{entries}", "utf-8")
    return file


def _plan(offices: int) -> str:
    tasks = "".join(
        f"  - 编号: {number}\n    部分: 一、深化政务公开\n"
        f"    具体要求: 做好第{number}项政务公开工作，及时公开相关信息。\n"
        f"    牵头: [处室{number % offices}]\n    完成时限: {'全年' if number % 2 else '年底前'}\n"
        for number in range(1, TASKS + 1)
    )
    return (
        "计划: p\n标题: 示例局2021年政务公开工作要点\n年度: 2021\n单位: 示例局\n报送:\n"
        "  - {报送期: 第三季度, 起: 2021-07-01, 止: 2021-09-30, 截止: 2021-09-30, 原文: 10月前}\n"
        f"任务:\n{tasks}"
    )


def _filed(number: int) -> Record:
    link = Evidence(kind="报道", title=f"报道{number}", url=f"https://example.com/{number}")
    progress = "召开专题会议，公开相关信息若干条。"
    return Record(
        day=date(2021, 8, 20), task=str(number), status="推进中", progress=progress, evidence=(link,)
    )


def _record(number: int, offices: int) -> str:
    task = number % offices or offices
    return (
        f"  - 日期: 2021-{1 + number % 9:02}-{1 + number % 28:02}\n    任务: {task}\n    状态: 推进中\n"
        f"    进展: 第{number}次推进：召开专题会议，公开相关信息若干条。\n"
        f"    佐证材料:\n      - {{类型: 报道, 标题: 报道{number}, 链接: https://example.com/{number}}}\n"
        "    填报人: 演示\n"
    )
