"""A count written as lists show it: 12, 十二, （⑫）, l, xii, 甲."""

_CHINESE = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SIGNS = {  # the first sign of a row in Unicode, and how many there are
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
    "lowerLetter": ("a", 26),
    "upperLetter": ("A", 26),
}


def shown(count: int, form: str) -> str:
    """Write a count in one of Word's number forms; forms it does not know become digits."""
    first, length = _SIGNS.get(form, ("", 0))
    if 1 <= count <= length:
        return chr(ord(first) + count - 1)
    if form == "ideographTraditional" and 1 <= count <= len(_STEMS):
        return _STEMS[count - 1]
    if form.startswith(("chinese", "ideographDigital", "japanese", "taiwanese")):
        return chinese(count)
    if form in {"lowerRoman", "upperRoman"}:
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form == "decimalZero":
        return f"{count:02}"
    return "" if form == "none" else str(count)


def chinese(count: int) -> str:
    """Write a count below 100 as people say it: 十二, 二十三."""
    if count >= 100 or count < 1:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_CHINESE[tens]}十"
    return head + (_CHINESE[ones] if ones else "")


def roman(count: int) -> str:
    """Write a count below 400 in Roman numerals."""
    if not 1 <= count < 400:
        return str(count)
    written = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        written += sign * times
    return written
