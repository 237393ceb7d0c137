"""All benchmarks as the command runs them, at small sizes; nothing here looks at a time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gui.bench import running
from model.command_line.call import UsageError
from model.upkeep.bench.figure import Sizes
from model.words import words_in

SMALL = Sizes(
    cards=130, rows=50, saves=2, imports=1, starts=1, openings=2, locks=2, loans=200,
    customers=20, checkouts=2, papers=2,
)  # fmt: skip
KEYS = {
    "name", "label", "figure", "unit", "baseline", "ratio", "bound", "bound_is", "bound_of", "met",
}  # fmt: skip


@pytest.fixture
def told() -> list[tuple[int, int]]:
    """What the progress was told."""
    return []


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The benchmarks' folder lies in the test's own."""
    place = tmp_path / "data"
    monkeypatch.setattr(running.platformdirs, "user_data_dir", lambda *a, **k: str(place))
    return place


def test_one_figure_with_its_baseline_and_the_machine(
    told: list[tuple[int, int]], own_data_folder: Path
) -> None:
    found = running.run_benchmarks(
        ["save"], words_in("en"), lambda done, total: told.append((done, total)), SMALL
    )
    assert found.keys() == {"figures", "beside", "machine", "left_out"}
    (figure,) = found["figures"]
    assert figure.keys() == KEYS
    assert figure["name"] == "save"
    assert isinstance(figure["met"], bool)
    assert figure["ratio"] > 0
    assert {"sample_office", "durable_write"} <= {one["name"] for one in found["beside"]}
    assert found["machine"].keys() == {"system", "python", "processors", "load"}
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert list(own_data_folder.iterdir()) == []


def test_the_window_is_measured_from_its_door_to_its_lock() -> None:
    found = running.run_benchmarks(
        ["lock", "cards", "start"], words_in("zh"), lambda done, total: None, SMALL
    )
    names = [figure["name"] for figure in found["figures"]]
    assert names == [
        "start", "filter", "open_card", "next_card", "lock_covered", "lock_forgotten",
    ]  # fmt: skip
    assert all(figure["figure"] > 0 and figure["baseline"] > 0 for figure in found["figures"])


def test_the_morning_is_measured_at_the_page_today_and_on_its_paper() -> None:
    found = running.run_benchmarks(
        ["today", "packet", "preview"], words_in("zh"), lambda done, total: None, SMALL
    )
    figures = {figure["name"]: figure for figure in found["figures"]}
    assert list(figures) == ["today", "packet", "preview"]
    assert all(figure["figure"] > 0 and figure["baseline"] > 0 for figure in figures.values())
    assert (figures["packet"]["bound_is"], figures["packet"]["unit"]) == ("least", "pages/s")
    beside = {one["name"]: one["value"] for one in found["beside"]}
    assert {"sample_office", "working_day", "first_today", "first_preview"} <= beside.keys()
    # A plan and twelve cards, front and back, for each of eight reps; some cards go on.
    assert beside["packet_pages"] >= 8 * (1 + 2 * 12)


def test_paper_cards_are_drawn_by_one_process_and_by_two() -> None:
    found = running.run_benchmarks(["print-cards"], words_in("zh"), lambda done, total: None, SMALL)
    names = ["print_cards", "print_cards_two", "print_cards_memory"]
    assert [figure["name"] for figure in found["figures"]] == names
    assert [figure["bound"] for figure in found["figures"]] == [60, 100, 150]
    beside = {one["name"]: one["value"] for one in found["beside"]}
    assert beside["print_cards_faces"] >= 2 * 100


@pytest.mark.skipif(sys.platform != "linux", reason="only there a display can be missing")
def test_without_a_display_a_named_figure_of_the_window_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UsageError):
        running.run_benchmarks(["lock"], words_in("en"), lambda done, total: None, SMALL)


def test_a_benchmark_that_fails_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = running.Benchmark("model.upkeep.bench.no_such", offices=())
    monkeypatch.setitem(running.BENCHMARKS, "save", broken)
    with pytest.raises(running.subprocess.CalledProcessError):
        running.run_benchmarks(["save"], words_in("en"), lambda done, total: None, SMALL)


def test_what_takes_minutes_is_measured_when_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []
    monkeypatch.setattr(
        running,
        "_all_measured",
        lambda modules, sizes, report: measured.extend(modules) or [],
    )
    running.run_benchmarks([], words_in("en"), lambda done, total: None, SMALL)
    assert "model.upkeep.bench.saving" in measured
    assert "model.upkeep.bench.rekeying" not in measured
    running.run_benchmarks(["rekey"], words_in("en"), lambda done, total: None, SMALL)
    assert "model.upkeep.bench.rekeying" in measured
