"""Who sees which lines of the log: clerk and manager all, a supervisor his team's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.cards import read_card
from model.errors import NotAllowedError, StoppedError
from model.loans.log_reading import LogPage, head_of_log, log_people, read_log
from model.office import audit
from model.office.audit import Event
from model.office.desk import Desk
from model.office.log_query import LogQuery
from model.office.tables import AuditLine, Person, PersonState
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card


def numbers(page: LogPage) -> list[int]:
    return [line.no for line in page.lines]


@pytest.fixture
def cards(sit: Sit) -> tuple[str, str]:
    """A card of each team, both opened by the clerk, and the cabinet open."""
    from model.loans.opening import open_cabinet

    ours = make_card(sit, "恒岳机械有限公司", "李明", "028-85551001", "武侯", "赵刚")
    theirs = make_card(sit, "长风物流有限公司", "周涛", "028-85551002", "金牛", "钱进")
    clerk = sit("王秀兰")
    open_cabinet(clerk, NOW)
    for ref in (ours, theirs):
        read_card(clerk, ref, NOW)
    audit.flush(clerk)
    return ours, theirs


@pytest.mark.usefixtures("cards")
@pytest.mark.parametrize("name", ["王秀兰", "孙丽", "张总"])
def test_clerk_and_manager_read_all_of_it(sit: Sit, name: str) -> None:
    page = read_log(sit(name), LogQuery(limit=10_000))
    assert len(page.lines) == AuditLine.select().count()
    assert not page.more


def test_a_rep_reads_no_line(rep: Desk) -> None:
    for act in (log_people, head_of_log):
        with pytest.raises(NotAllowedError):
            act(rep)
    with pytest.raises(NotAllowedError):
        read_log(rep, LogQuery())


def test_a_supervisor_reads_what_concerns_his_team(sit: Sit, cards: tuple[str, str]) -> None:
    ours, theirs = cards
    supervisor = sit("赵刚")
    lines = read_log(supervisor, LogQuery(limit=10_000)).lines
    team = set(Person.select().where(Person.team == supervisor.person.team_id))
    mine = {person.staff_no for person in team}
    by_others = [line for line in lines if line.staff_no not in mine]
    by_mine = AuditLine.select().where(AuditLine.staff_no.in_(mine)).count()

    assert len(lines) - len(by_others) == by_mine, "every line of his people"
    assert ours in {line.subject for line in by_others}, "filed and read by the clerk"
    assert theirs not in {line.subject for line in lines}
    about = {(line.kind, line.subject) for line in by_others}
    assert about <= {("card", ours)} | {("person", str(no)) for no in mine}
    assert ("person", str(min(mine))) in about, "who added his people"


def test_a_supervisor_finds_the_clerks_work_on_his_cards_only(
    sit: Sit, cards: tuple[str, str]
) -> None:
    page = read_log(sit("赵刚"), LogQuery(staff_no=2, events=("card.read",)))
    assert {line.subject for line in page.lines} == {cards[0]}


def test_pages_of_what_a_supervisor_sees_are_full(sit: Sit, cards: tuple[str, str]) -> None:
    """Lines that he does not see do not make his page short."""
    clerk = sit("王秀兰")
    with writing():
        for number in range(900):
            subject = cards[0] if number % 300 == 0 else cards[1]
            audit.log(
                clerk, Event.CARD_READ, NOW + timedelta(minutes=number), kind="card",
                subject=subject,
            )  # fmt: skip
    page = read_log(sit("赵刚"), LogQuery(staff_no=2, limit=3))
    assert [line.subject for line in page.lines] == [cards[0]] * 3
    assert page.more


def test_the_next_page_begins_where_this_one_ends(clerk: Desk) -> None:
    whole = numbers(read_log(clerk, LogQuery(limit=10_000)))
    first = read_log(clerk, LogQuery(limit=4))
    second = read_log(clerk, LogQuery(limit=4, before_no=first.lines[-1].no))
    assert numbers(first) + numbers(second) == whole[:8]
    assert first.more
    assert not read_log(clerk, LogQuery(limit=len(whole))).more


def test_what_waits_to_be_written_is_read_too(clerk: Desk) -> None:
    audit.note(clerk, Event.SEARCH, NOW, kind="search", subject="", terms=1)
    assert read_log(clerk, LogQuery(limit=1)).lines[0].event == Event.SEARCH


def test_a_persons_lines_survive_his_leaving_and_bear_his_name(sit: Sit) -> None:
    sit("王芳")  # who logs in, and leaves
    with writing():
        Person.update(state=PersonState.GONE, left_on=NOW.date()).where(
            Person.name == "王芳"
        ).execute()
    clerk = sit("王秀兰")
    gone = log_people(clerk)[-1]
    assert (gone.name, gone.has_left, gone.left_on) == ("王芳", True, NOW.date())
    assert [person.has_left for person in log_people(clerk)].count(True) == 1

    lines = read_log(clerk, LogQuery(staff_no=gone.staff_no)).lines
    assert {line.actor for line in lines} == {"王芳"}
    assert lines
    supervisor = sit("赵刚")
    assert read_log(supervisor, LogQuery(staff_no=gone.staff_no)).lines == lines


def test_a_long_search_can_be_stopped(clerk: Desk) -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        read_log(clerk, LogQuery(text="没有的字"), stop)


def test_the_head_is_that_of_the_last_line(clerk: Desk) -> None:
    assert head_of_log(clerk) == read_log(clerk, LogQuery(limit=1)).lines[0].head
