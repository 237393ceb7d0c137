"""Each event is of one kind."""

from __future__ import annotations

from collections import Counter

import pytest

from model.office.events import Event
from model.office.log_query import GROUPS, events_of, group_of


def test_every_event_is_of_one_kind() -> None:
    counted = Counter(code for group in GROUPS for code in events_of(group))
    assert counted == Counter(event.value for event in Event)


@pytest.mark.parametrize(
    ("event", "group"),
    [
        (Event.CARD_READ, "looking"), (Event.CARD_CHANGE, "cards"), (Event.CARD_RESERVE, "loans"),
        (Event.PRINT, "leaving"), (Event.PREVIEW, "looking"), (Event.IMPORT, "cards"),
        (Event.CABINET_OPEN, "opening"), (Event.CABINET_CREATE, "upkeep"), (Event.REKEY, "upkeep"),
    ],
)  # fmt: skip
def test_the_longest_beginning_decides(event: Event, group: str) -> None:
    assert group_of(event.value) == group


def test_an_unknown_code_has_no_kind() -> None:
    with pytest.raises(KeyError):
        group_of("moon.landing")
