"""The office's settings as stored: read with their defaults, changed by the manager."""

from __future__ import annotations

from datetime import datetime

from model.errors import BadInputError, Problem
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import Setting
from model.settings import SETTINGS
from model.storage.database import writing
from model.storage.prepared import Prepared

OFFICE_NAME = "office_name"
KEEPER = "keeper"
DEPUTY = "deputy_keeper"
CABINET_ID = "cabinet_id"
"""By which the cabinet's backups are known; of keys.json, which can be edited, a copy."""
RECOVERY_KEY = "recovery_key"
"""Public key of the recovery slot: keys.json can be edited by anyone who reaches the folder."""
LAST_FAILURES = "last_failures"
"""The failed log-ins that came into the log last: the key file may still have them."""

_STORED = Prepared(lambda name: Setting.select().where(Setting.name == name))


def stored(name: str) -> str | None:
    """The stored text of one fact of the office, or None."""
    row = _STORED.first(name)
    return None if row is None else str(row.value)


def store(name: str, value: str) -> None:
    """Write one fact of the office; the caller holds the transaction."""
    Setting.insert(name=name, value=value).on_conflict(
        conflict_target=[Setting.name], preserve=[Setting.value]
    ).execute()


def keeper_numbers() -> tuple[int, ...]:
    """Staff numbers of the named keeper and deputy."""
    found = (stored(KEEPER), stored(DEPUTY))
    return tuple(int(text) for text in found if text)


def setting_value(name: str) -> object:
    """A setting as the office has it, or its default."""
    setting = SETTINGS[name]
    text = stored(name)
    return setting.read(setting.default if text is None else text)


@act(Right.SEE_OFFICE)
def read_settings(desk: Desk) -> dict[str, str]:
    """Every setting by name, as text."""
    del desk
    rows = {row.name: row.value for row in Setting.select()}
    return {name: rows.get(name, setting.default) for name, setting in SETTINGS.items()}


@act(Right.MANAGE_OFFICE)
def change_setting(desk: Desk, name: str, text: str, now: datetime) -> None:
    """Change one setting.

    Raises:
        BadInputError: no such setting, or a value it cannot take; nothing was changed.
    """
    setting = SETTINGS.get(name)
    if setting is None:
        raise BadInputError([Problem(name, "unknown_setting")])
    text = text.strip()
    try:
        setting.read(text)
    except ValueError as error:
        raise BadInputError([Problem(name, "bad_setting")]) from error
    with writing():
        before = stored(name) or setting.default
        store(name, text)
        audit.log(
            desk,
            audit.Event.SETTINGS_CHANGE,
            now,
            kind="setting",
            subject=name,
            before={"value": before},
            after={"value": text},
        )
