"""ssh_config(5) → the names a user gave to hosts, and the files that it includes."""

from __future__ import annotations

from nocarrier.model.record import Record


class SshConfig(Record, kw_only=True):
    """``hosts``: the names of ``Host`` lines that are no patterns; ``includes``: files and globs, as they are written."""

    hosts: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()


def decode_ssh_config(text: str) -> SshConfig:
    """Every ``Host`` and ``Include`` of one file. Never raises.

    Keywords are case-insensitive, an ``=`` may stand after them, and words may be quoted. A pattern has ``*`` or ``?``, or
    ``!`` before it.
    """
    hosts: dict[str, None] = {}
    includes: list[str] = []
    for line in text.split("\n"):
        keyword, _, rest = line.strip().replace("=", " ", 1).partition(" ")
        match keyword.lower():
            case "host":
                hosts.update(dict.fromkeys(name for name in _words(rest) if not set(name) & set("*?!")))
            case "include":
                includes += _words(rest)
    return SshConfig(hosts=tuple(hosts), includes=tuple(includes))


def _words(text: str) -> list[str]:
    """Words with blanks between them, or in double quotes; a comment ends them."""
    words: list[str] = []
    for number, part in enumerate(text.split('"')):
        if number % 2:
            words.append(part)
            continue
        plain = part.split()
        comment = next((at for at, word in enumerate(plain) if word.startswith("#")), None)
        words += plain[:comment]
        if comment is not None:
            break
    return [word for word in words if word]
