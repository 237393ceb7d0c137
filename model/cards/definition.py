"""What a field of the card is: its kind, who must fill it, what it counts, who may see it.

The fields themselves stand in `head_fields.py`, `company_fields.py`, `individual_fields.py` and
`child_fields.py`; `fields.py` finds them. Pure data: no database, no window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from model.cards.choices import Choice
from model.office.data_rights import DataClass


class CardKind(StrEnum):
    """The two kinds of card (domain.md §2.1)."""

    COMPANY = "company"
    INDIVIDUAL = "individual"


class Section(StrEnum):
    """The parts of domain.md §2 that define fields; the layout may place them elsewhere."""

    HEAD = "head"
    BASIC = "section_basic"
    FEATURES = "section_features"
    BUSINESS = "section_business"
    TRADING = "section_trading"


class Kind(Enum):
    """What a field holds, and the Python type of its value."""

    LINE = "line"  # str, one line
    TEXT = "text"  # str, may be long and have several lines
    CHOICE = "choice"  # str, the value of one of `Field.choices`
    CHOICES = "choices"  # tuple of such values; kept as one text, joined by commas
    OFFICE_LIST = "office_list"  # str, an entry of a list the office keeps; new entries by typing
    RATING = "rating"  # int 1 to 5
    FLAG = "flag"  # bool
    NUMBER = "number"  # int
    DECIMAL = "decimal"  # Decimal, two places
    MONEY = "money"  # Decimal, two places; `Field.unit` says yuan or 10,000 yuan
    PERCENT = "percent"  # Decimal, shown with one place
    DAY_OF_MONTH = "day_of_month"  # int 1 to 31; 31 stands for the month's last day (月末)
    DATE = "date"  # date
    MOMENT = "moment"  # datetime, office wall-clock, no zone
    # str "2009", "2009-06" or "2009-06-15"; birthdays also as `lunar` keeps them
    PARTIAL_DATE = "partial_date"
    MONTH_DAY = "month_day"  # str "10-01"
    PHONE = "phone"  # str, normalised landline, 400 or 800 number
    MOBILE = "mobile"  # str, 11 digits
    EMAIL = "email"  # str
    WEBSITE = "website"  # str
    POSTCODE = "postcode"  # str, six digits, may begin with 0
    USCC = "uscc"  # str, 18 characters
    BANK_ACCOUNT = "bank_account"  # str, digits only
    PERSON = "person"  # a person of the staff
    DISTRICT = "district"  # a district of the office
    ROWS = "rows"  # rows of a child table, never a column


class Storage(Enum):
    """How a value is kept in the database."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"  # two places
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    PERSON = "person"  # a foreign key
    DISTRICT = "district"  # a foreign key


_STORED_AS: dict[Kind, Storage] = {
    Kind.RATING: Storage.INTEGER,
    Kind.NUMBER: Storage.INTEGER,
    Kind.DAY_OF_MONTH: Storage.INTEGER,
    Kind.DECIMAL: Storage.DECIMAL,
    Kind.MONEY: Storage.DECIMAL,
    Kind.PERCENT: Storage.DECIMAL,
    Kind.FLAG: Storage.BOOLEAN,
    Kind.DATE: Storage.DATE,
    Kind.MOMENT: Storage.MOMENT,
    Kind.PERSON: Storage.PERSON,
    Kind.DISTRICT: Storage.DISTRICT,
}


class Need(Enum):
    """How much a field is wanted (the column *Req.* of domain.md §2)."""

    REQUIRED = "R"  # the card cannot be filed without it
    EXPECTED = "E"
    OPTIONAL = "O"
    SYSTEM = "S"  # the program fills it


class When(Enum):
    """The case in which a field that is not always required becomes required."""

    CURRENT = "current"  # the customer is a current one
    TRADE = "trade"  # the customer trades on (a dealer, not an end user)
    NO_MOBILE = "no_mobile"  # the primary contact has no mobile
    INTRODUCED = "introduced"  # the source method is one that names an introducer
    OTHER_SOURCE = "other_source"  # the source method is `other`, which must be explained


class Fresh(StrEnum):
    """The groups whose facts grow stale together (domain.md §2.9)."""

    CONTACT = "contact"
    LEGAL = "legal"
    FEATURES = "features"
    COMPETITORS = "competitors"
    NEEDS = "needs"
    TRADING = "trading"
    CREDIT = "credit"


FRESH_DAYS: dict[Fresh, int] = {
    Fresh.CONTACT: 180,
    Fresh.LEGAL: 365,
    Fresh.FEATURES: 180,
    Fresh.COMPETITORS: 90,
    Fresh.NEEDS: 180,
    Fresh.TRADING: 90,
    Fresh.CREDIT: 180,  # of customers graded AAA, AA or A
}
"""Days after which a group's facts ask to be verified again."""

WEAK_CREDIT_DAYS = 90
"""The same for credit facts of customers graded B, C or not at all."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a card, or one column of a card's child table.

    Attributes:
        identifier: its name in code, files and the command line; the same column on both kinds.
        kind: what it holds.
        label: marked English label (context `CardField`).
        need: how much it is wanted outside the case of `required_when`.
        points: points toward completeness; 0 = not counted.
        data_class: whom the table of rights lets see and change it.
        longest: most characters of a text, digits of a number in writing; 0 = no limit of its own.
        short: marked label for the narrow cell of the paper, empty where `label` fits.
        required_when: the case in which it is required after all.
        trade_only: it exists for trade customers only.
        agent_only: it exists for agents only.
        not_for_prospects: it does not apply yet to prospects and future customers.
        protected: a change needs the supervisor (domain.md §5.7). Of 「信用类」 these are grade,
            score, limit and term: §5.7 names the bank account beside it, so not all of DC5.
        editable: people may type it; false for what only the system fills.
        fixed_once_filed: it may not change after filing.
        unit: marked unit (context `Unit`).
        shortest: fewest characters.
        lowest: smallest number; of a birth date the youngest age in years.
        highest: largest number; of a birth date the oldest age in years.
        choices: the values of a CHOICE or CHOICES.
        pattern: regular expression that the whole text must match.
        same_as: field whose value one click copies here (同经营地址).
        begins_with_region: it begins with a province, city and county, which a picker offers.
        companion_of: field in whose cell this second part stands; companions carry no points.
        fresh: group of facts it is verified with; None for what is always fresh.
        section: part of domain.md §2 that defines it.
        card_kinds: kinds of card that have it in this form; empty for columns of child tables.
    """

    identifier: str
    kind: Kind
    label: str
    need: Need
    points: int
    data_class: DataClass
    longest: int = 0
    short: str = ""
    required_when: When | None = None
    trade_only: bool = False
    agent_only: bool = False
    not_for_prospects: bool = False
    protected: bool = False
    editable: bool = True
    fixed_once_filed: bool = False
    unit: str = ""
    shortest: int = 0
    lowest: int | None = None
    highest: int | None = None
    choices: tuple[Choice, ...] = ()
    pattern: str = ""
    same_as: str = ""
    begins_with_region: bool = False
    companion_of: str = ""
    fresh: Fresh | None = None
    section: Section | None = None
    card_kinds: tuple[CardKind, ...] = ()

    @property
    def system(self) -> bool:
        """Whether the program fills it (`mnemonic` may be edited all the same)."""
        return self.need is Need.SYSTEM

    @property
    def cell_label(self) -> str:
        """The marked label of its cell on paper and form."""
        return self.short or self.label

    @property
    def takes_explicit(self) -> bool:
        """Whether 无 or 不适用 may stand in it instead of a value, and then counts as filled.

        Not for what must be known, what the system fills, a tick, a second part of a cell, or a
        list that has its own 无.
        """
        return (
            self.need in {Need.EXPECTED, Need.OPTIONAL}
            and self.kind is not Kind.FLAG
            and not self.companion_of
            and all(choice.value != "none" for choice in self.choices)
        )


def storage_kind(field: Field) -> Storage | None:
    """How a field's column is kept; None for rows of a child table."""
    if field.kind is Kind.ROWS:
        return None
    return _STORED_AS.get(field.kind, Storage.TEXT)


def in_section(
    section: Section, card_kinds: tuple[CardKind, ...], fresh: Fresh, *fields: Field
) -> tuple[Field, ...]:
    """Place fields in a section of the given kinds of card.

    Args:
        section: the section.
        card_kinds: the kinds of card that have these fields in this form.
        fresh: group of those fields that name none and are not the system's.
        fields: the fields in order.
    """
    return tuple(
        replace(
            field,
            section=section,
            card_kinds=card_kinds,
            fresh=None if field.system else field.fresh or fresh,
        )
        for field in fields
    )
