"""Every setting has a field of its kind; what was changed is saved, one line of the log each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.pages import Surroundings
from gui.settings.office_settings_tab import GROUPS, OfficeSettingsTab
from gui.settings.setting_fields import parted
from model.office.desk import Desk
from model.office.office_settings import change_setting, read_settings
from model.office.tables import AuditLine
from model.settings import SETTINGS, SettingKind
from tests.conftest import NOW

CHANGED = {
    SettingKind.TIME: "09:05",
    SettingKind.NUMBER: "9",
    SettingKind.FLAG: "1",
    SettingKind.FOLDER: "/mnt/backups",
    SettingKind.TEXT: "0553",
}


@pytest.fixture
def tab(desk: Desk, around: Surroundings, qtbot: QtBot) -> Iterator[OfficeSettingsTab]:
    window = QWidget()
    qtbot.addWidget(window)
    made = OfficeSettingsTab(desk, around.clock, window)
    made.resize(1200, 600)
    window.show()
    yield made
    window.close()


def button(tab: OfficeSettingsTab, text: str) -> QPushButton:
    (found,) = [one for one in tab.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


def test_every_setting_stands_in_one_group() -> None:
    grouped = [name for _, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
def test_each_is_shown_and_saved(tab: OfficeSettingsTab, desk: Desk, name: str) -> None:
    field, before = tab.field(name), read_settings(desk)[name]
    assert field.text == before
    assert not button(tab, "Save").isEnabled()
    field.show_text(CHANGED[SETTINGS[name].shape.kind])
    lines = AuditLine.select().count()
    button(tab, "Save").click()
    assert read_settings(desk)[name] == CHANGED[SETTINGS[name].shape.kind]
    assert AuditLine.select().count() == lines + 1
    assert not button(tab, "Save").isEnabled()


@pytest.mark.parametrize("name", SETTINGS)
def test_the_bounds_of_a_field_are_those_of_its_setting(name: str) -> None:
    setting = SETTINGS[name]
    kind, least, most = setting.shape
    if kind is not SettingKind.NUMBER:
        return
    assert (setting.read(str(least)), setting.read(str(most))) == (least, most)
    for outside in (least - 1, most + 1):
        with pytest.raises(ValueError, match=str(abs(outside))):
            setting.read(str(outside))


def test_a_bad_value_is_named_at_its_field_and_stops_no_other(
    tab: OfficeSettingsTab, desk: Desk
) -> None:
    tab.field("area_code").show_text("28")
    tab.field("most_visits").show_text("9")
    button(tab, "Save").click()
    assert "cannot take that value" in tab.field("area_code").trouble
    assert read_settings(desk)["area_code"] == ""
    assert read_settings(desk)["most_visits"] == "9"
    assert button(tab, "Save").isEnabled()
    tab.field("area_code").show_text("028")
    assert tab.field("area_code").trouble == ""
    button(tab, "Save").click()
    assert read_settings(desk)["area_code"] == "028"


def test_undo_and_the_lock_bring_back_what_the_office_keeps(tab: OfficeSettingsTab) -> None:
    for undo in (button(tab, "Undo").click, tab.forget):
        tab.field("most_visits").show_text("9")
        undo()
        assert tab.field("most_visits").text == "12"
        assert not button(tab, "Save").isEnabled()


def test_a_refresh_keeps_what_was_typed_and_not_saved(tab: OfficeSettingsTab, desk: Desk) -> None:
    tab.field("most_visits").show_text("9")
    change_setting(desk, "drawer_limit", "200", NOW)
    tab.refresh()
    assert (tab.field("most_visits").text, tab.field("drawer_limit").text) == ("9", "200")


def test_a_folder_is_chosen(
    tab: OfficeSettingsTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "gui.settings.setting_fields.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path)
    )
    field = tab.field("second_backup_folder")
    (browse,) = [one for one in field.findChildren(QPushButton) if one.isVisibleTo(field)]
    browse.click()
    assert field.text == str(tmp_path)


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Screen locks after (minutes)", ("Screen locks after", "minutes")),
        ("停留时间（分钟）", ("停留时间", "分钟")),
        ("Lunch from", ("Lunch from", "")),
    ],
)
def test_the_unit_stands_behind_the_number(label: str, parts: tuple[str, str]) -> None:
    assert parted(label) == parts
