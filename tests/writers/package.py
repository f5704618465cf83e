"""Zipped office files whose bytes depend on nothing but what they hold."""

import io
import zipfile
from collections.abc import Mapping

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(parts: Mapping[str, str]) -> bytes:
    """Pack the parts in their order, all with the same old date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, (XML + text).encode())
    return buffer.getvalue()


def relations(targets: Mapping[str, str], kind: str) -> str:
    """Write a part's relations: id → kind of target, its name."""
    held = "".join(
        f'<Relationship Id="{name}" Type="{kind}/{target.split("|")[0]}" Target="{target.split("|")[1]}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{held}</Relationships>'


def content_types(parts: Mapping[str, str]) -> str:
    """Write the list of what each part is."""
    held = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{held}</Types>'
    )
