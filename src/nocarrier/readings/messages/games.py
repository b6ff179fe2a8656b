"""Games: what Minecraft's client, its server and its proxies say, and engines' own words for a connection."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = ("unable to login to steam: ", "unable to logon to steam: ", "disconnect.timeout", "disconnect.endofstream", "disconnect.lost", "disconnect.closed", "disconnect.genericreason", "disconnect.loginfailed", "disconnect.unknownhost", "multiplayer.disconnect.", "connect.failed")  # fmt: skip

MINECRAFT, STEAM, UNITY = "minecraft", "steam", "unity"
SAID = (
    Phrase("network protocol error", "protocol-mismatch", "service", MINECRAFT, worth=MEANT),
    Phrase("timeout downloading item", "timed-out", "service", STEAM, worth=MEANT),
    Phrase("init packet not recognized by server", "protocol-mismatch", "service", "luanti", worth=MEANT),
    Phrase("dead_link detected", "timed-out", "hold", "mirror", worth=MEANT),
    Phrase("invalid session (try restarting", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("is the port free?", "address-in-use", "tcp", "raknet", worth=MEANT),
    Phrase("authentication servers are down", "unknown", "service", MINECRAFT, open=NOT_TOLD),
    Phrase("session authentication server unavailable", "unknown", "service", MINECRAFT, worth=SENTENCE + 1, open=NOT_TOLD),
    Phrase("couldn't verify username because servers are unavailable", "unknown", "service", MINECRAFT, open=NOT_TOLD),
    Phrase("tried to join with an invalid session", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("your ip address is banned from this server", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("multiplayer is disabled. please check your", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("kicked for exceeding packet rate", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("you logged in from another location", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("took too long to log in", "timed-out", "service", MINECRAFT, worth=MEANT),
    Phrase("you to connect with velocity", "rejected", "service", "velocity", worth=MEANT),
    Phrase("needs to be configured for velocity", "rejected", "service", "velocity", worth=MEANT),
    Phrase("is configured for velocity forwarding", "rejected", "service", "velocity", worth=MEANT),
    Phrase("if you wish to use ip forwarding, please enable it", "rejected", "service", "bungeecord", worth=MEANT),
    Phrase("was larger than i expected", "protocol-mismatch", "service", MINECRAFT, worth=MEANT),
    Phrase("badly compressed packet", "protocol-mismatch", "service", MINECRAFT, worth=MEANT),
    Phrase("bad packet id ", "protocol-mismatch", "service", MINECRAFT, worth=MEANT),
    Phrase("handler.codec.decoderexception", "protocol-mismatch", "service", "netty", worth=SENTENCE - 1),
    Phrase("failed to login: invalid session", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("failed to log in: invalid session", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("server: invalid session (try", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("disconnected: end of stream", "closed", "", MINECRAFT, worth=MEANT),
    Phrase("failed to verify username", "rejected", "service", MINECRAFT),
    Phrase("you are not white-listed on this server", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("you are not whitelisted on this server", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("you are banned from this server", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("the server is full!", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("outdated server!", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("attempting connection with missing mods", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("mismatched mod channel list", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("this server has mods that require", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("fatally missing registry entries", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("outdated client!", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("incompatible client! please use", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("connection throttled! please wait", "rejected", "service", MINECRAFT, worth=MEANT),
    Phrase("could not connect to a default or fallback server", "unknown", "tcp", "bungeecord", worth=OPAQUE, open=NOT_TOLD),
    Phrase("server is online mode!", "rejected", "service", "bungeecord", worth=MEANT),
    Phrase("internal exception: io.netty.handler.timeout.readtimeout", "timed-out", "service", MINECRAFT, worth=MEANT),
    Phrase("internal exception: java.io.ioexception: an existing connection", "reset", "", MINECRAFT, worth=MEANT),
    Phrase("lost connection: timed out", "timed-out", "service", MINECRAFT, worth=MEANT),
    Phrase("lost connection: disconnected", "closed", "", MINECRAFT, worth=MEANT),
    Phrase("lost connection: end of stream", "closed", "", MINECRAFT, worth=MEANT),
    Phrase("could not connect to steam network", "unknown", "", STEAM, worth=OPAQUE, open=NOT_TOLD),
    Phrase("no connection to steam servers", "unknown", "", STEAM, worth=OPAQUE, open=NOT_TOLD),
    Phrase("k_eresultnoconnection", "unknown", "", STEAM, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed login with result code", "rejected", "service", STEAM),
    Phrase("...failed (invalid password)", "rejected", "service", STEAM, worth=MEANT),
    Phrase("error (rate limit exceeded)", "rejected", "service", STEAM, worth=MEANT),
    Phrase("k_eresulttimeout", "timed-out", "", STEAM),
    Phrase("failed talking to cm (timeout", "timed-out", "", STEAM),
    Phrase("game server connected failed", "unknown", "", STEAM, worth=OPAQUE, open=NOT_TOLD),
    Phrase("internet_connectivity_error", "unknown", "", "playfab", worth=OPAQUE, open=NOT_TOLD),
    Phrase("pending connection failed", "unknown", "", STEAM, worth=OPAQUE, open=NOT_TOLD),
    Phrase("connection failed after 4 retries", "timed-out", "service", "source", worth=MEANT),
    Phrase("failed to connect to server. timed out", "timed-out", "", UNITY),
    Phrase("connection to the host has been lost", "closed", "", "unreal"),
    Phrase("warning: retry exhausted on ", "unknown", "", "unreal", worth=OPAQUE, open=NOT_TOLD),
    Phrase("received corrupted packet data from client", "protocol-mismatch", "service", "unreal", worth=MEANT),
    Phrase("netdriverlistenfailure", "unknown", "", "unreal", worth=OPAQUE, open=NOT_TOLD),
    Phrase("to create an enet client host", "unknown", "", "enet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no available peers for initiating an enet connection", "unknown", "", "enet", worth=OPAQUE, open=NOT_TOLD),
    Phrase("exceptiononconnect", "unknown", "tcp", "photon", worth=OPAQUE, open=NOT_TOLD),
    Phrase("timeoutdisconnect", "timed-out", "service", "photon"),
    Phrase("pending connection failure", "unknown", "tcp", "unreal", worth=OPAQUE, open=NOT_TOLD),
    Phrase("unetconnection::tick: connection timed out", "timed-out", "service", "unreal", worth=MEANT),
)  # fmt: skip


KEYS: dict[str, tuple[ErrorClass, str]] = {
    "disconnect.timeout": ("timed-out", "service"), "disconnect.endOfStream": ("closed", ""), "disconnect.lost": ("closed", ""),
    "disconnect.closed": ("closed", ""), "disconnect.genericReason": ("unknown", ""), "disconnect.loginFailed": ("rejected", "service"),
    "disconnect.unknownHost": ("name-not-resolved", "name"), "multiplayer.disconnect.authservers_down": ("unknown", "service"),
    "multiplayer.disconnect.server_shutdown": ("closed", "service"), "multiplayer.disconnect.slow_login": ("timed-out", "service"),
    "multiplayer.disconnect.generic": ("unknown", ""), "multiplayer.disconnect.": ("rejected", "service"), "connect.failed": ("unknown", ""),
}  # fmt: skip
"Minecraft's sentences by their names, which are printed where there is no translation; the longer before what it holds."
_RESULTS: dict[str, ErrorClass] = {
    "InvalidPassword": "rejected", "AccessDenied": "rejected", "AccountDisabled": "rejected", "AccountLogonDenied": "rejected",
    "AccountLoginDeniedNeedTwoFactor": "rejected", "AccountLoginDeniedThrottle": "rejected", "TwoFactorCodeMismatch": "rejected",
    "RateLimitExceeded": "rejected", "Banned": "rejected", "Expired": "rejected", "Timeout": "timed-out",
}  # fmt: skip
"Steam's EResult: why it does not let a client in; its others say nothing of it."
_NOT_IN = pattern(r"(?i:unable to log(?:in|on) to steam): ([A-Za-z]{2,40})\b")
_KEY = pattern(rf"(?<![\w.])(?:{'|'.join(key.replace('.', '[.]') for key in KEYS)})")


def read(line: str) -> Iterator[Reading]:
    """The sentences, and their names."""
    yield from phrases(SAID, line)
    refused = _NOT_IN.search(line)
    if refused is not None:
        why = _RESULTS.get(refused[1], "unknown")
        yield _one(why, STEAM, "service", refused.start())
    key = _KEY.search(line)
    if key is not None:
        kind, step = KEYS[key[0]]
        yield _one(kind, MINECRAFT, step, key.start())


def _one(kind: ErrorClass, client: str, step: str, at: int) -> Reading:
    opaque = kind == "unknown"
    return Reading(
        kind=kind, worth=OPAQUE if opaque else MEANT, client=client, step=step, open=NOT_TOLD if opaque else None, at=at,
    )  # fmt: skip
