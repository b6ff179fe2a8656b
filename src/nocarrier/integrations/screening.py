"""Whether an exception can be about a connection at all, told without loading anything."""

from __future__ import annotations

MOST = 100
"Exceptions of a chain that are looked at; in a longer one, anything may be."
MAY_BE = (OSError, RuntimeError, EOFError)
"Of Python's own exceptions those that sockets and clients raise."


def may_be_connection(exception: BaseException) -> bool:
    """False only where neither it nor anything it came from can be: a KeyError alone, a failed assertion."""
    seen: set[int] = set()
    left = [exception]
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if len(seen) > MOST or _may_be(one):
            return True
        try:
            held = one.args if isinstance(one.args, tuple) else ()
            left += [each for each in (one.__cause__, one.__context__, *held) if isinstance(each, BaseException)]
        except Exception:
            return True  # a property of its class raises, and it is looked at with more care
    return False


def _may_be(exception: BaseException) -> bool:
    """Whatever is not Python's own is some client's until its tables are asked; groups are looked into there, too."""
    kind = type(exception)
    return kind.__module__ != "builtins" or kind is Exception or isinstance(exception, (*MAY_BE, BaseExceptionGroup))
