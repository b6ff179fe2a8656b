"""Codes with which Amazon's services turn a request down, as the SDKs, the command line and S3's XML print them.

Of the hundreds of codes those are read that a caller gets whatever it asked for: who it is, how often it asks, and whether the service is up.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = ("an error occurred (", ": api error ", ", api error ", "<code>")

_CODE = pattern(
    r"\bAn error occurred \((\w{3,60})\) when calling|[,:] api error (\w{3,60})\b|<Code>(\w{3,60})</Code>"
)
_NO = pattern(
    r"(?P<who>AccessDenied|\w{0,30}Unauthorized|Unauthorized\w{0,30}|Forbidden|ExpiredToken|\w{0,20}InvalidToken|InvalidClientTokenId"
    r"|UnrecognizedClient|AuthFailure|\w{0,20}Signature\w{0,20}|InvalidAccessKeyId|MissingAuthenticationToken|OptInRequired|RequestExpired|InvalidIdentityToken)"
    r"(?:Exception)?$|(?P<often>Throttling|Throttled|TooManyRequests|RequestLimitExceeded|RequestThrottled|ProvisionedThroughputExceeded)(?:Exception)?$"
    r"|(?P<down>SlowDown|ServiceUnavailable|Unavailable|InternalError|InternalFailure|InternalServer|InternalServerError|InternalService)(?:Exception|Error)?$"
)
_STATUS = {"who": 403, "often": 429, "down": 503}
"What most of them come with."


def read(line: str) -> Iterator[Reading]:
    """A service's no."""
    said = _CODE.search(line)
    no = None if said is None else _NO.match(next(group for group in said.groups() if group))
    if said is not None and no is not None and no.lastgroup is not None:
        code: dict[str, str | int] = {"aws": no[0], "http_status": _STATUS[no.lastgroup]}
        yield Reading(kind="rejected", worth=MEANT, client="aws", step="http", code=code, at=said.start())
