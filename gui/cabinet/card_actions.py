"""What can be done on the page, as QActions: words, keys, and the right each needs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.page_actions import PageAction, PageActions
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark

SPECS = (
    PageAction(
        "new_company", mark("CardActions", "New company &card"), ("Ctrl+N",), Right.CREATE_CARD
    ),
    PageAction(
        "new_individual",
        mark("CardActions", "New &individual card"),
        ("Ctrl+Shift+N",),
        Right.CREATE_CARD,
    ),
    PageAction("import_cards", mark("CardActions", "I&mport …"), ("Ctrl+I",), Right.IMPORT_CARDS),
    PageAction("export_cards", mark("CardActions", "E&xport …"), ("Ctrl+E",)),
    PageAction("print_cards", mark("CardActions", "&Print …"), ("Ctrl+P",), Right.PRINT_CARD),
    PageAction("merge", mark("CardActions", "&Merge with another card …"), (), Right.VOID_CARD),
    PageAction("undo_merge", mark("CardActions", "&Undo the merge …"), (), Right.VOID_CARD),
    PageAction("refresh", mark("CardActions", "&Refresh"), ("F5",)),
    PageAction("save", mark("CardActions", "&Save"), ("Ctrl+S",)),
    PageAction("revert", mark("CardActions", "Re&vert")),
    PageAction("undo", mark("CardActions", "&Undo"), ("Ctrl+Z",)),
    PageAction("redo", mark("CardActions", "Re&do"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    PageAction("pass_card", mark("CardActions", "&Pass"), ("Ctrl+Return",), Right.PASS_CARD),
    PageAction("return_to_rep", mark("CardActions", "Send &back …"), (), Right.PASS_CARD),
    PageAction("reject", mark("CardActions", "Re&ject …"), (), Right.PASS_CARD),
    PageAction("file_card", mark("CardActions", "&File"), ("Ctrl+Return",), Right.FILE_CARD),
    PageAction("previous", mark("CardActions", "Previous card"), ("Alt+Up", "PgUp")),
    PageAction("next", mark("CardActions", "Next card"), ("Alt+Down", "PgDown")),
    PageAction("back", mark("CardActions", "Back to the list"), ("Esc", "Alt+Left")),
    PageAction("front", mark("CardActions", "Front"), ("Alt+1",)),
    PageAction("back_side", mark("CardActions", "Back"), ("Alt+2",)),
    PageAction("more", mark("CardActions", "More"), ("Alt+3",)),
    PageAction("history", mark("CardActions", "History"), ("Alt+4",)),
)

ON_THE_CARD = frozenset({"previous", "next", "back", "undo", "redo"})
"""Their keys mean other things in the list."""


class CardActions(PageActions):
    """The page's actions by name."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(SPECS, "CardActions", desk, page)
        for name in ("new_company", "new_individual", "import_cards"):
            self.allow(name, True)

    def hang_all(self, page: QWidget, form: QWidget) -> None:
        """Let the keys work: most on the whole page, some on the card only."""
        for spec in SPECS:
            self.hang(form if spec.name in ON_THE_CARD else page, spec.name)
