"""The rep whose plan it is."""

from __future__ import annotations

from model.errors import NotFoundError
from model.office.desk import Whose
from model.office.people import person_called
from model.office.rights import Role
from model.office.tables import Person


def rep_called(text: str) -> Person:
    """The rep of a name or staff number.

    Raises:
        NotFoundError: there is no such rep.
    """
    person = person_called(text)
    if person.role != Role.REP:
        raise NotFoundError(kind="rep", ref=person.name)
    return person


def whose_rep(rep: Person) -> Whose:
    """Whose a rep's plans are: what the reach of a right is measured against."""
    return Whose(rep.id, rep.team_id)
