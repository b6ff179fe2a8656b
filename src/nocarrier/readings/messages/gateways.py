"""What stands in front of servers and says so in its log or its body: nginx, Apache, HAProxy, Envoy, Traefik, Varnish, Squid,
Privoxy, Tor, cntlm, mitmproxy."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.model.record import replace
from nocarrier.readings.messages.common import TEXTS
from nocarrier.readings.messages.errnos import ANYWHERE, named, numbered
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, ErrorClass, Reading

STEMS = (
    " could not be resolved (", "upstream", "handshake error from ", "): invalid re", "layer4 ", "layer6 ", "layer7 ", "reset before headers", "no server is available to handle",
    " 503 uf", " 503 uh", " 503 uc", " 503 ur", " 503 lr", " 503 uo", " 504 ut", "squid/", "delayed connection error: ", "[error 50", "_tunnel/", "_miss/50", "_none/50", "_denied/4", "<nosrv>", " sc-- ", " sh-- ", " sd-- ", " sq-- ", " pc-- ",
)  # fmt: skip

NGINX, APACHE, HAPROXY, ENVOY, TRAEFIK, VARNISH, SQUID = (
    "nginx",
    "apache",
    "haproxy",
    "envoy",
    "traefik",
    "varnish",
    "squid",
)
ENDS = tuple(text for text, _ in TEXTS)
"The words of an error that ended a connection behind the gateway: they say more than that it answers 503."
BESIDE = say("The gateway met an error behind it; the line beside it says which.")

SAID = (
    Phrase("upstream sent unsupported fastcgi protocol", "protocol-mismatch", "service", "nginx", worth=MEANT + 1),
    Phrase("caused by: readfrom tcp ", "closed", "http", "traefik", worth=MEANT),
    Phrase("error=socks version error", "protocol-mismatch", "proxy", "clash", worth=MEANT + 1),
    Phrase("remote server has closed connection", "closed", "service", "proftpd", worth=MEANT + 1),
    Phrase(" could not be resolved (", "name-not-resolved", "name", NGINX, worth=MEANT),
    Phrase("no resolver defined to resolve", "name-not-resolved", "name", NGINX, worth=MEANT),
    Phrase("host not found in upstream", "name-not-resolved", "name", NGINX, worth=MEANT),
    Phrase("no live upstreams while connecting to upstream", "unknown", "http", NGINX, {"http_status": 502}, OPAQUE, BESIDE),
    Phrase("upstream prematurely closed connection", "closed", "http", NGINX, worth=MEANT),
    Phrase("client prematurely closed connection", "closed", "http", NGINX),
    Phrase("upstream sent invalid header", "protocol-mismatch", "http", NGINX, worth=MEANT),
    Phrase("upstream sent no valid http/1.0 header", "protocol-mismatch", "http", NGINX, worth=MEANT),
    Phrase("upstream sent too big header", "protocol-mismatch", "http", NGINX, worth=MEANT),
    Phrase("upstream sent too large http2 frame", "protocol-mismatch", "http", NGINX, worth=MEANT),
    Phrase("upstream sent invalid http/2", "protocol-mismatch", "http", NGINX, worth=MEANT),
    Phrase("upstream sent unexpected ", "protocol-mismatch", "http", NGINX, worth=MEANT),
    Phrase("upstream sent invalid ", "protocol-mismatch", "http", NGINX, worth=SENTENCE),
    Phrase("upstream rejected request with error", "rejected", "http", NGINX, worth=MEANT),
    Phrase("(11: resource temporarily unavailable)", "resource-limit", "tcp", NGINX, {"errno": "EAGAIN"}, MEANT),
    Phrase("while connecting to upstream", "unknown", "tcp", NGINX, worth=OPAQUE),
    Phrase("while ssl handshaking to upstream", "unknown", "tls", NGINX, worth=OPAQUE),
    Phrase("upstream timed out", "timed-out", "http", NGINX, worth=MEANT),
    Phrase("upstream ssl certificate verify error", "tls-failed", "tls", NGINX, worth=MEANT),
    Phrase("upstream ssl certificate does not match", "tls-failed", "tls", NGINX, worth=MEANT),
    Phrase("peer closed connection in ssl handshake", "closed", "tls", NGINX, worth=OPAQUE),
    Phrase("ssl_do_handshake() failed", "tls-failed", "tls", NGINX, worth=WORDS),
    Phrase("is defined in server listening on ssl port", "tls-failed", "tls", NGINX, worth=MEANT),
    Phrase("while reading proxy protocol", "protocol-mismatch", "tcp", NGINX, worth=MEANT),
    Phrase("worker_connections are not enough", "resource-limit", "tcp", NGINX, worth=MEANT),
    Phrase("access forbidden by rule", "rejected", "http", NGINX, {"http_status": 403}, MEANT),
    Phrase("limiting requests, excess", "rejected", "service", NGINX, worth=MEANT),
    Phrase("limiting connections by zone", "rejected", "http", NGINX, worth=MEANT),
    Phrase("auth request unexpected status", "rejected", "http", NGINX, worth=MEANT),
    Phrase("does not have any active endpoint", "rejected", "http", "ingress-nginx", {"http_status": 503}, MEANT),
    # Apache
    Phrase("failed to make connection to backend", "unknown", "tcp", APACHE, worth=OPAQUE, open=BESIDE),
    Phrase("attempt to connect to unix domain socket ", "unknown", "tcp", APACHE, worth=OPAQUE, open=BESIDE),
    Phrase("http: attempt to connect to ", "unknown", "tcp", APACHE, worth=OPAQUE, open=BESIDE),
    Phrase("ap_proxy_connect_backend disabling worker", "unknown", "tcp", APACHE, worth=OPAQUE, open=BESIDE),
    Phrase("error reading status line from remote server", "closed", "http", APACHE, worth=OPAQUE),
    Phrase("error reading from remote server", "closed", "http", APACHE, worth=OPAQUE),
    Phrase("end of file found: ", "closed", "http", APACHE, worth=MEANT),
    Phrase("the timeout specified has expired: ", "timed-out", "http", APACHE, worth=MEANT),
    Phrase("dns lookup failure for: ", "name-not-resolved", "name", APACHE, worth=MEANT),
    Phrase("error during ssl handshake with remote server", "tls-failed", "tls", APACHE, worth=MEANT),
    Phrase("certificate verification: error (", "tls-failed", "tls", APACHE, worth=MEANT),
    Phrase("in handshake (server ", "tls-failed", "tls", APACHE),
    Phrase("re-negotiation handshake failed", "tls-failed", "tls", APACHE, worth=MEANT),
    Phrase("proxy header missing", "protocol-mismatch", "tcp", "go-mmproxy", worth=MEANT),
    Phrase("client sent no required ssl certificate", "tls-failed", "tls", NGINX, worth=MEANT),
    Phrase("proxyprotocol: no valid header found", "protocol-mismatch", "tcp", APACHE, worth=MEANT),
    Phrase("client denied by server configuration", "rejected", "http", APACHE, {"http_status": 403}, MEANT),
    Phrase("all workers are in error state", "rejected", "http", APACHE, {"http_status": 503}, MEANT),
    Phrase("failed to read fastcgi header", "closed", "http", APACHE, worth=OPAQUE),
    Phrase("server reached maxrequestworkers setting", "resource-limit", "tcp", APACHE, worth=MEANT),
    Phrase("server reached maxclients setting", "resource-limit", "tcp", APACHE, worth=MEANT),
    Phrase("proxy server received an invalid response from an upstream", "rejected", "http", APACHE, {"http_status": 502}, SENTENCE),
    # HAProxy
    Phrase("no server is available to handle this request", "rejected", "http", HAPROXY, {"http_status": 503}, MEANT),
    Phrase("has no server available!", "unknown", "http", HAPROXY, worth=OPAQUE, open=BESIDE),
    Phrase("layer4 timeout", "timed-out", "tcp", HAPROXY, worth=MEANT),
    Phrase("layer4 connection problem", "unknown", "tcp", HAPROXY, worth=OPAQUE),
    Phrase("l4 unsuccessful connection", "unknown", "tcp", HAPROXY, worth=OPAQUE),
    Phrase("layer6 timeout", "timed-out", "tls", HAPROXY, worth=MEANT),
    Phrase("layer6 invalid response", "tls-failed", "tls", HAPROXY, worth=MEANT),
    Phrase("layer7 timeout", "timed-out", "http", HAPROXY, worth=MEANT),
    Phrase("layer7 wrong status", "rejected", "http", HAPROXY, worth=MEANT),
    Phrase("layer7 invalid response", "protocol-mismatch", "http", HAPROXY, worth=MEANT),
    Phrase("tcpchk got an empty response", "closed", "service", HAPROXY, worth=MEANT + 1),
    Phrase("does not look like a proxy protocol header", "protocol-mismatch", "tcp", HAPROXY, worth=MEANT),
    # Envoy
    Phrase("upstream_reset_before_response_started", "rejected", "http", ENVOY, {"http_status": 503}, SENTENCE),
    Phrase("upstream_response_timeout", "rejected", "http", ENVOY, {"http_status": 504}, SENTENCE),
    Phrase("no_healthy_upstream", "rejected", "http", ENVOY, {"http_status": 503}, MEANT),
    Phrase("no healthy upstream", "rejected", "http", ENVOY, {"http_status": 503}, MEANT),
    Phrase("service in fail-fast", "rejected", "http", "linkerd", {"http_status": 503}, MEANT),
    # Traefik, Caddy, Varnish
    Phrase("no upstreams available", "rejected", "http", "caddy", {"http_status": 503}, MEANT),
    Phrase("fetcherror ", "unknown", "tcp", VARNISH, worth=OPAQUE, open=BESIDE),
    Phrase("http first read error: eof", "closed", "http", VARNISH, worth=MEANT),
    Phrase("first byte timeout", "timed-out", "http", VARNISH, worth=MEANT),
    Phrase("between bytes timeout", "timed-out", "http", VARNISH, worth=MEANT),
    Phrase("guru meditation", "rejected", "http", VARNISH, {"http_status": 503}, SENTENCE),
    # forward proxies
    Phrase("the requested url could not be retrieved", "proxy", "proxy", SQUID, worth=MEANT),
    Phrase("cache access denied", "proxy", "proxy", SQUID, worth=MEANT),
    Phrase("this cache will not forward your request", "proxy", "proxy", SQUID, worth=MEANT),
    Phrase("request could not be forwarded to the origin server or to any parent", "proxy", "proxy", SQUID, worth=MEANT),
    Phrase("err_connect_fail/errno=111", "refused", "proxy", SQUID, {"squid": "ERR_CONNECT_FAIL"}, MEANT + 1),
    Phrase("err_connect_fail 111", "refused", "proxy", SQUID, {"squid": "ERR_CONNECT_FAIL"}, MEANT + 1),
    Phrase("err_connect_fail/errno=110", "timed-out", "proxy", SQUID, {"squid": "ERR_CONNECT_FAIL"}, MEANT + 1),
    Phrase("err_connect_fail 110", "timed-out", "proxy", SQUID, {"squid": "ERR_CONNECT_FAIL"}, MEANT + 1),
    Phrase("err_dns_fail", "name-not-resolved", "proxy", SQUID, {"squid": "ERR_DNS_FAIL"}, MEANT + 1),
    Phrase("err_connect_fail", "proxy", "proxy", SQUID, {"squid": "ERR_CONNECT_FAIL"}, MEANT),
    Phrase("err_access_denied", "proxy", "proxy", SQUID, {"squid": "ERR_ACCESS_DENIED"}, MEANT),
    Phrase("err_dns_fail", "proxy", "proxy", SQUID, {"squid": "ERR_DNS_FAIL"}, MEANT),
    Phrase("err_secure_connect_fail", "proxy", "proxy", SQUID, {"squid": "ERR_SECURE_CONNECT_FAIL"}, MEANT),
    Phrase("err_protocol_unknown", "protocol-mismatch", "proxy", SQUID, {"squid": "ERR_PROTOCOL_UNKNOWN"}, MEANT),
    Phrase("err_cannot_forward", "proxy", "proxy", SQUID, {"squid": "ERR_CANNOT_FORWARD"}, MEANT),
    Phrase("err_cache_access_denied", "proxy", "proxy", SQUID, {"squid": "ERR_CACHE_ACCESS_DENIED"}, MEANT),
    Phrase("err_zero_size_object", "proxy", "proxy", SQUID, {"squid": "ERR_ZERO_SIZE_OBJECT"}, MEANT),
    Phrase("access control configuration prevents your request", "proxy", "proxy", SQUID, worth=MEANT),
    Phrase("socks5 read error occurred", "proxy", "proxy", "", worth=MEANT + 1),
    Phrase("socks5 read timeout", "proxy", "proxy", "", worth=MEANT + 1),
    Phrase("socks connection failed", "proxy", "proxy", "", worth=MEANT + 1),
    Phrase("problem bootstrapping. stuck at", "unknown", "", "tor", worth=OPAQUE),
    Phrase("connections died in state", "unknown", "", "tor", worth=OPAQUE),
    Phrase("upstream proxy failed to", "proxy", "proxy", "", worth=MEANT + 1),
    Phrase("establish a socket connection to proxies", "proxy", "proxy", "", worth=MEANT + 1),
    Phrase("privoxy was unable to", "proxy", "proxy", "privoxy", worth=MEANT + 1),
    Phrase("forwarding failure (privoxy", "proxy", "proxy", "privoxy", worth=MEANT + 1),
    Phrase("parent proxy ", "proxy", "proxy", "cntlm", worth=SENTENCE),
    Phrase("no proxy on the list works", "proxy", "proxy", "cntlm", worth=MEANT),
    Phrase("client tls handshake failed. ", "tls-failed", "tls", "mitmproxy", worth=MEANT),
    Phrase("server tls handshake failed", "tls-failed", "tls", "mitmproxy", worth=MEANT),
    Phrase("seconds to get a connection to [scrubbed]", "timed-out", "proxy", "tor", worth=MEANT),
)  # fmt: skip

_UNRESOLVED = pattern(
    r"([\w.-]{1,253}) could not be resolved \(\d|host not found in upstream \"([\w.-]{1,253})|no resolver defined to resolve ([\w.-]{1,253})|DNS lookup failure for: ([\w.-]{1,253})"
)
_BACKEND = pattern(r"\bconnection to backend: ([\w.-]{1,253})")
_NUMBER = pattern(r"\bfailed \((\d{2,3}): ")
"nginx' number of an error, beside words that its C library may not have."
_DELAYED = pattern(r"\bdelayed(?: connection |_connect_)error: ?_?(\d{2,3})\b")
"Envoy, of a connection that came to nothing after all."
_FLAGS = pattern(r"\b(50[34]) (?:UF|UH|UC|UR|UO|UT|URX|LR|NR|UPE)(?:,[A-Z]{2,4})*\b")
"Envoy's response flags behind the status."
_CADDY = pattern(r"\[ERROR (50[234]) /(?![^\]\n]{0,300}\] (?:dial|read|write|lookup) )")
"Caddy's log before its second version, where no reason follows."
_ENDED = pattern(r"/<NOSRV> \S{5,60} (50[234]) ")
"HAProxy's log of a request for which no server was left."
_GREETED = pattern(
    r"\bTLS handshake error from \S{3,60}: (?!read |write |.{0,80}i/o timeout|client sent an HTTP)(EOF\b)?"
)
"Go's servers (Traefik, Caddy, the API server of Kubernetes) of a client that left, or that they did not agree with."
_BROKEN = pattern(r"\b(?:backend|frontend) \S{1,64} \(#\d{1,6}\): invalid re(?:sponse|quest)\b")
"HAProxy's ``show errors``."
_BEFORE_HEADERS = pattern(
    r"(?i)upstream connect error or disconnect ?/ ?reset before headers|disconnect / reset before headers"
)
_LOGGED = pattern(r"(?:^| )(?:-?\d{1,7}/ {0,4}){4}\+?\d{1,7} (50[234]) \d{1,12} \S{1,64} \S{1,64} [SsP][CQHD]-- ")
"HAProxy's log of a request (option httplog): five times, the status, and who ended it in which phase."
RESETS: dict[str, ErrorClass] = {
    "connection termination": "closed",
    "remote reset": "reset",
    "connection timeout": "timed-out",
    "overflow": "resource-limit",
}
"What Envoy met of the server behind it, where it says so."
_MET = pattern(rf"\breset reason: ({'|'.join(RESETS)})\b")
_SQUID = pattern(r"\b(?:TCP|TAG|NONE|UDP)_[A-Z_]{3,40}/(50[0-9]|403|407) ")
"Squid's log: what it did, and the status that it gave the client."


def read(line: str) -> Iterator[Reading]:
    """The sentences of logs and bodies, and the codes of access logs."""
    name = _UNRESOLVED.search(line)
    host = "" if name is None else next(group for group in name.groups() if group)
    backend = _BACKEND.search(line)
    for one in phrases(SAID, line):
        if backend is not None:
            one = replace(one, host=backend[1])
        yield replace(one, host=host) if one.kind == "name-not-resolved" and host else one
    number = _NUMBER.search(line) if "upstream" in line else None
    if number is not None and named(int(number[1])) not in ANYWHERE:
        yield from numbered(number, CODE, client=NGINX)
    for form, client in ((_FLAGS, ENVOY), (_CADDY, "caddy"), (_ENDED, HAPROXY), (_LOGGED, HAPROXY)):
        match = form.search(line)
        if match is not None:
            code: dict[str, str | int] = {"http_status": int(match[1])}
            yield Reading(kind="rejected", worth=CODE, client=client, step="http", code=code, at=match.start())
    yield from numbered(_DELAYED.search(line), MEANT, client=ENVOY)
    greeted = _GREETED.search(line)
    if greeted is not None:
        yield Reading(kind="tls-failed", worth=MEANT if greeted[1] else SENTENCE, step="tls", at=greeted.start())
    envoy = _BEFORE_HEADERS.search(line)
    if envoy is not None:
        worth = OPAQUE if line.lower().rstrip("\"'. }").endswith(ENDS) else WORDS
        met = _MET.search(line)
        kind = _untold(line) if met is None else RESETS[met[1]]
        step, code = ("tls", {}) if kind == "tls-failed" else ("http", {"http_status": 503})
        yield Reading(kind=kind, worth=worth, client=ENVOY, step=step, code=code, at=envoy.start())
    if _BROKEN.search(line):
        yield Reading(kind="protocol-mismatch", worth=MEANT, client=HAPROXY, step="http")
    squid = _SQUID.search(line)
    if squid is not None:
        code = {"http_status": int(squid[1])}
        yield Reading(kind="proxy", worth=CODE, client=SQUID, step="proxy", code=code, at=squid.start())


def _untold(line: str) -> ErrorClass:
    """What Envoy's sentence says where its reason is none of those, or there is none."""
    if "transport failure reason: TLS error" in line:
        return "tls-failed"
    return "rejected" if "reset reason" in line or "50" in line else "unknown"
