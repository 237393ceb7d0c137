"""Bring Chinese translations from tables into the catalogue.

Usage: python tools/merge_words.py FOLDER

Each `*.tsv` in FOLDER holds lines `context<TAB>English<TAB>中文`; plural forms are marked by `%n`
in the English text. Entries are sorted, so that the catalogue's history stays readable. An entry
that no text uses any more is told by `tests/test_translations.py`; take it out by hand.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

CATALOGUE = Path(__file__).parent.parent / "resources" / "i18n" / "zh_CN.ts"
Entries = dict[tuple[str, str], str]


def unescape(text: str) -> str:
    """Backslash and n in a table stand for a line break."""
    return text.replace("\\n", "\n")


def read_table(path: Path) -> Entries:
    """The entries of one table; a line with another shape ends the program."""
    found: Entries = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 3:
            raise SystemExit(f"{path.name}:{number}: three parts are needed, {len(parts)} found")
        found[parts[0], unescape(parts[1])] = unescape(parts[2])
    return found


def read_catalogue() -> Entries:
    """The entries that the catalogue has now."""
    found: Entries = {}
    if not CATALOGUE.exists():
        return found
    for part in ET.parse(CATALOGUE).getroot().iter("context"):
        for message in part.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            form = translation.find("numerusform")
            text = (translation if form is None else form).text or ""
            found[part.findtext("name") or "", message.findtext("source") or ""] = text
    return found


def write_catalogue(entries: Entries) -> None:
    """Write all entries, by context and source."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    parts: dict[str, ET.Element] = {}
    for (context, source), text in sorted(entries.items()):
        if context not in parts:
            parts[context] = ET.SubElement(root, "context")
            ET.SubElement(parts[context], "name").text = context
        plural = {"numerus": "yes"} if "%n" in source else {}
        message = ET.SubElement(parts[context], "message", plural)
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        if plural:
            translation = ET.SubElement(translation, "numerusform")
        translation.text = text
    ET.indent(root, " " * 4)
    body = ET.tostring(root, encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(text, encoding="utf-8")


def main() -> None:
    """Merge every table of the folder named on the command line."""
    entries = read_catalogue()
    for path in sorted(Path(sys.argv[1]).glob("*.tsv")):
        entries |= read_table(path)
    write_catalogue(entries)
    sys.stdout.write(f"{len(entries)} entries\n")


if __name__ == "__main__":
    main()
