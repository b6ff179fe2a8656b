"""Programs inside WeChat and its like (Alipay, QQ, uni-app): ``request:fail …``, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.reading import MEANT, OPAQUE, ErrorClass, Reading

STEMS = (
    "request:fail", "requesttask:fail", "uploadfile:fail", "downloadfile:fail", "connectsocket:fail", "socketmessage:fail", "socket:fail", "sockettask:fail",
    '"errormessage":', "connect fail: ", "request fail ", "合法域名列表", "小程序要求的 tls", "url not in domain list", "ssl hand shake",
)  # fmt: skip

UNSAID = say("The words behind fail are those of the phone's system, and say no more; the server's log may.")

BEHIND: tuple[tuple[str, ErrorClass, str], ...] = (
    ("url not in domain list", "permission-denied", "target"),
    ("合法域名列表", "permission-denied", "target"),
    ("ssl hand", "tls-failed", "tls"),
    ("tls 版本", "tls-failed", "tls"),
    ("invalid http status", "rejected", "websocket"),
    ("invalid url", "unknown", "target"),
    ("timeout", "timed-out", ""),
    ("timed out", "timed-out", ""),
    ("time out", "timed-out", ""),
    ("超时", "timed-out", ""),
    ("interrupted", "closed", ""),
    ("is not connected", "closed", "websocket"),
    ("未能找到使用指定主机名", "name-not-resolved", "name"),
    ("unable to resolve host", "name-not-resolved", "name"),
    ("断开与互联网的连接", "unreachable", "route"),
    ("网络连接已中断", "closed", ""),
    ("ssl 错误", "tls-failed", "tls"),
    ("ssl错误", "tls-failed", "tls"),
    ("证书无效", "tls-failed", "tls"),
)
"Words behind ``fail`` in lower case: the host program's own, and those that iOS says in Chinese."

_FAIL = pattern(
    r"(?i)\b(?:request(?:task)?|uploadfile|downloadfile|connectsocket|(?:\w{0,12}socket(?:task|message)?(?:\.send)?)(?: connect)?):? ?fail\b[:, ]{0,3}(.{0,200})"
)
_CODE = pattern(r"\berrno['\"]?: ?(60000\d|5)\b")
CODES: dict[int, tuple[ErrorClass, str]] = {
    5: ("timed-out", ""), 600002: ("permission-denied", "target"), 600003: ("closed", ""), 600009: ("unknown", "target"),
}  # fmt: skip
"WeChat's numbers of the network (developers.weixin.qq.com, error codes of wx.request)."

_ALIPAY = pattern(r"\"error\": ?(1[1-4]|19|20), ?\"errorMessage\"")
OF_ALIPAY: dict[int, tuple[ErrorClass, str]] = {
    11: ("permission-denied", "target"), 12: ("unknown", ""), 13: ("timed-out", ""), 14: ("protocol-mismatch", "http"),
    19: ("rejected", "http"), 20: ("rejected", "http"),
}  # fmt: skip
"Alipay's numbers of my.request (opendocs.alipay.com)."


def read(line: str) -> Iterator[Reading]:
    """What stands behind ``fail``."""
    alipay = _ALIPAY.search(line)
    if alipay is not None:
        kind, step = OF_ALIPAY[int(alipay[1])]
        worth = OPAQUE if kind == "unknown" else MEANT
        yield Reading(
            kind=kind, worth=worth, client="alipay", step=step, code={"alipay": int(alipay[1])}, at=alipay.start()
        )
    lower = line.lower()
    failed = _FAIL.search(lower)
    if failed is None and not any(words in lower for words in STEMS[-4:]):
        return
    rest, at = (lower, 0) if failed is None else (failed[1], failed.start())
    for words, kind, step in BEHIND:
        if words in rest:
            yield Reading(kind=kind, worth=OPAQUE if kind == "unknown" else MEANT, client="wechat", step=step, at=at)
            break
    code = _CODE.search(line)
    if code is not None and int(code[1]) in CODES:
        kind, step = CODES[int(code[1])]
        yield Reading(
            kind=kind,
            worth=OPAQUE if kind == "unknown" else MEANT,
            client="wechat",
            step=step,
            code={"wechat": int(code[1])},
            at=at,
        )
    yield Reading(kind="unknown", worth=OPAQUE, client="wechat", open=UNSAID, at=at)
