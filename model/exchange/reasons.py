"""Why a file, a column or a row cannot be taken, in words that say what to do.

The codes stand in `UnreadableFileError.values["reason"]` (context `FileReason`) and in
`Problem.reason` (context `Problems`), as those of `model.cards.reasons` do.
"""

from __future__ import annotations

from collections.abc import Mapping

from model.words import mark

FILE_REASONS: Mapping[str, str] = {
    "not_there": mark("FileReason", "there is no such file."),
    "not_readable": mark("FileReason", "it may not be read, or another program holds it: {told}"),
    "empty": mark("FileReason", "there is nothing in it."),
    "password": mark(
        "FileReason",
        "it is protected by a password. Open it in the spreadsheet program, save it without a "
        "password, and import that file.",
    ),
    "old_format": mark(
        "FileReason",
        "it is a workbook of the old kind (.xls). Open it in the spreadsheet program and save it "
        "as .xlsx.",
    ),
    "other_format": mark(
        "FileReason", "it is neither an .xlsx workbook nor a .csv list. Save it as .xlsx."
    ),
    "web_page": mark(
        "FileReason",
        "it is a web page that only bears the name of a list. Open it in the spreadsheet program "
        "and save it as .xlsx.",
    ),
    "damaged": mark(
        "FileReason", "it is damaged. Open it in the spreadsheet program and save it anew."
    ),
    "encoding": mark(
        "FileReason",
        "its characters are written in none of the known ways. Save it as .xlsx, or name the "
        "encoding.",
    ),
    "too_large": mark(
        "FileReason", "it is too large: at most {most} rows, and {megabytes} MB, are read at once."
    ),
    "far_cell": mark(
        "FileReason",
        "something stands far outside of the list, in cell {cell}. Delete the empty rows and "
        "columns around the list and save it.",
    ),
    "no_sheet": mark("FileReason", "it has no sheet named “{sheet}”."),
    "no_header": mark(
        "FileReason",
        "no row with headings such as “客户名称” or “Company” was found. Name the row of the "
        "headings and the columns in a map file.",
    ),
    "map": mark("FileReason", "it is not written as a map file must be: {told}"),
}
"""Reasons of `UnreadableFileError`; other values of the error fill the braces."""

ERRORS: Mapping[str, str] = {
    "rep_not_on_staff": mark(
        "Problems",
        "No rep on the staff is called “{name}”. Correct it, add the rep first, or name one rep "
        "for all rows.",
    ),
    "rep_without_team": mark(
        "Problems",
        "The rep {rep} is in no team, so this district cannot be made for it. Put the rep into a "
        "team first.",
    ),
    "kind_unknown": mark("Problems", "Write “company” or “individual”."),
    "promise_without_day": mark("Problems", "A promise needs its day."),
    "promise_without_text": mark("Problems", "What was promised for this day is missing."),
    "duplicate_in_cabinet": mark(
        "Problems",
        "This customer has a card already: {card_no}, kept by {holder}. It stays as it is.",
    ),
    "duplicate_in_file": mark(
        "Problems", "The same customer stands in row {other} of this file already."
    ),
    "column_missing": mark(
        "Problems",
        "No column of the file is this one. Give the column one of the usual headings, name it "
        "in a map file, or name one for all rows.",
    ),
    "two_columns": mark(
        "Problems",
        "Two columns would go to this field: “{first}” and “{second}”. Say in a map file which "
        "one, and leave the other out.",
    ),
    "map_unknown_field": mark(
        "Problems", "The map file names a field that cannot be imported: {name}."
    ),
    "map_unknown_column": mark(
        "Problems", "The map file names a column that the file has not: {name}."
    ),
    "map_unknown_entry": mark("Problems", "The map file has an entry that means nothing: {name}."),
}
"""Reasons for which a row, or the whole file, is not taken."""

DUPLICATES = frozenset({"duplicate_in_cabinet", "duplicate_in_file"})
"""Reasons that are counted as `duplicate`, not as `rejected`."""

WARNINGS: Mapping[str, str] = {
    "short_name_taken": mark(
        "Problems", "Another customer has this short name. It was left empty."
    ),
    "name_repeated": mark(
        "Problems",
        "Card {card_no} bears this name too, with another telephone and address. Look whether it "
        "is the same customer.",
    ),
    "name_repeated_in_file": mark(
        "Problems",
        "Row {other} bears this name too, with another telephone and address. Look whether it is "
        "the same customer.",
    ),
    "mobile_in_phone": mark(
        "Problems", "A mobile stood in the telephone column; it was put where mobiles belong."
    ),
    "mobile_without_name": mark(
        "Problems",
        "The mobile has no contact's name beside it; it was kept as the customer's telephone.",
    ),
    "contact_without_name": mark(
        "Problems", "The contact's name is missing. Ask for it and enter it on the card."
    ),
    "bucket_without_amount": mark(
        "Problems", "An age of debt without any amount owed. It was left out."
    ),
    "total_line": mark("Problems", "This row is a total and no customer. It was left out."),
    "header_again": mark("Problems", "The headings stand here again. The row was left out."),
    "rejected_file_not_written": mark(
        "Problems",
        "The list of the rows that were not taken could not be written: the folder {folder} "
        "cannot be written. Copy the file to a folder of your own and import it there.",
    ),
}
"""Reasons that a person is told of and that stop nothing."""

REASONS: Mapping[str, str] = {**ERRORS, **WARNINGS}
"""Every reason of a `Problem` with its marked English sentence."""
