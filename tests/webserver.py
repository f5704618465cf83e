"""A web site on 127.0.0.1 that answers as sites do: late, moved, gone, in another encoding, with a bad certificate."""

import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

PAGE = "<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"
LAZY = """<style>body { margin: 0 } img { display: block }</style>
<div style="height:3000px"></div><img id="late" width="100" height="100">
<script>
  const come = ([one]) => { if (one.isIntersecting) late.src = "/picture.svg" };
  new IntersectionObserver(come).observe(late);
</script>"""
DIALOGS = "<script>alert('一'); confirm('二'); document.title = '过了对话框'</script>"
HTML = "text/html; charset=utf-8"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="100" height="100" fill="#c00"/></svg>'


class Site:
    """What is served, and what was asked: the paths, and how many requests were answered at one time."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str) -> None:
        self.port = int(server.server_address[1])
        self.url = f"{scheme}://127.0.0.1:{self.port}"
        self.asked: list[tuple[str, float]] = []
        self.busiest = 0
        self.busy = 0

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append((self.path, time.monotonic()))
        self.site.busy += 1
        self.site.busiest = max(self.site.busiest, self.site.busy)
        try:
            name = (
                self.path.strip("/").partition("?")[0].partition("/")[0].partition(".")[0].replace("-", "_")
            )
            getattr(self, f"_{name}", self._page)()
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass
        finally:
            self.site.busy -= 1

    def log_message(self, *_: object) -> None:
        pass

    def _page(self) -> None:
        self._send(PAGE.format(title=f"第 {self.path} 页", body="<p>正文</p>").encode())

    def _(self) -> None:
        self._send(PAGE.format(title="首页", body="").encode())

    def _gb(self) -> None:
        text = PAGE.format(title="政务公开\n  “演示”㐂 &amp; 其他", body="字" * 9000)
        text = text.replace("<title>", "<meta charset=gb2312><title>")
        self._send(text.encode("gb18030"), kind="text/html")

    def _shared(self) -> None:
        self._send('<meta property="og:title" content="公众号文章"><title></title>'.encode())

    def _untitled(self) -> None:
        self._send(b"<p>" + b"x" * 1_000_000)

    def _404(self) -> None:
        self._send(PAGE.format(title="404 Not Found", body="").encode(), 404)

    def _403(self) -> None:
        self._send(b"", 403)

    def _gone(self) -> None:
        self._send(PAGE.format(title="您访问的页面不存在", body="").encode())

    def _moved(self) -> None:
        self._redirect("/new")

    def _home(self) -> None:
        self._redirect("/")

    def _round(self) -> None:
        self._redirect("/round")

    def _inward(self) -> None:
        self._redirect(f"http://127.0.0.2:{self.site.port}/secret")

    def _to_file(self) -> None:
        self._redirect("file:///etc/passwd")

    def _drop(self) -> None:
        self.connection.shutdown(2)

    def _drop_once(self) -> None:
        if self.site.paths().count(self.path) == 1:
            self._drop()
        else:
            self._page()

    def _silent(self) -> None:
        time.sleep(3)

    def _drip(self) -> None:
        """Begin a page and never come to its title."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(30):
            self.wfile.write(b"<p>")
            time.sleep(0.1)

    def _download(self) -> None:
        self._send(
            b"PK", headers={"Content-Disposition": "attachment; filename=a.zip"}, kind="application/zip"
        )

    def _lazy(self) -> None:
        self._send(PAGE.format(title="长页", body=LAZY).encode())

    def _picture(self) -> None:
        self._send(PICTURE.encode(), kind="image/svg+xml")

    def _tall(self) -> None:
        self._send(
            PAGE.format(
                title="很长", body="<style>body { margin: 0 }</style><div style='height:40000px'></div>"
            ).encode()
        )

    def _dialogs(self) -> None:
        self._send(PAGE.format(title="", body=DIALOGS).encode())

    def _endless(self) -> None:
        self._send(PAGE.format(title="载不完", body="<img src='/silent'>").encode())

    def _onward(self) -> None:
        script = "<script>onload = () => setTimeout(() => location.replace('/new#/2'), 200)</script>"
        self._send(PAGE.format(title="请稍候", body=script).encode())

    def _paper(self) -> None:
        self._send(b"%PDF-1.4\n%%EOF", kind="application/pdf")

    def _hang(self) -> None:
        self._send(PAGE.format(title="死循环", body="<script>for (;;) {}</script>").encode())

    def _embeds(self) -> None:
        inward = f"http://127.0.0.2:{self.site.port}/secret"
        self._send(
            PAGE.format(title="夹带", body=f"<img src='{inward}'><iframe src='{inward}'></iframe>").encode()
        )

    def _redirect(self, location: str) -> None:
        self._send(b"", 302, headers={"Location": location})

    def _send(
        self,
        body: bytes,
        status: int = 200,
        *,
        kind: str = HTML,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def serve(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve on a free port while it is listened to; in TLS with a context."""
    handler = type("OneHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads, server.block_on_close = True, False
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  a refused handshake is no news
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    handler.site = Site(server, "https" if context else "http")  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield handler.site  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    """A site in the clear."""
    yield from serve()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody vouches for, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("certificate")
    made, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(key), "-out", str(made)],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


@pytest.fixture
def tls_site(certificate: tuple[Path, Path]) -> Iterator[Site]:
    """A site whose certificate nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*map(str, certificate))
    yield from serve(context)
