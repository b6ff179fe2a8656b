"""What ``--source`` takes: an address to bind, and a local port where the client program uses a fixed one."""

from __future__ import annotations

from nocarrier.model.prose import Prose, say
from nocarrier.readings.target import is_address


class BadSource(ValueError):
    """The text is no source; ``sentence`` says why."""

    def __init__(self, sentence: Prose) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def parse_source(text: str) -> tuple[str, int]:
    """``IP``, ``IPv4:PORT`` or ``[IPv6]:PORT`` → the address and the port (0: any).

    Raises `BadSource`.
    """
    if not text or is_address(text):
        return text, 0
    address, mark, digits = text.rpartition(":")
    if address.startswith("[") and address.endswith("]"):
        address = address[1:-1]
    elif ":" in address:
        mark = ""
    if not mark or not is_address(address):
        raise BadSource(say("{address} is no IP address", address=repr(text[:80])))
    if not (digits.isascii() and digits.isdigit() and 0 < int(digits[:6]) < 65536):
        raise BadSource(say("{port} is no port: 1 to 65535 are", port=repr(digits[:20])))
    return address, int(digits)


def bound_family(address: str, family: int | None) -> int | None:
    """The family that is left to a client that binds this address: a socket is of one only (bind(2)).

    Raises `BadSource` where another one was asked for.
    """
    if not address:
        return family
    own = 6 if ":" in address else 4
    if family not in (None, own):
        raise BadSource(say("{address} is no IPv{family} address", address=address, family=family))
    return own
