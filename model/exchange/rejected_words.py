"""The words in the file of rejected rows, which comes back as a file to import."""

from __future__ import annotations

from model.words import mark

ROW = mark("RejectedRows", "Row in the file")
FIELD = mark("RejectedRows", "Field")
REASON = mark("RejectedRows", "Reason")
HEADINGS = (ROW, FIELD, REASON)
"""Headings of the columns that are added behind the file's own."""

REJECTED = mark("RejectedRows", "Rejected")
DUPLICATES = mark("RejectedRows", "Duplicates")
"""Names of its two sheets."""
