"""Asking the system's resolver. A far machine that has Python gets this file as text (machines/far_python.py)."""

from __future__ import annotations

import socket

from nocarrier.machines import Resolved


def resolved(name: str) -> Resolved:
    """The addresses in getaddrinfo's own order, which is RFC 6724's as this machine is configured."""
    try:
        answers = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    except socket.gaierror as error:
        known = {getattr(socket, sym): sym for sym in dir(socket) if sym.startswith("EAI_")}
        return Resolved(error=known.get(error.errno, f"EAI_{error.errno}"))
    except (UnicodeError, ValueError, OSError):
        return Resolved(error="EAI_NONAME")
    canonical = next((answer[3] for answer in answers if answer[3]), "")
    return Resolved(addresses=tuple(dict.fromkeys(_shown(answer[4]) for answer in answers)), canonical=canonical)


def _shown(sockaddr: tuple[object, ...]) -> str:
    """The address of a sockaddr, with its zone where it has one."""
    address = str(sockaddr[0])
    scope = sockaddr[3] if len(sockaddr) == 4 else 0
    if not scope or "%" in address:
        return address
    try:
        return f"{address}%{socket.if_indextoname(int(str(scope)))}"
    except OSError:
        return address
