"""Environment variables → the proxy that each family of clients uses for a target.

``http_proxy`` in lower case is read by all. In upper case a web server hands it to CGI programs out of a header that
anybody may send (CVE-2016-5385, "httpoxy"), so curl never reads it, and Python and Go do not inside CGI
(``REQUEST_METHOD`` is set). A variable that is set to nothing counts as not set, but for Python, where an empty one in
lower case hides the other, and Node's fetch, where it means: no proxy.

A target counts as proxied where most of `REFERENCE` would go through a proxy: the three that are read from their
sources and found nearly everywhere. The others, and who differs, are told beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nocarrier.facts.proxies import Choice, Proxies
from nocarrier.model.record import Record
from nocarrier.readings.no_proxy import excluded
from nocarrier.readings.proxy_url import BadProxy, ProxyUrl, parse_proxy

WEB = ("http", "https", "ws", "wss")
"Schemes for which clients ask the environment for a proxy."
CGI = "REQUEST_METHOD"
NODE_SWITCH = "NODE_USE_ENV_PROXY"
"Node's own fetch and http read the variables only where it is set to 1 (nodejs.org, command-line API)."

REFERENCE = {
    "http": ("curl", "requests", "go"),
    "https": ("curl", "requests", "go"),
    "ws": ("curl", "websockets", "go"),
    "wss": ("curl", "websockets", "go"),
}
"Scheme → the clients whose majority decides."

_ALL = ("all_proxy", "ALL_PROXY")


class Habit(Record, kw_only=True):
    """How one family of clients reads the environment.

    ``variables``: scheme of the target → the variables in which a proxy is looked for, in order. ``empty``: what a
    variable means that is set to nothing: ``unset``, ``hides`` (its spelling in upper case), ``ends`` (no proxy).
    """

    variables: dict[str, tuple[str, ...]]
    no_proxy: tuple[str, ...] = ("no_proxy", "NO_PROXY")
    empty: str = "unset"
    spares_loopback: bool = False
    not_in_cgi: tuple[str, ...] = ()
    "Variables that it does not read in a CGI program."
    switch: str = ""
    "The variable without which it reads none of them."


HABITS: dict[str, Habit] = {
    # curl(1), ENVIRONMENT; lib/url.c, `detect_proxy`
    "curl": Habit(
        variables={
            "http": ("http_proxy", *_ALL),
            "https": ("https_proxy", "HTTPS_PROXY", *_ALL),
            "ws": ("ws_proxy", "WS_PROXY", "http_proxy", *_ALL),
            "wss": ("wss_proxy", "WSS_PROXY", "https_proxy", "HTTPS_PROXY", *_ALL),
        }
    ),
    # urllib.request.getproxies_environment, requests.utils.select_proxy
    "requests": Habit(
        variables={
            "http": ("http_proxy", "HTTP_PROXY", *_ALL),
            "https": ("https_proxy", "HTTPS_PROXY", *_ALL),
        },
        empty="hides",
        not_in_cgi=("HTTP_PROXY",),
    ),
    # Python's websockets, proxy.py, `get_proxy`
    "websockets": Habit(
        variables={
            "ws": (
                "ws_proxy", "WS_PROXY", "socks_proxy", "SOCKS_PROXY", "https_proxy", "HTTPS_PROXY", "http_proxy",
                "HTTP_PROXY",
            ),
            "wss": ("wss_proxy", "WSS_PROXY", "socks_proxy", "SOCKS_PROXY", "https_proxy", "HTTPS_PROXY"),
        },
        empty="hides",
        not_in_cgi=("HTTP_PROXY",),
    ),
    # golang.org/x/net/http/httpproxy; gorilla/websocket asks it about http for ws, and https for wss
    "go": Habit(
        variables={
            "http": ("HTTP_PROXY", "http_proxy"),
            "https": ("HTTPS_PROXY", "https_proxy"),
            "ws": ("HTTP_PROXY", "http_proxy"),
            "wss": ("HTTPS_PROXY", "https_proxy"),
        },
        no_proxy=("NO_PROXY", "no_proxy"),
        spares_loopback=True,
        not_in_cgi=("HTTP_PROXY", "http_proxy"),
    ),
    # undici's EnvHttpProxyAgent
    "undici": Habit(
        variables={
            "http": ("http_proxy", "HTTP_PROXY"),
            "https": ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"),
        },
        empty="ends",
        switch=NODE_SWITCH,
    ),
    # axios, follow-redirects, puppeteer …
    "proxy-from-env": Habit(
        variables={
            "http": ("http_proxy", "HTTP_PROXY", *_ALL),
            "https": ("https_proxy", "HTTPS_PROXY", *_ALL),
            "ws": ("ws_proxy", "WS_PROXY", *_ALL),
            "wss": ("wss_proxy", "WSS_PROXY", *_ALL),
        }
    ),
}  # fmt: skip
"Reader → its habit. The names are those of `readings.no_proxy.READERS`."

OF_PROGRAM = {
    "curl": ("curl",),
    "node": ("undici", "proxy-from-env"),
    "python": ("requests", "websockets"),
    "python3": ("requests", "websockets"),
}
"Short name of a process → how it reads the environment, where that is known."

VARIABLES = frozenset(
    {name for habit in HABITS.values() for names in habit.variables.values() for name in names}
    | {"no_proxy", "NO_PROXY", CGI, NODE_SWITCH}
)
"All that is asked of an environment."


def choose(
    environment: Mapping[str, str], scheme: str, host: str, port: int, program: str = "", process: int = 0
) -> Proxies:
    """What clients make of these variables for a target; ``program`` is the client's short name, where it is known."""
    readers = [name for name, habit in HABITS.items() if scheme in habit.variables and _reads(habit, environment)]
    choices = tuple(_choice(name, environment, scheme, host, port) for name in readers)
    return Proxies(
        chosen=_chosen(choices, _deciding(scheme, program, readers)),
        choices=choices if any(choice.variable for choice in choices) else (),
        no_proxy=next(
            ((name, environment[name]) for name in ("no_proxy", "NO_PROXY") if environment.get(name)), ("", "")
        ),
        beside=() if scheme in WEB else tuple(name for name in _ALL if environment.get(name)),
        process=process,
    )


def _reads(habit: Habit, environment: Mapping[str, str]) -> bool:
    return not habit.switch or environment.get(habit.switch) == "1"


def _deciding(scheme: str, program: str, readers: Sequence[str]) -> tuple[str, ...]:
    own = tuple(name for name in OF_PROGRAM.get(_family(program), ()) if name in readers)
    return own or REFERENCE.get(scheme, ())


def _family(program: str) -> str:
    """``python3`` for ``python3.11``."""
    return "python3" if program.startswith("python3") else program


def _chosen(choices: Sequence[Choice], deciding: Sequence[str]) -> Choice:
    asked = [choice for choice in choices if choice.reader in deciding]
    proxied = [choice for choice in asked if choice.proxy is not None]
    if proxied and 2 * len(proxied) > len(asked):
        return proxied[0]
    rest = [choice for choice in asked if choice.proxy is None]
    told = [choice for choice in rest if choice.variable]
    return (told or rest or [Choice(reader="curl")])[0]


def _choice(reader: str, environment: Mapping[str, str], scheme: str, host: str, port: int) -> Choice:
    habit = HABITS[reader]
    variable = _variable(habit, environment, scheme)
    if not variable:
        return Choice(reader=reader)
    if habit.spares_loopback and _is_loopback(host):
        return Choice(reader=reader, variable=variable, excluded_by="localhost")
    entry = excluded(reader, _exceptions(habit, environment), host, port)
    if entry:
        return Choice(reader=reader, variable=variable, excluded_by=entry)
    try:
        return Choice(reader=reader, variable=variable, proxy=parse_proxy(environment[variable]).proxy)
    except BadProxy:
        return Choice(reader=reader, variable=variable, malformed=True)


def _variable(habit: Habit, environment: Mapping[str, str], scheme: str) -> str:
    """The variable from which the proxy is taken; empty: from none."""
    hidden: set[str] = set()
    for name in habit.variables.get(scheme, ()):
        if name not in environment or name in hidden or (name in habit.not_in_cgi and CGI in environment):
            continue
        if environment[name]:
            return name
        if habit.empty == "hides":
            hidden.add(name.upper())
        elif habit.empty == "ends":
            hidden |= {name.upper(), name.lower()}
    return ""


def _exceptions(habit: Habit, environment: Mapping[str, str]) -> str:
    for name in habit.no_proxy:
        if environment.get(name) or (name in environment and habit.empty == "ends"):
            return environment[name]
    return ""


def _is_loopback(host: str) -> bool:
    return host == "localhost" or host.startswith("127.") or host == "::1"


def named_proxy(environment: Mapping[str, str], variable: str) -> ProxyUrl | None:
    """The proxy that a variable names, with its credentials."""
    try:
        return parse_proxy(environment.get(variable, ""))
    except BadProxy:
        return None
