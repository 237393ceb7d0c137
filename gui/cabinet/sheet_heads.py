"""The line above the paper's grid: its title, its stamp boxes, and how full the card is."""

from __future__ import annotations

from gui.cabinet.card_states import stamp
from gui.cabinet.typed_card import TypedCard
from gui.translators import words
from gui.widgets.sheet_ink import SheetHead
from model.cards.blocks import SHEET_TITLE, SIDE_TITLES, SUBTITLES
from model.cards.completeness import BANDS
from model.cards.fields import field
from model.cards.layout import Side
from model.cards.showing import show
from model.words import mark

_CLASS = mark("CardForm", "Class {name}")
_FOCUS = mark("CardForm", "Focus")
_KEY_ACCOUNT = mark("CardForm", "Key account")
_INCOMPLETE = mark("CardForm", "Incomplete")
_YES = frozenset({"1", "yes"})


def sheet_head(card: TypedCard, side: Side) -> SheetHead:
    """The head line of one side of a card."""
    view, full = card.view, card.fullness()
    band = next(band for band in BANDS if band.value == full.band)
    subtitle = words("CardSection", SUBTITLES[view.kind])
    if side is not Side.FRONT:
        subtitle = f"{subtitle} {words('CardSection', SIDE_TITLES[side])}"
    return SheetHead(
        title=words("CardSection", SHEET_TITLE),
        subtitle=subtitle,
        boxes=tuple(_boxes(card)),
        percent=float(full.percent),
        band=words(band.context, band.label),
        stamp="" if card.is_new else stamp(view.state, view.stage, view.holder, view.due_at),
    )


def _boxes(card: TypedCard) -> list[str]:
    """Class, secrecy, 重点, 大客户, 资料不全."""
    view = card.view
    found = []
    for name in ("abc_class", "secrecy"):
        if name in view.values:
            text = show(field(view.kind, name), view.values[name], words)
            found.append(_class_words(text) if name == "abc_class" else text)
    for name, text in (("is_focus", _FOCUS), ("is_key_account", _KEY_ACCOUNT)):
        if card.text(name) in _YES or (name not in view.editable and view.values.get(name)):
            found.append(words("CardForm", text))
    if view.incomplete:
        found.append(words("CardForm", _INCOMPLETE))
    return found


def _class_words(text: str) -> str:
    return (
        words("CardForm", _CLASS).format(name=text) if len(text) == 1 and text.isascii() else text
    )
