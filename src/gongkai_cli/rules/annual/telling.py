"""An identity that does not hold, in words: which table, which row and column, both sides with their numbers."""

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Path
from gongkai_cli.rules.annual.identities import Break, Term


def told(broken: Break) -> str:
    """`表三自然人列：本年新收12 + 上年结转1 ≠ 办理结果总计11 + 结转下年度1`."""
    said = words("annual")["勾稽"]
    where = broken.table + "".join(
        said[kind].format(name=name) for kind, name in (("行", broken.row), ("列", broken.column)) if name
    )
    text: str = said["不等"].format(where=where, left=_side(broken.left), right=_side(broken.right))
    return text


def place(broken: Break) -> Path:
    """Find the nearest cell of the file: table, row where it is one, column."""
    row = tuple(broken.row.split("·")) if broken.row else ()
    return (broken.table, *row, *((broken.column,) if broken.column else ()))


def _side(terms: tuple[Term, ...]) -> str:
    """`本年新收12 + 上年结转1`; what is taken away keeps its minus, nothing at all is 0."""
    joined = " ".join(f"{'-' if number < 0 else '+'} {name}{abs(number)}" for name, number in terms)
    return joined.removeprefix("+ ") or "0"
