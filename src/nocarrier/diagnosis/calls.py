"""What a program may hand to a diagnosis: the target in any of its forms, and numbers that can be meant."""

from __future__ import annotations

from nocarrier.model.annotations import Any
from nocarrier.model.target import Target
from nocarrier.readings.target import is_address, parse_target


def target_of(target: Any) -> Target:
    """The target that is meant by a text, a `Target`, or a pair of host and port as sockets have it. Raises `BadTarget`, and
    TypeError for what is not even of a kind that could be one."""
    if isinstance(target, Target):
        return target
    if isinstance(target, str):
        words = target.split()
        return parse_target(*words) if len(words) == 2 and words[1].isdigit() else parse_target(target)
    if isinstance(target, (tuple, list)) and len(target) >= 2:
        host, port = target[:2]
        if isinstance(host, str) and isinstance(port, (int, str)) and not isinstance(port, bool):
            zone = _zone(target[3]) if len(target) == 4 and target[3] and "%" not in host else ""
            return parse_target(host + zone, str(port))
    raise TypeError(f"a target is a text, a pair of host and port, or an exception, not {type(target).__name__}")


def _zone(scope: Any) -> str:
    """The link that a scope id names (RFC 4007, section 11.2); the number itself, where there is none such."""
    from socket import if_indextoname

    try:
        return f"%{if_indextoname(scope)}"
    except (OSError, OverflowError, TypeError):
        return f"%{scope}"


def check(
    *,
    family: Any = None,
    timeout: Any = 10.0,
    expected_addresses: Any = (),
    headers: Any = (),
    subprotocols: Any = (),
    **_: Any,
) -> None:
    """Raises ValueError for what the command line checks by itself, and TypeError for what is of another kind."""
    if family not in (None, 4, 6):
        raise ValueError(f"family is 4, 6 or None, not {family!r}")
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise TypeError(f"timeout is a number of seconds, not {timeout!r}")
    if not 0.1 <= timeout <= 3600:
        raise ValueError(f"timeout takes seconds from 0.1 to 3600, not {timeout!r}")
    for name, several in (("expected_addresses", expected_addresses), ("subprotocols", subprotocols)):
        if isinstance(several, str):
            raise TypeError(f"{name} is a sequence of texts, not the text {several!r}")
    for address in expected_addresses:
        if not is_address(address):
            raise ValueError(f"{address!r} is no IP address")
    if isinstance(headers, (str, dict)) or not all(
        isinstance(one, (tuple, list)) and len(one) == 2 for one in headers
    ):
        raise TypeError("headers is a sequence of pairs of name and value")
