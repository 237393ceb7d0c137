"""Cards that an older program filed are found as duplicates by today's rule."""

from __future__ import annotations

from pathlib import Path

from model.cards.finding import normalised_name
from model.cards.tables import CustomerCard
from model.office.log_in import log_in
from model.storage.cabinet import HISTORY, applied_migrations
from model.storage.database import database, writing
from tests.conftest import NOW, PASSWORD, Sit, make_card

NAME = "恒运叉车配件（成都）有限公司"


def test_old_keys_are_made_anew_when_the_cabinet_opens(cabinet: Path, sit: Sit) -> None:
    ref = make_card(sit, NAME, "李明", "028-85551001", "武侯", "赵刚")
    old = "恒运叉车配件成都"
    with writing():
        CustomerCard.update(name_key=old).where(CustomerCard.card_no == ref).execute()
        database.execute_sql(f"DELETE FROM {HISTORY} WHERE name LIKE '0004%'")
        database.execute_sql('DROP INDEX "contact_phone"')
    log_in(cabinet, "王秀兰", PASSWORD, NOW)
    assert "0004_names_compared_anew" in applied_migrations()
    key = CustomerCard.get(CustomerCard.card_no == ref).name_key
    assert key == normalised_name(NAME) == "恒运叉车配件"
