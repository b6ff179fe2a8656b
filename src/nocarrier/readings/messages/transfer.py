"""Clients and servers of FTP, and of files shared over the network: FileZilla, lftp, ftplib, vsftpd, SMB."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, Reading

STEMS = ("control socket", "ftp", "response:", "<--- ", "<== ", "smb", "cifs", "nt_status_", "530 ", "425 ", "421 ")

FTP, SMB = "ftp", "smb"

SAID = (
    Phrase("timeout (control socket)", "timed-out", "", FTP, worth=MEANT),
    Phrase("timeout detected. (control connection)", "timed-out", "", "winscp", worth=MEANT),
    Phrase("timeout detected. (data connection)", "timed-out", "", "winscp", worth=MEANT),
    Phrase("seconds of inactivity", "timed-out", "", FTP, worth=SENTENCE),
    Phrase("ftp connection to an sftp server", "protocol-mismatch", "service", FTP, worth=MEANT),
    Phrase("remote server has closed connection", "closed", "service", FTP, worth=SENTENCE),
    Phrase("connection closed by server", "closed", "service", FTP, worth=SENTENCE),
    Phrase("failed to retrieve directory listing", "unknown", "service", FTP, worth=OPAQUE),
    Phrase("critical error: could not connect to server", "unknown", "tcp", FTP, worth=OPAQUE, open=UNTOLD),
    Phrase("nt_status_connection_refused", "refused", "tcp", SMB, worth=MEANT),
    Phrase("nt_status_io_timeout", "timed-out", "", SMB, worth=MEANT),
    Phrase("nt_status_host_unreachable", "unreachable", "tcp", SMB, worth=MEANT),
    Phrase("nt_status_network_unreachable", "unreachable", "route", SMB, worth=MEANT),
    Phrase("nt_status_connection_reset", "reset", "service", SMB, worth=MEANT),
    Phrase("nt_status_connection_disconnected", "closed", "service", SMB, worth=MEANT),
    Phrase("nt_status_unsuccessful", "unknown", "", SMB, worth=OPAQUE),
    Phrase("nt_status_logon_failure", "rejected", "service", SMB, worth=MEANT),
    Phrase("nt_status_access_denied", "rejected", "service", SMB, worth=MEANT),
    Phrase("nt_status_account_", "rejected", "service", SMB, worth=MEANT),
    Phrase("nt_status_bad_network_name", "rejected", "service", SMB, worth=MEANT),
    Phrase("nt_status_invalid_network_response", "protocol-mismatch", "service", SMB, worth=MEANT),
    Phrase("protocol negotiation failed", "protocol-mismatch", "service", SMB, worth=SENTENCE),
    Phrase("mount error(110)", "timed-out", "tcp", SMB, {"errno": "ETIMEDOUT"}, MEANT),
    Phrase("mount error(111)", "refused", "tcp", SMB, {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("mount error(112)", "unreachable", "tcp", SMB, {"errno": "EHOSTDOWN"}, MEANT),
    Phrase("mount error(113)", "unreachable", "tcp", SMB, {"errno": "EHOSTUNREACH"}, MEANT),
    Phrase("mount error(101)", "unreachable", "route", SMB, {"errno": "ENETUNREACH"}, MEANT),
    Phrase("mount error(13)", "rejected", "service", SMB, {"errno": "EACCES"}, MEANT),
    Phrase("multiple connections to a server or shared resource by the same user", "rejected", "service", SMB, worth=MEANT),
    Phrase("the specified network password is not correct", "rejected", "service", SMB, worth=MEANT),
    Phrase("tracker gave an error", "rejected", "service", "bittorrent"),
    Phrase("unregistered torrent", "rejected", "service", "bittorrent"),
    Phrase("torrent not registered with this tracker", "rejected", "service", "bittorrent"),
    Phrase("could not resolve address for ", "name-not-resolved", "name", SMB, worth=MEANT),
)  # fmt: skip

_REPLY = pattern(
    r"(?i)(?:response:\s{1,8}|error_(?:perm|temp|reply): ['\"(]{0,2}|error: |<--- |<== |^)(421|425|426|430|530|532|534)[ -](?!\d)|\bftp[^\n]{0,80}?\b(421|425|426|530)[ -][A-Z]"
)
"A reply of a server that says no to the client or to its second connection (RFC 959, section 4.2)."


def read(line: str) -> Iterator[Reading]:
    """Sentences and replies."""
    yield from phrases(SAID, line)
    reply = _REPLY.search(line)
    if reply is not None:
        number = int(reply[1] or reply[2])
        yield Reading(
            kind="rejected", worth=CODE, client=FTP, step="service", code={"reply": number}, at=reply.start()
        )
