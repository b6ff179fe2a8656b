"""Secrets never enter a report: the one place that takes them out of any text."""

from __future__ import annotations

from functools import cache

from nocarrier.model.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

HIDDEN = "***"
_NAMES = "(?:password|passwd|pwd|passphrase|requirepass|masterauth|secret|token|api[_-]?key|private[_-]?key)"
_NAMED = ("pass", "pwd", "secret", "token", "key", "auth")

PATTERNS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # scheme://user:password@host (RFC 3986, section 3.2.1)
    (("@",), r"((?<!\w)\w{1,32}://[^\s/@:]{0,256}):[^\s/]{1,256}@", rf"\1:{HIDDEN}@"),
    # https://token@host, where a name would be shorter
    (("@",), r"(https?://)[^\s/@:]{16,256}@", rf"\1{HIDDEN}@"),
    # user:password@host, where no scheme stands before it
    (
        ("@",),
        r"(?<![\w/:@.-])(?!(?:mailto|sips?|xmpp|acct|image):)([\w.+-]{1,64}):[^\s/@:,;'\"()\[\]{}<>]{1,128}@(?=[\w-]+[.:])",
        rf"\1:{HIDDEN}@",
    ),
    # webhooks, whose path is the secret
    (("hooks.slack.com",), r"(hooks\.slack\.com/\w{1,20}/)[\w/-]+", rf"\1{HIDDEN}"),
    (("/webhooks/",), r"(/webhooks/\d{5,25}/)[\w-]+", rf"\1{HIDDEN}"),
    (("/bot",), r"(/bot\d{5,15}:)[\w-]{20,}", rf"\1{HIDDEN}"),
    # a JSON Web Token (RFC 7519)
    (("eyj",), r"\beyJ[\w-]{1,2000}\.[\w-]{1,8000}\.[\w-]*", HIDDEN),
    # PGPASSWORD=x, requirepass: x, "api_key": "x"
    (
        _NAMED,
        rf"(?i)([\w-]{{0,40}}{_NAMES}[\w-]{{0,40}}['\"]?\s*[=:]\s*)(['\"]?)(?!(?:YES|NO)\))[^\s'\"&;,]+",
        rf"\1\2{HIDDEN}",
    ),
    # --password x, --requirepass x
    (_NAMED, rf"(?i)(--?[\w-]{{0,40}}{_NAMES}[\w-]{{0,40}}\s+)[^\s-]\S*", rf"\1{HIDDEN}"),
    # requirepass x, as a configuration has it
    (("requirepass", "masterauth"), r"(?i)\b(requirepass|masterauth)(\s+)[^\s-]\S*", rf"\1\2{HIDDEN}"),
    # pass=x, sig=x, X-Amz-Signature=x in a query
    (
        ("pass=", "auth=", "sig=", "sid=", "signature=", "credential=", "session=", "sessionid=", "key=", "code="),
        r"(?i)([?&;](?:pass|auth|sig|sid|key|code|[\w.-]{0,20}(?:signature|credential|session(?:id)?))=)[^\s&#'\"]+",
        rf"\1{HIDDEN}",
    ),
    # programs whose short options take a secret
    (("mysql", "mariadb"), r"\b((?:mysql|mariadb)\w*\s(?:.{0,200}\s)?-p)[^\s]+", rf"\1{HIDDEN}"),
    (
        ("redis-cli", "sshpass"),
        r"\b((?:redis-cli\s(?:.{0,200}\s)?-a|sshpass\s(?:.{0,200}\s)?-p)\s*)\S+",
        rf"\1{HIDDEN}",
    ),
    (("curl",), r"\b(curl\s(?:.{0,200}\s)?(?:-u|--user)[\s=]*[^\s:]*:)\S+", rf"\1{HIDDEN}"),
    (("authorization",), r"(?i)((?:proxy-)?authorization\s*:\s*\w+\s+)\S+", rf"\1{HIDDEN}"),
    (("authorization",), r"(?i)((?:proxy-)?authorization['\"]\s*:\s*['\"]\w+\s+)[^\s'\"]+", rf"\1{HIDDEN}"),
    (("cookie",), r"(?i)((?:set-)?cookie\s*:\s*)[^\r\n]+", rf"\1{HIDDEN}"),
    (("cookie",), r"(?i)((?:set-)?cookie['\"]\s*:\s*\[?['\"])[^\r\n'\"]+", rf"\1{HIDDEN}"),
)
"""Words in lower case, one of which stands in every text that the expression matches; the expression, and what takes its
place. Most text holds none of the words, so that the expressions are rarely compiled (up to a millisecond each)."""


def without_secrets(text: str) -> str:
    """The text with passwords, tokens, cookies and authorization values replaced by ``***``."""
    lower = text.lower()
    for words, pattern, replacement in PATTERNS:
        for word in words:
            if word in lower:
                text = _compiled(pattern).sub(replacement, text)
                break
    return text


def without_userinfo(place: str) -> str:
    """A URL without the user and the password before its ``@`` (RFC 3986, section 3.2.1).

    Of what is no URL the ``@`` is left: it may be what is wrong with it.
    """
    front, at, host = place.rpartition("@")
    scheme, mark, _ = front.partition("://")
    return f"{scheme}{mark}{host}" if mark else f"{at}{host}"


def without_secret_arguments(arguments: list[str]) -> list[str]:
    """The arguments of a command, where a secret may stand alone behind the option that names it."""
    clean: list[str] = []
    for argument in arguments:
        alone = without_secrets(argument)
        before = " ".join(dict.fromkeys((*clean[:1], *clean[-1:])))
        hidden = bool(before) and without_secrets(f"{before} {argument}") != f"{before} {alone}"
        clean.append(HIDDEN if hidden else alone)
    return clean


@cache
def _compiled(pattern: str) -> Pattern[str]:
    import re

    return re.compile(pattern)
