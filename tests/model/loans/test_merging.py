"""并卡: two cards become one with everything that hangs on them, and two again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from model.cards.asking import ask_approval, decide_approval
from model.cards.cards import edit_card, read_card
from model.cards.copy_tables import IssuedCopy
from model.cards.custody import Kept, reserve
from model.cards.search import search
from model.cards.tables import (
    Attachment,
    AttachmentContent,
    CardMerge,
    Contact,
    CustomerCard,
    Loan,
    NeedRow,
    Proposal,
    ProposedChange,
    Reservation,
    Revision,
    Verification,
    YearlyResult,
)
from model.errors import (
    BadInputError,
    ChangedSinceError,
    LostRaceError,
    MustProposeError,
    NeedsApprovalError,
    NotAllowedError,
    NotFoundError,
    ReasonNeededError,
    WrongStateError,
)
from model.loans.merge_tables import HANDLED
from model.loans.merging import compare_cards, merge_cards, merges, undo_merge
from model.money.tables import AccountSnapshot
from model.office.desk import Desk
from model.office.rights import Right
from model.office.tables import Approval, AuditLine, Person
from model.rounds.tables import PlanLine, Promise, VisitRecord
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.canonical import canonical_dump
from tests.model.loans.conftest import approve_rows
from tests.model.loans.test_usage import add_loan, add_visit, key_of

TOMORROW = TODAY + timedelta(days=1)
Sides = tuple[str, str]


def test_every_table_with_the_key_of_a_card_is_thought_of() -> None:
    assert set(CustomerCard._meta.backrefs) == set(HANDLED)


@pytest.fixture
def pair(cards: list[str]) -> Sides:
    """Two cards of 李明."""
    return cards[0], cards[1]


@pytest.fixture
def boss(desk: Desk, pair: Sides, sit: Sit) -> Desk:
    """The supervisor of the first team, the cabinet being open."""
    del desk, pair
    return sit("赵刚")


def edit(desk: Desk, card_no: str, **texts: str) -> None:
    """One accepted change; `contacts__new1__name` stands for `contacts#+1.name`."""
    version = CustomerCard.get(CustomerCard.card_no == card_no).version
    typed = {
        path.replace("__new", "#+", 1).replace("__", "."): text for path, text in texts.items()
    }
    edit_card(desk, card_no, version, typed, NOW, reason="来电")


def card(card_no: str) -> CustomerCard:
    """A card's row."""
    return CustomerCard.get(CustomerCard.card_no == card_no)


def merge(desk: Desk, pair: Sides, *take: str) -> str:
    """Merge the second card into the first."""
    return merge_cards(desk, *pair, take, NOW, reason="同一客户").merge_no


# --- what is compared ------------------------------------------------------------------------


def test_both_cards_stand_side_by_side_the_older_one_first(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[1], fax="028-85552001")
    view = compare_cards(boss, pair[1], pair[0], NOW)
    assert (view.kept.ref, view.gone.ref, view.refused) == (*pair, "")
    fields = {one.path: one for one in view.fields}
    assert (fields["fax"].kept, fields["fax"].gone) == (None, "028-85552001")
    assert "fax" in view.suggested
    assert not fields["main_business"].differs
    assert "card_no" not in fields


def test_rows_of_the_same_person_are_compared_and_others_added(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[0], contacts__new1__name="何文斌")
    edit(boss, pair[1], contacts__new1__name="何文斌", contacts__new1__mobile="13800000001")
    edit(boss, pair[1], contacts__new1__name="孙兰", needs__new2__description="送货快")
    view = compare_cards(boss, *pair, NOW)
    (mobile,) = (one for one in view.fields if one.path.startswith("contacts") and one.differs)
    assert (mobile.path, mobile.kept, mobile.gone) == ("contacts#1.mobile", None, "13800000001")
    assert view.added == {"contacts": 1, "needs": 1}
    assert view.gone.counts["contacts"] == 2


def test_comparing_tells_what_the_merge_waits_for(boss: Desk, pair: Sides) -> None:
    with writing():
        holder = Person.get(Person.name == "李明")
        CustomerCard.update(custody_state="out", holder=holder, due_at=NOW).where(
            CustomerCard.card_no == pair[1]
        ).execute()
    view = compare_cards(boss, *pair, NOW)
    assert (view.refused, view.refused_ref) == ("out", pair[1])


# --- what is refused -------------------------------------------------------------------------


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("state", ["out", "overdue", "sealed", "lost", "void", "reserved"])
def test_a_card_that_is_not_quietly_in_the_cabinet_waits(
    boss: Desk, pair: Sides, side: int, state: str
) -> None:
    stored = {"overdue": "out", "reserved": "in_cabinet"}.get(state, state)
    with writing():
        rep = Person.get(Person.name == "李明")
        due = {"out": NOW, "overdue": NOW - timedelta(hours=1)}.get(state)
        CustomerCard.update(custody_state=stored, holder=rep if due else None, due_at=due).where(
            CustomerCard.card_no == pair[side]
        ).execute()
        if state == "reserved":
            reserve(boss, [(key_of(pair[side]), pair[side])], TODAY, Kept(rep.id, "RB"), NOW)
    before = canonical_dump()
    with pytest.raises(WrongStateError) as refused:
        merge(boss, pair)
    assert refused.value.values == {"ref": pair[side], "state": state}
    assert canonical_dump() == before


def test_what_can_be_no_merge_is_refused(boss: Desk, pair: Sides) -> None:
    with pytest.raises(BadInputError) as newer:
        merge(boss, (pair[1], pair[0]))
    assert newer.value.problems[0].reason == "newer_number"
    with pytest.raises(BadInputError) as same:
        merge(boss, (pair[0], pair[0]))
    assert same.value.problems[0].reason == "same_card"
    with pytest.raises(BadInputError) as unknown:
        merge(boss, pair, "card_no", "contacts#9.name")
    assert {problem.field for problem in unknown.value.problems} == {"card_no", "contacts#9.name"}
    with pytest.raises(ReasonNeededError):
        merge_cards(boss, *pair, (), NOW, reason=" ")
    with pytest.raises(NotFoundError):
        merge(boss, (pair[0], "Q09999"))
    with writing():
        CustomerCard.update(customer_kind="individual").where(
            CustomerCard.card_no == pair[1]
        ).execute()
    with pytest.raises(BadInputError) as other:
        compare_cards(boss, *pair, NOW)
    assert other.value.problems[0].reason == "other_kind"


def test_a_card_that_was_changed_since_it_was_compared_is_not_merged(
    boss: Desk, pair: Sides
) -> None:
    view = compare_cards(boss, *pair, NOW)
    seen = (view.kept.version, view.gone.version)
    edit(boss, pair[1], fax="028-85552001")
    with pytest.raises(LostRaceError):
        merge_cards(boss, *pair, (), NOW, reason="同一客户", versions=seen)


def test_only_who_may_void_both_cards_merges_them(boss: Desk, cards: list[str], sit: Sit) -> None:
    with pytest.raises(NotAllowedError):
        merge(boss, (cards[0], cards[4]))
    with pytest.raises(NeedsApprovalError):
        merge(sit("王秀兰"), (cards[0], cards[1]))
    assert merge(sit("张总"), (cards[0], cards[4]))


def test_a_clerk_merges_with_an_approval_and_undoes_with_another(
    boss: Desk, pair: Sides, sit: Sit
) -> None:
    edit(boss, pair[1], fax="028-85552001")
    clerk = sit("王秀兰")
    assert compare_cards(clerk, *pair, NOW).fields
    with pytest.raises(NeedsApprovalError) as refused:
        merge(clerk, pair, "fax")
    assert (refused.value.values["refs"], refused.value.values["facts"]) == (pair, {})
    approve(sit, pair)
    merge_no = merge(sit("王秀兰"), pair, "fax")
    with pytest.raises(NeedsApprovalError) as again:
        undo_merge(sit("王秀兰"), merge_no, NOW)
    assert again.value.values["refs"] == (merge_no,)
    assert [row.merge_no for row in merges(sit("王秀兰"), NOW)] == [merge_no]
    approve(sit, (merge_no,))
    undo_merge(sit("王秀兰"), merge_no, NOW)
    assert card(pair[1]).custody_state == "in_cabinet"


def approve(sit: Sit, refs: tuple[str, ...], **facts: str) -> None:
    """What the clerk asks for is granted by the supervisor."""
    asked = ask_approval(sit("王秀兰"), Right.VOID_CARD, refs, "同一客户", NOW, facts=facts)
    decide_approval(sit("赵刚"), asked.approval_no, True, "", NOW)


def test_an_approval_covers_the_protected_facts_that_it_names(
    boss: Desk, pair: Sides, sit: Sit
) -> None:
    edit(boss, pair[1], legal_rep="周志远")
    approve(sit, pair)
    with pytest.raises(NeedsApprovalError) as refused:
        merge(sit("王秀兰"), pair, "legal_rep", "phone")
    facts = refused.value.values["facts"]
    assert facts == {"take": "legal_rep"}
    approve(sit, pair, **facts)
    merge(sit("王秀兰"), pair, "legal_rep", "phone")
    assert card(pair[0]).__data__["legal_rep"] == "周志远"


def test_no_approval_covers_what_a_clerk_may_not_even_hand_in(
    boss: Desk, pair: Sides, sit: Sit
) -> None:
    edit(boss, pair[1], relationship_status="future")
    approve(sit, pair)
    with pytest.raises(NotAllowedError) as refused:
        merge(sit("王秀兰"), pair, "relationship_status")
    assert not isinstance(refused.value, NeedsApprovalError)
    assert Approval.get().state == "granted"


def test_a_fact_that_the_desk_may_not_change_is_not_taken(
    boss: Desk, pair: Sides, sit: Sit
) -> None:
    edit(sit("张总"), pair[1], bank_name="建设银行武侯支行")
    with pytest.raises(MustProposeError):
        merge(boss, pair, "bank_name")
    assert card(pair[1]).custody_state == "in_cabinet"


# --- what it does ----------------------------------------------------------------------------


def test_the_facts_that_were_chosen_are_taken_and_the_others_stay(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[0], likes="喝茶", fax="028-85552000")
    edit(boss, pair[1], likes="钓鱼", fax="028-85552001", website="无")
    merge(boss, pair, "fax", "website")
    view = read_card(boss, pair[0], NOW)
    assert (view.values["fax"], view.values["likes"]) == ("028-85552001", "喝茶")
    assert view.explicit["website"] == "none"
    lines = {row.field: (row.old_value, row.new_value) for row in card(pair[0]).revisions}
    assert lines["fax"] == ("028-85552000", "028-85552001")
    assert card(pair[0]).__data__["revision_no"] == 3
    void = read_card(boss, pair[1], NOW)
    assert (void.state, void.values["likes"], void.editable) == ("void", "钓鱼", frozenset())


def test_unique_facts_go_over_to_the_card_that_stays(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[1], short_name="恒运配件", uscc="91350100M000100Y43")
    merge_no = merge(boss, pair, "short_name", "uscc")
    assert card(pair[0]).__data__["uscc"] == "91350100M000100Y43"
    undo_merge(boss, merge_no, NOW)
    assert card(pair[1]).__data__["short_name"] == "恒运配件"
    assert card(pair[0]).__data__["short_name"] is None


def test_rows_get_new_numbers_and_only_one_is_the_primary_contact(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[0], contacts__new1__name="何文斌")
    edit(boss, pair[1], contacts__new1__name="孙兰", contacts__new2__name="周平")
    edit(boss, pair[1], needs__new1__description="送货快", needs__new1__is_top="1")
    merge(boss, pair)
    rows = Contact.select().where(Contact.card == key_of(pair[0])).order_by(Contact.row_no)
    assert [(row.row_no, row.name, bool(row.is_primary)) for row in rows] == [
        (1, "何文斌", True), (2, "孙兰", False), (3, "周平", False),
    ]  # fmt: skip
    need = NeedRow.get(NeedRow.card == key_of(pair[0]))
    assert (need.row_no, need.is_top) == (4, True)
    assert card(pair[0]).next_row_no == 5
    assert not Contact.select().where(Contact.card == key_of(pair[1])).exists()
    lost = [row.field for row in card(pair[1]).revisions if row.new_value is None]
    assert "contacts#1.name" in lost


def test_a_year_that_both_have_is_one_row_of_what_was_chosen(boss: Desk, pair: Sides) -> None:
    years = {"sales_history__new1__year": "2025", "sales_history__new1__net_sales": "100"}
    edit(boss, pair[0], **years)
    edit(boss, pair[1], **{**years, "sales_history__new1__net_sales": "300",
                           "sales_history__new1__collected": "50"})  # fmt: skip
    merge(boss, pair, "sales_history#1.collected")
    (row,) = YearlyResult.select()
    assert (row.card_id, row.net_sales, row.collected) == (
        key_of(pair[0]), Decimal("100.00"), Decimal("50.00"),
    )  # fmt: skip


def test_loans_and_records_of_both_cards_are_one_story(boss: Desk, pair: Sides) -> None:
    add_loan(pair[1], TODAY - timedelta(days=2))
    with writing():
        Loan.update(record_missing=True).execute()
        CustomerCard.update(last_visit_on=TODAY - timedelta(days=2)).where(
            CustomerCard.card_no == pair[0]
        ).execute()
    add_visit(pair[0], TODAY - timedelta(days=2), visited="要价目表")
    merge_no = merge(boss, pair)
    loan = Loan.get()
    assert (loan.card_id, loan.record_missing) == (key_of(pair[0]), False)
    undo_merge(boss, merge_no, NOW)
    loan = Loan.get()
    assert (loan.card_id, loan.record_missing) == (key_of(pair[1]), True)


def test_two_accounts_of_one_customer_add_up(boss: Desk, pair: Sides) -> None:
    with writing():
        for number, (card_no, bucket) in enumerate(zip(pair, ("d91_180", "d31_60"), strict=True)):
            AccountSnapshot.insert(
                card=key_of(card_no), balance=Decimal(100 + number), overdue=Decimal(number),
                worst_bucket=bucket, as_of=TODAY - timedelta(days=number),
            ).execute()  # fmt: skip
    before = canonical_dump()
    merge_no = merge(boss, pair)
    (account,) = AccountSnapshot.select()
    assert (account.card_id, account.balance, account.overdue, account.worst_bucket) == (
        key_of(pair[0]), Decimal("201.00"), Decimal("1.00"), "d91_180",
    )  # fmt: skip
    assert account.as_of == TODAY - timedelta(days=1)
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_a_plan_to_come_has_the_customer_once(boss: Desk, pair: Sides) -> None:
    approve_rows(boss, "李明", list(pair), TOMORROW)
    before = canonical_dump()
    merge_no = merge(boss, pair)
    lines = {line.card_id: (line.state, line.struck_reason) for line in PlanLine.select()}
    assert lines == {
        key_of(pair[0]): ("planned", ""),
        key_of(pair[1]): ("cancelled", f"→ {pair[0]}"),
    }
    (kept,) = Reservation.select()
    assert kept.card_id == key_of(pair[0])
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_a_visit_to_be_made_goes_on_where_the_other_line_was_struck(
    boss: Desk, pair: Sides
) -> None:
    approve_rows(boss, "李明", list(pair), TOMORROW)
    with writing():
        mine = PlanLine.card == key_of(pair[0])
        PlanLine.update(state="cancelled", struck_reason="出差").where(mine).execute()
        Reservation.delete().where(Reservation.card == key_of(pair[0])).execute()
    before = canonical_dump()
    merge_no = merge(boss, pair)
    lines = {line.card_id: (line.state, line.struck_reason) for line in PlanLine.select()}
    assert lines == {key_of(pair[0]): ("planned", ""), key_of(pair[1]): ("cancelled", "出差")}
    assert [row.card_id for row in Reservation.select()] == [key_of(pair[0])]
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_two_plans_of_one_day_visit_the_customer_once(boss: Desk, cards: list[str]) -> None:
    pair = (cards[0], cards[3])
    approve_rows(boss, "李明", cards[:1], TOMORROW)
    approve_rows(boss, "王芳", cards[3:4], TOMORROW)
    before = canonical_dump()
    merge_no = merge(boss, pair)
    lines = {line.plan.rep.name: (line.card_id, line.state) for line in PlanLine.select()}
    assert lines == {
        "李明": (key_of(pair[0]), "planned"), "王芳": (key_of(pair[0]), "rescheduled"),
    }  # fmt: skip
    assert Reservation.select().count() == 1
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_a_plan_of_a_day_that_has_passed_stays_as_it_was_printed(boss: Desk, pair: Sides) -> None:
    approve_rows(boss, "李明", list(pair), TODAY - timedelta(days=1), state="draft")
    merge(boss, pair)
    assert {line.card_id: line.state for line in PlanLine.select()} == {
        key_of(pair[0]): "planned", key_of(pair[1]): "planned",
    }  # fmt: skip


def test_open_proposals_go_along_with_the_rows_that_they_name(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[0], contacts__new1__name="何文斌")
    edit(boss, pair[1], contacts__new1__name="孙兰", contacts__new2__name="何文斌")
    with writing():
        rep = Person.get(Person.name == "李明")
        made = Proposal.insert(
            proposal_no="XD000001", card=key_of(pair[1]), proposer=rep, made_at=NOW
        ).execute()
        gone = "contacts#9.mobile"  # a row that was taken out since
        for path in ("contacts#1.mobile", "contacts#2.mobile", "contacts#+1.name", "fax", gone):
            ProposedChange.insert(proposal=made, path=path, text="1").execute()
    before = canonical_dump()
    merge_no = merge(boss, pair)
    assert Proposal.get().card_id == key_of(pair[0])
    assert [row.path for row in ProposedChange.select().order_by(ProposedChange.id)] == [
        "contacts#2.mobile", "contacts#1.mobile", "contacts#+1.name", "fax",
        "contacts#900000009.mobile",
    ]  # fmt: skip
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_facts_are_as_old_as_they_were(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[1], likes="钓鱼")
    with writing():
        Verification.delete().execute()
        for number, card_no in enumerate(pair, start=1):
            Verification.insert(
                card=key_of(card_no), fact_group="features",
                verified_on=TODAY - timedelta(days=100 * number),
            ).execute()  # fmt: skip
    merge(boss, pair, "likes")
    (row,) = Verification.select().where(Verification.fact_group == "features")
    assert (row.card_id, row.verified_on) == (key_of(pair[0]), TODAY - timedelta(days=200))


def test_a_rep_of_another_team_brings_his_district(boss: Desk, cards: list[str], sit: Sit) -> None:
    del boss
    manager = sit("张总")
    pair = (cards[0], cards[4])
    before = canonical_dump()
    merge_no = merge(manager, pair, "rep")
    view = read_card(manager, pair[0], NOW)
    assert (view.values["rep"], view.values["district"]) == ("周涛", "金牛")
    undo_merge(manager, merge_no, NOW)
    assert canonical_dump() == before


# --- where the other went --------------------------------------------------------------------


def test_the_void_card_is_found_and_says_where_it_went(
    boss: Desk, cards: list[str], sit: Sit
) -> None:
    merge(boss, (cards[1], cards[2]))
    merge(boss, (cards[0], cards[1]))
    assert read_card(boss, cards[2], NOW).merged_into == cards[0]
    assert read_card(boss, cards[0], NOW).merged_into == ""
    hits = {hit.ref: hit for hit in search(sit("李明"), cards[2], NOW)}
    assert (hits[cards[2]].state, hits[cards[2]].merged_into) == ("void", cards[0])
    void = card(cards[2])
    assert (void.drawer_no, void.location) == (99, "1-99-001")


def test_each_card_has_its_line_in_the_log(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[1], likes="钓鱼")
    merge_no = merge(boss, pair, "likes")
    lines = list(AuditLine.select().where(AuditLine.event == "card.merge").order_by(AuditLine.no))
    assert [(line.subject, line.document) for line in lines] == [
        (pair[1], merge_no), (pair[0], merge_no),
    ]  # fmt: skip
    assert lines[0].after == f'{{"into": "{pair[0]}"}}'
    assert "likes" in lines[1].after
    assert "钓鱼" not in lines[1].after


def test_merges_are_listed_with_what_became_of_them(boss: Desk, cards: list[str], sit: Sit) -> None:
    first = merge(boss, (cards[0], cards[1]))
    second = merge(sit("张总"), (cards[3], cards[4]))
    undo_merge(sit("赵刚"), first, NOW)
    rows = merges(sit("张总"), NOW)
    assert [(row.merge_no, row.kept_no, row.gone_no, row.merged_by) for row in rows] == [
        (second, cards[3], cards[4], "张总"), (first, cards[0], cards[1], "赵刚"),
    ]  # fmt: skip
    assert [row.undone_by for row in rows] == ["", "赵刚"]
    assert merges(sit("钱进"), NOW) == []


# --- undone ----------------------------------------------------------------------------------


def hang(card_no: str) -> None:
    """One of everything on a card."""
    day = TODAY - timedelta(days=3)
    add_loan(card_no, day)
    add_visit(card_no, day, visited="要价目表")
    with writing():
        person, key = Person.get(Person.name == "李明"), key_of(card_no)
        visit = VisitRecord.select().order_by(VisitRecord.id.desc()).get()
        Promise.insert(card=key, description="送样品", due_on=TODAY, visit=visit).execute()
        file = Attachment.insert(
            attachment_no=f"FJ{key:06d}", card=key, kind="other", file_name="a.png",
            media_type="image/png", size=3, sha256="0" * 64, added_at=NOW, added_by=person,
        ).execute()  # fmt: skip
        AttachmentContent.insert(attachment=file, content=b"abc").execute()
        IssuedCopy.insert(
            copy_no=f"FB{key:06d}", card=key, receiver="王芳", secrecy="internal", issued_at=NOW,
            issued_by=person,
        ).execute()  # fmt: skip


def test_undone_both_cards_are_as_they_were(boss: Desk, pair: Sides) -> None:
    for number, card_no in enumerate(pair):
        hang(card_no)
        edit(boss, card_no, contacts__new1__name=f"孙兰{number}", likes=f"喝茶{number}")
    before = canonical_dump()
    lines = Revision.select().count()
    merge_no = merge(boss, pair, "likes", "phone", "full_name")
    assert canonical_dump() != before
    done = undo_merge(boss, merge_no, NOW)
    assert (done.kept_no, done.gone_no) == pair
    assert canonical_dump() == before
    assert Revision.select().count() > lines
    with pytest.raises(NotFoundError):
        undo_merge(boss, merge_no, NOW)


def test_merges_one_upon_the_other_are_undone_one_after_the_other(
    boss: Desk, cards: list[str]
) -> None:
    for card_no in cards[:3]:
        hang(card_no)
    before = canonical_dump()
    first = merge(boss, (cards[1], cards[2]), "phone")
    second = merge(boss, (cards[0], cards[1]), "phone")
    with pytest.raises(ChangedSinceError):
        undo_merge(boss, first, NOW)
    undo_merge(boss, second, NOW)
    undo_merge(boss, first, NOW)
    assert canonical_dump() == before


def test_undone_it_can_be_done_again(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[1], contacts__new1__name="孙兰")
    undo_merge(boss, merge(boss, pair), NOW)
    undo_merge(boss, merge(boss, pair), NOW)
    assert CardMerge.select().count() == 2
    assert [row.row_no for row in Contact.select().where(Contact.card == key_of(pair[1]))] == [1]


def _later_visit(card_no: str) -> None:
    add_visit(card_no, TODAY, visited="又去了")


def _later_loan(card_no: str) -> None:
    add_loan(card_no, TODAY)


def _later_copy(card_no: str) -> None:
    with writing():
        IssuedCopy.insert(
            copy_no="FB9", card=key_of(card_no), receiver="王芳", secrecy="internal",
            issued_at=NOW, issued_by=1,
        ).execute()  # fmt: skip


def _kept_promise(card_no: str) -> None:
    with writing():
        Promise.update(kept_on=TODAY).where(Promise.card == key_of(card_no)).execute()


def _out(card_no: str) -> None:
    with writing():
        CustomerCard.update(custody_state="out", holder=1, due_at=NOW).where(
            CustomerCard.card_no == card_no
        ).execute()


@pytest.mark.parametrize("build", [_later_visit, _later_loan, _later_copy, _kept_promise, _out])
def test_what_was_built_upon_is_not_undone(
    boss: Desk, pair: Sides, build: Callable[[str], None]
) -> None:
    hang(pair[1])
    merge_no = merge(boss, pair)
    build(pair[0])
    before = canonical_dump()
    with pytest.raises(ChangedSinceError) as refused:
        undo_merge(boss, merge_no, NOW)
    assert refused.value.values == {"ref": pair[0]}
    assert canonical_dump() == before


def test_a_card_that_was_changed_is_not_parted(boss: Desk, pair: Sides) -> None:
    merge_no = merge(boss, pair)
    edit(boss, pair[0], likes="喝茶")
    with pytest.raises(ChangedSinceError):
        undo_merge(boss, merge_no, NOW)


def test_a_name_that_is_taken_meanwhile_does_not_come_back(boss: Desk, cards: list[str]) -> None:
    edit(boss, cards[1], short_name="恒运配件")
    merge_no = merge(boss, (cards[0], cards[1]))
    edit(boss, cards[2], short_name="恒运配件")
    with pytest.raises(ChangedSinceError):
        undo_merge(boss, merge_no, NOW)


def test_a_place_that_is_taken_meanwhile_is_another(boss: Desk, cards: list[str]) -> None:
    place = card(cards[1]).location
    merge_no = merge(boss, (cards[0], cards[1]))
    with writing():
        CustomerCard.update(location=place).where(CustomerCard.card_no == cards[2]).execute()
    undo_merge(boss, merge_no, NOW)
    back = card(cards[1])
    assert back.location != place
    assert back.location.split("-")[1] == f"{back.drawer_no:02d}"
