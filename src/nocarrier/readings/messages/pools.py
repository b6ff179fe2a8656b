"""What pools of connections say when none is free in time: the limit is the client's own."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

OWN = say("Every connection of the client's own pool was in use; why they were does not stand in the text.")
STEMS = ()
SAID = (
    Phrase("connection pool exhausted", "resource-limit", "", "", worth=MEANT, open=OWN),
    Phrase("connection pool has been exhausted", "resource-limit", "", "", worth=MEANT, open=OWN),
    Phrase("cannot get a connection, pool e", "resource-limit", "", "dbcp", worth=MEANT, open=OWN),
    Phrase("connection pool is exhausted", "resource-limit", "", "", worth=MEANT, open=OWN),
    Phrase("all pooled connections were in use", "resource-limit", "", "rails", worth=MEANT, open=OWN),
    Phrase("request was dropped from queue after", "resource-limit", "", "elixir", worth=MEANT, open=OWN),
    Phrase("queued and checked out the connection for longer", "resource-limit", "", "elixir", worth=MEANT, open=OWN),
    Phrase("connection is not available, request timed out after", "resource-limit", "", "hikari", worth=MEANT, open=OWN),
    Phrase("timed out fetching a new connection from the connection pool", "resource-limit", "", "prisma", worth=MEANT, open=OWN),
    Phrase("timeout acquiring a connection", "resource-limit", "", "knex", worth=MEANT, open=OWN),
    Phrase("waiting for connection from pool", "resource-limit", "", "httpclient", worth=MEANT, open=OWN),
    Phrase("within the timeout due to excess queuing", "resource-limit", "", "elixir", worth=MEANT, open=OWN),
    Phrase("queuepool limit of size", "resource-limit", "", "sqlalchemy", worth=MEANT, open=OWN),
    Phrase("waiting for the connection pool to return", "resource-limit", "", "oracle", worth=MEANT, open=OWN),
    Phrase("connection acquisition timed out in", "resource-limit", "", "neo4j", worth=MEANT, open=OWN),
    Phrase("obtain a connection from the pool within", "resource-limit", "", "", worth=MEANT, open=OWN),
    Phrase("connection from pool timeout after", "resource-limit", "", "mariadb", worth=MEANT, open=OWN),
    Phrase("retrieve a connection from pool after", "resource-limit", "", "mariadb", worth=MEANT, open=OWN),
    Phrase("because deadline reached while in queue", "resource-limit", "", "elixir", worth=MEANT, open=OWN),
    Phrase("checking out a connection from connection pool", "resource-limit", "", "mongodb", worth=MEANT, open=OWN),
    Phrase("queue for acquiring a connection to", "resource-limit", "", "mongodb", worth=MEANT, open=OWN),
    Phrase("already waiting for a connection. max", "resource-limit", "", "mongodb", worth=MEANT, open=OWN),
    Phrase("details: maxpoolsize", "resource-limit", "", "mongodb", worth=MEANT, open=OWN),
    Phrase("acquire conn timeout", "resource-limit", "", "clickhouse", worth=MEANT, open=OWN),
    Phrase("unable to acquire connection! ", "resource-limit", "", "redisson", worth=MEANT, open=OWN),
    Phrase("timeout: pool empty.", "resource-limit", "", "tomcat", worth=MEANT, open=OWN),
    Phrase("timeout waiting for idle object", "resource-limit", "", "commons-pool", worth=MEANT, open=OWN),
    Phrase("pooled connections are in use", "resource-limit", "", "", worth=MEANT, open=OWN),
    Phrase("connectionpool::timeouterror", "resource-limit", "", "ruby", worth=MEANT, open=OWN),
    Phrase("sequel::pooltimeout", "resource-limit", "", "ruby", worth=MEANT, open=OWN),
    Phrase("maxconnectionserror: ", "resource-limit", "", "redis", worth=MEANT, open=OWN),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    return phrases(SAID, line)
