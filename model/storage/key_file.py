"""`keys.json`: the slots of a cabinet, readable by anyone, damaged by nobody unseen.

The file has exactly one way of being written, and carries a checksum over it; so one changed
byte is told from a wrong password. The checksum is no secret: it finds accidents, while what an
attacker writes here is caught where slots are opened and compared with the people's rows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import portalocker

from model.errors import (
    CannotWriteError,
    InExclusiveUseError,
    KeyFileDamagedError,
    NewerCabinetError,
    NotFoundError,
    TooManyTriesError,
    WrongPasswordError,
)
from model.storage.durable import told_as_cannot_write, write_whole
from model.storage.uptime import Uptime, since_boot
from model.storage.vault import (
    SEALED_BYTES,
    WRAPPED_BYTES,
    Kdf,
    Keys,
    Slot,
    SlotKind,
    open_slot,
    slowed,
    wait_seconds,
    with_right_try,
    with_wrong_try,
)

FORMAT = 2
"""1: without the running time of the PC beside the last wrong try; read, and written as 2."""
LARGEST = 4 * 1024 * 1024
LOCK_WAIT = 5.0
MOST_FAILURES = 1000


@dataclass(frozen=True)
class Failure:
    """A failed log-in that the log does not know of yet, because the database was closed.

    Attributes:
        number: counts up over the life of the cabinet.
        staff_no: whose slot was tried; 0 is the recovery slot.
        at: office wall-clock time.
    """

    number: int
    staff_no: int
    at: datetime


@dataclass(frozen=True)
class KeyFile:
    """What stands in `keys.json`.

    Attributes:
        cabinet_id: 32 hexadecimal digits, never changed.
        office: the office's name, for the log-in page.
        slots: one per person, and the recovery slot.
        generation: counts the re-keys.
        kdf: what a new password costs.
        failures: failed log-ins not logged yet, oldest first; at most `MOST_FAILURES`.
        last_failure: number of the newest failure ever.
    """

    cabinet_id: str
    office: str
    slots: tuple[Slot, ...]
    generation: int = 1
    kdf: Kdf = field(default_factory=Kdf)
    failures: tuple[Failure, ...] = ()
    last_failure: int = 0

    @staticmethod
    def read(path: Path) -> KeyFile:
        """Read and check a key file.

        Raises:
            KeyFileDamagedError: it is missing, or a byte of it was changed.
            NewerCabinetError: it is sound, and of a format this program does not know.
            CannotWriteError: the operating system does not let us read it.
        """
        return KeyFile.parsed(_content(path), path)

    @staticmethod
    def parsed(content: bytes, path: Path) -> KeyFile:
        """Check and understand the content of a key file; `path` is for the message.

        Raises:
            KeyFileDamagedError, NewerCabinetError: as `read`.
        """
        try:
            if len(content) > LARGEST:
                raise ValueError("too long")
            return _understood(json.loads(content.decode()), content)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise KeyFileDamagedError(path=str(path)) from error

    def write(self, path: Path) -> None:
        """Put this in place of what stood at `path`; prefer `change_key_file` for changes.

        Raises:
            CannotWriteError: the folder does not let us.
        """
        write_whole(path, self.rendered())

    def rendered(self) -> bytes:
        """The one way of writing this down."""
        return _rendered(_plain(self))

    def slot(self, staff_no: int) -> Slot:
        """A person's slot.

        Raises:
            NotFoundError: nobody of that number has one.
        """
        for slot in self.slots:
            if slot.kind == SlotKind.STAFF and slot.staff_no == staff_no:
                return slot
        raise NotFoundError(kind="person", ref=staff_no)

    @property
    def recovery(self) -> Slot:
        """The slot of the printed code.

        Raises:
            NotFoundError: there is none.
        """
        for slot in self.slots:
            if slot.kind == SlotKind.RECOVERY:
                return slot
        raise NotFoundError(kind="recovery_slot", ref="")

    def with_slot(self, slot: Slot) -> KeyFile:
        """This file with `slot` in place of that person's slot, or added."""
        others = [old for old in self.slots if not _same_owner(old, slot)]
        return replace(self, slots=tuple(sorted([*others, slot], key=_slot_order)))

    def without_slot(self, staff_no: int) -> KeyFile:
        """This file without a person's slot."""
        gone = self.slot(staff_no)
        return replace(self, slots=tuple(slot for slot in self.slots if slot is not gone))

    def with_kdf(self, kdf: Kdf) -> KeyFile:
        """This file with another cost of new passwords."""
        return replace(self, kdf=kdf)

    def with_failure(self, staff_no: int, now: datetime) -> KeyFile:
        """This file with one more failed log-in to be logged."""
        number = self.last_failure + 1
        failures = (*self.failures, Failure(number, staff_no, now.replace(microsecond=0)))
        return replace(self, failures=failures[-MOST_FAILURES:], last_failure=number)

    def without_failures(self, up_to: int) -> KeyFile:
        """This file without the failures up to that number, which now stand in the log."""
        left = tuple(failure for failure in self.failures if failure.number > up_to)
        return replace(self, failures=left)


def change_key_file(path: Path, change: Callable[[KeyFile], KeyFile]) -> KeyFile:
    """Read, change and write the file while no other program does the same.

    Raises:
        InExclusiveUseError: another program does not let go of it.
        KeyFileDamagedError, NewerCabinetError, CannotWriteError: as `KeyFile.read` and `write`.
    """
    with _locked(path):
        before = KeyFile.read(path)
        after = change(before)
        if after != before:
            after.write(path)
        return after


def open_with_password(
    path: Path, staff_no: int | None, password: str, now: datetime
) -> tuple[Keys, KeyFile]:
    """Open a person's slot (None: the recovery slot), counting wrong passwords.

    Raises:
        TooManyTriesError: the person must wait; the password was not looked at.
        WrongPasswordError: it opens nothing; with the wait before the next try.
        NotFoundError: nobody of that number has a slot.
    """
    key_file, up = KeyFile.read(path), since_boot()
    slot = key_file.recovery if staff_no is None else key_file.slot(staff_no)
    _refuse_early(path, slot, now, up)
    try:
        keys = open_slot(slot, password)
    except WrongPasswordError as error:
        after = change_key_file(path, lambda file: _failed(file, slot, now, up))
        wait = wait_seconds(_current(after, slot), now, up)
        raise WrongPasswordError(wait_seconds=wait) from error
    try:
        if slot.wrong_tries:
            key_file = change_key_file(
                path, lambda file: file.with_slot(with_right_try(_current(file, slot)))
            )
    except BaseException:
        keys.forget()
        raise
    return keys, key_file


def _refuse_early(path: Path, slot: Slot, now: datetime, up: Uptime | None) -> None:
    wait = wait_seconds(slot, now, up)
    if not wait:
        return
    if slowed(slot, now) != slot:
        change_key_file(path, lambda file: file.with_slot(slowed(_current(file, slot), now)))
    raise TooManyTriesError(wait_seconds=wait)


def _failed(key_file: KeyFile, slot: Slot, now: datetime, up: Uptime | None) -> KeyFile:
    tried = with_wrong_try(_current(key_file, slot), now.replace(microsecond=0), up)
    return key_file.with_slot(tried).with_failure(slot.staff_no, now)


def _current(key_file: KeyFile, slot: Slot) -> Slot:
    return key_file.recovery if slot.kind == SlotKind.RECOVERY else key_file.slot(slot.staff_no)


def _same_owner(one: Slot, other: Slot) -> bool:
    return (one.kind, one.staff_no) == (other.kind, other.staff_no)


def _slot_order(slot: Slot) -> tuple[bool, int]:
    return slot.kind == SlotKind.RECOVERY, slot.staff_no


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    lock_path = path.with_suffix(".lock")
    with told_as_cannot_write(path), lock_path.open("ab"):
        pass
    lock = portalocker.Lock(lock_path, "ab", timeout=LOCK_WAIT, check_interval=0.01)
    try:
        lock.acquire()
    except portalocker.LockException as error:
        raise InExclusiveUseError(path=str(path.parent)) from error
    try:
        yield
    finally:
        lock.release()


# --- the way it is written ------------------------------------------------------------------


def _plain(key_file: KeyFile, made_as: int = FORMAT) -> dict[str, Any]:
    return {
        "format": made_as,
        "cabinet_id": key_file.cabinet_id,
        "office": key_file.office,
        "generation": key_file.generation,
        "kdf": _plain_kdf(key_file.kdf),
        "slots": [_plain_slot(slot, made_as) for slot in key_file.slots],
        "failures": [
            {"number": one.number, "staff_no": one.staff_no, "at": one.at.isoformat()}
            for one in key_file.failures
        ],
        "last_failure": key_file.last_failure,
    }


def _plain_kdf(kdf: Kdf) -> dict[str, int]:
    return {"ops": kdf.ops, "mem": kdf.mem}


def _plain_slot(slot: Slot, made_as: int) -> dict[str, Any]:
    running = {"last_wrong_up": _plain_uptime(slot.last_wrong_up)} if made_as > 1 else {}
    return {
        **running,
        "kind": slot.kind.value,
        "staff_no": slot.staff_no,
        "name": slot.name,
        "role": slot.role,
        "public_key": slot.public_key,
        "wrapped_key": slot.wrapped_key.hex(),
        "sealed_keys": slot.sealed_keys.hex(),
        "salt": slot.salt.hex(),
        "kdf": _plain_kdf(slot.kdf),
        "must_change": slot.must_change,
        "wrong_tries": slot.wrong_tries,
        "last_wrong": slot.last_wrong.isoformat() if slot.last_wrong else None,
    }


def _plain_uptime(up: Uptime | None) -> dict[str, object] | None:
    return None if up is None else {"boot": up.boot, "ms": up.ms}


def _rendered(plain: dict[str, Any]) -> bytes:
    whole = {**plain, "checksum": _checksum(plain)}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _checksum(plain: dict[str, Any]) -> str:
    canonical = json.dumps(plain, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


# --- the way it is read ---------------------------------------------------------------------


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise KeyFileDamagedError(path=str(path)) from error
    except OSError as error:
        raise CannotWriteError(path=str(path), reason=error.strerror or str(error)) from error


def _understood(whole: Any, content: bytes) -> KeyFile:
    if not isinstance(whole, dict):
        raise TypeError("not an object")
    checksum = whole.pop("checksum")
    if checksum != _checksum(whole):
        raise ValueError("checksum")
    # The checksum is made the same way in every format, so a newer one is told from damage.
    if type(whole["format"]) is int and whole["format"] > FORMAT:
        raise NewerCabinetError(found=f"keys.json {whole['format']}", known=f"keys.json {FORMAT}")
    key_file = _key_file(whole)
    if _rendered(_plain(key_file, _number(whole["format"]))) != content:
        raise ValueError("not as we write it")
    return key_file


def _key_file(plain: dict[str, Any]) -> KeyFile:
    """Rendering it again compares every type and every key that is not asked for here."""
    slots = tuple(_slot(one) for one in plain["slots"])
    if len({(slot.kind, slot.staff_no) for slot in slots}) != len(slots):
        raise ValueError("two slots of one person")
    return KeyFile(
        cabinet_id=_hex(plain["cabinet_id"], 16).hex(),
        office=_text(plain["office"]),
        slots=slots,
        generation=_number(plain["generation"]),
        kdf=_kdf(plain["kdf"]),
        failures=tuple(
            Failure(_number(one["number"]), _number(one["staff_no"]), _time(one["at"]))
            for one in plain["failures"]
        ),
        last_failure=_number(plain["last_failure"]),
    )


def _slot(plain: dict[str, Any]) -> Slot:
    last_wrong, last_up = plain["last_wrong"], plain.get("last_wrong_up")
    return Slot(
        kind=SlotKind(plain["kind"]),
        staff_no=_number(plain["staff_no"]),
        name=_text(plain["name"]),
        role=_text(plain["role"]),
        public_key=_hex(plain["public_key"], 32).hex(),
        wrapped_key=_hex(plain["wrapped_key"], WRAPPED_BYTES),
        sealed_keys=_hex(plain["sealed_keys"], SEALED_BYTES),
        salt=_hex(plain["salt"], 16),
        kdf=_kdf(plain["kdf"]),
        must_change=_flag(plain["must_change"]),
        wrong_tries=_number(plain["wrong_tries"]),
        last_wrong=None if last_wrong is None else _time(last_wrong),
        last_wrong_up=None if last_up is None else _uptime(last_up),
    )


def _uptime(plain: dict[str, Any]) -> Uptime:
    return Uptime(_text(plain["boot"]), _number(plain["ms"]))


def _kdf(plain: dict[str, Any]) -> Kdf:
    """Weaker than the floor would let guesses run; dearer would eat the PC's memory."""
    kdf = Kdf(_number(plain["ops"]), _number(plain["mem"]))
    if not kdf.sound():
        raise ValueError("kdf out of bounds")
    return kdf


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise TypeError("not a number")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise TypeError("not a flag")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _hex(value: Any, length: int) -> bytes:
    content = bytes.fromhex(_text(value))
    if len(content) != length:
        raise ValueError("wrong length")
    return content


def _time(value: Any) -> datetime:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is not None:
        raise ValueError("office time has no zone")
    return at
