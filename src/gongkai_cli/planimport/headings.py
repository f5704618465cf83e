"""Where in the plan we are: chapter and section headings carried down, with the numbers ids count by."""

from typing import NamedTuple

from gongkai_cli.planimport.item import Heading
from gongkai_cli.planimport.ordinal import CHAPTER, ITEM, SECTION, read_ordinal
from gongkai_cli.planimport.wording import heading, squeezed


class Standing(NamedTuple):
    """The chapter and section in force; `chapters` and `sections` count headings without an ordinal.

    `item` is a numbered line that only heads the tasks below it (a plan of five levels).
    """

    chapter: Heading = Heading()
    section: Heading = Heading()
    item: Heading = Heading()
    chapters: int = 0
    sections: int = 0

    def under(self, text: str, level: int) -> "Standing":
        """Go on under a heading; one that is merely repeated (a page broke) changes nothing."""
        return self._under_chapter(text) if level == CHAPTER else self._under_section(text)

    def _under_chapter(self, text: str) -> "Standing":
        if squeezed(heading(text)) == squeezed(self.chapter.text):
            return self
        count = self.chapters + 1
        return Standing(Heading(heading(text), _number(text, CHAPTER) or str(count)), chapters=count)

    def _under_section(self, text: str) -> "Standing":
        if squeezed(heading(text)) == squeezed(self.section.text):
            return self
        count = self.sections + 1
        section = Heading(heading(text), _number(text, SECTION) or str(count))
        return self._replace(section=section, item=Heading(), sections=count)

    def under_item(self, text: str) -> "Standing":
        """Go on under a numbered line that heads tasks of its own."""
        return self._replace(item=Heading(heading(text), _number(text, ITEM)))

    @property
    def lowest(self) -> Heading:
        """The section as tasks show it: with the heading below it, where there is one."""
        text = " ".join(part for part in (self.section.text, self.item.text) if part)
        return Heading(text, self.section.number)

    def numbered(self, number: str) -> str:
        """A task's number below that heading: `1.2`."""
        return f"{self.item.number}.{number}" if self.item.number and number else number


def level_of(text: str) -> int:
    """Level of a chapter or section heading by its ordinal, 0 for any other text."""
    ordinal = read_ordinal(text)
    return ordinal.level if ordinal and ordinal.level in {CHAPTER, SECTION} else 0


def _number(text: str, level: int) -> str:
    ordinal = read_ordinal(text)
    return ordinal.number if ordinal and ordinal.level == level else ""
