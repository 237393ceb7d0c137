"""What is wrong with a value, in words that say what to do; and which of it stops nothing.

The code of each reason stands in `Problem.reason`; the values its sentence names, such as
{longest}, in `Problem.values`. Context of the catalogue: `Problems`.
"""

from __future__ import annotations

from collections.abc import Mapping

from model.words import mark

ERRORS: Mapping[str, str] = {
    # any text
    "required": mark("Problems", "This must be filled in."),
    "too_long": mark("Problems", "Too long: shorten it to {longest} characters."),
    "too_short": mark("Problems", "Too short: write at least {shortest} characters."),
    "unreadable_character": mark(
        "Problems", "There is an unreadable character in it. Delete the text and type it again."
    ),
    "not_in_form": mark(
        "Problems", "It does not have the form of this number. Compare it with the paper."
    ),
    "no_such_field": mark("Problems", "This kind of card has no such field. Compare the name."),
    "rep_unknown": mark(
        "Problems", "There is no sales rep of this name on the staff. Add the person first."
    ),
    "district_unknown": mark(
        "Problems", "There is no such district. Choose one, or add it in the settings first."
    ),
    "person_unknown": mark("Problems", "There is nobody of this name on the staff."),
    "no_such_row": mark(
        "Problems", "This row is not on the card any more. Read the card again, then type it anew."
    ),
    "year_twice": mark("Problems", "This year has a row already. Change that row instead."),
    "has_rows": mark("Problems", "There are rows in this table. Take them out first."),
    "not_typed": mark("Problems", "This cell is filled in by the program, not by hand."),
    "prospect_first": mark(
        "Problems", "An abandoned customer who comes back is a prospect first (manager only)."
    ),
    # what spreadsheets do
    "number_damaged": mark(
        "Problems",
        "The spreadsheet has lost digits of this number. Set the column to text, enter the whole "
        "number again, and import the file again.",
    ),
    "sheet_error": mark(
        "Problems", "The cell shows a formula's error. Correct the formula or empty the cell."
    ),
    # the unified social credit code
    "uscc_format": mark(
        "Problems",
        "A unified social credit code has 18 places: digits and capital letters without I, O, S, "
        "V and Z. Compare it with the business licence.",
    ),
    "identity_number": mark(
        "Problems",
        "This is a citizen's identity number. It may not be kept here: enter the code on the "
        "business licence.",
    ),
    # telephones
    "mobile_format": mark("Problems", "A mobile number has 11 digits and begins with 13 to 19."),
    "mobile_abroad": mark("Problems", "A number abroad belongs in the telephone cell."),
    "phone_format": mark(
        "Problems",
        "Write a landline as 028-85551234 or 0512-7045387, an extension behind it as -801; 400 "
        "and 800 numbers as 400-123-4567; a number abroad with + and the country code.",
    ),
    "phone_area_code": mark(
        "Problems", "The area code is missing: write it in front, as in 028-85551234."
    ),
    "phone_several": mark("Problems", "Only one number fits here. Move the others to a contact."),
    # codes and addresses
    "postcode_format": mark("Problems", "A postcode has six digits, such as 610041 or 050000."),
    "bank_account_format": mark("Problems", "A bank account has 8 to 32 digits and nothing else."),
    "email_format": mark("Problems", "Write one e-mail address such as info@example.cn."),
    "website_format": mark("Problems", "Write a web address such as www.example.cn."),
    "wechat_format": mark(
        "Problems",
        "A WeChat name has 6 to 20 letters, digits, - or _ and begins with a letter.",
    ),
    # dates
    "date_format": mark(
        "Problems", "This is not a date. Write year, month and day, such as 2023-3-8."
    ),
    "date_not_full": mark(
        "Problems", "The day is missing. Write year, month and day, such as 2023-3-8."
    ),
    "date_impossible": mark("Problems", "The calendar has no such day. Compare it with the paper."),
    "date_serial": mark(
        "Problems",
        "This is a spreadsheet's count of days, not a date. Set the column to dates and import "
        "the file again.",
    ),
    "date_future": mark("Problems", "This day is still to come. Check the year."),
    "date_too_early": mark("Problems", "Before {earliest}: check the year."),
    "month_day_format": mark("Problems", "Write month and day, such as 10-01."),
    "lunar_format": mark(
        "Problems",
        "This is not a day of the lunar calendar. Write it as 农历1985-7-9, 农历八月初九 or "
        "农历1984年闰十月初一.",
    ),
    "lunar_year": mark(
        "Problems", "Birthdays of the lunar calendar are read from {earliest} to {latest}."
    ),
    "age_out_of_range": mark(
        "Problems",
        "That makes the person younger than {lowest} or older than {highest}. Check the year.",
    ),
    # numbers
    "money_format": mark("Problems", "This is not an amount. Write it in digits, such as 1200.00."),
    "money_separator": mark(
        "Problems",
        "The commas and points do not make an amount. Write a point before the cents and no "
        "comma, such as 1200.00.",
    ),
    "number_format": mark("Problems", "This is not a number. Write it in digits, such as 600."),
    "integer_format": mark("Problems", "Write a whole number in digits, such as 35."),
    "too_many_places": mark("Problems", "At most {places} digits may stand after the point."),
    "number_too_long": mark("Problems", "The number is too large: at most {longest} digits."),
    "negative": mark("Problems", "It may not be less than 0."),
    "too_low": mark("Problems", "It may not be less than {lowest}."),
    "too_high": mark("Problems", "It may not be more than {highest}."),
    # answers out of a list
    "not_in_list": mark("Problems", "This is not in the list. Choose one of its entries."),
    "rating_format": mark("Problems", "Write a rating from 1 (very poor) to 5 (very good)."),
    "flag_format": mark("Problems", "Write yes or no."),
}
"""Reasons for which nothing may be stored."""

WARNINGS: Mapping[str, str] = {
    "uscc_check": mark(
        "Problems",
        "The last character does not fit the code. Compare all 18 places with the business "
        "licence and tick “checked against the licence”.",
    ),
    "uscc_identity": mark(
        "Problems",
        "This passes the checks of a credit code and of a citizen's identity number. Compare it "
        "with the business licence and tick “it is the code on the licence”; an identity number "
        "may not be kept here.",
    ),
    "uscc_org_form": mark(
        "Problems",
        "The code begins with 92 for a licensed sole trader, 91 for an enterprise: it does not "
        "fit the legal form. Compare both with the business licence.",
    ),
    "number_may_be_cut": mark(
        "Problems",
        "The digits after the 15th are zeros. A spreadsheet may have lost them: compare the "
        "number with the paper.",
    ),
    "short_in_sheet": mark(
        "Problems", "Shorter than {shortest} characters. Complete it on the card."
    ),
    "date_in_text": mark(
        "Problems",
        "The spreadsheet has made a date of this text, such as of 3-8. Compare it with the paper.",
    ),
    "month_may_be_cut": mark(
        "Problems",
        "Taken for January. If it was October (10), the spreadsheet has cut its 0: correct it.",
    ),
    "phone_is_mobile": mark(
        "Problems", "This is a mobile number. It is kept here; better enter it with a contact."
    ),
    "phone_abroad": mark("Problems", "A number abroad: it cannot be checked. Read it once more."),
    "phone_zero_added": mark(
        "Problems",
        "The spreadsheet had dropped the 0 of the area code; it was put back. Check the number.",
    ),
    "postcode_left_out": mark(
        "Problems",
        "Not six digits; the cell was left empty. If the spreadsheet has dropped a leading 0, "
        "enter the postcode on the card.",
    ),
    "wechat_is_number": mark(
        "Problems", "A number is kept in place of the WeChat name. Ask for the name."
    ),
    "name_characters": mark(
        "Problems",
        "A name has only letters and ·. Move a title, a number or a remark to its own cell.",
    ),
    "name_without_letters": mark(
        "Problems", "There is no letter in this name. Compare it with the paper."
    ),
    "rounded": mark("Problems", "Rounded to {stored} in the unit of this cell."),
    "trade_before_founding": mark(
        "Problems", "Trading began before the business was founded. Check both dates."
    ),
    "overdue_above_balance": mark("Problems", "More is overdue than is owed. Check both amounts."),
}
"""Reasons that a person is told of and that stop nothing."""

TICKS: Mapping[str, str] = {
    "uscc_check": mark("Problems", "Checked against the licence"),
    "uscc_identity": mark("Problems", "It is the code on the licence"),
}
"""Warnings that a person must tick before the card is filed, with the words beside the tick box."""

TICKED_FIRST = frozenset({"uscc_identity"})
"""Of these, what is not kept at all before it is ticked, not even in a draft."""

TICKED = "checked"
"""What stands beside a value whose warning a person has ticked."""

REASONS: Mapping[str, str] = {**ERRORS, **WARNINGS}
"""Every reason with its marked English sentence."""
