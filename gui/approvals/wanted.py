"""What an act was refused for, as far as an approval can be asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.errors import NeedsApprovalError
from model.office.rights import Right


@dataclass(frozen=True)
class Wanted:
    """What is asked for: as the act named it, so that the approval fits it.

    Attributes:
        right: what the act needs.
        refs: numbers of cards, attachments or merges.
        facts: what else the approval must name.
    """

    right: Right
    refs: tuple[str, ...]
    facts: Mapping[str, str]

    @classmethod
    def of(cls, error: NeedsApprovalError) -> Wanted | None:
        """From a refusal; None where the act stopped before it knew what it was about."""
        refs, facts = error.values.get("refs"), error.values.get("facts")
        if not isinstance(refs, Sequence) or not isinstance(facts, Mapping):
            return None
        told = {str(name): str(value) for name, value in facts.items()}
        return cls(Right(str(error.values["act"])), tuple(map(str, refs)), told)
