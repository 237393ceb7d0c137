"""Another process that may write no file longer than so many bytes: a disk that is full.

Usage: full_disk.py CABINET NAME PASSWORD LIMIT (daily | restore FILE FOLDER)
It prints the code of the error that it met, or `done`.
"""

import resource
import signal
import sys
from datetime import datetime
from pathlib import Path

from model.errors import CabinetError
from model.office.log_in import lock_screen, log_in
from model.upkeep.backup import back_up_daily
from model.upkeep.restore import restore

NOW = datetime.fromisoformat("2026-03-17 08:10")


def limit(size: int) -> None:
    # Without this the signal would end the process; with it writing fails with EFBIG.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def main() -> None:
    cabinet, name, password, size, what, *rest = sys.argv[1:]
    try:
        if what == "restore":
            limit(int(size))
            restore(Path(rest[0]), Path(rest[1]), name, password, NOW)
        else:
            desk = log_in(Path(cabinet), name, password, NOW)
            unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
            limit(int(size))
            try:
                back_up_daily(desk, NOW)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
                lock_screen(desk, NOW)
    except CabinetError as error:
        print(error.code)  # noqa: T201
    else:
        print("done")  # noqa: T201


if __name__ == "__main__":
    main()
