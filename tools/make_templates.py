"""Build the Word templates of `templates/`: `python tools/make_templates.py [FOLDER]`. Same bytes on every run."""

import sys
from pathlib import Path

from wordparts.annual import annual, draft_header
from wordparts.brief import brief
from wordparts.changes import changes
from wordparts.ledger import ledger
from wordparts.lookback import lookback
from wordparts.notice import notice
from wordparts.order import order
from wordparts.package import package
from wordparts.quarter import quarter
from wordparts.year_end import year_end

TEMPLATES = {
    "ledger.docx": ("工作台账（模板）", ledger),
    "quarter.docx": ("季度推进落实情况报告（模板）", quarter),
    "year-end.docx": ("年度落实情况总结（模板）", year_end),
    "changes.docx": ("变化情况（模板）", changes),
    "notice.docx": ("催办通知（模板）", notice),
    "order.docx": ("督办通知单（模板）", order),
    "lookback.docx": ("“回头看”报告（模板）", lookback),
    "brief.docx": ("一页简报（模板）", brief),
    "annual.docx": ("政府信息公开工作年度报告（模板）", annual),
}
CHARTS = {"year-end.docx": ("亮灯",), "brief.docx": ("亮灯",)}
"""The kinds of chart a template holds, in the order of its text."""
HEADERS = {"annual.docx": draft_header}


def main(folder: Path) -> None:
    """Write every template into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, body) in TEMPLATES.items():
        header = HEADERS[name]() if name in HEADERS else ""
        (folder / name).write_bytes(package(body(), title, CHARTS.get(name, ()), header))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "templates")
