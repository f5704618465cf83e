"""The relationships of one part of a .docx: what its text may refer to by id."""

from collections.abc import Mapping
from posixpath import dirname, join, normpath

from lxml import etree

from gongkai_cli.views.word.package import xml_bytes

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIP = f"{{{PACKAGE}}}Relationship"


class Relations:
    """Those a template has, and those its filling adds (ids of their own: `gw1`, `gw2` …)."""

    def __init__(self, xml: bytes | None = None) -> None:
        self._root = etree.fromstring(xml) if xml else etree.Element(f"{{{PACKAGE}}}Relationships")
        self._ids: dict[tuple[str, str], str] = {}

    def add(self, kind: str, target: str, *, external: bool = False, family: str = OFFICE) -> str:
        """Relate the part to a target (`hyperlink` to an address, `image` to a part); the same target has one id."""
        known = self._ids.get((kind, target))
        if known:
            return known
        name = self._ids[kind, target] = f"gw{len(self._ids) + 1}"
        said = {"Id": name, "Type": f"{family}/{kind}", "Target": target}
        etree.SubElement(self._root, _RELATIONSHIP, said | ({"TargetMode": "External"} if external else {}))
        return name

    def xml(self) -> bytes | None:
        """Write the part that holds them; None where there are none."""
        return xml_bytes(self._root) if len(self._root) else None


def relations_part(part: str) -> str:
    """Name the part that holds the relationships of a part: `word/_rels/document.xml.rels`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".removeprefix("/")


def target_of(parts: Mapping[str, bytes], part: str, name: str) -> str:
    """Name the part that a part refers to by an id; "" where it is none of the document's."""
    xml = parts.get(relations_part(part))
    said = next((one for one in etree.fromstring(xml) if one.get("Id") == name), None) if xml else None
    if said is None or said.get("TargetMode") == "External":
        return ""
    found = normpath(join("/", dirname(part), said.get("Target", ""))).lstrip("/")
    return found if found in parts else ""
