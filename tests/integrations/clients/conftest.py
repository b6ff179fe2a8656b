"""What holds for the client libraries that are provoked here."""

from __future__ import annotations

import os

os.environ["GRPC_DNS_RESOLVER"] = (
    "native"  # its own one would ask a nameserver for what the C library knows to be no name
)
