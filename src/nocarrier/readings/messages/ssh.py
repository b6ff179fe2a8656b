"""SSH: what OpenSSH's client and server, PuTTY, libssh, libssh2, dropbear and Go's library say of a session, and rsync over it."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.common import told_at
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, WORDS, ErrorClass, Reading

STEMS = (
    "ssh: connect", ": open failed: ", "kex_exchange", "connection closed by", "connection reset by", "banner exchange", "permission denied (publickey",
    "host key verification", "ssh_exchange_identification", " not responding", "closed by remote host", "rsync: ",
    "overflow reading version string", "timed out", "net.ssh.authentication", "ssh_dispatch_run_fatal", "ssh: handshake failed: ",
)  # fmt: skip

OPENSSH, PUTTY, LIBSSH, DROPBEAR, GO, RSYNC = "ssh", "putty", "libssh", "dropbear", "go", "rsync"

SAID = (
    Phrase("kex_exchange_identification: banner line too long", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("unable to negotiate a key exchange method", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("this service allows sftp connections only", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("rejected: connect failed (connection refused)", "refused", "tcp", "ssh", {"errno": "ECONNREFUSED"}, MEANT + 1),
    Phrase("ssh: subsystem request failed", "rejected", "service", "ssh", worth=MEANT),
    Phrase("refused local port forward: ", "rejected", "service", "ssh", worth=MEANT),
    Phrase("nothing received from server on udp port", "timed-out", "service", "mosh", worth=MEANT),
    # OpenSSH: client
    Phrase("overflow reading version string", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("could not resolve hostname", "name-not-resolved", "name", OPENSSH),
    Phrase("exchange_identification: connection closed by remote host", "closed", "service", OPENSSH, worth=MEANT),
    Phrase("exchange_identification: read: connection reset", "reset", "service", OPENSSH, worth=MEANT),
    Phrase("exchange_identification: banner line contains invalid", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("exchange_identification: client sent invalid protocol identifier", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("exchange_identification: no ssh identification string received", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("bad remote protocol version identification", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase(":11: bye bye", "closed", "service", OPENSSH, worth=MEANT),
    Phrase("session open refused by peer", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("connection timed out during banner exchange", "timed-out", "service", OPENSSH, worth=MEANT),
    Phrase("permission denied (publickey", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("permission denied, please try again", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("permission denied (password", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("permission denied (keyboard", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("permission denied (gssapi", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("permission denied (hostbased", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("too many authentication failures", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("no more authentication methods", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("host key verification failed", "rejected", "service", OPENSSH),
    Phrase("remote host identification has changed", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("no matching host key type found", "protocol-mismatch", "service", OPENSSH),
    Phrase("no matching key exchange method found", "protocol-mismatch", "service", OPENSSH),
    Phrase("no matching cipher found", "protocol-mismatch", "service", OPENSSH),
    Phrase("no matching mac found", "protocol-mismatch", "service", OPENSSH),
    Phrase("no matching kex algorithm found", "protocol-mismatch", "service", "ios", worth=MEANT),
    Phrase("no matching hostkey algorithm found", "protocol-mismatch", "service", "ios", worth=MEANT),
    Phrase("no matching cipher algorithm found", "protocol-mismatch", "service", "ios", worth=MEANT),
    Phrase("no matching mac algorithm found", "protocol-mismatch", "service", "ios", worth=MEANT),
    Phrase("no matching compression algorithm found", "protocol-mismatch", "service", "ios", worth=MEANT),
    Phrase("unable to negotiate key exchange for ", "protocol-mismatch", "service", "apache-sshd", worth=MEANT),
    Phrase("invalid modulus length", "rejected", "service", "ios", worth=MEANT),
    Phrase("bad server host key: ", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("exec request failed on channel", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("subsystem request failed on channel", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("open failed: administratively prohibited", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("administratively prohibited: open failed", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("remote port forwarding failed for listen port", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("cannot listen to port: ", "address-in-use", "tcp", OPENSSH, worth=WORDS),
    Phrase("could not request local forwarding", "unknown", "tcp", OPENSSH, worth=OPAQUE),
    Phrase("stdio forwarding failed", "unknown", "tcp", OPENSSH, worth=OPAQUE),
    Phrase("bad packet length ", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("corrupted mac on input", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("message authentication code incorrect", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("received message too long ", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("client_loop: send disconnect: connection reset", "reset", "service", OPENSSH, worth=MEANT),
    Phrase("client_loop: send disconnect: ", "closed", "service", OPENSSH, worth=WORDS),
    Phrase("scp: connection closed", "closed", "service", OPENSSH),
    # OpenSSH: server
    Phrase("did not receive identification string from", "closed", "service", OPENSSH, worth=MEANT),
    Phrase("bad protocol version identification", "protocol-mismatch", "service", OPENSSH, worth=MEANT),
    Phrase("timeout before authentication for", "timed-out", "service", OPENSSH, worth=MEANT),
    Phrase("maximum authentication attempts exceeded", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("past maxstartups", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("beginning maxstartups throttling", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("not allowed because not listed in allow", "rejected", "service", OPENSSH, worth=MEANT),
    Phrase("refused connect from ", "rejected", "service", OPENSSH, worth=MEANT),
    # PuTTY, WinSCP
    Phrase("no supported authentication methods available", "rejected", "service", PUTTY, worth=MEANT),
    Phrase("server refused our key", "rejected", "service", PUTTY, worth=MEANT),
    Phrase("couldn't agree a ", "protocol-mismatch", "service", PUTTY, worth=MEANT),
    Phrase("server sent disconnect message", "rejected", "service", PUTTY),
    Phrase("remote side sent disconnect message", "rejected", "service", PUTTY),
    Phrase("unexpectedly closed network connection", "closed", "service", PUTTY, worth=MEANT),
    Phrase("connection has been unexpectedly closed", "closed", "service", PUTTY),
    Phrase("incoming packet was garbled on decryption", "protocol-mismatch", "service", PUTTY, worth=MEANT),
    Phrase("host does not exist", "name-not-resolved", "name", PUTTY),
    Phrase("potential security breach", "rejected", "service", PUTTY, worth=MEANT),
    # libssh2, libssh
    Phrase("failed getting banner", "closed", "service", LIBSSH, worth=MEANT),
    Phrase("failed to get banner", "closed", "service", LIBSSH, worth=MEANT),
    Phrase("unable to exchange encryption keys", "rejected", "service", LIBSSH, worth=MEANT),
    Phrase("username/publickey combination invalid", "rejected", "service", LIBSSH, worth=MEANT),
    Phrase("kex error : no match for method", "protocol-mismatch", "service", LIBSSH, worth=MEANT),
    Phrase("socket error: disconnected", "closed", "service", LIBSSH, worth=MEANT),
    Phrase("authentication that can continue: ", "rejected", "service", LIBSSH, worth=MEANT),
    Phrase("key exchange was not finished, connection is closed", "closed", "service", LIBSSH, worth=MEANT),
    # dropbear
    Phrase("exited: remote closed the connection", "closed", "service", DROPBEAR, worth=MEANT),
    Phrase("no auth methods could be used", "rejected", "service", DROPBEAR, worth=MEANT),
    Phrase("no matching algo ", "protocol-mismatch", "service", DROPBEAR, worth=MEANT),
    Phrase("timeout before auth", "timed-out", "service", DROPBEAR),
    Phrase("max auth tries reached", "rejected", "service", DROPBEAR, worth=MEANT),
    Phrase("failed to get remote version", "closed", "service", DROPBEAR, worth=MEANT),
    # golang.org/x/crypto/ssh
    Phrase("ssh: unable to authenticate", "rejected", "service", GO, worth=MEANT),
    Phrase("ssh: no common algorithm", "protocol-mismatch", "service", GO, worth=MEANT),
    Phrase("knownhosts: key", "rejected", "service", GO, worth=MEANT),
    Phrase("ssh: host key mismatch", "rejected", "service", GO, worth=MEANT),
    Phrase("ssh: handshake failed: eof", "closed", "service", GO, worth=MEANT),
    Phrase("ssh: rejected: ", "rejected", "service", GO),
    # Jenkins, Ansible, Vagrant, Packer, borg over SSH
    Phrase("server rejected the 1 private key", "rejected", "service", "jenkins", worth=MEANT),
    Phrase("failed to connect to the host via ssh", "unknown", "tcp", "ansible", worth=OPAQUE),
    Phrase(") exited with result 255", "unknown", "tcp", "ansible", worth=OPAQUE),
    Phrase("make sure this host can be reached over ssh", "unknown", "tcp", "ansible", worth=OPAQUE),
    Phrase("warning: connection timeout. retrying", "timed-out", "tcp", "vagrant", worth=MEANT),
    Phrase("warning: remote connection disconnect. retrying", "closed", "service", "vagrant", worth=MEANT),
    Phrase("warning: authentication failure. retrying", "rejected", "service", "vagrant", worth=MEANT),
    Phrase("timed out while waiting for the machine to boot", "timed-out", "tcp", "vagrant", worth=MEANT),
    Phrase("timeout waiting for ssh", "timed-out", "tcp", "packer", worth=MEANT),
    Phrase("timeout waiting for winrm", "timed-out", "tcp", "packer", worth=MEANT),
    Phrase("experienced an authentication error when trying to connect via ssh", "rejected", "service", "packer", worth=MEANT),
    Phrase("is borg working on the server", "closed", "service", "borg", worth=MEANT),
    Phrase("got unexpected rpc data format from server", "protocol-mismatch", "service", "borg", worth=MEANT),
    Phrase("unable to start the sftp session, error: eof", "closed", "service", "restic", worth=MEANT),
    Phrase("failed to send packet: ", "closed", "service", "restic"),
    Phrase("timeout during server version negotiating", "timed-out", "service", "net-ssh", worth=MEANT),
    # rsync
    Phrase("rather than greeting", "protocol-mismatch", "service", RSYNC),
    Phrase("error: timeout in data send/receive (code 30)", "timed-out", "", RSYNC, worth=MEANT),
    Phrase("timeout waiting for daemon connection", "timed-out", "tcp", RSYNC, worth=MEANT),
    Phrase("did not see server greeting", "closed", "service", RSYNC, worth=MEANT),
    Phrase("rsync: connection unexpectedly closed", "closed", "", RSYNC),
    Phrase("protocol version mismatch -- is your shell clean", "protocol-mismatch", "service", RSYNC, worth=MEANT),
    Phrase("@error: auth failed on module", "rejected", "service", RSYNC, worth=MEANT),
    Phrase("@error: unknown module", "rejected", "service", RSYNC, worth=MEANT),
    Phrase("@error: access denied to ", "rejected", "service", RSYNC, worth=MEANT),
    Phrase("@error: max connections (", "rejected", "service", RSYNC, worth=MEANT),
)  # fmt: skip

_SSH = pattern(r"ssh: connect to host (\S{1,253}) port (\d{1,5})")
_NEGOTIATED = pattern(r"[Uu]nable to negotiate with (\S{1,253}) port (\d{1,5})")
_BY = pattern(
    r"(?i)connection (closed|reset) by (?:authenticating user \S+ |invalid user \S+ )?([0-9a-z.:-]{1,253}) port (\d{1,5}|\*)"
)
_TIMED_OUT = pattern(r"(?i)\bconnect(?:ion)? to (\S{1,253}) port (\d{1,5})(?: \(tcp\))? ?:? timed out")
_NAME = pattern(r"(?i)could not resolve hostname ['‘\"]?([\w.-]{1,253})")
_AT = pattern(
    r"(?i)\b(?:rsync: (?:\[\w{1,12}\] )?failed to connect to|server|connection to) ([0-9A-Fa-f:]{2,45}(?= \()|[\w.-]{1,253}\w)(?: \([^)]{1,64}\))?(?::| not responding| closed by remote host)"
)
_RSYNC = pattern(r"\brsync: (?:\[\w{1,12}\] )?failed to connect\b")
_CHANNEL = pattern(r"\bchannel \d{1,6}: open failed: ")
"What the far end says of what it was to dial."
_OVER = pattern(r"(?i)\bconnection to \S{1,253} closed by remote host")
_NET_SSH = pattern(r"\bnet\.ssh\.authentication\.\S{1,80}: \S{1,40} failed\b")
"net-ssh of a way to log in that the server did not take."
_SILENT = pattern(r"\b[Tt]imeout, server \S{1,253} not responding")
NO_HOST = ("unknown", "remote")
"What OpenSSH prints in place of an address, and what stands there in ``by remote host port``."


def read(line: str) -> Iterator[Reading]:
    """The sentences, with the place that OpenSSH names beside them."""
    place = _SSH.search(line) or _NEGOTIATED.search(line)
    name = _NAME.search(line)
    for one in phrases(SAID, line):
        if place is not None:
            yield replace(one, host=place[1].strip("[]'\""), port=min(int(place[2]), 65535))
        elif name is not None and one.kind == "name-not-resolved":
            yield replace(one, host=name[1].rstrip("."))
        else:
            yield one
    channel = _CHANNEL.search(line)
    if channel is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client=OPENSSH, at=channel.start())
    if place is not None:
        host, port = place[1].strip("[]'\""), min(int(place[2]), 65535)
        yield Reading(kind="unknown", worth=OPAQUE, client=OPENSSH, host=host, port=port, at=place.start())
        # of a jump host before the client's own words, which say of it only that it was closed
        yield from told_at(line, place.end(), MEANT, client=OPENSSH, host=host, port=port)
    yield from _ended(line)


def _ended(line: str) -> Iterator[Reading]:
    """What became of a session, where only its host is named."""
    late = _TIMED_OUT.search(line)
    if late is not None:
        host, port = _host(late[1]), min(int(late[2]), 65535)
        yield Reading(
            kind="timed-out", worth=SENTENCE, client=OPENSSH, host=host, port=port if host else 0, at=late.start()
        )
    at = _AT.search(line)
    host = "" if at is None else at[1]
    if _OVER.search(line):
        yield Reading(kind="closed", worth=SENTENCE, client=OPENSSH, step="service", host=host)
    if _NET_SSH.search(line):
        yield Reading(kind="rejected", worth=SENTENCE, client="net-ssh", step="service")
    if _SILENT.search(line):
        yield Reading(kind="timed-out", worth=SENTENCE, client=OPENSSH, step="service", host=host)
    if _RSYNC.search(line) is not None:
        yield Reading(kind="unknown", worth=OPAQUE, client=RSYNC, host=host)
    ended = _BY.search(line)
    if ended is not None:
        kind: ErrorClass = "closed" if ended[1].lower() == "closed" else "reset"
        host = (
            "" if "sshd[" in line or "[preauth]" in line else _host(ended[2])
        )  # who dialled, in the server's own log
        port = min(int(ended[3]), 65535) if host and ended[3] != "*" else 0
        # without a host it was no socket that ended but the command in its place (ProxyCommand), which says more
        yield Reading(
            kind=kind,
            worth=SENTENCE if host else WORDS,
            client=OPENSSH,
            step="service",
            host=host,
            port=port,
            at=ended.start(),
        )


def _host(named: str) -> str:
    """A host as it is named, unless the words stand for one that is not known."""
    return "" if named.lower() in NO_HOST else named
