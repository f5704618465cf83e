"""One visit to a page: it is loaded, scrolled through so that late pictures come, and let settle."""

import time
from typing import Any
from urllib.parse import urlsplit

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.capture.devtools import DevTools, Params
from gongkai_cli.store.evidence.web.gate import Gate

WIDTH, HEIGHT = 1280, 900
TALLEST = 16_000  # pixels: Chromium repeats a picture beyond 16 384
_QUIET = 0.6  # seconds without a request: the page has settled
_SETTLING = 2.5
_SCROLLING = 12.0
_PAPER = "application/pdf"
_CERTIFICATE = "net::ERR_CERT_"
_SCROLL = """new Promise(done => {{
  window.scrollTo(0, {top});
  setTimeout(() => done(document.documentElement.scrollHeight), 120);
}})"""


class Visit:
    """What is known of the page while it loads: its answer's status, a certificate's fault, whether it finished."""

    def __init__(self, devtools: DevTools, gate: Gate) -> None:
        self.devtools = devtools
        self.gate = gate
        self.status = 0
        self.tls = ""
        self.finished = True
        self._frame = ""
        self._asked = ""
        self._loading = False
        self._waiting: set[str] = set()
        self._heard = time.monotonic()

    def open(self, url: str, seconds: float) -> None:
        """Go to a page and wait so many seconds at most; then it is stopped and stays as it is."""
        self._prepare()
        until = time.monotonic() + seconds
        self.devtools.until = until
        self._navigate(url)
        self.finished = self._loaded(until)
        self.devtools.until = time.monotonic() + seconds
        if not self.finished:
            self.devtools.command("Page.stopLoading")
            self._settle()
        self._check_reached()
        self._scroll(time.monotonic() + _SCROLLING)

    def place(self) -> tuple[str, str]:
        """Tell where the visit ended, and the title there."""
        history = self.devtools.command("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"]]
        return str(entry["url"]), str(entry["title"])

    def _prepare(self) -> None:
        tab = self.devtools
        tab.listeners |= {
            "Page.javascriptDialogOpening": lambda _: self._dismiss(),
            "Page.frameStartedLoading": self._started,
            "Page.frameStoppedLoading": self._stopped,
            "Network.requestWillBeSent": self._requested,
            "Network.responseReceived": self._answered,
            "Network.loadingFinished": self._ended,
            "Network.loadingFailed": self._ended,
        }
        for domain in ("Page", "Network"):
            tab.command(f"{domain}.enable")
        tab.command(
            "Emulation.setDeviceMetricsOverride",
            width=WIDTH,
            height=HEIGHT,
            deviceScaleFactor=1,
            mobile=False,
        )
        tab.command("Browser.setDownloadBehavior", behavior="deny")
        self._frame = tab.command("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def _navigate(self, url: str) -> None:
        self._loading = True
        told = self.devtools.command("Page.navigate", url=url)
        fault = str(told.get("errorText", ""))
        if fault.startswith(_CERTIFICATE) and not self.tls:
            self.tls = fault.removeprefix("net::")
            self.devtools.command("Security.setIgnoreCertificateErrors", ignore=True)
            self._navigate(url)
        elif told.get("isDownload") or fault == "net::ERR_ABORTED":
            raise Refusal("page-download", value=url)
        elif fault:
            self._check_reached()
            raise Refusal("page-unreached", value=url, detail=fault.removeprefix("net::"))

    def _check_reached(self) -> None:
        """Refuse a page of a private address: what was shown instead is the gate's own answer."""
        asked = urlsplit(self._asked).hostname or ""
        if asked in self.gate.refused:
            raise Refusal("private-page", host=asked)
        if asked in self.gate.failed:
            raise Refusal("host-unknown", host=asked)

    def _loaded(self, until: float) -> bool:
        """Wait for the page, and for the one that it sends its reader on to."""
        while self.devtools.wait(lambda: not self._loading, until - time.monotonic()):
            self._settle()
            if not self._loading:
                return True
        return False

    def _settle(self) -> None:
        """Let what was asked for come in."""

        def quiet() -> bool:
            return not self._waiting and not self._loading and time.monotonic() - self._heard > _QUIET

        until = time.monotonic() + _SETTLING
        while not quiet() and time.monotonic() < until:
            self.devtools.wait(quiet, 0.1)

    def _scroll(self, until: float) -> None:
        top, height = 0, HEIGHT
        while top < min(height, TALLEST) and time.monotonic() < until:
            told = self._evaluate(_SCROLL.format(top=top))
            height = int(told) if isinstance(told, int | float) else 0
            top += HEIGHT
        self._settle()
        self._evaluate(_SCROLL.format(top=0))

    def _evaluate(self, script: str) -> Any:
        told = self.devtools.command(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return told["result"].get("value")

    # --- events -----------------------------------------------------------------------------------------------

    def _dismiss(self) -> None:
        self.devtools.send("Page.handleJavaScriptDialog", accept=False)

    def _started(self, event: Params) -> None:
        if event["frameId"] == self._frame:
            self._loading = True

    def _stopped(self, event: Params) -> None:
        if event["frameId"] == self._frame:
            self._loading = False

    def _requested(self, event: Params) -> None:
        self._heard = time.monotonic()
        if event.get("type") != "Document":  # of a frame that is another process's, no end is told
            self._waiting.add(event["requestId"])
        elif event.get("frameId") == self._frame:
            self._asked = event["request"]["url"]

    def _answered(self, event: Params) -> None:
        if event["type"] == "Document" and event.get("frameId") == self._frame:
            self.status = int(event["response"]["status"])
            if event["response"]["mimeType"] == _PAPER:  # the browser's viewer shows one screen of it
                raise Refusal("page-download", value=event["response"]["url"])

    def _ended(self, event: Params) -> None:
        self._heard = time.monotonic()
        self._waiting.discard(event["requestId"])
