"""seccomp user notification: the kernel asks before it carries out a connect(2), and is told to go on.

seccomp_unotify(2), include/uapi/linux/seccomp.h. A filter that says "ask" for connect and "allow" for everything else is
put on the command's process before its program is loaded; it goes along to every child, whatever libc it uses or does not
use. The one answer that is ever given is SECCOMP_USER_NOTIF_FLAG_CONTINUE: carry out what was asked. So nothing that is read
decides anything, and that memory may change between the look and the call does not matter.

Where nobody answers any more the kernel fails the call (ENOSYS), so the one who answers outlives the command. A signal while
the answer is on its way does not interrupt the call (SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV, Linux 5.19; without it no
filter is put on). Who lacks CAP_SYS_ADMIN has to give up new privileges first (PR_SET_NO_NEW_PRIVS): then sudo, and
whatever else is set-user-ID, does not work in the command.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
import struct
from contextlib import suppress
from functools import cache

from nocarrier.model.record import Record


class Abi(Record):
    """An architecture: AUDIT_ARCH_… (include/uapi/linux/audit.h), and its numbers of two calls."""

    audit: int
    connect: int
    seccomp: int


ABIS = {
    "x86_64": Abi(0xC000003E, 42, 317),
    "aarch64": Abi(0xC00000B7, 203, 277),
    "riscv64": Abi(0xC00000F3, 203, 277),
}
PIDFD_GETFD = 438
"The same on every architecture (since Linux 5.6)."
PR_SET_NO_NEW_PRIVS = 38
SET_MODE_FILTER, GET_NOTIF_SIZES = 1, 3
SPEC_ALLOW, NEW_LISTENER, WAIT_KILLABLE = 1 << 2, 1 << 3, 1 << 5
SIZES = (80, 24, 64)
"Bytes of seccomp_notif, seccomp_notif_resp and seccomp_data, which the numbers of the ioctls contain."
RECEIVE, SEND, SET_FLAGS = 0xC0502100, 0xC0182101, 0x40082104
SYNC_WAKE_UP = 1
"Who asks and who answers take turns on one processor, which spares most of the waiting (Linux 6.6)."
CONTINUE = 1
RET_NOTIFY, RET_ALLOW = 0x7FC00000, 0x7FFF0000
LOAD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
"BPF_LD|BPF_W|BPF_ABS, BPF_JMP|BPF_JEQ|BPF_K, BPF_RET|BPF_K (include/uapi/linux/bpf_common.h)."


class Asked(Record):
    """A connect that is about to happen: which thread, which descriptor of it, and where in its memory the address is."""

    id: int
    thread: int
    descriptor: int
    pointer: int
    length: int


class Unavailable(OSError):
    """The kernel does not let this be done here."""


def abi() -> Abi | None:
    """This architecture, where its numbers are known."""
    return ABIS.get(platform.machine())


def install(here: Abi, *, without_privileges: bool) -> int:
    """Put the filter on this process, for good, and return the descriptor that asks.

    ``without_privileges``: new ones are given up where that is needed. Raises `Unavailable`.
    """
    libc = _libc()
    sizes = (ctypes.c_uint16 * 3)()
    _call(libc, here.seccomp, GET_NOTIF_SIZES, 0, ctypes.byref(sizes))
    if tuple(sizes) != SIZES:
        raise Unavailable(errno.EINVAL, "another form of notifications")
    code = ctypes.create_string_buffer(program(here))
    described = ctypes.create_string_buffer(struct.pack("@HP", len(code.raw) // 8, ctypes.addressof(code)))
    flags = NEW_LISTENER | WAIT_KILLABLE | SPEC_ALLOW  # no slower memory for it (Speculative Store Bypass)
    try:
        return _call(libc, here.seccomp, SET_MODE_FILTER, flags, described)
    except Unavailable as why:
        if why.errno != errno.EACCES or not without_privileges:
            raise
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise Unavailable(ctypes.get_errno(), "prctl")
    return _call(libc, here.seccomp, SET_MODE_FILTER, flags, described)


def program(here: Abi) -> bytes:
    """Ask about connect of this architecture; everything else is allowed. Offsets are of struct seccomp_data."""
    return b"".join(
        struct.pack("=HBBI", *instruction)
        for instruction in (
            (LOAD, 0, 0, 4),  # arch
            (JUMP_IF_EQUAL, 0, 3, here.audit),
            (LOAD, 0, 0, 0),  # nr
            (JUMP_IF_EQUAL, 0, 1, here.connect),
            (RETURN, 0, 0, RET_NOTIFY),
            (RETURN, 0, 0, RET_ALLOW),
        )
    )


def take_turns(listener: int) -> None:
    """Make asking cheaper, where the kernel knows how."""
    with suppress(OSError):
        fcntl.ioctl(listener, SET_FLAGS, SYNC_WAKE_UP)


def receive(listener: int) -> Asked | None:
    """The next question; None where whoever asked is gone (ENOENT). Raises OSError."""
    buffer = bytearray(SIZES[0])
    try:
        fcntl.ioctl(listener, RECEIVE, buffer)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.EINTR, errno.EAGAIN):
            return None
        raise
    number, thread = struct.unpack_from("=QI", buffer)
    descriptor, pointer, length = struct.unpack_from("=QQQ", buffer, 32)
    return Asked(number, thread, descriptor & 0xFFFFFFFF, pointer, length & 0xFFFFFFFF)


def go_on(listener: int, asked: Asked) -> None:
    """Let the kernel carry it out. Whoever asked may be gone (ENOENT): then there is nobody to answer."""
    try:
        fcntl.ioctl(listener, SEND, struct.pack("=QqiI", asked.id, 0, 0, CONTINUE))
    except OSError as error:
        if error.errno != errno.ENOENT:
            raise


def copy_of(process: int, descriptor: int) -> int:
    """A descriptor of ours for what another process has under that number (pidfd_getfd(2)). Raises OSError.

    EINVAL, and from Linux 6.16 on ENOENT, where it is a thread that leads no process (pidfd_open(2)).
    """
    handle = os.pidfd_open(process)
    try:
        return _call(_libc(), PIDFD_GETFD, handle, descriptor, 0)
    finally:
        os.close(handle)


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(libc: ctypes.CDLL, number: int, *arguments: object) -> int:
    result = int(libc.syscall(ctypes.c_long(number), *(_word(argument) for argument in arguments)))
    if result < 0:
        raise Unavailable(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def _word(argument: object) -> object:
    return ctypes.c_ulong(argument) if isinstance(argument, int) else argument
