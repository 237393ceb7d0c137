"""Key slots: who can open the cabinet, and how slowly after wrong passwords."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import KeyFileDamagedError, WeakPasswordError, WrongPasswordError
from model.storage.vault import (
    FLOOR_KDF,
    LONGEST_WAIT,
    MIB,
    Kdf,
    Keys,
    Slot,
    SlotKind,
    change_password,
    make_slot,
    new_keys,
    open_slot,
    rekeyed,
    replace_slot,
    reseal_slot,
    slowed,
    wait_seconds,
    with_right_try,
    with_wrong_try,
)

NOW = datetime.fromisoformat("2026-03-02 07:50")
PASSWORD = "clerk-password"


@pytest.fixture
def slot(slots: tuple[Slot, ...]) -> Slot:
    return slots[1]


def tried(slot: Slot, times: int, at: datetime = NOW) -> Slot:
    return replace(slot, wrong_tries=times, last_wrong=at)


def test_the_password_opens_the_slot(slot: Slot, keys: Keys) -> None:
    assert open_slot(slot, PASSWORD) == keys


def test_a_password_typed_in_full_width_opens_it_too(slot: Slot, keys: Keys) -> None:
    assert open_slot(slot, "ｃｌｅｒｋ－ｐａｓｓｗｏｒｄ") == keys


@pytest.mark.parametrize("wrong", ["", "clerk-passwor", "Clerk-password", PASSWORD + " "])
def test_a_wrong_password_opens_nothing(slot: Slot, wrong: str) -> None:
    with pytest.raises(WrongPasswordError):
        open_slot(slot, wrong)


def test_new_secrets_are_32_bytes_and_never_the_same() -> None:
    one, other = new_keys(), new_keys()
    assert len({bytes(key) for key in (one.data_key, one.log_key, other.data_key)}) == 3
    assert len(one.data_key) == len(one.log_key) == 32


def test_forgotten_keys_are_zeroed_where_they_stood() -> None:
    keys = new_keys()
    data_key, seen = keys.data_key, []

    class Watched(bytearray):
        def clear(self) -> None:
            seen.append(bytes(self))
            super().clear()

    keys.data_key = Watched(data_key)
    keys.forget()
    assert seen == [bytes(32)]
    assert not keys.data_key
    assert not keys.log_key


def test_keys_are_not_shown(keys: Keys) -> None:
    assert keys.data_key.hex() not in repr(keys)
    assert str(keys.data_key) not in repr(keys)


def test_no_two_slots_share_a_salt_or_a_pair(slots: tuple[Slot, ...]) -> None:
    assert len({slot.salt for slot in slots}) == len({slot.public_key for slot in slots}) == 3


def test_a_slot_holds_no_secret_in_clear(slot: Slot, keys: Keys) -> None:
    for part in (slot.wrapped_key, slot.sealed_keys, slot.salt, bytes.fromhex(slot.public_key)):
        assert keys.data_key not in part
        assert keys.log_key not in part


def test_a_changed_password_keeps_the_pair(slot: Slot, keys: Keys) -> None:
    changed = change_password(replace(slot, must_change=True), PASSWORD, "another-password")
    assert open_slot(changed, "another-password") == keys
    assert changed.public_key == slot.public_key
    assert changed.salt != slot.salt
    assert not changed.must_change
    with pytest.raises(WrongPasswordError):
        open_slot(changed, PASSWORD)


def test_only_the_old_password_changes_it(slot: Slot) -> None:
    with pytest.raises(WrongPasswordError):
        change_password(slot, "something else", "another-password")


def test_a_changed_password_must_be_strong_too(slot: Slot) -> None:
    with pytest.raises(WeakPasswordError):
        change_password(slot, PASSWORD, "short")


def test_a_weak_first_password_is_refused_unless_for_the_sample_office(keys: Keys) -> None:
    with pytest.raises(WeakPasswordError):
        make_slot(3, "张", "rep", "1234", keys, kdf=FLOOR_KDF)
    weak = make_slot(3, "张", "rep", "1234", keys, kdf=FLOOR_KDF, weak_allowed=True)
    assert open_slot(weak, "1234") == keys


def test_a_reset_makes_a_new_pair_and_must_be_changed(slot: Slot, keys: Keys) -> None:
    reset = replace_slot(tried(slot, 5), "first-password", keys)
    assert (reset.staff_no, reset.name, reset.role) == (slot.staff_no, slot.name, slot.role)
    assert reset.public_key != slot.public_key
    assert reset.must_change
    assert reset.wrong_tries == 0
    assert open_slot(reset, "first-password") == keys


def test_a_re_key_needs_no_password(slot: Slot, keys: Keys) -> None:
    fresh = rekeyed(keys)
    assert fresh.data_key != keys.data_key
    assert fresh.log_key == keys.log_key
    assert open_slot(reseal_slot(slot, fresh, slot.public_key), PASSWORD) == fresh


def test_a_re_key_does_not_seal_to_a_key_that_the_row_does_not_know(
    slots: tuple[Slot, ...], keys: Keys
) -> None:
    with pytest.raises(KeyFileDamagedError):
        reseal_slot(slots[0], rekeyed(keys), slots[1].public_key)


def test_forgotten_copies_do_not_follow_a_re_key(keys: Keys) -> None:
    fresh = rekeyed(keys)
    fresh.forget()
    assert len(keys.log_key) == 32


@pytest.mark.parametrize("part", ["public_key", "sealed_keys"])
def test_parts_of_another_slot_are_damage(slots: tuple[Slot, ...], part: str) -> None:
    mixed = replace(slots[1], **{part: getattr(slots[0], part)})
    with pytest.raises(KeyFileDamagedError):
        open_slot(mixed, PASSWORD)


def test_the_private_key_of_another_slot_does_not_open_with_my_password(
    slots: tuple[Slot, ...],
) -> None:
    mine = slots[1]
    stolen = replace(mine, wrapped_key=slots[0].wrapped_key)
    with pytest.raises(WrongPasswordError):
        open_slot(stolen, PASSWORD)


def test_the_recovery_slot_opens_with_its_code(slots: tuple[Slot, ...], keys: Keys) -> None:
    assert slots[2].kind is SlotKind.RECOVERY
    assert open_slot(slots[2], "recovery-code-of-the-tests") == keys


@pytest.mark.parametrize(
    ("kdf", "sound"),
    [
        (Kdf(), True),
        (FLOOR_KDF, True),
        (Kdf(1, 64 * MIB), False),
        (Kdf(2, 19 * MIB - 1), False),
        (Kdf(17, 64 * MIB), False),
        (Kdf(3, 257 * MIB), False),
        (Kdf(0, 0), False),
    ],
)
def test_the_cost_of_a_password_has_a_floor_and_a_ceiling(kdf: Kdf, sound: bool) -> None:
    assert kdf.sound() is sound


def test_the_default_cost_is_the_designs() -> None:
    assert Kdf() == Kdf(ops=3, mem=64 * MIB)


# --- wrong passwords ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tries", "wait"),
    [(0, 0), (2, 0), (3, 5), (4, 10), (5, 20), (10, 640), (11, 900), (12, 900), (10_000, 900)],
)
def test_the_wait_doubles_from_5_seconds_to_15_minutes(slot: Slot, tries: int, wait: int) -> None:
    assert wait_seconds(tried(slot, tries), NOW) == wait


def test_the_wait_runs_out(slot: Slot) -> None:
    waiting = tried(slot, 3)
    seconds = [wait_seconds(waiting, NOW + timedelta(seconds=at)) for at in (0, 1, 4.5, 5, 600)]
    assert seconds == [5, 4, 1, 0, 0]


def test_a_right_password_ends_the_count(slot: Slot) -> None:
    assert with_right_try(with_wrong_try(slot, NOW)) == slot


@given(tries=st.integers(3, 50), back=st.timedeltas(timedelta(0), timedelta(days=4000)))
def test_a_clock_set_back_never_shortens_the_wait(tries: int, back: timedelta) -> None:
    waiting = tried(_ANY, tries)
    assert wait_seconds(waiting, NOW - back) >= wait_seconds(waiting, NOW)


@given(tries=st.integers(3, 50), back=st.timedeltas(timedelta(seconds=1), timedelta(days=4000)))
def test_a_clock_put_right_locks_nobody_out_for_long(tries: int, back: timedelta) -> None:
    before = NOW - back
    again = slowed(tried(_ANY, tries), before)
    assert wait_seconds(again, before) > 0
    assert wait_seconds(again, before + timedelta(seconds=LONGEST_WAIT)) == 0


def test_a_clock_that_runs_on_changes_nothing(slot: Slot) -> None:
    waiting = tried(slot, 4)
    assert slowed(waiting, NOW + timedelta(seconds=1)) == waiting


_ANY = Slot(SlotKind.STAFF, 1, "", "", "", b"", b"", b"", FLOOR_KDF)
