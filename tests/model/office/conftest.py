"""A desk with a log behind it."""

from __future__ import annotations

import pytest

from model.office import audit
from model.office.audit import Event
from model.office.desk import Desk
from model.storage.database import writing
from tests.conftest import NOW, Sit


@pytest.fixture
def desk(sit: Sit) -> Desk:
    """A manager's desk with ten lines of its own behind it."""
    manager = sit("张总")
    for number in range(10):
        with writing():
            audit.log(manager, Event.SETTINGS_CHANGE, NOW, kind="setting", subject=number)
    return manager
