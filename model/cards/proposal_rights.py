"""Who may hand in a change of a card, and who decides on it (domain.md §5.6 A and B, §5.7).

Both follow from the two tables of rights: what a role may do itself it may also decide on for
others, and what it may only do with an approval, or as a proposal, it may hand in.
"""

from __future__ import annotations

from typing import NamedTuple

from model.cards.definition import CardKind, Field
from model.cards.entering import active_rep
from model.cards.fields import fields_of
from model.cards.paths import COLUMNS, REQUIRED, field_of, row_path
from model.cards.permitted import right_to_change
from model.errors import NotAllowedError
from model.office.data_rights import change_row
from model.office.desk import Desk, Whose
from model.office.rights import NOT_ALONE, RIGHTS, Reach, Right, Role, Row

_MOVES = frozenset({"rep", "district"})


class Asked(NamedTuple):
    """What one change asks of the table of rights.

    Attributes:
        path: what changes.
        field: its field; of a whole row the column that names it.
        right: the row of table B.
        whose: whose customer it is, and for a new rep his too: both must be reached (E7).
    """

    path: str
    field: Field
    right: Right
    whose: tuple[Whose, ...]

    @property
    def rows(self) -> tuple[Row, Row]:
        """The rows of tables B and A that it falls under."""
        return RIGHTS[self.right], change_row(self.field.data_class)

    @property
    def is_typed(self) -> bool:
        """Whether people change it at all once the card is filed."""
        return self.field.editable and not self.field.fixed_once_filed


def asked_by(
    kind: CardKind, path: str, old: str, new: str, owner: Whose, new_rep: str = ""
) -> Asked:
    """What a change from one value to another asks of the table of rights.

    Args:
        kind: the kind of card.
        path: what changes.
        old: what stands there, as the history keeps values.
        new: what is to stand there, in the same form.
        owner: whose customer it is.
        new_rep: who is to get him by the same change: a handover moves rep and district together.
    """
    found = field_of_change(kind, path)
    whose: tuple[Whose, ...] = (owner,)
    if path in _MOVES and new_rep and (person := active_rep(new_rep)):
        whose = (owner, Whose(person.id, person.team_id))
    return Asked(path, found, right_to_change(found, old, new), whose)


def field_of_change(kind: CardKind, path: str) -> Field:
    """The field of a change; of a whole row the column that names it.

    Raises:
        KeyError: no such field, table or column.
    """
    row = row_path(path)
    if row is None or row.column:
        return field_of(kind, path)
    return COLUMNS[row.table][REQUIRED[row.table][0]]


def is_direct(desk: Desk, asked: Asked) -> bool:
    """Whether this desk may make the change itself."""
    return asked.is_typed and all(_reaches(desk, row, asked.whose) for row in asked.rows)


def may_hand_in(desk: Desk, asked: Asked) -> bool:
    """Whether this desk may propose the change: with an approval it would be allowed.

    A rep only while the card is lent to him.
    """
    owner = asked.whose[0]
    reaches = [row.of(desk.person.role) for row in asked.rows]
    return (
        asked.is_typed
        and desk.may(Right.PROPOSE_CHANGE, owner)
        and all(reach in NOT_ALONE or desk.reaches(reach, owner) for reach in reaches)
    )


def proposable(desk: Desk, kind: CardKind, owner: Whose) -> frozenset[str]:
    """What this desk may not change itself but hand in: identifiers, and `table.column` of rows."""
    if not desk.may(Right.PROPOSE_CHANGE, owner):
        return frozenset()
    fields = {field.identifier: field for field in fields_of(kind)}
    columns = {
        f"{table}.{name}": column
        for table, found in COLUMNS.items()
        for name, column in found.items()
    }
    asked = [
        Asked(name, field, right_to_change(field), (owner,))
        for name, field in {**fields, **columns}.items()
    ]
    return frozenset(
        one.path for one in asked if not is_direct(desk, one) and may_hand_in(desk, one)
    )


def deciders(asked: Asked) -> tuple[Role, ...]:
    """The roles that decide on the change; of supervisors the customer's own."""
    rows = (RIGHTS[Right.DECIDE_REVISION], *asked.rows)
    return tuple(role for role in Role if all(_covers(row.of(role), asked) for row in rows))


def _covers(reach: Reach, asked: Asked) -> bool:
    """Whether a reach covers everybody whose customer it is or becomes."""
    if reach is Reach.TEAM:
        return len({whose.team_id for whose in asked.whose}) == 1
    return reach is Reach.ALL


def may_decide(desk: Desk, asked: Asked, proposer_id: int) -> bool:
    """Whether this desk decides on the change; nobody decides on his own."""
    rows = (RIGHTS[Right.DECIDE_REVISION], *asked.rows)
    return desk.person.id != proposer_id and all(_reaches(desk, row, asked.whose) for row in rows)


def _reaches(desk: Desk, row: Row, whose: tuple[Whose, ...]) -> bool:
    return all(desk.reaches(row.of(desk.person.role), one) for one in whose)


def refused(desk: Desk, asked: Asked) -> NotAllowedError:
    """That this desk may neither make nor hand in the change, or not decide on it."""
    return NotAllowedError(act=asked.right.value, role=desk.person.role.value, may=deciders(asked))
