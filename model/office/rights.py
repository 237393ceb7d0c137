"""The table of rights of domain.md §5.6: role × act, and role × act × kind of data.

Everything a person can do is a public function of `model` that takes a `Desk` first and is
decorated with `@act(Right.…)`; an act without a row here is refused (and a test finds it).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from model.office.desk import Desk

P = ParamSpec("P")
R = TypeVar("R")


class Role(StrEnum):
    """The four roles of an office (domain.md §1.1)."""

    REP = "rep"
    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"


class Reach(Enum):
    """How far a right goes; the sign of domain.md §5.6 beside each."""

    NO = "–"
    ALL = "●"
    OWN = "自"
    LENT = "借"
    TEAM = "队"
    KEEPER = "keeper"  # the named keeper or deputy only
    ASK_SUPERVISOR = "批(SV)"
    ASK_MANAGER = "批(MG)"
    PROPOSE = "proposal"


BY_APPROVAL = frozenset({Reach.ASK_SUPERVISOR, Reach.ASK_MANAGER})
"""Not done directly, but once somebody else has approved it (批)."""

NOT_ALONE = BY_APPROVAL | {Reach.PROPOSE}
"""Done by two: asked for or handed in by one, decided on by another."""


@dataclass(frozen=True)
class Row:
    """One line of the table: how far each role's right goes."""

    rep: Reach
    clerk: Reach
    supervisor: Reach
    manager: Reach

    def of(self, role: Role) -> Reach:
        """How far this right goes for one role."""
        reach: Reach = getattr(self, role.value)
        return reach

    @property
    def direct(self) -> tuple[Role, ...]:
        """The roles that may do it without asking anyone."""
        return tuple(role for role in Role if self.of(role) not in NOT_ALONE | {Reach.NO})


class Right(StrEnum):
    """Every act of the office, by the identifier that errors and the log use."""

    LOG_IN = "log_in"
    OWN_PASSWORD = "own_password"
    SEE_OFFICE = "see_office"
    SEE_DAY = "see_day"
    KEEP_TYPING = "keep_typing"
    OPEN_CABINET = "open_cabinet"
    CLOSE_CABINET = "close_cabinet"
    CREATE_CARD = "create_card"
    IMPORT_CARDS = "import_cards"
    LIST_CARDS = "list_cards"
    SEARCH_CARDS = "search_cards"
    READ_CARD = "read_card"
    ATTACH = "attach"
    SEE_ATTACHMENT = "see_attachment"
    REMOVE_ATTACHMENT = "remove_attachment"
    CORRECT_EVENT = "correct_event"
    PASS_CARD = "pass_card"
    FILE_CARD = "file_card"
    EDIT_CARD = "edit_card"
    EDIT_PROTECTED = "edit_protected"
    PROPOSE_CHANGE = "propose_change"
    DECIDE_REVISION = "decide_revision"
    VERIFY_FACTS = "verify_facts"
    PRINT_CARD = "print_card"
    PRINT_PRIVATE = "print_private"
    RESERVE = "reserve"
    UNRESERVE = "unreserve"
    CHECK_OUT = "check_out"
    TAKE_BACK = "take_back"
    SEE_LOANS = "see_loans"
    RECALL = "recall"
    MAKE_PLAN = "make_plan"
    APPROVE_PLAN = "approve_plan"
    APPROVE_ON_PAPER = "approve_on_paper"
    SET_ROUTE = "set_route"
    PRINT_DAY = "print_day"
    RECORD_VISIT = "record_visit"
    ASK_SLIP = "ask_slip"
    APPROVE_SLIP = "approve_slip"
    READ_OTHERS_CARD = "read_others_card"
    ISSUE_INTERNAL = "issue_internal"
    ISSUE_CONFIDENTIAL = "issue_confidential"
    ISSUE_SECRET = "issue_secret"
    EXPORT = "export"
    REPORT_LOST = "report_lost"
    REPRINT = "reprint"
    UNBLOCK = "unblock"
    HAND_OVER = "hand_over"
    ACCEPT_HANDOVER = "accept_handover"
    SEAL = "seal"
    ORDER_SEAL = "order_seal"
    VOID_CARD = "void_card"
    TAKE_STOCK = "take_stock"
    SIGN_STOCKTAKE = "sign_stocktake"
    CONFIRM_STATUS = "confirm_status"
    CLEAR_PRIVATE = "clear_private"
    ABANDON = "abandon"
    CONFIRM_CLASS = "confirm_class"
    FIX_CREDIT = "fix_credit"
    RELEASE_ORDER = "release_order"
    POST_LEDGER = "post_ledger"
    WEEKLY_CHECK = "weekly_check"
    MANAGE_OFFICE = "manage_office"
    RESTORE = "restore"
    SEE_APPROVALS = "see_approvals"
    ASK_APPROVAL = "ask_approval"
    DECIDE_APPROVAL = "decide_approval"
    SEE_LOG = "see_log"
    EXPORT_LOG = "export_log"
    SEE_COPIES = "see_copies"
    END_COPY = "end_copy"
    OPEN_SECRETS = "open_secrets"
    DISTRICTS_DRAWERS = "districts_drawers"
    BACK_UP = "back_up"
    VERIFY = "verify"


_NO, _ALL, _OWN, _LENT, _TEAM = Reach.NO, Reach.ALL, Reach.OWN, Reach.LENT, Reach.TEAM
_KEEPER, _SV, _MG, _PROPOSE = (
    Reach.KEEPER,
    Reach.ASK_SUPERVISOR,
    Reach.ASK_MANAGER,
    Reach.PROPOSE,
)

# Columns: rep, clerk, supervisor, manager. Rows that domain.md §5.6 B lacks follow from its
# table A and §5.2 and say so.
RIGHTS: dict[Right, Row] = {
    Right.LOG_IN: Row(_ALL, _ALL, _ALL, _ALL),
    Right.OWN_PASSWORD: Row(_ALL, _ALL, _ALL, _ALL),
    # Names of people, teams, districts and drawers stand on every plan and form.
    Right.SEE_OFFICE: Row(_ALL, _ALL, _ALL, _ALL),
    Right.SEE_DAY: Row(_ALL, _ALL, _ALL, _ALL),
    # Unsaved typing is kept for the person who typed it, and shown to nobody else.
    Right.KEEP_TYPING: Row(_ALL, _ALL, _ALL, _ALL),
    Right.OPEN_CABINET: Row(_NO, _KEEPER, _NO, _ALL),
    Right.CLOSE_CABINET: Row(_NO, _KEEPER, _NO, _ALL),
    Right.CREATE_CARD: Row(_ALL, _ALL, _NO, _NO),
    Right.IMPORT_CARDS: Row(_NO, _ALL, _NO, _ALL),
    # DC1 of table A: see.
    Right.LIST_CARDS: Row(_OWN, _ALL, _TEAM, _ALL),
    # §5.2: of others' customers only that they exist, and who keeps them.
    Right.SEARCH_CARDS: Row(_ALL, _ALL, _ALL, _ALL),
    # Table A decides field by field; this row says whose card may be opened at all.
    Right.READ_CARD: Row(_OWN, _ALL, _TEAM, _ALL),
    Right.ATTACH: Row(_LENT, _ALL, _TEAM, _ALL),
    Right.SEE_ATTACHMENT: Row(_LENT, _ALL, _TEAM, _ALL),
    Right.REMOVE_ATTACHMENT: Row(_NO, _SV, _TEAM, _ALL),
    Right.CORRECT_EVENT: Row(_NO, _ALL, _NO, _ALL),
    Right.PASS_CARD: Row(_NO, _NO, _TEAM, _ALL),
    # The clerk files after the pass (§5.4).
    Right.FILE_CARD: Row(_NO, _ALL, _NO, _NO),
    Right.EDIT_CARD: Row(_PROPOSE, _ALL, _TEAM, _ALL),
    Right.EDIT_PROTECTED: Row(_PROPOSE, _SV, _TEAM, _ALL),
    # §5.7: what may not be changed directly is handed in, to be decided.
    Right.PROPOSE_CHANGE: Row(_LENT, _ALL, _TEAM, _ALL),
    Right.DECIDE_REVISION: Row(_NO, _ALL, _TEAM, _ALL),
    # §2.9: 核实无误 by whoever may change the card or hand in its changes.
    Right.VERIFY_FACTS: Row(_LENT, _ALL, _TEAM, _ALL),
    # DC1 of table A: print. The office's own paper card; copies have rows of their own.
    Right.PRINT_CARD: Row(_NO, _ALL, _TEAM, _ALL),
    # DC2 of table A: print. Private facts on it.
    Right.PRINT_PRIVATE: Row(_NO, _ALL, _MG, _ALL),
    Right.RESERVE: Row(_NO, _ALL, _NO, _NO),
    Right.UNRESERVE: Row(_OWN, _ALL, _TEAM, _NO),
    Right.CHECK_OUT: Row(_NO, _ALL, _NO, _KEEPER),
    Right.TAKE_BACK: Row(_NO, _ALL, _NO, _KEEPER),
    # DC7 of table A: who has which card, the registers, the reminders.
    Right.SEE_LOANS: Row(_OWN, _ALL, _TEAM, _ALL),
    Right.RECALL: Row(_NO, _ALL, _TEAM, _ALL),
    Right.MAKE_PLAN: Row(_OWN, _ALL, _TEAM, _ALL),
    Right.APPROVE_PLAN: Row(_NO, _NO, _TEAM, _ALL),
    Right.APPROVE_ON_PAPER: Row(_NO, _ALL, _NO, _NO),
    # DC9 of table A: the team's plan settings.
    Right.SET_ROUTE: Row(_NO, _NO, _TEAM, _ALL),
    Right.PRINT_DAY: Row(_NO, _ALL, _TEAM, _ALL),
    Right.RECORD_VISIT: Row(_OWN, _ALL, _TEAM, _ALL),
    Right.ASK_SLIP: Row(_ALL, _NO, _NO, _NO),
    Right.APPROVE_SLIP: Row(_NO, _NO, _TEAM, _ALL),
    Right.READ_OTHERS_CARD: Row(_SV, _ALL, _MG, _ALL),
    Right.ISSUE_INTERNAL: Row(_NO, _ALL, _TEAM, _ALL),
    Right.ISSUE_CONFIDENTIAL: Row(_NO, _SV, _TEAM, _ALL),
    Right.ISSUE_SECRET: Row(_NO, _MG, _MG, _ALL),
    Right.EXPORT: Row(_NO, _MG, _MG, _ALL),
    Right.REPORT_LOST: Row(_OWN, _ALL, _TEAM, _ALL),
    Right.REPRINT: Row(_NO, _SV, _TEAM, _ALL),
    Right.UNBLOCK: Row(_NO, _NO, _TEAM, _ALL),
    Right.HAND_OVER: Row(_NO, _SV, _TEAM, _ALL),
    Right.ACCEPT_HANDOVER: Row(_OWN, _NO, _NO, _NO),
    Right.SEAL: Row(_NO, _SV, _NO, _NO),
    Right.ORDER_SEAL: Row(_NO, _NO, _TEAM, _ALL),
    Right.VOID_CARD: Row(_NO, _SV, _TEAM, _ALL),
    Right.TAKE_STOCK: Row(_NO, _ALL, _NO, _NO),
    Right.SIGN_STOCKTAKE: Row(_NO, _NO, _TEAM, _NO),
    Right.CONFIRM_STATUS: Row(_PROPOSE, _NO, _TEAM, _ALL),
    Right.CLEAR_PRIVATE: Row(_NO, _NO, _TEAM, _ALL),
    Right.ABANDON: Row(_PROPOSE, _NO, _PROPOSE, _ALL),
    Right.CONFIRM_CLASS: Row(_NO, _NO, _TEAM, _ALL),
    Right.FIX_CREDIT: Row(_NO, _NO, _PROPOSE, _ALL),
    Right.RELEASE_ORDER: Row(_NO, _NO, _TEAM, _ALL),
    Right.POST_LEDGER: Row(_NO, _ALL, _NO, _NO),
    Right.WEEKLY_CHECK: Row(_NO, _NO, _TEAM, _NO),
    Right.MANAGE_OFFICE: Row(_NO, _NO, _NO, _ALL),
    Right.RESTORE: Row(_NO, _NO, _NO, _ALL),
    # 批(…) of the table: whoever needs an approval asks for it; nobody approves his own.
    # Everybody sees what he asked for, and what waits for him.
    Right.SEE_APPROVALS: Row(_ALL, _ALL, _ALL, _ALL),
    Right.ASK_APPROVAL: Row(_ALL, _ALL, _ALL, _NO),
    Right.DECIDE_APPROVAL: Row(_NO, _NO, _TEAM, _ALL),
    # DC7 of table A: the log; a rep sees his own loans in the registers, and no line of the log.
    Right.SEE_LOG: Row(_NO, _ALL, _TEAM, _ALL),
    # §5.10: exportable by the manager only.
    Right.EXPORT_LOG: Row(_NO, _NO, _NO, _ALL),
    # §5.2 发放制度: the register of copies, and what became of them.
    Right.SEE_COPIES: Row(_NO, _ALL, _TEAM, _ALL),
    Right.END_COPY: Row(_NO, _ALL, _TEAM, _ALL),
    # The managers' drawer, opened by two persons where the office wants it so.
    Right.OPEN_SECRETS: Row(_NO, _ALL, _TEAM, _ALL),
    Right.DISTRICTS_DRAWERS: Row(_NO, _ALL, _NO, _ALL),
    Right.BACK_UP: Row(_NO, _ALL, _NO, _ALL),
    Right.VERIFY: Row(_NO, _ALL, _NO, _ALL),
}

APPROVABLE = frozenset(
    {
        Right.READ_OTHERS_CARD,
        Right.ISSUE_CONFIDENTIAL,
        Right.ISSUE_SECRET,
        Right.EXPORT,
        Right.REMOVE_ATTACHMENT,
        Right.VOID_CARD,
        Right.PRINT_PRIVATE,
    }
)
"""The rights that an approval stands in for. Protected fields are handed in as proposals instead,
which are decided on line by line (domain.md §5.7)."""

ACTS: dict[str, Right] = {}
"""Every act by its dotted name; filled by `@act`, walked by the tests."""


def act(
    right: Right, *, or_ask: bool = False
) -> Callable[[Callable[Concatenate[Desk, P], R]], Callable[Concatenate[Desk, P], R]]:
    """Make a function an act: the desk's role is checked before anything else happens.

    Whose card it is (own, team, on loan) is known only inside the act, which asks
    `desk.require(right, whose)` again for it.

    Args:
        right: the right that it needs.
        or_ask: whether who needs an approval for it comes in too; the act then uses one up
            (`approvals.use_approval`), or only prepares what is asked for.
    """

    def decorate(
        function: Callable[Concatenate[Desk, P], R],
    ) -> Callable[Concatenate[Desk, P], R]:
        ACTS[f"{function.__module__}.{function.__name__}"] = right

        @wraps(function)
        def checked(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
            desk.require(right, or_ask=or_ask)
            return function(desk, *args, **kwargs)

        return checked

    return decorate
