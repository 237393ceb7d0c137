"""Where a card is, whose it is, and by which number it is asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.custody import card_of, ref_of, state_now, whose
from model.cards.tables import CustodyState, CustomerCard
from model.errors import NotFoundError
from model.office.desk import Whose
from model.office.tables import Person
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card, make_draft

SECOND = timedelta(seconds=1)


def test_overdue_follows_from_the_clock_alone() -> None:
    """The PC may have been off at 18:00."""
    assert state_now("out", NOW, NOW) is CustodyState.OUT
    assert state_now("out", NOW, NOW + SECOND) is CustodyState.OVERDUE
    assert state_now("out", None, NOW) is CustodyState.OUT
    for state in ("draft", "in_cabinet", "lost", "sealed", "void"):
        assert state_now(state, NOW, NOW + SECOND).value == state


def test_a_card_is_found_by_its_number_before_and_after_filing(sit: Sit) -> None:
    draft_no = make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
    assert ref_of(card_of(f" {draft_no.lower()} ")) == draft_no

    card_no = make_card(sit, "客户乙厂", "李明", "028-85551002", "武侯", "赵刚")
    assert ref_of(card_of(card_no.lower())) == card_no
    assert ref_of(card_of("D00002")) == card_no, "its draft number still leads to it"


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize("ref", ["Q00001", "D1", "", "1 OR 1=1", "x"])
def test_what_is_no_number_is_not_found(ref: str) -> None:
    with pytest.raises(NotFoundError) as missing:
        card_of(ref)
    assert missing.value.values["kind"] == "card"


def test_a_card_belongs_to_its_reps_team_and_who_holds_it(sit: Sit) -> None:
    card = card_of(make_card(sit, "客户甲厂", "李明", "028-85551001", "武侯", "赵刚"))
    rep = Person.get(Person.name == "李明")
    assert whose(card) == Whose(rep.id, rep.team_id, None)

    with writing():
        CustomerCard.update(holder=rep, rep=None).where(CustomerCard.id == card.id).execute()
    assert whose(card_of(ref_of(card))) == Whose(None, None, rep.id)
