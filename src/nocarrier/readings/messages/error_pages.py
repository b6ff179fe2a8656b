"""Chromium's and Firefox' pages in place of the one that was wanted, in other languages than English (`browsers` reads that)."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, owned
from nocarrier.readings.messages.reading import ErrorClass, Reading

STEMS = ()

CHROMIUM: tuple[tuple[ErrorClass, str, tuple[str, ...]], ...] = (
    ("refused", "tcp", ("拒绝了我们的连接请求", "hat die verbindung abgelehnt", "n'autorise pas la connexion", "n’autorise pas la connexion",
                        "ha rechazado la conexión", "rechazó la conexión", "で接続が拒否されました", "recusou a conexão", "recusou estabelecer ligação",
                        "не позволяет подключиться", "ha rifiutato di connettersi", "에서 연결을 거부했습니다")),
    ("timed-out", "tcp", ("的响应时间过长", "hat zu lange gebraucht, um eine antwort", "a mis trop de temps à répondre", "ha tardado demasiado tiempo en responder",
                          "tardó demasiado en responder", "からの応答時間が長すぎます", "demorou muito para responder", "слишком долго не отвечает",
                          "에서 응답하는 데 시간이 너무 오래")),
    ("name-not-resolved", "name", ("的服务器 ip 地址", "die server-ip-adresse von", "l'adresse ip du serveur de", "la dirección ip del servidor de",
                                   "のサーバーの ip アドレスが見つかりませんでした", "o endereço ip do servidor de", "ip-адрес сервера", "서버 ip 주소를 찾을 수 없습니다")),
    ("closed", "", ("意外终止了连接", "hat die verbindung unerwartet geschlossen", "a mis fin à la connexion de manière inattendue", "ha cerrado la conexión de forma inesperada",
                    "接続が突然終了しました", "неожиданно прервал соединение", "未发送任何数据", "hat keine daten gesendet", "n'a envoyé aucune donnée", "no ha enviado ningún dato")),
    ("tls-failed", "tls", ("您的连接不是私密连接", "die verbindung ist nicht privat", "dies ist keine sichere verbindung", "votre connexion n'est pas privée",
                           "la conexión no es privada", "この接続ではプライバシーが保護されません", "подключение не защищено", "sua conexão não é particular",
                           "使用了不受支持的协议", "客户端和服务器不支持一般 ssl 协议", "verwendet ein nicht unterstütztes protokoll", "don't support a common ssl protocol",
                           "don’t support a common ssl protocol", "uses an unsupported protocol")),
    ("unreachable", "route", ("未连接到互联网", "keine internetverbindung", "aucun accès à internet", "no hay conexión a internet", "インターネットに接続されていません")),
    ("protocol-mismatch", "", ("发送的响应无效", "hat eine ungültige antwort gesendet", "a envoyé une réponse incorrecte", "ha enviado una respuesta no válida")),
)  # fmt: skip
"components/error_page of Chromium."

ANYBODYS: frozenset[ErrorClass] = frozenset({"refused", "closed", "unreachable", "protocol-mismatch"})
"Of these any program may say the same in its language; the others are whole sentences of a page."
SAID = tuple(
    Phrase(words, kind, step, "" if kind in ANYBODYS else "chrome") for kind, step, said in CHROMIUM for words in said
)
_PAGE = pattern(r"(?i)^\W{0,3}(?:localhost|(?:[\w-]{1,63}\.){1,8}[\w-]{1,63})(?![\w.-])|chrom|\berr_")
"A page names the place first of all, or has a code of Chromium's below its words."


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from owned(SAID, line, "chrome", _PAGE)
