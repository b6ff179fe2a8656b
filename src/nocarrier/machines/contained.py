"""What a probe may ask of a machine that is a container."""

from __future__ import annotations

from nocarrier.machines.local import Local


class Contained:
    """The container that a machine is, where it was reached as one; ``runtime`` is empty otherwise."""

    runtime: str = ""
    "``podman`` or ``docker``: the program that knows it."
    container: str = ""
    "Its name, as the user wrote it."
    host: Local | None = None
    "The machine it runs on, where that runtime can be asked."

    def close_host(self) -> None:
        """Let go of that machine."""
        if self.host is not None:
            self.host.close()
