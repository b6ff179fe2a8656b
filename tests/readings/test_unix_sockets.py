"""Unix sockets and the files on the way to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.unix_path import UnixPath
from nocarrier.readings.unix_sockets import (
    Identity,
    UnixSocket,
    decode_identity,
    decode_ls,
    decode_memberships,
    decode_names,
    decode_proc_net_unix,
)

LISTING = """\
drwxr-xr-x  1 0  0 4096 Nov 24 18:00 /
drwxr-x---+ 2 33 33 4096 Nov 24 18:00 /run/a b
srw-rw---- 1 0 999 0 Nov 24 18:00 /run/docker.sock
"""


def test_ls_is_read_with_spaces_in_names_and_access_lists() -> None:
    found = decode_ls(LISTING, {0: "root"}, {999: "docker"})
    assert (found["/"].kind, found["/"].mode, found["/"].owner) == ("directory", 0o755, "root")
    assert (found["/run/a b"].acl, found["/run/a b"].mode) == (True, 0o750)
    assert (found["/run/docker.sock"].kind, found["/run/docker.sock"].group) == ("socket", "docker")


@pytest.mark.parametrize(
    ("uid", "gids", "overrides", "denied"),
    [
        (1000, (1000,), False, True),
        (1000, (1000, 999), False, False),
        (0, (0,), False, False),
        (5, (5,), True, False),
    ],
)
def test_the_first_class_that_fits_decides(uid: int, gids: tuple[int, ...], overrides: bool, denied: bool) -> None:
    parts = tuple(part for path, part in decode_ls(LISTING, {}, {}).items() if path != "/run/a b")
    way = UnixPath(path="/run/docker.sock", parts=parts, uid=uid, gids=gids, overrides=overrides)
    assert (way.denying() is not None) == denied


def test_an_owner_without_rights_is_not_saved_by_the_others() -> None:
    parts = tuple(decode_ls("s---rw-rw- 1 7 7 0 Nov 24 18:00 /s\n", {}, {}).values())
    assert UnixPath(path="/s", parts=parts, uid=7, gids=(7,)).denying() is parts[0]


def test_the_table_tells_who_listens() -> None:
    text = (
        "Num       RefCount Protocol Flags    Type St Inode Path\n"
        "0000: 00000002 00000000 00010000 0001 01 971 /run/a b.sock\n"
        "0000: 00000003 00000000 00000000 0001 03 972\n"
        "0000: 00000002 00000000 00000000 0001 01 973 @name\n"
    )
    assert list(decode_proc_net_unix(text)) == [
        UnixSocket("/run/a b.sock", True, 971),
        UnixSocket("@name", False, 973),
    ]


def test_who_the_process_is() -> None:
    status = "Name:\tx\nUid:\t1\t2\t3\t4\nGid:\t5\t6\t7\t8\nGroups:\t9 10 \nCapEff:\t0000000000000002\n"
    assert decode_identity(status) == Identity(4, (8, 9, 10), True)
    assert decode_identity("Uid:\t1\n") is None
    assert decode_names("root:x:0:\nbad\n") == {0: "root"}
    assert decode_memberships("docker:x:999:ann,bob\nx:y\n", "bob") == ("docker",)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert all(part.mode < 512 for part in decode_ls(text, {}, {}).values())
    assert all(found.path for found in decode_proc_net_unix(text))
    assert decode_identity(text) is None or "Uid" in text
