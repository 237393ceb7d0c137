"""One visit record in words, as it is read beside the list."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from gui import theme
from gui.registers.register_columns import marks_text, outcome_text
from gui.translators import words
from model.cards.showing import show
from model.rounds.choices import PROMISED_BY
from model.rounds.visit_fields import VISIT_FIELDS
from model.rounds.visits_shown import PromiseView, VisitView
from model.words import mark

_PROMISED_BY = {choice.value: choice for choice in PROMISED_BY}
_ENTERED = mark("VisitText", "Entered by {name}, {at}")
_PLAN = mark("VisitText", "Plan")
_OUTCOME = mark("VisitText", "Outcome")
_PROMISE = mark("VisitText", "Promised")
_UNTIL = mark("VisitText", "{who}: {what}, for {day}")
_KEPT = mark("VisitText", "{promise} (kept {day})")


def visit_html(visit: VisitView) -> str:
    """The record as a small page; every word of it is escaped."""
    colours = theme.colours()
    head = f"<h3>{escape(visit.name)}</h3>"
    under = " · ".join(
        part
        for part in (
            visit.card_no, visit.rep, f"{visit.visited_on:%Y-%m-%d}", marks_text(visit),
        )
        if part
    )  # fmt: skip
    rows = "".join(
        f'<tr><td style="color:{colours.faint}; padding:3px 10px 3px 0">{escape(label)}</td>'
        f'<td style="color:{colours.hand}; padding:3px 0">{_lines(text)}</td></tr>'
        for label, text in _facts(visit)
    )
    entered = words("VisitText", _ENTERED).format(
        name=visit.entered_by, at=f"{visit.entered_at:%Y-%m-%d %H:%M}"
    )
    return (
        f'{head}<p style="color:{colours.faint}">{escape(under)}</p><table>{rows}</table>'
        f'<p style="color:{colours.faint}">{escape(f"{visit.record_no} · {entered}")}</p>'
    )


def _facts(visit: VisitView) -> Iterable[tuple[str, str]]:
    """What is filled, in the order of the form."""
    if visit.plan_no:
        yield words("VisitText", _PLAN), visit.plan_no
    if visit.not_visited:
        yield words("VisitText", _OUTCOME), outcome_text(visit)
    for known in VISIT_FIELDS:
        value = visit.values.get(known.identifier)
        if value not in (None, "", ()):
            yield words("CardField", known.label), show(known, value, words)
    for promise in visit.promises:
        yield words("VisitText", _PROMISE), promise_text(promise)


def promise_text(promise: PromiseView) -> str:
    """Who promised what, for when, and whether it was kept."""
    who = _PROMISED_BY[promise.promised_by]
    text = words("VisitText", _UNTIL).format(
        who=words(who.context, who.label),
        what=promise.description,
        day=f"{promise.due_on:%Y-%m-%d}",
    )
    if promise.kept_on is None:
        return text
    return words("VisitText", _KEPT).format(promise=text, day=f"{promise.kept_on:%m-%d}")


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
