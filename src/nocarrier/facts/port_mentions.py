"""Whether a machine's configuration names the dialled port."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class PortMentions(Facts, kw_only=True):
    """Files of the server's configuration in which the port's number stands as a word."""

    port: int
    files: tuple[str, ...] = ()
