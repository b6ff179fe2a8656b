"""What a command dials otherwise than its URL says, as its own options have it: curl's and ssh's.

Hints, as all words of a command are. They matter where the place that an error names was never dialled from here: behind a
unix socket, through a program that ssh starts, or by the machine that ssh logged in to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nocarrier.readings.command_line import SHELLS, Called, option_value, ssh_words
from nocarrier.readings.messages.endpoints import Endpoint, endpoints
from nocarrier.readings.target import is_address

_URL_WITH_PORT = re.compile(r"[a-z][a-z0-9+.-]*://[^\s/?#]*:(\d{1,20})(?:[/?#]\S*)?", re.I)
HIGHEST = 65535
_SOCKS = {"socks5": "socks5h", "socks5-hostname": "socks5h", "socks4": "socks4a", "socks4a": "socks4a"}
"Options of curl(1), and what makes a URL of their value. curl looks no name up before the proxy has taken the connection."


def unix_socket(command: Called) -> str:
    """The path of the socket that curl dials in place of every host (curl(1), --unix-socket)."""
    return option_value(_of_curl(command), "", "--unix-socket")


def is_abstract(command: Called) -> bool:
    """What curl dials has no place in the file system."""
    return bool(option_value(_of_curl(command), "", "--abstract-unix-socket"))


def source(command: Called) -> str:
    """The address that it binds first; empty where it leaves that to the kernel, or names a link."""
    if command.program == "ssh":
        options = ssh_words(command.words)
        bound = option_value(options, "b") or _setting(options, "BindAddress")
    else:
        bound = option_value(_of_curl(command), "", "--interface").removeprefix("host!")
    return bound if is_address(bound) else ""


def proxy(command: Called) -> str:
    """The proxy that curl is told to go by, as a URL; empty where it has to log in there, which is not ours to know."""
    words = _of_curl(command)
    if option_value(words, "U", "--proxy-user"):
        return ""
    plain = option_value(words, "x", "--proxy")
    if plain:
        return plain if "://" in plain else f"http://{plain}"
    named = ((kind, option_value(words, "", f"--{option}")) for option, kind in _SOCKS.items())
    return next((f"{kind}://{place}" for kind, place in named if place), "")


def undialable(command: Called) -> str:
    """The URL among its words that has a port which no client can dial; empty where there is none, or it is no client."""
    if not command.scheme:
        return ""
    for word in command.words[1:]:
        match = _URL_WITH_PORT.fullmatch(word)
        if match is not None and not 0 < int(match[1]) <= HIGHEST:
            return word
    return ""


def forwarded(command: Called) -> Endpoint | None:
    """What ``ssh -W`` has the far machine dial (ssh(1))."""
    wanted = option_value(ssh_words(command.words), "W")
    return next(iter(endpoints(wanted)), None)


def _setting(words: Sequence[str], name: str) -> str:
    """What ``-o NAME=VALUE`` says (ssh_config(5))."""
    for at, word in enumerate(words):
        text = words[at + 1] if word == "-o" and at + 1 < len(words) else word.removeprefix("-o")
        key, mark, rest = text.partition("=")
        if mark and word.startswith("-o") and key.strip().lower() == name.lower():
            return rest.strip()
    return ""


def _of_curl(command: Called) -> tuple[str, ...]:
    """curl's words, be it the command itself or the only curl of a script of one line."""
    if command.program == "curl":
        return command.words
    script = option_value(command.words, "c") if command.program in SHELLS else ""
    if script.count("curl ") != 1:
        return ()
    import shlex

    try:
        return tuple(shlex.split(script))
    except ValueError:  # a quotation that is not closed
        return ()
