"""The headings of a face: its blocks down the left edge, and labels that belong to no one field."""

from __future__ import annotations

from model.cards.fields import CardKind
from model.cards.grid import Block, Side, rows_from
from model.words import mark

SHEET_TITLE = mark("CardSection", "Customer card")
SUBTITLES: dict[CardKind, str] = {
    CardKind.COMPANY: mark("CardSection", "(Company)"),
    CardKind.INDIVIDUAL: mark("CardSection", "(Individual)"),
}
SIDE_TITLES: dict[Side, str] = {
    Side.FRONT: mark("CardSection", "Front"),
    Side.BACK: mark("CardSection", "Back"),
    Side.MORE: mark("CardSection", "More"),
}

TITLES: dict[str, tuple[str, str]] = {
    "head": ("", ""),
    "section_basic": (mark("CardSection", "1"), mark("CardSection", "Basic data")),
    "section_features": (mark("CardSection", "2"), mark("CardSection", "Features")),
    "section_business": (mark("CardSection", "3"), mark("CardSection", "Business")),
    "section_trading": (mark("CardSection", "4"), mark("CardSection", "Trading")),
    "usage_log": ("", mark("CardSection", "Usage")),
    "revisions": ("", mark("CardSection", "Revisions")),
    "signatures": ("", ""),
}
"""Name of a block -> its marked number and title; the card head and the signatures have none."""

HEADINGS: dict[str, str] = {
    "born": mark("CardField", "Born / from / ethnicity"),
    "schooling": mark("CardField", "Education / experience"),
    "nature": mark("CardField", "Nature / pastimes / family"),
    "block_education": mark("CardField", "Schooling"),
    "block_family": mark("CardField", "Family life"),
    "block_career": mark("CardField", "Business background"),
    "block_interests": mark("CardField", "Special interests"),
    "block_personal": mark("CardField", "Personal life"),
    "our_attitude": mark("CardField", "Attitude to us"),
    "seen_by": mark("CardField", "Seen by supervisor"),
    "rep_signs": mark("CardField", "Rep signs"),
    "supervisor_signs": mark("CardField", "Supervisor signs"),
    "clerk_signs": mark("CardField", "Clerk signs"),
}
"""Labels of cells that show several fields, or none."""


def block(kind: CardKind, name: str, *lines: str, takes_spare: bool = False) -> Block:
    """A block from its written lines.

    Args:
        kind: the kind of card.
        name: one of `TITLES`.
        lines: its rows, written as `model.cards.grid` says.
        takes_spare: whether height left over goes to its rows.
    """
    number, title = TITLES[name]
    rows = tuple(row for line in lines for row in rows_from(kind, HEADINGS, line))
    return Block(name, number, title, rows, takes_spare)
