"""A worker is started, watched, and killed in the middle of an act, again and again."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from .conftest import Program

Written = Callable[[dict[str, Any]], bool | None]
"""Told of an act that has begun: whether its file is being written; None for one without a file."""


@dataclass
class Kills:
    """What the killed processes had told, and where the kills landed.

    Attributes:
        acknowledged: numbers of the acts that were told as done, by kind.
        done: everything that was told of them, in order.
        interrupted: (kind, number) of the acts that were killed in the middle.
        begun: what the last killed process had told of its unfinished act; None between two acts.
        total: how many kills there were.
        number: number of the last act.
        seconds: how long acts of each kind took.
    """

    acknowledged: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    done: list[dict[str, Any]] = field(default_factory=list)
    interrupted: list[tuple[str, int]] = field(default_factory=list)
    begun: dict[str, Any] | None = None
    total: int = 0
    number: int = 0
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def usual(self, act: str) -> float:
        """How long such an act usually takes, in seconds."""
        return median(self.seconds[act]) if self.seconds[act] else 0.03


def kill_once(
    worker: Path, arguments: Sequence[str], program: Program, random: Random, kills: Kills,
    begins_to_write: Written | None = None, **more: str,
) -> None:  # fmt: skip
    """Start a worker, and kill it in the middle of one of its next acts.

    Args:
        worker: a script that tells every act as JSON, `begin` before it and `done` after it.
        arguments: of the script; the number of the last act is added as the last one.
        program: for the environment.
        random: when to kill.
        kills: where it is written down.
        begins_to_write: whether an act that makes a file has come so far; most kills of
            such acts wait for it, since the moments around a file's writing are few.
        more: of the environment.
    """
    command = [sys.executable, str(worker), *arguments, str(kills.number)]
    with subprocess.Popen(
        command, env=program.environment({"CARD_CABINET_TESTS": "1", **more}),
        stdout=subprocess.PIPE, text=True, encoding="utf-8", bufsize=1,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        lines = map(json.loads, process.stdout)
        last = _watched(lines, random.randrange(1, 7), kills)
        _wait(last["begin"], random, kills, begins_to_write)
        os.kill(process.pid, signal.SIGKILL)
        for told in lines:
            last = _noted(told, kills)
    assert process.returncode == -signal.SIGKILL, "the worker ended by itself"
    _count(last, kills)


class Nest:
    """A process that forks workers, which are killed one after the other: no start costs a second.

    Its script reads a line for each worker, and tells `pid` first and `gone` when it is dead.
    """

    def __init__(self, script: Path, program: Program, **more: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(script)],
            env=program.environment({"CARD_CABINET_TESTS": "1", **more}),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", bufsize=1,
        )  # fmt: skip

    def close(self) -> None:
        """No more workers."""
        self._process.communicate()

    def kill_once(self, told: dict[str, Any], random: Random, kills: Kills) -> None:
        """Have a worker forked, and killed in the middle of one of its next acts.

        Args:
            told: what it is told. With `moments` in it, it kills itself when so many things of
                its acts have reached the disk; otherwise it is killed from here.
            random: when to kill.
            kills: where it is written down.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(told, ensure_ascii=False) + "\n")
        lines = self._lines()
        pid, last = next(lines)["pid"], {}
        if not told.get("moments"):
            last = _watched(lines, random.randrange(1, 7), kills)
            _wait(last["begin"], random, kills, None)
            os.kill(pid, signal.SIGKILL)
        for line in lines:
            if line.get("gone"):
                assert line["gone"] == -signal.SIGKILL, "the worker ended by itself"
                break
            last = _noted(line, kills)
        _count(last, kills)

    def _lines(self) -> Iterator[dict[str, Any]]:
        assert self._process.stdout is not None
        return map(json.loads, self._process.stdout)


def _count(last: dict[str, Any], kills: Kills) -> None:
    """One more kill, in the act that was told last, or between two."""
    kills.total += 1
    kills.begun = last.get("begin")
    if kills.begun:
        kills.interrupted.append((kills.begun["act"], kills.begun["number"]))


def _watched(lines: Iterator[dict[str, Any]], acts: int, kills: Kills) -> dict[str, Any]:
    """Read until so many acts have begun."""
    last: dict[str, Any] = {}
    for told in lines:
        assert "gone" not in told, "the worker ended by itself"
        last = _noted(told, kills)
        if "begin" in last:
            acts -= 1
        if acts == 0:
            break
    assert acts == 0, "the worker ended by itself"
    return last


def _wait(
    begun: dict[str, Any], random: Random, kills: Kills, begins_to_write: Written | None
) -> None:
    """Wait for a random moment inside the act."""
    usual = kills.usual(begun["act"])
    makes_file = begins_to_write is not None and begins_to_write(begun) is not None
    if not makes_file or random.random() < 0.25:
        time.sleep(usual * random.uniform(0.0, 0.85))
        return
    until = time.monotonic() + 2 * usual
    while not begins_to_write(begun) and time.monotonic() < until:
        time.sleep(0.0001)
    time.sleep(random.uniform(0.0, 0.0015))


def _noted(told: dict[str, Any], kills: Kills) -> dict[str, Any]:
    """Remember what a line says."""
    if "done" in told:
        kills.done.append(told["done"])
        kills.acknowledged[told["done"]["act"]].add(told["done"]["number"])
        kills.seconds[told["done"]["act"]].append(told["seconds"])
    if "begin" in told:
        kills.number = told["begin"]["number"]
    return told
