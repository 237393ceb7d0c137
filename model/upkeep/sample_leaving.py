"""What left the sample office in its last days, who read cards there, and what was asked for.

Five copies (one overdue, two settled), an export, reading passes, and approvals in every state:
what 副本登记, 审批 and 日志 are to show. Its dice are its own, so that no other fact changes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple

from model.cards.copy_tables import DataExport, IssuedCopy
from model.cards.pass_tables import CardLook, ReadingPass
from model.cards.passes import ReadingPurpose
from model.cards.tables import CustomerCard
from model.loans.copy_terms import CopyState
from model.office.audit import Event
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.rights import Right
from model.storage.rows import rows_of
from model.upkeep.sample_approvals import Approvals
from model.upkeep.sample_book import Book, Row
from model.upkeep.sample_staff import DEPUTY, REPS, RING, STAFF, SUPERVISORS, TOWN, Staff
from model.upkeep.sample_trip import Day, Desks

DAYS = 6
"""Working days before today on which something of it happens."""

_MANAGER = STAFF[0].name
_COLUMNS = ("card_no", "full_name", "abc_class", "rep", "last_visit_on")
_PAGES_OF_A_CARD = 2
_TAKES = timedelta(seconds=4)
_MOST_EXPORTED = 60
_READERS = 3
_READING = (ReadingPurpose.BEFORE_VISIT, ReadingPurpose.PHONE_CALL, ReadingPurpose.PAPERWORK)


class _Card(NamedTuple):
    """A card, as far as it matters here."""

    id: int
    card_no: str
    rep: int
    secrecy: str


class _Terms(NamedTuple):
    """Who gets a copy, what for, and when it is due; without a day it is to be destroyed."""

    receiver: str
    purpose: str
    due_on: date | None = None

    @property
    def ends(self) -> Row:
        """How the line in the log says it."""
        return {"due": self.due_on} if self.due_on else {"destroy_after_reading": True}

    @property
    def columns(self) -> Row:
        """How the row says it."""
        return {
            "receiver": self.receiver, "purpose": self.purpose, "due_on": self.due_on,
            "destroy_after_reading": self.due_on is None,
        }  # fmt: skip


class Leaving:
    """Writes it into the book, day by day.

    Args:
        book: rows and lines.
        desks: everyone's.
        days: the working days of the year.
        seed: the same seed tells the same.
    """

    def __init__(self, book: Book, desks: Desks, days: Sequence[date], seed: int) -> None:
        self._book, self._desks = book, desks
        self._random = Random(f"leaving {seed}")
        self._approvals = Approvals(book)
        self._minutes = timedelta(minutes=int(str(setting_value("reading_minutes"))))
        self._cards = _cards()
        self._random.shuffle(self._cards)
        self._copies: dict[str, tuple[Row, _Card]] = {}
        told: tuple[Callable[[Day], None], ...] = (
            self._sixth, self._fifth, self._fourth, self._third, self._second, self._last
        )  # fmt: skip
        last = days[-DAYS:] if len(days) >= DAYS else ()
        self._told: Mapping[date, Callable[[Day], None]] = dict(zip(last, told, strict=False))
        self._days = last

    def of_day(self, day: Day) -> None:
        """What happens between the morning's prints and the evening's."""
        tell = self._told.get(day.on)
        if tell is not None and self._cards:
            tell(day)

    # --- the days, the oldest first -----------------------------------------------------------

    def _sixth(self, day: Day) -> None:
        self._copy(
            "back", day, "10:20", _Terms("四川恒运集团采购部", "年度合同附件", self._days[2])
        )

    def _fifth(self, day: Day) -> None:
        self._copy("burnt", day, "09:50", _Terms("武侯区市场监督管理所", "来函核对单位资料"))
        card = self._take("confidential")
        if card is None:
            return
        deputy, boss = self._desks[DEPUTY], self._supervisor(card)
        terms = _Terms("德勤会计师事务所", "应收账款函证", self._days[-1] + timedelta(days=6))
        row = self._approvals.ask(
            deputy, Right.ISSUE_CONFIDENTIAL, card.card_no, terms.purpose, day.at("10:05"), boss,
            {"receiver": terms.receiver},
        )  # fmt: skip
        self._approvals.grant(row, boss, day.at("10:40"), "只给本次函证用")
        self._approvals.use(row, deputy, day.at("11:20"))
        self._issue("audit", deputy, card, day.at("11:20"), terms, row)

    def _fourth(self, day: Day) -> None:
        self._end("back", day, "09:40", CopyState.RETURNED, Event.COPY_RETURN)
        self._copy("late", day, "14:10", _Terms("省物流协会", "会员单位评审", self._days[4]))

    def _third(self, day: Day) -> None:
        self._end("burnt", day, "09:30", CopyState.DESTROYED, Event.COPY_DESTROY)
        self._export(day.at("15:10"), _Terms("集团销售部", "季度客户盘点"))
        boss = self._desks[SUPERVISORS[TOWN]]
        if card := self._take("", TOWN):
            self._approvals.ask(
                boss, Right.PRINT_PRIVATE, card.card_no, "拜访前给总经理看一次全卡",
                day.at("16:10"), self._desks[_MANAGER],
            )  # fmt: skip

    def _second(self, day: Day) -> None:
        self._read_by_slip(day)
        if card := self._take("", RING):
            manager = self._desks[_MANAGER]
            row = self._approvals.ask(
                self._desks[REPS[3].name], Right.READ_OTHERS_CARD, card.card_no,
                "想了解对方的价格", day.at("13:40"), manager,
            )  # fmt: skip
            self._approvals.refuse(row, manager, day.at("14:05"), "不是你队的客户，请与孙丽商量")
        self._copy("out", day, "15:20", _Terms("金牛区经济合作局", "企业走访名单核对"))
        self._read_own(day, REPS[:_READERS], "16:30")

    def _last(self, day: Day) -> None:
        self._read_own(day, REPS[-_READERS:], "09:30")
        deputy, manager = self._desks[DEPUTY], self._desks[_MANAGER]
        if card := self._take("secret") or self._take("confidential"):
            secret = card.secrecy == "secret"
            self._approvals.ask(
                deputy, Right.ISSUE_SECRET if secret else Right.ISSUE_CONFIDENTIAL, card.card_no,
                "客户总部要求书面确认", day.at("11:15"),
                manager if secret else self._supervisor(card), {"receiver": "客户总部法务部"},
            )  # fmt: skip
        asker, boss = self._desks[REPS[0].name], self._desks[SUPERVISORS[TOWN]]
        if card := self._take("internal", TOWN, but=asker):
            row = self._approvals.ask(
                asker, Right.READ_OTHERS_CARD, card.card_no, "客户来电询配件，负责人外出",
                day.at("15:30"), boss,
            )  # fmt: skip
            self._approvals.grant(row, boss, day.at("16:40"))

    # --- what happens on them -----------------------------------------------------------------

    def _take(self, secrecy: str, team: str = "", but: Desk | None = None) -> _Card | None:
        """A card that nothing was told of yet.

        Args:
            secrecy: its 密级; empty for any.
            team: whose; empty for any.
            but: not this rep's.
        """
        reps = {self._desks[rep.name].person.id for rep in REPS if team in {"", rep.team}}
        reps -= {but.person.id} if but else set()
        for card in self._cards:
            if card.rep in reps and secrecy in {"", card.secrecy}:
                self._cards.remove(card)
                return card
        return None

    def _supervisor(self, card: _Card) -> Desk:
        """Whose team the card is of."""
        rep = next(rep for rep in REPS if self._desks[rep.name].person.id == card.rep)
        return self._desks[SUPERVISORS[rep.team]]

    def _copy(self, name: str, day: Day, clock_time: str, terms: _Terms) -> None:
        """A copy of an internal card, which the clerk issues alone."""
        card = self._take("internal")
        if card is not None:
            self._issue(name, day.keeper, card, day.at(clock_time), terms)

    def _issue(
        self,
        name: str,
        clerk: Desk,
        card: _Card,
        at: datetime,
        terms: _Terms,
        approval: Row | None = None,
    ) -> None:
        copy_no = f"FB{self._book.next_in('copy'):06d}"
        row = self._book.add(
            IssuedCopy, copy_no=copy_no, card=card.id, secrecy=card.secrecy, issued_at=at,
            issued_by=clerk.person.id, made_at=at + _TAKES,
            approval=approval["id"] if approval else None, **terms.columns,
        )  # fmt: skip
        self._copies[name] = row, card
        self._book.log(
            clerk, Event.COPY_ISSUE, at, kind="card", subject=card.card_no,
            after={"receiver": terms.receiver, "secrecy": card.secrecy, **terms.ends},
            reason=terms.purpose, document=copy_no,
        )  # fmt: skip
        print_no = f"P{self._book.next_in('print'):06d}"
        whole = {"pages": _PAGES_OF_A_CARD, "sha256": self._digest()}
        self._book.log(
            clerk, Event.PRINT_BEGIN, at, kind="print", subject=print_no,
            after={"what": "card-copy"}, document=card.card_no,
        )  # fmt: skip
        for after in (whole, {"copies": [copy_no]}):
            self._book.log(
                clerk, Event.PRINT, at + _TAKES, kind="print", subject=print_no, after=after
            )

    def _end(self, name: str, day: Day, clock_time: str, outcome: CopyState, event: Event) -> None:
        """It came back, or was destroyed."""
        if name not in self._copies:
            return
        row, card = self._copies[name]
        at = day.at(clock_time)
        row |= {"ended_at": at, "ended_by": day.keeper.person.id, "outcome": outcome.value}
        self._book.log(
            day.keeper, event, at, kind="card", subject=card.card_no, document=row["copy_no"]
        )

    def _export(self, at: datetime, terms: _Terms) -> None:
        """A short list that the manager made."""
        manager, number = self._desks[_MANAGER], f"DC{self._book.next_in('export'):06d}"
        cards = min(_MOST_EXPORTED, len(self._cards))
        digest, fields = self._digest(), list(_COLUMNS)
        self._book.add(
            DataExport, export_no=number, made_at=at, made_by=manager.person.id, rows=cards,
            fields=json.dumps(fields), secrecy="confidential", sha256=digest, **terms.columns,
        )  # fmt: skip
        self._book.log(
            manager, Event.EXPORT_BEGIN, at, kind="export", subject=number,
            after={
                "receiver": terms.receiver, "cards": cards, "filter": "class=A",
                "fields": fields, "classes": ["DC1"], "secrecy": "confidential",
            },
            reason=terms.purpose,
        )  # fmt: skip
        self._book.log(
            manager, Event.EXPORT, at + _TAKES, kind="export", subject=number,
            after={"sha256": digest},
        )  # fmt: skip

    def _read_by_slip(self, day: Day) -> None:
        """A rep reads a colleague's customer, once."""
        reader, boss = self._desks[REPS[5].name], self._desks[SUPERVISORS[RING]]
        card = self._take("internal", RING, but=reader)
        if card is None:
            return
        row = self._approvals.ask(
            reader, Right.READ_OTHERS_CARD, card.card_no, "代同事接电话", day.at("10:10"), boss
        )
        self._approvals.grant(row, boss, day.at("10:25"))
        self._approvals.use(row, reader, day.at("10:30"))
        self._read(reader, card, ReadingPurpose.PHONE_CALL, day.at("10:30"), row)

    def _read_own(self, day: Day, readers: Iterable[Staff], clock_time: str) -> None:
        """Reps read cards of their own in the office."""
        for place, rep in enumerate(readers):
            reader = self._desks[rep.name]
            own = [card for card in self._cards if card.rep == reader.person.id]
            purpose = _READING[place % len(_READING)]
            for turn, card in enumerate(own[:2]):
                self._read(reader, card, purpose, day.at(clock_time, 20 * place + 7 * turn))

    def _read(
        self,
        reader: Desk,
        card: _Card,
        purpose: ReadingPurpose,
        at: datetime,
        approval: Row | None = None,
    ) -> None:
        """A pass, the reading that it lets happen, and the card counted among the day's."""
        until = at + self._minutes
        self._book.add(
            ReadingPass, person=reader.person.id, card=card.id, purpose=purpose.value,
            opened_at=at, expires_at=until, approval=approval["id"] if approval else None,
        )  # fmt: skip
        self._book.add(CardLook, person=reader.person.id, card=card.id, day=at.date())
        seconds = self._random.randrange(40, 400)
        self._book.log(
            reader, Event.PASS_OPEN, at, kind="card", subject=card.card_no,
            after={"purpose": purpose.value, "until": until},
            document=approval["approval_no"] if approval else "",
        )  # fmt: skip
        classes = ["DC1", "DC3", "DC4"] if approval else ["DC1", "DC2", "DC3", "DC4", "DC5"]
        self._book.log(
            reader, Event.CARD_READ, at, kind="card", subject=card.card_no,
            after={"purpose": purpose.value, "classes": classes},
        )  # fmt: skip
        self._book.log(
            reader, Event.CARD_PUT_AWAY, at + timedelta(seconds=seconds), kind="card",
            subject=card.card_no, after={"seconds": seconds},
        )  # fmt: skip

    def _digest(self) -> str:
        return f"{self._random.getrandbits(256):064x}"


def _cards() -> list[_Card]:
    """Every card, by key."""
    columns = (CustomerCard.id, CustomerCard.card_no, CustomerCard.rep)
    secrecy = CustomerCard._meta.fields["secrecy"]
    query = CustomerCard.select(*columns, secrecy).order_by(CustomerCard.id)
    return [_Card(*row) for row in rows_of(query)]
