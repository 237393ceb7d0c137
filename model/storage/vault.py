"""Key slots: who can open the cabinet, and how.

One random data key encrypts the database and one random log key chains the log. Both are sealed
to the public half of each person's X25519 pair; the private half is wrapped under the person's
password. So new staff and a re-key need only public keys, never other people's passwords.

Nothing here touches the disk: `model.storage.key_file` keeps the slots.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from nacl.bindings import crypto_scalarmult_base
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from model.errors import KeyFileDamagedError, WrongPasswordError
from model.storage.passwords import check_password, normal_password
from model.storage.uptime import Uptime

MIB = 1024 * 1024
KEY_BYTES = 32
WRAPPED_BYTES = SecretBox.NONCE_SIZE + SecretBox.MACBYTES + KEY_BYTES
SEALED_BYTES = PublicKey.SIZE + SecretBox.MACBYTES + 2 * KEY_BYTES
FREE_TRIES = 3
FIRST_WAIT = 5
LONGEST_WAIT = 15 * 60


class SlotKind(StrEnum):
    """Whose slot it is."""

    STAFF = "staff"
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Kdf:
    """Cost of turning a password into a key: Argon2id with one lane.

    Attributes:
        ops: passes over the memory.
        mem: bytes of memory.
    """

    ops: int = 3
    mem: int = 64 * MIB

    def sound(self) -> bool:
        """At least OWASP's floor, and no more than an office PC can give."""
        return 2 <= self.ops <= 16 and 19 * MIB <= self.mem <= 256 * MIB

    @property
    def work(self) -> int:
        """What one guess costs: bytes of memory gone through."""
        return self.ops * self.mem


FLOOR_KDF = Kdf(ops=2, mem=19 * MIB)


@dataclass
class Keys:
    """The two secrets of a cabinet while somebody is logged in.

    Attributes:
        data_key: 32 bytes; encrypts the database; replaced by a re-key.
        log_key: 32 bytes; chains the log; survives re-keys.
    """

    data_key: bytearray
    log_key: bytearray

    def forget(self) -> None:
        """Overwrite both; the object is empty afterwards."""
        for key in (self.data_key, self.log_key):
            key[:] = bytes(len(key))
            key.clear()

    def __repr__(self) -> str:
        return "Keys(…)"


@dataclass(frozen=True)
class Slot:
    """One person's way into the cabinet. Everything in it may be read by anyone.

    Role and name only serve the log-in page: what a person may do stands in the database, and
    whoever opens a slot is the person whose row there holds the same `public_key`.

    Attributes:
        kind: a person's slot, or the recovery slot, which has staff number 0.
        staff_no: the person's number in this office.
        name: shown on the log-in page.
        role: identifier of the role, shown on the log-in page.
        public_key: X25519 public key, 64 hexadecimal digits.
        wrapped_key: the private key under the password.
        sealed_keys: data key and log key, sealed to the public key.
        salt: 16 bytes for Argon2id.
        kdf: what the password costs.
        must_change: the password was chosen by someone else.
        wrong_tries: wrong passwords since the last right one.
        last_wrong: office wall-clock time of the last wrong one.
        last_wrong_up: the same moment by the running time of the PC; None in old key files.
    """

    kind: SlotKind
    staff_no: int
    name: str
    role: str
    public_key: str
    wrapped_key: bytes
    sealed_keys: bytes
    salt: bytes
    kdf: Kdf
    must_change: bool = False
    wrong_tries: int = 0
    last_wrong: datetime | None = None
    last_wrong_up: Uptime | None = None


def new_keys() -> Keys:
    """Fresh random secrets for a new cabinet."""
    return Keys(
        bytearray(secrets.token_bytes(KEY_BYTES)), bytearray(secrets.token_bytes(KEY_BYTES))
    )


def rekeyed(keys: Keys) -> Keys:
    """A new data key beside the same log key, for a re-key."""
    return Keys(bytearray(secrets.token_bytes(KEY_BYTES)), bytearray(keys.log_key))


# --- slots ----------------------------------------------------------------------------------


def make_slot(
    staff_no: int,
    name: str,
    role: str,
    password: str,
    keys: Keys,
    *,
    kind: SlotKind = SlotKind.STAFF,
    kdf: Kdf | None = None,
    must_change: bool = False,
    weak_allowed: bool = False,
) -> Slot:
    """A new slot with a new key pair.

    Args:
        staff_no: the person's number; 0 for the recovery slot.
        name: for the log-in page.
        role: identifier of the role, for the log-in page.
        password: the person's first password, or the recovery code.
        keys: the cabinet's secrets, sealed to the new pair.
        kind: whose slot.
        kdf: cost of the password.
        must_change: the person is asked for an own password at the first log-in.
        weak_allowed: the sample office's passwords may be short.

    Raises:
        WeakPasswordError: the password is too short.
    """
    if not weak_allowed:
        check_password(password)
    kdf = kdf or Kdf()
    private = PrivateKey.generate()
    public = bytes(private.public_key)
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    return Slot(
        kind=kind,
        staff_no=staff_no,
        name=name,
        role=role,
        public_key=public.hex(),
        wrapped_key=bytes(_password_box(password, salt, kdf).encrypt(bytes(private))),
        sealed_keys=seal(keys, public.hex()),
        salt=salt,
        kdf=kdf,
        must_change=must_change,
    )


def make_recovery_slot(keys: Keys, code: str, kdf: Kdf | None = None) -> Slot:
    """The slot that the printed code opens; `code` as `make_recovery_code` gave it."""
    return make_slot(0, "", "", code, keys, kind=SlotKind.RECOVERY, kdf=kdf)


def seal(keys: Keys, public_key: str) -> bytes:
    """Both secrets in one sealed box, so that nobody can exchange one of them.

    Args:
        keys: the secrets.
        public_key: 64 hexadecimal digits, taken from the database for existing people: a key
            file can be edited by anyone who reaches the folder.
    """
    return bytes(SealedBox(PublicKey(bytes.fromhex(public_key))).encrypt(_joined(keys)))


def _joined(keys: Keys) -> bytes:
    return bytes(keys.data_key + keys.log_key)


def open_slot(slot: Slot, password: str) -> Keys:
    """The cabinet's secrets, by the person's password (or the recovery code).

    Raises:
        WrongPasswordError: the password does not open the slot.
        KeyFileDamagedError: the password is right, and yet the slot does not hold together.
    """
    private = _unwrap(slot, password)
    if crypto_scalarmult_base(private).hex() != slot.public_key:
        raise KeyFileDamagedError(path="keys.json")
    try:
        both = SealedBox(PrivateKey(private)).decrypt(slot.sealed_keys)
    except CryptoError as error:
        raise KeyFileDamagedError(path="keys.json") from error
    if len(both) != 2 * KEY_BYTES:
        raise KeyFileDamagedError(path="keys.json")
    return Keys(bytearray(both[:KEY_BYTES]), bytearray(both[KEY_BYTES:]))


def change_password(
    slot: Slot, old: str, new: str, *, kdf: Kdf | None = None, weak_allowed: bool = False
) -> Slot:
    """The same key pair under a new password of the person's own.

    Raises:
        WrongPasswordError: `old` does not open the slot.
        WeakPasswordError: `new` is too short.
    """
    if not weak_allowed:
        check_password(new)
    private = _unwrap(slot, old)
    kdf = kdf or slot.kdf
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    wrapped = bytes(_password_box(new, salt, kdf).encrypt(private))
    return with_right_try(replace(slot, wrapped_key=wrapped, salt=salt, kdf=kdf, must_change=False))


def rewrapped(slot: Slot, password: str, kdf: Kdf) -> Slot:
    """The same key pair and password at another cost.

    Raises:
        WrongPasswordError: the password does not open the slot.
    """
    again = change_password(slot, password, password, kdf=kdf, weak_allowed=True)
    return replace(again, must_change=slot.must_change)


def replace_slot(
    slot: Slot,
    password: str,
    keys: Keys,
    *,
    kdf: Kdf | None = None,
    must_change: bool = True,
    weak_allowed: bool = False,
) -> Slot:
    """A new key pair and first password for the same person: the manager's reset.

    The old password opens nothing any more; the person's row must get the new `public_key`.

    Raises:
        WeakPasswordError: the password is too short.
    """
    return make_slot(
        slot.staff_no,
        slot.name,
        slot.role,
        password,
        keys,
        kind=slot.kind,
        kdf=kdf or slot.kdf,
        must_change=must_change,
        weak_allowed=weak_allowed,
    )


def reseal_slot(slot: Slot, keys: Keys, public_key: str) -> Slot:
    """The slot after a re-key: new secrets, sealed to the key in the person's row.

    Raises:
        KeyFileDamagedError: the slot's public key is not the one in the person's row.
    """
    if slot.public_key != public_key:
        raise KeyFileDamagedError(path="keys.json")
    return replace(slot, sealed_keys=seal(keys, public_key))


def _unwrap(slot: Slot, password: str) -> bytes:
    try:
        private = bytes(_password_box(password, slot.salt, slot.kdf).decrypt(slot.wrapped_key))
    except CryptoError as error:
        raise WrongPasswordError(wait_seconds=0) from error
    if len(private) != KEY_BYTES:
        raise KeyFileDamagedError(path="keys.json")
    return private


def _password_box(password: str, salt: bytes, kdf: Kdf) -> SecretBox:
    key = argon2id.kdf(KEY_BYTES, normal_password(password), salt, kdf.ops, kdf.mem)
    return SecretBox(key)


# --- wrong passwords ------------------------------------------------------------------------


def wait_seconds(slot: Slot, now: datetime, up: Uptime | None = None) -> int:
    """How long the person must wait before the next try: 0, or 5 s doubling up to 15 min.

    While the PC runs on, its running time counts, whatever the clock on the wall was set to.
    After a restart the clock on the wall must do: one that was set back gives the whole wait,
    never less; `slowed` lets it count from the clock's new time, so that a clock put right does
    not lock anybody out for a year.

    Args:
        slot: whose.
        now: office wall-clock time.
        up: running time of this PC, if known.
    """
    if slot.wrong_tries < FREE_TRIES or slot.last_wrong is None:
        return 0
    doublings = min(slot.wrong_tries - FREE_TRIES, 16)
    wait = timedelta(seconds=min(FIRST_WAIT * 2**doublings, LONGEST_WAIT))
    left = wait - _passed(slot.last_wrong, slot.last_wrong_up, now, up)
    return max(0, -(-left // timedelta(seconds=1)))


def _passed(
    wrong: datetime, wrong_up: Uptime | None, now: datetime, up: Uptime | None
) -> timedelta:
    """The time since the last wrong try, as far as it can be known; never less than nothing."""
    by_wall = max(now - wrong, timedelta(0))
    if wrong_up is None or up is None or wrong_up.boot != up.boot or wrong_up.ms > up.ms:
        return by_wall
    by_running = timedelta(milliseconds=up.ms - wrong_up.ms)
    # Without a name of the start it may be a later one, and the times of no relation: the
    # shorter of the two at most makes somebody wait for the longest wait once more.
    return by_running if up.boot else min(by_running, by_wall)


def slowed(slot: Slot, now: datetime) -> Slot:
    """The slot with its wait beginning again if the clock stands before the last wrong try."""
    if slot.last_wrong is not None and now < slot.last_wrong:
        return replace(slot, last_wrong=now)
    return slot


def with_wrong_try(slot: Slot, now: datetime, up: Uptime | None = None) -> Slot:
    """The slot with one more wrong password."""
    tries = slot.wrong_tries + 1
    return replace(slot, wrong_tries=tries, last_wrong=now, last_wrong_up=up)


def with_right_try(slot: Slot) -> Slot:
    """The slot with its wrong passwords forgotten."""
    return replace(slot, wrong_tries=0, last_wrong=None, last_wrong_up=None)
