"""Any sequence of edits, proposals, decisions, answers and restores, beside plain bookkeeping."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from model.cards.answering import answer, withdraw
from model.cards.contents import contents_of
from model.cards.custody import card_of
from model.cards.deciding import Decision, decide
from model.cards.paths import row_path
from model.cards.proposal_keeping import OPEN, lines_of, proposal_of
from model.cards.proposing import save_card
from model.cards.replay import RevisionLine, replay, snapshot_of, told_only
from model.cards.restoring import restore_value
from model.cards.tables import Proposal, ProposedChange, Revision
from model.errors import CabinetError
from model.office.desk import Desk
from model.storage.database import database
from tests.conftest import NOW, Sit
from tests.model.cards.proposed import lend

REP, CLERK, OTHER_CLERK, SUPERVISOR, MANAGER = "李明", "王秀兰", "孙丽", "赵刚", "张总"
PEOPLE = (REP, CLERK, OTHER_CLERK, SUPERVISOR, MANAGER)

# Who decides on a change of each, told once more in plain words; a few good and bad texts.
ANY_BUT_REP = frozenset(PEOPLE[1:])
HEADS = frozenset({SUPERVISOR, MANAGER})
FACTS: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "likes": (ANY_BUT_REP, ("守时", "无", "", "x" * 999)),
    "email": (ANY_BUT_REP, ("a@b.cn", "c@d.cn", "", "nobody")),
    "full_name": (HEADS, ("客户甲总厂", "客户甲厂", "")),
    "trade_terms": (HEADS, ("月结", "现款", "")),
    "reg_capital": (frozenset({CLERK, OTHER_CLERK, MANAGER}), ("100", "200.5", "many")),
    "bank_account": (frozenset({MANAGER}), ("6222021234567890123", "")),
    "contacts#1.title": (ANY_BUT_REP, ("经理", "厂长", "")),
    "contacts#1": (ANY_BUT_REP, ("",)),
    "contacts#+1.name": (ANY_BUT_REP, ("吴小姐", "郑师傅")),
    "contacts#+1.is_primary": (ANY_BUT_REP, ("是", "否")),
    "needs#+1.description": (ANY_BUT_REP, ("快到货", "账期60天")),
    "needs#+1.our_rate": (ANY_BUT_REP, ("60", "600")),
}
MAY_BE_TYPED = {
    REP: frozenset(),
    CLERK: frozenset(FACTS) - {"full_name", "trade_terms", "bank_account"},
    SUPERVISOR: frozenset(FACTS) - {"reg_capital", "bank_account"},
    MANAGER: frozenset(FACTS),
}
MAY_BE_TYPED[OTHER_CLERK] = MAY_BE_TYPED[CLERK]

typists = st.sampled_from((REP, REP, REP, CLERK, SUPERVISOR, MANAGER))
deciders = st.sampled_from((MANAGER, MANAGER, *PEOPLE))
proposers = st.sampled_from(("", "", *PEOPLE))  # empty: who made it
texts_of = st.sampled_from((0, 0, 0, 1, 1, 2, 3))
# Some more than others, so that they are fought over.
paths = st.sampled_from((*sorted(FACTS), *("likes", "contacts#1.title", "contacts#1") * 3))
typed = st.dictionaries(paths, texts_of, min_size=1, max_size=3)
which = st.sampled_from((0, 0, 1, 2, 3))
kinds = st.sampled_from(("accept", "accept", "ask_back", "reject"))


class Proposals(RuleBasedStateMachine):
    """One card in its rep's hands, and everybody who types on it and decides.

    Attributes:
        desks: who sits where.
        ref: the card.
        done: what all examples together came through.
    """

    desks: ClassVar[dict[str, Desk]]
    ref: ClassVar[str]
    done: ClassVar[Counter[str]]

    @initialize()
    def begin(self) -> None:
        self.whole = ExitStack()
        self.transaction = self.whole.enter_context(database.atomic())
        self.states: dict[str, dict[str, str]] = {}
        self.now = NOW

    def teardown(self) -> None:
        self.transaction.rollback()
        self.whole.close()

    @rule(by=typists, texts=typed, source=st.sampled_from(("visit", "phone")))
    def save(self, by: str, texts: dict[str, int], source: str) -> None:
        told = {path: FACTS[path][1][n % len(FACTS[path][1])] for path, n in texts.items()}
        before, version = self._card(), card_of(self.ref).version
        saved = self._try(
            "save", save_card, self.desks[by], self.ref, version, told, self._tick(),
            source=source, not_duplicate=True,
        )  # fmt: skip
        if saved is None:
            return
        assert not set(saved.proposed) & MAY_BE_TYPED[by]
        if saved.version == version:
            assert self._card() == before
        for path in saved.proposed:
            assert path in told
            if "#+" not in path:
                assert self._card().get(path) == before.get(path) or "contacts#1" in told
        if saved.proposal_no:
            self.done["proposed"] += 1
            self.states[saved.proposal_no] = dict.fromkeys(saved.proposed, "pending")

    @rule(row=st.booleans(), anyway=st.booleans(), by=deciders)
    def something_else_stands_there_by_now(self, row: bool, anyway: bool, by: str) -> None:
        number = len(self.states)
        self.save(REP, {"contacts#1.title" if row else "likes": 0}, "visit")
        self.save(MANAGER, {"contacts#1": 0} if row else {"likes": 1}, "phone")
        if len(self.states) > number:
            self._decide(by, self._one(0), set(), "accept", anyway)

    @precondition(lambda self: self._any("pending"))
    @rule(which=which, kind=kinds, anyway=st.booleans())
    def the_manager_decides_on_the_whole(self, which: int, kind: str, anyway: bool) -> None:
        self._decide(MANAGER, self._one(which, "pending"), set(), kind, anyway)

    @precondition(lambda self: self.states)
    @rule(
        by=deciders, which=which, lines=st.sets(st.integers(0, 3)), kind=kinds, anyway=st.booleans()
    )
    def somebody_decides(
        self, by: str, which: int, lines: set[int], kind: str, anyway: bool
    ) -> None:
        self._decide(by, self._one(which), lines, kind, anyway)

    def _decide(self, by: str, number: str, lines: set[int], kind: str, anyway: bool) -> None:
        rows = lines_of(proposal_of(number))
        chosen = [row for n, row in enumerate(rows) if n in lines or not lines]
        before, version = self._card(), card_of(self.ref).version
        decisions = {row.id: Decision(kind, "旧号找到本人", anyway) for row in chosen}
        done = self._try(kind, decide, self.desks[by], number, decisions, self._tick())
        if done is None:
            return
        made_by = proposal_of(number).proposer.name
        decided = {row.path for row in chosen}
        new_rows = {path.split(".")[0] for path in decided if "#+" in path}
        decided |= {
            row.path for row in rows if row.state in OPEN and row.path.split(".")[0] in new_rows
        }
        assert all(by in FACTS[path][0] and by != made_by for path in decided)
        becomes = {"accept": "accepted", "ask_back": "asked_back", "reject": "rejected"}[kind]
        self.states[number] |= dict.fromkeys(decided, becomes)
        if kind != "accept":
            assert (self._card(), done.version) == (before, version)
            return
        self._accepted(number, decided, before, by, made_by)

    def _accepted(
        self, number: str, paths: set[str], before: dict[str, str], by: str, made_by: str
    ) -> None:
        """What was accepted stands there, nothing else changed but what follows in its table."""
        after = self._card()
        rows = {row.path: row.text for row in lines_of(proposal_of(number))}
        if "contacts#1" not in paths:
            assert all(after.get(path, "") == rows[path] for path in paths if "#+" not in path)
        changed = {
            path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
        }
        tables = {path.split("#")[0] for path in paths if "#" in path}
        assert all(path in paths or path.split("#")[0] in tables for path in changed)
        latest = Revision.select().where(Revision.version == card_of(self.ref).version)
        if changed:
            assert {(one.changed_by.name, one.accepted_by.name) for one in latest} == {
                (made_by, by)
            }

    @precondition(lambda self: len(self.states) > 2 and self._any("pending"))
    @rule(by=proposers, which=which)
    def withdraw(self, by: str, which: int) -> None:
        number = self._one(which, "pending")
        before, desk = self._card(), self._desk(by, number)
        if self._try("withdraw", withdraw, desk, number, self._tick()):
            assert self._card() == before
            states = self.states[number]
            states |= {path: "withdrawn" for path, state in states.items() if state in OPEN}

    @precondition(lambda self: self._any("asked_back"))
    @rule(by=proposers, which=which, text=texts_of)
    def answer(self, by: str, which: int, text: int) -> None:
        number = self._one(which, "asked_back")
        asked = [path for path, state in self.states[number].items() if state == "asked_back"]
        texts = {path: FACTS[path][1][text % len(FACTS[path][1])] for path in asked[:1]}
        before, desk = self._card(), self._desk(by, number)
        if self._try("answer", answer, desk, number, texts, self._tick()):
            assert self._card() == before
            self.states[number] |= dict.fromkeys(asked, "pending")

    @rule(by=deciders, back=st.integers(0, 9))
    def put_back(self, by: str, back: int) -> None:
        """What stood there before one of the last changes, whoever made it."""
        query = Revision.select().where(Revision.field != "").order_by(Revision.id.desc())
        lines = list(query.limit(10))
        line = lines[back % len(lines)]
        who = self.desks[by]
        if self._try("put back", restore_value, who, self.ref, line.id, self._tick()):
            place = row_path(line.field)
            if place is None or not place.column.startswith("is_"):
                assert self._card().get(line.field, "") == (line.old_value or "")

    @invariant()
    def the_history_is_the_card(self) -> None:
        card = card_of(self.ref)
        query = Revision.select().where(Revision.card == card.id).order_by(Revision.id)
        lines = [RevisionLine(row.version, row.field, row.new_value) for row in query]
        contents = contents_of(card)
        assert told_only(contents.kind, replay(lines)) == snapshot_of(contents)

    @invariant()
    def the_proposals_stand_as_booked(self) -> None:
        kept: dict[str, dict[str, str]] = {}
        for row in ProposedChange.select(ProposedChange, Proposal).join(Proposal):
            kept.setdefault(row.proposal.proposal_no, {})[row.path] = row.state
            assert row.decided_by_id != row.proposal.proposer_id or row.state == "withdrawn"
        assert kept == self.states
        is_open = {row.proposal_no: row.is_open for row in Proposal.select()}
        assert is_open == {
            number: any(state in OPEN for state in states.values())
            for number, states in self.states.items()
        }

    def _card(self) -> dict[str, str]:
        return snapshot_of(contents_of(card_of(self.ref)))

    def _any(self, state: str) -> bool:
        return any(state in one.values() for one in self.states.values())

    def _one(self, which: int, state: str = "") -> str:
        """One of the last proposals, of those of which something is in a state."""
        numbers = [no for no, one in self.states.items() if not state or state in one.values()]
        return numbers[-1 - which % len(numbers)]

    def _desk(self, by: str, number: str) -> Desk:
        return self.desks[by or proposal_of(number).proposer.name]

    def _tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def _try(self, what: str, act: Any, *args: Any, **more: Any) -> Any:
        """Do an act; a refused one changes nothing at all."""
        before, version, states = self._card(), card_of(self.ref).version, self._stored()
        try:
            done = act(*args, **more)
        except CabinetError as error:
            self.done[f"{what}: {error.code}"] += 1
            assert (self._card(), card_of(self.ref).version) == (before, version)
            assert self._stored() == states
            return None
        self.done[what] += 1
        return done if done is not None else True

    def _stored(self) -> list[tuple[Any, ...]]:
        return [*ProposedChange.select().order_by(ProposedChange.id).tuples(),
                *Proposal.select().order_by(Proposal.id).tuples()]  # fmt: skip


SEEN = frozenset({
    "proposed", "save: not_allowed", "save: bad_input", "accept", "accept: overtaken",
    "accept: not_allowed", "accept: wrong_state", "accept: bad_input",
    "ask_back", "reject", "reject: wrong_state", "withdraw", "withdraw: not_allowed", "answer",
    "put back", "put back: must_propose",
})  # fmt: skip
"""What random work must have come through to be worth its name."""


@pytest.mark.parametrize("examples", [40, pytest.param(3000, marks=pytest.mark.soak)])
def test_random_proposals(sit: Sit, firm: str, examples: int) -> None:
    desks = {name: sit(name) for name in PEOPLE}
    save_card(desks[MANAGER], firm, card_of(firm).version, {"contacts#+1.name": "何文斌"}, NOW)
    lend(firm, REP)
    done: Counter[str] = Counter()
    machine = type("Machine", (Proposals,), {"desks": desks, "ref": firm, "done": done})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=40, deadline=None, database=None,
            derandomize=True, phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert done.keys() >= SEEN, sorted(SEEN - done.keys())
