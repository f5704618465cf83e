"""A server with a bare repository, and the clones of the coordinator and the offices that push to it."""

import shutil
from pathlib import Path

from clones import commit, git

import gongkai_cli
from gongkai_cli.cli.run import run

HOOK = Path(gongkai_cli.__file__).parent / "hooks/pre-receive"
CONFIG = "单位: 示例局\n牵头处室: 办公室\n部门:\n"
PLAN = """计划: p
标题: 示例局2021年工作要点
年度: 2021
单位: 示例局
报送:
  - {报送期: 第三季度, 起: 2021-07-01, 止: 2021-09-30, 截止: 2021-09-30}
任务:
"""
FIRST = "  - {日期: 2021-08-01, 任务: 1, 状态: 推进中, 进展: 起草, 填报人: 演示}\n"


class Server:
    """A bare repository without anything in it yet, in a folder where the clones will lie too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bare = folder / "服务器.git"
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.bare))

    def guard(self) -> None:
        """Install the hook."""
        shutil.copy(HOOK, self.bare / "hooks/pre-receive").chmod(0o755)

    def clone(self, office: str, name: str = "") -> Path:
        """Clone, set up as `init --office` does, but without hooks of its own."""
        root = self.folder / (name or office)
        git(self.folder, "clone", "--quiet", str(self.bare), str(root))
        for key, value in {
            "user.name": "演示",
            "user.email": email(office),
            "gongkai.office": office,
            "core.quotepath": "false",
        }.items():
            git(root, "config", key, value)
        if office == "办公室":
            git(root, "checkout", "--quiet", "-B", "main")
        elif git(root, "branch", "--remotes", "--list", f"origin/office/{office}"):
            git(root, "checkout", "--quiet", f"office/{office}")
        else:
            git(root, "checkout", "--quiet", "-b", f"office/{office}", "origin/main", "--no-track")
        return root


def email(office: str) -> str:
    """Tell an office's liaison's address."""
    return f"{office.encode().hex()}@example.com"


def found(server: Server, offices: list[str]) -> Path:
    """Push a workspace with a task for each office, the coordinator's first; return the coordinator's clone."""
    root = server.clone("办公室")
    lines = (f"  - {{名称: {one}, 联络员: [{{姓名: 演示, 邮箱: {email(one)}}}]}}\n" for one in offices)
    lay(root, "gongkai.yaml", CONFIG + "".join(lines))
    tasks = (
        f"  - {{编号: {n}, 具体要求: 事项{n}, 牵头: [{one}], 完成时限: 全年}}\n"
        for n, one in enumerate(offices, 1)
    )
    lay(root, "data/plans/p.yaml", PLAN + "".join(tasks))
    lay(root, ledger("办公室"), f"计划: p\n部门: 办公室\n记录:\n{FIRST}")
    commit(root, "建库")
    git(root, "push", "--quiet", "--set-upstream", "origin", "main")
    return root


def lay(root: Path, file: str, said: str | bytes) -> None:
    """Write a file of a clone."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(said if isinstance(said, bytes) else said.encode())


def ledger(office: str) -> str:
    """Tell where an office's ledger lies."""
    return f"data/ledger/p/{office}.yaml"


def record(root: Path, task: int, note: str, day: str = "2021-09-18", *more: str) -> None:
    """Record as an office's clerk."""
    said = ("--status", "推进中", "--note", note, "--date", day, "--reporter", "演示")
    office = git(root, "config", "gongkai.office")
    assert run(["-C", str(root), "record", str(task), "--office", office, *said, *more]) == 0


def gongkai(root: Path, *arguments: str) -> int:
    """Run a command in a clone."""
    return run(["-C", str(root), *arguments])
