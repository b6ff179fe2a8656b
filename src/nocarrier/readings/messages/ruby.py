"""Ruby: its sockets, OpenSSL and Net::HTTP, the clients on top of them, Bundler, Puppet, Chef and Vagrant."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import KIND, named
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "errno::",
    "eoferror",
    "openssl::ssl",
    "ssl_connect syscall returned=",
    "net::open",
    "net::read",
    "net::http",
    "net::ssh",
    "net::smtp",
    "httperror: ",
    "(wrong status line: ",
    "the server responded with status",
    "remote server: error ",
)

SAID = (
    Phrase("net::ssh::hostkeymismatch", "rejected", "service", "net-ssh", worth=MEANT),
    Phrase("peer verification of target server failed", "tls-failed", "tls", "ruby"),
    Phrase("(wrong status line: ", "protocol-mismatch", "http", "ruby", worth=MEANT),
    Phrase("net::httpbadresponse", "protocol-mismatch", "http", "ruby", worth=MEANT),
    Phrase("execution expired", "timed-out", "", "ruby"),
    Phrase("got invalid response type", "protocol-mismatch", "service", "redis"),
    Phrase("connectionfailed: end of file reached", "closed", "", "ruby", worth=MEANT),
    Phrase("eoferror: end of file reached", "closed", "", "ruby", worth=MEANT),
    Phrase("errno::econnrefused", "refused", "tcp", "ruby", {"errno": "ECONNREFUSED"}, MEANT),
    Phrase("errno::epipe", "closed", "", "ruby", {"errno": "EPIPE"}, MEANT),
    Phrase("authentication with rabbitmq failed", "rejected", "service", "amqp", worth=MEANT),
    Phrase("failed to open tcp connection to", "unknown", "tcp", "ruby", worth=OPAQUE),
    Phrase("net::opentimeout", "timed-out", "tcp", "ruby", worth=MEANT),
    Phrase("net::readtimeout", "timed-out", "http", "ruby", worth=MEANT),
    Phrase("net::ssh::connectiontimeout", "timed-out", "tcp", "ruby", worth=MEANT),
    Phrase("net::ssh::authenticationfailed", "rejected", "service", "ruby", worth=MEANT),
    Phrase("could not settle on ", "protocol-mismatch", "service", "ruby", worth=MEANT),
    Phrase("getaddrinfo: name or service not known", "name-not-resolved", "name", "", {"errno": "EAI_NONAME"}),
    Phrase("end of file reached", "closed", "", "ruby"),
    Phrase("eoferror (eoferror)", "closed", "", "ruby"),
    Phrase("openssl::ssl::sslerror", "tls-failed", "tls", "ruby"),
    Phrase("ssl_connect returned=", "tls-failed", "tls", "ruby"),
    Phrase("did not match server certificate", "tls-failed", "tls", "puppet", worth=MEANT),
    Phrase("blocked hosts: ", "rejected", "http", "rails", worth=MEANT),
    Phrase("blocked host: ", "rejected", "http", "rails", worth=MEANT),
    # Excon, RestClient, redis, pg
    Phrase("connect timeout reached", "timed-out", "tcp", "ruby", worth=MEANT),
    Phrase("read timeout reached", "timed-out", "http", "ruby", worth=MEANT),
    Phrase("couldn't read response headers", "closed", "http", "ruby"),
    Phrase("no address for ", "name-not-resolved", "name", "ruby"),
    Phrase("server broke connection", "closed", "http", "ruby"),
    Phrase("no sentinels available", "unknown", "tcp", "redis", worth=OPAQUE),
    Phrase("redis::connectionerror: connection lost", "closed", "service", "redis", worth=MEANT),
    Phrase("no connection to the server", "closed", "service", "postgresql"),
    Phrase("can't get socket descriptor", "closed", "service", "postgresql"),
    # Bundler and RubyGems
    Phrase("could not verify the ssl certificate", "tls-failed", "tls", "bundler", worth=MEANT),
    Phrase("could not fetch specs from", "unknown", "", "bundler", worth=OPAQUE),
    Phrase("network error while fetching", "unknown", "", "bundler", worth=OPAQUE),
    Phrase("too many connection resets", "reset", "http", "rubygems", worth=MEANT),
    Phrase("timeout during server version negotiating", "timed-out", "service", "net-ssh", worth=MEANT),
    Phrase("please supply credentials for this source", "rejected", "http", "bundler", {"http_status": 401}, MEANT),
    Phrase("double-check your credentials and correct", "rejected", "http", "bundler", {"http_status": 401}, MEANT),
    Phrase(" - no such name (http", "name-not-resolved", "name", "rubygems", worth=MEANT),
    # Vagrant waits for its guest
    Phrase("sshconnectionreset", "reset", "service", "vagrant"),
    Phrase("sshconnectionrefused", "refused", "tcp", "vagrant"),
    Phrase("sshconnectiontimeout", "timed-out", "tcp", "vagrant"),
    Phrase("sshconnectionaborted", "closed", "service", "vagrant"),
    Phrase("sshdisconnected", "closed", "service", "vagrant"),
    Phrase("sshauthenticationfailed", "rejected", "service", "vagrant"),
    Phrase("sshhostdown", "unreachable", "route", "vagrant"),
    Phrase("sshnoroute", "unreachable", "route", "vagrant"),
    Phrase("warning: remote connection disconnect", "closed", "service", "vagrant"),
    Phrase("warning: authentication failure. retrying", "rejected", "service", "vagrant"),
    Phrase("warning: connection aborted. retrying", "closed", "service", "vagrant"),
    Phrase("timed out while waiting for the machine to boot", "timed-out", "tcp", "vagrant", worth=MEANT),
)  # fmt: skip

_SYSCALL = pattern(r"SSL_connect SYSCALL returned=\d{1,3} errno=(\d{1,5})\b")
"The system's error within a handshake; 0 where the connection only ended."
_STATUS = pattern(r"(?:OpenURI::HTTPError: |the server responded with status |remote server: Error )([45]\d\d)\b")

_SMTP = pattern(r"\bNet::SMTP\w{4,30}: ([45]\d\d)\b")


def read(line: str) -> Iterator[Reading]:
    """Exceptions and sentences."""
    yield from phrases(SAID, line)
    ended = _SYSCALL.search(line)
    if ended is not None and "certificate verify failed" not in line:
        symbol = named(int(ended[1]))
        code: dict[str, str | int] = {"errno": symbol} if symbol else {"openssl": "SSL_ERROR_SYSCALL"}
        yield Reading(
            kind=KIND[symbol] if symbol else "closed", worth=MEANT, client="ruby", step="tls", code=code, at=ended.start()
        )  # fmt: skip
    yield from answered(_STATUS.search(line), of_request, CODE, client="ruby")
    mail = _SMTP.search(line)
    if mail is not None:
        said: dict[str, str | int] = {"smtp": int(mail[1])}
        yield Reading(kind="rejected", worth=CODE, client="smtp", step="service", code=said, at=mail.start())
