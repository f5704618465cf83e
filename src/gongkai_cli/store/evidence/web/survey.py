"""Many links looked up at once, politely: site by site, one request at a time to each, with a pause between."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event, Lock

from msgspec.structs import replace

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.verification import LinkFound, LinkOutcome
from gongkai_cli.rules.links import lost_on_the_way, verdict
from gongkai_cli.store.evidence.web.fetch import Reply, fetch
from gongkai_cli.store.evidence.web.manners import Manners
from gongkai_cli.store.evidence.web.target import Target, moved, target_of
from gongkai_cli.store.evidence.web.title import title_of

_MOVED = {301, 302, 303, 307, 308}
_OUTCOMES: dict[str, LinkOutcome] = {
    "link-scheme": "未访问",
    "link-unreadable": "未访问",
    "link-credentials": "未访问",
    "private-address": "未访问",
    "link-tls": "需人工查看",  # browsers still speak older TLS than this
}


class Survey:
    """One round of links; sites that a redirect leads to keep their turn, too."""

    def __init__(self, manners: Manners) -> None:
        self.manners = manners
        self._turns: dict[str, Lock] = {}
        self._free: dict[str, float] = {}
        self._stopped = Event()

    def found(self, links: Iterable[str]) -> Iterator[LinkFound]:
        """Look each link up once; yields what was found as it comes in. Stops asking when nobody listens."""
        sites = _by_site(links)
        arrived: SimpleQueue[LinkFound] = SimpleQueue()
        pool = ThreadPoolExecutor(max_workers=self.manners.at_once)
        try:
            for one in sites.values():
                pool.submit(self._visit, one, arrived)
            for _ in range(sum(map(len, sites.values()))):
                yield arrived.get()
        finally:
            self._stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)

    def _visit(self, links: list[str], arrived: "SimpleQueue[LinkFound]") -> None:
        for link in links:
            if self._stopped.is_set():
                return
            arrived.put(self._look_up(link))

    def _look_up(self, link: str) -> LinkFound:
        try:
            return self._followed(link, target_of(link))
        except Refusal as refusal:
            detail = message(refusal.code, refusal.about)
            return LinkFound(url=link, outcome=_OUTCOMES.get(refusal.code, "打不开"), detail=detail)
        except Exception as error:  # noqa: BLE001  one page's oddity must not lose what the others answered
            detail = message("link-odd", {"value": type(error).__name__})
            return LinkFound(url=link, outcome="需人工查看", detail=detail)

    def _followed(self, link: str, target: Target) -> LinkFound:
        first, tls = target, ""
        for _ in range(self.manners.redirects + 1):
            reply = self._in_turn(target)
            tls = tls or reply.tls
            if reply.status not in _MOVED or not reply.location:
                found = _judged(reply, first, target)
                return replace(found, url=link, tls=tls)
            target = moved(target, reply.location)
        raise Refusal("link-redirects", host=target.host, count=self.manners.redirects)

    def _in_turn(self, target: Target) -> Reply:
        """Wait until nobody asks this site and it has had its pause."""
        with self._turns.setdefault(target.host, Lock()):
            time.sleep(max(0.0, self._free.get(target.host, 0.0) - time.monotonic()))
            try:
                return fetch(target, self.manners)
            finally:
                self._free[target.host] = time.monotonic() + self.manners.pause


def _judged(reply: Reply, first: Target, final: Target) -> LinkFound:
    title = title_of(reply.head, reply.content_type)
    outcome, detail = verdict(reply.status, title)
    if outcome == "正常":
        outcome, detail = lost_on_the_way(first.path, final.path) or (outcome, detail)
    moved_to = final.url if final != first else ""
    return LinkFound(url="", outcome=outcome, status=reply.status, title=title, final=moved_to, detail=detail)


def _by_site(links: Iterable[str]) -> dict[str, list[str]]:
    """Part the links by host, each once; those that cannot be read together."""
    sites: dict[str, list[str]] = defaultdict(list)
    for link in dict.fromkeys(links):
        try:
            sites[target_of(link).host].append(link)
        except Refusal:
            sites[""].append(link)
    return sites
