"""What pools of connections say when none is free in time: the limit is the client's own."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

OWN = say("Every connection of the client's own pool was in use; why they were does not stand in the text.")
STEMS = ()
SAID = (
    Phrase("connection pool exhausted", "timed-out", "", "", worth=MEANT, open=OWN),
    Phrase("connection pool has been exhausted", "timed-out", "", "", worth=MEANT, open=OWN),
    Phrase("cannot get a connection, pool e", "timed-out", "", "dbcp", worth=MEANT, open=OWN),
    Phrase("connection pool is exhausted", "timed-out", "", "", worth=MEANT, open=OWN),
    Phrase("all pooled connections were in use", "timed-out", "", "rails", worth=MEANT, open=OWN),
    Phrase("request was dropped from queue after", "timed-out", "", "elixir", worth=MEANT, open=OWN),
    Phrase("queued and checked out the connection for longer", "timed-out", "", "elixir", worth=MEANT, open=OWN),
    Phrase("connection is not available, request timed out after", "timed-out", "", "hikari", worth=MEANT, open=OWN),
    Phrase("timed out fetching a new connection from the connection pool", "timed-out", "", "prisma", worth=MEANT, open=OWN),
    Phrase("timeout acquiring a connection", "timed-out", "", "knex", worth=MEANT, open=OWN),
    Phrase("queuepool limit of size", "timed-out", "", "sqlalchemy", worth=MEANT, open=OWN),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    return phrases(SAID, line)
