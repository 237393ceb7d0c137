"""`staff dismiss` as it is typed: what it does, prints and refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

import main
from model.office import log_in
from model.storage.cabinet import disconnect
from tests.conftest import NOW, PASSWORD


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARD_CABINET_PASSWORD", PASSWORD)
    monkeypatch.setattr(main, "_now", lambda: NOW)


def typed(cabinet: Path, *command: str, staff: str = "张总") -> int:
    return main.main([*command, "--cabinet", str(cabinet), "--as", staff])


def test_somebody_is_dismissed(cabinet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed(cabinet, "backup")
    capsys.readouterr()

    status = typed(cabinet, "staff", "dismiss", "李明", "--reason", "离职", "--json")

    done: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert status == 0
    assert (done["name"], done["staff_no"], done["generation"]) == ("李明", 3, 2)
    assert (len(done["resealed"]), done["left"], done["recovery_works"]) == (1, [], True)
    disconnect()
    assert "李明" not in [person.name for person in log_in.staff_of(cabinet)]
    assert typed(cabinet, "verify") == 0


def test_a_person_reads_it_in_words(cabinet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = cabinet / "backups" / "old.ccb"
    damaged.write_bytes(b"PK\x03\x04 damaged")

    assert typed(cabinet, "staff", "dismiss", "3", "--reason", "离职", "--lang", "en") == 0

    told = capsys.readouterr().out
    assert "old.ccb is damaged and cannot be encrypted anew" in told
    assert "李明" in told


@pytest.mark.parametrize(
    ("who", "staff", "status", "code"),
    [
        ("张总", "张总", 1, "last_manager"),
        ("没有", "张总", 1, "not_found"),
        ("李明", "王秀兰", 1, "not_allowed"),
    ],
)
def test_what_is_refused(
    cabinet: Path, capsys: pytest.CaptureFixture[str], who: str, staff: str, status: int, code: str
) -> None:
    found = typed(cabinet, "staff", "dismiss", who, "--reason", "离职", "--json", staff=staff)

    assert (found, json.loads(capsys.readouterr().out)["error"]) == (status, code)
    assert (cabinet / "cabinet.db").exists()


def test_the_reason_must_be_typed(cabinet: Path) -> None:
    assert typed(cabinet, "staff", "dismiss", "李明") == 2
