"""What fetches packages for JavaScript: npm, yarn, pnpm, bun."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "npm err! code e",
    "npm error code e",
    "npm err! 4",
    "npm error 4",
    "err_pnpm_fetch_",
    "downloading package manifest",
    "downloading tarball",
    "server returned code",
    "development server returned response error code",
    "tried to download(",
)

UNSAID = say(
    "The line above says what it was; without one, a proxy or a firewall before the registry is the usual reason."
)

BUN = ('code: "{}"', "error: {} ", "{} downloading")
"Where bun names an error."

SAID = (
    Phrase("related to network connectivity", "unknown", "", "npm", worth=OPAQUE, open=UNSAID),
    Phrase("trouble with your network connection", "unknown", "", "yarn", worth=OPAQUE, open=UNSAID),
    Phrase("audit endpoint returned an error", "unknown", "", "npm", worth=OPAQUE, open=UNSAID),
    Phrase("requires you to be logged in to", "rejected", "http", "npm", worth=MEANT),
    Phrase("err_pnpm_meta_fetch_fail", "unknown", "", "pnpm", worth=OPAQUE, open=UNSAID),
    Phrase("failed to set up ch", "unknown", "", "puppeteer", worth=OPAQUE, open=UNSAID),
    Phrase("failed to download ch", "unknown", "", "puppeteer", worth=OPAQUE, open=UNSAID),
    Phrase("error when performing the request", "unknown", "", "corepack", worth=OPAQUE, open=UNSAID),
    Phrase("err_socket_timeout", "timed-out", "", "npm", {"node": "ERR_SOCKET_TIMEOUT"}, CODE),
    Phrase("network socket timeout", "timed-out", "", "npm", {"node": "ERR_SOCKET_TIMEOUT"}, CODE),
    Phrase("response timeout while trying to fetch", "timed-out", "http", "npm", worth=MEANT),
    Phrase("the remote server failed to provide the requested resource", "rejected", "http", "yarn", worth=MEANT),
    *(
        Phrase(words.format("connectionrefused"), "refused", "tcp", "bun", {"errno": "ECONNREFUSED"}, CODE)
        for words in BUN
    ),
    *(Phrase(words.format("connectionclosed"), "closed", "", "bun", worth=CODE) for words in BUN),
    Phrase(
        "failedtoopensocket",
        "unknown",
        "tcp",
        "bun",
        worth=OPAQUE,
        open=say("bun says so of a name as well as of a place that does not answer."),
    ),
    Phrase("the computer able to access the url", "unknown", "tcp", "bun", worth=OPAQUE, open=UNSAID),
    Phrase("the socket connection was closed unexpectedly", "closed", "", "bun", worth=MEANT),
)

_STATUS = pattern(
    r"(?i)\bnpm err(?:!|or)(?: code)? E?([45]\d\d)\b|\bERR_PNPM_FETCH_([45]\d\d)\b|\((4\d\d|5\d\d)\) downloading (?:package manifest|tarball)"
    r"|\b([45]\d\d)\b - downloading|\bserver returned code ([45]\d\d)\b|GET https?://\S{1,512} - ([45]\d\d)$"
    r"|\btried to download\(([45]\d\d)\)"
    r"|\bdevelopment server returned response error code: ([45]\d\d)\b"
)


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the status that a registry answered."""
    yield from phrases(SAID, line)
    yield from answered(_STATUS.search(line), of_request, CODE, client="npm")
