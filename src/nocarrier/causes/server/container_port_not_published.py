"""The container's port is not published

What it is
----------
The program runs in a container and listens there. But a container has a network of its own: unless its port is
published, nobody outside reaches it, and one that is published to 127.0.0.1 is reached from the host alone.

What you see
------------
"Connection refused" from other machines, and mostly on the host too, while the program's own log says that it listens.

How it is told apart
--------------------
On the host nothing listens on the port, or only a proxy of the container engine, bound to loopback. The engine's
table of ports and the sockets inside the container tell the rest: there the program listens, and the port is not
published, or only to another address or port of the host.

What to do
----------
Make the container again with its port published to every address: `-p 8080:8080`, or `ports:` in the compose file. A
published port passes the host's own firewall rules by, in most set-ups: publish only what is meant for everybody.
"""

from __future__ import annotations

from nocarrier.causes._containers import Shut, ShutIn, shut_in
from nocarrier.causes._listening import (
    WHOSE_ADDRESS,
    Meeting,
    Refusal,
    certainty,
    dialled_the_server,
    refusal,
    resting_on,
)
from nocarrier.causes._podman import container_server
from nocarrier.causes._sent_on import sent_on
from nocarrier.facts.containers import Container, Containers
from nocarrier.facts.listeners import Listeners
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    Silent,
    Symptom,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Expected, Scenario, client, router
from nocarrier.model.shell import call, joined, quoted
from nocarrier.model.target import endpoint


def judge(case: Case) -> Judgement:
    """A reset, and in a container the program that was meant."""
    refused = refusal(case)
    if refused is None or refused.listeners is None:
        return Silent()
    found = shut_in(case, refused)
    moved = sent_on(case, refused)
    led_inside = found is not None and moved is not None and moved.container == found.container
    # An engine may hold the published port on the host as well, and its rules come first.
    if found is None or (refused.met is Meeting.TAKEN and not led_inside and not _from_within(case, refused)):
        return Silent()
    if led_inside and moved is not None:
        sure, rules = Certainty.PROVEN, moved.because
    else:
        sure, rules = certainty(case, refused), ()
    if not found.only or found.how is Shut.ELSEWHERE:
        sure = Certainty.LIKELY
    because = (*resting_on(case, refused), found.seen)
    return Found(
        certainty=sure,
        summary=_summary(refused, found),
        because=(*because, *(seen for seen in rules if seen not in because)),
        fixes=(_publish(refused, found), *_dial_instead(case, found)),
        decided_by=() if sure is Certainty.PROVEN else (_ask_the_engine(refused, found),),
    )


def _from_within(case: Case, refused: Refusal) -> bool:
    """The server's side is the container itself: what listens there takes its own addresses, not its host's."""
    seen = case.seen(Containers, Where.SERVER)
    return bool(seen and seen.facts.only) and dialled_the_server(case, refused.address) is False


def _summary(refused: Refusal, found: ShutIn) -> Prose:
    name, port = found.container.name, refused.port
    if found.how is Shut.UNPUBLISHED or found.published is None:
        return say(
            "The container {name} listens on {port}, but does not publish that port: outside of it nobody listens.",
            name=name,
            port=port,
        )
    there = endpoint(found.published.address, found.published.host_port)
    if found.how is Shut.NARROW:
        return say(
            "The container {name} publishes its port to {there} only; {address} is another address.",
            name=name,
            there=there,
            address=refused.address,
        )
    if found.how is Shut.AMISS:
        return say(
            "{port} leads to port {inner} of the container {name}, where nothing listens; inside, {other} is listened on.",
            port=port,
            inner=found.published.port,
            name=name,
            other=found.port,
        )
    return say(
        "The container {name} listens on {port} inside, and publishes that as {there}.",
        name=name,
        port=port,
        there=there,
    )


def _publish(refused: Refusal, found: ShutIn) -> Fix:
    """Make it again with the port published; the engine cannot add one to a container that exists."""
    container, mapping = found.container, f"{refused.port}:{found.port}"
    risk = say(
        "The container is made again: what it wrote outside its volumes is lost. Then everybody who reaches this "
        "machine reaches the port."
    )
    if container.compose:
        return Fix(
            where="server",
            text=say(
                "Publish the port of the service {name} in {file}, and bring it up again:",
                name=container.compose,
                file=container.compose_files or "compose.yaml",
            ),
            config=f'services:\n  {container.compose}:\n    ports:\n      - "{mapping}"',
            commands=(
                f"{container.engine} compose {_files(container.compose_files)}up -d {quoted(container.compose)}",
            ),
            risk=risk,
        )
    former = found.published.port if found.how is Shut.AMISS and found.published else found.port
    again = _made_again(container, mapping, former) or (
        container.engine, "run", "-d", "--name", container.name, "-p", mapping, container.image,
    )  # fmt: skip
    return Fix(
        where="server",
        text=say("Make the container again, with its port published on every address:"),
        commands=(f"{container.engine} rm -f {quoted(container.name)}", joined(again)),
        risk=risk,
    )


def _files(names: str) -> str:
    return "".join(f"-f {quoted(name)} " for name in names.split(",") if name)


def _made_again(container: Container, mapping: str, port: int) -> tuple[str, ...]:
    """The command that made it, with this port published in place of how it was; empty where it is not known.

    Behind the name of the image stand the program's own words: they are left alone.
    """
    command = container.made_by
    image = next((at for at, word in enumerate(command) if at and _is_image(word, container.image)), 0)
    verb = next((at for at, word in enumerate(command[:image]) if word in ("run", "create")), 0)
    if not verb:
        return ()
    options, skip = [], False
    for word, following in zip(command[verb + 1 : image], command[verb + 2 : image + 1], strict=True):
        if skip:
            skip = False
        elif word in ("-p", "--publish") and _inner(following) == port:
            skip = True
        elif not (word.startswith(("-p=", "--publish=")) and _inner(word) == port):
            options.append(word)
    return (*command[: verb + 1], "-p", mapping, *options, *command[image:])


def _is_image(word: str, image: str) -> bool:
    """``busybox``, ``docker.io/library/busybox`` and ``busybox:latest`` may all name the same."""
    whole = f"/{image}"
    return not word.startswith("-") and bool(word) and whole.endswith((f"/{word}", f"/{word}:latest"))


def _inner(mapping: str) -> int:
    """The container's port of ``[[address:]host:]port[/transport]``."""
    text = mapping.rpartition(":")[2].partition("/")[0]
    return int(text) if text.isascii() and text.isdigit() else 0


def _dial_instead(case: Case, found: ShutIn) -> tuple[Fix, ...]:
    """It is published, elsewhere: then the client may as well dial that."""
    if found.how is not Shut.ELSEWHERE or found.published is None:
        return ()
    port = found.published.host_port
    return (
        Fix(
            where="client",
            text=say("Or dial the port {port}, where it is published.", port=port),
            commands=(call(case.target.at(port=port)),),
        ),
    )


def _ask_the_engine(refused: Refusal, found: ShutIn) -> Decider:
    return Decider(
        question=say(
            "Is {name} the program that is meant to take connections on {port}?",
            name=found.container.name,
            port=refused.port,
        ),
        command=f"{found.container.engine} port {quoted(found.container.name)}",
    )


SCENARIO = Scenario(
    name="not-published",
    hosts=(client(), router(), container_server()),
    target="tcp://10.20.0.5:8080",
    both_ends=Expected(verdict="container-port-not-published", certainty="proven"),
    client_alone=Expected(verdict="server-not-listening", certainty="possible"),
)

VARIANTS = (
    Scenario(
        name="published-to-loopback",
        hosts=(client(), router(), container_server("-p", "127.0.0.1:8080:8080")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="container-port-not-published", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="published-amiss",
        hosts=(client(), router(), container_server("-p", "8080:80", listens="3000")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="container-port-not-published", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
    Scenario(
        name="published-as-another-port",
        hosts=(client(), router(), container_server("-p", "18080:8080")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="container-port-not-published", certainty="likely"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

NEAR_MISSES = (
    Scenario(
        name="published",
        hosts=(client(), router(), container_server("-p", "8080:8080")),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="some-other-container",
        hosts=(client(), router(), container_server()),
        target="tcp://10.20.0.5:4711",
        both_ends=Expected(verdict="server-not-listening", certainty="proven"),
        client_alone=Expected(verdict="server-not-listening", certainty="possible"),
    ),
)

CAUSE = Cause(
    slug="container-port-not-published",
    title=say("The container's port is not published"),
    symptoms=frozenset({Symptom.REFUSED}),
    look_alikes=frozenset({"server-not-listening", "listening-on-loopback-only", "wrong-port"}),
    needs=(*on_server(Containers, Listeners), *WHOSE_ADDRESS),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
