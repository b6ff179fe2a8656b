"""Codes with which Amazon's services, and those built like them, turn a request down, as SDKs, command lines and S3's XML print them.

Of the hundreds of codes those are read that a caller gets whatever it asked for: who it is, how often it asks, and whether the service is up.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

STEMS = (
    "an error occurred (",
    ": api error ",
    ", api error ",
    "<code>",
    "s3 error: ",
    "errorcode: ",
    "mc: <error>",
    "operation failed; code: ",
)

_CODE = pattern(
    r"\bAn error occurred \((\w{3,60})\) when calling|[,:] api error (\w{3,60})\b|<Code>(\w{3,60})</Code>|\bS3 error: \d{3} \((\w{3,60})\)|\bErrorCode: (\w{3,60})|\bS3 operation failed; code: (\w{3,60})"
)
"Of boto, the SDKs, S3's XML; of s3cmd; of Alibaba's command line, which has the same codes; and of MinIO's client for Python."
_NO = pattern(
    r"(?P<who>AccessDenied|\w{0,30}Unauthorized|Unauthorized\w{0,30}|Forbidden|ExpiredToken|\w{0,20}InvalidToken|InvalidClientTokenId"
    r"|UnrecognizedClient|AuthFailure|\w{0,20}Signature\w{0,20}|InvalidAccessKeyId|MissingAuthenticationToken|OptInRequired|RequestExpired|InvalidIdentityToken)"
    r"(?:Exception)?$|(?P<often>Throttling|Throttled|TooManyRequests|RequestLimitExceeded|RequestThrottled|ProvisionedThroughputExceeded)(?:Exception)?$"
    r"|(?P<down>SlowDown|ServiceUnavailable|Unavailable|InternalError|InternalFailure|InternalServer|InternalServerError|InternalService)(?:Exception|Error)?$"
)
_STATUS = {"who": 403, "often": 429, "down": 503}
"What most of them come with."

SAID = (
    Phrase("access key id you provided does not exist", "rejected", "http", "aws", {"http_status": 403}, MEANT),
    Phrase("request signature we calculated does not match", "rejected", "http", "aws", {"http_status": 403}, MEANT),
)
_MINIO = pattern(r"^mc: <ERROR> .{1,1024}\bAccess Denied\b")


def read(line: str) -> Iterator[Reading]:
    """A service's no."""
    yield from phrases(SAID, line)
    if _MINIO.search(line):
        yield Reading(kind="rejected", worth=MEANT, client="minio", step="http", code={"http_status": 403})
    said = _CODE.search(line)
    no = None if said is None else _NO.match(next(group for group in said.groups() if group))
    if said is not None and no is not None and no.lastgroup is not None:
        code: dict[str, str | int] = {"aws": no[0], "http_status": _STATUS[no.lastgroup]}
        yield Reading(kind="rejected", worth=MEANT, client="aws", step="http", code=code, at=said.start())
