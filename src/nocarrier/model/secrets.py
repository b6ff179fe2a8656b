"""Secrets never enter a report: the one place that takes them out of any text."""

from __future__ import annotations

from functools import cache

from nocarrier.model.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

HIDDEN = "***"
_SCHEMES = "(?:basic|bearer|token|negotiate|ntlm|apikey|api-key|key|jwt|hawk|sharedaccesssignature)"
"Of an Authorization header (RFC 9110, section 11.4; IANA), whose one word behind them is the secret."

_OF_IT = (
    r"(?i:(?:an?(?= \w)|the(?= \w)|this(?= \w)|is|was|are|has|had|not|no|null|none|nil|true|false|undefined|missing|invalid|expired|required|empty|unset|wrong|incorrect|denied|failed|failure|rejected|mismatch|unknown|unsupported"
    r"|authentication|authorization|access|connection|connect|connecting|could|cannot|can't|unable|error|expected|unexpected|must|should|does|did|will|dial|read|write|get|post|put|request|server"
    r"|timeout|timed|please|called|for|from|command|attempt|successful(?:ly)?|ist|nicht|kein|falsch|ungültig|fehlt|abgelaufen|abgelehnt|Verbindung|Fehler|Zeitüberschreitung)(?![\w-]))"
)
"Begins what is said of a secret, or of a connection, where a value may stand in plain words: ``token: expired``."
_ARGUMENT = r"(?:(['\"])(?:(?!\2)[^\r\n])+\2?|[^\s'\"-]\S*)"
_USER = r"(['\"])?(?!\d{1,10}:\d{1,10}\b)[^\s:'\"]{0,64}:(?!//|[\w:]{1,20}://))(?(2)(?:(?!\2)[^\r\n])+|[^\s'\"]+)"
"What stands behind an option that takes a secret, which is the second group of its pattern; or a user and a secret."
_LOGINS = "(?:az|cf|ibmcloud|oc|docker|podman|buildah|skopeo|nerdctl|oras|helm(?: registry)?|apptainer|singularity|argocd|jf|tctl) login"
"Programs that log in to a registry or a cloud."


MARKS = (
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "glrt-", "glptt-", "gloas-", "xoxa-", "xoxb-", "xoxe", "xoxp-", "xoxr-", "xoxs-", "xapp-",
    "sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_", "npm_", "pypi-", "aiza", "ya29.", "gocspx-", "hvs.", "hvb.", "dop_v1_", "doo_v1_", "dor_v1_",
    "shpat_", "shpca_", "shppa_", "shpss_", "glsa_", "dckr_pat_", "dckr_oat_", "hf_", "gsk_", "xai-", "tskey-", "atatt3x", "dapi", "lin_api_", "figd_", "pmak-", "nrak-",
    "sntrys_", "sntryu_", "pul-", "rubygems_", "nvapi-", "sbp_", "dp.pt.", "age-secret-key-",
    *(f"{before}{start}" for before in " \n\t=:/'\"`([{<>,|" for start in ("sk-", "sg.")),
)  # fmt: skip
"How tokens begin, in lower case; each maker's documentation of its own."

PATTERNS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # scheme://user:password@host (RFC 3986, section 3.2.1)
    (("@",), r"((?<!\w)\w{1,32}://[^\s/@:]{0,256}):[^\s/]{1,256}@", rf"\1:{HIDDEN}@"),
    # the same where the scheme was left out
    (("@",), r"((?<![\w:/])//[^\s/@:]{0,256}):[^\s/@]{1,256}@", rf"\1:{HIDDEN}@"),
    # user/password@name, as Oracle's clients take them
    (
        ("@",),
        r"((?:\bjdbc:oracle:\w{1,10}:|\b(?:sqlplus|conn(?:ect)?|rman|(?:exp|imp)(?:dp)?|sqlldr)\s(?:[^\r\n]{0,100}\s)?)[\w$#]{1,64}/)[^\s@/]+(?=@)",
        rf"\1{HIDDEN}",
    ),
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
        r"(?<![\w/:@.-])(?!(?:mailto|sips?|xmpp|acct|image|npm|jsr|workspace):)([\w.+-]{1,64}):(?:[^\s/@:,;'\"()\[\]{}<>]{1,128}@(?!sha\d{3}:)(?=[\w-]+[.:])|(?=[^\s@]{0,127}\d)[^\s/@:,;'\"()\[\]{}<>]{6,128}@(?=[a-z][\w-]*(?:[\s/]|$)))",
        rf"\1:{HIDDEN}@",
    ),
    # webhooks, whose path is the secret
    (("hooks.slack.com",), r"(hooks\.slack\.com/\w{1,20}/)[\w/-]+", rf"\1{HIDDEN}"),
    (("/webhooks/",), r"(/webhooks/\d{1,25}/)[\w-]+", rf"\1{HIDDEN}"),
    (("hooks.zapier.com",), r"(hooks\.zapier\.com/hooks/catch/\d{1,25}/)[\w-]+", rf"\1{HIDDEN}"),
    (
        ("hook/", "hooks/", "hookb2/", "/key/"),
        r"(/(?:(?:web)?hooks?(?:b2)?|with/key)/)(?=[\w@/-]{0,200}\d)[\w@-]{14,200}(?:/[\w@-]{14,200}|/IncomingWebhook|/\w(?=[/\s]|$)){0,4}",
        rf"\1{HIDDEN}",
    ),
    (("/bot",), r"(/bot\d{5,15}:)[\w-]{20,}", rf"\1{HIDDEN}"),
    # tokens that their makers gave a beginning of its own
    (
        MARKS,
        r"\b(gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt|oas)-|xox[abeprs][.-]|xapp-|[sr]k_(?:live|test)_|whsec_|sk-(?=proj-|ant-|\S{0,100}\d)|npm_(?=[A-Za-z0-9]{36})|pypi-(?=[\w-]{24})"
        r"|AIza(?=[\w-]{35})|ya29\.|GOCSPX-|hv[sb]\.|SG\.|do[opr]_v1_|shp(?:at|ca|pa|ss)_|glsa_|dckr_[po]at_|(?:hf|gsk|sbp|figd|lin_api|rubygems)_(?=\S{0,100}\d)|xai-(?=\S{0,100}\d)|tskey-|ATATT3x|dapi(?=[0-9a-f]{32})"
        r"|PMAK-|NRAK-|sntry[su]_|pul-(?=[0-9a-f]{40})|nvapi-|dp\.pt\.|AGE-SECRET-KEY-1)[\w.-]{16,512}",
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
            "verifier=",
        ),
        r"(?i)([?&;](?:pass|auth|sig|sid|[\w.-]{0,30}key|code(?:_verifier)?|ticket|saml(?:response|request)|bearer|pin|hmac|jwt|csrf|[\w.-]{0,20}assertion|[\w.-]{0,20}(?:signature|credential|sess(?:ion)?(?:id)?))=)[^\s&#'\"]+",
        rf"\1{HIDDEN}",
    ),
    # what a program was told, or tells, in plain words
    (
        ("token", "passw", "kennwort", "apikey", "api key", "psk"),
        rf"(?i)\b((?:token|password|passwd|passwort|kennwort|api-?key|api key|psk)(?: is|:)?[ \t]{{1,40}})(?!{_OF_IT})(?=[^\s\d]{{0,100}}\d)[\w!@#$%^&*+=/.-]{{6,200}}(?![\w(])",
        rf"\1{HIDDEN}",
    ),
    # requirepass x, as a configuration has it
    (
        ("requirepass", "masterauth", "bindpw", "rootpw", "auth_pass", "auth-pass", "community"),
        rf"(?i)\b(requirepass|masterauth|bindpw|(?:olc)?rootpw|auth_pass|sentinel auth-pass \S{{1,100}}|r[ow]community6?|snmp-server community)([ \t]+)(?!{_OF_IT})[^\s-]\S*",
        rf"\1\2{HIDDEN}",
    ),
    # ipsec.secrets(5)
    ((" psk ", " eap ", " xauth ", " ntlm "), r"(?i)(: (?:psk|eap|xauth|ntlm) ['\"])[^'\"\r\n]+", rf"\1{HIDDEN}"),
    # a user's password in SQL
    (
        ("identified ", "password("),
        r"(?i)(\bidentified (?:with \w{1,60} )?(?:by|as) (?:password )?|\bpassword\((?=['\"]))(?:(['\"])(?:(?!\2)[^\r\n])+|[^\s;,'\"]+)",
        rf"\1{HIDDEN}",
    ),
    (
        (" sig=", "'sig=", '"sig=', " signature=", "'signature=", '"signature='),
        r"(?i)((?<=[\s'\"])sig(?:nature)?=)[^\s&'\"]+",
        rf"\1{HIDDEN}",
    ),
    # programs whose short options take a secret
    (("mysql", "mariadb"), r"\b((?:mysql|mariadb)\w*\s(?:.{0,200}\s)?-p)[^\s]+", rf"\1{HIDDEN}"),
    (("redis-cli",), r"\b(redis-cli\s(?:.{0,200}\s)?-a\s*)\S+", rf"\1{HIDDEN}"),
    (
        ("sshpass", " login", "rabbitmqadmin", "mongo", "cqlsh", "psexec", "beeline"),
        rf"\b((?:sshpass|rabbitmqadmin|mongo(?:sh|dump|restore|export|import|stat|top|files)?|cqlsh|psexec(?:64)?(?:\.exe)?|beeline|{_LOGINS})\s(?:.{{0,200}}\s)?-p\s*){_ARGUMENT}",
        rf"\1{HIDDEN}",
    ),
    (
        ("mosquitto", "sqlcmd", "bcp ", "ipmitool", "tsql"),
        rf"\b((?:mosquitto_(?:pub|sub|rr)|sqlcmd|bcp|ipmitool|tsql)\s(?:.{{0,200}}\s)?-P\s*){_ARGUMENT}",
        rf"\1{HIDDEN}",
    ),
    (("snmp",), r"\b(snmp[a-z]{2,10}\s(?:.{0,200}\s)?-c\s*)[^\s-]\S*", rf"\1{HIDDEN}"),
    (("snmp",), r"(?<=\s)(-[AX]\s+)[^\s-]\S*(?=.{0,200}\s-[AX]\s|.{0,200}$)", rf"\1{HIDDEN}"),
    (("freerdp", "rdesktop"), r"(\s(?:/p:|-p\s+))[^\s-]\S*", rf"\1{HIDDEN}"),
    (("net use",), r"(?i)(\bnet use (?:\w: )?\\\\\S{1,200} )(?!/)\S+", rf"\1{HIDDEN}"),
    (("htpasswd",), r"(\bhtpasswd\s(?:-\w{1,8}\s)*-\w{0,6}b\w{0,6}\s\S{1,200}\s\S{1,100}\s)\S+", rf"\1{HIDDEN}"),
    (("vault login",), rf"(\bvault login )(?!-|{_OF_IT})\S+", rf"\1{HIDDEN}"),
    (("lftp",), r"(\blftp\s(?:.{0,200}\s)?-u\s*[^\s,]{1,64},)\S+", rf"\1{HIDDEN}"),
    (
        ("curl",),
        r"(\bcurl\s(?:.{0,400}?\s)?-b\s*)(?=\S{0,200}=)(?:(['\"])(?:(?!\2)[^\r\n])+|[^\s'\"]+)",
        rf"\1{HIDDEN}",
    ),
    (("machine ", "login "), r"(\blogin \S{1,100} password )\S+", rf"\1{HIDDEN}"),
    (("password ",), r"(?i)(\bpassword (['\"]))(?!\$)[^\s'\"]{1,200}(?=\2)", rf"\1{HIDDEN}"),
    (("ldap",), r"\b(ldap[a-z]{3,8}\s(?:.{0,200}\s)?-w\s*)[^\s-]\S*", rf"\1{HIDDEN}"),
    ((" -pw ",), r"(\s-pw\s+)\S+", rf"\1{HIDDEN}"),
    (
        ("smbclient", "cifs", "net use", "winexe", "rpcclient", "wmic"),
        r"(\s(?:-U|--user)[\s=]*[^\s%]{1,64}%)\S+",
        rf"\1{HIDDEN}",
    ),
    (("pass:",), r"(\s--?pass(?:in|out)?\s+pass:)\S+", rf"\1{HIDDEN}"),
    # -u user:password of curl and many others; two numbers are a user and a group, and behind :// stands a place
    (
        (" -u", " --", "cred"),
        rf"((?:\s(?:-u|--(?:[\w-]{{0,30}}-)?(?:user|auth|login|cred(?:ential)?s?))[\s=]*|\bcred(?:ential)?s?\s?[=:]\s?){_USER}",
        rf"\1{HIDDEN}",
    ),
    (("http",), rf"(\bhttps?\s(?:.{{0,200}}\s)?-a\s*{_USER}", rf"\1{HIDDEN}"),
    (("curl",), rf"(\bcurl\s(?:.{{0,400}}\s)?-[UE]\s*{_USER}", rf"\1{HIDDEN}"),
    # the commands of protocols that log in: SMTP and IMAP (RFC 4954, RFC 9051), FTP and POP3 (RFC 959, RFC 1939), Redis
    (
        ("auth ",),
        r"\b(AUTH(?:ENTICATE)? (?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER|CRAM-MD5|SCRAM-SHA-\S{1,12}) )[^\s:'\"]+",
        rf"\1{HIDDEN}",
    ),
    # as Redis' MONITOR and its protocol's third version write it
    (('"auth" ',), r"(?i)(\"auth\" (?:\"[^\"\s]{1,100}\" (?=\"))?\")[^\"\r\n]+", rf"\1{HIDDEN}"),
    (("hello ",), r"(\bHELLO [23] AUTH \S{1,100} )\S+", rf"\1{HIDDEN}"),
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
    (("bearer ",), r"(?i)(\bbearer )(?!\*\*\*)[\w.~+/=-]{16,4096}", rf"\1{HIDDEN}"),
    (
        ("basic ",),
        r"(\b[Bb]asic )(?=[A-Za-z0-9+/]{0,200}[\d=])[A-Za-z0-9+/]{12,2000}={0,2}(?![\w+/=])",
        rf"\1{HIDDEN}",
    ),
    (('"auth',), r"(\"auth\"\s*:\s*\")(?=[a-z+/]{0,200}[A-Z0-9=])[A-Za-z0-9+/]{12,2000}={0,2}(?=\")", rf"\1{HIDDEN}"),
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
    (("<cookie ",), r"(<Cookie [^\s=<>]{1,100}=)[^\s<>]+", rf"\1{HIDDEN}"),
)
"""Words in lower case, one of which stands in every text that the expression matches; the expression, and what takes its
place. Most text holds none of the words, so that the expressions are rarely compiled (up to a millisecond each)."""


WORDS = (
    "password", "passwd", "passphrase", "passcode", "requirepass", "masterauth", "pwd", "secret", "token", "apikey", "privatekey", "accesskey", "appkey",
    "encryptionkey", "signingkey", "accountkey", "subscriptionkey", "sharedkey", "masterkey", "consumerkey", "servicekey", "functionskey", "licensekey", "passkey", "wepkey", "pswd", "sessionid",
    "sessid",
)  # fmt: skip
"Each says of a name in which it stands that its value is secret: of a variable, an option, a header, a setting."
PARTS = frozenset({"pass", "pw", "otp", "auth", "psk", "bearer", "jwt", "mdp"})
"These do where they are the name's last part, ``DB_PASS``, or the name."
ENDS = (
    "pass", "pw", "authorization", "cookie", "cookies",
    "passwort", "kennwort", "passe", "jeton", "contraseña", "contrasena", "clave", "senha", "пароль", "токен", "hasło", "haslo", "şifre", "sifre", "parola", "wachtwoord",
    "lösenord", "passord", "adgangskode", "heslo", "jelszó", "khẩu", "sandi", "パスワード", "暗証番号", "トークン", "密码", "密碼", "口令", "令牌", "密钥", "密鑰", "金鑰", "비밀번호", "암호", "토큰",
    "รหัสผ่าน", "المرور", "السر", "סיסמה", "סיסמא",
)  # fmt: skip
"And these where a name ends so, but for digits: ``DBPASS``, ``Passwort2``."
NO_SECRETS = frozenset({"proxypass", "fastcgipass", "uwsgipass", "scgipass", "grpcpass"})
"Directives of nginx' that name a server."
NO_ENDS = (
    "bypass", "compass", "trespass", "surpass", "overpass", "underpass", "multipass", "lowpass", "highpass", "bandpass", "impasse", "enclave", "syncookie", "syncookies",
    "file", "path", "dir", "stdin", "url", "uri", "endpoint", "ref", "type", "ttl", "length", "policy", "limit", "expiry", "v1.secret",
    "error", "exception", "service", "client", "manager", "provider", "factory", "store", "controller", "handler", "filter", "validator", "renewer",
    ".go", ".py", ".js", ".ts", ".rb", ".rs", ".java",
)  # fmt: skip
"Names that end so hold no secret: they say where it is or what it is like, are of a program's part, or another word."
_NAMING = (
    "pass", "pwd", "pw", "psk", "mdp", "secret", "token", "key", "auth", "otp", "sess", "pswd", "bearer", "jwt", "cookie", *ENDS[5:],
)  # fmt: skip
"One of these stands in every name of a secret."

_NAME = "(?P<name>(?i:(?:api|access|private|secret|encryption|signing|account|shared) (?=key))?[\\w.\u0e31\u0e34-\u0e3a\u0e47-\u0e4e-]{1,120})"
"Thai writes some vowels and tones as marks, which are no letters to `re`."
_QUOTE = r"(?:(?:[bruBRU@](?=['\"]\S))?(?P<quote>\\{0,3}['\"]|&quot;|&\#(?:34|39|x27);)|(?P<foreign>[«»„“‘‚「『]\s?))"
"As it is, as it stands in JSON within JSON or in HTML, and as other languages write it; Python writes a letter before it."
_CLOSES = r"\\{0,3}['\"]|&quot;|&\#(?:34|39|x27);"
_IS = rf"[ \t]*(?:=>?|:=|:(?!:)|[：＝]|\\u003[Dd]|%3[ADad]|&\#(?:61|58|x3[ADad]);|(?<=\s)->(?=\s))[ \t]*(?:[|>][+-]?[ \t]*\r?\n[ \t]*)?(?P<open>\[\s{{0,40}}|(?<==)\{{|<<)?{_QUOTE}?"
"Between a name and its value; a stroke is how YAML begins a block."
_VARIABLE = r"\$\{?\w{1,60}\}?(?:['\"\s]|$)"
"A shell's variable is a name, and no value."
_NOT = rf"(?!(?:YES|NO)\)|\*\*\*|=+(?:\s|$)|{_VARIABLE}|(?<=\s){_OF_IT})"
_VALUE = rf"{_NOT}(?:\\(?!['\"])|[^\s'\"&;,\\])+"
_WORD = rf"{_NOT}[^\s'\"-][^\s'\"]*"
_IN_BRACKETS = rf"{_NOT}[^\s'\"\])}}]+"
_COUNTED = rf"{_NOT}(?=[^\s\d]{{0,100}}\d)[\w!@#$%^&*+=/.-]{{6,200}}(?![\w(])"
"A value in plain words: only what has a digit in it is told from another word."
_CREDENTIALS = (
    rf"(?i)(?!\*\*\*)(?!(?<=\s){_OF_IT})(?:((?:digest|oauth|signature|aws4-\S{{1,30}})\s+)(?:[^\r\n'\"]|\"[^\"\r\n]{{0,2000}}\")+"
    rf"|({_SCHEMES}\s+)?(?!\*\*\*)[^\s'\",\]\\]+(?:\s+[^\s'\",\]\\]{{16,}})?)"
)
"Of an Authorization header; its scheme may stay."
_TO_THE_END = {"[": r"[^\]\r\n]+", "{": r"[^}\r\n]+"}
"Of what stands in brackets whole."
_COOKIES = rf"{_NOT}(?=[^\r\n]{{1,200}}=)[^\r\n]+"
_ALONE = rf"{_NOT}\S+(?=[\r\n]|$)"
_COOKIE = rf"{_NOT}(?!\d+(?:\s|$))[^\s;'\"]+(?:; ?[\w.-]{{1,100}}=[^\s;'\"]*)*"
NAMED: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # a name and its value as members of an object, attributes of an element, lines of YAML
    (
        ("alue",),
        rf"\b(?:[nN]ame|[kK]ey|ParameterKey)['\"]?\s?[:=]\s?['\"]?{_NAME}['\"]?\s{{0,9}},?[^<>=:,'\"]{{0,200}}?['\"]?\b(?:Parameter)?[vV]alue['\"]?\s?[:=]\s?{_QUOTE}?",
        _VALUE,
    ),
    # a pair in brackets: ('password', 'x'), {<<"password">>, <<"x">>}
    (
        ("',", '",', ',"', ", '", ', "', ", b", ",<<", ", <<"),
        rf"[\[({{]\s?(?:<<)?(?:[bu]?['\"])?{_NAME}['\"]?(?:>>)?,\s?(?:<<)?{_QUOTE}",
        _VALUE,
    ),
    # an element of XML, and one that has its name in an attribute
    (
        ("</", "&lt;/", "003c/"),
        rf"(?i)(?:<|&lt;|\\u003c)(?:[\w.-]{{1,60}}:)?{_NAME}(?:\s[^<>]{{0,200}}?)?(?:>|&gt;|\\u003e)(?:<!\[CDATA\[)?",
        r"(?i)(?:(?!&lt;|\\u003c|\]\]>)[^<\r\n])+(?=</|&lt;/|\\u003c/|\]\]>)",
    ),
    (("</",), rf"\b(?:name|key|id)=['\"]{_NAME}['\"][^<>]{{0,200}}>", r"[^<\s][^<]*(?=</)"),
    # PGPASSWORD=x, requirepass: x, "api_key": "x"; behind :// stands who logs in, behind :: a part of a program, and PASS: is what a test says
    (
        ("",),
        rf"(?<![\w.-])(?<!://)(?<!::)(?!PASS:){_NAME}(?:\\{{0,3}}['\"]|&quot;|&\#(?:34|39|x27);)?(?:[*`]{{1,2}}|\](?=\s?=))?{_IS}",
        _VALUE,
    ),
    # --password x
    (("-",), rf"(?<![\w-])--?{_NAME}\s+{_QUOTE}?", _WORD),
    # DATABASE_PASSWORD x, as a program's configuration has it
    (("_",), rf"(?<![\w.-])(?=[\w.-]{{0,120}}_){_NAME}[ \t]+{_QUOTE}?", _COUNTED),
    # a table of HTML, in which a page of errors shows its settings
    (("</",), rf"(?<![\w.-]){_NAME}(?:</?\w{{1,10}}(?: [^<>]{{0,100}})?>\s{{0,9}}){{2,5}}", r"[^<>\s][^<>]*"),
    # a field of a form
    (("value=",), rf"\b(?:name|key)=['\"]?{_NAME}['\"]?[^<>]{{0,200}}?\bvalue=['\"]?", r"[^'\"<>\s]+"),
)
"""Pieces of which every text that holds one has one, an expression that ends where a value begins, with the value's name in it
and the quote before it, and one for a value without quotes."""


def without_secrets(text: str) -> str:
    """The text with passwords, tokens, cookies and authorization values replaced by ``***``."""
    lower = f" {text.lower()}"
    for words, pattern, replacement in PATTERNS:
        for word in words:
            if word in lower:
                text = _compiled(pattern).sub(replacement, text)
                break
    if any(word in lower for word in _NAMING):
        for pieces, name, value in NAMED:
            if any(piece in text for piece in pieces):
                text = _without_named(text, name, value)
    return text


def _without_named(text: str, name: str, plain: str) -> str:
    clean, at = "", 0
    for match in _compiled(name).finditer(text):
        if match.end() < at or not names_a_secret(match["name"]):
            continue
        secret = _compiled(_value(match.groupdict(), plain)).match(text, match.end())
        if secret is None or _counts(match["name"], secret[0]):
            continue
        stays = next((group for group in secret.groups() if group), "")
        clean += text[at : match.end()] + stays + HIDDEN
        at = secret.end()
    return clean + text[at:]


def _value(behind: dict[str, str | None], plain: str) -> str:
    """The expression for a value, by its name and by what opens it."""
    name, opened = (behind["name"] or "").lower(), (behind.get("open") or "")[:1]
    cookies = "open" in behind and name.endswith(("cookie", "cookies"))
    if opened in _TO_THE_END and (cookies or opened == "{"):
        return _TO_THE_END[opened]
    quoted = _quoted(behind.get("quote"), behind.get("foreign"))
    if name.endswith("authorization") and (quoted or "open" in behind):
        return rf"(?i){_NOT}((?:{_SCHEMES}|digest)\s+)?(?!\*\*\*){quoted}" if quoted else _CREDENTIALS
    if quoted:
        return rf"(?:{_NOT}{quoted}|{plain})"
    if cookies:
        alone = "" if name.endswith("s") else f"|{_ALONE}"
        return rf"(?:(?<=:)|(?<=: ))(?:{_COOKIES}{alone})|(?:(?<=[=>])|(?<=[=>] )){_COOKIE}"
    return _IN_BRACKETS if opened else plain


def _quoted(quote: str | None, foreign: str | None) -> str:
    """What stands in such quotes, to their end; empty where there are none."""
    if foreign:
        return r"[^\r\n«»“”‘’」』]+"
    if not quote:
        return ""
    if len(quote) > 1:
        ends = quote.replace("\\", r"\\").replace("#", r"\#")
        return rf"(?:(?!{ends})[^\r\n])+"
    return rf"(?:[^{quote}\\\r\n]|\\.)+(?={quote})"


def _counts(name: str, value: str) -> bool:
    """``max_tokens: 4096`` is how many there are."""
    return name[-1:] in "sS" and value.isdigit()


def names_a_secret(name: str) -> bool:
    """Whether a variable, an option, a header or a setting of this name holds what nobody else may see."""
    plain = name.replace("-", "").replace("_", "").replace(" ", "")
    lower = plain.lower()
    if plain in NO_SECRETS or name.lower() == "auth" or lower.endswith(NO_ENDS):
        return False
    if any(word in lower for word in WORDS) or lower.rstrip("0123456789").endswith(ENDS):
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
