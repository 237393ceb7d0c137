"""What is missing for a window is told in one line, before Qt ends the program."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys

import pytest

from gui import display
from model.words import words_in

ENGLISH = words_in("en")


def fine(name: str) -> object:
    """Every library loads, and says nothing of the X server."""
    return name


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display.sys, "platform", "linux")


def test_no_display() -> None:
    told = display.lacking(ENGLISH, {}, fine)
    assert "DISPLAY" in told
    assert "\n" not in told
    assert "DISPLAY" in display.lacking(words_in("zh"), {}, fine)


@pytest.mark.parametrize(
    "environment",
    [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":0"}],
)
def test_nothing_missing(environment: dict[str, str]) -> None:
    assert display.lacking(ENGLISH, environment, fine) == ""


def test_every_missing_library_is_named_by_its_package() -> None:
    def load(name: str) -> object:
        if "cursor" in name or "icccm" in name:
            raise OSError(name)
        return name

    told = display.lacking(ENGLISH, {"DISPLAY": ":0"}, load)
    assert "libxcb-cursor0 libxcb-icccm4" in told
    assert "libegl1" not in told
    assert "\n" not in told


def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    told = display.lacking(ENGLISH, {"DISPLAY": ":4711"})
    assert ":4711" in told


def test_the_display_of_this_test_answers() -> None:
    if not os.environ.get("DISPLAY"):
        pytest.skip("no display here")
    assert display.lacking(ENGLISH) == ""


def test_the_libraries_are_those_that_the_plugin_needs() -> None:
    for name in display.LIBRARIES:
        ctypes.CDLL(name)


def test_asking_loads_nothing_of_qt() -> None:
    code = "import sys; from gui import display; print([m for m in sys.modules if 'PySide' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
