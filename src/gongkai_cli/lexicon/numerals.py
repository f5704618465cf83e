"""Chinese numerals (二十三, 二〇二一) as whole numbers."""

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100}
NUMERAL = "[〇零○一二两三四五六七八九十百]"


def number(text: str) -> int:
    """Read `二十三`, `二〇二一` or `23`. Raises ValueError for anything else."""
    if text.isdecimal():
        return int(text)
    if not text or set(text) - _DIGITS.keys() - _UNITS.keys():
        raise ValueError(text)
    if not set(text) & _UNITS.keys():
        return int("".join(str(_DIGITS[digit]) for digit in text))
    total = pending = 0
    for digit in text:
        if digit in _UNITS:
            total += (pending or 1) * _UNITS[digit]
            pending = 0
        else:
            pending = _DIGITS[digit]
    return total + pending
