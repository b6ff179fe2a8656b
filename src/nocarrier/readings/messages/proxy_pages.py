"""What browsers show in place of a page when their proxy does not take them, in their users' languages.

Firefox: ``proxyConnectFailure`` and ``proxyResolveFailure`` of netError; Chromium: the summary of ``ERR_PROXY_CONNECTION_FAILED`` (components/error_page_strings).
"""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, Reading

FIREFOX = (
    "the proxy server is refusing connections", "unable to find the proxy server", "proxy-server verweigert die verbindung", "proxy-server konnte nicht gefunden werden",
    "le serveur proxy refuse les connexions", "impossible de trouver le serveur proxy", "el servidor proxy está rechazando las conexiones", "no se puede encontrar el servidor proxy",
    "o servidor proxy está recusando conexões", "connessione rifiutata dal server proxy", "прокси-сервер отказывается принимать соединения", "не удается найти прокси-сервер",
    "serwer proxy odmawia połączeń", "代理服务器拒绝连接", "代理服务器拒绝了连接", "找不到代理服务器", "代理伺服器拒絕連線", "プロキシサーバーへの接続を拒否されました", "プロキシサーバーへの接続を拒否しました",
    "프록시 서버가 연결을 거부", "vekil sunucu bağlantıları reddediyor", "de proxyserver weigert verbindingen",
)  # fmt: skip
CHROMIUM = (
    "something wrong with the proxy server", "mit dem proxyserver stimmt etwas nicht", "mit dem proxy-server stimmt etwas nicht", "un problème avec le serveur proxy", "un problema con el servidor proxy",
    "errado com o servidor proxy", "problema com o servidor proxy", "problema con il server proxy", "на прокси-сервере возникла проблема", "problem z serwerem proxy", "代理服务器出现问题", "代理伺服器發生錯誤",
    "プロキシ サーバーに問題がある", "프록시 서버에 문제가", "proxy sunucusunda bir sorun",
)  # fmt: skip
STEMS = (*FIREFOX, *CHROMIUM)

SAID = tuple(
    Phrase(words, "proxy", "proxy", client, worth=MEANT + 1)
    for client, said in (("firefox", FIREFOX), ("chrome", CHROMIUM))
    for words in said
)


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    return phrases(SAID, line)
