"""Somebody types: on cards and drafts, kept and not saved, an old value again, or nothing new."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from model.cards import drafts, reviewing
from model.cards.custody import card_of
from model.cards.definition import Fresh
from model.cards.paths import row_path
from model.cards.proposing import save_card
from model.cards.restoring import restore_value
from model.cards.revisions import CLEARED
from model.cards.tables import CustomerCard, DraftStage, Revision, Verification
from model.cards.typing import discard_typing, keep_typing, kept_typing
from model.cards.verifying import verify_unchanged
from tests.conftest import COMPLETE

from .facts import COMPANY, INDIVIDUAL, Edit, as_typed, edits
from .office import KEEPER, MANAGER, REPS, Office, anybody, heads, reps, which

DISTRICTS = {"李明": "武侯", "王芳": "武侯", "周涛": "金牛"}
PERSON = {
    "relationship_status": "prospect", "channel_type": "end_user", "source_method": "cold_visit",
    "home_address": "成都市武侯区簇锦街道88号",
}  # fmt: skip
fillers = st.sampled_from((*REPS, KEEPER))
reasons = st.sampled_from(("来电", "来电", ""))
groups = st.sets(st.sampled_from(sorted(Fresh)), min_size=1, max_size=3)


class TypingRules(Office):
    """The form and what stands behind it.

    Attributes:
        kept: person and card -> the texts that were typed and not saved.
    """

    def begin(self) -> None:
        super().begin()
        self.kept: dict[tuple[str, str], dict[str, str]] = {}

    def look_at_last(self) -> None:
        super().look_at_last()
        found = {
            (by, kept.ref): kept.texts for by, desk in self.desks.items()
            for kept in kept_typing(desk)
        }  # fmt: skip
        assert found == self.kept

    @rule(by=anybody, number=which, typed=edits, reason=reasons)
    def anybody_saves(self, by: str, number: int, typed: list[Edit], reason: str) -> None:
        self.save(by, self.card(number), typed, reason)

    @rule(by=heads, number=which, typed=edits, more=edits, reason=reasons)
    def two_changes(
        self, by: str, number: int, typed: list[Edit], more: list[Edit], reason: str
    ) -> None:
        self.save(by, self.card(number), typed, reason)
        self.save(KEEPER, self.card(number), more, reason)

    def save(self, by: str, ref: str, typed: list[Edit], reason: str) -> None:
        texts = as_typed(self.kind(ref), typed, self.rows(ref))
        version = card_of(ref).version
        self.note_private(ref, texts)
        saved = self.attempt(
            "save", save_card, by, ref, version, texts, self.tick(), reason=reason,
            source="phone", not_duplicate=True,
        )  # fmt: skip
        if saved is None:
            return
        if saved.proposal_no:
            self.done["handed in"] += 1
        changed = Revision.select().where(Revision.version > version, Revision.card == card_of(ref))
        assert changed.exists() == (saved.version > version)

    @rule(by=anybody, number=which, typed=edits, forget=st.booleans())
    def type_and_leave(self, by: str, number: int, typed: list[Edit], forget: bool) -> None:
        ref = self.card(number)
        if forget and self.kept:
            by, ref = sorted(self.kept)[number % len(self.kept)]
            self.attempt("discard", discard_typing, by, ref)
            del self.kept[by, ref]
        else:
            self.leave(by, ref, typed)

    def leave(self, by: str, ref: str, typed: list[Edit]) -> None:
        """Type, and do not save."""
        texts = as_typed(self.kind(ref), typed, self.rows(ref))
        self.note_private(ref, texts)
        version = card_of(ref).version
        self.attempt("keep", keep_typing, by, ref, self.kind(ref), version, texts, self.tick())
        self.kept[by, ref] = texts

    @rule(by=heads, number=which, typed=edits, back=st.integers(0, 9))
    def put_back(self, by: str, number: int, typed: list[Edit], back: int) -> None:
        """What stood there before one of the card's last changes."""
        ref = self.card(number)
        self.save(MANAGER, ref, typed, "来电")
        told = (Revision.card == card_of(ref)) & (Revision.field != "")
        lines = list(Revision.select().where(told).order_by(Revision.id.desc()).limit(10))
        if not lines:
            return
        line = lines[back % len(lines)]
        done = self.attempt("put back", restore_value, by, ref, line.id, self.tick(), reason="误改")
        if done is not None:
            assert line.state != CLEARED
            _is_back(line)
            # A card that was part of it for a while may have said it: it is this one's own now.
            self.note_private(ref, self.stands(ref))

    @rule(by=anybody, number=which, found=groups)
    def look_and_find_unchanged(self, by: str, number: int, found: set[Fresh]) -> None:
        ref = self.card(number)
        version = card_of(ref).version
        if self.attempt("verify", verify_unchanged, by, ref, found, self.tick()) is not None:
            card = card_of(ref)
            days = Verification.select().where(
                Verification.card == card, Verification.verified_on == self.now.date()
            )
            assert card.version == version
            assert {Fresh(one.fact_group) for one in days} >= found

    @rule(by=fillers, rep=reps, person=st.booleans(), typed=edits)
    def fill_a_new_card(self, by: str, rep: str, person: bool, typed: list[Edit]) -> None:
        rep = by if by in REPS else rep
        kind, number = (INDIVIDUAL if person else COMPANY), len(self.drafts)
        head = {"full_name": f"新客户{number}", "district": DISTRICTS[rep]}
        if person:
            head |= {**PERSON, "mobile": f"1390000{1000 + number}"}
        else:
            head |= {**COMPLETE, "phone": f"028-8666{1000 + number}"}
        if by not in REPS:
            head["rep"] = rep
        texts = {**as_typed(kind, typed, {}), **head}
        made = self.attempt(
            "draft", drafts.create_card, by, kind, texts, self.tick(), not_duplicate=True
        )
        if made is not None:
            self.drafts.append(made.ref)
            self.note_private(made.ref, texts)

    @rule(
        by=fillers, number=which, typed=edits,
        how=st.sampled_from(("type", "file", "file", "back", "refuse")),
    )  # fmt: skip
    def work_on_a_draft(self, by: str, number: int, typed: list[Edit], how: str) -> None:
        if not self.drafts:
            self.fill_a_new_card(by, REPS[number % len(REPS)], bool(number % 2), typed)
        if not self.drafts:
            return
        ref = self.drafts[number % len(self.drafts)]
        if how == "type":
            self._type_on(by, ref, typed)
        elif how == "back":
            self.attempt("back", reviewing.return_to_rep, MANAGER, ref, "请补充", self.tick())
        elif how == "refuse":
            self.attempt("refuse", reviewing.reject, MANAGER, ref, "没有这家客户", self.tick())
        else:
            self.attempt("pass", reviewing.pass_card, MANAGER, ref, self.tick())
            card_no = self.attempt("file", reviewing.file_card, KEEPER, ref, self.tick())
            if card_no is not None:
                self.cards.append(card_no)
                self.private[card_no] = self.private.pop(ref, set())
        columns = CustomerCard.select(CustomerCard.draft_no, CustomerCard.draft_stage)
        stages = dict(columns.tuples())
        self.drafts = [ref for ref in self.drafts if stages[ref] in set(DraftStage)]

    def _type_on(self, by: str, ref: str, typed: list[Edit]) -> None:
        texts = as_typed(self.kind(ref), typed, self.rows(ref))
        self.note_private(ref, texts)
        self.attempt(
            "change draft", drafts.change_draft, by, ref, card_of(ref).version, texts, self.tick(),
            not_duplicate=True,
        )  # fmt: skip


def _is_back(line: Revision) -> None:
    """The old value of a line is the newest again; a tick goes where its table wants it."""
    place = row_path(line.field)
    if place is not None and place.column.startswith("is_"):
        return
    same = (Revision.card == line.card_id) & (Revision.field == line.field)
    latest = Revision.select().where(same).order_by(Revision.id.desc()).get()
    assert (latest.new_value or "") == (line.old_value or "")
