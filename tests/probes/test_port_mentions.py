"""The configuration is searched for the port only where another open port may have been meant."""

from __future__ import annotations

import pytest

from nocarrier.facts.neighbourhood import Neighbourhood
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.model.evidence import Evidence, Where
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.probes.port_mentions import PLACES, look
from tests.probes.paper import Paper, scene


@pytest.mark.parametrize(
    ("target", "opened", "speaking", "searched"),
    [
        ("tcp://10.0.0.5:8080", (), (), False),
        ("tcp://10.0.0.5:8080", (2024,), (), False),
        ("tcp://10.0.0.5:8080", (8081,), (), True),
        ("tcp://10.0.0.5:8080", (8800,), (), True),
        ("http://10.0.0.5:9000", (2024,), (), False),
        ("http://10.0.0.5:9000", (2024,), (2024,), True),
        ("redis://10.0.0.5:6380", (2024,), (), True),
    ],
    ids=["none open", "an unlike one", "a neighbour", "a slip", "mute", "it speaks HTTP", "few speak Redis"],
)
def test_where_it_is_searched(
    target: str, opened: tuple[int, ...], speaking: tuple[int, ...], searched: bool
) -> None:
    port = target.rpartition(":")[2]
    machine = Paper({}, outputs={("grep", "-rlsw", "-e", port, *PLACES): "/etc/nginx/nginx.conf\n"})
    around = Neighbourhood(address="10.0.0.5", tried=opened, open=opened, speaking=speaking)
    seen = Evidence(
        id="e1", probe="neighbourhood", where=Where.CLIENT, took_ms=0.0, summary=say("seen"), facts=around
    )
    made = scene(machine, target)
    made.case = replace(made.case, evidence=(seen,))
    found = [one.facts for one in look(made, machine, Where.SERVER)]
    assert found == ([PortMentions(port=int(port), files=("/etc/nginx/nginx.conf",))] if searched else [])
