"""The back of a card: its last visits joined with loans, its last changes, what is new."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from model.cards.cards import edit_card
from model.cards.choices import Choice
from model.cards.revisions import Who, write_revisions
from model.cards.tables import CustomerCard, Loan, Revision
from model.loans import papers
from model.loans.checkouts import check_out
from model.loans.reading import open_card
from model.loans.returns import Return, take_back
from model.loans.usage import usage_lines
from model.office.desk import Desk
from model.office.tables import Person
from model.rounds.tables import VisitRecord
from model.rounds.visits import VisitEntry
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import KEEPER, approve_rows

EVENING = NOW.replace(hour=17)


def key_of(card_no: str) -> int:
    """The key of a card."""
    return int(CustomerCard.get(CustomerCard.card_no == card_no).id)


def add_visit(
    card_no: str, day: date, rep: str = "李明", not_visited: str = "", **texts: str
) -> None:
    """A record as it lies in the table."""
    with writing():
        person = Person.get(Person.name == rep)
        VisitRecord.insert(
            record_no=f"BF{day:%Y%m%d}-{VisitRecord.select().count():03d}", card=key_of(card_no),
            rep=person, visited_on=day, not_visited=not_visited, entered_by=person, entered_at=NOW,
            **texts,
        ).execute()  # fmt: skip


def add_loan(card_no: str, day: date, rep: str = "李明", *, wrong: bool = False) -> None:
    """A loan of a day that came home, or was corrected."""
    with writing():
        person = Person.get(Person.name == rep)
        out_at = datetime.combine(day, NOW.time())
        Loan.insert(
            loan_no=Loan.select().count() + 1, card=key_of(card_no), borrower=person, document="RB",
            day=day, issued_at=out_at, due_at=out_at, issued_by=person,
            returned_at=out_at + timedelta(hours=8), corrected_at=out_at if wrong else None,
        ).execute()  # fmt: skip


def test_a_visit_stands_in_one_line_with_its_loan(desk: Desk, cards: list[str]) -> None:
    approve_rows(desk, "李明", cards[:1])
    check_out(desk, "李明", NOW)
    entry = VisitEntry("", "", TODAY, {"visited": "要新\n价目表", "outcome": "yes"})
    take_back(desk, "李明", [Return(cards[0], "visited", entry)], EVENING)

    (line,) = usage_lines(key_of(cards[0]))
    assert line == {
        "visited_on": TODAY, "out_at": NOW, "in_at": EVENING, "rep": "李明",
        "summary": "要新 价目表",
    }  # fmt: skip


def test_visits_without_loan_and_loans_without_visit_have_lines_in_order(
    desk: Desk, cards: list[str]
) -> None:
    del desk
    for ago in (9, 3):
        add_visit(cards[0], TODAY - timedelta(days=ago), visited=f"{ago}天前")
    add_loan(cards[0], TODAY - timedelta(days=5))
    add_loan(cards[0], TODAY - timedelta(days=4), wrong=True)
    add_visit(cards[0], TODAY - timedelta(days=3), "王芳", wishes="要样品")
    add_visit(cards[1], TODAY, visited="别家")

    lines = usage_lines(key_of(cards[0]))
    assert [(line.get("visited_on"), line["rep"], line.get("summary")) for line in lines] == [
        (TODAY - timedelta(days=9), "李明", "9天前"),
        (None, "李明", None),
        (TODAY - timedelta(days=3), "李明", "3天前"),
        (TODAY - timedelta(days=3), "王芳", "要样品"),
    ]
    assert [("out_at" in line) for line in lines] == [False, True, False, False]


def test_the_last_lines_are_shown_and_long_texts_in_short(desk: Desk, cards: list[str]) -> None:
    del desk
    for ago in range(12, 0, -1):
        add_visit(cards[0], TODAY - timedelta(days=ago), visited="长" * 500)
    lines = usage_lines(key_of(cards[0]))
    assert [line["visited_on"] for line in lines] == [
        TODAY - timedelta(days=ago) for ago in range(8, 0, -1)
    ]
    assert len(usage_lines(key_of(cards[0]), 6)) == 6
    assert lines[0]["summary"] == "长" * 41 + "…"


def test_a_visit_that_did_not_take_place_says_why(desk: Desk, cards: list[str]) -> None:
    del desk
    add_visit(cards[0], TODAY, not_visited="absent")
    (line,) = usage_lines(key_of(cards[0]))
    assert isinstance(line["summary"], Choice)
    assert line["summary"].value == "absent"


def edit(desk: Desk, card_no: str, now: datetime, **texts: str) -> None:
    """One accepted change."""
    version = CustomerCard.get(CustomerCard.card_no == card_no).version
    edit_card(desk, card_no, version, texts, now)


def test_the_back_shows_the_last_four_changes_with_who_accepted_them(
    desk: Desk, cards: list[str]
) -> None:
    for number in range(6):
        edit(desk, cards[0], NOW + timedelta(minutes=number), fax=f"028-8555200{number}")
    with writing():
        boss = Person.get(Person.name == "赵刚")
        newest = Revision.select().order_by(Revision.id.desc()).get()
        Revision.update(accepted_by=boss).where(Revision.id == newest.id).execute()

    rows = open_card(desk, cards[0], NOW).children["revisions"]
    assert [row["new_value"] for row in rows] == [f"028-8555200{number}" for number in range(2, 6)]
    assert rows[-1] == {
        "changed_on": TODAY, "field": "fax", "old_value": "028-85552004",
        "new_value": "028-85552005", "changed_by": KEEPER, "accepted_by": "赵刚",
    }  # fmt: skip
    assert rows[0]["accepted_by"] == KEEPER


def test_what_a_desk_may_not_see_is_in_no_line(desk: Desk, cards: list[str], sit: Sit) -> None:
    edit(desk, cards[0], NOW, fax="028-85552001")
    add_visit(cards[0], TODAY, visited="要价目表")
    with writing():
        card = CustomerCard.get(CustomerCard.card_no == cards[0])
        private = {"contacts#1.birth_date": (None, "1985-07-09"), "contacts#1.name": (None, "何")}
        who = Who(desk.person.id, desk.person.id)
        write_revisions(who, card, card.version, private, NOW, reason="", source="visit")
        CustomerCard.update(last_visit_on=TODAY).execute()

    by_clerk = open_card(desk, cards[0], NOW)
    assert [row["field"] for row in by_clerk.children["revisions"]] == [
        "fax",
        "contacts#1.name",
    ]
    assert by_clerk.changed == {"fax", "contacts#1.name"}
    by_boss = open_card(sit("赵刚"), cards[0], NOW)
    assert by_boss.changed == {"fax", *private}
    by_rep = open_card(sit("李明"), cards[0], NOW)
    assert by_rep.children["usage_log"] == ()


@pytest.mark.parametrize(
    ("visited", "shown"), [(-1, {"fax"}), (0, {"fax"}), (1, set()), (None, set())]
)
def test_what_changed_since_the_last_visit_is_marked(
    desk: Desk, cards: list[str], visited: int | None, shown: set[str]
) -> None:
    with writing():
        last = None if visited is None else TODAY + timedelta(days=visited)
        CustomerCard.update(last_visit_on=last).execute()
    edit(desk, cards[0], NOW, fax="028-85552001")
    assert open_card(desk, cards[0], NOW).changed == shown


def test_a_cleared_change_is_in_no_line(desk: Desk, cards: list[str]) -> None:
    edit(desk, cards[0], NOW, fax="028-85552001")
    with writing():
        Revision.update(state="cleared", new_value=None).where(Revision.field == "fax").execute()
    assert open_card(desk, cards[0], NOW).children["revisions"] == ()


def test_the_days_papers_have_their_back_filled(desk: Desk, cards: list[str]) -> None:
    add_visit(cards[0], TODAY - timedelta(days=1), visited="要价目表")
    edit(desk, cards[0], NOW, likes="喝茶")
    approve_rows(desk, "李明", cards[:2])
    (packet,) = papers.packets(desk, TODAY, NOW)
    first = packet.cards[0]
    assert [line["summary"] for line in first.children["usage_log"]] == ["要价目表"]
    assert [row["field"] for row in first.children["revisions"]] == ["likes"]
    (again,) = papers.card_papers(desk, cards[:1], TODAY, NOW)
    assert again.children["usage_log"] == first.children["usage_log"]
