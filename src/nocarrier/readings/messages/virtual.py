"""Virtual machines and debuggers, and who speaks to them: libvirt, QEMU, gdb."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS: tuple[str, ...] = ()

LIBVIRT, QEMU, GDB = "libvirt", "qemu", "gdb"
SAID = (
    Phrase("end of file while reading data", "closed", "service", LIBVIRT, worth=OPAQUE),
    Phrase("authentication unavailable: no polkit agent", "rejected", "service", LIBVIRT, worth=MEANT),
    Phrase("failed: got timeout", "timed-out", "", "proxmox", worth=MEANT),
    Phrase("could not set up host forwarding rule", "unknown", "tcp", QEMU, worth=OPAQUE, open=NOT_TOLD),
    Phrase("replied unexpectedly to 'vmustreplyempty': timeout", "timed-out", "service", GDB, worth=MEANT),
    Phrase("replied unexpectedly to 'vmustreplyempty'", "protocol-mismatch", "service", GDB),
    Phrase("target disconnected.: connection reset", "reset", "service", GDB, worth=MEANT),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
