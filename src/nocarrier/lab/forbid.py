"""``python -m nocarrier.lab.forbid ERRNO COMMAND…``: runs a command that may not connect (seccomp(2), a classic BPF filter).

The filter answers connect(2) with that error for the command and all it starts, for sockets of every kind.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys

CONNECT = {"x86_64": 42, "aarch64": 203, "riscv64": 203, "ppc64le": 328, "s390x": 362}
"The number of connect(2), by machine."
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, SECCOMP_MODE_FILTER = 22, 38, 2
LOAD_WORD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, FAIL = 0x7FFF0000, 0x00050000


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def forbid(number: int) -> None:
    """Let connect(2) fail with this error from here on. Raises OSError where the kernel has no filters."""
    rows = (
        (LOAD_WORD, 0, 0, 0),  # the system call's number is the first word (struct seccomp_data)
        (JUMP_IF_EQUAL, 0, 1, CONNECT[os.uname().machine]),
        (RETURN, 0, 0, FAIL | number),
        (RETURN, 0, 0, ALLOW),
    )
    code = b"".join(struct.pack("=HBBI", *row) for row in rows)
    libc = ctypes.CDLL(None, use_errno=True)
    program = _Program(len(rows), code)
    for arguments in (
        (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0),
    ):
        if libc.prctl(*arguments) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    forbid(getattr(errno, sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])
