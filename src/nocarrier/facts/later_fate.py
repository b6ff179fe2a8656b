"""What becomes, in a machine's packet filter, of what the client sends once the handshake is made."""

from __future__ import annotations

from nocarrier.facts.packet_fate import PacketFate


class LaterFate(PacketFate, kw_only=True):
    """The same of a packet with data: one of an established connection, without SYN. ``what`` is ``syn`` for the client's
    direction here, too."""
