"""Evidence verified: files by their digests, links by asking a real site."""

import subprocess
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.model.convert import convert
from gongkai_cli.model.verification import Verification
from gongkai_cli.yamltext.read import load
from webserver import Site

LEDGER = Path("data/ledger/guangzhou-sports-2021/办公室.yaml")
ONLINE = ["evidence", "verify", "15", "--plan", "guangzhou-sports-2021", "--online", "--allow-private"]
HEAD = "计划: guangzhou-sports-2021\n部门: 办公室\n记录:\n"


pytestmark = pytest.mark.usefixtures("workspace")


def offer(*evidence: str) -> None:
    """Leave one ledger with one record on task 15 that offers this evidence."""
    for other in LEDGER.parent.glob("*.yaml"):
        other.unlink()
    lines = "".join(f"      - {{类型: 其他, {one}}}\n" for one in evidence)
    record = "  - 日期: 2021-09-18\n    任务: 15\n    状态: 推进中\n    佐证材料:\n"
    LEDGER.write_text(HEAD + record + lines, "utf-8")


def verified(
    *more: str, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, list[dict[str, object]]]]:
    code = run(["evidence", "verify", "--json", *more])
    told: dict[str, list[dict[str, object]]] = msgspec.json.decode(capsys.readouterr().out)
    return code, told


def keep(name: str, content: bytes) -> str:
    path = Path("evidence/2021") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return sha256(content).hexdigest()


def test_each_file_is_compared_with_its_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = keep("一致.txt", b"a")
    keep("改过.txt", b"b")
    keep("没有指纹.txt", b"c")
    (tmp_path / "外面.txt").write_bytes(b"outside")
    Path("evidence/2021/链接.txt").symlink_to(tmp_path / "外面.txt")
    offer(
        f"文件: evidence/2021/一致.txt, sha256: {same.upper()}",
        f"文件: evidence/2021/改过.txt, sha256: {same}",
        "文件: evidence/2021/没有指纹.txt",
        "文件: evidence/2021/没有.txt",
        "文件: evidence/2021/链接.txt",
        "文件: ../外面.txt",
        '文件: "evidence/2021/换\\n行.txt"',
    )
    code, told = verified(capsys=capsys)
    outcomes = {one["file"]: one["outcome"] for one in told["files"]}
    assert code == 1
    assert outcomes == {
        "evidence/2021/一致.txt": "一致",
        "evidence/2021/改过.txt": "内容变了",
        "evidence/2021/没有指纹.txt": "没有指纹",
        "evidence/2021/没有.txt": "找不到",
        "evidence/2021/链接.txt": "不在工作区",
        "../外面.txt": "不在工作区",
        "evidence/2021/换\n行.txt": "不在工作区",
    }
    assert sha256(b"outside").hexdigest() not in str(told)


@pytest.mark.parametrize(("day", "file"), [("2021-09-20", "先.txt"), ("2021-10-08", "后.txt")])
def test_a_correction_replaces_nothing_before_its_day(
    day: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    offer("文件: evidence/2021/先.txt")
    with LEDGER.open("a", encoding="utf-8") as ledger:
        ledger.write(
            "  - {日期: 2021-10-08, 任务: 15, 状态: 推进中, 更正: 2021-09-18,"
            " 佐证材料: [{类型: 其他, 文件: evidence/2021/后.txt}]}\n"
        )
    _, told = verified("--as-of", day, capsys=capsys)
    assert [one["file"] for one in told["files"]] == [f"evidence/2021/{file}"]


def test_nothing_is_asked_without_online(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    offer(f"链接: {site.url}/404")
    code, told = verified(capsys=capsys)
    assert (code, told["links"][0]["outcome"], site.asked) == (0, None, [])
    assert not Path("evidence/核验").exists()


def test_links_are_asked_and_the_note_is_kept(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    offer(f"链接: {site.url}/moved", f"链接: {site.url}/404")
    assert run(ONLINE) == 1
    said = capsys.readouterr()
    assert "链接 2 条：" in said.out
    assert "网站回答 404" in said.out
    assert "核验记录已写入 evidence/核验/2021-09-20.yaml" in said.err
    note, problems = convert(load(Path("evidence/核验/2021-09-20.yaml").read_text("utf-8")), Verification, "")
    assert problems == ()
    assert note
    assert [(one.url, one.outcome, one.final) for one in note.links] == [
        (f"{site.url}/404", "打不开", ""),
        (f"{site.url}/moved", "正常", f"{site.url}/new"),
    ]


def test_a_second_note_of_one_day_leaves_the_first(site: Site) -> None:
    offer(f"链接: {site.url}/a")
    assert run(ONLINE) == 0
    first = Path("evidence/核验/2021-09-20.yaml").read_bytes()
    assert run(ONLINE) == 0
    assert Path("evidence/核验/2021-09-20.yaml").read_bytes() == first
    assert Path("evidence/核验/2021-09-20-2.yaml").read_bytes() == first
    assert run([*ONLINE, "--dry-run"]) == 0
    assert not Path("evidence/核验/2021-09-20-3.yaml").exists()


def test_the_note_of_an_offices_clone_bears_its_name(site: Site) -> None:
    offer(f"链接: {site.url}/a")
    for command in (["init", "--quiet"], ["config", "gongkai.office", "办公室"]):
        subprocess.run(["git", *command], check=True)
    assert run(ONLINE) == 0
    assert [path.name for path in Path("evidence/核验").iterdir()] == ["2021-09-20-办公室.yaml"]


def test_where_nothing_answers_no_note_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    offer("链接: http://127.0.0.1:1/")
    assert run(ONLINE) == 1
    assert "没有写核验记录" in capsys.readouterr().err
    assert not Path("evidence/核验").exists()


def test_a_private_address_is_not_asked(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    offer(f"链接: {site.url}/a", "链接: http://localhost/", "链接: https://u:p@a.example/")
    code, told = verified("--online", capsys=capsys)
    assert {one["outcome"] for one in told["links"]} == {"未访问"}
    assert (code, site.asked) == (0, [])


@pytest.mark.parametrize(
    ("about", "count"),
    [
        (["data/ledger"], 1),
        (["data/ledger/guangzhou-sports-2021/办公室.yaml"], 1),
        (["evidence/2021"], 1),
        (["evidence/2021/一.txt", "guangzhou-sports-2021/15"], 1),
        (["15"], 1),
        (["16"], 0),
        (["--office", "局办公室"], 1),
        (["--office", "法规宣传处"], 0),
        (["--plan", "panyu-2021"], 0),
    ],
)
def test_what_is_verified_may_be_narrowed(
    about: list[str], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(f"文件: evidence/2021/一.txt, sha256: {keep('一.txt', b'1')}")
    assert len(verified(*about, capsys=capsys)[1]["files"]) == count


@pytest.mark.parametrize(
    ("about", "told"),
    [
        (["99"], "不是任务编号"),
        (["没有这个目录/一.txt"], "没有 没有这个目录/一.txt 这个文件"),
        (["/"], "不在工作区"),
        (["--office", "人事处"], "没有“人事处”"),
        (["--plan", "没有"], "没有“没有”这个计划"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(
    about: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evidence", "verify", *about]) == 2
    assert told in capsys.readouterr().err
