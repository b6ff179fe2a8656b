"""Which proxy do the clients of this machine use for the target?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nocarrier.facts.proxies import Choice, Proxies
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.probes import Observation, Scene
from nocarrier.probes.process_limits import pid_of
from nocarrier.readings.proxy_settings import VARIABLES, choose
from nocarrier.readings.proxy_url import ProxyUrl, parse_proxy


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One observation where a proxy is named anywhere; nothing where the environment holds none."""
    facts = found(scene, machine)
    if facts is not None:
        yield Observation(facts, summary(facts))


def found(scene: Scene, machine: Machine) -> Proxies | None:
    """What the options and the environment say, or None where they speak of no proxy at all."""
    target = scene.case.target
    if scene.options.proxy == "" or target.port is None:
        return None
    if scene.options.proxy:
        proxy = parse_proxy(scene.options.proxy).proxy
        return Proxies(chosen=Choice(reader="", variable="--proxy", proxy=proxy))
    variables = environment(scene, machine)
    if not any(name.lower().endswith("_proxy") and name.lower() != "no_proxy" for name in variables):
        return None
    process = pid_of(machine)
    program = machine.read(f"/proc/{process}/comm", 64).text.strip() if process else ""
    facts = choose(variables, target.scheme, target.host, target.port, program, process)
    return facts if facts.choices or facts.beside else None


def environment(scene: Scene, machine: Machine) -> Mapping[str, str]:
    """The variables about proxies, as a client there is given them."""
    try:
        return dict(scene.once(machine, _variables))
    except CannotLook:
        return {}


def with_credentials(scene: Scene, machine: Machine, choice: Choice) -> ProxyUrl:
    """The proxy that was chosen, with what it is to be told of its user."""
    text = scene.options.proxy or environment(scene, machine)[choice.variable]
    return parse_proxy(text)


def _variables(machine: Machine) -> tuple[tuple[str, str], ...]:
    return machine.environment(VARIABLES)


CLIENTS = {
    "requests": "Python's requests",
    "websockets": "Python's websockets",
    "go": "Go",
    "undici": "Node's fetch",
    "proxy-from-env": "axios (Node)",
}
"Reader (`readings.proxy_settings`) → the client by which people know it, where that is another name."


def _shown(readers: Sequence[str]) -> str:
    return ", ".join(CLIENTS.get(reader, reader) for reader in readers)


def summary(facts: Proxies) -> Prose:
    """The proxy, where it is named, and who keeps out of it."""
    chosen = facts.chosen
    if facts.beside:
        return say("{variable} names a proxy, which no client asks for here", variable=facts.beside[0])
    if chosen.malformed:
        return say("what {variable} holds names no proxy", variable=chosen.variable)
    if chosen.proxy is None:
        return _direct(facts)
    if facts.direct and not facts.asked_for:
        return say(
            "{variable} names the proxy {proxy}; these clients pay it no heed: {readers}",
            variable=chosen.variable,
            proxy=chosen.proxy.url,
            readers=_shown(facts.direct),
        )
    return say("{variable} names the proxy {proxy}", variable=chosen.variable, proxy=chosen.proxy.url)


def _direct(facts: Proxies) -> Prose:
    chosen = facts.chosen
    if facts.using:
        return say("most clients connect directly; through a proxy: {readers}", readers=_shown(facts.using))
    if chosen.excluded_by:
        return say(
            "{entry} in {variable} keeps the proxy out of it",
            entry=chosen.excluded_by,
            variable=facts.no_proxy[0] or "localhost",
        )
    return say("the environment names no proxy for this target")
