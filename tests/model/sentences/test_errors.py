"""Every refusal is a sentence in both languages, with every fact in its place."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from model import errors
from model.errors import BadInputError, CabinetError, Problem, WrongStateError
from model.office.rights import Role
from model.sentences.errors import _SENTENCES, sentence
from model.storage import backup_file, copying
from model.storage.reasons import BACKUP_REASONS
from model.words import LANGUAGES, words_in

# A fact of each name that the errors' docstrings promise.
FACTS: dict[str, Any] = {
    "act": "edit_card",
    "role": "rep",
    "may": (Role.CLERK, Role.MANAGER),
    "opened_by": "王秀兰",
    "opened_at": datetime(2026, 11, 20, 8, 30),
    "kind": "person",
    "ref": "Q00037",
    "state": "out",
    "fields": ("full_name", "uscc"),
    "card_no": "Q00037",
    "holder": "王芳",
    "field": "uscc",
    "saved_by": "王芳",
    "saved_at": datetime(2026, 11, 20, 9, 15),
    "card_nos": ["Q00001", "Q00002"],
    "problems": (Problem("phone", "phone_format", row=3),),
    "file": "客户.xlsx",
    "reason": "sheet_error",
    "shortest": 8,
    "wait_seconds": 5,
    "path": "/柜/办公室.cabinet",
    "printer": "一楼激光",
    "found": "0002_more",
    "known": "0001_first_tables",
    "faults": (("log_gap", {"after": 4, "found": 6}),),
    "plan_no": "RB20261120-01",
    "rep": "王芳",
    "day": date(2026, 11, 20),
    "borrower": "李明",
    "person": "李明",
    "overdue": ("Q00003",),
    "missing": (),
    "held": 12,
    "wanted": 5,
    "limit": 15,
    "most": 200_000,
    "cards": (
        {
            "card_no": "Q00001",
            "state": "out",
            "holder": "王芳",
            "since": datetime(2026, 11, 20, 8, 50),
        },
        {"card_no": "Q00002", "state": "reserved", "holder": "王芳", "since": None},
        {"card_no": "Q00003", "state": "sealed", "holder": "", "since": None},
    ),
}


ERRORS = [
    found
    for found in vars(errors).values()
    if isinstance(found, type)
    and issubclass(found, CabinetError)
    and found not in {CabinetError, errors.RefusedError, errors.UnavailableError}  # families
]


def made(kind: type[CabinetError]) -> CabinetError:
    """The error with the facts that its docstring names."""
    named = re.search(r"Values: (.+)", kind.__doc__ or "", re.DOTALL)
    parent = kind.__mro__[1].__doc__ or ""
    text = named[1] if named else ""
    if "Values as" in (kind.__doc__ or ""):
        text = re.search(r"Values: (.+)", parent, re.DOTALL)[1]  # type: ignore[index]
    facts = {name: FACTS[name] for name in FACTS if re.search(rf"\b{name}\b", text)}
    if kind is BadInputError:
        return BadInputError(facts["problems"])
    if kind is errors.BackupDamagedError:
        facts["reason"] = "checksum"
    if kind is errors.UnreadableFileError:
        facts["reason"] = "empty"
    return kind(**facts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_is_a_whole_sentence(kind: type[CabinetError], language: str) -> None:
    told = sentence(made(kind), words_in(language))
    assert told[-1] in "。.！!：:）)”" or "\n" in told or "/柜" in told, told
    assert not re.search(r"[{}]|—|None|\(\)|Error", told), told
    is_chinese = re.search(
        "[\u4e00-\u9fff]", re.sub("王秀兰|王芳|李明|一楼激光|客户|/柜/办公室", "", told)
    )
    assert bool(is_chinese) is (language == "zh"), told


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_fact_of_a_sentence_is_promised_by_its_error(kind: type[CabinetError]) -> None:
    template = _SENTENCES[made(kind).code]
    wanted = set(re.findall(r"{(\w+)}", template))
    assert wanted <= made(kind).values.keys()


def test_each_card_that_cannot_go_out_has_its_line() -> None:
    told = sentence(errors.CardOutError(cards=FACTS["cards"]), words_in("zh"))
    assert told.splitlines()[1:] == [
        "Q00001：借出，王芳，自 2026-11-20 08:50",
        "Q00002：预约（王芳）",
        "Q00003：封存",
    ]


def test_nothing_to_settle_and_nobody_are_said_in_words() -> None:
    blocked = errors.BorrowerBlockedError(borrower="李明", overdue=(), missing=("Q00002",))
    assert "逾期未还：无；缺拜访记录：Q00002" in sentence(blocked, words_in("zh"))
    home = errors.CardNotOutError(ref="Q00001", rep="李明", state="in_cabinet", holder="")
    assert "持卡人：无人" in sentence(home, words_in("zh"))


def test_an_error_without_a_sentence_would_be_found() -> None:
    class NewThingError(CabinetError):
        """Something new. Values: ref."""

    assert NewThingError(ref="Q00001").code not in _SENTENCES


def test_whatever_may_be_missing_or_taken_has_its_name() -> None:
    kinds = ("person", "team", "district", "card", "short_name", "recovery_slot", "file", "plan")
    for kind in (*kinds, "plan_line"):
        told = sentence(errors.AlreadyThereError(kind=kind, ref="x"), words_in("zh"))
        assert kind not in told
    for kind in kinds:
        assert kind not in sentence(errors.NotFoundError(kind=kind, ref="x"), words_in("zh"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_why_a_backup_is_not_usable_has_its_words(language: str) -> None:
    sources = (backup_file.__file__, copying.__file__)
    source = "".join(Path(file).read_text(encoding="utf-8") for file in sources)
    given = set(re.findall(r'BackupDamagedError\(.+reason="(\w+)"', source))
    given |= set(re.findall(r'(?:stage = |else )"(\w+)"', source))
    assert given == BACKUP_REASONS.keys()
    for reason in given:
        told = sentence(errors.BackupDamagedError(file="a.ccb", reason=reason), words_in(language))
        assert reason not in told.replace("a.ccb", "") or language == "en"


def test_nobody_is_named_where_nobody_may() -> None:
    refused = errors.NotAllowedError(act="edit_card", role="rep", may=())
    assert "nobody" in sentence(refused, words_in("en"))


def test_what_cannot_be_corrected_any_more_is_told_plainly() -> None:
    error = WrongStateError(ref="12982", state="earlier_day")
    assert sentence(error, words_in("zh")) == "12982 不是今天登记的；只能更正今天的登记。"
