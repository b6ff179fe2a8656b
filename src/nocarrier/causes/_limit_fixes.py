"""How a limit is raised, and how a client is taken from a list of banned ones."""

from __future__ import annotations

import re

from nocarrier.causes._firewall import nft_chain
from nocarrier.facts.exchange import TurnedAway
from nocarrier.facts.limits import Limited
from nocarrier.facts.server_program import ServerProgram
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import joined, quoted

SSH, REDIS = 22, 6379
MORE = 10
"By how much a limit is raised: enough to see whether it was the limit."


def lift(found: Limited, client: str) -> Fix:
    """The client comes in again."""
    if found.limit.kind == "ban":
        return _unban(found, client)
    if found.limit.name and "recent" in found.by:
        return Fix(
            where="server",
            text=say(
                "Take {client} from the list {list}, and see why it connected so often:",
                client=client,
                list=found.limit.name,
            ),
            commands=(f"echo -{client} >/proc/net/xt_recent/{quoted(found.limit.name)}",),
            risk=say(
                "With the next attempts it comes on the list again; the rule says after how many: {rule}",
                rule=found.by,
            ),
        )
    return _raised(found)


def _unban(found: Limited, client: str) -> Fix:
    limit, rule = found.limit, found.rule
    if limit.jail:
        jail = quoted(limit.jail)
        return Fix(
            where="server",
            text=say("End the ban of {client}, and see for what it was banned:", client=client),
            commands=(
                f"fail2ban-client set {jail} unbanip {client}",
                f"grep -h {quoted(client)} /var/log/fail2ban.log | tail -5",
            ),
            risk=say("It is banned again after the next such attempts, unless ignoreip in jail.local names it."),
        )
    # Where the list holds the client's network as one, it has no such element: then the client is excepted from it.
    if rule.backend == "nft" and limit.name != rule.chain:
        family = "ip6" if ":" in client else "ip"
        element = f"nft delete element {joined((rule.family, rule.table, limit.name))} '{{ {client} }}'"
        except_it = f"nft insert rule {nft_chain(rule)} position {rule.handle} {family} saddr {client} accept"
        command = f"{element} 2>/dev/null || {except_it}"
    elif rule.backend != "nft" and limit.name != rule.chain:
        command = (
            f"ipset del {quoted(limit.name)} {client} 2>/dev/null || ipset add {quoted(limit.name)} {client} nomatch"
        )
    else:
        tool = "ip6tables" if rule.family == "ip6" else "iptables"
        command = f"{tool} -t {rule.table} -D {quoted(rule.chain)} {rule.number}"
    return Fix(
        where="server",
        text=say("Take {client} from the list {list}:", client=client, list=limit.name),
        commands=(command,),
    )


def _raised(found: Limited) -> Fix:
    """The same rule with a higher number: by its handle in nftables, by its words in iptables."""
    rule, text = found.rule, found.by
    higher = _higher(text)
    own = text == rule.text
    if rule.backend == "nft" and own and higher:
        command = f"nft replace rule {nft_chain(rule)} handle {rule.handle} {quoted(_bare(higher))}"
        kept = re.search(r"\b(?:add|update) @([\w.-]+)", text)
        if kept is not None:  # its elements keep the number under which they were made
            command += f" && nft flush set {joined((rule.family, rule.table, kept[1]))}"
    elif rule.backend != "nft" and higher and text.startswith("-A "):
        tool = "ip6tables" if rule.family == "ip6" else "iptables"
        number = (str(rule.number),) if own else ()
        _, chain, *selected = _words(higher)
        replaced = joined((tool, "-t", rule.table, "-I", chain, *number, *selected))
        command = f"{joined((tool, '-t', rule.table, '-D', *_words(text)[1:]))} && {replaced}"
    elif rule.backend == "nft":
        command = f"nft -a list chain {nft_chain(rule)}"
    else:
        command = f"iptables -t {rule.table} -S {quoted(rule.chain)}"
    return Fix(
        where="server",
        text=say("Raise the limit, {times} times as high here:", times=MORE),
        commands=(command,),
        risk=say(
            "A limit stands there for a reason: see first who connects so often. To keep it, change the file that the rules are loaded from."
        ),
    )


def _words(text: str) -> list[str]:
    """The words of a rule as iptables-save writes it: in double quotes where they have blanks, with backslashes in these."""
    found = re.finditer(r'"((?:[^"\\]|\\.)*)"|(\S+)', text)
    return [one[2] if one[1] is None else re.sub(r"\\(.)", r"\1", one[1]) for one in found]


def _bare(text: str) -> str:
    """Without the state of its counter, which is no part of a rule that is written."""
    return re.sub(r"counter packets \d+ bytes \d+", "counter", text)


def _higher(text: str) -> str:
    """The rule with its number and its burst multiplied; empty where it has none that is known."""
    pattern = (
        r"((?:limit rate(?: over)?|ct count over|burst|--connlimit-above|--limit|--limit-burst|--hashlimit-above|"
        r"--hashlimit-upto|--hashlimit-burst|--hashlimit) )(\d+)"
    )
    # A limit of none times any number is none.
    changed, count = re.subn(pattern, lambda found: f"{found[1]}{max(int(found[2]), 1) * MORE}", text)
    return changed if count else ""


def by_protocol(said: TurnedAway, port: int, held: ServerProgram | None = None) -> tuple[Fix, ...]:
    """What the server's own number of connections is called, for the program that speaks this protocol; ``held`` is that
    program, where it was looked at."""
    if said.protocol == "redis" and (not held.unit if held is not None else port != REDIS):
        return (_another_redis(port),)
    if (said.protocol, said.code) == ("ssh", "MaxStartups") and port != SSH:
        return (_another_sshd(port),)
    known = _SETTINGS.get((said.protocol, said.code)) or _SETTINGS.get((said.protocol, ""))
    return (known,) if known else ()


def _another_sshd(port: int) -> Fix:
    """One that is not the system's: which file it reads, and who started it, are not known."""
    return _server(
        say(
            "Too many connections have not logged in yet; see who they are, raise MaxStartups in the file that this sshd was"
            " started with (-f), and let it read that again:"
        ),
        f"ss -tn state established 'sport = :{port}'",
        f"kill -HUP $(ss -Hltnp 'sport = :{port}' | grep -o 'sshd\",pid=[0-9]*' | head -1 | cut -d= -f2)",
        config="MaxStartups 100:30:200",
    )


def _another_redis(port: int) -> Fix:
    """One that no service manager started: there may be no file, and how it was started it shows nobody."""
    cli = "redis-cli" if port == REDIS else f"redis-cli -p {port}"
    return _server(
        say("Raise maxclients; Redis takes no command while it is full, and this one as soon as a client has left:"),
        f"until {cli} CONFIG SET maxclients 20000 | tee /dev/stderr | grep -qx OK; do sleep 0.2; done",
        risk=say(
            "Each client takes a file, and it says so where it may not have as many. After a restart the number is what its"
            " settings say."
        ),
    )


def _server(text: Prose, *commands: str, config: str = "", risk: Prose | None = None) -> Fix:
    return Fix(where="server", text=text, commands=commands, config=config, risk=risk)


_SETTINGS: dict[tuple[str, str], Fix] = {
    ("redis", ""): _server(
        say("Raise maxclients in redis.conf and restart Redis; it takes no command while it is full:"),
        "sed -i 's/^# *maxclients .*/maxclients 20000/; s/^maxclients .*/maxclients 20000/' /etc/redis/redis.conf",
        "systemctl restart redis-server",
        risk=say("Each client takes a file: LimitNOFILE of the unit has to be above that number."),
    ),
    ("postgresql", ""): _server(
        say(
            "See who holds the connections (three are kept for the superuser), and raise max_connections; it holds after a restart:"
        ),
        "sudo -u postgres psql -c 'SELECT usename, client_addr, state, count(*) FROM pg_stat_activity GROUP BY 1,2,3'",
        "sudo -u postgres psql -c 'ALTER SYSTEM SET max_connections = 300'",
        "systemctl restart postgresql",
        risk=say("Each connection takes memory; a pooler (pgbouncer) serves many clients with few."),
    ),
    ("mysql", "1129"): _server(
        say("The host was blocked after too many broken connections; end that:"),
        "mysqladmin flush-hosts",
    ),
    ("mysql", ""): _server(
        say("See who holds the connections (one is kept for an administrator), and raise the number:"),
        "mysql -e 'SHOW PROCESSLIST'",
        "mysql -e 'SET GLOBAL max_connections = 500'",
        risk=say("To keep it over a restart, set max_connections in its my.cnf too."),
    ),
    ("memcached", ""): _server(
        say("Raise -c in /etc/memcached.conf, and restart memcached:"),
        "sed -i 's/^# *-c .*/-c 8192/; s/^-c .*/-c 8192/' /etc/memcached.conf",
        "systemctl restart memcached",
    ),
    ("ssh", "MaxStartups"): _server(
        say("Too many connections have not logged in yet; see who they are, and raise MaxStartups:"),
        "ss -tn state established 'sport = :22'",
        "printf 'MaxStartups 100:30:200\\n' >/etc/ssh/sshd_config.d/startups.conf && systemctl reload ssh",
    ),
    ("ssh", "PerSourcePenalties"): _server(
        say("sshd shuts this client out for a while after failed log-ins; exempt its network where that is wrong:"),
        config="PerSourcePenaltyExemptList 10.0.0.0/8",
    ),
    ("smtp", ""): _server(
        say("See in the mail log why; Postfix counts the connections of each client:"),
        "postconf smtpd_client_connection_count_limit smtpd_client_connection_rate_limit",
    ),
    ("ftp", ""): _server(
        say("See which limit of the FTP server it is:"),
        "grep -nE '^(max_clients|max_per_ip|tcp_wrappers)' /etc/vsftpd.conf",
    ),
}
"Protocol and code → what to do."
