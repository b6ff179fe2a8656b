"""Clients of SQL Server: .NET's SqlClient, ODBC, JDBC, in the languages in which they speak."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.placed import UNTOLD
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = (
    "pre-login handshake",
)  # fmt: skip

SQLSERVER = "sqlserver"

SAID = (
    Phrase("provider: ssl provider, error", "tls-failed", "tls", SQLSERVER, worth=MEANT),
    Phrase("error occurred during the pre-login handshake", "protocol-mismatch", "service", SQLSERVER, worth=2),
    Phrase("wait operation timed out", "timed-out", "", SQLSERVER, worth=MEANT),
    Phrase("error locating server/instance", "unknown", "name", SQLSERVER, worth=OPAQUE, open=UNTOLD),
    Phrase("the server was not found or was not accessible", "unknown", "tcp", SQLSERVER, worth=OPAQUE),
    Phrase("网络相关的或特定于实例的错误", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("netzwerkbezogener oder instanzspezifischer fehler", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("erreur liée au réseau ou spécifique à l'instance", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("error relacionado con la red o específico de la instancia", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("erro de rede ou específico da instância", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("errore di rete o specifico dell'istanza", "unknown", "tcp", "dotnet", worth=OPAQUE),
    Phrase("связанная с сетью или с определенным экземпляром", "unknown", "tcp", "dotnet", worth=OPAQUE),
)


def read(line: str) -> Iterator[Reading]:
    """Sentences."""
    return phrases(SAID, line)
