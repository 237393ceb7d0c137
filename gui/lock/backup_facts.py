"""What a backup would give back, in a few sentences."""

from __future__ import annotations

from gui.translators import words
from model.office.log_chain import paper_head
from model.upkeep.backup_preview import Age, BackupPreview
from model.words import mark

_IN_CLEAR = mark(
    "BackupFacts",
    "{office}, backed up {made_at}: {cards} cards, {people} people, {loans} loans, {visits} visit "
    "records; {size} MB. Opened by the password of {holders} at that time, or by the recovery code "
    "of that time.",
)
_FOUND = mark(
    "BackupFacts",
    "Opened and checked: {cards} cards and {drafts} drafts, {people} people; {cards_out} cards "
    "were out.",
)
_LAST_LOAN = mark("BackupFacts", "Last card handed out: {at}.")
_LAST_VISIT = mark("BackupFacts", "Last visit: {day}.")
_LAST_LINE = mark("BackupFacts", "Last line of the log: {at}, {actor}; head {head}.")
_AGES = {
    Age.OLDER: mark("BackupFacts", "It is of an older version and will be brought up to date."),
    Age.NEWER: mark(
        "BackupFacts", "It is of a newer version of the program. Update the program first."
    ),
}


def _say(text: str, **facts: object) -> str:
    return words("BackupFacts", text).format(**facts)


def clear_text(seen: BackupPreview) -> str:
    """What stands in it in clear."""
    told = _say(
        _IN_CLEAR,
        office=seen.office,
        made_at=f"{seen.made_at:%Y-%m-%d %H:%M}",
        cards=f"{seen.cards:,}",
        people=seen.people,
        loans=f"{seen.loans:,}",
        visits=f"{seen.visits:,}",
        size=f"{seen.size / 1024 / 1024:,.1f}",
        holders=", ".join(seen.holders),
    )
    age = _AGES.get(seen.age)
    return f"{told}\n{_say(age)}" if age else told


def found_text(seen: BackupPreview) -> str:
    """What was found in it with a key; empty before that."""
    found = seen.content
    if found is None:
        return ""
    counts = {"cards": f"{found.cards:,}", "drafts": found.drafts, "people": found.people}
    told = [_say(_FOUND, **counts, cards_out=found.cards_out)]
    if found.last_loan is not None:
        told.append(_say(_LAST_LOAN, at=f"{found.last_loan:%Y-%m-%d %H:%M}"))
    if found.last_visit is not None:
        told.append(_say(_LAST_VISIT, day=found.last_visit))
    line = found.last_line
    if line is not None:
        head = paper_head(line.no, line.chained_hash)
        told.append(_say(_LAST_LINE, at=f"{line.at:%Y-%m-%d %H:%M}", actor=line.actor, head=head))
    return " ".join(told)
