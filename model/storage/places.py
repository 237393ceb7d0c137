"""Where a cabinet may lie: not on a network share, where SQLite's WAL loses data.

WAL needs memory shared by all programs that have the file open (sqlite.org/wal.html, "Overview":
"all processes using a database must be on the same host computer").
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from model.errors import NetworkShareError

# Kinds of file system that several PCs (or a PC and its virtual machine) reach at once. Plain 9p
# is how WSL and some sandboxes show their own disk; only 9p over a network is refused.
NETWORK_KINDS = frozenset(
    """
    9p-tcp 9p-rdma acfs afpfs afs ceph cifs coda davfs davfs2 fuse.davfs fuse.davfs2 fuse.gcsfuse
    fuse.glusterfs fuse.rclone fuse.s3fs fuse.smbnetfs fuse.sshfs fuse.vmhgfs-fuse gfs gfs2
    glusterfs gpfs lustre macfuse_sshfs ncpfs nfs nfs4 ocfs2 osxfuse_sshfs prl_fs smb3 smbfs vboxsf
    vmhgfs webdav
    """.split()  # noqa: SIM905 - forty quoted names read worse
)
_REMOTE_DRIVE = 4  # Windows: DRIVE_REMOTE of GetDriveType


def refuse_network_share(path: Path) -> None:
    """Refuse a place that other PCs can reach as well.

    Args:
        path: a folder that may not exist yet.

    Raises:
        NetworkShareError: it lies on a network share.
    """
    if on_network_share(path):
        raise NetworkShareError(path=str(path))


def on_network_share(path: Path) -> bool:
    """Whether a path, or the nearest folder above it that exists, is on a network share."""
    place = Path(os.path.realpath(path))
    if sys.platform == "win32":
        return is_unc(str(path)) or is_unc(str(place)) or _drive_kind(place) == _REMOTE_DRIVE
    if sys.platform == "darwin":
        return network_mount(place.as_posix(), mounts_of_mount_output(_mount_output()))
    return network_mount(place.as_posix(), mounts_of_mountinfo(_mountinfo()))


def is_unc(path: str) -> bool:
    r"""Whether a Windows path names a server: `\\server\share` or `\\?\UNC\server\share`."""
    plain = path.replace("/", "\\").upper()
    if plain.startswith(("\\\\?\\", "\\\\.\\")):
        return plain[4:].startswith("UNC\\")
    return plain.startswith("\\\\")


def network_mount(path: str, mounts: Iterable[tuple[str, str]]) -> bool:
    """Whether the mount that holds `path` is of a network kind.

    Args:
        path: absolute, without links.
        mounts: (mount point, kind of file system), in the order they were mounted.
    """
    # The newest one above the path holds it: it hides older ones, deeper ones too.
    holding = [kind for point, kind in mounts if PurePosixPath(path).is_relative_to(point)]
    return bool(holding) and holding[-1].lower() in NETWORK_KINDS


def mounts_of_mountinfo(text: str) -> list[tuple[str, str]]:
    """Mounts from Linux's /proc/self/mountinfo (proc(5)): field 5, and the first after ` - `."""
    mounts = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            mounts.append((_unescaped(fields[4]), _kind_in(after)))
    return mounts


def _kind_in(after: str) -> str:
    """`9p /dev rw,trans=tcp` is `9p-tcp`, `9p C: rw,trans=fd` is `9p`; others by their name."""
    kind, _, options = after.partition(" ")
    over = re.search(r"\btrans=(tcp|rdma)\b", options) if kind == "9p" else None
    return f"9p-{over[1]}" if over else kind


def mounts_of_mount_output(text: str) -> list[tuple[str, str]]:
    """Mounts from macOS's mount(8): `//user@server/share on /Volumes/share (smbfs, nodev)`."""
    found = re.findall(r"^.*? on (/.*) \(([^,)]+)[^()]*\)$", text, flags=re.MULTILINE)
    return [(point, kind) for point, kind in found]


def _unescaped(point: str) -> str:
    """Blanks and backslashes stand as a backslash and three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


def _mountinfo() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _mount_output() -> str:
    try:
        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _drive_kind(place: Path) -> int:
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(place.anchor)  # type: ignore[attr-defined]
    return kind
