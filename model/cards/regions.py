"""Provinces, cities and counties of today (GB/T 2260), for picking the beginning of an address.

They come from the table that python-stdnum keeps for identity numbers: every place with the years
of its beginning and end. Taken are those that have no end. Left out of an address are names that
only group places (市辖区, 省直辖县级行政单位), and the city of a municipality, which is its own
province. It is read once, when a picker opens: 6,900 lines, less than a tenth of a second.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

Path = tuple[str, ...]
"""Province, city, county, as far as it is known."""

_LINE = re.compile(r"(?P<indent> *)(?P<code>\d+) (?:province|county)=\"(?P<names>[^\"]*)\"")
_DATED = re.compile(r"(?:\[(?P<begin>\d*)-(?P<end>\d*)\])?(?P<name>[^,\[]+)")
_YEAR = re.compile(r"(?:(?<=\[)|(?<=-))\d{4}(?=[-\]])")
_MUNICIPALITIES = ("11", "12", "31", "50")
_GROUPS = frozenset({"市辖区", "县", "林区"})
_DIRECT = re.compile("(?:省|自治区)直辖县级行政(?:单位|区划)")
_PROVINCE_ENDING = re.compile("(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$")
_CITY_ENDING = re.compile("(?:市|地区|盟)$")
_Tree = dict[str, dict[str, list[str]]]


def as_of() -> str:
    """The year of the newest change in the table."""
    return max(found[0] for found in _YEAR.finditer(_text()))


def provinces() -> tuple[str, ...]:
    """Every province, in the order of the codes."""
    return tuple(_tree())


def cities(province: str) -> tuple[str, ...]:
    """The cities and prefectures of a province; a municipality stands under itself."""
    return tuple(_tree().get(province, {}))


def counties(province: str, city: str) -> tuple[str, ...]:
    """The districts, counties and small cities of a city."""
    return tuple(_tree().get(province, {}).get(city, ()))


def prefix(path: Path) -> str:
    """What an address in a place begins with: 四川省成都市武侯区, 上海市浦东新区."""
    return "".join(name for name in dict.fromkeys(path) if not _DIRECT.fullmatch(name))


def region_of(text: str) -> Path:
    """The place that an address begins with, as deep as it says; empty for none.

    The province may be left out, or written without 省: 成都市武侯区…, 四川成都….
    """
    return _read(text)[0]


def with_region(text: str, begin: str) -> str:
    """An address with another beginning.

    Args:
        text: the address so far, with a place before it or without.
        begin: the beginning, as `prefix` makes it.
    """
    rest = text[_read(text)[1] :]
    for name in region_of(begin):
        rest = rest.removeprefix(name)
    return begin + rest


def _read(text: str) -> tuple[Path, int]:
    """The place that a text begins with, and how many characters name it."""
    best: tuple[Path, int] = ((), 0)
    for province, below in _tree().items():
        for written in _spellings(province, _PROVINCE_ENDING):
            if text.startswith(written):
                found = _read_city((province,), text, len(written), below, short=True)
                # 四川路 is a street, not a province.
                if written == province or len(found[0]) > 1:
                    best = max(best, found, key=_depth)
        best = max(best, _read_city((province,), text, 0, below, short=False), key=_depth)
    return best


def _read_city(
    path: Path, text: str, at: int, below: dict[str, list[str]], *, short: bool
) -> tuple[Path, int]:
    """Go on with the city and county; the province alone where neither follows."""
    best = (path, at) if at else ((), 0)
    for city, districts in below.items():
        if city == path[0] and at:  # a municipality, named already
            best = max(best, _read_county((*path, city), text, at, districts), key=_depth)
        elif _DIRECT.fullmatch(city):
            found = _read_county((*path, city), text, at, districts)
            if len(found[0]) > len(path) + 1:
                best = max(best, found, key=_depth)
        else:
            for written in _spellings(city, _CITY_ENDING) if short else (city,):
                if text.startswith(written, at):
                    found = _read_county((*path, city), text, at + len(written), districts)
                    best = max(best, found, key=_depth)
    return best


def _read_county(path: Path, text: str, at: int, districts: list[str]) -> tuple[Path, int]:
    """Go on with the county, if one follows."""
    fitting = [name for name in districts if text.startswith(name, at)]
    if not fitting:
        return path, at
    county = max(fitting, key=len)
    return (*path, county), at + len(county)


def _depth(found: tuple[Path, int]) -> tuple[int, int]:
    """The deeper place, then the longer name."""
    return len(found[0]), found[1]


def _spellings(name: str, ending: re.Pattern[str]) -> tuple[str, ...]:
    """A name with and without its ending."""
    bare = ending.sub("", name)
    return (name, bare) if len(bare) > 1 and bare != name else (name,)


@cache
def _text() -> str:
    """The table as the library keeps it."""
    return (files("stdnum") / "cn" / "loc.dat").read_text("utf-8")


@cache
def _tree() -> _Tree:
    """Province -> city -> counties."""
    tree: _Tree = {}
    province = city = ""
    for code, name in sorted(_names_of_today().items()):
        if code.endswith("0000"):
            # A municipality stands under itself: its districts have no city of their own.
            province, city = name, name
            tree[name] = {name: []} if code[:2] in _MUNICIPALITIES else {}
        elif name in _GROUPS:
            continue
        elif code.endswith("00"):
            city = name
            tree[province][name] = []
        else:
            tree[province][city].append(name)
    for below in tree.values():
        for direct in filter(_DIRECT.fullmatch, below):
            # A county that has become a city stands in the table twice.
            below[direct] = [name for name in below[direct] if name not in below]
    return tree


def _names_of_today() -> dict[str, str]:
    """Code of six digits -> the name that it has today."""
    found: dict[str, str] = {}
    province = ""
    for line in _text().splitlines():
        parts = _LINE.fullmatch(line)
        if parts is None:
            continue
        if not parts["indent"]:
            province = parts["code"]
            continue
        for dated in _DATED.finditer(parts["names"]):
            if not dated["end"]:
                found[province + parts["code"]] = dated["name"]
    return found
