"""The words of the screen (`lexicon/screen.yaml`) by what they stand for, and the English names of fields."""

from functools import cache

from msgspec.structs import fields

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.status import Light, Status


def light_word(light: Light) -> str:
    """Say a light: 红灯."""
    return str(words("screen")["亮灯"][light]["词"])


def light_names(light: Light) -> list[str]:
    """List what else a user may call a light: 红."""
    names: list[str] = words("screen")["亮灯"][light]["又称"]
    return names


def light_mark(light: Light) -> str:
    """Draw a light: ●."""
    return str(words("screen")["亮灯"][light]["标"])


def status_word(status: Status) -> str:
    """Say a status: 推进中."""
    return str(words("screen")["状态"][status])


def kind_word(kind: Kind) -> str:
    """Say how a deadline is measured: 全年推进."""
    return str(words("screen")["时限种类"][kind])


def field_name(key: str) -> str:
    """Name a field in English, as the JSON does: 牵头 is `lead`. A key that is no field keeps its name."""
    return _field_names().get(key, key)


@cache
def _field_names() -> dict[str, str]:
    return {field.encode_name: field.name for field in (*fields(Plan), *fields(Task))}
