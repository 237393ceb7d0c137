"""The cabinet's folder: made, connected, disconnected.

NAME.cabinet/cabinet.db     the encrypted database; cabinet-2.db after one re-key, and so on
             keys.json      the key slots
             use.lock       who works in it now (`model.storage.exclusive`)
             backups/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from model.errors import (
    DatabaseDamagedError,
    InExclusiveUseError,
    KeyFileDamagedError,
    NewerCabinetError,
    NotACabinetError,
)
from model.storage import generations
from model.storage.database import CabinetDatabase, connected, database, salt_of, told_as_ours
from model.storage.durable import built_beside, told_as_cannot_write
from model.storage.exclusive import SHORT_WAIT, CabinetUse
from model.storage.key_file import KeyFile
from model.storage.pages import PAGE, any_page_of
from model.storage.places import refuse_network_share
from model.storage.vault import Keys

MIGRATIONS = Path(__file__).with_name("migrations")
HISTORY = "schema_migration"

_use: CabinetUse | None = None
_closings = 0


def database_path(folder: Path, key_file: KeyFile | None = None) -> Path:
    """Where the encrypted database of a cabinet stands: of the key file's generation.

    Args:
        folder: the cabinet's folder.
        key_file: what stands in its `keys.json`; None: it is read.

    Raises:
        KeyFileDamagedError: it is missing or damaged.
    """
    file = key_file or KeyFile.read(key_file_path(folder))
    return generations.path_of(folder, file.generation)


def key_file_path(folder: Path) -> Path:
    """Where the key slots of a cabinet stand."""
    return folder / "keys.json"


def backups_path(folder: Path) -> Path:
    """Where the backups of a cabinet go when no other place is named."""
    return folder / "backups"


# --- a new cabinet --------------------------------------------------------------------------


def create_folder(
    folder: Path,
    key_file: KeyFile,
    keys: Keys,
    fill: Callable[[], None] | None = None,
    *,
    migrations: Path = MIGRATIONS,
) -> None:
    """Make a new cabinet: all of it, or nothing.

    Args:
        folder: the cabinet's folder; must not exist, or be empty.
        key_file: the first slots.
        keys: the secrets that those slots hold.
        fill: writes the first rows; the new database stands behind the proxy meanwhile.
        migrations: folder of the numbered migrations.

    Raises:
        AlreadyThereError: something stands at that place.
        CannotWriteError: the folder above does not let us.
        NetworkShareError: it lies on a network share.
    """
    refuse_network_share(folder)
    with built_beside(folder) as fresh:
        backups_path(fresh).mkdir()
        _make_database(database_path(fresh, key_file), keys, fill, migrations)
        key_file.write(key_file_path(fresh))


def _make_database(
    path: Path, keys: Keys, fill: Callable[[], None] | None, migrations: Path
) -> None:
    fresh = CabinetDatabase(path, keys.data_key)
    with _behind_proxy(fresh):
        fresh.connect()
        path.chmod(0o600)
        _run_migrations(fresh, migrations)
        if fill is not None:
            fill()


@contextmanager
def _behind_proxy(fresh: CabinetDatabase) -> Iterator[None]:
    before = database.obj
    database.initialize(fresh)
    try:
        yield
    finally:
        database.initialize(before)
        fresh.disconnect()


# --- connect and disconnect -----------------------------------------------------------------


def connect(
    folder: Path,
    keys: Keys,
    now: datetime,
    *,
    migrations: Path = MIGRATIONS,
    generation: int | None = None,
) -> Sequence[str]:
    """Put the cabinet behind the database proxy, brought up to this program's tables.

    Args:
        folder: the cabinet's folder.
        keys: what the person's slot held; the data key is copied.
        now: office wall-clock time, for the backup before an upgrade.
        migrations: folder of the numbered migrations.
        generation: of the keys; None: not known.

    Returns:
        Names of the migrations that were run: usually none.

    Raises:
        NotACabinetError: there is no cabinet at that place.
        NetworkShareError: it lies on a network share.
        CannotWriteError: the folder is read-only.
        InExclusiveUseError: a restore, re-key or upgrade has it, or has had it since the keys were
            read, or an upgrade cannot get it.
        KeyFileDamagedError: `keys.json` is missing, or its keys are not those of the database.
        DatabaseDamagedError: the database is missing, or does not open with its own key.
        NewerCabinetError: a newer program has changed its tables.
    """
    global _use
    if connected():
        disconnect()
    refuse_missing(folder)
    refuse_network_share(folder)
    use = CabinetUse(folder)
    use.share()
    try:
        key_file = KeyFile.read(key_file_path(folder))
        if generation not in {None, key_file.generation}:
            raise InExclusiveUseError(path=str(folder))
        opened = CabinetDatabase(database_path(folder, key_file), keys.data_key)
    except BaseException:
        use.release()
        raise
    try:
        _open_checked(opened, keys)
        generations.clear_others(folder, key_file.generation)
        done = _upgraded(folder, opened, keys, use, now, migrations)
        with told_as_ours(Path(opened.database)):
            opened.hold_open()
    except BaseException:
        opened.disconnect()
        use.release()
        raise
    database.initialize(opened)
    _use = use
    return done


def disconnect(patience: float = 1.0) -> int:
    """Close the cabinet and forget its key.

    Args:
        patience: seconds to wait for jobs in other threads to close their connections.

    Returns:
        How many connections of other threads are still open: 0 if all jobs were stopped.
    """
    global _use, _closings
    _closings += 1
    left = 0
    if database.obj is not None:
        # First the jobs end, through the proxy; then nothing stands behind it any more.
        left = database.obj.disconnect(patience)
        database.initialize(None)
    if _use is not None:
        _use.release()
        _use = None
    return left


@contextmanager
def alone(wait: float = SHORT_WAIT) -> Iterator[None]:
    """Have the connected cabinet to ourselves, for a re-key.

    Until the block ends it stays ours, even if the screen is locked meanwhile.

    Raises:
        NotACabinetError: none is connected.
        InExclusiveUseError: another program works in it.
    """
    global _use
    if _use is None:
        raise NotACabinetError(path="")
    use, closings = _use, _closings
    use.seize(wait)
    _use = None
    try:
        yield
    finally:
        use.release()
        if _closings == closings:
            _share_again(use, wait)


def _share_again(use: CabinetUse, wait: float) -> None:
    """Go on beside others; whoever seized the cabinet in between must not find us working in it."""
    global _use
    try:
        use.share(wait)
    except InExclusiveUseError:
        disconnect(0)
        raise
    _use = use


def put_behind(fresh: CabinetDatabase, closings: int) -> bool:
    """Exchange the connected database for the one that a re-key has made.

    Args:
        fresh: opened; nobody else has the cabinet.
        closings: what `times_closed` told when the re-key began.

    Returns:
        Whether it is connected now; not if the screen was locked meanwhile.
    """
    before = database.obj
    database.initialize(fresh)
    # `disconnect` counts first and then closes what it finds: one of us two closes it.
    if _closings != closings:
        database.initialize(None)
        fresh.disconnect(0)
        return False
    before.disconnect(0)
    return True


def times_closed() -> int:
    """How often this program has closed a cabinet."""
    return _closings


def refuse_missing(folder: Path) -> None:
    """Refuse a folder that is no cabinet, and tell what is missing of one that is.

    Raises:
        NotACabinetError: neither database nor key file is there.
        KeyFileDamagedError: the key file is missing or damaged, or is one from before a re-key
            that was put back.
        DatabaseDamagedError: only the database is missing.
    """
    there = generations.standing(folder)
    if not key_file_path(folder).is_file():
        if not there:
            raise NotACabinetError(path=str(folder))
        raise KeyFileDamagedError(path=str(key_file_path(folder)))
    key_file = KeyFile.read(key_file_path(folder))
    if generations.is_overtaken(folder, key_file.generation):
        raise KeyFileDamagedError(path=str(key_file_path(folder)))
    if key_file.generation not in there:
        raise DatabaseDamagedError(path=str(database_path(folder, key_file)))


def _open_checked(opened: CabinetDatabase, keys: Keys) -> None:
    """Open, and tell a damaged database from keys that are another cabinet's."""
    path = Path(opened.database)
    _refuse_foreign_keys(path, keys)
    with told_as_ours(path):
        opened.connect()
        if not opened.table_exists(HISTORY):
            raise DatabaseDamagedError(path=str(path))


def _refuse_foreign_keys(path: Path, keys: Keys) -> None:
    """The file begins with its key's salt, unless the keys or those bytes are wrong."""
    with told_as_cannot_write(path), path.open("rb") as file:
        if file.read(16) == salt_of(keys.data_key):
            return
    if path.stat().st_size < PAGE or any_page_of(path, keys.data_key):
        raise DatabaseDamagedError(path=str(path))
    raise KeyFileDamagedError(path=str(path.with_name("keys.json")))


# --- migrations -----------------------------------------------------------------------------


def known_migrations(migrations: Path = MIGRATIONS) -> list[str]:
    """Names of the migrations that this program has, in order."""
    return sorted(path.stem for path in migrations.glob("[0-9]*.py"))


def applied_migrations(opened: CabinetDatabase | None = None) -> list[str]:
    """Names of the migrations that a database has been through, in order."""
    rows = (opened or database).execute_sql(f"SELECT name FROM {HISTORY} ORDER BY name")
    return [name for (name,) in rows.fetchall()]


def _upgraded(
    folder: Path,
    opened: CabinetDatabase,
    keys: Keys,
    use: CabinetUse,
    now: datetime,
    migrations: Path,
) -> Sequence[str]:
    if not _pending(opened, migrations):
        return ()
    try:
        with use.alone():
            # Another program may have upgraded it while we waited to be alone, and be gone.
            if not _pending(opened, migrations):
                return ()
            _back_up_before(folder, keys, now)
            done = _run_migrations(opened, migrations)
            # Older programs left what they deleted lying in pages that nothing uses any more.
            with told_as_ours(Path(opened.database)):
                opened.execute_sql("VACUUM")
            return done
    except InExclusiveUseError:
        # Or it has upgraded it, and now works in it.
        if not _pending(opened, migrations):
            return ()
        raise


def _pending(opened: CabinetDatabase, migrations: Path) -> list[str]:
    known, applied = known_migrations(migrations), applied_migrations(opened)
    newer = sorted(set(applied) - set(known))
    if newer:
        raise NewerCabinetError(found=newer[-1], known=known[-1] if known else "")
    return [name for name in known if name not in applied]


def _run_migrations(opened: CabinetDatabase, migrations: Path) -> Sequence[str]:
    # Imported here: a cabinet that needs no upgrade should not pay for it.
    from playhouse.migrations import Runner

    done: Sequence[str] = Runner(opened, str(migrations), table_name=HISTORY).up()
    return done


def _back_up_before(folder: Path, keys: Keys, now: datetime) -> None:
    from model.storage.backup_file import write_backup

    write_backup(
        folder, backups_path(folder) / f"before-upgrade-{now:%Y%m%d-%H%M%S}.ccb", keys, now
    )
