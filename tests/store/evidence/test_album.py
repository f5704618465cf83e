"""Evidence files that are shown as pictures."""

from errno import EFBIG

import pytest

from gongkai_cli.store.evidence.album import picture


def test_a_picture_of_the_workspace_is_read(tmp_path):
    (tmp_path / "a.png").write_bytes(b"a")
    assert picture(tmp_path, "a.png") == b"a"


@pytest.mark.parametrize("file", ["b.png", "../a.png", "."])
def test_what_is_no_file_of_the_workspace_is_missing(tmp_path, file):
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "a.png").write_bytes(b"a")
    with pytest.raises(FileNotFoundError):
        picture(home, file)


def test_a_file_too_large_to_be_a_picture_says_so(tmp_path):
    with (tmp_path / "a.bmp").open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    with pytest.raises(OSError) as error:  # noqa: PT011  the number is what is asked about
        picture(tmp_path, "a.bmp")
    assert error.value.errno == EFBIG
