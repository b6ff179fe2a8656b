"""Lines of a log that only name an error: source that a traceback quotes, frames, tests that passed."""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.elsewhere import is_elsewhere

if TYPE_CHECKING:
    import re

PREFIX = r"(?:[^|\n]{0,60}\| |[\d:.TZ+-]{19,40} |\[pod/[^\]\n]{1,120}\] |[A-Z][a-z]{2} [ \d]\d [\d:]{8} [^\s:]{1,64} [^\s:]{1,64}: )?"
"What docker compose, a CI, kubectl and journald write before every line of a program."
MOST_OF_COMPOSE = 62
"Characters."

_PREFIX = pattern(PREFIX)
_FRAME = pattern(r"(?:(?:at|in) (?:async |new )?[\w.$<>/@\[\] `-]+\(.*\)(?: .*)?$|File \".*\", line \d)")
"A frame of Java's, Node's, .NET's or Python's traces."
_STATEMENT = pattern(
    r"(?:>? {0,9}\d{1,6} ?[:|] {1,40})?(?:"
    r"(?:raise|throw)\s+(?:new\s+)?[\w.:]+\s*(?:\(|;?$|from\b)|(?:return|await|yield)\s+(?:new\s+)?[\w.]+\("
    r"|except\b[\w.(),\s]*:|\}?\s*catch\b\s*[({]|(?:const|let|var|auto|val)\s+\w+\s*:?=|(?:el)?if\b.*[:{)}]\s*$"
    r"|(?:from\s+[\w.]+\s+)?import\s|#include\b|(?:self|this)\.\w+(?:\.\w+)*\s*[=(]|with\s+[\w.]+\(.*:\s*$)"
    r"|echo [\"']|(?:log|logger|logging|console)\.\w+\(|(?:public |abstract |final |static )*class \w+[ (:]|def \w+\("
)
"A statement of Python, JavaScript, Java, C#, PHP, C++, Kotlin."
_MADE = pattern(r".*(?:\bnew \w+(?:Error|Exception)\(|[`'\"].*\$\{)")
"One that makes an exception, or fills its words in."
_HANDLED = pattern(
    r"[(\[]?(?:[\w.]*(?:Error|Exception|Timeout),\s*)+(?:[\w.]*(?:Error|Exception|Timeout|Refused|Reset))?\s*[)\]]{0,2}[,:]?\s*$|[\w.]+(?:Error|Exception|Timeout)[)\]]{1,2}[,:]?\s*$"
    r"|.{0,120}?\b(?:retry_if_(?:not_)?exception_type|isinstance|pytest\.raises|assertRaises\w*|autoretry_for\s*=\s*)\("
)
"Exceptions by name only, in a list of those that a program handles."
_REGULAR = pattern(r".*\(\?:")
"A regular expression that looks for messages."
_DOCUMENTED = pattern(r"/// ")
"What C#, Rust, Dart and Swift say of their own functions."
_SERVED = pattern(
    r"\S{1,100} \S{1,60} \S{1,60} \[[^\]]{10,40}\] \"[A-Z]{3,10} [^\"]{1,2000} HTTP/[\d.]{1,3}\" [123]\d\d \d"
)
"A line of an access log in the Common Log Format of a request that was served: whatever its path is called."
_MEASURED = pattern(
    r"(?:# (?:HELP|TYPE) )?[a-zA-Z_:][\w:]{2,200}(?:\{[^}]{0,2000}\})? (?:[\d.+eE-]{1,30}|counter|gauge|histogram|summary|untyped|[A-Z].{0,500})(?: \d{10,13})?$"
)
"A metric as Prometheus has it, its help and its type."
_LISTED = pattern(
    r".*\[\s{0,4}['\"]E[A-Z_]{3,20}['\"](?:, ?['\"]E[A-Z_]{3,20}['\"])+\s{0,4}\]|\s{0,80}(\w{1,80})=\1[,)]{0,3}$"
)
"Codes in a list of those that a program handles; an argument that is handed on under its own name."
_PASSED = pattern(r"(?:[✓✔√]|ok\b|--- PASS\b|=== (?:RUN|PAUSE|CONT|NAME)\b)|.*(?:\bPASSED\b|\.\.\. ok$)")
_IN_ORDER = pattern(
    r"(?i).{0,160}?\b(?:level|severity)\W{1,4}(?:info|debug|trace|notice|[123]0)\b"
    r"|.{0,120}?(?-i:\b(?:INFO|DEBUG|TRACE|NOTICE)\b|\"s\":\"[ID]\d?\")"
)
"A line that its program logs at a level for what goes as it should."
_FAILS = pattern(
    r"(?i)\b(?:could not|cannot|can't|couldn't|unable to|failed to|error) (?:re)?connect(?:ing)?\b|\bconnection (?:failed|refused|lost)\b|\b(?:login|authentication) failed\b"
)
"What no program says of what went as it should, whatever its level."


def is_in_order(line: str) -> bool:
    """Whether its own program says of a line that nothing is wrong: then words that may mean anything mean nothing."""
    return _IN_ORDER.match(line) is not None and _FAILS.search(line) is None


_STATEMENTS = (
    "raise", "throw", "return", "await", "yield", "except", "}", "catch", "const", "let", "var", "auto", "val", "if", "elif", "from", "import", "#include",
    "self.", "this.", "with", "echo ", "log", "console.", "public ", "abstract ", "final ", "static ", "class ", "def ", ">", *"0123456789",
)  # fmt: skip
"How a statement begins, or the number of its line."
_QUOTED = (
    (("at ", "in ", 'File "'), ("at ", "in ", 'File "'), _FRAME),
    (
        (
            "raise", "throw", "return", "await", "yield", "except", "catch", "=", "if", "import", "#include", "self.", "this.",
            "with", "log", "console.", "class ", "def ", "echo ",
        ),
        _STATEMENTS,
        _STATEMENT,
    ),
    (("new ", "${"), (), _MADE),
    (("Error,", "Exception,", "Timeout,", "Error)", "Exception)", "Timeout)", "Error]", "retry_if", "isinstance(", "aises(", "autoretry"), (), _HANDLED),
    (("(?:",), (), _REGULAR),
    (("✓", "✔", "√", "ok", "PASS", "=== "), (), _PASSED),
    (('["E', "['E", "="), (), _LISTED),
    (("/// ",), (), _DOCUMENTED),
    ((" HTTP/",), (), _SERVED),
    (("_total", "_count", "_bucket", "_errors", "_sum", "_failures", '"} '), (), _MEASURED),
)  # fmt: skip
"""What is no message, each behind pieces one of which stands in every such line (most messages hold none), and the words one of
which it begins with (none: any)."""


_OTHERS = (
    "cannot import name", "'NoneType' object has no attribute ", "NameError: uninitialized", "NoMethodError: undefined", "unexpected keyword argument", "subprocess.TimeoutExpired", "TimeLimitExceeded",
    "curl: (23) ", "cURL error 23: ", "curl: (26) ", "curl: (27) ", "curl: (37) ", ":ERROR:dbus/", "file; using defaults", "return code: 0 (ok)", "responding to requests at the moment", "cannot be resolved by your DNS", "network is not connected to the internet",
)  # fmt: skip
"""Exceptions of Python's that name a connection or a time limit and are about neither; what Poetry says may be so, below the
sentence that it could not connect; that curl's netrc does not name a host; and what OpenSSL says of a certificate that it took;
what curl says of its own files and memory; what Chromium says of D-Bus, which it asks in passing and does without."""


_COUNTS = pattern(
    r"(?<![\w./:-])0(?![0-9A-Za-z_:/-]|\.\d\d\d| m?s\b)|[:=：]0(?![0-9A-Za-z_.:/-])|\b(?:no|none|zero|null|without)\b|(?<![\w./:-])0/\d|(?i:kein|ohne|aucun|sans|ningun|sin |nessun|senza|nenhum|sem |geen|нет|без |没有|未|无|無|なし|없음)"
)
"What a count of none may be written with."
_NAMES = pattern(
    r"(?i)test|spec\b|\bIT\b|expected|did not raise|not raised|\bassert|not found in|\bwant|eingestellt|gesetzt|konfigur|configur|réglé|impostat|настроен|设置|\.(?:py|rb|[jt]sx?|mjs|go|rs|c[cp]?p?|h|java|kt|cs|php|md|rst)\b"
)
"What a name of a test or of a file may be."
_PLACED = pattern(r"(?:[+-] {0,80}|[\w./-]{1,200}\.\w{1,5}[:-]\d{1,6}[:-]\s{0,80})")
"Before a line of source in a diff, and in what grep found."
_HUNK = pattern(rb"(?m)^@@ -\d{1,7}(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@")
"Above the lines of a diff."
FAR = 8
"Lines."
_ENTRY = pattern(rb"( {4,12})E[A-Z]{3,14}(?: or E[A-Z]{3,14})?$")
"An error in a manual, above what it means."
_STDOUT = b"name='<stdout>'"
"Above what Python says of its own output."


def message(line: str) -> str:
    """What the line tells by itself: empty where it is no message of a program that failed to connect, with blanks in place of what it only
    names, and of what it counts and finds none of."""
    own = bare(line)
    if _is_quoted(line, own):
        return ""
    if _NAMES.search(line) is not None:
        from nocarrier.readings.messages.named import unnamed

        line = unnamed(line)
    if _COUNTS.search(line) is not None:
        from nocarrier.readings.messages.counted import uncounted

        line = uncounted(line, len(line) - len(own))
    return line


def is_shown(raw: bytes, above: bytes, below: bytes) -> bool:
    """Whether the lines around one say that it is of a diff, of a manual that lists errors, or of a pipe that has lost its reader."""
    if raw[:1] in (b"+", b"-"):
        return b"@@ -" in above and _HUNK.search(above) is not None
    if raw[:1] == b" ":
        entry = _ENTRY.match(raw)
        return (
            entry is not None
            and below.startswith(entry[1] + b" ")
            and bool(below[len(entry[1]) :].split(b"\n")[0].strip())
        )
    return raw.startswith(b"BrokenPipeError") and _STDOUT in above[above.rfind(b"\n", 0, -1) + 1 :]


def unshown(text: bytes) -> bytes:
    """A short text with nothing in place of such lines."""
    lines = text.split(b"\n")
    return b"\n".join(
        b""
        if is_shown(
            raw,
            b"\n".join(lines[max(0, at - FAR) : at]),
            b"\n".join(lines[at + 1 : at + 2]),
        )
        else raw
        for at, raw in enumerate(lines)
    )


def _is_quoted(line: str, said: str) -> bool:
    """Whether a line, of which its program ``said`` so much, is no message of one that failed to connect."""
    if any(piece in line for piece in _OTHERS):
        return True
    kinds = [(begins, kind) for pieces, begins, kind in _QUOTED if any(piece in line for piece in pieces)]
    if kinds:
        source = said[placed.end() :] if (placed := _placed(said)) is not None else said
        if any(kind.match(source) for begins, kind in kinds if not begins or source.startswith(begins)):
            return True
    return is_elsewhere(said)


def _placed(said: str) -> re.Match[str] | None:
    """What stands before a line of source, where something does."""
    front = said.partition(" ")[0]
    return _PLACED.match(said) if front[:1] in ("+", "-") or front[-1:] in (":", "-") else None


def bare(line: str) -> str:
    """What the program printed, without what was written before it."""
    if "| " in line[:MOST_OF_COMPOSE] or line[:1].isdigit() or line.startswith("[pod/") or line[3:4] == " ":
        prefix = _PREFIX.match(line)
        return line[prefix.end() if prefix is not None else 0 :].lstrip()
    return line.lstrip()
