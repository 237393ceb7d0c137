"""The other program of the tests: works in the same cabinet, and can be killed at any moment."""

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from model.errors import CabinetError
from model.storage import cabinet
from model.storage.backup_file import write_backup
from model.storage.database import database, writing
from model.storage.exclusive import CabinetUse
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import Keys

NOW = datetime.fromisoformat("2026-03-02 07:50")


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def hold(folder: Path, how: str) -> None:
    """Share the cabinet, or have it alone, until killed."""
    use = CabinetUse(folder)
    use.share() if how == "shared" else use.seize()
    say("holding")
    time.sleep(60)


def count(folder: Path, migrations: Path, data_key: str, times: int) -> None:
    """Read a number and write the next one, so often."""
    cabinet.connect(folder, _keys(data_key), NOW, migrations=migrations)
    say("connected")
    for _ in range(times):
        with writing():
            (last,) = database.execute_sql("SELECT max(id) FROM customer").fetchone()
            database.execute_sql("INSERT INTO customer VALUES (?, 'n')", ((last or 0) + 1,))
    cabinet.disconnect()
    say("done")


def write_long(folder: Path, migrations: Path, data_key: str) -> None:
    """Begin a transaction and never end it."""
    cabinet.connect(folder, _keys(data_key), NOW, migrations=migrations)
    with writing():
        say("writing")
        time.sleep(60)


def connect(folder: Path, migrations: Path, data_key: str) -> None:
    """Connect, and say what was upgraded or refused."""
    try:
        say(list(cabinet.connect(folder, _keys(data_key), NOW, migrations=migrations)))
    except CabinetError as error:
        say(error.code)
    time.sleep(60)


def try_passwords(key_path: Path) -> None:
    """Count failed log-ins without end, saying each number once it is on the disk."""
    at = NOW
    while True:
        at += timedelta(seconds=1)
        say(change_key_file(key_path, lambda file, at=at: file.with_failure(1, at)).last_failure)


def create(folder: Path, migrations: Path, data_key: str, template: Path) -> None:
    """Make one cabinet after another: folder0, folder1, ..."""
    key_file, number = KeyFile.read(template), 0
    while True:
        say(number)
        made = folder.with_name(f"{folder.name}{number}")
        cabinet.create_folder(made, key_file, _keys(data_key), migrations=migrations)
        number += 1


def back_up(folder: Path, out: Path, data_key: str) -> None:
    """Make a whole backup, then another one, saying how far it has come."""
    write_backup(folder, out.with_name(f"{out.name}-whole.ccb"), _keys(data_key), NOW)
    write_backup(
        folder,
        out.with_name(f"{out.name}-half.ccb"),
        _keys(data_key),
        NOW,
        lambda done, _total: say(done),
    )
    time.sleep(60)


def _keys(data_key: str) -> Keys:
    return Keys(bytearray.fromhex(data_key), bytearray(32))


match sys.argv[1:]:
    case ["hold", folder, how]:
        hold(Path(folder), how)
    case ["count", folder, migrations, data_key, times]:
        count(Path(folder), Path(migrations), data_key, int(times))
    case ["write_long", folder, migrations, data_key]:
        write_long(Path(folder), Path(migrations), data_key)
    case ["connect", folder, migrations, data_key]:
        connect(Path(folder), Path(migrations), data_key)
    case ["try_passwords", key_path]:
        try_passwords(Path(key_path))
    case ["create", folder, migrations, data_key, template]:
        create(Path(folder), Path(migrations), data_key, Path(template))
    case ["back_up", folder, out, data_key]:
        back_up(Path(folder), Path(out), data_key)
