"""Pictures of the running program for the documentation.

Usage: python tools/take_pictures.py FOLDER [--size 1440x900] [--lang zh]

Makes a sample office and an empty cabinet in a temporary folder, opens the real window, goes
through its pages as a person would, and saves what it shows. Needs a display (a virtual one does).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from gui import application as program
from gui.cabinet.cabinet_page import CabinetPage
from gui.lock.log_in_page import LogInPage
from gui.main_window import MainWindow
from gui.memory import Memory
from model.cards import cards, drafts
from model.cards.definition import CardKind
from model.loans import opening
from model.office import founding, log_in
from model.upkeep.sample_office import make_sample_office

PASSWORD = "a-long-password"
LONG_NAME = (
    "四川省成都市武侯区经济技术开发区簇锦街道新城物流园区恒运叉车配件及工业轮胎"
    "更换维修服务连锁经营管理有限责任公司第三分公司"
)
SHEET = """客户名称,统一社会信用代码,电话,地址,联系人,手机,业务员,片区,等级,上次拜访,欠款余额
成都安达物流设备有限公司,91350100M000100Y43,028-85551234,成都市武侯区簇锦街道88号,何文斌,13900000001,{rep},{district},A,2026-11-05,12800
德阳宏远轮胎经营部,,0838-2223344,德阳市旌阳区长江西路12号,刘红,13900000002,{rep},{district},B,2026-10-20,0
绵阳顺通叉车维修厂,9135O100M000100Y43,0816-2345678,绵阳市涪城区临园路5号,周强,13900000003,{rep},{district},C,2026/9/30,3200.50
资阳鼎盛仓储有限公司,,028-2655443,资阳市雁江区建设路9号,陈明,1390000000,没有此人,{district},C,去年冬天,12,5
"""


class Camera:
    """Opens the window, waits until it stands still, and keeps pictures of it."""

    def __init__(self, folder: Path, size: tuple[int, int], language: str) -> None:
        self.folder, self.size, self.language = folder, size, language
        self.scratch = Path(tempfile.mkdtemp(prefix="card-cabinet-pictures-"))
        settings = QSettings(str(self.scratch / "window.ini"), QSettings.Format.IniFormat)
        self.window: MainWindow = program.build(app(), Memory(settings), language)
        self.window.resize(*size)

    def until(self, what: Callable[[], object], seconds: float = 20) -> None:
        """Wait for something to be so."""
        for _ in range(int(seconds * 20)):
            if what():
                return
            QTest.qWait(50)
        raise SystemExit("waited in vain")

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture."""
        QTest.qWait(350)
        target = widget or self.window
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{name}-{self.language}-{self.size[0]}.png"
        target.grab().save(str(self.folder / name), "PNG", 0)

    def log_in(self, cabinet: Path, role_place: int) -> CabinetPage:
        """Through the door of a sample office, by one click."""
        self.window.begin(cabinet)
        self.until(lambda: self._people())
        QTest.mouseClick(self._people()[role_place], Qt.MouseButton.LeftButton)
        self.until(lambda: self.has_read())
        QTest.qWait(1200)
        page = self.page()
        assert page is not None
        return page

    def has_read(self) -> bool:
        """Whether the list has been read from the cabinet."""
        page = self.page()
        return page is not None and page._read is not None

    def page(self) -> CabinetPage | None:
        """The cabinet's page, once it is there."""
        return next((p for p in self.window.findChildren(CabinetPage) if p.isVisible()), None)

    def lock(self) -> None:
        """Away from the desk."""
        self.window.lock("another_cabinet")
        self.until(lambda: self.window._view is None)
        QTest.qWait(300)

    def _people(self) -> list[QPushButton]:
        door = next((p for p in self.window.findChildren(LogInPage) if p.isVisible()), None)
        return [] if door is None else [b for b in door._people if b.isEnabled()]


def app() -> QApplication:
    """The one application."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


def make_empty(folder: Path) -> Path:
    """A new cabinet, and in it one card with a name of nearly sixty characters."""
    path = folder / "new.cabinet"
    now = datetime.now()  # noqa: DTZ005 - office wall-clock time
    founding.create(path, founding.Founders("华东办事处", "张总", "王秀兰", PASSWORD), now)
    return path


def through_the_doors(camera: Camera, sample: Path) -> None:
    """First page and log-in page."""
    camera.window.show()
    camera.window.begin(None)
    camera.take("first-page")
    camera.window.begin(make_empty(camera.scratch))
    camera.take("log-in")
    camera.window.begin(sample)
    camera.take("log-in-sample")


def through_the_cabinet(camera: Camera, sample: Path) -> None:
    """List, cards of both kinds on both sides, import preview."""
    page = camera.log_in(sample, 1)
    page.door.open()
    QTest.qWait(800)
    camera.take("cabinet")
    for kind in (CardKind.COMPANY, CardKind.INDIVIDUAL):
        row = max(
            (row for row in page.list.rows if row.kind == kind.value and row.state == "in_cabinet"),
            key=lambda row: row.completeness,
        )
        page.work.open_card(row.ref)
        QTest.qWait(700)
        for number, side in enumerate(("front", "back")):
            page.form.head.tabs.setCurrentIndex(number)
            camera.take(f"{kind.value}-{side}")
        page.form.head.tabs.setCurrentIndex(0)
    page.work.close()
    QTest.qWait(300)
    take_import(camera, page, sample)
    take_draft(camera, page)
    camera.lock()


def take_import(camera: Camera, page: CabinetPage, sample: Path) -> None:
    """The import's preview of a sheet with good and bad rows."""
    row = page.list.rows[-1]
    sheet = camera.scratch / "客户名单.csv"
    sheet.write_text(SHEET.format(rep=row.rep, district=row.district), encoding="utf-8")
    from gui.exchange.import_dialog import ImportDialog

    dialog = ImportDialog(page._desk, page._tasks, page._clock, camera.window)
    dialog.show()
    dialog.open_file(sheet)
    camera.until(lambda: page._tasks.running == 0)
    camera.take("import", dialog)
    dialog.close()


def take_draft(camera: Camera, page: CabinetPage) -> None:
    """A new card in the middle of typing."""
    page.actions_["new_company"].trigger()
    QTest.qWait(700)
    camera.take("new-card")
    page.work.close()
    QTest.qWait(300)


def through_the_settings(camera: Camera, sample: Path) -> None:
    """The settings as the manager sees them."""
    camera.log_in(sample, 0)
    view = camera.window._view
    assert view is not None
    view.open_page("settings")
    camera.take("settings")
    camera.lock()


def through_an_empty_cabinet(camera: Camera) -> None:
    """A cabinet of the first day, and a card with a very long name."""
    path = camera.scratch / "new.cabinet"
    now = datetime.now()  # noqa: DTZ005 - office wall-clock time
    desk = log_in.log_in(path, "张总", PASSWORD, now)
    camera.window.seat(desk)
    camera.until(camera.has_read)
    camera.take("empty-cabinet")
    camera.lock()
    desk = log_in.log_in(path, "王秀兰", PASSWORD, now)
    opening.open_cabinet(desk, now)
    ref = drafts.create_card(desk, CardKind.COMPANY, {"full_name": LONG_NAME}, now).ref
    cards.read_card(desk, ref, now)
    camera.window.seat(desk)
    camera.until(camera.has_read)
    page = camera.page()
    assert page is not None
    page.work.open_card(ref)
    camera.take("long-name")
    camera.lock()


def main() -> None:
    """Go through everything once."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--lang", default="zh")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    app()
    hook = sys.excepthook
    camera = Camera(given.folder, (width, height), given.lang)
    sys.excepthook = hook
    sample = camera.scratch / "sample.cabinet"
    make_sample_office(sample, now=datetime.now())  # noqa: DTZ005 - office wall-clock time
    through_the_doors(camera, sample)
    through_the_cabinet(camera, sample)
    through_the_settings(camera, sample)
    through_an_empty_cabinet(camera)
    camera.window.close()


if __name__ == "__main__":
    main()
