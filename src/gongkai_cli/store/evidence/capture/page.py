"""A web page → its picture, its PDF, and what is known of it."""

import base64
import html
import time
from datetime import datetime
from urllib.parse import quote

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.store.evidence.capture.browser import browser
from gongkai_cli.store.evidence.capture.devtools import DevTools, connect
from gongkai_cli.store.evidence.capture.visit import TALLEST, WIDTH, Visit
from gongkai_cli.store.evidence.web.address import addresses
from gongkai_cli.store.evidence.web.gate import Gate
from gongkai_cli.store.evidence.web.target import KEPT, target_of

_A4 = {"paperWidth": 8.27, "paperHeight": 11.69, "marginTop": 0.4, "marginBottom": 0.6}  # inches
_SCALE = 0.56  # a sheet is as broad as the window: the print is laid out as the picture is
_TAKING = 90.0  # seconds for the picture and the PDF together


class Wish(Struct, frozen=True):
    """A page to be kept: its address, how long to wait for it, the moment to print on it, whom it may ask."""

    url: str
    seconds: float
    at: datetime
    allow_private: bool = False


class Capture(Struct, frozen=True, kw_only=True):
    """A page as it was: where the visit ended, its title, the answer's status, both files, what is to be said."""

    url: str
    final: str
    title: str
    status: int
    png: bytes
    pdf: bytes
    notes: tuple[str, ...]


def capture(wish: Wish) -> Capture:
    """Visit a page and keep it. Refuses what is no public web page, a download, and a page that never answers."""
    target = target_of(wish.url)
    addresses(target.host, target.port, allow_private=wish.allow_private)
    with Gate(allow_private=wish.allow_private) as gate, browser(gate.port) as address:
        devtools = connect(address)
        try:
            devtools.open_tab()
            visit = Visit(devtools, gate)
            visit.open(target.url + _fragment(wish.url), wish.seconds)
            return _taken(visit, wish)
        finally:
            devtools.close()


def _fragment(url: str) -> str:
    """The part after `#`, which never travels, and by which some sites tell their pages apart."""
    _, mark, fragment = url.strip().partition("#")
    return mark + quote(fragment, safe=KEPT)


def _taken(visit: Visit, wish: Wish) -> Capture:
    tab = visit.devtools
    tab.until = time.monotonic() + _TAKING
    final, title = visit.place()
    height = int(tab.command("Page.getLayoutMetrics")["cssContentSize"]["height"])
    return Capture(
        url=wish.url,
        final=final,
        title=title if title != final else "",
        status=visit.status,
        png=_picture(tab, min(height, TALLEST)),
        pdf=_pdf(tab, final, wish.at),
        notes=tuple(_notes(visit, wish, height)),
    )


def _picture(tab: DevTools, height: int) -> bytes:
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": max(height, 1), "scale": 1}
    told = tab.command("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
    return base64.b64decode(told["data"])


def _pdf(tab: DevTools, url: str, at: datetime) -> bytes:
    """Print the page as it looks on the screen, with its address and the moment at the foot of each sheet."""
    tab.command("Emulation.setEmulatedMedia", media="screen")
    told = tab.command(
        "Page.printToPDF",
        printBackground=True,
        scale=_SCALE,
        displayHeaderFooter=True,
        headerTemplate="<span></span>",
        footerTemplate=_footer(url, at),
        **_A4,
    )
    return base64.b64decode(told["data"])


def _footer(url: str, at: datetime) -> str:
    said = words("evidence")["存证"]["页脚"].format(
        url=html.escape(url),
        time=at.isoformat(" ", "seconds"),
        page='<span class="pageNumber"></span>',
        pages='<span class="totalPages"></span>',
    )
    return f'<div style="font-size:7px;width:100%;margin:0 30px;word-break:break-all">{said}</div>'


def _notes(visit: Visit, wish: Wish, height: int) -> list[str]:
    said = words("evidence")["存证"]
    told = (
        (not visit.finished, said["没载完"].format(seconds=f"{wish.seconds:g}")),
        (height > TALLEST, said["太长"].format(height=height, most=TALLEST)),
        (bool(visit.tls), said["证书"].format(tls=visit.tls)),
        (visit.status >= 400, said["状态码"].format(status=visit.status)),
        (bool(visit.gate.refused), said["内网"].format(hosts="、".join(sorted(visit.gate.refused)))),
    )
    return [text for holds, text in told if holds]
