import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from model.cards.attachments import attachments_of, media_type_of, read_attachment
from model.cards.cards import read_card
from model.cards.checked import is_warning
from model.cards.checks import check
from model.cards.contents import contents_of
from model.cards.derived import derived_columns
from model.cards.fields import CHILD_TABLES, STORED, field, has_field
from model.cards.listing import list_cards
from model.cards.lunar import is_lunar
from model.cards.showing import text_of
from model.cards.tables import Attachment, Contact, CustomerCard, Investment
from model.errors import AlreadyThereError, StoppedError
from model.loans.opening import open_cabinet
from model.money.tables import AccountSnapshot
from model.office import log_in, office_settings, people
from model.office.rights import Role
from model.rounds.tables import Promise
from model.storage import cabinet
from model.storage.database import database
from model.upkeep.sample_names import UNASSIGNED_MOBILE
from model.upkeep.sample_office import SampleOffice, make_sample_office
from model.upkeep.verify import verify

NOW = datetime.fromisoformat("2026-03-16 09:00")
CARDS = 400
_FILLED_BY_PROGRAM = {"rep", "filled_by", "district", "mnemonic"}
# What is random in any two cabinets: keys, what is computed with them, how fast a PC does so.
_KEYED = {"public_key", "chained_hash", "seal", "workplace", "applied"}
_KEYED_FACTS, _MEASURED = {"recovery_key", "cabinet_id"}, "workplace_speed"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sample") / "sample.cabinet"


@pytest.fixture(scope="module")
def office(folder: Path) -> SampleOffice:
    return make_sample_office(folder, now=NOW, cards=CARDS, seed=1, months=0)


@pytest.fixture
def keeper(folder: Path, office: SampleOffice) -> Iterator[Any]:
    name = next(person.name for person in office.people if person.role is Role.CLERK)
    yield log_in.log_in(folder, name, log_in.SAMPLE_PASSWORD, NOW)
    cabinet.disconnect()


def dump(folder: Path) -> str:
    """Every row of every table without what hangs on keys."""
    name = log_in.staff_of(folder)[0].name
    log_in.log_in(folder, name, log_in.SAMPLE_PASSWORD, NOW)
    try:
        tables: dict[str, Any] = {}
        for table in sorted({*database.get_tables()} - {_MEASURED}):
            columns = [column.name for column in database.get_columns(table)]
            kept = ", ".join(f'"{name}"' for name in columns if name not in _KEYED)
            rows = database.execute_sql(f"SELECT {kept} FROM {table}").fetchall()
            tables[table] = [row for row in rows if row[0] not in _KEYED_FACTS]
        return json.dumps(tables, ensure_ascii=False, default=str)
    finally:
        cabinet.disconnect()


def test_same_seed_same_office(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        make_sample_office(tmp_path / name, now=NOW, cards=40, seed=seed, months=1)

    assert dump(tmp_path / "one") == dump(tmp_path / "two")
    assert dump(tmp_path / "one") != dump(tmp_path / "three")


def test_another_day_moves_only_the_days(tmp_path: Path) -> None:
    def names(path: Path) -> list[str]:
        log_in.log_in(path, "何秀英", log_in.SAMPLE_PASSWORD, NOW + timedelta(days=30))
        found = [str(card.__data__["full_name"]) for card in CustomerCard.select()]
        cabinet.disconnect()
        return found

    make_sample_office(tmp_path / "one", now=NOW, cards=40, months=1)
    make_sample_office(tmp_path / "two", now=NOW + timedelta(days=7), cards=40, months=1)

    assert names(tmp_path / "one") == names(tmp_path / "two")


def test_everybody_logs_in_with_the_known_password(folder: Path, office: SampleOffice) -> None:
    assert Counter(person.role for person in office.people) == {
        Role.REP: 8,
        Role.SUPERVISOR: 2,
        Role.CLERK: 2,
        Role.MANAGER: 1,
    }
    assert {person.team for person in office.people if person.role is Role.REP} == {
        "城区队",
        "外环队",
    }
    for person in office.people:
        desk = log_in.log_in(folder, person.name, person.password, NOW)
        assert (desk.person.role, desk.must_change_password) == (person.role, False)
        log_in.lock_screen(desk, NOW)
    assert log_in.is_sample(folder)


def test_office_opens_early_and_has_a_deputy(keeper: Any) -> None:
    assert office_settings.read_settings(keeper)["opening_time"] == "07:30"
    assert people.keepers(keeper) == people.Keepers("何秀英", "罗敏")


def test_nothing_is_wrong_with_it(keeper: Any) -> None:
    report = verify(keeper, "", NOW)

    assert report.faults == ()
    assert report.counts["cards"] == CARDS


def test_cards_of_every_kind(keeper: Any) -> None:
    rows = list_cards(keeper, NOW)

    assert len(rows) == CARDS
    on_round = [row for row in rows if row.status == "current"]
    per_rep = Counter(row.rep for row in on_round)
    assert set(per_rep.values()) == {16}  # 15 on the round, one by phone
    assert {row.abc_class for row in on_round} == {"A", "B", "C", "N"}
    assert {row.status for row in rows} == {"current", "prospect", "future", "interrupted"}
    assert {row.drawer_no for row in rows if row.status == "interrupted"} == {91}
    assert all(row.last_visit_on for row in on_round)
    assert any(row.last_visit_on is None for row in rows if row.abc_class == "P")
    assert 0.1 < sum(row.incomplete for row in rows) / CARDS < 0.4
    assert 0.75 < sum(row.kind == "company" for row in rows) / CARDS < 0.95
    assert Promise.select().count() > 5
    assert AccountSnapshot.select().count() > 40


def test_well_kept_classes_are_fuller(keeper: Any) -> None:
    rows = list_cards(keeper, NOW)

    def mean(klass: str) -> float:
        found = [row.completeness for row in rows if row.abc_class == klass]
        return sum(found) / len(found)

    assert mean("A") > mean("B") > mean("C") > mean("P")
    assert mean("A") > 85


def test_every_cell_is_one_that_a_person_may_type(keeper: Any) -> None:
    for card in CustomerCard.select():
        contents = contents_of(card)
        for name in STORED:
            if name not in contents.values or name in _FILLED_BY_PROGRAM:
                continue
            one = field(contents.kind, name) if has_field(contents.kind, name) else None
            assert one is not None, f"{name} on a card of kind {contents.kind}"
            _accepted(one, contents.values[name])
        for table, rows in contents.children.items():
            columns = {column.identifier: column for column in CHILD_TABLES[table]}
            for row in rows:
                for name, value in row.items():
                    if name not in {"observed_by", "row_no"} and not columns[name].system:
                        _accepted(columns[name], value)


def _accepted(one: Any, value: Any) -> None:
    checked = check(one, text_of(one, value), NOW.date(), "028")
    problems = [problem.reason for problem in checked.problems]
    assert not [p for p in checked.problems if not is_warning(p)], (one.identifier, value, problems)
    assert not problems, (one.identifier, value, problems)
    assert checked.value == value, (one.identifier, value)


def test_facts_were_verified_in_time_or_not(tmp_path: Path) -> None:
    folder = tmp_path / "sample.cabinet"
    office = make_sample_office(folder, now=NOW, cards=120, seed=1, months=12)
    desk = log_in.log_in(folder, office.people[0].name, log_in.SAMPLE_PASSWORD, NOW)
    open_cabinet(desk, NOW)
    percents: dict[str, list[float]] = {"A": [], "C": []}
    for row in list_cards(desk, NOW):
        if row.abc_class in percents:
            percents[row.abc_class].append(float(read_card(desk, row.ref, NOW).freshness.percent))
    cabinet.disconnect()
    well, badly = (sum(found) / len(found) for found in percents.values())
    assert 95 > well > badly + 10 > 30
    assert min(percents["A"]) < 100


def test_some_pouches_hold_papers_that_open(folder: Path, keeper: Any) -> None:
    open_cabinet(keeper, NOW)
    cards = [card.card_no for card in CustomerCard.select().join(Attachment).distinct()]
    assert 10 <= len(cards) <= CARDS
    kinds: Counter[str] = Counter()
    for card_no in cards:
        for view in attachments_of(keeper, card_no, NOW):
            found = read_attachment(keeper, view.attachment_no, NOW)
            assert media_type_of(found.content) == view.media_type
            assert (view.size, view.sha256) == (
                len(found.content), hashlib.sha256(found.content).hexdigest()
            )  # fmt: skip
            kinds[view.kind] += 1
            if view.media_type == "application/pdf":
                assert len(PdfReader(BytesIO(found.content)).pages) == 1
    assert kinds.keys() == {"licence", "business_card", "photo"}


def test_children_tell_of_spending_and_birthdays_by_both_calendars(keeper: Any) -> None:
    assert Investment.select().count() > 20
    born = [row.birth_date for row in Contact.select() if row.birth_date]
    born += [card.__data__["birth_date"] for card in CustomerCard.select()]
    lunar = sum(is_lunar(text or "") for text in born)
    assert 5 < lunar < len(born) / 4


def test_derived_columns_are_what_a_save_would_write(keeper: Any) -> None:
    for card in CustomerCard.select().limit(60):
        derived = derived_columns(contents_of(card))
        for name in ("completeness", "incomplete", "name_key"):
            assert getattr(card, name) == derived[name], (card.card_no, name)
        assert set(derived["search_key"].split("\n")) <= set(card.search_key.split("\n"))


def test_numbers_are_nobodys(keeper: Any) -> None:
    contacts = CustomerCard.select()
    mobiles = [str(card.__data__["mobile"]) for card in contacts if card.__data__["mobile"]]
    assert mobiles
    assert all(number.startswith(UNASSIGNED_MOBILE) for number in mobiles)
    phones = [str(card.__data__["phone"]) for card in contacts if card.__data__["phone"]]
    assert all(number.startswith(("028-5", "0838-9")) for number in phones)
    codes = [str(card.__data__["uscc"]) for card in contacts if card.__data__["uscc"]]
    assert all(code[2:8] == "510199" for code in codes)


def test_stopped_making_leaves_nothing(
    tmp_path: Path, stop_at: Callable[[int], Callable[[int, int], None]]
) -> None:
    for number in (1, 2, 5):
        with pytest.raises(StoppedError):
            make_sample_office(
                tmp_path / "x", now=NOW, cards=200, months=0, progress=stop_at(number)
            )

    assert list(tmp_path.iterdir()) == []


def test_progress_goes_up_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_sample_office(
        tmp_path / "x",
        now=NOW,
        cards=50,
        months=1,
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == sorted(told)
    done, total = told[-1]
    assert done == total > 100


def test_folder_in_use_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(AlreadyThereError):
        make_sample_office(tmp_path, now=NOW, cards=8)


@pytest.mark.parametrize("cards", [0, 1, 9])
def test_very_small_offices(tmp_path: Path, cards: int) -> None:
    assert make_sample_office(tmp_path / "x", now=NOW, cards=cards, months=1).cards == cards
    desk = log_in.log_in(tmp_path / "x", "罗敏", log_in.SAMPLE_PASSWORD, NOW)
    assert len(list_cards(desk, NOW)) == cards
    cabinet.disconnect()
