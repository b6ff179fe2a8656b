"""Lines of troff for a manual page: man(7), as groff and mandoc both read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import fill

WIDTH = 78
"Columns of a line of prose in the source."


def text(plain: str) -> str:
    """Text as troff prints it unchanged, in ASCII: neither reader has to be told an encoding."""
    return _no_request("".join(map(_spelt, plain.replace("…", "..."))))


def prose(plain: str) -> str:
    """A paragraph's text in lines of the source, which troff fills again."""
    return _no_request(fill(text(plain), WIDTH, break_long_words=False, break_on_hyphens=False))


def _no_request(lines: str) -> str:
    """A line that begins with one of these would be a request."""
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines.split("\n"))


def _spelt(letter: str) -> str:
    match letter:
        case "\\":
            return "\\e"
        case "-":
            return "\\-"
        case "'":
            return "\\(aq"
        case "`":
            return "\\(ga"
        case "^":
            return "\\(ha"
        case "~":
            return "\\(ti"
        case '"':
            return "\\(dq"
    return letter if ord(letter) < 128 else f"\\[u{ord(letter):04X}]"


def bold(plain: str) -> str:
    """What is typed as it stands."""
    return f"\\fB{text(plain)}\\fR"


def italic(plain: str) -> str:
    """What stands for something else."""
    return f"\\fI{text(plain)}\\fR"


def title(name: str, section: int, *, date: str, source: str, manual: str) -> str:
    """The head of the page."""
    return f'.TH {name.upper()} {section} "{date}" "{text(source)}" "{text(manual)}"\n'


def section(name: str) -> str:
    """A heading."""
    return f".SH {text(name)}\n"


def subsection(name: str) -> str:
    """A heading below it."""
    return f".SS {text(name)}\n"


def paragraph(words: str) -> str:
    """Prose."""
    return f".PP\n{prose(words)}\n"


def entry(tag: str, words: str) -> str:
    """A term (already of troff) and what it means."""
    return f".TP\n{tag}\n{prose(words)}\n"


def entries(terms: Iterable[tuple[str, str]]) -> str:
    """Terms that are typed as they stand."""
    return "".join(entry(bold(term), words) for term, words in terms)


def example(words: str, command: str) -> str:
    """A command as it is typed, and what for."""
    return f".PP\n{prose(words)}\n.PP\n.RS 4\n.nf\n{text(command)}\n.fi\n.RE\n"


def joined(parts: Iterable[str]) -> str:
    """The page: a paragraph that opens a section needs no request of its own."""
    return re.sub(r"(?m)^(\.S[HS] .*\n)\.PP\n", r"\1", "".join(parts))
