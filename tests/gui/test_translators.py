"""The window's language, and Qt's own dialogs in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui import translators as translators_module
from gui.progress_dialog import ProgressDialog
from gui.translators import CatalogueTranslator, Translators, spoken, system_language, words


def test_words_follow_the_language_at_once(translators: Translators) -> None:
    translators.switch("zh")
    assert words("Role", "Clerk") == "档案专管员"
    translators.switch("en")
    assert words("Role", "Clerk") == "Clerk"


def test_a_text_without_an_entry_stays_as_it_is(translators: Translators) -> None:
    translators.switch("zh")
    assert words("Role", "Nobody has translated this") == "Nobody has translated this"


def test_qts_own_words_follow_too(translators: Translators, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    field = QLineEdit()
    qtbot.addWidget(box)
    qtbot.addWidget(field)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    for language, text, copy in (("zh", "取消", "复制"), ("en", "Cancel", "&Copy")):
        translators.switch(language)
        QCoreApplication.processEvents()
        assert cancel.text().replace("&", "") == text
        menu = field.createStandardContextMenu()
        assert any(copy in action.text() for action in menu.actions())
        menu.deleteLater()


def test_an_open_dialog_changes_its_words(translators: Translators, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QProgressBar, QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    bar = ProgressDialog("…", parent).findChild(QProgressBar)
    for language, text in (("zh", "进度"), ("en", "Progress")):
        translators.switch(language)
        QCoreApplication.processEvents()
        assert bar.accessibleName() == text


def test_plurals_take_the_form_of_their_number(
    translators: Translators, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = {("Pages", "%n card(s)"): ("%n card", "%n cards")}
    monkeypatch.setattr(translators_module, "catalogue", lambda language: entries)
    english = CatalogueTranslator("en")
    QCoreApplication.installTranslator(english)
    try:
        told = [QCoreApplication.translate("Pages", "%n card(s)", "", n) for n in (0, 1, 2)]
    finally:
        QCoreApplication.removeTranslator(english)
    assert told == ["0 cards", "1 card", "2 cards"]


@pytest.mark.parametrize(
    ("names", "language"),
    [(["zh-CN"], "zh"), (["zh-Hant-TW", "en"], "zh"), (["de-DE", "zh-CN"], "en"), ([], "en")],
)
def test_the_system_decides_first(
    names: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: names)
    assert system_language() == language


@pytest.mark.parametrize(
    ("label", "said"),
    [("&Name", "Name"), ("姓名(&N)", "姓名"), ("&Browse …", "Browse"), ("浏览(&B)…", "浏览")],
)
def test_a_screen_reader_hears_no_mnemonic(label: str, said: str) -> None:
    assert spoken(label) == said
