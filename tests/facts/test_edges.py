"""The table of edges: complete, and held against the ranges that came with it."""

from __future__ import annotations

import pytest

from nocarrier.facts.edges import CLOUDFLARE, PROVIDERS, Provider, by_name, by_words
from nocarrier.probes._edge_ranges import SHIPPED, newest
from nocarrier.readings.edge_ranges import decode_ranges

every_provider = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.slug)


@every_provider
def test_it_is_known_by_something_and_forwards_something(provider: Provider) -> None:
    assert provider.names or provider.words or newest(provider.slug)
    assert provider.forwarded or provider.ports == "chosen"
    assert all(name == name.lower().strip(".") for name in provider.names)
    assert all(header == header.lower() and value == value.lower() for header, value in provider.words)
    assert all(address.startswith("https://") for address, _ in provider.lists)


def test_no_name_is_two_providers() -> None:
    names = [name for provider in PROVIDERS for name in provider.names]
    assert len(names) == len(set(names))
    assert all(by_name(f"shop.{name}.") is provider for provider in PROVIDERS for name in provider.names)


@pytest.mark.parametrize("name", ["", ".", "cloudfront.net.example", "notcloudfront.net", "shop.example"])
def test_names_that_are_no_edges(name: str) -> None:
    assert by_name(name) is None


def test_words() -> None:
    assert by_words({"server": "Cloudflare"}) is CLOUDFLARE
    assert by_words({"server": "nginx", "cf-ray": "8f-FRA"}) is CLOUDFLARE
    assert by_words({"server": "nginx", "via": "1.1 squid"}) is None


@every_provider
def test_the_ranges_that_came_with_it_say_where_they_are_from(provider: Provider) -> None:
    try:
        with open(f"{SHIPPED}/{provider.slug}.txt", encoding="utf-8") as file:
            ranges = decode_ranges(file.read())
    except FileNotFoundError:
        return
    assert ranges.count
    assert ranges.source.startswith("https://")
    assert len(ranges.as_of) == len("2026-11-28")
