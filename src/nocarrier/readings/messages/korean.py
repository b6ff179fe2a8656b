"""Korean: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "이미 사용", "사용 중",
    "연결", "접속", "시간", "인증", "비밀번호", "원격", "서버", "호스트", "네트워크",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"(?:연결|접속)[^.]{0,12}거부|거부[^.]{0,12}(?:연결|접속)"),
    ("timed-out", r"응답하지 않|시간[^.]{0,6}초과|제한 시간|응답(?:이|하는 데)[^.]{0,12}(?:없|너무 오래)|타임아웃"),
    ("name-not-resolved", r"서버를 찾을 수 없|(?:이름|호스트|주소|도메인)[^.]{0,16}(?:확인할 수 없|찾을 수 없|알 수 없|해석)|알려진 호스트가 없"),
    ("reset", r"(?:연결|접속)[^.]{0,12}(?:재설정|초기화)|강제로 끊겼"),
    ("closed", r"(?:연결|접속)[^.]{0,16}(?:끊|닫|종료|중단)"),
    ("unreachable", r"네트워크에 연결할 수 없|(?:네트워크|호스트)[^.]{0,12}(?:연결할 수 없는|도달할 수 없)|네트워크 경로를 찾지|인터넷에 연결되어 있지|인터넷 연결 없음"),
    ("tls-failed", r"인증서[^.]{0,30}(?:유효하지|만료|신뢰|잘못|오류|확인)|보안 채널을 만들 수 없|연결이 비공개로"),
    ("rejected", r"(?:비밀번호|암호|사용자|로그인|인증)[^.]{0,16}(?:실패|잘못|올바르지|거부|틀)|원격 서버에서[^.]{0,30}오류를 반환"),
    ("address-in-use", r"포트[^.]{0,16}(?:이미 사용|사용 중)|(?:주소|포트)[^.]{0,16}(?:이미 사용|사용 중)"),
    ("unknown", r"(?:연결|접속)[^.]{0,6}(?:할 수 없|하지 못|실패|오류|에러|안 됨|안됨|불가)|사이트에 연결할 수 없음|네트워크 오류"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
