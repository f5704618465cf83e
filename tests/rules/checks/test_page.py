from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_page_of_the_checks_is_current(monkeypatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "tools")
    import make_checks_page

    said = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert said == make_checks_page.page(), "请运行 python tools/make_checks_page.py"


def test_every_check_has_a_page_that_says_how_to_mend() -> None:
    from gongkai_cli.rules.checks import CHECKS

    assert [one.CODE for one in CHECKS if "改法：" not in (one.__doc__ or "")] == []
