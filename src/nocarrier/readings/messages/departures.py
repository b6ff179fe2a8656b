"""A server's own words of a client that went, or kept silent: whoever reads them stands at the end that was dialled.

nginx writes them of status 499, sshd of who gave up before the login, databases of a client that ended without a word. What such
a line names as the target is the server itself, whom its client had reached.
"""

from __future__ import annotations

from nocarrier.facts.services import EPHEMERAL, HIGH
from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.reading import Reading

_WENT = pattern(
    r"(?i)\bclient (?:\S{1,64} )?(?:(?:has|had|un\w{1,14}|prematurely) )?(?:closed|broke|aborted) (?:the |its |TCP |keepalive )?(?:connection|socket)\b"
    r"|\bclient timed out \(|\bwhile (?:waiting for request|keepalive|reading client request)\b|\b(?:writev?|send(?:file)?|SSL_write)\(\) failed \(\d{1,3}: [^)]{1,60}\) while sending (?:response |request )?to client\b"
    r"|\bcould not (?:receive data from|send data to) client: |\bconnection to client lost\b|\bEOF on client connection\b|\bAborted connection \d{1,12} to "
    r"|\bsshd(?:-session)?\[\d{1,10}\]: .{0,160}?(?:closed|reset|disconnect) |\[preauth\]|\b(?:closed|reset) by (?:invalid|authenticating) user "
    r"|\bmissed heartbeats from client\b|\bcore_output_filter: writing data to the network\b|\b(?:lost connection|timeout) after \S{1,40}(?: \([^)]{1,60}\))? from \S{1,253}\["
    r"|\bClientAbortException\b|\brequests\.ClientDisconnect\b|\bBadRequestError: request aborted\b|\bclient \S{1,64} has exceeded timeout\b"
)
_BETWEEN = pattern(r"\b(?:read|write) tcp[46]? \S{2,260}:(\d{1,5})->\S{2,260}:(\d{1,5}): ")
"Go's two ends of a connection: its own first."
_UPSTREAM = ', upstream: "'
"How nginx ends such a line, where a server behind it was asked already."


def departed(reading: Reading, line: str) -> Reading:
    """The error as its client's doing, where a server says that in this line; what a gateway dialled for that client was no place of the error's."""
    if _WENT.search(line) is None and not _was_served(line):
        return reading
    if _UPSTREAM in line:
        reading = replace(reading, scheme="", host="", port=0)
    return replace(reading, by_client=True)


def _was_served(line: str) -> bool:
    """By the ports: the other end has one of those that are given to clients, and the own one has not."""
    between = _BETWEEN.search(line)
    if between is None:
        return False
    own, other = int(between[1]), int(between[2])
    return other >= EPHEMERAL > own and other not in HIGH
