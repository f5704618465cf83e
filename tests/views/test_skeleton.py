"""The files of a new workspace say what they were given, and are read back so."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.convert import convert
from gongkai_cli.model.workspace import Config, Liaison, Office
from gongkai_cli.store.skeleton import patterns, schemas
from gongkai_cli.views.skeleton import Facts, filled
from gongkai_cli.yamltext.read import load

FILES = {pattern.file: pattern.data.decode() for pattern in patterns() if pattern.to_fill}
# anything a clerk or a document may call an office; a line of a comment cannot hold a line break
NAMES = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=8).map(
    str.strip
)
NAME = NAMES.filter(bool)
LIAISON = st.builds(Liaison, name=NAME, email=st.emails())
OFFICE = st.builds(Office, name=NAME, liaisons=st.just(()) | LIAISON.map(lambda one: (one,)))
CONFIG = st.builds(
    Config, body=NAME, coordinator=st.just("") | NAME, offices=st.lists(OFFICE, max_size=3).map(tuple)
)


@given(CONFIG, st.lists(NAME, max_size=2).map(tuple))
def test_the_settings_read_back_as_they_were_meant(config: Config, groups: tuple[str, ...]) -> None:
    text = filled(FILES["gongkai.yaml"], Facts(config=config, groups=groups))
    assert convert(load(text), Config, "gongkai.yaml") == (config, ())


def test_a_pattern_of_codeowners_matches_its_office_alone() -> None:
    liaisons = (Liaison(name="演示", email="yanshi@example.gov.cn"), Liaison(name="无邮箱"))
    config = Config(offices=(Office(name="法规 宣传处[#1]", liaisons=liaisons), Office(name="无联络员")))
    *_, last = filled(FILES["CODEOWNERS"], Facts(config=config)).splitlines()
    assert last == r"/data/ledger/*/法规\ 宣传处\[\#1\].yaml yanshi@example.gov.cn"


def test_the_editor_is_led_to_every_schema() -> None:
    said = json.loads(filled(FILES[".vscode/settings.json"], Facts(config=Config(), schemas=schemas())))
    assert {file: tuple(globs) for file, globs in said["yaml.schemas"].items()} == {
        f"./schemas/{one.url}": one.files for one in schemas()
    }


def test_the_guide_shows_a_record_that_passes_and_every_choice() -> None:
    from gongkai_cli.model.record import EvidenceKind, Ledger, StatusWord

    guide = filled(FILES["填报说明.md"], Facts(config=Config(body="示例局")))
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    ledger, problems = convert(load(re.sub(r"^ {3}", "", example, flags=re.MULTILINE)), Ledger, "")
    assert not problems
    assert ledger is not None
    assert len(ledger.records) == 1
    said = set(re.findall(r"`([^`\n]+)`", guide))
    assert {*StatusWord.__args__, *EvidenceKind.__args__} <= said


def test_everything_said_survives_a_console_of_gbk() -> None:
    assert json.dumps(words("init"), ensure_ascii=False).encode("gbk")
