"""Table A of domain.md §5.6: role × class of data, to see and to change a card's fields."""

from __future__ import annotations

from enum import StrEnum

from model.office.rights import Reach, Role, Row


class DataClass(StrEnum):
    """The nine classes of data (domain.md §5.6)."""

    DC1 = "DC1"  # identity
    DC2 = "DC2"  # private
    DC3 = "DC3"  # business
    DC4 = "DC4"  # trade and accounts
    DC5 = "DC5"  # credit
    DC6 = "DC6"  # key accounts
    DC7 = "DC7"  # loans and log
    DC8 = "DC8"  # appraisal
    DC9 = "DC9"  # settings and people


_NO, _ALL, _OWN, _LENT, _TEAM, _PROPOSE = (
    Reach.NO,
    Reach.ALL,
    Reach.OWN,
    Reach.LENT,
    Reach.TEAM,
    Reach.PROPOSE,
)

SEE: dict[DataClass, Row] = {
    DataClass.DC1: Row(_OWN, _ALL, _TEAM, _ALL),
    # The clerk types private facts from paper and prints them, but reads them masked.
    DataClass.DC2: Row(_LENT, _NO, _TEAM, _ALL),
    DataClass.DC3: Row(_LENT, _ALL, _TEAM, _ALL),
    DataClass.DC4: Row(_OWN, _ALL, _TEAM, _ALL),
    DataClass.DC5: Row(_LENT, _ALL, _TEAM, _ALL),
    DataClass.DC6: Row(_OWN, _ALL, _TEAM, _ALL),
    DataClass.DC7: Row(_OWN, _ALL, _TEAM, _ALL),
    DataClass.DC8: Row(_OWN, _NO, _TEAM, _ALL),
    DataClass.DC9: Row(_NO, _NO, _NO, _ALL),
}

# DC4 of a card is its terms of trade. The table's 「post –」 speaks of ledger lines; the card's
# own fields follow §5.7, where protected ones need the supervisor (docs/decisions/0005).
CHANGE: dict[DataClass, Row] = {
    DataClass.DC1: Row(_PROPOSE, _ALL, _TEAM, _ALL),
    DataClass.DC2: Row(_PROPOSE, _ALL, _TEAM, _ALL),
    DataClass.DC3: Row(_PROPOSE, _ALL, _TEAM, _ALL),
    DataClass.DC4: Row(_NO, _ALL, _TEAM, _ALL),
    DataClass.DC5: Row(_PROPOSE, _ALL, _PROPOSE, _ALL),
    DataClass.DC6: Row(_OWN, _ALL, _TEAM, _ALL),
    DataClass.DC7: Row(_NO, _NO, _NO, _NO),
    DataClass.DC8: Row(_NO, _NO, _TEAM, _ALL),
    DataClass.DC9: Row(_NO, _NO, _NO, _ALL),
}

# The office's own paper cards and copies of them; the day's card set is a part of the loan, whoever
# prints it. Of credit facts the table names no print: they stand on the card that is printed.
PRINT: dict[DataClass, Row] = {
    DataClass.DC1: Row(_NO, _ALL, _TEAM, _ALL),
    DataClass.DC2: Row(_NO, _ALL, Reach.ASK_MANAGER, _ALL),
    DataClass.DC3: Row(_NO, _ALL, _TEAM, _ALL),
    DataClass.DC4: Row(_NO, _ALL, _TEAM, _ALL),
    DataClass.DC5: Row(_NO, _ALL, _TEAM, _ALL),
}

# What table A says in words for single fields of DC5: the rep sees grade, limit and term of his
# own customers at any time, the score never.
_SEE_FIELD: dict[str, Row] = {
    "credit_grade": Row(_OWN, _ALL, _TEAM, _ALL),
    "credit_limit": Row(_OWN, _ALL, _TEAM, _ALL),
    "credit_term_days": Row(_OWN, _ALL, _TEAM, _ALL),
    "credit_score": Row(_NO, _ALL, _TEAM, _ALL),
}

# What a rep reads of another's customer by a query slip (§5.2 and E1): nothing private, no credit.
_ON_QUERY_SLIP = frozenset({DataClass.DC1, DataClass.DC3, DataClass.DC4})


def see_reach(role: Role, data_class: DataClass, identifier: str) -> Reach:
    """How far one role sees one field."""
    return _SEE_FIELD.get(identifier, SEE[data_class]).of(role)


def on_query_slip(role: Role, data_class: DataClass, identifier: str) -> bool:
    """Whether a query slip shows one field of another's customer to one role.

    A supervisor sees of another team's customer what he sees of his own team's.
    """
    if role is Role.REP:
        return data_class in _ON_QUERY_SLIP
    return see_reach(role, data_class, identifier) in {Reach.ALL, Reach.TEAM}


def change_row(data_class: DataClass) -> Row:
    """Who may change fields of a class directly, before protection is asked."""
    return CHANGE[data_class]


def prints(role: Role, data_class: DataClass) -> Reach:
    """How far one role has a class of a card's data on paper."""
    return PRINT[data_class].of(role) if data_class in PRINT else Reach.NO


def exports(role: Role, data_class: DataClass) -> Reach:
    """How far one role has a class of a card's data in a file, off its paper.

    A clerk prints private facts with the card only (table A, DC2).
    """
    if role is Role.CLERK and data_class is DataClass.DC2:
        return Reach.NO
    return prints(role, data_class)
