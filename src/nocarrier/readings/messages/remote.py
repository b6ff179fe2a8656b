"""Clients that show another machine's screen: RDP (FreeRDP, Windows' own, Guacamole, xrdp) and VNC."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import numbered
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, Reading

STEMS = (
    "errconnect_",
    "errinfo_",
    "freerdp",
    "rdp",
    "remote desktop",
    "remote computer",
    "vnc",
    "rfb",
    "remote pc",
    "returned a system error",
    "enet connection on udp",
)

RDP, VNC = "rdp", "vnc"

SAID = (
    Phrase("server refused connection (wrong security type", "rejected", "service", RDP, worth=MEANT),
    Phrase("failed when connecting: invalid server version", "protocol-mismatch", "service", VNC, worth=MEANT),
    Phrase("errconnect_dns", "name-not-resolved", "name", RDP, worth=MEANT),
    Phrase("errconnect_tls_connect_failed", "tls-failed", "tls", RDP, worth=MEANT),
    Phrase("errconnect_security_nego", "protocol-mismatch", "service", RDP, worth=MEANT),
    Phrase("errconnect_mcs_connect_initial", "protocol-mismatch", "service", RDP, worth=MEANT),
    Phrase("errconnect_connect_transport_failed", "unknown", "", RDP, worth=OPAQUE, open=UNTOLD),
    Phrase("errconnect_connect_failed", "unknown", "tcp", RDP, worth=OPAQUE, open=UNTOLD),
    Phrase("errconnect_activation_timeout", "timed-out", "service", RDP, worth=MEANT),
    Phrase("errconnect_kdc_unreachable", "unreachable", "service", RDP, worth=MEANT),
    *(
        Phrase(f"errconnect_{what}", "rejected", "service", RDP, worth=MEANT)
        for what in ("authentication_failed", "logon_failure", "logon_type", "wrong_password", "access_denied", "account_", "insufficient_privileges", "password_")
    ),
    Phrase("errinfo_server_denied_connection", "rejected", "service", RDP, worth=MEANT),
    Phrase("errinfo_license", "rejected", "service", RDP, worth=MEANT),
    Phrase("errinfo_idle_timeout", "closed", "hold", RDP, worth=MEANT),
    Phrase("errinfo_logon_timeout", "timed-out", "service", RDP, worth=MEANT),
    Phrase("errinfo_rpc_initiated_disconnect", "closed", "service", RDP, worth=MEANT),
    Phrase("errinfo_disconnected_by_other", "closed", "service", RDP, worth=MEANT),
    Phrase("another user connected to the server, forcing the disconnection", "closed", "service", RDP, worth=MEANT),
    Phrase("remote desktop is offline", "rejected", "service", "rustdesk", worth=MEANT),
    Phrase("target device is offline", "rejected", "service", "rustdesk", worth=MEANT),
    Phrase("failed to connect to rendezvous server", "unknown", "tcp", "rustdesk", worth=OPAQUE, open=UNTOLD),
    Phrase("remote desktop can't connect to the remote computer", "unknown", "", RDP, worth=OPAQUE, open=UNTOLD),
    Phrase("remote desktop can\u2019t connect to the remote computer", "unknown", "", RDP, worth=OPAQUE, open=UNTOLD),
    Phrase("can't find the computer", "name-not-resolved", "name", RDP, worth=SENTENCE),
    Phrase("couldn't connect to the remote pc", "unknown", "", RDP, worth=OPAQUE, open=UNTOLD),
    Phrase("your credentials did not work", "rejected", "service", RDP, worth=MEANT),
    Phrase("the logon attempt failed", "rejected", "service", RDP, worth=MEANT),
    Phrase("requires network level authentication", "rejected", "service", RDP, worth=MEANT),
    Phrase("credssp encryption oracle", "rejected", "service", RDP, worth=MEANT),
    Phrase("because of a protocol error", "protocol-mismatch", "service", RDP, worth=MEANT),
    Phrase("anynet_", "unknown", "", "anydesk", worth=OPAQUE, open=UNTOLD),
    Phrase("extended error code: 0x", "unknown", "", RDP, worth=OPAQUE, open=UNTOLD),
    Phrase("vnc authentication failed", "rejected", "service", VNC, worth=MEANT),
    Phrase("too many security failures", "rejected", "service", VNC, worth=MEANT),
    Phrase("too many authentication failures", "rejected", "service", VNC, worth=SENTENCE),
    Phrase("no matching security types", "protocol-mismatch", "service", VNC, worth=MEANT),
    Phrase("no supported security type", "protocol-mismatch", "service", VNC, worth=MEANT),
    Phrase("not an rfb server", "protocol-mismatch", "service", VNC, worth=MEANT),
    Phrase("rdp client disconnected", "closed", "service", RDP, worth=SENTENCE),
    Phrase("vnc client disconnected", "closed", "service", VNC, worth=SENTENCE),
    Phrase("invalid rfb", "protocol-mismatch", "service", VNC, worth=MEANT),
    Phrase("not a vnc server", "protocol-mismatch", "service", VNC, worth=MEANT),
    Phrase("vnc error - problem connecting", "unknown", "", VNC, worth=OPAQUE, open=UNTOLD),
    Phrase("unable to connect to vnc server", "unknown", "", VNC, worth=OPAQUE, open=UNTOLD),
)  # fmt: skip

_SYSTEM = pattern(r"(?i)returned a system error (\d{1,5})\b|enet connection on udp port \d{1,5}: error (\d{1,5})\b")
"FreeRDP's and Moonlight's, with the system's number."


def read(line: str) -> Iterator[Reading]:
    """Sentences and numbers."""
    yield from phrases(SAID, line)
    yield from numbered(_SYSTEM.search(line), CODE, client=RDP)
