"""The bar while the web is asked."""

import io
import sys

import pytest

from gongkai_cli.cli.evidence.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_bar_is_drawn_for_a_person_only(
    stream: io.StringIO, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress(2, "核验链接") as advance:
        advance()
        advance()
    assert ("核验链接" in stream.getvalue()) is shown
    assert ("2/2" in stream.getvalue()) is shown
