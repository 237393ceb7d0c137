"""Acts that change the key file and the database together: both, or neither.

The key file is written whole in one moment, and what it says counts. The database keeps a note
beforehand of what follows from it: a person's row, facts of the office, the line of the log. A
program that is killed after the key file and before the end of its transaction leaves the note
behind, and the next who comes in does what it says. The note holds no secret; the slot that it is
about is known by its salt.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from pathlib import Path

from model.errors import CabinetError
from model.office import audit
from model.office.desk import Desk, PersonView
from model.office.office_settings import store
from model.office.rights import Role
from model.office.tables import Person, Setting
from model.storage.cabinet import key_file_path
from model.storage.database import writing
from model.storage.key_file import KeyFile, change_key_file
from model.storage.prepared import Prepared
from model.storage.vault import Keys, Slot

_NOTE = "key_change:"
_NOTES = Prepared(
    lambda hole: Setting.select().where((Setting.name >= hole) & (Setting.name < hole))
)
# Whoever wrote a note that nothing came of may still be at it; nobody takes an hour.
_LONGEST = timedelta(hours=1)


@dataclass(frozen=True)
class Follows:
    """What follows in the database from a slot in the key file.

    Attributes:
        line: of the log.
        facts: facts of the office, by name.
        person: columns of a person's row, his staff number among them; a new row if there is none.
    """

    line: audit.Line
    facts: Mapping[str, str] = field(default_factory=dict)
    person: Mapping[str, object] = field(default_factory=dict)


def change_keys(
    desk: Desk,
    slots: Sequence[Slot],
    follows: Follows,
    change: Callable[[KeyFile], KeyFile] | None = None,
    check: Callable[[], object] = lambda: None,
) -> CabinetError | None:
    """Put slots into the key file and what follows into the database; in no transaction.

    Args:
        desk: whose secret chains the log.
        slots: as they will stand in the key file, with salts of their own.
        follows: what follows from them.
        change: puts them in; what it raises ends all. By default each takes its owner's place.
        check: refuses, inside the transaction, what was overtaken by others.

    Returns:
        None as a rule. The key file is changed, and counts: when the disk was full just then, what
        follows is done by the next who comes in, and this is the error.

    Raises:
        CannotWriteError: no room for the note or beside the key file; nothing is changed.
        What `change` and `check` raise.
    """
    path, note = key_file_path(desk.cabinet), f"{_NOTE}{slots[0].salt.hex()}"
    settle_keys(desk.cabinet, desk.keys, datetime.fromisoformat(follows.line.at))
    with writing():
        store(note, _written(follows))
    try:
        with writing():
            check()
            _follow(desk, note, follows)
            change_key_file(path, change or (lambda file: reduce(KeyFile.with_slot, slots, file)))
    except CabinetError as error:
        if note in _notes_of(KeyFile.read(path)):
            return error
        with suppress(CabinetError), writing():
            _forget(note)
        raise
    return None


def settle_keys(folder: Path, keys: Keys, now: datetime) -> None:
    """Finish what was cut short after the key file was written, and forget what was before it.

    Args:
        folder: of the connected cabinet.
        keys: its secrets.
        now: office wall-clock time.
    """
    if _NOTES.first(_NOTE, f"{_NOTE}~") is None:
        return
    with writing():
        came_true = _notes_of(KeyFile.read(key_file_path(folder)))
        for row in list(_NOTES(_NOTE, f"{_NOTE}~")):
            follows = _read(row.value)
            if row.name in came_true:
                _follow(_desk_of(follows.line, folder, keys), row.name, follows)
            elif abs(now - datetime.fromisoformat(follows.line.at)) > _LONGEST:
                _forget(row.name)


def _follow(desk: Desk, note: str, follows: Follows) -> None:
    """Write what follows, and forget the note, in the caller's transaction."""
    for name, value in follows.facts.items():
        store(name, value)
    if follows.person:
        number = follows.person["staff_no"]
        if not Person.update(**follows.person).where(Person.staff_no == number).execute():
            Person.insert(**follows.person).execute()
    audit.append(desk, [follows.line])
    _forget(note)


def _notes_of(file: KeyFile) -> set[str]:
    """Names of the notes whose slot stands in a key file."""
    return {f"{_NOTE}{slot.salt.hex()}" for slot in file.slots}


def _forget(note: str) -> None:
    Setting.delete().where(Setting.name == note).execute()


def _written(follows: Follows) -> str:
    """As the database keeps it."""
    whole = {"line": follows.line, "facts": follows.facts, "person": follows.person}
    return json.dumps(whole, ensure_ascii=False)


def _read(text: str) -> Follows:
    whole = json.loads(text)
    return Follows(audit.Line(*whole["line"]), whole["facts"], whole["person"])


def _desk_of(line: audit.Line, folder: Path, keys: Keys) -> Desk:
    """The desk at which the act was begun, for its line."""
    person = PersonView(0, line.staff_no, line.actor, Role(line.role), None, "")
    return Desk(person, folder, "", line.workplace, keys)
