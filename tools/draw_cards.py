"""Pictures of three whole cards: the form on the screen, and beside it the sheet that is printed.

Usage: python tools/draw_cards.py FOLDER [--size 1440x1100] [--lang zh]

The cards of `tests/filled_cards.py` are filed in an office of their own, opened in the real window
and printed; each picture shows the same side of both. Needs a display (a virtual one does).
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from model.cards import drafts, reviewing
from model.loans import opening
from model.office import founding, log_in, people, teams
from model.office.desk import Desk
from model.office.rights import Role
from model.words import words_in
from tests.filled_cards import FILLED
from tools.take_pictures import PASSWORD, Camera, app

_GAP = 16
_SIDES = ("front", "back")


def file_cards(camera: Camera) -> tuple[Path, dict[str, str]]:
    """An office with the three cards; name -> card number."""
    path = camera.scratch / "whole.cabinet"
    now = datetime.now().replace(microsecond=0) - timedelta(minutes=5)  # noqa: DTZ005
    founding.create(path, founding.Founders("华东办事处", "张总", "王秀兰", PASSWORD), now)
    manager = log_in.log_in(path, "张总", PASSWORD, now)
    teams.add_team(manager, "一队", "", now)
    teams.add_district(manager, "武侯", "一队", now)
    people.add_person(manager, "赵刚", Role.SUPERVISOR, "一队", PASSWORD, now)
    people.add_person(manager, "李明", Role.REP, "一队", PASSWORD, now)
    clerk = log_in.log_in(path, "王秀兰", PASSWORD, now)
    opening.open_cabinet(clerk, now)
    numbers = {name: _file(path, clerk, name, now) for name in FILLED}
    return path, numbers


def _file(path: Path, clerk: Desk, name: str, now: datetime) -> str:
    """Type, pass and file one card."""
    kind, texts = FILLED[name]
    typed = {**texts, "rep": "李明", "district": "武侯"}
    draft = drafts.create_card(clerk, kind, typed, now, ticked=frozenset({"uscc_check"})).ref
    reviewing.pass_card(log_in.log_in(path, "赵刚", PASSWORD, now), draft, now)
    return reviewing.file_card(log_in.log_in(path, "王秀兰", PASSWORD, now), draft, now)


def printed(desk: Desk, card_no: str, language: str) -> list[QPixmap]:
    """The sheets of one card as they come out of the printer."""
    from model.loans.card_prints import print_papers
    from model.office.prints import note_preview
    from printing.card_run import write_card_papers

    now = datetime.now().replace(microsecond=0)  # noqa: DTZ005
    papers = print_papers(desk, [card_no], now)
    out = BytesIO()
    write_card_papers(papers, note_preview(desk, "card", card_no, now), out, words_in(language))
    return [_picture(page) for page in pypdfium2.PdfDocument(out.getvalue())]


def _picture(page: pypdfium2.PdfPage) -> QPixmap:
    """One page at 110 dots per inch."""
    bitmap = page.render(scale=110 / 72).to_pil().convert("RGB")
    data = bitmap.tobytes()
    image = QImage(data, bitmap.width, bitmap.height, 3 * bitmap.width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.copy())


def beside(form: QPixmap, sheet: QPixmap) -> QPixmap:
    """The form, and the sheet at the same height right of it."""
    height = max(form.height(), sheet.height())
    both = QPixmap(form.width() + _GAP + sheet.width(), height)
    both.fill(QColor("#808080"))
    painter = QPainter(both)
    painter.drawPixmap(0, 0, form)
    painter.drawPixmap(form.width() + _GAP, 0, sheet)
    painter.end()
    return both


def take_card(camera: Camera, desk: Desk, name: str, card_no: str) -> None:
    """Both sides of one card, and its further sheets."""
    page = camera.page()
    assert page is not None
    page.work.open_card(card_no)
    QTest.qWait(900)
    sheets = printed(desk, card_no, camera.language)
    for number, side in enumerate(_SIDES):
        page.form.head.tabs.setCurrentIndex(number)
        QTest.qWait(500)
        grid = page.form._stack.currentWidget().widget()
        form = grid.grab()
        both = beside(
            form.scaledToWidth(900, Qt.TransformationMode.SmoothTransformation),
            sheets[number],
        )
        both.save(str(camera.folder / f"whole-{name}-{side}-{camera.language}.png"), "PNG", 0)
    for number, sheet in enumerate(sheets[2:], start=3):
        sheet.save(str(camera.folder / f"whole-{name}-sheet{number}-{camera.language}.png"))
    page.form.head.choose_side(0)


def main() -> None:
    """All three cards."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1440x1100")
    parser.add_argument("--lang", default="zh")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    app()
    hook = sys.excepthook
    camera = Camera(given.folder, (width, height), given.lang)
    sys.excepthook = hook
    given.folder.mkdir(parents=True, exist_ok=True)
    path, numbers = file_cards(camera)
    now = datetime.now().replace(microsecond=0)  # noqa: DTZ005
    desk = log_in.log_in(path, "张总", PASSWORD, now)
    camera.window.show()
    camera.window.seat(desk)
    camera.until(camera.has_read)
    for name, card_no in numbers.items():
        take_card(camera, desk, name, card_no)
    camera.window.close()


if __name__ == "__main__":
    main()
