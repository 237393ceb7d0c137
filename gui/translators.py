"""The window's language: the program's own catalogue and Qt's, switched at once."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from model.words import catalogue

QT_CATALOGUES = {"zh": "qtbase_zh_CN"}
"""Qt's own words by language; its source language is English."""
_LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def words(context: str, text: str) -> str:
    """A marked text of `model` in the window's language (a `model.words.Words`)."""
    return QCoreApplication.translate(context, text)


def spoken(label: str) -> str:
    """A label as a screen reader says it: without its mnemonic, `Name` or `姓名`."""
    return re.sub(r"\(&.\)|&|\s*…", "", label).strip()


def system_language() -> str:
    """`zh` where the system speaks any Chinese, `en` elsewhere."""
    names = QLocale.system().uiLanguages()
    return "zh" if names and names[0].lower().startswith("zh") else "en"


class CatalogueTranslator(QTranslator):
    """Looks texts up in the catalogue that the command line reads too."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._entries = catalogue(language)

    def isEmpty(self) -> bool:
        return not self._entries

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text in this language, or None, a null text for Qt; Qt itself fills in `%n`."""
        del disambiguation
        forms = self._entries.get((context, text))
        if forms is None:
            return None
        return forms[self._form(n, len(forms))]

    def _form(self, n: int, forms: int) -> int:
        """Chinese has one form; English one for 1 and one for the rest."""
        return 0 if n == 1 or n < 0 else forms - 1


class Translators(QObject):
    """Keeps the translators of the language in use installed.

    Every widget hears of a change as `QEvent.LanguageChange` and sets its texts again.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = ""

    def switch(self, language: str) -> None:
        """Show everything in `zh` or `en` from now on."""
        if language == self.language:
            return
        self.remove()
        self.language = language
        QLocale.setDefault(_LOCALES[language])
        # Asked last in, first: ours before Qt's.
        self._installed = [*self._qt_words(language), CatalogueTranslator(language, self)]
        for translator in self._installed:
            self._application.installTranslator(translator)

    def remove(self) -> None:
        """Take every translator off: texts are the source's."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []

    def _qt_words(self, language: str) -> list[QTranslator]:
        name = QT_CATALOGUES.get(language)
        if name is None:
            return []
        translator = QTranslator(self)
        translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return [translator]
