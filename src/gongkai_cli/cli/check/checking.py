"""What `check` does besides finding: choosing what to look at, mending, and telling in the form asked for."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from gongkai_cli.cli.check.findings import Findings, find, wanted
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal

FORMS = ("text", "json", "github", "gitlab")


class Checking:
    """One check of the files below some paths."""

    def __init__(self, session: Session, below: Collection[Path], form: str) -> None:
        if form not in FORMS:
            raise Refusal("no-such-choice", option="--format", value=form, known="、".join(FORMS))
        self.session, self.below, self.form = session, below, form

    def changed_since(self, revision: str) -> Collection[str] | None:
        """List the files changed since a revision; None for all."""
        from gongkai_cli.store.git.changed import changed_since

        return changed_since(self.session.root, revision)

    def fix(self, changed: Collection[str] | None, *, dry_run: bool) -> None:
        """Mend what can be mended only one way, and say what; beside a form for programs, on standard error."""
        from gongkai_cli.store.fixing import fix
        from gongkai_cli.views.fixes import fixes_text

        root = self.session.root
        fixed = fix(root, wanted(root, self.below, changed), dry_run=dry_run)
        said = fixes_text([(one.file, one.changes) for one in fixed], dry_run=dry_run)
        if self.form == "text":
            self.session.say(said)
        else:
            self.session.note(said.rstrip("\n"))

    def tell(self, day: date, changed: Collection[str] | None) -> int:
        """Tell what is wrong as of a day; return the exit code."""
        findings = find(self.session.root, day, self.below, changed)
        self.session.say(self._drawn(findings).rstrip("\n"))
        return int(findings.errors > 0)

    def _drawn(self, findings: Findings) -> str:
        from gongkai_cli.views.problems import problems_json, text

        if self.form in {"text", "json"}:
            return (text if self.form == "text" else problems_json)(findings.located)
        from gongkai_cli.store.git.changed import prefix
        from gongkai_cli.views.annotations import github, gitlab

        return (github if self.form == "github" else gitlab)(findings.located, prefix(self.session.root))
