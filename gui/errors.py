"""The one place where errors become boxes; what is not our doing goes to the trouble log.

The trouble log holds the kind of error and where it happened, never the error's own text or the
values in it: those may be a customer's.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gui.approvals.wanted import Wanted
from gui.translators import words
from model.errors import CabinetError, NeedsApprovalError, StoppedError
from model.sentences.errors import sentence
from model.storage.database import as_cabinet_error
from model.words import mark

_LONGEST_LOG = 1_000_000
_UNKNOWN = mark(
    "Errors",
    "Something went wrong in the program, and this step was not finished. "
    "What it was stands in the file {log}.",
)

ASK = mark("Errors", "&Ask for approval …")
"""What a button says that leads from a refusal to asking for the approval."""


def log_file() -> Path:
    """The trouble log, in this user's state folder."""
    return Path(platformdirs.user_state_dir("card-cabinet", appauthor=False)) / "trouble.log"


def show(parent: QWidget | None, error: BaseException) -> None:
    """Tell a person what went wrong, in a box that does not stop the program.

    What was stopped, or came too late at a desk that was locked meanwhile, is no trouble.

    Args:
        parent: the window it belongs to.
        error: one of `model.errors`, or anything else, which also goes to the log.
    """
    if isinstance(ours(error), StoppedError):
        return
    if ours(error) is None:
        log(error)
    box = QMessageBox(parent.window() if parent is not None else None)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(words("MainWindow", "Card Cabinet"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(told(error))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    _offer_to_ask(box, parent, error)
    box.open()


def _offer_to_ask(box: QMessageBox, parent: QWidget | None, error: BaseException) -> None:
    """Let a refusal that an approval would lift lead to asking for it."""
    way = way_to_ask(parent, error)
    if way is None:
        return
    ask = box.addButton(words("Errors", ASK), QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(ask)
    ask.clicked.connect(way)


def way_to_ask(parent: QWidget | None, error: BaseException) -> Callable[[], None] | None:
    """What opens the dialog that asks for the approval that a refusal needs.

    Whoever asks, at whose desk, the window knows under which the refusal happened.

    Args:
        parent: where it happened.
        error: the refusal.

    Returns:
        None where no approval would lift it, or nobody sits here.
    """
    refusal, above = ours(error), parent
    wanted = Wanted.of(refusal) if isinstance(refusal, NeedsApprovalError) else None
    while above is not None and getattr(above, "approval_asker", None) is None:
        above = above.parentWidget()
    if wanted is None or above is None or parent is None:
        return None
    asker, window = above.approval_asker, parent.window()  # type: ignore[attr-defined]
    return lambda: asker.ask(wanted, window)


def ours(error: BaseException | None) -> CabinetError | None:
    """The error of `model.errors` that it is, or that the engine's failure in it means.

    None is trouble of the program's own.
    """
    while error is not None:
        found = error if isinstance(error, CabinetError) else as_cabinet_error(error)
        if found is not None:
            return found
        error = error.__cause__ or error.__context__
    return None


def told(error: BaseException) -> str:
    """The sentence for a person, in the window's language."""
    known = ours(error)
    if known is not None:
        return sentence(known, words)
    return words("Errors", _UNKNOWN).format(log=log_file())


def log(error: BaseException) -> None:
    """Write kind and place of an error; a log that cannot be written stops nothing."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LONGEST_LOG:
            path.replace(path.with_suffix(".old"))
        with path.open("a", encoding="utf-8") as out:
            out.write(_entry(error))
    except OSError:
        return


@contextmanager
def noted() -> Iterator[None]:
    """Go on whatever happens inside: what went wrong is only logged.

    For locking the screen, which nothing may stop.
    """
    try:
        yield
    except Exception as error:  # noqa: BLE001 - see above
        log(error)


def _entry(error: BaseException) -> str:
    """Time, kinds of the error and of its causes, and the places passed, without any value."""
    lines = [f"{datetime.now():%Y-%m-%d %H:%M:%S}"]  # noqa: DTZ005 - the office's wall clock
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        for frame in traceback.extract_tb(seen.__traceback__):
            lines.append(f"  {frame.filename}:{frame.lineno} {frame.name}")
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def hook() -> None:
    """Send what escapes from any slot to `show`; before there is a window, to the terminal."""

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if QThread.currentThread().loopLevel() == 0:  # nobody would see a box
            log(error)
            sys.stderr.write(f"{told(error)}\n")
            return
        show(QApplication.activeWindow(), error)

    sys.excepthook = caught
