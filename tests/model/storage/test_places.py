"""Which places are network shares; the texts are as the systems print them."""

import sys
from pathlib import Path

import pytest

from model.errors import NetworkShareError
from model.storage import places
from model.storage.places import (
    is_unc,
    mounts_of_mount_output,
    mounts_of_mountinfo,
    network_mount,
    on_network_share,
    refuse_network_share,
)

MOUNTINFO = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,errors=remount-ro
23 22 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc rw
40 22 0:45 / /mnt/office rw,relatime shared:200 - cifs //server/office rw,vers=3.1.1,user=wang
41 22 0:46 / /mnt/old\040share rw,relatime - smb3 //nas/old rw
42 22 0:47 /export /home rw shared:5 master:2 - nfs4 nas:/export rw,vers=4.2
43 42 0:48 / /home/li/local rw - ext4 /dev/sdb1 rw
44 22 0:49 / /home/li/ssh rw,nosuid,nodev - fuse.sshfs li@host:/ rw,user_id=1000
45 22 8:17 / /media/usb rw - fuseblk /dev/sdb1 rw,user_id=0
46 22 0:50 / /mnt/c rw,noatime - 9p C:\134 rw,aname=drvfs;path=C:\,trans=fd,rfd=5,wfd=5
47 22 0:51 / /mnt/plan9 rw - 9p fileserver rw,trans=tcp,port=564
48 22 0:52 / /mnt/部门 rw - nfs nas:/bumen rw
49 22 0:53 / /mnt/over rw - ext4 /dev/sdc rw
50 22 0:54 / /mnt/over rw - cifs //server/over rw
51 22 0:55 / /mnt/deep/own rw - ext4 /dev/sdd rw
52 22 0:56 / /mnt/deep rw - nfs nas:/deep rw
malformed line
""".strip()


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/", False),
        ("/root/a.cabinet", False),
        ("/mnt/office", True),
        ("/mnt/office/east/a.cabinet", True),
        ("/mnt/office2", False),
        ("/mnt/old share/a.cabinet", True),
        ("/home/wang/a.cabinet", True),
        ("/home/li/local/a.cabinet", False),
        ("/home/li/ssh/a.cabinet", True),
        ("/media/usb/a.cabinet", False),
        ("/mnt/c/Users", False),
        ("/mnt/plan9/x", True),
        ("/mnt/部门/客户.cabinet", True),
        ("/mnt/over/x", True),  # the later mount hides the earlier one
        ("/mnt/deep/own/x", True),
    ],
)
def test_linux_mounts(path: str, network: bool) -> None:
    assert network_mount(path, mounts_of_mountinfo(MOUNTINFO)) is network


MAC_MOUNT = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//wang@nas._smb._tcp.local/office on /Volumes/office (smbfs, nodev, nosuid, mounted by wang)
nas:/export/a on /Volumes/nfs share (1) (nfs, nodev, nosuid)
afp_0TFYEv on /Volumes/old (afpfs, nodev)
li@host:/ on /Volumes/ssh (macfuse_sshfs, nodev, synchronous)
/dev/disk4s1 on /Volumes/USB on desk (exfat, local, nodev)
""".strip()


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/Users/wang/a.cabinet", False),
        ("/Volumes/office/a.cabinet", True),
        ("/Volumes/nfs share (1)/a.cabinet", True),
        ("/Volumes/old/a", True),
        ("/Volumes/ssh/a", True),
        ("/Volumes/USB on desk/a", False),
    ],
)
def test_mac_mounts(path: str, network: bool) -> None:
    assert network_mount(path, mounts_of_mount_output(MAC_MOUNT)) is network


@pytest.mark.parametrize(
    ("path", "unc"),
    [
        (r"\\server\share\a.cabinet", True),
        ("//server/share/a.cabinet", True),
        (r"\\?\UNC\server\share\a", True),
        (r"\\?\C:\a.cabinet", False),
        (r"\\.\C:\a.cabinet", False),
        (r"C:\Users\wang\a.cabinet", False),
        (r"Z:\a.cabinet", False),  # a mapped drive: GetDriveType knows
        ("a.cabinet", False),
    ],
)
def test_windows_server_names(path: str, unc: bool) -> None:
    assert is_unc(path) is unc


@pytest.mark.parametrize("text", ["", "\n\n", "x" * 1000, " - ", "1 2 3 4 5 - "])
def test_what_cannot_be_read_refuses_nobody(text: str) -> None:
    assert not network_mount("/a", mounts_of_mountinfo(text))
    assert not network_mount("/a", mounts_of_mount_output(text))


def test_this_pcs_own_disk_is_no_share(tmp_path: Path) -> None:
    assert not on_network_share(tmp_path)
    refuse_network_share(tmp_path / "not there yet" / "a.cabinet")


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's mounts")
def test_a_link_to_a_share_is_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "link").symlink_to(share)
    line = f"40 22 0:45 / {share} rw - cifs //server/office rw"
    monkeypatch.setattr(places, "_mountinfo", lambda: line)
    with pytest.raises(NetworkShareError) as caught:
        refuse_network_share(tmp_path / "link" / "a.cabinet")
    assert caught.value.values == {"path": str(tmp_path / "link" / "a.cabinet")}
