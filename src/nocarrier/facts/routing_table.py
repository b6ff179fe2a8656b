"""The routes and policy rules that concern one address, and which of them the kernel comes to."""

from __future__ import annotations

from nocarrier.model.evidence import Facts
from nocarrier.model.record import Record
from nocarrier.model.shell import joined

ERRNO_OF_ROUTE = {"blackhole": "EINVAL", "unreachable": "EHOSTUNREACH", "prohibit": "EACCES", "throw": "ENETUNREACH"}
"What a connection fails with at once, by the type of the route (net/ipv4/fib_semantics.c: fib_props)."
ERRNO_OF_RULE = {"blackhole": "EINVAL", "unreachable": "ENETUNREACH", "prohibit": "EACCES"}
"The same by the action of a policy rule (net/ipv4/fib_rules.c: fib4_rule_action)."


class TableRoute(Record, kw_only=True):
    """One route that covers the address. ``prefix`` is ``10.20.0.0/16`` or ``default``, ``table`` its name or number.

    ``kind`` as in `facts.route.Route`, and ``throw`` (look in the next table).
    """

    kind: str
    prefix: str
    length: int
    table: str
    metric: int = 0
    device: str = ""
    gateway: str = ""

    @property
    def words(self) -> str:
        """The route as a shell hands it to ``ip route``."""
        told = [*(() if self.kind == "unicast" else (self.kind,)), self.prefix]
        told += ["via", self.gateway] if self.gateway else []
        told += ["dev", self.device] if self.device and self.kind == "unicast" else []
        told += ["metric", str(self.metric)] if self.metric else []
        told += ["table", self.table] if self.table != "main" else []
        return joined(told)


class PolicyRule(Record, kw_only=True):
    """One rule of the policy database (ip-rule(8)) whose selector covers the address.

    ``action`` is ``lookup`` (of ``table``), ``goto``, ``nop``, ``blackhole``, ``unreachable`` or ``prohibit``.
    ``applies`` is None where the selector asks for what cannot be known from outside, such as the user's id.
    """

    priority: int
    action: str
    table: str = ""
    target: int = 0
    suppress: int = -1
    "Routes whose prefix is no longer than this do not count (``suppress_prefixlength``)."
    applies: bool | None = True


class RoutingTable(Facts, kw_only=True):
    """What covers ``address``: routes of every table, the longest prefix first, and rules in their order.

    ``routes_known`` is how many routes of the family there are at all, the kernel's own (``local``) apart.
    """

    address: str
    routes: tuple[TableRoute, ...] = ()
    rules: tuple[PolicyRule, ...] = ()
    routes_known: int = 0
    rules_seen: bool = True
    "False: ``rules`` are the usual three, for the machine's own could not be read."

    def forbidding(self, errno: str) -> TableRoute | PolicyRule | None:
        """The route or rule that gives this error; None where none of them can."""
        reached = self.reached()
        if reached is not None and _errno(reached) == errno:
            return reached
        rules = [rule for rule in self.rules if rule.applies is not False]
        found: list[TableRoute | PolicyRule] = [rule for rule in rules if _errno(rule) == errno]
        # A throw route matters only where the walk came past it, which `reached` has told.
        tables = {rule.table for rule in rules}
        found += [route for route in self.routes if route.kind != "throw" and route.table in tables]
        return next((culprit for culprit in found if _errno(culprit) == errno), None)

    def reached(self) -> TableRoute | PolicyRule | None:
        """Where the kernel's walk ends: rule by rule, in each table the longest prefix (fib_rules.c: fib_rules_lookup).

        A ``throw`` route is returned where the walk came past it and then found nothing.
        """
        thrown: TableRoute | None = None
        skip_to = 0
        for rule in self.rules:
            if rule.applies is not True or rule.priority < skip_to:
                continue
            if rule.action == "goto":
                skip_to = rule.target
            elif rule.action in ERRNO_OF_RULE:
                return rule
            elif rule.action == "lookup":
                best = next((route for route in self.routes if route.table == rule.table), None)
                if best is None or best.length <= rule.suppress:
                    continue
                if best.kind != "throw":
                    return best
                thrown = thrown or best
        return thrown


def _errno(culprit: TableRoute | PolicyRule) -> str:
    if isinstance(culprit, PolicyRule):
        return ERRNO_OF_RULE.get(culprit.action, "")
    return ERRNO_OF_ROUTE.get(culprit.kind, "")
