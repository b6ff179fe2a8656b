"""A file of address ranges → something that finds the range of an address at once.

The file has ``# key: value`` lines (``source``, ``as of``), and prefixes between white space (RFC 4632, RFC 4291).
"""

from __future__ import annotations

from bisect import bisect_right

from nocarrier.model.record import NOTHING, Record

BITS = {4: 32, 6: 128}


class BadRanges(ValueError):
    """The text holds something that is no prefix."""


class Ranges(Record, kw_only=True):
    """The ranges of one provider: per IP version their first and last addresses as numbers, sorted, none in another.

    ``prefixes`` are the same as they were written. ``as_of`` is the day on which they were published, or seen.
    """

    source: str = ""
    as_of: str = ""
    first: dict[int, tuple[int, ...]] = NOTHING
    last: dict[int, tuple[int, ...]] = NOTHING
    prefixes: dict[int, tuple[str, ...]] = NOTHING

    def find(self, address: str) -> str:
        """The range that holds the address, as it was written; empty where none does."""
        version, number = numbered(address)
        first = self.first.get(version, ())
        at = bisect_right(first, number) - 1
        return self.prefixes[version][at] if at >= 0 and number <= self.last[version][at] else ""

    @property
    def count(self) -> int:
        """How many ranges there are."""
        return sum(len(prefixes) for prefixes in self.prefixes.values())


def numbered(address: str) -> tuple[int, int]:
    """The IP version of an address and the address as a number; (0, 0) where it is none."""
    bare = address.partition("%")[0]
    try:
        return (6, _six(bare)) if ":" in bare else (4, _four(bare))
    except ValueError:
        return 0, 0


def decode_ranges(text: str) -> Ranges:
    """Raises `BadRanges`. A prefix within another one is left out: it says nothing more."""
    said: dict[str, str] = {}
    found: dict[int, list[tuple[int, int, str]]] = {4: [], 6: []}
    for line in text.splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            said.setdefault(key.strip(), value.strip())
            continue
        for prefix in line.split():
            version, first, last = span(prefix)
            found[version].append((first, -last, prefix))
    kept = {version: _outermost(sorted(ranges)) for version, ranges in found.items()}
    return Ranges(
        source=said.get("source", ""),
        as_of=said.get("as of", ""),
        first={version: tuple(first for first, _, _ in ranges) for version, ranges in kept.items()},
        last={version: tuple(-last for _, last, _ in ranges) for version, ranges in kept.items()},
        prefixes={version: tuple(prefix for _, _, prefix in ranges) for version, ranges in kept.items()},
    )


def encode_ranges(prefixes: tuple[str, ...], source: str, as_of: str) -> str:
    """The text of a file that `decode_ranges` reads: sorted, so that two of them can be compared by eye."""
    lines = [f"# source: {source}", f"# as of: {as_of}"]
    return "\n".join([*lines, *sorted(set(prefixes), key=span)]) + "\n"


def _outermost(ranges: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Sorted by the first address, the wider one first: one that ends no later than one before it lies within that."""
    kept: list[tuple[int, int, str]] = []
    for one in ranges:
        if not kept or -one[1] > -kept[-1][1]:
            kept.append(one)
    return kept


def span(prefix: str) -> tuple[int, int, int]:
    """The IP version of a prefix, its first and its last address as numbers. An address alone is a prefix of itself.

    Raises `BadRanges`.
    """
    base, slash, length = prefix.partition("/")
    try:
        version, number = (6, _six(base)) if ":" in base else (4, _four(base))
        bits = int(length) if slash else BITS[version]
    except ValueError:
        raise BadRanges(prefix[:60]) from None
    if not 0 <= bits <= BITS[version] or (slash and not length.isdigit()):
        raise BadRanges(prefix[:60])
    hosts = (1 << (BITS[version] - bits)) - 1
    if number & hosts:
        raise BadRanges(prefix[:60])
    return version, number, number | hosts


def _four(text: str) -> int:
    """Dotted decimal. Raises ValueError."""
    parts = text.split(".")
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) <= 3]
    if len(parts) != 4 or len(numbers) != 4 or max(numbers) > 255:
        raise ValueError(text)
    return numbers[0] << 24 | numbers[1] << 16 | numbers[2] << 8 | numbers[3]


def _six(text: str) -> int:
    """RFC 4291, section 2.2. Raises ValueError."""
    from ipaddress import IPv6Address

    return int(IPv6Address(text))
