"""The door: no command opens the window, a command does one job without one.

A table of commands, each a few lines that call `model`. Results go to standard output, messages
for people to standard error; what a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.command_line.call import NEW_PASSWORD, Call, UsageError
from model.command_line.parser import (
    Command,
    first_word,
    language_of,
    parser_of,
    window_parser,
)
from model.command_line.result import make_printable, print_result, refuse, tell
from model.errors import BadInputError, CabinetError, Problem, StoppedError, VerifyError
from model.words import Words, mark, words_in

if TYPE_CHECKING:
    from model.cards.saving import Saved

_NO_DAILY_BACKUP = mark("Command", "The day's backup could not be made: {reason}")
_NO_FIGURE = mark("Command", "There is no figure “{name}”; there are: {known}.")
_NO_SUCH_COMMAND = mark("Command", "There is no command and no folder “{name}”; see --help.")


# --- the office -----------------------------------------------------------------------------


def _create(call: Call) -> object:
    from model.office.founding import Founders, create

    args = call.args
    password = call.password_of(args.manager, twice=True)
    founders = Founders(args.office, args.manager, args.keeper, password)
    code = create(Path(args.folder), founders, call.now)
    return {"cabinet": args.folder, "recovery_code": code}


def _demo(call: Call) -> object:
    from model.upkeep.sample_office import make_sample_office

    made = make_sample_office(
        Path(call.args.folder),
        cards=call.args.cards,
        seed=call.args.seed,
        now=call.now,
        progress=call.report,
    )
    return {"cabinet": call.args.folder, "cards": made.cards, "people": made.people}


def _recover(call: Call) -> object:
    from model.office.log_in import recover

    code, password = call.recovery_code(), call.new_password()
    new_code = recover(call.cabinet(), call.args.manager, code, password, call.now)
    return {"recovery_code": new_code}


def _staff_add(call: Call) -> object:
    from model.office.people import add_person
    from model.office.rights import Role

    args, given = call.args, os.environ.get(NEW_PASSWORD)
    person, first = add_person(call.desk, args.name, Role(args.role), args.team, given, call.now)
    return {"staff_no": person.staff_no, "name": person.name, **_first_password(first, given)}


def _first_password(first: str, given: str | None) -> dict[str, str]:
    """A password that was made is told once; one that was given is known."""
    return {} if given else {"first_password": first}


def _staff_reset(call: Call) -> object:
    from model.errors import NotFoundError
    from model.office.people import list_people, reset_password

    wanted, given = call.args.name, os.environ.get(NEW_PASSWORD)
    for row in list_people(call.desk):
        if wanted in {row.name, str(row.staff_no)}:
            first = reset_password(call.desk, row.staff_no, call.now, given)
            return {"staff_no": row.staff_no, "name": row.name, **_first_password(first, given)}
    raise NotFoundError(kind="person", ref=wanted)


def _staff_list(call: Call) -> object:
    from model.office.people import list_people

    return list_people(call.desk)


def _keeper(call: Call) -> object:
    from model.office.people import keepers, name_keeper

    args = call.args
    named = (
        name_keeper(call.desk, args.name, args.deputy, call.now)
        if args.name
        else keepers(call.desk)
    )
    return {"keeper": named.keeper, "deputy_keeper": named.deputy}


def _passwd(call: Call) -> object:
    from model.office.people import change_own_password

    change_own_password(call.desk, call.password, call.new_password(), call.now)
    return {"staff_no": call.desk.person.staff_no, "name": call.desk.person.name}


def _team_add(call: Call) -> object:
    from model.office.teams import add_team

    return add_team(call.desk, call.args.name, call.args.supervisor, call.now)


def _team_list(call: Call) -> object:
    from model.office.teams import list_teams

    return list_teams(call.desk)


def _district_add(call: Call) -> object:
    from model.office.teams import add_district

    return add_district(call.desk, call.args.name, call.args.team, call.now)


def _district_list(call: Call) -> object:
    from model.office.teams import list_districts

    return list_districts(call.desk)


def _drawer_list(call: Call) -> object:
    from model.office.teams import list_drawers

    return list_drawers(call.desk)


def _setting_list(call: Call) -> object:
    from model.office.office_settings import read_settings
    from model.settings import SETTINGS

    return [
        {"name": name, "value": value, "label": call.words("Settings", SETTINGS[name].label)}
        for name, value in read_settings(call.desk).items()
    ]


def _setting_set(call: Call) -> object:
    from model.office.office_settings import change_setting

    change_setting(call.desk, call.args.name, call.args.value, call.now)
    return {"name": call.args.name, "value": call.args.value}


def _cabinet_open(call: Call) -> object:
    from model.office.day import open_cabinet

    return {**asdict(open_cabinet(call.desk, call.now)), "backup": _daily_backup(call)}


def _cabinet_close(call: Call) -> object:
    from model.cards.closing import close_cabinet

    state = close_cabinet(call.desk, call.args.missing, call.now)
    return {**asdict(state), "backup": _daily_backup(call)}


def _daily_backup(call: Call) -> Path | None:
    """The day's backup; one that fails is told and stops nothing."""
    from model.sentences import sentence
    from model.upkeep.backup import back_up_daily

    try:
        made = back_up_daily(call.desk, call.now, call.report)
    except CabinetError as error:
        reason = sentence(error, call.words)
        call.say(call.words("Command", _NO_DAILY_BACKUP).format(reason=reason))
        return None
    return made.file if made else None


# --- cards ----------------------------------------------------------------------------------


def _card_new(call: Call) -> object:
    from model.cards.definition import CardKind
    from model.cards.drafts import create_card

    args = call.args
    saved = create_card(
        call.desk,
        CardKind(args.kind),
        _texts(args.set),
        call.now,
        ticked=frozenset(args.tick),
        not_duplicate=args.not_duplicate,
    )
    return _saved(call, saved)


def _card_edit(call: Call) -> object:
    from model.cards.cards import edit_card, read_card
    from model.cards.drafts import change_draft

    args = call.args
    texts, ticked = _texts(args.set), frozenset(args.tick)
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


def _texts(assignments: Sequence[str]) -> dict[str, str]:
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
    from model.sentences import problem_sentence

    for problem in saved.warnings:
        call.say(problem_sentence(problem, call.words))
    warnings = [{"field": one.field, "reason": one.reason} for one in saved.warnings]
    return {**numbered(saved.ref), "version": saved.version, "warnings": warnings}


def _card_pass(call: Call) -> object:
    from model.cards.drafts import pass_card

    return _saved(call, pass_card(call.desk, call.args.ref, call.now))


def _card_send_back(call: Call) -> object:
    from model.cards.drafts import return_to_rep

    return _saved(call, return_to_rep(call.desk, call.args.ref, call.args.remark, call.now))


def _card_reject(call: Call) -> object:
    from model.cards.drafts import reject

    return _saved(call, reject(call.desk, call.args.ref, call.args.reason, call.now))


def _card_file(call: Call) -> object:
    from model.cards.drafts import file_card

    return {"draft_no": call.args.ref, "card_no": file_card(call.desk, call.args.ref, call.now)}


def _card_show(call: Call) -> object:
    from model.cards.cards import read_card
    from model.cards.revisions import history
    from model.command_line.card_text import card_shown

    args = call.args
    view = read_card(call.desk, args.ref, call.now, args.purpose)
    changes = history(call.desk, args.ref, call.now) if args.history else None
    return card_shown(view, changes, call.words)


def _card_list(call: Call) -> object:
    from model.cards.cards import list_cards
    from model.command_line.card_text import listed

    return [listed(row) for row in list_cards(call.desk, call.now)]


def _search(call: Call) -> object:
    from model.cards.search import search
    from model.command_line.card_text import found

    return [found(hit) for hit in search(call.desk, call.args.text, call.now, call.args.limit)]


def _import(call: Call) -> object:
    from model.command_line.telling import Shown, plain, told
    from model.exchange.importing import ImportOptions, import_cards
    from model.sentences import problem_sentence

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


# --- upkeep ---------------------------------------------------------------------------------


def _backup(call: Call) -> object:
    from model.upkeep.backup import back_up

    out = Path(call.args.file) if call.args.file else None
    return back_up(call.desk, out, call.now, call.report)


def _restore(call: Call) -> object:
    from model.sentences import sentence
    from model.upkeep.restore import restore

    args, name = call.args, call.staff()
    code = call.recovery_code() if args.recovery_code else ""
    password = call.new_password() if code else call.password_of(name)
    back = restore(
        Path(args.file), Path(args.folder), name, password, call.now, call.report, code=code
    )
    if back.faults:
        call.say(sentence(VerifyError(faults=back.faults), call.words))
    return {"cabinet": args.folder, **asdict(back)}


def _verify(call: Call) -> object:
    from model.upkeep.verify import verify

    report = verify(call.desk, call.args.paper, call.now, call.report)
    if report.faults:
        raise VerifyError(**asdict(report))
    return report


def _bench(call: Call) -> object:
    from gui.bench.running import BENCHMARKS, run_benchmarks

    unknown = [name for name in call.args.names if name not in BENCHMARKS]
    if unknown:
        known = ", ".join(BENCHMARKS)
        raise UsageError(call.words("Command", _NO_FIGURE).format(name=unknown[0], known=known))
    return run_benchmarks(call.args.names, call.words, call.report)


# --- the table ------------------------------------------------------------------------------

COMMANDS: dict[str, Command] = {
    "create": Command(
        mark("Command", "make a new locked cabinet; prints the recovery code once"),
        _create, ("folder", "office", "manager", "keeper"), at_desk=False,
    ),
    "demo": Command(
        mark("Command", "make a sample office; prints its people, roles and passwords"),
        _demo, ("folder", "cards", "seed"), at_desk=False,
    ),
    "recover": Command(
        mark("Command", "with the recovery code: a new password and a new code"),
        _recover, ("manager",), at_desk=False,
    ),
    "staff add": Command(
        mark("Command", "give somebody a key; prints the first password once"),
        _staff_add, ("name", "role", "team?"),
    ),
    "staff list": Command(mark("Command", "everybody who works here"), _staff_list),
    "staff reset": Command(
        mark("Command", "give somebody a new first password"), _staff_reset, ("name",)
    ),
    "keeper": Command(
        mark("Command", "name the keeper of the cabinet, or tell who it is"),
        _keeper, ("name?", "deputy"),
    ),
    "passwd": Command(mark("Command", "change your own password"), _passwd),
    "team add": Command(mark("Command", "make a team"), _team_add, ("name", "supervisor")),
    "team list": Command(mark("Command", "all teams"), _team_list),
    "district add": Command(
        mark("Command", "make a district with its drawer"), _district_add, ("name", "team")
    ),
    "district list": Command(mark("Command", "all districts"), _district_list),
    "drawer list": Command(mark("Command", "all drawers"), _drawer_list),
    "setting list": Command(mark("Command", "all settings of the office"), _setting_list),
    "setting set": Command(
        mark("Command", "change one setting"), _setting_set, ("name", "value")
    ),
    "cabinet open": Command(mark("Command", "open the cabinet for the day (开柜)"), _cabinet_open),
    "cabinet close": Command(
        mark("Command", "count the cards home and close the cabinet (锁柜)"),
        _cabinet_close, ("missing",),
    ),
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
    "backup": Command(
        mark("Command", "back the cabinet up into one checked file"), _backup, ("backup?",)
    ),
    "restore": Command(
        mark("Command", "make a cabinet out of a backup; --as names a manager"),
        _restore, ("backup", "folder", "recovery_code"), at_desk=False,
    ),
    "verify": Command(
        mark("Command", "check encryption, structure, log and every rule"), _verify, ("paper",)
    ),
    "bench": Command(
        mark("Command", "measure the figures of the README, each beside a bare baseline"),
        _bench, ("names",), at_desk=False,
    ),
}  # fmt: skip
"""Every command by its words."""


# --- the door -------------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Args:
        argv: the arguments; None: the process's own.

    Returns:
        The exit status: 0 done, 1 refused, 2 wrong usage or no display, 3 bad input, 4 the
        cabinet cannot be opened or trusted.
    """
    typed = list(sys.argv[1:] if argv is None else argv)
    words = words_in(language_of(typed))
    make_printable("--json" in typed)
    try:
        if first_word(typed) in {name.partition(" ")[0] for name in COMMANDS}:
            return _command(typed, words)
        return _window(typed, words)
    except UsageError as error:
        return refuse("usage", {}, str(error), 2, typed)
    except CabinetError as error:
        return tell(error, words, typed)
    except KeyboardInterrupt:
        return tell(StoppedError(), words, typed)


def _command(typed: list[str], words: Words) -> int:
    """Do one command and print its result."""
    args = parser_of(COMMANDS, words).parse_args(typed)
    call = Call(args, words, language_of(typed), _now())
    if args.command.at_desk:
        from model.storage.database import told_as_ours

        with call.at_desk(), call.stoppable(), told_as_ours():
            result = args.command.run(call)
    else:
        with call.stoppable():
            result = args.command.run(call)
    print_result(result, "json" in args, words)
    return 0


def _window(typed: list[str], words: Words) -> int:
    """Open the window, or say in one line why it cannot open."""
    from gui.display import lacking

    if "--help" in typed or "-h" in typed:
        parser_of(COMMANDS, words).print_help()
        return 0
    args = window_parser(words).parse_args(typed)
    folder = args.folder or getattr(args, "cabinet", "") or os.environ.get("CARD_CABINET", "")
    if args.folder and not Path(folder).exists():
        raise UsageError(words("Command", _NO_SUCH_COMMAND).format(name=folder))
    missing = lacking(words)
    if missing:
        raise UsageError(missing)
    from gui.application import run

    return run(Path(folder) if folder else None, getattr(args, "lang", None))


def _now() -> datetime:
    """The office's wall clock: local time, without a zone."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005


if __name__ == "__main__":
    sys.exit(main())
