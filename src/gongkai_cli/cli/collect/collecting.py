"""The coordinator's half: fetch, take the offices' branches together, and only then move the branch and its files."""

from datetime import date

from gongkai_cli.cli.plans import plans_for
from gongkai_cli.cli.session import Session
from gongkai_cli.model.exchange import Collected, Returns
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.returns import returns
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.git.collecting import Collector, Pile
from gongkai_cli.store.git.pulling import pull
from gongkai_cli.store.git.remote import remote_of
from gongkai_cli.store.git.repository import BRANCHES, office_of
from gongkai_cli.store.git.workcopy import work_copy
from gongkai_cli.store.read import plan_years
from gongkai_cli.views.collect import said


class Intake:
    """One run of `collect`, as of a day."""

    def __init__(self, session: Session, day: date) -> None:
        self.session = session
        self.day = day
        self.copy = work_copy(session.root)
        if office_of(self.copy.branch):
            raise Refusal("not-the-main-branch", branch=self.copy.branch)
        self.remote = remote_of(self.copy.repository, self.copy.branch)
        self.target = self.copy.head

    def collect(self, plan: str | None, window: str | None, *, dry_run: bool) -> Collected:
        """Take the branches together, and bring the working copy to the result."""
        plans = plans_for(self.session.root, plan, self.day)
        if dry_run:
            self.remote.fetch()
        else:
            pull(self.copy, self.remote, (self.copy.branch,))
        workspace = self.session.workspace(list(plan_years(self.session.root)))
        collector = Collector(self.copy.repository, Pile(self.copy.head, workspace), self.day)
        brought = collector.take_all(self.remote.branches(BRANCHES))
        if not dry_run:
            self.copy.bring(collector.pile.head)
        return Collected(
            as_of=self.day,
            branch=self.copy.branch,
            brought=brought,
            returns=self._returns(collector.pile.workspace, plans, window),
        )

    def finish(self, *, push: bool, quiet: bool) -> None:
        """Push what was collected, if asked to, and say what is left to do."""
        if self.copy.head == self.remote.branch(self.copy.branch):
            return
        if push and not self.remote.push(self.copy.branch, self.copy.branch):
            raise Refusal("collect-raced", remote=self.remote.name)
        if not quiet:
            key = "已推送" if push else "没有推送"
            self.session.say(said(key, remote=self.remote.name, branch=self.copy.branch))

    def _returns(self, workspace: Workspace, plans: list[str], window: str | None) -> tuple[Returns, ...]:
        summaries = summarise(workspace, self.day, plans).plans
        known = list(dict.fromkeys(one.name for summary in summaries for one in summary.plan.windows))
        if window is not None and window not in known:
            raise Refusal("no-such-choice", option="--window", value=window, known="、".join(known))
        return tuple(one for summary in summaries for one in returns(summary, self.day, window))
