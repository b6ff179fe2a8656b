"""What a browser does not let a page do: Content-Security-Policy, mixed content, and what else is forbidden to it."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = ("content security policy", "content-security-policy", "mixed content")

SAID = tuple(
    Phrase(words, "permission-denied", "target", client, worth=MEANT)
    for client, said in (
        ("", ("violates the following content security policy directive", "directive of the content security policy",
              "violates the document's content security policy", "because it violates the following directive")),
        ("firefox", ("settings blocked the loading of a resource", "empêché le chargement d’une ressource", "das laden einer ressource auf",
                     "bloquearon la carga de un recurso", "заблокировали загрузку", "页面设置阻止", "bloccato il caricamento di una risorsa",
                     "blocked loading mixed active content", "loading mixed (insecure)", "the operation is insecure")),
        ("safari", ("not allowed to run insecure content", "not allowed to display insecure content", "not allowed to request resource")),
        ("android", ("cleartext http traffic to",)),
        ("chrome", ("an insecure websocket connection may not be initiated", "mixed content:",
                    "but ran insecure content from", "but displayed insecure content from")),
    )
    for words in said
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences. What was asked for stands behind the word *insecure*, where that is in them."""
    for one in phrases(SAID, line):
        insecure = line.find("insecure ")
        yield replace(one, at=insecure) if insecure > one.at else one
