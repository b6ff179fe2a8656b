"""Network storage: NFS, SMB (mount.cifs, smbclient), iSCSI."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import numbered
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "mount error(",
    " not responding",
    "nt_status_",
    "mount.nfs",
    "cifs",
    "iscsiadm: ",
    "rpc: ",
    "initiator reported error",
    "nvme",
)

SAID = (
    Phrase("access denied by server while mounting", "rejected", "service", "mount", worth=MEANT),
    Phrase("failed, reason given by server: ", "rejected", "service", "mount", worth=MEANT),
    Phrase("requested nfs version or transport protocol is not supported", "protocol-mismatch", "service", "mount", worth=MEANT),
    Phrase("mount.nfs: protocol not supported", "protocol-mismatch", "service", "mount", worth=MEANT),
    Phrase("mount.nfs: operation not permitted", "permission-denied", "service", "mount", {"errno": "EPERM"}, MEANT),
    Phrase("mount.nfs4: operation not permitted", "permission-denied", "service", "mount", {"errno": "EPERM"}, MEANT),
    Phrase("rpc: program not registered", "refused", "service", "mount", worth=MEANT),
    Phrase("rpc: timed out", "timed-out", "service", "mount", worth=MEANT),
    Phrase("mount error: could not resolve address", "name-not-resolved", "name", "mount", worth=MEANT),
    Phrase("unable to find suitable address", "unknown", "tcp", "mount", worth=OPAQUE),
    Phrase("error connecting to socket. aborting operation", "unknown", "tcp", "cifs", worth=OPAQUE),
    Phrase("iscsi login failed due to authorization failure", "rejected", "service", "iscsi", worth=MEANT),
    Phrase("non-retryable iscsi login failure", "rejected", "service", "iscsi", worth=MEANT),
    Phrase("monclient(hunting): authenticate timed out", "timed-out", "service", "ceph", worth=MEANT),
    Phrase("handle_auth_bad_method server allowed_methods", "rejected", "service", "ceph", worth=MEANT),
    Phrase("initiator reported error (8 - connection timed out)", "timed-out", "tcp", "iscsi", worth=MEANT),
    Phrase("connection login retries (reopen_max)", "unknown", "tcp", "iscsi", worth=OPAQUE),
)  # fmt: skip

NT_STATUS: dict[str, tuple[ErrorClass, str]] = {
    "CONNECTION_REFUSED": ("refused", "tcp"), "PORT_UNREACHABLE": ("refused", "tcp"), "PIPE_NOT_AVAILABLE": ("refused", "tcp"),
    "IO_TIMEOUT": ("timed-out", ""), "TIMEOUT": ("timed-out", ""), "HOST_UNREACHABLE": ("unreachable", "route"),
    "NETWORK_UNREACHABLE": ("unreachable", "route"), "BAD_NETWORK_PATH": ("unreachable", "name"), "CONNECTION_RESET": ("reset", ""),
    "CONNECTION_DISCONNECTED": ("closed", ""), "CONNECTION_ABORTED": ("closed", ""), "REMOTE_DISCONNECT": ("closed", ""), "LOCAL_DISCONNECT": ("closed", ""),
    "PIPE_BROKEN": ("closed", ""), "NETWORK_NAME_DELETED": ("closed", ""), "VIRTUAL_CIRCUIT_CLOSED": ("closed", ""),
    "NOT_FOUND": ("name-not-resolved", "name"), "RESOURCE_NAME_NOT_FOUND": ("name-not-resolved", "name"),
    "LOGON_FAILURE": ("rejected", "service"), "ACCESS_DENIED": ("rejected", "service"), "ACCOUNT_LOCKED_OUT": ("rejected", "service"),
    "ACCOUNT_DISABLED": ("rejected", "service"), "ACCOUNT_RESTRICTION": ("rejected", "service"), "PASSWORD_EXPIRED": ("rejected", "service"),
    "PASSWORD_MUST_CHANGE": ("rejected", "service"), "WRONG_PASSWORD": ("rejected", "service"), "NO_SUCH_USER": ("rejected", "service"),
    "BAD_NETWORK_NAME": ("rejected", "service"), "NO_LOGON_SERVERS": ("rejected", "service"), "TRUSTED_RELATIONSHIP_FAILURE": ("rejected", "service"),
    "INVALID_NETWORK_RESPONSE": ("protocol-mismatch", "service"), "NOT_SUPPORTED": ("protocol-mismatch", "service"),
    "CONNECTION_IN_USE": ("address-in-use", "tcp"), "ADDRESS_ALREADY_EXISTS": ("address-in-use", "tcp"),
    "INSUFF_SERVER_RESOURCES": ("rejected", "service"), "REQUEST_NOT_ACCEPTED": ("rejected", "service"),
    "UNSUCCESSFUL": ("unknown", ""),
}  # fmt: skip
"Microsoft's [MS-ERREF], section 2.3, as far as they are of a connection."

_MOUNT = pattern(
    r"\bmount error\((\d{1,3})\)|\bcifs\b.{0,60}?\b(?:return code|rc) ?= ?-(\d{1,3})\b|\bnvme\d{0,3}: .{0,80}?\b(?:socket|ret|err|error)[ =:]{1,2}-(\d{2,3})\b",
    re.I,
)
_TRIED = pattern(r"\bmount error\(\d{1,3}\): could not connect to (\S{1,253}?)(?=Unable to find|\s|$)")
"Behind the address that it tried mount.cifs forgets to end the line."
_STATUS = pattern(r"\bNT_STATUS_([A-Z_]{4,40})\b")
_SERVER = pattern(r"\bnfs: server ([\w.:-]{1,253}) not responding")


def read(line: str) -> Iterator[Reading]:
    """Sentences, numbers of mount.cifs and the kernel, names of Windows' statuses."""
    yield from phrases(SAID, line)
    tried = _TRIED.search(line)
    host = "" if tried is None else tried[1]
    yield from numbered(_MOUNT.search(line), CODE, client="mount", host=host)
    status = _STATUS.search(line)
    if status is not None and status[1] in NT_STATUS:
        kind, step = NT_STATUS[status[1]]
        worth = OPAQUE if kind == "unknown" else CODE
        yield Reading(
            kind=kind, worth=worth, client="smb", step=step, code={"nt_status": status[1]}, at=status.start()
        )
    server = _SERVER.search(line)
    if server is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="nfs", step="service", host=server[1], at=server.start())
