"""A new card as it is typed, and everything that stops it on the way."""

from __future__ import annotations

import json

import pytest

from model.cards import drafts, reviewing
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.tables import CustomerCard, Revision
from model.errors import (
    AlreadyThereError,
    BadInputError,
    DuplicateCardError,
    LostRaceError,
    NotAllowedError,
    WrongStateError,
)
from model.office import people
from model.office.desk import Desk
from model.office.rights import Role
from tests.conftest import NOW, PASSWORD, Sit, make_draft
from tests.model.cards.drafted import stage, texts

COMPANY = CardKind.COMPANY


def test_a_blank_form_knows_what_is_known(sit: Sit) -> None:
    for_rep = drafts.empty_card(sit("李明"), COMPANY, NOW)
    assert for_rep.values == {
        "customer_kind": "company", "relationship_status": "prospect", "filled_by": "李明",
        "created_on": NOW.date(), "rep": "李明",
    }  # fmt: skip
    for_clerk = drafts.empty_card(sit("王秀兰"), COMPANY, NOW)
    assert for_clerk.editable - for_rep.editable == {"rep"}
    assert not for_clerk.editable & {"card_no", "abc_class", "credit_limit", "customer_kind"}
    assert "rep" in for_clerk.missing


def test_a_blank_form_can_be_sent_back_as_it_is(rep: Desk) -> None:
    """A window may send every cell it shows."""
    shown = drafts.empty_card(rep, COMPANY, NOW).values
    typed = {name: str(value) for name, value in shown.items()} | texts()
    assert drafts.create_card(rep, COMPANY, typed, NOW).ref == "D00001"


def test_the_first_values_open_the_history(sit: Sit, draft: str) -> None:
    line = Revision.get(Revision.card == card_of(draft).id)
    first = json.loads(line.new_value)
    assert (line.field, line.version, line.changed_by.name) == ("", 1, "李明")
    assert first["full_name"] == "客户甲厂"
    assert (first["rep"], first["district"]) == ("李明", "武侯")
    assert first["relationship_status"] == "prospect"


def test_a_draft_has_mnemonic_class_and_secrecy(draft: str) -> None:
    data = card_of(draft).__data__
    assert (data["mnemonic"], data["abc_class"], data["secrecy"]) == ("KHJC", "P", "internal")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("card_no", "Q00001"),
        ("credit_limit", "1000000"),
        ("credit_grade", "AAA"),
        ("credit_score", "99"),
        ("abc_class", "A"),
        ("secrecy", "internal"),
        ("location", "1-02-001"),
        ("filled_by", "王芳"),
        ("reviewed_by", "王芳"),
        ("revision_no", "9"),
        ("print_no", "9"),
        ("created_on", "2020-01-01"),
        ("customer_kind", "individual"),
    ],
)
def test_the_programs_own_cells_cannot_be_typed(sit: Sit, field: str, text: str) -> None:
    for name in ("李明", "王秀兰"):
        with pytest.raises(BadInputError) as refused:
            drafts.create_card(sit(name), COMPANY, texts(**{field: text}), NOW)
        assert [(one.field, one.reason) for one in refused.value.problems] == [(field, "not_typed")]
    assert CustomerCard.select().count() == 0


def test_a_rep_gives_his_customer_to_nobody(rep: Desk, draft: str) -> None:
    with pytest.raises(NotAllowedError):
        drafts.create_card(rep, COMPANY, texts(rep="王芳"), NOW)
    with pytest.raises(NotAllowedError):
        drafts.change_draft(rep, draft, 1, {"rep": "王芳"}, NOW)
    assert drafts.create_card(
        rep, COMPANY, texts(rep="李明", full_name="客户乙店", phone="028-85551002"), NOW
    )


def test_a_clerk_names_the_rep_and_his_district(clerk: Desk) -> None:
    saved = drafts.create_card(clerk, COMPANY, texts(rep="周涛", district="金牛"), NOW)
    assert (card_of(saved.ref).rep.name, card_of(saved.ref).district.name) == ("周涛", "金牛")


@pytest.mark.parametrize(
    ("typed", "field", "reason"),
    [
        ({"full_name": ""}, "full_name", "required"),
        ({"rep": "赵刚"}, "rep", "rep_unknown"),
        ({"rep": "周涛"}, "district", "district_unknown"),
        ({"district": "天上"}, "district", "district_unknown"),
        ({"uscc": "91350100M"}, "uscc", "uscc_format"),
        ({"nonsense": "1"}, "nonsense", "no_such_field"),
        ({"home_address": "某街1号院"}, "home_address", "no_such_field"),
        ({"phone": "028-85\x00551001"}, "phone", "unreadable_character"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_written(
    clerk: Desk, typed: dict[str, str], field: str, reason: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        drafts.create_card(clerk, COMPANY, texts(**{"rep": "李明", **typed}), NOW)
    assert [(one.field, one.reason) for one in refused.value.problems] == [(field, reason)]
    assert CustomerCard.select().count() == 0


def test_every_mistake_is_told_at_once(rep: Desk) -> None:
    with pytest.raises(BadInputError) as refused:
        drafts.create_card(rep, COMPANY, texts(phone="1", uscc="x", email="y"), NOW)
    assert {one.field for one in refused.value.problems} == {"phone", "uscc", "email"}


def test_a_short_name_stands_once(rep: Desk, draft: str) -> None:
    drafts.change_draft(rep, draft, 1, {"short_name": "甲厂"}, NOW)
    with pytest.raises(AlreadyThereError):
        drafts.create_card(rep, COMPANY, {"full_name": "别的客户店", "short_name": "甲厂"}, NOW)


def test_a_likely_duplicate_asks_first(rep: Desk, draft: str) -> None:
    with pytest.raises(DuplicateCardError) as found:
        drafts.create_card(rep, COMPANY, {"full_name": "客户甲有限公司"}, NOW)
    assert found.value.values == {"card_no": draft, "holder": "李明", "field": "full_name"}
    saved = drafts.create_card(
        rep, COMPANY, {"full_name": "客户甲有限公司"}, NOW, not_duplicate=True
    )
    assert saved.ref == "D00002"


# --- changing a draft --------------------------------------------------------------------------


def test_a_changed_draft_goes_back_to_the_supervisor(sit: Sit, draft: str) -> None:
    reviewing.pass_card(sit("赵刚"), draft, NOW)
    saved = drafts.change_draft(sit("李明"), draft, 2, {"fax": "028-85559999"}, NOW)

    assert (saved.version, stage(draft)) == (3, ("draft", "waiting"))
    card = card_of(draft)
    assert card.reviewed_by is None
    assert "85559999" in card.search_key
    assert draft.lower() in card.search_key, "it is still found by its number"
    with pytest.raises(WrongStateError):
        reviewing.file_card(sit("王秀兰"), draft, NOW)


def test_a_passed_draft_saved_without_a_change_stays_passed(sit: Sit, draft: str) -> None:
    reviewing.pass_card(sit("赵刚"), draft, NOW)
    saved = drafts.change_draft(sit("李明"), draft, 2, {"phone": "(028)8555-1001"}, NOW)
    assert (saved.version, stage(draft)) == (2, ("draft", "passed"))


def test_a_draft_sent_back_goes_to_the_supervisor_again_unchanged(sit: Sit, draft: str) -> None:
    reviewing.return_to_rep(sit("赵刚"), draft, "请核对地址", NOW)
    assert stage(draft) == ("draft", "returned")
    saved = drafts.change_draft(sit("李明"), draft, 2, {}, NOW)
    assert (saved.version, stage(draft)) == (3, ("draft", "waiting"))
    assert card_of(draft).review_remark == "请核对地址", "the supervisor sees what he had asked for"


def test_nobody_types_on_anothers_draft(sit: Sit, draft: str) -> None:
    for name in ("王芳", "周涛", "赵刚", "张总"):
        with pytest.raises(NotAllowedError):
            drafts.change_draft(sit(name), draft, 1, {"likes": "守时"}, NOW)
    assert drafts.change_draft(sit("孙丽"), draft, 1, {"likes": "守时"}, NOW).version == 2
    assert card_of(draft).filled_by.name == "李明"


def test_a_draft_changed_meanwhile_is_not_overwritten(sit: Sit, draft: str) -> None:
    reviewing.return_to_rep(sit("赵刚"), draft, "请核对地址", NOW)
    with pytest.raises(LostRaceError) as lost:
        drafts.change_draft(sit("李明"), draft, 1, {"likes": "守时"}, NOW)
    assert lost.value.values == {"ref": draft, "saved_by": "赵刚", "saved_at": NOW}


def test_a_drafts_name_cannot_be_emptied(rep: Desk, draft: str) -> None:
    with pytest.raises(BadInputError) as refused:
        drafts.change_draft(rep, draft, 1, {"full_name": " ", "main_business": ""}, NOW)
    assert [one.field for one in refused.value.problems] == ["full_name"]


def test_another_rep_brings_his_teams_district(clerk: Desk, draft: str) -> None:
    """A card may not stay in a district of a team it has left."""
    with pytest.raises(BadInputError) as refused:
        drafts.change_draft(clerk, draft, 1, {"rep": "周涛"}, NOW)
    assert refused.value.problems[0].field == "district"
    drafts.change_draft(clerk, draft, 1, {"rep": "周涛", "district": "金牛"}, NOW)
    assert card_of(draft).district.team.name == "二队"


def test_a_newcomer_may_be_given_a_customer(sit: Sit) -> None:
    people.add_person(sit("张总"), "新人", Role.REP, "一队", PASSWORD, NOW)
    assert make_draft(sit, "客户甲厂", "新人", "028-85551001", "武侯") == "D00001"
