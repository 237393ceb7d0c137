"""The tab 附件: pictures and documents of a customer, taken in by drag, choice or clipboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui import errors
from gui.cabinet.attachment_files import PATTERNS, file_of, files_of, holds_files
from gui.cabinet.attachment_list import AttachmentList, kind_text
from gui.cabinet.attachment_preview import AttachmentPreview
from gui.cabinet.attachment_work import AttachmentWork, Outcome
from gui.cabinet.card_panel import CardPanel
from gui.clock import Clock
from gui.tasks import Tasks
from gui.widgets.buttons import plain_button
from gui.widgets.trouble import Trouble
from model.cards.attachments import AttachmentContentView, AttachmentView
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.rights import Right

_SIZES = (330, 620)


class AttachmentPanel(CardPanel):
    """List at the left, the chosen one at the right; files dropped anywhere on it are taken."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._ref = ""
        self.work = AttachmentWork(desk, tasks, clock, self)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._retranslate()
        self._allow()

    def title(self) -> str:
        return self.tr("Attachments")

    def show_card(self, ref: str) -> None:
        if ref != self._ref:
            self.clear()
        self._ref = ref
        self.work.show_card(ref)
        self._read()

    def clear(self) -> None:
        self._ref = ""
        self.work.show_card("")
        self.trouble.hide()
        self._told.clear()
        self.list.show_views((), self._clock.now().date())
        self.preview.say("")

    @property
    def told(self) -> str:
        """What came of the last files, or of nothing."""
        return self._told.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.list.viewport().update()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_add and holds_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._mark_drop(on=True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(on=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(on=False)
        files = files_of(event.mimeData(), self._clock.now())
        if not files or not self._may_add:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.work.ask_add(files)

    @property
    def _may_add(self) -> bool:
        return bool(self._ref) and self._desk.may(Right.ATTACH)

    def _build(self) -> None:
        self.list = AttachmentList(self)
        self.preview = AttachmentPreview(self)
        self.add, self.paste, self.edit, self.remove = (plain_button(self) for _ in range(4))
        self.add.setProperty("main", True)
        self._told = QLabel(self)
        self._told.setProperty("faint", True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble = Trouble(self)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(8)
        for pane in (self.list, self.preview):
            self._panes.addWidget(pane)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes(list(_SIZES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self.trouble)
        layout.addWidget(self._panes, 1)
        self.trouble.setMargin(8)
        self.setFocusProxy(self.list)

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("strip", True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 8, 6)
        buttons: Sequence[QPushButton] = (self.add, self.paste, self.edit, self.remove)
        for button in buttons:
            row.addWidget(button)
        row.addWidget(self._told, 1)
        return bar

    def _connect(self) -> None:
        self.add.clicked.connect(self._choose_files)
        self.paste.clicked.connect(self._paste)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.list.chosen.connect(self._look_at)
        self.list.edit_wanted.connect(self._edit)
        self.list.remove_wanted.connect(self._remove)
        self.work.changed.connect(self._read)
        self.work.added.connect(self._tell)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste, context=within)
        QShortcut(QKeySequence("Ins"), self, self._choose_files, context=within)

    def _read(self) -> None:
        """The list as it is now."""
        try:
            views = self.work.listed()
        except CabinetError as error:
            self.list.show_views((), self._clock.now().date())
            self.preview.say(errors.told(error))
            self._allow()
            return
        self.list.show_views(views, self._clock.now().date())
        if self.list.lacks_small:
            self.work.read_small(self.list.show_small)
        self._allow()

    def _look_at(self, view: AttachmentView | None) -> None:
        """Another one is chosen: bring it into view."""
        self._allow()
        self.work.drop_reading()
        if view is None:
            self.preview.say(self._nothing() if self._ref else "")
        else:
            self.work.read(view, self._show, lambda error: self.preview.say(errors.told(error)))

    def _show(self, read: AttachmentContentView) -> None:
        view = read.view
        name = f"{kind_text(view)} {view.document_no or view.file_name}"
        self.preview.show_content(view.media_type, read.content, name)

    def _nothing(self) -> str:
        if not self._may_add:
            return self.tr("Nothing is attached to this card.")
        return self.tr(
            "Nothing is attached to this card yet.\nDrag files here: business cards, licences, "
            "shop fronts, contracts.\nPictures and PDF, up to 10 MB each."
        )

    def _choose_files(self) -> None:
        if not self._may_add:
            return
        dialog = QFileDialog(self.window(), self.tr("Files to attach"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Pictures and PDF ({patterns})").format(patterns=PATTERNS))
        dialog.filesSelected.connect(self._take_paths)
        dialog.open()

    def _take_paths(self, paths: Sequence[str]) -> None:
        self.work.ask_add([file_of(path) for path in paths])

    def _paste(self) -> None:
        """A picture of the clipboard, or files that were copied."""
        if not self._may_add:
            return
        files = files_of(QGuiApplication.clipboard().mimeData(), self._clock.now())
        if files:
            self.work.ask_add(files)
        else:
            self.trouble.say(self.tr("There is no picture and no file in the clipboard."))

    def _edit(self) -> None:
        view = self.list.view
        if view is not None and self.edit.isEnabled():
            self.work.ask_change(view)

    def _remove(self) -> None:
        view = self.list.view
        if view is not None and self.remove.isEnabled():
            self.work.ask_remove(view)

    def _tell(self, outcomes: Sequence[Outcome]) -> None:
        """What is in, and what is not and why."""
        good = sum(outcome.error is None for outcome in outcomes)
        self._told.setText(self.tr("%n file(s) added.", "", good) if good else "")
        bad = [outcome for outcome in outcomes if outcome.error is not None]
        self.trouble.setVisible(bool(bad))
        if bad:
            self.trouble.say("\n".join(f"{one.name}: {one.why}" for one in bad))

    def _mark_drop(self, *, on: bool) -> None:
        """Show that what is held over the panel would be taken."""
        self._told.setText(self.tr("Let go to attach it to this card.") if on else "")

    def _allow(self) -> None:
        chosen = self.list.view is not None
        for button in (self.add, self.paste):
            button.setEnabled(self._may_add)
        self.edit.setEnabled(chosen and self._may_add)
        right = Right.REMOVE_ATTACHMENT
        removes = self._desk.may(right) or self._desk.may_ask(right)
        self.remove.setEnabled(chosen and removes)

    def _retranslate(self) -> None:
        self.add.setText(self.tr("&Add files …"))
        self.add.setToolTip(self.tr("Add files …  (Ins); or drag them here"))
        self.paste.setText(self.tr("&Paste"))
        self.paste.setToolTip(self.tr("A picture or files from the clipboard  (Ctrl+V)"))
        self.edit.setText(self.tr("&Details …"))
        self.edit.setToolTip(self.tr("Kind, number, validity  (F2)"))
        self.remove.setText(self.tr("&Remove …"))
        self.remove.setToolTip(self.tr("Remove …  (Del)"))
        self.list.setAccessibleName(self.tr("Attachments"))
