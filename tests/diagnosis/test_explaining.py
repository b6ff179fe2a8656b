"""Tests of what a text's errors mean."""

from __future__ import annotations

import pytest

from nocarrier.diagnosis.explaining import MOST_CAUSES, SYMPTOMS, explained, presumed
from nocarrier.model.explanation import Explained
from nocarrier.model.symptom import Symptom
from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.reading import CODE, Reading
from nocarrier.readings.messages.scan import scan


def explain(text: str) -> Explained:
    (one,) = explained(scan([text.encode()]))
    return one


def causes(text: str) -> list[str]:
    return [fitting.cause for fitting in explain(text).causes]


def test_a_refusal_by_this_machine() -> None:
    error = explain("connect ECONNREFUSED 127.0.0.1:5001")
    assert (error.kind, error.step, error.code) == ("refused", "tcp", {"errno": "ECONNREFUSED"})
    assert error.causes[0].cause == "server-not-listening"
    assert error.next[0].command == "nocarrier tcp://127.0.0.1:5001"
    assert error.cannot_tell is not None


def test_what_cannot_be_is_not_named() -> None:
    named = causes("connect ECONNREFUSED 127.0.0.1:5001")
    assert not {"dns-wrong-address", "hosts-file-override", "wrong-host", "unix-socket-missing"} & set(named)


def test_a_container_changes_the_order() -> None:
    assert causes("web-1  | connect ECONNREFUSED 127.0.0.1:5432")[0] == "localhost-inside-container"


def test_a_private_address_that_keeps_silent() -> None:
    first = explain("connect to 192.168.7.9 port 80 failed: Connection timed out").causes[0]
    assert (first.cause, str(first.why)) == ("private-address-unreachable", "192.168.7.9 is private (192.168.0.0/16)")
    assert "private-address-unreachable" not in causes("connect to 203.0.113.9 port 80 failed: Connection timed out")


def test_an_edge_on_a_port_that_it_does_not_forward() -> None:
    assert causes("Error: connect ETIMEDOUT 104.21.32.7:2345")[0] == "cdn-in-front"
    assert causes("connect ECONNREFUSED shop.herokuapp.com:5001")[0] == "cdn-in-front"
    assert causes("Error: connect ETIMEDOUT 104.21.32.7:8443")[0] != "cdn-in-front"
    assert causes("Error: connect ETIMEDOUT 203.0.113.7:2345")[0] != "cdn-in-front"


def test_the_code_of_the_resolver_tells_its_causes_apart() -> None:
    assert causes("lookup db: Name or service not known")[0] == "name-not-found"
    assert causes("lookup db: Temporary failure in name resolution")[0] == "resolver-unreachable"


def test_a_word_where_a_host_belongs() -> None:
    assert causes("http://undefined:80/: connect ECONNREFUSED undefined:80")[0] == "target-malformed"


def test_of_a_url_in_a_hosts_place_the_target_is_whom_it_names() -> None:
    target = explain("getaddrinfo ENOTFOUND https://api.example/v1").target
    assert target is not None
    assert (target.scheme, target.host, target.port) == ("https", "api.example", 443)


def test_what_binds_meets_no_proxy_and_what_goes_over_udp_no_tls() -> None:
    assert "proxy-interferes" not in causes("OSError: [Errno 98] Address already in use")
    assert "plaintext-to-tls-port" not in causes("Timed out waiting for reply from 192.0.2.57:123 (ntp.example).")


def test_where_both_loopback_addresses_refused_the_family_is_not_at_fault() -> None:
    both = "connect ECONNREFUSED ::1:3000\nconnect ECONNREFUSED 127.0.0.1:3000"
    assert causes(both)[0] == "server-not-listening"


def test_a_number_of_chromiums_has_its_causes() -> None:
    assert causes("handshake failed; returned -1, SSL error code 1, net_error -202")[0] == "certificate-untrusted-ca"


def test_who_said_no_tells_why() -> None:
    text = '[error] 8#8: *9 limiting requests, excess: 5.1 by zone "one", client: 203.0.113.9'
    assert causes(text)[0] == "rate-limited"


def test_a_proxy_that_names_the_error_that_it_met_is_believed() -> None:
    error = explain("X-Squid-Error: ERR_CONNECT_FAIL 111")
    assert (error.kind, error.step) == ("refused", "proxy")
    assert "server-not-listening" in [fitting.cause for fitting in error.causes[:3]]


def test_the_version_that_curl_writes_of_every_handshake_is_no_cause() -> None:
    text = (
        "* TLSv1.3 (OUT), TLS alert, unknown CA (560):\ncurl: (60) SSL certificate problem: self-signed certificate"
    )
    (error,) = explained(asked_about([text.encode()]))
    assert "tls-version-unsupported" not in [fitting.cause for fitting in error.causes]


def test_nobody_listens_on_port_0() -> None:
    assert causes("dial tcp 10.0.0.1:0: connect: connection refused")[0] == "target-malformed"
    assert causes("connect ECONNREFUSED ::1:0")[0] == "target-malformed"
    assert causes("dial tcp 10.0.0.1:01: connect: connection refused")[0] != "target-malformed"
    assert "target-malformed" not in causes("listen tcp 0.0.0.0:0: bind: address already in use")


def test_a_key_that_the_client_does_not_know_is_of_another_machine() -> None:
    assert causes("Host key verification failed.")[0] == "wrong-host"


def test_the_most_telling_error_comes_first() -> None:
    text = b"something timed out: operation timed out\n" + b"x\n" * 20 + b"connect ECONNREFUSED 10.0.0.1:80\n"
    assert [error.kind for error in explained(scan([text]))] == ["refused", "timed-out"]


def test_a_host_with_a_colon_that_is_no_address_does_no_harm() -> None:
    error = explain("ConnectionTimeoutError: Cannot connect to host my:host:80 ssl:default [Connection timed out]")
    assert error.target is not None
    assert (error.kind, error.target.host, error.target.port) == ("timed-out", "my:host", 80)
    assert "private-address-unreachable" not in [fitting.cause for fitting in error.causes[:1]]


def test_no_text_says_that_there_is_no_rule_of_a_packet_filter() -> None:
    for host in ("", "127.0.0.1", "db", "10.0.0.5"):
        assert presumed(Reading(kind="refused", worth=CODE, host=host)) >= {"client-filter", "server-filter"}


def test_each_cause_that_the_words_tell_of_has_its_own_reason() -> None:
    told = explain("curl: (60) SSL certificate problem: certificate has expired")
    reasons = [str(fitting.why) for fitting in told.causes]
    assert told.causes[0].cause == "certificate-expired"
    assert len(reasons) == len(set(reasons))


def test_what_the_words_do_not_tell_of_does_not_stand_behind_what_they_tell() -> None:
    assert "tls-to-plaintext-port" not in causes("curl: (60) SSL certificate problem: certificate has expired")
    assert len(causes("Error: connect ECONNREFUSED 10.0.0.7:5001")) == MOST_CAUSES


def test_a_unix_socket_that_answers_eagain_has_a_full_queue() -> None:
    line = "connect() to unix:/run/php/php7.2-fpm.sock failed (11: Resource temporarily unavailable) while connecting to upstream"
    assert causes(line)[:2] == ["accept-queue-full", "process-hung"]


def test_the_date_of_an_access_log_is_no_place() -> None:
    told = explain(
        "10.0.0.82 - - [04/Dec/2015:11:43:27 +0000] WebSocket connection failed: Unexpected response code: 502"
    )
    assert told.kind == "rejected"
    assert told.target is None


def test_every_name_under_localhost_is_this_machine() -> None:
    assert (
        "localhost-inside-container"
        in causes("curl: (7) Failed to connect to shop.localhost port 8181: Connection refused")[:3]
    )


def test_where_nothing_tells_how_it_failed_the_usual_comes_first() -> None:
    assert causes("Could not connect to http://localhost:3000/")[0] == "server-not-listening"


def test_where_a_server_listens_is_no_destination() -> None:
    line = "WebSocketClient.js?626b:13 WebSocket connection to 'ws://0.0.0.0:3000/sockjs-node' failed:"
    error = explain(line)
    assert error.target is not None
    assert (error.target.host, error.target.port) == ("0.0.0.0", 3000)
    assert error.causes[0].cause == "target-malformed"
    named = causes("listen tcp 0.0.0.0:80: bind: address already in use")
    assert named[0] == "address-in-use"


def test_an_empty_part_of_a_name_is_a_variable_that_was_not_set() -> None:
    assert causes("WebSocket connection to 'wss://ws-.pusher.com/app/?protocol=7' failed:")[0] == "target-malformed"
    assert "target-malformed" not in causes(
        "WebSocket connection to 'wss://ws-eu.pusher.com/app/?protocol=7' failed:"
    )


def test_docker_that_says_nothing_of_its_daemon_may_lack_the_right_to_its_socket() -> None:
    text = "Cannot connect to the Docker daemon. Is the docker daemon running on this host?"
    assert causes(text)[:3] == ["unix-socket-missing", "server-not-listening", "unix-socket-permission"]


def test_node_takes_what_is_no_host_for_a_path() -> None:
    assert (
        causes("Error: connect ENOENT server_address\n    at PipeConnectWrap.afterConnect")[0] == "target-malformed"
    )
    assert "target-malformed" not in causes("Error: connect ENOENT /run/app.sock")


def test_a_server_that_was_sent_no_tls_says_so() -> None:
    text = (
        'rejected connection from "10.0.3.169:53244" (error "tls: first record does not look like a TLS handshake")'
    )
    assert (explain(text).kind, causes(text)[0]) == ("protocol-mismatch", "plaintext-to-tls-port")


def test_curl_tries_both_families() -> None:
    assert (
        "wrong-address-family"
        not in causes("curl: (7) Failed to connect to localhost port 5572: Connection refused")[:3]
    )
    assert "wrong-address-family" in causes("connect ECONNREFUSED localhost:5572")[:3]


def test_dockers_daemon_is_near_by_though_a_registry_is_named() -> None:
    text = (
        "Warning: failed to get default registry endpoint from daemon (Cannot connect to the Docker daemon. Is the docker "
        "daemon running on this host?). Using system default: https://index.docker.io/v1/"
    )
    assert causes(text)[0] == "unix-socket-missing"


def test_a_public_name_that_refuses_443_may_be_barred_on_the_way() -> None:
    assert "firewall-rejects-on-path" in causes("connect ECONNREFUSED api.shop.example:443")[:3]


def test_what_is_no_tls_came_from_a_port_that_speaks_in_plain() -> None:
    named = causes("io.netty.handler.ssl.NotSslRecordException: not an SSL/TLS record: 485454502f312e31")
    assert named[0] == "tls-to-plaintext-port"
    usual = explain(
        "https://shop.example:8080/: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)"
    ).causes[0]
    assert (usual.cause, usual.why.values) == ("tls-to-plaintext-port", {"port": 8080})


def test_a_refusal_on_windows_without_a_place() -> None:
    words = "No connection could be made because the target machine actively refused it"
    assert causes(words)[:3] == ["server-not-listening", "wrong-port", "proxy-interferes"]
    assert causes("connect: WSAECONNREFUSED")[:3] == causes(words)[:3]
    assert "proxy-interferes" not in causes("connect: Connection refused")[:3]
    assert "localhost-inside-container" not in causes(f"{words} 127.0.0.1:8080")[:2]


def test_a_port_that_is_nobodys_on_this_machine() -> None:
    assert "proxy-interferes" in causes("connect ECONNREFUSED 127.0.0.1:50717")[:3]
    assert "proxy-interferes" not in causes("connect ECONNREFUSED 127.0.0.1:5071")[:3]


def test_what_was_waited_for_over_a_connection_that_stood() -> None:
    assert "packet-loss" in causes("AMQJS0004E Ping timed out.")[:3]
    assert "process-hung" in causes("java.net.http.HttpTimeoutException: request timed out")[:3]
    assert causes("connect: Connection timed out")[:1] == ["server-firewall-drops"]
    assert "process-hung" not in causes("Request timeout: could not connect")[:3]
    assert "packet-loss" not in causes("java.net.http.HttpTimeoutException: mapping timed out")[:3]
    assert causes("read udp 10.0.0.2:4711->10.0.0.1:53: i/o timeout")[0] == "resolver-unreachable"
    assert causes("connect ECONNREFUSED 10.0.0.1:53")[0] == "server-not-listening"


def test_a_name_without_a_domain_that_leads_home() -> None:
    text = 'could not connect to server: Connection refused\n\tIs the server running on host "db" (127.0.0.1) and accepting'
    assert causes(text)[0] == "hosts-file-override"
    assert causes(text.replace("db", "localhost"))[0] == "server-not-listening"


def test_a_machine_without_a_way() -> None:
    first = ["no-route", "interface-down", "address-family-broken"]
    assert causes("connect: Network is unreachable")[:3] == causes("net::ERR_INTERNET_DISCONNECTED")[:3] == first


def test_a_text_that_names_a_cause_has_it_among_its_causes() -> None:
    assert causes("TLS error: the certificate chain could not be read")[0] == "certificate-chain-incomplete"
    assert "certificate-chain-incomplete" not in causes("TLS error: the message could not be read")[:3]


def test_a_file_of_source_in_go_fetches_nothing() -> None:
    assert (
        causes("pipeline/output.go:100: dial tcp 203.0.113.7:80: connect: connection refused")[0]
        == "server-not-listening"
    )


def test_a_handshake_that_ended_without_a_word_has_the_causes_of_an_end() -> None:
    text = "curl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to shop.example:8443"
    assert (explain(text).kind, *causes(text)[:2]) == ("tls-failed", "proxy-interferes", "server-closes-at-once")


def test_quotes_and_users_in_a_name() -> None:
    assert causes('getaddrinfo EAI_AGAIN "localhost"')[0] == "target-malformed"
    assert causes('could not translate host name "me@db.example" to address: Try again')[0] == "target-malformed"


def test_what_else_a_short_text_names() -> None:
    error = "Error: connect ECONNREFUSED 10.37.20.102:3128\n"
    asked = error + "    url: 'http://shop.example:10001/ping'\n"
    (alone,), (beside,) = (explained(asked_about([text.encode()])) for text in (error, asked))
    assert (alone.causes[0].cause, beside.causes[0].cause) == ("wrong-port", "proxy-interferes")
    (dated,) = explained(
        asked_about([b"--1970-01-01 00:01:13--  https://shop.example/\ncertificate verify failed\n"])
    )
    assert dated.causes[0].cause == "clock-wrong"


def test_of_two_errors_each_has_its_own_lines() -> None:
    text = (
        b"connect ECONNREFUSED 10.37.20.102:3128\n"
        + b"all is well\n" * 30
        + b"https://shop.example/: certificate has expired\n"
    )
    assert "proxy-interferes" not in {one.cause for one in explained(asked_about([text]))[0].causes[:1]}


def test_a_greeting_of_ssh_to_somebody_else() -> None:
    (error,) = explained(
        asked_about([b"< SSH-2.0-OpenSSH_9.2p1 Debian-2\n> QUIT\nFailed to connect to the server\n"])
    )
    assert error.causes[0].cause == "server-speaks-other-protocol"
    own = b"debug1: Local version string SSH-2.0-OpenSSH_9.2\nConnection reset by peer\n"
    assert "server-speaks-other-protocol" not in {one.cause for one in explained(asked_about([own]))[0].causes[:3]}


def test_a_gateway_that_dials_six() -> None:
    upstream = (
        'connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://[::1]:3000/"'
    )
    assert "wrong-address-family" in causes(upstream)[:2]
    assert causes("connect ECONNREFUSED ::1:3000")[:2] == ["wrong-address-family", "server-not-listening"]
    assert len(causes("connect ECONNREFUSED ::1:3000")) == MOST_CAUSES


def test_a_connection_that_had_been_quiet() -> None:
    link = "com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure\n\n"
    quiet = link + "The last packet successfully received from the server was 2,230,340 milliseconds ago."
    (error,) = explained(asked_about([quiet.encode()]))
    assert (error.kind, error.step, error.causes[0].cause) == ("unknown", "hold", "idle-timeout")
    (never,) = explained(
        asked_about([f"{link}The last packet sent successfully to the server was 0 milliseconds ago.".encode()])
    )
    assert (never.kind, never.causes[0].cause) == ("unknown", "server-not-listening")


def test_plain_words_that_are_reset_may_have_met_tls() -> None:
    text = "WebSocket connection to 'ws://mqtt.example:31883/' failed: Error during WebSocket handshake: net::ERR_CONNECTION_RESET"
    assert "plaintext-to-tls-port" in causes(text)[:3]
    assert "idle-timeout" not in causes(text)[:3]
    assert "plaintext-to-tls-port" not in causes("read: Connection reset by peer")[:3]


def test_every_class_stands_for_symptoms_of_the_catalogue() -> None:
    assert {symptom for symptoms in SYMPTOMS.values() for symptom in symptoms} <= {
        symptom.value for symptom in Symptom
    }


def test_no_password_is_in_any_part_of_an_explanation() -> None:
    for text in (
        'could not translate host name "postgresql://u:hunter22@db.example/app" to address: Name or service not known',
        "getaddrinfo ENOTFOUND https://user:hunter22@api.example.com",
        "Failed to parse: http://user:hunter22@proxy.example:3128: connection refused",
        "connect ECONNREFUSED admin:hunter22@db.example:27017",
        "Get https://hub.example/v2/: proxyconnect tcp: dial tcp user:hunter22@10.0.0.1:3128: connect: connection refused",
    ):
        for error in explained(asked_about([text.encode()])):
            assert "hunter22" not in repr(error)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("ERROR 2005 (HY000): Unknown MySQL server host 'db' (-2)", "nocarrier mysql://db"),
        ("remote error: tls: handshake failure 10.0.0.1:9093", "nocarrier tls://10.0.0.1:9093"),
        (
            "SSL: no alternative certificate subject name matches target host name '203.0.113.7'",
            "nocarrier tls://203.0.113.7:443",
        ),
        ("Error: listen EADDRINUSE: address already in use :::3000", "ss -Hltnp 'sport = :3000'"),
        ("bind() to 10.0.0.77:80 failed (99: Cannot assign requested address)", "ip -br address"),
        ("Error: listen EADDRNOTAVAIL: address not available 10.99.0.77:80", "ip -br address"),
        ("listen tcp 10.99.0.77:80: bind: cannot assign requested address", "ip -br address"),
        ("Error: listen EACCES: permission denied 0.0.0.0:443", "sysctl net.ipv4.ip_unprivileged_port_start"),
        ("Error: connect EADDRNOTAVAIL 10.0.0.5:80 - Local (10.0.0.7:0)", "nocarrier tcp://10.0.0.5:80"),
        ("HTTP/1.1 502 Bad Gateway from 10.0.0.9:8080", "nocarrier http://10.0.0.9:8080"),
        ("10.0.0.9:8080 wrong version number (_ssl.c:1006)", "nocarrier tls://10.0.0.9:8080"),
        ("read udp 10.0.0.4:53999->10.0.0.53:53: i/o timeout", "nocarrier udp://10.0.0.53:53"),
        ("getaddrinfo ENOTFOUND https://api.example/v1", "nocarrier https://api.example/v1"),
        ("TLS handshake failed with mail.example:587: certificate has expired", "nocarrier tcp://mail.example:587"),
    ],
)
def test_what_would_decide_is_asked_in_the_protocol_that_failed(text: str, command: str) -> None:
    (error,) = explained(asked_about([text.encode()]))
    assert error.next[0].command == command


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/run/mysqld/mysqld.sock' (2)",
            "in a container the file",
        ),
        ("ssh: Could not resolve hostname web1: Temporary failure in name resolution", "The resolver gave no answer"),
        ("getaddrinfo ENOTFOUND web1", "Whether the name is wrong"),
        (
            'psql: error: connection to server at "db" (10.0.0.1), port 5432 failed: FATAL:  no pg_hba.conf entry for host',
            "None",
        ),
    ],
)
def test_what_a_text_leaves_open_is_not_what_it_says(text: str, told: str) -> None:
    (error,) = explained(asked_about([text.encode()]))
    assert told in str(error.cannot_tell)


def test_what_speaks_no_tls_has_shown_no_certificate() -> None:
    found = Reading(kind="tls-failed", worth=CODE, step="tls", code={"openssl": "WRONG_VERSION_NUMBER"})
    (one,) = explained([Told(reading=found, lines=("SSLError: wrong version number",), first=0)])
    assert one.causes
    assert not [fitting for fitting in one.causes if fitting.cause.startswith("certificate-")]


def test_a_reset_that_names_no_place_names_no_container_either() -> None:
    assert causes("curl: (56) Recv failure: Connection reset by peer")[0] == "server-closes-at-once"
    there = explained(
        asked_about([b"$ curl http://127.0.0.1:8000/\ncurl: (56) Recv failure: Connection reset by peer"])
    )
    assert there[0].causes[0].cause == "listening-on-loopback-only"


NGINX = '*1 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 203.0.113.9, server: shop.example, upstream: "http://10.0.0.5:8080/x"'
CURL_6 = "* connect to ::1 port 18099 failed: Connection refused\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("curl: (77) error setting certificate verify locations:  CAfile: /etc/ssl/x", ("certificate-untrusted-ca",)),
        ("(error) MOVED 3999 10.0.0.6:6381", ("redirected",)),
        ("systemd-networkd-wait-online[111]: Timeout occurred while waiting for network connectivity.", ("interface-down", "no-route")),
        ("Error: listen EACCES: permission denied 0.0.0.0:443", ("permission-denied", "address-in-use")),
        ('  File "/usr/lib/python3.11/socketserver.py", line 472, in server_bind\n    self.socket.bind(self.server_address)\nPermissionError: [Errno 13] Permission denied', ("permission-denied", "address-in-use")),
        ("wait-for-it.sh: timeout occurred after waiting 15 seconds for db:5432", ("server-not-listening", "server-firewall-drops", "name-not-found")),
    ],
)  # fmt: skip
def test_of_some_words_no_other_cause_is_left(text: str, told: tuple[str, ...]) -> None:
    assert tuple(causes(text)) == told


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (NGINX, "process-hung"),
        ("requests.exceptions.HTTPError: 502 Server Error: Bad Gateway for url: http://127.0.0.1:7109/", "gateway-has-no-backend"),
        (f"{CURL_6}* Connected to localhost (127.0.0.1) port 18099", "wrong-address-family"),
        ('connection to server at "localhost" (::1), port 5432 failed: Connection refused\nconnection to server at "localhost" (127.0.0.1), port 5432 failed: FATAL:  role "bob" does not exist', "wrong-address-family"),
    ],
)  # fmt: skip
def test_what_the_text_says_comes_first(text: str, first: str) -> None:
    error = next(one for one in explained(scan([text.encode()])) if one.code.get("sqlstate") is None)
    assert error.causes[0].cause == first


def test_a_client_that_got_through_after_all_is_told_so() -> None:
    got_through = "* Connected to localhost (127.0.0.1) port {}"
    assert "got through to 127.0.0.1" in str(explain(CURL_6 + got_through.format(18099)).cannot_tell)
    assert "got through" not in str(explain(CURL_6 + got_through.format(18098)).cannot_tell)
    gave_up = "* Failed to connect to localhost port 18099 after 0 ms: Couldn't connect to server\n"
    for error in explained(scan([(CURL_6 + gave_up + got_through.format(18099)).encode()])):
        assert "got through" not in str(error.cannot_tell)


def test_a_second_address_of_the_same_family_is_none_of_another() -> None:
    text = "* connect to 10.0.0.1 port 80 failed: Connection refused\n* Connected to shop.example (10.0.0.2) port 80"
    assert causes(text)[0] == "server-not-listening"


def test_a_proxy_that_asks_who_one_is_is_first_of_all_that() -> None:
    read = Reading(kind="proxy", worth=CODE, step="proxy", code={"http_status": 407}, through="127.0.0.1:3128")
    (error,) = explained([Told(reading=read, lines=("ProxyError",), first=0)])
    assert [one.cause for one in error.causes][:2] == ["proxy-requires-auth", "proxy-interferes"]


def test_what_was_dialled_by_its_port_is_no_file_of_a_socket() -> None:
    text = "docker.errors.DockerException: Error while fetching server API version: HTTPConnectionPool(host='127.0.0.1', port=7199): Max retries exceeded with url: /version (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))"
    assert causes(text)[0] == "server-not-listening"
    assert "unix-socket-missing" not in causes(text)


def test_what_says_no_in_its_own_protocol_is_no_page_of_a_proxy() -> None:
    named = causes(
        'connection to server at "127.0.0.1", port 5432 failed: FATAL:  password authentication failed for user "bob"'
    )
    assert named[0] == "server-refuses-client"
    assert not {"proxy-requires-auth", "captive-portal", "websocket-needs-credentials"} & set(named)


@pytest.mark.parametrize(
    ("text", "client", "code", "command"),
    [
        ("ssh: Could not resolve hostname nope.invalid: Name or service not known", "ssh", {"errno": "EAI_NONAME"}, "nocarrier ssh://nope.invalid"),
        ("MongoServerSelectionError: getaddrinfo EAI_AGAIN mongo", "node", {"errno": "EAI_AGAIN"}, "nocarrier mongodb://mongo"),
        ("SQLSTATE[HY000] [2002] php_network_getaddresses: getaddrinfo for db failed: Name or service not known", "php", {"errno": "EAI_NONAME"}, "nocarrier mysql://db"),
        ("smtplib.SMTPConnectError: (421, b'too many connections')", "smtp", {"smtp": 421, "reply": 421}, ""),
        ("421 Too many connections from your IP", "ftp", {"reply": 421}, ""),
        ("错误：无法连接到服务器 10.0.0.5:3306 （连接被拒绝）", None, {}, "nocarrier tcp://10.0.0.5:3306"),
        ("接続がタイムアウトしました (10.0.0.5:443)", None, {"errno": "ETIMEDOUT"}, "nocarrier tcp://10.0.0.5:443"),
        ("请求超时 http://10.0.0.5:8080/x", None, {}, "nocarrier http://10.0.0.5:8080/x"),
        ("El servidor rechazó la conexión 10.0.0.5:80", None, {}, "nocarrier tcp://10.0.0.5:80"),
        ("localhost rechazó la conexión.", "chrome", {}, ""),
        ('Error Domain=NSURLErrorDomain Code=-1001 "请求超时。"', "apple", {"nsurl": -1001}, ""),
        ("psql: 错误: 无法连接到服务器: 拒绝连接", "postgresql", {"errno": "ECONNREFUSED"}, ""),
        ("SocketException: Connection refused (OS Error: Connection refused, errno = 111), address = 10.0.2.2, port = 50122", "dart", {"errno": "ECONNREFUSED"}, "nocarrier tcp://10.0.2.2:80"),
        ("panic: listen tcp :8080: bind: address already in use", "go", {"errno": "EADDRINUSE"}, "ss -Hltnp 'sport = :8080'"),
        ("rsync: [sender] failed to connect to backup (10.0.0.5): Connection refused (111)", "rsync", {"errno": "ECONNREFUSED"}, "nocarrier tcp://backup:873"),
        ("channel 3: open failed: connect failed: Connection refused", "ssh", {"errno": "ECONNREFUSED"}, ""),
        ("curl: (5) Could not resolve proxy: proxy.shop.example", "curl", {"curl": 5}, "nocarrier tcp://proxy.shop.example:1080"),
        ('FATAL:  database "x" does not exist', "postgresql", {"sqlstate": "3D000"}, ""),
    ],
)  # fmt: skip
def test_whose_words_they_are_and_what_they_were_read_from(
    text: str, client: str | None, code: dict[str, str | int], command: str
) -> None:
    error = explain(text)
    assert (error.client, error.code) == (client, code)
    assert next((one.command for one in error.next), "") == command
