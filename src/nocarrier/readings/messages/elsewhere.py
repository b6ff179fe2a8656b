"""Lines that have the words of a connection that failed, and tell of something else: what compilers, linters and test runners complain
of, changes to a program and their titles, lists of errors, settings and help, units of systemd, and rollouts that take long.

Each row has pieces one of which stands in every such line, so that most messages are held against no pattern. A row is about a
sentence or a form that no client prints of a connection: a place in a source file alone is none, for programs log with theirs.
"""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING
from nocarrier.model.pattern import pattern

if TYPE_CHECKING:
    import re

_COMPILED = pattern(
    r"\berror\[E\d{4}\]: |\b(?:error|warning) (?:TS\d{4,5}|CS\d{4}|BC\d{5}|FS\d{4}|C\d{4}|LNK\d{4}): |\[-W[a-z=+-]{2,60}\]$"
    r"|\S\.(?:cc?|cpp|cxx|mm?|h|hpp|swift|hs|zig):\d{1,6}:\d{1,4}: (?:fatal )?(?:error|warning|note): "
    r"|\.pyi?:\d{1,6}(?::\d{1,4})?: (?:[A-Z]{1,3}\d{3,4} |(?:error|note|warning): .{1,1000} \[[a-z-]{3,40}\]$)"
    r"|^\d{1,6}:\d{1,4} {2,}(?:error|warning) {2,}\S.{1,1000}\S {2,}[@\w/-]{3,80}$|^[ew]: file:///"
    r"|\bundeclared\b|\bwas not declared in this scope\b|\bin this scope$|\bcannot find '\S{1,200}' in scope$|\S\.go:\d{1,6}:\d{1,4}: (?:undefined: |too many arguments in |not enough arguments in |cannot use |\"\S{1,200}\" imported and )|\(CompileError\)|: not found: (?:value|type|object) |\bis not defined\b"
    r"|\b[Uu]ndefined (?:reference to|name|variable|symbol|identifier)\b|\bcannot find symbol\b"
    r"|\bdoes not exist (?:on type|in the current context|in type|in the namespace)\b|\b[Uu]nresolved (?:reference|import|external symbol|identifier)\b"
    r"|\bno member named\b|\bimplicit declaration of\b|\bcannot be resolved to a (?:type|variable)\b|\bunreported exception\b|\bis never thrown\b"
    r"|\b(?:imported|declared|assigned|defined)(?: to)? (?:and|but) (?:its value is )?(?:not used|never used|unused)\b|\bis never (?:used|read|constructed)\b"
    r"|\b[Ss]yntax error, unexpected\b|\bPHP Parse error: |\bld returned \d|\blinker command failed\b|^(?:\S{1,200}/)?ld(?:\.\w{2,5})?: "
)
_PROGRAMMED = pattern(r"NullPointerException: Cannot (?:invoke|read|load|store|assign|enter|throw)\b")
"What Java says of a variable that is null: the call that was not made is named, and nothing was dialled."
DONE = (
    "Fix", "Handle", "Add", "Retry", "Merge", "Revert", "Bump", "Avoid", "Use", "Make", "Remove", "Improve", "Update", "Ignore", "Prevent", "Support", "Log", "Test", "Allow", "Catch",
    "Treat", "Raise", "Return", "Do not", "Don't", "Report", "Show", "Rename", "Change", "Refactor", "Map", "Translate", "Reconnect", "Increase", "Reduce", "Set", "Document",
)  # fmt: skip
"What a change does, first in its title."
_COMMIT = pattern(
    r"[*|\\/ ]{0,40}(?:\[[\w./-]{1,80} (?:\(root-commit\) )?[0-9a-f]{7,40}\]|[0-9a-f]{7,40}(?: \([^()\n]{1,200}\))?) "
    rf"(?:(?:feat|fix|docs|tests?|chore|refactor|perf|ci|build|style|revert)(?:\([^()\n]{{1,60}}\))?!?: |(?:{'|'.join(DONE)})(?:e?[sd])?\b)"
)
"The title of a change behind its hash, as `git log --oneline` and `git commit` print it: what it does comes first."
_CHANGE = pattern(
    r"(?:[-*•+] {1,3}|#{1,6} )?(?:\*\*|\[)?(?:(?:[Bb]ug ?)?[Ff]ix(?:e[sd])?\b(?!-| (?:the|your|IPs?|address|port|size|rate|window|delay)\b)|[Bb]ug ?[Ff]ix(?:es)?\b)"
    r"|[-*•+] {1,3}[A-Z]\S.{1,500} \((?:#\d{1,7}|\[#\d{1,7}\]\(\S{1,200}\))[^()]{0,60}\)\.?$"
)
"A line of a changelog: it begins with what was mended, or ends with the number of its report."
_TABLE = pattern(
    r"E[A-Z]{4,14}(?: {1,12}\d{1,3} {1,4}| {2,12})[A-Z][A-Za-z /'-]{3,60}(?:\([^()]{1,60}\))?\.?$|E[A-Z]{4,14}(?: ?= ?\d{1,5}[,;]?|: \d{1,5},)$"
)
"As `errno -l` prints it, errno(3) has it, or a program the numbers."
_LISTED = pattern(
    r"(?:export |set |- )?[\w.-]{2,60}[\"']? ?[:=] ?(?:[\"']?E[A-Z_]{4,14}(?: ?[,|;] ?E[A-Z_]{4,14})+[\"']?|[\[{(] ?[\"']?E[A-Z_]{4,14}[\"']?(?:, ?[\"']?E[A-Z_]{4,14}[\"']?){0,20} ?[\]})])[,;]?$"
)
"A setting that lists codes."
_SOURCE = pattern(
    r"# ?define[ \t]{1,20}E[A-Z]{4,14}\b|(?:export |pub |public |static |final |const |int |let |var |val ){1,6}E[A-Z]{4,14}(?:: \w{1,20})? ?= ?-?\d|case (?:[\w.]{1,80}\.)?E[A-Z]{4,14}:"
    r"|rescue [\w:, ]{3,200}(?:=> \w{1,40})?$|(?:[\w:]{1,120}::)[A-Z]\w{1,60}(?:\([^()]{0,60}\))?(?: \| [\w:]{3,120}){0,8} => |(?:(?:debug_)?assert\w{0,30}!?|expect)\(.{1,400}\)[;,]?$|// |/\*.{0,400}\*/$"
)
"Of a program: a constant, a branch, what a test asserts, a comment."
_TESTED = pattern(
    r"(?:[✕✖✗×] .{1,300} \(\d{1,7}(?:\.\d{1,3})? ?m?s\)|● .{1,300} › .{1,300}|\w{1,200} > \w[^>]{0,200}\(.{0,60}\) (?:PASSED|FAILED|SKIPPED)|test \S{1,300} \.\.\. (?:FAILED|ignored)|---- \S{1,300} stdout ----)$"
    r"|rspec \./\S{1,200} # |\d{1,6}/\d{1,6} Test {1,6}#\d{1,6}: |(?:Passed|Failed|Skipped) [\w.]{3,200}(?:\(.{0,200}\))? \[\W?\d{1,7}(?:\.\d{1,3})? ?m?s\]|<testcase [^>]{1,1000}/?>$"
)
"Whose name a test runner prints beside how it ended; why it failed stands below."
_SETTING = pattern(
    r"(?:proxy|fastcgi|grpc|uwsgi|scgi|memcached|ssl|resolver|lingering|reset|client|send|keepalive|limit)_[a-z_]{3,40}(?: [\w.%/:$-]{1,200}){1,16};$"
    r"|(?:retry-on|errorfile) [\w-]|(?:- )?[a-z]{2,20}(?:[A-Z][a-z]{1,20}){0,3}(?:Threshold|Seconds|Ms|Millis|Limit|Attempts|Interval): [\"']?\d{1,9}[\"']?,?$"
    r"|(?:- )?[\w-]{1,40}: [^{]{0,300}\{\{-? ?[$.]"
)
"A directive of nginx' or HAProxy's, a limit of Kubernetes', a rule of Prometheus' with a place for a name."
_HELP = pattern(r"(?:-\w,? )?--[\w-]{2,60}(?:[ =][<\[]?[\w.:|-]{1,60}[>\]]?)? {2,}\S")
"An option and what it does."
_UNIT = pattern(
    r"\.(?:service|mount|automount|device|swap|target|timer|path|scope|socket): (?:[\w-]{1,30} operation timed out\b|State '[\w-]{1,40}' timed out\b|Failed with result 'timeout'|Watchdog timeout\b)"
    r"|\bTimed out waiting for device\b|\bJob \S{1,200}/(?:start|stop|restart|reload) timed out\b|\bJob for \S{1,200} failed because a timeout was exceeded"
)
"What systemd started or stopped, and what took too long to."
_WAITED = pattern(
    r"^Error from server \((?:NotFound\): \S{1,200} \"[^\"\n]{1,253}\" not found|AlreadyExists\)|Conflict\)|Invalid\))|"
    r"\btimed out waiting for the condition(?: on \S{1,200})?$|^error: deployment \S{1,200} exceeded its progress deadline$"
)
"kubectl and Helm, of a cluster that answered all the time: what was asked for is not there, or not so, or not yet."
_KEPT = pattern(
    r"Merge (?:pull request #\d|(?:remote-tracking )?branch ')|remotes/\S{1,200}/\S{1,200}$|Switched to (?:a new )?branch '| ?! \[rejected\]|hint: Updates were rejected |error: failed to push some refs to "
)
"git, of branches, and of one that has moved on."
_STATISTICS = pattern(
    r"Not shown: \d|\d{1,12} (?:failed connection attempts|connection resets received|resets (?:sent|received)|connections? (?:reset|aborted) due to [a-z ]{3,60}|connection resets sent)$"
)
"nmap's and netstat's."
_RULE = pattern(
    r"(?:\d{1,9}[KMGT]? {1,9}){0,3}[A-Za-z][\w-]{1,28} {1,12}(?:tcp|udp|icmp(?:v6)?|all|\d{1,3}) {1,6}-- "
)
"A rule as iptables lists it."
_CALLED = pattern(r".*(?:= -1 EINPROGRESS \(|SO_ERROR, \[0\])")
"strace, of a connection that is under way or came about."
_LOCAL = pattern(
    r".*\b[Tt]oo many open files(?:: b?['\"]|, (?:open|stat|lstat|watch|scandir|read|mkdir|unlink|copyfile)\b)|npm (?:ERR!|error) errno \d{1,5}$|(?:.*\bsudo: )?\d{1,3} incorrect password attempts?\b"
    r"|.*\b(?:standard output'?|write error|stdout|writing output): Broken pipe$|.*\bTCP backlog setting of \d|.*\bCA certificate \S{1,200} is self signed\.$"
    r"|(?:.*\b)?ERROR: {1,2}(?:(?:relation|column|function|type|schema|table|index|sequence) (?:\"|\S{1,200} does not exist)|duplicate key value |null value in |insert or update on |new row for |syntax error at )"
    r"|(?:Shared c|C)onnection to \S{1,253} closed\.?$|(?:raises|throws|rescues) [\w:.]{3,120}$"
)
"""Files, the exit status of a script (npm's errno of a connection is a word or negative), a terminal's password, a pipe whose reader had
enough, harmless warnings at a start, tables that are called so; the end of every session over SSH; and how RSpec calls an example."""

Row = tuple[tuple[str, ...], "re.Pattern[str]"]
Begun = tuple[tuple[str, ...], tuple[str, ...], "re.Pattern[str]"]
SEARCHED: tuple[Row, ...] = (
    (
        (
            "error[E", "error TS", "error CS", "error BC", "error FS", "error C", "warning C", "LNK", "[-W", ": error: ", ": warning: ", ": note: ", ".py:", ".pyi:", ": file:///", "  error  ",
            "  warning  ", "ndeclared", "not declared", " scope", "ndefined", "not defined", "not find symbol", "not exist ", "nresolved ", "member", "implicit declaration", "be resolved to a",
            "unreported", "is never ", "not used", "never used", " unused", ".go:", "CompileError", ": not found: ", "yntax error", "PHP Parse", "ld returned", "linker command", "ld: ",
        ),
        _COMPILED,
    ),
    (("NullPointerException: C",), _PROGRAMMED),
    ((".service", ".device", ".mount", ".automount", ".swap", ".target", ".timer", ".path", ".scope", ".socket", "/st", "/re", "waiting for device"), _UNIT),
    (("waiting for the condition", "progress deadline", "rror from server ("), _WAITED),
)  # fmt: skip
"Anywhere in it."
BEGUN: tuple[Begun, ...] = (
    ((*DONE, *(f"{kind}{behind}" for kind in ("fix", "feat", "docs", "test", "tests", "chore", "refactor", "perf", "ci", "build", "style", "revert") for behind in (":", "(", "!:"))), (), _COMMIT),
    (("ix", "(#", "([#"), ("-", "*", "•", "+", "#", "[", "B", "b", "F", "f"), _CHANGE),
    (("E",), ("EA", "EC", "EH", "EN", "EP", "ES", "ET"), _TABLE),
    ((",E", ", E", "|E", ";E", "[E", "{E", "(E", "['E", "[\"E", "['E"), (), _LISTED),
    (("define", " E", "case ", "rescue ", "::", "assert", "expect(", "// ", "/*"), ("#", "export ", "pub", "static ", "const ", "int ", "let ", "var ", "val ", "case ", "rescue ", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "std:", "io:", "assert", "debug_assert", "expect(", "// ", "/*"), _SOURCE),
    (("ms)", "s)", "›", "PASSED", "FAILED", "SKIPPED", " ... ", " stdout ----", "rspec ./", "Test ", "Passed ", "Failed ", "Skipped ", "<testcase "), ("✕", "✖", "✗", "×", "●", "test ", "----", "rspec ", "Passed ", "Failed ", "Skipped ", "<testcase ", *"0123456789", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"), _TESTED),
    ((";", "retry-on", "errorfile", "{{", "Threshold", "Seconds", "Ms: ", "Millis", "Limit", "Attempts", "Interval"), (), _SETTING),
    (("--",), (), _HELP),
    (("[rejected]", "hint: ", "failed to push", "Merge ", "remotes/", "Switched to "), (), _KEPT),
    (("Not shown: ", "resets ", "failed connection attempts", " due to "), (), _STATISTICS),
    ((" -- ",), (), _RULE),
    (("EINPROGRESS (", "SO_ERROR, [0]"), (), _CALLED),
    (
        (
            "oo many open files", " errno ", "password attempt", "roken pipe", "backlog setting", "self signed", "ERROR: ", "onnection to ", "raises ", "throws ", "rescues ",
        ),
        (),
        _LOCAL,
    ),
)  # fmt: skip
"""At its begin; second, the words one of which it begins with (none: any)."""


def is_elsewhere(said: str) -> bool:
    """Whether what a program printed, without what was written before it, is one of these."""
    for pieces, kind in SEARCHED:
        if any(piece in said for piece in pieces) and kind.search(said) is not None:
            return True
    return any(
        any(piece in said for piece in pieces)
        and (not begins or said.startswith(begins))
        and kind.match(said) is not None
        for pieces, begins, kind in BEGUN
    )
