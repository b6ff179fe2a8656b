"""Whom a program was dialling, from the lines around an error that does not say it itself.

curl says ``* Trying 10.20.0.5:82...``, wget ``Connecting to shop.example|10.20.0.5|:81...``, a browser's list of requests the
URL on a line of its own, and a traceback quotes the call with the URL in it. Only such lines count: what else stands near an
error may be about anybody. An object that is printed a member a line has its address below its code.
"""

from __future__ import annotations

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.endpoints import Endpoint, endpoints

LINES = 8
"Lines above an error, or members of an object below one, that are looked at."

_DIALS = pattern(
    r"(?i)(?:\b(?:trying|connect(?:ing|ed) to|connect(?:ing)? (?:to )?host|dialing|dialling|opening connection to|fetching|requesting|navigating to)\b"
    r"|\burl[ :=(]|\b(?:get|post|put|head|delete|patch|options) \"?[a-z]+://|^\s*wss?://\S+\s*$|^\s*https?://\S+\s*$)"
)
_CALLS = pattern(r"\w\(.{0,200}?[\"'`][a-z][a-z0-9+.-]{1,24}://")
"A call, as a traceback quotes it, with a URL in it."

_MEMBER = pattern(r"['\"]?(?:errno|code|syscall)['\"]?: ")
_PLACE = pattern(r"['\"]?(address|port)['\"]?: ?['\"]?([\w.:%-]{1,64})['\"]?,?$")


def addressed(line: str, below: str) -> tuple[str, int]:
    """Address and port of the object of which this line is a member, by those below it; empty and 0 where it names none."""
    named: dict[str, str] = {}
    for member in below.splitlines()[:LINES] if _MEMBER.match(line) else ():
        if member.lstrip().startswith("}"):
            break
        place = _PLACE.match(member.strip())
        if place is not None:
            named[place[1]] = place[2]
    port = named.get("port", "")
    return named.get("address", ""), int(port) if port.isdecimal() and int(port) < 65536 else 0


def dialled(above: str) -> Endpoint | None:
    """The place that the nearest line above names which says that it dials; None where there is none."""
    for line in reversed(above.splitlines()[-LINES:]):
        if _DIALS.search(line):
            places = [place for place in endpoints(line) if place.host and (place.port or place.scheme)]
        elif _CALLS.search(line):
            places = [place for place in endpoints(line) if place.host and place.scheme]
        else:
            continue
        if places:
            return places[-1]
    return None
