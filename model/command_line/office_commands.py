"""The commands about the office: people, teams, districts, settings, 开柜 and 锁柜.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from model.command_line.call import Call
from model.command_line.own_process import NEW_PASSWORD
from model.command_line.parser import Command
from model.errors import CabinetError
from model.words import mark

_NO_DAILY_BACKUP = mark("Command", "The day's backup could not be made: {reason}")


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
    return {
        "cabinet": call.args.folder,
        "cards": made.cards,
        "plans": made.plans,
        "loans": made.loans,
        "visit_records": made.visits,
        "people": made.people,
    }


def _recover(call: Call) -> object:
    from model.office.log_in import recover

    code, password = call.recovery_code(), call.new_password()
    new_code = recover(call.cabinet(), call.args.manager, code, password, call.now)
    return {"recovery_code": new_code}


def _staff_add(call: Call) -> object:
    from model.office.people import add_person
    from model.office.rights import Role

    args, given = call.args, call.secrets.get(NEW_PASSWORD)
    person, first = add_person(call.desk, args.name, Role(args.role), args.team, given, call.now)
    return {"staff_no": person.staff_no, "name": person.name, **_first_password(first, given)}


def _first_password(first: str, given: str | None) -> dict[str, str]:
    """A password that was made is told once; one that was given is known."""
    return {} if given else {"first_password": first}


def _staff_reset(call: Call) -> object:
    from model.errors import NotFoundError
    from model.office.people import list_people, reset_password

    wanted, given = call.args.name, call.secrets.get(NEW_PASSWORD)
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
    from model.loans.opening import open_cabinet

    opening = open_cabinet(call.desk, call.now)
    missing = {"missing_cards": [asdict(one) for one in opening.missing]}
    return {**asdict(opening.state), **missing, "backup": _daily_backup(call)}


def _cabinet_close(call: Call) -> object:
    from model.loans.closing import close_cabinet

    closing = close_cabinet(call.desk, call.args.missing, call.now)
    facts = {
        "issued": closing.issued,
        "returned": closing.returned,
        "missing_cards": [asdict(one) for one in closing.missing],
    }
    return {**asdict(closing.state), **facts, "backup": _daily_backup(call, anew=True)}


def _daily_backup(call: Call, *, anew: bool = False) -> Path | None:
    """The day's backup, in the evening once more; one that fails is told and stops nothing."""
    from model.sentences.errors import sentence
    from model.upkeep.backup import back_up_daily

    try:
        made = back_up_daily(call.desk, call.now, call.report, anew=anew)
    except CabinetError as error:
        reason = sentence(error, call.words)
        call.say(call.words("Command", _NO_DAILY_BACKUP).format(reason=reason))
        return None
    return made.file if made else None


OFFICE: dict[str, Command] = {
    "create": Command(
        mark(
            "Command",
            "make a new locked cabinet; prints the recovery code once (try it: recovery confirm)",
        ),
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
}  # fmt: skip
"""Command by its words."""
