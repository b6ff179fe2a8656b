"""What fetches the parts of a build: Maven, Gradle, Ivy and sbt, cargo, NuGet. The reason stands behind or below their own sentence."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = ("from/to ", "return code is: ", "200 response from `", "successful http response from `")

MAVEN, GRADLE, IVY, CARGO, NUGET = "maven", "gradle", "ivy", "cargo", "nuget"
SAID = (
    Phrase("could not transfer artifact", "unknown", "", MAVEN, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not transfer metadata", "unknown", "", MAVEN, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to transfer file: http", "unknown", "", MAVEN, worth=OPAQUE, open=NOT_TOLD),
    Phrase("maven-default-http-blocker", "permission-denied", "target", MAVEN, worth=MEANT),
    Phrase("could not get 'http", "unknown", "", GRADLE, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not head 'http", "unknown", "", GRADLE, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not get resource 'http", "unknown", "", GRADLE, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not install gradle distribution from 'http", "unknown", "", GRADLE, worth=OPAQUE, open=NOT_TOLD),
    Phrase("may not support the client's requested tls protocol versions", "tls-failed", "tls", GRADLE, worth=MEANT),
    Phrase("using insecure protocols with repositories", "permission-denied", "target", GRADLE, worth=MEANT),
    Phrase("server access error: ", "unknown", "", IVY, worth=OPAQUE, open=NOT_TOLD),
    Phrase("download error: caught java.", "unknown", "", IVY, worth=OPAQUE, open=NOT_TOLD),
    Phrase("spurious network error", "unknown", "", CARGO, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to download from `http", "unknown", "", CARGO, worth=OPAQUE, open=NOT_TOLD),
    Phrase("unable to update registry `", "unknown", "", CARGO, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to retrieve information about '", "unknown", "", NUGET, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to retrieve metadata from source 'http", "unknown", "", NUGET, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to fetch results from v2 feed at 'http", "unknown", "", NUGET, worth=OPAQUE, open=NOT_TOLD),
)  # fmt: skip

_STATUS = pattern(
    r"[Rr]eturn code is: ?(\d{3})\b|(?:200|successful HTTP) response from `[^`]{1,1024}`(?: \([^)]{1,64}\))?, got (\d{3})\b"
)
_NAMELESS = pattern(r"from/to [^()\s]{1,64} \([a-z]{4,5}://([\w.-]{1,253})[^)]{0,1024}\): \1(?=$| at\b| ->)")
"Of a name that was not found Java's exception says nothing but the name."


def read(line: str) -> Iterator[Reading]:
    """Statuses, names, sentences."""
    yield from answered(_STATUS.search(line), of_request, CODE)
    unknown = _NAMELESS.search(line)
    if unknown is not None:
        yield Reading(
            kind="name-not-resolved", worth=MEANT, client=MAVEN, step="name", host=unknown[1], at=unknown.start()
        )
    yield from phrases(SAID, line)
