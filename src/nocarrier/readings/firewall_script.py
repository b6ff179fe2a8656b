"""A shell script that sets rules with iptables, line by line (Plesk's firewall-active.sh) → its rules."""

from __future__ import annotations

import re

from nocarrier.facts.panel import comparable

MOST_RULES = 1000
_CALL = r"(?:^|[\s/])(ip6?tables)\s+((?:-w\s+)?(?:-t\s+\w+\s+)?-[AIP]\s+\S.*)$"


def decode_firewall_script(text: str) -> tuple[str, ...]:
    """The rules and policies of the filter table, in the spelling of `comparable`; the first `MOST_RULES`."""
    found: list[str] = []
    for line in text.splitlines():
        call = re.search(_CALL, line.strip())
        if call is None or line.lstrip().startswith("#"):
            continue
        spec = re.sub(r"^-w\s+", "", call[2])
        spec = re.sub(r"^-t\s+filter\s+", "", spec)
        if spec.startswith("-t"):
            continue
        spec = re.sub(r"\s+(?:[12]?>.*|\|\|.*|;.*)$", "", re.sub(r"^-I\s+", "-A ", spec))
        found.append(comparable(spec, "ip6" if call[1] == "ip6tables" else "ip"))
    return tuple(found[:MOST_RULES])
