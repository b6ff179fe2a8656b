"""What does each configured nameserver say of the name, over UDP, and over TCP where that fails?

All questions are put at once. What stays unanswered is asked once more, then also over TCP, together with a
question that any server can answer by itself; so a dead server costs the two waits and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.facts.dns import Dns, DnsAnswer
from nocarrier.facts.lookup import Lookup
from nocarrier.facts.resolver_config import ResolverConfig
from nocarrier.facts.target_shape import TargetShape
from nocarrier.machines import Dial, Dialled, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import replace
from nocarrier.probes import Observation, Scene
from nocarrier.readings.resolv_conf import is_dns_name
from nocarrier.wire.dns import BadDns, decode_answer, decode_stream, encode_query, encode_stream

AFTER = (Lookup, ResolverConfig)
PORT = 53
FIRST_WAIT = 0.75
AGAIN_WAIT = 0.75
"Seconds; together 1.5 s, after which a nameserver is called silent."
MOST_NAMES = 7
"The name itself and six search domains, which is all that older C libraries take."
MOST_BYTES = 1 << 16
NOBODY = "nocarrier-asks-whether-every-name-exists"
CONTROL = "localhost."
"A name that every resolver answers by itself (RFC 6761, section 6.3)."


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """The whole matrix as one observation; nothing where there is no name to ask for."""
    config = scene.case.seen(ResolverConfig, where)
    name = scene.case.target.host
    if config is None or not is_dns_name(name) or scene.case.seen(TargetShape) is not None:
        return
    lookup = scene.case.seen(Lookup, where)
    resolved = lookup is not None and bool(lookup.facts.addresses)
    facts = ask(scene, machine, config.facts, name, resolved=resolved)
    yield Observation(facts, summary(facts))


def ask(scene: Scene, machine: Machine, config: ResolverConfig, name: str, *, resolved: bool = False) -> Dns:
    """Ask every nameserver for every full name.

    Where the name is ``resolved`` already, silence is no riddle and is not asked again.
    """
    names = config.candidates(name)[:MOST_NAMES]
    questions = [
        DnsAnswer(server=server, transport="udp", name=full, kind=kind)
        for server in config.nameservers
        for full in names
        for kind in ("A", "AAAA")
    ]
    strange = _strange(config, name)
    first = put(machine, [*questions, *strange], scene.remaining(FIRST_WAIT))
    answers, wild = first[: len(first) - len(strange)], first[len(first) - len(strange) :]
    again = [] if resolved else _again(answers)
    controls = [] if resolved else _controls(config, answers)
    second = put(machine, [*again, *controls], scene.remaining(AGAIN_WAIT)) if again else ()
    return Dns(
        name=name,
        servers=config.nameservers,
        asked=names,
        answers=(*(each for each in answers if resolved or not _retried(each)), *second[: len(again)]),
        controls=tuple(second[len(again) :]),
        wildcards=tuple(dict.fromkeys(each.name.partition(".")[2][:-1] for each in wild if each.addresses)),
    )


def _strange(config: ResolverConfig, name: str) -> list[DnsAnswer]:
    """A name in every search domain that nobody gave to a machine: an answer means that the domain has one for all."""
    if "." not in name or name.endswith("."):
        return []
    return [
        DnsAnswer(server=server, transport="udp", name=f"{NOBODY}.{domain}.", kind="A")
        for server in config.nameservers[:1]
        for domain in config.search[:MOST_NAMES]
    ]


def _retried(answer: DnsAnswer) -> bool:
    """Silence is asked again, and only the second silence is kept."""
    return not answer.rcode and not answer.errno


def _again(first: Sequence[DnsAnswer]) -> list[DnsAnswer]:
    """What is worth a second question, and how it is put."""
    again = []
    for answer in first:
        asked = DnsAnswer(server=answer.server, transport="udp", name=answer.name, kind=answer.kind)
        if _retried(answer):
            again.append(asked)
        if not answer.rcode or answer.truncated:
            again.append(replace(asked, transport="tcp"))
        if answer.rcode == "SERVFAIL":
            again.append(replace(asked, checking_disabled=True))
    return again


def _controls(config: ResolverConfig, first: Sequence[DnsAnswer]) -> list[DnsAnswer]:
    """For servers that are wholly silent; a refusal is an answer of its own."""
    heard = {answer.server for answer in first if answer.rcode or answer.errno}
    return [
        DnsAnswer(server=server, transport="udp", name=CONTROL, kind="A")
        for server in config.nameservers
        if server not in heard
    ]


def put(machine: Machine, questions: Sequence[DnsAnswer], wait: float) -> tuple[DnsAnswer, ...]:
    """Put all questions at once; each comes back with what became of it. ``wait`` is in seconds."""
    messages = [_message(question) for question in questions]
    usable = [at for at, message in enumerate(messages) if message]
    outcomes = machine.dial([_dial(questions[at], messages[at], wait) for at in usable]) if usable else ()
    answers = list(questions)  # what cannot be asked stays unanswered
    for at, outcome in zip(usable, outcomes, strict=True):
        answers[at] = _outcome(questions[at], outcome)
    return tuple(answers)


def _message(question: DnsAnswer) -> bytes:
    """The question for the wire; empty where the name cannot be one of DNS (a label of more than 63 letters)."""
    try:
        message = encode_query(question.name, question.kind, checking_disabled=question.checking_disabled)
    except BadDns:
        return b""
    return encode_stream(message) if question.transport == "tcp" else message


def _dial(question: DnsAnswer, message: bytes, wait: float) -> Dial:
    return Dial(
        transport="tcp" if question.transport == "tcp" else "udp",
        address=question.server,
        port=PORT,
        timeout=wait,
        send=message,
        receive=MOST_BYTES,
        receive_for=wait,
    )


def _outcome(question: DnsAnswer, dialled: Dialled) -> DnsAnswer:
    connected = question.transport == "tcp" and dialled.connected
    silent = replace(question, errno=dialled.errno, connected=connected)
    if not dialled.received:
        return silent
    try:
        received = decode_stream(dialled.received) if question.transport == "tcp" else dialled.received
        return replace(decode_answer(question, received), connected=connected)
    except BadDns:
        return silent


def summary(facts: Dns) -> Prose:
    """Each server and its answer, in a line."""
    return say("{answers}", answers="; ".join(f"{server}: {_said(facts, server)}" for server in facts.servers))


def _said(facts: Dns, server: str) -> str:
    """The best that one server said: addresses, else an rcode, else what came in place of an answer."""
    for name in facts.asked:
        addresses = facts.addresses_of(name, server)
        if addresses:
            return f"{name} {' '.join(addresses[:4])}"
    mine = [answer for answer in facts.answers if answer.server == server]
    rcodes = dict.fromkeys(answer.rcode for answer in mine if answer.rcode and not answer.checking_disabled)
    if rcodes:
        return f"{facts.asked[0]} {' '.join('NODATA' if rcode == 'NOERROR' else rcode for rcode in rcodes)}"
    errors = dict.fromkeys(answer.errno for answer in mine if answer.errno)
    return " ".join(errors) or "-"
