"""Why a typed or imported text cannot be taken."""

from __future__ import annotations

from model.cards.reasons import REASONS
from model.errors import Problem
from model.exchange.reasons import REASONS as IMPORT_REASONS
from model.sentences.facts import Given, fact_words
from model.sentences.names import field_label
from model.words import Words, mark

_REASONS: dict[str, str] = {
    **REASONS,
    **IMPORT_REASONS,
    "no_such_field": mark("Problems", "There is no such field on this card."),
    "rep_unknown": mark("Problems", "“{name}” is not a sales rep here. Add the person first."),
    "district_unknown": mark("Problems", "The rep's team has no such district. Add it first."),
    "decided_apart": mark("Problems", "The cells of a new row are decided together."),
    "call_back_first": mark(
        "Problems", "Call back on the customer's old number first, and note who was reached."
    ),
    "clock_format": mark("Problems", "Write a time of day such as 9:40 or 14:00."),
    "day_not_later": mark("Problems", "Choose a day after the day of the plan."),
    "before_visit": mark("Problems", "This day lies before the visit."),
    "new_date_needed": mark("Problems", "A visit that did not take place needs a new date."),
    "card_needed": mark("Problems", "A promise is kept with a card: file the customer first."),
    "no_such_promise": mark("Problems", "This customer has no such open promise."),
    "unknown_setting": mark("Problems", "There is no such setting."),
    "one_kind_of_return": mark(
        "Problems", "Say one thing of the visit: visited, not visited, cancelled or no record."
    ),
    "promise_without_day": mark("Problems", "A promise is written TEXT@DATE."),
    "same_card": mark("Problems", "These are not two cards. Choose another one."),
    "other_kind": mark(
        "Problems", "A company card and an individual card cannot become one. Compare their kinds."
    ),
    "newer_number": mark(
        "Problems", "The card with the older number stays. Name the two cards the other way round."
    ),
    "due_or_destroyed": mark(
        "Problems", "Say one of the two: by which day it comes back, or destroyed after reading."
    ),
    "day_is_over": mark("Problems", "This day is over. Choose today or a later day."),
    "no_such_outcome": mark("Problems", "Say returned, destroyed, lost or not_made."),
    "no_such_filter": mark("Problems", "There is no such filter: {name}. There are: {known}."),
    "no_such_export_field": mark(
        "Problems", "No card has a field “{name}”, or you may not have it on paper."
    ),
    "no_cards_left": mark("Problems", "This leaves no card. Nothing was written."),
    "export_suffix": mark("Problems", "Name a file that ends in .xlsx or .csv."),
    "same_password": mark("Problems", "Choose another password than the one you have."),
    "bad_setting": mark("Problems", "This setting cannot take that value."),
    "attachment_empty": mark("Problems", "The file is empty."),
    "attachment_too_large": mark(
        "Problems", "The file is larger than {megabytes} MB. Make the picture smaller first."
    ),
    "attachment_type": mark(
        "Problems",
        "Only pictures (PNG, JPEG, WebP, BMP, GIF) and PDF are taken. Save the file as one of "
        "these first; phones can be set to take JPEG instead of HEIC.",
    ),
    "recovery_code": mark(
        "Problems", "This is not a recovery code. Compare it letter by letter with the paper."
    ),
}
"""Every reason of a problem, those of the office among them."""


def reason_sentence(problem: Problem, words: Words) -> str:
    """The reason of one problem, without row and field."""
    reason = words("Problems", _REASONS.get(problem.reason, problem.reason))
    values = {name: fact_words(name, value, words) for name, value in problem.values.items()}
    return reason.format_map(Given(values))


def problem_sentence(problem: Problem, words: Words) -> str:
    """Row, field and reason of one problem."""
    told = reason_sentence(problem, words)
    label = field_label(problem.field, words) if problem.field else ""
    if problem.row is None:
        pattern = mark("Errors", "{field}: {reason}") if label else "{reason}"
    elif label:
        pattern = mark("Errors", "Row {row}, {field}: {reason}")
    else:
        pattern = mark("Errors", "Row {row}: {reason}")
    return words("Errors", pattern).format(row=problem.row, field=label, reason=told)
