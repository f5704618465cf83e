"""What a chart shows: categories along one axis, a named row of figures for each colour or line."""

from msgspec import Struct


class Series(Struct, frozen=True):
    """A row of figures, one a category; None leaves a gap."""

    name: str
    values: tuple[int | None, ...]


class Chart(Struct, frozen=True, kw_only=True):
    """The figures of a chart; `told` says in words what it shows, for those who cannot see it."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    told: str
