"""PowerShell's remoting and what else goes by WinRM."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

NOT_TOLD = say("WinRM says the same of a name, a firewall and a service that does not run.")
STEMS = (
    "winrm cannot",
    "winrm client cannot",
    "connecting to remote server ",
    "destination computer (",
    "bad http response",
)

SAID = (
    Phrase("winrmauthorizationerror", "rejected", "service", "winrm", worth=MEANT + 1),
    Phrase("winrm cannot complete", "unknown", "tcp", "winrm", worth=OPAQUE, open=NOT_TOLD),
    Phrase("client cannot connect to the destination specified", "unknown", "tcp", "winrm", worth=OPAQUE, open=NOT_TOLD),
    Phrase("error message : access is denied", "rejected", "service", "winrm", worth=MEANT),
    Phrase("the user name or password is incorrect", "rejected", "service", "winrm", worth=MEANT),
    Phrase("winrm client cannot process the request", "rejected", "service", "winrm"),
    Phrase("if the authentication scheme is different from kerberos", "unknown", "service", "winrm", worth=MEANT),
    Phrase("signed by an unknown certificate authority", "tls-failed", "tls", "winrm", worth=MEANT),
    Phrase("contains a common name (cn) that does not match", "tls-failed", "tls", "winrm", worth=MEANT),
    Phrase("winrm client received an http", "rejected", "http", "winrm"),
    Phrase("has been interrupted. attempting to reconnect", "closed", "service", "winrm", worth=MEANT),
    Phrase("the i/o operation has been aborted", "unknown", "service", "winrm", worth=OPAQUE, open=NOT_TOLD),
    Phrase("winrm cannot process the request", "unknown", "service", "winrm", worth=OPAQUE, open=NOT_TOLD),
)  # fmt: skip


_PYWINRM = pattern(r"(?i)\bbad http response(?: returned)? from server\. code ([45]\d\d)\b")


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the status that Ansible's library was answered."""
    yield from phrases(SAID, line)
    yield from answered(_PYWINRM.search(line), of_request, CODE, client="winrm")
