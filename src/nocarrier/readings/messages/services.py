"""Clients of services that take few words: Elasticsearch, Cassandra, ZooKeeper, NATS, LDAP, FTP, and what several say."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import POLLED, UNTOLD
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "memcache", "nonodeavailable", "no living connections", "ldap", "zookeeper", "control socket", "etcdserver", "clickhouse", "mongo",
    "mysql", "redis", "kafka", "amqp", "mqtt", "smtp", "sqlstate",
)  # fmt: skip

LDAP = "ldap"

SAID = (
    Phrase("unable to revive connection", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("no living connections", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("elasticsearch unreachable", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("there are no living connections", "unknown", "tcp", "elasticsearch", worth=OPAQUE, open=POLLED),
    Phrase("authenticationfailed('", "rejected", "service", "cassandra", worth=MEANT),
    Phrase("zookeeperserver not running", "closed", "service", "zookeeper", worth=MEANT),
    Phrase("likely server has closed socket", "closed", "service", "zookeeper", worth=MEANT),
    Phrase("no servers available for connection", "unknown", "tcp", "nats", worth=OPAQUE),
    Phrase("can't contact ldap server", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("ldap server is unavailable", "unknown", "", LDAP, worth=OPAQUE, open=UNTOLD),
    Phrase("ldap_start_tls: connect error", "tls-failed", "tls", LDAP, worth=MEANT),
    Phrase("data 52e", "rejected", "service", LDAP, worth=MEANT),
    Phrase("timeout (control socket)", "timed-out", "", "ftp", worth=MEANT),
    Phrase("authentication failed", "rejected", "service", ""),
)


def read(line: str) -> Iterator[Reading]:
    """Sentences."""
    return phrases(SAID, line)
