"""The office in which random things happen to cards: its people, its clock, its refusals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from model.cards.contents import contents_of
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.history_check import history_faults
from model.cards.replay import snapshot_of
from model.errors import CabinetError
from model.office.desk import Desk
from model.storage.database import database
from tests.conftest import NOW

from .checks import compare_histories, faults, fingerprint
from .facts import is_private

KEEPER, CLERK, MANAGER = "王秀兰", "孙丽", "张总"
SUPERVISORS = {"李明": "赵刚", "王芳": "赵刚", "周涛": "钱进"}
REPS = tuple(SUPERVISORS)
PEOPLE = (*REPS, *sorted(set(SUPERVISORS.values())), KEEPER, CLERK, MANAGER)

# Some more than others: most of what they do should come to pass.
anybody = st.sampled_from((KEEPER, MANAGER, KEEPER, MANAGER, *PEOPLE))
heads = st.sampled_from((MANAGER, MANAGER, MANAGER, "赵刚", "钱进", KEEPER))
reps = st.sampled_from(REPS)
which = st.integers(0, 7)
Texts = Mapping[str, str]


class Office(RuleBasedStateMachine):
    """Two teams and their cards; each example is one transaction, taken back at its end.

    Attributes:
        desks: who sits where.
        first: the cards of the first morning.
        done: what all examples together came through: acts, and refused ones by the error's code.
        cards: numbers of the filed cards, void ones among them.
        private: number of a card -> the private texts that anybody has typed on it.
    """

    desks: ClassVar[dict[str, Desk]]
    first: ClassVar[tuple[str, ...]]
    done: ClassVar[Counter[str]]

    @initialize()
    def a_morning(self) -> None:
        self.whole = ExitStack()
        self.transaction = self.whole.enter_context(database.atomic())
        for desk in self.desks.values():
            desk.readings.clear()
        self.now = NOW
        self.cards = list(self.first)
        self.drafts: list[str] = []
        self.private: dict[str, set[str]] = {}
        self.begin()

    def begin(self) -> None:
        """What each kind of rules begins with."""

    def teardown(self) -> None:
        if not hasattr(self, "transaction"):
            return
        try:
            compare_histories()
            assert faults(self.desks[KEEPER]) == set()
            self.look_at_last()
        finally:
            self.transaction.rollback()
            self.whole.close()

    def look_at_last(self) -> None:
        """What each kind of rules compares when all is done."""

    @invariant()
    def every_history_is_its_card(self) -> None:
        if hasattr(self, "transaction"):
            assert list(history_faults()) == []

    def card(self, number: int) -> str:
        """One of the cards."""
        return self.cards[number % len(self.cards)]

    def kind(self, ref: str) -> CardKind:
        return CardKind(card_of(ref).customer_kind)

    def rows(self, ref: str) -> Any:
        """The rows of a card's tables."""
        return contents_of(card_of(ref)).children

    def stands(self, ref: str) -> dict[str, str]:
        """All that has a history and stands on a card: path -> text."""
        return snapshot_of(contents_of(card_of(ref)))

    def tick(self) -> datetime:
        """A minute passes."""
        self.now += timedelta(minutes=1)
        return self.now

    def note_private(self, ref: str, texts: Texts) -> None:
        """Remember what must be gone when it is cleared."""
        found = {text for path, text in texts.items() if is_private(path) and "private" in text}
        self.private.setdefault(ref, set()).update(found)

    def attempt(self, what: str, act: Any, by: str, *args: Any, **more: Any) -> Any:
        """Do an act; a refused one changes nothing at all."""
        before, refused = fingerprint(), ""
        try:
            done = act(self.desks[by], *args, **more)
        except CabinetError as error:
            done, refused = None, f": {error.code}"
        self.done[what + refused] += 1
        if refused:
            assert fingerprint() == before, what + refused
            return None
        return True if done is None else done
