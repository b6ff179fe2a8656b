"""What is said of the proxy that applies: the clients by the names that people know."""

from __future__ import annotations

from nocarrier.facts.proxies import Choice, Proxies, Proxy
from nocarrier.probes import proxies
from nocarrier.readings.no_proxy import READERS

PROXY = Proxy(scheme="http", host="127.0.0.1", port=3128)


def test_those_that_go_another_way_are_named_as_people_know_them() -> None:
    chosen = Choice(reader="curl", variable="https_proxy", proxy=PROXY)
    facts = Proxies(chosen=chosen, choices=(chosen, Choice(reader="proxy-from-env"), Choice(reader="undici")))
    assert str(proxies.summary(facts)) == (
        "https_proxy names the proxy http://127.0.0.1:3128; these clients pay it no heed: axios (Node), Node's fetch"
    )


def test_every_reader_that_has_another_name_is_one() -> None:
    assert set(proxies.CLIENTS) <= set(READERS)
