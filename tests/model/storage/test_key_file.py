"""`keys.json`: no byte of it changes unseen, and no wrong password goes uncounted."""

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.errors import (
    CannotWriteError,
    InExclusiveUseError,
    KeyFileDamagedError,
    NewerCabinetError,
    NotFoundError,
    TooManyTriesError,
    WrongPasswordError,
)
from model.storage import key_file as module
from model.storage.key_file import (
    MOST_FAILURES,
    KeyFile,
    change_key_file,
    open_with_password,
)
from model.storage.uptime import Uptime, since_boot
from model.storage.vault import FLOOR_KDF, Keys, Slot, make_slot

NOW = datetime.fromisoformat("2026-03-02 07:50")
MANAGER, CLERK = 1, 2
UP = Uptime("f1e2", 3_600_000)
RIGHT = {MANAGER: "manager-password", CLERK: "clerk-password"}
same_files = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def path(tmp_path: Path, key_file: KeyFile) -> Path:
    made = tmp_path / "keys.json"
    key_file.write(made)
    return made


def checksummed(plain: dict[str, Any]) -> bytes:
    """What someone writes who knows how the file is made."""
    return module._rendered({name: part for name, part in plain.items() if name != "checksum"})


# --- read and write -------------------------------------------------------------------------


def test_it_reads_what_it_wrote(path: Path, key_file: KeyFile) -> None:
    assert KeyFile.read(path) == key_file


def test_everything_in_it_survives(tmp_path: Path, key_file: KeyFile, slots: Any) -> None:
    tried = replace(slots[1], wrong_tries=4, last_wrong=NOW, last_wrong_up=UP, must_change=True)
    full = replace(key_file.with_slot(tried).with_failure(2, NOW), generation=7)
    full.write(tmp_path / "keys.json")
    assert KeyFile.read(tmp_path / "keys.json") == full


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_may_read_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_holds_no_secret_in_clear(path: Path, keys: Keys) -> None:
    content = path.read_bytes()
    for secret in (keys.data_key, keys.log_key):
        assert secret not in content
        assert secret.hex().encode() not in content
    for password in RIGHT.values():
        assert password.encode() not in content


def test_a_missing_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(KeyFileDamagedError):
        KeyFile.read(tmp_path / "keys.json")


def test_slots_stand_in_order_with_recovery_last(key_file: KeyFile, slots: Any) -> None:
    turned = replace(key_file, slots=()).with_slot(slots[2]).with_slot(slots[1])
    assert turned.with_slot(slots[0]).slots == slots
    assert key_file.without_slot(CLERK).slots == (slots[0], slots[2])
    assert key_file.recovery == slots[2]
    with pytest.raises(NotFoundError):
        key_file.slot(0)  # the recovery slot is nobody's
    with pytest.raises(NotFoundError):
        key_file.without_slot(9)
    with pytest.raises(NotFoundError):
        _ = replace(key_file, slots=slots[:2]).recovery


# --- damage ---------------------------------------------------------------------------------


@same_files
@given(data=st.data())
def test_no_changed_byte_is_accepted(key_file: KeyFile, data: st.DataObject) -> None:
    content = key_file.rendered()
    at = data.draw(st.integers(0, len(content) - 1))
    put = data.draw(st.binary(max_size=3))
    length = data.draw(st.integers(0, 3))
    changed = content[:at] + put + content[at + length :]
    if changed != content:
        with pytest.raises((KeyFileDamagedError, NewerCabinetError)):
            KeyFile.parsed(changed, Path("keys.json"))


def test_no_flipped_bit_is_accepted(key_file: KeyFile) -> None:
    content = replace(key_file, slots=key_file.slots[:1]).rendered()
    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1 << (at % 8)
        with pytest.raises(KeyFileDamagedError):
            KeyFile.parsed(bytes(changed), Path("keys.json"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"1",
        b'"x"',
        b"\xff\xfe",
        b"[" * 100_000,
        b"9" * 5000,
        b"\0" * 4096,
    ],
)
def test_something_else_is_damage(content: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        KeyFile.parsed(content, Path("keys.json"))


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    huge = tmp_path / "keys.json"
    with huge.open("wb") as file:
        file.truncate(50 * 1024**3)
    with pytest.raises(KeyFileDamagedError):
        KeyFile.read(huge)


@pytest.mark.parametrize("cut", [1, 10, 500])
def test_a_half_written_file_is_damage(key_file: KeyFile, cut: int) -> None:
    with pytest.raises(KeyFileDamagedError):
        KeyFile.parsed(key_file.rendered()[:-cut], Path("keys.json"))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(st.text(max_size=3), inside),
    max_leaves=4,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON document."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    here = [(value, key) for key in keys]
    inside = [value[key] for key in keys if isinstance(value[key], dict | list)]
    return here + [place for container in inside for place in places(container)]


@same_files
@given(data=st.data(), wrong=json_values)
def test_a_checksummed_forgery_never_ends_in_another_error(
    key_file: KeyFile, keys: Keys, data: st.DataObject, wrong: Any
) -> None:
    plain = json.loads(key_file.with_failure(1, NOW).rendered())
    container, key = data.draw(st.sampled_from(places(plain)))
    container[key] = wrong
    try:
        parsed = KeyFile.parsed(checksummed(plain), Path("keys.json"))
    except (KeyFileDamagedError, NewerCabinetError):
        return
    assert parsed.kdf.sound()
    assert all(slot.kdf.sound() for slot in parsed.slots)


@pytest.mark.parametrize("part", ["wrapped_key", "sealed_keys", "public_key", "salt"])
@pytest.mark.parametrize("how", ["zeroed", "turned", "shortened", "another"])
def test_a_forged_slot_opens_nothing(
    path: Path, key_file: KeyFile, slots: tuple[Slot, ...], part: str, how: str
) -> None:
    plain = json.loads(path.read_bytes())
    good = plain["slots"][1][part]
    plain["slots"][1][part] = {
        "zeroed": "0" * len(good),
        "turned": good[::-1],
        "shortened": good[:-2],
        "another": plain["slots"][0][part],
    }[how]
    path.write_bytes(checksummed(plain))
    with pytest.raises((KeyFileDamagedError, WrongPasswordError)):
        open_with_password(path, CLERK, RIGHT[CLERK], NOW)


@pytest.mark.parametrize(
    ("ops", "mem"), [(1, 64 << 20), (3, 8192), (3, 1 << 40), (1 << 31, 64 << 20), (-1, 0)]
)
@pytest.mark.parametrize("whose", ["slot", "file"])
def test_costs_out_of_bounds_are_refused_unused(
    key_file: KeyFile, ops: int, mem: int, whose: str
) -> None:
    plain = json.loads(key_file.rendered())
    (plain["slots"][0] if whose == "slot" else plain)["kdf"] = {"ops": ops, "mem": mem}
    with pytest.raises(KeyFileDamagedError):
        KeyFile.parsed(checksummed(plain), Path("keys.json"))


def test_two_slots_of_one_person_are_refused(key_file: KeyFile) -> None:
    plain = json.loads(key_file.rendered())
    plain["slots"].append(plain["slots"][0])
    with pytest.raises(KeyFileDamagedError):
        KeyFile.parsed(checksummed(plain), Path("keys.json"))


def test_an_unknown_part_is_refused(key_file: KeyFile) -> None:
    plain = json.loads(key_file.rendered())
    plain["more"] = 1
    with pytest.raises(KeyFileDamagedError):
        KeyFile.parsed(checksummed(plain), Path("keys.json"))


def test_a_newer_format_is_told_from_damage(key_file: KeyFile) -> None:
    plain = json.loads(key_file.rendered())
    newer = {"format": 3, "something": "else"}
    with pytest.raises(NewerCabinetError):
        KeyFile.parsed(checksummed(newer), Path("keys.json"))
    damaged = json.dumps({**plain, "format": 3}).encode()
    with pytest.raises(KeyFileDamagedError):
        KeyFile.parsed(damaged, Path("keys.json"))


def as_format_1(key_file: KeyFile) -> dict[str, Any]:
    """What the first version of the program would have written."""
    plain = json.loads(key_file.rendered())
    for slot in plain["slots"]:
        del slot["last_wrong_up"]
    return {**plain, "format": 1}


def test_a_file_of_the_first_format_is_read_and_written_anew(
    path: Path, key_file: KeyFile, slots: Any
) -> None:
    old = key_file.with_slot(replace(slots[1], wrong_tries=4, last_wrong=NOW))
    path.write_bytes(checksummed(as_format_1(old)))
    assert KeyFile.read(path) == old
    change_key_file(path, lambda file: file.with_failure(CLERK, NOW))
    assert json.loads(path.read_bytes())["format"] == 2
    assert KeyFile.read(path) == old.with_failure(CLERK, NOW)


def test_the_formats_are_not_mixed(key_file: KeyFile) -> None:
    mixed = {**json.loads(key_file.rendered()), "format": 1}
    lacking = {**as_format_1(key_file), "format": 2}
    for plain in (mixed, lacking, {**mixed, "format": 0}, {**mixed, "format": True}):
        with pytest.raises(KeyFileDamagedError):
            KeyFile.parsed(checksummed(plain), Path("keys.json"))


# --- change ---------------------------------------------------------------------------------


def test_two_programs_lose_no_change(path: Path, neighbour: Callable[..., Any]) -> None:
    others = [neighbour("try_passwords", path) for _ in range(2)]
    for other in others:
        other.said()
    for second in range(30):
        at = NOW + timedelta(seconds=second)
        change_key_file(path, lambda file, at=at: file.with_failure(CLERK, at))
    for other in others:
        other.kill()
    after = KeyFile.read(path)
    assert [one.number for one in after.failures] == list(
        range(after.last_failure - len(after.failures) + 1, after.last_failure + 1)
    )
    assert sum(one.staff_no == CLERK for one in after.failures) == 30


def test_killed_writers_leave_a_whole_file(path: Path, neighbour: Callable[..., Any]) -> None:
    for _ in range(5):
        other = neighbour("try_passwords", path)
        acknowledged = int(other.said())
        other.kill()
        assert KeyFile.read(path).last_failure >= acknowledged
        assert {file.name for file in path.parent.iterdir()} <= {
            "keys.json",
            "keys.json.new",
            "keys.lock",
        }
    change_key_file(path, lambda file: file.with_failure(1, NOW))
    assert not path.with_name("keys.json.new").exists()


def test_a_change_that_fails_changes_nothing(path: Path, key_file: KeyFile) -> None:
    with pytest.raises(NotFoundError):
        change_key_file(path, lambda file: file.without_slot(99))
    assert KeyFile.read(path) == key_file
    change_key_file(path, lambda file: file.with_failure(1, NOW))  # the lock was let go of


def test_a_stuck_program_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOCK_WAIT", 0.05)
    with module._locked(path), pytest.raises(InExclusiveUseError):
        change_key_file(path, lambda file: file)


def test_a_read_only_folder_is_told(path: Path, read_only: Callable[..., Any]) -> None:
    with read_only(path.parent) as copy, pytest.raises(CannotWriteError):
        change_key_file(copy / "keys.json", lambda file: file.with_failure(1, NOW))


# --- wrong passwords ------------------------------------------------------------------------


def wrong(path: Path, at: datetime, staff_no: int | None = CLERK) -> int:
    with pytest.raises(WrongPasswordError) as caught:
        open_with_password(path, staff_no, "not the password", at)
    return int(str(caught.value.values["wait_seconds"]))


def test_the_right_password_opens(path: Path, keys: Keys, key_file: KeyFile) -> None:
    before = path.stat().st_mtime_ns
    assert open_with_password(path, MANAGER, RIGHT[MANAGER], NOW) == (keys, key_file)
    assert path.stat().st_mtime_ns == before  # a good log-in costs no write


def test_wrong_passwords_are_counted_and_listed(path: Path) -> None:
    assert [wrong(path, NOW + timedelta(seconds=at)) for at in range(3)] == [0, 0, 5]
    after = KeyFile.read(path)
    assert after.slot(CLERK).wrong_tries == 3
    assert after.slot(MANAGER).wrong_tries == 0
    assert [(one.number, one.staff_no, one.at.second) for one in after.failures] == [
        (1, CLERK, 0),
        (2, CLERK, 1),
        (3, CLERK, 2),
    ]


def test_while_waiting_not_even_the_right_password_is_looked_at(path: Path, keys: Keys) -> None:
    for _ in range(3):
        wrong(path, NOW)
    with pytest.raises(TooManyTriesError) as caught:
        open_with_password(path, CLERK, RIGHT[CLERK], NOW + timedelta(seconds=2))
    assert caught.value.values == {"wait_seconds": 3}
    assert KeyFile.read(path).last_failure == 3  # not counted as a try
    opened, after = open_with_password(path, CLERK, RIGHT[CLERK], NOW + timedelta(seconds=5))
    assert opened == keys
    assert after.slot(CLERK).wrong_tries == KeyFile.read(path).slot(CLERK).wrong_tries == 0
    assert len(after.failures) == 3  # still to be logged


def test_keys_that_are_not_handed_over_are_forgotten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wrong tries before cannot be taken back on a disk that is full."""
    opened: list[Keys] = []
    open_slot = module.open_slot

    def noted(slot: Slot, password: str) -> Keys:
        opened.append(open_slot(slot, password))
        return opened[-1]

    def refuse(*_: object) -> KeyFile:
        raise CannotWriteError(path="keys.json", reason="full")

    wrong(path, NOW)
    monkeypatch.setattr(module, "open_slot", noted)
    monkeypatch.setattr(module, "change_key_file", refuse)
    with pytest.raises(CannotWriteError):
        open_with_password(path, CLERK, RIGHT[CLERK], NOW)
    assert [bytes(keys.data_key + keys.log_key) for keys in opened] == [b""]


def test_others_need_not_wait(path: Path, keys: Keys) -> None:
    for _ in range(3):
        wrong(path, NOW)
    assert open_with_password(path, MANAGER, RIGHT[MANAGER], NOW)[0] == keys


def test_setting_the_clock_back_only_begins_the_wait_anew(path: Path, keys: Keys) -> None:
    for _ in range(3):
        wrong(path, NOW)
    last_year = NOW - timedelta(days=365)
    with pytest.raises(TooManyTriesError) as caught:
        open_with_password(path, CLERK, RIGHT[CLERK], last_year)
    assert caught.value.values == {"wait_seconds": 5}
    later = last_year + timedelta(seconds=5)
    assert open_with_password(path, CLERK, RIGHT[CLERK], later)[0] == keys


class Running:
    """A PC whose running time is told to it."""

    def __init__(self) -> None:
        self.boot, self.seconds = "first", 100.0

    def __call__(self) -> Uptime:
        return Uptime(self.boot, int(self.seconds * 1000))


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Running:
    made = Running()
    monkeypatch.setattr(module, "since_boot", made)
    return made


@pytest.mark.parametrize("boot", ["first", ""])
@pytest.mark.parametrize("moved", [timedelta(days=365), timedelta(minutes=1)])
def test_a_clock_set_forward_shortens_no_wait(
    path: Path, keys: Keys, running: Running, boot: str, moved: timedelta
) -> None:
    running.boot = boot
    for _ in range(3):
        wrong(path, NOW)
    running.seconds += 2
    with pytest.raises(TooManyTriesError) as caught:
        open_with_password(path, CLERK, RIGHT[CLERK], NOW + moved)
    assert caught.value.values == {"wait_seconds": 3}
    running.seconds += 3
    assert open_with_password(path, CLERK, RIGHT[CLERK], NOW + moved)[0] == keys


def test_a_clock_set_back_lengthens_no_wait_while_the_pc_runs(
    path: Path, keys: Keys, running: Running
) -> None:
    for _ in range(3):
        wrong(path, NOW)
    running.seconds += 5
    assert open_with_password(path, CLERK, RIGHT[CLERK], NOW - timedelta(days=1))[0] == keys


def test_after_a_restart_the_clock_on_the_wall_counts(
    path: Path, keys: Keys, running: Running
) -> None:
    for _ in range(3):
        wrong(path, NOW)
    running.boot, running.seconds = "second", 200.0
    with pytest.raises(TooManyTriesError):
        open_with_password(path, CLERK, RIGHT[CLERK], NOW + timedelta(seconds=4))
    assert open_with_password(path, CLERK, RIGHT[CLERK], NOW + timedelta(seconds=5))[0] == keys


def test_a_restart_without_a_name_is_seen_by_its_shorter_time(
    path: Path, keys: Keys, running: Running
) -> None:
    running.boot = ""
    for _ in range(3):
        wrong(path, NOW)
    running.seconds = 20
    assert open_with_password(path, CLERK, RIGHT[CLERK], NOW + timedelta(seconds=5))[0] == keys


def test_a_killed_program_waits_as_well(path: Path, running: Running) -> None:
    for _ in range(4):
        with pytest.raises((WrongPasswordError, TooManyTriesError)):
            open_with_password(path, CLERK, "not the password", NOW)
    assert KeyFile.read(path).slot(CLERK).last_wrong_up == running()


def test_this_pcs_running_time_goes_on() -> None:
    first, second = since_boot(), since_boot()
    assert first.boot == second.boot
    assert 0 < first.ms <= second.ms


def test_the_recovery_slot_is_slowed_too(path: Path, keys: Keys) -> None:
    for _ in range(3):
        wrong(path, NOW, None)
    assert KeyFile.read(path).recovery.wrong_tries == 3
    with pytest.raises(TooManyTriesError):
        open_with_password(path, None, "recovery-code-of-the-tests", NOW)
    later = NOW + timedelta(seconds=5)
    assert open_with_password(path, None, "recovery-code-of-the-tests", later)[0] == keys


def test_an_unknown_person_is_told(path: Path) -> None:
    with pytest.raises(NotFoundError):
        open_with_password(path, 77, "whatever-it-is", NOW)


def test_logged_failures_go_and_newer_ones_stay(key_file: KeyFile) -> None:
    tried = key_file.with_failure(1, NOW).with_failure(2, NOW).with_failure(1, NOW)
    assert [one.number for one in tried.without_failures(2).failures] == [3]
    assert tried.without_failures(3).with_failure(1, NOW).failures[0].number == 4


def test_a_flood_of_failures_does_not_grow_the_file(key_file: KeyFile) -> None:
    flooded = key_file
    for _ in range(MOST_FAILURES + 5):
        flooded = flooded.with_failure(1, NOW)
    assert len(flooded.failures) == MOST_FAILURES
    assert flooded.last_failure == MOST_FAILURES + 5  # the log will see the gap


def test_a_person_gone_meanwhile_is_refused(path: Path, keys: Keys) -> None:
    newcomer = make_slot(5, "赵", "rep", "some-password", keys, kdf=FLOOR_KDF)
    change_key_file(path, lambda file: file.with_slot(newcomer))
    change_key_file(path, lambda file: file.without_slot(5))
    with pytest.raises(NotFoundError):
        open_with_password(path, 5, "some-password", NOW)
