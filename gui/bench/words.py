"""What each figure means, in one line."""

from __future__ import annotations

from model.words import mark

LABELS = {
    "start": mark("Bench", "From Enter to a usable list of cards, beside a bare window's start"),
    "open_card": mark("Bench", "Opening a card, beside filling as many bare editors"),
    "next_card": mark("Bench", "The next card, beside filling as many bare editors"),
    "filter": mark("Bench", "A letter in the filter, beside a bare list"),
    "save": mark("Bench", "Saving a card, beside the same rows by bare sqlcipher3"),
    "import": mark("Bench", "Importing a file, beside bare calamine and sqlcipher3"),
    "lock_covered": mark("Bench", "Locking: until all is covered (p95), beside a bare sheet"),
    "lock_forgotten": mark("Bench", "Locking: until the key is forgotten, beside a bare log-out"),
    "lock_covered_median": mark("Bench", "Locking: until all is covered, the median"),
    "sample_office": mark("Bench", "Making the sample office"),
    "key_taken_off": mark("Bench", "Derivation of the sample office's key, taken off"),
    "key_derivation": mark("Bench", "Derivation of a real office's key"),
    "first_save": mark("Bench", "The first save after the start"),
    "save_p95": mark("Bench", "Saving a card, 95 of 100"),
    "bare_save_p95": mark("Bench", "The same rows by bare sqlcipher3, 95 of 100"),
    "durable_write": mark("Bench", "The floor: one page written until the disk has it"),
    "longest_silence": mark("Bench", "The longest time without progress in an import"),
    "cancel": mark("Bench", "From Cancel to an import undone"),
    "first_card": mark("Bench", "The first card after the start"),
    "open_card_p95": mark("Bench", "Opening a card, 95 of 100"),
    "next_card_p95": mark("Bench", "The next card, 95 of 100"),
    "filter_p95": mark("Bench", "A letter in the filter, 95 of 100"),
    "empty_paint": mark("Bench", "The floor: painting an empty window"),
}
"""Marked English text by the name of a figure, or of what stands beside."""
