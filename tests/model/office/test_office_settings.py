"""Settings of the office: defaults until the manager changes one."""

from __future__ import annotations

from datetime import time

import pytest

from model.errors import BadInputError
from model.office.desk import Desk
from model.office.office_settings import (
    change_setting,
    keeper_numbers,
    read_settings,
    setting_value,
)
from model.office.tables import AuditLine, Setting
from model.settings import SETTINGS
from tests.conftest import NOW, Sit

GOOD = {
    "opening_time": "08:00",
    "due_time": "17:30",
    "closing_time": "17:45",
    "idle_minutes": " 5 ",
    "drawer_limit": "200",
    "area_code": "0553",
    "visit_interval_a": "5",
    "visit_interval_b": "10",
    "visit_interval_c": "28",
    "visit_interval_p": "60",
    "stay_minutes_a": "90",
    "stay_minutes_b": "45",
    "stay_minutes_c": "15",
    "stay_minutes_p": "25",
    "recontact_days": "90",
    "working_minutes": "450",
    "desk_minutes": "45",
    "travel_office_minutes": "30",
    "travel_between_minutes": "35",
    "travel_inside_minutes": "15",
    "leaves_at": "8:45",
    "lunch_from": "11:30",
    "lunch_until": "13:00",
    "approval_time": "8:30",
    "most_visits": "10",
    "most_cards": "12",
    "lock_when_minimised": "1",
    "reading_minutes": "10",
    "most_readings": "30",
    "two_persons": "1",
    "approval_days": "2",
    "second_backup_folder": "D:/备份",
}
BAD = {
    "opening_time": ["8", "25:00", "", "08:30+02:00"],
    "due_time": ["17.30", "17:60"],
    "closing_time": ["abends", "18:00:30"],
    "idle_minutes": ["0", "1441", "-1", "zehn", "1e3", "1_0"],
    "drawer_limit": ["0", "1000"],
    "area_code": ["28", "28000", "a28", "02888"],
    "visit_interval_a": ["0", "1000", "7.5"],
    "stay_minutes_c": ["0", "1441", ""],
    "leaves_at": ["9", "24:00"],
    "most_visits": ["0", "all"],
    "lock_when_minimised": ["2", "yes", ""],
    "reading_minutes": ["0", "16"],
}


@pytest.fixture
def manager(sit: Sit) -> Desk:
    return sit("张总")


def test_every_default_can_be_read(manager: Desk) -> None:
    assert read_settings(manager) == {name: one.default for name, one in SETTINGS.items()}
    assert setting_value("due_time") == time(18)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_changed_and_logged(manager: Desk, name: str) -> None:
    change_setting(manager, name, GOOD[name], NOW)

    assert read_settings(manager)[name] == GOOD[name].strip()
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.subject, line.after) == (name, f'{{"value": "{GOOD[name].strip()}"}}')


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in BAD for text in BAD[name]])
def test_a_wrong_value_changes_nothing(manager: Desk, name: str, text: str) -> None:
    before = AuditLine.select().count()
    with pytest.raises(BadInputError) as refused:
        change_setting(manager, name, text, NOW)
    assert refused.value.problems[0].reason == "bad_setting"
    assert Setting.get_or_none(Setting.name == name) is None
    assert AuditLine.select().count() == before


def test_what_is_no_setting_cannot_be_written(manager: Desk) -> None:
    """Else the keeper could be named around `name_keeper`."""
    for name in ("keeper", "deputy_keeper", "office_name", "nonsense"):
        with pytest.raises(BadInputError):
            change_setting(manager, name, "3", NOW)
    assert keeper_numbers() == (2,)
