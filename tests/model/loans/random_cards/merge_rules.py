"""Two cards become one and two again; private facts go, pictures come and go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from model.cards.attachments import AttachmentDetails, attach, change_attachment, remove_attachment
from model.cards.private import clear_private
from model.cards.revisions import as_text
from model.cards.tables import Attachment
from model.loans.merging import compare_cards, merge_cards, undo_merge
from tests.model.loans.canonical import canonical_dump, history

from .checks import holding
from .facts import HOBBIES, Edit, is_private
from .office import CLERK, KEEPER, MANAGER, anybody, heads, which
from .proposal_rules import ProposalRules
from .typing_rules import TypingRules

PNG = b"\x89PNG\r\n\x1a\n"
afterwards = st.sampled_from(("", "part", "part", "type", "clear"))
_PROPOSALS = {"proposal", "proposed_change"}
# They come together where the teams differ.
_FOLLOWS = frozenset({"rep", "district"})


@dataclass
class Joined:
    """A merge, and what was there before it.

    Attributes:
        merge_no: its number.
        kept: the card that stayed.
        gone: the card that went into it.
        before: both cards and everything that hung on them.
        told: the history of all cards; None when private facts were cleared since.
        moved_on: tables in which something was decided since, which no undoing takes back.
    """

    merge_no: str
    kept: str
    gone: str
    before: dict[str, list[str]]
    told: list[tuple[Any, ...]] | None
    moved_on: set[str] = field(default_factory=set)

    @property
    def pair(self) -> set[str]:
        return {self.kept, self.gone}


class MergeRules(ProposalRules, TypingRules):
    """What happens to whole cards.

    Attributes:
        joined: the merges that stand.
    """

    def begin(self) -> None:
        super().begin()
        self.joined: list[Joined] = []

    def proposals_moved(self, card_no: str) -> None:
        for one in self.joined:
            if card_no in one.pair:
                one.moved_on |= _PROPOSALS

    @rule(by=heads, one=which, other=which, data=st.data(), then=afterwards)
    def merge(self, by: str, one: int, other: int, data: st.DataObject, then: str) -> None:
        kind = self.kind(self.card(one))
        alike = [ref for ref in self.cards if self.kind(ref) is kind]
        kept, gone = sorted((self.card(one), alike[other % len(alike)]))
        if then == "clear":
            self.save(KEEPER, gone, [Edit("contacts", HOBBIES, 0, 0)], "来电")
        view = self.attempt("compare", compare_cards, MANAGER, kept, gone, self.tick())
        if view is None:
            return
        paths = sorted(found.path for found in view.fields)
        take = data.draw(st.sets(st.sampled_from(paths), max_size=6)) if paths else set()
        before = canonical_dump({kept, gone})
        told = history()
        done = self.attempt("merge", merge_cards, by, kept, gone, take, self.tick(), reason="重复")
        assert done is None or view.refused == ""
        if done is None:
            return
        self.joined.append(Joined(done.merge_no, kept, gone, before, told))
        stands = self.stands(kept)
        for found in view.fields:
            expected = as_text(found.gone if found.path in take else found.kept)
            assert stands.get(found.path) == expected or found.path in _FOLLOWS
        if then == "type":
            self.save(KEEPER, kept, [Edit("contacts", 0, 0, 0)], "来电")
        if then:
            self.part(0, MANAGER)
        if then == "clear":
            self.clear_card(MANAGER, gone)

    @precondition(lambda self: self.joined)
    @rule(number=which, by=heads)
    def part(self, number: int, by: str) -> None:
        merge = self.joined[-1 - number % len(self.joined)]
        if self.attempt("undo", undo_merge, by, merge.merge_no, self.tick()) is None:
            return
        self.joined.remove(merge)
        after = canonical_dump(merge.pair)
        for table, rows in merge.before.items():
            assert rows == after[table] or table in merge.moved_on, table
        if merge.told is not None:
            assert history()[: len(merge.told)] == merge.told

    @rule(by=heads, number=which, typed=st.booleans())
    def clear(self, by: str, number: int, typed: bool) -> None:
        """At the customer's request: nothing of it is anywhere."""
        ref = self.card(number)
        if typed:
            private = [Edit("contacts", HOBBIES, 0, 0)]
            self.leave(CLERK, ref, private)
            self.save(KEEPER, ref, private, "来电")
        self.clear_card(by, ref)

    def clear_card(self, by: str, ref: str) -> None:
        done = self.attempt("clear", clear_private, by, ref, self.tick(), reason="客户来函")
        if done is None:
            return
        stays = self._stays(ref)
        refs = {stays, *self._went_into(stays)}
        for key in [one for one in self.kept if one[1] in refs]:
            texts = self.kept[key].items()
            self.kept[key] = {path: text for path, text in texts if not is_private(path)}
        for merge in self.joined:
            merge.told = None
            if refs & merge.pair:
                merge.moved_on |= _PROPOSALS
        assert not any(is_private(path) for one in refs for path in self.stands(one))
        known = set().union(*(self.private.pop(one, set()) for one in refs))
        of_others = set().union(*self.private.values())
        assert holding(known - of_others) == set()

    def _stays(self, ref: str) -> str:
        """The card that a card went into, and that one, if it did; or the card itself."""
        found = [one.kept for one in self.joined if one.gone == ref]
        return self._stays(found[0]) if found else ref

    def _went_into(self, ref: str) -> set[str]:
        """Cards that went into this one, and those that had gone into them."""
        found = {one.gone for one in self.joined if one.kept == ref}
        return found.union(*(self._went_into(one) for one in found))

    @rule(by=anybody, number=which, how=st.sampled_from(("in", "in", "describe", "out", "out")))
    def open_the_pouch(self, by: str, number: int, how: str) -> None:
        """A picture comes in, is described anew, or goes."""
        pouch = _pouch()
        details = AttachmentDetails("licence", valid_until="2030-12-31", handled_by="周经理")
        if how == "in" or not pouch:
            content = PNG + str(self.now).encode()
            ref = self.card(number)
            self.attempt("attach", attach, by, ref, "门店.png", content, details, self.tick())
        elif how == "out":
            file = pouch[number % len(pouch)]
            self.attempt("take out", remove_attachment, by, file, "过期", self.tick())
        else:
            file, details = pouch[number % len(pouch)], AttachmentDetails("other")
            self.attempt("describe", change_attachment, by, file, details, self.tick())


def _pouch() -> list[str]:
    rows = Attachment.select().where(Attachment.removed_at.is_null())
    return [row.attachment_no for row in rows.order_by(Attachment.id)]
