"""Clients written for Node beside its own: ssh2, basic-ftp, superagent, the agents for proxies, AWS' and Firebase's kits, Angular."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "http failure response for", "inaccessible host: ", "deniederror: 4", "limiterror: 4", "notfounderror: 4", "requesterror: 4", "conflicterror: 4",
    "entityerror: 4", "servererror: 5", "apierror: 4", "apierror: 5",
)  # fmt: skip

GIVEN_UP = say(
    "The program itself gave the request up, mostly after a time of its own: whether anything answered does not stand in the text."
)
UNSAID = say("The client says the same of every failure to reach its server.")

SAID = (
    Phrase(
        "connect timeout error (attempted address",
        "timed-out",
        "tcp",
        "undici",
        {"node": "UND_ERR_CONNECT_TIMEOUT"},
        MEANT + 1,
    ),
    Phrase("connection was rejected. either the requested service", "refused", "tcp", "vscode", worth=MEANT),
    Phrase('unhandled "error" event. ([object object])', "unknown", "", "node", worth=OPAQUE, open=UNSAID),
    Phrase("the user aborted a request", "unknown", "", "", worth=OPAQUE, open=GIVEN_UP),
    Phrase("aborterror]: this operation was aborted", "unknown", "", "node", worth=OPAQUE, open=GIVEN_UP),
    Phrase("aborterror: this operation was aborted", "unknown", "", "node", worth=OPAQUE, open=GIVEN_UP),
    Phrase("signal is aborted without reason", "unknown", "", "", worth=OPAQUE, open=GIVEN_UP),
    Phrase("fetch is aborted", "unknown", "", "", worth=OPAQUE, open=GIVEN_UP),
    Phrase("timeouterror: signal timed out", "timed-out", "", "", worth=MEANT),
    Phrase("all configured authentication methods failed", "rejected", "service", "ssh2", worth=MEANT),
    Phrase("handshake failed: no matching", "protocol-mismatch", "service", "ssh2", worth=MEANT),
    Phrase("connection lost before handshake", "closed", "service", "ssh2", worth=MEANT),
    Phrase("has unexpectedly closed network connection", "closed", "service", "ssh2"),
    Phrase("server sent fin packet unexpectedly", "closed", "", "ftp", worth=MEANT),
    Phrase("request has been terminated", "unknown", "", "superagent", worth=MEANT, open=UNSAID),
    Phrase("(ssh) channel open failure: ", "rejected", "service", "ssh2"),
    Phrase("host denied (verification failed)", "rejected", "service", "ssh2", worth=MEANT),
    Phrase('http/2: "goaway" frame', "closed", "http", "undici", worth=MEANT),
    Phrase('http/2: "stream error" received', "closed", "http", "undici", worth=MEANT),
    Phrase("respond with sent protocols", "rejected", "websocket", "undici", {"websocket": "subprotocol"}, MEANT),
    Phrase("!== 200 when http tunneling", "proxy", "proxy", "undici", worth=MEANT + 1),
    Phrase("proxy connection ended before receiving connect", "proxy", "proxy", "node", worth=MEANT + 1),
    Phrase("proxy rejected connection", "proxy", "proxy", "socks", worth=MEANT + 1),
    Phrase("socks5 authentication failed", "proxy", "proxy", "socks", worth=MEANT + 1),
    Phrase("socksclienterror", "proxy", "proxy", "socks", worth=MEANT + 1),
    Phrase(
        "a network error (such as timeout, interrupted connection or unreachable host)",
        "unknown",
        "",
        "firebase",
        worth=MEANT,
        open=UNSAID,
    ),
    Phrase("auth/network-request-failed", "unknown", "", "firebase", worth=MEANT, open=UNSAID),
    Phrase(
        "failed to get document because the client is offline", "unknown", "", "firebase", worth=OPAQUE, open=UNSAID
    ),
    Phrase("missing or insufficient permissions", "rejected", "service", "firebase", worth=MEANT),
    Phrase(" failed: permission_denied", "rejected", "service", "firebase", worth=MEANT),
    Phrase("authentication error [code: ", "rejected", "http", "wrangler", worth=MEANT),
    Phrase("auth/too-many-requests", "rejected", "service", "firebase", worth=MEANT),
    Phrase("[code=unavailable]", "unknown", "", "firebase", worth=OPAQUE, open=UNSAID),
    *(
        Phrase(f"[code={status}]", "rejected", "service", "firebase", {"grpc": status}, CODE)
        for status in (
            "permission-denied",
            "unauthenticated",
            "resource-exhausted",
            "failed-precondition",
            "not-found",
        )
    ),
    Phrase("could not reach cloud firestore backend", "unknown", "", "firebase", worth=OPAQUE, open=UNSAID),
    Phrase("tcp read failed", "unknown", "", "grpc", worth=OPAQUE, open=UNSAID),
    Phrase("tcp write failed", "unknown", "", "grpc", worth=OPAQUE, open=UNSAID),
    Phrase("stream refused by server", "rejected", "http", "grpc", worth=MEANT),
    Phrase("transport errored", "unknown", "", "firebase", worth=OPAQUE, open=UNSAID),
    Phrase("httperrorresponse", "unknown", "", "angular", worth=OPAQUE, open=UNSAID),
    Phrase("http failure during parsing for", "protocol-mismatch", "http", "angular", worth=MEANT),
    Phrase("authretryablefetcherror", "unknown", "", "supabase", worth=SENTENCE, open=UNSAID),
    Phrase("packager is not running at", "unknown", "tcp", "react-native", worth=OPAQUE, open=UNSAID),
    Phrase("could not load exp://", "unknown", "tcp", "expo", worth=OPAQUE, open=UNSAID),
    Phrase("stream has been aborted", "closed", "http", "axios", worth=MEANT),
    Phrase("error: cross origin http", "permission-denied", "http", "jsdom", worth=MEANT),
    Phrase("triggered by internal client error: protocol error", "protocol-mismatch", "http", "grpc", worth=MEANT),
    Phrase("http response at 400 or 500 level", "rejected", "http", "grpc-web", worth=MEANT),
    Phrase("unknown content-type received", "protocol-mismatch", "http", "grpc-web", worth=MEANT),
    Phrase("the server aborted pending request", "closed", "http", "got", worth=MEANT),
    Phrase("error: timeout exceeded", "timed-out", "", "axios", worth=MEANT),
    Phrase("error: invalid_grant", "rejected", "http", "google", worth=MEANT),
    Phrase("received rst_stream with", "reset", "http", "grpc"),
    Phrase("unknown: stream removed", "closed", "http", "grpc", worth=MEANT),
    Phrase("last-stream-id", "closed", "http", "", worth=MEANT),
    Phrase("7 permission_denied: ", "rejected", "service", "grpc", {"grpc": "PERMISSION_DENIED"}, CODE),
    Phrase("8 resource_exhausted: ", "rejected", "service", "grpc", {"grpc": "RESOURCE_EXHAUSTED"}, CODE),
    Phrase("12 unimplemented: ", "rejected", "service", "grpc", {"grpc": "UNIMPLEMENTED"}, CODE),
    Phrase("16 unauthenticated: ", "rejected", "service", "grpc", {"grpc": "UNAUTHENTICATED"}, CODE),
    Phrase('"xhrstatus":"error"', "unknown", "http", "angularjs", worth=OPAQUE, open=UNSAID),
    Phrase('"xhrstatus":"timeout"', "timed-out", "http", "angularjs", worth=MEANT),
    Phrase("error occurred while trying to proxy", "unknown", "", "http-proxy", worth=OPAQUE, open=UNSAID),
    Phrase("connecting with ssh timed out", "timed-out", "", "vscode", worth=MEANT),
    Phrase("wget download failed", "unknown", "", "vscode", worth=OPAQUE, open=UNSAID),
    Phrase("curl download failed", "unknown", "", "vscode", worth=OPAQUE, open=UNSAID),
    Phrase("error: xhr failed", "unknown", "http", "", worth=OPAQUE, open=UNSAID),
    *(
        Phrase(f"cannot {method} /", "rejected", "http", "express", {"http_status": 404}, SENTENCE - 1)
        for method in ("get", "post", "put", "patch", "delete")
    ),
    Phrase("xhr timeout", "timed-out", "http", "", worth=MEANT),
    Phrase("unable to load script. make sure", "unknown", "http", "react-native", worth=OPAQUE, open=UNSAID),
    Phrase("something is already running on port", "address-in-use", "tcp", "", worth=MEANT),
)

_AWS = pattern(r"Inaccessible host: [`']([\w.-]{1,253})'(?: at port [`'](\d{1,5}))?")
AWS_OPEN = say("AWS' kit says so of a name that does not resolve, and of any other failure that has a number.")
_ANGULAR = pattern(r"(?i)http failure response for \S{1,512}: ([45]\d\d)\b")

_STAINLESS = pattern(
    r"\b(?:Authentication|PermissionDenied|RateLimit|NotFound|BadRequest|UnprocessableEntity|InternalServer|Conflict|API)Error: ([45]\d\d) "
)
"OpenAI's and Anthropic's kits, which one program writes."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the status that Angular was answered."""
    yield from phrases(SAID, line)
    aws = _AWS.search(line)
    if aws is not None:
        port = min(int(aws[2] or 0), 65535)
        yield Reading(
            kind="unknown", worth=MEANT, client="aws", host=aws[1], port=port, open=AWS_OPEN, at=aws.start()
        )
    yield from answered(_STAINLESS.search(line), of_request, CODE)
    yield from answered(_ANGULAR.search(line), of_request, CODE, client="angular")
