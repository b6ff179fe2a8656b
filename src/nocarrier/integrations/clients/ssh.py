"""SSH: paramiko, whose exception holds one error for each address, and asyncssh."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="ssh",
    scheme="ssh",
    beside=("errors",),
    classes={
        "paramiko.ssh_exception.NoValidConnectionsError": Meaning("unknown", "tcp", OPAQUE),
        "paramiko.ssh_exception.AuthenticationException": Meaning("rejected", "service", MEANT),
        "paramiko.ssh_exception.BadHostKeyException": Meaning("rejected", "service", MEANT),
        "paramiko.ssh_exception.IncompatiblePeer": Meaning("protocol-mismatch", "service", MEANT),
        "paramiko.ssh_exception.ProxyCommandFailure": Meaning("proxy", "proxy", MEANT + 1),
        "paramiko.ssh_exception.ConfigParseError": None,
        "paramiko.ssh_exception.SSHException": Meaning("unknown", "service", OPAQUE),
        "asyncssh.misc.PermissionDenied": Meaning("rejected", "service", MEANT),
        "asyncssh.misc.HostKeyNotVerifiable": Meaning("rejected", "service", MEANT),
        "asyncssh.misc.KeyExchangeFailed": Meaning("protocol-mismatch", "service", MEANT),
        "asyncssh.misc.ProtocolError": Meaning("protocol-mismatch", "service", MEANT),
        "asyncssh.misc.ProtocolNotSupported": Meaning("protocol-mismatch", "service", MEANT),
        "asyncssh.misc.ServiceNotAvailable": Meaning("rejected", "service", MEANT),
        "asyncssh.misc.ConnectionLost": Meaning("closed", "service"),
    },
    frames={
        "paramiko.client:SSHClient.connect": Frame(
            host="hostname",
            port="port",
            only_if="errors",  # a variable that it has where it dials itself
        ),
        "asyncssh.connection:_connect": Frame(
            host="options.host",
            port="options.port",
            unless=("sock", "new_tunnel", "proxy_command"),
            source="options.local_addr",
        ),
    },
)
