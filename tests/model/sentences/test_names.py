"""Acts, roles and states have their names in both languages."""

from __future__ import annotations

import pytest

from model.cards.tables import CustodyState, DraftStage
from model.office.rights import ACTS, Role
from model.sentences import names
from model.sentences.names import role_name, state_name
from model.words import LANGUAGES, words_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_acts_roles_and_states_have_their_names(language: str) -> None:
    words = words_in(language)
    for right in set(ACTS.values()):
        assert right.value in names.ACTS
    for role in Role:
        assert role_name(role, words) != role.value or language == "en"
    for state in (*CustodyState, *DraftStage):
        assert "_" not in state_name(state, words)
        assert (state_name(state, words) == names.STATES[state]) is (language == "en")
