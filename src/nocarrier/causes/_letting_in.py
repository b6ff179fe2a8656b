"""How a server that turns a client away by its settings is told to let it in."""

from __future__ import annotations

from nocarrier.causes._binding import program_behind
from nocarrier.causes._restarting import Restart
from nocarrier.facts.exchange import Exchange, TurnedAway
from nocarrier.facts.listeners import Listener, Listeners
from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.evidence import Case, Where
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import say
from nocarrier.model.shell import quoted


def let_in(case: Case, answer: Exchange, said: TurnedAway) -> tuple[Fix, ...]:
    """By the setting of the program that speaks this protocol."""
    if said.protocol == "redis":
        return _with_a_password(case, answer)
    who = said.seen_as or answer.local_address.partition("%")[0]
    return (_account(case, answer, who),) if said.protocol == "mysql" else (_line_of_pg_hba(case, answer, who),)


def _with_a_password(case: Case, answer: Exchange) -> tuple[Fix, ...]:
    """Its own machine it serves in any case, where it listens there, and takes the password at once."""
    seen = case.seen(Listeners, Where.SERVER)
    holding = seen.facts.on(answer.port) if seen is not None else ()
    if holding and not any(one.loopback or one.any_address for one in holding):
        return (_in_its_file(case, holding[0]),)
    cli = "redis-cli" + _port("redis", answer.port)
    kept = say("It holds until Redis is started again; to keep it, it has to stand in redis.conf, too.")
    return (
        Fix(
            where="server",
            text=say("Give Redis a password, which is printed here; clients then log in with it:"),
            # By its standard input, and so in no list of processes (redis-cli -x).
            commands=(
                f"head -c 18 /dev/urandom | base64 | tee /dev/stderr | tr -d '\\n' | {cli} -x CONFIG SET requirepass",
            ),
            risk=kept,
        ),
        Fix(
            where="server",
            text=say("Where everybody who gets to this port may do everything there, without a password:"),
            commands=(f"{cli} CONFIG SET protected-mode no",),
            risk=kept,
        ),
    )


def _in_its_file(case: Case, listener: Listener) -> Fix:
    """Not even its own machine can tell it."""
    held = program_behind(case, listener)
    restart = held and held.known and listener.program and Restart(case, held, held.known, listener.program)
    return Fix(
        where="server",
        text=say("Give Redis a password in redis.conf, and restart it; clients then log in with it:"),
        config="requirepass PASSWORD",
        commands=restart.commands(held.command) if held and restart else (),
    )


def _account(case: Case, answer: Exchange, who: str) -> Fix:
    mysql = "mysql" + (f" --port {answer.port} --protocol tcp" if answer.port != DEFAULT_PORT["mysql"] else "")
    user, database = _word(case.target.user) or "USER", _word(_of_path(case)) or "DATABASE"
    made = f"CREATE USER '{user}'@'{who}' IDENTIFIED BY 'PASSWORD'; GRANT ALL ON {database}.* TO '{user}'@'{who}'"
    return Fix(
        where="server",
        text=say("See for which hosts there are accounts, and make one for {client}:", client=who),
        commands=(f"{mysql} -e 'SELECT user, host FROM mysql.user'", f'{mysql} -e "{made}"'),
        risk=say("In place of the address a pattern lets a whole network in ('10.20.%')."),
    )


def _line_of_pg_hba(case: Case, answer: Exchange, who: str) -> Fix:
    """Above all others, for the first line that fits decides (PostgreSQL documentation, The pg_hba.conf File)."""
    psql = "sudo -u postgres psql" + _port("postgresql", answer.port)
    bits = 128 if ":" in who else 32
    user = case.target.user
    words = ("host", _named(_of_path(case) or user), _named(user), f"{who}/{bits}", "scram-sha-256")
    line = " ".join(words)
    return Fix(
        where="server",
        text=say("Let {user} in from {client}, by a line of pg_hba.conf, and let PostgreSQL read it:", user=user, client=who),
        config=line,
        commands=(
            f'sed -i {quoted(f"1i {line}")} "$({psql} -Atc \'SHOW hba_file\')"',
            f"{psql} -c 'SELECT pg_reload_conf()'",
        ),
        risk=say("The user then needs a password of that kind; in place of /{bits} a shorter prefix lets a network in.", bits=bits),
    )  # fmt: skip


def _named(name: str) -> str:
    """A name in pg_hba.conf; one that holds more than letters and digits, or is a key word, stands in double quotes."""
    plain = _word(name) and name not in ("all", "replication", "sameuser", "samerole")
    return name if plain else '"' + name.replace('"', '""') + '"'


def _word(name: str) -> str:
    """A name of letters and digits alone, which needs no quotes anywhere; empty for any other one."""
    return name if name.isascii() and name.replace("_", "").isalnum() else ""


def _of_path(case: Case) -> str:
    """The database that the URL names."""
    return case.target.path.partition("?")[0].strip("/")


def _port(scheme: str, port: int) -> str:
    return "" if port == DEFAULT_PORT[scheme] else f" -p {port}"
