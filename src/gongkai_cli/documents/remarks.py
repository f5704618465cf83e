"""What a reader has to say about how it read a file, in Chinese; the words are the lexicon's."""

from gongkai_cli.lexicon.load import words


def remark(code: str, **about: object) -> str:
    """Say one remark."""
    text: str = words("documents")["说明"][code]
    return text.format_map(about)


def label(kind: str) -> str:
    """Name a kind of file as people call it."""
    name: str = words("documents")["种类"][kind]
    return name
