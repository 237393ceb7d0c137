"""What may stand in an exported list: its columns, their headings, and which cards have them.

A column is what the import understands by one heading: the same column may hold different fields
on the two kinds of card (手机 is the contact's on a company's card, the customer's own on an
individual's), so that an exported list comes back as it went.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from model.cards.definition import CardKind, Field, Kind
from model.cards.fields import CHILD_TABLES, fields_of
from model.errors import BadInputError, Problem
from model.exchange.headings import heading_key, meanings
from model.exchange.targets import CONTACT, PROMISE, all_targets, field_of, resolve
from model.office.data_rights import DataClass, exports
from model.office.desk import Desk
from model.office.rights import Reach
from model.words import Words, mark

_NEVER = frozenset({"credit_score"})
"""Shown to its judges only, never on paper (domain.md §5.6)."""

_PRIMARY = mark("Export", "Primary contact: {label}")
_CONTACT = mark("Export", "Contact")
_CONTACT_NAME = f"{CONTACT}name"
CONTACT_COLUMNS = tuple(one for one in CHILD_TABLES["contacts"] if one.identifier != "left_on")

PRESETS: Mapping[str, tuple[str, ...]] = {
    "list": (
        *("card_no", "full_name", "customer_kind", "relationship_status", "abc_class", "rep"),
        *("district", "biz_address", "phone", "contacts[0].name", "contacts[0].mobile"),
        "last_visit_on",
    ),
    "import": (),
    "all": (),
}
"""Sets of columns by name: a short list, all that the import reads back, all there is."""


@dataclass(frozen=True)
class Column:
    """One column of an exported list.

    Attributes:
        name: by which it is asked for.
        places: kind of card -> path of the field that it holds there.
        imported: whether the import reads it back.
    """

    name: str
    places: Mapping[CardKind, str]
    imported: bool = True

    def field(self, kind: CardKind) -> Field | None:
        """The field that it holds on one kind of card."""
        path = self.places.get(kind)
        return _definition(kind, path) if path else None

    @property
    def known(self) -> Field:
        """Its field, a company's where both kinds have one."""
        return next(field for kind in CardKind if (field := self.field(kind)))

    @property
    def of_contact(self) -> bool:
        """Whether it holds a fact of the primary contact, on any kind of card."""
        return any(path.startswith(CONTACT) for path in self.places.values())

    @property
    def labels(self) -> tuple[str, ...]:
        """Marked labels (context `CardField`) of its fields."""
        return tuple(dict.fromkeys(field.label for kind in CardKind if (field := self.field(kind))))


@cache
def all_columns() -> tuple[Column, ...]:
    """Every column that there is, in the card's order."""
    found: dict[str, Column] = {}
    taken: set[tuple[CardKind, str]] = set()
    for path, _ in (*_by_program(), *all_targets()):
        if path in _NEVER or path.startswith(PROMISE):
            continue
        places = {kind: place for kind in CardKind if (place := _place(kind, path))}
        # What another column holds already on this kind of card stands there only once.
        free = {kind: place for kind, place in places.items() if (kind, place) not in taken}
        if free:
            taken |= set(free.items())
            found[path] = Column(path, free, imported=free == places and _is_imported(path))
    return tuple(sorted(found.values(), key=_order))


def columns_named(names: Iterable[str], desk: Desk) -> tuple[Column, ...]:
    """The columns of some names, those of a preset, or `contacts` for all of the primary contact.

    Args:
        names: of columns; a field's identifier on either kind of card will do.
        desk: who exports: what he may not have on paper is left out of presets.

    Returns:
        In the order in which they were named; those of a set in its own.

    Raises:
        BadInputError: no such column, or one that this desk may not have on paper.
    """
    allowed = {column.name: column for column in allowed_columns(desk)}
    found: dict[str, Column] = {}
    problems = []
    for name in names:
        some = [column for column in _meant(name) if column.name in allowed]
        if not some:
            problems.append(Problem("fields", "no_such_export_field", values={"name": name}))
        found |= {column.name: column for column in some}
    if problems:
        raise BadInputError(problems)
    return tuple(found.values())


def allowed_columns(desk: Desk) -> tuple[Column, ...]:
    """The columns of which this desk may have something in a file (table A, PRINT)."""
    return tuple(
        column
        for column in all_columns()
        if any(may_print(desk, field) for kind in CardKind if (field := column.field(kind)))
    )


def may_print(desk: Desk, field: Field) -> bool:
    """Whether this desk has a class of data in a file of the cards it lists."""
    return exports(desk.person.role, field.data_class) in {Reach.ALL, Reach.TEAM}


def heading(column: Column, words: Words) -> str:
    """The heading by which people know a column, and by which the import finds it."""
    if column.name == _CONTACT_NAME:
        return words("Export", _CONTACT)
    field = column.known
    unit = f"({words('Unit', field.unit)})" if field.unit and field.kind is Kind.MONEY else ""
    labels = [words("CardField", label) for label in column.labels]
    if not column.imported and column.of_contact:
        return words("Export", _PRIMARY).format(label=labels[0]) + unit
    if column.imported:
        said = [label for label in (*labels, column.name) if _means(label, column)]
        return said[0] + unit
    return labels[0] + unit


def classes_of(
    columns: Sequence[Column], kinds: Collection[CardKind], desk: Desk
) -> tuple[DataClass, ...]:
    """The classes of data that an export of these columns holds, of cards of some kinds."""
    fields = (field for column in columns for kind in kinds if (field := column.field(kind)))
    return tuple(sorted({field.data_class for field in fields if may_print(desk, field)}))


def _meant(name: str) -> list[Column]:
    """The columns that a name means: one, or those of a preset."""
    columns = all_columns()
    if name == "all":
        return list(columns)
    if name == "import":
        return [column for column in columns if column.imported]
    if name == "contacts":
        return [column for column in columns if column.of_contact]
    if name in PRESETS:
        return [column for one in PRESETS[name] for column in _meant(one)]
    exact = [column for column in columns if column.name == name]
    return exact or [column for column in columns if name in column.places.values()]


def _means(label: str, column: Column) -> bool:
    """Whether the import takes a heading for this column and no other."""
    meaning = next(iter(meanings().get(heading_key(label), ())), None)
    if meaning is None or meaning[1]:
        return False
    wanted = {kind: place for kind in CardKind if (place := _place(kind, column.name))}
    return wanted == {kind: place for kind in CardKind if (place := _place(kind, meaning[0]))}


def _by_program() -> list[tuple[str, Field]]:
    """What only the program fills: number, place, who filled it."""
    targets = {path for path, _ in all_targets()}
    return [
        (field.identifier, field)
        for kind in CardKind
        for field in fields_of(kind)
        if field.kind is not Kind.ROWS and field.identifier not in targets
    ]


def _place(kind: CardKind, path: str) -> str | None:
    """The path of the field that a column of this name holds on one kind of card."""
    if not _is_imported(path):
        known = {field.identifier for field in fields_of(kind)}
        return path if path in known else None
    return resolve(kind, path)


@cache
def _target_names() -> frozenset[str]:
    return frozenset(path for path, _ in all_targets())


def _is_imported(path: str) -> bool:
    return path in _target_names()


def _definition(kind: CardKind, path: str) -> Field:
    """The definition of a field of one kind of card, of its contact, or of what is beside it."""
    if _is_imported(path) or path.startswith(CONTACT):
        return field_of(kind, path)
    return next(field for field in fields_of(kind) if field.identifier == path)


def _order(column: Column) -> tuple[int, int]:
    """As the card has them: its own fields, then the contact's, then what is beside it."""
    own = [field.identifier for kind in CardKind for field in fields_of(kind)]
    if column.of_contact and not any(place in own for place in column.places.values()):
        return 1, 0
    place = next((own.index(one) for one in column.places.values() if one in own), None)
    return (0, place) if place is not None else (2, 0)
