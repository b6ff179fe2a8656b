"""Runs a command for which a system call fails: ``denied.py connect:EPERM COMMAND…``; a program of its own.

The kernel's filter of system calls (seccomp(2)) returns the errno, as sandboxes and container runtimes have it do. Of
socket(2) only those of IPv4 and IPv6 fail: what a program needs besides is left to it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

NUMBERS = {
    "x86_64": {"socket": 41, "connect": 42, "bind": 49},
    "aarch64": {"socket": 198, "connect": 203, "bind": 200},
}
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
"Of linux/bpf_common.h: load a word of what is filtered, jump if equal, return."
ALLOW, FAIL = 0x7FFF0000, 0x00050000
"Of linux/seccomp.h."
NUMBER, FIRST_ARGUMENT = 0, 16
"Where struct seccomp_data has them."
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
"Of linux/prctl.h and linux/seccomp.h."


def program(call: str, number: int) -> bytes:
    """The filter: this call returns ``number``, every other is allowed."""
    wanted = NUMBERS[platform.machine()][call]
    fail = (RETURN, 0, 0, FAIL | number)
    family = [(LOAD, 0, 0, FIRST_ARGUMENT), (EQUAL, 1, 0, 2), (EQUAL, 0, 1, 10)] if call == "socket" else []
    body = [*family, fail]
    rows = [(LOAD, 0, 0, NUMBER), (EQUAL, 0, len(body), wanted), *body, (RETURN, 0, 0, ALLOW)]
    return b"".join(struct.pack("HBBI", *row) for row in rows)


def deny(call: str, number: int) -> None:
    """From here on, for this process and what it becomes. Raises OSError where the kernel allows no filter."""
    libc = ctypes.CDLL(None, use_errno=True)
    rows = ctypes.create_string_buffer(program(call, number))
    told = struct.pack("HL", len(rows.raw) // 8, ctypes.addressof(rows))
    for arguments in ((NO_NEW_PRIVILEGES, 1, 0, 0, 0), (SECCOMP, FILTER, told, 0, 0)):
        if libc.prctl(*arguments):
            raise OSError(ctypes.get_errno(), "the kernel takes no filter")


def main() -> None:
    """Become the command."""
    call, _, symbol = sys.argv[1].partition(":")
    deny(call, getattr(errno, symbol))
    os.execvp(sys.argv[2], sys.argv[2:])


if __name__ == "__main__":
    main()
