"""A desk may do what its person may, as far as the right reaches, until it is locked."""

from __future__ import annotations

import pytest

from model.cards import drafts, listing, reviewing
from model.cards.definition import CardKind
from model.errors import MustProposeError, NeedsApprovalError, NotAllowedError, StoppedError
from model.office import log_in, people
from model.office.desk import Desk, Whose
from model.office.rights import ACTS, Reach, Right
from tests.conftest import NOW, Sit

OWN, TEAM, OTHER = Whose(3, 1), Whose(4, 1), Whose(6, 2)
LENT = Whose(3, 1, holder_id=3)
FREE = Whose(None, None)


@pytest.mark.parametrize(
    ("reach", "whose", "covered"),
    [
        (Reach.ALL, OTHER, True),
        (Reach.NO, OWN, False),
        (Reach.OWN, OWN, True),
        (Reach.OWN, TEAM, False),
        (Reach.OWN, FREE, False),
        (Reach.LENT, OWN, False),
        (Reach.LENT, LENT, True),
        (Reach.LENT, Whose(4, 1, holder_id=3), False),
        (Reach.LENT, Whose(3, 1, holder_id=4), False),
        (Reach.TEAM, TEAM, True),
        (Reach.TEAM, OTHER, False),
        (Reach.TEAM, FREE, False),
        (Reach.PROPOSE, OWN, False),
        (Reach.ASK_MANAGER, OWN, False),
        (Reach.OWN, None, True),
        (Reach.TEAM, None, True),
        (Reach.NO, None, False),
    ],
)
def test_how_far_a_right_reaches(
    rep: Desk, reach: Reach, whose: Whose | None, covered: bool
) -> None:
    assert rep.reaches(reach, whose) is covered


def test_who_has_no_team_reaches_nobodys_cards(sit: Sit) -> None:
    """Not those of reps without a team either."""
    people.add_person(sit("张总"), "无队", people.Role.SUPERVISOR, "", "correct-horse", NOW)
    desk = sit("无队")
    assert not desk.reaches(Reach.TEAM, FREE)
    assert not desk.reaches(Reach.TEAM, OWN)
    assert listing.reps_listed(desk) == []


def test_a_refusal_names_who_may(rep: Desk) -> None:
    with pytest.raises(NotAllowedError) as refused:
        rep.require(Right.FILE_CARD)
    assert refused.value.values == {"act": "file_card", "role": "rep", "may": ("clerk",)}
    assert not isinstance(refused.value, NeedsApprovalError)


def test_what_needs_an_approval_is_told_apart(rep: Desk) -> None:
    with pytest.raises(NeedsApprovalError) as refused:
        rep.require(Right.READ_OTHERS_CARD)
    assert refused.value.values["may"] == ("clerk", "manager")
    rep.require(Right.READ_OTHERS_CARD, or_ask=True)
    assert not rep.may(Right.READ_OTHERS_CARD)


@pytest.mark.parametrize("right", [Right.EDIT_CARD, Right.CONFIRM_STATUS, Right.ABANDON])
def test_a_change_that_is_handed_in_is_told_apart(rep: Desk, right: Right) -> None:
    with pytest.raises(MustProposeError):
        rep.require(right, or_ask=True)
    assert not rep.may_ask(right)


def test_a_locked_desk_does_nothing_at_whoever_sits_there_now(sit: Sit) -> None:
    """A job of the manager's that was not stopped must not go on at the rep's desk."""
    manager = sit("张总")
    log_in.lock_screen(manager, NOW)
    sit("李明")

    for right in Right:
        if right is not Right.LOG_IN:
            with pytest.raises(StoppedError):
                manager.require(right)
    with pytest.raises(StoppedError):
        listing.list_cards(manager, NOW)


def test_every_act_asks_before_it_does_anything(rep: Desk) -> None:
    assert ACTS["model.cards.drafts.create_card"] is Right.CREATE_CARD
    with pytest.raises(NotAllowedError):
        reviewing.file_card(rep, "no such draft", NOW)
    assert drafts.empty_card(rep, CardKind.COMPANY, NOW).values["rep"] == "李明"


def test_keys_are_not_shown(rep: Desk) -> None:
    assert rep.keys.data_key.hex() not in repr(rep)


def test_a_locked_desk_keeps_no_cabinet(sit: Sit) -> None:
    """Asked by buttons that are emptied after the lock: there is no cabinet to look into."""
    keeper = sit("王秀兰")
    assert keeper.keeps_cabinet()
    log_in.lock_screen(keeper, NOW)
    assert not keeper.keeps_cabinet()
