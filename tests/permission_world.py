"""A cabinet in which every class of data bears words of its own, on cards in every state.

`Z3H07`: a text of class DC3, from the history, of card 7. Whatever comes out of the program is
searched for such words; numbers stand for what has no words (grade and score of credit).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum

from model.cards import drafts, reviewing
from model.cards.attachment_fields import AttachmentDetails
from model.cards.attachments import attach
from model.cards.cards import edit_card, read_card
from model.cards.definition import CardKind, Field, Kind
from model.cards.fields import fields_of
from model.cards.pass_tables import ReadingPass
from model.cards.paths import COLUMNS
from model.cards.tables import CustomerCard, Proposal, ProposedChange, Reservation
from model.money.tables import AccountSnapshot
from model.office.desk import Desk
from model.office.tables import Approval, Person
from model.rounds.tables import VisitRecord
from model.storage.database import writing
from tests.conftest import COMPLETE, NOW
from tests.permission_table import RELATIONS, STATES

WORD = re.compile(r"Z([1-5A])([A-Z])(\d\d)")
GRADE, SCORE, BALANCE = Decimal("40517.13"), Decimal("66.37"), Decimal("55501.29")
_NUMBERS = {
    "grade": re.compile(r"40,?517(?:\.13)?"),
    "score": re.compile(r"66\.37"),
    "4": re.compile(r"55,?501(?:\.29)?"),
}
_NAME = "甲{:02}机械"
_WORDS = frozenset({Kind.LINE, Kind.TEXT, Kind.OFFICE_LIST})
# Names, codes and places have rules of their own, which no such word keeps.
_RULED = frozenset(
    {"full_name", "legal_rep", "owner_name", "operator_name", "mnemonic", "wechat", "name",
     "biz_address", "reg_address", "delivery_address", "home_address", "native_place",
     "birthplace", "legacy_no", "unit"}
)  # fmt: skip
_ROWS: Mapping[str, Mapping[str, str]] = {
    "contacts": {"name": "何文斌", "roles": "决策者", "mobile": "13900000001"},
    "needs": {},
    "competitor_sales": {},
    "sales_history": {"year": "2025", "net_sales": "100"},
    "investments": {"spent_on": "2026-03-01", "investment_kind": "visit"},
}
_NEW_ROWS = dict.fromkeys(_ROWS, "+1")
_INDIVIDUAL = {
    "relationship_status": "prospect", "channel_type": "end_user", "source_method": "cold_visit",
    "gender": "male", "home_address": "成都市武侯区簇锦街道99号",
}  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """A card with its words."""

    ref: str
    no: int
    kind: CardKind
    relation: str
    state: str
    attachment_no: str


def found_in(told: object, no: int, but: str = "") -> set[str]:
    """Classes of data of one card that stand in whatever a door gave; `but` one and place."""
    text = "\n".join(_texts(told))
    found = ((one, place) for one, place, card in WORD.findall(text) if int(card) == no)
    classes = {one for one, place in found if one + place not in but}
    if _NAME.format(no) in text:
        classes.add("1")
    return classes | {name for name, figure in _NUMBERS.items() if figure.search(text)}


def found_by_card(told: object, but: str = "") -> dict[int, set[str]]:
    """Number of each card -> classes of its data in whatever a list gave."""
    found: dict[int, set[str]] = {}
    for one, place, card in WORD.findall("\n".join(_texts(told))):
        if one + place not in but:
            found.setdefault(int(card), set()).add(one)
    return found


def _texts(told: object) -> Iterator[str]:
    """Every text in a value: of dataclasses, tuples and mappings all parts, keys too."""
    if is_dataclass(told) and not isinstance(told, type):
        for one in fields(told):
            yield from _texts(getattr(told, one.name))
    elif isinstance(told, Mapping):
        for pair in told.items():
            yield from _texts(pair)
    elif isinstance(told, list | tuple | set | frozenset):
        for part in told:
            yield from _texts(part)
    elif isinstance(told, bytes):
        yield told.decode("utf-8", "replace")
    elif isinstance(told, Enum):
        yield str(told.value)
    elif told is not None:
        yield str(told)


class Planter:
    """Makes cards by the desks of the people whose work it is."""

    def __init__(self, desks: Mapping[str, Desk]) -> None:
        self._desks = desks
        self._people = {person.name: person.id for person in Person.select()}
        self.cards: list[Planted] = []
        self.drafts: list[Planted] = []

    def plant_all(self) -> None:
        """A company in every state for everybody, a person where it matters."""
        for relation in RELATIONS:
            for state in STATES:
                self._plant(CardKind.COMPANY, relation, state)
            for state in ("in", "pass", "slip"):
                self._plant(CardKind.INDIVIDUAL, relation, state)

    def plant_drafts(self) -> None:
        """A company's new card, filled by each rep, with words in every cell."""
        for no, (relation, rep) in enumerate(RELATIONS.items(), 90):
            district = "金牛" if rep == "周涛" else "武侯"
            texts = COMPLETE | _rows_typed() | _words(CardKind.COMPANY, "F", no, _NEW_ROWS)
            texts |= {"full_name": f"{_NAME.format(no)}有限公司", "phone": f"028-85551{no:03}"}
            draft = drafts.create_card(
                self._desks[rep],
                CardKind.COMPANY,
                {**texts, "district": district},
                NOW,
                not_duplicate=True,
            )
            self.drafts.append(Planted(draft.ref, no, CardKind.COMPANY, relation, "draft", ""))

    def _plant(self, kind: CardKind, relation: str, state: str) -> None:
        no = len(self.cards)
        ref = self._file(kind, relation, no)
        self._write(ref, kind, no)
        attached = attach(
            self._desks["张总"], ref, f"ZAF{no:02}.pdf", f"%PDF-1.4 ZAB{no:02}".encode(),
            AttachmentDetails("other", document_no=f"ZAD{no:02}", kept_where=f"ZAK{no:02}"), NOW,
        )  # fmt: skip
        card = Planted(ref, no, kind, relation, state, attached.attachment_no)
        with writing():
            self._put_beside(card)
            self._put_in_state(card)
        self.cards.append(card)

    def _file(self, kind: CardKind, relation: str, no: int) -> str:
        rep = RELATIONS[relation]
        district, passer = ("金牛", "钱进") if rep == "周涛" else ("武侯", "赵刚")
        texts = dict(COMPLETE if kind is CardKind.COMPANY else _INDIVIDUAL)
        name = f"{_NAME.format(no)}有限公司" if kind is CardKind.COMPANY else "何文斌"
        texts |= {"full_name": name, "phone": f"028-85551{no:03}", "district": district}
        if kind is CardKind.INDIVIDUAL:
            texts["mobile"] = f"139000001{no:02}"
        draft = drafts.create_card(self._desks[rep], kind, texts, NOW, not_duplicate=True).ref
        reviewing.pass_card(self._desks[passer], draft, NOW)
        return reviewing.file_card(self._desks["王秀兰"], draft, NOW)

    def _write(self, ref: str, kind: CardKind, no: int) -> None:
        """Words in every cell that takes any; the first ones go into the history."""
        manager = self._desks["张总"]
        edit_card(
            manager, ref, read_card(manager, ref, NOW).version,
            {**_rows_typed(), **_words(kind, "H", no, _NEW_ROWS)}, NOW,
        )  # fmt: skip
        view = read_card(manager, ref, NOW)
        numbers = {table: str(view.children[table][0]["row_no"]) for table in _ROWS}
        edit_card(manager, ref, view.version, _words(kind, "F", no, numbers), NOW)
        CustomerCard.update(credit_limit=GRADE, credit_score=SCORE).where(
            CustomerCard.card_no == ref
        ).execute()

    def _put_beside(self, card: Planted) -> None:
        """What hangs on a card: a visit, a balance, a proposal that waits."""
        row, no = CustomerCard.get(CustomerCard.card_no == card.ref), card.no
        VisitRecord.create(
            record_no=f"FJ{no:06}", card=row, rep=row.rep_id, visited_on=NOW.date(),
            entered_by=row.rep_id, entered_at=NOW, visited=f"Z3V{no:02}", ordered=f"Z4V{no:02}",
        )  # fmt: skip
        AccountSnapshot.create(card=row, balance=BALANCE, overdue=0, as_of=NOW.date())
        proposal = Proposal.create(
            proposal_no=f"XD{no:06}", card=row, proposer=self._people["王芳"], made_at=NOW
        )
        for path, one in _PROPOSED[card.kind].items():
            ProposedChange.create(
                proposal=proposal, path=path, old_value=f"Z{one}O{no:02}", text=f"Z{one}P{no:02}"
            )

    def _put_in_state(self, card: Planted) -> None:
        """Lend, reserve or shut a card away; give the passes by which it is read."""
        row = CustomerCard.get(CustomerCard.card_no == card.ref)
        state, owner = card.state, row.rep_id
        stranger = self._people["王芳" if card.relation == "own" else "李明"]
        if state in {"out", "overdue", "out_other"}:
            row.custody_state = "out"
            row.holder = stranger if state == "out_other" else owner
            row.due_at = NOW + timedelta(hours=-1 if state == "overdue" else 9)
        elif state in {"sealed", "void"}:
            row.custody_state = state
        elif state in {"reserved", "tomorrow"}:
            day = NOW.date() + timedelta(days=state == "tomorrow")
            Reservation.create(card=row, day=day, borrower=owner, document="JD1")
        elif state != "in":
            for reader in ("李明", "赵刚"):
                self._give_pass(row, state, self._people[reader])
        row.save()

    def _give_pass(self, row: CustomerCard, state: str, reader: int) -> None:
        began = NOW - timedelta(minutes=5 if state in {"pass", "slip"} else 16)
        approval = None
        if state.startswith("slip"):
            approval = Approval.create(
                approval_no=f"SP{row.id:04}-{reader}", right="read_others_card", asked_by=reader,
                asked_at=began, refs=f'["{row.card_no}"]', reason="来电", decider="manager",
                state="used", used_at=began,
            )  # fmt: skip
        ReadingPass.create(
            person=reader, card=row, purpose="phone_call", opened_at=began,
            expires_at=began + timedelta(minutes=15), approval=approval,
        )  # fmt: skip


_PROPOSED = {
    CardKind.COMPANY: {
        "main_business": "1", "contacts#1.hobbies": "2", "likes": "3", "trade_terms": "4",
        "bank_name": "5",
    },
    CardKind.INDIVIDUAL: {"occupation": "1", "hobbies": "2", "customer_goal": "3"},
}  # fmt: skip


def _rows_typed() -> dict[str, str]:
    """Path -> text of what a new row of each table must have beside its words."""
    return {
        f"{table}#+1.{column}": text
        for table, columns in _ROWS.items()
        for column, text in columns.items()
    }


def _words(kind: CardKind, place: str, no: int, rows: Mapping[str, str]) -> dict[str, str]:
    """Path -> word of every cell that takes any."""
    found = {field.identifier: field for field in fields_of(kind) if _takes(field)}
    columns = {
        f"{table}#{rows[table]}.{name}": column
        for table, known in COLUMNS.items()
        for name, column in known.items()
        if _takes(column)
    }
    return {
        path: f"Z{field.data_class.value[-1]}{place}{no:02}"
        for path, field in {**found, **columns}.items()
    }


def _takes(field: Field) -> bool:
    return field.kind in _WORDS and field.editable and field.identifier not in _RULED
