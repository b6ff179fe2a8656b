"""Clients that could not take what they were given for a target: nothing was dialled."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = ("err_invalid_url", "err_invalid_protocol", "err_socket_bad_port")

UNDIALLED = say("Nothing was dialled: what was given has not the form of a target.")

SAID = tuple(
    Phrase(words, "unknown", "target", "", worth=worth, open=UNDIALLED)
    for words, worth in (
        ("failed to construct 'websocket'", OPAQUE),
        ("error: invalid url", OPAQUE),
        ("url did not parse", OPAQUE),
        ("invalid url: ", OPAQUE),
        ("invalid url '", OPAQUE),
        ("error: invalid uri", OPAQUE),
        ("invalid uri: ", OPAQUE),
        ("invalid uri for request", OPAQUE),
        ("err_invalid_url", OPAQUE),
        ("err_invalid_protocol", OPAQUE),
        ("err_socket_bad_port", OPAQUE),
        ("axioserror: unsupported protocol", OPAQUE),
        ("failed to parse url from", OPAQUE),
        ("only absolute urls are supported", OPAQUE),
        ('invalid uri "', OPAQUE),
        ("only http(s) protocols are supported", OPAQUE),
        ("invalid scheme, expected connection string to start with", OPAQUE),
        ("the url must start with http", OPAQUE),
        ("invalid connection string", OPAQUE),
        ("port should be >= 0 and < 65536", MEANT),
        # Go's net and net/url
        ("unsupported protocol scheme", OPAQUE),
        ("missing port in address", OPAQUE),
        ("too many colons in address", OPAQUE),
        ("http: no host in request url", OPAQUE),
        # Python: requests, aiohttp, urllib, websockets, httpx; Ruby's URI
        (": no scheme supplied", MEANT),
        ("no connection adapters were found for ", MEANT),
        ("client_exceptions.invalidurl", MEANT),
        ("exceptions.invalidproxyurl", MEANT),
        ("locationparseerror", MEANT),
        ("error unknown url type: ", MEANT),
        ("unknown url type: ", OPAQUE),
        ("invalidurl: nonnumeric port", MEANT),
        ("exceptions.invaliduri", MEANT),
        ("invalidurierror", MEANT),
        ("bad uri(is not uri?)", MEANT),
        ("bad uri (is not uri?)", MEANT),
        ("failed to parse: http", OPAQUE),
        ("valueerror: scheme ", OPAQUE),
    )
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
