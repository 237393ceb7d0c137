"""A further tab of the card, beside its paper and its history."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class CardPanel(QWidget):
    """What one tab must answer; `PanelTabs.add` hangs it behind the history."""

    def title(self) -> str:
        """Name of the tab in the window's language; asked anew when the language changes."""
        raise NotImplementedError

    def show_card(self, ref: str) -> None:
        """Show another card, or the same anew: its tab has come into view.

        Args:
            ref: number of a card that has been saved.
        """
        raise NotImplementedError

    def clear(self) -> None:
        """Forget the card: nothing of it stays in any widget."""
        raise NotImplementedError
