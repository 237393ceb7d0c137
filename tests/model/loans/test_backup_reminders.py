"""A late backup is told to who may make one, and to nobody else."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.loans.backup_reminders import backup_reminders
from model.office import office_settings
from model.office.desk import Desk
from model.upkeep.backup import back_up_daily
from tests.conftest import NOW, Sit
from tests.model.loans.conftest import KEEPER

MANAGER = "张总"
DAY = timedelta(days=1)


def codes(desk: Desk, now: datetime) -> list[str]:
    return [one.code for one in backup_reminders(desk, now.date())]


@pytest.fixture
def desk(sit: Sit) -> Desk:
    return sit(MANAGER)


def test_a_cabinet_without_a_backup_is_late_after_two_working_days(desk: Desk) -> None:
    assert codes(desk, NOW) == []
    assert codes(desk, NOW + 5 * DAY) == ["backup_none"]


def test_a_backup_is_late_after_two_working_days(desk: Desk) -> None:
    back_up_daily(desk, NOW)
    assert codes(desk, NOW) == []
    (late,) = backup_reminders(desk, (NOW + 5 * DAY).date())
    assert (late.code, late.facts["made_at"]) == ("backup_late", NOW)


def test_a_second_folder_that_fails_is_told_until_it_works(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    office_settings.change_setting(desk, "second_backup_folder", str(stick), NOW)
    back_up_daily(desk, NOW)
    assert codes(desk, NOW) == ["second_backup"]
    stick.mkdir()
    back_up_daily(desk, NOW)
    assert codes(desk, NOW) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [("李明", []), ("赵刚", []), (KEEPER, ["backup_none"]), (MANAGER, ["backup_none"])],
)
def test_only_who_makes_backups_is_reminded(sit: Sit, name: str, told: list[str]) -> None:
    assert codes(sit(name), NOW + 9 * DAY) == told
