"""Engines of games, and what they play over: the names that Photon, Godot, Unreal, Valve's sockets and Unity's libraries have for the end of a connection."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "clienttimeout", "servertimeout", "onconnect", "disconnectby", "customauthenticationfailed", "invalidauthentication", "maxccureached",
    "authenticationticketexpired", "result_", "err_cant_", "status_cant_", "failurereceived", "outdatedclient", "outdatedserver",
    "netdriver[", "failuretype = ", "errorconnectfailed", "errordisconnected", "errorbanned", "errorpassword",
)  # fmt: skip

PHOTON: dict[str, tuple[ErrorClass, str]] = {
    "ClientTimeout": ("timed-out", "service"), "ServerTimeout": ("timed-out", "service"), "DisconnectByClientTimeout": ("timed-out", "service"),
    "DisconnectByServerTimeout": ("timed-out", "service"), "ExceptionOnConnect": ("unknown", "tcp"), "DnsExceptionOnConnect": ("name-not-resolved", "name"),
    "SecurityExceptionOnConnect": ("permission-denied", "tcp"), "DisconnectByServerLogic": ("rejected", "service"),
    "DisconnectByServerUserLimit": ("rejected", "service"), "DisconnectByServerReasonUnknown": ("closed", "service"),
    "DisconnectByOperationLimit": ("rejected", "service"), "DisconnectByDisconnectMessage": ("rejected", "service"),
    "InvalidAuthentication": ("rejected", "service"), "CustomAuthenticationFailed": ("rejected", "service"),
    "AuthenticationTicketExpired": ("rejected", "service"), "MaxCcuReached": ("rejected", "service"),
}  # fmt: skip
"DisconnectCause of Photon Realtime."
UNREAL: dict[str, tuple[ErrorClass, str]] = {
    "NetDriverListenFailure": ("unknown", "tcp"), "ConnectionLost": ("closed", ""), "ConnectionTimeout": ("timed-out", ""),
    "FailureReceived": ("rejected", "service"), "OutdatedClient": ("rejected", "service"), "OutdatedServer": ("rejected", "service"),
    "PendingConnectionFailure": ("unknown", ""), "NetGuidMismatch": ("protocol-mismatch", "service"),
    "NetChecksumMismatch": ("protocol-mismatch", "service"),
}  # fmt: skip
"ENetworkFailure of Unreal."
GODOT: dict[str, tuple[ErrorClass, str]] = {
    "CANT_CONNECT": ("unknown", "tcp"), "CANT_RESOLVE": ("name-not-resolved", "name"), "CONNECTION_ERROR": ("unknown", ""),
    "SSL_HANDSHAKE_ERROR": ("tls-failed", "tls"), "TLS_HANDSHAKE_ERROR": ("tls-failed", "tls"), "NO_RESPONSE": ("closed", "http"),
    "TIMEOUT": ("timed-out", ""),
}  # fmt: skip
"HTTPRequest.Result and HTTPClient.Status of Godot."
VALHEIM: dict[str, tuple[ErrorClass, str]] = {
    "ErrorConnectFailed": ("unknown", ""), "ErrorDisconnected": ("closed", ""), "ErrorBanned": ("rejected", "service"), "ErrorPassword": ("rejected", "service"),
}  # fmt: skip
"ZNet.ConnectionStatus of Valheim."

_NAMES = (
    ("photon", PHOTON, pattern(rf"\b({'|'.join(PHOTON)})\b")),
    ("unreal", UNREAL, pattern(rf"(?:NetDriver\[|FailureType = )({'|'.join(UNREAL)})\b")),
    ("godot", GODOT, pattern(rf"\b(?:RESULT|STATUS|ERR)_({'|'.join(GODOT)})\b")),
    ("valheim", VALHEIM, pattern(rf"\b({'|'.join(VALHEIM)})\b")),
)

SAID = (
    Phrase("failed to getinfo server after", "unknown", "", "fivem", worth=OPAQUE, open=NOT_TOLD),
    Phrase("::bind couldn't find an open port", "address-in-use", "tcp", "steam", worth=MEANT),
    Phrase("attempting to load the specified web page", "unknown", "http", "steam", worth=OPAQUE, open=NOT_TOLD),
)


def read(line: str) -> Iterator[Reading]:
    """Names of causes, and the sentences."""
    for client, names, name in _NAMES:
        found = name.search(line)
        if found is not None:
            kind, step = names[found[1]]
            opaque = kind == "unknown"
            yield Reading(
                kind=kind, worth=OPAQUE if opaque else CODE, client=client, step=step, open=NOT_TOLD if opaque else None, at=found.start(),
            )  # fmt: skip
    yield from phrases(SAID, line)
