"""The command that would decide between the causes of a text: this program on the place that the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.diagnosis.hint import binds, is_literal, is_loopback
from nocarrier.facts.services import DEFAULT_PORT, NFS, TAKING_UP_TLS
from nocarrier.model.explanation import Next
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.model.shell import call
from nocarrier.model.target import WILDCARDS, bracketed, ssh_place
from nocarrier.readings.messages.reading import Reading

HTTPS, HIGHEST = 443, 65535
WHICH = say("Which of these is it?")
OF_THE_OTHER_END = frozenset({"refused", "timed-out", "reset", "closed"})
"Classes whose causes mostly lie on the server's machine, where one look decides."
PROXY = 1080
"Where curl looks for a proxy of which it is told no port."
SMB = 445
WITHOUT_SCHEME = {"rsync": 873, "nfs": NFS, "mount": NFS, "smb": SMB, "cifs": SMB}
"Clients of services that have a port and no scheme here."
OF_WORDS = (
    (("mongoserverselectionerror", "mongonetwork", "pymongo."), "mongodb"),
    (("sqlstate[hy000] [2002]",), "mysql"),
    (("ssh: could not resolve hostname",), "ssh"),
)
"What only clients of one service say, beside words for the error that are anybody's."
UNPRIVILEGED = 1024
"The first port that any program may bind, unless the machine is told otherwise (ip_unprivileged_port_start, ip-sysctl)."
OVER_UDP = frozenset({"openvpn"})
"Whose TLS goes over UDP unless it is told otherwise."


def deciding(reading: Reading, text: str) -> Iterator[Next]:
    """The commands, what they are asked for first. Every target in them is one that `readings.target` takes."""
    if reading.kind == "address-in-use":
        if reading.port:
            asked = say("Who holds port {port}?", port=reading.port)
            yield Next(question=asked, command=f"ss -Hltnp 'sport = :{reading.port}'")
        return
    if binds(reading, text):
        yield from _of_a_bind(reading)
        return
    if reading.kind == "permission-denied" and reading.host in WILDCARDS:
        return
    if reading.by_client:
        return  # this server was reached, and knows no more of who went
    if reading.through and not reading.host:
        reading = _of_the_proxy(reading)
    url, port = _dialled(reading, text)
    if url and not _plain(reading.host):
        url, port = _taken(url, port)
    if not url:
        return
    words = [url]
    if reading.through:
        words += ["--proxy", reading.through if "://" in reading.through else f"http://{reading.through}"]
    asked = say("Which of these is it? The text names no port: put the right one in place of {port}.", port=port)
    yield Next(question=asked if port else WHICH, command=call(*words))
    if reading.kind in OF_THE_OTHER_END and not reading.through and not port and _may_be_entered(reading.host):
        asked = say("And seen from the server's side, if you may log in there:")
        yield Next(question=asked, command=call(*words, "--server", ssh_place(reading.host)))


def _of_the_proxy(reading: Reading) -> Reading:
    """With the proxy for a target, where nothing else is named."""
    place = reading.through.rpartition("://")[2]
    host, colon, port = place.rpartition(":")
    if not colon or not port.isdecimal():
        return replace(reading, host=place, through="")
    return replace(reading, host=host.strip("[]"), port=int(port), through="")


def _of_a_bind(reading: Reading) -> Iterator[Next]:
    """What decides on this machine, for nobody was dialled: of the address, and of a port that belongs to root alone."""
    if reading.kind == "address-unavailable":
        yield Next(question=say("Which addresses does this machine have?"), command="ip -br address")
    elif reading.kind == "permission-denied" and 0 < reading.port < UNPRIVILEGED:
        asked = say("From which port on may any program listen?")
        yield Next(question=asked, command="sysctl net.ipv4.ip_unprivileged_port_start")


def _plain(host: str) -> bool:
    """An ordinary name or an IPv4 address: a target as it stands."""
    return (
        host.isascii()
        and host.replace(".", "").replace("-", "").isalnum()
        and host[0] not in ".-"
        and ".." not in host
    )


def _taken(url: str, port: int) -> tuple[str, int]:
    """The target that was meant, where this one is none; empty where nobody could say."""
    from nocarrier.readings.target import BadTarget, parse_target

    try:
        parse_target(url)
    except BadTarget as bad:
        return ("", 0) if bad.target is None else (bad.target.corrected, 0)
    return url, port


def _dialled(reading: Reading, text: str) -> tuple[str, int]:
    """The place as a target, and the port that had to be made up; both empty where the text names none."""
    if reading.scheme == "unix" or reading.host.startswith("/"):
        return f"unix://{reading.host}" if reading.host else "", 0
    if not reading.host or reading.host.startswith("_"):  # a service's name (RFC 2782) is no host's
        return "", 0
    if "://" in reading.host:
        return reading.host, 0
    if _is_no_port(reading.host, text):
        return "", 0
    scheme = _spoken(reading, text)
    place = f"{scheme}://{bracketed(reading.host)}"
    if reading.port:
        port = "" if reading.port == DEFAULT_PORT.get(scheme) else f":{reading.port}"
        return place + port + _path(reading, text), 0
    if DEFAULT_PORT.get(scheme):
        return place + _path(reading, text), 0
    if reading.kind == "proxy":
        return f"{place}:{PROXY}", PROXY
    if reading.client in WITHOUT_SCHEME:
        return f"{place}:{WITHOUT_SCHEME[reading.client]}", 0
    made_up = 80 if (is_literal(reading.host) or is_loopback(reading.host)) and reading.kind != "tls-failed" else 443
    return f"{place}:{made_up}", 0 if reading.kind == "name-not-resolved" else made_up


def _is_no_port(host: str, text: str) -> bool:
    """A number that no port has stands where the port belongs: no other one was meant."""
    found = re.search(rf"{re.escape(bracketed(host))}:(\d{{5,9}})\b", text)
    return found is not None and int(found[1]) > HIGHEST


def _spoken(reading: Reading, text: str) -> str:
    """The scheme to ask in: the text's, that of a client of one service, or what a handshake that failed was to be."""
    if reading.scheme in DEFAULT_PORT:
        return reading.scheme
    if not reading.port and DEFAULT_PORT.get(reading.client):
        return reading.client
    if reading.client in OVER_UDP:
        return "udp"
    if not reading.port:
        lower = text.lower()
        named = next((scheme for words, scheme in OF_WORDS if any(word in lower for word in words)), "")
        if named:
            return named
    if reading.kind == "tls-failed" or reading.step == "tls":
        return "tcp" if reading.port in TAKING_UP_TLS else "tls"
    if reading.step == "http" and not reading.scheme:
        return "https" if reading.port == HTTPS else "http"
    return "tcp"


def _path(reading: Reading, text: str) -> str:
    """The path of the URL that the text names, without its query, in which secrets may stand."""
    if reading.scheme not in ("http", "https", "ws", "wss"):
        return ""
    place = re.escape(f"{reading.scheme}://{bracketed(reading.host)}")
    found = re.search(rf"(?i){place}(?::\d{{1,5}})?(/[\w.~!$&+,;=:@%/-]{{0,512}})", text)
    return "" if found is None else found[1].rstrip(".,:;").rstrip("/")


def _may_be_entered(host: str) -> bool:
    """A machine of one's own, as far as its name tells: neither this one nor a whole domain of the internet."""
    return not is_loopback(host) and is_literal(host)
