"""When a group of facts was last verified."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from model.cards.cards import edit_card, read_card
from model.cards.custody import card_of
from model.cards.definition import CardKind, Fresh
from model.cards.fields import field_at
from model.cards.freshness import group_of, what_to_ask
from model.cards.tables import Verification
from model.cards.verifying import (
    Verified,
    renew,
    renew_groups,
    verified_dates,
    verified_of,
    verify_unchanged,
)
from model.errors import BadInputError, NotAllowedError, WrongStateError
from model.loans import opening
from model.office import audit
from model.office.tables import AuditLine
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit, make_draft

LATER = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("phone", Fresh.CONTACT),
        ("uscc", Fresh.LEGAL),
        ("payment_attitude", Fresh.CREDIT),
        ("likes", Fresh.FEATURES),
        ("contacts#7.mobile", Fresh.CONTACT),
        ("contacts#7", Fresh.CONTACT),
        ("contacts[0].mobile", Fresh.CONTACT),
        ("needs#+1.description", Fresh.NEEDS),
        ("competitor_sales#3", Fresh.COMPETITORS),
        ("card_no", None),
        ("source_method", None),
        ("sales_history#2.net_sales", None),
        ("investments#2.amount", None),
        ("no_such", None),
        ("", None),
    ],
)
def test_every_fact_is_verified_with_its_group(path: str, group: Fresh | None) -> None:
    assert group_of(CardKind.COMPANY, path) is group


def test_a_change_renews_its_group_and_no_other(card: str) -> None:
    row = card_of(card)
    Verification.delete().execute()
    with writing():
        renew(row, ["mobile", "hobbies"], TODAY)
        renew(row, ["mobile", "contacts#1.mobile"], LATER)
    assert verified_dates(row.id) == {Fresh.CONTACT: LATER, Fresh.FEATURES: TODAY}


def test_what_is_no_fact_renews_nothing(card: str) -> None:
    row = card_of(card)
    Verification.delete().execute()
    with writing():
        renew(row, ["is_focus", "card_no"], TODAY)
    assert verified_dates(row.id) == {}


def age_of_everything(card: str, days: int) -> None:
    """Let every group of a card have been verified so many days ago."""
    with writing():
        Verification.delete().execute()
        renew_groups({card_of(card).id: list(Fresh)}, TODAY - timedelta(days=days))


def test_a_group_without_a_line_is_as_old_as_the_card(card: str) -> None:
    Verification.delete().execute()
    row = card_of(card)
    assert verified_of(row) == dict.fromkeys(Fresh, TODAY)
    with writing():
        renew(row, ["mobile"], LATER)
    assert verified_of(row) == {**dict.fromkeys(Fresh, TODAY), Fresh.CONTACT: LATER}


def test_a_card_shows_what_is_to_be_verified_and_one_click_verifies_it(sit: Sit, card: str) -> None:
    age_of_everything(card, 181)
    desk = sit("赵刚")
    before = read_card(desk, card, NOW)
    assert {"mobile", "hobbies", "competitor_sales"} <= before.stale
    assert "full_name" not in before.stale
    done = verify_unchanged(desk, card, [Fresh.FEATURES, Fresh.CONTACT], NOW)
    assert done == Verified(card, (Fresh.CONTACT, Fresh.FEATURES), TODAY)
    after = read_card(desk, card, NOW)
    assert after.version == before.version
    assert {"mobile", "hobbies"}.isdisjoint(after.stale)
    assert after.stale == {"competitor_sales"}
    assert after.freshness.fresh_points > before.freshness.fresh_points
    line = AuditLine.select().where(AuditLine.event == audit.Event.CARD_VERIFY).get()
    assert '["contact", "features"]' in line.after


def test_a_save_verifies_what_it_changes_and_nothing_else(sit: Sit, card: str) -> None:
    age_of_everything(card, 181)
    desk = sit("赵刚")
    before = read_card(desk, card, NOW)
    texts = {"mobile": "13900003333", "needs#+1.description": "到货快"}
    edit_card(desk, card, before.version, texts, NOW)
    renewed = {group for group, on in verified_of(card_of(card)).items() if on == TODAY}
    assert renewed == {Fresh.CONTACT, Fresh.NEEDS}


def test_typing_the_same_again_verifies_nothing(sit: Sit, card: str) -> None:
    age_of_everything(card, 181)
    desk = sit("赵刚")
    view = read_card(desk, card, NOW)
    edit_card(desk, card, view.version, {"mobile": view.values["mobile"]}, NOW)
    assert TODAY not in verified_of(card_of(card)).values()


def test_what_is_not_seen_is_not_asked_for(sit: Sit, card: str) -> None:
    age_of_everything(card, 181)
    clerk = read_card(sit("王秀兰"), card, NOW)
    assert "hobbies" not in clerk.stale
    assert "purchase_habit" in clerk.stale
    assert "hobbies" not in what_to_ask(clerk)


def test_what_to_ask_begins_with_what_is_stale_and_counts_most(sit: Sit, card: str) -> None:
    age_of_everything(card, 181)
    view = read_card(sit("赵刚"), card, NOW)
    asked = what_to_ask(view)
    assert asked[: len(view.stale)] != ()
    assert set(asked[: len(view.stale)]) == view.stale
    assert asked[0] in {"home_address", "mobile"}  # three points each
    assert set(view.completeness.missing) - {"sales_history"} <= set(asked)
    assert all(field_at(view.kind, path) for path in asked)
    assert "card_no" not in asked


def test_who_may_not_change_the_card_verifies_nothing(sit: Sit, card: str) -> None:
    for name in ("李明", "周涛", "钱进"):  # not lent to him, and another team's
        with pytest.raises(NotAllowedError):
            verify_unchanged(sit(name), card, [Fresh.CONTACT], NOW)
    with pytest.raises(BadInputError):
        verify_unchanged(sit("赵刚"), card, [], NOW)


def test_a_draft_is_not_verified(sit: Sit) -> None:
    opening.open_cabinet(sit("王秀兰"), NOW)
    ref = make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
    with pytest.raises(WrongStateError):
        verify_unchanged(sit("王秀兰"), ref, [Fresh.CONTACT], NOW)
