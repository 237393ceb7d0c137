"""Every error raised on purpose.

The class says what happened, `values` holds the facts; the sentence a person reads is made by
`model.sentences` in the reader's language. No value may hold a password, a key, or more of a
card than its number.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


class CabinetError(Exception):
    """What the program refuses or cannot do, told in facts.

    Attributes:
        values: the facts, by name, as `model.sentences` fills them in.
        exit_status: the command line's exit status for this family.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, **values: object) -> None:
        super().__init__(self.code)
        self.values = values

    @property
    def code(self) -> str:
        """The class name in snake case without `Error`, e.g. `wrong_password`."""
        name = type(self).__name__.removesuffix("Error")
        return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


# --- refused by a rule or a right: exit status 1 -------------------------------------------


class RefusedError(CabinetError):
    """A rule or a right says no; nothing was changed."""


class NotAllowedError(RefusedError):
    """The desk lacks the right. Values: act, role, may (roles that may do it directly)."""


class NeedsApprovalError(NotAllowedError):
    """The act needs an approval, to be asked for first.

    Values: act, role, may (as for NotAllowedError); from the act itself also refs (numbers of
    cards, attachments or merges that it is needed for) and facts (what else it must name).
    """


class MustProposeError(NotAllowedError):
    """The change is not made directly: it is handed in, and somebody else decides on it.

    Values: act, role, may (as for NotAllowedError).
    """


class NoApprovalNeededError(RefusedError):
    """An approval was asked for what may be done without one. Values: act."""


class SelfApprovalError(RefusedError):
    """Nobody approves his own request. Values: ref."""


class PurposeNeededError(RefusedError):
    """The card is read for a purpose that must be named first. Values: ref."""


class TooManyLooksError(RefusedError):
    """The rep has looked at as many cards today as he may. Values: ref, limit."""


class TwoPersonsNeededError(RefusedError):
    """A card of the managers' drawer, which two persons open together. Values: ref."""


class HoldsCardsError(RefusedError):
    """Who has cards out cannot be dismissed. Values: person, card_nos."""


class LastManagerError(RefusedError):
    """The last manager cannot be dismissed, nor anybody dismiss himself. Values: person."""


class CodeNotTriedError(RefusedError):
    """The recovery code typed is not the one that was printed; the old one goes on counting."""


class CabinetClosedError(RefusedError):
    """Before 开柜 or after 锁柜: no full card is shown or changed."""


class CabinetAlreadyOpenError(RefusedError):
    """The cabinet is open today already. Values: opened_by, opened_at."""


class NotFoundError(RefusedError):
    """Nothing of that number or name. Values: kind, ref."""


class AlreadyThereError(RefusedError):
    """A name or number that must be unique is taken. Values: kind, ref."""


class WrongStateError(RefusedError):
    """The card is not in a state in which this act makes sense. Values: ref, state."""


class SamePersonError(RefusedError):
    """Nobody passes the card he filled himself. Values: ref."""


class IncompleteCardError(RefusedError):
    """Required fields are empty. Values: ref, fields (identifiers)."""


class DuplicateCardError(RefusedError):
    """A card of this customer is there already. Values: card_no, holder, field."""

    @property
    def may_be_another(self) -> bool:
        """Whether it may be another customer all the same; with one credit code it never is."""
        return self.values.get("field") != "uscc"


class LostRaceError(RefusedError):
    """Someone saved the card since it was read. Values: ref, saved_by, saved_at."""


class OvertakenError(RefusedError):
    """Something else stands there than when it was proposed. Values: ref, fields (paths)."""


class ClearedValueError(RefusedError):
    """The value was cleared at the customer's request and cannot come back. Values: ref."""


class ChangedSinceError(RefusedError):
    """What is to be undone was built upon since. Values: ref."""


class MissingCardsError(RefusedError):
    """Cards are out that were not named at 锁柜. Values: card_nos."""


class NoPlanError(RefusedError):
    """The rep has no approved plan for the day. Values: rep, day."""


class PlanApprovedError(RefusedError):
    """An approved plan is changed by who may approve it. Values: plan_no, may."""


class WrongRepError(RefusedError):
    """The customer is not this rep's. Values: ref, rep."""


class PastDayError(RefusedError):
    """No card is reserved for a day that has passed. Values: day."""


class NotOnPlanError(RefusedError):
    """These cards are not on the plan, or were struck from it. Values: plan_no, card_nos."""


class CardOutError(RefusedError):
    """Lines of a plan that cannot go out; nothing was changed.

    Values: cards, a sequence of dicts with card_no, state, holder and since (datetime or None);
    state is `out`, `overdue`, `sealed`, `lost`, `void` or `reserved` (for holder).
    """


class CardNotOutError(RefusedError):
    """The card is not out with this rep. Values: ref, rep, state, holder (empty: nobody)."""


class BorrowerBlockedError(RefusedError):
    """The rep gets no card until he has settled earlier ones (domain.md §5.5).

    Values: borrower, overdue (card numbers), missing (card numbers without a visit record).
    """


class TooManyCardsError(RefusedError):
    """More cards than one rep may hold. Values: borrower, held, wanted, limit."""


class ReasonNeededError(RefusedError):
    """The act must state its reason. Values: act."""


class StoppedError(RefusedError):
    """The person stopped the work; nothing was changed."""


# --- bad input: exit status 3 --------------------------------------------------------------


@dataclass(frozen=True)
class Problem:
    """One thing wrong with what was typed or imported.

    Attributes:
        field: identifier of the field, or the empty string for the whole row.
        reason: code of the reason, e.g. `uscc_format` (`model.sentences` has the words).
        row: number of the row in its sheet, 1 = the first line of the file; None for a form.
        values: facts for the sentence, e.g. {"longest": 60}.
    """

    field: str
    reason: str
    row: int | None = None
    values: dict[str, object] = dataclasses.field(default_factory=dict)


class BadInputError(CabinetError):
    """What was typed cannot be taken. Values: problems, a sequence of `Problem`."""

    exit_status = 3

    def __init__(self, problems: Sequence[Problem], **values: object) -> None:
        super().__init__(problems=tuple(problems), **values)
        self.problems = tuple(problems)


class LogTooLongError(CabinetError):
    """More lines than a workbook takes. Values: most."""


class UnreadableFileError(CabinetError):
    """A spreadsheet or backup file cannot be read. Values: file, reason."""

    exit_status = 3


class WeakPasswordError(CabinetError):
    """The new password is too short. Values: shortest."""

    exit_status = 3


# --- the cabinet cannot be used: exit status 4 ---------------------------------------------


class UnavailableError(CabinetError):
    """The cabinet cannot be opened or trusted."""

    exit_status = 4


class WrongPasswordError(UnavailableError):
    """The password opens no slot of that name. Values: wait_seconds before the next try."""


class TooManyTriesError(UnavailableError):
    """Wrong passwords: wait. Values: wait_seconds."""


class NotACabinetError(UnavailableError):
    """No cabinet at that place. Values: path."""


class KeyFileDamagedError(UnavailableError):
    """`keys.json` is missing or was changed by something else. Values: path."""


class DatabaseDamagedError(UnavailableError):
    """The database does not open with its own key, or fails its checks. Values: path."""


class InExclusiveUseError(UnavailableError):
    """A restore, re-key or upgrade has the cabinet to itself, or cannot get it. Values: path."""


class NetworkShareError(UnavailableError):
    """The folder lies on a network share, where SQLite's WAL is unsafe. Values: path."""


class NewerCabinetError(UnavailableError):
    """The cabinet was made by a newer program. Values: found, known (migration names)."""


class CannotWriteError(UnavailableError):
    """A file or folder cannot be written. Values: path, reason."""


class PrinterError(UnavailableError):
    """The printer does not take a job. Values: printer."""


class BackupDamagedError(UnavailableError):
    """A backup that does not open, decrypt, check or count. Values: file, reason."""


class VerifyError(UnavailableError):
    """`verify` found faults. Values: faults, a sequence of (code, facts)."""
