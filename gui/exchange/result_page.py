"""What an import did, the districts it made, and where the rows stand that were not taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.exchange.problem_tabs import ProblemTabs
from gui.widgets.buttons import link_button
from model.exchange.importing import ImportResult


class ResultPage(QWidget):
    """The last page of an import."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._title, self._counts = QLabel(self), QLabel(self)
        self._districts, self._rejected = QLabel(self), QLabel(self)
        self._show_folder = link_button(self)
        self._show_folder.setText(self.tr("&Show the folder"))
        self._show_folder.clicked.connect(self._open_folder)
        self.problems = ProblemTabs(self)
        self._build()

    @property
    def told(self) -> str:
        """Everything that the page says, line by line."""
        labels = (self._title, self._counts, self._districts, self._rejected)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def show_result(self, result: ImportResult) -> None:
        """Say what was done."""
        self._title.setText(
            self.tr("Taken over: {added}").format(added=f"{result.added:,}")
            if result.added
            else self.tr("Nothing was taken over: all these customers have cards already.")
        )
        self._counts.setText(
            self.tr("Import {run}. There already: {duplicate}. Rejected: {rejected}.").format(
                run=result.import_run or "—",
                duplicate=f"{result.duplicate:,}",
                rejected=f"{result.rejected:,}",
            )
        )
        self._show_districts(result)
        self._show_rejected(result)
        self.problems.show_problems(result.problems, result.warnings)

    def _show_districts(self, result: ImportResult) -> None:
        names = self.tr(", ").join(
            self.tr("{name} ({team}, drawer {drawer})").format(
                name=new.name, team=new.team, drawer=f"{new.drawer:02d}"
            )
            for new in result.new_districts
        )
        self._districts.setText(self.tr("New districts: {names}").format(names=names))
        self._districts.setVisible(bool(result.new_districts))

    def _show_rejected(self, result: ImportResult) -> None:
        path = result.rejected_file
        for widget in (self._rejected, self._show_folder):
            widget.setVisible(path is not None)
        if path is not None:
            self._folder = path.parent
            self._rejected.setText(
                self.tr(
                    "The rows that were not taken stand in {file}, each with its reason. Correct "
                    "them there and import that file."
                ).format(file=path)
            )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _build(self) -> None:
        self._title.setProperty("title", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for label in (self._title, self._counts, self._districts, self._rejected):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self._show_folder, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.problems, 1)
