"""Files kept as evidence: byte for byte, never over another, never outside the workspace."""

import tracemalloc
from hashlib import sha256
from pathlib import Path

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.files import Kept, keep, limit, look_at, look_at_bytes

PICTURE = bytes(range(256)) * 100


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "工作区").mkdir()
    return tmp_path / "工作区"


def kept(root: Path, source: Path) -> Path:
    found = look_at(root, source, 2021, {})
    keep(root, found)
    assert sha256((root / found.file).read_bytes()).hexdigest() == found.sha256
    return root / found.file


def test_a_picture_keeps_its_bytes(home: Path, tmp_path: Path) -> None:
    (tmp_path / "现场.png").write_bytes(PICTURE)
    path = kept(home, tmp_path / "现场.png")
    assert path == home / "evidence/2021/现场.png"
    assert path.read_bytes() == PICTURE


def test_a_name_that_no_other_system_takes_is_mended(home: Path, tmp_path: Path) -> None:
    (tmp_path / "换\n行: 1.png").write_bytes(PICTURE)
    assert kept(home, tmp_path / "换\n行: 1.png").name == "换_行_ 1.png"


def test_names_that_differ_in_case_alone_are_kept_apart(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, data in (("图.PNG", b"1"), ("a/图.png", b"2")):
        (tmp_path / name).write_bytes(data)
    assert [kept(home, tmp_path / name).name for name in ("图.PNG", "a/图.png")] == ["图.PNG", "图-2.png"]


def test_two_gigabytes_are_refused_without_being_read(home: Path, tmp_path: Path) -> None:
    video = tmp_path / "录像.mp4"
    with video.open("wb") as file:
        file.truncate(2 << 30)  # sparse: takes no room
    tracemalloc.start()
    with pytest.raises(Refusal) as refused:
        look_at(home, video, 2021, {})
    assert tracemalloc.get_traced_memory()[1] < 1 << 20
    tracemalloc.stop()
    assert refused.value.code == "evidence-large"
    assert refused.value.about == {"path": "录像.mp4", "size": "2048", "limit": "50"}


def test_a_file_at_the_limit_is_read_piece_by_piece(home: Path, tmp_path: Path) -> None:
    with (tmp_path / "大.bin").open("wb") as file:
        file.truncate(limit())
    tracemalloc.start()
    look_at(home, tmp_path / "大.bin", 2021, {})
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_a_file_that_changed_since_it_was_looked_at_is_not_kept(home: Path, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("一稿", "utf-8")
    found = look_at(home, tmp_path / "稿.txt", 2021, {})
    (tmp_path / "稿.txt").write_text("二稿", "utf-8")
    with pytest.raises(Refusal) as refused:
        keep(home, found)
    assert refused.value.code == "changed-meanwhile"
    assert not (home / found.file).exists()


def test_a_folder_that_leads_out_of_the_workspace_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "共享盘").mkdir()
    (home / "evidence").symlink_to(tmp_path / "共享盘")
    (tmp_path / "图.png").write_bytes(PICTURE)
    with pytest.raises(Refusal) as refused:
        look_at(home, tmp_path / "图.png", 2021, {})
    assert refused.value.code == "evidence-outside"


def test_a_link_that_has_the_name_is_not_written_through(home: Path, tmp_path: Path) -> None:
    (home / "evidence/2021").mkdir(parents=True)
    (tmp_path / "别人的").write_bytes(b"")
    (home / "evidence/2021/图.png").symlink_to(tmp_path / "别人的")
    (tmp_path / "图.png").write_bytes(PICTURE)
    assert kept(home, tmp_path / "图.png").name == "图-2.png"
    assert (tmp_path / "别人的").read_bytes() == b""


def test_what_is_evidence_already_stays_and_other_files_of_the_workspace_are_copied(home: Path) -> None:
    (home / "evidence/2020").mkdir(parents=True)
    (home / "reports").mkdir()
    for name in ("evidence/2020/旧.png", "reports/表.docx"):
        (home / name).write_bytes(PICTURE)
    assert kept(home, home / "evidence/2020/旧.png") == home / "evidence/2020/旧.png"
    assert kept(home, home / "reports/表.docx") == home / "evidence/2021/表.docx"  # reports/ is never shared


def test_what_is_made_here_is_kept_like_a_file(home: Path) -> None:
    found = look_at_bytes(home, Kept("网页: 1.png", "", PICTURE), 2021, {})
    keep(home, found)
    keep(home, found)
    assert (home / "evidence/2021/网页_ 1.png").read_bytes() == PICTURE
    with pytest.raises(Refusal):
        look_at_bytes(home, Kept("大.pdf", "", bytes(limit() + 1)), 2021, {})
