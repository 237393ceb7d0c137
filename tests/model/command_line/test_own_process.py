"""No core file, and no secret for a process that is begun meanwhile."""

import json
import os
import subprocess
import sys

import pytest

from model.command_line.own_process import PASSWORD, SECRETS, forbid_core_dumps, secrets_aside


@pytest.mark.parametrize("name", SECRETS)
def test_a_process_begun_meanwhile_gets_no_secret(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "correct-horse")
    told = "import json, os; print(json.dumps(dict(os.environ)))"
    with secrets_aside() as secrets:
        done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True)
        assert secrets[name] == "correct-horse"
    assert "correct-horse" not in json.loads(done.stdout).values()
    assert os.environ[name] == "correct-horse"


def test_the_secrets_are_back_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, "correct-horse")
    with pytest.raises(ValueError, match="no"), secrets_aside():
        raise ValueError("no")
    assert os.environ[PASSWORD] == "correct-horse"


def test_a_crash_would_leave_no_core_file() -> None:
    forbid_core_dumps()
    if sys.platform != "win32":
        import resource

        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
