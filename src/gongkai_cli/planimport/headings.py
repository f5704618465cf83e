"""Where in the plan we are: chapter and section headings carried down, with the numbers ids count by."""

from typing import NamedTuple

from gongkai_cli.planimport.item import Heading
from gongkai_cli.planimport.ordinal import CHAPTER, SECTION, read_ordinal
from gongkai_cli.planimport.wording import heading, squeezed


class Standing(NamedTuple):
    """The chapter and section in force; `chapters` and `sections` count headings without an ordinal."""

    chapter: Heading = Heading()
    section: Heading = Heading()
    chapters: int = 0
    sections: int = 0

    def under(self, text: str, level: int) -> "Standing":
        """Go on under a heading; one that is merely repeated (a page broke) changes nothing."""
        return self._under_chapter(text) if level == CHAPTER else self._under_section(text)

    def _under_chapter(self, text: str) -> "Standing":
        if squeezed(heading(text)) == squeezed(self.chapter.text):
            return self
        count = self.chapters + 1
        return Standing(Heading(heading(text), _number(text, CHAPTER) or str(count)), Heading(), count, 0)

    def _under_section(self, text: str) -> "Standing":
        if squeezed(heading(text)) == squeezed(self.section.text):
            return self
        count = self.sections + 1
        return self._replace(
            section=Heading(heading(text), _number(text, SECTION) or str(count)), sections=count
        )


def level_of(text: str) -> int:
    """Level of a chapter or section heading by its ordinal, 0 for any other text."""
    ordinal = read_ordinal(text)
    return ordinal.level if ordinal and ordinal.level in {CHAPTER, SECTION} else 0


def _number(text: str, level: int) -> str:
    ordinal = read_ordinal(text)
    return ordinal.number if ordinal and ordinal.level == level else ""
