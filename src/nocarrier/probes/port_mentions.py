"""Does some configuration on this machine name the dialled port: is a program meant to listen there?"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.facts.neighbourhood import Neighbourhood, is_near, is_slip
from nocarrier.facts.port_mentions import PortMentions
from nocarrier.facts.services import GENERAL, PROTOCOL, implied_scheme
from nocarrier.machines import CannotLook, Machine
from nocarrier.model.evidence import Where
from nocarrier.model.prose import say
from nocarrier.probes import Observation, Scene

AFTER = (Neighbourhood,)
PLACES = (
    "/etc/systemd/system", "/etc/default", "/etc/sysconfig", "/etc/supervisor", "/etc/containers/systemd",
    "/etc/nginx", "/etc/apache2", "/etc/httpd", "/etc/haproxy", "/etc/caddy", "/etc/traefik", "/etc/redis",
    "/etc/redis.conf", "/etc/valkey", "/etc/postgresql", "/etc/mysql", "/etc/my.cnf", "/etc/my.cnf.d",
    "/etc/mongod.conf", "/etc/rabbitmq", "/etc/mosquitto", "/etc/memcached.conf", "/etc/ssh", "/etc/vsftpd.conf",
    "/etc/proftpd", "/etc/postfix", "/etc/exim4", "/etc/dovecot", "/etc/ldap", "/etc/elasticsearch",
    "/etc/clickhouse-server", "/etc/php", "/etc/xinetd.d", "/etc/inetd.conf", "/etc/tomcat10", "/etc/tomcat9",
)  # fmt: skip
"Where servers' settings stand, on Debian's and Red Hat's families; what is not there is passed over."
MOST_FILES = 8


def _may_be_meant(scheme: str, port: int, around: Neighbourhood) -> bool:
    """Whether an open port is one that the dialled one may stand for: by its number, or by what is spoken there.

    What few programs speak is known by the program, too.
    """
    wanted = PROTOCOL.get(implied_scheme(scheme, port), "")
    if any(is_near(port, other) or is_slip(port, other) for other in around.open) or around.speaking:
        return True
    return bool(wanted) and wanted not in GENERAL and bool(around.open)


def look(scene: Scene, machine: Machine, where: Where) -> Iterator[Observation]:
    """One search for the number as a word."""
    port = scene.case.target.port
    around = scene.case.seen(Neighbourhood)
    if port is None or around is None or not _may_be_meant(scene.case.target.scheme, port, around.facts):
        return  # it only ever weighs against another port that may be meant
    # -s: what is missing or closed to us is passed over without a word; the status then says nothing.
    ran = machine.run(("grep", "-rlsw", "-e", str(port), *PLACES), timeout=scene.remaining(2.0))
    if ran.errno or ran.expired:
        raise CannotLook(say("its configuration cannot be searched"), "grep")
    files = tuple(name for name in ran.text.splitlines() if name)[:MOST_FILES]
    facts = PortMentions(port=port, files=files)
    if files:
        yield Observation(facts, say("{files} names port {port}", files=", ".join(files[:3]), port=port))
    else:
        yield Observation(facts, say("no configuration under /etc names port {port}", port=port))
