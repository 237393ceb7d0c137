"""Each checked row against the cabinet: its rep, its district, its short name, its doubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.cards.rows import Rows
from model.cards.tables import CustodyState, CustomerCard
from model.errors import NotFoundError, Problem
from model.exchange.doubles import Doubles
from model.exchange.examining import Row
from model.exchange.targets import DISTRICT, REP
from model.office.naming import LONGEST_NAME, name_key
from model.office.rights import Role
from model.office.tables import District, Person, PersonState, Team
from model.storage.rows import rows_of

_LONGEST_NAME_TOLD = 12
_AT_ONCE = 500
"""Values in one question to the database; SQLite takes 32,766 in all."""


@dataclass(frozen=True, slots=True)
class RepFound:
    """A rep as the import needs him."""

    id: int
    name: str
    team_id: int | None
    team: str


@dataclass
class Judged:
    """One row, judged.

    Attributes:
        row: the row as it was checked.
        rep: its rep, when he is on the staff.
        district_id: its district; None when it is yet to be made.
        district: the district's name.
        double: the reason why it is a duplicate, or None.
        problems: why it cannot be taken, those of its cells included.
        warnings: what a person should look at, likewise.
        short_name: what is left of it: empty when another card has it.
        rows: rows that stand on the card beside its first contact, by table, for its history; a
            list has none.
    """

    row: Row
    rep: RepFound | None = None
    district_id: int | None = None
    district: str = ""
    double: Problem | None = None
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    short_name: str = ""
    rows: dict[str, Rows] = field(default_factory=dict)

    def refuse(self, path: str, reason: str, **values: object) -> None:
        """Note why the row cannot be taken."""
        self.problems.append(Problem(path, reason, self.row.number, values))

    @property
    def is_new(self) -> bool:
        """Whether it becomes a card."""
        return not self.problems and self.double is None

    @property
    def refusals(self) -> list[Problem]:
        """Why it becomes none."""
        return self.problems or ([self.double] if self.double else [])


def judge(rows: Sequence[Row], rep_for_all: str = "") -> list[Judged]:
    """Judge every row, inside the caller's transaction.

    Args:
        rows: the checked rows, in the file's order.
        rep_for_all: the rep named for all rows, if any.

    Raises:
        NotFoundError: the rep named for all rows is not on the staff.
    """
    reps = _reps()
    if rep_for_all and name_key(rep_for_all) not in reps:
        raise NotFoundError(kind="rep", ref=rep_for_all)
    judged = [Judged(row, problems=[*row.problems], warnings=[*row.warnings]) for row in rows]
    districts = _districts()
    for one in judged:
        _find_rep(one, reps)
        _find_district(one, districts)
    doubles = Doubles([one.row for one in judged if not one.problems])
    for one in judged:
        if not one.problems and one.rep is not None:
            one.double = doubles.of(one.row, one.rep.id, one.district)
            if one.double is None:
                one.warnings += doubles.warnings(one.row)
                doubles.add(one.row, one.rep.id, one.district)
    _keep_short_names_apart([one for one in judged if one.is_new])
    return judged


def _reps() -> dict[str, RepFound]:
    """The reps on the staff by name and by staff number."""
    query = (
        Person.select(Person.id, Person.staff_no, Person.name, Team.id, Team.name)
        .left_outer_join(Team)
        .where(Person.role == Role.REP, Person.state != PersonState.GONE)
    )
    found: dict[str, RepFound] = {}
    for id_, staff_no, name, team_id, team in rows_of(query):
        rep = RepFound(id_, name, team_id, team or "")
        found[name_key(name)] = rep
        found.setdefault(str(staff_no), rep)
    return found


def _districts() -> dict[str, dict[int, District]]:
    """Key of a district's name -> team -> the district."""
    found: dict[str, dict[int, District]] = {}
    for district in District.select(District, Team).join(Team):
        found.setdefault(name_key(district.name), {})[int(district.team.id)] = district
    return found


def _find_rep(one: Judged, reps: dict[str, RepFound]) -> None:
    """The rep of a row."""
    name = one.row.values.get(REP)
    if not name:
        return
    one.rep = reps.get(name_key(name))
    if one.rep is None:
        # No name is that long; what else stands there is not repeated in any message.
        told = str(name) if len(name) <= _LONGEST_NAME_TOLD else "…"
        one.refuse(REP, "rep_not_on_staff", name=told)


def _find_district(one: Judged, districts: dict[str, dict[int, District]]) -> None:
    """The district of a row: of the rep's team, or yet to be made for it."""
    name = one.row.values.get(DISTRICT)
    if not name or one.rep is None:
        return
    by_team = districts.get(name_key(name), {})
    if one.rep.team_id is not None:
        found = by_team.get(one.rep.team_id)
    else:
        found = next(iter(by_team.values())) if len(by_team) == 1 else None
        if found is None:
            one.refuse(DISTRICT, "rep_without_team", rep=one.rep.name)
    one.district = found.name if found else name
    one.district_id = found.id if found else None
    if len(name) > LONGEST_NAME:
        one.refuse(DISTRICT, "too_long", longest=LONGEST_NAME)


def _keep_short_names_apart(new: Sequence[Judged]) -> None:
    """Empty the short names that other cards, or earlier rows, have."""
    wanted = {str(one.row.values["short_name"]) for one in new if one.row.values.get("short_name")}
    taken = _short_names_taken(sorted(wanted))
    for one in new:
        name = one.row.values.get("short_name")
        if not name:
            continue
        if name in taken:
            one.warnings.append(Problem("short_name", "short_name_taken", one.row.number))
        else:
            one.short_name = name
            taken.add(name)


def _short_names_taken(names: Sequence[str]) -> set[str]:
    """Those of the names that a card has."""
    column = CustomerCard._meta.fields["short_name"]
    taken: set[str] = set()
    for start in range(0, len(names), _AT_ONCE):
        query = CustomerCard.select(column).where(
            column.in_(names[start : start + _AT_ONCE]),
            CustomerCard.custody_state != CustodyState.VOID,
        )
        taken.update(name for (name,) in rows_of(query))
    return taken
