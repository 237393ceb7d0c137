"""A disk that fails when it is told to: a VFS of SQLite's around the usual one.

Every file that SQLite opens goes through it; its writes, syncs, cuts and deletions are counted, and
from a chosen one on they end with an error of SQLite's own, once or for good. Reading always works.
The structures are those of sqlite3.h (`sqlite3_vfs`, `sqlite3_io_methods`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from typing import Any

from sqlcipher3 import _sqlite3

FULL = 13
IO_ERROR_WRITE = 10 | 3 << 8

_Write = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate = CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync = CFUNCTYPE(c_int, c_void_p, c_int)
_Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_Delete = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)


class _IoMethods(Structure):
    _fields_ = [
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("others", c_void_p * 14),
    ]


class _File(Structure):
    _fields_ = [("methods", POINTER(_IoMethods))]


class _Vfs(Structure):
    _fields_ = [
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        ("others", c_void_p * 14),
    ]


class FaultyDisk:
    """Counts what is written, and fails from the wanted write on.

    Attributes:
        writes: how many there were since it was armed or quieted.
    """

    def __init__(self) -> None:
        self.writes = 0
        self._from = 0
        self._code = 0
        self._for_good = False
        self._sqlite = ctypes.CDLL(_sqlite3.__file__)
        self._sqlite.sqlite3_vfs_find.restype = POINTER(_Vfs)
        self._sqlite.sqlite3_vfs_find.argtypes = [c_char_p]
        self._sqlite.sqlite3_vfs_register.argtypes = [c_void_p, c_int]
        self._sqlite.sqlite3_vfs_unregister.argtypes = [c_void_p]
        self._usual = self._sqlite.sqlite3_vfs_find(None)
        self._vfs = _Vfs.from_buffer_copy(self._usual.contents)
        self._patched: dict[int, _IoMethods] = {}
        self._kept: list[Any] = []
        self._build()

    def fail(self, write: int, code: int, *, for_good: bool) -> None:
        """From the so-manieth write on (1 is the next), once or for good."""
        self.writes, self._from, self._code, self._for_good = 0, write, code, for_good

    def quiet(self) -> None:
        """Everything works again."""
        self.writes, self._from = 0, 0

    def _verdict(self) -> int:
        self.writes += 1
        if not self._from or self.writes < self._from:
            return 0
        return self._code if self._for_good or self.writes == self._from else 0

    def _build(self) -> None:
        usual_open = _Open(self._vfs.open)
        usual_delete = _Delete(self._vfs.delete)

        def opened(vfs: int, name: int, file: int, flags: int, out: Any) -> int:
            del vfs
            status = int(usual_open(self._address(self._usual.contents), name, file, flags, out))
            handle = ctypes.cast(file, POINTER(_File)).contents
            if status == 0 and handle.methods:
                handle.methods = ctypes.pointer(self._failing(handle.methods.contents))
            return status

        def deleted(vfs: int, name: int, sync: int) -> int:
            del vfs
            usual = self._address(self._usual.contents)
            return self._verdict() or int(usual_delete(usual, name, sync))

        self._vfs.name = b"faulty"
        self._vfs.open = self._kept_pointer(_Open(opened))
        self._vfs.delete = self._kept_pointer(_Delete(deleted))

    def _failing(self, usual: _IoMethods) -> _IoMethods:
        """The usual methods with those that write replaced, made once for each kind of file."""
        address = self._address(usual)
        if address in self._patched:
            return self._patched[address]
        patched = _IoMethods.from_buffer_copy(usual)
        write, cut, sync = _Write(usual.write), _Truncate(usual.truncate), _Sync(usual.sync)
        patched.write = self._kept_pointer(
            _Write(lambda *given: self._verdict() or int(write(*given)))
        )
        patched.truncate = self._kept_pointer(
            _Truncate(lambda *given: self._verdict() or int(cut(*given)))
        )
        patched.sync = self._kept_pointer(
            _Sync(lambda *given: self._verdict() or int(sync(*given)))
        )
        self._patched[address] = patched
        return patched

    def _kept_pointer(self, function: Any) -> int:
        self._kept.append(function)
        return int(ctypes.cast(function, c_void_p).value or 0)

    @staticmethod
    def _address(structure: Structure) -> int:
        return ctypes.addressof(structure)

    @contextmanager
    def in_use(self) -> Iterator[FaultyDisk]:
        """Every file opened meanwhile goes through it."""
        self._sqlite.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)
        try:
            yield self
        finally:
            self.quiet()
            self._sqlite.sqlite3_vfs_register(self._usual, 1)
            self._sqlite.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
