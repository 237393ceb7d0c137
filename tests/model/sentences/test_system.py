"""What the system says of a file reaches nobody in the system's own language."""

from __future__ import annotations

import errno
import os

import pytest

from model.errors import CannotWriteError
from model.sentences.errors import sentence
from model.sentences.system import system_words
from model.words import words_in

NUMBERS = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ENOENT, errno.EIO, errno.EFBIG)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_file_that_cannot_be_written_is_told_in_chinese(number: int) -> None:
    text = os.strerror(number)
    told = sentence(CannotWriteError(path="D:/副本.pdf", reason=text), words_in("zh"))
    assert told.startswith("D:/副本.pdf 无法写入：")
    assert text not in told
    assert system_words(f"[Errno {number}] {text}", words_in("zh")) in told


@pytest.mark.parametrize("text", ["database or disk is full", os.strerror(errno.ENOSPC)])
def test_a_full_disk_says_what_to_do(text: str) -> None:
    assert system_words(text, words_in("en")).startswith("the disk is full; make room")


def test_what_is_not_known_stays_as_it_is() -> None:
    assert system_words("strange", words_in("zh")) == "strange"
