"""What gateways in front of APIs say in a body: Kong, APISIX, Apigee, Azure API Management, Amazon API Gateway, Istio, ingress-nginx."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading
from nocarrier.readings.messages.reasons import STATUS_OF

STEMS = ()

KONG, APISIX, APIGEE, AZURE, ISTIO = "kong", "apisix", "apigee", "azure", "istio"
BARE = (
    "forbidden",
    "unauthorized",
    "not found",
    "too many requests",
    "internal server error",
    "bad gateway",
    "service unavailable",
    "gateway timeout",
)
"Bodies that hold a status' reason phrase and nothing else."

SAID = (
    Phrase("misdirected request (", "rejected", "http", "", {"http_status": 421}, MEANT),
    Phrase("no route matched with those values", "rejected", "http", KONG, {"http_status": 404}, MEANT),
    Phrase("failure to get a peer from the ring-balancer", "rejected", "http", KONG, {"http_status": 503}, MEANT),
    Phrase("invalid response was received from the upstream server", "rejected", "http", KONG, {"http_status": 502}, MEANT),
    Phrase("the upstream server is timing out", "rejected", "http", KONG, {"http_status": 504}, MEANT),
    Phrase("the upstream server is currently unavailable", "rejected", "http", KONG, {"http_status": 503}, MEANT),
    Phrase("no api key found in request", "rejected", "http", KONG, {"http_status": 401}, MEANT),
    Phrase("\"error_msg\":\"404 route not found", "rejected", "http", APISIX, {"http_status": 404}, MEANT),
    Phrase("missing api key found in request", "rejected", "http", APISIX, {"http_status": 401}, MEANT),
    Phrase("messaging.adaptors.http.flow.", "rejected", "http", APIGEE, {"http_status": 503}, MEANT),
    Phrase("due to missing subscription key", "rejected", "http", AZURE, {"http_status": 401}, MEANT),
    Phrase("due to invalid subscription key", "rejected", "http", AZURE, {"http_status": 401}, MEANT),
    Phrase("rbac: access denied", "rejected", "http", ISTIO, {"http_status": 403}, MEANT),
    Phrase("default backend - 404", "rejected", "http", "ingress-nginx", {"http_status": 404}, MEANT),
    *(
        Phrase(f'{{"message":{space}"{reason}"}}', "rejected", "http", "", {"http_status": STATUS_OF[reason]}, MEANT)
        for reason in BARE
        for space in ("", " ")
    ),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    return phrases(SAID, line)
