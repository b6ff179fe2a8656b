"""Version control: git, Subversion, Mercurial."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, Reading
from nocarrier.readings.messages.statuses import answered, of_request

STEMS = (
    "fatal: repository '",
    "remote end hung up",
    "fatal: unable to access",
    "fatal: unable to look up",
    " denied to ",
    "remote: you are not allowed",
    "http code = 4",
    "http code = 5",
    "(http 4",
    "(http 5",
    ": http 4",
    ": http 5",
)

SAID = (
    # libgit2
    Phrase("ssl error: syscall failure", "tls-failed", "tls", "libgit2", worth=MEANT),
    Phrase("unexpected return value from ssl handshake", "tls-failed", "tls", "libgit2", worth=MEANT),
    Phrase("user rejected certificate for", "tls-failed", "tls", "libgit2", worth=MEANT),
    Phrase("certificate revocation is offline", "tls-failed", "tls", "libgit2", worth=MEANT),
    Phrase("proxy returned unexpected status", "proxy", "proxy", "libgit2", worth=MEANT + 1),
    Phrase("the remote end hung up", "closed", "service", "git", worth=WORDS),  # after whatever it was
    Phrase("could not read from remote repository", "unknown", "", "git", worth=OPAQUE),
    Phrase("无法读取远程仓库", "unknown", "", "git", worth=OPAQUE),
    Phrase("unexpected disconnect while reading sideband", "closed", "service", "git"),
    Phrase("fatal: early eof", "closed", "service", "git"),
    Phrase("protocol error: bad line length", "protocol-mismatch", "service", "git", worth=MEANT),
    Phrase("protocol error: bad pack header", "protocol-mismatch", "service", "git", worth=MEANT),
    Phrase("not valid: is this a git repository", "protocol-mismatch", "http", "git", worth=MEANT),
    Phrase("access denied or repository not exported", "rejected", "service", "git", worth=MEANT),
    Phrase("remote: http basic: access denied", "rejected", "http", "git", worth=MEANT),
    Phrase("remote: internal server error", "rejected", "http", "git", {"http_status": 500}, MEANT),
    Phrase("fatal: could not read username for '", "rejected", "http", "git", {"http_status": 401}),
    Phrase("fatal: could not read password for '", "rejected", "http", "git", {"http_status": 401}),
    Phrase("authentication failed. some common reasons include", "rejected", "service", "git", worth=MEANT),
    Phrase("[remote rejected]", "rejected", "service", "git", worth=MEANT),
    Phrase("fatal: remote error: ", "rejected", "service", "git"),
    Phrase("repository or object not found: ", "rejected", "http", "git-lfs", {"http_status": 404}, MEANT),
    Phrase("remote: repository not found", "rejected", "service", "git", worth=MEANT),
    Phrase("error: repository not found", "rejected", "service", "git", worth=MEANT),
    Phrase("conq: repository does not exist", "rejected", "service", "git", worth=MEANT),
    Phrase("conq: repository access denied", "rejected", "service", "git", worth=MEANT),
    Phrase("not found or you don't have permission to view it", "rejected", "service", "git", worth=MEANT),
    Phrase("batch response: ", "rejected", "http", "git-lfs", worth=OPAQUE),
    Phrase("support for password authentication was removed", "rejected", "service", "git", worth=MEANT),
    Phrase("did you run git update-server-info on the server", "rejected", "http", "git", {"http_status": 404}, MEANT),
    Phrase("fatal: http request failed", "unknown", "http", "git", worth=OPAQUE),
    Phrase("error: while accessing http", "unknown", "http", "git", worth=OPAQUE),
    Phrase("error:  while accessing http", "unknown", "http", "git", worth=OPAQUE),
    Phrase("fatal: unable to access 'http", "unknown", "", "git", worth=OPAQUE),
    Phrase("fatal: authentication failed for", "rejected", "http", "git", worth=MEANT),
    Phrase("server certificate verification failed", "tls-failed", "tls", "git"),
    # Azure DevOps and Team Foundation Server
    Phrase("tf401019: ", "rejected", "http", "git", worth=MEANT),
    Phrase("tf400813: ", "rejected", "http", "git", worth=MEANT),
    Phrase("tf30063: ", "rejected", "http", "git", worth=MEANT),
    Phrase("tf31002: ", "unknown", "", "tfs", worth=OPAQUE),
    Phrase("tf400324: ", "unknown", "", "tfs", worth=OPAQUE),
    # Subversion
    Phrase("error validating server certificate for", "tls-failed", "tls", "svn", worth=MEANT),
    Phrase("unable to connect to a repository at url", "unknown", "", "svn", worth=OPAQUE),
    Phrase("svn: e170001: ", "rejected", "service", "svn", worth=MEANT),
    Phrase("svn: e215004: ", "rejected", "service", "svn", worth=MEANT),
    Phrase("svn: e175013: ", "rejected", "http", "svn", {"http_status": 403}, MEANT),
    Phrase("svn: e175015: ", "rejected", "http", "svn", {"http_status": 405}, MEANT),
    Phrase("svn: e175011: ", "rejected", "http", "svn", {"http_status": 301}, MEANT),
    Phrase("svn: e175009: ", "protocol-mismatch", "http", "svn", worth=MEANT),
    Phrase("svn: e210007: ", "rejected", "service", "svn", worth=MEANT),
    Phrase("received early eof", "closed", "tls", "libgit2", worth=MEANT),
    Phrase("the server sent a truncated http response body", "closed", "http", "svn", worth=MEANT),
    Phrase("network connection closed unexpectedly", "closed", "service", "svn", worth=MEANT),
    Phrase("the server unexpectedly closed the connection", "closed", "http", "svn", worth=MEANT),
    # Mercurial
    Phrase("abort: authorization failed", "rejected", "http", "hg", worth=MEANT),
    Phrase("no suitable response from remote hg", "unknown", "service", "hg", worth=OPAQUE),
)  # fmt: skip

_UNKNOWN = pattern(r"^fatal: (?:remote error: )?[Rr]epository '[a-z+]{2,8}://[^']{1,1024}' not found")
_DENIED = pattern(
    r"(?i)^(?:remote: )?(?:error: )?permission to \S{1,200} denied to |^remote: You are not allowed to "
)
"A forge that knows who asks."
_ANSWERED = pattern(
    r"\(HTTP ([45]\d\d)\)|\bresult=22, HTTP code = ([45]\d\d)\b|\bHTTP ([45]\d\d): [^(]{1,200} \(https?://"
)
"GitHub's command line, and others after it."
_LOOKED_UP = pattern(r"fatal: unable to look up ([\w.-]{1,253}) \(port (\d{1,5})\)")


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
    if _UNKNOWN.search(line) is not None:
        yield Reading(kind="rejected", worth=MEANT, client="git", step="http", code={"http_status": 404})
    if _DENIED.search(line) is not None:
        yield Reading(kind="rejected", worth=MEANT, client="git", step="service")
    yield from answered(_ANSWERED.search(line), of_request, CODE)
    name = _LOOKED_UP.search(line)
    if name is not None:
        yield Reading(
            kind="name-not-resolved",
            worth=SENTENCE,
            client="git",
            step="name",
            host=name[1],
            port=min(int(name[2]), 65535),
        )
