"""The export's benchmark at a small size: it measures the program beside bare XlsxWriter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from model.upkeep.bench import exporting
from model.upkeep.bench.figure import Sizes


def test_a_list_is_exported_and_stopped(day_office: Path, day_sizes: Sizes) -> None:
    found = exporting.measure(day_office, replace(day_sizes, imports=1))
    (figure,) = found.figures
    assert (figure.name, figure.bound, figure.unit) == ("export", 4.0, "s")
    assert figure.baseline > 0
    assert {name for name, _, _ in found.beside} == {
        "export_whole", "export_whole_bare", "export_silence", "export_cancel", "export_size",
    }  # fmt: skip
    assert not list(day_office.glob("*.new"))
