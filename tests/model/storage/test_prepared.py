"""A query that is written once gives what it would give if written each time."""

from __future__ import annotations

import pytest
from peewee import fn

from model.office.desk import Desk
from model.office.tables import Counter, Person
from model.storage.database import writing
from model.storage.prepared import Prepared
from tests.conftest import Sit

BY_NAME = Prepared(lambda name: Person.select().where(Person.name == name))


@pytest.mark.usefixtures("clerk")
def test_it_gives_the_same_models() -> None:
    for name in ("王秀兰", "李明", "王秀兰"):
        found, written = BY_NAME.first(name), Person.get(Person.name == name)
        assert found == written
        assert found.__data__ == written.__data__
        assert not found.dirty_fields
    assert BY_NAME.first("谁") is None
    assert BY_NAME("李明").dicts()[0] == Person.select().where(Person.name == "李明").dicts().get()


def test_it_is_written_once_and_holds_in_the_next_cabinet(sit: Sit) -> None:
    written = []

    def make(hole: object) -> object:
        written.append(hole)
        return Person.select(fn.COUNT(Person.id)).where(Person.role == hole)

    query = Prepared(make)
    for name in ("李明", "王芳"):
        sit(name)
        assert query("rep").tuples()[0][0] == 3
    assert len(written) == 1


def test_a_value_that_would_stay_for_ever_is_refused(clerk: Desk) -> None:
    query = Prepared(lambda _: Person.select().where(Person.id == clerk.person.id))
    with pytest.raises(ValueError, match="hole"):
        query()


@pytest.mark.usefixtures("clerk")
def test_values_are_values_and_never_sql() -> None:
    assert BY_NAME.first("' OR '1'='1") is None


@pytest.mark.usefixtures("clerk")
def test_it_writes_too() -> None:
    add = Prepared(lambda value: Counter.insert({Counter.name: value, Counter.value: value}))
    with writing():
        add.run("made", 7)
        add.run("again", 8)
    assert Counter.get(Counter.name == "again").value == 8
