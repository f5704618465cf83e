"""Pages captured with the system's browser."""

import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.capture.browser import find_browser
from gongkai_cli.store.evidence.capture.page import Capture, Wish, capture
from gongkai_cli.store.evidence.capture.visit import TALLEST, WIDTH
from webserver import Site

AT = datetime(2021, 9, 20, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _browser() -> None:
    pytest.importorskip("websocket", reason="the extra `capture` is not installed")
    try:
        find_browser()
    except Refusal:
        pytest.skip("no Chromium, Chrome or Edge on this system")


def taken(url: str, seconds: float = 20.0) -> Capture:
    return capture(Wish(url, seconds, AT, allow_private=True))


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_a_page_is_kept_as_picture_and_pdf(site: Site, tmp_path: Path) -> None:
    got = taken(f"{site.url}/moved")
    assert (got.title, got.final, got.status, got.notes) == ("第 /new 页", f"{site.url}/new", 200, ())
    assert size(got.png) == (WIDTH, 900)
    assert _text(got.pdf, tmp_path).split()[0] == "正文"
    assert "2021-09-20 10:00:00+00:00" in _text(got.pdf, tmp_path)


def test_a_picture_far_below_is_loaded_and_drawn(site: Site) -> None:
    got = taken(f"{site.url}/lazy")
    assert size(got.png) == (WIDTH, 3100)
    image = pytest.importorskip("PIL.Image", reason="no Pillow to look at the picture with")
    assert image.open(BytesIO(got.png)).convert("RGB").getpixel((50, 3050)) == (0xCC, 0, 0)


def test_a_page_too_tall_is_cut_and_that_is_said(site: Site) -> None:
    got = taken(f"{site.url}/tall")
    assert size(got.png) == (WIDTH, TALLEST)
    assert "40000 像素" in "".join(got.notes)


def test_a_page_that_sends_its_reader_on_is_followed(site: Site) -> None:
    got = taken(f"{site.url}/onward")
    assert (got.title, got.final) == ("第 /new 页", f"{site.url}/new#/2")


def test_dialogs_are_dismissed_and_the_part_after_the_hash_is_kept(site: Site) -> None:
    got = taken(f"{site.url}/dialogs#/公开/2")
    assert (got.title, got.final) == ("过了对话框", f"{site.url}/dialogs#/%E5%85%AC%E5%BC%80/2")


def test_a_page_that_never_finishes_is_kept_as_it_is(site: Site) -> None:
    got = taken(f"{site.url}/endless", 1.5)
    assert got.title == "载不完"
    assert "还没有载完" in "".join(got.notes)


def test_an_error_page_is_kept_and_said_to_be_one(site: Site) -> None:
    got = taken(f"{site.url}/404")
    assert got.status == 404
    assert "网站回答 404" in "".join(got.notes)


def test_a_bad_certificate_is_told_and_the_page_kept(tls_site: Site) -> None:
    got = taken(f"{tls_site.url}/a")
    assert got.title == "第 /a 页"
    assert "ERR_CERT_AUTHORITY_INVALID" in "".join(got.notes)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/download", "page-download"),
        ("/paper", "page-download"),
        ("/hang", "page-hangs"),
        ("/drop", "page-unreached"),
        ("/silent", "page-hangs"),
    ],
)
def test_what_is_no_page_is_refused(site: Site, path: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        taken(site.url + path, 1.5)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "link-scheme"),
        ("https://a:b@a.example/", "link-credentials"),
        ("http://127.0.0.1:1/", "private-address"),
        ("http://nowhere.invalid/", "host-unknown"),
    ],
)
def test_what_must_not_be_visited_starts_no_browser(
    url: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gongkai_cli.store.evidence.capture.page.browser", None)
    with pytest.raises(Refusal) as refused:
        capture(Wish(url, 5.0, AT))
    assert refused.value.code == code


@pytest.fixture
def first_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take 127.0.0.1 for the internet, and 127.0.0.2 for the office's own network."""
    monkeypatch.setattr(
        "gongkai_cli.store.evidence.web.address.is_public", lambda number: number == "127.0.0.1"
    )


@pytest.mark.usefixtures("first_is_public")
def test_a_page_gets_nothing_from_the_office_network(site: Site) -> None:
    got = capture(Wish(f"{site.url}/embeds", 20.0, AT))
    assert "127.0.0.2" in "".join(got.notes)
    assert "/secret" not in site.paths()


@pytest.mark.usefixtures("first_is_public")
def test_a_redirect_into_the_office_network_is_refused(site: Site) -> None:
    with pytest.raises(Refusal) as refused:
        capture(Wish(f"{site.url}/inward", 20.0, AT))
    assert (refused.value.code, refused.value.about["host"]) == ("private-page", "127.0.0.2")
    assert "/secret" not in site.paths()


def _text(pdf: bytes, folder: Path) -> str:
    (folder / "page.pdf").write_bytes(pdf)
    try:
        done = subprocess.run(["pdftotext", folder / "page.pdf", "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("no pdftotext to read the PDF with")
    return done.stdout.decode()
