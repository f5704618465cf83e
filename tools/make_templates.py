"""Build the Word templates of `templates/`: `python tools/make_templates.py [FOLDER]`. Same bytes on every run."""

import sys
from pathlib import Path

from wordparts.changes import changes
from wordparts.package import package
from wordparts.year_end import year_end

TEMPLATES = {
    "year-end.docx": ("年度落实情况总结（模板）", year_end),
    "changes.docx": ("变化情况（模板）", changes),
}


def main(folder: Path) -> None:
    """Write every template into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, body) in TEMPLATES.items():
        (folder / name).write_bytes(package(body(), title))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "templates")
