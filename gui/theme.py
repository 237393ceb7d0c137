"""Colours and fonts, light and dark as the system is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

BUNDLED_FAMILY = "Noto Sans CJK SC"
_SMALLEST_POINTS = 10.0


@dataclass(frozen=True)
class Colours:
    """Every colour of the window, by what it is for.

    Attributes:
        bar: the top bar, cabinet green; on_bar: writing on it; bar_field: fields on it.
        side: the page bar; on_side: writing on it; side_here: the page in view.
        brass: the mark of the page in view.
        window: behind the panels; panel: lists and forms; head: a panel's heading.
        line: borders; ink: writing; faint: side remarks.
        accent: buttons that do the main thing; on_accent: writing on them.
        chosen: the chosen row.
        paper, paper_line, label, section: the card; hand: values, handwriting blue.
        home, out, overdue: where a card is.
        sheet_table: what printed sheets lie on in the preview.
    """

    bar: str = "#2F5D50"
    on_bar: str = "#FFFFFF"
    bar_field: str = "#4A7468"
    side: str = "#26323A"
    on_side: str = "#C9D1D6"
    side_here: str = "#33434C"
    brass: str = "#E0A32E"
    window: str = "#E9EBEA"
    panel: str = "#FFFFFF"
    head: str = "#F5F8F7"
    status: str = "#DEE3E0"
    line: str = "#C9D6D2"
    ink: str = "#22303C"
    faint: str = "#56636B"
    accent: str = "#2F5D50"
    on_accent: str = "#FFFFFF"
    chosen: str = "#E1EEE9"
    paper: str = "#FFFDF6"
    paper_line: str = "#5B5B52"
    label: str = "#F3EDDD"
    section: str = "#E7DFC9"
    hand: str = "#17407A"
    home: str = "#186A3F"
    out: str = "#8F4D00"
    overdue: str = "#B3261E"
    sheet_table: str = "#6B757B"


LIGHT = Colours()
DARK = Colours(
    bar="#234A40",
    bar_field="#35594F",
    side="#1A2126",
    on_side="#B4BEC4",
    side_here="#2A353C",
    window="#1E2427",
    panel="#262D31",
    head="#2C3539",
    status="#1A2023",
    line="#3E4A50",
    ink="#E4E9EB",
    faint="#9AA7AE",
    accent="#3A7D6A",
    chosen="#2F4A42",
    paper="#2B2A25",
    paper_line="#8B8879",
    label="#37352C",
    section="#423F33",
    hand="#8FB8F2",
    home="#5DC48D",
    out="#E8A552",
    overdue="#F0857C",
    sheet_table="#15191B",
)


def colours() -> Colours:
    """The colours in use now."""
    return DARK if system_is_dark() else LIGHT


def system_is_dark() -> bool:
    """Whether the system's windows are dark; False where it does not say."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


class Theme(QObject):
    """Dresses the application, and again whenever the system turns dark or light."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        application.setFont(office_font(application.font()))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        _pixels.cache_clear()
        self._application.setPalette(palette(colours()))
        self._application.setStyleSheet(style_sheet(colours()))


def office_font(system: QFont) -> QFont:
    """The system's own font where it has Chinese, else the bundled one; never below 10 pt."""
    font = QFont(system)
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        font.setFamilies([BUNDLED_FAMILY] if load_bundled_font() else [system.family()])
    font.setPointSizeF(max(_SMALLEST_POINTS, system.pointSizeF()))
    return font


def load_bundled_font() -> bool:
    """Let Qt use the font that comes with the program; False when it is not there."""
    found = find_spec("noto_cjk_sans_otc")
    if found is None or found.origin is None:
        return False
    path = Path(found.origin).with_name("NotoSansCJK-Regular.ttc")
    return QFontDatabase.addApplicationFont(str(path)) >= 0


def palette(colours: Colours) -> QPalette:
    """Qt's own roles in our colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.ink),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.head),
        (role.Text, colours.ink),
        (role.Button, colours.panel),
        (role.ButtonText, colours.ink),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.ink),
        (role.PlaceholderText, colours.faint),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.hand),
        (role.Mid, colours.line),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.faint))
    return made


def style_sheet(colours: Colours) -> str:
    """`resources/styles/cabinet.qss` with its $placeholders filled in."""
    facts = asdict(colours)
    with as_file(files("resources").joinpath("icons")) as icons:
        facts["icons"] = icons.as_posix()
    source = files("resources").joinpath("styles", "cabinet.qss").read_text(encoding="utf-8")
    return Template(source).substitute(facts)


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """A drawing of `resources/icons` in one colour.

    Args:
        name: file name without `.svg`; drawn with `currentColor`.
        colour: of its lines, as in `Colours`.
        size: edge in logical pixels; drawn for the screen's own density.
    """
    return QIcon(_pixels(name, colour, size, QGuiApplication.primaryScreen().devicePixelRatio()))


@cache
def _pixels(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixels = QPixmap(round(size * ratio), round(size * ratio))
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    renderer.render(painter, QRectF(pixels.rect()))
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels
