"""How the backups stand, in the plain words of the backup tab."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from gui.translators import words
from model.office.backups_logged import SecondCopy
from model.sentences.backups import kind_name, second_fault
from model.storage.reasons import BACKUP_REASONS
from model.upkeep.backup_health import BackupFile, BackupState
from model.words import mark

_TEXTS = {
    "today": mark("BackupWords", "today {time}"),
    "yesterday": mark("BackupWords", "yesterday {time}"),
    "good": mark("BackupWords", "Last good backup: {when}, {cards} cards, opened and checked."),
    "good_uncounted": mark("BackupWords", "Last good backup: {when}, opened and checked."),
    "elsewhere": mark("BackupWords", "It was put elsewhere, as {file}."),
    "none": mark("BackupWords", "There is no good backup yet."),
    "late": mark("BackupWords", "It is older than a working day: back up now."),
    "no_second": mark(
        "BackupWords",
        "No second folder. A second copy on a stick, another disk or a network folder is there "
        "when this computer is not.",
    ),
    "second_good": mark(
        "BackupWords", "Second folder {folder}: last copy {when}, read back and checked."
    ),
    "second_new": mark("BackupWords", "Second folder {folder}: nothing copied yet."),
    "second_fails": mark("BackupWords", "Second folder {folder}: no copy since {when}. {reason}"),
    "own": mark("BackupWords", "cabinet"),
    "second": mark("BackupWords", "second folder"),
    "sound": mark("BackupWords", "sound"),
    "seen": mark("BackupWords", "not opened yet"),
}


def _say(name: str, **facts: object) -> str:
    return words("BackupWords", _TEXTS[name]).format(**facts)


def when_text(at: datetime, today: date) -> str:
    """A moment as one says it: today, yesterday, or the day."""
    time = f"{at:%H:%M}"
    if at.date() == today:
        return _say("today", time=time)
    if at.date() == today - timedelta(days=1):
        return _say("yesterday", time=time)
    return f"{at:%Y-%m-%d %H:%M}"


def last_text(state: BackupState, today: date) -> str:
    """The last good backup, and whether it is late."""
    last = state.last
    if last is None:
        return _say("none")
    when = when_text(last.made_at, today)
    if last.cards is None:
        told = _say("good_uncounted", when=when)
    else:
        told = _say("good", when=when, cards=f"{last.cards:,}")
    more = [_say("elsewhere", file=last.file)] if state.place is None else []
    if state.late:
        more.append(_say("late"))
    return " ".join([told, *more])


def second_text(second: SecondCopy | None, today: date) -> str:
    """How the second folder fares."""
    if second is None:
        return _say("no_second")
    if second.fault and second.since is not None:
        when = when_text(second.since, today)
        reason = second_fault(second.fault, words)
        return _say("second_fails", folder=second.folder, when=when, reason=reason)
    if second.copied_at is None:
        return _say("second_new", folder=second.folder)
    return _say("second_good", folder=second.folder, when=when_text(second.copied_at, today))


def kind_text(one: BackupFile) -> str:
    """Why it was made."""
    return kind_name(one.kind.value, words)


def place_text(one: BackupFile) -> str:
    """In which of the two folders it lies."""
    return _say("second" if one.second else "own")


def sound_text(one: BackupFile) -> str:
    """Whether it was found sound, or what is wrong with it."""
    if one.fault:
        return words("FileReason", BACKUP_REASONS.get(one.fault, BACKUP_REASONS["unreadable"]))
    return _say("sound" if one.checked_at is not None else "seen")
