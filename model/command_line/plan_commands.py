"""The commands about plans, routes and the office's own days.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from model.command_line.call import Call, UsageError
from model.command_line.days import day_of
from model.command_line.parser import Command
from model.words import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.rounds.plans_shown import PlanView


_WHICH_PLANS = mark("Command", "Which plans? Name their numbers, or say --all.")


def _rep(call: Call) -> str:
    """The rep who was named; a rep himself need not say who he is."""
    return str(call.args.rep or call.desk.person.name)


def _day(call: Call) -> date:
    """The day that was named, or today."""
    return day_of(call.args.date, call.now)


def _told(call: Call, plan: PlanView) -> object:
    from model.command_line.day_text import plan_shown

    return plan_shown(plan, call.words)


def _told_all(call: Call, plans: Sequence[PlanView]) -> object:
    from model.command_line.day_text import plans_listed

    return plans_listed(plans, call.words)


def _plan_day(call: Call) -> object:
    from model.rounds.planning import make_plan
    from model.rounds.suggesting import suggest_day

    args = call.args
    if args.suggest:
        return _told(call, suggest_day(call.desk, _rep(call), _day(call), call.now))
    return _told(call, make_plan(call.desk, _rep(call), _day(call), call.now, again=args.again))


def _plan_show(call: Call) -> object:
    from model.rounds.planning import read_plan

    return _told(call, read_plan(call.desk, call.args.plan_no, call.now))


def _plan_list(call: Call) -> object:
    from model.rounds.planning import plans_on

    return _told_all(call, plans_on(call.desk, _day(call), call.now))


def _plan_add(call: Call) -> object:
    from model.rounds.planning import add_lines

    args = call.args
    plan = add_lines(
        call.desk, args.plan_no, args.card_nos, call.now,
        appointment=args.at, purposes=tuple(args.purpose), note=args.note,
    )  # fmt: skip
    return _told(call, plan)


def _plan_move(call: Call) -> object:
    from model.rounds.planning import move_line

    args = call.args
    return _told(call, move_line(call.desk, args.plan_no, args.card_no, args.to, call.now))


def _plan_strike(call: Call) -> object:
    from model.rounds.planning import strike_lines

    args = call.args
    to = day_of(args.until, call.now) if args.until else None
    plan = strike_lines(call.desk, args.plan_no, args.card_nos, args.reason, call.now, to=to)
    return _told(call, plan)


def _plan_approve(call: Call) -> object:
    from model.rounds.approval import approve, approve_all, approve_on_paper
    from model.rounds.planning import plans_on

    args, desk, now = call.args, call.desk, call.now
    numbers = list(args.plan_nos)
    if not (numbers or args.all):
        raise UsageError(call.words("Command", _WHICH_PLANS))
    if args.on_paper:
        if args.all:
            drafts = (one for one in plans_on(desk, _day(call), now) if one.state == "draft")
            numbers += [plan.plan_no for plan in drafts]
        return _told_all(call, approve_on_paper(desk, numbers, args.on_paper, now))
    if args.all:
        return _told_all(call, approve_all(desk, _day(call), now))
    return _told_all(call, approve(desk, numbers, now))


def _plan_confirm(call: Call) -> object:
    from model.rounds.approval import confirm

    return _told(call, confirm(call.desk, call.args.plan_no, call.now))


def _route_set(call: Call) -> object:
    from model.rounds.routes import set_route

    args = call.args
    weekdays = tuple(int(one) - 1 for one in args.weekday)
    return set_route(call.desk, args.rep, args.district, weekdays, call.now)


def _route_list(call: Call) -> object:
    from model.rounds.routes import list_routes

    return list_routes(call.desk)


def _holiday_set(call: Call) -> object:
    from model.office.calendar import set_office_day

    args = call.args
    day = day_of(args.day, call.now)
    return set_office_day(call.desk, day, args.works, args.note, call.now)


def _holiday_list(call: Call) -> object:
    from model.office.calendar import list_office_days

    return list_office_days(call.desk)


PLANS: dict[str, Command] = {
    "plan day": Command(
        mark("Command", "make a rep's plan of a day from the suggestions"),
        _plan_day, ("rep", "date", "suggest", "again"),
    ),
    "plan show": Command(
        mark("Command", "one plan with its lines and its reasons"), _plan_show, ("plan_no",)
    ),
    "plan list": Command(mark("Command", "the plans of a day"), _plan_list, ("date",)),
    "plan add": Command(
        mark("Command", "put customers on a plan by hand"),
        _plan_add, ("plan_no", "card_nos", "at", "aim", "note"),
    ),
    "plan move": Command(
        mark("Command", "move a line to another place in the order"),
        _plan_move, ("plan_no", "card_no", "to"),
    ),
    "plan strike": Command(
        mark("Command", "strike lines with their reason"),
        _plan_strike, ("plan_no", "card_nos", "why", "until"),
    ),
    "plan approve": Command(
        mark("Command", "approve plans: the right to draw their cards"),
        _plan_approve, ("plan_nos", "all", "date", "on_paper"),
    ),
    "plan confirm": Command(
        mark("Command", "confirm what you have approved on paper"), _plan_confirm, ("plan_no",)
    ),
    "route set": Command(
        mark("Command", "the weekdays on which a rep works a district (1 is Monday)"),
        _route_set, ("rep!", "district!", "weekday"),
    ),
    "route list": Command(mark("Command", "the routes of the reps"), _route_list),
    "holiday set": Command(
        mark("Command", "a day on which the office is closed, or works after all"),
        _holiday_set, ("day", "works", "note"),
    ),
    "holiday list": Command(mark("Command", "the office's own days"), _holiday_list),
}  # fmt: skip
"""Command by its words."""
