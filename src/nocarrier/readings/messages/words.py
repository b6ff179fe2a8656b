"""The words of a line, whichever way they are written together: ``ConnectionClosedError``, ``ERR_CONNECTION_LOST``, ``timed out``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.model.pattern import pattern

MOST = 400
"Words of a line that are looked at."
URL = "url"
PLACE = "@place"
"In place of an address or of a name with a domain, a port behind it or not."
BREAK = ""
"In place of a word: here a sentence ends."

_WORD = pattern(
    r"(?P<url>\b[A-Za-z][\w+.-]{1,24}://(?:[^\s'\"<>.]|\.(?!\.\.)){0,300}|(?<![\w./@-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:com|net|org|io)/[\w./@%-]{2,300})|(?<![\w./@-])(?P<place>\d{1,3}(?:\.\d{1,3}){3}|localhost|(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:com|net|org|dev|local|internal|localdomain|lan|de|cn|ru|eu|info|cloud))(?::\d{1,5})?(?![\w/-]|\.\w)|(?<![\w./])/[\w./@-]{2,300}|(?<![\w.])(?:[A-Za-z_][\w-]{0,40}\.)+(?=\w)|\bin [`'][^'\n]{1,80}'|(?<!\w)[0-9A-Fa-f-]{12,80}(?!\w)|\bMay[ -]{1,2}\d|(?<=\d[ -])May\b"
    r"|(?P<word>[TS][LS][LS]v|[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+(?:['’]t\b)?|(?<![\d.])\d{3}(?!\d|\.\d)|(?<!\.)[.;!?|](?=\s))"
)
"""First what is no word: a URL, a place, a path, the front of a dotted name, a frame of Ruby's, an
identifier, the month that is a verb as well. Then a word, a number of three digits,
which may be a status, and the end of a sentence."""
_TOGETHER = {
    ("timed", "out"): "timedout", ("time", "out"): "timeout", ("times", "out"): "timedout", ("timing", "out"): "timedout",
    ("hang", "up"): "hangup", ("hung", "up"): "hangup", ("hangs", "up"): "hangup",
    ("gone", "away"): "goneaway", ("went", "away"): "goneaway", ("shut", "down"): "shutdown", ("cut", "off"): "cut", ("too", "long"): "toolong",
    ("end", "of"): "endof", ("look", "up"): "lookup", ("web", "socket"): "websocket", ("in", "use"): "inuse",
    ("too", "many"): "toomany", ("host", "name"): "hostname", ("not", "found"): "notfound", ("sign", "in"): "login", ("log", "in"): "login",
    ("logon", ""): "login", ("tl", "sv"): "tls", ("time", "limit"): "deadline", ("rate", "limit"): "ratelimit", ("rate", "limited"): "ratelimited", ("rate", "limiting"): "ratelimiting", ("looking", "up"): "lookup",
    ("self", "signed"): "selfsigned", ("non", "existent"): "nonexistent", ("non", "existing"): "nonexistent", ("i", "o"): "io", ("data", "base"): "database", ("end", "point"): "endpoint",
    ("name", "server"): "nameserver", ("back", "end"): "backend", ("no", "longer"): "nolonger", ("open", "ssl"): "openssl", ("start", "tls"): "starttls", ("resolved", "to"): "resolvedto", ("any", "resolved"): "anyresolved", ("please", "reset"): "pleasereset", ("bind", "properties"): "properties", ("connection", "pool"): "connectionpool",
}  # fmt: skip
"Two words that say one thing."


Word = tuple[str, int, int]
"In lower case; where it begins and ends in the line."


def words(line: str) -> list[Word]:
    """The words of a line; `URL` and `BREAK` in place of what is none."""
    found: list[Word] = []
    for match in _WORD.finditer(line):
        text = match["word"]
        if text is None:
            if match["url"]:
                found.append((URL, match.start(), match.end()))
            elif match["place"]:
                found.append((PLACE, match.start(), match.end()))
            continue
        word = text.lower().replace("’", "'") if text[0].isalnum() else BREAK
        if found and (together := _TOGETHER.get((found[-1][0], word))):
            found[-1] = (together, found[-1][1], match.end())
        else:
            found.append((word, match.start(), match.end()))
        if len(found) >= MOST:
            break
    return found


def texts(said: Sequence[Word]) -> list[str]:
    """The words without their places."""
    return [word for word, _, _ in said]


def sentences(said: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words between the ends of sentences."""
    begins = 0
    for at, (word, _, _) in enumerate(said):
        if word == BREAK:
            yield said[begins:at]
            begins = at + 1
    yield said[begins:]
