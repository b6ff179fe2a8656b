"""What stands in a text where a target belongs, and has not the form of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.diagnosis.hint import Hint, is_literal
from nocarrier.model.pattern import pattern
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import WILDCARDS
from nocarrier.readings.messages.reading import Reading

_PORT_IN_NAME = pattern(r"(?i)\bhost lookup:\s{1,9}'[\w.-]{1,253}:\d{2,5}'")
"Dart's form of it."
_TWO_PORTS = pattern(r"://[\w.-]{1,253}:\d{1,5}:\d{1,5}\b")
_TWO_URLS = pattern(r"://[\w.-]{1,253}:[a-z]{2,9}://")
"As an environment of Kubernetes' makes it, in which REDIS_PORT is a whole URL."
_PORT_IN_PATH = pattern(r"\b(?:wss?|https?)://[\w.-]{1,253}/[\w-]{1,60}:\d{2,5}/")
_PORT_NO_NUMBER = pattern(r"\(port [A-Za-z]")
"""Git's form of a URL of SSH with a user's name where the port belongs (``ssh://git@host:user/repo``)."""
_UNFILLED = pattern(r"\$\{\w{1,60}\}|\{\{ ?\w{1,60} ?\}\}|\$\(\w{1,60}\)")
_NO_HOST = pattern(r"\b(?:mqtts?|wss?|https?)://(?:/(?!var|run|tmp)|:\d)")
_QUOTED = pattern(r"getaddrinfo \w{5,12} \"")
_FOLDER = pattern(r"\bunix://(?!/)(?:tmp|var|run|home|srv|opt)\b")
MISSHAPEN = (
    (_FOLDER, say("the path of a socket begins with a third slash")),
    (_QUOTED, say("the name that was looked up has quotes in it")),
    (_NO_HOST, say("no host stands in the URL")),
    (_TWO_PORTS, say("two ports stand behind the host")),
    (_TWO_URLS, say("a whole URL stands where the port belongs")),
    (_PORT_IN_PATH, say("the port stands behind the path, and belongs behind the host")),
    (_PORT_NO_NUMBER, say("what stands where the port belongs is no number")),
)
HIGHEST = 65535
SCHEMES = frozenset({"http", "https", "ws", "wss", "tcp", "ssh"})


def of_form(reading: Reading, host: str, text: str) -> Iterator[Hint]:
    """No host, two ports, a URL in place of a port, a port in a name."""
    if "dial tcp :" in text and reading.kind in ("refused", "timed-out", "address-unavailable"):
        why = say("no host stands where the target was dialled: an empty variable, or a URL without its strokes")
        yield Hint("target-malformed", 4, why, leads=True)
    if reading.kind == "name-not-resolved" and _PORT_IN_NAME.search(text) is not None:
        yield Hint("target-malformed", 4, say("the name that was looked up has a port in it"), leads=True)
    if reading.kind == "name-not-resolved" and _UNFILLED.search(text) is not None:
        yield Hint(
            "target-malformed", 4, say("a variable that nobody filled in stands where the host belongs"), leads=True
        )
    given = reading.kind in ("unknown", "protocol-mismatch") and reading.step == "target"
    if given:
        yield Hint("target-malformed", 3, say("what was given has not the form of a target"), leads=True)
    if reading.kind in OF_PORT_0 and host and host not in WILDCARDS and _of_port_0(host, reading.port, text):
        yield Hint("target-malformed", 3, say("no server listens on port 0"), leads=True)
    if host and any(int(port) > HIGHEST for port in re.findall(rf"{re.escape(host)}:(\d{{5,9}})\b", text)):
        yield Hint("target-malformed", 4, say("no port has a number above 65535"), leads=True)
    for form, why in MISSHAPEN:
        if form.search(text) is not None:
            yield Hint("target-malformed", 3, why, leads=True)


OF_PORT_0 = frozenset({"refused", "timed-out", "address-unavailable", "unknown"})
"What systems say to who dials port 0: Linux and Windows each have two answers."


def _of_port_0(host: str, port: int, text: str) -> bool:
    """Port 0 stands right behind the host that was dialled, and was not asked for, as a client asks to be given any port of its own."""
    if "bind" in text.lower() or (port and f"{host}:{port}" in text):
        return False
    place = max(f"[{host}]:0", f"{host}:0", key=text.find)
    at = text.find(place)
    return at >= 0 and not text[at + len(place) : at + len(place) + 1].isalnum()


def misshape(host: str) -> Prose | None:
    """Why this is no host, where it is none: what the target's own reader knows of forms. A name that was masked may be any."""
    if "*" in host or set(host) <= set("x."):
        return None
    if "://" in host:
        return say("{host} is a whole URL, and no host", host=host)
    if host.startswith("0.") and is_literal(host) and host != "0.0.0.0":
        return say("{host} is no address of anybody", host=host)
    if "." in host and host.lower().endswith(("http", "https")):
        return say("the beginning of a second URL stands in {host}", host=host)
    if any(label.startswith("-") or label.endswith("-") for label in host.split(".")):
        return say("a part of {host} is empty, as where a variable was not set", host=host)
    if "@" in host:
        return say("{host} has a user's name in it", host=host)
    if host.lower() in SCHEMES:
        return say("{host} is the beginning of a URL, and no host", host=host)
    if "/" in host or "," in host or (":" in host and not is_literal(host)):
        return say("{host} is no host", host=host)
    from nocarrier.readings.target import BadTarget, parse_target

    try:
        return parse_target(f"tcp://[{host}]:1" if ":" in host else f"tcp://{host}:1").misshapen
    except BadTarget:
        return say("{host} is no host", host=host)
