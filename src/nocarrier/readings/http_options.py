"""What the user wants said in an HTTP request or a WebSocket handshake, in the form that HTTP allows."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.prose import Prose, say

TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
"RFC 9110, section 5.6.2."
LONGEST = 8192


class BadHttpOption(ValueError):
    """It cannot stand in a request; ``sentence`` says why, and never what was given for a value."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def parse_header(text: str) -> tuple[str, str]:
    """``Name: value``. Raises `BadHttpOption`."""
    name, found, value = text.partition(":")
    if not found:
        raise BadHttpOption(say("--header takes a name and a value: Authorization: Bearer …"))
    return check_header((name.strip(), value.strip()))


def check_header(header: tuple[str, str]) -> tuple[str, str]:
    """The same pair, where it can stand in a request (RFC 9110, section 5). Raises `BadHttpOption`."""
    name, value = header
    if not _is_token(name):
        raise BadHttpOption(say("{name} is no name of a header", name=repr(name[:40])))
    if len(value) > LONGEST or not _is_one_line(value):
        raise BadHttpOption(say("the value of the header {name} is not one line of text", name=name))
    return name, value


def check_origin(origin: str) -> str:
    """The same text, where it is an origin as RFC 6454, section 7.1, has it. Raises `BadHttpOption`."""
    scheme, found, host = origin.partition("://")
    good = origin in ("", "null") or (found and _is_token(scheme) and bool(host))
    if not good or not origin.isascii() or any(letter <= " " for letter in origin) or "/" in host:
        raise BadHttpOption(say("--origin takes scheme://host[:port], as a browser sends it, or null"))
    return origin


def check_subprotocols(names: Sequence[str]) -> tuple[str, ...]:
    """The same names, where each is one (RFC 6455, section 4.1, item 10). Raises `BadHttpOption`."""
    for name in names:
        if not _is_token(name):
            raise BadHttpOption(say("{name} is no name of a subprotocol", name=repr(name[:40])))
    return tuple(dict.fromkeys(names))


def _is_token(text: str) -> bool:
    return 0 < len(text) <= 256 and all(letter in TOKEN for letter in text)


def _is_one_line(text: str) -> bool:
    return not any(ord(letter) < 32 and letter != "\t" for letter in text) and "\x7f" not in text
