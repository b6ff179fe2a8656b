"""What SQL Server and its clients say in other languages: the part of each sentence that no other error shares, in lower case.

Sources: the resources of Microsoft.Data.SqlClient (Strings.*.resx: Snix_Connect, Snix_PreLogin, SQL_Timeout_*, ADP_PooledOpenTimeout,
SQL_EncryptionNotSupportedByServer); the server's own refusals (18456, 4060) as reports quote them.
"""

from __future__ import annotations

from nocarrier.readings.messages.reading import ErrorClass

WORDS: tuple[tuple[ErrorClass, str, tuple[str, ...]], ...] = (
    ("unknown", "tcp", (
        "网络相关的或特定于实例的错误", "網路相關或執行個體特定的錯誤", "netzwerkbezogener oder instanzspezifischer fehler", "erreur liée au réseau ou spécifique à l'instance",
        "error relacionado con la red o específico de la instancia", "erro de rede ou específico à instância", "erro de rede ou específico da instância",
        "errore di rete o specifico dell'istanza", "связанная с сетью или с определенным экземпляром", "ネットワーク関連またはインスタンス固有のエラー", "네트워크 관련 또는 인스턴스 관련 오류",
        "błąd związany z siecią lub wystąpieniem", "ağla ilgili veya örneğe özel bir hata", "související se sítí nebo s instancí",
    )),
    ("unknown", "service", (
        "während des handshakes vor der anmeldung", "error durante el inicio de sesión previo", "pendant la négociation préalable", "durante l'handshake pre-login",
        "ログイン前のハンドシェイク中に", "사전 로그인 핸드셰이크 중에", "podczas uzgadniania przed logowaniem", "durante o handshake de pré-logon", "в процессе подтверждения, предшествующего входу",
        "oturum açma öncesi el sıkışması", "登录前的握手期间", "登入前的信號交換", "handshake před přihlašováním",
    )),
    ("timed-out", "", (
        "bevor der vorgang beendet wurde, oder der server antwortet nicht", "se agotó el tiempo de espera del intento de conexión",
        "operación o el servidor no responde", "fin de l'opération ou le serveur ne répond pas",
        "dell'operazione oppure il server non risponde", "タイムアウト期間が過ぎた", "제한 시간이 지났거나 서버가",
        "lub serwer nie odpowiada", "ou o servidor não está respondendo",
        "операции, или сервер не отвечает", "veya sunucu yanıt vermiyor", "操作之前已超时或服务器未响应", "作業完成之前超過逾時",
        "eine verbindung aus dem pool abgelaufen", "obtener una conexión del grupo", "obtention d'une connexion du pool", "尚未从池中获取连接",
        "раньше, чем удалось получить подключение из пула", "obtida uma conexão do pool", "プールから接続を取得する前に",
    )),
    ("tls-failed", "tls", (
        "unterstützt keine verschlüsselung", "intenta conectar no admite cifrado", "ne prend pas en charge le cryptage", "connettersi non supporta la crittografia",
        "インスタンスは暗号化をサポートしていません", "인스턴스에서 암호화를 지원하지", "nie obsługuje szyfrowania", "não dá suporte para criptografia", "не поддерживает шифрования", "şifrelemeyi desteklemiyor",
        "实例不支持加密", "執行個體不支援加密",
    )),
    ("rejected", "service", (
        "fehler bei der anmeldung für den benutzer", "error de inicio de sesión del usuario", "échec de l'ouverture de session de l'utilisateur", "échec de la connexion de l'utilisateur",
        "falha de logon do usuário", "falha no logon do usuário", "falha de login do usuário", "accesso non riuscito per l'utente", "ошибка входа пользователя", "ログインできませんでした",
        "이(가) 로그인하지 못했습니다", "logowanie użytkownika", "kullanıcısı oturum açamadı", "登录失败。", "登入失敗。",
    )),
)  # fmt: skip

WAITED = (
    "время ожидания операции истекло", "der wartevorgang wurde abgebrochen", "dépassement du délai d'attente", "dépassement du délai d’attente",
    "délai d'attente de l'opération s'est écoulé", "tiempo de espera de la operación de espera", "el tiempo de espera de la operación ha caducado", "等待的操作过时",
    "等候操作逾時", "待ち操作がタイムアウト", "대기 작업 시간이 초과", "operação de espera atingiu o tempo limite", "timeout dell'operazione di attesa", "limit czasu operacji oczekiwania",
)  # fmt: skip
"Windows' text for WAIT_TIMEOUT (258), as its provider repeats it behind a number that says nothing."

COMMON = (
    "verbindungstimeout abgelaufen", "délai d'attente pour la connexion expiré", "timeout di connessione scaduto", "接続がタイムアウトしました",
    "接続試行がタイムアウトしました", "연결 제한 시간이 만료", "limit czasu połączenia", "tempo limite de conexão expirado",
    "истекло время ожидания соединения", "bağlantı zaman aşımı süresi doldu", "连接超时时间已到", "已超過連接逾時",
    "vypršel časový limit připojení",
)  # fmt: skip
"What its clients say of a connection that took too long, and anybody else may: it is theirs where the line names them."
