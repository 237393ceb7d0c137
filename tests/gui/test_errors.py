"""Errors become sentences; the log learns nothing about customers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui import errors
from gui.translators import Translators
from model.errors import DatabaseDamagedError, WeakPasswordError

SECRET = "芜湖长江物流 13800138000"


def raised(error: Exception) -> Exception:
    """An error with a trace, and with a customer in its text, its cause and its frame."""
    customer = SECRET
    try:
        try:
            raise KeyError(customer)
        except KeyError as cause:
            raise error from cause
    except type(error) as caught:
        return caught


def test_the_log_has_kind_and_place_and_no_value() -> None:
    errors.log(raised(ValueError(SECRET)))
    text = errors.log_file().read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text  # the cause
    assert "test_errors.py" in text
    assert "raised" in text
    for part in SECRET.split():
        assert part not in text


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors, "log_file", lambda: tmp_path)  # a folder
    errors.log(ValueError())


def test_a_full_log_begins_again_and_keeps_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "_LONGEST_LOG", 10)
    errors.log(raised(ValueError("1")))
    errors.log(raised(TypeError("2")))
    assert "TypeError" in errors.log_file().read_text(encoding="utf-8")
    assert "ValueError" in errors.log_file().with_suffix(".old").read_text(encoding="utf-8")


def box_of(parent: QWidget) -> QMessageBox:
    """The one box shown."""
    (box,) = parent.findChildren(QMessageBox)
    return box


def test_what_the_office_refuses_is_told_in_the_windows_language(
    translators: Translators, qtbot: QtBot
) -> None:
    translators.switch("zh")
    parent = QWidget()
    qtbot.addWidget(parent)
    errors.show(parent, WeakPasswordError(shortest=8))
    assert "8" in box_of(parent).text()
    assert "口令" in box_of(parent).text()
    assert not errors.log_file().exists()
    box_of(parent).close()


def test_a_failure_of_the_engine_is_told_as_what_it_means(translators: Translators) -> None:
    from peewee import DatabaseError

    damaged = raised(DatabaseError("database disk image is malformed"))
    assert isinstance(errors.ours(damaged), DatabaseDamagedError)
    assert "damaged" in errors.told(damaged)
    assert errors.ours(raised(ValueError(SECRET))) is None


def test_trouble_of_our_own_is_told_without_its_values(
    translators: Translators, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    errors.show(parent, raised(ValueError(SECRET)))
    assert str(errors.log_file()) in box_of(parent).text()
    assert "138" not in box_of(parent).text()
    assert errors.log_file().exists()
    box_of(parent).close()


def test_what_escapes_a_slot_ends_in_the_box(
    shown_errors: list[BaseException], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    errors.hook()
    hook = sys.excepthook
    caught = raised(ValueError(SECRET))
    QTimer.singleShot(0, lambda: hook(type(caught), caught, caught.__traceback__))
    qtbot.waitUntil(lambda: shown_errors == [caught])


def test_trouble_before_there_is_a_window_goes_to_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    errors.hook()
    caught = raised(ValueError(SECRET))
    sys.excepthook(type(caught), caught, caught.__traceback__)
    told = capsys.readouterr().err
    assert str(errors.log_file()) in told
    assert "138" not in told


def test_noted_goes_on_and_logs() -> None:
    with errors.noted():
        raise ValueError(SECRET)
    assert "ValueError" in errors.log_file().read_text(encoding="utf-8")
