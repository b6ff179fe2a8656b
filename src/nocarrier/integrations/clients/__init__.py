"""What an exception tells of the connection that failed: whom it was to, at which step and how.

None of the client libraries is imported or needed: what is known of a library is a `Client`, nearly all of it data, in
a file of this package, found by the package that an exception's class was made in (`READERS`). What neither the objects
nor the traceback tell is read from the text, by the readers that read logs (`readings.messages`).
"""

from __future__ import annotations

from nocarrier.integrations.clients.tried import Tried, Way, explained, tried

__all__ = ["Tried", "Way", "explained", "tried"]
