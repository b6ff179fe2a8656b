"""Programs that drive a browser: Playwright, Puppeteer, Selenium and its drivers, Cypress, Karma, WebdriverIO."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.endpoints import endpoints
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading
from nocarrier.readings.messages.statuses import answered, of_request, of_upgrade

STEMS = (
    "ms exceeded",
    "request timed out after",
    "about:neterror",
    "about:certerror",
    "from your web server was",
    "no message in ",
    "ws unexpected response>",
)

UNSAID = say("The driver gives no reason: the browser may not have started, or something takes its port.")
UNASKED = say("Cypress gives no reason here; the line that begins with > may.")

SAID = (
    Phrase("timed out receiving message from renderer", "timed-out", "http", "chromedriver", worth=MEANT),
    Phrase("navigation timeout exceeded", "timed-out", "http", "puppeteer", worth=MEANT),
    Phrase("navigation timeout of", "timed-out", "http", "puppeteer", worth=MEANT),
    Phrase("navigation timed out after", "timed-out", "http", "geckodriver", worth=MEANT),
    Phrase("cannot connect to chrome at", "unknown", "tcp", "chromedriver", worth=OPAQUE, open=UNSAID),
    Phrase("chrome not reachable", "unknown", "tcp", "chromedriver", worth=OPAQUE, open=UNSAID),
    Phrase("can not connect to the service", "unknown", "tcp", "selenium", worth=OPAQUE, open=UNSAID),
    Phrase("could not start a new session. possible causes", "unknown", "tcp", "selenium", worth=OPAQUE, open=UNSAID),
    Phrase("error communicating with the remote browser", "unknown", "", "selenium", worth=OPAQUE, open=UNSAID),
    Phrase("not connected to devtools", "closed", "", "chromedriver"),
    Phrase("unable to receive message from renderer", "closed", "", "chromedriver"),
    Phrase("make sure that nothing is running on the port", "address-in-use", "tcp", "playwright", worth=MEANT),
    Phrase("session closed. most likely the", "closed", "", "puppeteer", worth=MEANT),
    Phrase("port may already be in use", "address-in-use", "tcp", "appium", worth=MEANT),
    Phrase("make sure browser driver is running on that address", "refused", "tcp", "webdriverio", worth=MEANT),
    Phrase("the cypress app could not be downloaded", "unknown", "", "cypress", worth=OPAQUE, open=UNASKED),
    Phrase("could not verify that this server is running", "unknown", "", "cypress", worth=OPAQUE, open=UNASKED),
    Phrase("failed to verify that your server is running", "unknown", "", "cypress", worth=OPAQUE, open=UNASKED),
    Phrase("the request failed without a response", "unknown", "", "cypress", worth=OPAQUE, open=UNASKED),
    Phrase("`cy.visit()` failed trying to load", "unknown", "", "cypress", worth=OPAQUE, open=UNASKED),
    Phrase(
        "encountered sending an http request to the remote webdriver",
        "unknown",
        "http",
        "selenium",
        worth=OPAQUE,
        open=UNSAID,
    ),
    Phrase("error establishing proxy connection", "proxy", "proxy", "cypress", worth=MEANT + 1),
    Phrase("new session request timed out", "timed-out", "http", "selenium", worth=MEANT),
    Phrase("remotelyclosedexception", "closed", "http", "selenium", worth=MEANT),
    Phrase("): target closed", "closed", "", "puppeteer"),
    Phrase("context or browser has been closed", "closed", "", "playwright"),
    Phrase("because browser has disconnected", "closed", "", "puppeteer"),
    Phrase("have not captured in ", "timed-out", "", "karma"),
    Phrase("disconnected from connected state", "closed", "", "karma"),
    Phrase("because reconnect failed before timeout", "closed", "", "karma"),
)

NETERROR: dict[str, tuple[ErrorClass, str]] = {
    "connectionFailure": ("refused", "tcp"), "dnsNotFound": ("name-not-resolved", "name"), "netTimeout": ("timed-out", ""),
    "netReset": ("reset", ""), "netInterrupt": ("closed", ""), "netOffline": ("unreachable", "route"),
    "proxyConnectFailure": ("proxy", "proxy"), "proxyResolveFailure": ("proxy", "proxy"), "nssFailure2": ("tls-failed", "tls"),
    "nssBadCert": ("tls-failed", "tls"), "inadequateSecurityError": ("tls-failed", "tls"), "sslv3Used": ("tls-failed", "tls"),
    "deniedPortAccess": ("permission-denied", "target"), "cspBlocked": ("permission-denied", "target"),
    "blockedByPolicy": ("permission-denied", "target"), "redirectLoop": ("rejected", "http"), "httpErrorPage": ("rejected", "http"),
    "serverError": ("rejected", "http"), "networkProtocolError": ("protocol-mismatch", "http"),
    "corruptedContentErrorv2": ("protocol-mismatch", "http"), "unknownProtocolFound": ("protocol-mismatch", "target"),
    "malformedURI": ("unknown", "target"),
}  # fmt: skip
"Firefox' error pages (browser/base/content/aboutNetError.mjs), which geckodriver names by their address."

_NETERROR = pattern(r"\babout:(?:net|cert)error\?e=(\w{1,40})(?:&u=([^&\s]{1,512}))?")
_LATE = pattern(
    r"(?i)\b(?:page|frame|browser\w{0,8}|context|\w{0,20}request\w{0,20})\.(?:goto|reload|go_?back|go_?forward|navigate|connect\w{0,12}|get|post|put|patch|"
    r"delete|head|fetch|wait_?for_?(?:navigation|url|response|request|load_?state)): (?:Request timed out|(?:Navigation )?Timeout)\b"
)
"Playwright: of its many calls that wait, those that wait for a server."
_MUTE = pattern(r"(?i)\bDisconnected\b.{0,20}, because no message in \d{1,9} ?ms")
_NO_UPGRADE = pattern(r"<ws unexpected response> wss?://\S{1,512} (\d{3})\b")
"Playwright: what was answered to its handshake; where it runs on Bun, a 101 as well that was not as it should be."
_ANSWERED = pattern(r"^\s{0,8}> ([45]\d\d): [A-Z]")
"Cypress, below what it says the server's answer was."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and the addresses of error pages."""
    yield from phrases(SAID, line)
    page = _NETERROR.search(line)
    if page is not None:
        known = NETERROR.get(page[1]) or ("unknown", "")
        place = _place(page[2] or "")
        yield Reading(
            kind=known[0], worth=CODE, client="firefox", step=known[1], code={"neterror": page[1]}, scheme=place[0],
            host=place[1], port=place[2], at=page.start(),
        )  # fmt: skip
    late = _LATE.search(line)
    if late is not None:
        yield Reading(kind="timed-out", worth=MEANT, client="playwright", at=late.start())
    mute = _MUTE.search(line)
    if mute is not None:
        yield Reading(kind="timed-out", worth=SENTENCE, client="karma", at=mute.start())
    yield from answered(_NO_UPGRADE.search(line), of_upgrade, MEANT, client="playwright")
    yield from answered(_ANSWERED.search(line), of_request, CODE, client="cypress")


def _place(encoded: str) -> tuple[str, str, int]:
    """Of a URL in a query: scheme, host and port."""
    url = encoded.replace("%3A", ":").replace("%2F", "/").replace("%3a", ":").replace("%2f", "/")
    return next(((place.scheme, place.host, place.port) for place in endpoints(url)), ("", "", 0))
