"""Everything that the workers do, in any order; an act that has nothing to do makes no job."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.end_to_end.mixed import card_acts, day_acts, key_acts, paper_acts
from tests.end_to_end.mixed.jobs import Job

if TYPE_CHECKING:
    from tests.end_to_end.mixed.worker import Worker

ACTS: tuple[Callable[[Worker], Job | None], ...] = (
    key_acts.enter, key_acts.leave, key_acts.mistype, key_acts.change_password,
    key_acts.reset_password, key_acts.hire, key_acts.renew_code, key_acts.set_something,
    card_acts.create, card_acts.pass_on, card_acts.file_one, card_acts.edit, card_acts.propose,
    card_acts.decide, card_acts.attach, card_acts.ask, card_acts.grant,
    card_acts.remove_by_approval, card_acts.read_by_pass,
    day_acts.lend_or_take, day_acts.lend_or_take, day_acts.plan, day_acts.bring_in,
    paper_acts.print_one, paper_acts.issue, paper_acts.end, paper_acts.export,
    paper_acts.export_log, paper_acts.back_up, paper_acts.back_up_daily,
)  # fmt: skip
