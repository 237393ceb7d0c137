"""The benchmarks of a re-key and a restore at a small size; nothing here looks at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.cards.tables import CustomerCard
from model.office.tables import Person
from model.storage.key_file import KeyFile
from model.upkeep.bench import many_cards, rekeying, restoring
from model.upkeep.bench.figure import Sizes
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.places import many_folder

MANY = Sizes(many=400)


@pytest.fixture
def many_office(day_office: Path) -> Path:
    many_cards.measure(day_office, MANY)
    return day_office


def test_twenty_people_have_so_many_cards(many_office: Path) -> None:
    desk, now = seated(many_folder(many_office) / "office.cabinet")
    assert Person.select().count() == 20
    assert CustomerCard.select().count() == MANY.many
    shut(desk, now)


def test_dismissals_stand_beside_a_bare_backup(many_office: Path) -> None:
    found = rekeying.measure(many_office, MANY)

    (figure,) = found.figures
    assert (figure.name, figure.unit, figure.bound_of) == ("rekey", "s", "ratio")
    assert figure.figure > 0
    assert figure.baseline > 0
    assert {name for name, *_ in found.beside} == {"rekey_size", "reseal"}
    folder = many_folder(many_office) / "office.cabinet"
    assert KeyFile.read(folder / "keys.json").generation == 5
    assert not (many_office / "bare.db").exists()


def test_a_restore_stands_beside_a_bare_backup(many_office: Path) -> None:
    found = restoring.measure(many_office, MANY)

    (figure,) = found.figures
    assert (figure.name, figure.unit, figure.bound_of) == ("restore", "s", "ratio")
    assert {name for name, *_ in found.beside} == {"back_up"}
    assert not (many_office / "again.cabinet").exists()
