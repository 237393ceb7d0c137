"""Lines of the log are found by day, person, kind of event, number and text; pages follow on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

import pytest

from model.office import audit
from model.office.audit import Event, make_line
from model.office.desk import Desk
from model.office.log_lines import (
    line_no_of,
    matching,
)
from model.office.log_query import LogLine, LogQuery
from model.office.tables import AuditLine
from model.progress import silent
from model.storage.database import writing
from tests.conftest import NOW, Sit

CODES = (Event.CARD_READ, Event.LOAN_ISSUE, Event.LOAN_RETURN, Event.PRINT)


@pytest.fixture
def log(sit: Sit) -> Desk:
    """A thousand lines by two people on ten days, beside those of the office's founding."""
    desks = [sit("孙丽"), sit("王秀兰")]
    lines = [
        make_line(
            desks[number % 2], CODES[number % 4],
            NOW + timedelta(days=number // 100, seconds=number), kind="card",
            subject=f"Q{number % 50:05d}", after={"n": number},
            reason="客户改约" if number % 97 == 0 else "", document=f"RB{number % 7}",
        )
        for number in range(1000)
    ]  # fmt: skip
    with writing():
        audit.append(desks[1], lines)
    return desks[1]


def found(wanted: LogQuery) -> list[LogLine]:
    return list(matching(wanted, list, silent))


def every() -> list[LogLine]:
    return found(LogQuery())


@pytest.mark.usefixtures("log")
def test_the_newest_come_first_and_none_is_missing() -> None:
    lines = every()
    assert len(lines) == AuditLine.select().count()
    assert lines == sorted(lines, key=lambda line: (line.at, line.no), reverse=True)


WANTED = [
    LogQuery(staff_no=2),
    LogQuery(groups=("loans",)),
    LogQuery(events=("print",)),
    LogQuery(groups=("loans", "looking"), staff_no=2),
    LogQuery(day_from=NOW.date(), day_to=NOW.date()),
    LogQuery(day_from=NOW.date() + timedelta(days=3), day_to=NOW.date() + timedelta(days=5)),
    LogQuery(day_from=NOW.date() + timedelta(days=3), events=("print",), staff_no=2),
    LogQuery(subject="Q00007"),
    LogQuery(subject="Q00007", events=("print",)),
    LogQuery(subject="Q00009", staff_no=2, day_to=NOW.date() + timedelta(days=4)),
    LogQuery(text="改约"),
    LogQuery(text="改约 RB6", groups=("loans",)),
    LogQuery(text="没有的字"),
]


def simply(line: LogLine, wanted: LogQuery) -> bool:
    """The same question asked in the plainest way."""
    text = f"{line.reason} {line.document}"
    return (
        (wanted.day_from is None or line.at.date() >= wanted.day_from)
        and (wanted.day_to is None or line.at.date() <= wanted.day_to)
        and wanted.staff_no in {None, line.staff_no}
        and (not wanted.codes or line.event in wanted.codes)
        and wanted.subject in {"", line.subject}
        and all(word in text for word in wanted.text.split())
    )


@pytest.mark.parametrize("wanted", WANTED, ids=str)
@pytest.mark.usefixtures("log")
def test_each_question_finds_what_a_look_at_every_line_finds(wanted: LogQuery) -> None:
    expected = [line for line in every() if simply(line, wanted)]
    assert found(wanted) == expected
    assert expected or wanted.text == "没有的字"


@pytest.mark.parametrize("wanted", [LogQuery(), *WANTED], ids=str)
@pytest.mark.usefixtures("log")
def test_pages_follow_on(wanted: LogQuery) -> None:
    whole = found(wanted)
    for size in (1, 7, 200):
        pages: list[LogLine] = []
        before: int | None = None
        for _ in range(12):
            asked = replace(wanted, before_no=before)
            page = list(islice(matching(asked, list, silent), size))
            pages += page
            before = page[-1].no if page else before
        assert pages == whole[: 12 * size], size


@pytest.mark.parametrize("typed", ["q00007", " Ｑ００００７ ", "Q00007"])
@pytest.mark.usefixtures("log")
def test_a_number_is_read_however_it_was_typed(typed: str) -> None:
    assert {line.subject for line in found(LogQuery(subject=typed))} == {"Q00007"}


@pytest.mark.parametrize("typed", ["#5", "# 5", "＃５"])
@pytest.mark.usefixtures("log")
def test_a_line_is_found_by_its_own_number(typed: str) -> None:
    assert [line.no for line in found(LogQuery(subject=typed))] == [5]


@pytest.mark.parametrize("typed", ["5", "Q00007", "#", ""])
def test_other_numbers_are_no_line_numbers(typed: str) -> None:
    assert line_no_of(typed) is None


def test_lines_with_a_time_of_their_own_stand_at_their_time(log: Desk) -> None:
    """A failed log-in is written later; a clock may have been set back."""
    early = make_line(log, Event.FAIL, NOW + timedelta(days=1, hours=1), kind="person", subject=3)
    with writing():
        audit.append(log, [early])
    day = NOW.date() + timedelta(days=1)

    newest = every()[0]
    assert newest.event != Event.FAIL
    assert Event.FAIL in {line.event for line in found(LogQuery(day_from=day, day_to=day))}


def test_a_line_tells_everything_that_is_in_it(log: Desk) -> None:
    line = every()[0]
    assert line == LogLine(
        no=line.no, at=datetime(2026, 11, 29, 8, 46, 39), staff_no=2, actor="王秀兰", role="clerk",
        workplace="柜台", event="print", kind="card", subject="Q00049", before={},
        after={"n": 999}, reason="", document="RB5", head=audit.log_head(),
    )  # fmt: skip
