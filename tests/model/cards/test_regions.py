"""Provinces, cities and counties of today, and the beginnings of addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.regions import (
    Path,
    as_of,
    cities,
    counties,
    prefix,
    provinces,
    region_of,
    with_region,
)

LEAVES: list[Path] = [
    (province, city, *county)
    for province in provinces()
    for city in cities(province)
    for county in [(), *((name,) for name in counties(province, city))]
] + [(province,) for province in provinces()]


def test_the_table_is_whole_and_says_how_old_it_is() -> None:
    assert len(provinces()) == 34
    assert 333 <= sum(len(cities(province)) for province in provinces()) <= 345
    every = sum(len(counties(one, city)) for one in provinces() for city in cities(one))
    assert 2800 <= every <= 2900
    assert 2025 <= int(as_of()) <= 2100


def test_what_was_renamed_or_dissolved_is_not_offered() -> None:
    beijing = counties("北京市", "北京市")
    assert {"密云区", "东城区"} <= set(beijing)
    assert {"密云县", "宣武区", "崇文区"}.isdisjoint(beijing)
    assert "襄阳市" in cities("湖北省")
    assert "襄樊市" not in cities("湖北省")
    assert "郊区" in counties("山西省", "阳泉市")


def test_no_name_that_only_groups_places_is_offered_as_a_place() -> None:
    for province in provinces():
        for city in cities(province):
            assert {"市辖区", "县", "林区"}.isdisjoint(counties(province, city))
    assert counties("湖北省", "省直辖县级行政单位") == ("仙桃市", "潜江市", "天门市", "神农架林区")
    assert cities("香港特别行政区") == ()
    assert counties("广东省", "东莞市") == ()
    assert (cities("无此省"), counties("无此省", "无此市")) == ((), ())


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("四川省成都市武侯区簇锦街道88号", ("四川省", "成都市", "武侯区")),
        ("成都市武侯区簇锦街道88号", ("四川省", "成都市", "武侯区")),
        ("四川成都武侯区簇锦街道88号", ("四川省", "成都市", "武侯区")),
        ("四川省成都市天府大道1号", ("四川省", "成都市")),
        ("四川省", ("四川省",)),
        ("上海市浦东新区世纪大道1号", ("上海市", "上海市", "浦东新区")),
        ("上海浦东新区世纪大道1号", ("上海市", "上海市", "浦东新区")),
        ("湖北省仙桃市沔阳大道1号", ("湖北省", "省直辖县级行政单位", "仙桃市")),
        ("广东省东莞市长安镇", ("广东省", "东莞市")),
        ("吉林省吉林市船营区", ("吉林省", "吉林市", "船营区")),
        ("内蒙古自治区锡林郭勒盟锡林浩特市", ("内蒙古自治区", "锡林郭勒盟", "锡林浩特市")),
        ("四川路12号", ()),
        ("南京东路5号", ()),
        ("武侯区簇锦街道", ()),
        ("人民路", ()),
        ("", ()),
    ],
)
def test_the_place_that_an_address_begins_with(address: str, path: Path) -> None:
    assert region_of(address) == path


@given(st.sampled_from(LEAVES))
def test_a_picked_place_is_read_back_from_the_address(path: Path) -> None:
    found = region_of(prefix(path) + "簇锦街道88号")
    assert prefix(found) == prefix(path)


@pytest.mark.parametrize(
    ("address", "begin", "after"),
    [
        ("簇锦街道88号", "四川省成都市武侯区", "四川省成都市武侯区簇锦街道88号"),
        ("成都市武侯区簇锦街道88号", "四川省成都市金牛区", "四川省成都市金牛区簇锦街道88号"),
        ("武侯区簇锦街道88号", "四川省成都市武侯区", "四川省成都市武侯区簇锦街道88号"),
        ("四川省成都市武侯区", "上海市浦东新区", "上海市浦东新区"),
        ("", "上海市", "上海市"),
    ],
)
def test_only_the_beginning_of_an_address_changes(address: str, begin: str, after: str) -> None:
    assert with_region(address, begin) == after
    assert with_region(after, begin) == after
