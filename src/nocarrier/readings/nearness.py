"""How near two names are: slips of the finger, a part left out, ``www`` with and without."""

from __future__ import annotations

FARTHEST = 2
"Slips that two names may be apart to be taken for each other."


def near(name: str, other: str) -> bool:
    """Whether ``other`` may have been meant by ``name``: few slips apart, or one is the other's beginning."""
    if name == other:
        return False
    if _without_www(name) == _without_www(other):
        return True
    if other.startswith(f"{name}.") or name.startswith(f"{other}."):
        return True
    return _few(name, other) and _label_by_label(name.split("."), other.split("."))


def _few(name: str, other: str) -> bool:
    """One slip, or in a long name two; of what has one letter nothing is left after a slip."""
    shorter = min(len(name), len(other))
    allowed = min(FARTHEST, max(1, shorter // 4), shorter - 1)
    return name == other or slips(name, other, allowed) <= allowed


def _label_by_label(labels: list[str], others: list[str]) -> bool:
    """A domain that both share makes no two hosts in it alike: ``old`` is not ``blk``. Where a dot is missing, labels have
    no counterparts."""
    return len(labels) != len(others) or all(map(_few, labels, others))


def slips(name: str, other: str, most: int = FARTHEST) -> int:
    """Letters to insert, leave out, replace or swap with their neighbour (optimal string alignment distance).

    More than ``most`` is returned as ``most + 1``.
    """
    if abs(len(name) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(name, 1):
        line = [row]
        for column, facing in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != facing))
            if row > 1 and column > 1 and letter == other[column - 2] and name[row - 2] == facing:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)


def mistaken(name: str) -> tuple[str, ...]:
    """Names for which ``name`` is easily typed by mistake, likeliest first; without a final dot.

    Swapped neighbours, a doubled letter, a letter too many, confused signs and endings; never longer than 24.
    """
    labels = name.removesuffix(".").split(".")
    www = [".".join(labels[1:])] if labels[0] == "www" and len(labels) > 2 else [".".join(("www", *labels))]
    found = [*www, *_ending(labels)]
    for at in range(min(2, len(labels))):
        found += [".".join((*labels[:at], label, *labels[at + 1 :])) for label in _slipped(labels[at])]
    usable = (each for each in found if each != name and all(each.split(".")))
    return tuple(dict.fromkeys(usable))[:24]


ENDINGS = {
    "con": "com", "cmo": "com", "ocm": "com", "cm": "com", "om": "com", "comm": "com", "vom": "com", "nte": "net",
    "ent": "net", "ogr": "org", "rog": "org", "or": "org", "ed": "de", "dr": "de", "dee": "de", "exmaple": "example",
    "exampel": "example", "examle": "example", "interal": "internal", "lcoal": "local", "loca": "local",
}  # fmt: skip
"Last labels as they are mistyped, and what was meant."


def _ending(labels: list[str]) -> list[str]:
    return [".".join((*labels[:-1], ENDINGS[labels[-1]]))] if labels[-1] in ENDINGS else []


def _slipped(label: str) -> list[str]:
    swapped = [
        label[:at] + label[at + 1] + label[at] + label[at + 2 :]
        for at in range(len(label) - 1)
        if label[at] != label[at + 1]
    ]
    dropped = [label[:at] + label[at + 1 :] for at in range(len(label))]
    signs = [label.replace("_", "-"), label.replace("-", ""), label.replace("0", "o"), label.replace("1", "l")]
    return [each for each in (*signs, *swapped, *dropped) if each and each != label and each.strip("-") == each]


def _without_www(name: str) -> str:
    return name.removeprefix("www.")


def near_addresses(address: str) -> tuple[str, ...]:
    """IPv4 addresses that are mistaken for this private one (RFC 1918): the last number one off, or mistyped.

    Empty for every other address: nobody else's machines are tried.
    """
    parts = address.split(".")
    if len(parts) != 4 or not _private(parts):
        return ()
    last = parts[3]
    swapped = [last[:at] + last[at + 1] + last[at] + last[at + 2 :] for at in range(len(last) - 1)]
    dropped = [last[:at] + last[at + 1 :] for at in range(len(last))] if len(last) > 1 else []
    found = [int(last) - 1, int(last) + 1, *map(int, swapped), *map(int, dropped)]
    usable = (number for number in found if 0 < number < 255 and number != int(last))
    return tuple(".".join((*parts[:3], str(number))) for number in dict.fromkeys(usable))[:8]


def _private(parts: list[str]) -> bool:
    first, second = int(parts[0]), int(parts[1])
    return first == 10 or (first == 172 and 16 <= second < 32) or (first == 192 and second == 168)
