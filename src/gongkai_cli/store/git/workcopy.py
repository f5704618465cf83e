"""The working copy of a clone: what is changed in it, and bringing it up to date without losing any of that."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from gongkai_cli.model.history import LINK, REGULAR, Version
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.store.git import history
from gongkai_cli.store.git.joining import Three, joined_file, stage, stuck
from gongkai_cli.store.git.repository import Repository
from gongkai_cli.store.git.underway import refuse_half_done
from gongkai_cli.store.lock import locked
from gongkai_cli.store.replace import present, replace


class WorkCopy(Struct, frozen=True):
    """A clone with its branch, in a state in which work can begin."""

    repository: Repository
    branch: str

    @property
    def head(self) -> str:
        """The commit the branch points to."""
        return self.repository.says("rev-parse", "HEAD")

    def follows(self, later: str, earlier: str) -> bool:
        """Say whether a commit has another in its past, or is it."""
        return self.repository.answer("merge-base", "--is-ancestor", earlier, later) is not None

    def changed(self) -> dict[str, bool]:
        """Tell the files that are not as the last commit has them → whether git knows them already."""
        told = self.repository.says("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all")
        return {line[3:]: line[:2] != "??" for line in told.split("\0") if line}

    def differing(self, files: Iterable[str]) -> tuple[str, ...]:
        """Choose the files that differ from the last commit once git has put their line ends right."""
        known = {file: version.id for file, version in history.files(self.repository, self.head).items()}
        stored = {file: self.stored(file) for file in files}
        return tuple(file for file, now in stored.items() if (now and now.id) != known.get(file))

    def stored(self, file: str) -> Version | None:
        """Store a file of the working copy as git would; None where it is gone."""
        data = self._present(file)
        return None if data is None else self._stored(file, data)

    def bring(self, target: str) -> None:
        """Bring branch and files up to a commit that follows the present one; a Refusal where files stand in the way.

        Ledgers that are changed here and come in changed are merged record by record, and stay changed.
        """
        incoming = history.between(self.repository, self.head, target)
        if target == self.head:
            return
        with locked(self.repository.folder):
            mixed = [file for file in self.changed() if file in incoming]
            held = {file: self._present(file) for file in mixed}
            merged = self._merged(held, incoming)
            with self._staged({file: incoming[file][1] for file in mixed}):
                self.repository.says("merge", "-q", "--ff-only", target)
            for file, version in merged.items():
                self._write(file, held[file], version)

    def commit(self, files: Iterable[str], message: str) -> None:
        """Commit these files as they are, and nothing else, staged or not."""
        names = "\0".join(map(_literal, files)).encode("utf-8", "surrogateescape")
        given = ("--pathspec-from-file=-", "--pathspec-file-nul")
        self.repository.says("add", "-f", *given, data=names)
        self.repository.says("commit", "-q", "--only", "-m", message, *given, data=names)

    def _merged(
        self, held: Mapping[str, bytes | None], incoming: history.Changes
    ) -> dict[str, Version | None]:
        results = {
            file: joined_file(self.repository, file, self._three(file, data, incoming[file]))
            for file, data in held.items()
        }
        problems = [result for result in results.values() if isinstance(result, Problem)]
        if problems:
            raise stuck("in-the-way", problems)
        return {file: result for file, result in results.items() if not isinstance(result, Problem)}

    def _three(self, file: str, data: bytes | None, change: history.Change) -> Three:
        return Three(change[0], None if data is None else self._stored(file, data), change[1])

    @contextmanager
    def _staged(self, files: Mapping[str, Version | None]) -> Iterator[None]:
        """Tell git that these files are come to already, so that it leaves them to us."""
        if files:
            stage(self.repository, files)
        try:
            yield
        except Refusal:
            if files:
                self.repository.tried("reset", "-q", "--", *map(_literal, files))
            raise

    def _present(self, file: str) -> bytes | None:
        """Read a file as git does: of a link, where it leads; None where there is none."""
        path = self.repository.folder / file
        return os.fsencode(path.readlink()) if path.is_symlink() else present(path)

    def _stored(self, file: str, data: bytes) -> Version:
        link = (self.repository.folder / file).is_symlink()
        how = "--no-filters" if link else f"--path={file}"
        return Version(
            LINK if link else REGULAR, self.repository.says("hash-object", "-w", how, "--stdin", data=data)
        )

    def _write(self, file: str, was: bytes | None, version: Version | None) -> None:
        """Write a version as a checkout would, with the line ends of this computer."""
        path = self.repository.folder / file
        if version is None:
            path.unlink(missing_ok=True)
            return
        data = self.repository.gives("cat-file", "--filters", f"--path={file}", version.id)
        if data != was:
            replace(path, was, data)


def work_copy(root: Path) -> WorkCopy:
    """Return the clone a workspace is; a Refusal where it is none, or something in it is half done."""
    repository = Repository(root)
    top = repository.answer("rev-parse", "--show-toplevel")
    if top is None:
        raise Refusal("no-repository", folder=root)
    if Path(top).resolve() != root.resolve():
        raise Refusal("not-the-top", folder=root, top=top)
    refuse_half_done(repository)
    branch = repository.answer("symbolic-ref", "-q", "--short", "HEAD")
    if branch is None:
        raise Refusal("off-branch")
    if repository.answer("rev-parse", "-q", "--verify", "HEAD") is None:
        raise Refusal("no-commits")
    if repository.answer("var", "GIT_AUTHOR_IDENT") is None:
        raise Refusal("unknown-self")
    return WorkCopy(repository, branch)


def _literal(file: str) -> str:
    """Name a file to git as it is spelt: brackets and stars in names of evidence are no patterns."""
    return f":(literal){file}"
