from pathlib import Path

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store import paths
from gongkai_cli.store.strays import strays


def test_finds_the_workspace_from_below(root: Path) -> None:
    assert paths.find_root(root / "data" / "ledger" / "p") == root


def test_settings_alone_make_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "gongkai.yaml").touch()
    assert paths.find_root(tmp_path) == tmp_path


def test_refuses_where_there_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        paths.find_root(tmp_path)
    assert refused.value.code == "no-workspace"


def test_names_files_after_plan_and_office() -> None:
    assert paths.plan_file("guangzhou-sports-2021") == "data/plans/guangzhou-sports-2021.yaml"
    assert paths.ledger_file("p", "体育产业处（保卫处）") == "data/ledger/p/体育产业处（保卫处）.yaml"
    assert paths.supervision_file("p") == "data/ledger/p/督办.yaml"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "a\\b", "a:b", ".隐藏", "~$x", "a\n", "尾 ", "尾.", "\0"]
)
def test_refuses_names_that_would_leave_the_folder_or_some_system_cannot_store(name: str) -> None:
    for named in (paths.plan_file, lambda office: paths.ledger_file("p", office)):
        with pytest.raises(Refusal) as refused:
            named(name)
        assert refused.value.code == "bad-file-name"


def test_the_coordinators_file_is_no_offices() -> None:
    with pytest.raises(Refusal):
        paths.ledger_file("p", "督办")


def test_lists_regular_files_by_name(root: Path) -> None:
    plans = root / paths.PLANS
    for name in ("b.yaml", ".x.yaml", "~x.yaml", ".p.yaml.ab.tmp", "x.yml", "x.txt"):
        (plans / name).touch()
    (plans / "folder.yaml").mkdir()
    (plans / "link.yaml").symlink_to(plans / "p.yaml")
    assert list(paths.plan_files(root)) == ["data/plans/b.yaml", "data/plans/p.yaml"]
    assert list(paths.ledger_files(root, "p")) == ["data/ledger/p/办公室.yaml"]
    assert list(paths.ledger_files(root, "q")) == []


def test_tells_of_files_that_are_not_read(root: Path) -> None:
    ledgers = root / paths.LEDGERS
    (ledgers / "p" / "宣教处.yml").touch()
    (ledgers / "p" / "人事处.YAML").touch()
    (ledgers / "p" / ".人事处.yml").touch()
    (ledgers / "财务处.yaml").touch()
    (root / paths.PLANS / "q.yaml").symlink_to(root / paths.PLANS / "p.yaml")
    assert [(stray.file, stray.code) for stray in strays(root)] == [
        ("data/plans/q.yaml", "stray-link"),
        ("data/ledger/p/人事处.YAML", "stray-suffix"),
        ("data/ledger/p/宣教处.yml", "stray-suffix"),
        ("data/ledger/财务处.yaml", "stray-ledger"),
    ]


def test_refuses_a_folder_it_may_not_list(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(Refusal) as refused:
        list(paths.plan_files(root))
    assert refused.value.code == "unreadable-folder"
