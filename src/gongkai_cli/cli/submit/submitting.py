"""Handing in an office's ledgers: pull, check, show, commit, push; and again where somebody else was faster."""

from msgspec import Struct

from gongkai_cli.cli.check.findings import Findings, find
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import level
from gongkai_cli.model.exchange import News
from gongkai_cli.model.problem import Refusal
from gongkai_cli.rules.checks.filed import offices_of
from gongkai_cli.rules.difference import is_about
from gongkai_cli.store.git.pulling import pull, tips
from gongkai_cli.store.git.remote import Remote, remote_of
from gongkai_cli.store.git.repository import branch_of, default_office
from gongkai_cli.store.git.submitting import Counter, Ledgers, Survey
from gongkai_cli.store.git.workcopy import work_copy
from gongkai_cli.store.read import read_workspace
from gongkai_cli.views.problems import ERROR, text
from gongkai_cli.views.submit import Back, faults_text, news_message, news_page, said

_ATTEMPTS = 5  # pushes that came second to another; after so many something else is wrong


class Wishes(Struct, frozen=True, kw_only=True):
    """What the options ask for; `online` where the server is to be asked."""

    plan: str | None
    message: str
    online: bool
    dry_run: bool


class Clerk:
    """One run of `submit` for one office."""

    def __init__(self, session: Session, office: str | None, wishes: Wishes) -> None:
        self.session = session
        self.wishes = wishes
        self.copy = work_copy(session.root)
        self.office, self.names = _office(session, office)
        self.branch = branch_of(self.office)

    def submit(self) -> int:
        """Hand in; 1 where the office has to mend something first."""
        if not self.wishes.online:
            return self._commit(self._last_known())
        remote = remote_of(self.copy.repository, self.copy.branch)
        known = self._pull(remote)
        return self._commit(known) or self._push(remote, known)

    def _pull(self, remote: Remote) -> tuple[str, ...]:
        return pull(self.copy, remote, (remote.main, self.branch))

    def _last_known(self) -> tuple[str, ...]:
        """Name what the server held when it was last asked; nothing where there is none."""
        try:
            remote = remote_of(self.copy.repository, self.copy.branch)
            return tuple(tips(remote, (remote.main, self.branch)).values())
        except Refusal:
            return ()

    def _commit(self, known: tuple[str, ...]) -> int:
        """Check, show and commit the office's change; 1 where it cannot be."""
        ledgers = self._ledgers()
        survey = Counter(self.copy, self.office, known).survey(ledgers, self.wishes.plan)
        findings = self._findings(survey.news, ledgers)
        if findings.errors:
            self.session.say(text(findings.located), end="")
            return 1
        if survey.changed or survey.committed:
            self.session.say(
                faults_text(survey.changed, survey.committed, Back(survey.base, survey.fresh)), end=""
            )
            return 1
        self.session.show(news_page(survey.news, findings.located, self.session.width))
        self._tell_left(survey)
        if survey.news.files and not self.wishes.dry_run:
            message = self.wishes.message or news_message(survey.news)
            self.copy.commit(survey.news.files, message)
            self.session.say(said("已提交", message=message.partition("\n")[0]))
        return 0

    def _push(self, remote: Remote, known: tuple[str, ...]) -> int:
        """Push what waits to be pushed; where somebody else pushed in between, pull and try again."""
        for _ in range(_ATTEMPTS):
            if not Counter(self.copy, self.office, known).unpushed():
                return 0
            if remote.push(self.copy.branch, self.branch):
                self.session.say(said("已推送", remote=remote.name, branch=self.branch))
                return 0
            known = self._pull(remote)
        raise Refusal("push-raced", count=_ATTEMPTS)

    def _ledgers(self) -> Ledgers:
        """Read the office's ledgers in the working copy; what does not read is told by the checks."""
        wanted = None if self.wishes.plan is None else [self.wishes.plan]
        return read_workspace(self.session.root, plans=wanted, offices=self.names)[0].ledgers

    def _findings(self, news: News, ledgers: Ledgers) -> Findings:
        """Check the files to be submitted; what is wrong with records of old only a correction can mend."""
        files = [path for file in news.files if (path := self.session.root / file).exists()]
        if not files:
            return Findings((), 0)
        found = find(self.session.root, self.session.day(None), files)
        told = {one.file: one.value for one in ledgers}
        rows = tuple(row for row in found.located if is_about(row[0], told, news.records))
        return Findings(rows, sum(level(problem.code) == ERROR for problem, _ in rows))

    def _tell_left(self, survey: Survey) -> None:
        for key, files in (("没有用到", survey.unused), ("没有提交", survey.left)):
            if files and (survey.news.files or key == "没有用到"):
                self.session.note(said(key, files="、".join(files)))


def _office(session: Session, asked: str | None) -> tuple[str, frozenset[str]]:
    """Tell whose ledgers are handed in, by the office's own name and all of its names."""
    name = asked or default_office(session.root)
    if not name:
        raise Refusal("no-office")
    workspace = read_workspace(session.root, offices=())[0]
    known = dict.fromkeys(one.name for one in workspace.config.offices)
    for plan in workspace.plans:
        known |= dict.fromkeys(sorted(offices_of(workspace.config, plan.value)))
    own = next((one for one in workspace.config.offices if name in (one.name, *one.aliases)), None)
    if own is None and name not in known:
        raise Refusal("no-such-office", value=name, known="、".join(known))
    return (own.name, frozenset((own.name, *own.aliases))) if own else (name, frozenset({name}))
