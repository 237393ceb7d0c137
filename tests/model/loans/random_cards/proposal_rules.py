"""What was handed in is decided, answered and taken back."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from model.cards.answering import answer, withdraw
from model.cards.deciding import Decision, decide
from model.cards.paths import row_path
from model.cards.proposal_keeping import lines_of
from model.cards.tables import ChangeState, Proposal

from .office import MANAGER, Office, anybody, heads, which

kinds = st.sampled_from(("accept", "accept", "ask_back", "reject"))
texts = st.sampled_from(("孙兰", "2024", "", ""))
proposers = st.sampled_from((True, True, True, False))

_OPEN = Proposal.select().where(Proposal.is_open).order_by(Proposal.id.desc())


class ProposalRules(Office):
    """Clerks, supervisors and the manager decide; whoever handed in answers or takes back."""

    @precondition(lambda self: _OPEN.exists())
    @rule(number=which, kind=kinds)
    def the_manager_decides(self, number: int, kind: str) -> None:
        proposal = _open()[number % len(_open())]
        self.decide(MANAGER, number, kind, True, set())
        if kind == "ask_back" and number % 2:
            self.go_on(proposal, proposal.proposer.name, "孙兰", False)

    @precondition(lambda self: _OPEN.exists())
    @rule(by=heads, number=which, kind=kinds, anyway=st.booleans(), some=st.sets(st.integers(0, 3)))
    def somebody_decides(
        self, by: str, number: int, kind: str, anyway: bool, some: set[int]
    ) -> None:
        self.decide(by, number, kind, anyway, some)

    def decide(self, by: str, number: int, kind: str, anyway: bool, some: set[int]) -> None:
        proposal = _open()[number % len(_open())]
        before = self.stands(proposal.card.card_no)
        lines = [line for n, line in enumerate(lines_of(proposal)) if n in some or not some]
        told = {line.id: Decision(kind, "问过本人", anyway) for line in lines}
        done = self.attempt(kind, decide, by, proposal.proposal_no, told, self.tick())
        if done is None:
            return
        self.proposals_moved(proposal.card.card_no)
        if kind != "accept":
            assert self.stands(proposal.card.card_no) == before
            return
        after = self.stands(proposal.card.card_no)
        for line in lines:
            place = row_path(line.path)
            if place is None and line.path in after.keys() | before.keys():
                assert after.get(line.path, "") == (line.text or "")

    @precondition(lambda self: _OPEN.exists())
    @rule(number=which, own=proposers, by=anybody, text=texts, back=st.booleans())
    def the_proposer_goes_on(self, number: int, own: bool, by: str, text: str, back: bool) -> None:
        proposal = _open()[number % len(_open())]
        self.go_on(proposal, proposal.proposer.name if own else by, text, back)

    def go_on(self, proposal: Proposal, by: str, text: str, back: bool) -> None:
        """He takes back what is open, or answers what was asked."""
        card_no = proposal.card.card_no
        asked = [one for one in lines_of(proposal) if one.state == ChangeState.ASKED_BACK]
        before = self.stands(card_no)
        if back and not asked:
            done = self.attempt("withdraw", withdraw, by, proposal.proposal_no, self.tick())
        else:
            again = {asked[0].path: text} if asked and text else {}
            self.note_private(card_no, again)
            done = self.attempt("answer", answer, by, proposal.proposal_no, again, self.tick())
        if done is not None:
            self.proposals_moved(card_no)
            assert self.stands(card_no) == before

    def proposals_moved(self, card_no: str) -> None:
        """Something was done with what was handed in about a card."""


def _open() -> list[Proposal]:
    return list(_OPEN.clone())
