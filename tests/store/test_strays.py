"""Files that lie where data lies and that no command reads are told."""

from pathlib import Path

from gongkai_cli.store.strays import strays


def told(root: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in strays(root)]


def test_a_wrong_suffix_a_link_and_a_misplaced_ledger_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "data/ledger/p"
    folder.mkdir(parents=True)
    (tmp_path / "data/plans").mkdir()
    (tmp_path / "data/plans/q.yml").touch()
    (folder / "办公室.YAML").touch()
    (folder / "法规处.yaml").symlink_to("/nowhere")
    (tmp_path / "data/ledger/财务处.yaml").touch()
    assert told(tmp_path) == [
        ("data/plans/q.yml", "stray-suffix"),
        ("data/ledger/p/办公室.YAML", "stray-suffix"),
        ("data/ledger/p/法规处.yaml", "stray-link"),
        ("data/ledger/财务处.yaml", "stray-ledger"),
    ]


def test_what_is_read_and_what_is_no_data_is_no_stray(tmp_path: Path) -> None:
    folder = tmp_path / "data/ledger/p"
    folder.mkdir(parents=True)
    for name in ("办公室.yaml", "说明.md", ".办公室.yaml.tmp"):
        (folder / name).touch()
    assert told(tmp_path) == []
