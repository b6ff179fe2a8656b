"""Is the service on another port? What `wrong-port` and `server-not-listening` both have to weigh.

Nothing listens on the dialled port. Whether the client dialled the wrong one, or the program that belongs there does
not run while another of its kind does, is written nowhere on the wire: two programs side by side on 3000 and 3001 look
the same as one program and a slip of the finger. So what counts is how little else could have been meant:

- a protocol that one program of a machine speaks (Redis, SSH) tells more than one that many speak (HTTP, TLS, WebSocket): that another web server
  runs, on a number however like the dialled one, never proves that it is the one that was meant;
- a mistyped number tells more than a neighbouring one, where a second program is often put;
- a number that the server's own configuration names is hardly the client's mistake.
"""

from __future__ import annotations

from nocarrier.causes._listening import WHOSE_ADDRESS, Refusal, certainty, resting_on
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.neighbourhood import Neighbourhood, is_near, is_slip
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.facts.services import (
    DEFAULT_PORT,
    GENERAL,
    PROGRAMS,
    PROTOCOL,
    USUAL_PORTS,
    implied_scheme,
)
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Certainty, Need, on_client, on_server
from nocarrier.model.record import Record

OTHER_PORTS: tuple[Need, ...] = (*on_client(Neighbourhood), *on_server(Listeners, PortMentions), *WHOSE_ADDRESS)
"What `other_port` reads."


class OtherPort(Record):
    """The port that was meant, how surely, and on what that rests.

    ``protocol`` is what it was heard to speak, where that is what was wanted; ``listener`` is known from the
    server's side only.
    """

    port: int
    certainty: Certainty
    because: tuple[Evidence[Any], ...]
    protocol: str = ""
    listener: Listener | None = None


class _Dialled(Record):
    """What was dialled, and what that says of what was wanted."""

    port: int
    scheme: str
    protocol: str
    named: bool
    "The target's own scheme says it, not only the number."

    def close(self, port: int) -> bool:
        """A number easily taken for the dialled one."""
        return is_near(self.port, port) or is_slip(self.port, port)

    @property
    def by_default(self) -> bool:
        """The scheme's own port: perhaps nobody chose it."""
        return DEFAULT_PORT.get(self.scheme) == self.port

    @property
    def general(self) -> bool:
        """Many programs of one machine speak it."""
        return self.protocol in GENERAL


def other_port(case: Case, refused: Refusal) -> OtherPort | None:
    """Where the service that was meant seems to listen; None where nothing hints at it.

    Only to be asked where nothing is known to listen on the dialled port; `proven` is given only where the server's
    side was looked at.
    """
    scheme = implied_scheme(case.target.scheme, refused.port)
    dialled = _Dialled(refused.port, scheme, PROTOCOL.get(scheme, ""), named=scheme == case.target.scheme)
    around = case.seen(Neighbourhood)
    if refused.listeners is not None:
        return _from_both_ends(case, dialled, refused, refused.listeners, around)
    return _from_the_client(dialled, refused.attempt, around) if around is not None else None


def _from_the_client(dialled: _Dialled, refused: Evidence[Any], around: Evidence[Neighbourhood]) -> OtherPort | None:
    """A port that speaks what was wanted, or else an open one whose number is easily taken for this one."""
    because = (refused, around)
    speaking = around.facts.speaking
    telling = [port for port in speaking if dialled.close(port) or not dialled.general]
    if telling:
        sure = Certainty.LIKELY if dialled.named else Certainty.POSSIBLE
        return OtherPort(telling[0], sure, because, dialled.protocol)
    mistakable = [port for port in around.facts.open if dialled.close(port) and _may_be(dialled, around.facts, port)]
    if mistakable:
        return OtherPort(mistakable[0], Certainty.POSSIBLE, because)
    # Some web server runs on most machines: a usual port of one says little, unless nobody chose the dialled one.
    if speaking and dialled.by_default:
        return OtherPort(speaking[0], Certainty.POSSIBLE, because, dialled.protocol)
    return None


def _may_be(dialled: _Dialled, around: Neighbourhood, port: int) -> bool:
    """An open port that was not heard to be what was wanted, and not to be something else either."""
    spoken = around.at(port)
    if not dialled.protocol or spoken is None:
        return True  # nothing to recognise it by
    if dialled.protocol == "websocket" and spoken.protocol == "http":
        return True  # a web server may upgrade for some and not for us
    return not spoken.said and port not in DEFAULT_PORT.values()


def _from_both_ends(
    case: Case,
    dialled: _Dialled,
    refused: Refusal,
    listeners: Evidence[Listeners],
    around: Evidence[Neighbourhood] | None,
) -> OtherPort | None:
    """Among the server's listeners that take this address, the one that was meant."""
    mentions = case.seen(PortMentions, Where.SERVER)
    speaking = around.facts.speaking if around else ()
    fits = [
        found
        for found in listeners.facts.listeners
        if found.takes(refused.address) is not False and _fits(dialled, found, speaking)
    ]
    if not fits:
        return None
    meant = min(fits, key=lambda found: (not dialled.close(found.port), abs(found.port - dialled.port)))
    speaks = meant.port in speaking
    sure = _certainty(dialled, meant.port, speaks=speaks, only=len({found.port for found in fits}) == 1)
    because: tuple[Evidence[Any], ...] = (*resting_on(case, refused), *((around,) if speaks and around else ()))
    named = mentions is not None and bool(mentions.facts.files)
    if named and dialled.general:
        sure = Certainty(max(Certainty.POSSIBLE, sure - 1))
    if sure is Certainty.PROVEN:
        if certainty(case, refused) is Certainty.PROVEN and mentions is not None and not named:
            because = (*because, mentions)
        else:
            sure = Certainty.LIKELY
    return OtherPort(meant.port, sure, because, dialled.protocol if speaks else "", meant)


def _fits(dialled: _Dialled, found: Listener, speaking: tuple[int, ...]) -> bool:
    """It speaks what was wanted, or is a program made for it, or at least has a number like the dialled one."""
    if not dialled.protocol:
        return dialled.close(found.port)
    if dialled.general:
        return found.port in speaking and (dialled.close(found.port) or dialled.by_default)
    if found.port in speaking:
        return True
    # One that was asked and does not speak it is another door of that program: a cluster bus, an X protocol.
    made_for_it = found.program is not None and found.program.name in PROGRAMS.get(dialled.protocol, frozenset())
    return made_for_it and not speaking


def _certainty(dialled: _Dialled, port: int, *, speaks: bool, only: bool) -> Certainty:
    """How little else could have been meant, before the server's configuration is asked."""
    if not dialled.protocol:
        return Certainty.LIKELY if only else Certainty.POSSIBLE
    if dialled.general and not dialled.close(port):
        return Certainty.LIKELY if only and port in USUAL_PORTS.get(dialled.scheme, ()) else Certainty.POSSIBLE
    told = only and speaks and dialled.named and not dialled.general and not _for_a_second_one(dialled, port)
    return Certainty.PROVEN if told else Certainty.LIKELY


def _for_a_second_one(dialled: _Dialled, port: int) -> bool:
    """The dialled number is where a second program of this kind is usually put: that one may be what is down."""
    if is_near(dialled.port, port):
        return True
    return not dialled.by_default and dialled.port in USUAL_PORTS.get(dialled.scheme, ())
