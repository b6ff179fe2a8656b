"""SQLAlchemy wraps what the driver raised, and keeps it. Its own text repeats the statement and its values: not read."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client

CLIENT = Client(
    beneath=("orig",),
    classes={"sqlalchemy.exc.TimeoutError": None, "sqlalchemy.exc.SQLAlchemyError": None},
)
