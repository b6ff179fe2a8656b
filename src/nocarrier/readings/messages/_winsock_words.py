"""What Windows says of Winsock's errors in other languages: the part of each sentence that no other error shares.

Lower case, by the number of the error. Those of zh_CN (10054, 10060, 10061), es and ru (10061) were found as programs printed
them into reports of public issue trackers (IIC2233/Syllabus-2018-1#733, abbat/ydcmd#22, barry-ran/QtScrcpy#192,
rustdesk/rustdesk#10359, matterport/Mask_RCNN#2996); the others are what FormatMessage gives (kernelbase.dll.mui,
ws2_32.dll.mui) as far as we know them, and were not checked on a Windows of that language.
"""

from __future__ import annotations

WORDS: dict[int, tuple[str, ...]] = {
    10013: (
        "aufgrund der zugriffsrechte des sockets", "以一种访问权限不允许的方式做了一个访问套接字的尝试", "嘗試存取通訊端被拒絕",
        "アクセス許可で禁じられた方法でソケット", "accès à un socket de manière interdite", "acceso a un socket no permitido",
        "acesso a um soquete de uma maneira", "доступа к сокету методом", "액세스 권한에 의해 숨겨진 소켓",
        "accesso al socket con modalità non consentite", "dostępu do gniazda w sposób zabroniony",
    ),
    10048: (
        "normalerweise darf jede socketadresse", "通常每个套接字地址", "只能用一個通訊端位址", "各ソケット アドレスに対してプロトコル",
        "une seule utilisation de chaque adresse de socket", "se permite un uso de cada dirección de socket",
        "utilização de cada endereço de soquete", "только одно использование адреса сокета", "각 소켓 주소(프로토콜",
        "un solo utilizzo di ogni indirizzo di socket", "tylko jedno użycie każdego adresu gniazda", "her yuva adresinin",
    ),
    10049: (
        "angeforderte adresse ist in diesem kontext ungültig", "该请求的地址无效", "要求したアドレスのコンテキストが無効です",
        "adresse demandée n’est pas valide dans son contexte", "adresse demandée n'est pas valide dans son contexte",
        "dirección solicitada no es válida en este contexto", "endereço solicitado não é válido no",
        "требуемый адрес для своего контекста неверен", "요청한 주소는 해당 컨텍스트에서",
    ),
    10051: (
        "bezog sich auf ein nicht verfügbares netzwerk", "向一个无法连接的网络尝试了一个套接字操作", "到達できないネットワークに対してソケット操作",
        "tentée sur un réseau impossible à atteindre", "operación de socket en una red no accesible",
        "operação de soquete foi tentada em uma rede inacessível", "операцию на сокете при отключенной сети",
    ),
    10053: (
        "verbindung wurde softwaregesteuert", "主机中的软件中止了一个已建立的连接", "主機上的軟體中止", "確立された接続がホスト コンピュー",
        "abandonnée par un logiciel de votre ordinateur", "anulado una conexión establecida por el software",
        "foi anulada pelo software no", "на вашем хост-компьютере разорвала установленное подключение",
        "połączenie zostało przerwane przez oprogramowanie", "ana makinenizdeki yazılım tarafından",
    ),
    10054: (
        "vorhandene verbindung wurde vom remotehost geschlossen", "远程主机强迫关闭了一个现有的连接", "遠端主機已強制關閉",
        "ホストに強制的に切断されました", "connexion existante a dû être fermée par l",
        "se ha forzado la interrupción de una conexión existente", "forçado o cancelamento de uma conexão existente",
        "удаленный хост принудительно разорвал", "원격 호스트에 의해 강제로 끊겼습니다",
        "interrotta forzatamente dall'host remoto", "interrotta forzatamente dall’host remoto",
        "gwałtownie zamknięte przez zdalnego hosta", "bilgisayar tarafından zorla kapatıldı",
    ),
    10055: (
        "da dem system pufferspeicher fehlte", "由于系统缓冲区空间不足或队列已满", "carece de espacio de búfer suficiente",
        "т.к. буфер слишком мал или очередь переполнена",
    ),
    10060: (
        "gegenstelle nach einer bestimmten zeitspanne nicht", "连接方在一段时间后没有正确答复", "連線對象有一段時間並未正確回應",
        "一定の時間を過ぎても正しく応答しなかった", "répondu convenablement au-delà d", "la parte conectada no respondió adecuadamente",
        "o componente conectado não respondeu", "за требуемое время не получен нужный отклик", "연결된 구성원으로부터 응답이 없어",
        "risposta non corretta della parte connessa", "połączona strona nie odpowiedziała", "belli bir süre içinde yanıt vermediğinden",
    ),
    10061: (
        "zielcomputer die verbindung verweigerte", "目标计算机积极拒绝", "目標電腦拒絕連線", "によって拒否されたため、接続できませんでした",
        "ordinateur cible l’a expressément refusée", "ordinateur cible l'a expressément refusée",
        "equipo de destino denegó expresamente", "máquina de destino as recusou ativamente", "computador de destino a recusou",
        "конечный компьютер отверг запрос на подключение", "대상 컴퓨터에서 연결을 거부했으므로",
        "rifiuto persistente del computer di destinazione", "komputer docelowy aktywnie go odmawia",
        "makine etkin olarak reddettiğinden",
    ),
    10065: (
        "bezog sich auf einen nicht verfügbaren host", "套接字操作尝试一个无法连接的主机", "到達できないホストに対してソケット操作",
        "tentée sur un hôte impossible à atteindre", "operación de socket en un host no accesible",
        "operação de soquete foi tentada em um host inacessível",
    ),
    11001: (
        "es ist kein derartiger host bekannt", "der angegebene host ist unbekannt", "不知道这样的主机", "無法識別這台主機",
        "そのようなホストは不明です", "este host não é conhecido", "этот хост неизвестен", "알려진 호스트가 없습니다",
        "böyle bir ana bilgisayar bilinmiyor", "hôte inconnu", "host desconocido", "host sconosciuto",
    ),
}  # fmt: skip
