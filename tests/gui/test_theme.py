"""Colours that can be read, drawings that are there, a font with Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.theme import DARK, LIGHT, Colours

ICONS = sorted(path.stem for path in Path("resources/icons").glob("*.svg"))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "panel"),
        ("ink", "window"),
        ("ink", "head"),
        ("ink", "status"),
        ("ink", "chosen"),
        ("ink", "label"),
        ("ink", "section"),
        ("faint", "panel"),
        ("faint", "window"),
        ("faint", "head"),
        ("hand", "paper"),
        ("hand", "panel"),
        ("home", "panel"),
        ("home", "status"),
        ("out", "panel"),
        ("out", "status"),
        ("overdue", "panel"),
        ("overdue", "status"),
        ("on_bar", "bar"),
        ("on_bar", "bar_field"),
        ("on_side", "side"),
        ("on_side", "side_here"),
        ("on_accent", "accent"),
        ("side", "brass"),
    ],
)
def test_writing_can_be_read_on_its_ground(colours: Colours, ink: str, ground: str) -> None:
    one, other = luminance(getattr(colours, ink)), luminance(getattr(colours, ground))
    contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
    assert contrast >= 4.5, f"{ink} on {ground}: {contrast:.2f}"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_in(colours: Colours) -> None:
    sheet = theme.style_sheet(colours)
    assert "$" not in sheet
    assert colours.bar in sheet


def test_the_palette_speaks_our_colours() -> None:
    made = theme.palette(DARK)
    assert made.color(QPalette.ColorRole.Text) == QColor(DARK.ink)
    assert made.color(QPalette.ColorRole.Window) == QColor(DARK.window)


def test_dark_follows_the_system_at_once(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    with monkeypatch.context() as dark:
        dark.setattr(theme, "system_is_dark", lambda: True)
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert theme.colours() is DARK
        assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
        assert DARK.side in dressed.styleSheet()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)


@pytest.mark.parametrize("name", ICONS)
def test_every_drawing_shows_something(name: str, dressed: QApplication) -> None:
    image = theme.icon(name, "#000000", 24).pixmap(24, 24).toImage()
    inked = [image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24)]
    assert 10 < sum(inked) < 24 * 24


def test_the_font_has_chinese(dressed: QApplication) -> None:
    font = dressed.font()
    assert font.pointSizeF() >= 10
    assert QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    assert QFontMetrics(font).inFont("柜")


def test_the_bundled_font_takes_over_where_the_system_has_none(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda system: [])
    assert theme.office_font(dressed.font()).families() == [theme.BUNDLED_FAMILY]
