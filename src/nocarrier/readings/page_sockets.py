"""Where a web page or its scripts say that a WebSocket is: read from the text, which is never run.

An address is mostly put together from pieces (``"ws://" + location.host + "/live"``, ``` `wss://${host}/live` ```), so
within a call everything that is no string counts as a host that is not known. Beside such calls any string counts that is
a whole ``ws://`` address, and any path with a word that WebSockets are usually called by. All of it is a stranger's text:
bounded, and only what is a plain address comes out.
"""

from __future__ import annotations

import re

from nocarrier.model.record import Record

MOST_TEXT = 1 << 17
"Characters that are looked at."
MOST_NAMED = 12
"Addresses that come out."
MOST_WRITTEN = 24
CALL = 240
"Characters after ``new WebSocket(`` in which its address stands."
BEFORE, MOST_PLACES = 80, 40
"Characters before a word for WebSockets, and places with one, in which paths are looked for."


class Named(Record):
    """An address that a page names. ``host`` is empty where it is the page's own or not known, ``port`` 0 likewise."""

    path: str
    host: str = ""
    port: int = 0


_CALLS = re.compile(r"\b(?:Reconnecting)?WebSocket\s*\(")
_WHOLE = re.compile(
    r"\bwss?://(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{0,253})(?::(\d{1,5}))?(/[A-Za-z0-9._~!$&+;=:@%/?-]{0,255})?"
)
_STRINGS = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]){0,300})\1""")
_VARIABLES = re.compile(r"\$\{[^{}]{0,120}\}")
_TELLING = re.compile(
    r"(?i)(?:^|[/_.-])(?:ws|wss|websockets?|sockets?|sock|sockjs|cable|hubs?|live|streams?|streaming|realtime|rt|push|"
    r"notifications?|chat|graphql|subscriptions?|feed|events?|updates?|channel|signal|pubsub|mqtt|socket\.io|engine\.io)"
    r"(?:$|[/_.?-])"
)
_PATH = re.compile(r"/[A-Za-z0-9._~!$&+,;=:@%/?-]{0,255}")
_ADDRESS = re.compile(r"(?:wss?|\0):?\0*//+([^/\0]*)\0*(?::\0*(\d{1,5}))?\0*(/[^\0]{0,255})?")
_SYSTEM = re.compile(r"/(?:etc|usr|var|tmp|proc|sys|dev|home|opt|srv|bin|lib|run|root|mnt)(?:/|$)")
_HOST = re.compile(r"[A-Za-z0-9._-]*|[0-9A-Fa-f:.]+")
_ORIGIN = re.compile(r"https?://(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
_NEAR = re.compile(r"\bwss?\b|WebSocket")
_FILES = re.compile(r"(?i)\.(?:js|mjs|css|png|jpe?g|gif|svg|ico|html?|json|map|woff2?|ttf|xml|txt|php)(?:\?|$)")
_SCRIPTS = re.compile(
    r"""(?i)<script\b[^>]{0,300}?\bsrc\s*=\s*(?:"([^"<>]{1,300})"|'([^'<>]{1,300})'|([^\s"'<>]{1,300}))"""
)
_LINKS = re.compile(r"<([^<>]{1,300})>")


def sockets_named(text: str) -> tuple[Named, ...]:
    """The addresses that a page or script names, those of a call first, each once."""
    text = text[:MOST_TEXT]
    calls = [named for start in _CALLS.finditer(text) for named in _of_call(text[start.end() : start.end() + CALL])]
    whole = [_whole(found) for found in _WHOLE.finditer(text) if found[1]]
    telling = [Named(path) for path in _paths(text) if _TELLING.search(path)]
    found = [*calls, *(named for named in whole if _fine(named)), *_beside(text), *telling]
    return tuple(dict.fromkeys(found))[:MOST_NAMED]


def paths_written(text: str) -> tuple[str, ...]:
    """The paths in the strings of a program's text, those close to a word for WebSockets first."""
    text = text[:MOST_TEXT]
    near = [named.path for named in _beside(text)]
    found = (*near, *(path for path in _paths(text) if path != "/" and not _SYSTEM.match(path)))
    return tuple(dict.fromkeys(path.partition("?")[0] for path in found))[:MOST_WRITTEN]


def origins_written(text: str) -> tuple[str, ...]:
    """The origins (RFC 6454: scheme, host, port) in the strings of a program's text."""
    strings = (found[2] for found in _STRINGS.finditer(text[:MOST_TEXT]))
    return tuple(dict.fromkeys(string for string in strings if _ORIGIN.fullmatch(string)))[:MOST_NAMED]


def scripts_named(text: str) -> tuple[str, ...]:
    """The scripts of a page that stand on its own server, by their paths; a name beside the page is one below ``/``."""
    found = ["".join(groups) for groups in _SCRIPTS.findall(text[:MOST_TEXT])]
    paths = [path if path.startswith("/") else f"/{path.removeprefix('./')}" for path in found if ":" not in path[:8]]
    return tuple(dict.fromkeys(path for path in paths if _PATH.fullmatch(path) and not path.startswith("//")))


def links_named(header: str) -> tuple[Named, ...]:
    """The paths of a ``Link`` header (RFC 8288, section 3) that are called like WebSockets."""
    paths = _LINKS.findall(header[:2048])
    return tuple(dict.fromkeys(Named(path) for path in paths if is_path(path) and _TELLING.search(path)))


def is_path(text: str) -> bool:
    """A path of this server, and hardly a file's."""
    return bool(_PATH.fullmatch(text)) and not text.startswith("//") and not _FILES.search(text)


def _paths(text: str) -> list[str]:
    return [found[2] for found in _STRINGS.finditer(text) if is_path(found[2])]


def _beside(text: str) -> list[Named]:
    """Paths in strings close to a word for WebSockets: where an address is put together before it is called."""
    places = [found.start() for found, _ in zip(_NEAR.finditer(text), range(MOST_PLACES), strict=False)]
    windows = (text[max(0, place - BEFORE) : place + CALL] for place in places)
    return [Named(path) for window in windows for path in _paths(window) if path != "/"]


def _of_call(after: str) -> list[Named]:
    """The address in the first argument of ``new WebSocket(…)``: its strings, joined by hosts that are not known."""
    argument = re.split(r"\)\s*[;,\n]|,\s*[\[\"'`]|;\s", after, maxsplit=1)[0]
    pieces = [_VARIABLES.sub("\0", found[2]) for found in _STRINGS.finditer(argument)]
    joined = "\0".join(pieces)
    whole = _WHOLE.search(joined)
    if whole is not None and whole[1]:
        return [named for named in (_whole(whole),) if _fine(named)]
    found = _ADDRESS.search(joined)
    if found is not None:
        host, _, port = found[1].partition(":")
        named = Named(found[3] or "/", host, int(found[2] or (port if port.isdigit() else 0)))
        return [named] if _fine(named) else []
    paths = [piece.strip("\0") for piece in pieces]
    return [Named(path) for path in paths if is_path(path)]


def _whole(found: re.Match[str]) -> Named:
    return Named(found[3] or "/", found[1].strip("[]").lower(), int(found[2] or 0))


def _fine(named: Named) -> bool:
    return named.port < 65536 and is_path(named.path) and bool(_HOST.fullmatch(named.host))
