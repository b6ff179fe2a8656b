"""Who answered a request, as the answer itself testifies (sans-I/O).

Theory. A response passes every intermediary on its way back, and each may add to it: ``Via`` (RFC 9110, section 7.6.3)
names them in the order in which they handled it, the one nearest to the origin first; ``Proxy-Status`` (RFC 9209) says
in the same order what became of the request; ``Server`` is the origin's in theory, in practice nginx, Envoy and the
edges write their own over it. An answer that an intermediary makes up itself carries the constant text of its error
page: then nothing behind it spoke, and its text says why. What is recognised is data: `facts/intermediaries.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocarrier.facts.intermediaries import TABLE, Intermediary, Mark
from nocarrier.facts.testimony import Witness

MOST_BODY = 4096
"Letters of the body that are looked at."
MOST_WITNESSES = 12
LONGEST_VALUE = 2048
LONGEST_TEXT = 160

PROXY_STATUS = {
    "dns_timeout": "backend-unnamed", "dns_error": "backend-unnamed",
    "destination_not_found": "backend-missing", "destination_unavailable": "backend-missing",
    "destination_ip_unroutable": "backend-refused", "connection_refused": "backend-refused",
    "connection_timeout": "backend-silent", "connection_read_timeout": "backend-silent",
    "connection_write_timeout": "backend-silent", "http_response_timeout": "backend-silent",
    "connection_terminated": "backend-broken", "http_response_incomplete": "backend-broken",
    "http_protocol_error": "backend-broken", "tls_protocol_error": "backend-broken",
    "tls_certificate_error": "backend-broken", "tls_alert_received": "backend-broken",
    "connection_limit_reached": "backend-full", "destination_ip_prohibited": "forbidden",
    "http_request_denied": "forbidden", "http_upgrade_failed": "upgrade-missing",
}  # fmt: skip
"Error types of RFC 9209, section 2.3 → a word of `facts.intermediaries.WORDS`."

Headers = Iterable[tuple[str, str]]


def witnesses(status: int, headers: Headers, body: str) -> tuple[Witness, ...]:
    """Everyone who testifies, those whose own word the answer is first; at most `MOST_WITNESSES`."""
    fields = [(name.strip().lower(), value[:LONGEST_VALUE]) for name, value in headers]
    text = body[:MOST_BODY]
    found = [
        *_in_proxy_status(fields),
        *(one for entry in TABLE if (one := _of(entry, status, fields, text)) is not None),
        *_asking_for_an_upgrade(status, fields, text),
        *_of_another_version(status),
        *_in_via(fields),
    ]
    unique: dict[str, Witness] = {}
    for one in found:
        unique.setdefault(one.product or one.label.lower(), one)
    ordered = sorted(unique.values(), key=lambda one: (not one.says, not one.own))
    return tuple(ordered[:MOST_WITNESSES])


def retry_after(headers: Headers) -> float | None:
    """Seconds of ``Retry-After`` (RFC 9110, section 10.2.3), where it is a number of them."""
    value = next((value.strip() for name, value in headers if name.strip().lower() == "retry-after"), "")
    return float(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def _of(entry: Intermediary, status: int, fields: list[tuple[str, str]], body: str) -> Witness | None:
    """What this product is recognised by, first mark first."""
    for mark in entry.marks:
        where = _found(mark, status, fields, body)
        if where is not None:
            return Witness(
                product=entry.slug,
                label=entry.label,
                role=entry.role,
                sign=mark.place,
                own=mark.own or bool(mark.says),
                says=mark.says,
                text=_line_around(where, mark.text),
                serves=entry.serves,
            )
    return None


def _found(mark: Mark, status: int, fields: list[tuple[str, str]], body: str) -> str | None:
    """The text in which the mark stands."""
    if mark.status and mark.status != status:
        return None
    if mark.place == "body":
        return body if mark.text in body.lower() else None
    return next((value for name, value in fields if name == mark.place and mark.text in value.lower()), None)


def _in_proxy_status(fields: list[tuple[str, str]]) -> Iterator[Witness]:
    """The members of a list of RFC 9209; those that received an answer say nothing of a fault."""
    for name, value in fields:
        if name != "proxy-status":
            continue
        for member in _split(value, ","):
            label, *parameters = _split(member, ";")
            values = dict(_parameter(one) for one in parameters)
            error = values.get("error", "")
            yield Witness(
                product="",
                label=_printable(label.strip().strip('"'))[:60] or "?",
                role="gateway",
                sign="proxy-status",
                own=bool(error),
                says=PROXY_STATUS.get(error, ""),
                text=_printable(values.get("details", "") or error),
            )


def _parameter(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key.strip().lower(), value.strip().strip('"')


def _split(text: str, at: str) -> list[str]:
    """Parts of a structured field (RFC 9651), a quoted string being one piece."""
    parts, quoted, escaped = [""], False, False
    for letter in text:
        if letter == at and not quoted:
            parts.append("")
            continue
        parts[-1] += letter
        if letter == '"' and not escaped:
            quoted = not quoted
        escaped = letter == "\\" and quoted and not escaped
    return [part for part in (part.strip() for part in parts) if part]


def _of_another_version(status: int) -> Iterator[Witness]:
    """505 (RFC 9110, section 15.5.6) in answer to HTTP/1.1: somebody handed it on as HTTP/1.0, as nginx does by itself."""
    if status == 505:
        text = "505 HTTP Version Not Supported"
        yield Witness(
            product="application",
            label="",
            role="application",
            sign="status",
            own=True,
            says="version-changed",
            text=text,
        )


UPGRADE_MISSING = ("upgrade", "websocket")
NOT_MISSING = ("origin", "version", "subprotocol", "extension")


def _asking_for_an_upgrade(status: int, fields: list[tuple[str, str]], body: str) -> Iterator[Witness]:
    """An application that asks for the upgrade that was asked for: it never heard of it.

    By status 426 (RFC 9110, section 15.5.22), unless it names another version (RFC 6455, section 4.4) or protocol; or
    by a text on status 400 that speaks of the upgrade and of nothing else that may be wrong with it.
    """
    values = dict(fields)
    lower = body.lower()
    if status == 426:
        wanted = values.get("upgrade", "websocket").lower()
        version = values.get("sec-websocket-version", "13")
        missing = "websocket" in wanted and "13" in version
    else:
        missing = status == 400 and all(word in lower for word in UPGRADE_MISSING)
    if missing and not any(word in lower for word in NOT_MISSING):
        yield Witness(
            product="application",
            label="",
            role="application",
            sign="status" if status == 426 else "body",
            own=True,
            says="upgrade-missing",
            text=_printable(body) or "426 Upgrade Required",
        )


def _in_via(fields: list[tuple[str, str]]) -> Iterator[Witness]:
    """Intermediaries that no table knows: ``protocol received-by (comment)``."""
    for name, value in fields:
        if name != "via":
            continue
        for member in _split(value, ","):
            words = member.split(None, 2)
            if len(words) < 2 or any(mark.text in member.lower() for mark in _VIA):
                continue
            label = words[2].strip("()") if len(words) > 2 else words[1]
            yield Witness(product="", label=_printable(label)[:60], role="gateway", sign="via")


_VIA = tuple(mark for entry in TABLE for mark in entry.marks if mark.place == "via")


def _line_around(text: str, mark: str) -> str:
    """The line of the text in which the mark stands, without its tags."""
    at = text.lower().find(mark)
    if at < 0 or not mark:
        return _printable(text)
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at + len(mark))
    return _printable(_without_tags(text[begin : end if end >= 0 else len(text)]))


def _without_tags(text: str) -> str:
    """The letters outside ``<…>``."""
    kept, inside = [], False
    for letter in text:
        if letter in "<>":
            inside = letter == "<"
            kept.append(" ")
        elif not inside:
            kept.append(letter)
    return "".join(kept)


def _printable(text: str) -> str:
    """One line without control characters, at most `LONGEST_TEXT` letters."""
    clean = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * LONGEST_TEXT])
    return " ".join(clean.split())[:LONGEST_TEXT]
