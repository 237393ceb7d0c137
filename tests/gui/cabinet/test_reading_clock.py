"""How long a card was open on the screen stands in the log."""

from __future__ import annotations

from datetime import timedelta

from gui.cabinet.cabinet_page import CabinetPage
from model.office import audit
from model.office.tables import AuditLine
from tests.gui.cabinet.conftest import OpenPage
from tests.gui.conftest import StillClock


def put_away(page: CabinetPage) -> list[tuple[str, str]]:
    audit.flush(page._desk)
    lines = AuditLine.select().where(AuditLine.event == "card.put_away").order_by(AuditLine.no)
    return [(line.subject, line.after) for line in lines]


def test_the_next_card_and_the_way_back_end_a_reading(
    cards: list[str], open_page: OpenPage, clock: StillClock
) -> None:
    page = open_page("王秀兰")
    first, second = cards[:2]
    page.work.open_card(first)
    clock.time += timedelta(seconds=40)
    page.work.reopen()
    assert put_away(page) == [], "read anew, it goes on being open"

    page.work.open_card(second)
    clock.time += timedelta(seconds=7)
    page.work.close()
    assert put_away(page) == [(first, '{"seconds": 40}'), (second, '{"seconds": 7}')]


def test_a_lock_ends_a_reading_and_a_clock_set_back_makes_none(
    cards: list[str], open_page: OpenPage, clock: StillClock
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    clock.time -= timedelta(hours=1)
    page.put_away()
    assert put_away(page) == [(cards[0], '{"seconds": 0}')]


def test_a_new_card_is_no_reading(open_page: OpenPage) -> None:
    page = open_page("王秀兰")
    page.actions_["new_company"].trigger()
    page.work.close()
    assert put_away(page) == []
