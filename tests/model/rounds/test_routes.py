"""The route calendar."""

from __future__ import annotations

import json

import pytest

from model.errors import BadInputError, NotAllowedError, NotFoundError
from model.office.tables import AuditLine
from model.rounds.routes import RouteRow, list_routes, set_route
from tests.conftest import NOW, Sit


@pytest.mark.parametrize("name", ["赵刚", "张总"])
def test_a_route_is_set_changed_and_taken_off(sit: Sit, name: str) -> None:
    desk = sit(name)
    assert set_route(desk, "李明", " 武侯 ", [3, 0, 3], NOW) == RouteRow("李明", "武侯", (0, 3))
    set_route(desk, "李明", "武侯", [4], NOW)
    assert list_routes(sit("李明")) == [RouteRow("李明", "武侯", (4,))]
    line = AuditLine.select().where(AuditLine.event == "route.change").order_by(-AuditLine.no)[0]
    assert (line.subject, json.loads(line.before)["weekdays"]) == ("3", [0, 3])
    assert json.loads(line.after) == {"district": "武侯", "weekdays": [4]}

    set_route(sit(name), "李明", "武侯", [], NOW)
    assert list_routes(sit(name)) == []


@pytest.mark.parametrize("name", ["李明", "王秀兰", "钱进"])
def test_others_set_no_route(sit: Sit, name: str) -> None:
    with pytest.raises(NotAllowedError):
        set_route(sit(name), "李明", "武侯", [0], NOW)


@pytest.mark.parametrize(
    ("rep", "district", "weekdays", "error"),
    [
        ("李明", "金牛", [0], NotFoundError),  # of the other team
        ("李明", "无此片区", [0], NotFoundError),
        ("赵刚", "武侯", [0], NotFoundError),
        ("李明", "武侯", [7], BadInputError),
        ("李明", "武侯", [-1], BadInputError),
    ],
)
def test_what_is_no_route(
    sit: Sit, rep: str, district: str, weekdays: list[int], error: type[Exception]
) -> None:
    desk = sit("张总")
    with pytest.raises(error):
        set_route(desk, rep, district, weekdays, NOW)
    assert list_routes(desk) == []


def test_routes_are_listed_by_rep_and_district(sit: Sit) -> None:
    desk = sit("张总")
    set_route(desk, "周涛", "金牛", [1], NOW)
    set_route(desk, "王芳", "武侯", [2, 5], NOW)
    set_route(desk, "李明", "武侯", [0], NOW)
    assert [row.rep for row in list_routes(desk)] == ["李明", "王芳", "周涛"]
