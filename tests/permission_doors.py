"""The ways by which somebody may learn what stands on a card: each is tried for every case."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from model.cards import asking, attachments, likeness, listing, proposals, revisions, search
from model.cards.cards import CardView, read_card
from model.cards.cell_texts import hints, shown_texts
from model.cards.changes_behind import changes_behind
from model.cards.layout import faces
from model.exchange.export_orders import Order, Wanted
from model.exchange.exporting import export_cards, export_facts
from model.loans import (
    at_a_glance,
    board,
    card_prints,
    copies,
    log_reading,
    merging,
    registers,
    reminders,
)
from model.loans.copy_issuing import issue_copies
from model.loans.copy_terms import Terms
from model.loans.reading import open_card
from model.office.desk import Desk
from model.office.log_query import LogQuery
from model.office.rights import Role
from model.office.tables import Approval
from model.rounds import visits
from model.words import words_in
from tests.conftest import NOW
from tests.permission_table import (
    Expected,
    may_decide,
    may_export,
    may_know_alike,
    may_list,
    may_print,
    may_print_approved,
    may_print_unapproved,
    may_see,
)
from tests.permission_world import Planted

Look = Callable[[Desk, Planted, Mapping[tuple[str, str], Planted]], object]
"""A way of looking: who, at which card, and all cards by relation and state."""


@dataclass(frozen=True)
class Door:
    """One way of looking, what the table lets through it, and what stands behind it.

    Attributes:
        look: the way.
        lets: classes that may come out, of those behind it.
        is_decided_on: whether changes that were handed in are decided on behind it.
        behind: classes of a company that the manager must find behind it, lest it proves nothing.
    """

    look: Look
    lets: Expected
    behind: str
    is_decided_on: bool = False


TERMS = Terms("四川长江物流", "投标", destroy_after_reading=True)
_CHINESE = words_in("zh")


def _listed(desk: Desk, card: Planted, _: object) -> object:
    return [row for row in listing.list_cards(desk, NOW) if row.ref == card.ref]


def _hits(desk: Desk, card: Planted, _: object) -> object:
    """What the name finds; and words of every class, which must find nothing but identity."""
    asked = (f"甲{card.no:02}", *(f"Z{one}F{card.no:02}" for one in "12345"))
    return [search.search(desk, text, NOW) for text in asked]


def _alike(desk: Desk, card: Planted, _: object) -> object:
    phone = {"phone": f"028-85551{card.no:03}"}
    return likeness.look_alikes(desk, card.kind, phone, "", NOW)


def _on_paper_grid(desk: Desk, card: Planted, _: object) -> object:
    """The faces of the form, with what is told of what is hidden."""
    view: CardView = open_card(desk, card.ref, NOW)
    return [
        told
        for face in faces(card.kind)
        for told in (
            shown_texts(view, face, _CHINESE), hints(view, face, desk.person.role, _CHINESE)
        )
    ]  # fmt: skip


def _pouch(desk: Desk, card: Planted, _: object) -> object:
    return attachments.attachments_of(desk, card.ref, NOW)


def _attachment(desk: Desk, card: Planted, _: object) -> object:
    return attachments.read_attachment(desk, card.attachment_no, NOW)


def _small(desk: Desk, card: Planted, _: object) -> object:
    return attachments.shrink_pictures(desk, card.ref, bytes, NOW)


def _waiting(desk: Desk, card: Planted, _: object) -> object:
    return proposals.open_proposals(desk, NOW, card_no=card.ref)


def _compared(desk: Desk, card: Planted, cards: Mapping[tuple[str, str], Planted]) -> object:
    other = cards[card.relation, "sealed" if card.state == "in" else "in"]
    return merging.compare_cards(desk, card.ref, other.ref, NOW)


def _behind(desk: Desk, card: Planted, _: object) -> object:
    return changes_behind(desk, card.ref, 1, {}, NOW)


def _since(desk: Desk, card: Planted, _: object) -> object:
    return revisions.changed_since(desk, card.ref, NOW - timedelta(days=1), NOW)


def _copy(desk: Desk, card: Planted, _: object) -> object:
    return issue_copies(desk, [card.ref], TERMS, NOW)


def _printed_private(desk: Desk, card: Planted, _: object) -> object:
    """With private facts, as the manager has approved it."""
    if desk.person.role is Role.SUPERVISOR:
        Approval.create(
            approval_no="SP999998", right="print_private", asked_by=desk.person.id, asked_at=NOW,
            refs=json.dumps([card.ref]), reason="换卡", decider="manager", state="granted",
            valid_until=NOW + timedelta(days=1),
        )  # fmt: skip
    return card_prints.print_papers(desk, [card.ref], NOW, private=True)


def _previewed_private(desk: Desk, card: Planted, _: object) -> object:
    return card_prints.look_at_papers(desk, [card.ref], NOW, private=True)


def _exported(desk: Desk, card: Planted, _: object) -> object:
    """A file of all columns that he may have in one, with an approval where he needs one."""
    order = Order(Wanted((card.ref,)), ("all",), TERMS)
    if desk.person.role is not Role.MANAGER:
        facts = export_facts(desk, order, NOW)
        Approval.create(
            approval_no="SP999999", right="export", asked_by=desk.person.id, asked_at=NOW,
            facts=json.dumps(facts), reason="投标", decider="manager", state="granted",
            valid_until=NOW + timedelta(days=1),
        )  # fmt: skip
    with TemporaryDirectory() as folder:
        file = Path(folder) / "cards.csv"
        export_cards(desk, order, file, NOW, lambda done, total: None)
        return file.read_text(encoding="utf-8-sig")


LISTS: Mapping[str, Callable[[Desk], object]] = {
    "list": lambda desk: listing.list_cards(desk, NOW),
    "reminders": lambda desk: reminders.reminders(desk, NOW),
    "board": lambda desk: board.day_board(desk, NOW),
    "register": lambda desk: registers.loan_register(desk, NOW.date(), NOW),
    "day report": lambda desk: registers.day_report(desk, NOW.date(), NOW),
    "visits of a day": lambda desk: visits.visits_on(desk, NOW.date(), NOW),
    "open proposals": lambda desk: proposals.open_proposals(desk, NOW),
    "log": lambda desk: log_reading.read_log(desk, LogQuery(limit=1_000_000)),
    "copies": lambda desk: copies.copies(desk, NOW),
    "approvals": lambda desk: asking.list_approvals(desk, NOW),
}
"""What tells of many cards at once."""


DOORS: Mapping[str, Door] = {
    "list": Door(_listed, may_list, "1"),
    "search hit": Door(_hits, may_list, "1"),
    "look-alikes": Door(_alike, may_know_alike, "1"),
    "card": Door(
        lambda desk, card, _: open_card(desk, card.ref, NOW), may_see, "12345grade score"
    ),
    "card read": Door(
        lambda desk, card, _: read_card(desk, card.ref, NOW), may_see, "12345grade score"
    ),
    "paper grid": Door(_on_paper_grid, may_see, "12345grade score"),
    "glance": Door(
        lambda desk, card, _: at_a_glance.glance(desk, card.ref, NOW), may_see, "12345grade score"
    ),
    "attachments": Door(_pouch, may_see, "A"),
    "attachment": Door(_attachment, may_see, "A"),
    "history": Door(lambda desk, card, _: revisions.history(desk, card.ref, NOW), may_see, "12345"),
    "changed since": Door(_since, may_see, "12345"),
    "changes behind": Door(_behind, may_see, "12345"),
    "proposals": Door(
        lambda desk, card, _: proposals.proposals_of(desk, card.ref, NOW), may_see, "12345", True
    ),
    "open proposals": Door(_waiting, may_decide, "12345", True),
    "visits": Door(lambda desk, card, _: visits.visits_of(desk, card.ref, NOW), may_see, "34"),
    "merge": Door(_compared, may_decide, "12345"),
    "print": Door(
        lambda desk, card, _: card_prints.print_papers(desk, [card.ref], NOW), may_print,
        "12345grade",
    ),
    "print private, approved": Door(_printed_private, may_print_approved, "12345grade"),
    "preview private": Door(_previewed_private, may_print_unapproved, "12345grade"),
    "copy": Door(_copy, may_print, "12345grade"),
    "export": Door(_exported, may_export, "12345grade"),
}  # fmt: skip


def behind(door: Door) -> frozenset[str]:
    """The classes that a door is said to have behind it."""
    rest = door.behind
    named = {name for name in ("grade", "score") if name in rest}
    return frozenset(named | (set(rest) & set("12345A")))
