"""What the tests of proposals share: a card in the rep's hands, something handed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from model.cards.custody import card_of
from model.cards.deciding import Decided, Decision, decide
from model.cards.proposals import ProposedLine, proposals_of
from model.cards.proposing import SavedCard, save_card
from model.cards.tables import ChangeState, CustomerCard, ProposedChange
from model.office.desk import Desk
from model.office.tables import Person
from model.storage.database import writing
from tests.conftest import NOW, Sit


def lend(ref: str, name: str) -> None:
    """Hand the card out to somebody until the evening."""
    with writing():
        CustomerCard.update(
            custody_state="out", holder=Person.get(Person.name == name),
            due_at=NOW + timedelta(hours=9),
        ).where(CustomerCard.card_no == ref).execute()  # fmt: skip


def bring_home(ref: str) -> None:
    """Hang the card back in its drawer."""
    with writing():
        CustomerCard.update(custody_state="in_cabinet", holder=None, due_at=None).where(
            CustomerCard.card_no == ref
        ).execute()


def save(desk: Desk, ref: str, texts: Mapping[str, str], **more: object) -> SavedCard:
    """Save texts on the card as it stands now."""
    return save_card(desk, ref, card_of(ref).version, texts, NOW, **more)  # type: ignore[arg-type]


def hand_in(sit: Sit, ref: str, texts: Mapping[str, str], rep: str = "李明") -> str:
    """A rep hands in texts with the card in his hands, which then comes home; the number."""
    lend(ref, rep)
    saved = save(sit(rep), ref, texts, source="visit", reason="拜访时得知")
    bring_home(ref)
    return saved.proposal_no


def told(desk: Desk, ref: str, proposal_no: str) -> dict[str, ProposedLine]:
    """The lines of a proposal by path, as a desk sees them."""
    found = {one.proposal_no: one for one in proposals_of(desk, ref, NOW)}
    return {line.path: line for line in found[proposal_no].changes}


def ids_of(proposal_no: str) -> dict[str, int]:
    """The keys of a proposal's lines by path."""
    from model.cards.proposal_keeping import lines_of, proposal_of

    return {line.path: line.id for line in lines_of(proposal_of(proposal_no))}


def states_of(proposal_no: str) -> dict[str, ChangeState]:
    """How far each line has come."""
    rows = ProposedChange.select().where(ProposedChange.id.in_(list(ids_of(proposal_no).values())))
    return {row.path: ChangeState(row.state) for row in rows}


def say(desk: Desk, proposal_no: str, kind: str, *paths: str, **more: object) -> Decided:
    """Decide the same on some lines of a proposal, or on all of them."""
    ids = ids_of(proposal_no)
    decision = Decision(kind, **more)  # type: ignore[arg-type]
    wanted = paths or tuple(ids)
    return decide(desk, proposal_no, {ids[path]: decision for path in wanted}, NOW)
