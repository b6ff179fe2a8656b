"""Words of a message that tell one cause from another: they come first, in the order that stands here.

The reader of a message says what class of error it is; most classes have a dozen causes. Where the words say more than
the class (``WRONG_VERSION_NUMBER``, ``pg_hba.conf``, ``certificate has expired``), they bring their causes to the front.
The more telling ones stand first: where several apply, the first one's order holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.prose import Prose, say
from nocarrier.readings.messages.reading import ErrorClass, Reading

Saying = tuple[tuple[str, ...], tuple[str, ...], Prose, tuple[ErrorClass, ...]]
"""Where one of the words (first) stands in a text of one of these classes (last; none: of any), it is these causes,
likeliest first. No record: sixty of them would take longer to make than all the rest of an explanation."""


DATES = say("the certificate's dates do not span the time that the client's clock shows")
SIGNED = say("the client could not follow the certificate to an authority that it trusts")
NAMES = say("the certificate that came is for other names than the one that was asked for")
PLAIN = say("the answer to a TLS greeting was no TLS")
LOCALLY = say("this text is about a local address or port of the client itself")
COMMON = say("the two ends found nothing in common that they both allow")
ASKED_WHO = say("the server answered in its own protocol, and turned this client away")
GATEWAY = say("a gateway answers so when the server behind it does not answer")

SAYINGS: tuple[Saying, ...] = (
    # certificates
    ((" is after 2",), ("certificate-expired", "clock-wrong", "tls-intercepted"), DATES, ("tls-failed",)),
    (("is not yet valid: ", "certificate is not yet valid", "cert_not_yet_valid", "not_yet_valid", "sec_error_not_yet"),
           ("clock-wrong", "certificate-not-yet-valid", "tls-intercepted"), DATES, ("tls-failed",)),
    (("certificate has expired", "cert_has_expired", "err_cert_date_invalid", "sec_error_expired", "sec_error_ocsp_old",
            "certificate expired", "certificate_expired", "certificateexpired", "validity check failed", "notafter",
            "errcertdateinvalid", "certificate is expired", "expired certificate", "cert expired"),
           ("certificate-expired", "clock-wrong", "certificate-untrusted-ca"), DATES, ("tls-failed",)),
    (("altname", "certificate is valid for ", "hostname mismatch", "doesn't match", "does not match", "did not match", "common_name_invalid",
            "bad_cert_domain", "no alternative certificate subject", "no subject alternative", "names do not match",
            "remotecertificatenamemismatch", "no name matching", "hostname/ip", "not valid for name", "notvalidforname",
            "doesn't contain any ip sans", "certificate is not valid for any names", "certificate relies on legacy common name",
            "not verified", "certificate name"),
           ("certificate-name-mismatch", "tls-wrong-virtual-host", "tls-intercepted"), NAMES, ("tls-failed",)),
    (("in certificate chain", "self_signed_cert_in_chain"),
           ("tls-intercepted", "certificate-untrusted-ca", "certificate-self-signed"), SIGNED, ("tls-failed",)),
    (("self signed", "self-signed", "self_signed", "selfsigned", "untrustedroot"),
           ("certificate-self-signed", "certificate-untrusted-ca", "tls-intercepted"), SIGNED, ("tls-failed",)),
    (("unable to verify the first certificate", "unable_to_verify_leaf", "partialchain", "unable to get issuer cert",
            "unable to get local issuer", "unable_to_get_issuer", "cert_signature_failure", "incomplete certificate chain"),
           ("certificate-chain-incomplete", "certificate-untrusted-ca", "tls-intercepted"), SIGNED, ("tls-failed",)),
    (("unknown authority", "unknownissuer", "unknown_issuer", "authority_invalid", "pkix path", "unable to find valid cert",
            "trust anchor", "trust relationship", "not trusted", "untrusted", "unknown ca", "unknown_ca", "trustfailure", "certificate verification failed",
            "certificate verify failed", "certificate_verify_failed", "remote certificate is invalid", "problem with the ssl ca",
            "certificate_unknown", "unknown certificate", "bad certificate", "invalid peer certificate", "certificate problem", "security certificate",
            "certificate is not trusted", "nosuchissuer", "certificate signed by"),
           ("certificate-untrusted-ca", "certificate-self-signed", "tls-intercepted"), SIGNED, ("tls-failed",)),
    # the numbers of Apple's Secure Transport and NSURLError
    (("-9843", "-9826"), ("certificate-name-mismatch", "tls-wrong-virtual-host", "tls-intercepted"), NAMES, ("tls-failed",)),
    (("-9814", "-1201"), ("certificate-expired", "clock-wrong", "tls-intercepted"), DATES, ("tls-failed",)),
    (("-9815", "-1204"), ("certificate-not-yet-valid", "clock-wrong", "tls-intercepted"), DATES, ("tls-failed",)),
    (("-9807", "-9812", "-9813", "-1202", "-1203", "-9808"), ("certificate-untrusted-ca", "certificate-self-signed", "tls-intercepted"),
           SIGNED, ("tls-failed",)),
    (("-1205", "-1206"), ("tls-client-certificate-required", "certificate-untrusted-ca"),
           say("the server asked for a certificate of the client"), ("tls-failed",)),
    (("chain validation failed", "validity interval is out-of-date"), ("clock-wrong", "certificate-untrusted-ca", "certificate-expired"), DATES,
           ("tls-failed",)),
    (("unexpected error occurred on a send",), ("tls-version-unsupported", "proxy-interferes", "server-closes-at-once"),
           say(".NET Framework says so where the server ends a TLS handshake, mostly over the version"), ("closed",)),
    (("stream closed because of a broken pipe", "preface string missing", "first received frame was not settings"),
           ("plaintext-to-tls-port", "http-version-mismatch", "tls-to-plaintext-port"),
           say("one side spoke HTTP/2 in plain, and the other TLS or HTTP/1"), ("closed", "protocol-mismatch")),
    (("pooltimedout", "pool timed out while waiting"), ("server-not-listening", "wrong-port", "connection-limited"),
           say("the pool tries again until its time is up, and keeps why each attempt failed"), ("timed-out",)),
    (("last packet successfully received", "closing bad idle", "driver: bad connection", "packets.go"),
           ("idle-timeout", "server-closes-at-once", "server-crashes-on-request"),
           say("a connection that had been kept open was used again after the other side had ended it"), ("closed", "reset")),
    (("ssl is not enabled on the server",), ("tls-to-plaintext-port", "wrong-port"), PLAIN, ("tls-failed", "rejected")),
    # TLS and what is none
    (("http request", "plain http request", "plaintext http traffic"), ("plaintext-to-tls-port", "wrong-port", "proxy-interferes"),
           say("the server was spoken to in plain on a port of TLS"), ("tls-failed", "protocol-mismatch", "rejected")),
    (("was not ok", "cannot be authenticated with given ca"), ("certificate-untrusted-ca", "certificate-expired", "certificate-name-mismatch"),
           say("libcurl says the same of every certificate that it does not take"), ("tls-failed",)),
    (("no certificate available for", "no matching certificates"), ("tls-wrong-virtual-host", "certificate-name-mismatch", "wrong-host"),
           say("the server has no certificate for the name that was asked for"), ("tls-failed",)),
    (("): host is down", "return code = -112", "the smb version you are trying", "server abruptly closed the connection"),
           ("server-speaks-other-protocol", "host-down", "server-refuses-client"),
           say("mount.cifs says so as well of a server that speaks another version of SMB (vers=)"), ("unreachable", "closed")),
    (("error:00000000:lib(0)",), ("tls-to-plaintext-port", "server-closes-at-once", "proxy-interferes"),
           say("OpenSSL has no reason to tell where what came is no TLS at all, or nothing came"), ("tls-failed",)),
    (("trust the proxy's certificate", "cannot establish tls with client"), ("tls-intercepted", "certificate-untrusted-ca", "certificate-self-signed"),
           say("mitmproxy shows its clients a certificate of its own"), ("tls-failed", "closed")),
    (("handshake error from", "no peer certificate available"),
           ("plaintext-to-tls-port", "tls-version-unsupported", "server-speaks-other-protocol"),
           say("the server says so of a client that spoke no TLS that it understands"), ("tls-failed",)),
    (("wrong version number", "wrong_version_number", "first record does not look like", "http response to https client",
            "packet length too long", "record layer failure", "unknown protocol", "unknown_protocol", "plaintext connection",
            "unrecognized ssl message", "unexpected tls packet", "rx_record_too_long", "record too long", "record_too_long",
            "err_ssl_protocol_error", "frame size", "err_ssl_unrecognized", "invalid token", "http2 cleartext", "corrupt message",
            "invalidcontenttype", "invalid message", "server does not support ssl", "cannot determine the frame",
            "packet received was invalid", "received an unexpected tls", "wrong ssl version", "unexpected packet format",
            "failed to enable crypto"),
           ("tls-to-plaintext-port", "proxy-interferes", "server-speaks-other-protocol"), PLAIN, ("tls-failed",)),
    (("mongodb.net", "atlas"), ("server-refuses-client", "tls-version-unsupported", "tls-intercepted"),
           say("Atlas ends the TLS handshake so for addresses that are not on its access list"), ("tls-failed",)),
    (("while ssl handshaking to upstream",), ("tls-wrong-virtual-host", "tls-client-certificate-required", "tls-cipher-unsupported"),
           say("nginx does not say to the server behind it whom it asks for, unless it is told to (proxy_ssl_server_name)"), ("tls-failed", "closed", "reset")),
    (("check_nrpe", "nrpe"), ("server-refuses-client", "tls-cipher-unsupported", "tls-version-unsupported"),
           say("NRPE ends the connections of machines that are not in its allowed_hosts"), ("tls-failed", "closed", "reset")),
    (("ssl hand shake error",), ("certificate-chain-incomplete", "certificate-untrusted-ca", "tls-version-unsupported"),
           say("phones fetch no missing certificate, and the host program wants TLS 1.2"), ("tls-failed",)),
    (("unrecognized name", "unrecognized_name", "internal error", "internal_error"),
           ("tls-wrong-virtual-host", "tls-cipher-unsupported", "tls-version-unsupported"),
           say("the server has no certificate for the name that was asked for, or fails over it"), ("tls-failed",)),
    (("non-properly terminated", "premature termination"),
           ("proxy-interferes", "firewall-drops-on-path", "server-closes-at-once"),
           say("the TLS handshake was cut off: by a proxy or filter on the way more often than by the server"), ("tls-failed",)),
    (("protocol version", "protocol_version", "unsupported protocol", "unsupported_protocol", "no protocols available",
            "version_or_cipher", "unsupported_version", "no_cypher_overlap", "ssl/tls secure channel", "inappropriate_fallback", "unsupported version",
            "protocol is disabled", "unsupported versions", "no appropriate protocol"),
           ("tls-version-unsupported", "tls-cipher-unsupported", "proxy-interferes"), COMMON, ("tls-failed",)),
    (("certificate required", "certificate_required", "required ssl certificate", "client certificate", "bad_certificate",
            "certificate was not provided", "no required ssl", "did not return a certificate"),
           ("tls-client-certificate-required", "certificate-untrusted-ca", "tls-version-unsupported"),
           say("the server asks the client for a certificate"), ("tls-failed", "rejected", "closed")),
    (("handshake failure", "handshake_failure", "no shared cipher", "no_shared_cipher", "no cipher", "dh key too small",
            "insufficient security", "handshakefailure", "legacy renegotiation", "no cipher suites in common", "insufficient_security",
            "ee key too small", "legacy sigalg", "signature_algorithm", "handshake failed"),
           ("tls-cipher-unsupported", "tls-version-unsupported", "tls-client-certificate-required"), COMMON, ("tls-failed",)),
    # Windows
    (("80072efd", "12029", "-2147012867"), ("proxy-interferes", "firewall-blocks-outgoing", "server-not-listening"),
           say("WinHTTP goes by a proxy setting of its own (netsh winhttp show proxy)"), ("unknown",)),
    (("80072f8f", "12175", "12037"), ("clock-wrong", "certificate-untrusted-ca", "tls-version-unsupported"),
           say("Windows says so of a certificate that it does not take, by its dates first of all"), ("tls-failed",)),
    (("smtp host", "smtp connect", "smtp server", "established with host"),
           ("firewall-drops-on-path", "server-firewall-drops", "tls-to-plaintext-port"),
           say("many providers let no mail out on its usual ports, and the client gives no reason"), ("unknown",)),
    (("can't contact ldap",),
           ("server-firewall-drops", "server-not-listening", "tls-to-plaintext-port"), say("the client gives no reason"), ("unknown",)),
    (("(control socket)",), ("server-speaks-other-protocol", "server-firewall-drops", "plaintext-to-tls-port"),
           say("FTP waits so for a greeting that a server of SFTP or of TLS never sends"), ("timed-out",)),
    # databases and queues
    (("connecting to a ssl listener", "requesting apiversion"),
           ("plaintext-to-tls-port", "server-closes-at-once", "server-speaks-other-protocol"),
           say("Kafka ends the connection so where one end speaks TLS and the other does not"), ("closed",)),
    (("reading initial communication packet", "reading authorization packet", "reading final connect information"),
           ("server-refuses-client", "listening-on-loopback-only", "server-closes-at-once"),
           say("the connection was taken and ended before MySQL's greeting: a bind address, a list of hosts, or what published the port"), ("closed",)),
    (("login timeout expired",), ("server-firewall-drops", "wrong-port", "server-not-listening"),
           say("SQL Server's client finds the port of a named instance by asking UDP 1434, and waits for either"), ("timed-out",)),
    (("heartbeat", "client_idle_timeout", "server conn crashed", "of inactivity", "keepalive timeout", "exceeded timeout", "stale connection"),
           ("idle-timeout", "packet-loss", "process-hung"), say("one end heard nothing of the other for longer than they had agreed on"), ("timed-out", "closed")),
    (("query_wait_timeout", "from the pool", "connection from pool"), ("connection-limited", "process-hung", "server-not-listening"),
           say("every connection of the pool was taken, or none could be made"), ("timed-out",)),
    (("last packet successfully received from the server was",), ("idle-timeout", "server-closes-at-once", "server-crashes-on-request"),
           say("the connection had been quiet for longer than the server, or a firewall on the way, keeps one"), ("closed",)),
    (("pre-login handshake",), ("tls-version-unsupported", "certificate-untrusted-ca", "server-speaks-other-protocol"),
           say("SQL Server's client agrees on TLS in that handshake"), ("unknown",)),
    (("unexpected error occurred on a send",), ("tls-version-unsupported", "server-closes-at-once", "proxy-interferes"),
           say(".NET's old client says so where the server ends a handshake of TLS 1.0"), ("closed",)),
    (("clock skew",), ("clock-wrong", "server-refuses-client"), say("Kerberos takes no ticket of a client whose clock is off by minutes"), ("rejected",)),
    # names
    (("server misbehaving", "servfail", "eservfail", "resolved (2: server failure", "resolved (5: ", "dnssec", "non-recoverable", "eai_fail"),
           ("resolver-failing", "resolver-unreachable", "name-not-found"),
           say("the name server answered with a failure of its own"), ("name-not-resolved",)),
    (("i/o timeout", "no servers could be reached", "external resolution failed", "dns_timed_out", "querya etimeout", "etimeout", "connection refused",
            "no route to host", "network is unreachable", "operation timed out", "connection timed out", "temporary failure",
            "eai_again", "try again", "resolution timed out", "error -3", "dns lookup timed out", "timed out", "timeout"),
           ("resolver-unreachable", "resolver-failing", "name-not-found"),
           say("the name server itself did not answer"), ("name-not-resolved",)),
    (("dial tcp: i/o timeout",), ("resolver-unreachable", "firewall-drops-on-path", "server-firewall-drops"),
           say("Go names the address that it dials; where there is none, the resolver kept silent"), ("timed-out",)),
    ((":nxdomain", "(non-existing domain)", "reason: nxdomain"), ("name-not-found", "name-has-no-address", "resolver-unreachable"),
           say("Erlang says so as well of a name that has an IPv6 address only, unless it is told to ask for one"), ("name-not-resolved",)),
    (("[errno 0] error",), ("proxy-interferes", "tls-to-plaintext-port", "server-closes-at-once"),
           say("Python says so where the connection ended within the TLS handshake, as a proxy's does that speaks no TLS"), ("unknown",)),
    (("eai_nodata", "enodata", "valid name, no data", "no data record"),
           ("name-has-no-address", "name-not-found", "resolver-unreachable"),
           say("the name exists without such an address, or the system asked nobody"), ("name-not-resolved",)),
    (("unable to resolve host", "no address associated"), ("resolver-unreachable", "name-not-found", "name-has-no-address"),
           say("Android says so as well where it has no network at all"), ("name-not-resolved",)),
    (("//localhost/api", "//localhost/version", "//localhost:8080/api", "//localhost:8080/version", "localhost:8080 was refused"),
           ("target-malformed", "server-not-listening", "localhost-inside-container"),
           say("what speaks to Kubernetes dials localhost where it was told of no cluster (no kubeconfig)"), ("refused",)),
    # a socket of this machine
    (("docker daemon", "docker.sock", "docker_engine", "dockerdesktoplinuxengine", "fetching server api version"),
           ("unix-socket-permission", "permission-denied", "unix-socket-missing"),
           say("Docker's socket belongs to root and the group docker"), ("permission-denied",)),
    (("[2002] no such file",), ("unix-socket-missing", "server-not-listening", "localhost-inside-container"),
           say("MySQL's clients take localhost for the unix socket of a server on the same machine"), ("refused",)),
    (("docker daemon", "docker.sock", "docker_engine", "dockerdesktoplinuxengine", "fetching server api version"),
           ("unix-socket-missing", "server-not-listening", "localhost-inside-container"),
           say("Docker's own program does not run, or its socket is elsewhere"), ("refused",)),
    ((".sock", "through socket", "unix:", "on socket", "af_unix", "bus: no such file", "local mysql"),
           ("unix-socket-missing", "server-not-listening", "localhost-inside-container"),
           say("a unix socket was dialled, which is there only while its server runs"), ("refused",)),
    ((".sock", "unix:", "through socket"), ("unix-socket-permission", "permission-denied", "server-refuses-client"),
           say("the rights of a unix socket's file decide who may open it"), ("permission-denied",)),
    # what the client was given to bind
    (("bind: ", "bind(", "bind)", "listen", "bind to", "binding", "bindexception", "unable to bind", "to bind"),
           ("source-address-not-local", "address-family-disabled", "address-in-use"), LOCALLY, ("address-unavailable",)),
    (("bind", "listen", "eacces: ", "forbidden by its access permissions"),
           ("permission-denied", "address-in-use", "firewall-blocks-outgoing"),
           say("ports below 1024, and ports that Windows reserves, are not given to every program"), ("permission-denied",)),
    (("cleartext", "app transport security"), ("permission-denied", "browser-blocks-mixed-content", "tls-to-plaintext-port"),
           say("the system of a phone lets no program speak in plain unless its manifest says so"), ("permission-denied",)),
    (("local network prohibited",), ("permission-denied", "firewall-blocks-outgoing", "browser-private-network"),
           say("the system asks its owner before a program may reach the local network"), ("permission-denied",)),
    (("failed to parse address", "fail invalid url"), ("target-malformed", "wrong-port"), say("what was dialled has not the form of an address"), ()),
    (("accept emfile", "accept4: too many open files", "accept: too many open files", "accept() failed (24", "accept4() failed (24", "accept tcp", "accept failed: too many",
            "socket.accept() out of system resource"),
           ("server-out-of-files", "too-many-open-files", "connection-limited"),
           say("a server that may open no more files takes no more connections"), ("resource-limit",)),
    (("port: 465, response: -1", "port 465, did not issue", "port: 995, response", "port: 993, response"), ("plaintext-to-tls-port", "server-closes-at-once", "firewall-drops-on-path"),
           say("the port speaks TLS from the first byte on, and a client that waits for a greeting in plain gets none"), ("closed", "unknown")),
    (("remote entry", "tls key negotiation failed", "did not complete after ", " retransmits", "peer not responding"),
           ("firewall-drops-on-path", "server-firewall-drops", "security-group-blocks"),
           say("many networks let no packets of a VPN through"), ("timed-out",)),
    (("error is refused", "forward servers failed"), ("resolver-failing", "resolver-unreachable", "name-not-found"),
           say("the name server answered with a failure of its own"), ("name-not-resolved",)),
    (("task network configuration",), ("security-group-blocks", "no-route", "firewall-drops-on-path"),
           say("a task in a subnet without a way out (NAT, VPC endpoint) or without a rule for it reaches no service of AWS"), ("timed-out",)),
    (("greeting never received",), ("plaintext-to-tls-port", "process-hung", "server-speaks-other-protocol"),
           say("the connection was made, and the server waited for the client to speak first, as one of TLS does"), ("timed-out",)),
    # browsers
    (("mixed content", "insecure websocket", "insecure operation", "loaded over https"),
           ("browser-blocks-mixed-content", "browser-csp-blocks", "browser-private-network"),
           say("the page came over HTTPS, and what it asks for is not encrypted"), ("permission-denied",)),
    (("insecure content",), ("browser-blocks-mixed-content", "browser-csp-blocks"),
           say("the page came over HTTPS, and what it asks for is not encrypted"), ("permission-denied",)),
    (("content security policy", "blocked_by_csp", "content-security-policy"),
           ("browser-csp-blocks", "browser-blocks-mixed-content", "browser-private-network"),
           say("the page's policy names the places it may connect to"), ("permission-denied",)),
    (("address space", "private_network", "private network", "local_network", "local network", "more-private"),
           ("browser-private-network", "browser-csp-blocks", "browser-blocks-mixed-content"),
           say("a public page asks for an address of a private network"), ("permission-denied",)),
    (("cors ", "access control checks", "access-control-", "cross-origin", "preflight"),
           ("server-refuses-client", "gateway-has-no-backend", "redirected"),
           say("the answer lacked the header that lets this page read it, as error pages of gateways and redirections do"), ("permission-denied",)),
    (("http/0.9",), ("server-speaks-other-protocol", "http-version-mismatch", "plaintext-to-tls-port"),
           say("what came does not begin like an answer of HTTP/1: another protocol, or HTTP/2 without a greeting"), ("protocol-mismatch",)),
    # opaque clients
    (("signalr endpoint",), ("proxy-strips-upgrade", "websocket-wrong-path", "websocket-to-http-server"),
           say("the client tried a WebSocket after its plain requests had gone through"), ("unknown",)),
    (("error: 35 - ",), ("name-not-found", "target-malformed", "server-not-listening"),
           say("SQL Server's client met a failure of its own, most often over the name"), ("unknown",)),
    (("instance-specific error", "server was not found or was not accessible"),
           ("server-not-listening", "wrong-host", "localhost-inside-container"),
           say("SQL Server's client says so of a name as well as of a port where nothing answers"), ("unknown",)),
    (("proxychains]",), ("proxy-interferes", "server-not-listening", "server-firewall-drops"),
           say("the proxy that proxychains goes through said no"), ()),
    # proxies
    ((" 407", "proxy authentication", "proxy_auth", "proxyauth", "socks5 auth"),
           ("proxy-requires-auth", "proxy-interferes"), say("the proxy asks who the client is (407)"), ()),
    (("line without crlf",), ("tls-to-plaintext-port", "server-speaks-other-protocol", "wrong-port"),
           say("a client greeted in TLS a server of plain WebSockets, or spoke no HTTP at all"), ("protocol-mismatch",)),
    (("could not connect to the endpoint url",), ("server-not-listening", "name-not-found", "proxy-interferes"),
           say("botocore says so where the name is not found or nothing takes the connection, and of TLS something else"), ("unknown",)),
    # gRPC
    (("failed to connect to all addresses", "14 unavailable", "14-unavailable", "code = unavailable", "io.grpc code=14", "exception: unavailable"),
           ("server-not-listening", "proxy-interferes", "tls-to-plaintext-port"),
           say("gRPC says UNAVAILABLE of every failure to connect, and goes by the proxy of the environment"), ("unknown",)),
    (("performing protocol negotiation", "preface from client"),
           ("tls-to-plaintext-port", "plaintext-to-tls-port", "http-version-mismatch"),
           say("one end spoke TLS and the other did not, or the two agreed on no HTTP/2"), ("closed", "protocol-mismatch")),
    (("rendezvous", "grpc", "rpc error"), ("server-closes-at-once", "plaintext-to-tls-port", "proxy-interferes"),
           say("the other end, or a proxy between, does not speak gRPC as this client does"), ("closed", "reset")),
    # gateways and what they say
    (("bad gateway", "gateway time", "service unavailable", "no live upstreams", "no healthy upstream", "web server is down",
            "origin is unreachable", "upstream connect error", "no server is available", "error 52", "temporarily unavailable",
            "error code: 52", "error code 52", "backend fetch failed", "upstream request timeout"),
           ("gateway-has-no-backend", "process-hung", "server-not-listening"), GATEWAY, ("rejected",)),
    (("too many requests", "rate limit", "ratelimit", "rate_limit", "toomanyrequests"),
           ("rate-limited", "connection-limited", "server-refuses-client"), say("the server counts, and this was one too many"),
           ("rejected",)),
    (("disallowedhost", "invalid host header", "misdirected", "blocked request", "host_not_allowed", "invalid hostname",
            "allowedhosts", "blocked host"),
           ("host-header-rejected", "redirected", "websocket-wrong-path"),
           say("the server does not answer under the host name that was dialled"), ("rejected", "protocol-mismatch")),
    (("err_empty_response", "empty reply from server", "send any data"),
           ("server-closes-at-once", "listening-on-loopback-only", "plaintext-to-tls-port"),
           say("the connection was taken and ended: so does the published port of a container whose program listens on its own loopback"),
           ("closed",)),
    (("code=h12", "error h12"), ("process-hung", "gateway-has-no-backend", "server-crashes-on-request"),
           say("Heroku ends a request that was not answered within 30 seconds"), ("rejected", "timed-out")),
    (("code=h13", "code=h18", "error h13", "error h18"), ("server-crashes-on-request", "idle-timeout", "server-closes-at-once"),
           say("Heroku's router met a connection that the program had closed: it crashed, or keeps idle connections for less time than the router"),
           ("rejected", "closed")),
    (("http pings on port", "start within expected time limit", "start and listen on the port", "no open ports detected"),
           ("wrong-port", "listening-on-loopback-only", "server-not-listening"),
           say("the platform dials the port that it gave to the program (PORT), at the container's own address"), ("timed-out", "unknown")),
    (("instance refused connection", "listening on the expected address"), ("listening-on-loopback-only", "wrong-port", "server-not-listening"),
           say("the platform dials the port that it gave to the program (PORT), at the container's own address"), ("refused", "unknown")),
    (("code=h10", "code=h14", "code=h20", "code=h21", "error r10"), ("server-not-listening", "gateway-has-no-backend", "wrong-port"),
           say("no program of the app listens on the port that it was given"), ("rejected", "refused", "timed-out")),
    (("upstream prematurely closed",), ("server-crashes-on-request", "process-hung", "idle-timeout"),
           say("the program behind the gateway ended the connection before it answered: it crashed, or was killed over its time"),
           ("closed",)),
    # what a service says in its own protocol, or by ending the connection before it says anything
    (("maxstartups",), ("connection-limited", "server-refuses-client", "server-closes-at-once"),
           say("the SSH server takes so many unknown clients at a time, and no more"), ("reset", "closed")),
    (("kex_exchange_identification", "ssh_exchange_identification", "banner exchange"),
           ("connection-limited", "server-closes-at-once", "proxy-interferes"),
           say("an SSH server that ends the connection before its greeting mostly has a limit or a list against the client"),
           ("reset", "closed")),
    (("allowed hosts", "access permissions", "allowed_hosts", "maxstartups", "allowusers"),
           ("server-refuses-client", "connection-limited", "server-closes-at-once"),
           say("the server takes connections of the machines and users that it was told of"), ("rejected", "closed", "reset")),
    (("whitelist", "ip access list", "allowlist"), ("server-refuses-client", "security-group-blocks", "server-firewall-drops"),
           say("the service lets in only addresses that its owner listed"), ()),
    (("no matching key exchange", "no matching host key", "no matching cipher", "no matching mac", "host key verification"),
           ("server-refuses-client", "wrong-host", "wrong-port"), say("client and SSH server did not agree"), ("rejected",)),
    (("too many connections", "too many clients", "connection slots", "max number of clients", "connection limit",
            "too_many_connections", "maximum number of", "too many open connections", "max_user_connections", "too many sessions",
            "connection errors", "too many users"),
           ("connection-limited", "server-refuses-client", "process-hung"), say("the server admits no more connections"),
           ("rejected", "closed")),
    (("websocket server directly with a browser", "you need a websocket client"),
           ("http-to-websocket-server", "proxy-strips-upgrade", "websocket-to-http-server"),
           say("an ordinary request came to a server that takes WebSockets only"), ("protocol-mismatch", "rejected")),
    (("open packet not returned", "trying to reach a socket.io server in v"), ("engine-io-expected", "websocket-to-http-server", "websocket-wrong-path"),
           say("a Socket.IO client found no Socket.IO behind the path"), ("protocol-mismatch",)),
    (("upgrade != websocket", "connection and upgrade headers", "not using the websocket protocol", "'upgrade' token not found",
            "missing or invalid upgrade", "invalid upgrade header", "invalid connection header", "missing upgrade", "missing connection",
            "'connection' header", "'upgrade' header", "can \"upgrade\" only", "upgrade required", "missing sec-websocket-key",
            "no \"connection: upgrade\"", "invalid websocket upgrade", "expected a websocket upgrade", "not a websocket handshake",
            "failed to open a websocket connection", "was not upgraded"),
           ("proxy-strips-upgrade", "websocket-to-http-server", "websocket-handshake-broken"),
           say("the headers that make a request a WebSocket handshake were missing at one end"), ("protocol-mismatch", "rejected")),
    (("subprotocol", "sec-websocket-protocol"),
           ("websocket-subprotocol-rejected", "websocket-handshake-broken", "websocket-to-http-server"),
           say("client and server named different subprotocols"), ("rejected", "protocol-mismatch")),
    (("did not receive a valid http response", "invalid status line", "invalid_http_response", "malformed http response"),
           ("server-speaks-other-protocol", "wrong-port", "plaintext-to-tls-port"),
           say("what came in answer to a handshake was no HTTP"), ("protocol-mismatch",)),
    (("invalid challenge response", "invalid websocket header", "unexpected server response: 101", "non-101 status: 101", "mismatch challenge/response", "missing or bad upgrade", "handshake failed with status 101", "response field missing: upgrade", "websocket protocol violation: upgrade"),
           ("websocket-handshake-broken", "server-speaks-other-protocol", "websocket-to-http-server"),
           say("what came is no WebSocket as the handshake promised it"), ("protocol-mismatch",)),
    (("sec-websocket-accept", "rsv1", "invalid websocket frame", "reserved bits", "invalid opcode", "one or more reserved bits"),
           ("websocket-handshake-broken", "server-speaks-other-protocol", "websocket-to-http-server"),
           say("what came is no WebSocket as the handshake promised it"), ("protocol-mismatch", "closed")),
    (("origin not", "check origin", "invalid origin", "origin header", "bad origin", "request origin", "cross-origin", "origin mismatch", "checkorigin", "allowed origin"), ("websocket-origin-rejected", "websocket-needs-credentials", "server-refuses-client"),
           say("the server looks at the page's origin"), ("rejected", "protocol-mismatch")),
    (("<<22,3,", "unexpected_tls_header", "tls client detected"), ("tls-to-plaintext-port", "wrong-port"),
           say("the client greeted in TLS a port that speaks in plain"), ("protocol-mismatch",)),
    (("detected on amqp port", "did not start with amqp", "{bad_header"),
           ("server-speaks-other-protocol", "wrong-port", "tls-to-plaintext-port"),
           say("the client spoke another protocol to this port"), ("protocol-mismatch",)),
    (("proxy protocol", "proxy_protocol", "broken header", "proxy header"),
           ("proxy-protocol-expected", "proxy-protocol-unexpected", "server-speaks-other-protocol"),
           say("one side wants a PROXY header first, the other sends none"), ("protocol-mismatch", "closed", "reset", "rejected")),
    (("http1.x server", "server preface", "client preface", "frame too large", "http2: ", "http/2 error", "err_http2", "http2_", "http2 error",
            "http/2 stream", "connection preface", "http/1.x", "malformed http response \"\\x00\\x00", "invalid http version"),
           ("http-version-mismatch", "tls-to-plaintext-port", "server-speaks-other-protocol"),
           say("one side speaks HTTP/2 and the other does not, or not without TLS"), ("protocol-mismatch", "closed", "tls-failed")),
    (("\\x15\\x03", "\\u0015\\u0003", "malformed http response", "https port"),
           ("plaintext-to-tls-port", "server-speaks-other-protocol", "http-version-mismatch"),
           say("the bytes that came in place of an answer are those of TLS"), ("protocol-mismatch",)),
)  # fmt: skip

STATUSES: tuple[tuple[frozenset[int], tuple[str, ...], Prose], ...] = (
    (frozenset({429}), ("rate-limited", "connection-limited", "server-refuses-client"), say("{status}: the server counts, and this was one too many")),
    (frozenset({502, 503, 504, *range(520, 528), 530}), ("gateway-has-no-backend", "process-hung", "server-not-listening"), say("{status} is what a gateway answers when the server behind it does not")),
    (frozenset({421}), ("host-header-rejected", "tls-wrong-virtual-host", "redirected"), say("{status}: this server does not answer for that name")),
    (frozenset({407}), ("proxy-requires-auth", "proxy-interferes"), say("the proxy asks who the client is (407)")),
)  # fmt: skip
"What a status means whoever asked."

HANDSHAKE: tuple[tuple[frozenset[int], tuple[str, ...]], ...] = (
    (frozenset(range(300, 400)), ("redirected", "websocket-wrong-path", "captive-portal")),
    (frozenset({200}), ("websocket-to-http-server", "proxy-strips-upgrade", "websocket-wrong-path")),
    (frozenset({400}), ("proxy-strips-upgrade", "websocket-to-http-server", "engine-io-expected")),
    (frozenset({401}), ("websocket-needs-credentials", "server-refuses-client", "websocket-origin-rejected")),
    (frozenset({403}), ("websocket-origin-rejected", "websocket-needs-credentials", "websocket-wrong-path")),
    (frozenset({404, 405, 410}), ("websocket-wrong-path", "websocket-to-http-server", "proxy-strips-upgrade")),
    (frozenset({426}), ("proxy-strips-upgrade", "websocket-version-unsupported", "websocket-to-http-server")),
    (frozenset({500}), ("server-crashes-on-request", "proxy-strips-upgrade", "websocket-to-http-server")),
    (frozenset({501}), ("websocket-to-http-server", "proxy-strips-upgrade", "websocket-wrong-path")),
)  # fmt: skip
"What a status in place of 101 means (RFC 6455, section 4.1)."
IN_PLACE_OF_101 = say("{status} came in place of 101 Switching Protocols")

REQUEST: tuple[tuple[frozenset[int], tuple[str, ...], Prose], ...] = (
    (frozenset({401, 403}), ("server-refuses-client", "proxy-interferes", "host-header-rejected"), say("{status}: the server wants other credentials, or not this client")),
    (frozenset(range(300, 400)), ("redirected", "captive-portal", "proxy-interferes"), say("{status}: the server names another place")),
    (frozenset({404}), ("wrong-port", "host-header-rejected", "redirected"), say("{status}: a server answered that does not know the path")),
    (frozenset({426}), ("http-to-websocket-server", "http-version-mismatch", "proxy-strips-upgrade"), say("{status}: the server takes another protocol only")),
    (frozenset({400}), ("plaintext-to-tls-port", "host-header-rejected", "tls-client-certificate-required"), say("{status}: the server could not make anything of the request")),
    (frozenset({500}), ("server-crashes-on-request", "server-refuses-client", "gateway-has-no-backend"), say("{status}: the server broke on this request")),
    (frozenset({505}), ("http-version-mismatch", "server-speaks-other-protocol", "proxy-interferes"), say("{status}: the server speaks another version of HTTP")),
)  # fmt: skip
"What a status means to an ordinary request."

CLOSES: dict[int, tuple[str, ...]] = {
    1000: ("server-closes-at-once", "idle-timeout", "server-refuses-client"),
    1001: ("idle-timeout", "server-closes-at-once", "server-crashes-on-request"),
    1002: ("websocket-handshake-broken", "server-speaks-other-protocol", "websocket-subprotocol-rejected"),
    1006: ("idle-timeout", "server-closes-at-once", "server-crashes-on-request"),
    1008: ("server-refuses-client", "websocket-needs-credentials", "websocket-origin-rejected"),
    1009: ("server-refuses-client", "connection-limited", "server-crashes-on-request"),
    1011: ("server-crashes-on-request", "idle-timeout", "server-closes-at-once"),
    1012: ("server-not-listening", "idle-timeout", "server-closes-at-once"),
    1013: ("rate-limited", "connection-limited", "server-closes-at-once"),
    1015: ("tls-to-plaintext-port", "certificate-untrusted-ca", "tls-version-unsupported"),
}  # fmt: skip
"WebSocket close codes (RFC 6455, section 7.4.1)."
CLOSED_WITH = say("the WebSocket was closed with {code}")


def sayings(reading: Reading, text: str) -> Iterator[tuple[tuple[str, ...], Prose]]:
    """Causes, likeliest first, and why, for all that the text says; what tells most comes first."""
    status, code = reading.code.get("http_status"), reading.code.get("close_code")
    if isinstance(status, int):
        yield from _of_status(status, handshake=reading.step == "websocket")
    lower = text.lower().replace(".socket", " socket")  # a class of Java or .NET, and no file of a socket
    for words, causes, why, kinds in SAYINGS:
        if (not kinds or reading.kind in kinds) and any(piece in lower for piece in words):
            yield causes, why
    if isinstance(code, int) and code in CLOSES:
        yield CLOSES[code], Prose(CLOSED_WITH.template, {"code": code})


def _of_status(status: int, *, handshake: bool) -> Iterator[tuple[tuple[str, ...], Prose]]:
    for statuses, causes, why in STATUSES:
        if status in statuses:
            yield causes, Prose(why.template, {"status": status})
    for statuses, causes in HANDSHAKE if handshake else ():
        if status in statuses:
            yield causes, Prose(IN_PLACE_OF_101.template, {"status": status})
    for statuses, causes, why in () if handshake else REQUEST:
        if status in statuses:
            yield causes, Prose(why.template, {"status": status})
