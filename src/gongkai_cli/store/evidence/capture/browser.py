"""The system's Chromium, started without a window, with a profile of its own that is gone afterwards."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal

BROWSER = "GONGKAI_BROWSER"
_SECONDS = 20.0
_FLAGS = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--disable-quic",  # would go past the proxy
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # so would WebRTC
    "--proxy-bypass-list=<-loopback>",  # the proxy judges this machine's own addresses, too
    "--block-new-web-contents",
    "--hide-scrollbars",
    "--mute-audio",
    "--password-store=basic",
    "--use-mock-keychain",
    "--lang=zh-CN",
)


def find_browser() -> str:
    """Find the browser: named by $GONGKAI_BROWSER, else by its usual commands and places. Refuses where none is."""
    named = os.environ.get(BROWSER)
    known = words("evidence")["浏览器"]
    candidates = [named] if named else [*known["命令"], *map(os.path.expandvars, known["位置"])]
    for one in candidates:
        found = shutil.which(one)
        if found:
            return found
    raise Refusal("browser-named" if named else "no-browser", value=named)


@contextmanager
def browser(proxy: int) -> Iterator[str]:
    """Run the browser behind a proxy of this machine; yields the address of its DevTools."""
    with tempfile.TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [find_browser(), *_FLAGS, *_unsandboxed(), f"--proxy-server=http://127.0.0.1:{proxy}",
             f"--user-data-dir={profile}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that a wrapper script and all it starts can be ended together
        )  # fmt: skip
        try:
            yield _address(process, Path(profile) / "DevToolsActivePort")
        finally:
            _end(process)


def _unsandboxed() -> list[str]:
    """Chromium refuses to start its sandbox for root, as in a container; only then it runs without."""
    return ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []


def _address(process: "subprocess.Popen[bytes]", file: Path) -> str:
    """Wait for the file in which the browser writes its port and path."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError, ValueError):
            port, path = file.read_text("ascii").split()
            return f"ws://127.0.0.1:{port}{path}"
        time.sleep(0.05)
    raise Refusal("browser-silent", value=process.args[0] if isinstance(process.args, list) else "")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the browser and its children: at once, since its profile is thrown away."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, 9)
        else:
            process.kill()
    process.wait()
