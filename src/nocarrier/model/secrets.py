"""Secrets never enter a report: the one place that takes them out of any text."""

from __future__ import annotations

from functools import cache

from nocarrier.model.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

HIDDEN = "***"
_SCHEMES = "(?:basic|bearer|token|negotiate|ntlm|apikey|api-key|key|jwt|hawk|sharedaccesssignature)"
"Of an Authorization header (RFC 9110, section 11.4; IANA), whose one word behind them is the secret."

MARKS = (
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "xoxa-", "xoxb-", "xoxp-", "xoxs-", "xapp-", "sk_live_", "sk_test_", "rk_live_", "whsec_",
    " sk-", "=sk-", ":sk-", "'sk-", '"sk-', " sg.", "=sg.", ":sg.", "'sg.", '"sg.', "npm_", "pypi-age", "aiza", "ya29.", "hvs.", "dop_v1_", "shpat_", "glsa_", "dckr_pat_",
)  # fmt: skip
"How tokens begin, in lower case; each maker's documentation of its own."

PATTERNS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # scheme://user:password@host (RFC 3986, section 3.2.1)
    (("@",), r"((?<!\w)\w{1,32}://[^\s/@:]{0,256}):[^\s/]{1,256}@", rf"\1:{HIDDEN}@"),
    # the same of one with a stroke in it, which no URL may hold unescaped
    (
        ("@",),
        r"((?<!\w)\w{1,32}://[^\s/@:]{0,256}):(?!\d{1,5}(?:[/?#]|$)|\*\*\*@)[^\s@'\"]{1,256}@(?=[\w.-]{1,253}(?::\d{1,5})?(?:[/\s'\"?]|$))",
        rf"\1:{HIDDEN}@",
    ),
    (("%40",), r"(?i)(%3A%2F%2F[^\s&%/]{0,100}%3A)(?:(?!%40)\S){1,200}(?=%40)", rf"\1{HIDDEN}"),
    # scheme://user:@host, which has an empty password: its user is often a token's name
    (("@",), r"((?<!\w)\w{1,32}://[^\s/@:]{1,256}):@", rf"\1:{HIDDEN}@"),
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
    # tokens that their makers gave a beginning of its own
    (
        MARKS,
        r"\b(gh[pousr]_|github_pat_|gl(?:pat|dt)-|xox[abps]-|xapp-|[sr]k_(?:live|test)_|whsec_|sk-(?=\S{0,100}\d)|npm_(?=[A-Za-z0-9]{36})|pypi-AgE|AIza(?=[\w-]{35})|ya29\.|hvs\.|SG\.|dop_v1_|shpat_|glsa_|dckr_pat_)[\w.-]{16,512}",
        rf"\1{HIDDEN}",
    ),
    (
        ("akia", "asia"),
        r"\b(AKIA|ASIA)[A-Z0-9]{12,20}\b(?:(\W{1,8})[A-Za-z0-9/+=]{40}(?![\w/+=]))?",
        rf"\1{HIDDEN}\2",
    ),
    # a private key in PEM (RFC 7468), to its end or the text's
    (
        ("private key-----",),
        r"(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]{0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?",
        rf"\1{HIDDEN}",
    ),
    # a JSON Web Token (RFC 7519)
    (("eyj",), r"\beyJ[\w-]{1,2000}\.[\w-]{1,8000}\.[\w-]*", HIDDEN),
    # pass=x, sig=x, X-Amz-Signature=x in a query
    (
        (
            "pass=",
            "auth=",
            "sig=",
            "sid=",
            "signature=",
            "credential=",
            "session=",
            "sessionid=",
            "sessid=",
            "key=",
            "code=",
            "ticket=",
            "samlresponse=",
            "samlrequest=",
            "bearer=",
            "pin=",
            "hmac=",
            "assertion=",
            "jwt=",
            "csrf=",
        ),
        r"(?i)([?&;](?:pass|auth|sig|sid|key|code|ticket|saml(?:response|request)|bearer|pin|hmac|jwt|csrf|[\w.-]{0,20}assertion|[\w.-]{0,20}(?:signature|credential|sess(?:ion)?(?:id)?))=)[^\s&#'\"]+",
        rf"\1{HIDDEN}",
    ),
    # what a program was told, or tells, in plain words
    (
        ("token", "passw"),
        r"(?i)\b((?:token|password|passwd)(?: is|:)? )(?=[^\s\d]{0,100}\d)[\w!@#$%^&*+=/.-]{6,200}(?![\w(])",
        rf"\1{HIDDEN}",
    ),
    # requirepass x, as a configuration has it
    (("requirepass", "masterauth"), r"(?i)\b(requirepass|masterauth)(\s+)[^\s-]\S*", rf"\1\2{HIDDEN}"),
    (
        (" sig=", "'sig=", '"sig=', " signature=", "'signature=", '"signature='),
        r"(?i)((?<=[\s'\"])sig(?:nature)?=)[^\s&'\"]+",
        rf"\1{HIDDEN}",
    ),
    # programs whose short options take a secret
    (("mysql", "mariadb"), r"\b((?:mysql|mariadb)\w*\s(?:.{0,200}\s)?-p)[^\s]+", rf"\1{HIDDEN}"),
    (
        ("redis-cli", "sshpass"),
        r"\b((?:redis-cli\s(?:.{0,200}\s)?-a|sshpass\s(?:.{0,200}\s)?-p)\s*)\S+",
        rf"\1{HIDDEN}",
    ),
    (
        ("mosquitto", "sqlcmd", "bcp "),
        r"\b((?:mosquitto_(?:pub|sub|rr)|sqlcmd|bcp)\s(?:.{0,200}\s)?-P\s*)\S+",
        rf"\1{HIDDEN}",
    ),
    (
        ("docker login", "podman login", "rabbitmqadmin", "snmp"),
        r"\b((?:(?:docker|podman) login\s(?:.{0,200}\s)?-p|rabbitmqadmin\s(?:.{0,200}\s)?-p|snmp[a-z]{2,10}\s(?:.{0,200}\s)?-c)\s*)[^\s-]\S*",
        rf"\1{HIDDEN}",
    ),
    (("sqlplus",), r"(\bsqlplus\s(?:.{0,100}\s)?[\w$]{1,64}/)[^\s@]+", rf"\1{HIDDEN}"),
    (("--proxy-user",), r"(--proxy-user[\s=]+['\"]?[^\s:]*:)[^\s'\"]+", rf"\1{HIDDEN}"),
    (("machine ", "login "), r"(\blogin \S{1,100} password )\S+", rf"\1{HIDDEN}"),
    (("password ",), r"(?i)(\bpassword (['\"]))(?!\$)[^\s'\"]{1,200}(?=\2)", rf"\1{HIDDEN}"),
    (("ldap",), r"\b(ldap[a-z]{3,8}\s(?:.{0,200}\s)?-w\s*)[^\s-]\S*", rf"\1{HIDDEN}"),
    ((" -pw ",), r"(\s-pw\s+)\S+", rf"\1{HIDDEN}"),
    (("smbclient", "cifs", "net use"), r"(\s(?:-U|--user)[\s=]*[^\s%]{1,64}%)\S+", rf"\1{HIDDEN}"),
    (("pass:",), r"(\s--?pass(?:in|out)?\s+pass:)\S+", rf"\1{HIDDEN}"),
    # -u user:password of curl and many others; two numbers are a user and a group
    (
        (" -u", "--user"),
        r"(\s(?:-u|--user)[\s=]*['\"]?(?!\d{1,10}:\d{1,10}\b)[^\s:'\"]{0,64}:)[^\s'\"]+",
        rf"\1{HIDDEN}",
    ),
    # the commands of protocols that log in: SMTP and IMAP (RFC 4954, RFC 9051), FTP and POP3 (RFC 959, RFC 1939), Redis
    (
        ("auth ",),
        r"\b(AUTH(?:ENTICATE)? (?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER|CRAM-MD5|SCRAM-SHA-\S{1,12}) )[^\s:'\"]+",
        rf"\1{HIDDEN}",
    ),
    (
        ("auth ",),
        r"(?i:(\bredis[\w-]{0,10}[:>]? |> ?))(AUTH )(?!called|failed|error|required|command)\S+(?: \S+$)?",
        rf"\1\2{HIDDEN}",
    ),
    (
        ("pass ",),
        r"(?m)((?:^|\bftp:? |\bpop3?:? |[>»] ?|Command:\s{1,8}|b['\"])PASS )(?!\S{0,200}[/.])\S+",
        rf"\1{HIDDEN}",
    ),
    (
        ("login ",),
        r"\b(LOGIN (?!FAILED|failed|error|attempt)\S{1,100} )(?=\S{0,200}:? ?imap|\S{1,200}$)[^\s:]+",
        rf"\1{HIDDEN}",
    ),
    (
        ("authorization",),
        r"(?i)(authorization\\?['\"]?\s*[:=]\s*\\?[\['\"]?(?:digest|oauth|signature|aws4-\S{1,30})\s+)(?:[^\r\n'\"]|\"[^\"\r\n]{0,2000}\")+",
        rf"\1{HIDDEN}",
    ),
    (
        ("authorization",),
        rf"(?i)(authorization\\?['\"]?\s*[:=]\s*\\?[\['\"]?)(?!\*\*\*|(?:digest|oauth|signature|aws4-\S{{1,30}})\s)(?:({_SCHEMES}\s+)[^\s'\",\]\\]+|[^\s'\",\]\\]+(?:\s+[^\s'\",\]\\]{{16,}})?)",
        rf"\1\2{HIDDEN}",
    ),
    (("bearer ",), r"(?i)(\bbearer )(?!\*\*\*)[\w.~+/=-]{16,4096}", rf"\1{HIDDEN}"),
    # two arguments, a name and what it logs in with
    (
        ("auth=", "auth =", "basicauth", "digestauth"),
        r"(?i)((?:\bauth ?= ?|BasicAuth|DigestAuth)\((?:username ?= ?)?(['\"])[^'\"]{0,100}\2, ?(?:password ?= ?)?['\"])[^'\"]+",
        rf"\1{HIDDEN}",
    ),
    # a WebSocket's subprotocol in which a page hands over what it logs in with, for it may set no header
    (
        ("sec-websocket-protocol",),
        r"(?i)(sec-websocket-protocol['\"]?\s*:\s*['\"]?[^\r\n]{0,200}?\b(?:[\w.-]*token|bearer|auth\w{0,20}|jwt)\s*,\s*)[^\s,;'\"]+",
        rf"\1{HIDDEN}",
    ),
    # the arguments that a trace of PHP prints
    (
        ("pdo->__construct(", "mysqli"),
        r"((?:PDO->__construct|mysqli(?:->\w{1,20}|_connect)?)\((?:'[^']{0,300}', ?){2}')[^']+",
        rf"\1{HIDDEN}",
    ),
    (("cookie",), r"(?i)((?:set-)?cookie\s*:\s*)[^\r\n]+", rf"\1{HIDDEN}"),
    (("--cookie",), r"(--cookie[\s=]+['\"]?)(?!-)[^\r\n'\"\s]+", rf"\1{HIDDEN}"),
    (("cookie",), r"(?i)((?:set-)?cookie['\"]\s*:\s*\[?['\"])[^\r\n'\"]+", rf"\1{HIDDEN}"),
)
"""Words in lower case, one of which stands in every text that the expression matches; the expression, and what takes its
place. Most text holds none of the words, so that the expressions are rarely compiled (up to a millisecond each)."""


WORDS = (
    "password", "passwd", "passphrase", "passcode", "requirepass", "masterauth", "pwd", "secret", "token", "apikey", "privatekey", "accesskey", "appkey",
    "encryptionkey", "signingkey", "accountkey", "subscriptionkey", "sharedkey", "sessionid", "sessid",
)  # fmt: skip
"Each says of a name in which it stands that its value is secret: of a variable, an option, a header, a setting."
PARTS = frozenset({"pass", "pw", "otp", "auth"})
"These do where they are the name's last part, ``DB_PASS``, or the name."
NO_SECRETS = frozenset({"proxypass", "fastcgipass", "uwsgipass", "scgipass", "grpcpass", "auth", "PASS"})
"Directives of nginx' that name a server; a word of its own of many settings; and what a test says that passed."
_NAMING = ("pass", "pwd", "pw", "secret", "token", "key", "auth", "otp", "sess")
"One of these stands in every name of a secret."

_QUOTE = r"(?:\\{0,3}['\"]|&quot;|&\#(?:34|39|x27);)?"
"As it is, or as it stands in JSON within JSON, or in HTML."
_VARIABLE = r"\$\{?\w{1,60}\}?(?:['\"\s]|$)"
"A shell's variable is a name, and no value."
_VALUE = rf"(?!(?:YES|NO)\)|\*\*\*|{_VARIABLE})(?:\\(?!['\"])|[^\s'\"&;,\\])+"
NAMED: tuple[tuple[str, str, str], ...] = (
    # PGPASSWORD=x, requirepass: x, "api_key": "x"; behind :// stands who logs in
    ("", rf"(?<![\w.-])(?<!://)([\w.-]{{1,120}}){_QUOTE}\s*(?:=>?|:)\s*{_QUOTE}", _VALUE),
    # --password x
    ("-", r"(?<![\w-])--?([\w-]{1,80})\s+['\"]?", rf"(?!{_VARIABLE})[^\s'\"-][^\s'\"]*"),
    # a table of HTML, in which a page of errors shows its settings
    ("</", r"(?<![\w.-])([\w.-]{1,120})(?:</?\w{1,10}(?: [^<>]{0,100})?>\s{0,9}){2,5}", r"[^<>\s][^<>]*"),
    # a field of a form
    ("value=", r"\bname=['\"]?([\w.-]{1,120})['\"]?[^<>]{0,200}?\bvalue=['\"]?", r"[^'\"<>\s]+"),
)
"""A piece of every text that holds one, an expression that ends where a value begins, with the value's name in it, and one
for the value."""


def without_secrets(text: str) -> str:
    """The text with passwords, tokens, cookies and authorization values replaced by ``***``."""
    lower = text.lower()
    for words, pattern, replacement in PATTERNS:
        for word in words:
            if word in lower:
                text = _compiled(pattern).sub(replacement, text)
                break
    if any(word in lower for word in _NAMING):
        for piece, name, value in NAMED:
            if piece in text:
                text = _without_named(text, name, value)
    return text


def _without_named(text: str, name: str, value: str) -> str:
    clean, at = "", 0
    for match in _compiled(name).finditer(text):
        if match.end() < at or not names_a_secret(match[1]):
            continue
        secret = _compiled(value).match(text, match.end())
        if secret is not None:
            clean += text[at : match.end()] + HIDDEN
            at = secret.end()
    return clean + text[at:]


def names_a_secret(name: str) -> bool:
    """Whether a variable, an option, a header or a setting of this name holds what nobody else may see."""
    plain = name.replace("-", "").replace("_", "")
    if plain in NO_SECRETS or plain.lower() in NO_SECRETS:
        return False
    lower = plain.lower()
    if any(word in lower for word in WORDS):
        return True
    return name.lower().replace("-", "_").replace(".", "_").rpartition("_")[2] in PARTS


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
