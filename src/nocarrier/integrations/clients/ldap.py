"""LDAP: ldap3. It tries the addresses of a server one after another; its strategy holds the server."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="ldap3",
    scheme="ldap",
    classes={
        "ldap3.core.exceptions.LDAPSocketOpenError": Meaning("unknown", "", OPAQUE),
        "ldap3.core.exceptions.LDAPSocketReceiveError": Meaning("closed", "service"),
        "ldap3.core.exceptions.LDAPSocketSendError": Meaning("closed", "service"),
        "ldap3.core.exceptions.LDAPSessionTerminatedByServerError": Meaning("closed", "service", MEANT),
        "ldap3.core.exceptions.LDAPInvalidServerError": Meaning("unknown", "", OPAQUE),
        "ldap3.core.exceptions.LDAPBindError": Meaning("rejected", "service", MEANT),
        "ldap3.core.exceptions.LDAPExceptionError": None,
    },
    frames={
        "ldap3.strategy.base:BaseStrategy.open": Frame(
            host="self.connection.server.host",
            port="self.connection.server.port",
            secure=("self.connection.server.ssl",),
        ),
    },
)
