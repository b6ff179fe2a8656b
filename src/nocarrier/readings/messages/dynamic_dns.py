"""Updaters of names whose address changes: ddclient, inadyn, OpenWrt's ddns-scripts, and the replies of the protocol of DynDNS."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading

STEMS = ("badauth", "nohost", "notfqdn", "badagent", "!donator", "!yours", "dnserr", "numhost")

DDNS = "ddns"
SAID = (
    Phrase("error validating dyndns svr answer", "rejected", "service", "inadyn", worth=MEANT),
    Phrase("in ddns server response", "rejected", "service", "inadyn"),
    Phrase("error response from ddns server", "rejected", "service", "inadyn", worth=MEANT),
    Phrase("get registered/public ip for", "unknown", "", "ddns-scripts", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to register the external ip address", "unknown", "", "synology", worth=OPAQUE, open=NOT_TOLD),
    Phrase("update not accepted by ddns provider", "rejected", "service", DDNS, worth=MEANT),
    Phrase("transfer failed - retry", "unknown", "", "ddns-scripts", worth=OPAQUE, open=NOT_TOLD),
    Phrase("updating your ip address failed", "unknown", "", DDNS, worth=OPAQUE, open=NOT_TOLD),
    Phrase("unable to determine ip address", "unknown", "", "ddclient", worth=OPAQUE, open=NOT_TOLD),
    Phrase("unable to determine your ip address", "unknown", "", DDNS, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not determine your current ip", "unknown", "", DDNS, worth=OPAQUE, open=NOT_TOLD),
)  # fmt: skip

_REPLY = pattern(r"(?<![\w=.-])(badauth|nohost|notfqdn|badagent|!donator|!yours|numhost|dnserr)\b(?![=(.])")
"Of the update protocol (DynDNS Remote Access API, return codes), which many providers speak."


def read(line: str) -> Iterator[Reading]:
    """Sentences and replies."""
    yield from phrases(SAID, line)
    reply = _REPLY.search(line)
    if reply is not None:
        yield Reading(
            kind="rejected", worth=CODE, client=DDNS, step="service", code={"dyndns": reply[1]}, at=reply.start()
        )
