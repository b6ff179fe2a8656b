"""The error logs of nginx and Apache: what they say last of a back end and of a limit, for requests of one path.

Only the reason is taken, never the request: a query may hold a secret. nginx writes ``… *7 REASON, client: …, request:
"GET /path …", upstream: "…"`` (src/http/ngx_http_request.c: ngx_http_log_error), Apache ``[…] AH01114: REASON``.
"""

from __future__ import annotations

import re

_NGINX = re.compile(r" \*\d+ (?P<why>.{1,300}?), client: (?P<rest>.*)$")
_APACHE = re.compile(
    r"(?P<errno>\(\d+\)[^:\[\]]{1,80}: )?(?:\[client [^\]]*\] )?(?P<code>AH\d{5}): (?P<why>.{1,300})$"
)
APACHE_CODES = frozenset(
    {"AH00957", "AH01114", "AH01102", "AH00898", "AH00941", "AH01067", "AH01084", "AH00959", "AH02454"}
)
"Codes of mod_proxy's messages on a back end that fails."
LONGEST = 200


def last_words(text: str, path: str) -> tuple[str, str]:
    """The last reason that concerns a back end, and the last that concerns a limit; empty where there is none."""
    backend = limit = ""
    for line in text.splitlines():
        found = _NGINX.search(line)
        if found is not None:
            if f" {path} " not in found["rest"] and f" {path}?" not in found["rest"]:
                continue
            if found["why"].startswith(("limiting ", "delaying ")):
                limit = found["why"]
            elif "upstream" in found["why"]:
                backend = found["why"]
            continue
        found = _APACHE.search(line)
        if found is not None and found["code"] in APACHE_CODES:
            backend = f"{found['errno'] or ''}{found['code']}: {found['why']}"
    return _clean(backend), _clean(limit)


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())[:LONGEST]
