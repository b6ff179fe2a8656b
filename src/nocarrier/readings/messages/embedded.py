"""Small machines: mbedTLS (mbedtls/error.c), ESP-IDF's esp-tls, Arduino's clients, PubSubClient, lwIP's numbers."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.errnos import of_symbol
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "mbedtls", "esp-tls", "ssl - ", "x509 - ", "start_ssl_client", "mbed_err", "ssl error: -", "errno: 1", "httpc_error", "esp_err_",
    "wificlient", "rc=-", "with state -", "ssl_client",
    "oserror: -2", "oserror: -6", "mqttexception: ", "code: -", "code : -", "code = -", "code=-",
)  # fmt: skip

TLS: tuple[ErrorClass, str] = ("tls-failed", "tls")
MBEDTLS: dict[int, tuple[ErrorClass, str]] = {
    0x42: ("unknown", "tcp"), 0x44: ("unknown", "tcp"), 0x4C: ("closed", ""), 0x4E: ("closed", ""), 0x50: ("reset", ""),
    0x52: ("name-not-resolved", "name"), 0x6800: ("timed-out", "tls"), 0x7280: ("tls-failed", "tls"), 0x7880: ("closed", "tls"),
    0x7F00: ("resource-limit", "tls"), 0x8001: ("name-not-resolved", "name"), 0x8004: ("unknown", "tcp"), 0x8006: ("timed-out", "tcp"),
}  # fmt: skip
"Codes of net_sockets.h and ssl.h, negated, that are no failure of TLS itself; and those of esp-tls, from 0x8000 on."
ESP = {
    104: "ECONNRESET", 111: "ECONNREFUSED", 113: "ECONNABORTED", 116: "ETIMEDOUT", 118: "EHOSTUNREACH", 128: "ENOTCONN",
    112: "EADDRINUSE", 125: "EADDRNOTAVAIL", 114: "ENETUNREACH", 115: "ENETDOWN", 105: "ENOBUFS",
}  # fmt: skip
"newlib's numbers (sys/errno.h), which are not Linux'."
MQTT: dict[str, ErrorClass] = {"-4": "timed-out", "-3": "closed", "-2": "unknown", "-1": "closed"}
"PubSubClient's states."

SAID = (
    Phrase("connect failed errno=118", "unreachable", "route", "libwebsockets", {"errno": "EHOSTUNREACH"}, MEANT),
    # lwIP's numbers, which are newlib's (sys/errno.h)
    Phrase("disconnected: res: -1, err: 104", "reset", "", "arduino", {"errno": "ECONNRESET"}, MEANT),
    Phrase("disconnected: res: -1, err: 113", "reset", "", "arduino", {"errno": "ECONNABORTED"}, MEANT),
    Phrase("disconnected: res: -1, err: 128", "closed", "", "arduino", {"errno": "ENOTCONN"}, MEANT),
    Phrase("lwmqtt_keep_alive: -13", "timed-out", "hold", "mqtt", worth=MEANT + 1),
    Phrase("a fatal alert message was received from our peer", "tls-failed", "tls", "mbedtls", worth=MEANT),
    Phrase("certificate verification failed, e.g. crl", "tls-failed", "tls", "mbedtls", worth=MEANT),
    Phrase("ssl - the connection indicated an eof", "tls-failed", "tls", "mbedtls", worth=MEANT),
    Phrase("ssl - the peer notified us that the connection is going to be closed", "closed", "tls", "mbedtls", worth=MEANT),
    Phrase("ssl - the operation timed out", "timed-out", "tls", "mbedtls", worth=MEANT),
    Phrase("ssl - memory allocation failed", "resource-limit", "tls", "mbedtls", worth=MEANT),
    Phrase("net - failed to get an ip address for the given hostname", "name-not-resolved", "name", "mbedtls", worth=MEANT),
    Phrase("net - the connection to the given server / port failed", "unknown", "tcp", "mbedtls", worth=OPAQUE, open=NOT_TOLD),
    Phrase("net - connection was reset by peer", "reset", "", "mbedtls", worth=MEANT),
    Phrase("net - reading information from the socket failed", "closed", "", "mbedtls"),
    Phrase("net - sending information through the socket failed", "closed", "", "mbedtls"),
    Phrase("start_ssl_client: -1", "unknown", "", "arduino", worth=OPAQUE, open=NOT_TOLD),
    Phrase("start_ssl_client(): connect to server failed", "unknown", "tcp", "arduino", worth=OPAQUE, open=NOT_TOLD),
    Phrase("couldn't get hostname for", "name-not-resolved", "name", "esp-idf", worth=MEANT),
    Phrase("hostbyname(): dns failed", "name-not-resolved", "name", "arduino", worth=MEANT),
    Phrase("failed to open new connection", "unknown", "tcp", "esp-idf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to open new connection in specified timeout", "timed-out", "tcp", "esp-idf", worth=MEANT + 1),
    Phrase("esp_err_mbedtls_ssl_setup_failed", "tls-failed", "tls", "esp-idf", worth=MEANT),
    Phrase("create_ssl_handle failed", "tls-failed", "tls", "esp-idf", worth=MEANT),
    Phrase("failed to open a new connection", "unknown", "tcp", "esp-idf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("esp-tls: 0x8001", "name-not-resolved", "name", "esp-idf", worth=MEANT),
    Phrase("esp-tls: 0x8004", "unknown", "tcp", "esp-idf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("esp-tls: 0x8006", "timed-out", "tcp", "esp-idf", worth=MEANT),
    Phrase("esp-tls: 0x801a", "tls-failed", "tls", "esp-idf", worth=MEANT),
    Phrase("esp-tls: 0x8008", "closed", "", "esp-idf", worth=MEANT),
    Phrase("sec-websocket-accept is wrong", "protocol-mismatch", "websocket", "arduino", worth=MEANT),
    Phrase("select() timeout", "timed-out", "tcp", "esp-idf"),
    Phrase("esp_err_http_connect", "unknown", "tcp", "esp-idf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("esp_err_esp_tls_cannot_resolve_hostname", "name-not-resolved", "name", "esp-idf", worth=MEANT),
    Phrase("esp_err_esp_tls_failed_connect_to_host", "unknown", "tcp", "esp-idf", worth=OPAQUE, open=NOT_TOLD),
    Phrase("esp_err_esp_tls_connection_timeout", "timed-out", "tcp", "esp-idf", worth=MEANT),
    Phrase("esp_err_mbedtls_ssl_handshake_failed", "tls-failed", "tls", "esp-idf", worth=MEANT),
    Phrase("httpc_error_connection_refused", "refused", "tcp", "arduino"),
    Phrase("httpc_error_connection_lost", "closed", "http", "arduino", worth=MEANT),
    Phrase("httpc_error_not_connected", "closed", "http", "arduino", worth=MEANT),
    Phrase("httpc_error_read_timeout", "timed-out", "http", "arduino", worth=MEANT),
    Phrase("failed, error: no http server", "protocol-mismatch", "http", "arduino", worth=MEANT),
    Phrase("failed, error: too less ram", "resource-limit", "", "arduino", worth=MEANT),
    Phrase("[error]: no answer", "timed-out", "service", "espota", worth=MEANT),
    Phrase("[error]: authentication failed", "rejected", "service", "espota", worth=MEANT),
    Phrase("httpc_error_no_http_server", "protocol-mismatch", "http", "arduino", worth=MEANT),
)  # fmt: skip

_MBEDTLS = pattern(
    r"(?i)(?:\b(?:mbed_?tls|mbed_err|ssl|tls|start_ssl_client)\b|mbedtls_|mbed_err|\[data_to_read)[^\n]{0,80}?(?<!net_error)[ (:]-(?:0x([0-9a-f]{2,4})|(\d{2,5}))\b"
)
"A code behind the name of the library."
_MICROPYTHON = pattern(r"^OSError: -(2|6|202)$")
"What getaddrinfo of its ports returns: lwIP's numbers, negated."
_UMQTT = pattern(r"^MQTTException: ([1-5])$")
"umqtt's, with the return code of CONNACK."
_HTTP_CODE = pattern(
    r"(?i)\b(?:http|response) ?(?:response |return |status |error )?code[^\n\d]{0,24}[ :=]-(\d{1,2})\b"
)
HTTP_CLIENT: dict[int, tuple[ErrorClass, str]] = {
    1: ("unknown", "tcp"), 2: ("closed", "http"), 3: ("closed", "http"), 4: ("closed", "http"), 5: ("closed", "http"),
    7: ("protocol-mismatch", "http"), 8: ("resource-limit", ""), 11: ("timed-out", "http"),
}  # fmt: skip
"What HTTPClient of Arduino's cores returns in place of a status (HTTPClient.h), negated."
_LWIP = pattern(r"\berrno: (1\d\d), \"|\blwip_connect_r: (1\d\d)\b")
"Arduino's clients for the ESP32."
_STATE = pattern(r"(?i)\bfailed,? (?:with )?(?:state |rc ?= ?)(-[1-4])\b")


def read(line: str) -> Iterator[Reading]:
    """Codes and sentences."""
    yield from phrases(SAID, line)
    for match in _MBEDTLS.finditer(line):
        code = int(match[1], 16) if match[1] else int(match[2])
        kind, step = MBEDTLS.get(code) or (TLS if code >= 0x1000 else ("unknown", ""))
        worth = OPAQUE if kind == "unknown" else CODE
        yield Reading(
            kind=kind, worth=worth, client="mbedtls", step=step, code={"mbedtls": f"-0x{code:04X}"}, at=match.start()
        )
    numbered = _LWIP.search(line)
    symbol = "" if numbered is None else ESP.get(int(numbered[1] or numbered[2]), "")
    if numbered is not None and symbol:
        yield of_symbol(symbol, MEANT, client="arduino", at=numbered.start())
    yield from _returned(line)
    state = _STATE.search(line)
    if state is not None:
        kind = MQTT[state[1]]
        worth = OPAQUE if kind == "unknown" else CODE
        yield Reading(kind=kind, worth=worth, client="pubsubclient", step="tcp", open=NOT_TOLD, at=state.start())


def _returned(line: str) -> Iterator[Reading]:
    """Numbers that MicroPython and Arduino's HTTPClient return."""
    if _MICROPYTHON.match(line) is not None:
        yield Reading(kind="name-not-resolved", worth=CODE, client="micropython", step="name")
    if _UMQTT.match(line) is not None:
        yield Reading(kind="rejected", worth=CODE, client="micropython", step="service")
    status = _HTTP_CODE.search(line)
    if status is not None and int(status[1]) in HTTP_CLIENT:
        kind, step = HTTP_CLIENT[int(status[1])]
        worth = OPAQUE if kind == "unknown" else CODE
        yield Reading(
            kind=kind,
            worth=worth,
            client="arduino",
            step=step,
            code={"httpclient": -int(status[1])},
            at=status.start(),
        )
