"""What the causes about machines of a cloud share: whose the dialled address is, and how a port is opened there."""

from __future__ import annotations

from nocarrier.causes._arrival import leads_there
from nocarrier.causes._listening import dialled_the_server
from nocarrier.facts.cloud import Cloud
from nocarrier.facts.interfaces import Interfaces
from nocarrier.facts.private import private_block
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import Decider, Fix
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import quoted

NUMBERS = {"tcp": "6", "udp": "17"}
"Protocol numbers (IANA), for clouds whose rules have those."


def cloud_machine(case: Case) -> Evidence[Cloud] | None:
    """The server's side, where it surely is a machine of a cloud."""
    seen = case.seen(Cloud, Where.SERVER)
    return seen if seen is not None and seen.facts.sure else None


def whose(case: Case, address: str, machine: Evidence[Cloud]) -> tuple[Evidence[Any], ...]:
    """What says that the address leads to this machine: it is its own, the provider translates it to one of its own,
    or packets for another port of it come in there."""
    own, arriving = case.seen(Interfaces, Where.SERVER), leads_there(case, address)
    if own is not None and dialled_the_server(case, address):
        return (own,)
    if address in machine.facts.public:
        return (machine,)
    return (arriving,) if arriving is not None else ()


def open_there(case: Case, machine: Cloud, address: str, port: int, local: str) -> Fix:
    """In the provider's console, or with its command line: this port, for this client where its address is known."""
    provider, words, source = machine.known, _words(case, machine, port, local), _source(address, local)
    words["source"] = source
    six = ":" in address
    find = (provider.commands.find,) if "group" not in machine.told and provider.commands.find else ()
    template = provider.commands.open6 if six else provider.commands.open4
    return Fix(
        where="network",
        text=say(
            "Let {protocol}/{port} in, in the {filter} of {machine}. In the console of {cloud}: {page}. Or with its"
            " command line, wherever it is logged in:{missing}",
            protocol=case.target.transport,
            port=port,
            filter=provider.filter,
            machine=machine.one("instance") or address,
            cloud=provider.label,
            page=provider.page,
            missing=_missing(words, (*find, template)),
        ),
        commands=tuple(command.format_map(words) for command in (*find, template)),
        risk=say("{source} is everybody. The public address of the client in its place narrows it.", source=source)
        if source.endswith("/0")
        else None,
    )


def rules_there(case: Case, machine: Cloud, port: int, local: str) -> Decider:
    """The provider's word on what its packet filter lets in."""
    provider, words = machine.known, _words(case, machine, port, local)
    find = (provider.commands.find,) if "{group}" in provider.commands.show and "group" not in machine.told else ()
    commands = "; ".join(command for command in (*find, provider.commands.show) if command)
    return Decider(
        question=say(
            "Do the rules of the {filter} let {protocol}/{port} in to {machine}?",
            filter=provider.filter,
            protocol=case.target.transport,
            port=port,
            machine=machine.one("instance") or provider.label,
        ),
        command=commands.format_map(words),
    )


def _words(case: Case, machine: Cloud, port: int, local: str) -> dict[str, str]:
    """The words that fill in a template; what the metadata did not tell is a shell variable to be set."""
    roles = ("instance", "name", "region", "zone", "project", "network", "private")
    words = {role: _word(machine.one(role), role) for role in roles}  # type: ignore[arg-type]
    group = quoted(machine.one("group")) if machine.one("group") else '"$GROUP"'
    protocol = case.target.transport
    return {
        **words,
        "group": group,
        "port": str(port),
        "protocol": protocol,
        "number": NUMBERS.get(protocol, "6"),
        "client": local or "$CLIENT",
    }


def _word(told: str, role: str) -> str:
    return quoted(told) if told else f"${role.upper()}"


def _missing(words: dict[str, str], templates: tuple[str, ...]) -> str | Prose:
    used = [
        word
        for name, word in words.items()
        if word.startswith("$") and any(f"{{{name}}}" in one for one in templates)
    ]
    return say(" {names} is to be set first.", names=", ".join(used)) if used else ""


def _source(address: str, local: str) -> str:
    """The client as the filter sees it, as a prefix: its own address, unless that is translated on the way."""
    six = ":" in address
    if not local or (private_block(local) and not private_block(address)):
        return "::/0" if six else "0.0.0.0/0"
    return f"{local.partition('%')[0]}/{128 if six else 32}"
