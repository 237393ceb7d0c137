"""Who works in the sample office, in which teams and districts."""

from __future__ import annotations

from dataclasses import dataclass

from model.office.rights import Role

OFFICE = "锦程叉车配件成都办事处"
OPENING_TIME = "07:30"
SETTINGS = {
    "opening_time": OPENING_TIME,
    "area_code": "028",
    # Its customers sit side by side in industrial parks.
    "stay_minutes_a": "50",
    "travel_office_minutes": "30",
    "travel_inside_minutes": "10",
}
"""What this office has set otherwise than usual."""


@dataclass(frozen=True)
class Place:
    """A sales district.

    Attributes:
        district: its name in the office.
        address: how addresses in it begin.
        city: the city's short name, as firms carry it.
        area_code: for landlines.
        postcode: of all addresses in it.
    """

    district: str
    address: str
    city: str
    area_code: str
    postcode: str


def _chengdu(name: str, postcode: str, suffix: str = "区") -> Place:
    return Place(name, f"成都市{name}{suffix}", "成都", "028", postcode)


def _deyang(name: str, suffix: str, postcode: str) -> Place:
    return Place(name, f"德阳市{name}{suffix}", "德阳", "0838", postcode)


@dataclass(frozen=True)
class Staff:
    """One person of the sample office; reps have two districts each."""

    name: str
    role: Role
    team: str = ""
    places: tuple[Place, ...] = ()


TOWN, RING = "城区队", "外环队"

STAFF: tuple[Staff, ...] = (
    Staff("郑国华", Role.MANAGER),
    Staff("何秀英", Role.CLERK),
    Staff("罗敏", Role.CLERK),
    Staff("赵刚", Role.SUPERVISOR, TOWN),
    Staff("孙丽", Role.SUPERVISOR, RING),
    Staff("李明", Role.REP, TOWN, (_chengdu("武侯", "610041"), _chengdu("高新", "610094"))),
    Staff("王芳", Role.REP, TOWN, (_chengdu("金牛", "610031"), _chengdu("青羊", "610072"))),
    Staff("陈浩", Role.REP, TOWN, (_chengdu("成华", "610051"), _chengdu("锦江", "610061"))),
    Staff("杨雪", Role.REP, TOWN, (_chengdu("双流", "610200"), _chengdu("天府", "610213", "新区"))),
    Staff("刘洋", Role.REP, RING, (_chengdu("龙泉驿", "610100"), _chengdu("青白江", "610300"))),
    Staff("黄磊", Role.REP, RING, (_chengdu("新都", "610500"), _deyang("广汉", "市", "618300"))),
    Staff("周婷", Role.REP, RING, (_chengdu("郫都", "611730"), _chengdu("温江", "611130"))),
    Staff("吴强", Role.REP, RING,
          (_deyang("旌阳", "区", "618000"), _deyang("罗江", "区", "618500"))),
)  # fmt: skip
"""Staff numbers are given in this order, from 1; the first clerk keeps the cabinet, the second
stands in for her."""

REPS = tuple(person for person in STAFF if person.role is Role.REP)
KEEPER, DEPUTY = (person.name for person in STAFF if person.role is Role.CLERK)

SUPERVISORS = {person.team: person.name for person in STAFF if person.role is Role.SUPERVISOR}
"""Who approves the plans of a team."""
