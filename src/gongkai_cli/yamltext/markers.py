"""Marks of a conflict in a text, as git sets them: both versions of the lines, and what stood there before."""

OURS, BASE, THEIRS = "本方版本", "原来的内容", "对方版本"


def marked(ours: str, base: str | None, theirs: str) -> str:
    """Put two versions of some lines between marks, with what stood there before where that is known."""
    before = "" if base is None else f"||||||| {BASE}\n{base}"
    return f"<<<<<<< {OURS}\n{ours}{before}=======\n{theirs}>>>>>>> {THEIRS}\n"
