"""What kinds of files the program leaves, and what kinds come and go while it works.

A path is told from one of the roots of the test: `cabinet/keys.json`, `home/.config/…`.
"""

import re

_BACKUPS = r"(cabinet/backups|out/stick|out/second)"
_DATABASE = r"cabinet(-\d+)?\.db"
_SIDE = r"(-wal|-shm|-journal)?"

LEFT = {
    "database": rf"cabinet/{_DATABASE}(-wal|-shm)?",
    "keys": r"cabinet/keys\.json",
    "lock": r"cabinet/(use|keys)\.lock",
    "mark of the sample": r"cabinet/sample-office",
    "backup": rf"({_BACKUPS}/(daily|backup)-[\d-]+|home/usb)\.ccb",
    "window": r"home/\.config/card-cabinet/window\.ini",
    "folders of Qt's file dialog": r"home/\.config/QtProject\.conf",
    "font": r"home/\.cache/card-cabinet/print-[0-9a-f]+\.ttf",
    "log of errors": r"home/\.local/state/card-cabinet/trouble\.log",
    "asked for": r"(out|printed)/[a-z]+\.(pdf|xlsx|csv)",
    "brought": r"given/[^/]+\.(pdf|png|xlsx|csv)",
}
"""Names of the kinds, with what their paths look like."""

PASSING = {
    "database": rf"cabinet/{_DATABASE}{_SIDE}",
    "mark of a re-key under way": rf"cabinet/{_DATABASE}\.begun",
    "keys": r"cabinet/keys\.json\.new",
    "backup": rf"({_BACKUPS}|home)/\.((daily|backup)-[\d-]+|usb|reseal|second)\.ccb\.new"
    rf"/(check-\w+/)?(lock|packed|fresh\.db{_SIDE}|{_DATABASE}{_SIDE})",
    "second backup": r"out/second/\.daily-[\d-]+\.ccb\.\w+\.half",
    "window": r"home/\.config/card-cabinet/window\.ini\.\w+",
    "folders of Qt's file dialog": r"home/\.config/QtProject\.conf\.\w+",
    "font": r"home/\.cache/card-cabinet/print-[0-9a-f]+-\w+\.part",
    "asked for": r"(out|printed)/[a-z]+\.(pdf|xlsx|csv)\.new",
}
"""Those that are gone again at the end."""

CUT_OFF = {kind: PASSING[kind] for kind in ("backup", "second backup")}
"""What a killed process may leave of them, encrypted; the next backup clears it away."""


def kind_of(path: str, kinds: dict[str, str]) -> str:
    """The kind of a path; the empty string for one that nobody has named."""
    return next((kind for kind, look in kinds.items() if re.fullmatch(look, path)), "")
