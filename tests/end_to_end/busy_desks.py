"""The sample office at its new doors: `CABINET OUT`; what each took in stands below.

Typing that is kept, a proposal, pictures, copies, cards printed by two processes, and private
facts that a customer had cleared.
"""

import sys
from datetime import datetime
from pathlib import Path

from model.cards.attachments import AttachmentDetails, attach
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.listing import list_cards
from model.cards.private import clear_private
from model.cards.proposing import save_card
from model.cards.typing import keep_typing
from model.loans.card_prints import print_papers
from model.loans.copy_issuing import issue_copies
from model.loans.copy_terms import Terms
from model.office import day, log_in
from model.office.desk import Desk
from model.words import words_in
from printing.card_run import write_card_papers
from printing.making import print_to_file

KEEPER, MANAGER = "何秀英", "郑国华"
CHANGED, CLEARED = "Q00001", "Q00002"

BYTES = b"\x89PNG\r\n\x1a\n" + b"bytes of a shop front" * 9000
KEPT = {
    "typing": "typed-and-not-saved",
    "proposal": "提议的法人代表甲乙丙",
    "file name": "恒岳门店照片之一.png",
    "bytes": "bytes of a shop front",
    "receiver": "联合拜访收件人丁",
}
GONE = {
    "first": "cleared-hobby-before",
    "second": "cleared-hobby-after",
    "address": "已清除的家庭住址戊己庚",
    "answer": "cleared-dislikes-of-the-firm",
    "typing": "cleared-while-typing",
}


def fill_and_clear(desk: Desk, manager: Desk, now: datetime) -> None:
    """A customer's private facts: typed, changed, kept while typed, and cleared on request."""
    card = card_of(CLEARED)
    first = {"contacts#+1.name": "吴小姐", "contacts#+1.hobbies": GONE["first"],
             "contacts#+1.home_address": GONE["address"], "dislikes": GONE["answer"]}  # fmt: skip
    version = save_card(desk, CLEARED, card.version, first, now).version
    row = f"contacts#{card.__data__['next_row_no']}"
    changed = {f"{row}.hobbies": GONE["second"]}
    version = save_card(desk, CLEARED, version, changed, now).version
    typed = {f"{row}.hobbies": GONE["typing"]}
    keep_typing(desk, CLEARED, CardKind(card.customer_kind), version, typed, now)
    clear_private(manager, CLEARED, now, reason="客户来函")


def take_in(desk: Desk, now: datetime) -> None:
    """Something through each of the other doors."""
    kind = CardKind(card_of(CHANGED).customer_kind)
    keep_typing(desk, CHANGED, kind, card_of(CHANGED).version, {"likes": KEPT["typing"]}, now)
    legal = {"legal_rep": KEPT["proposal"]}
    saved = save_card(desk, CHANGED, card_of(CHANGED).version, legal, now)
    assert saved.proposal_no, "it needs the supervisor"
    attach(desk, CHANGED, KEPT["file name"], BYTES, AttachmentDetails("other"), now)


def print_cards(desk: Desk, out: Path, now: datetime) -> None:
    """The office's own cards by two processes, and a copy."""
    words = words_in("zh")
    filed = [row.ref for row in list_cards(desk, now) if row.ref[0] in "QG"]
    papers = print_papers(desk, filed, now)
    assert len(papers) > 60, "two volumes at least"
    print_to_file(
        desk, out / "cards.pdf", "card", filed[0],
        lambda stamp, file: write_card_papers(papers, stamp, file, words, processes=2), now,
    )  # fmt: skip
    copies = issue_copies(
        desk, [CHANGED], Terms(KEPT["receiver"], "联合拜访", destroy_after_reading=True), now
    )
    print_to_file(
        desk, out / "copy.pdf", "copy", CHANGED,
        lambda stamp, file: write_card_papers(copies, stamp, file, words), now,
    )  # fmt: skip


def main() -> None:
    """Work at both desks."""
    folder, out = map(Path, sys.argv[1:])
    now = datetime.now().replace(microsecond=0)  # noqa: DTZ005 - as the program's own clock
    manager = log_in.log_in(folder, MANAGER, log_in.SAMPLE_PASSWORD, now)
    desk = log_in.log_in(folder, KEEPER, log_in.SAMPLE_PASSWORD, now)
    assert day.day_state(desk, now).is_open
    fill_and_clear(desk, manager, now)
    take_in(desk, now)
    print_cards(desk, out, now)
    log_in.lock_screen(desk, now)


if __name__ == "__main__":
    main()
