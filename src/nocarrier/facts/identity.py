"""Which machine and network namespace this is."""

from __future__ import annotations

from nocarrier.model.evidence import Case, Facts, Where


class Identity(Facts, kw_only=True):
    """``boot`` is the kernel's boot id (random(4)), ``namespace`` its network namespace (``net:[4026531840]``)."""

    boot: str
    namespace: str


def same_machine(case: Case) -> bool | None:
    """Whether both sides are one network namespace of one machine; None where that is not known."""
    client, server = case.seen(Identity), case.seen(Identity, Where.SERVER)
    if client is None or server is None or not client.facts.boot or not client.facts.namespace:
        return None
    return client.facts == server.facts
