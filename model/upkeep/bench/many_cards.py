"""An office of twenty people with a hundred thousand cards: the sample office's, many times over.

Rows are multiplied inside the database, as no import of that many would be waited for. They lack
their lines in the log; no figure made with them reads those.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from model.cards.tables import CHILDREN, CustomerCard, Revision
from model.money.tables import AccountSnapshot
from model.office.people import add_person
from model.office.rights import Role
from model.office.tables import Person
from model.storage.database import Table, database, writing
from model.upkeep.bench.figure import Measured, Sizes, timed
from model.upkeep.bench.office import at_desk, shut, wall_clock
from model.upkeep.bench.places import many_folder

STAFF = 20
_BELONGS_TO_A_CARD: tuple[type[Table], ...] = (*CHILDREN.values(), Revision, AccountSnapshot)


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Make `many/office.cabinet` out of the sample office."""
    took, _ = timed(lambda: _make(folder, sizes.many))
    return Measured((), (("many_cards", took / 1000, "s"),))


def _make(folder: Path, wanted: int) -> None:
    cabinet, now = many_folder(folder) / "office.cabinet", wall_clock()
    shutil.copytree(folder / "office.cabinet", cabinet, ignore=shutil.ignore_patterns("*.ccb"))
    manager = at_desk(cabinet, Role.MANAGER, now)
    for number in range(Person.select().count(), STAFF):
        add_person(manager, f"新人{number}", Role.CLERK, "", None, now)
    there = CustomerCard.select().count()
    with writing():
        for offset in range(there, wanted, there):
            _copy_cards(offset, min(there, wanted - offset))
    shut(manager, now)


def _copy_cards(offset: int, count: int) -> None:
    """The first cards once more, with what must be its own changed or left out."""
    changed = {
        "id": f"id + {offset}",
        "card_no": f"substr(card_no, 1, 1) || printf('%06d', id + {offset})",
        "short_name": f"short_name || (id + {offset})",
        "uscc": "NULL",
        "location": "NULL",
    }
    _insert(CustomerCard, changed, f"id <= {count} AND card_no IS NOT NULL")
    for table in _BELONGS_TO_A_CARD:
        _insert(table, {"id": "NULL", "card_id": f"card_id + {offset}"}, f"card_id <= {count}")


def _insert(table: type[Table], changed: dict[str, str], which: str) -> None:
    names: Sequence[str] = [field.column_name for field in table._meta.sorted_fields]
    values = ", ".join(changed.get(name, f'"{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    name = table._meta.table_name
    # Nothing in it comes from outside: names of our own tables, and numbers.
    database.execute_sql(
        f'INSERT INTO "{name}" ({columns}) SELECT {values} FROM "{name}" WHERE {which}'
    )
