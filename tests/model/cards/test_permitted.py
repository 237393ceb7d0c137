"""Who sees and changes which cell: table A of domain.md §5.6, cell by cell."""

from __future__ import annotations

import pytest

from model.cards.definition import CardKind
from model.cards.fields import CHILD_TABLES, field, fields_of
from model.cards.permitted import (
    TYPED_COLUMNS,
    draft_fields,
    editable_columns,
    editable_fields,
    hidden_columns,
    hidden_fields,
    may_change,
    may_change_column,
    require_change,
    required_fields,
    right_to_change,
)
from model.errors import MustProposeError, NotAllowedError
from model.office.data_rights import DataClass
from model.office.desk import Desk, Whose
from model.office.rights import Right
from tests.conftest import Sit

COMPANY, INDIVIDUAL = CardKind.COMPANY, CardKind.INDIVIDUAL
OWN, LENT, OTHER_TEAM = Whose(3, 1), Whose(3, 1, holder_id=3), Whose(6, 2)
CREDIT = {"credit_grade", "credit_limit", "credit_term_days"}


def of_class(kind: CardKind, *classes: DataClass) -> set[str]:
    return {one.identifier for one in fields_of(kind) if one.data_class in classes}


def seen(desk: Desk, kind: CardKind, whose: Whose) -> set[str]:
    return {one.identifier for one in fields_of(kind)} - hidden_fields(desk, kind, whose)


@pytest.mark.parametrize("kind", CardKind)
def test_a_rep_sees_identity_trade_and_credit_terms_of_his_own(rep: Desk, kind: CardKind) -> None:
    credit = CREDIT & {one.identifier for one in fields_of(kind)}
    assert seen(rep, kind, OWN) == of_class(kind, DataClass.DC1, DataClass.DC4) | credit


@pytest.mark.parametrize("kind", CardKind)
def test_a_rep_with_the_card_in_hand_sees_all_but_the_score(rep: Desk, kind: CardKind) -> None:
    assert hidden_fields(rep, kind, LENT) == ({"credit_score"} if kind is COMPANY else set())


@pytest.mark.parametrize("kind", CardKind)
def test_a_rep_sees_nothing_of_anothers(rep: Desk, kind: CardKind) -> None:
    assert seen(rep, kind, Whose(4, 1)) == set()
    assert seen(rep, kind, Whose(4, 1, holder_id=3)) == set(), "not even with it in his hand"


@pytest.mark.parametrize("kind", CardKind)
def test_a_clerk_sees_all_but_private_facts(clerk: Desk, kind: CardKind) -> None:
    assert hidden_fields(clerk, kind, OTHER_TEAM) == of_class(kind, DataClass.DC2)
    assert hidden_columns(clerk, "contacts", OWN) == {
        one.identifier for one in CHILD_TABLES["contacts"] if one.data_class is DataClass.DC2
    }


def test_a_supervisor_sees_his_team_whole_and_others_not_at_all(sit: Sit) -> None:
    desk = sit("赵刚")
    assert hidden_fields(desk, COMPANY, OWN) == set()
    assert seen(desk, COMPANY, OTHER_TEAM) == set()


def test_a_manager_sees_everything(sit: Sit) -> None:
    assert hidden_fields(sit("张总"), INDIVIDUAL, OTHER_TEAM) == set()


# --- changing ----------------------------------------------------------------------------------


def test_a_rep_changes_nothing_directly(rep: Desk) -> None:
    for whose in (OWN, LENT):
        assert editable_fields(rep, COMPANY, whose) == set()
    with pytest.raises(MustProposeError):
        require_change(rep, field(COMPANY, "likes"), LENT)


@pytest.mark.parametrize("kind", CardKind)
def test_a_clerk_changes_what_is_not_protected(clerk: Desk, kind: CardKind) -> None:
    """Private facts too: typed from paper, though not seen."""
    wanted = {one.identifier for one in fields_of(kind)
              if one.editable and not one.protected and not one.fixed_once_filed}  # fmt: skip
    assert editable_fields(clerk, kind, OWN) == wanted
    assert of_class(kind, DataClass.DC2) <= editable_fields(clerk, kind, OWN)


@pytest.mark.parametrize(
    "name", ["full_name", "uscc", "org_form", "legal_rep", "bank_account", "district", "rep",
             "credit_term_days", "trade_terms", "price_tier"],
)  # fmt: skip
def test_protected_fields_need_the_supervisor(clerk: Desk, sit: Sit, name: str) -> None:
    with pytest.raises(MustProposeError) as refused:
        require_change(clerk, field(COMPANY, name), OWN)
    assert "clerk" not in refused.value.values["may"]  # type: ignore[operator]
    supervisor = sit("赵刚")
    credit = field(COMPANY, name).data_class is DataClass.DC5  # he proposes, the manager fixes
    assert may_change(supervisor, field(COMPANY, name), OWN) is not credit
    assert not may_change(supervisor, field(COMPANY, name), OTHER_TEAM)
    assert may_change(sit("张总"), field(COMPANY, name), OTHER_TEAM)


def test_a_clerk_confirms_no_status(clerk: Desk) -> None:
    with pytest.raises(NotAllowedError) as refused:
        require_change(clerk, field(COMPANY, "relationship_status"), OWN)
    assert refused.value.values["may"] == ("supervisor", "manager")


@pytest.mark.parametrize(
    "name", ["card_no", "customer_kind", "abc_class", "credit_score", "location", "filled_by"]
)
def test_what_the_program_fills_is_nobodys_typing(sit: Sit, name: str) -> None:
    with pytest.raises(NotAllowedError) as refused:
        require_change(sit("张总"), field(COMPANY, name), OWN)
    assert refused.value.values["may"] == ()
    assert name not in draft_fields(COMPANY)


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("prospect", "current", Right.CONFIRM_STATUS),
        ("current", "interrupted", Right.CONFIRM_STATUS),
        ("current", "abandoned", Right.ABANDON),
        ("abandoned", "prospect", Right.ABANDON),
    ],
)
def test_abandoning_and_taking_back_is_an_act_of_its_own(old: str, new: str, right: Right) -> None:
    assert right_to_change(field(COMPANY, "relationship_status"), old, new) is right


def test_moving_a_customer_is_a_handover() -> None:
    assert right_to_change(field(COMPANY, "rep")) is Right.HAND_OVER
    assert right_to_change(field(COMPANY, "district")) is Right.HAND_OVER
    assert right_to_change(field(COMPANY, "uscc")) is Right.EDIT_PROTECTED
    assert right_to_change(field(COMPANY, "likes")) is Right.EDIT_CARD


def test_name_rep_and_district_may_never_be_emptied() -> None:
    for kind in CardKind:
        assert {"full_name", "rep", "district", "relationship_status"} <= required_fields(kind)


# --- columns of rows ----------------------------------------------------------------------------


def test_what_is_computed_in_a_row_is_typed_by_nobody(sit: Sit) -> None:
    manager = sit("张总")
    assert editable_columns(manager, OTHER_TEAM) == TYPED_COLUMNS
    assert not {"sales_history.share", "sales_history.growth"} & TYPED_COLUMNS
    assert not may_change_column(manager, "sales_history", "share", OWN)


def test_rows_are_open_as_far_as_the_table_of_rights_says(sit: Sit, rep: Desk) -> None:
    assert editable_columns(rep, LENT) == frozenset()
    supervisor = sit("赵刚")
    assert editable_columns(supervisor, OWN) == TYPED_COLUMNS
    assert editable_columns(supervisor, OTHER_TEAM) == frozenset()
    assert may_change_column(sit("王秀兰"), "contacts", "hobbies", OTHER_TEAM)
    with pytest.raises(KeyError):
        may_change_column(supervisor, "contacts", "no_such", OWN)
