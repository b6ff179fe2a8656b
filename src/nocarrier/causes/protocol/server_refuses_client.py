"""The server's own settings do not let this client in

What it is
----------
The connection is made, and the server itself says no: it may be reached from its own machine only (Redis in protected mode),
no account of its may log in from this client's address (MySQL, MariaDB), or no line of its list of clients fits this one
(PostgreSQL's pg_hba.conf).

What you see
------------
"DENIED Redis is running in protected mode", "Host '10.10.0.7' is not allowed to connect to this MySQL server", "no
pg_hba.conf entry for host". The same client works on the server itself. To open the port in a firewall, or to listen on
more addresses, changes nothing; often it is what comes to light after that.

How it is told apart
--------------------
The server's words decide, by the code of its protocol. They come before any password: neither a right nor a wrong one
changes them. "Too many connections" is said of a limit, and passes. PostgreSQL says no to one user and lets another in, so
that the target has to name the user who is to log in (postgresql://USER@HOST/DATABASE); where it names none, the report
says that nobody was tried.

What to do
----------
Let this client in by the server's setting: a password for Redis, an account for that address in MySQL, a line in
pg_hba.conf.
"""

from __future__ import annotations

from nocarrier.causes._binding import WHAT_HOLDS_IT
from nocarrier.causes._letting_in import let_in
from nocarrier.causes._protocol_lab import postgresql, redis
from nocarrier.facts.exchange import Exchange, TurnedAway
from nocarrier.facts.listeners import Listeners
from nocarrier.model.evidence import Case
from nocarrier.model.judgement import Cause, Certainty, Found, Judgement, Silent, Symptom, on_client, on_server
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, router, server


def judge(case: Case) -> Judgement:
    """The server's own words."""
    answer = case.seen(Exchange)
    said = answer.facts.turned_away if answer is not None else None
    if answer is None or said is None or not said.forbidden:
        return Silent()
    return Found(
        certainty=Certainty.PROVEN,
        summary=_summary(answer.facts, said),
        because=(answer,),
        fixes=let_in(case, answer.facts, said),
    )


def _summary(answer: Exchange, said: TurnedAway) -> Prose:
    there = answer.there
    if said.protocol == "redis":
        return say(
            "Redis at {there} is in protected mode: without a password it serves its own machine only. It says: {text}",
            there=there,
            text=said.text.partition(".")[0],
        )
    if said.protocol == "mysql":
        return say(
            "MySQL at {there} has no account that may log in from {client}. It says: {text} ({code})",
            there=there,
            client=said.seen_as or answer.local_address,
            text=said.text,
            code=said.code,
        )
    return say(
        "PostgreSQL at {there} does not let this user in from here, by its pg_hba.conf. It says: {text}",
        there=there,
        text=said.text,
    )


def _protected(*arguments: str) -> Daemon:
    """Redis as it starts by itself: on every address, and in protected mode."""
    return Daemon(
        argv=("redis-server", "--port", "6379", "--save", "", "--dir", "{dir}", *arguments),
        ready="tcp:6379",
        package="redis-server",
    )


def _turned_away(name: str, target: str, daemon: Daemon) -> Scenario:
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,))),
        target=target,
        both_ends=Expected(verdict="server-refuses-client", certainty="proven"),
        client_alone=Expected(verdict="server-refuses-client", certainty="proven"),
    )


def _let_in(name: str, target: str, daemon: Daemon) -> Scenario:
    way = Expected(verdict="", outcome="connected")
    return Scenario(
        name=name,
        hosts=(client(), router(), server(daemons=(daemon,))),
        target=target,
        both_ends=way,
        client_alone=way,
    )


SCENARIO = _turned_away("redis-in-protected-mode", "redis://10.20.0.5", _protected())

MARIADB = Daemon(
    argv=(
        "sh", "-c",
        "mkdir -p data/mysql && own='--no-defaults --user=root --datadir={dir}/data --innodb-log-file-size=4M "
        "--innodb-data-file-path=ibdata1:2M:autoextend' && "
        "{ echo 'use mysql;'; cat /usr/share/mysql/mysql_system_tables.sql; } | mariadbd $own --bootstrap && "
        "exec mariadbd $own --socket={dir}/socket --pid-file={dir}/pid --bind-address=0.0.0.0 --skip-name-resolve --port=3306",
    ),
    ready="tcp:3306",
)  # fmt: skip
"With its system tables, and no account but for its own machine."

VARIANTS = (
    _turned_away("mariadb-without-an-account-for-the-host", "mysql://app@10.20.0.5/shop", MARIADB),
    _turned_away("postgresql-without-a-line", "postgresql://app@10.20.0.5/shop", postgresql(5432)),
)

NEAR_MISSES = (
    _let_in("redis-with-a-password", "redis://10.20.0.5", _protected("--requirepass", "geheim")),
    _let_in("redis-open-to-everybody", "redis://10.20.0.5", redis()),
    # What PostgreSQL says to a user that nobody meant is no word about those who are.
    _let_in("postgresql-of-no-user", "postgresql://10.20.0.5", postgresql(5432)),
)

CAUSE = Cause(
    slug="server-refuses-client",
    title=say("The server's own settings do not let this client in"),
    symptoms=frozenset({Symptom.REJECTED}),
    look_alikes=frozenset({"connection-limited", "server-closes-at-once"}),
    needs=(*on_client(Exchange), *on_server(Listeners), *WHAT_HOLDS_IT),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
