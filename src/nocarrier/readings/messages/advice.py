"""What an app for anybody advises where it says nothing else: to look after the connection (``Please check your internet connection.``)."""

from __future__ import annotations

PIECES = (
    "check your internet", "check your network", "check your connection", "check your wifi", "check your wi-fi", "check the internet connection",
    "check the network connection", "check internet connection", "check network connection", "check your data connection", "verify your internet",
    "verify your network connection", "make sure you are connected to the internet", "make sure you have an internet connection",
    "make sure you're connected", "you are offline", "you're offline", "you seem to be offline", "no internet",
    "ihre internetverbindung", "deine internetverbindung", "ihre netzwerkverbindung", "deine netzwerkverbindung", "die internetverbindung",
    "votre connexion internet", "votre connexion réseau", "votre connexion à internet", "ta connexion internet",
    "su conexión a internet", "tu conexión a internet", "su conexión de red", "tu conexión de red", "su conexion a internet",
    "sua conexão com a internet", "sua conexão de rede", "a sua ligação à internet",
    "connessione a internet", "connessione internet", "connessione di rete",
    "подключение к интернету", "подключение к интернет", "соединение с интернетом", "интернет-соединение", "подключение к сети",
    "połączenie z internetem", "połączenie internetowe", "połączenie sieciowe",
    "internet bağlantı", "ağ bağlantı", "verbinding met internet", "internetverbinding", "internetanslutning",
    "检查网络", "检查您的网络", "检查你的网络", "網路連線", "檢查網路", "檢查您的網路", "ネットワーク接続を確認", "インターネット接続を確認", "通信環境",
    "인터넷 연결을 확인", "네트워크 연결을 확인", "네트워크 상태를 확인",
)  # fmt: skip
"In lower case."


def advises(line: str) -> bool:
    """Whether a line has such advice. It is one in a text that somebody asks about, and no news in a log."""
    lower = line.lower()
    return any(piece in lower for piece in PIECES)
