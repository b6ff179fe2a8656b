"""SSH in Python: Paramiko, Netmiko and AsyncSSH. What OpenSSH says is read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = ()
EARLIER = say("Paramiko says so after an earlier failure, mostly a time-out of the greeting or of authentication.")
SAID = (
    Phrase("paramiko.transport: eoferror", "closed", "service", "paramiko", worth=MEANT + 1),
    Phrase("sshexception: no existing session", "unknown", "service", "paramiko", worth=OPAQUE, open=EARLIER),
    Phrase("timeout opening channel", "timed-out", "service", "paramiko", worth=MEANT),
    Phrase("authenticationexception: authentication timeout", "timed-out", "service", "paramiko", worth=MEANT),
    Phrase("incompatible ssh peer", "protocol-mismatch", "service", "paramiko", worth=MEANT),
    Phrase("incompatible ssh server", "rejected", "service", "paramiko", worth=MEANT),
    Phrase("badauthenticationtype", "rejected", "service", "paramiko", worth=MEANT),
    Phrase("badhostkeyexception", "rejected", "service", "paramiko", worth=MEANT),
    Phrase("paramiko: the authenticity of host", "unknown", "service", "paramiko", worth=OPAQUE),
    Phrase("not found in known_hosts", "rejected", "service", "paramiko", worth=MEANT),
    Phrase("authentication to device failed", "rejected", "service", "netmiko", worth=MEANT),
    Phrase("tcp connection to device failed", "timed-out", "tcp", "netmiko"),
    Phrase("asyncssh.misc.permissiondenied", "rejected", "service", "asyncssh", worth=MEANT),
    Phrase("host key is not trusted", "rejected", "service", "asyncssh", worth=MEANT),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    return phrases(SAID, line)
