"""Past a proxy: the words that make a client leave it out for one host, and what it is configured with."""

from __future__ import annotations

from nocarrier.facts.proxies import Proxies
from nocarrier.facts.proxy_attempt import ProxyAttempt
from nocarrier.facts.proxy_sources import ProxySources
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Decider, Fix
from nocarrier.model.prose import say
from nocarrier.model.shell import call, quoted
from nocarrier.model.target import endpoint


def past_it(case: Case, proxies: Proxies) -> tuple[Fix, ...]:
    """What the client's user may do where the target answers directly."""
    if proxies.asked_for:
        return (
            Fix(
                where="client",
                text=say("Leave the proxy out for this target:"),
                commands=(call(case.target.url, "--no-proxy"),),
            ),
        )
    return (
        Fix(
            where="client",
            text=say(
                "Except {host} from the proxy, in the shell or service that starts the client:", host=case.target.host
            ),
            commands=excepting(case.target.host, proxies.no_proxy[1]),
        ),
        *_where_it_is_set(case, proxies),
        Fix(
            where="client",
            text=say("Or do without the proxy altogether:"),
            commands=(f"unset {proxies.chosen.variable}",),
            risk=say("Targets that only the proxy reaches are then out of reach."),
        ),
    )


def _where_it_is_set(case: Case, proxies: Proxies) -> tuple[Fix, ...]:
    """The line of the file that names it, where one was found."""
    seen = case.seen(ProxySources)
    variable = proxies.chosen.variable
    lines = seen.facts.setting(variable, proxies.proxy) if seen is not None else ()
    return tuple(
        Fix(
            where="client",
            text=say(
                "{file}, line {line}, sets {variable} for every new session. To take it out:",
                file=one.file,
                line=one.line,
                variable=variable,
            ),
            commands=(f"sed -i '{one.line}s/^/#/' {quoted(one.file)}",),
            risk=say("Targets that only the proxy reaches are then out of reach."),
        )
        for one in lines[:2]
    )


def excepting(host: str, before: str) -> tuple[str, ...]:
    """Both spellings, for clients differ in the one they read; the exact name or address is what all understand."""
    kept = before.strip().rstrip(",")
    value = f"{kept},{host}" if kept and kept != "*" else host
    return (f"export no_proxy={quoted(value)} NO_PROXY={quoted(value)}",)


def ask_the_proxy(case: Case, attempt: ProxyAttempt) -> Decider:
    """All that the proxy says of the request: its page names the rule, or whom to ask."""
    web = {"ws": "http", "wss": "https"}.get(case.target.scheme, case.target.scheme)
    return Decider(
        question=say("What does the proxy itself say of it, and would it do the same for another target?"),
        command=f"curl -isS -x {quoted(attempt.proxy.url)} {quoted(case.target.at(scheme=web))} | head -40",
    )


def look_at_the_proxy(proxies: Proxies) -> Decider:
    """Whether, and why, the proxy's own port fails."""
    assert proxies.proxy is not None
    there = endpoint(proxies.proxy.host, proxies.proxy.port)
    return Decider(
        question=say("Why does {there}, the proxy itself, fail?", there=there),
        command=call(f"tcp://{there}", "--no-proxy"),
    )


def go_past_it(case: Case) -> Decider:
    """The same target, without the proxy."""
    return Decider(
        question=say("Does the target answer without the proxy?"),
        command=call(case.target.url, "--no-proxy"),
    )
