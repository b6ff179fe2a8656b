"""Checks and shippers: Nagios and Icinga plugins, NRPE, SNMP, Zabbix, Prometheus, Beats, Logstash, Fluent Bit."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading

STEMS = (
    "check_nrpe",
    "zbx_tcp_",
    "zab_tcp_",
    "socket timeout",
    "server returned http status",
    "got response code '",
    "invalid version of beats",
    "[upstream] connection",
)

NAGIOS, NRPE, ZABBIX, PROMETHEUS, BEATS, LOGSTASH = "nagios", "nrpe", "zabbix", "prometheus", "beats", "logstash"

SAID = (
    # Nagios and its kin
    Phrase("socket timeout after ", "timed-out", "", NAGIOS, worth=MEANT),
    Phrase("critical - socket timeout", "timed-out", "", NAGIOS, worth=MEANT),
    Phrase("plugin timed out after ", "timed-out", "", NAGIOS, worth=MEANT),
    Phrase("service check timed out", "timed-out", "", NAGIOS, worth=MEANT),
    Phrase("host check timed out", "timed-out", "", NAGIOS, worth=MEANT),
    Phrase("could not complete ssl handshake", "tls-failed", "tls", NRPE, worth=MEANT),
    Phrase("cannot make ssl connection", "tls-failed", "tls", NAGIOS, worth=MEANT),
    Phrase("peer did not return a certificate", "tls-failed", "tls", "", {"openssl": "PEER_DID_NOT_RETURN_A_CERTIFICATE"}, MEANT),
    Phrase("[io_tls] handshake connection #", "timed-out", "tls", "fluent-bit", worth=MEANT),
    Phrase("check_nrpe: received 0 bytes from daemon", "closed", "service", NRPE, worth=MEANT),
    Phrase("check_nrpe: error - could not connect to", "unknown", "tcp", NRPE, worth=OPAQUE),
    Phrase("check_nrpe: error receiving data from daemon", "unknown", "service", NRPE, worth=OPAQUE),
    Phrase("check_nrpe: error sending query to host", "unknown", "service", NRPE, worth=OPAQUE),
    Phrase("invalid http response received from host", "protocol-mismatch", "http", NAGIOS, worth=MEANT),
    Phrase("packet loss = 100%", "timed-out", "", NAGIOS, worth=MEANT),
    Phrase("rta nan, lost 100%", "timed-out", "", NAGIOS, worth=MEANT),
    Phrase("invalid hostname/address - ", "name-not-resolved", "name", NAGIOS, worth=MEANT),
    Phrase("timeout: no response from ", "timed-out", "service", "snmp", worth=MEANT),
    Phrase("timeout: no answer from peer", "timed-out", "service", "snmp", worth=MEANT),
    Phrase("remote icinga instance", "unknown", "", "icinga", worth=OPAQUE),
    Phrase("empty output from host", "closed", "service", "checkmk", worth=MEANT),
    Phrase("tls is not registered", "rejected", "service", "checkmk", worth=MEANT),
    Phrase("api key is not permitted", "rejected", "service", "netdata", worth=MEANT),
    Phrase("(4101): waiting for server reply", "timed-out", "service", "wazuh", worth=MEANT),
    *(Phrase(f"snmp{tool}: timeout", "timed-out", "service", "snmp", worth=MEANT) for tool in ("get", "walk", "set", "bulkwalk", "status")),
    Phrase("no ucst response after", "timed-out", "service", "ntp", worth=MEANT),
    Phrase("login failure for user ", "rejected", "service", "routeros"),
    # Zabbix
    Phrase("interrupted system call", "timed-out", "tcp", ZABBIX, worth=OPAQUE),
    Phrase("agent dropped connection because of access permissions", "closed", "service", ZABBIX, worth=MEANT),
    Phrase("no active checks on server [", "rejected", "service", ZABBIX, worth=MEANT),
    Phrase("rejected, allowed hosts: ", "rejected", "service", ZABBIX, worth=MEANT),
    Phrase("zabbix server is not running", "unknown", "tcp", ZABBIX, worth=OPAQUE),
    Phrase("network error, wait for ", "unknown", "", ZABBIX, worth=OPAQUE),
    # Prometheus, Beats, Logstash, Fluent Bit
    Phrase("expected a valid start token, got \"<\"", "protocol-mismatch", "http", PROMETHEUS, worth=MEANT),
    Phrase("failed to publish events caused by: eof", "closed", "service", BEATS, worth=MEANT),
    Phrase("failed to publish events caused by: client is not connected", "closed", "service", BEATS, worth=MEANT),
    Phrase("lumberjack protocol error", "protocol-mismatch", "service", BEATS, worth=MEANT),
    Phrase("invalid version of beats protocol", "protocol-mismatch", "service", LOGSTASH, worth=MEANT),
    Phrase("invalid frame type, received: ", "protocol-mismatch", "service", LOGSTASH, worth=MEANT),
    Phrase("error=broken pipe", "closed", "", "fluentd"),
    Phrase("[manticore::resolutionfailure]", "name-not-resolved", "name", LOGSTASH, worth=MEANT),
    Phrase("[manticore::connecttimeout]", "timed-out", "tcp", LOGSTASH, worth=MEANT),
    Phrase("[manticore::sockettimeout]", "timed-out", "http", LOGSTASH, worth=MEANT),
    Phrase("failed to flush chunk '", "unknown", "", "fluent-bit", worth=OPAQUE),
    Phrase("no upstream connections available", "unknown", "tcp", "fluent-bit", worth=OPAQUE),
)  # fmt: skip

_UPSTREAM = pattern(r"\[upstream\] connection #-?\d{1,9} to \S{1,270} timed out")
"Fluent Bit; what it writes afterwards breaks, and says so with a code."
_SILENT = pattern(r"\b(?:ZBX|ZAB)_TCP_(?:READ|WRITE)\W{0,3} tim(?:ed|e) ?out")
_SCRAPED = pattern(
    r"server returned HTTP status (\d{3})\b|Got response code '(\d{3})' contacting|\bHTTP (?:CRITICAL|WARNING)(?::| -) (?:HTTP/[\d.]{1,3} )?([45]\d\d)\b"
)


def read(line: str) -> Iterator[Reading]:
    """Sentences, and the statuses that a check complains of."""
    yield from phrases(SAID, line)
    if _SILENT.search(line):
        yield Reading(kind="timed-out", worth=MEANT, client=ZABBIX, step="service")
    if _UPSTREAM.search(line):
        yield Reading(kind="timed-out", worth=MEANT, client="fluent-bit", step="tcp")
    scraped = _SCRAPED.search(line)
    if scraped is not None:
        status = int(next(group for group in scraped.groups() if group))
        yield Reading(kind="rejected", worth=CODE, step="http", code={"http_status": status}, at=scraped.start())
