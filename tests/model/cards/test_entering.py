"""From what was typed to what changes; what says the same as before is no change."""

from __future__ import annotations

from typing import Any

import pytest

from model.cards.contents import Contents
from model.cards.definition import CardKind
from model.cards.entering import (
    LONGEST_REASON,
    active_rep,
    clean_reason,
    district_named,
    enter,
    unticked,
)
from model.errors import BadInputError, ReasonNeededError
from model.office import teams
from model.office.office_settings import store
from model.office.tables import Person
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit

pytestmark = pytest.mark.usefixtures("clerk")
RIGHT, WRONG = "91350100M000100Y43", "91350100M000100Y44"
TICK = frozenset({"uscc_check"})


def before(explicit: dict[str, str] | None = None, **values: Any) -> Contents:
    known = {"full_name": "客户甲厂", "rep": "李明", "district": "武侯", **values}
    return Contents(CardKind.COMPANY, known, explicit or {})


def entered(texts: dict[str, str], card: Contents, **more: Any) -> tuple[dict[str, Any], ...]:
    found = enter(texts, card, TODAY, **more)
    return found.values, found.explicit


def refused(texts: dict[str, str], card: Contents, **more: Any) -> list[tuple[str, str]]:
    with pytest.raises(BadInputError) as error:
        enter(texts, card, TODAY, **more)
    return [(problem.field, problem.reason) for problem in error.value.problems]


# --- what is a change ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ({"phone": "(028) 8555 1001"}, {"phone": "028-85551001"}),
        ({"reg_capital": "200万元"}, {"reg_capital": None}),
        ({"rep": "李明", "district": "武侯"}, {}),
        ({"likes": ""}, {}),
        ({"is_focus": "是"}, {"is_focus": True}),
    ],
)
def test_the_same_in_other_words_is_no_change(
    typed: dict[str, str], values: dict[str, Any]
) -> None:
    first = enter(typed, before(), TODAY)
    again = enter(typed, before(**_named(first.values)), TODAY)
    assert (again.values, again.explicit) == ({}, {})
    assert first.values.keys() == values.keys()


def _named(values: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(value, "name", value) for name, value in values.items()}


def test_unchanged_bad_data_does_not_stop_another_change() -> None:
    """A card taken over from before has what it has."""
    card = before(uscc=WRONG, rep="走了的人", phone="旧号码")
    found = enter({"uscc": WRONG, "rep": "走了的人", "likes": "守时"}, card, TODAY)
    assert (found.values, found.warnings) == ({"likes": "守时"}, ())


@pytest.mark.parametrize(("typed", "kept"), [("无", "none"), ("不适用", "not_applicable")])
def test_an_explicit_answer_stands_instead_of_a_value(typed: str, kept: str) -> None:
    card = before(fax="028-85551002")
    assert entered({"fax": typed}, card) == ({"fax": None}, {"fax": kept})
    assert entered({"fax": typed}, before({"fax": kept})) == ({}, {})
    assert entered({"fax": ""}, before({"fax": kept})) == ({"fax": None}, {"fax": None})


def test_a_list_that_has_its_own_none_keeps_it_as_a_value() -> None:
    assert entered({"our_relation": "none"}, before())[1] == {"our_relation": None}


# --- ticks --------------------------------------------------------------------------------------


def test_a_warning_stops_nothing_but_is_told() -> None:
    found = enter({"uscc": WRONG}, before(), TODAY)
    assert (found.values, found.explicit) == ({"uscc": WRONG}, {"uscc": None})
    assert [one.reason for one in unticked(found.warnings)] == ["uscc_check"]


def test_a_tick_is_kept_beside_the_code() -> None:
    found = enter({"uscc": WRONG}, before(), TODAY, TICK)
    assert (found.explicit, found.warnings) == ({"uscc": "checked"}, ())


def test_a_tick_alone_is_a_change_and_once_is_enough() -> None:
    assert entered({}, before(uscc=WRONG), ticked=TICK) == ({}, {"uscc": "checked"})
    ticked = before({"uscc": "checked"}, uscc=WRONG)
    assert entered({}, ticked, ticked=TICK) == ({}, {})
    assert entered({"uscc": WRONG}, ticked) == ({}, {}), "nobody is asked again"


def test_a_tick_for_a_sound_code_says_nothing() -> None:
    assert entered({"uscc": RIGHT}, before(), ticked=TICK)[1] == {"uscc": None}


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"nonsense": "1"}, ("nonsense", "no_such_field")),
        ({"hobbies": "钓鱼"}, ("hobbies", "no_such_field")),
        ({"card_no": "Q00002"}, ("card_no", "not_typed")),
        ({"customer_kind": "individual"}, ("customer_kind", "not_typed")),
        ({"full_name": ""}, ("full_name", "required")),
        ({"rep": "王秀兰"}, ("rep", "rep_unknown")),
        ({"district": "金牛"}, ("district", "district_unknown")),
        ({"uscc": "999999199001010016"}, ("uscc", "identity_number")),
        ({"uscc": "999999199001010729"}, ("uscc", "uscc_identity")),
    ],
)
def test_what_cannot_be_taken(typed: dict[str, str], problem: tuple[str, str]) -> None:
    assert refused(typed, before()) == [problem]


def test_an_identity_number_is_not_even_named() -> None:
    with pytest.raises(BadInputError) as error:
        enter({"uscc": "999999199001010729"}, before(), TODAY)
    assert "999999" not in repr(error.value.values)


def test_a_required_cell_of_a_filed_card_stays_filled() -> None:
    required = frozenset({"full_name", "rep", "district"})
    texts = {"full_name": "", "rep": "", "district": " ", "likes": ""}
    found = refused(texts, before(likes="守时"), never_empty=required)
    assert found == [(name, "required") for name in ("full_name", "rep", "district")]


# --- people and districts -----------------------------------------------------------------------


def test_names_become_rows(sit: Sit) -> None:
    sit("王秀兰")
    values, _ = entered({"rep": "王芳"}, before())
    assert values["rep"].name == "王芳"
    assert values["district"].team.name == "一队"


def test_a_rep_of_another_team_needs_a_district_of_that_team(sit: Sit) -> None:
    assert refused({"rep": "周涛"}, before()) == [("district", "district_unknown")]
    teams.add_district(sit("张总"), "武侯", "二队", NOW)
    values, _ = entered({"rep": "周涛"}, before())
    assert (values["district"].name, values["district"].team.name) == ("武侯", "二队")


def test_only_reps_who_work_here_get_customers() -> None:
    with writing():
        Person.update(state="gone").where(Person.name == "王芳").execute()
    assert active_rep("李明") is not None
    assert [active_rep(name) for name in ("王芳", "赵刚", "谁")] == [None, None, None]
    assert district_named("武侯", "王芳") is not None, "his old cards stay where they are"


def test_the_offices_area_code_completes_a_number() -> None:
    assert refused({"fax": "85551001"}, before()) == [("fax", "phone_area_code")]
    with writing():
        store("area_code", "028")
    assert entered({"fax": "85551001"}, before())[0] == {"fax": "028-85551001"}


# --- reasons ------------------------------------------------------------------------------------


def test_reasons_are_kept_as_lines() -> None:
    assert clean_reason("  重复\r\n见 Q00037 \u200b") == "重复\n见 Q00037"
    assert clean_reason("") == ""
    with pytest.raises(ReasonNeededError):
        clean_reason(" \u200b", "reject")
    for text in ("a\0b", "\ud800", "字" * (LONGEST_REASON + 1)):
        with pytest.raises(BadInputError):
            clean_reason(text)
