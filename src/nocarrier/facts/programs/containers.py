"""What listens on a host for a container."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Kind

KINDS = (
    Kind(slug="docker-proxy", label="Docker", names=frozenset({"docker-proxy"}), forwards=True),
    Kind(
        slug="podman",
        label="Podman",
        # rootless: rootlessport or pasta; as root: conmon holds the port, and rules forward it.
        names=frozenset(
            {"rootlessport", "rootlessport-child", "rootlessport-chi", "rootlessport-c", "conmon", "pasta"}
        ),
        forwards=True,
    ),
)
