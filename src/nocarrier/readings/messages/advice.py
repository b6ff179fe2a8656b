"""What an app for anybody says where it tells nothing: to look after the connection (``Please check your internet connection.``),
and in other languages than English that a download or an upload failed (of English, `unsaid` knows by its words)."""

from __future__ import annotations

ADVICE = (
    "check your internet", "check your network", "check your connection", "check your wifi", "check your wi-fi", "check the internet connection",
    "check the network connection", "check internet connection", "check network connection", "check your data connection", "verify your internet",
    "verify your network connection", "make sure you are connected to the internet", "make sure you have an internet connection",
    "make sure you're connected", "ensure the server is running", "make sure the server is running", "make sure the backend is running",
    "make sure the service is running", "is the server running", "is the backend running", "is the service running", "you are offline", "you're offline", "you seem to be offline", "no internet",
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
"In lower case, as all here."
MOVED = (
    "download fehlgeschlagen", "herunterladen fehlgeschlagen", "fehler beim herunterladen", "fehler beim download", "upload fehlgeschlagen", "hochladen fehlgeschlagen",
    "fehler beim hochladen", "synchronisierung fehlgeschlagen", "échec du téléchargement", "échec de téléchargement", "erreur lors du téléchargement", "erreur de téléchargement",
    "échec de la synchronisation", "error al descargar", "error en la descarga", "error de descarga", "descarga fallida", "falló la descarga", "error al subir",
    "error de sincronización", "errore durante il download", "errore di download", "download fallito", "download non riuscito", "falha no download", "falha ao baixar", "erro ao baixar",
    "erro no download", "falha no upload", "falha no envio", "ошибка загрузки", "ошибка скачивания", "не удалось загрузить", "не удалось скачать", "ошибка синхронизации",
    "błąd pobierania", "pobieranie nie powiodło", "nie udało się pobrać", "indirme başarısız", "indirilemedi",
    "下载失败", "下載失敗", "上传失败", "上傳失敗", "下载出错", "同步失败", "ダウンロードに失敗", "ダウンロードできません", "アップロードに失敗", "同期に失敗",
    "다운로드에 실패", "다운로드 실패", "업로드에 실패", "업로드 실패", "동기화 실패",
)  # fmt: skip


NOTHING = frozenset({
    "error undefined", "error: undefined", "error null", "error: null",
    "an error occurred", "an error has occurred", "an unknown error occurred", "an unexpected error occurred", "something went wrong", "oops! something went wrong",
    "ein fehler ist aufgetreten", "es ist ein fehler aufgetreten", "une erreur s'est produite", "une erreur est survenue", "se ha producido un error",
    "ha ocurrido un error", "ocorreu um erro", "si è verificato un errore", "произошла ошибка", "wystąpił błąd", "bir hata oluştu", "发生错误", "出错了",
    "エラーが発生しました", "오류가 발생했습니다", "er is een fout opgetreden", "ett fel uppstod",
})  # fmt: skip
"Whole lines: what was thrown had no message, or an app has none for its user."


PIECES = (*ADVICE, *MOVED)


def says_little(line: str) -> bool:
    """Whether a line has one of these. It is an answer in a text that somebody asks about, and no news in a log."""
    lower = line.lower()
    bare = lower.strip(" .!\t")
    return bare in NOTHING or bare.removesuffix(" undefined") in NOTHING or any(piece in lower for piece in PIECES)
