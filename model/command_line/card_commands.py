"""The commands about cards: filled, passed, filed, read, found, brought in.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from model.command_line.call import Call
from model.command_line.parser import Command
from model.errors import BadInputError, Problem
from model.words import mark

if TYPE_CHECKING:
    from model.cards.saving import Saved


def _card_new(call: Call) -> object:
    from model.cards.definition import CardKind
    from model.cards.drafts import create_card

    args = call.args
    saved = create_card(
        call.desk,
        CardKind(args.kind),
        cells(args.set),
        call.now,
        ticked=frozenset(args.tick),
        not_duplicate=args.not_duplicate,
    )
    return _saved(call, saved)


def _card_edit(call: Call) -> object:
    from model.cards.cards import edit_card, read_card
    from model.cards.drafts import change_draft

    args = call.args
    texts, ticked = cells(args.set), frozenset(args.tick)
    version = args.version or read_card(call.desk, args.ref, call.now, "paperwork").version
    if args.ref.upper().startswith("D"):
        saved = change_draft(
            call.desk, args.ref, version, texts, call.now,
            ticked=ticked, not_duplicate=args.not_duplicate,
        )  # fmt: skip
    else:
        saved = edit_card(
            call.desk, args.ref, version, texts, call.now,
            reason=args.reason, source=args.source, ticked=ticked,
        )  # fmt: skip
    return _saved(call, saved)


def cells(assignments: Sequence[str]) -> dict[str, str]:
    """FIELD=VALUE as typed.

    Raises:
        BadInputError: one has no equals sign.
    """
    parts = [text.partition("=") for text in assignments]
    wrong = [Problem(name, "no_equals_sign") for name, sign, _ in parts if not sign]
    if wrong:
        raise BadInputError(wrong)
    return {name.strip(): value for name, _, value in parts}


def _saved(call: Call, saved: Saved) -> object:
    """What a save did; what a person should look at goes to standard error too."""
    from model.command_line.card_text import numbered
    from model.sentences.problems import problem_sentence

    for problem in saved.warnings:
        call.say(problem_sentence(problem, call.words))
    warnings = [{"field": one.field, "reason": one.reason} for one in saved.warnings]
    return {**numbered(saved.ref), "version": saved.version, "warnings": warnings}


def _card_pass(call: Call) -> object:
    from model.cards.reviewing import pass_card

    return _saved(call, pass_card(call.desk, call.args.ref, call.now))


def _card_send_back(call: Call) -> object:
    from model.cards.reviewing import return_to_rep

    return _saved(call, return_to_rep(call.desk, call.args.ref, call.args.remark, call.now))


def _card_reject(call: Call) -> object:
    from model.cards.reviewing import reject

    return _saved(call, reject(call.desk, call.args.ref, call.args.reason, call.now))


def _card_file(call: Call) -> object:
    from model.cards.reviewing import file_card

    return {"draft_no": call.args.ref, "card_no": file_card(call.desk, call.args.ref, call.now)}


def _card_show(call: Call) -> object:
    from model.cards.revisions import history
    from model.command_line.card_text import card_shown
    from model.loans.reading import open_card

    args = call.args
    view = open_card(call.desk, args.ref, call.now, args.purpose)
    changes = history(call.desk, args.ref, call.now) if args.history else None
    return card_shown(view, changes, call.words)


def _card_list(call: Call) -> object:
    from model.cards.listing import list_cards
    from model.command_line.card_text import listed

    return [listed(row) for row in list_cards(call.desk, call.now)]


def _search(call: Call) -> object:
    from model.cards.finding import query_key
    from model.cards.search import note_search, search
    from model.command_line.card_text import found

    hits = search(call.desk, call.args.text, call.now, call.args.limit)
    note_search(call.desk, len(query_key(call.args.text)), len(hits), "", call.now)
    return [found(hit) for hit in hits]


def _import(call: Call) -> object:
    from model.command_line.telling import Shown, plain, told
    from model.exchange.importing import ImportOptions, import_cards
    from model.sentences.problems import problem_sentence

    args = call.args
    options = ImportOptions(
        map_file=Path(args.map) if args.map else None,
        kind=args.kind or "company",
        rep=args.rep,
        district=args.district,
        skip_rejected=args.skip_rejected,
        dry_run=args.dry_run,
        language=call.language,
    )
    done = import_cards(call.desk, Path(args.file), options, call.now, call.report)
    for problem in (*done.problems, *done.warnings):
        call.say(problem_sentence(problem, call.words))
    facts = plain(done)
    short = {key: part for key, part in facts.items() if key not in {"problems", "warnings"}}
    return Shown(facts, told(short, call.words))


CARDS: dict[str, Command] = {
    "card new": Command(
        mark("Command", "fill a new card"), _card_new, ("kind", "set", "tick", "not_duplicate")
    ),
    "card edit": Command(
        mark("Command", "change cells of a card or draft"), _card_edit,
        ("ref", "set", "tick", "not_duplicate", "why?", "source", "version"),
    ),
    "card pass": Command(mark("Command", "pass a new card"), _card_pass, ("ref",)),
    "card send-back": Command(
        mark("Command", "send a new card back to be completed"), _card_send_back, ("ref", "remark")
    ),
    "card reject": Command(mark("Command", "refuse a new card"), _card_reject, ("ref", "why")),
    "card file": Command(
        mark("Command", "number a passed card and file it"), _card_file, ("ref",)
    ),
    "card show": Command(
        mark("Command", "read a card"), _card_show, ("ref", "history", "purpose")
    ),
    "card list": Command(mark("Command", "all cards that you may list"), _card_list),
    "search": Command(
        mark("Command", "find cards by name, pinyin, initials, phone or number"),
        _search, ("text", "limit"),
    ),
    "import": Command(
        mark("Command", "bring customers in from a spreadsheet (旧卡入柜)"), _import,
        ("sheet", "map", "kind?", "rep", "district", "skip_rejected", "dry_run"),
    ),
}  # fmt: skip
"""Command by its words."""
