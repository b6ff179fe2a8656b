"""Lines of a log that only name an error: source that a traceback quotes, frames, tests that passed."""

from __future__ import annotations

from nocarrier.model.pattern import pattern

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
_NONE = pattern(
    r"(?:.*[ ,;(|])?0 (?:connections? )?(?:timeouts|timed out|refused|resets?)\b"
    r"(?!.*\b[1-9]\d* (?:connections? )?(?:errors?|timeouts?|timed out|refused|resets?|failures?|failed)\b)"
)
"Counts of failures, all of them none."
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
    (("0 timeouts", "0 timed out", "0 refused", "0 reset", "0 connection"), (), _NONE),
    (('["E', "['E", "="), (), _LISTED),
    (("/// ",), (), _DOCUMENTED),
    ((" HTTP/",), (), _SERVED),
    (("_total", "_count", "_bucket", "_errors", "_sum", "_failures", '"} '), (), _MEASURED),
)  # fmt: skip
"""What is no message, each behind pieces one of which stands in every such line (most messages hold none), and the words one of
which it begins with (none: any)."""


_OTHERS = (
    "cannot import name", "'NoneType' object has no attribute ", "NameError: uninitialized", "NoMethodError: undefined", "unexpected keyword argument", "subprocess.TimeoutExpired", "TimeLimitExceeded",
    ":ERROR:dbus/", "file; using defaults", "return code: 0 (ok)", "responding to requests at the moment", "cannot be resolved by your DNS", "network is not connected to the internet",
)  # fmt: skip
"""Exceptions of Python's that name a connection or a time limit and are about neither; what Poetry says may be so, below the
sentence that it could not connect; that curl's netrc does not name a host; and what OpenSSL says of a certificate that it took;
what Chromium says of D-Bus, which it asks in passing and does without."""


def is_quoted(line: str) -> bool:
    """Whether this line is no message of a program that failed to connect."""
    if any(piece in line for piece in _OTHERS):
        return True
    kinds = [(begins, kind) for pieces, begins, kind in _QUOTED if any(piece in line for piece in pieces)]
    if not kinds:
        return False
    said = bare(line)
    return any(kind.match(said) for begins, kind in kinds if not begins or said.startswith(begins))


def bare(line: str) -> str:
    """What the program printed, without what was written before it."""
    if "| " in line[:MOST_OF_COMPOSE] or line[:1].isdigit() or line.startswith("[pod/") or line[3:4] == " ":
        prefix = _PREFIX.match(line)
        return line[prefix.end() if prefix is not None else 0 :].lstrip()
    return line.lstrip()
