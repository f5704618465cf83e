"""A document on its way into the workspace: what the import of a plan and of an annual report have in common."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from gongkai_cli.cli.session import Session
from gongkai_cli.documents.block import Document
from gongkai_cli.model.plan import Source
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.account import Account, Leftover
from gongkai_cli.store.converted import Change
from gongkai_cli.views.review import Characters, Left


class Imported(ABC):
    """A document that was read and understood; not yet written."""

    def __init__(self, session: Session, file: Path, document: Document) -> None:
        self.session = session
        self.file = file
        self.source = Source(file=self._shown(), sha256=document.sha256)
        self.change: Change | None = None
        self.written = False

    @abstractmethod
    def tell(self, *, json: bool) -> None:
        """Show the review, or the result as JSON."""

    @abstractmethod
    def _written(self, root: Path, *, update: bool) -> Change:
        """Write the file of the result."""

    @abstractmethod
    def _change(self, root: Path) -> Change:
        """Tell what an update would change in that file."""

    @abstractmethod
    def _target(self) -> str:
        """Name that file."""

    def write(self, *, dry_run: bool, update: bool) -> None:
        """Write the result, unless it is only asked for."""
        if not dry_run:
            # the first plan makes a folder a workspace
            self.change = self._written(self._root() or self.session.start, update=update)
        elif self._root():
            self.change = self._change(self.session.root)
        self.written = not dry_run

    def refuse_loss(self, account: Account) -> None:
        """Stop where a character of the document found no place: then the import is wrong."""
        if account.lost:
            raise Refusal("import-lost", file=self.file, lost=account.lost[:40])

    @property
    def diff(self) -> str:
        """What changes in a file that is there."""
        return self.change.diff if self.change and self.change.was is not None else ""

    @property
    def outcome(self) -> str:
        """What became of the file."""
        file = self._target()
        if self.change and self.change.now == self.change.was:
            return f"{file} 已是这个内容，没有改动"
        if not self.written:
            return f"没有写文件（--dry-run）；去掉 --dry-run 就写到 {file}"
        return f"已写入 {file}" if self.change and self.change.was is None else f"已更新 {file}"

    def _shown(self) -> str:
        """Name the document as its result will: by its path in the workspace, or by its name alone."""
        root, path = self._root(), self.file.resolve()
        return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else self.file.name

    def _root(self) -> Path | None:
        """Find the workspace; a result may be looked at without one."""
        try:
            return self.session.root.resolve()
        except Refusal:
            return None


def told(leftover: Sequence[Leftover]) -> tuple[Left, ...]:
    """Give the text left over as views take it."""
    return tuple((one.locator, one.text) for one in leftover)


def characters(account: Account) -> Characters:
    """Give the account of the characters as views take it."""
    return Characters(
        total=account.total,
        tasks=account.tasks,
        headings=account.headings,
        header=account.header,
        leftover=account.leftover,
    )
