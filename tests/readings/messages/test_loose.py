"""What somebody asks about in nobody's sentence: any subject, any usual verb, and what is none of it."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.loose import loosely
from nocarrier.readings.messages.reading import OPAQUE
from nocarrier.readings.messages.scan import scan

SUBJECTS = ("the server", "https://api.example.com/v1", "192.0.2.5:8080", "cloud service")
SAID = {
    "unknown": (
        "{} could not be reached", "{} was not reachable", "{} is currently unreachable", "{} could not be contacted",
        "{} is not available", "{} appears to be down", "{} seems to be offline", "{} could not be accessed", "error reaching {}",
        "unable to access {}", "something went wrong while connecting to {}", "could not talk to {}",
        "cannot ping {}", "{} did not accept the connection", "failed to send request to {}", "error uploading to {}",
        "failed to download from {}", "failed to subscribe to {}", "gave up connecting to {}", "could not send data to {}",
    ),
    "timed-out": (
        "{} did not respond", "{} didn't answer the request", "{} hasn't replied", "{} stopped responding", "{} took too long to respond",
        "{} never answered", "subscribe to {} timed out", "did not get a response from {} in time", "no data received from {} for 60 seconds",
        "waited too long for {}", "timeout waiting for {}", "no reply from {}",
    ),
    "refused": ("{} is refusing connections", "connection to {} was refused", "{} refused our connection"),
    "closed": (
        "{} closed the connection", "{} dropped the connection", "{} hung up on us", "{} has gone away", "{} sent no data",
        "{} returned an empty response", "{} disconnected us", "the connection to {} was interrupted", "{} ended the connection",
    ),
    "reset": ("{} reset the connection", "connection to {} was reset"),
    "rejected": (
        "{} returned HTTP 403", "{} returned 404", "{} responded with 500", "got status 403 from {}", "unexpected status 401 from {}",
        "error 404: {}", "received 429 from {}", "{} returned error code 403", "request to {} failed with status 404",
        "{} rejected our credentials", "{} denied access", "{} rejected the connection",
    ),
    "protocol-mismatch": (
        "{} returned garbage", "{} sent malformed data", "{} does not speak HTTP", "could not parse response from {}", "invalid reply from {}",
    ),
    "tls-failed": (
        "certificate of {} is not trusted", "the certificate for {} is invalid", "TLS handshake with {} failed", "SSL error while connecting to {}",
        "{} presented an untrusted certificate",
    ),
}  # fmt: skip
NAMED = (
    "could not resolve {}", "failed to resolve {}", "{} cannot be resolved", "no DNS record for {}", "domain {} does not exist",
    "the host name {} could not be resolved", "resolving {} failed", "unable to find the address for {}",
)  # fmt: skip
ALONE = (
    ("rejected", "Internal Server Error"),
    ("rejected", "Error: Forbidden"),
    ("rejected", "Bad Request: Server not initialized"),
    ("address-in-use", "something else is using its ports."),
    ("address-in-use", "Port 5432 is already allocated"),
    ("address-in-use", "another instance is already listening on port 9000"),
    ("rejected", "Response status code does not indicate success: 404 (Not Found)."),
    ("rejected", "Falscher Statuscode: 422"),
    ("rejected", '{"statusCode":401,"message":"Unauthorized"}'),
    ("timed-out", "stratum subscribe timed out"),
    ("name-not-resolved", "dns lookup timed out"),
    ("proxy", "got status 407"),
    ("closed", "It just keeps failing code 1006."),
    ("unknown", "cannot ping localhost"),
    ("unknown", "download error"),
    ("unknown", "Server error. Where was the module?"),
    ("rejected", "404 page not found"),
    ("unknown", "The connection attempt was cancelled."),
    ("unknown", "Provided server address is not a Jellyfin server."),
    ("unknown", "Homeserver URL does not appear to be a valid Matrix homeserver"),
    ("rejected", '"data" : "503 5.5.2 Sender already specified",'),
    ("rejected", "error from registry: denied"),
    ("unknown", "There was an issue connecting to Ollama."),
)
NOTHING = (
    "heartbeat sent",
    "Cache hit",
    "Disconnecting WebSocket",
    "failed to resolve ABI of the contract",
    "could not resolve table alias t1",
    "Your session has been terminated by the administrator",
    "Upload exceeds the limit of 10 MB",
    "Pull requests were refused by the maintainers",
    "wrote 500. rows",
    "Authentication is required to set the system time.",
    "E513: Write error, conversion failed in line %ld (make 'fenc' empty to override)",
    "process exited with code 404",
    "%B(%A+0x%lx): unresolvable relocation %s against symbol `%s'",
    "Could not resolve HEAD to a revision",
    "Could not resolve log4j:log4j:1.2.17.",
    "Access to local files denied.",
    "The current branch master has multiple upstream branches, refusing to push.",
    "the server closes the connection if no request arrives within this time",
    "Raised when a connection times out.",
    "the test timed out",
    "No more than 5 requests within 10 seconds",
    "no test failures within the last 30 minutes",
    'Unexpected closing tag "div"',
    "Removed 3 expired sessions",
    "redirect limit: 10",
    '[vite] Internal server error: Failed to resolve import "./a.js" from "src/main.ts". Does the file exist?',
    "The page was not found in the table of contents",
    "throttled render loop",
    "Cannot find node with id 5 in the tree",
    "couldn't find the primary key of table users",
    "the build was cancelled by the user",
    "The password must have at least 8 characters",
    "Lock wait timeout exceeded; try restarting transaction",
    "could not load SSL certificate revocation list file",
    "INFO cloud service hung up",
    '203.0.113.9 - - "GET /favicon.ico HTTP/1.1" 404 153 "-" "Mozilla/5.0"',
    "listen 443 ssl http2;",
    "Contacted time server 162.159.200.1:123, systemd-timesyncd[513]: server found",
    "constraint of domain does not exist",
    "keyboard labelKP_Page_Down",
    "the server does not support access methods",
    "E503: Write error, conversion failed in line %ld (make 'fenc' empty to override)",
    "the api server got request[503]: all is well",
    "404 people came to the fair and nobody has complained about it at all",
    '"Status": self.status,  # one of these: VALIDATION_TIMED_OUT, ISSUED',
    "failed: 10054.5 ms",
    "Invalid password rule: must have 8 characters",
    "password is invalid according to the schema",
    "Enter a valid password. Wrong password format",
    "login script failed to compile",
    "prevents unauthorized access to files",
    "password mismatch policy documented",
)


def _cases() -> list[tuple[str, str]]:
    everybody = [
        (kind, said.format(who)) for kind, sentences in SAID.items() for said in sentences for who in SUBJECTS
    ]
    named = [("name-not-resolved", said.format("api.example.com")) for said in NAMED]
    return [*everybody, *named, *ALONE]


@pytest.mark.parametrize(("kind", "line"), _cases())
def test_what_became_of_it_is_told_whoever_it_befell(kind: str, line: str) -> None:
    (told,) = asked_about([line.encode()])
    assert told.reading.kind == kind


@pytest.mark.parametrize("line", NOTHING)
def test_what_is_about_anything_else_is_none(line: str) -> None:
    assert asked_about([line.encode()]) == ()


def test_a_status_is_told_with_its_number() -> None:
    reading = loosely("cloud service answered: 503")
    assert reading is not None
    assert (reading.kind, reading.step, reading.code) == ("rejected", "http", {"http_status": 503})


def test_a_line_that_tells_what_became_of_it_comes_before_one_that_does_not() -> None:
    (told,) = asked_about([b"cannot ping the hub\nthe hub hung up on us\n"])
    assert (told.reading.kind, told.first) == ("closed", 2)


def test_that_nothing_says_how_is_opaque() -> None:
    reading = loosely("the hub could not be reached")
    assert reading is not None
    assert (reading.worth, reading.open is not None) == (OPAQUE, True)


def test_in_a_log_such_words_are_about_anything() -> None:
    assert scan([b"the hub hung up on us\ncloud service returned 404\n"]) == ()
