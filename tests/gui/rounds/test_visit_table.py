"""A visit dragged to another place of the plan; what may not be dragged stays where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.rounds.plan_page import PlanPage
from gui.rounds.visit_table import MIME, VisitTable
from model.rounds.approval import approve
from model.rounds.planning import make_plan, strike_line
from tests.conftest import NOW, TODAY, Sit
from tests.gui.conftest import drag_place
from tests.gui.rounds.conftest import OpenPage, names, settle
from tests.gui.rounds.test_plan_page import CHANGJIANG, DINGSHENG, HENGYUN

MOVE = Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
BELOW = 99
"""A row below the last one."""
Carried = Callable[[VisitTable, QMimeData], None]


class Hand:
    """Carries what is dragged: the platform of the tests has no drag of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.carried = 0
        self.gaps: list[int] = []
        self._way: Carried = lambda table, mime: None
        hand = self

        def carry(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
            table = drag.source()
            assert isinstance(table, VisitTable)
            hand.carried += 1
            hand._way(table, drag.mimeData())
            return actions

        monkeypatch.setattr(QDrag, "exec", carry)

    def drag(self, table: VisitTable, name: str, way: Carried) -> None:
        """Press on a visit and pull; `way` is what happens until it is let go."""
        self._way = way
        start = place_of(table, name)
        QTest.mousePress(table.viewport(), LEFT, PLAIN, start)
        QTest.mouseMove(table.viewport(), start + QPoint(0, QApplication.startDragDistance() + 2))
        if not self.carried:  # a drag takes the release to itself
            QTest.mouseRelease(table.viewport(), LEFT, PLAIN, start)

    def over(self, row: int, *, lower: bool = False, drop: bool = True) -> Carried:
        """Enter the table, move over the upper or lower half of a row, and let go there."""

        def way(table: VisitTable, mime: QMimeData) -> None:
            area = table.visualRect(table.table.index(row, 2))
            down = area.bottom() - 2 if lower else area.top() + 2
            if row == BELOW:
                down = table.viewport().height() - 30
            place = QPointF(40, down)
            view = table.viewport()
            for event in (
                QDragEnterEvent(drag_place(40, down), MOVE, mime, LEFT, PLAIN),
                QDragMoveEvent(drag_place(40, down), MOVE, mime, LEFT, PLAIN),
            ):
                QApplication.sendEvent(view, event)
                assert event.isAccepted()
            self.gaps.append(table.gap)
            end = QDropEvent(place, MOVE, mime, LEFT, PLAIN) if drop else QDragLeaveEvent()
            QApplication.sendEvent(view, end)

        return way


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    return Hand(monkeypatch)


def place_of(table: VisitTable, name: str) -> QPoint:
    """The middle of a visit's row."""
    row = next(n for n, line in enumerate(table.table.rows) if line.name == name)
    return table.visualRect(table.table.index(row, 2)).center()


def planned(open_page: OpenPage, sit: Sit, qtbot: QtBot, *, at: str = "李明") -> PlanPage:
    """The plan of 李明 in view."""
    make_plan(sit("李明"), "李明", TODAY, NOW)
    page = open_page(at)
    page.reps.choose("李明")
    settle(qtbot, page)
    return page


@pytest.mark.parametrize(
    ("name", "row", "lower", "order"),
    [
        (HENGYUN, 1, True, [CHANGJIANG, HENGYUN, DINGSHENG]),
        (HENGYUN, 2, True, [CHANGJIANG, DINGSHENG, HENGYUN]),
        (DINGSHENG, 0, False, [DINGSHENG, HENGYUN, CHANGJIANG]),
        (DINGSHENG, 1, False, [HENGYUN, DINGSHENG, CHANGJIANG]),
        (CHANGJIANG, 0, True, [HENGYUN, CHANGJIANG, DINGSHENG]),  # where it is already
        (CHANGJIANG, 2, False, [HENGYUN, CHANGJIANG, DINGSHENG]),
    ],
)
def test_a_dragged_visit_goes_where_it_is_dropped(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand,
    name: str, row: int, lower: bool, order: list[str],
) -> None:  # fmt: skip
    page = planned(open_page, sit, qtbot)
    before = page.plan
    hand.drag(page.panel.table, name, hand.over(row, lower=lower))
    assert hand.carried == 1
    assert hand.gaps == [row + lower]
    assert names(page.plan) == order
    assert page.panel.table.gap == -1
    assert page.panel.line is not None
    assert page.panel.line.name == name
    moved = order != [HENGYUN, CHANGJIANG, DINGSHENG]
    assert page.work.can_undo is moved
    assert (page.plan is before) is not moved


def test_the_last_drag_is_taken_back(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand
) -> None:
    page = planned(open_page, sit, qtbot)
    hand.drag(page.panel.table, HENGYUN, hand.over(2, lower=True))
    page.actions_["undo"].trigger()
    assert names(page.plan) == [HENGYUN, CHANGJIANG, DINGSHENG]


def test_below_the_last_visit_is_the_last_place(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand
) -> None:
    page = planned(open_page, sit, qtbot)
    hand.drag(page.panel.table, HENGYUN, hand.over(BELOW))
    assert names(page.plan) == [CHANGJIANG, DINGSHENG, HENGYUN]


def test_what_is_carried_out_of_the_table_stays_where_it_was(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand
) -> None:
    page = planned(open_page, sit, qtbot)
    hand.drag(page.panel.table, HENGYUN, hand.over(2, lower=True, drop=False))
    assert names(page.plan) == [HENGYUN, CHANGJIANG, DINGSHENG]
    assert page.panel.table.gap == -1


def test_no_word_of_the_customer_is_carried(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand
) -> None:
    page = planned(open_page, sit, qtbot)
    seen: list[tuple[list[str], bytes]] = []
    hand.drag(
        page.panel.table,
        HENGYUN,
        lambda table, mime: seen.append((mime.formats(), bytes(mime.data(MIME).data()))),
    )
    assert seen == [([MIME], b"")]


def test_what_comes_from_elsewhere_is_not_taken(
    open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = planned(open_page, sit, qtbot)
    mime = QMimeData()
    mime.setData(MIME, b"")
    mime.setText("K00001")
    event = QDragEnterEvent(drag_place(40, 40), MOVE, mime, LEFT, PLAIN)
    QApplication.sendEvent(page.panel.table.viewport(), event)
    assert not event.isAccepted()
    assert page.panel.table.gap == -1


def test_struck_visits_are_neither_dragged_nor_counted(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand
) -> None:
    plan = make_plan(sit("李明"), "李明", TODAY, NOW)
    gone = next(line for line in plan.lines if line.name == CHANGJIANG)
    strike_line(sit("李明"), plan.plan_no, gone.card_no, "客户出差", NOW)
    page = open_page("李明")
    settle(qtbot, page)
    table = page.panel.table
    hand.drag(table, CHANGJIANG, hand.over(0))
    assert hand.carried == 0
    last = len(table.table.rows) - 1
    hand.drag(table, HENGYUN, hand.over(last, lower=True))
    assert names(page.plan) == [DINGSHENG, HENGYUN]


@pytest.mark.parametrize(("name", "may"), [("王秀兰", False), ("李明", False), ("赵刚", True)])
def test_an_approved_plan_is_dragged_only_by_who_approves(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand, name: str, may: bool
) -> None:
    plan = make_plan(sit("李明"), "李明", TODAY, NOW)
    approve(sit("赵刚"), [plan.plan_no], NOW)
    page = open_page(name)
    page.reps.choose("李明")
    settle(qtbot, page)
    hand.drag(page.panel.table, HENGYUN, hand.over(1, lower=True))
    assert hand.carried == may
    assert (names(page.plan)[0] == CHANGJIANG) is may


def test_a_plan_approved_meanwhile_refuses_the_drop(
    open_page: OpenPage, sit: Sit, qtbot: QtBot, hand: Hand, shown_errors: list[BaseException]
) -> None:
    page = planned(open_page, sit, qtbot, at="王秀兰")
    assert page.plan is not None
    approve(sit("赵刚"), [page.plan.plan_no], NOW)
    hand.drag(page.panel.table, HENGYUN, hand.over(1, lower=True))
    assert [type(error).__name__ for error in shown_errors] == ["PlanApprovedError"]
    assert names(page.plan) == [HENGYUN, CHANGJIANG, DINGSHENG]
