"""Table A of domain.md §5.6 told once more, in the signs of the page, apart from the program's own.

A case is one reader, one card and one state of the cabinet; what he may learn by a way of looking
follows from the signs alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

ROLES = {"李明": "rep", "孙丽": "clerk", "赵刚": "supervisor", "张总": "manager"}
RELATIONS = {"own": "李明", "team": "王芳", "other": "周涛"}
"""Whose customer it is, seen from 李明 and his supervisor -> the rep who keeps him."""

STATES = (
    "in",  # in the cabinet
    "reserved",  # for its own rep, today
    "tomorrow",  # reserved for tomorrow
    "out",  # lent to its own rep
    "overdue",  # and not brought back
    "out_other",  # lent to a rep who does not keep the customer
    "pass",  # read by 李明, or by 赵刚, on a pass of now
    "expired",  # on a pass that is over
    "slip",  # by a query slip of now
    "slip_over",  # by a query slip that is over
    "sealed",
    "void",
)

# reader:      rep  clerk  supervisor  manager
SEE = {
    "1": ("自", "●", "队", "●"),
    "2": ("借", "–", "队", "●"),
    "3": ("借", "●", "队", "●"),
    "4": ("自", "●", "队", "●"),
    "5": ("借", "●", "队", "●"),
    "grade": ("自", "●", "队", "●"),
    "score": ("–", "●", "队", "●"),
    "A": ("借", "●", "队", "●"),  # table B: attachments
}
PRINT = {
    "1": ("–", "●", "队", "●"),
    "2": ("–", "●", "批(MG)", "●"),
    "3": ("–", "●", "队", "●"),
    "4": ("–", "●", "队", "●"),
    "5": ("–", "●", "队", "●"),
    "grade": ("–", "●", "队", "●"),
    "score": ("–", "–", "–", "–"),  # never on paper
}
ON_SLIP = frozenset("134")
CLASSES = tuple(SEE)
_COLUMN = {"rep": 0, "clerk": 1, "supervisor": 2, "manager": 3}


@dataclass(frozen=True)
class Case:
    """One reader, one card, and whether the cabinet is open."""

    person: str
    relation: str
    state: str
    is_open: bool
    is_approved: bool = False

    @property
    def role(self) -> str:
        return ROLES[self.person]

    @property
    def is_own(self) -> bool:
        return RELATIONS[self.relation] == self.person

    @property
    def is_lent(self) -> bool:
        """借: with him today, kept for him today, or on a pass; his own customers only."""
        with_him = {"reserved", "out", "overdue", "pass", "slip"}
        return self.is_own and self.state in with_him

    @property
    def is_in_team(self) -> bool:
        return self.relation in {"own", "team"}

    @property
    def reads_by_slip(self) -> bool:
        """Another's customer, by a query slip of now."""
        elsewhere = not self.is_own if self.role == "rep" else not self.is_in_team
        return self.state == "slip" and self.role in {"rep", "supervisor"} and elsewhere


def covers(sign: str, case: Case) -> bool:
    """Whether a sign of the table lets this reader at this card."""
    return {
        "●": True,
        "–": False,
        "批(MG)": case.is_approved and case.is_in_team,
        "自": case.is_own,
        "借": case.is_lent,
        "队": case.is_in_team,
    }[sign]


def sign_of(table: dict[str, tuple[str, ...]], one: str, role: str) -> str:
    """The sign of one class of data for one role."""
    return table[one][_COLUMN[role]]


def may_see(case: Case) -> frozenset[str]:
    """Classes that he may see of an open card."""
    if not case.is_open:
        return frozenset()
    if case.reads_by_slip:
        if case.role == "rep":
            return ON_SLIP
        return frozenset(one for one in SEE if one != "A")
    return frozenset(one for one in SEE if covers(sign_of(SEE, one, case.role), case))


def may_see_draft(case: Case) -> frozenset[str]:
    """A new card is not in the cabinet yet: whole to its rep, who fills it, and who reviews it."""
    return frozenset("12345") if covers(sign_of(SEE, "1", case.role), case) else frozenset()


def may_list(case: Case) -> frozenset[str]:
    """Classes that a list tells, cabinet open or not: identity, as far as the reader sees it."""
    return frozenset("1") if covers(sign_of(SEE, "1", case.role), case) else frozenset()


def may_know_alike(case: Case) -> frozenset[str]:
    """What is told of a customer who is typed a second time: to a rep, that he exists."""
    return nothing(case) if case.role == "rep" else may_list(case)


def may_decide(case: Case) -> frozenset[str]:
    """Of changes that wait for a decision: whoever may decide on them."""
    elsewhere = case.role == "supervisor" and not case.is_in_team
    return nothing(case) if case.role == "rep" or elsewhere else may_see(case)


def may_print(case: Case) -> frozenset[str]:
    """Classes that he may have on paper."""
    if not case.is_open or case.state == "void":
        return frozenset()
    return frozenset(one for one in PRINT if covers(sign_of(PRINT, one, case.role), case))


def may_print_approved(case: Case) -> frozenset[str]:
    """The same, with private facts that the manager has approved where that is needed."""
    return may_print(replace(case, is_approved=True))


def may_print_unapproved(case: Case) -> frozenset[str]:
    """Private facts are asked for, and whoever needs an approval has none: no paper at all."""
    return nothing(case) if case.role == "supervisor" else may_print(case)


def may_export(case: Case) -> frozenset[str]:
    """Classes that he may have in a file; a clerk's print of private facts is of the card only."""
    private = frozenset("2") if case.role == "clerk" else frozenset()
    return may_print(case) - private


def nothing(case: Case) -> frozenset[str]:
    """What no class may come out of."""
    del case
    return frozenset()


Expected = Callable[[Case], frozenset[str]]
