"""What an approval is about: the cards behind the numbers it names, and who decides on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from peewee import JOIN

from model.cards.definition import CardKind
from model.cards.tables import Attachment, CardMerge, CustodyState, CustomerCard
from model.errors import BadInputError, NotFoundError, Problem, WrongStateError
from model.office.desk import Whose
from model.office.rights import RIGHTS, Reach, Right, Role
from model.office.tables import Person
from model.storage.rows import rows_of

ATTACHMENT, MERGE = "FJ", "BK"
_KINDS = {ATTACHMENT: "attachment", MERGE: "merge"}
# Which numbers each right is about; a merge is undone under its own number.
_NAMED: dict[Right, frozenset[str]] = {
    Right.REMOVE_ATTACHMENT: frozenset({"attachment"}),
    Right.VOID_CARD: frozenset({"card", "merge"}),
}
_CARDS = frozenset({"card"})


class SubjectCard(NamedTuple):
    """A card that an approval is about.

    Attributes:
        card_no: its number (a draft's before filing).
        name: the customer's.
        kind: company or individual.
        state: its stored custody state.
        rep: the responsible rep's name.
        whose: whose it is now.
    """

    card_no: str
    name: str
    kind: CardKind
    state: str
    rep: str
    whose: Whose


Subjects = Mapping[str, tuple[SubjectCard, ...]]
"""Number that an approval names -> the cards behind it; two behind a merge's."""


def subjects_of(refs: Iterable[str]) -> Subjects:
    """The cards behind numbers of cards, attachments and merges; unknown numbers are left out.

    A removed attachment and an undone merge are still found: approvals tell of them for ever.
    """
    by_kind: dict[str, list[str]] = {"card": [], "attachment": [], "merge": []}
    for ref in dict.fromkeys(refs):
        by_kind[_kind(ref)].append(ref)
    behind = dict(_behind(by_kind["attachment"], by_kind["merge"]))
    ids = {card_id for found in behind.values() for card_id in found}
    cards = dict(_cards(CustomerCard.id, ids))
    named = {card.card_no: card for _, card in _cards(CustomerCard.card_no, by_kind["card"])}
    hanging = {ref: tuple(cards[card_id] for card_id in found) for ref, found in behind.items()}
    return {ref: (card,) for ref, card in named.items()} | hanging


def require_subjects(right: Right, refs: Collection[str]) -> Subjects:
    """The cards behind what is being asked for.

    Raises:
        NotFoundError: a number that does not exist, or is of another kind than the right is about.
        BadInputError: nothing is named.
        WrongStateError: a card that is a draft or void.
    """
    if not refs and right is not Right.EXPORT:
        raise BadInputError([Problem("refs", "required")])
    wanted = _NAMED.get(right, _CARDS)
    found = subjects_of(refs)
    for ref in refs:
        if _kind(ref) not in wanted or ref not in found:
            raise NotFoundError(kind=_kind(ref) if _kind(ref) in wanted else min(wanted), ref=ref)
    refuse_settled(found)
    return found


def refuse_settled(subjects: Subjects) -> None:
    """Refuse cards with which nothing can be done any more, or not yet.

    Raises:
        WrongStateError: a card that was named is a draft, or became void meanwhile.
    """
    for ref, cards in subjects.items():
        state = cards[0].state
        if _kind(ref) == "card" and state in {CustodyState.DRAFT, CustodyState.VOID}:
            raise WrongStateError(ref=ref, state=state)


def decider_of(
    right: Right, role: Role, team_id: int | None, subjects: Subjects
) -> tuple[Role, int | None]:
    """Who decides, as the cards stand now: the supervisor of their team, or the manager.

    Cards of several teams, and another team's customer that a rep wants to read, are the
    manager's, whatever the table's 批 says (domain.md §5.6: 「other team 批(MG)」).

    Args:
        right: what was asked for.
        role: the role of the person who asked.
        team_id: that person's team.
        subjects: the cards.

    Returns:
        The role, and the team for a supervisor.
    """
    teams = {card.whose.team_id for cards in subjects.values() for card in cards}
    if RIGHTS[right].of(role) is not Reach.ASK_SUPERVISOR or len(teams) != 1:
        return Role.MANAGER, None
    team = next(iter(teams))
    others = right is Right.READ_OTHERS_CARD and team != team_id
    return (Role.MANAGER, None) if team is None or others else (Role.SUPERVISOR, team)


def _kind(ref: str) -> str:
    return _KINDS.get(ref[:2], "card")


def _behind(
    attachment_nos: Collection[str], merge_nos: Collection[str]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Number of an attachment or merge -> keys of its cards."""
    if attachment_nos:
        pouches = Attachment.select(Attachment.attachment_no, Attachment.card).where(
            Attachment.attachment_no.in_(attachment_nos)
        )
        for number, card_id in rows_of(pouches):
            yield number, (card_id,)
    if merge_nos:
        merges = CardMerge.select(CardMerge.merge_no, CardMerge.kept, CardMerge.gone).where(
            CardMerge.merge_no.in_(merge_nos)
        )
        for number, kept, gone in rows_of(merges):
            yield number, (kept, gone)


def _cards(column: Any, values: Collection[object]) -> Iterator[tuple[int, SubjectCard]]:
    """Key and facts of cards that are found by one of their columns."""
    if not values:
        return
    fields = CustomerCard._meta.fields
    query = CustomerCard.select(
        *(CustomerCard.id, CustomerCard.card_no, CustomerCard.draft_no, fields["full_name"]),
        *(CustomerCard.customer_kind, CustomerCard.custody_state, CustomerCard.rep),
        *(Person.name, Person.team),
    ).join(Person, JOIN.LEFT_OUTER, on=(CustomerCard.rep == Person.id))
    found = rows_of(query.where(column.in_(list(values))))
    for id_, card_no, draft_no, name, kind, state, rep_id, rep, team in found:
        yield id_, SubjectCard(
            card_no or draft_no, name or "", CardKind(kind), state, rep or "",
            Whose(rep_id, team),
        )  # fmt: skip
