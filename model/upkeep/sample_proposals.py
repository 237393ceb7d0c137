"""Changes that the sample office's reps handed in on the last day, and that wait to be decided.

One is the clerk's to decide, one was asked back, one is the supervisor's, one tells of a new
contact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from typing import NamedTuple

from model.cards.contents import contents_of
from model.cards.proposal_texts import standing_text
from model.cards.tables import ChangeState, CustomerCard, Proposal, ProposedChange
from model.office.audit import Event
from model.office.desk import Desk
from model.upkeep.sample_book import Book, Row
from model.upkeep.sample_names import mobile
from model.upkeep.sample_trip import Day, Outing, Trip

_FROM, _ASKED_BACK_AT = "16:20", "17:52"
_ASKED_BACK = 1
_QUESTION = "新号码是向谁核实的？"


class _HandedIn(NamedTuple):
    """What one rep hands in: path -> text, and why."""

    texts: Mapping[str, str]
    reason: str


def _handed_in(name: str, random: Random) -> tuple[_HandedIn, ...]:
    """What the reps hand in, one each; every text as the history keeps it."""
    return (
        _HandedIn({"problems": "旺季到货慢，要提前一周下单", "contacts#1.hobbies": "钓鱼、象棋"},
                  "车队长当面说的"),
        _HandedIn({"contacts#1.mobile": mobile(random)}, "换了手机号"),
        _HandedIn({"full_name": f"{name}（新厂）"}, "营业执照已换，附件另交"),
        _HandedIn({"contacts#+1.name": "周晓岚", "contacts#+1.title": "采购主管",
                   "contacts#+1.mobile": mobile(random)}, "采购换了人"),
    )  # fmt: skip


def hand_in(book: Book, trips: Sequence[Trip], day: Day, seed: str) -> None:
    """Write into the book what was handed in before the cards came home.

    Args:
        book: rows and lines.
        trips: the trips of the last day, cards still in the reps' hands.
        day: that day.
        seed: dice of their own, so that no other fact of the sample changes.
    """
    random = Random(seed)
    for place, trip in enumerate(one for one in trips if one.away):
        outing = trip.away[0]
        card = CustomerCard.get_by_id(outing.customer.id)
        offered = _handed_in(str(card.__data__["full_name"]), random)
        if place >= len(offered):
            return
        at = day.at(_FROM, 7 * place)
        proposal, lines = _propose(book, trip.rep.desk, outing, offered[place], at, card)
        if place == _ASKED_BACK:
            _ask_back(book, day.keeper, outing, proposal, lines, day.at(_ASKED_BACK_AT))


def _propose(
    book: Book, desk: Desk, outing: Outing, what: _HandedIn, at: datetime, card: CustomerCard
) -> tuple[Row, list[Row]]:
    """One proposal with its lines, as `save_card` writes them."""
    contents = contents_of(card)
    proposal = book.add(
        Proposal, proposal_no=f"XD{book.next_in('proposal'):06d}", card=card.id,
        proposer=desk.person.id, made_at=at, source="visit", reason=what.reason,
    )  # fmt: skip
    lines = [
        book.add(
            ProposedChange, proposal=proposal["id"], path=path,
            old_value=standing_text(contents, path), text=text,
        )
        for path, text in what.texts.items()
    ]  # fmt: skip
    _log(book, desk, Event.REVISION_PROPOSE, outing, proposal, lines, at, what.reason)
    return proposal, lines


def _ask_back(
    book: Book, keeper: Desk, outing: Outing, proposal: Row, lines: Sequence[Row], at: datetime
) -> None:
    """The clerk asks back all of one, as `decide` writes it."""
    for line in lines:
        line |= {
            "state": ChangeState.ASKED_BACK.value, "remark": _QUESTION,
            "decided_by": keeper.person.id, "decided_at": at,
        }  # fmt: skip
    _log(book, keeper, Event.REVISION_ASK_BACK, outing, proposal, lines, at)


def _log(
    book: Book,
    desk: Desk,
    event: Event,
    outing: Outing,
    proposal: Row,
    lines: Sequence[Row],
    at: datetime,
    reason: str = "",
) -> None:
    book.log(
        desk, event, at, kind="card", subject=outing.customer.card_no,
        after={"fields": sorted(str(line["path"]) for line in lines)}, reason=reason,
        document=str(proposal["proposal_no"]),
    )  # fmt: skip
