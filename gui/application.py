"""Builds everything once: fonts, translators, the error hook, the main window."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui import errors
from gui.clock import Clock
from gui.frame.pages import Surroundings
from gui.lock.idle_time import system_idle_seconds
from gui.main_window import MainWindow
from gui.memory import Memory
from gui.tasks import Tasks
from gui.theme import Theme
from gui.translators import Translators, system_language
from gui.widgets.language_menu import LanguageMenu

_LISTEN_AFTER_MS = 1500


def run(cabinet: Path | None, language: str | None) -> int:
    """Open the window and work until it is closed.

    Ask `gui.display.lacking` first: without a display Qt ends the whole program.

    Args:
        cabinet: folder of the cabinet to log in to; None for the last one or the first page.
        language: `zh` or `en` for this time; None for the one chosen last, or the system's.

    Returns:
        The exit status.
    """
    application = QApplication(sys.argv[:1])
    window = build(application, Memory(), language)
    window.begin(cabinet)
    window.show()
    QTimer.singleShot(0, lambda: Thread(target=load_desk, daemon=True).start())
    QTimer.singleShot(_LISTEN_AFTER_MS, window.listen)
    return application.exec()


def load_desk() -> None:
    """Import what a desk needs, in a thread of its own while somebody types the password.

    The door itself needs none of it, and is there sooner without.
    """
    for name in ("gui.frame.desk_view", "gui.cabinet.cabinet_page"):
        import_module(name)
    system_idle_seconds()  # finds out how this system is asked


def build(application: QApplication, memory: Memory, language: str | None) -> MainWindow:
    """The main window with all that it needs, not shown yet."""
    application.setApplicationName("card-cabinet")
    errors.hook()
    translators = Translators(application)
    translators.switch(language or memory.language or system_language())
    Theme(application)
    languages = LanguageMenu(translators, memory)
    return MainWindow(Surroundings(Tasks(application), Clock(), languages), memory)
