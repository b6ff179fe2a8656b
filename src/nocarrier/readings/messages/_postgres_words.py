"""What PostgreSQL and its clients say in other languages: the part of each sentence that no other error shares, in lower case.

Sources: the drivers' own catalogues (pgjdbc, org/postgresql/translation), and for libpq and the server what reports quote.
"""

from __future__ import annotations

from nocarrier.readings.messages.reading import ErrorClass

WORDS: tuple[tuple[ErrorClass, str, tuple[str, ...]], ...] = (
    ("rejected", "service", (
        "passwort-authentifizierung für benutzer", "autentificación password falló", "la autentificación password", "authentification par mot de passe échouée",
        "не прошёл проверку подлинности", "не прошел проверку подлинности", "autenticação do tipo senha falhou", "password 认证失败", "autenticazione con password fallita",
        "パスワード認証に失敗しました", "password 인증을 실패했습니다", "autoryzacja hasłem nie powiodła", "şifre doğrulaması başarısız",
        "kein pg_hba.conf-eintrag", "no hay una línea en pg_hba.conf", "aucune entrée dans pg_hba.conf", "в pg_hba.conf нет записи", "nenhuma entrada no pg_hba.conf",
        "没有用于主机", "pg_hba.conf记录", "pg_hba.conf 记录", "nessuna voce in pg_hba.conf", "のエントリがpg_hba.confにありません", "호스트가 pg_hba.conf",
        "tut mir leid, schon zu viele verbindungen", "lo siento, ya tenemos demasiados clientes", "désolé, trop de clients sont déjà connectés",
        "verbleibenden verbindungen sind für superuser", "conexiones restantes están reservadas", "connexions restantes sont réservées",
        "оставшиеся слоты подключений зарезервированы", "slots de conexão remanescentes são reservad", "le restanti connessioni sono riservate",
        "剩余的连接槽", "已保留的连接位置", "残りの接続枠は",
        "извините, уже слишком много клиентов", "desculpe, muitos clientes conectados", "对不起, 已经有太多的客户", "対応可能なクライアント数を超えました",
    )),
    ("closed", "service", (
        "server beendete die verbindung unerwartet", "el servidor cerró la conexión inesperadamente", "le serveur a fermé la connexion de façon inattendue",
        "сервер неожиданно закрыл соединение", "服务器意外地关闭了联接", "服务器意外地关闭了连接", "servidor fechou a conexão inesperadamente", "サーバーが想定外に接続を閉じ",
        "サーバとの接続が想定外にクローズ", "서버가 갑자기 연결을 닫음", "il server ha chiuso la connessione inaspettatamente", "serwer zamknął połączenie niespodziewanie",
        "sunucu bağlantıyı beklenmedik",
    )),
    ("refused", "tcp", (
        "連線被拒，請檢查主機名稱和埠號", "连线被拒，请检查主机名称和埠号", "die korrektheit von hostnamen und der portnummer", "que le nom de machine et le port sont corrects",
        "que el nombre del host y el puerto son correctos", "nome da máquina e a porta estão corretos", "che il nome dell'host e la porta siano corretti", "хост и порт указаны правильно",
        "postmaster がtcp/ip接続を受け付けている", "postmaster가 tcp/ip 연결을 수락",
    )),
    ("tls-failed", "tls", (
        "der server unterstützt ssl nicht", "server nepodporuje ssl", "este servidor no soporta ssl", "le serveur ne supporte pas ssl", "il server non supporta ssl",
        "サーバはsslをサポートしていません", "서버가 ssl을 지원하지 않습니다", "serwer nie obsługuje ssl", "o servidor não suporta ssl", "сервер не поддерживает ssl", "sunucu ssl desteklemiyor",
        "服务器不支援 ssl", "伺服器不支援 ssl", "beim aufbau der ssl-verbindung trat ein fehler", "进行 ssl 连线时发生错误", "ошибка при установке ssl-соединения",
    )),
    ("unknown", "tcp", (
        "verbindung zum server auf", "falló la conexión al servidor en", "la connexion au serveur sur", "conexão com servidor em", "포트로 접속할 수 없음",
    )),
)  # fmt: skip

COMMON = (
    "konnte nicht mit dem server verbinden", "no se pudo conectar con el servidor", "n'a pas pu se connecter au serveur", "не удалось подключиться к серверу",
    "无法联接到服务器", "无法连接到服务器", "não pôde conectar ao servidor", "サーバに接続できませんでした",
    "サーバーへの接続に失敗しました", "nie można połączyć się z serwerem", "impossibile connettersi al server", "sunucuya bağlanılamadı",
    "подключиться к серверу", "der verbindungsversuch schlug fehl", "el intento de conexión falló", "la tentative de connexion a échoué",
    "il tentativo di connessione è fallito", "接続試行は失敗しました", "연결 시도가 실패했습니다", "próba nawiązania połączenia nie powiodła",
    "a tentativa de conexão falhou", "bağlantı denemesi başarısız oldu", "尝试连线已失败", "嘗試連線已失敗",
)  # fmt: skip
"What they say, too, and anybody else may: it is theirs where the line names them."
