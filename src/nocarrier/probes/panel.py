"""Is this machine managed by a hosting panel?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.panel import FoundPanel, Panel
from nocarrier.facts.panel_products import PRODUCTS, Product
from nocarrier.machines import Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene

FILES = tuple(mark for product in PRODUCTS for mark in product.marks)
ENOUGH = 1
"Bytes: that it is there tells; what it says is not needed."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """Files that only an installed panel has; for one with a script of rules, those rules."""
    found = tuple(_found(machine, product, mark) for product in PRODUCTS if (mark := _mark(machine, product)))
    labels = ", ".join(one.product.label for one in found)
    if found:
        yield Observation(Panel(found=found), say("{panels}, by {file}", panels=labels, file=found[0].told_by))
    else:
        yield Observation(Panel(), say("no hosting panel is installed"))


def _mark(machine: Machine, product: Product) -> str:
    """The first of its files that is there, be it unreadable for this user."""
    there = (mark for mark in product.marks if machine.read(mark, ENOUGH).errno in ("", "EACCES"))
    return next(there, "")


def _found(machine: Machine, product: Product, mark: str) -> FoundPanel:
    for script in product.scripts:
        read = machine.read(script)
        if not read.errno:
            from nocarrier.readings.firewall_script import decode_firewall_script

            rules = decode_firewall_script(read.text)
            return FoundPanel(slug=product.slug, told_by=mark, script=script, rules=rules)
    return FoundPanel(slug=product.slug, told_by=mark)
