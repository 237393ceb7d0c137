"""Who is dismissed opens nothing any more; what he did stays."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from model.cards import drafts
from model.cards.definition import CardKind
from model.cards.tables import CustodyState, CustomerCard, Typing
from model.errors import (
    BackupDamagedError,
    HoldsCardsError,
    InExclusiveUseError,
    KeyFileDamagedError,
    LastManagerError,
    NotFoundError,
    ReasonNeededError,
    StoppedError,
    WrongPasswordError,
)
from model.office import audit, log_in, office_settings, people
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import AuditLine, FormerKey, Person, PersonState
from model.storage import backup_file, cabinet, vault
from model.storage.database import database, open_connection, writing
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import Keys
from model.upkeep import backup, resealing
from model.upkeep.dismissal import Dismissed, dismiss, look_before_dismissing
from model.upkeep.resealing import LeftBackup
from model.upkeep.restore import restore
from model.upkeep.verify import verify

from .conftest import PASSWORD, REP_PASSWORD, Office

StopAt = Callable[[int], Callable[[int, int], None]]
LI_MING, LI_NA = 3, 2


def gone(desk: Desk, now: datetime, staff_no: int = LI_MING) -> Dismissed:
    return dismiss(desk, staff_no, "离职", now)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


@pytest.fixture
def second_manager(manager: Desk, now: datetime) -> int:
    """Another manager, whose slot is in every backup."""
    person, _ = people.add_person(manager, "刘总", Role.MANAGER, "", "second-password", now)
    return person.staff_no


# --- the person ------------------------------------------------------------------------------


def test_the_cabinet_goes_on_under_a_new_key(office: Office, manager: Desk, now: datetime) -> None:
    before = bytes(manager.keys.data_key)

    done = gone(manager, now)

    assert (done.generation, done.without_key, done.recovery_works) == (2, (), True)
    assert manager.keys.data_key != before
    assert {"cabinet-2.db", "keys.json"} <= set(files(office.folder))
    assert "cabinet.db" not in files(office.folder)
    with (
        closing(open_connection(office.folder / "cabinet-2.db", before)) as old,
        pytest.raises(Exception, match="not a database"),
    ):
        old.execute("SELECT count(*) FROM person").fetchone()
    assert verify(manager, "", now).faults == ()


def test_who_stays_logs_in_with_the_old_password(
    office: Office, manager: Desk, now: datetime
) -> None:
    gone(manager, now)

    for name in ("王芳", "李娜"):
        assert office.sit(name).person.name == name


def test_who_left_is_not_known_any_more(office: Office, manager: Desk, now: datetime) -> None:
    gone(manager, now)

    assert [person.name for person in log_in.staff_of(office.folder)] == ["王芳", "李娜"]
    with pytest.raises(NotFoundError):
        office.sit("李明", REP_PASSWORD)


def test_an_old_key_file_does_not_come_to_life(
    office: Office, manager: Desk, now: datetime
) -> None:
    old = (office.folder / "keys.json").read_bytes()
    gone(manager, now)
    new = (office.folder / "keys.json").read_bytes()
    office.leave()
    (office.folder / "keys.json").write_bytes(old)

    with pytest.raises(KeyFileDamagedError):
        office.sit("李明", REP_PASSWORD)

    assert "cabinet-2.db" in files(office.folder)
    (office.folder / "keys.json").write_bytes(new)
    assert office.sit("王芳").person.name == "王芳"


def test_an_old_pair_put_back_does_not_come_to_life(
    office: Office, manager: Desk, now: datetime, tmp_path: Path
) -> None:
    office.leave()
    shutil.copytree(office.folder, tmp_path / "kept")
    gone(office.sit("王芳"), now)
    office.leave()
    for name in ("keys.json", "cabinet.db"):
        shutil.copy(tmp_path / "kept" / name, office.folder)

    with pytest.raises(KeyFileDamagedError):
        office.sit("李明", REP_PASSWORD)

    assert {"cabinet.db", "cabinet-2.db"} <= set(files(office.folder))


def test_his_slot_put_back_opens_nothing(office: Office, manager: Desk, now: datetime) -> None:
    slot = KeyFile.read(office.folder / "keys.json").slot(LI_MING)
    gone(manager, now)
    office.leave()
    change_key_file(office.folder / "keys.json", lambda file: file.with_slot(slot))

    with pytest.raises(KeyFileDamagedError):
        office.sit("李明", REP_PASSWORD)


def test_a_planted_recovery_slot_does_not_get_the_new_key(
    office: Office, manager: Desk, now: datetime
) -> None:
    """He who will be dismissed exchanges the recovery slot for one of his own."""
    own = vault.make_recovery_slot(manager.keys, "his own code", vault.FLOOR_KDF)
    change_key_file(office.folder / "keys.json", lambda file: file.with_slot(own))

    done = gone(manager, now)

    assert not done.recovery_works
    keys = vault.open_slot(KeyFile.read(office.folder / "keys.json").recovery, "his own code")
    assert keys.data_key != manager.keys.data_key


def test_a_planted_slot_of_a_person_is_left_out(
    office: Office, manager: Desk, now: datetime
) -> None:
    own = vault.make_slot(LI_NA, "李娜", "clerk", "his password", manager.keys, kdf=vault.FLOOR_KDF)
    change_key_file(office.folder / "keys.json", lambda file: file.with_slot(own))

    done = gone(manager, now)

    assert done.without_key == (LI_NA,)
    first = people.reset_password(manager, LI_NA, now)
    assert office.sit("李娜", first).must_change_password


def test_recovery_code_still_opens(office: Office, manager: Desk, now: datetime) -> None:
    gone(manager, now)
    office.leave()

    log_in.recover(office.folder, "王芳", office.code, "brand-new-password", now)

    assert office.sit("王芳", "brand-new-password").person.name == "王芳"


def test_history_keeps_his_name(manager: Desk, now: datetime) -> None:
    gone(manager, now)

    person = Person.get(Person.staff_no == LI_MING)
    assert (person.name, person.state, person.left_on) == ("李明", PersonState.GONE, now.date())
    added = AuditLine.get(AuditLine.event == audit.Event.STAFF_ADD, AuditLine.subject == "3")
    assert json.loads(added.after)["name"] == "李明"


def test_it_is_logged(manager: Desk, now: datetime) -> None:
    gone(manager, now)

    lines = {line.event: line for line in AuditLine.select().order_by(AuditLine.no.desc()).limit(2)}
    dismissed, rekeyed = lines[audit.Event.STAFF_DISMISS], lines[audit.Event.REKEY]
    assert (dismissed.subject, dismissed.reason) == ("3", "离职")
    assert json.loads(rekeyed.after) == {"generation": 2}


def test_his_kept_typing_is_removed(office: Office, now: datetime) -> None:
    office.sit("李明", REP_PASSWORD)
    with writing():
        Typing.create(
            person=Person.get(Person.staff_no == LI_MING), ref="", customer_kind="company",
            version=1, texts="{}", kept_at=now,
        )  # fmt: skip

    gone(office.sit("王芳"), now)

    assert Typing.select().count() == 0


def test_the_keeper_is_named_no_more(manager: Desk, now: datetime) -> None:
    done = gone(manager, now, LI_NA)

    assert done.leaving.keeps == "keeper"
    assert people.keepers(manager) == people.Keepers("", "")


def test_what_he_leaves_behind_is_told(office: Office, manager: Desk, now: datetime) -> None:
    rep, texts = office.sit("李明", REP_PASSWORD), {"full_name": "客户", "district": "武侯"}
    draft = drafts.create_card(rep, CardKind.COMPANY, texts, now)
    with writing():
        CustomerCard.update(card_no="Q00001", custody_state=CustodyState.IN_CABINET).where(
            CustomerCard.draft_no == draft.ref
        ).execute()

    desk = office.sit("王芳")

    assert look_before_dismissing(desk, LI_MING, now).customers == ("Q00001",)
    assert gone(desk, now).leaving.customers == ("Q00001",)


# --- refusals ---------------------------------------------------------------------------------


def test_nobody_dismisses_himself(manager: Desk, now: datetime, second_manager: int) -> None:
    with pytest.raises(LastManagerError):
        gone(manager, now, 1)


def test_a_manager_may_dismiss_another(
    office: Office, manager: Desk, now: datetime, second_manager: int
) -> None:
    gone(manager, now, second_manager)

    with pytest.raises(NotFoundError):
        office.sit("刘总", "second-password")


def test_who_has_cards_out_stays(office: Office, manager: Desk, now: datetime) -> None:
    with writing():
        CustomerCard.create(
            card_no="Q00009", customer_kind="company", custody_state="out", drawer_no=1,
            holder=Person.get(Person.staff_no == LI_MING), due_at=now,
        )  # fmt: skip

    with pytest.raises(HoldsCardsError) as caught:
        gone(manager, now)

    assert caught.value.values["card_nos"] == ["Q00009"]
    assert KeyFile.read(office.folder / "keys.json").generation == 1


@pytest.mark.parametrize("staff_no", [LI_MING, 99])
def test_nobody_is_dismissed_twice(manager: Desk, now: datetime, staff_no: int) -> None:
    gone(manager, now)

    with pytest.raises(NotFoundError):
        gone(manager, now, staff_no)


def test_a_reason_is_needed(manager: Desk, now: datetime) -> None:
    with pytest.raises(ReasonNeededError):
        dismiss(manager, LI_MING, "  ", now)


def test_who_is_gone_gets_no_new_password(manager: Desk, now: datetime) -> None:
    gone(manager, now)

    with pytest.raises(NotFoundError):
        people.reset_password(manager, LI_MING, now)


def test_who_is_gone_does_not_keep_the_cabinet(manager: Desk, now: datetime) -> None:
    gone(manager, now, LI_NA)

    with pytest.raises(NotFoundError):
        people.name_keeper(manager, "李娜", "", now)


# --- backups ------------------------------------------------------------------------------------


@pytest.fixture
def old_backup(manager: Desk, second_manager: int, now: datetime) -> Path:
    return backup.back_up(manager, None, now - timedelta(days=20)).file


def test_a_backup_is_sealed_anew(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime
) -> None:
    before = backup_file.read_backup(old_backup)[0]

    done = gone(manager, now, second_manager)

    after, key_file = backup_file.read_backup(old_backup)
    assert (done.resealed, done.left) == ((old_backup.name,), ())
    assert (after.made_at, after.rows, after.generation) == (before.made_at, before.rows, 2)
    assert [slot.staff_no for slot in key_file.slots] == [1, 0]
    assert backup_file.check_backup(old_backup, manager.keys) == after
    assert FormerKey.select().count() == 0
    assert sorted(path.name for path in old_backup.parent.iterdir()) == [old_backup.name]


def test_a_sealed_backup_restores(
    office: Office, manager: Desk, second_manager: int, old_backup: Path, now: datetime,
    tmp_path: Path,
) -> None:  # fmt: skip
    gone(manager, now, second_manager)
    office.leave()

    with pytest.raises(NotFoundError):
        restore(old_backup, tmp_path / "his", "刘总", "second-password", now)
    back = restore(old_backup, tmp_path / "again", "王芳", PASSWORD, now)

    assert back.faults == ()
    assert "cabinet-2.db" in files(tmp_path / "again")
    assert log_in.log_in(tmp_path / "again", "王芳", PASSWORD, now).person.name == "王芳"


def test_a_sealed_backup_opens_with_the_present_password(
    office: Office, manager: Desk, second_manager: int, old_backup: Path, now: datetime,
    tmp_path: Path,
) -> None:  # fmt: skip
    """A new first password since then: his row in the backup gets the key of that slot."""
    first = people.reset_password(manager, 1, now)

    gone(office.sit("王芳", first), now, second_manager)
    office.leave()

    assert restore(old_backup, tmp_path / "again", "王芳", first, now).faults == ()


def test_a_sealed_backup_opens_with_the_code(
    office: Office, manager: Desk, second_manager: int, old_backup: Path, now: datetime,
    tmp_path: Path,
) -> None:  # fmt: skip
    gone(manager, now, second_manager)
    office.leave()

    back = restore(
        old_backup, tmp_path / "again", "王芳", "brand-new-password", now, code=office.code
    )

    assert back.faults == ()
    assert log_in.log_in(tmp_path / "again", "王芳", "brand-new-password", now).person.staff_no == 1


def test_a_copy_from_before_opens_with_its_own_slots(
    office: Office, manager: Desk, second_manager: int, old_backup: Path, now: datetime,
    tmp_path: Path,
) -> None:  # fmt: skip
    """What lies in a drawer at home cannot be reached, and is said to be so in the manual."""
    copy = Path(shutil.copy(old_backup, tmp_path / "home.ccb"))
    gone(manager, now, second_manager)
    office.leave()

    assert restore(copy, tmp_path / "again", "刘总", "second-password", now).faults == ()


def test_the_second_folder_is_done_too(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(old_backup, stick / "other-name.ccb")
    office_settings.change_setting(manager, "second_backup_folder", str(stick), now)

    done = gone(manager, now, second_manager)

    assert set(done.resealed) == {old_backup.name, "other-name.ccb"}
    assert backup_file.read_backup(stick / "other-name.ccb")[0].generation == 2
    assert [path.name for path in stick.iterdir()] == ["other-name.ccb"]


def test_a_stick_that_is_away_is_named_and_done_later(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime, tmp_path: Path
) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    shutil.copy(old_backup, stick)
    office_settings.change_setting(manager, "second_backup_folder", str(stick), now)
    stick.rename(away)

    done = gone(manager, now, second_manager)

    assert done.left == (LeftBackup(str(stick), "unreachable"),)
    line = AuditLine.select().order_by(AuditLine.no.desc()).get()
    assert json.loads(line.after) == {"left": {str(stick): "unreachable"}}
    assert FormerKey.select().count() == 1
    away.rename(stick)
    assert resealing.reseal_backups(manager, now).resealed == (old_backup.name,)
    assert backup_file.check_backup(stick / old_backup.name, manager.keys).generation == 2
    assert FormerKey.select().count() == 0


def test_a_damaged_backup_is_named(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime
) -> None:
    content = bytearray(old_backup.read_bytes())
    content[len(content) // 2] ^= 1
    old_backup.write_bytes(content)

    done = gone(manager, now, second_manager)

    assert done.left == (LeftBackup(old_backup.name, "damaged"),)
    assert old_backup.read_bytes() == content
    assert FormerKey.select().count() == 0


def test_a_backup_of_an_older_key_is_named(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime, tmp_path: Path
) -> None:
    copy = shutil.copy(old_backup, tmp_path / "home.ccb")
    gone(manager, now)
    shutil.copy(copy, old_backup.with_name("home.ccb"))

    done = gone(manager, now, second_manager)

    assert done.resealed == (old_backup.name,)
    assert done.left == (LeftBackup("home.ccb", "older_key"),)


def test_another_offices_backup_is_left_alone(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime
) -> None:
    change_key_file(
        cabinet.key_file_path(manager.cabinet),
        lambda file: KeyFile(**{**vars(file), "cabinet_id": "ab" * 16}),
    )
    before = old_backup.read_bytes()

    done = gone(manager, now, second_manager)

    assert (done.resealed, done.left) == ((), ())
    assert old_backup.read_bytes() == before


def test_stopped_while_sealing_is_dismissed_all_the_same(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime
) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise StoppedError

    done = dismiss(manager, second_manager, "离职", now, stop)

    assert (done.generation, done.resealed) == (2, ())
    assert done.left == (LeftBackup(old_backup.name, "stopped"),)
    assert backup_file.read_backup(old_backup)[0].generation == 1
    backup.back_up_daily(manager, now)
    assert backup_file.check_backup(old_backup, manager.keys).generation == 2


def test_resealing_is_cheap_when_there_is_nothing_to_do(manager: Desk, now: datetime) -> None:
    def never(done: int, total: int) -> None:
        raise AssertionError

    assert resealing.reseal_backups(manager, now, never) == resealing.Resealed((), ())


def test_a_backup_tells_other_keys_from_damage(
    manager: Desk, second_manager: int, old_backup: Path, now: datetime, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(old_backup, tmp_path / "home.ccb"))
    gone(manager, now, second_manager)

    with pytest.raises(BackupDamagedError) as caught:
        backup_file.check_backup(copy, manager.keys)
    assert caught.value.values["reason"] == "other_key"


# --- stopped, refused, full ---------------------------------------------------------------------


@pytest.mark.parametrize("report", [1, 2, 3])
def test_stopped_before_the_last_step_nothing_has_changed(
    office: Office, manager: Desk, now: datetime, stop_at: StopAt, report: int
) -> None:
    keys = bytes(manager.keys.data_key)

    with pytest.raises(StoppedError):
        dismiss(manager, LI_MING, "离职", now, stop_at(report))

    assert (bytes(manager.keys.data_key), Person.get(Person.staff_no == 3).state) == (
        keys,
        PersonState.ACTIVE,
    )
    assert not [name for name in files(office.folder) if name.startswith("cabinet-2")]
    assert office.sit("李明", REP_PASSWORD).person.name == "李明"


def test_work_goes_on_after_a_re_key(manager: Desk, now: datetime) -> None:
    gone(manager, now)

    person, _ = people.add_person(manager, "新人", Role.REP, "一队", "some-password", now)

    assert Person.get(Person.staff_no == person.staff_no).name == "新人"


def test_three_in_a_row(office: Office, manager: Desk, now: datetime) -> None:
    for number in range(3):
        person, _ = people.add_person(manager, f"新人{number}", Role.REP, "一队", "a-password", now)
        gone(manager, now, person.staff_no)

    assert "cabinet-4.db" in files(office.folder)
    assert office.sit("王芳").person.name == "王芳"
    assert date(2026, 3, 16) == Person.get(Person.name == "新人2").left_on


def test_keys_are_forgotten_at_the_lock_after_it(manager: Desk, now: datetime) -> None:
    gone(manager, now)

    log_in.lock_screen(manager, now)

    assert manager.keys.data_key == bytearray()
    assert database.obj is None


def test_wrong_passwords_counted_meanwhile_stay(
    office: Office, manager: Desk, now: datetime
) -> None:
    with pytest.raises(WrongPasswordError):
        log_in.log_in(office.folder, "李娜", "wrong", now)
    desk = office.sit("王芳")

    gone(desk, now)

    assert KeyFile.read(office.folder / "keys.json").slot(LI_NA).wrong_tries == 1


def test_keys_are_two_objects(manager: Desk, now: datetime) -> None:
    """The desk's own keys change in place: every page of the window holds the same desk."""
    keys: Keys = manager.keys

    gone(manager, now)

    assert manager.keys is keys


def test_another_program_at_work_is_told(office: Office, manager: Desk, now: datetime) -> None:
    from model.storage.exclusive import CabinetUse

    other = CabinetUse(office.folder)
    other.share()
    try:
        with pytest.raises(InExclusiveUseError):
            gone(manager, now)
    finally:
        other.release()
    assert gone(manager, now).generation == 2


def test_a_log_in_that_waited_for_a_re_key_is_asked_to_try_again(
    office: Office, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys were read before, the cabinet is opened after it."""
    real = cabinet.connect

    def after_a_re_key(*args: object, **options: object) -> object:
        monkeypatch.setattr(cabinet, "connect", real)
        gone(office.sit("王芳"), now)
        office.leave()
        return real(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(cabinet, "connect", after_a_re_key)

    with pytest.raises(InExclusiveUseError):
        log_in.log_in(office.folder, "李娜", PASSWORD, now)
    assert office.sit("李娜").person.name == "李娜"


def test_an_old_key_file_put_back_while_the_cabinet_is_open_is_not_re_keyed(
    office: Office, manager: Desk, now: datetime, second_manager: int
) -> None:
    old = (office.folder / "keys.json").read_bytes()
    gone(manager, now)
    (office.folder / "keys.json").write_bytes(old)

    with pytest.raises(KeyFileDamagedError):
        gone(manager, now, second_manager)

    assert "cabinet-2.db" in files(office.folder)
