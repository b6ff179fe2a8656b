"""What the place that was dialled tells of the cause, where another one was asked for, or its port is nearly another's."""

from __future__ import annotations

from nocarrier.diagnosis.explaining import explained
from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.reading import MEANT, Reading

GIT = "fatal: unable to access 'https://github.com/user/repo.git/': Failed to connect to {}: Connection refused"


def _causes(text: str) -> list[str]:
    return [fitting.cause for fitting in explained(asked_about([text.encode()]))[0].causes]


def test_a_machine_of_the_own_network_that_was_not_asked_for_is_a_proxy() -> None:
    assert _causes(GIT.format("192.168.1.1 port 8083"))[0] == "proxy-interferes"


def test_at_a_port_of_the_web_it_may_be_what_the_name_led_to() -> None:
    assert _causes(GIT.format("192.168.1.1 port 443"))[0] != "proxy-interferes"


def test_a_proxy_on_this_machine_is_not_where_a_name_led() -> None:
    text = 'Get "https://api.example.com/": proxyconnect tcp: dial tcp 127.0.0.1:443: connect: connection refused'
    assert "hosts-file-override" not in _causes(text)


def test_the_digits_of_a_port_in_another_order_are_a_slip() -> None:
    assert _causes("Error: connect ECONNREFUSED 198.51.100.7:3360")[0] == "wrong-port"
    assert _causes("Error: connect ECONNREFUSED 198.51.100.7:3361")[0] == "server-not-listening"


def test_what_is_there_for_everybody_has_no_certificate_of_its_own_making() -> None:
    text = "Request error: https://api.openai.com/v1/chat/completions: Connection Failed: Connect error"
    assert _causes(text)[:3] == ["proxy-interferes", "firewall-drops-on-path", "certificate-untrusted-ca"]


def test_what_ends_a_handshake_of_tls_is_no_published_port() -> None:
    asked = "curl http://127.0.0.1:8000/ says "
    assert _causes(f"{asked}curl: (56) Recv failure: Connection reset by peer")[0] == "listening-on-loopback-only"
    assert "listening-on-loopback-only" not in _causes(f"{asked}curl: (35) Recv failure: Connection reset by peer")


def test_the_name_of_a_service_is_no_host_to_dial() -> None:
    found = Reading(kind="name-not-resolved", worth=MEANT, step="name", host="_mongodb._tcp.shop.example")
    (one,) = explained([Told(reading=found, lines=("NXDOMAIN",), first=0)])
    assert one.next == ()
