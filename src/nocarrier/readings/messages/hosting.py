"""Platforms that start a program and wait for its port: Azure App Service, Cloud Run, Fly, Render, Google's load balancers."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = ("fly-proxy", "cloud run")

AZURE, GOOGLE, FLY, RENDER = "azure", "google", "fly", "render"
BALANCER = "google-lb"

SAID = (
    # Azure App Service
    Phrase("this web app is stopped", "rejected", "http", AZURE, {"http_status": 403}, MEANT),
    Phrase("web app you have attempted to reach", "rejected", "http", AZURE, {"http_status": 403}, MEANT),
    Phrase("didn't respond to http pings on port", "timed-out", "http", AZURE, worth=MEANT),
    Phrase("did not start within expected time limit", "timed-out", "http", AZURE, worth=MEANT),
    Phrase("the token you are using is invalid", "rejected", "http", "hetzner", {"http_status": 401}, MEANT),
    # Google's command line
    Phrase("may be due to network connectivity issues. please check", "unknown", "", GOOGLE, worth=OPAQUE),
    # Cloud Run
    Phrase("failed to start and listen on the port", "unknown", "tcp", GOOGLE, worth=MEANT),
    Phrase("the http response was malformed or connection to the instance had an error", "rejected", "http", GOOGLE, {"http_status": 503}, MEANT),
    Phrase("encountered a temporary error and could not complete your request", "rejected", "http", GOOGLE, {"http_status": 502}, MEANT),
    # Google's load balancers: statusDetails of a request that was answered with 502 or 504
    Phrase("failed_to_connect_to_backend", "rejected", "http", BALANCER, {"http_status": 502}, MEANT),
    Phrase("failed_to_pick_backend", "rejected", "http", BALANCER, {"http_status": 502}, MEANT),
    Phrase("backend_connection_closed_", "rejected", "http", BALANCER, {"http_status": 502}, MEANT),
    Phrase("backend_early_response_with_non_error_status", "rejected", "http", BALANCER, {"http_status": 502}, MEANT),
    Phrase("\"backend_timeout\"", "rejected", "http", BALANCER, {"http_status": 502}, MEANT),
    # Fly, Render
    Phrase("instance refused connection", "refused", "tcp", FLY, worth=MEANT),
    Phrase("not listening on the expected address", "unknown", "tcp", FLY, worth=OPAQUE),
    Phrase("port scan timeout reached", "timed-out", "tcp", RENDER, worth=MEANT),
    Phrase("no open ports detected", "unknown", "tcp", RENDER, worth=OPAQUE),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    return phrases(SAID, line)
