"""The stems of every reader of this package, by few pieces one of which is in each. Written by `just pages`."""

from __future__ import annotations

CORES: dict[bytes, tuple[tuple[str, tuple[str, ...]], ...]] = {
    b' espac': (
        ('aucun espace tampon disponible', ('native',)),
        ('carece de espacio de búfer suficiente', ('native',)),
        ('no queda espacio para memoria intermedia', ('native',)),
    ),
    b' est\xc3\xa1 ': (
        ('a rede está em baixo', ('native',)),
        ('a rede está fora de alcance', ('native',)),
        ("el `host' no está operativo", ('native',)),
        ('host está desligado', ('native',)),
        ('la dirección ya se está usando', ('native',)),
        ('la red no está activa', ('native',)),
        ('o anfitrião está em baixo', ('native',)),
    ),
    b' failure': (
        ('record layer failure', ('tls',)),
        ('recv failure', ('tools',)),
        ('send failure', ('tools',)),
    ),
    b' fazla a\xc3\xa7\xc4\xb1k dosya var': (
        (' fazla açık dosya var', ('native',)),
    ),
    b' host': (
        ('bezog sich auf einen nicht verfügbaren host', ('native',)),
        ('brak adresu związanego z nazwą hosta', ('native',)),
        ('brak trasy do hosta', ('native',)),
        ('could not translate host name', ('services',)),
        ('der angegebene host ist unbekannt', ('native',)),
        ('destination host unreachable', ('tools',)),
        ('did you specify the right host or port', ('operations',)),
        ('es ist kein derartiger host bekannt', ('native',)),
        ('este host não é conhecido', ('native',)),
        ('failed host lookup: ', ('compiled',)),
        ('forward host lookup failed', ('tools',)),
        ('gwałtownie zamknięte przez zdalnego hosta', ('native',)),
        ('invalid host header', ('http',)),
        ('nessun indirizzo associato al nome host', ('native',)),
        ('no matching host key type found', ('tools',)),
        ('no route to host', ('common',)),
        ('no such host', ('compiled',)),
        ('no such host is known', ('compiled',)),
        ('não há rota para o host', ('native',)),
        ('operación de socket en un host no accesible', ('native',)),
        ('operação de soquete foi tentada em um host inacessível', ('native',)),
        ('remote host terminated the handshake', ('compiled',)),
        ('unknown host', ('tools',)),
        ('unreachable host', ('compiled',)),
    ),
    b' jest ': (
        ('odwzorowanie nazwy jest chwilowo niemożliwe', ('native',)),
        ('sieć jest niedostępna', ('native',)),
        ('sieć jest wyłączona', ('native',)),
        ('ta nazwa lub usługa jest nieznana', ('native',)),
        ('urządzenie jest wyłączone', ('native',)),
    ),
    b' non \xc3\xa8 ': (
        ("l'host non è attivo", ('native',)),
        ('la rete non è disponibile', ('native',)),
        ('la rete non è raggiungibile', ('native',)),
    ),
    b' requ': (
        ('blocked request', ('http',)),
        ('cannot assign requested', ('operations',)),
        ('cors request', ('browsers',)),
        ('http request', ('tls',)),
        ('https proxy request', ('tls',)),
        ('misdirected request', ('http',)),
        ('não foi possível acessar o endereço requisitado', ('native',)),
        ('plain http request was sent to https port', ('tls',)),
        ('the request timed out', ('browsers',)),
        ('the requested url could not be retrieved', ('http',)),
        ('too many requests', ('http',)),
    ),
    b' syst': (
        ('the database system is starting up', ('services',)),
        ('trop de fichiers ouverts dans le système', ('native',)),
        ('za dużo otwartych plików w systemie', ('native',)),
        ('zu viele offene dateien im system', ('native',)),
    ),
    b' too ': (
        ('dh key too small', ('tls',)),
        ('packet length too long', ('tls',)),
    ),
    b' \xc3\xa7\xc3\xb6z\xc3\xbcn\xc3\xbcrl\xc3\xbc\xc4\x9f\xc3\xbcnde ge\xc3\xa7ici ba\xc5\x9far\xc4\xb1s\xc4\xb1zl\xc4\xb1k': (
        (' çözünürlüğünde geçici başarısızlık', ('native',)),
    ),
    b' \xd0\xb0\xd0\xb4\xd1\x80\xd0\xb5\xd1\x81': (
        (' адрес для своего контекста неверен', ('native',)),
        (' адресов не поддерживается протоколом', ('native',)),
        (' именем узла не связано ни одного адреса', ('native',)),
        (' назначить запрошенный адрес', ('native',)),
        (' одно использование адреса сокета', ('native',)),
    ),
    b' \xd0\xb8\xd0\xbb\xd0\xb8 ': (
        (' буфер слишком мал или очередь переполнена', ('native',)),
        (' имя или служба', ('native',)),
    ),
    b' \xd0\xba\xd0\xb0\xd0\xbd\xd0\xb0\xd0\xbb\xd0\xb0': (
        (' канала', ('native',)),
    ),
    b' \xd0\xbc\xd0\xb0\xd1\x80\xd1\x88\xd1\x80\xd1\x83\xd1\x82\xd0\xb0 \xd0\xb4\xd0\xbe \xd1\x83\xd0\xb7\xd0\xbb\xd0\xb0': (
        (' маршрута до узла', ('native',)),
    ),
    b' \xd0\xbd\xd0\xb5 \xd1\x80\xd0\xb0\xd0\xb1\xd0\xbe\xd1\x82\xd0\xb0\xd0\xb5\xd1\x82': (
        (' не работает', ('native',)),
    ),
    b' \xd0\xbd\xd0\xb5\xd0\xb4\xd0\xbe\xd1\x81\xd1\x82\xd1\x83\xd0\xbf\xd0\xbd\xd0\xb0': (
        (' недоступна', ('native',)),
    ),
    b' \xd1\x80\xd0\xb0\xd0\xb7\xd0\xbe\xd1\x80\xd0\xb2\xd0\xb0': (
        (' разорвано другой стороной', ('native',)),
        (' хост принудительно разорвал', ('native',)),
    ),
    b' \xd1\x82\xd1\x80\xd0\xb5\xd0\xb1\xd1\x83\xd0\xb5\xd0\xbc\xd0\xbe\xd0\xb5 \xd0\xb2\xd1\x80\xd0\xb5\xd0\xbc\xd1\x8f \xd0\xbd\xd0\xb5 \xd0\xbf\xd0\xbe\xd0\xbb\xd1\x83\xd1\x87\xd0\xb5\xd0\xbd \xd0\xbd\xd1\x83\xd0\xb6\xd0\xbd\xd1\x8b\xd0\xb9 \xd0\xbe\xd1\x82\xd0\xba\xd0\xbb\xd0\xb8\xd0\xba': (
        (' требуемое время не получен нужный отклик', ('native',)),
    ),
    b' \xd1\x83\xd0\xb6\xd0\xb5 \xd0\xb8\xd1\x81\xd0\xbf\xd0\xbe\xd0\xbb\xd1\x8c\xd0\xb7\xd1\x83\xd0\xb5\xd1\x82\xd1\x81\xd1\x8f': (
        (' уже используется', ('native',)),
    ),
    b' \xd1\x85\xd0\xbe\xd1\x81\xd1\x82 \xd0\xbd\xd0\xb5\xd0\xb8\xd0\xb7\xd0\xb2\xd0\xb5\xd1\x81\xd1\x82\xd0\xb5\xd0\xbd': (
        (' хост неизвестен', ('native',)),
    ),
    b' \xeb\x84\x88\xeb\xac\xb4 \xeb\xa7\x8e': (
        ('시스템에 파일을 너무 많이 열었음', ('native',)),
        ('열린 파일이 너무 많음', ('native',)),
    ),
    b' \xec\x97\x86\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('알려진 호스트가 없습니다', ('native',)),
        ('요청한 주소를 배정할 수 없습니다', ('native',)),
        ('이름 혹은 서비스를 알 수 없습니다', ('native',)),
    ),
    b' \xec\x97\xb0\xea\xb2\xb0\xec\x9d\x84 ': (
        ('대상 컴퓨터에서 연결을 거부했으므로', ('native',)),
        ('상대편이 연결을 끊음', ('native',)),
    ),
    b'(os ': (
        ('(os ', ('common',)),
    ),
    b'1006': (
        ('1006', ('websocket',)),
    ),
    b'400 the plain': (
        ('400 the plain', ('http',)),
    ),
    b'421 ': (
        ('421 ', ('http',)),
    ),
    b': eof': (
        (': eof', ('compiled',)),
    ),
    b':nxdomain': (
        (':nxdomain', ('compiled',)),
    ),
    b'abandonn\xc3\xa9e par un logiciel de votre ordinateur': (
        ('abandonnée par un logiciel de votre ordinateur', ('native',)),
    ),
    b'acces': (
        ('access_refused', ('services',)),
        ('eacces', ('common',)),
        ('err_access_denied', ('http',)),
        ('fatal: unable to access', ('tools',)),
        ('in a way forbidden by its access permissions', ('compiled',)),
        ('la red es inaccesible', ('native',)),
        ("le réseau n'est pas accessible", ('native',)),
    ),
    b'addrin': (
        ('eaddrinuse', ('operations',)),
        ('getaddrinfo ', ('node',)),
    ),
    b'adres': (
        (' adres bulunamıyor', ('native',)),
        ('adres jest już w użyciu', ('native',)),
        ('adres zaten kullanımda', ('native',)),
        ('her yuva adresinin', ('native',)),
        ('makina ismiyle ilişkili adres yok', ('native',)),
        ('nie można przypisać żądanego adresu', ('native',)),
        ('tylko jedno użycie każdego adresu gniazda', ('native',)),
    ),
    b'alert ': (
        ('alert ', ('tls',)),
    ),
    b'allowed': (
        ('disallowedhost', ('http',)),
        ('not_allowed - ', ('services',)),
    ),
    b'already ': (
        ('already in use', ('operations',)),
        ('is already being used', ('operations',)),
        ('is already taken', ('operations',)),
        ('port is already allocated', ('operations',)),
    ),
    b'ament': (
        ('equipo de destino denegó expresamente', ('native',)),
        ("interrotta forzatamente dall'host remoto", ('native',)),
        ('interrotta forzatamente dall’host remoto', ('native',)),
        ('máquina de destino as recusou ativamente', ('native',)),
        ("nessun instradamento per l'host", ('native',)),
    ),
    b'amqp': (
        ('amqp', ('services',)),
    ),
    b'ation': (
        ('authenticationexception: authentication failed', ('python',)),
        ('communications link failure', ('services',)),
        ('destination port unreachable', ('tools',)),
        ('die verbindung wurde vom kommunikationspartner zurückgesetzt', ('native',)),
        ('eof occurred in violation', ('tls',)),
        ('host key verification', ('tools',)),
        ('http authentication failed', ('browsers',)),
        ('malformed communication packet', ('services',)),
        ('noauth authentication required', ('services',)),
        ('password authentication failed', ('services',)),
        ('proxy authentication required', ('http',)),
        ('ssl operation failed with code', ('compiled',)),
        ('the handshake operation timed out', ('python',)),
        ('unsafe legacy renegotiation', ('tls',)),
    ),
    b"aucun chemin d'acc\xc3\xa8s pour atteindre l'h\xc3\xb4te cible": (
        ("aucun chemin d'accès pour atteindre l'hôte cible", ('native',)),
    ),
    b'a\xc4\x9f yok oldu': (
        ('ağ yok oldu', ('native',)),
    ),
    b'bad port': (
        ('bad port', ('tools',)),
    ),
    b'ba\xc4\x9flant\xc4\xb1': (
        ('bağlantı karşıdan kesildi', ('native',)),
        ('bağlantı reddedildi', ('native',)),
        ('bağlantıda zaman aşımı', ('native',)),
        ('yazılım bağlantının kopmasına sebep oldu', ('native',)),
    ),
    b'belli bir s\xc3\xbcre i\xc3\xa7inde yan\xc4\xb1t vermedi\xc4\x9finden': (
        ('belli bir süre içinde yanıt vermediğinden', ('native',)),
    ),
    b'brak miejsca w buforze': (
        ('brak miejsca w buforze', ('native',)),
    ),
    b'broke': (
        ('broken pipe', ('common',)),
        ('broker may not be available', ('services',)),
        ('brokers are down', ('services',)),
        ('datenübergabe unterbrochen (broken pipe)', ('native',)),
        ('no brokers', ('services',)),
        ('nobrokers', ('services',)),
    ),
    b'cepti': (
        ('bindexception', ('compiled',)),
        ('httpexception', ('http',)),
        ('sslexception', ('compiled',)),
        ('sslpeerunverifiedexception', ('compiled',)),
        ('that the postmaster is accepting tcp/ip', ('services',)),
    ),
    b'cert_': (
        ('cert_has_expired', ('node',)),
        ('cert_not_yet', ('node',)),
    ),
    b'clickhouse': (
        ('clickhouse', ('services',)),
    ),
    b'close': (
        ('close code', ('websocket',)),
        ('closedchannel', ('compiled',)),
        ('forcibly closed', ('compiled',)),
        ('no close frame', ('websocket',)),
        ('other side closed', ('node',)),
        ('prematurecloseexception', ('compiled',)),
        ('remote end closed', ('python',)),
        ('use of closed network', ('compiled',)),
    ),
    b'conex': (
        ('anulado una conexión establecida por el software', ('native',)),
        ('conexión rehusada', ('native',)),
        ('conexión reinicializada por la máquina remota', ('native',)),
        ('conexão fechada pela outra ponta', ('native',)),
        ('conexão recusada', ('native',)),
        ('el programa provocó el fin de la conexión', ('native',)),
        ('expiró el tiempo de conexión', ('native',)),
        ('forçado o cancelamento de uma conexão existente', ('native',)),
        ('se ha forzado la interrupción de una conexión existente', ('native',)),
        ('tempo esgotado para conexão', ('native',)),
        ('término de conexão causada por software', ('native',)),
    ),
    b'conne': (
        ("'connection' header is missing", ('browsers',)),
        ("'connection' header value must contain 'upgrade'", ('browsers',)),
        ('all broker connections are down', ('services',)),
        ("can't establish a connection", ('browsers',)),
        ('cannot connect to host', ('python',)),
        ('cannot connect to proxy', ('python',)),
        ('cannot initiate the connection', ('tools',)),
        ('can’t establish a connection', ('browsers',)),
        ('clientconnectordnserror', ('python',)),
        ('connect call failed', ('python',)),
        ('connect timed out', ('compiled',)),
        ('connect timeout=', ('python',)),
        ('connect to server on', ('services',)),
        ('connect tunnel failed', ('tools',)),
        ('connect: connection refused', ('compiled',)),
        ('connecterror', ('python',)),
        ('connectexception', ('compiled',)),
        ('connection aborted', ('python',)),
        ('connection and upgrade headers required', ('websocket',)),
        ('connection attempts failed', ('python',)),
        ('connection closed (configured timeouts', ('services',)),
        ('connection closed abnormally', ('websocket',)),
        ('connection closed before message completed', ('compiled',)),
        ('connection closed by', ('tools',)),
        ('connection closed gracefully', ('tools',)),
        ('connection closed while reading http status line', ('websocket',)),
        ('connection refused', ('common',)),
        ('connection refused (os error', ('compiled',)),
        ('connection refused by user', ('tools',)),
        ('connection refused: bad user name', ('services',)),
        ('connection refused: identifier rejected', ('services',)),
        ('connection refused: not authori', ('services',)),
        ('connection reset by', ('tools',)),
        ('connection timeout to host', ('python',)),
        ('connection to remote host was lost', ('websocket',)),
        ('connection to server at', ('services',)),
        ('connection to server on socket', ('services',)),
        ('connection unexpectedly closed', ('python',)),
        ('connection was refused - did you specify', ('operations',)),
        ('connectionabortederror', ('python',)),
        ('connectionpool', ('python',)),
        ('connectionrefused', ('compiled',)),
        ('connectionrefusederror', ('python',)),
        ('connectionreseterror', ('python',)),
        ('connecttimeout', ('python',)),
        ('connecttimeoutexception', ('compiled',)),
        ('connessione interrotta dal corrispondente', ('native',)),
        ('connessione interrotta per un problema software', ('native',)),
        ('connessione rifiutata', ('native',)),
        ('connessione scaduta', ('native',)),
        ('connexion existante a dû être fermée par l', ('native',)),
        ('connexion refusée', ('native',)),
        ('connexion ré-initialisée par le correspondant', ('native',)),
        ("connexion terminée par expiration du délai d'attente", ('native',)),
        ('could not connect to server', ('services', 'tools',)),
        ('could not connect to the server', ('browsers',)),
        ("couldn't connect", ('tools',)),
        ('err_connect_fail', ('http',)),
        ('established connection was aborted by the software in your host', ('compiled',)),
        ('expected connection.start', ('services',)),
        ('failed to connect to', ('tools',)),
        ('failed to connect to all addresses', ('services',)),
        ('failed to open tcp connection to', ('compiled',)),
        ('failed: connection', ('tools',)),
        ('from proxy after connect', ('tools',)),
        ('httpconnecttimeoutexception', ('compiled',)),
        ('invalid connection header', ('websocket',)),
        ('is blocked because of many connection errors', ('services',)),
        ('is not allowed to connect to this', ('services',)),
        ("le logiciel a provoqué l'abandon de la connexion", ('native',)),
        ('lost connection to server', ('services',)),
        ('missing connection header', ('websocket',)),
        ('network connection was lost', ('browsers',)),
        ('network socket disconnected', ('node',)),
        ('no living connections', ('services',)),
        ('openssl ssl_connect', ('tools',)),
        ('pr_connect_reset', ('browsers',)),
        ('proxy connect', ('operations',)),
        ('proxy connect aborted', ('tools',)),
        ('proxyconnect', ('operations',)),
        ('remaining connection slots', ('services',)),
        ('remotedisconnected', ('python',)),
        ('request canceled while waiting for connection', ('compiled',)),
        ('risposta non corretta della parte connessa', ('native',)),
        ('server closed the connection', ('services',)),
        ('server closed the connection unexpectedly', ('services',)),
        ('server disconnected', ('python',)),
        ('serverdisconnected', ('python',)),
        ('serverselectiontimeouterror: connection closed', ('services',)),
        ('software caused connection abort', ('common',)),
        ('ssh: connect', ('tools',)),
        ('ssl connect error', ('tools',)),
        ('tcp connect error', ('compiled',)),
        ('terminating connection', ('services',)),
        ('the connection to the server', ('operations',)),
        ('the ssl connection could not be established', ('compiled',)),
        ('timeout connecting to server', ('services',)),
        ('too many connections', ('services',)),
        ('trying to connect an http1.x server', ('services',)),
        ('tunnel connection failed', ('python',)),
        ('unable to connect to', ('tools',)),
        ('unable to connect to ', ('compiled',)),
        ('unable to connect to port', ('python',)),
        ('unable to connect to proxy', ('python',)),
        ('unable to connect to the server: net/http: tls handshake timeout', ('operations',)),
        ('unable to establish ssl connection', ('tools',)),
        ('unexpected connection_lost() call', ('python',)),
        ('upstream connect error', ('http',)),
    ),
    b'conte': (
        ('content security policy', ('browsers',)),
        ('context deadline exceeded', ('compiled',)),
        ('dirección solicitada no es válida en este contexto', ('native',)),
        ('mixed content', ('browsers',)),
    ),
    b'crashloopbackoff': (
        ('crashloopbackoff', ('operations',)),
    ),
    b'curl: (': (
        ('curl: (', ('tools',)),
    ),
    b'curle_': (
        ('curle_', ('tools',)),
    ),
    b'd http': (
        ('bad http message', ('python',)),
        ('did not receive a valid http', ('websocket',)),
        ('invalid http version parsed', ('compiled',)),
        ('malformed http', ('compiled',)),
    ),
    b'd not ': (
        ('did not succeed', ('browsers',)),
        ('hostname could not be found', ('browsers',)),
    ),
    b'dial ': (
        ('dial tcp', ('compiled',)),
        ('dial udp', ('compiled',)),
        ('dial unix', ('compiled',)),
    ),
    b'docker daemon': (
        ('docker daemon', ('operations',)),
    ),
    b'dress': (
        ('address already in use', ('common',)),
        ('address family not supported', ('common',)),
        ('address lookup failed for', ('services',)),
        ("adresse demandée n'est pas valide dans son contexte", ('native',)),
        ('adresse demandée n’est pas valide dans son contexte', ('native',)),
        ('adresse déjà utilisée', ('native',)),
        ('angeforderte adresse ist in diesem kontext ungültig', ('native',)),
        ('assign requested address', ('common',)),
        ("aucune adresse associée avec le nom de l'hôte", ('native',)),
        ('bad address', ('tools',)),
        ('bind: address already in use', ('operations',)),
        ('die adresse wird bereits verwendet', ('native',)),
        ('die adressfamilie wird von der protokollfamilie nicht unterstützt', ('native',)),
        ('die angeforderte adresse kann nicht zugewiesen werden', ('native',)),
        ('failed to lookup address information', ('compiled',)),
        ('failed to parse address', ('compiled',)),
        ("famille d'adresses non supportée par le protocole", ('native',)),
        ("ne peut attribuer l'adresse demandée", ('native',)),
        ('no address associated', ('common',)),
        ('normalerweise darf jede socketadresse', ('native',)),
        ('only one usage of each socket address', ('compiled',)),
        ('php_network_getaddresses', ('compiled',)),
        ('registeraddress', ('operations',)),
        ('requested address is not valid in its context', ('compiled',)),
        ('unable to resolve host address', ('tools',)),
        ('une seule utilisation de chaque adresse de socket', ('native',)),
        ('unresolvedaddress', ('compiled',)),
        ('zu diesem hostnamen gehört keine adresse', ('native',)),
    ),
    b'eaddr': (
        ('eaddr', ('common',)),
    ),
    b'eai_': (
        ('eai_', ('common',)),
    ),
    b'econn': (
        ('econn', ('common', 'node',)),
    ),
    b'ehost': (
        ('ehost', ('common',)),
    ),
    b'emfile': (
        ('emfile', ('common',)),
    ),
    b'enet': (
        ('enet', ('common',)),
    ),
    b'enfile': (
        ('enfile', ('common',)),
    ),
    b'engine.io': (
        ('engine.io', ('websocket',)),
    ),
    b'enobufs': (
        ('enobufs', ('common',)),
    ),
    b'enotfound': (
        ('enotfound', ('common',)),
    ),
    b'eperm': (
        ('eperm', ('common',)),
    ),
    b'epipe': (
        ('epipe', ('common', 'node',)),
    ),
    b'err_': (
        ('err_', ('browsers',)),
    ),
    b'err_tls': (
        ('err_tls', ('node',)),
    ),
    b'errno': (
        ('errno', ('common',)),
        ('errno::', ('compiled',)),
    ),
    b'error': (
        ('0 unknown error', ('node',)),
        ('an ssl error has occurred', ('browsers',)),
        ('brokenpipeerror', ('python',)),
        ('cause]: error: bad port', ('node',)),
        ('client error', ('http',)),
        ('dns error', ('compiled',)),
        ('eoferror', ('compiled',)),
        ('error 52', ('http',)),
        ('error code 52', ('http',)),
        ('error reading server preface', ('services',)),
        ('errore irrecuperabile nella risoluzione del nome', ('native',)),
        ('errore temporaneo nella risoluzione del nome', ('native',)),
        ('gaierror', ('python',)),
        ('http error ', ('http',)),
        ('incompatibleprotocolerror', ('services',)),
        ('kcferror', ('browsers',)),
        ('npm error', ('node',)),
        ('ns_error', ('browsers',)),
        ('nsurlerror', ('browsers',)),
        ('os error', ('common',)),
        ('parse error: expected http', ('node',)),
        ('protocol error, got', ('services',)),
        ('proxyerror', ('python',)),
        ('remote error: tls:', ('compiled',)),
        ('returned error: ', ('http',)),
        ('rpc error', ('services',)),
        ('sec_error', ('browsers',)),
        ('server error', ('http',)),
        ('serverselectiontimeouterror', ('services',)),
        ('socket error', ('common',)),
        ('socketerror', ('compiled',)),
        ('ssl_error', ('browsers', 'tls',)),
        ('statuscodeerror', ('http',)),
        ('timeouterror', ('python',)),
        ('transport error', ('websocket',)),
        ('unknown error http failure response', ('node',)),
        ('urlopen error', ('python',)),
        ('winerror', ('common',)),
        ('xhr poll error', ('websocket',)),
        ('{:error, :closed}', ('compiled',)),
    ),
    b'eshutdown': (
        ('eshutdown', ('common',)),
    ),
    b'exceeded': (
        ('code = deadlineexceeded', ('services',)),
        ('max retries exceeded', ('python',)),
    ),
    b'exchange': (
        ('banner exchange', ('tools',)),
        ('kex_exchange', ('tools',)),
        ('no matching key exchange method found', ('tools',)),
    ),
    b'failed': (
        ('failed to enable crypto', ('compiled',)),
        ('failed to load resource', ('browsers',)),
        ('failed to open stream', ('compiled',)),
        ('fetch failed', ('node',)),
    ),
    b'foi anulada pelo software no': (
        ('foi anulada pelo software no', ('native',)),
    ),
    b'fsockopen': (
        ('fsockopen', ('compiled',)),
    ),
    b'g/\xc3\xa7 \xc3\xb6nbelleklerinin hepsi kullan\xc4\xb1mda': (
        ('g/ç önbelleklerinin hepsi kullanımda', ('native',)),
    ),
    b'gateway': (
        ('bad gateway', ('http',)),
        ('gateway time', ('http',)),
        ('gatewayworker', ('operations',)),
        ('sendtogateway', ('operations',)),
    ),
    b'gnutls': (
        ('gnutls', ('tls',)),
    ),
    b'grpc': (
        ('grpc', ('services',)),
    ),
    b'handshak': (
        ('first record does not look like a tls handshake', ('compiled',)),
        ('handshake', ('websocket',)),
        ('handshake fail', ('tls',)),
        ('handshake_fail', ('tls',)),
        ('handshake_failure', ('compiled',)),
        ('ssl handshake is taking longer than', ('python',)),
        ('sslhandshakeexception', ('compiled',)),
    ),
    b'header parser received no bytes': (
        ('header parser received no bytes', ('compiled',)),
    ),
    b'hpe_': (
        ('hpe_', ('node',)),
    ),
    b'http/': (
        ('expected http/, rtsp/ or ice/', ('python',)),
        ('http/1.0 4', ('http',)),
        ('http/1.0 5', ('http',)),
        ('http/1.1 4', ('http',)),
        ('http/1.1 5', ('http',)),
        ('http/2 4', ('http',)),
        ('http/2 5', ('http',)),
        ('received http/0.9', ('tools',)),
    ),
    b'httpcore.': (
        ('httpcore.', ('python',)),
    ),
    b'httpx.': (
        ('httpx.', ('python',)),
    ),
    b'hyper::': (
        ('hyper::', ('compiled',)),
    ),
    b'ible ': (
        ("l'hôte cible est arrêté ou en panne", ('native',)),
        ("ordinateur cible l'a expressément refusée", ('native',)),
        ('ordinateur cible l’a expressément refusée', ('native',)),
        ('tentée sur un hôte impossible à atteindre', ('native',)),
        ('tentée sur un réseau impossible à atteindre', ('native',)),
    ),
    b'icate': (
        ('certificate', ('tls',)),
        ('certificate_verify_failed', ('python',)),
        ('code = unauthenticated', ('services',)),
        ('invalid peer certificate', ('compiled',)),
        ('ssl certificate problem', ('tools',)),
        ("the certificate of '", ('tools',)),
        ('the remote certificate is invalid', ('compiled',)),
        ('transport indicated eof', ('services',)),
    ),
    b'invalidmessage': (
        ('invalidmessage', ('websocket',)),
    ),
    b'ion d': (
        (' non récupérable lors de la résolution du nom', ('native',)),
        (' temporaire dans la résolution du nom', ('native',)),
        ('bind: permission denied', ('operations',)),
        ('permission denied (publickey', ('tools',)),
    ),
    b'java.net': (
        ('java.net', ('compiled',)),
    ),
    b'javax.net': (
        ('javax.net', ('compiled',)),
    ),
    b'kafka': (
        ('kafka', ('services',)),
    ),
    b'kind: ': (
        ('kind: ', ('compiled',)),
    ),
    b'kubectl': (
        ('kubectl', ('operations',)),
    ),
    b'le r\xc3\xa9seau ne fonctionne pas': (
        ('le réseau ne fonctionne pas', ('native',)),
    ),
    b'lebilir ': (
        (' çözümlemesinde düzeltilebilir olmayan bozukluk', ('native',)),
        ('ağ erişilebilir durumda değil', ('native',)),
    ),
    b'lgisayar': (
        ('bilgisayar tarafından zorla kapatıldı', ('native',)),
        ('böyle bir ana bilgisayar bilinmiyor', ('native',)),
    ),
    b'libcurl': (
        ('libcurl', ('tools',)),
    ),
    b'liga\xc3\xa7\xc3\xa3o': (
        ('ligação expirada', ('native',)),
        ('ligação recusada', ('native',)),
        ('ligação reposta pelo peer', ('native',)),
        ('o programa abortou a ligação', ('native',)),
    ),
    b'makin': (
        ('ana makinenizdeki yazılım tarafından', ('native',)),
        ('makina çökük', ('native',)),
        ('makinaya ağ üzerinden yol yok', ('native',)),
        ('makine etkin olarak reddettiğinden', ('native',)),
    ),
    b'mariadb': (
        ('mariadb', ('services',)),
    ),
    b'memcache': (
        ('memcache', ('services',)),
    ),
    b'mongo': (
        ('mongo', ('services',)),
    ),
    b'mqtt': (
        ('mqtt', ('services',)),
    ),
    b'mysql': (
        ('mysql', ('services',)),
    ),
    b'nable': (
        ('répondu convenablement au-delà d', ('native',)),
        ('unable_to_', ('node',)),
    ),
    b'nc: ': (
        ('nc: ', ('tools',)),
    ),
    b'ncat: ': (
        ('ncat: ', ('tools',)),
    ),
    b'ncomplet': (
        ('incomplete read', ('python',)),
        ('incompleteread', ('python',)),
    ),
    b'ndere\xc3\xa7o ': (
        ('endereço já em uso', ('native',)),
        ('endereço solicitado não é válido no', ('native',)),
        ('impossível atribuir o endereço pedido', ('native',)),
        ('não há endereço associado com o nome', ('native',)),
        ('utilização de cada endereço de soquete', ('native',)),
    ),
    b'ndirizzo': (
        ("impossibile assegnare l'indirizzo richiesto", ('native',)),
        ('indirizzo già in uso', ('native',)),
    ),
    b'network ': (
        ('network is down', ('common',)),
        ('not permitted by network security policy', ('compiled',)),
    ),
    b'nicht': (
        ('bezog sich auf ein nicht verfügbares netzwerk', ('native',)),
        ('das netzwerk ist nicht aktiv', ('native',)),
        ('das netzwerk ist nicht erreichbar', ('native',)),
        ('der name oder der dienst ist nicht bekannt', ('native',)),
        ('der rechner ist nicht aktiv', ('native',)),
        ('gegenstelle nach einer bestimmten zeitspanne nicht', ('native',)),
        ('nicht-behebbarer fehler in der namensauflösung', ('native',)),
    ),
    b'no se puede asignar la direcci\xc3\xb3n solicitada': (
        ('no se puede asignar la dirección solicitada', ('native',)),
    ),
    b'nodename nor servname': (
        ('nodename nor servname', ('common',)),
    ),
    b'npm err': (
        ('npm err', ('node',)),
    ),
    b'number': (
        ('max number of clients', ('services',)),
        ('packet sequence number wrong', ('services',)),
        ('wrong version number', ('tls',)),
        ('wrong_version_number', ('python', 'tls',)),
    ),
    b'omput': (
        ('computador de destino a recusou', ('native',)),
        ('komputer docelowy aktywnie go odmawia', ('native',)),
    ),
    b'openssl::ssl': (
        ('openssl::ssl', ('compiled',)),
    ),
    b'ora-1': (
        ('ora-1', ('services',)),
    ),
    b'os ab': (
        ('demasiados ficheiros abertos', ('native',)),
        ('demasiados ficheros abiertos', ('native',)),
        ('muitos arquivos abertos', ('native',)),
    ),
    b'pg_hba': (
        ('pg_hba', ('services',)),
    ),
    b'pipe interrotta': (
        ('pipe interrotta', ('native',)),
    ),
    b'pki': (
        ('pki', ('browsers',)),
    ),
    b'pkix path': (
        ('pkix path', ('compiled',)),
    ),
    b'po\xc5\x82\xc4\x85cz': (
        ('oprogramowanie spowodowało przerwanie połączenia', ('native',)),
        ('połączenie odrzucone', ('native',)),
        ('połączenie zerwane przez drugą stronę', ('native',)),
        ('połączenie zostało przerwane przez oprogramowanie', ('native',)),
        ('połączona strona nie odpowiedziała', ('native',)),
        ('przekroczony czas oczekiwania na połączenie', ('native',)),
    ),
    b'pr_end_of_file': (
        ('pr_end_of_file', ('browsers',)),
    ),
    b'proto': (
        ('adres ailesi protokol tarafından desteklenmiyor', ('native',)),
        ('does not match the http/1.1 protocol', ('node',)),
        ('eproto ', ('node',)),
        ("eproto'", ('node',)),
        ('esta familia de direcciones no está soportada por el protocolo', ('native',)),
        ('famiglia di indirizzi non supportata dal protocollo', ('native',)),
        ('família de endereços não suportada pelo protocolo', ('native',)),
        ('família de endereços sem suporte pelo protocolo', ('native',)),
        ('no acceptable subprotocol', ('websocket',)),
        ('no protocols available', ('tls',)),
        ('no subprotocols supported', ('websocket',)),
        ('rodzina adresów nie obsługiwana przez protokół', ('native',)),
        ('ssh protocol banner', ('python',)),
        ('unknown protocol', ('tls',)),
    ),
    b'przerwany potok': (
        ('przerwany potok', ('native',)),
    ),
    b'quebrado': (
        ('pipe quebrado', ('native',)),
        ('túnel quebrado', ('native',)),
    ),
    b'query': (
        ('querya', ('node',)),
        ('queryany', ('node',)),
        ('querycname', ('node',)),
        ('querymx', ('node',)),
        ('queryns', ('node',)),
        ('queryptr', ('node',)),
        ('querysoa', ('node',)),
        ('querysrv', ('node',)),
        ('querytxt', ('node',)),
    ),
    b'rabbitmq': (
        ('rabbitmq', ('services',)),
    ),
    b'reach': (
        ('eof reached while reading', ('compiled',)),
        ('is unreachable', ('common',)),
        ('origin is unreachable', ('http',)),
        ('prematurely reached end of stream', ('services',)),
        ('unreachable network', ('compiled',)),
    ),
    b'rede ina': (
        ('operação de soquete foi tentada em uma rede inacessível', ('native',)),
        ('rede inacessível', ('native',)),
    ),
    b'redis': (
        ('redis', ('services',)),
    ),
    b'refused': (
        (':econnrefused', ('compiled',)),
        ('actively refused', ('compiled',)),
    ),
    b'relais bris\xc3\xa9 (pipe)': (
        ('relais brisé (pipe)', ('native',)),
    ),
    b'reqwest': (
        ('reqwest', ('compiled',)),
    ),
    b'reset by peer': (
        ('reset by peer', ('common',)),
    ),
    b'resol': (
        ('could not resolve', ('tools',)),
        ("couldn't resolve", ('tools',)),
        ('failed to resolve', ('python',)),
        ('falha irrecuperável na resolução de nome', ('native',)),
        ('falha temporária na resolução de nome', ('native',)),
        ('falha temporário na resolução de nome', ('native',)),
        ('fallo irrecuperable en la resolución del nombre', ('native',)),
        ('fallo temporal en la resolución del nombre', ('native',)),
        ('name does not resolve', ('tools',)),
        ('name resolution', ('common',)),
        ('name resolution에서 복구할 수 없는 실패', ('native',)),
        ('name resolution에서 일시적인 실패', ('native',)),
        ('nameresolution', ('python',)),
        ('temporary failure resolving', ('tools',)),
    ),
    b'respon': (
        ('a rede não responde', ('native',)),
        ('awaiting response... no data received', ('tools',)),
        ('did not properly respond', ('compiled',)),
        ('http 101 response', ('websocket',)),
        ('invalid http response', ('websocket',)),
        ('la parte conectada no respondió adecuadamente', ('native',)),
        ('nohttpresponseexception', ('compiled',)),
        ('o componente conectado não respondeu', ('native',)),
        ('received invalid response to ssl', ('services',)),
        ('response code', ('http',)),
        ('response code 407 from proxy', ('tools',)),
        ('the response ended prematurely', ('compiled',)),
        ('unexpected response code', ('websocket',)),
    ),
    b'route': (
        ('keine route zum zielrechner', ('native',)),
        ('noroutetohost', ('compiled',)),
    ),
    b'schannel': (
        ('schannel', ('tls',)),
    ),
    b'sec_e_': (
        ('sec_e_', ('tls',)),
    ),
    b'self_sig': (
        ('depth_zero_self_signed', ('node',)),
        ('self_signed_cert', ('node',)),
    ),
    b'sem caminho para o anfitri\xc3\xa3o': (
        ('sem caminho para o anfitrião', ('native',)),
    ),
    b'server': (
        ('empty reply from server', ('tools',)),
        ('etcdserver', ('services',)),
        ('expected authentication request from server', ('services',)),
        ('no server is available to handle', ('http',)),
        ('server certificate verification failed', ('tools',)),
        ('server does not support ssl, but ssl was required', ('services',)),
        ('server gave http response', ('compiled',)),
        ('server has gone away', ('services',)),
        ('server misbehaving', ('compiled',)),
        ('server selection', ('services',)),
        ('server sent a subprotocol but none was requested', ('websocket',)),
        ('server sent an invalid subprotocol', ('websocket',)),
        ('server sent no subprotocol', ('websocket',)),
        ('stream_socket_server', ('operations',)),
        ('the certificate for this server is invalid', ('browsers',)),
        ('the server was not found or was not accessible', ('services',)),
        ('unexpected end of file from server', ('compiled',)),
        ('unexpected server response', ('websocket',)),
        ('web server is down', ('http',)),
        ('while waiting for a server that matches', ('services',)),
    ),
    b'servi': (
        (' ya da servis bilinmiyor', ('native',)),
        ('name or service not known', ('common', 'compiled',)),
        ('nom ou service inconnu', ('native',)),
        ('nombre o servicio desconocido', ('native',)),
        ('nome o servizio sconosciuto', ('native',)),
        ('nome ou serviço desconhecido', ('native',)),
        ('nome ou serviço desconhecidos', ('native',)),
        ('register service', ('operations',)),
        ('sem endereço associado ao nome de servidor', ('native',)),
        ('service temporarily unavailable', ('http',)),
        ('service unavailable', ('http',)),
    ),
    b'siste': (
        ('demasiados ficheiros abertos no sistema', ('native',)),
        ('demasiados ficheros abiertos en el sistema', ('native',)),
        ('muitos arquivos abertos no sistema', ('native',)),
        ('rifiuto persistente del computer di destinazione', ('native',)),
        ('sistemde çok fazla açık dosya var', ('native',)),
        ('troppi file aperti nel sistema', ('native',)),
    ),
    b'socket': (
        (': socket closed', ('services',)),
        ('operación de socket en una red no accesible', ('native',)),
        ('se permite un uso de cada dirección de socket', ('native',)),
        ('socket closed abruptly during opening handshake', ('services',)),
        ('socket hang up', ('node',)),
        ('socket.io', ('websocket',)),
        ('socketexception', ('compiled',)),
        ('stream_socket_client', ('compiled', 'operations',)),
        ('tunneling socket could not be established', ('node',)),
        ('un solo utilizzo di ogni indirizzo di socket', ('native',)),
        ('web socket', ('websocket',)),
        ('websocket', ('browsers', 'websocket',)),
    ),
    b'socks': (
        ("can't complete socks", ('tools',)),
        ('err_socks', ('node',)),
        ('missing dependencies for socks support', ('python',)),
        ('socks', ('operations',)),
    ),
    b'sqlstate': (
        ('sqlstate', ('services',)),
        ('sqlstate[', ('compiled',)),
    ),
    b'ss probe': (
        ('liveness probe', ('operations',)),
        ('readiness probe', ('operations',)),
    ),
    b'ssl routines': (
        ('ssl routines', ('tls', 'tools',)),
    ),
    b'ssl: ': (
        ('ssl: ', ('tls',)),
    ),
    b'sslv3': (
        ('sslv3', ('tls',)),
    ),
    b'status': (
        ('bad status line', ('websocket',)),
        ('badstatusline', ('python',)),
        ('http probe failed with statuscode', ('operations',)),
        ('http status', ('http',)),
        ('illegal status line', ('python',)),
        ('invalid status line', ('browsers',)),
        ('invalidstatus', ('websocket',)),
        ('received an invalid status line', ('compiled',)),
        ('received http2 header with status', ('services',)),
        ('status code', ('http',)),
        ('statuscode.', ('services',)),
    ),
    b't is ': (
        ('desc = transport is closing', ('services',)),
        ('host is down', ('common',)),
    ),
    b'telnet:': (
        ('telnet:', ('tools',)),
    ),
    b'tempor\xc3\xa4rer fehler bei der namensaufl\xc3\xb6sung': (
        ('temporärer fehler bei der namensauflösung', ('native',)),
    ),
    b'timed': (
        ('etimedout', ('common', 'node',)),
        ('read timed out', ('python',)),
        ('timed out', ('common', 'tools',)),
        ('timed out waiting for a node assignment', ('services',)),
        ('timedout', ('compiled',)),
    ),
    b'timeout': (
        (': timed out (configured timeouts', ('services',)),
        (':timeout', ('compiled',)),
        ('client.timeout exceeded while awaiting headers', ('compiled',)),
        ('failed: timeout expired', ('services',)),
        ('httptimeoutexception', ('compiled',)),
        ('i/o timeout', ('compiled',)),
        ('login timeout expired', ('python',)),
        ('net::opentimeout', ('compiled',)),
        ('net::readtimeout', ('compiled',)),
        ('network timeout at:', ('node',)),
        ('socket.timeout', ('python',)),
        ('sockettimeout', ('compiled',)),
        ('the request was canceled due to the configured httpclient.timeout', ('compiled',)),
        ('timeout awaiting', ('node',)),
        ('timeout of ', ('node',)),
        ('tls handshake timeout', ('compiled',)),
    ),
    b'tls: ': (
        ('tls: ', ('compiled',)),
    ),
    b'tlsv1': (
        ('tlsv1', ('tls',)),
    ),
    b'tns:': (
        ('tns:', ('services',)),
    ),
    b'too many': (
        ('too many clients', ('services',)),
        ('too many open files', ('common',)),
    ),
    b'topology': (
        ('topology', ('services',)),
    ),
    b'trop de fichiers ouverts': (
        ('trop de fichiers ouverts', ('native',)),
    ),
    b'troppi file aperti': (
        ('troppi file aperti', ('native',)),
    ),
    b'tuber\xc3\xada rota': (
        ('tubería rota', ('native',)),
    ),
    b'uffer': (
        ('da dem system pufferspeicher fehlte', ('native',)),
        ('kein hauptspeicher für den puffer verfügbar', ('native',)),
        ('nessuno spazio di buffer disponibile', ('native',)),
        ('no buffer space', ('common',)),
        ('não há espaço de buffer disponível', ('native',)),
        ('sem espaço disponível no buffer', ('native',)),
    ),
    b'und_err': (
        ('und_err', ('node',)),
    ),
    b'unknownhost': (
        ('unknownhost', ('compiled',)),
    ),
    b'unrecogn': (
        ('unrecognized name', ('tls',)),
        ('unrecognized_name', ('tls',)),
        ('unsupported or unrecognized ssl message', ('compiled',)),
    ),
    b'upgrade': (
        ("'upgrade' header is missing", ('browsers',)),
        ("'upgrade' token not found in", ('websocket',)),
        ('invalid upgrade header', ('websocket',)),
        ('invalidupgrade', ('websocket',)),
        ('missing upgrade header', ('websocket',)),
        ('rejected ssl upgrade', ('services',)),
    ),
    b'upstream': (
        ('upstream', ('http',)),
    ),
    b'vailable': (
        ('14 unavailable: ', ('services',)),
        ('code = unavailable', ('services',)),
        ('could not be established. node may not be available', ('services',)),
        ('nonodeavailable', ('services',)),
    ),
    b'verbindu': (
        ('das programm verursachte den abbruch der verbindung', ('native',)),
        ('die wartezeit für die verbindung ist abgelaufen', ('native',)),
        ('verbindung wurde softwaregesteuert', ('native',)),
        ('verbindungsaufbau abgelehnt', ('native',)),
        ('vorhandene verbindung wurde vom remotehost geschlossen', ('native',)),
        ('zielcomputer die verbindung verweigerte', ('native',)),
    ),
    b'veri al\xc4\xb1nam\xc4\xb1yor': (
        ('veri alınamıyor', ('native',)),
    ),
    b'wget: ': (
        ('wget: ', ('tools',)),
    ),
    b'worker': (
        ('businessworker', ('operations',)),
        ('workerman', ('operations',)),
    ),
    b'wrongpass': (
        ('wrongpass', ('services',)),
    ),
    b'wsa': (
        ('wsa', ('common',)),
    ),
    b'wyst\xc4\x85pi\xc5\x82 krytyczny b\xc5\x82\xc4\x85d w odwzorowaniu nazw': (
        ('wystąpił krytyczny błąd w odwzorowaniu nazw', ('native',)),
    ),
    b'x509: ': (
        ('x509: ', ('compiled',)),
    ),
    b'xiste ni': (
        ('no existe ninguna dirección asociada al nombre', ('native',)),
        ("no existe ninguna ruta hasta el `host'", ('native',)),
    ),
    b'xpected ': (
        ('unexpected end of stream on', ('compiled',)),
        ('unexpected eof', ('compiled',)),
        ('unexpected eof while reading', ('tls',)),
        ('unexpected message', ('tls',)),
    ),
    b'za du\xc5\xbco otwartych plik\xc3\xb3w': (
        ('za dużo otwartych plików', ('native',)),
    ),
    b'zu viele offene dateien': (
        ('zu viele offene dateien', ('native',)),
    ),
    b'\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb5\xd0\xbd': (
        (' вашем хост-компьютере разорвала установленное подключение', ('native',)),
        (' выключен', ('native',)),
        (' компьютер отверг запрос на подключение', ('native',)),
        (' на сокете при отключенной сети', ('native',)),
    ),
    b'\xd0\xbd\xd0\xbe\xd0\xb3\xd0\xbe ': (
        (' буферного пространства', ('native',)),
        (' много открытых файлов', ('native',)),
        (' много открытых файлов в системе', ('native',)),
    ),
    b'\xd1\x81\xd0\xbe\xd0\xb5\xd0\xb4\xd0\xb8\xd0\xbd\xd0\xb5\xd0\xbd': (
        (' вызвала разрыв соединения', ('native',)),
        (' ожидания соединения истекло', ('native',)),
        (' соединении отказано', ('native',)),
    ),
    b'\xd1\x88\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb8 \xd0\xb8\xd0\xbc': (
        (' ошибка в разрешении имен', ('native',)),
        (' сбой в разрешении имен', ('native',)),
    ),
    b'\xe3\x81\x8c\xe3\x81\x82\xe3\x82\x8a\xe3\x81\xbe\xe3\x81\x9b\xe3\x82\x93': (
        ('ホストへの経路がありません', ('native',)),
        ('利用可能な空きバッファがありません', ('native',)),
    ),
    b'\xe3\x81\x95\xe3\x82\x8c\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f': (
        ('ホストに強制的に切断されました', ('native',)),
        ('接続が相手からリセットされました', ('native',)),
        ('接続を拒否されました', ('native',)),
    ),
    b'\xe3\x81\x9d\xe3\x81\xae\xe3\x82\x88\xe3\x81\x86\xe3\x81\xaa\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\xaf\xe4\xb8\x8d\xe6\x98\x8e\xe3\x81\xa7\xe3\x81\x99': (
        ('そのようなホストは不明です', ('native',)),
    ),
    b'\xe3\x81\xab\xe3\x82\x88\xe3\x81\xa3\xe3\x81\xa6\xe6\x8b\x92\xe5\x90\xa6\xe3\x81\x95\xe3\x82\x8c\xe3\x81\x9f\xe3\x81\x9f\xe3\x82\x81\xe3\x80\x81\xe6\x8e\xa5\xe7\xb6\x9a\xe3\x81\xa7\xe3\x81\x8d\xe3\x81\xbe\xe3\x81\x9b\xe3\x82\x93\xe3\x81\xa7\xe3\x81\x97\xe3\x81\x9f': (
        ('によって拒否されたため、接続できませんでした', ('native',)),
    ),
    b'\xe3\x82\xa2\xe3\x83\x89\xe3\x83\xac\xe3\x82\xb9\xe3\x81\xaf\xe6\x97\xa2\xe3\x81\xab\xe4\xbd\xbf\xe7\x94\xa8\xe4\xb8\xad\xe3\x81\xa7\xe3\x81\x99': (
        ('アドレスは既に使用中です', ('native',)),
    ),
    b'\xe3\x82\xbd\xe3\x83\x95\xe3\x83\x88\xe3\x82\xa6\xe3\x82\xa7\xe3\x82\xa2\xe3\x81\x8c\xe6\x8e\xa5\xe7\xb6\x9a\xe3\x82\x92\xe4\xb8\xad\xe6\x96\xad\xe3\x81\x97\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f': (
        ('ソフトウェアが接続を中断しました', ('native',)),
    ),
    b'\xe3\x83\x8d\xe3\x83\x83\xe3\x83\x88\xe3\x83\xaf\xe3\x83\xbc\xe3\x82\xaf': (
        ('ネットワークが落ちています', ('native',)),
        ('ネットワークに届きません', ('native',)),
        ('到達できないネットワークに対してソケット操作', ('native',)),
    ),
    b'\xe3\x83\x97\xe3\x83\xad\xe3\x83\x88\xe3\x82\xb3\xe3\x83\xab': (
        ('アドレスファミリはプロトコルによってサポートされていません', ('native',)),
        ('各ソケット アドレスに対してプロトコル', ('native',)),
    ),
    b'\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\x8c\xe8\x90\xbd\xe3\x81\xa1\xe3\x81\xa6\xe3\x81\x84\xe3\x81\xbe\xe3\x81\x99': (
        ('ホストが落ちています', ('native',)),
    ),
    b'\xe3\x83\xab\xe3\x82\x92\xe9\x96\x8b\xe3\x81\x8d\xe3\x81\x99\xe3\x81\x8e\xe3\x81\xa7\xe3\x81\x99': (
        ('システム中のファイルを開きすぎです', ('native',)),
        ('ファイルを開きすぎです', ('native',)),
    ),
    b'\xe4\xb8\x80\xe4\xb8\xaa\xe6\x97\xa0\xe6\xb3\x95\xe8\xbf\x9e\xe6\x8e\xa5\xe7\x9a\x84': (
        ('向一个无法连接的网络尝试了一个套接字操作', ('native',)),
        ('套接字操作尝试一个无法连接的主机', ('native',)),
    ),
    b'\xe4\xb8\x80\xe5\xae\x9a\xe3\x81\xae\xe6\x99\x82\xe9\x96\x93\xe3\x82\x92\xe9\x81\x8e\xe3\x81\x8e\xe3\x81\xa6\xe3\x82\x82\xe6\xad\xa3\xe3\x81\x97\xe3\x81\x8f\xe5\xbf\x9c\xe7\xad\x94\xe3\x81\x97\xe3\x81\xaa\xe3\x81\x8b\xe3\x81\xa3\xe3\x81\x9f': (
        ('一定の時間を過ぎても正しく応答しなかった', ('native',)),
    ),
    b'\xe4\xb8\x8d\xe7\x9f\xa5\xe9\x81\x93\xe8\xbf\x99\xe6\xa0\xb7\xe7\x9a\x84\xe4\xb8\xbb\xe6\x9c\xba': (
        ('不知道这样的主机', ('native',)),
    ),
    b'\xe4\xb8\xbb\xe6\x9c\xba\xe4\xb8\xad\xe7\x9a\x84\xe8\xbd\xaf\xe4\xbb\xb6\xe4\xb8\xad\xe6\xad\xa2\xe4\xba\x86\xe4\xb8\x80\xe4\xb8\xaa\xe5\xb7\xb2\xe5\xbb\xba\xe7\xab\x8b\xe7\x9a\x84\xe8\xbf\x9e\xe6\x8e\xa5': (
        ('主机中的软件中止了一个已建立的连接', ('native',)),
    ),
    b'\xe4\xb8\xbb\xe6\xa9\x9f\xe4\xb8\x8a\xe7\x9a\x84\xe8\xbb\x9f\xe9\xab\x94\xe4\xb8\xad\xe6\xad\xa2': (
        ('主機上的軟體中止', ('native',)),
    ),
    b'\xe4\xbd\x8d\xe5\x9d\x80\xe5\xb7\xb2\xe7\xb6\x93\xe6\x9c\x89\xe5\x9c\xa8\xe4\xbd\xbf\xe7\x94\xa8': (
        ('位址已經有在使用', ('native',)),
    ),
    b'\xe4\xbd\x8d\xe5\x9d\x80\xe6\x97\x8f\xe7\xbe\xa4\xe4\xb8\x8d\xe8\xa2\xab\xe5\x8d\x94\xe5\xae\x9a\xe6\x89\x80\xe6\x94\xaf\xe6\x8f\xb4': (
        ('位址族群不被協定所支援', ('native',)),
    ),
    b'\xe5\x88\xb0\xe9\x81\x94\xe3\x81\xa7\xe3\x81\x8d\xe3\x81\xaa\xe3\x81\x84\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\xab\xe5\xaf\xbe\xe3\x81\x97\xe3\x81\xa6\xe3\x82\xbd\xe3\x82\xb1\xe3\x83\x83\xe3\x83\x88\xe6\x93\x8d\xe4\xbd\x9c': (
        ('到達できないホストに対してソケット操作', ('native',)),
    ),
    b'\xe5\x89\xb2\xe3\x82\x8a\xe5\xbd\x93\xe3\x81\xa6\xe3\x82\x89\xe3\x82\x8c': (
        ('ホスト名にアドレスが割り当てられていません', ('native',)),
        ('要求アドレスに割り当てられません', ('native',)),
    ),
    b'\xe5\x8d\x8f\xe8\xae\xae\xe4\xb8\x8d\xe6\x94\xaf\xe6\x8c\x81\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80\xe6\x97\x8f': (
        ('协议不支持的地址族', ('native',)),
    ),
    b'\xe5\x8f\xaa\xe8\x83\xbd\xe7\x94\xa8\xe4\xb8\x80\xe5\x80\x8b\xe9\x80\x9a\xe8\xa8\x8a\xe7\xab\xaf\xe4\xbd\x8d\xe5\x9d\x80': (
        ('只能用一個通訊端位址', ('native',)),
    ),
    b'\xe5\x90\x8d\xe5\x89\x8d\xe3\x81\xbe\xe3\x81\x9f\xe3\x81\xaf\xe3\x82\xb5\xe3\x83\xbc\xe3\x83\x93\xe3\x82\xb9\xe3\x81\x8c\xe4\xb8\x8d\xe6\x98\x8e\xe3\x81\xa7\xe3\x81\x99': (
        ('名前またはサービスが不明です', ('native',)),
    ),
    b'\xe5\x90\x8d\xe5\x89\x8d\xe8\xa7\xa3\xe6\xb1\xba\xe3\x81\xa7\xe5\x9b\x9e\xe5\xbe\xa9\xe3\x81\xa7\xe3\x81\x8d\xe3\x81\xaa\xe3\x81\x84\xe5\xa4\xb1\xe6\x95\x97\xe3\x81\x8c\xe7\x99\xba\xe7\x94\x9f\xe3\x81\x97\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f': (
        ('名前解決で回復できない失敗が発生しました', ('native',)),
    ),
    b'\xe5\x90\x8d\xe5\x89\x8d\xe8\xa7\xa3\xe6\xb1\xba\xe3\x81\xab\xe4\xb8\x80\xe6\x99\x82\xe7\x9a\x84\xe3\x81\xab\xe5\xa4\xb1\xe6\x95\x97\xe3\x81\x97\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f': (
        ('名前解決に一時的に失敗しました', ('native',)),
    ),
    b'\xe5\x90\x8d\xe7\xa8\xb1\xe6\x88\x96\xe6\x9c\x8d\xe5\x8b\x99\xe6\x9c\xaa\xe7\x9f\xa5': (
        ('名稱或服務未知', ('native',)),
    ),
    b'\xe5\x9c\xb0\xe5\x9d\x80\xe5\xb7\xb2\xe5\x9c\xa8\xe4\xbd\xbf\xe7\x94\xa8': (
        ('地址已在使用', ('native',)),
    ),
    b'\xe5\x9f\x9f\xe5\x90\x8d\xe8\xa7\xa3\xe6\x9e\x90\xe4\xb8\xad\xe5\x87\xba\xe7\x8e\xb0\xe4\xb8\x8d\xe5\x8f\xaf\xe4\xbf\xae\xe5\xa4\x8d\xe7\x9a\x84\xe5\xa4\xb1\xe8\xb4\xa5': (
        ('域名解析中出现不可修复的失败', ('native',)),
    ),
    b'\xe5\x9f\x9f\xe5\x90\x8d\xe8\xa7\xa3\xe6\x9e\x90\xe6\x9a\x82\xe6\x97\xb6\xe5\xa4\xb1\xe8\xb4\xa5': (
        ('域名解析暂时失败', ('native',)),
    ),
    b'\xe6\x89\x93\xe5\xbc\x80\xe7\x9a\x84\xe6\x96\x87\xe4\xbb\xb6\xe8\xbf\x87\xe5\xa4\x9a': (
        ('打开的文件过多', ('native',)),
        ('系统中打开的文件过多', ('native',)),
    ),
    b'\xe6\x89\xbe\xe4\xb8\x8d\xe5\x88\xb0\xe9\x80\x9a\xe5\xbe\x80\xe8\xa9\xb2\xe4\xb8\xbb\xe6\xa9\x9f\xe7\x9a\x84\xe8\xb7\xaf\xe7\x94\xb1\xe8\xb7\xaf\xe5\xbe\x91': (
        ('找不到通往該主機的路由路徑', ('native',)),
    ),
    b'\xe6\x8b\x92\xe7\xbb\x9d\xe8\xbf\x9e\xe6\x8e\xa5': (
        ('拒绝连接', ('native',)),
    ),
    b'\xe6\x8e\xa5\xe7\xb6\x9a\xe3\x81\x8c\xe3\x82\xbf\xe3\x82\xa4\xe3\x83\xa0\xe3\x82\xa2\xe3\x82\xa6\xe3\x83\x88\xe3\x81\x97\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f': (
        ('接続がタイムアウトしました', ('native',)),
    ),
    b'\xe6\x96\xad\xe5\xbc\x80\xe7\x9a\x84\xe7\xae\xa1\xe9\x81\x93': (
        ('断开的管道', ('native',)),
    ),
    b'\xe6\x9c\xaa\xe7\x9f\xa5\xe7\x9a\x84\xe5\x90\x8d\xe7\xa7\xb0\xe6\x88\x96\xe6\x9c\x8d\xe5\x8a\xa1': (
        ('未知的名称或服务', ('native',)),
    ),
    b'\xe6\xb2\x92\xe6\x9c\x89\xe4\xbd\x8d\xe5\x9d\x80\xe9\x97\x9c\xe8\x81\xaf\xe8\x87\xb3\xe6\xad\xa4\xe4\xb8\xbb\xe6\xa9\x9f\xe5\x90\x8d\xe7\xa8\xb1': (
        ('沒有位址關聯至此主機名稱', ('native',)),
    ),
    b'\xe6\xb2\x92\xe6\x9c\x89\xe5\x8f\xaf\xe7\x94\xa8\xe7\x9a\x84\xe7\xb7\xa9\xe8\xa1\x9d\xe7\xa9\xba\xe9\x96\x93\xe4\xba\x86': (
        ('沒有可用的緩衝空間了', ('native',)),
    ),
    b'\xe6\xb2\xa1\xe6\x9c\x89\xe4\xb8\x8e\xe4\xb8\xbb\xe6\x9c\xba\xe5\x90\x8d\xe5\x85\xb3\xe8\x81\x94\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80': (
        ('没有与主机名关联的地址', ('native',)),
    ),
    b'\xe6\xb2\xa1\xe6\x9c\x89\xe5\x88\xb0\xe4\xb8\xbb\xe6\x9c\xba\xe7\x9a\x84\xe8\xb7\xaf\xe7\x94\xb1': (
        ('没有到主机的路由', ('native',)),
    ),
    b'\xe7\x84\xa1\xe6\xb3\x95\xe6\x8c\x87\xe5\xae\x9a\xe6\x89\x80\xe9\x9c\x80\xe7\x9a\x84\xe4\xbd\x8d\xe5\x9d\x80': (
        ('無法指定所需的位址', ('native',)),
    ),
    b'\xe7\x84\xa1\xe6\xb3\x95\xe6\x8e\xa5\xe8\xa7\xb8\xe7\xb6\xb2\xe8\xb7\xaf': (
        ('無法接觸網路', ('native',)),
    ),
    b'\xe7\x84\xa1\xe6\xb3\x95\xe8\xad\x98\xe5\x88\xa5\xe9\x80\x99\xe5\x8f\xb0\xe4\xb8\xbb\xe6\xa9\x9f': (
        ('無法識別這台主機', ('native',)),
    ),
    b'\xe7\x94\xb1\xe8\xbd\xaf\xe4\xbb\xb6\xe5\xaf\xbc\xe8\x87\xb4\xe7\x9a\x84\xe8\xbf\x9e\xe6\x8e\xa5\xe6\x96\xad\xe5\xbc\x80': (
        ('由软件导致的连接断开', ('native',)),
    ),
    b'\xe7\x9b\xae\xe6\xa0\x87\xe8\xae\xa1\xe7\xae\x97\xe6\x9c\xba\xe7\xa7\xaf\xe6\x9e\x81\xe6\x8b\x92\xe7\xbb\x9d': (
        ('目标计算机积极拒绝', ('native',)),
    ),
    b'\xe7\x9b\xae\xe6\xa8\x99\xe9\x9b\xbb\xe8\x85\xa6\xe6\x8b\x92\xe7\xb5\x95\xe9\x80\xa3\xe7\xb7\x9a': (
        ('目標電腦拒絕連線', ('native',)),
    ),
    b'\xe7\xa2\xba\xe7\xab\x8b\xe3\x81\x95\xe3\x82\x8c\xe3\x81\x9f\xe6\x8e\xa5\xe7\xb6\x9a\xe3\x81\x8c\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88 \xe3\x82\xb3\xe3\x83\xb3\xe3\x83\x94\xe3\x83\xa5\xe3\x83\xbc': (
        ('確立された接続がホスト コンピュー', ('native',)),
    ),
    b'\xe7\xae\xa1\xe7\xb7\x9a\xe6\x90\x8d\xe5\xa3\x9e': (
        ('管線損壞', ('native',)),
    ),
    b'\xe7\xb3\xbb\xe7\xb5\xb1\xe4\xb8\xad\xe5\xa4\xaa\xe5\xa4\x9a\xe7\x9a\x84\xe9\x96\x8b\xe5\x95\x9f\xe6\xaa\x94\xe6\xa1\x88': (
        ('系統中太多的開啟檔案', ('native',)),
    ),
    b'\xe7\xb6\xb2\xe8\xb7\xaf\xe5\x81\x9c\xe6\x93\xba': (
        ('網路停擺', ('native',)),
    ),
    b'\xe7\xbc\x93\xe5\x86\xb2\xe5\x8c\xba\xe7\xa9\xba\xe9\x97\xb4': (
        ('没有可用的缓冲区空间', ('native',)),
        ('由于系统缓冲区空间不足或队列已满', ('native',)),
    ),
    b'\xe7\xbd\x91\xe7\xbb\x9c\xe4\xb8\x8d\xe5\x8f\xaf\xe8\xbe\xbe': (
        ('网络不可达', ('native',)),
    ),
    b'\xe7\xbd\x91\xe7\xbb\x9c\xe5\xb7\xb2\xe5\x85\xb3\xe9\x97\xad': (
        ('网络已关闭', ('native',)),
    ),
    b'\xe8\xa6\x81\xe6\xb1\x82\xe3\x81\x97\xe3\x81\x9f\xe3\x82\xa2\xe3\x83\x89\xe3\x83\xac\xe3\x82\xb9\xe3\x81\xae\xe3\x82\xb3\xe3\x83\xb3\xe3\x83\x86\xe3\x82\xad\xe3\x82\xb9\xe3\x83\x88\xe3\x81\x8c\xe7\x84\xa1\xe5\x8a\xb9\xe3\x81\xa7\xe3\x81\x99': (
        ('要求したアドレスのコンテキストが無効です', ('native',)),
    ),
    b'\xe8\xa7\xa3\xe6\x9e\x90\xe5\x90\x8d\xe7\xa8\xb1\xe6\x99\x82\xe7\x99\xbc\xe7\x94\x9f': (
        ('解析名稱時發生暫時性錯誤', ('native',)),
        ('解析名稱時發生無法復原錯誤', ('native',)),
    ),
    b'\xe8\xaf\xb7\xe6\xb1\x82\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80': (
        ('无法指定被请求的地址', ('native',)),
        ('该请求的地址无效', ('native',)),
    ),
    b'\xe8\xbb\x9f\xe9\xab\x94\xe9\x80\xa0\xe6\x88\x90\xe9\x80\xa3\xe7\xb7\x9a\xe4\xb8\xad\xe6\x96\xb7': (
        ('軟體造成連線中斷', ('native',)),
    ),
    b'\xe8\xbf\x9c\xe7\xa8\x8b\xe4\xb8\xbb\xe6\x9c\xba\xe5\xbc\xba\xe8\xbf\xab\xe5\x85\xb3\xe9\x97\xad\xe4\xba\x86\xe4\xb8\x80\xe4\xb8\xaa\xe7\x8e\xb0\xe6\x9c\x89\xe7\x9a\x84\xe8\xbf\x9e\xe6\x8e\xa5': (
        ('远程主机强迫关闭了一个现有的连接', ('native',)),
    ),
    b'\xe8\xbf\x9e\xe6\x8e\xa5\xe6\x96\xb9\xe5\x9c\xa8\xe4\xb8\x80\xe6\xae\xb5\xe6\x97\xb6\xe9\x97\xb4\xe5\x90\x8e\xe6\xb2\xa1\xe6\x9c\x89\xe6\xad\xa3\xe7\xa1\xae\xe7\xad\x94\xe5\xa4\x8d': (
        ('连接方在一段时间后没有正确答复', ('native',)),
    ),
    b'\xe8\xbf\x9e\xe6\x8e\xa5\xe8\xa2\xab\xe5\xaf\xb9\xe6\x96\xb9\xe9\x87\x8d\xe8\xae\xbe': (
        ('连接被对方重设', ('native',)),
    ),
    b'\xe8\xbf\x9e\xe6\x8e\xa5\xe8\xb6\x85\xe6\x97\xb6': (
        ('连接超时', ('native',)),
    ),
    b'\xe9\x80\x9a\xe5\xb8\xb8\xe6\xaf\x8f\xe4\xb8\xaa\xe5\xa5\x97\xe6\x8e\xa5\xe5\xad\x97\xe5\x9c\xb0\xe5\x9d\x80': (
        ('通常每个套接字地址', ('native',)),
    ),
    b'\xe9\x80\xa3\xe7\xb7\x9a\xe5\xb0\x8d\xe8\xb1\xa1\xe6\x9c\x89\xe4\xb8\x80\xe6\xae\xb5\xe6\x99\x82\xe9\x96\x93\xe4\xb8\xa6\xe6\x9c\xaa\xe6\xad\xa3\xe7\xa2\xba\xe5\x9b\x9e\xe6\x87\x89': (
        ('連線對象有一段時間並未正確回應', ('native',)),
    ),
    b'\xe9\x80\xa3\xe7\xb7\x9a\xe8\xa2\xab\xe5\xb0\x8d\xe6\x96\xb9\xe9\x87\x8d\xe8\xa8\xad': (
        ('連線被對方重設', ('native',)),
    ),
    b'\xe9\x80\xa3\xe7\xb7\x9a\xe8\xa2\xab\xe6\x8b\x92\xe7\xb5\x95': (
        ('連線被拒絕', ('native',)),
    ),
    b'\xe9\x80\xa3\xe7\xb7\x9a\xe8\xb6\x85\xe9\x81\x8e\xe6\x99\x82\xe9\x96\x93': (
        ('連線超過時間', ('native',)),
    ),
    b'\xe9\x81\xa0\xe7\xab\xaf\xe4\xb8\xbb\xe6\xa9\x9f\xe5\xb7\xb2\xe5\xbc\xb7\xe5\x88\xb6\xe9\x97\x9c\xe9\x96\x89': (
        ('遠端主機已強制關閉', ('native',)),
    ),
    b'\xe9\x81\xa0\xe7\xab\xaf\xe7\xb3\xbb\xe7\xb5\xb1\xe5\xb7\xb2\xe5\x81\x9c\xe6\xa9\x9f\xe4\xba\x86': (
        ('遠端系統已停機了', ('native',)),
    ),
    b'\xe9\x96\x8b\xe5\x95\x9f\xe5\xa4\xaa\xe5\xa4\x9a\xe6\xaa\x94\xe6\xa1\x88': (
        ('開啟太多檔案', ('native',)),
    ),
    b'\xea\xb0\x80 \xec\xa3\xbd\xec\x97\x88\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('네트워크가 죽었습니다', ('native',)),
        ('호스트가 죽었습니다', ('native',)),
    ),
    b'\xea\xb0\x81 \xec\x86\x8c\xec\xbc\x93 \xec\xa3\xbc\xec\x86\x8c(\xed\x94\x84\xeb\xa1\x9c\xed\x86\xa0\xec\xbd\x9c': (
        ('각 소켓 주소(프로토콜', ('native',)),
    ),
    b'\xeb\x84\xa4\xed\x8a\xb8\xec\x9b\x8c\xed\x81\xac\xea\xb0\x80 \xec\xa0\x91\xea\xb7\xbc \xeb\xb6\x88\xea\xb0\x80\xeb\x8a\xa5\xed\x95\xa9\xeb\x8b\x88\xeb\x8b\xa4': (
        ('네트워크가 접근 불가능합니다', ('native',)),
    ),
    b'\xec\x82\xac\xec\x9a\xa9 \xea\xb0\x80\xeb\x8a\xa5\xed\x95\x9c \xeb\xb2\x84\xed\x8d\xbc \xea\xb3\xb5\xea\xb0\x84\xec\x9d\xb4 \xec\x97\x86\xec\x9d\x8c': (
        ('사용 가능한 버퍼 공간이 없음', ('native',)),
    ),
    b'\xec\x86\x8c\xed\x94\x84\xed\x8a\xb8\xec\x9b\xa8\xec\x96\xb4\xea\xb0\x80 \xec\x97\xb0\xea\xb2\xb0 \xec\xa4\x91\xeb\x8b\xa8\xec\x9d\x84 \xec\xb4\x88\xeb\x9e\x98\xed\x96\x88\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('소프트웨어가 연결 중단을 초래했습니다', ('native',)),
    ),
    b'\xec\x97\xb0\xea\xb2\xb0 \xec\x8b\x9c\xea\xb0\x84 \xec\xb4\x88\xea\xb3\xbc': (
        ('연결 시간 초과', ('native',)),
    ),
    b'\xec\x97\xb0\xea\xb2\xb0\xeb\x90\x9c \xea\xb5\xac\xec\x84\xb1\xec\x9b\x90\xec\x9c\xbc\xeb\xa1\x9c\xeb\xb6\x80\xed\x84\xb0 \xec\x9d\x91\xeb\x8b\xb5\xec\x9d\xb4 \xec\x97\x86\xec\x96\xb4': (
        ('연결된 구성원으로부터 응답이 없어', ('native',)),
    ),
    b'\xec\x97\xb0\xea\xb2\xb0\xec\x9d\xb4 \xea\xb1\xb0\xeb\xb6\x80\xeb\x90\xa8': (
        ('연결이 거부됨', ('native',)),
    ),
    b'\xec\x9a\x94\xec\xb2\xad\xed\x95\x9c \xec\xa3\xbc\xec\x86\x8c\xeb\x8a\x94 \xed\x95\xb4\xeb\x8b\xb9 \xec\xbb\xa8\xed\x85\x8d\xec\x8a\xa4\xed\x8a\xb8\xec\x97\x90\xec\x84\x9c': (
        ('요청한 주소는 해당 컨텍스트에서', ('native',)),
    ),
    b'\xec\x9b\x90\xea\xb2\xa9 \xed\x98\xb8\xec\x8a\xa4\xed\x8a\xb8\xec\x97\x90 \xec\x9d\x98\xed\x95\xb4 \xea\xb0\x95\xec\xa0\x9c\xeb\xa1\x9c \xeb\x81\x8a\xea\xb2\xbc\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('원격 호스트에 의해 강제로 끊겼습니다', ('native',)),
    ),
    b'\xec\xa3\xbc\xec\x86\x8c\xea\xb0\x80 \xec\x9d\xb4\xeb\xaf\xb8 \xec\x82\xac\xec\x9a\xa9 \xec\xa4\x91\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4': (
        ('주소가 이미 사용 중입니다', ('native',)),
    ),
    b'\xec\xa3\xbc\xec\x86\x8c\xea\xb5\xb0\xec\x9d\x84 \xea\xb7\x9c\xec\x95\xbd\xec\x97\x90\xec\x84\x9c \xec\xa7\x80\xec\x9b\x90\xed\x95\x98\xec\xa7\x80 \xec\x95\x8a\xec\x9d\x8c': (
        ('주소군을 규약에서 지원하지 않음', ('native',)),
    ),
    b'\xed\x8c\x8c\xec\x9d\xb4\xed\x94\x84\xea\xb0\x80 \xea\xb9\xa8\xec\x96\xb4\xec\xa7\x90': (
        ('파이프가 깨어짐', ('native',)),
    ),
    b'\xed\x98\xb8\xec\x8a\xa4\xed\x8a\xb8\xeb\xa1\x9c \xea\xb0\x88 \xeb\xa3\xa8\xed\x8a\xb8\xea\xb0\x80 \xec\x97\x86\xec\x9d\x8c': (
        ('호스트로 갈 루트가 없음', ('native',)),
    ),
    b'\xed\x98\xb8\xec\x8a\xa4\xed\x8a\xb8\xec\x9d\xb4\xeb\xa6\x84\xea\xb3\xbc \xeb\x8c\x80\xec\x9d\x91\xeb\x90\x98\xeb\x8a\x94 \xec\xa3\xbc\xec\x86\x8c\xea\xb0\x80 \xec\x97\x86\xec\x9d\x8c': (
        ('호스트이름과 대응되는 주소가 없음', ('native',)),
    ),
}  # fmt: skip
