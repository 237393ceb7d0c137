"""The print font: Noto Sans CJK with TrueType outlines, built once and kept in the user's cache.

ReportLab embeds TrueType outlines only, and the font that the program ships (SIL Open Font Licence)
has PostScript ones. Its glyphs are therefore drawn anew with quadratic curves: about 7,500 in 8 s,
so at set-up and not before the morning's first print. The same drawing makes a small font of just
one job's characters in well under a second.

`python -m printing.fonts` builds the font where it is missing and writes its path.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontTools
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from noto_cjk_sans_otc import FONT_PATH
from platformdirs import user_cache_path

from model.progress import Progress

FAMILY = "Card Cabinet Print"
"""The font's name: a changed font does not go by its original's name."""

_FACE = "Noto Sans CJK SC"
_RECIPE = 1  # raise it when this file draws differently: fonts kept by older programs then lapse
_EM = 1000  # units per em of the source, kept
_CURVE_ERROR = 1.0  # units: a thousandth of the size, 0.004 mm in 12-point type
_EPOCH = 0  # both dates of the font, so that the same glyphs make the same bytes
_STEP = 100  # glyphs between two reports of progress

# Beside what GB 2312 and Latin-1 hold: what people paste into an address or a remark.
_ALSO = (
    (0x2010, 0x2027),  # dashes, quotation marks, leaders
    (0x2030, 0x205E),  # per mille, primes, reference mark
    (0x20AC, 0x20AC),  # euro
    (0x2100, 0x214F),  # ℃ № ℡
    (0x2190, 0x2199),  # arrows
    (0x2460, 0x24FF),  # numbers in circles and brackets
    (0x3000, 0x303F),  # CJK punctuation
    (0x3200, 0x33FF),  # ㈱ ㎡ ㎏
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE6),  # ￠ ￡ ￥
)


@dataclass(frozen=True)
class MissingGlyph:
    """A character that the print font's source cannot draw."""

    char: str

    @property
    def code(self) -> str:
        """The code point as people write it, e.g. `U+1F600`."""
        return f"U+{ord(self.char):04X}"

    @property
    def name(self) -> str:
        """The character's Unicode name, or its code point where it has none."""
        return unicodedata.name(self.char, self.code)

    @property
    def stand_in(self) -> str:
        """What is printed in its place: never an empty box."""
        return f"〔{self.code}〕"


def print_font(progress: Progress | None = None) -> Path:
    """The print font's file; built first where the user's cache has none.

    Args:
        progress: told (done, total) glyphs when the font must be built.

    Returns:
        A TrueType file with the characters of `office_characters`.
    """
    path = font_path()
    if not path.exists():
        build_font(office_characters(), path, progress)
    return path


def font_path() -> Path:
    """Where the print font is kept; the name changes with everything that changes the font."""
    return user_cache_path("card-cabinet", appauthor=False) / f"print-{_fingerprint()}.ttf"


def build_font(
    chars: Iterable[str], out: Path, progress: Progress | None = None
) -> tuple[MissingGlyph, ...]:
    """Draw a TrueType font of these characters.

    The same characters give the same bytes. The file appears whole or not at all, also when two
    programs build it at once.

    Args:
        chars: single characters, in any order; those without a shape (controls, joiners, variation
            selectors) are left out.
        out: the file to write; its folder is made where it is missing.
        progress: told (done, total) glyphs.

    Returns:
        The characters that the source lacks, by code point; the font is made without them.
    """
    wanted = {char for char in chars if has_shape(char)}
    font, drawn = _font_of(wanted, progress)
    _write(font, out)
    return tuple(MissingGlyph(char) for char in sorted(wanted - drawn))


def font_in_memory(chars: Iterable[str]) -> tuple[bytes, frozenset[str]]:
    """Draw a TrueType font of a few characters.

    It makes no file: what a customer is called stays off the disk.

    Args:
        chars: as for `build_font`.

    Returns:
        The font's bytes, and which of the characters it has.
    """
    font, drawn = _font_of({char for char in chars if has_shape(char)}, None)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue(), drawn


def missing_glyphs(chars: Iterable[str]) -> tuple[MissingGlyph, ...]:
    """Those of the characters that no print font can show, by code point."""
    drawn = _source().getBestCmap()
    lacking = {char for char in chars if has_shape(char) and ord(char) not in drawn}
    return tuple(MissingGlyph(char) for char in sorted(lacking))


@cache
def office_characters() -> frozenset[str]:
    """What the print font holds: ASCII, Latin-1, all of GB 2312, CJK punctuation and signs."""
    chars = {chr(code) for code in range(0x20, 0x100)}
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            chars.update(bytes((lead, trail)).decode("gb2312", errors="ignore"))
    drawn = _source().getBestCmap()
    for first, last in _ALSO:
        chars.update(chr(code) for code in range(first, last + 1) if code in drawn)
    return frozenset(filter(has_shape, chars))


def has_shape(char: str) -> bool:
    """Whether a character has a shape: controls, joiners and variation selectors have none."""
    if unicodedata.category(char) in {"Cc", "Cf"}:
        return False
    return not ("\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef")


@cache
def _source() -> TTFont:
    """The simplified Chinese face of the shipped collection."""
    collection = TTCollection(str(FONT_PATH), lazy=True)
    for face in collection:
        if face["name"].getDebugName(1) == _FACE:
            return face
    raise LookupError(f"{_FACE} is not in {FONT_PATH}")


@cache
def _fingerprint() -> str:
    """A short hash of all that the print font is made of."""
    parts = hashlib.sha256(f"{_RECIPE} {fontTools.version} {_CURVE_ERROR} {_ALSO}".encode())
    parts.update(FONT_PATH.read_bytes())
    return parts.hexdigest()[:16]


def _font_of(wanted: set[str], progress: Progress | None) -> tuple[TTFont, frozenset[str]]:
    """A font of those of the characters that the source has, and which these are."""
    face = _source()
    glyph_of = face.getBestCmap()
    cmap = {ord(char): glyph_of[ord(char)] for char in sorted(wanted) if ord(char) in glyph_of}
    return _draw(face, cmap, progress), frozenset(map(chr, cmap))


def _draw(face: TTFont, cmap: dict[int, str], progress: Progress | None) -> TTFont:
    """A new font with the face's glyphs for these code points, in their order."""
    # One glyph may serve several characters; .notdef must be the first of every font.
    names = list(dict.fromkeys([".notdef", *cmap.values()]))
    drawings = face.getGlyphSet()
    glyphs = {}
    for done, name in enumerate(names, start=1):
        pen = TTGlyphPen(None)
        # TrueType fills clockwise outlines, PostScript the other way round.
        drawings[name].draw(Cu2QuPen(pen, _CURVE_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
        if progress and (done % _STEP == 0 or done == len(names)):
            progress(done, len(names))

    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(
        # A glyph without outlines, such as the space, has no left edge.
        {name: (face["hmtx"][name][0], getattr(glyphs[name], "xMin", 0)) for name in names}
    )
    builder.setupHorizontalHeader(ascent=face["hhea"].ascent, descent=face["hhea"].descent)
    builder.setupNameTable(_names(face))
    metrics = face["OS/2"]
    builder.setupOS2(
        fsType=0,  # may be embedded
        **{
            key: getattr(metrics, key)
            for key in (
                "sTypoAscender",
                "sTypoDescender",
                "sTypoLineGap",
                "usWinAscent",
                "usWinDescent",
                "sxHeight",
                "sCapHeight",
            )
        },
    )
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=_EPOCH, modified=_EPOCH)
    font: TTFont = builder.font
    font.recalcTimestamp = False
    return font


def _names(face: TTFont) -> dict[str, str]:
    """The new font's names, with the original's copyright and licence."""
    source = face["name"]
    return {
        "copyright": source.getDebugName(0),
        "familyName": FAMILY,
        "styleName": "Regular",
        "uniqueFontIdentifier": f"{FAMILY} {_RECIPE}",
        "fullName": FAMILY,
        "version": f"Version {_RECIPE}.0; drawn from {_FACE}, {source.getDebugName(5)}",
        "psName": FAMILY.replace(" ", ""),
        "licenseDescription": source.getDebugName(13),
        "licenseInfoURL": source.getDebugName(14),
    }


def _write(font: TTFont, out: Path) -> None:
    """Save the font so that a reader meets either no file or the whole one."""
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{out.stem}-", suffix=".part", dir=out.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            font.save(file)
            file.flush()
            os.fsync(file.fileno())
        try:
            part.replace(out)
        except PermissionError:
            # Windows refuses while another program reads the font that it has built meanwhile.
            if not out.exists():
                raise
    finally:
        part.unlink(missing_ok=True)


def _main() -> None:
    """Build the print font where it is missing; progress on a terminal, its path on the output."""

    def report(done: int, total: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            sys.stderr.write(f"\rprint font: {done} of {total} glyphs{end}")

    sys.stdout.write(f"{print_font(report)}\n")


if __name__ == "__main__":
    _main()
