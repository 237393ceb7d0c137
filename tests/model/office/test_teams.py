"""Teams, their districts, and the drawers that districts open."""

from __future__ import annotations

import pytest

from model.errors import AlreadyThereError, BadInputError, NotFoundError
from model.office import people
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import AuditLine, District, Drawer, DrawerKind, Person, Team
from model.office.teams import (
    FIXED_DRAWERS,
    add_district,
    add_team,
    list_districts,
    list_drawers,
    list_teams,
    make_district,
)
from model.storage.database import writing
from tests.conftest import NOW, Sit


@pytest.fixture
def manager(sit: Sit) -> Desk:
    return sit("张总")


def test_teams_with_their_supervisors_and_reps(manager: Desk) -> None:
    assert [(team.name, team.supervisor, team.reps) for team in list_teams(manager)] == [
        ("一队", "赵刚", 2),
        ("二队", "钱进", 1),
    ]


def test_a_supervisor_moves_to_his_new_team(manager: Desk) -> None:
    assert add_team(manager, "三队", "赵刚", NOW).supervisor == "赵刚"
    assert {team.name: team.supervisor for team in list_teams(manager)}["三队"] == "赵刚"
    assert Person.get(Person.name == "赵刚").team.name == "三队"


@pytest.mark.parametrize("name", ["李明", "谁也不是"])
def test_only_a_supervisor_heads_a_team(manager: Desk, name: str) -> None:
    with pytest.raises(NotFoundError):
        add_team(manager, "三队", name, NOW)
    assert Team.select().count() == 2, "the team was not made either"


@pytest.mark.parametrize("name", ["一队", " 一 队", "一队\u200b"])
def test_a_team_has_its_name_for_itself(manager: Desk, name: str) -> None:
    with pytest.raises(AlreadyThereError):
        add_team(manager, name, "", NOW)


def test_a_district_gets_a_drawer_of_its_own(manager: Desk) -> None:
    row = add_district(manager, "锦江", "一队", NOW)

    assert (row.name, row.team, row.drawer) == ("锦江", "一队", 4)
    assert ("锦江", 4) in {(one.name, one.drawer) for one in list_districts(manager)}
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert line.after == '{"drawer": 4, "team": "一队"}'


def test_two_teams_may_have_a_district_of_one_name(manager: Desk) -> None:
    add_district(manager, "武侯", "二队", NOW)
    with pytest.raises(AlreadyThereError):
        add_district(manager, "武 侯", "二队", NOW)
    with pytest.raises(NotFoundError):
        add_district(manager, "武侯", "九队", NOW)


def test_a_district_needs_a_name(manager: Desk) -> None:
    for name in ("", "  ", "区" * 61, "武\0侯"):
        with pytest.raises(BadInputError):
            add_district(manager, name, "一队", NOW)


def test_district_drawers_go_around_the_fixed_ones(manager: Desk) -> None:
    with writing():
        team = Team.get(Team.name == "一队")
        numbers = [make_district(f"区{number}", team).drawer for number in range(90)]
    assert numbers[:3] == [4, 5, 6]
    assert numbers[85:88] == [89, 100, 101]
    assert not set(numbers) & set(FIXED_DRAWERS.values())


def test_the_cabinet_has_no_more_than_999_drawers(manager: Desk) -> None:
    with writing():
        team = Team.get(Team.name == "一队")
        Drawer.insert_many(
            {"number": number, "kind": DrawerKind.DISTRICT} for number in range(4, 1000)
            if number not in FIXED_DRAWERS.values()
        ).execute()  # fmt: skip
    with pytest.raises(AlreadyThereError), writing():
        make_district("再一个", team)
    assert District.select().count() == 2


def test_drawers_stand_in_order(manager: Desk) -> None:
    drawers = list_drawers(manager)
    assert [drawer.number for drawer in drawers] == [1, 2, 3, 90, 91, 92, 98, 99]
    assert [(drawer.district, drawer.team) for drawer in drawers[1:3]] == [
        ("武侯", "一队"),
        ("金牛", "二队"),
    ]


def test_somebody_gone_counts_no_longer(manager: Desk) -> None:
    people.add_person(manager, "新人", Role.REP, "一队", None, NOW)
    with writing():
        Person.update(state="gone").where(Person.name == "新人").execute()
    assert list_teams(manager)[0].reps == 2
