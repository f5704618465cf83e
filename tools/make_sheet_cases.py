"""Writes the filled-in sheets of tests/cases/sheet/ and the picture of one in docs/images/, from exported ones.

Run without arguments; needs LibreOffice, poppler and the Fandol fonts. The clerk who fills them in is called 演示.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "sheet"
PICTURE = ROOT / "docs" / "images" / "sheet.png"
sys.path[:0] = [str(ROOT / "tests" / "cli"), str(ROOT / "tests" / "views" / "word")]

from filling import fill  # noqa: E402  found by the line above
from office_suite import fontconfig  # noqa: E402

_FILLED = {
    "15": {
        "日期": date(2021, 9, 17),
        "状态": "推进中",
        "进展": "（演示）与媒体座谈，商定解读选题3个。",
        "佐证标题": "座谈报道",
        "佐证链接": "https://www.example.com/yanshi/15-9",
        "填报人": "演示",
    },
    "24": {"日期": "9月16日", "状态": "进行中", "进展": "（演示）逐件核对舆情回应台账。"},
}
_SPARE = 24  # the first row below 补充填报
_FAULTY = {
    "15": {"日期": date(2021, 9, 17), "状态": "推进中", "进展": "（演示）与媒体座谈。"},
    "16": {"日期": "上周", "状态": "完成了", "进展": "（演示）录制短视频。"},
    _SPARE: {"序号": 51, "日期": date(2021, 9, 18), "状态": "推进中", "进展": "（演示）培训。"},
}
_CROP = ("-r", "110", "-x", "30", "-y", "50", "-W", "970", "-H", "420", "-f", "1", "-l", "1")


def main() -> None:
    """Write them all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        filled, faults = folder / "filled.xlsx", folder / "faults.xlsx"
        _export(filled)
        shutil.copy(filled, faults)
        fill(filled, _FILLED)
        fill(faults, _FAULTY)
        (folder / "fonts.conf").write_text(fontconfig(folder), "utf-8")
        _convert(filled, "ods")
        _convert(filled, "pdf")
        shutil.copy(folder / "filled.ods", CASES)
        shutil.copy(faults, CASES)
        PICTURE.parent.mkdir(exist_ok=True)
        target = str(PICTURE.with_suffix(""))
        subprocess.run(
            ["pdftoppm", *_CROP, "-png", "-singlefile", str(folder / "filled.pdf"), target], check=True
        )


def _export(path: Path) -> None:
    said = ["--plan", "guangzhou-sports-2021", "--office", "法规宣传处", "--as-of", "2021-09-20"]
    command = [sys.executable, "-m", "gongkai_cli", "sheet", "export", *said, "-o", str(path)]
    subprocess.run(command, cwd=ROOT, check=True)


def _convert(path: Path, form: str) -> None:
    profile = (path.parent / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    fonts = {"FONTCONFIG_FILE": str(path.parent / "fonts.conf")}
    subprocess.run([*command, "--outdir", str(path.parent), str(path)], env=os.environ | fonts, check=True)


if __name__ == "__main__":
    main()
