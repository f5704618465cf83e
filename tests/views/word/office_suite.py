"""LibreOffice as a stand-in for Word: documents → PDF, with Fandol fonts playing the fonts of Chinese offices."""

import os
import shutil
import subprocess
from pathlib import Path

FACES = {
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "方正小标宋简体": "FandolSong",
    "宋体": "FandolSong",
    "Times New Roman": "Liberation Serif",
}
TREES = (
    "/usr/share/texlive/texmf-dist",
    "/usr/share/texmf",
    "/usr/share/texmf-dist",
    "/usr/local/share/texmf",
)
PROGRAMS = ("soffice", "pdftotext", "pdfinfo")


def lacking() -> str:
    """Say what is missing for a test of pages, or nothing."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if not missing and not _fandol():
        missing = ["Fandol fonts (texlive-lang-chinese)"]
    return ", ".join(missing)


def to_pdf(documents: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Print documents to PDF, in a profile and with a font cache of their own."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    (folder / "fonts.conf").write_text(fontconfig(folder), "utf-8")
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    names = [str(folder / f"{name}.docx") for name in documents]
    subprocess.run(
        [*command, "--outdir", str(folder), *names],
        env=os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "SAL_USE_VCLPLUGIN": "svp"},
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {name: folder / f"{name}.pdf" for name in documents}


def lines(pdf: Path, page: int) -> list[str]:
    """Read the lines of a page as they stand on it, without blank ones."""
    told = subprocess.run(
        ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-"],
        check=True,
        capture_output=True,
    )
    return [line for line in told.stdout.decode().replace("\f", "").splitlines() if line.strip()]


def sizes(pdf: Path) -> list[str]:
    """Say of each page whether it stands or lies."""
    told = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "9999", str(pdf)], check=True, capture_output=True
    ).stdout.decode()
    pages = [line.split() for line in told.splitlines() if line.startswith("Page ") and " size:" in line]
    return ["upright" if float(words[3]) < float(words[5]) else "lying" for words in pages]


def _fandol() -> Path | None:
    """Find the folder of the Fandol fonts, in the font path or in a TeX tree."""
    listed = subprocess.run(
        ["fc-list", ":family=FandolFang", "file"], check=False, capture_output=True
    ).stdout.decode()
    found = [Path(line.split(":")[0]).parent for line in listed.splitlines()]
    found += [Path(tree) / "fonts/opentype/public/fandol" for tree in TREES]
    return next((folder for folder in found if (folder / "FandolFang-Regular.otf").is_file()), None)


def fontconfig(folder: Path) -> str:
    """Write a font configuration in which Fandol fonts play those of Chinese offices."""
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><prefer><family>{face}</family></prefer></alias>'
        for name, face in FACES.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{_fandol()}</dir>'
        f"<cachedir>{folder}/cache</cachedir>{aliases}</fontconfig>"
    )
