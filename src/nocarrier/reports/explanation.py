"""An explanation for a person, and as the contract's JSON."""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.annotations import Any
from nocarrier.model.explanation import Explained
from nocarrier.model.prose import Prose, say
from nocarrier.reports.layout import tabulated, wrapped
from nocarrier.reports.pen import Pen
from nocarrier.reports.plain import plain
from nocarrier.version import __version__

MEANINGS = {
    "refused": say("the connection was refused"),
    "timed-out": say("nothing came back in time"),
    "unreachable": say("there is no way to the address"),
    "address-unavailable": say("the local address cannot be given"),
    "address-in-use": say("the local address is taken"),
    "name-not-resolved": say("the name did not become an address"),
    "reset": say("the connection was reset"),
    "closed": say("the other side closed the connection"),
    "tls-failed": say("the TLS handshake failed"),
    "protocol-mismatch": say("the other side speaks another protocol"),
    "rejected": say("the server said no"),
    "proxy": say("the proxy in between failed or said no"),
    "permission-denied": say("this system forbids the connection"),
    "resource-limit": say("a limit of this system is reached"),
    "unknown": say("something failed, and the text does not say how"),
}
"Class of an error → what it means, in a few words."
MOST_TEXT, LONGEST_LINE = 3, 800
"Lines of the text that are shown, and characters of each."
MORE = say("There are more errors of this class in the text than are listed here.")


def lines(errors: Sequence[Explained], pen: Pen) -> list[str]:
    """Every error, the most telling first, with a blank line between."""
    told: list[str] = []
    for error in errors:
        told += ["", *_error(error, pen)] if told else _error(error, pen)
    return told


def _error(error: Explained, pen: Pen) -> list[str]:
    quoted = error.text.splitlines()
    told = [line for text in quoted[:MOST_TEXT] for line in wrapped(pen.text(_begun(text)), pen.width, "> ", "> ")]
    told += ["", *wrapped(f"{pen.marks.bad} {_heading(error, pen)}", pen.width)]
    if error.causes:
        told += ["", pen.bold(pen.say("Likeliest first"))]
        rows = [(fitting.cause, pen.prose(fitting.why)) for fitting in error.causes]
        told += [line for row in tabulated(rows, pen.width) for line in row]
    if error.cannot_tell is not None:
        told += ["", *wrapped(pen.prose(error.cannot_tell), pen.width, "  ")]
    for following in error.next:
        told += ["", pen.bold(pen.prose(following.question))]
        told += [f"    {line}" for line in pen.pasted(following.command)]
    if error.more:
        told += ["", *wrapped(pen.prose(MORE), pen.width)]
    return told


def _begun(text: str) -> str:
    """What a line begins with, where it is longer than anybody reads."""
    return text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE]} …"


def _heading(error: Explained, pen: Pen) -> str:
    """``node: connect: the connection was refused, 127.0.0.1:5001 (ECONNREFUSED), 3 times``."""
    parts = [pen.prose(MEANINGS[error.kind])]
    if error.target is not None:
        place = ":".join(str(part) for part in (error.target.host, error.target.port) if part is not None)
        parts.append(pen.text(place))
    told = ", ".join(part for part in parts if part)
    codes = ", ".join(str(value) for value in error.code.values())
    told += f" ({pen.text(codes)})" if codes else ""
    if error.client:
        told = f"{pen.text(error.client)}: {told}"
    return told + (", " + pen.say("{times} times", times=error.times) if error.times > 1 else "")


def as_json(errors: Sequence[Explained], pen: Pen) -> dict[str, Any]:
    """The object of ``nocarrier.explanation/1``."""
    return {
        "schema": "nocarrier.explanation/1",
        "tool": {"name": "nocarrier", "version": __version__},
        "errors": [_as_json(error, pen) for error in errors],
    }


def _as_json(error: Explained, pen: Pen) -> dict[str, Any]:
    target = error.target
    return {
        "text": "\n".join(plain(line) for line in error.text.splitlines()),
        "client": error.client,
        "class": error.kind,
        "step": error.step,
        "code": error.code,
        "target": None if target is None else dict(vars(target)),
        "causes": [{"cause": fitting.cause, "why": _told(fitting.why, pen)} for fitting in error.causes],
        "cannot_tell": None if error.cannot_tell is None else _told(error.cannot_tell, pen),
        "next": [{"question": _told(one.question, pen), "command": one.command} for one in error.next],
        "times": error.times,
        **({"more": True} if error.more else {}),
    }


def _told(prose: Prose, pen: Pen) -> str:
    return plain(prose.render(pen.translate))
