"""The JSON of iproute2 (``ip -j``), for machines that cannot be asked by netlink."""

from __future__ import annotations

import json

from nocarrier.facts.interfaces import Interface
from nocarrier.facts.route import Route
from nocarrier.model.annotations import Any


def decode_ip_route(address: str, text: bytes, error: str) -> Route | None:
    """``ip -j route get ADDRESS``; ``error`` is what it printed when it failed. None: not understood."""
    rows = _rows(text)
    if rows:
        row = rows[0]
        return Route(
            address=address,
            kind=str(row.get("type", "unicast")),
            device=str(row.get("dev", "")),
            gateway=str(row.get("gateway", "")),
            source=str(row.get("prefsrc", "")),
        )
    # iproute2 prints the kernel's answer as strerror(3) in the C locale: these are its values, not free prose.
    for words, errno in _STRERROR.items():
        if words in error:
            return Route(address=address, errno=errno)
    return None


_STRERROR = {
    "Network is unreachable": "ENETUNREACH",
    "No route to host": "EHOSTUNREACH",
    "Permission denied": "EACCES",
    "Invalid argument": "EINVAL",
}


def decode_ip_addresses(text: bytes) -> tuple[Interface, ...]:
    """``ip -j address``."""
    return tuple(
        Interface(
            name=str(row.get("ifname", "")),
            up="UP" in row.get("flags", ()),
            carrier="LOWER_UP" in row.get("flags", ()),
            addresses=tuple(
                f"{address['local']}/{address.get('prefixlen', 0)}"
                for address in row.get("addr_info", ())
                if "local" in address
            ),
            filtered="xdp" in row,
        )
        for row in _rows(text)
    )


def _rows(text: bytes) -> list[dict[str, Any]]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [row for row in rows if isinstance(row, dict) and row] if isinstance(rows, list) else []


def decode_ip_rows(text: bytes) -> list[dict[str, Any]]:
    """The rows of any list that ``ip -j`` prints; none where it printed something else."""
    return _rows(text)
