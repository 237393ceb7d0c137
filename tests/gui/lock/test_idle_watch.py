"""The idle lock counts by the wall clock and by one that nobody sets."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.lock import idle_time
from gui.lock.idle_watch import IdleWatch
from tests.gui.conftest import StillClock


class Heard(QObject):
    """What an IdleWatch told."""

    def __init__(self, watch: IdleWatch) -> None:
        super().__init__()
        self.left: list[tuple[int, int]] = []
        self.expired = 0
        watch.ticked.connect(lambda *told: self.left.append(told))
        watch.expired.connect(self._expire)

    def _expire(self) -> None:
        self.expired += 1


class Steady:
    """Seconds since this computer was switched on."""

    def __init__(self) -> None:
        self.seconds = 5000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def watch(clock: StillClock, steady: Steady, qapp: object) -> IdleWatch:
    return IdleWatch(clock, None, lambda: None, steady)


def sit_still(watch: IdleWatch, clock: StillClock, steady: Steady, minutes: int) -> None:
    """Minutes go by at a computer that is on."""
    for _ in range(minutes):
        clock.time += timedelta(minutes=1)
        steady.seconds += 60
        watch.tick()


def test_it_counts_down_and_expires_once(watch: IdleWatch, clock: StillClock) -> None:
    heard = Heard(watch)
    watch.start(10)
    clock.time += timedelta(minutes=9, seconds=59)
    watch.tick()
    clock.time += timedelta(seconds=1)
    watch.tick()
    assert heard.left == [(600, 2), (1, 2)]
    assert heard.expired == 1


def test_input_in_a_watched_window_begins_the_count_anew(
    watch: IdleWatch, clock: StillClock, steady: Steady, qtbot: QtBot
) -> None:
    heard = Heard(watch)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    watch.watch(window.windowHandle())
    watch.start(10)
    sit_still(watch, clock, steady, 9)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    sit_still(watch, clock, steady, 9)
    assert heard.expired == 0
    assert heard.left[-1] == (60, 2)


def test_work_in_another_program_counts_as_presence(
    clock: StillClock, steady: Steady, qapp: object
) -> None:
    watch = IdleWatch(clock, None, lambda: 30.0, steady)
    heard = Heard(watch)
    watch.start(10)
    sit_still(watch, clock, steady, 30)
    assert heard.expired == 0
    assert heard.left[-1] == (570, 2)


def test_hours_asleep_count_as_absence(watch: IdleWatch, clock: StillClock) -> None:
    heard = Heard(watch)
    watch.start(10)
    clock.time += timedelta(hours=3)
    watch.tick()
    assert heard.expired == 1


def test_who_wakes_the_computer_was_not_there_while_it_slept(
    clock: StillClock, steady: Steady, qapp: object, qtbot: QtBot
) -> None:
    watch = IdleWatch(clock, None, lambda: 0.2, steady)
    heard = Heard(watch)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    watch.watch(window.windowHandle())
    watch.start(10)
    clock.time += timedelta(hours=3)  # this system's steady clock stands meanwhile
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    watch.tick()
    assert heard.expired == 1


@pytest.mark.parametrize("hours", [-5, -24 * 365, 0])
def test_a_clock_that_is_set_back_does_not_put_the_lock_off(
    watch: IdleWatch, clock: StillClock, steady: Steady, hours: int
) -> None:
    heard = Heard(watch)
    watch.start(10)
    sit_still(watch, clock, steady, 9)
    clock.time += timedelta(hours=hours)
    watch.tick()
    assert heard.expired == 0
    sit_still(watch, clock, steady, 1)
    assert heard.expired == 1


def test_a_clock_set_back_again_and_again_does_not_either(
    watch: IdleWatch, clock: StillClock, steady: Steady
) -> None:
    heard = Heard(watch)
    watch.start(10)
    for _ in range(10):
        sit_still(watch, clock, steady, 1)
        clock.time -= timedelta(minutes=1)
    assert heard.expired == 1


def test_a_clock_set_back_does_not_lengthen_a_snooze(
    watch: IdleWatch, clock: StillClock, steady: Steady
) -> None:
    heard = Heard(watch)
    watch.start(10)
    watch.snooze()
    clock.time -= timedelta(hours=5)
    sit_still(watch, clock, steady, 14)
    assert heard.expired == 0
    sit_still(watch, clock, steady, 1)
    assert heard.expired == 1


def test_a_clock_set_forward_locks(watch: IdleWatch, clock: StillClock) -> None:
    heard = Heard(watch)
    watch.start(10)
    clock.time += timedelta(days=1)
    watch.tick()
    assert heard.expired == 1


def test_snooze_twice_a_quarter_of_an_hour(watch: IdleWatch, clock: StillClock) -> None:
    heard = Heard(watch)
    watch.start(10)
    assert watch.snooze()
    assert heard.left[-1] == (900, 1)
    clock.time += timedelta(minutes=14)
    watch.tick()
    assert heard.expired == 0
    assert watch.snooze()
    assert not watch.snooze()
    clock.time += timedelta(minutes=15)
    watch.tick()
    assert heard.expired == 1


def test_a_new_person_has_his_own_snoozes(watch: IdleWatch, clock: StillClock) -> None:
    watch.start(10)
    watch.snooze()
    watch.start(10)
    assert watch.snoozes == 2


def test_this_system_answers_or_says_that_it_cannot() -> None:
    seconds = idle_time.system_idle_seconds()
    assert seconds is None or seconds >= 0


def test_a_missing_library_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise OSError("libXss.so.1")

    idle_time._asker.cache_clear()
    monkeypatch.setattr(idle_time, "_x11", missing)
    monkeypatch.setattr(idle_time.sys, "platform", "linux")
    try:
        assert idle_time.system_idle_seconds() is None
    finally:
        idle_time._asker.cache_clear()


@pytest.mark.parametrize("answer", [12.5, None])
def test_on_wayland_the_desktop_is_asked_and_x11_is_not(
    monkeypatch: pytest.MonkeyPatch, answer: float | None
) -> None:
    """X11's own answer would not know of Wayland's windows."""
    idle_time._asker.cache_clear()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr(idle_time.sys, "platform", "linux")
    monkeypatch.setattr("gui.lock.gnome_idle.idle_seconds", lambda: answer)
    try:
        assert idle_time.system_idle_seconds() == answer
    finally:
        idle_time._asker.cache_clear()
