"""The customers of the sample office, made up and filed as an import files them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any

from peewee import chunked

from model.cards.contents import Contents
from model.cards.definition import CardKind
from model.cards.derived import derived_columns, first_columns
from model.cards.tables import CHILDREN, CustomerCard
from model.exchange.examining import Row
from model.exchange.filing import Prepared, file_rows
from model.exchange.judging import Judged, RepFound
from model.exchange.targets import LAST_VISIT, PROMISE, SNAPSHOT
from model.office import audit
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.tables import District, Person
from model.progress import Progress
from model.storage.rows import rows_of
from model.upkeep.sample_cards import SampleCard, Setting
from model.upkeep.sample_companies import company_card
from model.upkeep.sample_individuals import individual_card
from model.upkeep.sample_pouches import fill_pouches
from model.upkeep.sample_round import seen_before
from model.upkeep.sample_staff import REPS, Staff
from model.upkeep.sample_trade import Standing, Told, balance_of, promise_of, standings
from model.upkeep.sample_verified import verify_sample
from model.upkeep.sample_year import Year

_INDIVIDUALS = 0.15
_REPORT_EVERY = 20
_BATCH = 100


def file_sample(keeper: Desk, count: int, seed: int, year: Year, progress: Progress) -> list[Told]:
    """Make the cards up and file them, inside the caller's transaction.

    Args:
        keeper: whose desk they come in at.
        count: how many.
        seed: the same seed makes the same cards.
        year: they come in at its beginning, and say what is so at its end.
        progress: told (done, total).

    Returns:
        How each customer stands, by key of the card.
    """
    now = year.founded
    made = _made_up(count, Random(seed), year, lambda done: progress(done, 2 * count))
    new, prepared = [one for one, *_ in made], [ready for _, ready, *_ in made]
    run = f"I{next_number('import'):05d}"
    file_rows(keeper, new, prepared, run, now, lambda done: progress(count + done, 2 * count))
    _add_children([card for _, _, card, _ in made], prepared)
    verify_sample([told for *_, told in made], seed, year)
    fill_pouches(keeper, seed, now)
    facts = {"file": "sample", "added": count, "updated": 0, "duplicate": 0, "rejected": 0}
    audit.log(keeper, audit.Event.IMPORT, now, kind="import", subject=run, after=facts)
    progress(2 * count, 2 * count)
    return [told for _, _, _, told in made]


Made = tuple[Judged, Prepared, SampleCard, Told]


def _made_up(count: int, random: Random, year: Year, report: Callable[[int], None]) -> list[Made]:
    """Every card in the order in which it will be numbered: as they came in over the years."""
    taken: set[str] = set()
    wanted: list[tuple[Staff, Standing]] = []
    for number, rep in enumerate(REPS):
        share = count // len(REPS) + (number < count % len(REPS))
        wanted += ((rep, standing) for standing in standings(random, share, year.known_on))
    random.shuffle(wanted)
    reps, districts = _reps(), _districts()
    made = []
    for number, (rep, standing) in enumerate(wanted):
        if number % _REPORT_EVERY == 0:
            report(number)
        about = Setting(random, year.known_on, random.choice(rep.places), standing, taken)
        found = reps[rep.name]
        individual = random.random() < _INDIVIDUALS and standing.abc_class != "A"
        card = (individual_card if individual else company_card)(about, found.id)
        district = districts[about.place.district, rep.team]
        made.append(_ready(number + 2, about, card, found, district, year))
    return made


def _ready(
    number: int, about: Setting, card: SampleCard, rep: RepFound, district: int, year: Year
) -> Made:
    """A card as the filing takes it: its row, and all columns but number and place."""
    place, standing = about.place, about.standing
    values = {**card.values, "rep": rep.name, "district": place.district}
    told = Told(standing, promise_of(about.random, standing, about.today))
    row = Row(number, card.kind, values, card.explicit, beside=_beside(about, told, year))
    contacts = card.children.get("contacts", [])
    row.contact = dict(contacts[0]) if contacts else {}
    one = Judged(row, rep, district, place.district)
    one.short_name = str(card.values.get("short_name", ""))
    one.rows = {name: tuple(_numbered(name, card, rep.name)) for name in CHILDREN}
    return one, _prepared(card, values), card, told


def _beside(about: Setting, told: Told, year: Year) -> dict[str, Any]:
    """Last visit, promise and account snapshot; what was promised in the year is not known yet."""
    standing = told.standing
    beside: dict[str, Any] = {LAST_VISIT: seen_before(standing, year, about.random.random())}
    if told.promise and not year.days:
        beside[f"{PROMISE}description"], beside[f"{PROMISE}due_on"] = told.promise
    owed = balance_of(about.random, standing)
    if owed:
        beside |= {
            f"{SNAPSHOT}balance": owed.balance,
            f"{SNAPSHOT}overdue": owed.overdue,
            f"{SNAPSHOT}worst_bucket": owed.worst_bucket,
            f"{SNAPSHOT}as_of": about.today,
        }
    return beside


def _prepared(card: SampleCard, values: Mapping[str, Any]) -> Prepared:
    """The columns that do not depend on the card's number; what was typed and what follows."""
    filled = {**values, "customer_kind": card.kind.value}
    filled |= first_columns(filled, card.kind)
    children = {name: tuple(rows) for name, rows in card.children.items()}
    derived = derived_columns(Contents(CardKind(card.kind), filled, card.explicit, children))
    own = {name: value for name, value in filled.items() if name not in {"rep", "district"}}
    rows = max((len(found) for found in children.values()), default=0)
    numbered = {"explicit": json.dumps(card.explicit, sort_keys=True), "next_row_no": rows + 1}
    return {**own, **derived, **numbered}


def _reps() -> dict[str, RepFound]:
    """The reps as the filing needs them, by name."""
    found = {}
    for rep in Person.select().where(Person.name.in_([one.name for one in REPS])):
        team = rep.team.name if rep.team else ""
        found[rep.name] = RepFound(rep.id, rep.name, rep.team_id, team)
    return found


def _districts() -> dict[tuple[str, str], int]:
    """The districts by name and team."""
    return {(row.name, row.team.name): row.id for row in District.select()}


def _add_children(cards: Sequence[SampleCard], columns: Sequence[Mapping[str, Any]]) -> None:
    """The rows of the child tables, but for the first contact, which the filing has written."""
    query = CustomerCard.select(CustomerCard.id).order_by(CustomerCard.id)
    ids = [card_id for (card_id,) in rows_of(query)]
    for name, table in CHILDREN.items():
        rows = list(_child_rows(name, cards, ids))
        names = sorted({column for row in rows for column in row})
        fields = [table._meta.fields[column] for column in names]
        for batch in chunked(rows, _BATCH):
            values = [tuple(row.get(column) for column in names) for row in batch]
            table.insert_many(values, fields=fields).execute()


def _child_rows(
    name: str, cards: Sequence[SampleCard], ids: Sequence[int]
) -> Iterator[dict[str, Any]]:
    """The rows of one child table with their card."""
    for card_id, card in zip(ids, cards, strict=True):
        for row in _numbered(name, card):
            stored = {key: _stored(value) for key, value in row.items()}
            yield {"card": card_id, **stored}


def _numbered(name: str, card: SampleCard, observer: str = "") -> Iterator[dict[str, Any]]:
    """The rows of one child table but for the first contact, with their numbers.

    Args:
        name: the child table.
        card: its card.
        observer: name to stand in the place of who observed a rival's sales, for the history.
    """
    for position, row in enumerate(card.children.get(name, ())):
        if position or name != "contacts":
            named = {"observed_by": observer} if observer and "observed_by" in row else {}
            yield {"row_no": position + 1, **row, **named}


def _stored(value: Any) -> Any:
    """A value as its column keeps it."""
    return ",".join(value) if isinstance(value, tuple) else value
