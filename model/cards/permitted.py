"""Which fields of a card a desk may see and change: table A of domain.md §5.6 with §5.7."""

from __future__ import annotations

from model.cards.definition import CardKind, Field, Need
from model.cards.fields import CHILD_TABLES, fields_of
from model.cards.paths import COLUMNS
from model.errors import NotAllowedError
from model.office.data_rights import change_row, on_query_slip, see_reach
from model.office.desk import Desk, Whose, refusal_of
from model.office.rights import Right

# Changes that have a row of their own in table B.
_OWN_RIGHTS = {
    "relationship_status": Right.CONFIRM_STATUS,
    "rep": Right.HAND_OVER,
    "district": Right.HAND_OVER,
}


def sees(desk: Desk, field: Field, whose: Whose) -> bool:
    """Whether this desk sees one field of a filed card."""
    if whose.reader_id == desk.person.id:
        return on_query_slip(desk.person.role, field.data_class, field.identifier)
    return desk.reaches(see_reach(desk.person.role, field.data_class, field.identifier), whose)


def hidden_fields(desk: Desk, kind: CardKind, whose: Whose) -> frozenset[str]:
    """Identifiers of the fields that this desk may not see."""
    return frozenset(field.identifier for field in fields_of(kind) if not sees(desk, field, whose))


def seen_classes(kind: CardKind, hidden: frozenset[str]) -> list[str]:
    """The classes of data of which something is seen."""
    seen = {field.data_class.value for field in fields_of(kind) if field.identifier not in hidden}
    return sorted(seen)


def hidden_columns(desk: Desk, table: str, whose: Whose) -> frozenset[str]:
    """Columns of a child table that this desk may not see."""
    return frozenset(
        field.identifier for field in CHILD_TABLES[table] if not sees(desk, field, whose)
    )


def right_to_change(field: Field, *values: object) -> Right:
    """The right that a change of one field needs, as table B names it.

    Args:
        field: the field.
        values: the old and the new value: abandoning a customer, and taking him back, is an act
            of its own (domain.md §5.9).
    """
    if field.identifier == "relationship_status" and "abandoned" in values:
        return Right.ABANDON
    if field.identifier in _OWN_RIGHTS:
        return _OWN_RIGHTS[field.identifier]
    return Right.EDIT_PROTECTED if field.protected else Right.EDIT_CARD


def require_change(
    desk: Desk, field: Field, whose: Whose, *values: object, approved: bool = False
) -> None:
    """Refuse a change that this desk may not make directly.

    Args:
        desk: who makes it.
        field: what is changed.
        whose: whose card it is.
        values: what stands there, and what is to.
        approved: it is a part of something that was approved, such as a merge.

    Raises:
        MustProposeError: it is handed in as a change.
        NotAllowedError: the role may not make it at all, or the program fills the field.
    """
    right = right_to_change(field, *values)
    if not field.editable or field.fixed_once_filed:
        raise NotAllowedError(act=right.value, role=desk.person.role.value, may=())
    desk.require(right, whose, approved=approved)
    row = change_row(field.data_class)
    reach = row.of(desk.person.role)
    if not desk.reaches(reach, whose):
        raise refusal_of(reach)(act=right.value, role=desk.person.role.value, may=row.direct)


def may_change(desk: Desk, field: Field, whose: Whose) -> bool:
    """Whether a cell of the form is open for typing at this desk."""
    try:
        require_change(desk, field, whose)
    except NotAllowedError:
        return False
    return True


def editable_fields(desk: Desk, kind: CardKind, whose: Whose) -> frozenset[str]:
    """Identifiers of the fields of a filed card that this desk may change directly."""
    if not desk.may(Right.EDIT_CARD, whose):
        return frozenset()
    return frozenset(
        field.identifier for field in fields_of(kind) if may_change(desk, field, whose)
    )


TYPED_COLUMNS: frozenset[str] = frozenset(
    f"{table}.{name}"
    for table, columns in COLUMNS.items()
    for name, column in columns.items()
    if column.editable
)
"""`table.column` of every column of a child table that people type."""


def may_change_column(desk: Desk, table: str, column: str, whose: Whose) -> bool:
    """Whether this desk may change a column of a child table directly.

    Raises:
        KeyError: no such table or column.
    """
    return may_change(desk, COLUMNS[table][column], whose)


def editable_columns(desk: Desk, whose: Whose) -> frozenset[str]:
    """`table.column` of the columns of a filed card that this desk may change directly."""
    if not desk.may(Right.EDIT_CARD, whose):
        return frozenset()
    named = [(name, *name.split(".")) for name in TYPED_COLUMNS]
    return frozenset(
        name for name, table, column in named if may_change_column(desk, table, column, whose)
    )


def required_fields(kind: CardKind) -> frozenset[str]:
    """Identifiers of the fields that may not be emptied once the card is filed."""
    return frozenset(field.identifier for field in fields_of(kind) if field.need is Need.REQUIRED)


def draft_fields(kind: CardKind) -> frozenset[str]:
    """Identifiers of the fields that are typed on a new card."""
    return frozenset(
        field.identifier
        for field in fields_of(kind)
        if field.editable and not field.fixed_once_filed
    )
