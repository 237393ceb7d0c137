"""The command that writes cards to a file (批量导出), or asks for the approval that it needs.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from model.command_line.call import Call
from model.command_line.copy_commands import terms_of
from model.command_line.parser import Command
from model.words import mark

if TYPE_CHECKING:
    from model.exchange.export_orders import Order

_UNENCRYPTED = mark(
    "Command",
    "{file} is not encrypted: whoever has it can read it. It stands in the register as {number}.",
)


def _order(call: Call) -> Order:
    """The export as it was typed."""
    from model.exchange.export_filters import filter_of
    from model.exchange.export_orders import Order, Wanted

    args = call.args
    fields = tuple(name.strip() for name in args.fields.split(",") if name.strip())
    wanted = Wanted(tuple(args.card), filter_of(args.filter))
    return Order(wanted, ("all",) if args.all_fields else fields or ("list",), terms_of(call))


def _export(call: Call) -> object:
    from model.exchange.exporting import export_cards

    if call.args.ask:
        return _ask(call)
    made = export_cards(
        call.desk, _order(call), Path(call.args.file), call.now, call.report, call.language
    )
    told = call.words("Command", _UNENCRYPTED)
    call.say(told.format(file=made.file.name, number=made.export_no))
    return made


def _ask(call: Call) -> object:
    """Ask for the approval that this export, and no other, needs."""
    from model.cards.asking import ask_approval
    from model.exchange.exporting import export_facts
    from model.office.rights import Right

    order = _order(call)
    facts = export_facts(call.desk, order, call.now)
    return ask_approval(call.desk, Right.EXPORT, (), order.terms.purpose, call.now, facts=facts)


EXPORTS: dict[str, Command] = {
    "export": Command(
        mark("Command", "write cards to a file that leaves the cabinet readable (批量导出)"),
        _export,
        (
            *("export_file", "filter", "card", "export_fields", "all_fields", "export_to"),
            *("export_for", "due", "destroy", "ask"),
        ),
    ),
}
"""Command by its words."""
