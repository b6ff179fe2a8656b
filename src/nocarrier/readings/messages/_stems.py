"""The readers' stems (`matching`): which readers are loaded for a line. Written by `just pages`."""

from __future__ import annotations

BEGINNING = 3
"Letters by which a stem is found; those with fewer stand under themselves."
BY_BEGINNING: dict[str, str] = {
    ' !=': (
        ' != 200\tpython_web\n'
        ' != reported length \tscripting'
    ),
    ' (?': (
        ' (?) : \ttools'
    ),
    ' - ': (
        ' - no response\tpostgres\n'
        ' - no such name (http\truby\n'
        ' - rejecting connections\tpostgres'
    ),
    ' 50': (
        ' 503 lr\tgateways\n'
        ' 503 uc\tgateways\n'
        ' 503 uf\tgateways\n'
        ' 503 uh\tgateways\n'
        ' 503 uo\tgateways\n'
        ' 503 ur\tgateways\n'
        ' 504 ut\tgateways'
    ),
    ' ad': (
        ' adres bulunamıyor\tnative'
    ),
    ' an': (
        ' and close websocket connection. buffer\tworkerman'
    ),
    ' ap': (
        ' app/\tedges'
    ),
    ' ba': (
        ' batch code: \tpython_web'
    ),
    ' by': (
        ' bytes read on a total of \tpython'
    ),
    ' co': (
        ' connected to self, disconnecting\tbitcoin\n'
        ' could not be resolved (\tgateways'
    ),
    ' cu': (
        ' curl (\tcurl'
    ),
    ' de': (
        ' denied to \tgit'
    ),
    ' di': (
        ' did not complete after \tvpn\n'
        ' died\tgeneric'
    ),
    ' er': (
        ' error 4\thttp\n'
        ' error 5\thttp'
    ),
    ' fa': (
        ' fail after \tworkerman\n'
        ' failed: permission_denied\tnode_clients\n'
        ' fazla açık dosya var\tnative'
    ),
    ' ge': (
        ' get /\tiis'
    ),
    ' he': (
        ' head /\tiis\n'
        " header value '\twebsocket_clients"
    ),
    ' ht': (
        ' http response\tpython_web'
    ),
    ' iz': (
        ' izin verilmedi\tnative'
    ),
    ' kd': (
        ' kdc \tdirectory'
    ),
    ' lo': (
        ' lost\tgeneric'
    ),
    ' mo': (
        ' more expected\tpython_web'
    ),
    ' ne': (
        ' nekas\tnative\n'
        ' never showed up at http\tpython_services'
    ),
    ' no': (
        ' no [\tmail\n'
        ' no authenticate\tmail\n'
        ' no login\tmail\n'
        ' non récupérable lors de la résolution du nom\tnative\n'
        ' not found for url: http\tpython_web\n'
        ' not found: \tresolving\n'
        ' not responding\tmounts,ssh'
    ),
    ' né': (
        ' névfeloldási hiba\tnative'
    ),
    ' po': (
        ' post /\tiis'
    ),
    ' pu': (
        ' put /\tiis'
    ),
    ' re': (
        ' refused\tjava\n'
        ' retransmits\tvpn'
    ),
    ' se': (
        ' seconds is required (caused by \tpython_web'
    ),
    ' te': (
        ' temporaire dans la résolution du nom\tnative'
    ),
    ' to': (
        ' to connect\tgeneric'
    ),
    ' ya': (
        ' ya da servis bilinmiyor\tnative'
    ),
    ' \xa0¤': (
        ' \xa0¤аҐб ¤«п бў®ҐЈ® Є®\xadвҐЄбв\xa0 \xadҐўҐаҐ\xad\tlegacy'
    ),
    ' ¡á': (
        ' ¡á ß«¬ÑΓÑ »α¿ «Γ¬½ετÑ¡¡«⌐ ßÑΓ¿\tlegacy'
    ),
    ' «ñ': (
        ' «ñ¡« ¿ß»«½∞º«óá¡¿Ñ áñαÑßá ß«¬ÑΓá\tlegacy'
    ),
    ' ¬ ': (
        ' ¬ ß«¬ÑΓπ ¼ÑΓ«ñ«¼\tlegacy'
    ),
    ' ¬«': (
        ' ¬«¼»∞εΓÑα «ΓóÑαú ºá»α«ß ¡á »«ñ¬½ετÑ¡¿Ñ\tlegacy'
    ),
    ' \xad\xa0': (
        ' \xad\xa0 б®ЄҐвҐ ЇаЁ ®вЄ«озҐ\xad\xad®© бҐвЁ\tlegacy'
    ),
    ' ®¤': (
        ' ®¤\xad® ЁбЇ®«м§®ў\xa0\xadЁҐ \xa0¤аҐб\xa0 б®ЄҐв\xa0\tlegacy'
    ),
    ' àä': (
        ' àäðåñ äëÿ ñâîåãî êîíòåêñòà íåâåðåí\tlegacy'
    ),
    ' áñ': (
        ' áñαÑß ñ½∩ ßó«Ñú« ¬«¡ΓÑ¬ßΓá ¡ÑóÑαÑ¡\tlegacy'
    ),
    ' áó': (
        ' áóôåð ñëèøêîì ìàë èëè î÷åðåäü ïåðåïîëíåíà\tlegacy'
    ),
    ' âà': (
        ' âàøåì õîñò-êîìïüþòåðå ðàçîðâàëà óñòàíîâëåííîå ïîäêëþ÷åíèå\tlegacy'
    ),
    ' çö': (
        ' çözümlemesinde düzeltilebilir olmayan bozukluk\tnative\n'
        ' çözünürlüğünde geçici başarısızlık\tnative'
    ),
    ' ê ': (
        ' ê ñîêåòó ìåòîäîì\tlegacy'
    ),
    ' êî': (
        ' êîìïüþòåð îòâåðã çàïðîñ íà ïîäêëþ÷åíèå\tlegacy'
    ),
    ' íà': (
        ' íà ñîêåòå ïðè îòêëþ÷åííîé ñåòè\tlegacy'
    ),
    ' íπ': (
        ' íπΣÑα ß½¿Φ¬«¼ ¼á½ ¿½¿ «τÑαÑñ∞ »ÑαÑ»«½¡Ñ¡á\tlegacy'
    ),
    ' îä': (
        ' îäíî èñïîëüçîâàíèå àäðåñà ñîêåòà\tlegacy'
    ),
    ' òð': (
        ' òðåáóåìîå âðåìÿ íå ïîëó÷åí íóæíûé îòêëèê\tlegacy'
    ),
    ' óá': (
        ' óáΦÑ¼ σ«ßΓ-¬«¼»∞εΓÑαÑ αáº«αóá½á πßΓá¡«ó½Ñ¡¡«Ñ »«ñ¬½ετÑ¡¿Ñ\tlegacy'
    ),
    ' õî': (
        ' õîñò íåèçâåñòåí\tlegacy\n'
        ' õîñò ïðèíóäèòåëüíî ðàçîðâàë\tlegacy'
    ),
    ' ȣ�': (
        ' ȣ��Ʈ�� ���� ������ ������ϴ\tlegacy'
    ),
    ' Γα': (
        ' ΓαÑíπÑ¼«Ñ óαÑ¼∩ ¡Ñ »«½πτÑ¡ ¡πª¡δ⌐ «Γ¬½¿¬\tlegacy'
    ),
    ' σ«': (
        ' σ«ßΓ ¡Ñ¿ºóÑßΓÑ¡\tlegacy\n'
        ' σ«ßΓ »α¿¡πñ¿ΓÑ½∞¡« αáº«αóá½\tlegacy'
    ),
    ' Є ': (
        ' Є б®ЄҐвг ¬Ґв®¤®¬\tlegacy'
    ),
    ' Є®': (
        ' Є®¬ЇмовҐа ®вўҐаЈ §\xa0Їа®б \xad\xa0 Ї®¤Є«озҐ\xadЁҐ\tlegacy'
    ),
    ' ЄЁ': (
        ' ЄЁхсєхьюх тЁхь\xa0 эх яюыєўхэ эєцэ√щ юЄъышъ\tlegacy'
    ),
    ' Ўг': (
        ' ЎгдҐа б«ЁиЄ®¬ ¬\xa0« Ё«Ё ®зҐаҐ¤м ЇҐаҐЇ®«\xadҐ\xad\xa0\tlegacy'
    ),
    ' ад': (
        ' адрес для своего контекста неверен\tnative\n'
        ' адрес не підтримується протоколом\tnative\n'
        ' адресов не поддерживается протоколом\tnative'
    ),
    ' бу': (
        ' буфер слишком мал или очередь переполнена\tnative\n'
        ' буферного пространства\tnative\n'
        ' буфері не залишилося місця\tnative'
    ),
    ' в ': (
        ' в доступе\tnative'
    ),
    ' ва': (
        ' вашем хост-компьютере разорвала установленное подключение\tnative\n'
        ' ваҐЎгҐ¬®Ґ ўаҐ¬п \xadҐ Ї®«гзҐ\xad \xadг¦\xadл© ®вЄ«ЁЄ\tlegacy'
    ),
    ' вд': (
        ' вдалося отримати доступ до мережі\tnative\n'
        ' вдалося призначити вказану адресу\tnative'
    ),
    ' вж': (
        ' вже використано\tnative'
    ),
    ' ви': (
        ' вимкнено\tnative'
    ),
    ' вы': (
        ' вызвала разрыв соединения\tnative\n'
        ' выключен\tnative'
    ),
    ' ві': (
        ' відкритих файлів\tnative'
    ),
    ' да': (
        " даною назвою вузла не пов'язано жодної адреси\tnative"
    ),
    ' е®': (
        ' е®бв \xadҐЁ§ўҐбвҐ\xad\tlegacy\n'
        ' е®бв ЇаЁ\xadг¤ЁвҐ«м\xad® а\xa0§®аў\xa0«\tlegacy'
    ),
    " з'": (
        " з'єднанні відмовлено\tnative"
    ),
    ' за': (
        ' заборонено\tnative'
    ),
    ' им': (
        ' именем узла не связано ни одного адреса\tnative\n'
        ' имя или служба\tnative'
    ),
    ' к ': (
        ' к сокету методом\tnative'
    ),
    ' ка': (
        ' канала\tnative'
    ),
    ' ко': (
        ' компьютер отверг запрос на подключение\tnative'
    ),
    ' ма': (
        ' маршрута до узла\tnative\n'
        ' маршруту до вузла\tnative'
    ),
    ' мн': (
        ' много открытых файлов\tnative\n'
        ' много открытых файлов в системе\tnative'
    ),
    ' на': (
        ' на сокете при отключенной сети\tnative\n'
        ' назва чи сервіс\tnative\n'
        ' назначить запрошенный адрес\tnative'
    ),
    ' не': (
        ' не позволена\tnative\n'
        ' не работает\tnative\n'
        ' недоступна\tnative'
    ),
    ' об': (
        ' обірвано\tnative'
    ),
    ' од': (
        ' одно использование адреса сокета\tnative'
    ),
    ' ож': (
        ' ожидания соединения истекло\tnative'
    ),
    ' ош': (
        ' ошибка в разрешении имен\tnative'
    ),
    ' по': (
        " помилка при розв'язанні назв\tnative\n"
        " помилка розв'язання назв\tnative"
    ),
    ' ра': (
        ' разорвано другой стороной\tnative'
    ),
    ' ро': (
        ' розірвав з’єднання\tnative\n'
        ' розірвано програмним забезпеченням\tnative'
    ),
    ' рф': (
        ' рфЁхё фы\xa0 ётюхую ъюэЄхъёЄр эхтхЁхэ\tlegacy'
    ),
    ' сб': (
        ' сбой в разрешении имен\tnative'
    ),
    ' си': (
        ' системі забагато відкритих файлів\tnative'
    ),
    ' со': (
        ' соединении отказано\tnative'
    ),
    ' сє': (
        ' сєЇхЁ ёыш°ъюь ьры шыш юўхЁхф№ яхЁхяюыэхэр\tlegacy'
    ),
    ' тр': (
        ' тр°хь їюёЄ-ъюья№■ЄхЁх ЁрчюЁтрыр єёЄрэютыхээюх яюфъы■ўхэшх\tlegacy\n'
        ' требуемое время не получен нужный отклик\tnative'
    ),
    ' у ': (
        ' у доступі\tnative'
    ),
    ' уж': (
        ' уже используется\tnative'
    ),
    ' хо': (
        ' хост неизвестен\tnative\n'
        ' хост принудительно разорвал\tnative'
    ),
    ' ъ ': (
        ' ъ ёюъхЄє ьхЄюфюь\tlegacy'
    ),
    ' ъю': (
        ' ъюья№■ЄхЁ юЄтхЁу чряЁюё эр яюфъы■ўхэшх\tlegacy'
    ),
    ' эр': (
        ' эр ёюъхЄх яЁш юЄъы■ўхээющ ёхЄш\tlegacy'
    ),
    ' юф': (
        ' юфэю шёяюы№чютрэшх рфЁхёр ёюъхЄр\tlegacy'
    ),
    ' ін': (
        " інтервал очікування з'єднання\tnative"
    ),
    ' їю': (
        ' їюёЄ эхшчтхёЄхэ\tlegacy\n'
        ' їюёЄ яЁшэєфшЄхы№эю ЁрчюЁтры\tlegacy'
    ),
    ' ў\xa0': (
        ' ў\xa0иҐ¬ е®бв-Є®¬ЇмовҐаҐ а\xa0§®аў\xa0«\xa0 гбв\xa0\xad®ў«Ґ\xad\xad®Ґ Ї®¤Є«озҐ\xadЁҐ\tlegacy'
    ),
    ' ��': (
        ' ��ǻ�Ϳ��� ������ �ź������Ƿ\tlegacy'
    ),
    '! d': (
        '! download http\tscripting'
    ),
    '! f': (
        '! failed to download http\tscripting'
    ),
    '!!!': (
        '!!!need more proxies\ttools'
    ),
    '!==': (
        '!== 200 when http tunneling\tnode_clients'
    ),
    '!do': (
        '!donator\tdynamic_dns'
    ),
    '!yo': (
        '!yours\tdynamic_dns'
    ),
    '" d': (
        '" does not exist\tpostgres'
    ),
    '" h': (
        '" has been closed unexpectedly\tphp'
    ),
    '"ba': (
        '"backend_timeout"\thosting\n'
        '"bad handshake method"\trealtime'
    ),
    '"co': (
        '"code": 4\tbodies\n'
        '"code": 5\tbodies\n'
        '"code":4\tbodies\n'
        '"code":5\tbodies'
    ),
    '"de': (
        '"description":\trealtime'
    ),
    '"eo': (
        '"eof\tgo'
    ),
    '"er': (
        '"error": {"code":\tbodies\n'
        '"error":{"code":\tbodies\n'
        '"error_msg":"404 route not found\tapi_gateways\n'
        '"errormessage":\tminiprogram'
    ),
    '"st': (
        '"status": 4\tbodies\n'
        '"status": 5\tbodies\n'
        '"status":4\tbodies\n'
        '"status":5\tbodies\n'
        '"statuscode": 4\tbodies\n'
        '"statuscode": 5\tbodies\n'
        '"statuscode":4\tbodies\n'
        '"statuscode":5\tbodies'
    ),
    '"tr': (
        '"transport unknown"\trealtime'
    ),
    '"ty': (
        '"type":"cluster_block_exception"\tdatabases\n'
        '"type":"security_exception"\tdatabases'
    ),
    '"un': (
        '"unsupported protocol version"\trealtime'
    ),
    '"xh': (
        '"xhrstatus":"error"\tnode_clients\n'
        '"xhrstatus":"timeout"\tnode_clients'
    ),
    '#20': (
        '#2002 - connection refused\tmysql\n'
        '#2002 - no such file or directory\tmysql,mysql'
    ),
    "' (": (
        "' (timed out)\tmysql"
    ),
    "' d": (
        "' did not match expected cn=`\tphp"
    ),
    "' w": (
        "' was not found in 'connection' header\twebsocket_clients\n"
        "' was not found in 'upgrade' header\twebsocket_clients"
    ),
    "'<'": (
        "'<' is an invalid start of a value\tbodies"
    ),
    "'co": (
        "'connection aborted.', permissionerror(13\tcluster\n"
        "'connection' header is missing\tbrowsers\n"
        "'connection' header value is not\trealtime\n"
        "'connection' header value must contain 'upgrade'\tbrowsers"
    ),
    "'do": (
        "'domain name not found'\tpython_services"
    ),
    "'er": (
        "'error': {'code':\tbodies"
    ),
    "'id": (
        "'idna' codec\tpython_web"
    ),
    "'up": (
        "'upgrade' header is missing\tbrowsers\n"
        "'upgrade' header value is not\trealtime\n"
        "'upgrade' token not found in\twebsocket"
    ),
    "'єд": (
        "'єдна\tmore_tongues\n"
        "'єднан\trussian"
    ),
    "('i": (
        "('invalid_grant: \tpython_web"
    ),
    '(-1': (
        "(-1, 'unexpected eof')\ttwisted"
    ),
    '(11': (
        '(11: resource temporarily unavailable)\tgateways'
    ),
    '(41': (
        '(4101): waiting for server reply\tmonitoring'
    ),
    '(au': (
        '(auth failed, \tmail\n'
        '(authentication_failed)\tdatabases'
    ),
    '(co': (
        '(connect: timeout)\tscripting'
    ),
    '(er': (
        '(errno 100\tphp\n'
        '(error 100\tphp\n'
        '(error) moved \tredis'
    ),
    '(fa': (
        '(failed to retrieve some files)\tpackages'
    ),
    '(ht': (
        '(http 4\tgit\n'
        '(http 5\tgit'
    ),
    '(hy': (
        '(hy000/2002): \tlegacy'
    ),
    '(lo': (
        '(looks like http)\tdatabases'
    ),
    '(ne': (
        '(net::http\thttp\n'
        '(network_error)\tdatabases'
    ),
    '(os': (
        '(os \tcommon'
    ),
    '(pr': (
        '(provider: \tsqlserver'
    ),
    '(se': (
        '(serviceunavailable)\thttp'
    ),
    '(sm': (
        '(smtp) error. the server responded: \tmail_clients'
    ),
    '(so': (
        '(socket_timeout)\tdatabases'
    ),
    '(ss': (
        '(ssh) channel open failure: \tnode_clients'
    ),
    '(st': (
        '(stream truncated)\twebsocket_native'
    ),
    '(ta': (
        '(targetnotconnected)\tedges'
    ),
    '(th': (
        '(the connection was refused.)\tmqtt'
    ),
    '(wr': (
        '(wrong status line: \truby'
    ),
    ') e': (
        ') exited with result 255\tssh'
    ),
    '): ': (
        '): disconnected for inactivity\tmail\n'
        '): invalid re\tgateways\n'
        '): target closed\tautomation'
    ),
    '* v': (
        '* vault is sealed\thashicorp'
    ),
    ', a': (
        ', api error \taws'
    ),
    ', e': (
        ', eof\tgo'
    ),
    ', m': (
        ", message='\thttp,python_web"
    ),
    ', r': (
        ', reasonphrase: \tdotnet'
    ),
    ',ec': (
        ',econn\terlang'
    ),
    ',et': (
        ',etimedout\terlang'
    ),
    ',no': (
        ',noconnection}\terlang\n'
        ',noconnect}\tdatabases'
    ),
    ',nx': (
        ',nxdomain\terlang'
    ),
    ',ti': (
        ',timeout}\terlang'
    ),
    '- w': (
        '- wrong password\tmedia'
    ),
    '-21': (
        '-21470\twindows'
    ),
    '-ka': (
        '-kanal erstellt\tgerman'
    ),
    '-lo': (
        '-login: aborted login\tmail\n'
        '-login: disconnected (\tmail'
    ),
    '. e': (
        '. errors:\thashicorp'
    ),
    '. t': (
        '. the server response was: \tdotnet'
    ),
    '...': (
        '...failed (invalid password)\tgames'
    ),
    '.ng': (
        '.ngrok-free.app not found\tvpn\n'
        '.ngrok.io not found\tvpn'
    ),
    '.s.': (
        '.s.pgsql.\tcommon'
    ),
    '.so': (
        '.sock\tcommon\n'
        '.sock no such file\tpython_services\n'
        ".sock' (111)\tmysql\n"
        ".sock' (2)\tmysql"
    ),
    '/.w': (
        '/.well-known/acme-challenge/\tacme'
    ),
    '/20': (
        '/2002): connection refused\tmysql\n'
        '/2002): no such file or directory\tmysql'
    ),
    '/bo': (
        '/bootstrap: \tkafka,librdkafka'
    ),
    '0 u': (
        '0 unknown error\tnode'
    ),
    '0x0': (
        '0x000027\twindows\n'
        '0x02: connection not allowed\toperations\n'
        '0x03: network unreachable\toperations\n'
        '0x04: host unreachable\toperations\n'
        '0x05: connection refused\toperations\n'
        '0x06: ttl expired\toperations'
    ),
    '0x8': (
        '0x80042108\tmail\n'
        '0x80042109\tmail\n'
        '0x8004210a\tmail\n'
        '0x8007\twindows\n'
        '0x8009\twindows\n'
        '0x800b0\twindows\n'
        '0x800ccc0d\tmail\n'
        '0x800ccc0e\tmail\n'
        '0x800ccc0f\tmail\n'
        '0x800ccc15\tmail\n'
        '0x800ccc18\tmail\n'
        '0x800ccc19\tmail\n'
        '0x800ccc1a\tmail\n'
        '0x800ccc6\tmail\n'
        '0x800ccc7\tmail\n'
        '0x800ccc9\tmail\n'
        '0x8019\twindows\n'
        '0x8024\twindows'
    ),
    '100': (
        '100% packet loss\ttools\n'
        '10013\twinsock\n'
        '10024\twinsock\n'
        '10047\twinsock\n'
        '10048\twinsock\n'
        '10049\twinsock\n'
        '10050\twinsock\n'
        '10051\twinsock\n'
        '10053\twinsock\n'
        '10054\twinsock\n'
        '10055\twinsock\n'
        '10057\twinsock\n'
        '10058\twinsock\n'
        '1006\twebsocket\n'
        '10060\twinsock\n'
        '10061\twinsock\n'
        '10064\twinsock\n'
        '10065\twinsock'
    ),
    '110': (
        '11001\twinsock\n'
        '11002\twinsock\n'
        '11003\twinsock\n'
        '11004\twinsock'
    ),
    '12 ': (
        '12 unimplemented: \tnode_clients'
    ),
    '16 ': (
        '16 unauthenticated: \tnode_clients'
    ),
    '2 "': (
        '2 "connection closed"\tqt'
    ),
    '200': (
        '200 response from `\tbuilds'
    ),
    '4 d': (
        '4 deadline_exceeded: \tgrpc'
    ),
    '400': (
        '400 - bad request\treasons\n'
        '400 - request header or cookie too large\treasons\n'
        '400 - the ssl certificate error\treasons\n'
        '400 bad request\treasons\n'
        '400 request header or cookie too large\treasons\n'
        '400 the plain\thttp\n'
        '400 the ssl certificate error\treasons\n'
        '400 – bad request\treasons\n'
        '400 – request header or cookie too large\treasons\n'
        '400 – the ssl certificate error\treasons\n'
        '400.badrequest\tdotnet\n'
        '400: bad request\treasons\n'
        '400: request header or cookie too large\treasons\n'
        '400: the ssl certificate error\treasons\n'
        '400:badrequest\tdotnet'
    ),
    '401': (
        '401 - access denied\treasons\n'
        '401 - authentication required\treasons\n'
        '401 - authorization required\treasons\n'
        '401 - unauthorized\treasons\n'
        '401 access denied\treasons\n'
        '401 authentication required\treasons\n'
        '401 authorization required\treasons\n'
        '401 unauthorized\treasons\n'
        '401 – access denied\treasons\n'
        '401 – authentication required\treasons\n'
        '401 – authorization required\treasons\n'
        '401 – unauthorized\treasons\n'
        '401.unauthorized\tdotnet\n'
        '401: access denied\treasons\n'
        '401: authentication required\treasons\n'
        '401: authorization required\treasons\n'
        '401: unauthorized\treasons\n'
        '401:unauthorized\tdotnet'
    ),
    '402': (
        '402 - payment required\treasons\n'
        '402 payment required\treasons\n'
        '402 – payment required\treasons\n'
        '402: payment required\treasons'
    ),
    '403': (
        '403 - access denied\treasons\n'
        '403 - forbidden\treasons\n'
        '403 access denied\treasons\n'
        '403 forbidden\treasons\n'
        '403 – access denied\treasons\n'
        '403 – forbidden\treasons\n'
        '403.forbidden\tdotnet\n'
        '403: access denied\treasons\n'
        '403: forbidden\treasons\n'
        '403:forbidden\tdotnet'
    ),
    '404': (
        '404 - file or directory not found\treasons\n'
        '404 - not found\treasons\n'
        '404 - page not found\treasons\n'
        '404 file or directory not found\treasons\n'
        '404 not found\treasons\n'
        '404 page not found\treasons\n'
        '404 – file or directory not found\treasons\n'
        '404 – not found\treasons\n'
        '404 – page not found\treasons\n'
        '404.notfound\tdotnet\n'
        '404: file or directory not found\treasons\n'
        '404: not found\treasons\n'
        '404: page not found\treasons\n'
        '404:notfound\tdotnet'
    ),
    '405': (
        '405 - method not allowed\treasons\n'
        '405 - not allowed\treasons\n'
        '405 method not allowed\treasons\n'
        '405 not allowed\treasons\n'
        '405 – method not allowed\treasons\n'
        '405 – not allowed\treasons\n'
        '405.methodnotallowed\tdotnet\n'
        '405: method not allowed\treasons\n'
        '405: not allowed\treasons\n'
        '405:methodnotallowed\tdotnet'
    ),
    '406': (
        '406 - not acceptable\treasons\n'
        '406 not acceptable\treasons\n'
        '406 – not acceptable\treasons\n'
        '406: not acceptable\treasons'
    ),
    '407': (
        '407 - proxy authentication required\treasons\n'
        '407 proxy authentication required\treasons\n'
        '407 – proxy authentication required\treasons\n'
        '407.proxyauthenticationrequired\tdotnet\n'
        '407: proxy authentication required\treasons\n'
        '407:proxyauthenticationrequired\tdotnet'
    ),
    '408': (
        '408 - request time-out\treasons\n'
        '408 - request timeout\treasons\n'
        '408 request time-out\treasons\n'
        '408 request timeout\treasons\n'
        '408 – request time-out\treasons\n'
        '408 – request timeout\treasons\n'
        '408.requesttimeout\tdotnet\n'
        '408: request time-out\treasons\n'
        '408: request timeout\treasons\n'
        '408:requesttimeout\tdotnet'
    ),
    '409': (
        '409 - conflict\treasons\n'
        '409 conflict\treasons\n'
        '409 – conflict\treasons\n'
        '409: conflict\treasons'
    ),
    '410': (
        '410 - gone\treasons\n'
        '410 gone\treasons\n'
        '410 – gone\treasons\n'
        '410.gone\tdotnet\n'
        '410: gone\treasons\n'
        '410:gone\tdotnet'
    ),
    '411': (
        '411 - length required\treasons\n'
        '411 length required\treasons\n'
        '411 – length required\treasons\n'
        '411: length required\treasons'
    ),
    '412': (
        '412 - precondition failed\treasons\n'
        '412 precondition failed\treasons\n'
        '412 – precondition failed\treasons\n'
        '412: precondition failed\treasons'
    ),
    '413': (
        '413 - content too large\treasons\n'
        '413 - payload too large\treasons\n'
        '413 - request entity too large\treasons\n'
        '413 content too large\treasons\n'
        '413 payload too large\treasons\n'
        '413 request entity too large\treasons\n'
        '413 – content too large\treasons\n'
        '413 – payload too large\treasons\n'
        '413 – request entity too large\treasons\n'
        '413: content too large\treasons\n'
        '413: payload too large\treasons\n'
        '413: request entity too large\treasons'
    ),
    '414': (
        '414 - request-uri too large\treasons\n'
        '414 - request-uri too long\treasons\n'
        '414 - uri too long\treasons\n'
        '414 request-uri too large\treasons\n'
        '414 request-uri too long\treasons\n'
        '414 uri too long\treasons\n'
        '414 – request-uri too large\treasons\n'
        '414 – request-uri too long\treasons\n'
        '414 – uri too long\treasons\n'
        '414: request-uri too large\treasons\n'
        '414: request-uri too long\treasons\n'
        '414: uri too long\treasons'
    ),
    '415': (
        '415 - unsupported media type\treasons\n'
        '415 unsupported media type\treasons\n'
        '415 – unsupported media type\treasons\n'
        '415: unsupported media type\treasons'
    ),
    '417': (
        '417 - expectation failed\treasons\n'
        '417 expectation failed\treasons\n'
        '417 – expectation failed\treasons\n'
        '417: expectation failed\treasons'
    ),
    '421': (
        '421 \thttp,transfer\n'
        '421 - misdirected request\treasons\n'
        '421 4.\tmail\n'
        '421 misdirected request\treasons\n'
        '421 – misdirected request\treasons\n'
        '421-4.\tmail\n'
        '421: misdirected request\treasons'
    ),
    '422': (
        '422 - unprocessable content\treasons\n'
        '422 - unprocessable entity\treasons\n'
        '422 unprocessable content\treasons\n'
        '422 unprocessable entity\treasons\n'
        '422 – unprocessable content\treasons\n'
        '422 – unprocessable entity\treasons\n'
        '422: unprocessable content\treasons\n'
        '422: unprocessable entity\treasons'
    ),
    '423': (
        '423 - locked\treasons\n'
        '423 locked\treasons\n'
        '423 – locked\treasons\n'
        '423: locked\treasons'
    ),
    '425': (
        '425 \ttransfer'
    ),
    '426': (
        '426 - upgrade required\treasons\n'
        '426 upgrade required\treasons\n'
        '426 – upgrade required\treasons\n'
        '426.upgraderequired\tdotnet\n'
        '426: upgrade required\treasons\n'
        '426:upgraderequired\tdotnet'
    ),
    '428': (
        '428 - precondition required\treasons\n'
        '428 precondition required\treasons\n'
        '428 – precondition required\treasons\n'
        '428: precondition required\treasons'
    ),
    '429': (
        '429 - too many requests\treasons\n'
        '429 too many requests\treasons\n'
        '429 – too many requests\treasons\n'
        '429.toomanyrequests\tdotnet\n'
        '429: too many requests\treasons\n'
        '429:toomanyrequests\tdotnet'
    ),
    '431': (
        '431 - request header fields too large\treasons\n'
        '431 request header fields too large\treasons\n'
        '431 – request header fields too large\treasons\n'
        '431: request header fields too large\treasons'
    ),
    '450': (
        '450 4.\tmail\n'
        '450-4.\tmail'
    ),
    '451': (
        '451 - unavailable for legal reasons\treasons\n'
        '451 4.\tmail\n'
        '451 unavailable for legal reasons\treasons\n'
        '451 – unavailable for legal reasons\treasons\n'
        '451-4.\tmail\n'
        '451: unavailable for legal reasons\treasons'
    ),
    '452': (
        '452 4.\tmail\n'
        '452-4.\tmail'
    ),
    '454': (
        '454 4.\tmail\n'
        '454-4.\tmail'
    ),
    '495': (
        '495 - ssl certificate error\treasons\n'
        '495 ssl certificate error\treasons\n'
        '495 – ssl certificate error\treasons\n'
        '495: ssl certificate error\treasons'
    ),
    '496': (
        '496 - ssl certificate required\treasons\n'
        '496 ssl certificate required\treasons\n'
        '496 – ssl certificate required\treasons\n'
        '496: ssl certificate required\treasons'
    ),
    '500': (
        '500 - internal server error\treasons\n'
        '500 internal server error\treasons\n'
        '500 read timeout\thttp\n'
        '500 – internal server error\treasons\n'
        '500.internalservererror\tdotnet\n'
        '500: internal server error\treasons\n'
        '500:internalservererror\tdotnet'
    ),
    '501': (
        '501 - not implemented\treasons\n'
        '501 not implemented\treasons\n'
        '501 – not implemented\treasons\n'
        '501.notimplemented\tdotnet\n'
        '501: not implemented\treasons\n'
        '501:notimplemented\tdotnet'
    ),
    '502': (
        '502 - bad gateway\treasons\n'
        '502 - proxy error\treasons\n'
        '502 bad gateway\treasons\n'
        '502 proxy error\treasons\n'
        '502 – bad gateway\treasons\n'
        '502 – proxy error\treasons\n'
        '502.badgateway\tdotnet\n'
        '502: bad gateway\treasons\n'
        '502: proxy error\treasons\n'
        '502:badgateway\tdotnet'
    ),
    '503': (
        '503 - backend fetch failed\treasons\n'
        '503 - service temporarily unavailable\treasons\n'
        '503 - service unavailable\treasons\n'
        '503 backend fetch failed\treasons\n'
        '503 service temporarily unavailable\treasons\n'
        '503 service unavailable\treasons\n'
        '503 – backend fetch failed\treasons\n'
        '503 – service temporarily unavailable\treasons\n'
        '503 – service unavailable\treasons\n'
        '503.serviceunavailable\tdotnet\n'
        '503: backend fetch failed\treasons\n'
        '503: service temporarily unavailable\treasons\n'
        '503: service unavailable\treasons\n'
        '503:serviceunavailable\tdotnet'
    ),
    '504': (
        '504 - gateway time-out\treasons\n'
        '504 - gateway timeout\treasons\n'
        '504 gateway time-out\treasons\n'
        '504 gateway timeout\treasons\n'
        '504 – gateway time-out\treasons\n'
        '504 – gateway timeout\treasons\n'
        '504.gatewaytimeout\tdotnet\n'
        '504: gateway time-out\treasons\n'
        '504: gateway timeout\treasons\n'
        '504:gatewaytimeout\tdotnet'
    ),
    '505': (
        '505 - http version not supported\treasons\n'
        '505 http version not supported\treasons\n'
        '505 – http version not supported\treasons\n'
        '505: http version not supported\treasons'
    ),
    '506': (
        '506 cannot talk to daemon\tcluster'
    ),
    '507': (
        '507 - insufficient storage\treasons\n'
        '507 insufficient storage\treasons\n'
        '507 – insufficient storage\treasons\n'
        '507: insufficient storage\treasons'
    ),
    '508': (
        '508 - loop detected\treasons\n'
        '508 - resource limit is reached\treasons\n'
        '508 loop detected\treasons\n'
        '508 resource limit is reached\treasons\n'
        '508 – loop detected\treasons\n'
        '508 – resource limit is reached\treasons\n'
        '508: loop detected\treasons\n'
        '508: resource limit is reached\treasons'
    ),
    '509': (
        '509 - bandwidth limit exceeded\treasons\n'
        '509 bandwidth limit exceeded\treasons\n'
        '509 – bandwidth limit exceeded\treasons\n'
        '509: bandwidth limit exceeded\treasons'
    ),
    '511': (
        '511 - network authentication required\treasons\n'
        '511 network authentication required\treasons\n'
        '511 – network authentication required\treasons\n'
        '511: network authentication required\treasons'
    ),
    '520': (
        '520 - origin error\treasons\n'
        '520 origin error\treasons\n'
        '520 – origin error\treasons\n'
        '520: origin error\treasons'
    ),
    '521': (
        '521 - origin down\treasons\n'
        '521 origin down\treasons\n'
        '521 – origin down\treasons\n'
        '521: origin down\treasons'
    ),
    '522': (
        '522 - origin connection time-out\treasons\n'
        '522 origin connection time-out\treasons\n'
        '522 – origin connection time-out\treasons\n'
        '522: origin connection time-out\treasons'
    ),
    '523': (
        '523 - origin unreachable\treasons\n'
        '523 origin unreachable\treasons\n'
        '523 – origin unreachable\treasons\n'
        '523: origin unreachable\treasons'
    ),
    '524': (
        '524 - origin time-out\treasons\n'
        '524 origin time-out\treasons\n'
        '524 – origin time-out\treasons\n'
        '524: origin time-out\treasons'
    ),
    '525': (
        '525 - origin ssl handshake error\treasons\n'
        '525 origin ssl handshake error\treasons\n'
        '525 – origin ssl handshake error\treasons\n'
        '525: origin ssl handshake error\treasons'
    ),
    '526': (
        '526 - origin ssl certificate error\treasons\n'
        '526 origin ssl certificate error\treasons\n'
        '526 – origin ssl certificate error\treasons\n'
        '526: origin ssl certificate error\treasons'
    ),
    '530': (
        '530 \ttransfer\n'
        '530 5.\tmail\n'
        '530 login\ttools\n'
        '530 not logged in\ttools\n'
        '530 user\ttools\n'
        '530-5.\tmail'
    ),
    '534': (
        '534 5.\tmail\n'
        '534-5.\tmail'
    ),
    '535': (
        '535 5.\tmail\n'
        '535-5.\tmail'
    ),
    '538': (
        '538 5.\tmail\n'
        '538-5.\tmail'
    ),
    '550': (
        '550 5.\tmail\n'
        '550-5.\tmail'
    ),
    '551': (
        '551 5.\tmail\n'
        '551-5.\tmail'
    ),
    '552': (
        '552 5.\tmail\n'
        '552-5.\tmail'
    ),
    '553': (
        '553 5.\tmail\n'
        '553-5.\tmail'
    ),
    '554': (
        '554 5.\tmail\n'
        '554-5.\tmail'
    ),
    '571': (
        '571 5.\tmail\n'
        '571-5.\tmail'
    ),
    '7 p': (
        '7 permission_denied: \tnode_clients'
    ),
    '8 r': (
        '8 resource_exhausted: \tnode_clients'
    ),
    ': -': (
        ': -28: \tbitcoin'
    ),
    ': a': (
        ': api error \taws'
    ),
    ': b': (
        ': bad status\twebsocket\n'
        ': broken pipe [core/\tpython_servers\n'
        ': broken pipe [plugins/\tpython_servers\n'
        ': broken pipe [proto/\tpython_servers'
    ),
    ': c': (
        ': connection closed (configured timeouts\tmongodb'
    ),
    ': e': (
        ': end of file\tffmpeg\n'
        ': eof\tgo'
    ),
    ': g': (
        ': goaway received\tjava'
    ),
    ': h': (
        ': http 4\tgit\n'
        ': http 5\tgit'
    ),
    ': i': (
        ': invalid data found when processing input\tffmpeg'
    ),
    ': k': (
        ': keepalive timeout\tgo'
    ),
    ': n': (
        ': name error\tv2ray\n'
        ': no host supplied\tpython_web\n'
        ': no schema supplied\tpython_web\n'
        ': no scheme supplied\tmalformed'
    ),
    ': s': (
        ': socket closed\tgrpc'
    ),
    ': t': (
        ': timed out (configured timeouts\tmongodb'
    ),
    ':11': (
        ':11: bye bye\tssh'
    ),
    ':53': (
        ':53: read udp\tgo'
    ),
    '::b': (
        "::bind couldn't find an open port\tengines"
    ),
    ':ea': (
        ':eaddr\terlang'
    ),
    ':ec': (
        ':econn\terlang'
    ),
    ':eh': (
        ':ehost\terlang'
    ),
    ':en': (
        ':enet\terlang'
    ),
    ':er': (
        ':errno=\ttls'
    ),
    ':et': (
        ':etimedout\terlang'
    ),
    ':ge': (
        ':gen_tcp.connect/\terlang'
    ),
    ':li': (
        ':lib(\ttls'
    ),
    ':nx': (
        ':nxdomain\terlang'
    ),
    ':ti': (
        ':timeout\terlang'
    ),
    '; i': (
        '; internal_error\tgo'
    ),
    '; o': (
        '; operation now in progress\tcurl'
    ),
    '; p': (
        '; protocol_error; received from peer\tgo'
    ),
    '; r': (
        '; received from peer\tgo'
    ),
    '; t': (
        '; the connection was refused.\tmail_clients'
    ),
    '<--': (
        '<--- \ttransfer\n'
        '<--denied\ttools\n'
        '<--socket error\ttools\n'
        '<--timeout\ttools'
    ),
    '<==': (
        '<== \ttransfer'
    ),
    '<co': (
        '<code>\taws'
    ),
    '<h1': (
        '<h1>4\thttp\n'
        '<h1>5\thttp'
    ),
    '<ht': (
        '<httperror \tpython_web'
    ),
    '<no': (
        '<nosrv>\tgateways'
    ),
    '<pr': (
        '<protocolerror for \tpython_web'
    ),
    '<re': (
        '<response [\tpython_web'
    ),
    '<ti': (
        '<title>4\thttp\n'
        '<title>5\thttp'
    ),
    '=> ': (
        '=> socket error: eof\tpython_services'
    ),
    '=eo': (
        '=eof\tgo'
    ),
    '>: ': (
        '>: closed during connect\tkafka'
    ),
    '@er': (
        '@error: access denied to \tssh\n'
        '@error: auth failed on module\tssh\n'
        '@error: max connections (\tssh\n'
        '@error: unknown module\tssh'
    ),
    '[08': (
        '[08s01]\tpython_services'
    ),
    '[20': (
        '[2002] no such file or directory\tmysql\n'
        '[2002] operation not permitted\tmysql\n'
        '[2002] permission denied\tmysql'
    ),
    '[au': (
        '[authenticationfailed]\tpython_services'
    ),
    '[co': (
        '[code:135] not authorized\tpython_services\n'
        '[code:7] the connection was lost\tpython_services\n'
        '[code=failed-precondition]\tnode_clients\n'
        '[code=not-found]\tnode_clients\n'
        '[code=permission-denied]\tnode_clients\n'
        '[code=resource-exhausted]\tnode_clients\n'
        '[code=unauthenticated]\tnode_clients\n'
        '[code=unavailable]\tnode_clients'
    ),
    '[di': (
        '[disallowed_intents]\trealtime'
    ),
    '[er': (
        '[errno 0] error\tpython\n'
        '[errno 14] http\tpackages\n'
        '[error 50\tgateways\n'
        '[error]: authentication failed\tembedded\n'
        '[error]: no answer\tembedded'
    ),
    '[ht': (
        '[http/\tbrowsers'
    ),
    '[io': (
        '[io_tls] handshake connection #\tmonitoring\n'
        '[ioredis] unhandled error event\tnode_stores'
    ),
    '[ip': (
        '[ip: \tpackages'
    ),
    '[ma': (
        '[manticore::connecttimeout]\tmonitoring\n'
        '[manticore::resolutionfailure]\tmonitoring\n'
        '[manticore::sockettimeout]\tmonitoring'
    ),
    '[ob': (
        '[object progressevent]\tbrowsers'
    ),
    '[re': (
        '[remote rejected]\tgit'
    ),
    '[so': (
        '[socket timeout calling \tmongodb'
    ),
    '[st': (
        '[status:n/a request:\tpython_services'
    ),
    '[up': (
        '[upstream] connection\tmonitoring'
    ),
    '[vi': (
        '[vite] server connection lost\trealtime'
    ),
    '[wd': (
        '[wds] disconnected!\trealtime'
    ),
    '[we': (
        '[webpack-dev-server] disconnected!\trealtime\n'
        '[webpack-dev-server] event\trealtime'
    ),
    '[ws': (
        '[wsc] disconnected!\twebsocket_native'
    ),
    '\\"e': (
        '\\"error\\":{\\"code\\":\tbodies'
    ),
    '\\br': (
        '\\broadcastexception in \tphp\n'
        '\\broadcastexception]\tphp'
    ),
    '] 4': (
        '] 401 \tpython_servers\n'
        '] 403 \tpython_servers'
    ),
    '] 5': (
        '] 500 \tpython_servers\n'
        '] 502 \tpython_servers\n'
        '] 503 \tpython_servers\n'
        '] 504 \tpython_servers\n'
        '] 599 \tpython_servers'
    ),
    '] d': (
        '] during [\tjava'
    ),
    '] r': (
        '] retry timeout: \tdatabases'
    ),
    '_de': (
        '_denied/4\tgateways'
    ),
    '_lo': (
        '_lost\tgeneric'
    ),
    '_mi': (
        '_miss/50\tgateways'
    ),
    '_no': (
        '_none/50\tgateways'
    ),
    '_tu': (
        '_tunnel/\tgateways'
    ),
    '`cy': (
        '`cy.visit()` failed trying to load\tautomation'
    ),
    '`op': (
        '`openuri()` must be a string, got\tmongodb'
    ),
    'a c': (
        'a communications error occurred\tmail_clients\n'
        'a conexão com a rede foi perdida\tapple_words\n'
        'a conexão à internet parece\tapple_words\n'
        'a cím már használatban van\tnative'
    ),
    'a e': (
        'a envoyé une réponse incorrecte\terror_pages'
    ),
    'a f': (
        'a fatal alert message was received from our peer\tembedded'
    ),
    'a g': (
        'a gép nem működik\tnative'
    ),
    'a h': (
        'a hálózat elérhetetlen\tnative\n'
        'a hálózat nem működik\tnative'
    ),
    'a k': (
        'a kapcsolatot bontotta a távoli fél\tnative'
    ),
    'a l': (
        'a license error occurred on the vpn server\tsoftether'
    ),
    'a m': (
        'a mis fin à la connexion de manière inattendue\terror_pages\n'
        'a mis trop de temps à répondre\terror_pages\n'
        'a művelet nem engedélyezett\tnative'
    ),
    'a n': (
        'a network error (such as timeout, interrupted connection or unreachable host)\tnode_clients\n'
        'a network protocol error occurred when communicating with the broker\tmqtt\n'
        'a non-blocking socket operation could not be completed immediately\tdotnet\n'
        'a név vagy a szolgáltatás nem ismert\tnative'
    ),
    'a p': (
        'a proper response from the server. the response\terlang\n'
        'a protokoll nem támogatja a címcsaládot\tnative'
    ),
    'a r': (
        'a record packet with illegal version was received\ttls\n'
        'a rede \tportuguese\n'
        'a rede está em baixo\tnative\n'
        'a rede está fora de alcance\tnative\n'
        'a rede não responde\tnative'
    ),
    'a s': (
        'a server must not mask any frames\tbrowsers\n'
        'a server with the specified hostname could not be found\tapple\n'
        'a socket error occurred\tjava_services\n'
        'a status of \thttp\n'
        'a successful bind must be completed\tdirectory\n'
        'a szoftver kapcsolatszakadást okozott\tnative'
    ),
    'a t': (
        'a task was canceled\tdotnet\n'
        'a tentativa de conexão falhou\tpostgres\n'
        'a timeout occurred\tedges\n'
        'a timeout occurred while trying to connect\tmedia\n'
        'a tls error caused the secure connection to fail\tapple\n'
        'a tls packet with unexpected length was received\ttls\n'
        'a transport-level error has occurred\tsqlserver'
    ),
    'aad': (
        'aadsts\tazure'
    ),
    'aan': (
        'aan hostnaam is geen adres verbonden\tnative'
    ),
    'aba': (
        'abandoning connect due to timeout\twebsocket_native\n'
        'abandonnée par un logiciel de votre ordinateur\tnative\n'
        'abandonn‚e par un logiciel de votre ordinateur\tlegacy\n'
        'abandonn�e par un logiciel de votre ordinateur\tlegacy'
    ),
    'abb': (
        'abbruch\tgerman'
    ),
    'abn': (
        'abnormal\tgeneric'
    ),
    'abo': (
        'abort\tgeneric\n'
        'abort: authorization failed\tgit\n'
        'aborterror: the operation was aborted\tnode\n'
        'aborterror: this operation was aborted\tnode_clients\n'
        'aborterror]: this operation was aborted\tnode_clients\n'
        'about:certerror\tautomation\n'
        'about:neterror\tautomation'
    ),
    'acc': (
        'accept-key received from server\tqt\n'
        'acceptsecuritycontext error\tdirectory\n'
        'acceso a un socket no permitido\tnative\n'
        'access control configuration prevents your request\tgateways\n'
        'access denied by server while mounting\tmounts\n'
        "access denied for user '\tmysql\n"
        'access denied or repository not exported\tgit\n'
        'access forbidden by rule\tgateways\n'
        'access key id you provided does not exist\taws\n'
        'access to this address is not allowed\tbrowsers\n'
        'access to vhost\tamqp\n'
        'access_refused\tamqp\n'
        'accesso\titalian\n'
        'accesso al socket con modalità non consentite\tnative\n'
        'accesso al socket con modalit… non consentite\tlegacy\n'
        'accesso al socket con modalit� non consentite\tlegacy\n'
        "accesso non riuscito per l'utente\tsqlserver\n"
        'accesstokenexpired\trealtime\n'
        'accesstokeninvalid\trealtime\n'
        'account authentication expired\tnats\n'
        'account has been locked\trefusals\n'
        'account is disabled\trefusals\n'
        'accès à un socket de manière interdite\tnative\n'
        'accŠs … un socket de maniŠre interdite\tlegacy\n'
        'acc�s � un socket de mani�re interdite\tlegacy'
    ),
    'ace': (
        'acesso a um soquete de uma maneira\tnative'
    ),
    'acm': (
        'acme:error:\tacme'
    ),
    'acq': (
        'acquire conn timeout\tpools'
    ),
    'act': (
        'actie is niet toegestaan\tnative\n'
        'acting as a proxy or gateway was unable to process\tiis\n'
        'active connections exceeded\tnats\n'
        'actively refused\tdotnet'
    ),
    'ada': (
        'adapter disconnected\tzigbee'
    ),
    'adb': (
        "adb server didn't ack\tjava"
    ),
    'add': (
        'address already in use\tcommon\n'
        'address family for hostname\tcommon\n'
        'address family not supported\tcommon\n'
        'address in use\tcommon\n'
        'address is now gated\tjava_services\n'
        'address lookup failed for\tgrpc\n'
        'address not available\tcommon'
    ),
    'adm': (
        'administratively prohibited: open failed\tssh'
    ),
    'adr': (
        'adres ailesi protokol tarafından desteklenmiyor\tnative\n'
        'adres is al in gebruik\tnative\n'
        'adres jest już w użyciu\tnative\n'
        'adres zaten kullanımda\tnative\n'
        'adresa je užívána\tnative\n'
        'adresfamilie wordt niet ondersteund door protocol\tnative\n'
        "adresse demandée n'est pas valide dans son contexte\tnative\n"
        'adresse demandée n’est pas valide dans son contexte\tnative\n'
        "adresse demand‚e n'est pas valide dans son contexte\tlegacy\n"
        "adresse demand�e n'est pas valide dans son contexte\tlegacy\n"
        'adresse demand�e n�est pas valide dans son contexte\tlegacy\n'
        'adresse déjà\tfrench\n'
        'adresse déjà utilisée\tnative\n'
        'adressen redan upptagen\tnative\n'
        'adressfamiljen stöds inte av protokollet\tnative\n'
        'adresu\tpolish\n'
        'adresu serwera\tpolish'
    ),
    'aea': (
        'aead_aes_gcm_open:bad decrypt\ttls'
    ),
    'age': (
        'agent dropped connection because of access permissions\tmonitoring'
    ),
    'agg': (
        'aggregateerror\tnode'
    ),
    'ale': (
        'alert \ttls'
    ),
    'ali': (
        'alive\tgeneric'
    ),
    'all': (
        'all attempts to connect to \tpython_web\n'
        'all attempts to contact name servers or networks failed\tresolving\n'
        'all broker connections are down\tkafka\n'
        'all configured authentication methods failed\tnode_clients\n'
        'all connection tries failed\tdatabases\n'
        'all dns requests failed\tv2ray\n'
        'all host(s) tried for query failed\tdatabases,node_stores\n'
        'all hosts tried for query failed\tdatabases\n'
        'all masters are unresponsive\tjava_services\n'
        'all mirrors were tried\tpackages\n'
        'all nameservers failed to answer\tpython_services\n'
        'all pooled connections were in use\tpools\n'
        'all sentinels are unreachable\tnode_stores,redis\n'
        'all sentinels down\tredis\n'
        'all transports failed\trealtime\n'
        'all workers are in error state\tgateways\n'
        'allocate request timed out\tmedia\n'
        'allocation timeout\tmedia'
    ),
    'alr': (
        'already be in use\toperations\n'
        'already in closing or closed state\tbrowsers\n'
        'already in use\toperations\n'
        'already waiting for a connection. max\tpools\n'
        'alreadyclosedexception: already closed\tamqp'
    ),
    'amb': (
        'ambiguous timeout\tdatabases\n'
        'ambiguoustimeoutexception\tdatabases'
    ),
    'amq': (
        'amqjs0007e socket error\tmqtt\n'
        'amqp\tamqp\n'
        'amqp transport failed to open because the inner transport\tdotnet\n'
        'amqpconnectionclosedexception\tphp'
    ),
    'an ': (
        'an error in the data transmission was detected\tbrowsers\n'
        'an error occurred (\taws\n'
        'an error on the server has prevented the request\tcluster\n'
        'an established connection was ab\tdotnet\n'
        'an existing connection was for\tdotnet\n'
        'an i/o error occurred while sending to the backend\tpostgres\n'
        'an insecure websocket connection may not be initiated\tpagerules\n'
        'an invalid token was provided\trealtime\n'
        'an ssl certificate error occurred\tbrowsers\n'
        'an ssl error has occurred\tapple\n'
        'an unexpected error occurred on a receive\tdotnet\n'
        'an unexpected error occurred on a send\tdotnet\n'
        'an unexpected tls packet was received\ttls\n'
        'an unknown error occurred when fetching\tbrowsers\n'
        'an unknown network error occurred\tbrowsers'
    ),
    'ana': (
        'ana makinenizdeki yazılım tarafından\tnative'
    ),
    'anc': (
        'ancm failed to start within startup time limit\tiis\n'
        'ancm out-of-process startup failure\tiis'
    ),
    'anf': (
        'anfitrião\tportuguese'
    ),
    'ang': (
        'angeforderte adresse ist in diesem kontext ungültig\tnative\n'
        'angeforderte adresse ist in diesem kontext ung�ltig\tlegacy'
    ),
    'anm': (
        'anmeldedaten\tgerman\n'
        'anmeldung\tgerman'
    ),
    'ano': (
        'another user connected to the server, forcing the disconnection\tremote'
    ),
    'ans': (
        'anschluss\tgerman\n'
        'ansluta till\tmore_tongues\n'
        'anslutning\tmore_tongues\n'
        'answer from java side is empty\tpython_web'
    ),
    'ant': (
        'antwort vom server\tgerman\n'
        'antwortet nicht\tgerman'
    ),
    'anu': (
        'anulado una conexi¢n establecida por el software\tlegacy\n'
        'anulado una conexión establecida por el software\tnative\n'
        'anulado una conexi�n establecida por el software\tlegacy'
    ),
    'any': (
        'any of the available transports\trealtime\n'
        'anyio.\tpython_web\n'
        'anynet_\tremote'
    ),
    'ap_': (
        'ap_proxy_connect_backend disabling worker\tgateways'
    ),
    'api': (
        'api key is not permitted\tmonitoring\n'
        'apiconnectionerror\tpython_web\n'
        'apierror: 4\tnode_clients\n'
        'apierror: 5\tnode_clients\n'
        'apierror: [\tpython_web\n'
        'apiexception: (\tpython_web'
    ),
    'app': (
        'app transport security has blocked\tapple\n'
        'appear to be a tls alert record\tkafka\n'
        'application error 0x0\tvpn\n'
        'application failed to respond\tedges\n'
        'application-specific password required\tmail'
    ),
    'are': (
        'areq - \tzigbee'
    ),
    'arg': (
        'argo tunnel error\tedges'
    ),
    'as ': (
        'as a valid length for a \tphp'
    ),
    'as_': (
        'as_token was not accepted\tchat'
    ),
    'ash': (
        'ash disconnected\tzigbee'
    ),
    'asi': (
        'asio.misc\twebsocket_native\n'
        'asio.misc:2 (end of file)\twebsocket_clients\n'
        'asio.netdb\twebsocket_native\n'
        'asio.ssl\twebsocket_native\n'
        'asio.stream\twebsocket_native'
    ),
    'ask': (
        'asked for the client to provide credentials\tcluster'
    ),
    'aso': (
        'asový limit\tpolish'
    ),
    'ass': (
        'assign requested address\tcommon\n'
        'assuming connection is dead; please adjust\tjava_services'
    ),
    'asy': (
        'asyncssh.misc.permissiondenied\tparamiko'
    ),
    'at ': (
        'at character offset 0 (before "<\tbodies'
    ),
    'att': (
        'attempt failed because the connected party did\tdotnet\n'
        'attempt to authenticate with the salt master failed\tpython_services\n'
        'attempt to connect to unix domain socket \tgateways\n'
        'attempt to decode json with unexpected mimetype\tpython_web\n'
        'attempt to read after eof\tdatabases\n'
        'attempt was made to access a socket in a way\tdotnet\n'
        'attempted on a nonexistent network connection\twindows\n'
        'attempted to connect to does not support encryption\tsqlserver\n'
        'attempted to connect to leaf node port\tnats\n'
        'attempted to connect to route port\tnats\n'
        'attempting connection with missing mods\tgames\n'
        'attempting to load the specified web page\tengines\n'
        'attention required! | cloudflare\tblockpages'
    ),
    'auc': (
        'aucun accès à internet\terror_pages\n'
        "aucun chemin d'accès pour atteindre l'hôte cible\tnative\n"
        'aucun des hôtes valides pour ce certificat\ttls\n'
        'aucun espace tampon disponible\tnative\n'
        "aucune adresse associée avec le nom de l'hôte\tnative\n"
        'aucune réponse\tfrench'
    ),
    'aud': (
        'audit endpoint returned an error\tnpm'
    ),
    'auf': (
        'aufgelöst\tgerman\n'
        'aufgrund der zugriffsrechte des sockets\tnative'
    ),
    'aut': (
        'autenti\tspanish\n'
        'autentic\tportuguese\n'
        'autentica\titalian\n'
        'autenticación\tspanish\n'
        'autenticazione\titalian\n'
        'autenticazione con password fallita\tpostgres\n'
        'autenticação\tportuguese\n'
        'autenticação do tipo senha falhou\tpostgres\n'
        'autentificación password falló\tpostgres\n'
        'auth denied\trefusals\n'
        'auth error\trefusals\n'
        'auth failed\trefusals\n'
        'auth failed, \tmail\n'
        'auth failure\trefusals\n'
        'auth refused\trefusals\n'
        'auth rejected\trefusals\n'
        'auth request unexpected status\tgateways\n'
        'auth required\trefusals\n'
        'auth violation\trefusals\n'
        'auth was denied\trefusals\n'
        'auth was refused\trefusals\n'
        'auth was rejected\trefusals\n'
        'auth/network-request-failed\tnode_clients\n'
        'auth/too-many-requests\tnode_clients\n'
        'auth_failed\tvpn\n'
        'authenti\tgeneric\n'
        'authentication denied\trefusals\n'
        'authentication error\trefusals\n'
        'authentication error - \tnats\n'
        'authentication error [code: \tnode_clients\n'
        'authentication failed\trefusals\n'
        'authentication failed against database server\tnode_stores\n'
        'authentication failed because the remote party\tdotnet\n'
        'authentication failed on the proxy server\tsoftether\n'
        'authentication failed, see inner exception\tdotnet\n'
        'authentication failed. some common reasons include\tgit\n'
        'authentication failure\trefusals\n'
        'authentication method unknown to the client\tmysql\n'
        "authentication of '\tvpn\n"
        'authentication refused\trefusals\n'
        'authentication rejected\trefusals\n'
        'authentication required\tdirectory,refusals\n'
        'authentication servers are down\tgames\n'
        'authentication that can continue: \tssh\n'
        'authentication timeout\tnats\n'
        'authentication to device failed\tparamiko\n'
        'authentication unavailable: no polkit agent\tvirtual\n'
        'authentication violation\trefusals\n'
        'authentication was denied\trefusals\n'
        'authentication was refused\trefusals\n'
        'authentication was rejected\trefusals\n'
        'authentication with rabbitmq failed\truby\n'
        'authenticationerror\trefusals\n'
        'authenticationexception\trefusals\n'
        'authenticationexception: authentication error on\tjava_services\n'
        'authenticationexception: authentication failed.\tpython\n'
        'authenticationexception: authentication timeout\tparamiko\n'
        "authenticationfailed('\tdatabases\n"
        'authenticationfailed]\tmail\n'
        'authenticationfailedexception\tmail\n'
        'authenticationfailure on \tdotnet\n'
        'authenticationfailureexception\tamqp\n'
        'authenticationticketexpired\tengines\n'
        'authentifi\tgerman\n'
        'authentification\tfrench\n'
        'authentification par mot de passe échouée\tpostgres\n'
        'authentisier\tgerman\n'
        'autherror\trefusals\n'
        'authfailed\trefusals\n'
        'authorisation denied\trefusals\n'
        'authorisation error\trefusals\n'
        'authorisation failed\trefusals\n'
        'authorisation failure\trefusals\n'
        'authorisation refused\trefusals\n'
        'authorisation rejected\trefusals\n'
        'authorisation required\trefusals\n'
        'authorisation violation\trefusals\n'
        'authorisation was denied\trefusals\n'
        'authorisation was refused\trefusals\n'
        'authorisation was rejected\trefusals\n'
        'authorization denied\trefusals\n'
        'authorization error\trefusals\n'
        'authorization failed\trefusals\n'
        'authorization failed - please check your credentials\tpython_web\n'
        'authorization failed: incorrect rpc\tbitcoin\n'
        'authorization failure\trefusals\n'
        'authorization refused\trefusals\n'
        'authorization rejected\trefusals\n'
        'authorization required\trefusals\n'
        'authorization timeout\tnats\n'
        'authorization token has expired\tcluster\n'
        'authorization violation\tnats,refusals\n'
        'authorization was denied\trefusals\n'
        'authorization was refused\trefusals\n'
        'authorization was rejected\trefusals\n'
        'authorizationfailed\tazure\n'
        'authretryablefetcherror\tnode_clients\n'
        'automatic bind not successful\tpython_services\n'
        'autoryzacja hasłem nie powiodła\tpostgres'
    ),
    'awa': (
        'awaiting response... \thttp\n'
        'awaiting response... no data received\ttools\n'
        'awaitpingresp\trust'
    ),
    'axi': (
        'axioserror: unsupported protocol\tmalformed'
    ),
    'ağ ': (
        'ağ erişilebilir durumda değil\tnative\n'
        'ağ hatası\tturkish\n'
        'ağ yok oldu\tnative\n'
        'ağ yolu\tturkish'
    ),
    'ağa': (
        'ağa \tturkish'
    ),
    'ağl': (
        'ağla ilgili veya örneğe özel bir hata\tsqlserver'
    ),
    'bac': (
        'back-off pulling image\tcluster\n'
        'backend connection task has stopped\tethereum\n'
        'backend_connection_closed_\thosting\n'
        'backend_early_response_with_non_error_status\thosting'
    ),
    'bad': (
        'bad access token\trefusals\n'
        'bad address\ttools\n'
        'bad api key\trefusals\n'
        'bad auth : authentication failed\tmongodb\n'
        'bad auth token\trefusals\n'
        'bad auth: authentication failed\tmongodb\n'
        'bad authentication\trefusals\n'
        'bad credentials\trefusals\n'
        'bad encapsulated packet length from peer\tvpn\n'
        'bad gateway\thttp\n'
        'bad hostname\tscripting\n'
        'bad http message\tpython\n'
        'bad http response\twebsocket,winrm\n'
        "bad http response '\twebsocket_native\n"
        'bad login\trefusals\n'
        'bad packet id \tgames\n'
        'bad packet length \tssh\n'
        'bad password\trefusals\n'
        'bad port\ttools\n'
        'bad protocol version identification\tssh\n'
        'bad rconpassword\tarenas\n'
        'bad remote protocol version identification\tssh\n'
        'bad reply\tgeneric\n'
        'bad request - invalid hostname\tiis\n'
        'bad response\tgeneric\n'
        'bad response (\tethereum\n'
        'bad response code\twebsocket\n'
        'bad response from docker engine\toperations\n'
        'bad response start-line\twebsocket\n'
        'bad result from backend\tethereum\n'
        'bad server host key: \tssh\n'
        'bad socket read/write on client\tmqtt\n'
        'bad status\thttp\n'
        'bad status line\twebsocket\n'
        'bad status on response\tethereum\n'
        'bad uri (is not uri?)\tmalformed\n'
        'bad uri(is not uri?)\tmalformed\n'
        'bad user name\trefusals\n'
        'bad user/password\trefusals\n'
        'bad username\trefusals\n'
        'bad version [beast.http\tcplusplus\n'
        'badagent\tdynamic_dns\n'
        'badauth\tdynamic_dns\n'
        'badauthenticationtype\tparamiko\n'
        'badcert\tindustry\n'
        'badcomm\tindustry\n'
        'badconnection\tindustry\n'
        'badcredentials\trefusals\n'
        'badhostkeyexception\tparamiko\n'
        'badident\tindustry\n'
        'badly compressed packet\tgames\n'
        'badnot\tindustry\n'
        'badrequesttimeout\tindustry\n'
        'badsecure\tindustry\n'
        'badsecurity\tindustry\n'
        'badserver\tindustry\n'
        'badsession\tindustry\n'
        'badstatusline\tpython\n'
        'badtcp\tindustry\n'
        'badtimeout\tindustry\n'
        'badtoo\tindustry\n'
        'baduser\tindustry'
    ),
    'bai': (
        'baileyserror: close\trealtime'
    ),
    'ban': (
        'banner exchange\tssh'
    ),
    'bat': (
        'batch response: \tgit'
    ),
    'bağ': (
        'bağlan\tturkish\n'
        'bağlantı denemesi başarısız oldu\tpostgres\n'
        'bağlantı karşıdan kesildi\tnative\n'
        'bağlantı reddedildi\tnative\n'
        'bağlantı zaman aşımı süresi doldu\tsqlserver\n'
        'bağlantıda zaman aşımı\tnative'
    ),
    'bec': (
        'because browser has disconnected\tautomation\n'
        'because deadline reached while in queue\tpools\n'
        'because it violates the following directive\tpagerules\n'
        'because not enough bytes were received\tpython_web\n'
        'because of a policy configured on your ras/vpn server\tvpn\n'
        'because of a protocol error\tremote\n'
        'because reconnect failed before timeout\tautomation\n'
        'because the attempted vpn tunnels failed\tvpn'
    ),
    'bef': (
        'before connection was unexpectedly lost\tmysql\n'
        "before receiving peer's close_notify\tjava"
    ),
    'beg': (
        'beginning maxstartups throttling\tssh'
    ),
    'bei': (
        'beim aufbau der ssl-verbindung trat ein fehler\tpostgres\n'
        'beim verbinden\tgerman'
    ),
    'bel': (
        'belli bir süre içinde yanıt vermediğinden\tnative'
    ),
    'ben': (
        'benchmarking \ttools\n'
        'benutzername\tgerman'
    ),
    'ber': (
        'bereits benutzt\tgerman\n'
        'bereits genutzt\tgerman\n'
        'bereits verwendet\tgerman\n'
        'bereits von \tgerman'
    ),
    'bes': (
        'besteht keine verbindung zum internet\tapple_words'
    ),
    'bet': (
        'between bytes timeout\tgateways'
    ),
    'bev': (
        'bevor der vorgang beendet wurde, oder der server antwortet nicht\tsqlserver'
    ),
    'bez': (
        'bezog sich auf ein nicht verfügbares netzwerk\tnative\n'
        'bezog sich auf ein nicht verf�gbares netzwerk\tlegacy\n'
        'bezog sich auf einen nicht verfügbaren host\tnative\n'
        'bezog sich auf einen nicht verf�gbaren host\tlegacy'
    ),
    'bgp': (
        'bgp not established with\tcluster'
    ),
    'bil': (
        'bilgisayar tarafından zorla kapatıldı\tnative'
    ),
    'bin': (
        'bind: address already in use\toperations\n'
        'bind: permission denied\toperations\n'
        'bindexception\tjava\n'
        'binding request timed out\tmedia'
    ),
    'blo': (
        'bloccato il caricamento di una risorsa\tpagerules\n'
        'blocked\tgeneric\n'
        'blocked by cors policy\tcrossorigin\n'
        'blocked by opendns\tblockpages\n'
        'blocked by sophos\tblockpages\n'
        'blocked by websense\tblockpages\n'
        'blocked by zscaler\tblockpages\n'
        'blocked host: \thttp,ruby\n'
        'blocked hosts: \thttp,ruby\n'
        'blocked loading mixed active content\tpagerules\n'
        'blocked request\thttp\n'
        'blocking cross origin \tpython_services\n'
        'bloquearon la carga de un recurso\tpagerules'
    ),
    'boo': (
        'bootstrap broker\tkafka'
    ),
    'bra': (
        'brak adresu związanego z nazwą hosta\tnative\n'
        'brak dostępu\tnative\n'
        'brak miejsca w buforze\tnative\n'
        'brak odpowiedzi\tpolish\n'
        'brak trasy do hosta\tnative'
    ),
    'bro': (
        'broken\tgeneric\n'
        'broken pipe\tcommon\n'
        "broken pipe from ('\tpython_servers\n"
        'brokenpipeerror\tpython\n'
        'broker forced connection closure\tamqp\n'
        'broker handle is terminating\tkafka\n'
        'broker may not be available\tkafka\n'
        'broker might require sasl authentication\tlibrdkafka\n'
        'broker unavailable (3)\tmqtt\n'
        'broker within a timeout of\tnode_stores\n'
        'brokers are down\tkafka\n'
        'brokers available\tgeneric\n'
        'brokerunreachableexception\tamqp'
    ),
    'bru': (
        'brutet rör\tnative'
    ),
    'buf': (
        'buffering timed out\tnode_stores'
    ),
    'bus': (
        'bus.bus unavailable\tpython_servers\n'
        'businessworker\tworkerman'
    ),
    'but': (
        'but displayed insecure content from\tpagerules\n'
        'but got an empty response\tmail,php\n'
        'but got empty code\tmail\n'
        'but no consensus updates received\tethereum\n'
        'but ran insecure content from\tpagerules\n'
        "but the server doesn't have this capability\tmysql"
    ),
    'by ': (
        'by abortsignal\tnode'
    ),
    'byt': (
        'bytes failed with errno=\tphp\n'
        'bytes remaining to read\tcurl'
    ),
    'böy': (
        'böyle bir ana bilgisayar bilinmiyor\tnative'
    ),
    'błą': (
        'błąd sieci\tpolish\n'
        'błąd związany z siecią lub wystąpieniem\tsqlserver'
    ),
    'błę': (
        'błędu sieci\tpolish'
    ),
    'b”y': (
        'b”yle bir ana bilgisayar bilinmiyor\tlegacy'
    ),
    'b�y': (
        'b�yle bir ana bilgisayar bilinmiyor\tlegacy'
    ),
    'cac': (
        'cache access denied\tgateways\n'
        'caching_sha2_password\tmysql'
    ),
    'cal': (
        'call failed\tmedia\n'
        'called on closed connection\tpython_services'
    ),
    'cam': (
        'caminho de rede\tportuguese'
    ),
    'can': (
        'can connect to sentinel, but \tjava_services\n'
        'can not\tgeneric\n'
        'can not authenticate to imap server\tphp\n'
        'can not authenticate to pop3 server\tphp\n'
        'can not connect to services-server\tjava_remoting\n'
        'can not connect to the service\tautomation\n'
        'can only be created with ws or wss schemes\tapple\n'
        'can only connect via localhost\tamqp\n'
        "can't\tgeneric\n"
        "can't complete socks\tcurl\n"
        "can't connect to socks proxy\tjava\n"
        "can't create tcp/ip socket (24)\tmysql\n"
        "can't create tcp/ip socket (97)\tmysql\n"
        "can't establish a connection\tbrowsers\n"
        "can't establish a secure connection\tbrowsers\n"
        "can't find server name for address\tresolving\n"
        "can't find the computer\tremote\n"
        "can't find the server at\tbrowsers\n"
        "can't get socket descriptor\truby\n"
        "can't open display\tcplusplus\n"
        "can't open named pipe to host\tmysql\n"
        "can't send data when our state is error\tpython_servers\n"
        "can't wait for named pipe to host\tmysql\n"
        'canal seguro\tspanish\n'
        'canal seguro para\tportuguese\n'
        'canceling authentication due to timeout\tpostgres\n'
        'cannot\tgeneric\n'
        'cannot access a disposed object\tdotnet\n'
        'cannot access gated repo for url\tpython_web\n'
        'cannot achieve consistency level\tdatabases\n'
        'cannot acquire connection to\tdatabases\n'
        'cannot assign requested\toperations\n'
        'cannot authenticate\trefusals\n'
        'cannot be recovered due to identification issues\twebsocket\n'
        'cannot connect to chrome at\tautomation\n'
        'cannot connect to destination host\tdotnet\n'
        'cannot connect to host\tpython\n'
        'cannot connect to https server through proxy\tphp\n'
        'cannot connect to podman\tcluster\n'
        'cannot connect to proxy\tpython\n'
        'cannot connect using ssl\tmail_clients\n'
        'cannot contact any kdc\tdirectory\n'
        "cannot decrypt peer's message\trust\n"
        'cannot delete /\tnode_clients\n'
        'cannot determine a node to read\tjava_services\n'
        'cannot determine a partition for slot\tredis\n'
        'cannot determine the frame size\tdotnet\n'
        'cannot establish secure connection to insecure server\tdatabases\n'
        'cannot execute request on any known server\tjava_services\n'
        'cannot find a usable authentication method\tmail_clients\n'
        'cannot find a valid baseurl for repo\tpackages\n'
        'cannot find credentials of user\tmedia\n'
        'cannot find empty port in range: \tpython_servers\n'
        'cannot find kdc\tdirectory\n'
        'cannot follow cross-origin redirect\tpython_web\n'
        'cannot follow redirect to \tpython_web\n'
        'cannot get /\tnode_clients\n'
        'cannot get a connection, pool e\tpools\n'
        'cannot get initial ok message from server\tmail_clients\n'
        'cannot initiate the connection\tcurl\n'
        'cannot listen to port: \tssh\n'
        'cannot load m3u8: \tplayers\n'
        'cannot locate hmac in incoming packet\tvpn\n'
        'cannot locate kdc\tdirectory\n'
        'cannot make ssl connection\tmonitoring\n'
        'cannot obtain initial redis cluster topology\tjava_services\n'
        'cannot open channel to \tjava_services\n'
        'cannot open display\tcplusplus\n'
        "cannot open the connection to '\tscripting\n"
        'cannot open url\tscripting\n'
        'cannot parse server info\tnats\n'
        'cannot patch /\tnode_clients\n'
        'cannot perform start session: eof\tcluster\n'
        'cannot post /\tnode_clients\n'
        'cannot put /\tnode_clients\n'
        "cannot read ca certificate '\tcluster\n"
        "cannot read certificate '\tcluster\n"
        'cannot resolve destination host\tdotnet\n'
        'cannot resolve host address\tvpn\n'
        'cannot retrieve repository metadata (repomd.xml)\tpackages\n'
        'cannot retrieve the public link\tpython_web\n'
        'cannot start tls: \tmail\n'
        'cannot use a secure authentication method\tmail_clients\n'
        'cannot write to closing transport\tpython_web\n'
        'can’t connect to the server\tbrowsers\n'
        'can’t establish a connection\tbrowsers\n'
        'can’t establish a secure connection\tbrowsers\n'
        'can’t find the server at\tbrowsers'
    ),
    'car': (
        'carece de espacio de b£fer suficiente\tlegacy\n'
        'carece de espacio de búfer suficiente\tnative\n'
        'carece de espacio de b�fer suficiente\tlegacy'
    ),
    'cas': (
        'cassandra\tdatabases'
    ),
    'cat': (
        'category: 1, code: 1001\tplayers\n'
        'category: 1, code: 1002\tplayers\n'
        'category: 1, code: 1003\tplayers'
    ),
    'cau': (
        'cause]: error: bad port\tnode\n'
        'caused by sslerror(\tpython'
    ),
    'ce ': (
        'ce site est\tfrench'
    ),
    'cer': (
        'cert_chain_too_long\tnode\n'
        'cert_e_\twindows\n'
        'cert_has_expired\tnode\n'
        'cert_not_yet\tnode\n'
        'cert_rejected\tnode\n'
        'cert_revoked\tnode\n'
        'cert_signature_failure\tnode\n'
        'cert_untrusted\tnode\n'
        'certificado\tportuguese,spanish\n'
        'certificat\tfrench\n'
        'certificate\tgeneric,tls\n'
        'certificate authentication failed\tpostgres\n'
        'certificate failure for \tphp\n'
        'certificate for <\tjava\n'
        'certificate revocation is offline\tgit\n'
        'certificate verification failed, e.g. crl\tembedded\n'
        'certificate verification: error (\tgateways\n'
        'certificate_verify_failed\tpython\n'
        'certificato\titalian\n'
        'certpathvalidatorexception\tjava\n'
        'certyfikat\tpolish'
    ),
    'cha': (
        'channel exception not_found\tamqp\n'
        'channel shutdownnow invoked\tgrpc\n'
        'channel was inactive for too\tdatabases\n'
        'channel_error - \tamqp\n'
        'channelclosedexception\tcluster\n'
        'channelerror.inappropriateoperationforstate\tapple\n'
        'channelwriteexception: cannot write to a channel\tjava_remoting\n'
        'chap authentication failed\tvpn'
    ),
    'che': (
        "che il nome dell'host e la porta siano corretti\tpostgres\n"
        'check device key or version\tpython_servers\n'
        'check_nrpe\tmonitoring\n'
        'checked out a disconnected connection\tmongodb\n'
        'checking for jobs... \tcluster\n'
        'checking out a connection from connection pool\tpools\n'
        'chemin réseau\tfrench'
    ),
    'chr': (
        'chrome not reachable\tautomation'
    ),
    'chu': (
        'chunk header length could not be parsed\tdotnet\n'
        'chunkedencodingerror\tpython_web\n'
        'chunkloaderror: loading\tbrowsers'
    ),
    'chy': (
        'chyba sítě\tmore_tongues'
    ),
    'cie': (
        'cieżki sieciowej\tpolish'
    ),
    'cif': (
        'cifs\tmounts,transfer'
    ),
    'cip': (
        'cipher\tgeneric'
    ),
    'cir': (
        'circuit is now open and is not allowing calls\tdotnet'
    ),
    'cis': (
        'cisco umbrella\tblockpages'
    ),
    'cle': (
        'cleartext\tgeneric,java\n'
        'cleartext http traffic to\tpagerules'
    ),
    'cli': (
        'cli : job timeout\tindustry\n'
        'clickhouse\tdatabases\n'
        'client and server version is different\tsoftether\n'
        'client cannot connect to the destination specified\twinrm\n'
        'client clock and the server clock are not synchronized\tsoftether\n'
        'client connections exceeded\tpostgres\n'
        'client denied by server configuration\tgateways\n'
        "client did not trust this server's certificate\tdatabases\n"
        'client disassociated\tjava_services\n'
        'client disconnect peer\tmedia\n'
        'client does not support authentication protocol\tmysql\n'
        'client error\thttp\n'
        'client error (connect)\trust\n'
        'client has encountered a connection error\tnode_stores\n'
        'client has quit the connection\tmail\n'
        'client has run out of available brokers\tkafka\n'
        'client is not connected\tindustry\n'
        'client is not connected (32104)\tjava_services\n'
        'client must be connected before running operations\tnode_stores\n'
        'client preface string missing or corrupt\thttp\n'
        'client prematurely closed connection\tgateways\n'
        'client sent auth, but no password is set\tpython_services,redis\n'
        'client session timed out\tdatabases\n'
        'client tls handshake failed. \tgateways\n'
        'client unable to establish connection\tsqlserver\n'
        'client unexpectedly closed tcp connection\tamqp,erlang\n'
        'client unhealthy, may closed by server\tjava_services\n'
        'client was closed and is not queryable\tnode_stores\n'
        'client which is non-softether vpn software has connected\tsoftether\n'
        'client-error-\tprinters\n'
        'client.linetoolong\tpython\n'
        'client.timeout exceeded while awaiting headers\tgo\n'
        'client/server protocol error while fetching\tmail_clients\n'
        'client/server synchronization error\tmail_clients\n'
        'client_connection_error\twebsocket_native\n'
        'client_exceptions.invalidurl\tmalformed\n'
        'client_idle_timeout\tpostgres\n'
        'client_login_timeout\tpostgres\n'
        'client_loop: send disconnect: \tssh\n'
        'client_loop: send disconnect: connection reset\tssh\n'
        'clientclosederror: \tnode_stores\n'
        'clientconnectordnserror\tpython\n'
        'clientconnectorerror\tpython_web\n'
        'clientexception\tdart\n'
        'clienthttpproxyerror\tpython_web\n'
        'clientoserror\tpython_web\n'
        'clientoserror: [errno none] can not write request body\tpython_web\n'
        'clientpayloaderror\tpython_web\n'
        'clientproxyconnectionerror\tpython_web\n'
        'clienttimeout\tengines'
    ),
    'clo': (
        'clock skew too great\tdirectory\n'
        'close code\twebsocket\n'
        'closecode(\twebsocket\n'
        'closed\tgeneric\n'
        'closed (code \twebsocket\n'
        'closed before established\twebsocket_clients,websocket_native\n'
        'closed by remote host\tssh\n'
        'closed by the container because of the idle timeout\twebsocket_clients\n'
        'closed connection in response to \tmail_clients\n'
        'closed connection with code \twebsocket\n'
        'closed its connection\tmqtt\n'
        'closed while expecting info\tnats\n'
        'closed without handshake response\tdatabases\n'
        'closedchannel\tjava\n'
        'closederror\tqt\n'
        'closedreceivechannelexception\tjava_remoting\n'
        'closedsendchannelexception\tjava_remoting\n'
        'closeevent\twebsocket\n'
        'closes\tgeneric\n'
        'closing bad idle connection\tgo\n'
        'closing conn at lws_connmode\twebsocket_native\n'
        'closing link\tchat\n'
        'closing socket connection and attempting reconnect\tjava_services\n'
        'closing socket connection. attempting reconnect\tdatabases\n'
        'cloud run\thosting\n'
        'cloudflare\tedges'
    ),
    'clu': (
        'cluster authorization failed\tkafka\n'
        'clusterallfailederror\tnode_stores\n'
        'clusterdown\tredis'
    ),
    'cod': (
        'code 400, message bad \tpython_servers\n'
        'code : -\tembedded\n'
        'code = -\tembedded\n'
        'code = deadlineexceeded\tgrpc\n'
        'code = permissiondenied\tgrpc\n'
        'code = resourceexhausted\tgrpc\n'
        'code = unauthenticated\tgrpc\n'
        'code: "connectionclosed"\tnpm\n'
        'code: "connectionrefused"\tnpm\n'
        'code: "network_error"\tethereum\n'
        "code: 'network_error'\tethereum\n"
        'code: -\tembedded\n'
        'code: 104 message: [microsoft]\tsqlserver\n'
        'code=-\tembedded\n'
        'code=timeout, version=\tethereum'
    ),
    'col': (
        'collegarsi\titalian'
    ),
    'com': (
        'com o nome de host especificado\tapple_words\n'
        'command did not succeed. the mail server for account\tmail_clients\n'
        'commands out of sync. \tmysql\n'
        'communicat\tgeneric\n'
        'communications link failure\tmysql\n'
        'complete\tgeneric\n'
        'computador de destino a recusou\tnative'
    ),
    'con': (
        'con el nombre de host especificado\tapple_words\n'
        'con il nome host specificato\tapple_words\n'
        'condahttperror: http 000 connection failed\tpython_web\n'
        'conectar\tportuguese,spanish\n'
        'conexao\tportuguese\n'
        'conexion\tspanish\n'
        'conexión\tspanish\n'
        'conexión rehusada\tnative\n'
        'conexión reinicializada por la máquina remota\tnative\n'
        'conexão\tportuguese\n'
        'conexão com servidor em\tpostgres\n'
        'conexão fechada pela outra ponta\tnative\n'
        'conexão recusada\tnative\n'
        'confidentiality required\tdirectory\n'
        'config error is refused\tresolving\n'
        'configured stub or forward servers failed\tresolving\n'
        'conflicterror: 4\tnode_clients\n'
        'connack\tmqtt\n'
        'connect call failed\tpython\n'
        'connect eacces\tnode\n'
        'connect enoent\tnode\n'
        'connect enotconn\tnode\n'
        'connect eperm\tnode\n'
        'connect error\tgeneric,go\n'
        'connect error - \terlang\n'
        'connect error: "operation canceled"\tmining\n'
        'connect error: aggregate\twebsocket\n'
        'connect fail: \tminiprogram\n'
        'connect failed to \tmqtt\n'
        'connect timed out\tjava\n'
        'connect timeout reached\truby\n'
        'connect timeout=\tpython\n'
        'connect to \tgeneric\n'
        'connect to local server\tmysql\n'
        'connect to seed broker, trying another broker from the list: connection timeout\tnode_stores\n'
        'connect to server error: i/o deadline reached\tfrp\n'
        'connect to server on\tmysql\n'
        'connect tunnel failed\tcurl\n'
        'connect wait timeout has fired\twebsocket_native\n'
        'connect.failed\tgames\n'
        'connect: connection refused\tgo\n'
        'connect: no such file or directory\tgo\n'
        'connect: operation not permitted\tgo\n'
        'connect: permission denied\tgo\n'
        'connect: timeout\tscripting\n'
        'connected host has failed to respond\tdotnet\n'
        'connected with result code\tmqtt\n'
        'connecter au\tfrench\n'
        'connecterror\tpython\n'
        'connectexception\tjava\n'
        'connecting to\tgeneric\n'
        'connecting to a ssl listener?\tlibrdkafka\n'
        'connecting to remote server \twinrm\n'
        'connecting via a proxy is not allowed\tarenas\n'
        'connecting with mqtt server failed (\tdotnet\n'
        'connecting with ssh timed out\tnode_clients\n'
        'connection aborted\tpython\n'
        'connection acquisition timed out in\tpools\n'
        'connection and upgrade headers required\twebsocket\n'
        'connection attempt timed out\tpostgres\n'
        'connection attempts failed\tpython\n'
        'connection broken: invalidchunklength\tpython_web\n'
        'connection closed (configured timeouts\tmongodb\n'
        'connection closed abnormally\twebsocket\n'
        'connection closed before full header was received\tdart\n'
        'connection closed before message completed\trust\n'
        'connection closed by\tssh\n'
        'connection closed gracefully\tcurl\n'
        'connection closed while reading http\tpython_web\n'
        'connection closed while reading http status line\twebsocket\n'
        'connection could not be established with host\tmail\n'
        'connection error\tgeneric\n'
        'connection error: bad user\tmqtt\n'
        'connection error: not authori\tmqtt\n'
        'connection failed after 4 retries\tgames\n'
        'connection failure\trealtime\n'
        'connection failure for dns tcp stream: connection refused\tresolving\n'
        'connection failure for dns tcp stream: connection timed out\tresolving\n'
        'connection from pool timeout after\tpools\n'
        'connection has been unexpectedly closed\tssh\n'
        'connection in use: (\tpython\n'
        'connection is broken and recovery is not possible\tsqlserver\n'
        'connection is insecure (try\tnode_stores\n'
        'connection is not available, request timed out after\tpools\n'
        'connection licenses on the destination vpn server\tsoftether\n'
        'connection limit (\tamqp\n'
        'connection login retries (reopen_max)\tmounts\n'
        'connection loss\tgeneric\n'
        'connection lost (32109)\tjava_services\n'
        'connection lost before handshake\tnode_clients\n'
        'connection must be started before data can be sent\tdotnet\n'
        'connection not allowed\trefusals\n'
        'connection not allowed by socksv5 server\tqt\n'
        'connection not open on send\tethereum\n'
        'connection pool exhausted\tpools\n'
        'connection pool has been exhausted\tpools\n'
        'connection pool is exhausted\tpools\n'
        'connection pool reached max wait queue size\tjava_services\n'
        'connection pool shut down\tjava\n'
        'connection pool which has been closed\tmongodb\n'
        'connection problem\tgeneric\n'
        'connection refuse\tmqtt\n'
        'connection refused\tcommon\n'
        'connection refused (os error\tgo\n'
        'connection refused by user\ttools\n'
        'connection refused: \tnode_stores\n'
        'connection refused: game data is incompatible\tarenas\n'
        'connection refused: invalid player\tarenas\n'
        'connection refused: server is busy\tarenas\n'
        'connection refused: server is full\tarenas\n'
        'connection refused: you are banned\tarenas\n'
        'connection reset by\tssh\n'
        'connection reset, restarting\tvpn\n'
        'connection setup timed out in state\tkafka,librdkafka\n'
        'connection setup timed out in state connect\tlibrdkafka\n'
        'connection terminated unexpectedly\tpostgres\n'
        'connection throttled! please wait\tgames\n'
        'connection timeout expired\tpostgres,sqlserver\n'
        'connection timeout to host\tpython\n'
        'connection to\tgeneric\n'
        'connection to broker closed\trealtime\n'
        'connection to broker lost\tpython\n'
        'connection to printer failed\tprinters\n'
        'connection to remote host was lost\twebsocket\n'
        'connection to server at\tpostgres\n'
        'connection to server on socket\tpostgres\n'
        'connection to server temporarily unavailable\trealtime\n'
        'connection to telegram failed\tpython_web\n'
        'connection to the database terminated\tdatabases\n'
        'connection to the host has been lost\tgames\n'
        'connection unexpectedly closed\tpython\n'
        'connection unexpectedly closed: timed out\tpython_services\n'
        'connection upgrade failed (\twebsocket_clients\n'
        'connection was broken: \tcluster\n'
        'connection was closed before we received a valid response\tpython_web\n'
        'connection was closed cleanly\ttwisted\n'
        'connection was refused - did you specify\toperations\n'
        'connection-forced\tamqp\n'
        'connection.droppederror\trealtime\n'
        'connection.othererror\trealtime\n'
        'connection_closed_abruptly\tamqp,erlang\n'
        'connection_closed_unexpectedly\tamqp\n'
        'connection_closed_with_no_data_received\tamqp\n'
        'connection_forced\tamqp,python_services\n'
        'connectionabortederror\tpython\n'
        'connectionabortedexception\tcplusplus\n'
        'connectionclosed downloading\tnpm\n'
        'connectionclosedbybroker\tamqp\n'
        'connectionclosedok\tpython_web\n'
        'connectiondone\ttwisted\n'
        'connectionerror\tgeneric\n'
        'connectionfailed: end of file reached\truby\n'
        'connectionforced\tpython_services\n'
        'connectionloss\tgeneric\n'
        'connectionlost\tgeneric\n'
        'connectionpool\tpython\n'
        'connectionpool::timeouterror\tpools\n'
        'connectionrefused\trust\n'
        'connectionrefused downloading\tnpm\n'
        'connectionrefusederror\tpython\n'
        'connectionreseterror\tpython\n'
        'connections died in state\tgateways\n'
        'connections must be mutually authenticated\tcluster\n'
        'connector is closed\tpython_web\n'
        'connectsocket:fail\tminiprogram\n'
        'connecttimeout\tpython\n'
        'connecttimeoutexception\tjava\n'
        'connessione\titalian\n'
        'connessione interrotta dal corrispondente\tnative\n'
        'connessione interrotta per un problema software\tnative\n'
        'connessione rifiutata\tnative\n'
        'connessione rifiutata dal server proxy\tproxy_pages\n'
        'connessione scaduta\tnative\n'
        'connettersi\titalian\n'
        'connettersi non supporta la crittografia\tsqlserver\n'
        'connexion\tfrench\n'
        'connexion existante a dû être fermée par l\tnative\n'
        'connexion existante a d– ˆtre ferm‚e par l\tlegacy\n'
        'connexion existante a d� �tre ferm�e par l\tlegacy\n'
        'connexion refusée\tnative\n'
        'connexion ré-initialisée par le correspondant\tnative\n'
        'connexion sécurisée avec le serveur\tbrowsers\n'
        "connexion terminée par expiration du délai d'attente\tnative\n"
        'conq: repository access denied\tgit\n'
        'conq: repository does not exist\tgit\n'
        'contact \tgeneric\n'
        'contacting\tgeneric\n'
        'contains a common name (cn) that does not match\twinrm\n'
        'content security policy\tpagerules\n'
        'content-security-policy\tpagerules\n'
        'context canceled\tgo\n'
        'context deadline exceeded\tgo\n'
        'context or browser has been closed\tautomation\n'
        'contractfunctionexecutionerror: http request failed\tethereum\n'
        'contraseña\tspanish\n'
        'control socket\ttransfer'
    ),
    'coo': (
        'cookie was rejected by server\tvpn'
    ),
    'cor': (
        'corrupted content error\tbrowsers\n'
        'corrupted mac on input\tssh\n'
        'cors request\tbrowsers'
    ),
    'cou': (
        'couchbase\tdatabases\n'
        'could be made because the target machine\tdotnet\n'
        'could not\tgeneric\n'
        'could not accept ssl connection\tpostgres\n'
        'could not access the specified channel or stream key\tmedia\n'
        'could not authenticate\trefusals\n'
        'could not authenticate against \tphp\n'
        'could not be established. node may not be available\tkafka\n'
        'could not check origin for phoenix\terlang\n'
        'could not complete ssl handshake\tmonitoring\n'
        'could not connect to a default or fallback server\tgames\n'
        'could not connect to mail server\tmail_clients\n'
        'could not connect to net.tcp://\tdotnet\n'
        'could not connect to rpc endpoint under address\tjava_services\n'
        'could not connect to server\tcurl,postgres\n'
        'could not connect to steam network\tgames\n'
        'could not connect to the client to verify the domain\tacme\n'
        'could not connect to the relay server\tvpn\n'
        'could not connect to the server\tapple\n'
        'could not connect to the server \tbitcoin\n'
        'could not connect to your ethereum client\tethereum\n'
        'could not connect: http/1.\tphp\n'
        'could not contact dns servers\tpython_services,resolving\n'
        'could not create connection to database server\tmysql\n'
        'could not create ssl/tls secure channel\tdotnet\n'
        'could not decode a text frame as utf-8\tbrowsers\n'
        'could not detect network\tethereum\n'
        'could not determine your current ip\tdynamic_dns\n'
        'could not enable socket crypto\tphp\n'
        'could not establish trust relationship\tdotnet\n'
        'could not fetch specs from\truby\n'
        "could not get 'http\tbuilds\n"
        'could not get a resource from the pool\tjava_services\n'
        "could not get resource 'http\tbuilds\n"
        'could not handshake: \ttls\n'
        "could not head 'http\tbuilds\n"
        'could not initialize cluster slots cache\tjava_services\n'
        'could not initiate ssl connection\tpostgres\n'
        "could not install gradle distribution from 'http\tbuilds\n"
        'could not instantiate mail function\tphp\n'
        'could not load exp://\tnode_clients\n'
        'could not load markets\ttrading\n'
        'could not negotiate a supported cipher suite\ttls\n'
        'could not negotiate tls connection\tmail_clients\n'
        'could not open a connection to sql server\tsqlserver\n'
        'could not open connect tunnel\ttwisted\n'
        'could not open input "http\tffmpeg\n'
        'could not open input "rtmp://\tffmpeg\n'
        'could not open input "rtsp://\tffmpeg\n'
        'could not perform discovery\tdatabases\n'
        'could not reach any contact point\tdatabases,java_services\n'
        'could not reach cloud firestore backend\tnode_clients\n'
        'could not reach host\ttools\n'
        'could not read from remote repository\tgit\n'
        'could not receive message. (timeout while waiting for server response)\tffmpeg\n'
        'could not register at the resourcemanager within\tjava_services\n'
        'could not request local forwarding\tssh\n'
        'could not resolve\tcurl\n'
        "could not resolve '\tpackages\n"
        'could not resolve address for \ttransfer\n'
        'could not resolve hostname\tlibcurl,ssh\n'
        'could not resolve proxy name\tlibcurl\n'
        'could not retrieve mirrorlist\tpackages\n'
        'could not set up host forwarding rule\tvirtual\n'
        'could not settle on \truby\n'
        'could not start a new session. possible causes\tautomation\n'
        'could not transfer artifact\tbuilds\n'
        'could not transfer metadata\tbuilds\n'
        'could not translate host name\tpostgres\n'
        'could not verify that this server is running\tautomation\n'
        'could not verify the ssl certificate\truby\n'
        "couldn't\tgeneric\n"
        "couldn't agree a \tssh\n"
        "couldn't authenticate\trefusals\n"
        "couldn't authenticate websocket connection\tpython_servers\n"
        "couldn't connect\tcurl\n"
        "couldn't connect to node\tethereum\n"
        "couldn't connect to server\tmongodb\n"
        "couldn't connect to server: \tbitcoin\n"
        "couldn't find dns entries for the given domain\tgo_words\n"
        "couldn't find ip\tv2ray\n"
        "couldn't get a connection after\tpython_services\n"
        "couldn't get hostname for\tembedded\n"
        "couldn't open stream {\tphp\n"
        "couldn't read response headers\truby\n"
        "couldn't reconnect within the configured timeout\tdotnet\n"
        "couldn't resolve\tcurl\n"
        "couldn't resolve ip address\tmqtt\n"
        "couldn't resolve proxy name\tlibcurl\n"
        "couldn't verify username because servers are unavailable\tgames\n"
        'couldnt_\tlibcurl'
    ),
    'cra': (
        'crashloopbackoff\toperations'
    ),
    'cre': (
        'credenciais\tportuguese\n'
        'credenciales\tspanish\n'
        'credential\tgeneric\n'
        'credentials denied\trefusals\n'
        'credentials error\trefusals\n'
        'credentials failed\trefusals\n'
        'credentials failure\trefusals\n'
        'credentials refused\trefusals\n'
        'credentials rejected\trefusals\n'
        'credentials required\trefusals\n'
        'credentials violation\trefusals\n'
        'credentials was denied\trefusals\n'
        'credentials was refused\trefusals\n'
        'credentials was rejected\trefusals\n'
        'credenziali\titalian\n'
        'credssp encryption oracle\tremote'
    ),
    'cri': (
        'critical error: could not connect to server\ttransfer'
    ),
    'cro': (
        'cross origin requests are only supported for\tcrossorigin\n'
        'cross-origin bloqueada\tcrossorigin\n'
        'cross-origin request blocked\tcrossorigin\n'
        'cross-origin) anfrage blockiert\tcrossorigin\n'
        'crossdomain access denied\tplayers'
    ),
    'cry': (
        'crypt_e_\twindows\n'
        'crypt_e_no_revocation_check\ttls\n'
        'crypt_e_revocation_offline\ttls'
    ),
    'csa': (
        'csatlakoz\tmore_tongues'
    ),
    'cur': (
        'curl 3\tcurl\n'
        'curl 4\tcurl\n'
        'curl 5\tcurl\n'
        'curl code\tcurl\n'
        'curl download failed\tnode_clients\n'
        'curl err\tcurl\n'
        'curl error\tcurl\n'
        'curl exit\tcurl\n'
        'curl failed with \tcurl\n'
        'curl returned\tcurl\n'
        'curl#\tcurl\n'
        'curl: (\tcurl\n'
        'curl: error downloading\tcurl\n'
        'curl_easy_\tcurl\n'
        'curl_err\tcurl\n'
        'curle_\tcurl,libcurl\n'
        'curlexception\tcurl\n'
        'currently unable to handle the request\thttp'
    ),
    'cus': (
        'customauthenticationfailed\tengines'
    ),
    'cza': (
        'czas oczekiwania\tpolish'
    ),
    'da ': (
        'da dem system pufferspeicher fehlte\tnative\n'
        'da der zielcomput (trying\tmysql'
    ),
    'dae': (
        'daemon either is not started or wrong port\tethereum'
    ),
    'dal': (
        'dal server\titalian'
    ),
    'das': (
        'das laden einer ressource auf\tpagerules\n'
        'das netzwerk ist nicht aktiv\tnative\n'
        'das netzwerk ist nicht erreichbar\tnative\n'
        'das programm verursachte den abbruch der verbindung\tnative'
    ),
    'dat': (
        'data 52e\tdirectory\n'
        'data after `connection: close`\tpython_web\n'
        'data on a closed socket\tscripting\n'
        'database server at\tnode_stores\n'
        'datenübergabe unterbrochen (broken pipe)\tnative'
    ),
    'db2': (
        'db2\tdatabases'
    ),
    'db:': (
        'db::\tdatabases'
    ),
    'dbp': (
        'dbprocess is dead\tsqlserver'
    ),
    'ddo': (
        'ddosprotection\ttrading'
    ),
    'de ': (
        'de host\tspanish\n'
        'de proxyserver weigert verbindingen\tproxy_pages'
    ),
    'dea': (
        'dead peer detection detected dead peer\tvpn\n'
        'dead_link detected\tgames\n'
        'deadline\tgeneric'
    ),
    'dec': (
        'declined\tgeneric'
    ),
    'def': (
        'default backend - 404\tapi_gateways\n'
        'default evaluation failed for host\talamofire\n'
        'defunct connection\tpython_services'
    ),
    'del': (
        'del server\titalian\n'
        'delete http\tbrowsers\n'
        "dell'operazione oppure il server non risponde\tsqlserver"
    ),
    'dem': (
        'demasiados ficheiros abertos\tnative\n'
        'demasiados ficheiros abertos no sistema\tnative\n'
        'demasiados ficheros abiertos\tnative\n'
        'demasiados ficheros abiertos en el sistema\tnative\n'
        'demorou muito\tportuguese\n'
        'demorou muito para responder\terror_pages'
    ),
    'den': (
        'denied\tgeneric\n'
        'denied by cross-origin resource sharing policy\tcrossorigin\n'
        'denied: \tcluster\n'
        'deniederror: 4\tnode_clients'
    ),
    'dep': (
        'depth_zero_self_signed\tnode'
    ),
    'der': (
        'der angegebene host ist unbekannt\tnative\n'
        'der name oder der dienst ist nicht bekannt\tnative\n'
        'der rechner ist nicht aktiv\tnative\n'
        'der server\tgerman\n'
        'der server unterstützt ssl nicht\tpostgres\n'
        'der verbindungsversuch schlug fehl\tpostgres\n'
        'der wartevorgang wurde abgebrochen\tsqlserver'
    ),
    'des': (
        'desconectad\tportuguese,spanish\n'
        'description: \trealtime\n'
        'description=transport closed for unknown reason\tjava_services\n'
        'desculpe, muitos clientes conectados\tpostgres\n'
        'desligad\tportuguese\n'
        'destination computer (\twinrm\n'
        'destination host unreachable\ttools\n'
        'destination net unreachable\ttools\n'
        'destination port unreachable\ttools\n'
        'destination vpn server is not receiving the connection\tsoftether'
    ),
    'det': (
        'details: maxpoolsize\tpools\n'
        'detected_unexpected_tls_header\tamqp'
    ),
    'dev': (
        'development server over https, but it only supports http\tpython_servers\n'
        'development server returned response error code\tnpm'
    ),
    'dh ': (
        'dh key too small\ttls'
    ),
    'dia': (
        'dial tcp\tgo\n'
        'dial udp\tgo\n'
        'dial unix\tgo\n'
        'dial:eof\tgo'
    ),
    'did': (
        'did not find the leader node\tjava_services\n'
        'did not finish (in time) the opening handshake\twebsocket_clients\n'
        'did not get expected response when querying endpoint\tacme\n'
        'did not match server certificate\truby\n'
        'did not properly respond\tdotnet\n'
        'did not receive a valid http\twebsocket\n'
        'did not receive auth message within\tpython_servers\n'
        'did not receive identification string from\tssh\n'
        'did not receive x-remoting-capability header\tjava_services\n'
        'did not respond with a pong in time\twebsocket_clients\n'
        'did not see server greeting\tssh\n'
        'did not start within expected time limit\thosting\n'
        'did not succeed\tbrowsers\n'
        'did you run git update-server-info on the server\tgit\n'
        'did you specify the right host or port\toperations\n'
        "didn't respond to http pings on port\thosting"
    ),
    'die': (
        'die adresse wird bereits verwendet\tnative\n'
        'die adressfamilie wird von der protokollfamilie nicht unterstützt\tnative\n'
        'die angeforderte adresse kann nicht zugewiesen werden\tnative\n'
        'die korrektheit von hostnamen und der portnummer\tpostgres\n'
        'die netzwerkverbindung wurde unterbrochen\tapple_words\n'
        'die operation ist nicht erlaubt\tnative\n'
        'die server-ip-adresse von\terror_pages\n'
        'die verbindung ist nicht privat\terror_pages\n'
        'die verbindung wurde vom kommunikationspartner zurückgesetzt\tnative\n'
        'die wartezeit für die verbindung ist abgelaufen\tnative\n'
        'dies ist keine sichere verbindung\terror_pages'
    ),
    'dif': (
        'diffie-hellman prime sent by the server is not acceptable\ttls'
    ),
    'dio': (
        'dio\tdart'
    ),
    'dir': (
        'direcci¢n solicitada no es v\xa0lida en este contexto\tlegacy\n'
        'dirección solicitada no es válida en este contexto\tnative\n'
        'direcci�n solicitada no es v�lida en este contexto\tlegacy'
    ),
    'dis': (
        'disable abortonconnectfail. timeout\tdotnet\n'
        'disallowedhost\thttp\n'
        'disconnect\tgeneric\n'
        'disconnect.closed\tgames\n'
        'disconnect.endofstream\tgames\n'
        'disconnect.genericreason\tgames\n'
        'disconnect.loginfailed\tgames\n'
        'disconnect.lost\tgames\n'
        'disconnect.timeout\tgames\n'
        'disconnect.unknownhost\tgames\n'
        'disconnectby\tengines\n'
        'disconnected (disallowed plaintext auth\tmail\n'
        'disconnected code\twebsocket\n'
        'disconnected due to malformed packet\tmqtt\n'
        'disconnected due to protocol error\tmqtt\n'
        'disconnected during message iteration\tpython_services\n'
        'disconnected from connected state\tautomation\n'
        'disconnected from redis\terlang\n'
        'disconnected from rmq\tnode_stores\n'
        'disconnected rc\tmqtt\n'
        'disconnected while requesting apiversion\tkafka\n'
        'disconnected, not authori\tmqtt\n'
        'disconnected: end of stream\tgames\n'
        'disconnection happened, type: byserver\tdotnet\n'
        'disconnection happened, type: error\tdotnet\n'
        'disconnection happened, type: lost\tdotnet\n'
        'disconnection happened, type: nomessagereceived\tdotnet\n'
        'disconnection rc\tmqtt\n'
        'disconness\titalian\n'
        'distant a retourné une erreur : (\tdotnet'
    ),
    'dns': (
        'dns\tgeneric\n'
        'dns client error: \tscripting\n'
        'dns error\trust\n'
        'dns lookup error\tpackages\n'
        'dns lookup failure for: \tgateways\n'
        "dns lookup or connection check of '\tpython_services\n"
        'dns problem: \tacme\n'
        'dns request timed out\tresolving\n'
        'dns requests failed\tgo\n'
        'dns resolve failed\tgo\n'
        'dns server error: \tscripting\n'
        'dns server returned answer with no data\tresolving\n'
        'dns server returned answer with no data]\tgrpc\n'
        'dns server returned general failure\tresolving\n'
        'dns server returned general failure]\tgrpc\n'
        'dns.resolver.noanswer\tpython_services\n'
        'dns.resolver.nxdomain\tpython_web\n'
        'dns: name does not exist\tpackages\n'
        'dns: transient error\tpackages\n'
        'dns_probe_\tbrowsers\n'
        'dnserr\tdynamic_dns\n'
        'dnssec validation failed\tresolving'
    ),
    'doc': (
        'docker daemon\toperations'
    ),
    'doe': (
        'does not allow plaintext passwords\tmail_clients\n'
        'does not contain ssh protocol identification\tdotnet\n'
        'does not have any active endpoint\tgateways\n'
        'does not have available server for client\tjava_services\n'
        'does not indicate success: \tdotnet\n'
        'does not look like a proxy protocol header\tgateways\n'
        'does not match target host name\ttls\n'
        'does not match the cluster ca certificate hash\tcluster\n'
        'does not match the content type of the binding\tdotnet\n'
        'does not match the http/1.1 protocol\tnode\n'
        'does not seem to support encrypted passwords\tmail_clients\n'
        'does not support communication with this driver\tdatabases\n'
        'does not support proxies with the\tdotnet\n'
        'does not support required protocol 41+\tmysql\n'
        'does not support the connection encryption type\tmail_clients\n'
        'does not support the selected authentication method\tmail_clients\n'
        'does the network require authentication?\tpackages\n'
        "doesn't have a known issuer\ttools\n"
        "doesn't permit requested plugin\tmysql"
    ),
    'dom': (
        'domain name not found\tresolving\n'
        'domain name not found]\tgrpc'
    ),
    'don': (
        "don't support a common ssl protocol\terror_pages\n"
        'don’t support a common ssl protocol\terror_pages'
    ),
    'dos': (
        'dostępu do gniazda w sposób zabroniony\tnative'
    ),
    'dou': (
        'double-check your credentials and correct\truby'
    ),
    'dov': (
        'dovecot\tmail'
    ),
    'dow': (
        'download error: caught java.\tbuilds\n'
        'downloadfile:fail\tminiprogram\n'
        'downloading package manifest\tnpm\n'
        'downloading tarball\tnpm'
    ),
    'doč': (
        'dočasná chyba při vyhodnocování jména\tnative'
    ),
    'dpy': (
        'dpy-\toracle,python_services'
    ),
    'dri': (
        'driver: bad connection\tgo'
    ),
    'dro': (
        'dropp\tgeneric'
    ),
    'dtl': (
        'dtls handshake failed\tvpn'
    ),
    'due': (
        'due to access control checks\tcrossorigin\n'
        'due to invalid subscription key\tapi_gateways\n'
        'due to missing subscription key\tapi_gateways\n'
        'due to requesttimeout\ttrading\n'
        'due to socket connection setup timeout\tkafka'
    ),
    'dur': (
        "durante l'handshake pre-login\tsqlserver\n"
        'durante o handshake de pré-logon\tsqlserver\n'
        'during connection initialization process before login\tsqlserver\n'
        'during query ([errno 110]\tmysql\n'
        'during query (timed out)\tmysql\n'
        'during system call, broken pipe\tjava\n'
        'during system call, connection reset by peer\tjava\n'
        'during system call, connection timed out\tjava\n'
        'during system call, software caused connection abort\tjava'
    ),
    'déc': (
        'déconnect\tfrench'
    ),
    'déj': (
        'déjà occup\tfrench\n'
        'déjà utilis\tfrench'
    ),
    'dél': (
        'délai\tfrench,french\n'
        "délai d'attente de l'opération s'est écoulé\tsqlserver\n"
        "délai d'attente pour la connexion expiré\tsqlserver"
    ),
    'dép': (
        "dépassement du délai d'attente\tsqlserver\n"
        'dépassement du délai d’attente\tsqlserver'
    ),
    'dés': (
        'désolé, trop de clients sont déjà connectés\tpostgres'
    ),
    'eac': (
        'eacces\tcommon'
    ),
    'ead': (
        'eaddr\tcommon\n'
        'eaddrinuse\toperations'
    ),
    'eai': (
        'eai_\tcommon'
    ),
    'eco': (
        'econn\tcommon,node'
    ),
    'efa': (
        'efatal\trealtime'
    ),
    'eho': (
        'ehost\tcommon'
    ),
    'ein': (
        'ein ssl-fehler aufgetreten\tapple_words\n'
        'eine verbindung aus dem pool abgelaufen\tsqlserver'
    ),
    'el ': (
        "el `host' no está operativo\tnative\n"
        'el host\tspanish\n'
        'el intento de conexión falló\tpostgres\n'
        'el programa provocó el fin de la conexión\tnative\n'
        'el servidor\tspanish\n'
        'el servidor cerró la conexión inesperadamente\tpostgres\n'
        'el servidor proxy está rechazando las conexiones\tproxy_pages\n'
        'el tiempo de espera de la operación ha caducado\tsqlserver'
    ),
    'ela': (
        'elasticsearch unreachable\tdatabases\n'
        'elasticsearch.exceptions.connectionerror\tdatabases'
    ),
    'em ': (
        'em uso\tportuguese'
    ),
    'emf': (
        'emfile\tcommon'
    ),
    'emp': (
        'empty data received in json_rpc_call\tmining\n'
        'empty output from host\tmonitoring\n'
        'empty password returned by client\tpostgres\n'
        'empty re\tgeneric\n'
        'empty reply from server\tcurl\n'
        'empty startup greeting\tmail_clients\n'
        'empêché le chargement d’une ressource\tpagerules'
    ),
    'ena': (
        'enabling tls on the connection with \tphp'
    ),
    'enc': (
        'encontrar o host\tportuguese\n'
        'encontrar o servidor\tportuguese\n'
        'encontró el servidor\tspanish\n'
        'encountered a temporary error and could not complete your request\thosting\n'
        'encountered sending an http request to the remote webdriver\tautomation\n'
        'encrypted connection unavailable\tmail_clients\n'
        'encryption algorithm not found\tdotnet\n'
        'encryption not supported on\tsqlserver'
    ),
    'end': (
        'end of \tgeneric\n'
        'end of file found: \tgateways\n'
        'end of file while reading data\tvirtual\n'
        'end of io stream read\tjava_remoting\n'
        'end of stream [beast.http\tcplusplus\n'
        'end of stream or ioexception\tgrpc\n'
        'ended moretocome unexpectedly\tnode_stores\n'
        'endereço já em uso\tnative\n'
        'endereço solicitado não é válido no\tnative\n'
        'endere‡o solicitado nÆo ‚ v\xa0lido no\tlegacy\n'
        'endere�o solicitado n�o � v�lido no\tlegacy\n'
        'endof\tgeneric\n'
        'endofstreamexception: attempted to read past the end of the stream\tdotnet\n'
        'endofstreamexception: expected to read 4 header bytes\tdotnet\n'
        'endpoint read failed\tgrpc\n'
        'endpoint request timed out\tedges'
    ),
    'ene': (
        'enet\tcommon\n'
        'enet connection on udp\tremote'
    ),
    'enf': (
        'enfile\tcommon\n'
        'enforced the vpn session to disconnect\tsoftether'
    ),
    'eng': (
        'engedély megtagadva\tnative\n'
        'engine.io\twebsocket'
    ),
    'eno': (
        'enobufs\tcommon\n'
        'enotfound\tcommon'
    ),
    'ens': (
        'ensure the database is running\tdatabases'
    ),
    'ent': (
        'entityerror: 4\tnode_clients'
    ),
    'eof': (
        'eof\tgeneric\n'
        'eof occurred in violation\ttls\n'
        'eof reached while reading\tjava\n'
        'eoferror\truby\n'
        'eofexception: \\n not found\tjava'
    ),
    'epe': (
        'eperm\tcommon'
    ),
    'epi': (
        'epipe\tcommon,node'
    ),
    'epr': (
        'eproto \tnode\n'
        "eproto'\tnode"
    ),
    'equ': (
        'equipo de destino deneg¢ expresamente\tlegacy\n'
        'equipo de destino denegó expresamente\tnative\n'
        'equipo de destino deneg� expresamente\tlegacy\n'
        'equipo remoto\tspanish'
    ),
    'er_': (
        'er_not_supported_auth_mode\tmysql'
    ),
    'eri': (
        'erişilemiyor\tturkish\n'
        'erişim engellendi\tnative'
    ),
    'err': (
        'err bad tls header\ttls\n'
        'err this instance has cluster support disabled\tredis\n'
        'err unknown command\tredis\n'
        'err_\tbrowsers\n'
        'err_access_denied\tgateways\n'
        'err_cache_access_denied\tgateways\n'
        'err_cannot_forward\tgateways\n'
        'err_cant_\tengines\n'
        'err_connect_fail\tgateways\n'
        'err_dns_fail\tgateways\n'
        'err_http2_error\tnode\n'
        'err_invalid_protocol\tmalformed\n'
        'err_invalid_url\tmalformed\n'
        'err_ngrok_\tvpn\n'
        'err_ngrok_3200\tvpn\n'
        'err_ngrok_8012\tvpn\n'
        'err_pnpm_fetch_\tnpm\n'
        'err_pnpm_meta_fetch_fail\tnpm\n'
        'err_protocol_unknown\tgateways\n'
        'err_secure_connect_fail\tgateways\n'
        'err_socket_bad_port\tmalformed\n'
        'err_socket_closed\tnode\n'
        'err_socket_connection_timeout\tnode\n'
        'err_socket_timeout\tnpm\n'
        'err_socks\tnode\n'
        'err_stream_destroyed\tnode\n'
        'err_stream_premature_close\tnode\n'
        'err_tls\tnode\n'
        'err_too_many_redirects\tnode\n'
        'err_zero_size_object\tgateways\n'
        'errado com o servidor proxy\tproxy_pages\n'
        'errcode\tphp\n'
        'errconnect_\tremote\n'
        'erreichbar\tgerman\n'
        'erreur de réseau\tfrench\n'
        "erreur liée au réseau ou spécifique à l'instance\tsqlserver\n"
        'erreur réseau\tfrench\n'
        'erreur ssl\tfrench\n'
        'erreurs ssl\tfrench\n'
        'errimagepull\tcluster\n'
        'errinfo_\tremote\n'
        'errno\tcommon,node\n'
        'errno = \tdart\n'
        'errno: 1\tembedded\n'
        'errno::\truby\n'
        'erro de rede\tportuguese\n'
        'erro de rede ou específico da instância\tsqlserver\n'
        'erro de rede ou específico à instância\tsqlserver\n'
        'erro na rede\tportuguese\n'
        'erro ssl\tportuguese\n'
        'error (rate limit exceeded)\tgames\n'
        'error -2 connecting to \tredis\n'
        'error -3 connecting to \tredis\n'
        'error -5 connecting to \tredis\n'
        'error -65\tapple\n'
        'error 10\tedges\n'
        'error 1040 (\tmysql\n'
        'error 1044 (\tmysql\n'
        'error 1045 (\tmysql\n'
        'error 1049 (\tmysql\n'
        'error 11\tedges\n'
        'error 1130 (\tmysql\n'
        'error 1698 (\tmysql\n'
        'error 2 client closed\tworkerman\n'
        'error 2026 (\tmysql\n'
        'error 52\thttp\n'
        'error authenticating\tmail\n'
        'error code 52\thttp\n'
        'error code returned on failure is \tvpn\n'
        'error code: \tpython_web\n'
        'error code: -1\tapple\n'
        'error code: -28\tbitcoin\n'
        'error code: 1\tedges\n'
        'error code: 5\thttp\n'
        'error code: connection failed\tpackages\n'
        'error code:-1\tapple\n'
        'error communicating with http proxy\tqt\n'
        'error communicating with the remote browser\tautomation\n'
        'error connecting\tgeneric\n'
        'error connecting to socket. aborting operation\tmounts\n'
        'error creating ssl context\tqt\n'
        'error de inicio de sesión del usuario\tsqlserver\n'
        'error de red\tspanish\n'
        'error durante el inicio de sesión previo\tsqlserver\n'
        'error during ssl handshake with remote server\tgateways\n'
        'error during start request\trealtime\n'
        'error en el servidor remoto: (\tdotnet\n'
        'error en la red\tspanish\n'
        'error establish\tgeneric\n'
        'error establishing proxy connection\tautomation\n'
        'error fetching http headers\tphp\n'
        'error forwarding port\tcluster\n'
        'error from cloudfront\tedges\n'
        'error from server (\tcluster\n'
        'error getting response: \ttools\n'
        'error getting validation data\tacme\n'
        'error in ssl handshake\tcplusplus\n'
        'error in the http2 framing layer\tcurl,libcurl\n'
        'error in the pull function\ttls\n'
        'error in the push function\ttls\n'
        'error locating server/instance\tsqlserver\n'
        'error making call: permission denied\tdatabases\n'
        'error message : access is denied\twinrm\n'
        'error number -\tffmpeg\n'
        'error occurred\tgeneric\n'
        'error occurred during the login process\tsqlserver\n'
        'error occurred on the proxy server\tsoftether\n'
        'error occurred while downloading the remote file\tcluster\n'
        'error occurred while trying to proxy\tnode_clients\n'
        'error opening a tls connection\tnode_stores\n'
        'error opening input: i/o error\tffmpeg\n'
        'error opening input: input/output error\tffmpeg\n'
        'error package. package_length=\tworkerman\n'
        'error r10 (boot timeout)\tedges\n'
        'error reading data. received 0 instead of expected\tphp\n'
        'error reading data. requested \tphp\n'
        'error reading from remote server\tgateways\n'
        'error reading from server. remote end closed connection\tpackages\n'
        'error reading from server: eof\tcluster\n'
        'error reading server preface\tgrpc\n'
        'error reading status line from remote server\tgateways\n'
        'error registering fd event for the new client\tredis\n'
        'error relacionado con la red o específico de la instancia\tsqlserver\n'
        'error resolving address\tcplusplus\n'
        'error response from ddns server\tdynamic_dns\n'
        'error responses\tpython_web\n'
        'error sending request\trust\n'
        'error sent from gateway in hangup\trealtime\n'
        'error setting certificate \tcurl\n'
        'error shutting down control stream\tedges\n'
        'error socketengine: error\tapple\n'
        'error socketmanager: error\tapple\n'
        'error ssl\tspanish\n'
        'error transferring \tqt\n'
        'error trying to connect\trust\n'
        'error unknown url type: \tmalformed\n'
        'error upgrading connection: \tcluster\n'
        'error validating dyndns svr answer\tdynamic_dns\n'
        'error validating server certificate for\tgit\n'
        'error was 12: timeout on\tpackages\n'
        'error when establishing the tunnel proxy\terlang\n'
        'error when performing the request\tnpm\n'
        'error while reading \tphp\n'
        'error while sending \tphp\n'
        'error while writing bytes to the server\tphp\n'
        'error { kind: closed\tnode_stores\n'
        'error) \terlang\n'
        'error, :\terlang\n'
        'error,{\terlang\n'
        'error.timedout\tpython\n'
        'error:  while accessing http\tgit\n'
        'error: 18456\tsqlserver\n'
        'error: aborted\tnode\n'
        'error: client disconnecting\tnode_stores\n'
        'error: closed connection\tkafka\n'
        'error: connack timeout\tnode_stores\n'
        'error: connectfailure\tdotnet\n'
        'error: connection is closed\tredis\n'
        'error: connection not open\twebsocket_clients\n'
        'error: connection terminated\trealtime\n'
        'error: connection was lost\trealtime\n'
        'error: connectionclosed \tnpm\n'
        'error: connectionrefused \tnpm\n'
        'error: cross origin http\tnode_clients\n'
        'error: heartbeat timeout\tnode_stores\n'
        'error: hs: disconnected\twebsocket_native\n'
        'error: invalid namespace\trealtime\n'
        'error: invalid uri\tmalformed\n'
        'error: invalid url\tmalformed\n'
        'error: invalid_grant\tnode_clients\n'
        'error: keepalive timeout\tmqtt\n'
        'error: lookup error.\tmqtt\n'
        'error: nameresolutionfailure\tdotnet\n'
        'error: network error\tnode\n'
        'error: not opened\twebsocket\n'
        'error: queue limit reached\tnode_stores\n'
        'error: repository not found\tgit\n'
        'error: request aborted\tnode\n'
        'error: request timed out\tnode\n'
        'error: servfail <\tresolving\n'
        'error: the client is closed\tnode_stores\n'
        'error: the connection was lost.\tmqtt\n'
        'error: the connection was refused.\tmqtt\n'
        'error: the port is closed.\tpython_web\n'
        'error: timed out\tnode\n'
        'error: timeout\tnode\n'
        'error: timeout exceeded\tnode_clients\n'
        'error: timeout expired\tpostgres\n'
        'error: timeout in data send/receive (code 30)\tssh\n'
        'error: unexpected close\tnode_stores\n'
        'error: vault is sealed\thashicorp\n'
        'error: while accessing http\tgit\n'
        'error: xhr failed\tnode_clients\n'
        'error=broken pipe\tmonitoring\n'
        'error_internet\twindows\n'
        'error_winhttp\twindows\n'
        'errorbanned\tengines\n'
        'errorcode: \taws\n'
        'errorcode=-4214\tdatabases\n'
        'errorcode=-4222\tdatabases\n'
        'errorcode=-4499\tdatabases\n'
        'errorcode=10\tphp\n'
        'errorcode=11\tphp\n'
        'errorcode=19 \ttools\n'
        'errorcode=2 network problem\ttools\n'
        'errorcode=2 timeout\ttools\n'
        'errorcode=2 uri=\ttools\n'
        'errorcode=24 uri=\ttools\n'
        'errorcode=3 uri=\ttools\n'
        'errorcode=6 uri=\ttools\n'
        'errorconnectfailed\tengines\n'
        'errordisconnected\tengines\n'
        'errordomainposix\tapple\n'
        'errore del server remoto: (\tdotnet\n'
        'errore di rete\titalian\n'
        "errore di rete o specifico dell'istanza\tsqlserver\n"
        'errore di socket\titalian\n'
        'errore irrecuperabile nella risoluzione del nome\tnative\n'
        'errore server\titalian\n'
        'errore ssl\titalian\n'
        'errore temporaneo nella risoluzione del nome\tnative\n'
        'errori ssl\titalian\n'
        'errorpassword\tengines\n'
        'errors occurred\tgeneric\n'
        'errors.autoreconnect\tpython_web\n'
        'errors.edgesuite.net\tblockpages\n'
        'errors.onmaintenance\ttrading\n'
        'errortype.connect_timeout\tdart\n'
        'errortype.connecttimeout\tdart\n'
        'errortype.protocolerror, message:\tapple\n'
        'errortype.receive_timeout\tdart\n'
        'errortype.receivetimeout\tdart\n'
        'erros ssl\tportuguese'
    ),
    'es ': (
        'es ist kein derartiger host bekannt\tnative'
    ),
    'esh': (
        'eshutdown\tcommon'
    ),
    'eso': (
        'esockettimedout\ttools'
    ),
    'esp': (
        'esp-tls\tembedded\n'
        'esp_err_\tembedded'
    ),
    'est': (
        'esta familia de direcciones no está soportada por el protocolo\tnative\n'
        'establish a connection to the specified secure gateway\tvpn\n'
        'establish a secure connection to sql server\tsqlserver\n'
        'established connection was aborted by the software in your host\tdotnet\n'
        'establishing ssl tunnel failed\thttp\n'
        'este host nÆo ‚ conhecido\tlegacy\n'
        'este host não é conhecido\tnative\n'
        'este host n�o � conhecido\tlegacy\n'
        'este servidor no soporta ssl\tpostgres\n'
        'está en uso\tspanish'
    ),
    'etc': (
        'etcdserver\tdatabases\n'
        'etcdserver: leader changed\tcluster\n'
        'etcdserver: no leader\tcluster'
    ),
    'eti': (
        'etimedout\tcommon,node'
    ),
    'eve': (
        'event: connection_timeout\tvpn\n'
        'eventsource failed\tbrowsers\n'
        "eventsource's response has a status\tbrowsers"
    ),
    'exc': (
        'exceeded maximum retry limit (\tethereum\n'
        'exceeded timeout, disconnecting\tmqtt\n'
        'exceeds maxframesize\tamqp\n'
        'exception (320) reason: "\tamqp\n'
        'exception (403) reason: "\tamqp\n'
        'exception (501) reason: "\tamqp\n'
        'exception (501) reason: "eof"\tamqp\n'
        'exception (504) reason: "\tamqp\n'
        'exception (530) reason: "\tamqp\n'
        'exception - connection error\tpython_web\n'
        'exception while connecting\tpostgres\n'
        'exception while reading from stream\tpostgres\n'
        'exception: connect failed\tmongodb\n'
        'exception: read timeout to \tjava_services\n'
        'exception: request timeout to \tjava_services\n'
        'exceptiononconnect\tgames\n'
        'exceptions.\tpython_web\n'
        'exceptions.invalidproxyurl\tmalformed\n'
        'exceptions.invaliduri\tmalformed\n'
        'exchange_identification: banner line contains invalid\tssh\n'
        'exchange_identification: client sent invalid protocol identifier\tssh\n'
        'exchange_identification: no ssh identification string received\tssh\n'
        'exchange_identification: read: connection reset\tssh\n'
        'exchangenotavailable\ttrading'
    ),
    'exe': (
        'exec request failed on channel\tssh\n'
        'execution expired\truby'
    ),
    'exi': (
        'exited: remote closed the connection\tssh'
    ),
    'exp': (
        "expected ':status' header not present\tjava\n"
        'expected a valid start token, got "<"\tmonitoring\n'
        'expected authentication request from server\tpostgres\n'
        'expected connect acknowledgement; received a different\tphp\n'
        'expected connection.start\tamqp\n'
        'expected http/, rtsp/ or ice/\tpython\n'
        'expected status <101>\twebsocket_native\n'
        'expected to be kept alive was closed by the server\tdotnet\n'
        'expecting status 101\twebsocket_native\n'
        'experienced an authentication error when trying to connect via ssh\tssh\n'
        'expiredauthenticationtoken\tazure\n'
        'expiró el tiempo de conexión\tnative'
    ),
    'ext': (
        'extended error code: 0x\tremote\n'
        'external resolution failed\tgo'
    ),
    'ezs': (
        'ezsp layer with status=host_fatal_error\tzigbee'
    ),
    'fai': (
        'fail to run receive pipeline\tjava_remoting\n'
        'failed\tgeneric\n'
        'failed binding local connection end\tlibcurl\n'
        'failed connect to\tcurl\n'
        'failed connect via proxy\tpython_web\n'
        'failed connecting to \tjava_services\n'
        'failed container health checks\tedges\n'
        'failed elb health checks\tedges\n'
        'failed getting banner\tphp,ssh\n'
        'failed host lookup: \tdart\n'
        'failed login with result code\tgames\n'
        'failed parsing http/2\tgrpc\n'
        'failed sending data to the peer\tlibcurl\n'
        'failed sending http soap request\tphp\n'
        'failed talking to cm (timeout\tgames\n'
        'failed to authenticate\trefusals\n'
        'failed to connect \tapple\n'
        'failed to connect to\tcurl\n'
        'failed to connect to \tlibcurl,node_stores\n'
        'failed to connect to all addresses\tgrpc\n'
        'failed to connect to any resolved endpoint\tcplusplus\n'
        'failed to connect to any resolved proxy\tcplusplus\n'
        'failed to connect to any server\tchat\n'
        'failed to connect to bus: no medium found\tcluster\n'
        'failed to connect to bus: no such file or directory\tcluster\n'
        'failed to connect to local tailscaled\tvpn\n'
        'failed to connect to proxy url\tpython_web\n'
        'failed to connect to pusher\tphp\n'
        'failed to connect to rendezvous server\tremote\n'
        'failed to connect to server. timed out\tgames\n'
        'failed to connect to the host via ssh\tssh\n'
        'failed to connect to the hypervisor\tcluster\n'
        'failed to connect to wolfssl\ttls\n'
        'failed to connect, return code\tmqtt\n'
        'failed to connect. (generic error)\tffmpeg\n'
        'failed to connect[\tindustry\n'
        "failed to construct 'websocket'\tmalformed\n"
        'failed to construct kafka \tjava_services\n'
        'failed to create socket.\tjava_services\n'
        'failed to decode response header\tv2ray\n'
        'failed to detect network\tethereum\n'
        'failed to do connect handshake\tgrpc\n'
        'failed to download ch\tnpm\n'
        'failed to download from `http\tbuilds\n'
        'failed to download metadata for repo\tpackages\n'
        'failed to download the package list from \tpackages\n'
        'failed to enable crypto\tphp\n'
        'failed to establish a connection to the local address\tvpn\n'
        'failed to establish a socket via http proxy\tmail_clients\n'
        'failed to establish connection to\tdatabases\n'
        "failed to fetch results from v2 feed at 'http\tbuilds\n"
        'failed to find an authenticator supported by\tphp\n'
        'failed to find an available destination\tv2ray\n'
        'failed to find the settings for your email account\tmail_clients\n'
        "failed to flush chunk '\tmonitoring\n"
        'failed to get banner\tssh\n'
        'failed to get conn: \tgo\n'
        'failed to get d-bus connection: operation not permitted\tcluster\n'
        'failed to get document because the client is offline\tnode_clients\n'
        'failed to get extranonce\tmining\n'
        'failed to get local cluster state for\tjava_services\n'
        'failed to get node info for\tjava_services\n'
        'failed to get reader: \tgo\n'
        'failed to get remote version\tssh\n'
        'failed to get response from sql server\tsqlserver\n'
        'failed to getinfo server after\tengines\n'
        'failed to initialize sasl authentication\tlibrdkafka\n'
        'failed to load resource\tbrowsers\n'
        'failed to log in: invalid session\tgames\n'
        'failed to login: invalid session\tgames\n'
        'failed to lookup address information\trust\n'
        'failed to lookup proxy\tchat\n'
        'failed to make connection to backend\tgateways\n'
        'failed to match an user\tv2ray\n'
        'failed to negotiate connection parameters\tamqp\n'
        'failed to negotiate key exchange\tdotnet\n'
        'failed to obtain server version\tdatabases\n'
        'failed to obtain webvpn cookie\tvpn\n'
        'failed to open a new connection\tembedded\n'
        'failed to open new connection\tembedded\n'
        'failed to open stream\tphp\n'
        'failed to open tcp connection to\truby\n'
        'failed to parse address\tphp\n'
        'failed to parse domain: \tscripting\n'
        'failed to parse url from\tmalformed\n'
        'failed to parse: http\tmalformed\n'
        'failed to publish events caused by: client is not connected\tmonitoring\n'
        'failed to publish events caused by: eof\tmonitoring\n'
        'failed to push image\tcluster\n'
        'failed to read any data from server\tdatabases\n'
        'failed to read connection\tcplusplus\n'
        'failed to read fastcgi header\tgateways\n'
        'failed to read frame header: eof\twebsocket\n'
        'failed to read http status line\tcplusplus\n'
        'failed to refresh slots cache\tnode_stores\n'
        'failed to register the external ip address\tdynamic_dns\n'
        'failed to req api:\tjava_services\n'
        'failed to resolve\tpython\n'
        'failed to resolve hostname\tffmpeg\n'
        'failed to respond\tjava\n'
        'failed to retrieve directory listing\ttransfer\n'
        "failed to retrieve information about '\tbuilds\n"
        'failed to retrieve master information from \tphp\n'
        "failed to retrieve metadata from source 'http\tbuilds\n"
        'failed to send packet: \tssh\n'
        'failed to serve tunnel connection\tvpn\n'
        'failed to set up ch\tnpm\n'
        'failed to setup proxy connection\tmail_clients\n'
        'failed to start and listen on the port\thosting\n'
        'failed to start the transport\trealtime\n'
        'failed to start tunnel\tvpn\n'
        'failed to synchronize all databases\tpackages\n'
        'failed to synchronize any databases\tpackages\n'
        'failed to transfer file: http\tbuilds\n'
        'failed to update metadata after\tkafka\n'
        "failed to verify peer's certificate\tcluster\n"
        'failed to verify server accept header\tjava_services\n'
        'failed to verify that your server is running\tautomation\n'
        'failed to verify username\tgames\n'
        'failed to write connection\tcplusplus\n'
        'failed to write request body\tcplusplus\n'
        'failed to write request headers\tcplusplus\n'
        'failed when connecting: invalid server version\tremote\n'
        'failed with errno=100\tlegacy\n'
        'failed, error: no http server\tembedded\n'
        'failed, error: too less ram\tembedded\n'
        'failed, reason given by server: \tmounts\n'
        'failed. error: (null)[\tphp\n'
        'failed: connection\ttools\n'
        'failed: fatal: \tpostgres\n'
        'failed: invalid frame header\tbrowsers\n'
        'failed: timeout\tamqp\n'
        'failed: timeout expired\tpostgres\n'
        'failed_connect\terlang\n'
        'failed_to_connect_to_backend\thosting\n'
        'failed_to_pick_backend\thosting\n'
        'failedtoopensocket\tnpm\n'
        'failure\tgeneric\n'
        'failure to get a peer from the ring-balancer\tapi_gateways\n'
        'failure when receiving data from the peer\tlibcurl\n'
        'failurereceived\tengines\n'
        'failuretype = \tengines\n'
        'faithfully yours, frp\tfrp'
    ),
    'fal': (
        'falha de login do usuário\tsqlserver\n'
        'falha de logon do usuário\tsqlserver\n'
        'falha irrecuperável na resolução de nome\tnative\n'
        'falha no logon do usuário\tsqlserver\n'
        'falha temporária na resolução de nome\tnative\n'
        'falha temporário na resolução de nome\tnative\n'
        'fallo \tspanish\n'
        'fallo irrecuperable en la resolución del nombre\tnative\n'
        'fallo temporal en la resolución del nombre\tnative\n'
        'falló\tspanish\n'
        'falló la conexión al servidor en\tpostgres'
    ),
    'fam': (
        'famiglia di indirizzi non supportata dal protocollo\tnative\n'
        "famille d'adresses non supportée par le protocole\tnative\n"
        'família de endereços não suportada pelo protocolo\tnative\n'
        'família de endereços sem suporte pelo protocolo\tnative'
    ),
    'fas': (
        'fasthttp: timeout\tgo_words'
    ),
    'fat': (
        'fatal:  no such database: \tpostgres\n'
        'fatal: authentication failed for\tgit\n'
        "fatal: could not read password for '\tgit\n"
        "fatal: could not read username for '\tgit\n"
        'fatal: early eof\tgit\n'
        'fatal: http request failed\tgit\n'
        'fatal: no such database: \tpostgres\n'
        'fatal: remote error: \tgit\n'
        "fatal: repository '\tgit\n"
        'fatal: unable to access\tgit\n'
        'fatal: unable to look up\tgit\n'
        'fatally missing registry entries\tgames'
    ),
    'faz': (
        'fazer login\tportuguese'
    ),
    'feh': (
        'fehler 4\thttp\n'
        'fehler 5\thttp\n'
        'fehler bei der anmeldung für den benutzer\tsqlserver\n'
        'fehler zurückgegeben: (\tdotnet'
    ),
    'fet': (
        'fetch failed\tnode\n'
        'fetch is aborted\tnode_clients\n'
        'fetch registry error at startup\tjava_services\n'
        'fetcherror \tgateways\n'
        'fetchmail: authorization failure\tmail_clients\n'
        'fetchmail: query status=\tmail_clients'
    ),
    'fil': (
        'file could not be downloaded\tphp\n'
        'filenotfounderror\tpython\n'
        'filenotfoundexception: http\tjava'
    ),
    'fin': (
        "fin de l'opération ou le serveur ne répond pas\tsqlserver\n"
        'final-message: server returned error\tnode_stores\n'
        "find connection header with token 'upgrade'\twebsocket\n"
        'find the tls version that is supported by both sides\tsoftether\n'
        'fingerprint failed check\tmining'
    ),
    'fir': (
        'firefox kann keine verbindung zu\tbrowsers\n'
        'firefox ne peut établir de connexion\tbrowsers\n'
        'firefox nie może nawiązać połączenia\tbrowsers\n'
        'firefox no puede establecer una conexión\tbrowsers\n'
        'firefox non può stabilire una connessione\tbrowsers\n'
        'firefox não conseguiu estabelecer\tbrowsers\n'
        'firefox не может установить соединение\tbrowsers\n'
        'firefox が サーバー\tbrowsers\n'
        'firefox 无法建立到\tbrowsers\n'
        'first byte timeout\tgateways\n'
        'first received frame was not settings\tjava\n'
        'first record does not look like a tls handshake\tgo'
    ),
    'flo': (
        'flood control exceeded\tpython_web'
    ),
    'fly': (
        'fly-proxy\thosting'
    ),
    'foi': (
        'foi anulada pelo software no\tnative'
    ),
    'for': (
        'for exceed connection limits\tmedia\n'
        'for gssencrequest (expecting\tpostgres\n'
        'for sslrequest (expecting\tpostgres\n'
        'forbidden\tgeneric\n'
        'forbidden - perhaps check your credentials\tpython_web\n'
        'forbidding insecure connection\tchat\n'
        'forbindelse\tmore_tongues\n'
        'forced the closure of an existing connection\tjava\n'
        'forceful\tgeneric\n'
        'forcepoint category\tblockpages\n'
        'forcibl\tgeneric\n'
        'forcibly closed\tdotnet\n'
        'format of the first line of a http response\twebsocket_clients\n'
        'fortigate application control\tblockpages\n'
        'fortiguard intrusion prevention\tblockpages\n'
        'fortinet_web_filter\tblockpages\n'
        'forward host lookup failed\ttools\n'
        'forwarding failure (privoxy\tgateways\n'
        'forçado o cancelamento de uma conexão existente\tnative\n'
        'for‡ado o cancelamento de uma conexÆo existente\tlegacy\n'
        'for�ado o cancelamento de uma conex�o existente\tlegacy'
    ),
    'fra': (
        'fragloaderror\tplayers\n'
        'fragloadtimeout\tplayers\n'
        'frame header looked like an http/1.1 header\tgo\n'
        'frame with one or more reserved bits set\tdotnet\n'
        'frame_size_error, library\trust'
    ),
    'fre': (
        'freerdp\tremote'
    ),
    'fro': (
        'from proxy after connect\tcurl\n'
        'from socks server\tjava\n'
        'from your web server was\tautomation\n'
        'from/to \tbuilds'
    ),
    'fso': (
        'fsockopen\tphp'
    ),
    'ftp': (
        'ftp\ttransfer\n'
        'ftp_login(): \tphp\n'
        'ftps security could not be established\tdotnet\n'
        'ftps security is not available\tdotnet'
    ),
    'fun': (
        'function_invocation_failed\tedges\n'
        'function_invocation_timeout\tedges'
    ),
    'för': (
        'för många öppna filer\tnative\n'
        'för många öppna filer i systemet\tnative\n'
        'förbindelse borttagen av partnern\tnative\n'
        'förbindelsen förvägrad\tnative\n'
        'förbindelsens tidsgräns löpte ut\tnative'
    ),
    'g/ç': (
        'g/ç önbelleklerinin hepsi kullanımda\tnative'
    ),
    'gai': (
        'gaierror\tpython\n'
        'gaiexception: android_getad\tresolving'
    ),
    'gam': (
        'game mismatch: this is a\tarenas\n'
        'game server connected failed\tgames'
    ),
    'gar': (
        'garbage\tgeneric'
    ),
    'gat': (
        'gateway path unavailable\tindustry\n'
        'gateway target device failed to respond\tindustry\n'
        'gateway time\thttp\n'
        'gateway.zscaler\tblockpages\n'
        'gateway: gatewayclient key does not match\tworkerman\n'
        'gatewaynoresponse\tindustry\n'
        'gatewayworker\tworkerman'
    ),
    'gav': (
        'gave up\tgeneric'
    ),
    'geb': (
        'gebroken pijp\tnative'
    ),
    'gee': (
        'geen bufferruimte meer beschikbaar\tnative\n'
        'geen route naar host\tnative'
    ),
    'geg': (
        'gegenstelle nach einer bestimmten zeitspanne nicht\tnative'
    ),
    'gen': (
        'general socksv5 server failure\tqt\n'
        'generated by mod_security\tblockpages\n'
        'generated by wordfence\tblockpages\n'
        'generating internal 408\tmedia\n'
        'generating internal 503\tmedia'
    ),
    'get': (
        'get "http\tgo\n'
        'get a connection within the time limit\tmongodb\n'
        'get config services failed from\tjava_remoting\n'
        'get http\tbrowsers\n'
        'get registered/public ip for\tdynamic_dns\n'
        'getaddrinfo \tnode\n'
        'getaddrinfo failed\tpython,resolving\n'
        'getaddrinfo() failed\tresolving\n'
        'getaddrinfo: name or service not known\truby\n'
        'getaddrinfow: \tgo\n'
        'getallgatewayaddressesfromregister fail\tworkerman\n'
        'gethostbyname failed\tresolving\n'
        'gethostbyname() failed\tresolving'
    ),
    'gev': (
        'gevent.\tpython_web'
    ),
    'gir': (
        'giriş\tturkish'
    ),
    'giv': (
        'giving up\tgeneric'
    ),
    'già': (
        'già in uso\titalian\n'
        'già occupat\titalian\n'
        'già utilizzat\titalian'
    ),
    'gni': (
        'gniazd\tpolish'
    ),
    'gnu': (
        'gnutls\ttls'
    ),
    'goa': (
        'goaway closed \trealtime\n'
        'goaway closed buffered stream\tgrpc'
    ),
    'gon': (
        'gone\tgeneric'
    ),
    'goo': (
        'googleapi: error \tedges'
    ),
    'got': (
        'got an error reading communication packets\tmysql\n'
        'got an error writing communication packets\tmysql\n'
        'got code \tmail\n'
        'got data loss in http\tpython_web\n'
        'got eof from the server\ttools\n'
        'got invalid response type\truby\n'
        "got response code '\tmonitoring\n"
        'got response id \tmongodb\n'
        'got timeout reading communication packets\tmysql\n'
        'got tls error trying to find package\tdart\n'
        'got too many pings from the client\tgrpc\n'
        'got unexpected rpc data format from server\tssh\n'
        'got_nothing\tlibcurl'
    ),
    'gre': (
        'greeting never received\tmail'
    ),
    'gro': (
        'group authorization failed\tkafka\n'
        'group coordinator not available\tkafka'
    ),
    'grp': (
        'grpc\tgrpc'
    ),
    'gss': (
        'gssapi\tdirectory'
    ),
    'gur': (
        'guru meditation\tgateways'
    ),
    'gwa': (
        'gwałtownie zamknięte przez zdalnego hosta\tnative'
    ),
    'h2 ': (
        'h2 protocol error: error reading a body from connection\trust\n'
        'h2 protocol error: http2 error\trust'
    ),
    'ha ': (
        'ha cerrado la conexión de forma inesperada\terror_pages\n'
        'ha enviado una respuesta no válida\terror_pages\n'
        'ha rechazado la conexión\terror_pages\n'
        'ha rifiutato di connettersi\terror_pages\n'
        'ha tardado demasiado tiempo en responder\terror_pages'
    ),
    'han': (
        'handle_auth_bad_method server allowed_methods\tmounts\n'
        'handle_connect error: timer expired\twebsocket_native\n'
        'handle_connect error: tls handshake failed\twebsocket_native\n'
        'handler.codec.decoderexception\tgames\n'
        'handshake\tgeneric,websocket\n'
        'handshake authentication denied\trefusals\n'
        'handshake authentication error\trefusals\n'
        'handshake authentication failed\trefusals\n'
        'handshake authentication failure\trefusals\n'
        'handshake authentication refused\trefusals\n'
        'handshake authentication rejected\trefusals\n'
        'handshake authentication required\trefusals\n'
        'handshake authentication violation\trefusals\n'
        'handshake authentication was denied\trefusals\n'
        'handshake authentication was refused\trefusals\n'
        'handshake authentication was rejected\trefusals\n'
        'handshake ended with http error\twebsocket_native\n'
        'handshake error from \tgateways\n'
        'handshake error: bad \twebsocket_clients\n'
        'handshake fail\ttls\n'
        'handshake failed due to an unexpected packet format\tdotnet\n'
        'handshake failed: no matching\tnode_clients\n'
        'handshake for peer\tvpn\n'
        'handshake inactivity timeout\tnode_stores\n'
        'handshake před přihlašováním\tsqlserver\n'
        'handshake terminated by server\tnode_stores\n'
        'handshake timer expired\twebsocket_clients\n'
        'handshake: end of stream\tcplusplus\n'
        'handshake_fail\ttls\n'
        'handshake_failure\tjava\n'
        'handshakeexception\tdart\n'
        'handshakeincomplete\trust\n'
        'hang up\tgeneric'
    ),
    'has': (
        'has been interrupted. attempting to reconnect\twinrm\n'
        'has disconnected.\tmail_clients\n'
        'has exceeded one of its resource limits\tchat\n'
        "has exceeded the 'max_\tmysql\n"
        'has exceeded timeout\tmqtt\n'
        'has failed, address is now gated\tjava_services\n'
        'has no server available!\tgateways\n'
        'has unexpected version\toperations\n'
        'has unexpectedly closed network connection\tnode_clients\n'
        'hasło\tpolish'
    ),
    'hat': (
        'hat die verbindung abgelehnt\terror_pages\n'
        'hat die verbindung unerwartet geschlossen\terror_pages\n'
        'hat eine ungültige antwort gesendet\terror_pages\n'
        'hat keine daten gesendet\terror_pages\n'
        'hat zu lange gebraucht, um eine antwort\terror_pages'
    ),
    'hav': (
        'have been failing for a long time\tmail_clients\n'
        'have not captured in \tautomation\n'
        'have not heard from server in\tdatabases,java_services'
    ),
    'hea': (
        'head http\tbrowsers\n'
        'header from an untrusted proxy\tpython_servers\n'
        'header parser received no bytes\tjava\n'
        'health check against weaviate could not\tpython_web\n'
        'health checks failed with\tedges\n'
        'heartbeat query\tdatabases'
    ),
    'hel': (
        'helyreállíthatatlan névfeloldási hiba\tnative'
    ),
    'her': (
        'her yuva adresinin\tnative\n'
        'heroku router\tedges\n'
        'heroku/router\tedges\n'
        'heroku[router]\tedges'
    ),
    'hma': (
        'hmac algorithm not found\tdotnet'
    ),
    'hos': (
        'host check timed out\tmonitoring\n'
        'host close\tgeneric\n'
        'host denied (verification failed)\tnode_clients\n'
        'host desconocido\tnative\n'
        'host does not exist\tssh\n'
        'host está desligado\tnative\n'
        'host is down\tcommon\n'
        'host is inactief\tnative\n'
        'host is unavailable or does not exist\tsqlserver\n'
        'host key is not trusted\tparamiko\n'
        'host key verification\tssh\n'
        'host lookup received error\tmedia\n'
        'host or service not provided, or not known\tscripting\n'
        'host remoto\tspanish\n'
        'host sconosciuto\tnative\n'
        'host validation failed for host\talamofire\n'
        'host(s) tried for query failed\tjava_services\n'
        'host-unknown\tchat\n'
        'hostbyname(): dns failed\tembedded\n'
        'hostname verification failed\ttls\n'
        'hostnamen\tgerman'
    ),
    'hpe': (
        'hpe_\tnode'
    ),
    'hs:': (
        'hs: accept \twebsocket_clients\n'
        'hs: accept hash wrong\twebsocket_native\n'
        'hs: accept missing\twebsocket_native\n'
        'hs: cannot match protocol\twebsocket_native\n'
        'hs: connection \twebsocket_clients\n'
        'hs: server unrecognized response\twebsocket_clients\n'
        'hs: upgrade \twebsocket_clients\n'
        'hs: upgrade missing\twebsocket_native\n'
        'hs: upgrade to something other than websocket\twebsocket_native\n'
        'hs: ws upgrade response not 101\twebsocket_clients'
    ),
    'htm': (
        'html instead of json\tbodies'
    ),
    'htt': (
        'http 101 response\twebsocket\n'
        'http 40\tpython_web\n'
        'http 50\tpython_web\n'
        'http 599: timeout\tpython_web\n'
        'http authentication failed\tbrowsers\n'
        'http error \thttp\n'
        'http error!\thttp\n'
        'http error: 200 ok\trust\n'
        'http failure during parsing for\tnode_clients\n'
        'http failure response for\tnode_clients\n'
        'http fetch error \tcurl\n'
        'http first read error: eof\tgateways\n'
        'http integration is not set-up for reverse proxies\tpython_servers\n'
        'http probe failed with statuscode\toperations\n'
        'http proxy returned bad status\tvpn\n'
        'http remote state already locked\thashicorp\n'
        'http request\ttls\n'
        'http request to an https\ttls\n'
        'http response at 400 or 500 level\tnode_clients\n'
        'http response code said error\tlibcurl\n'
        'http status\thttp\n'
        'http status error [\tdart\n'
        'http status was\tscripting\n'
        'http version did not start with http/\trust\n'
        'http(response\trust\n'
        'http/1.0 4\thttp\n'
        'http/1.0 5\thttp\n'
        'http/1.0" 50\thttp\n'
        'http/1.1 4\thttp\n'
        'http/1.1 5\thttp\n'
        'http/1.1" 50\thttp\n'
        'http/2 4\thttp\n'
        'http/2 5\thttp\n'
        'http/2 client preface string missing or corrupt\tjava\n'
        'http/2 error code: no_error\tgrpc\n'
        'http/2.0" 50\thttp\n'
        'http/2: "goaway" frame\tnode_clients\n'
        'http/2: "stream error" received\tnode_clients\n'
        'http2 error: connection error detected\trust\n'
        'http2.connectionshutdownexception\tjava\n'
        'http: attempt to connect to \tgateways\n'
        'http: closeidleconnections called\tgo_words\n'
        'http: no host in request url\tmalformed\n'
        'http: server closed idle connection\tgo\n'
        'httpc_error\tembedded\n'
        'httpclient: uncleanshutdown\tapple\n'
        'httpclienterror\tjava\n'
        'httpconnecttimeoutexception\tjava\n'
        'httpcore.\tpython,python_web\n'
        'httperror: \truby\n'
        'httperrorresponse\tnode_clients\n'
        'httpexception\thttp\n'
        'httpexception: invalid header\tdart\n'
        'httpexception: invalid request method\tdart\n'
        'httpexception: invalid response\tdart\n'
        'httpioerror\trust\n'
        'httprequesterror: http request failed\tethereum\n'
        'https proxy request\ttls\n'
        'httpservererror\tjava\n'
        'httpstatuscodeinvalid\tplayers\n'
        'httpsuriwithouttlssupport\trust\n'
        'httptimeoutexception\tjava\n'
        'httpx.\tpython,python_web'
    ),
    'hun': (
        'hung up\tgeneric'
    ),
    'hyp': (
        'hyper::\trust'
    ),
    'hál': (
        'hálózati hiba\tmore_tongues'
    ),
    'hôt': (
        'hôte\tfrench\n'
        'hôte inconnu\tnative'
    ),
    'h“t': (
        'h“te inconnu\tlegacy'
    ),
    'h�t': (
        'h�te inconnu\tlegacy'
    ),
    'i/o': (
        'i/o deadline reached\tgo\n'
        'i/o timeout\tgo'
    ),
    'ice': (
        'ice connection\tmedia\n'
        'ice connection failed\trealtime\n'
        'ice connection state: failed\trealtime\n'
        'ice failed\tmedia\n'
        'ice failed, \trealtime\n'
        'iceconnection\tmedia\n'
        'iceconnectionstate: failed\trealtime'
    ),
    'ick': (
        'icke återhämtningsbart fel i namnuppslagningen\tnative'
    ),
    'ide': (
        'ident authentication failed\tpostgres\n'
        'identifiant\tfrench\n'
        'identificación\tspanish\n'
        'identität des servers\tgerman'
    ),
    'idl': (
        'idle timeout expired: \tjava\n'
        'idle timeout reached for "\tphp'
    ),
    'idő': (
        'időtúllépés a kapcsolatban\tnative'
    ),
    'ieć': (
        'ieć\tpolish'
    ),
    'if ': (
        'if the authentication scheme is different from kerberos\twinrm\n'
        'if you wish to use ip forwarding, please enable it\tgames'
    ),
    'ifr': (
        'ifre\tturkish'
    ),
    'ign': (
        'ignoring epipe\tpython_servers'
    ),
    'ike': (
        'ike authentication credentials are unacceptable\tvpn'
    ),
    'il ': (
        'il server ha chiuso la connessione inaspettatamente\tpostgres\n'
        'il server non supporta ssl\tpostgres\n'
        'il tentativo di connessione è fallito\tpostgres'
    ),
    'ill': (
        'illegal request line\tpython_web\n'
        'illegal status line\tpython\n'
        'illegalstateexception: websocket is closed\tjava'
    ),
    'ima': (
        'imagepullbackoff\tcluster\n'
        'imap\tmail\n'
        'imap connection broken\tphp\n'
        'imap4.abort: socket error: eof\tpython_services'
    ),
    'imp': (
        'imposibilidad de\tspanish\n'
        "impossibile assegnare l'indirizzo richiesto\tnative\n"
        'impossibile connettersi al server\tpostgres\n'
        'impossibile raggiungere\titalian\n'
        'impossibile stabilire una relazione di trust per il canale sicuro ssl/tls\tdotnet\n'
        'impossibile trovare\titalian\n'
        'impossible de\tfrench\n'
        'impossible de trouver le serveur proxy\tproxy_pages\n'
        'impossível atribuir o endereço pedido\tnative\n'
        'improper token\trealtime\n'
        'improper token has been passed\tpython_web'
    ),
    'in ': (
        'in a way forbidden by its access permissions\tdotnet\n'
        'in ddns server response\tdynamic_dns\n'
        'in handshake (server \tgateways\n'
        'in modo imprevisto\titalian\n'
        'in progress\tgeneric\n'
        'in required time\tmail_clients\n'
        'in use\tgeneric'
    ),
    'ina': (
        'inaccessible\tfrench\n'
        'inaccessible host: \tnode_clients\n'
        'inactivity timeout\tscripting,websocket\n'
        'inactivity timeout (--ping-\tvpn'
    ),
    'inb': (
        'inbound peer rejected\tgo'
    ),
    'inc': (
        'incapsula incident id\tblockpages\n'
        'incoming packet was garbled on decryption\tssh\n'
        'incompatible client! please use\tgames\n'
        'incompatible ssh peer\tparamiko\n'
        'incompatible ssh server\tparamiko\n'
        'incompatible version of openssl\tqt\n'
        'incompatibleprotocolerror\tamqp\n'
        'incompatibleprotocolerror: streamlosterror: ("stream connection lost: connectionreseterror\tamqp\n'
        'incomplete read\tpython\n'
        'incomplete read of message header\tmongodb\n'
        'incompleteread\tpython\n'
        'incorrect access token\trefusals\n'
        'incorrect acknowledgement sequence, expected\tcluster\n'
        'incorrect api key\trefusals\n'
        'incorrect auth token\trefusals\n'
        'incorrect authentication\trefusals\n'
        'incorrect credentials\trefusals\n'
        'incorrect login\trefusals\n'
        'incorrect password\trefusals\n'
        'incorrect rpcuser or rpcpassword\tbitcoin\n'
        'incorrect user name\trefusals\n'
        'incorrect user/password\trefusals\n'
        'incorrect username\trefusals\n'
        'incorrect validation certificate for\tacme'
    ),
    'ind': (
        'indicate success\thttp\n'
        'indirizzo già in uso\tnative'
    ),
    'ine': (
        'inet], :\terlang'
    ),
    'inf': (
        'influxdb\tdatabases\n'
        'info not received\tnats'
    ),
    'ing': (
        'ingen adress associerad med värdnamn\tnative\n'
        'ingen buffertplats tillgänglig\tnative\n'
        'ingen väg till värd\tnative'
    ),
    'ini': (
        'inicio de sesión\tspanish\n'
        'init packet not recognized by server\tgames\n'
        'initialisation ssl\tfrench\n'
        'initializesecuritycontext failed\ttls\n'
        'initiate aborted\tvpn\n'
        'initiated by peer, code=320\tamqp\n'
        'initiated by peer, code=403\tamqp\n'
        'initiated by peer, code=530\tamqp\n'
        'initiated by peer, code=541\tamqp\n'
        'initiator reported error\tmounts'
    ),
    'inj': (
        'injoignable\tfrench'
    ),
    'inp': (
        'input/output\tgeneric'
    ),
    'ins': (
        'insecure redirect\tqt\n'
        'instance refused connection\thosting'
    ),
    'int': (
        'integration could not authenticate\tpython_servers\n'
        'intenta conectar no admite cifrado\tsqlserver\n'
        'interfaceerror: connection already closed\tpython_services\n'
        'interfaceerror: pool is clos\tpython_services\n'
        'internal exception: io.netty.handler.timeout.readtimeout\tgames\n'
        'internal exception: java.io.ioexception: an existing connection\tgames\n'
        'internet\tgeneric\n'
        'internet connection appears to be offline\tapple\n'
        'internet_connectivity_error\tgames\n'
        'internetopenurl\twindows\n'
        'interrompue pendant le chargement de la page\tbrowsers\n'
        "interrotta forzatamente dall'host remoto\tnative\n"
        'interrotta forzatamente dall’host remoto\tnative\n'
        'interrupt\tgeneric\n'
        'interrupted system call\tmonitoring\n'
        'interruptedioexception: timeout\tjava'
    ),
    'inv': (
        'invalid\tgeneric\n'
        'invalid access token\trefusals\n'
        'invalid api key\trefusals\n'
        'invalid auth token\trefusals\n'
        'invalid authentication\trefusals\n'
        'invalid authorization credential\tcluster\n'
        'invalid challenge response\twebsocket\n'
        "invalid character '<' looking for beginning of value\tbodies\n"
        'invalid character found in method name\tjava\n'
        'invalid close opcode\tpython_web\n'
        'invalid connection header\twebsocket\n'
        'invalid connection string\tmalformed\n'
        'invalid connection value: \twebsocket_clients\n'
        'invalid credentials\tdirectory,refusals\n'
        'invalid frame type\tamqp\n'
        'invalid frame type, received: \tmonitoring\n'
        'invalid greeting from server:\tmail\n'
        'invalid handshake response connection\twebsocket_clients\n'
        'invalid handshake response getstatus\twebsocket_clients\n'
        'invalid handshake response upgrade\twebsocket_clients\n'
        'invalid header flag bits\tmqtt\n'
        'invalid host header\thttp\n'
        'invalid host/origin header\thttp\n'
        'invalid hostname/address - \tmonitoring\n'
        'invalid http method in status line\tpython_web\n'
        'invalid http request received\tpython_servers\n'
        'invalid http response\twebsocket\n'
        'invalid http response received from host\tmonitoring\n'
        'invalid http status.\twebsocket_clients\n'
        'invalid http upgrade\twebsocket\n'
        'invalid http version parsed\trust\n'
        'invalid http_host header\thttp\n'
        'invalid internal transport message format\tdatabases\n'
        'invalid json response body at http\tbodies\n'
        'invalid json rpc response\tethereum\n'
        'invalid json-rpc response received\tethereum\n'
        'invalid length of startup packet\tpostgres\n'
        'invalid login\trefusals\n'
        'invalid login: \tmail\n'
        'invalid modulus length\tssh\n'
        'invalid password\trefusals\n'
        'invalid peer certificate\trust\n'
        'invalid receive (size = \tkafka\n'
        'invalid request block size: \tpython_servers\n'
        'invalid response from http\tacme\n'
        'invalid response from proxy\tpackages\n'
        'invalid response was received from the upstream server\tapi_gateways\n'
        'invalid sasl mechanism response\tkafka\n'
        'invalid scheme, expected connection string to start with\tmalformed\n'
        'invalid server address\tdirectory\n'
        'invalid server info\tnats\n'
        'invalid session (try restarting\tgames\n'
        'invalid ssl certificate\tedges\n'
        'invalid status code received\twebsocket_clients\n'
        'invalid status code received: \twebsocket_native\n'
        'invalid status line\tbrowsers\n'
        'invalid statusline in response\tqt\n'
        'invalid upgrade header\twebsocket\n'
        'invalid upgrade response\twebsocket_clients\n'
        'invalid uri "\tmalformed\n'
        'invalid uri for request\tmalformed\n'
        'invalid uri: \tmalformed\n'
        "invalid url '\tmalformed\n"
        'invalid url: \tmalformed\n'
        'invalid user name\trefusals\n'
        'invalid user/password\trefusals\n'
        'invalid username\trefusals\n'
        'invalid version of beats\tmonitoring\n'
        'invalid websocket response\tgo\n'
        'invalidauthentication\tengines\n'
        'invalidauthenticationtoken\tazure\n'
        'invalidcredentials\tdirectory\n'
        'invalidmessage\twebsocket\n'
        'invalidorigin\tpython_web\n'
        'invalidresponse: protocol error: b\tredis\n'
        'invalidstatus\twebsocket,websocket\n'
        'invalidupgrade\twebsocket\n'
        'invalidurierror\tmalformed\n'
        'invalidurl: nonnumeric port\tmalformed\n'
        'invoke remote method timeout\tjava_services'
    ),
    'io ': (
        'io error: broken pipe (os error 32)\trust'
    ),
    'ioe': (
        'ioerror: write error\tpython_servers\n'
        'ioexception: broken pipe\tjava\n'
        'ioexception: frame_size_error\tjava_services\n'
        'ioexception: operation not permitted\tjava\n'
        'ioexception: permission denied\tjava\n'
        'ioexception: pipe is broken\tdotnet\n'
        'ioexception: premature eof\tjava\n'
        'ioexception: protocol_error \tjava_services\n'
        'ioexception: received rst_stream\tjava\n'
        'ioexception: shutdown\tjava\n'
        'ioexception: stream closed\tjava\n'
        'ioexception:shutdown\tjava'
    ),
    'ip-': (
        'ip-adresse\tgerman\n'
        'ip-адрес сервера\terror_pages'
    ),
    'ipc': (
        'ipcp terminated by peer\tvpn'
    ),
    'irc': (
        'irc\tchat'
    ),
    'irr': (
        'irraggiungibile\titalian'
    ),
    'is ': (
        'is already being used\toperations\n'
        'is already taken\toperations\n'
        'is blocked because of many connection errors\tmysql\n'
        'is borg working on the server\tssh\n'
        'is busy; will retry in \tprinters\n'
        'is configured for velocity forwarding\tgames\n'
        'is defined in server listening on ssl port\tgateways\n'
        'is either unreachable or not an elasticsearch\tdatabases\n'
        'is forbidden: user \tcluster\n'
        'is loading the dataset in memory\tpython_services\n'
        "is longer than the server configured value of 'wait_timeout'\tjava_services\n"
        'is master at \tpython_services\n'
        'is not allowed by access-control-allow-\tcrossorigin\n'
        'is not allowed to access the server\tsqlserver\n'
        'is not allowed to connect to this\tmysql\n'
        'is not an accepted origin\tpython_servers\n'
        'is not an imap4 mail server\tmail_clients\n'
        'is not currently accepting connections\tpostgres\n'
        'is not currently available.  please retry the connection\tsqlserver\n'
        "is not in the 'connected' state\trealtime\n"
        'is not permitted to log in\tpostgres\n'
        'is not reachable\tjava_services\n'
        "is not supported: (-1, 'eof')\tamqp\n"
        'is not within the validity period\ttls\n'
        'is now unreachable!\tmedia\n'
        'is probably already running.\tbitcoin\n'
        'is taking too long to respond\tbrowsers\n'
        'is the port free?\tgames\n'
        'is the server running on host\tpostgres\n'
        'is therefore not allowed access\tcrossorigin\n'
        'is unreachable\tcommon'
    ),
    'isc': (
        'iscsi login failed due to authorization failure\tmounts\n'
        'iscsiadm: \tmounts'
    ),
    'iso': (
        'iso : an error occurred during\tindustry'
    ),
    'iss': (
        'issued by an authority that is not trusted\tsqlserver'
    ),
    'jab': (
        'jabber\tchat'
    ),
    'jav': (
        'java.io.eofexception\tjava\n'
        'java.io.interruptedioexception\tjava\n'
        'java.io.ioexception: 4\trealtime\n'
        'java.io.ioexception: 5\trealtime\n'
        'java.io.ioexception: invalid http response\tjava\n'
        'java.net\tjava\n'
        'java.util.concurrent.timeoutexception\tjava\n'
        'javax.net\tjava'
    ),
    'jet': (
        'jetty.io.eofexception\tjava'
    ),
    'jir': (
        'jiraerror http \tpython_web'
    ),
    'jmé': (
        'jméno počítače nemá přiřazenu adresu\tnative'
    ),
    'jsc': (
        'jschexception: algorithm negotiation fail\tjava_remoting\n'
        'jschexception: auth cancel\tjava_remoting\n'
        'jschexception: auth fail\tjava_remoting\n'
        'jschexception: connection is closed by foreign host\tjava_remoting\n'
        'jschexception: hostkey has been changed\tjava_remoting\n'
        "jschexception: invalid server's version string\tjava_remoting\n"
        'jschexception: reject hostkey\tjava_remoting\n'
        'jschexception: session is down\tjava_remoting\n'
        'jschexception: timeout: socket is not established\tjava_remoting\n'
        'jschexception: unknownhostkey\tjava_remoting'
    ),
    'jso': (
        'json.parse: unexpected character at line 1 column 1\tbodies\n'
        'json_rpc_call failed\tmining'
    ),
    'już': (
        'już używan\tpolish\n'
        'już w użyciu\tpolish\n'
        'już zajęt\tpolish'
    ),
    'k p': (
        'k počítači neexistuje cesta\tnative'
    ),
    'k_e': (
        'k_eresultnoconnection\tgames\n'
        'k_eresulttimeout\tgames'
    ),
    'kaf': (
        'kafka\tkafka\n'
        'kafka error -\tlibrdkafka\n'
        'kafkaerror{\tlibrdkafka\n'
        'kafkajs: connection timeout\tnode_stores\n'
        'kafkajslocktimeout\tnode_stores\n'
        'kafkajsnumberofretriesexceeded: connection timeout\tnode_stores\n'
        'kafkajsnumberofretriesexceeded: timeout\tnode_stores'
    ),
    'kan': (
        'kan inte tilldela begärd adress\tnative\n'
        'kan verzochte adres niet toewijzen\tnative\n'
        'kann nicht aufgelöst werden\ttools'
    ),
    'kap': (
        'kapcsolat\tmore_tongues\n'
        'kapcsolat elutasítva\tnative'
    ),
    'kcf': (
        'kcferror\tapple\n'
        'kcfstreamerror\tapple'
    ),
    'kee': (
        'keepalive failed. the connection is likely gone\tgrpc\n'
        'keepalive ping failed to receive ack\tgrpc\n'
        'keepalive ping not acked within\tgrpc\n'
        'keepalive ping timeout\tpython_web\n'
        'keepalive(elapsed\trust\n'
        'keepalivefailure\tdotnet\n'
        'keepererrorcode = authfailed\tdatabases,java_services\n'
        'keepererrorcode = connectionloss\tdatabases,java_services\n'
        'keepererrorcode = noauth\tdatabases\n'
        'keepererrorcode = operationtimeout\tdatabases\n'
        'keepererrorcode = session expired\tjava_services\n'
        'keepererrorcode = sessionexpired\tdatabases'
    ),
    'kei': (
        'kein hauptspeicher für den puffer verfügbar\tnative\n'
        'keine antwort\tgerman\n'
        'keine berechtigung\tnative\n'
        'keine daten empfangen\ttools\n'
        'keine internetverbindung\terror_pages\n'
        'keine route zum zielrechner\tnative'
    ),
    'ken': (
        'kennwort\tgerman'
    ),
    'ker': (
        'kerberos\tdirectory'
    ),
    'kex': (
        'kex error : no match for method\tssh\n'
        'kex_exchange\tssh'
    ),
    'key': (
        'key authorization file from the server did not match\tacme\n'
        'key exchange negotiation failed\tdotnet\n'
        'key exchange was not finished, connection is closed\tssh\n'
        'key mismatch in "sec-websocket-accept"\trust\n'
        'keyloaderror\tplayers\n'
        'keyserver receive failed: \tpackages\n'
        'keyserver receive failed: no name\tpackages\n'
        'keyserver search failed: \tpackages\n'
        'keyserver send failed: \tpackages\n'
        'keyserver timed out\tpackages'
    ),
    'kib': (
        'kibana server is not ready yet\tdatabases'
    ),
    'kic': (
        'kicked\tgeneric\n'
        'kicked for exceeding packet rate\tgames'
    ),
    'kim': (
        'kimli\tturkish\n'
        'kimlik doğrula\tturkish'
    ),
    'kin': (
        'kind: \trust\n'
        'kinit\tdirectory'
    ),
    'kms': (
        'kms request closed\tnode_stores'
    ),
    'kne': (
        'knex: timeout acquiring a connection\tnode_stores'
    ),
    'kno': (
        'knownhosts: key\tssh'
    ),
    'kob': (
        'koble til\tmore_tongues'
    ),
    'kom': (
        'komputer docelowy aktywnie go odmawia\tnative'
    ),
    'kon': (
        'koneksi\tmore_tongues\n'
        'konnte nicht mit dem server verbinden\tpostgres'
    ),
    'krb': (
        'krb5\tdirectory'
    ),
    'kub': (
        'kubectl\toperations'
    ),
    'kul': (
        'kullanıcısı oturum açamadı\tsqlserver\n'
        'kullanılıyor\tturkish\n'
        'kullanımda\tturkish'
    ),
    'kết': (
        'kết nối\tmore_tongues'
    ),
    "l'a": (
        "l'adresse ip du serveur de\terror_pages"
    ),
    "l'h": (
        "l'host non è attivo\tnative\n"
        "l'hôte cible est arrêté ou en panne\tnative"
    ),
    'l4 ': (
        'l4 unsuccessful connection\tgateways'
    ),
    'la ': (
        'la autentificación password\tpostgres\n'
        'la conexión no es privada\terror_pages\n'
        'la connessione di rete è stata persa\tapple_words\n'
        'la connessione internet sembra\tapple_words\n'
        'la connexion au serveur sur\tpostgres\n'
        'la connexion internet semble\tapple_words\n'
        'la connexion réseau a été perdue\tapple_words\n'
        'la dirección ip del servidor de\terror_pages\n'
        'la dirección ya se está usando\tnative\n'
        'la parte conectada no respondi¢ adecuadamente\tlegacy\n'
        'la parte conectada no respondió adecuadamente\tnative\n'
        'la parte conectada no respondi� adecuadamente\tlegacy\n'
        'la red es inaccesible\tnative\n'
        'la red no está activa\tnative\n'
        'la requête a expiré\tapple_words\n'
        'la rete non è disponibile\tnative\n'
        'la rete non è raggiungibile\tnative\n'
        'la tentative de connexion a échoué\tpostgres'
    ),
    'lac': (
        'lacked sufficient buffer space or because a queue was full\tdotnet'
    ),
    'las': (
        'last error: protocol error\tgrpc\n'
        'last packet successfully received\tmysql\n'
        'last-stream-id\tnode_clients'
    ),
    'lay': (
        'layer4 \tgateways\n'
        'layer6 \tgateways\n'
        'layer7 \tgateways'
    ),
    'lcb': (
        'lcb_err_timeout\tdatabases'
    ),
    'lcp': (
        'lcp terminated by peer\tvpn\n'
        'lcp: timeout sending config-requests\tvpn'
    ),
    'lda': (
        'ldap\tdirectory\n'
        'ldapsocketopenerror\tpython_services'
    ),
    'le ': (
        "le logiciel a provoqué l'abandon de la connexion\tnative\n"
        "le réseau n'est pas accessible\tnative\n"
        'le réseau ne fonctionne pas\tnative\n'
        'le serveur a fermé la connexion de façon inattendue\tpostgres\n'
        'le serveur ne supporte pas ssl\tpostgres\n'
        'le serveur proxy refuse les connexions\tproxy_pages'
    ),
    'lea': (
        "lead thread didn't get connection\tgo"
    ),
    'lev': (
        'levelloaderror\tplayers\n'
        'levelloadtimeout\tplayers'
    ),
    'lex': (
        "lexer error, string = '<\tbodies"
    ),
    'lia': (
        'liaison ssl\tfrench'
    ),
    'lib': (
        'libcurl\tcurl\n'
        'libssh2_error_authentication_failed\tcplusplus\n'
        'libssh2_error_banner_recv\tcplusplus\n'
        'libssh2_error_kex_failure\tcplusplus\n'
        'libssh2_error_publickey_unverified\tcplusplus\n'
        'libssh2_error_socket_disconnect\tcplusplus\n'
        'libssh2_error_socket_recv\tcplusplus\n'
        'libssh2_error_socket_send\tcplusplus\n'
        'libssh2_error_socket_timeout\tcplusplus\n'
        'libssh2_error_timeout\tcplusplus'
    ),
    'lig': (
        'ligar\tportuguese\n'
        'ligação\tportuguese\n'
        'ligação expirada\tnative\n'
        'ligação recusada\tnative\n'
        'ligação reposta pelo peer\tnative'
    ),
    'lik': (
        'likely client has closed socket\tdatabases\n'
        'likely due to a network timeout\tdotnet\n'
        'likely server has closed socket\tdatabases'
    ),
    'lim': (
        'limit\tgeneric\n'
        'limit czasu\tpolish\n'
        'limit czasu operacji oczekiwania\tsqlserver\n'
        'limit czasu połączenia\tsqlserver\n'
        'limiterror: 4\tnode_clients\n'
        'limiting connections by zone\tgateways\n'
        'limiting requests, excess\tgateways'
    ),
    'lin': (
        'line without crlf\tpython_web\n'
        'linkedauthorizationfailed\tazure'
    ),
    'lis': (
        'listen tcp: address \tgo\n'
        'listener timeout after waiting for\tjava_services'
    ),
    'liv': (
        'liveness probe\toperations'
    ),
    'lo ': (
        'lo siento, ya tenemos demasiados clientes\tpostgres'
    ),
    'loa': (
        'load apollo config failed\tjava_remoting\n'
        'load failed\tapple\n'
        'loading mixed (insecure)\tpagerules'
    ),
    'loc': (
        'local error: tls: \ttls\n'
        'local headers refused by remote: \tcluster\n'
        'local network prohibited\tapple\n'
        'local node not active but active cluster node not found\thashicorp\n'
        'local: \tlibrdkafka\n'
        'local: broker transport failure\tkafka\n'
        'local: host resolution failure\tkafka\n'
        'local: message timed out\tkafka\n'
        'local: ssl error\tkafka\n'
        'local: timed out\tkafka\n'
        'local_\tlibrdkafka\n'
        'localentrynotfounderror: connection error\tpython_web\n'
        'localizar o servidor\tportuguese\n'
        'locationparseerror\tmalformed'
    ),
    'log': (
        'login\tgeneric\n'
        'login authentication failed\trealtime\n'
        'login denied\trefusals\n'
        'login disabled on this server\tmail_clients\n'
        'login error\trefusals\n'
        'login error code: \tmining\n'
        'login failed\trefusals\n'
        'login failed. the login is from an untrusted domain\tsqlserver\n'
        'login failed; one or more errormessage\tnode_stores\n'
        'login failure\trefusals\n'
        'login failure for user \tmonitoring\n'
        'login falh\tportuguese\n'
        'login fehl\tgerman\n'
        'login incorrect\trefusals\n'
        'login mittels\tgerman\n'
        'login refused\trefusals\n'
        'login refused: \tamqp\n'
        'login rejected\trefusals\n'
        'login required\trefusals\n'
        'login timeout expired\tpython,sqlserver\n'
        'login to server \tmail_clients\n'
        'login to server failed: \tfrp\n'
        'login to server failed: eof\tfrp\n'
        'login to server failed: session shutdown\tfrp\n'
        'login to the server failed: \tfrp\n'
        'login to the server failed: eof\tfrp\n'
        'login to the server failed: session shutdown\tfrp\n'
        'login violation\trefusals\n'
        'login was denied\trefusals\n'
        'login was refused\trefusals\n'
        'login was rejected\trefusals\n'
        'logon denied\trefusals\n'
        'logon error\trefusals\n'
        'logon failed\trefusals\n'
        'logon failure\trefusals,refusals\n'
        'logon refused\trefusals\n'
        'logon rejected\trefusals\n'
        'logon required\trefusals\n'
        'logon violation\trefusals\n'
        'logon was denied\trefusals\n'
        'logon was refused\trefusals\n'
        'logon was rejected\trefusals\n'
        'logowani\tpolish\n'
        'logowanie użytkownika\tsqlserver'
    ),
    'loo': (
        'look like\tgeneric\n'
        'look up\tgeneric\n'
        'looks like we got no xml document\tphp\n'
        'lookup\tgeneric'
    ),
    'los': (
        'losing\tgeneric\n'
        'lost communication with the server\tcluster\n'
        'lost connection\tgeneric\n'
        'lost connection to pod\tcluster\n'
        'lost connection to server\tmysql\n'
        'lost connection to the server\trealtime\n'
        'lost connection: disconnected\tgames\n'
        'lost connection: end of stream\tgames\n'
        'lost connection: timed out\tgames\n'
        'lost contact\tgeneric\n'
        'lost in a non-clean fashion\ttwisted\n'
        "lost it's session with zookeeper\tjava_services"
    ),
    'lub': (
        'lub serwer nie odpowiada\tsqlserver'
    ),
    'lum': (
        'lumberjack protocol error\tmonitoring'
    ),
    'lwp': (
        'lwp failed with code\tscripting'
    ),
    'lws': (
        'lws_ssl_client_connect\twebsocket_native'
    ),
    'lỗi': (
        'lỗi mạng\tmore_tongues'
    ),
    'm_': (
        'm_\tchat'
    ),
    'mai': (
        'mail: cannot open \tmail_clients\n'
        'mailer\tmail'
    ),
    'mak': (
        'make sure browser driver is running on that address\tautomation\n'
        'make sure that nothing is running on the port\tautomation\n'
        'make sure this host can be reached over ssh\tssh\n'
        'makina ismiyle ilişkili adres yok\tnative\n'
        'makina çökük\tnative\n'
        'makinaya ağ üzerinden yol yok\tnative\n'
        'makine\tturkish\n'
        'makine etkin olarak reddettiğinden\tnative'
    ),
    'mal': (
        'malformed\tgeneric\n'
        'malformed communication packet\tmysql\n'
        'malformed http\tgo\n'
        'malformed mime header\tgo_words\n'
        'malformed ws or wss url\twebsocket_clients'
    ),
    'man': (
        'managedidentitycredential authentication unavailable\tdotnet\n'
        'manager: no servers available\tgo\n'
        'mandataire\tfrench\n'
        'manifest unknown\tcluster\n'
        'manifestloaderror\tplayers\n'
        'manifestloadtimeout\tplayers'
    ),
    'mar': (
        'mariadb\tmysql\n'
        'markets were not loaded\ttrading'
    ),
    'mas': (
        'masked and rsv data is not currently supported\twebsocket_clients\n'
        'masked so close the connection\tworkerman\n'
        'master has rejected this minion\tpython_services\n'
        'master not discovered\tjava_services\n'
        'masterdown link with master is down\tredis\n'
        'masternotdiscoveredexception\tjava_services\n'
        'masternotfounderror\tpython_services'
    ),
    'mat': (
        'match\tgeneric\n'
        'match "\ttls\n'
        "match '\ttls\n"
        'matrixerror: \tchat\n'
        'mattermost unreachable\tchat'
    ),
    'mau': (
        'mauvais mot\tfrench'
    ),
    'mav': (
        'maven-default-http-blocker\tbuilds'
    ),
    'max': (
        'max auth tries reached\tssh\n'
        'max clients\tgeneric\n'
        'max connections\tgeneric\n'
        'max number of clients\tredis\n'
        'max number of retransmissions (\tvpn\n'
        'max retries exceeded\tpython,python\n'
        'max retries per request limit\tnode_stores\n'
        'maxccureached\tengines\n'
        'maxconnectionserror: \tpools\n'
        'maximum\tgeneric\n'
        'maximum authentication attempts exceeded\tssh\n'
        'maximum connections exceeded\tnats\n'
        'maximum number of redirects exceeded\tnode\n'
        'maximum number of tolerable server reconnection errors\tjava_remoting\n'
        'maximum redirect reached at:\tnode'
    ),
    'may': (
        'may be due to network connectivity issues. please check\thosting\n'
        "may not support the client's requested tls protocol versions\tbuilds"
    ),
    'mbe': (
        'mbed_err\tembedded\n'
        'mbedtls\tembedded\n'
        'mbedtls_ssl_handshake returned\ttls'
    ),
    'mc:': (
        'mc: <error>\taws'
    ),
    'mca': (
        'mcafee web gateway\tblockpages'
    ),
    'mcp': (
        'mcperror: session terminated\tmcp'
    ),
    'mec': (
        'mechanism handshake failed\tkafka'
    ),
    'med': (
        'media_err_network\tplayers'
    ),
    'mem': (
        'memcache\tdatabases'
    ),
    'mes': (
        'message authentication code incorrect\tssh\n'
        'message can not send, because channel is closed\tjava_services\n'
        'message send timed out\tdatabases\n'
        'messaging.adaptors.http.flow.\tapi_gateways'
    ),
    'mic': (
        'microsoft-azure-application-gateway\tblockpages'
    ),
    'mig': (
        "might be down, and can't be reached on port\tpython_web"
    ),
    'mil': (
        'milliseconds with \tlibcurl'
    ),
    'min': (
        'minion did not return\tpython_services'
    ),
    'mis': (
        'misdirected request\thttp\n'
        'mismatch challenge/response\twebsocket\n'
        'mismatched mod channel list\tgames\n'
        'missed\tgeneric\n'
        'missed heartbeats from client\tamqp,erlang\n'
        'missed server heartbeat\tamqp,php\n'
        "missing an 'http://' or 'https://' protocol\tpython_web\n"
        'missing api key found in request\tapi_gateways\n'
        'missing authentication credentials for rest request\tdatabases\n'
        'missing authentication token\tedges\n'
        'missing connection header\twebsocket\n'
        'missing dependencies for socks support\tpython\n'
        "missing either an 'http://' or 'https://' protocol\tpython_web\n"
        'missing header field in server handshake\twebsocket_clients\n'
        'missing internet permission\tjava\n'
        'missing or bad upgrade\twebsocket\n'
        'missing or insufficient permissions\tnode_clients\n'
        'missing port in address\tmalformed\n'
        'missing response (\tethereum\n'
        'missing upgrade header\twebsocket'
    ),
    'mit': (
        'mit dem angegebenen hostnamen gefunden\tapple_words\n'
        'mit dem proxy-server stimmt etwas nicht\tproxy_pages\n'
        'mit dem proxyserver stimmt etwas nicht\tproxy_pages\n'
        'mit fehler \tgerman\n'
        'mit status\tgerman\n'
        'mitten in der transaktion verloren\tmail_clients'
    ),
    'mix': (
        'mixed content\tpagerules'
    ),
    'mod': (
        'modbus\tindustry'
    ),
    'mon': (
        'monclient(hunting): authenticate timed out\tmounts\n'
        'mongo\tmongodb'
    ),
    'mos': (
        'mosquitto\tmqtt'
    ),
    'mot': (
        'mot de passe\tfrench'
    ),
    'mou': (
        'mount error(\tmounts\n'
        'mount error(101)\ttransfer\n'
        'mount error(110)\ttransfer\n'
        'mount error(111)\ttransfer\n'
        'mount error(112)\ttransfer\n'
        'mount error(113)\ttransfer\n'
        'mount error(13)\ttransfer\n'
        'mount error: could not resolve address\tmounts\n'
        'mount.nfs\tmounts'
    ),
    'mqt': (
        'mqt: \tmqtt\n'
        'mqtt\tmqtt\n'
        'mqtt disconnect: reason\tzigbee\n'
        'mqttexception: \tembedded'
    ),
    'ms ': (
        'ms exceeded\tautomation'
    ),
    'mui': (
        'muitos arquivos abertos\tnative\n'
        'muitos arquivos abertos no sistema\tnative'
    ),
    'mul': (
        'multiplayer is disabled. please check your\tgames\n'
        'multiplayer.disconnect.\tgames\n'
        'multiple connections to a server or shared resource by the same user\ttransfer'
    ),
    'mun': (
        'munknowntoken\tchat'
    ),
    'mus': (
        'must be logged in to the server\thttp\n'
        'must issue a starttls\tmail'
    ),
    'mys': (
        'mysql\tmysql\n'
        'mysql connection not available\tpython_services\n'
        'mysqli_connect(): (hy000/2002):\tphp'
    ),
    'm\xa0q': (
        'm\xa0quina de destino as recusou ativamente\tlegacy'
    ),
    'máq': (
        'máquina de destino\tportuguese\n'
        'máquina de destino as recusou ativamente\tnative'
    ),
    'm�q': (
        'm�quina de destino as recusou ativamente\tlegacy'
    ),
    "n'a": (
        "n'a envoyé aucune donnée\terror_pages\n"
        "n'a pas pu se connecter au serveur\tpostgres\n"
        "n'autorise pas la connexion\terror_pages"
    ),
    'naa': (
        'naam of dienst is niet bekend\tnative'
    ),
    'nam': (
        'name does not resolve\ttools\n'
        'name has no usable address\tcommon\n'
        'name is valid and was found in the database, but it does not have the correct associated data\tdotnet\n'
        'name is valid, but no data of the requested type\tdotnet\n'
        'name or service not known\tcommon\n'
        'name resolution\tcommon\n'
        'name resolution failed for target\tgrpc\n'
        'name resolution에서 복구할 수 없는 실패\tnative\n'
        'name resolution에서 일시적인 실패\tnative\n'
        'name service error for name=\tmail\n'
        'nameresolution\tpython\n'
        'namn eller tjänst okänd\tnative\n'
        'namnuppslagning misslyckades temporärt\tnative'
    ),
    'nat': (
        'nats-server\tnats\n'
        'nats.client\tnats\n'
        'nats: \tnats\n'
        'natserror\tnats'
    ),
    'nav': (
        'navigation timed out after\tautomation\n'
        'navigation timeout exceeded\tautomation\n'
        'navigation timeout of\tautomation'
    ),
    'naz': (
        'nazwa użytkownika\tpolish\n'
        'nazwy hosta\tpolish\n'
        'nazwy zdalnej\tpolish'
    ),
    'nc:': (
        'nc: \ttools'
    ),
    'nca': (
        'ncat: \ttools'
    ),
    'ne ': (
        "ne peut attribuer l'adresse demandée\tnative\n"
        'ne prend pas en charge le cryptage\tsqlserver'
    ),
    'nee': (
        'needs to be configured for velocity\tgames'
    ),
    'neg': (
        'negotiation request\twebsocket\n'
        'negotiation with the server\twebsocket'
    ),
    'nem': (
        'nem sikerült a kért címet hozzárendelni\tnative\n'
        'nem érhető el pufferterület\tnative'
    ),
    'neo': (
        'neo.clienterror.security\tdatabases\n'
        'neo4j\tdatabases\n'
        'neopravitelná chyba při vyhodnocení názvu\tnative'
    ),
    'nes': (
        'nessun indirizzo associato al nome host\tnative\n'
        "nessun instradamento per l'host\tnative\n"
        'nessuna risposta\titalian\n'
        'nessuno spazio di buffer disponibile\tnative'
    ),
    'net': (
        'net - connection was reset by peer\tembedded\n'
        'net - failed to get an ip address for the given hostname\tembedded\n'
        'net - reading information from the socket failed\tembedded\n'
        'net - sending information through the socket failed\tembedded\n'
        'net - the connection to the given server / port failed\tembedded\n'
        'net.http.httprequestexception:\tdotnet\n'
        'net.ssh.authentication\tssh\n'
        'net/http: request canceled\tgo\n'
        'net::http\truby\n'
        'net::open\truby\n'
        'net::read\truby\n'
        'net::smtp\truby\n'
        'net::ssh\truby\n'
        'net_tick_timeout\terlang\n'
        'netconnection.connect\tmedia\n'
        'netdriver[\tengines\n'
        'netdriverlistenfailure\tgames\n'
        'netstream.publish\tmedia\n'
        'nettverksfeil\tmore_tongues\n'
        'netværksfejl\tmore_tongues\n'
        'netwerk is onbereikbaar\tnative\n'
        'netwerk ligt plat\tnative\n'
        'netwerkfout\tmore_tongues\n'
        'network access is disabled\tqt\n'
        'network adapter could not\toracle\n'
        'network connection aborted\tpackages\n'
        'network connection closed unexpectedly\tgit\n'
        'network error\tgeneric\n'
        'network error (check internet connection\tpackages\n'
        'network error 0x80070005\tcrossorigin\n'
        'network error communicating with endpoint\tedges\n'
        'network error while fetching\truby\n'
        'network error, wait for \tmonitoring\n'
        'network error: unexpected eof\trust\n'
        'network is down\tcommon\n'
        'network location cannot be reached\twindows\n'
        'network operation timed out\tqt\n'
        'network protocol error\tgames\n'
        'network protocol violation that cannot be repaired\tbrowsers\n'
        'network socket disconnected\tnode\n'
        'network socket timeout\tnpm\n'
        'network timeout at:\tnode\n'
        'network.bad_http_status\tplayers\n'
        'network.http_error (\tplayers\n'
        'network.timeout (\tplayers\n'
        'network_eof_error\tvpn\n'
        'network_recv_error\tvpn\n'
        'networkerror\ttrading\n'
        'networkerror: connectingtimeout\tplayers\n'
        'networkinterfaceexceededtimelimit\tmongodb\n'
        'networkonmainthreadexception\tjava\n'
        'netzwerkbezogener oder instanzspezifischer fehler\tsqlserver\n'
        'netzwerkfehler\tgerman\n'
        'netzwerkpfad\tgerman'
    ),
    'new': (
        'new command when connection is in closed state\tnode_stores\n'
        'new session request timed out\tautomation'
    ),
    'nez': (
        'neznámé jméno nebo služba\tnative'
    ),
    'ngh': (
        'nghttp2_refused_stream\tnode'
    ),
    'nic': (
        'nicht erreicht\tgerman\n'
        'nicht finden\tgerman\n'
        'nicht gefunden\tgerman\n'
        'nicht kontaktiert\tgerman\n'
        'nicht verbunden\tgerman\n'
        'nicht-behebbarer fehler in der namensauflösung\tnative'
    ),
    'nie': (
        'nie można połączyć się z serwerem\tpostgres\n'
        'nie można przypisać żądanego adresu\tnative\n'
        'nie obsługuje szyfrowania\tsqlserver\n'
        'nie odpowiada\tpolish\n'
        'nie znaleziono\tpolish\n'
        'nieznany host\tpolish'
    ),
    'nin': (
        'nincs cím társítva a gépnévhez\tnative\n'
        'nincs útvonal a gép felé\tnative'
    ),
    'nio': (
        'niosslerror error 12\tapple'
    ),
    'njs': (
        'njs-\toracle'
    ),
    'no ': (
        'no acceptable subprotocol\twebsocket\n'
        'no active checks on server [\tmonitoring\n'
        'no active connection to server\trealtime\n'
        'no active pools, stop mining\tmining\n'
        'no address associated\tcommon\n'
        'no address for \truby\n'
        'no addresses found at host\tnode_stores\n'
        'no alive nodes found in your cluster\tdatabases,python_services\n'
        'no answer\tgeneric\n'
        'no answer from dns server\tresolving\n'
        'no api key found in request\tapi_gateways\n'
        'no appropriate name servers or networks for name found\tresolving\n'
        'no appropriate protocol (protocol is disabled\tjava\n'
        'no auth methods could be used\tssh\n'
        'no authenticators available\tmail_clients\n'
        'no available\tgeneric\n'
        'no available peers for initiating an enet connection\tgames\n'
        'no available server in\tdatabases\n'
        'no available service found in cluster\tjava_remoting\n'
        'no basic auth credentials\tcluster\n'
        'no beacon client seen\tethereum\n'
        'no brokers\tkafka\n'
        'no buffer space\tcommon\n'
        'no certificates could be verified\tqt\n'
        'no client control found\tfrp\n'
        'no client requested methods are acceptable\tdotnet\n'
        'no close frame\twebsocket\n'
        'no cluster leader\tdatabases\n'
        'no cluster nodes available\tjava_services\n'
        'no compatible key exchange algorithms\tphp\n'
        'no compatible server host key algorithms\tphp\n'
        'no conectado\tspanish\n'
        'no connection\tgeneric\n'
        'no connection adapters were found for \tmalformed\n'
        'no connection to steam servers\tgames\n'
        'no connection to the server\tpostgres,ruby\n'
        'no data received.\ttools\n'
        'no endpoints available for service\tcluster\n'
        'no existe ninguna dirección asociada al nombre\tnative\n'
        "no existe ninguna ruta hasta el `host'\tnative\n"
        'no file descriptors available\tcommon\n'
        'no free connections available to host\tgo_words\n'
        'no function clause matching in :inet_tcp.do_connect\terlang\n'
        'no functional tls backend was found\tqt\n'
        'no ha enviado ningún dato\terror_pages\n'
        'no hay conexión a internet\terror_pages\n'
        'no healthy\tgeneric\n'
        'no healthy etcd endpoint available\tscripting\n'
        'no instances available for \tjava_services\n'
        'no ipendpoints were found for host\tdotnet\n'
        'no known consul servers\tgo\n'
        'no living\tgeneric\n'
        'no living connections\tdatabases\n'
        'no master found for\tredis\n'
        'no matching algo \tssh\n'
        'no matching cipher algorithm found\tssh\n'
        'no matching cipher found\tssh\n'
        'no matching compression algorithm found\tssh\n'
        'no matching endpoint found\tmedia\n'
        'no matching host key type found\tssh\n'
        'no matching hostkey algorithm found\tssh\n'
        'no matching kex algorithm found\tssh\n'
        'no matching key exchange method found\tssh\n'
        'no matching mac algorithm found\tssh\n'
        'no matching mac found\tssh\n'
        'no matching peer config found\tvpn\n'
        'no matching peer found\tmedia\n'
        'no matching security types\tremote\n'
        'no message in \tautomation\n'
        'no more authentication methods\tssh\n'
        'no more cluster attempts left\tredis\n'
        'no more connections allowed\tpostgres\n'
        'no network\tgeneric\n'
        'no open ports detected\thosting\n'
        'no or bad challenge for your address\tarenas\n'
        'no password supplied\tpostgres\n'
        'no path to region\thashicorp\n'
        'no ping_resp, disconnected\tmqtt\n'
        'no postgresql user name specified in startup packet\tpostgres\n'
        'no protocols available\ttls\n'
        'no proxy on the list works\tgateways\n'
        'no queda espacio para memoria intermedia\tnative\n'
        'no reply\tgeneric\n'
        'no required ssl certificate was sent\thttp\n'
        'no resolvable bootstrap urls\tkafka\n'
        'no resolver defined\tscripting\n'
        'no resolver defined to resolve\tgateways\n'
        'no responders available\tnats\n'
        'no response\tgeneric\n'
        'no response (or no acceptable response) to our\tvpn\n'
        'no response received\tindustry\n'
        'no response received from\tmedia\n'
        'no response received in \tmining\n'
        'no response to our first ike message\tvpn\n'
        'no response was received\tindustry\n'
        'no route\tgeneric\n'
        "no route found for path '\tpython_servers\n"
        'no route info of this topic\tjava_remoting\n'
        'no route matched with those values\tapi_gateways\n'
        'no route to host\tcommon\n'
        'no routing servers available\tdatabases\n'
        'no rpc credentials\tbitcoin\n'
        'no se pudo conectar con el servidor\tpostgres\n'
        'no se puede acceder\tspanish\n'
        'no se puede asignar la dirección solicitada\tnative\n'
        'no se puede encontrar el servidor proxy\tproxy_pages\n'
        'no sentinels available\truby\n'
        'no sentinels found\tredis\n'
        'no server is available to handle\tgateways\n'
        'no server suitable for synchronization found\tcluster\n'
        'no servers available for connection\tnats\n'
        'no servers available for service\tjava_services\n'
        'no servers could be reached\tresolving\n'
        'no servers could be used! exiting\tmining\n'
        'no servers were found that could be used to get work\tmining\n'
        'no snmp response received before timeout\tpython_services\n'
        'no subprotocols supported\twebsocket\n'
        'no such file or directory\tmail\n'
        'no such host\tgeneric,go\n'
        'no such host as \tphp\n'
        'no such host is known\tdotnet\n'
        'no suitable authentication method found\tdotnet\n'
        'no suitable response from remote hg\tgit\n'
        'no supported authentication methods available\tssh\n'
        'no supported cipher suites have been found\ttls\n'
        'no supported security type\tremote\n'
        'no supported websocket library detected\trealtime\n'
        'no tls backend is available\tqt\n'
        'no transport could be initialized\trealtime\n'
        'no ucst response after\tmonitoring\n'
        'no upstream connections available\tmonitoring\n'
        'no valid a records found for\tacme\n'
        'no valid credentials provided\tdirectory\n'
        'no valid ip addresses found for\tacme\n'
        'no valid server found at the url\tchat'
    ),
    'noa': (
        'noauth authentication required\tredis\n'
        'noauth hello must be called\tredis\n'
        'noavailablenode\tnode_stores'
    ),
    'nob': (
        'nobrokers\tkafka'
    ),
    'nod': (
        'node -1 disconnected.\tkafka\n'
        'node -2 disconnected.\tkafka\n'
        'node is running secure mode, ssl connection required\tdatabases\n'
        'nodedown: progress not possible\tdatabases\n'
        'nodename nor servname\tcommon\n'
        'nodenotreadyerror\tpython_services\n'
        'nodes available\tgeneric'
    ),
    'noh': (
        'nohost\tdynamic_dns\n'
        'nohttpresponseexception\tjava'
    ),
    'nom': (
        'nom d’hôte\tfrench\n'
        'nom ou service inconnu\tnative\n'
        'nombre o servicio desconocido\tnative\n'
        'nome da máquina e a porta estão corretos\tpostgres\n'
        'nome do host\tportuguese\n'
        'nome host\titalian\n'
        'nome o servizio sconosciuto\tnative\n'
        'nome ou serviço desconhecido\tnative\n'
        'nome ou serviço desconhecidos\tnative\n'
        'nome remoto\titalian,portuguese\n'
        'nomessageexception: no message received\tcplusplus'
    ),
    'non': (
        'non autorisée\tfrench\n'
        'non connecté\tfrench\n'
        'non conness\titalian\n'
        'non raggiungibile\titalian\n'
        'non risponde\titalian\n'
        'non trovato\titalian\n'
        'non-101 status\thttp,websocket\n'
        'non-exist\tgeneric\n'
        'non-existing domain\terlang\n'
        'non-jrmp server at\tjava_remoting\n'
        'non-retryable iscsi login failure\tmounts\n'
        'none of startup nodes is available\tnode_stores\n'
        'none of the configured nodes\tjava_services\n'
        'none of the specified endpoints were reachable\tamqp\n'
        'nonexist\tgeneric\n'
        'nonodeavailable\tdatabases,java_services'
    ),
    'nop': (
        'noperm this user\tredis'
    ),
    'nor': (
        'noreplicas not enough\tredis\n'
        'noresponsedatareceived\tpackages\n'
        'normalerweise darf jede socketadresse\tnative\n'
        'noroutetohost\tjava'
    ),
    'nos': (
        'nosuchrecord\tapple'
    ),
    'not': (
        'not allowed\tgeneric\n'
        'not allowed because not listed in allow\tssh\n'
        'not allowed to connect\trefusals\n'
        'not allowed to display insecure content\tpagerules\n'
        'not allowed to request resource\tpagerules\n'
        'not allowed to run insecure content\tpagerules\n'
        'not an ssl/tls record\tjava\n'
        'not authenticated\trefusals\n'
        'not authorised\trefusals\n'
        'not authorized\trefusals\n'
        'not authorized by proxy\thttp\n'
        'not available\tgeneric\n'
        'not connect\tgeneric\n'
        'not connected to devtools\tautomation\n'
        'not connected[\tindustry\n'
        'not establish\tgeneric\n'
        'not found\tgeneric\n'
        'not found in access-control-allow-origin\tcrossorigin\n'
        'not found in known_hosts\tparamiko\n'
        "not found on medium '\tpackages\n"
        'not found or not responsive. retrying\tpython_services\n'
        "not found or you don't have permission to view it\tgit\n"
        'not found: session has been terminated\tmcp\n'
        'not listening on the expected address\thosting\n'
        'not master and slaveok=false\tmongodb\n'
        'not open\tgeneric\n'
        'not permitted\tgeneric\n'
        'not permitted by network security policy\tjava\n'
        'not permitted to connect\trefusals\n'
        'not possible to connect to the redis server\tdotnet\n'
        'not present in metadata after\tkafka\n'
        'not primary and secondaryok=false\tmongodb\n'
        'not reach\tgeneric\n'
        'not ready or lagging\tdatabases\n'
        'not ready yet\tpython_servers\n'
        'not trojan protocol\tv2ray\n'
        'not valid: is this a git repository\tgit\n'
        'not-authorized\tchat\n'
        'not_allowed - \tamqp\n'
        'not_found - no \tamqp,amqp\n'
        'notanupgrade\twebsocket\n'
        'notfound\tgeneric\n'
        'notfounderror\tqt\n'
        'notfounderror: 4\tnode_clients\n'
        'notfqdn\tdynamic_dns\n'
        'nothing received from server on udp port\tssh\n'
        'noticed that the server is not elasticsearch\tpython_services\n'
        'notprimaryerror: \tmongodb'
    ),
    'npm': (
        'npm err\tnode\n'
        'npm err! 4\tnpm\n'
        'npm err! code e\tnpm\n'
        'npm error\tnode\n'
        'npm error 4\tnpm\n'
        'npm error code e\tnpm'
    ),
    'ns_': (
        'ns_error\tbrowsers'
    ),
    'nsl': (
        "nslookup: can't resolve '\tresolving"
    ),
    'nso': (
        'nsosstatuserrordomain\tapple'
    ),
    'nsp': (
        'nsposixerrordomain\tapple'
    ),
    'nss': (
        'nss error \ttls'
    ),
    'nsu': (
        'nsurlerror\tapple\n'
        'nsurlerrordomain\tapple_words'
    ),
    'nt_': (
        'nt_status_\tmounts,transfer'
    ),
    'nte': (
        'nternet bağ\tturkish'
    ),
    'num': (
        'numhost\tdynamic_dns'
    ),
    'nxd': (
        'nxdomain\tgeneric'
    ),
    'não': (
        'não conectado\tportuguese\n'
        'não dá suporte para criptografia\tsqlserver\n'
        'não foi possível acessar o endereço requisitado\tnative\n'
        'não há endereço associado com o nome\tnative\n'
        'não há espaço de buffer disponível\tnative\n'
        'não há rota para o host\tnative\n'
        'não pôde conectar ao servidor\tpostgres\n'
        'não é possível acessar\tportuguese'
    ),
    'nät': (
        'nätverket kan inte nås\tnative\n'
        'nätverket är nere\tnative\n'
        'nätverksfel\tmore_tongues'
    ),
    'n’a': (
        'n’autorise pas la connexion\terror_pages'
    ),
    'o a': (
        'o anfitrião está em baixo\tnative'
    ),
    'o c': (
        'o componente conectado nÆo respondeu\tlegacy\n'
        'o componente conectado não respondeu\tnative\n'
        'o componente conectado n�o respondeu\tlegacy'
    ),
    'o e': (
        'o endereço ip do servidor de\terror_pages'
    ),
    'o p': (
        'o programa abortou a ligação\tnative'
    ),
    'o s': (
        'o servidor\tportuguese\n'
        'o servidor não suporta ssl\tpostgres\n'
        'o servidor proxy está recusando conexões\tproxy_pages'
    ),
    'obj': (
        "object name: 'system.net.security.\tdotnet\n"
        "object name: 'system.net.sockets.\tdotnet"
    ),
    'obt': (
        'obtain a connection from the pool within\tpools\n'
        'obtener una conexión del grupo\tsqlserver\n'
        "obtention d'une connexion du pool\tsqlserver\n"
        'obtida uma conexão do pool\tsqlserver'
    ),
    'occ': (
        'occupied\tgeneric'
    ),
    'odp': (
        'odpowied\tpolish'
    ),
    'odw': (
        'odwzorowanie nazwy jest chwilowo niemożliwe\tnative'
    ),
    'off': (
        'offline\tgeneric'
    ),
    'on ': (
        "on 'workerglobalscope': the script at\tbrowsers"
    ),
    'on_': (
        'on_disconnect\tmqtt'
    ),
    'onc': (
        'once a close message has been sent\tpython_servers\n'
        'onconnect\tengines'
    ),
    'one': (
        'one or more reserved bits are on\tbrowsers'
    ),
    'onh': (
        'onherstelbaar probleem in naamsherleiding\tnative'
    ),
    'onl': (
        'only absolute urls are supported\tmalformed\n'
        'only allow ssl connections\tmongodb\n'
        'only http(s) protocols are supported\tmalformed\n'
        'only one usage of each socket address\tdotnet'
    ),
    'onr': (
        'onregstate: \tmedia'
    ),
    'oom': (
        'oom command not allowed\tredis'
    ),
    'opc': (
        'opc\tindustry'
    ),
    'ope': (
        'open failed: administratively prohibited\tssh\n'
        'open packet not returned by server\twebsocket\n'
        'open webui backend required\tpython_web\n'
        'open-conn-track: timeout opening\tvpn\n'
        'opening \tgeneric\n'
        'opening handshake response is not\twebsocket_native\n'
        'opening handshake timeout (\twebsocket_clients\n'
        'opening socket: unknown error\tamqp\n'
        'openssl failed - certificate was issued\twebsocket_clients\n'
        'openssl failed - err zero return\twebsocket_clients\n'
        'openssl failed - x509 error\twebsocket_clients\n'
        'openssl ssl_connect\tcurl\n'
        'openssl.ssl.\ttwisted\n'
        'openssl::ssl\truby\n'
        'openuri::httperror\thttp\n'
        'operace není povolena\tnative\n'
        'operace zamítnuta\tnative\n'
        'operaci¢n de socket en un host no accesible\tlegacy\n'
        'operaci¢n de socket en una red no accesible\tlegacy\n'
        'operación de socket en un host no accesible\tnative\n'
        'operación de socket en una red no accesible\tnative\n'
        'operación no permitida\tnative\n'
        'operación o el servidor no responde\tsqlserver\n'
        'operaci�n de socket en un host no accesible\tlegacy\n'
        'operaci�n de socket en una red no accesible\tlegacy\n'
        'operacja niedozwolona\tnative\n'
        'operation failed; code: \taws\n'
        'operation not permitted\tcommon\n'
        'operation now in progress\tphp\n'
        'operation timed out after \tcurl\n'
        'operation too slow\tcurl\n'
        'operation too slow. less than\tlibcurl\n'
        'operation_timedout\tlibcurl\n'
        'operationen inte tillåten\tnative\n'
        'operations timed out after\tnode_stores\n'
        'operationtimedout\tjava_services\n'
        'operationtimedout: errors=\tdatabases\n'
        'operazione non permessa\tnative\n'
        'operação de espera atingiu o tempo limite\tsqlserver\n'
        'operação de soquete foi tentada em um host inacessível\tnative\n'
        'operação de soquete foi tentada em uma rede inacessível\tnative\n'
        'operação não permitida\tnative\n'
        'opera‡Æo de soquete foi tentada em um host inacess¡vel\tlegacy\n'
        'opera‡Æo de soquete foi tentada em uma rede inacess¡vel\tlegacy\n'
        'opera��o de soquete foi tentada em um host inacess�vel\tlegacy\n'
        'opera��o de soquete foi tentada em uma rede inacess�vel\tlegacy'
    ),
    'opr': (
        'oprogramowanie spowodowało przerwanie połączenia\tnative'
    ),
    'opt': (
        'options http\tbrowsers'
    ),
    'opé': (
        'opération non permise\tnative'
    ),
    'or ': (
        'or server not reachable\tmining\n'
        'or the password is incorrect\tpython_web'
    ),
    'ora': (
        'ora-0\toracle\n'
        'ora-1\toracle\n'
        'ora-2\toracle'
    ),
    'ord': (
        "ordinateur cible l'a expressément refusée\tnative\n"
        "ordinateur cible l'a express‚ment refus‚e\tlegacy\n"
        "ordinateur cible l'a express�ment refus�e\tlegacy\n"
        'ordinateur cible l’a expressément refusée\tnative\n'
        'ordinateur cible l�a express�ment refus�e\tlegacy'
    ),
    'org': (
        'org.apache.http.protocolexception: invalid header\tjava'
    ),
    'ori': (
        'origin dns\tedges\n'
        'origin is unreachable\tedges\n'
        'origin ssl\tedges\n'
        'original: \terlang'
    ),
    'os ': (
        'os error\tcommon\n'
        'os error -2146\trust\n'
        'os error: \tdart\n'
        'os { code: \trust'
    ),
    'ose': (
        'oserror: -2\tembedded\n'
        'oserror: -6\tembedded\n'
        'oserror: write error\tpython_servers'
    ),
    'oss': (
        'osstatus error\tapple'
    ),
    'oth': (
        'other side closed\tnode'
    ),
    'otr': (
        'otro origen bloqueada\tcrossorigin'
    ),
    'otu': (
        'oturum\tturkish\n'
        'oturum açma öncesi el sıkışması\tsqlserver'
    ),
    'ou ': (
        'ou o servidor não está respondendo\tsqlserver'
    ),
    'out': (
        'out of memory\tgeneric\n'
        'out of system resource\tpython\n'
        'outdated client!\tgames\n'
        'outdated server!\tgames\n'
        'outdatedclient\tengines\n'
        'outdatedserver\tengines\n'
        'outgoing server (smtp)\tmail_clients\n'
        'outlook\tmail'
    ),
    'ove': (
        'over a disconnected connection (to\tmongodb\n'
        'overflow reading version string\tssh\n'
        'overloaded_error\tpython_web'
    ),
    'pac': (
        'packager is not running at\tnode_clients\n'
        'packet during handshake phase\tmysql\n'
        'packet hmac authentication failed\tvpn\n'
        'packet length too long\ttls\n'
        'packet loss = 100%\tmonitoring\n'
        'packet sequence number wrong\tmysql\n'
        'packet type 4, prelogin response\tsqlserver\n'
        'packets out of order\tmysql'
    ),
    'pal': (
        'palavra-chave\tportuguese\n'
        'palavra-passe\tportuguese'
    ),
    'pap': (
        'pap authentication failed\tvpn'
    ),
    'par': (
        'paramiko: the authenticity of host\tparamiko\n'
        'parece que la conexión a internet\tapple_words\n'
        'parent proxy \tgateways\n'
        'parola\tturkish\n'
        'parse error: expected http\tnode\n'
        'parse error: login protocol error\tmining\n'
        'parse error: protocol error\tmining\n'
        'parser error\twebsocket\n'
        'parsing value: <.\tbodies\n'
        'party\tgeneric'
    ),
    'pas': (
        'pas de connexion\tfrench\n'
        'password\titalian\n'
        'password authentication failed for\tpostgres\n'
        'password denied\trefusals\n'
        'password error\trefusals\n'
        'password failed\trefusals\n'
        'password failure\trefusals\n'
        'password refused\trefusals\n'
        'password rejected\trefusals\n'
        'password required\trefusals\n'
        'password violation\trefusals\n'
        'password was denied\trefusals\n'
        'password was refused\trefusals\n'
        'password was rejected\trefusals\n'
        'password 认证失败\tpostgres\n'
        'password 인증을 실패했습니다\tpostgres\n'
        'passwort\tgerman\n'
        'passwort-authentifizierung für benutzer\tpostgres\n'
        'past maxstartups\tssh'
    ),
    'pat': (
        'patch http\tbrowsers'
    ),
    'pee': (
        'peer authentication failed\tpostgres\n'
        'peer certificate cannot be authenticated\tcurl,libcurl\n'
        'peer close\tgeneric\n'
        'peer closed connection in ssl handshake\tgateways\n'
        'peer closed connection without sending complete\tpython_web\n'
        'peer did not return a certificate\tmonitoring\n'
        "peer doesn't support any known protocol\trust\n"
        'peer is incompatible: \trust\n'
        'peer is on a different network\tgo\n'
        'peer misbehaved: \trust\n'
        'peer not authenticated\tjava\n'
        'peer not responding, trying again\tvpn\n'
        'peer sent no certificates\trust\n'
        'peer shut down incorrectly\ttls\n'
        'peer verification of target server failed\truby\n'
        'peers available\tgeneric'
    ),
    'pen': (
        'pendant la négociation préalable\tsqlserver\n'
        'pending acquire queue has reached its maximum size\tjava_services\n'
        'pending connection failed\tgames\n'
        'pending connection failure\tgames'
    ),
    'per': (
        'percorso di rete\titalian\n'
        'perhaps you are having network problems\tcluster\n'
        'permesso negato\tnative\n'
        'permiso denegado\tnative\n'
        'permission denied\tcommon\n'
        'permission denied (gssapi\tssh\n'
        'permission denied (hostbased\tssh\n'
        'permission denied (keyboard\tssh\n'
        'permission denied (password\tssh\n'
        'permission denied (publickey\tssh\n'
        'permission denied, please try again\tssh\n'
        'permission non accordée\tnative\n'
        'permissionerror\tpython\n'
        'permissão negada\tnative\n'
        'permissão recusada\tnative'
    ),
    'pg_': (
        'pg_hba\tpostgres'
    ),
    'pgb': (
        'pgbouncer cannot connect to server\tpostgres'
    ),
    'php': (
        'php_network_getaddresses\tphp'
    ),
    'pin': (
        'ping timeout\trealtime\n'
        'ping timeout: \tbitcoin,chat\n'
        'ping: transmit failed\ttools\n'
        'pingresp not received\tmqtt'
    ),
    'pip': (
        'pipe interrotta\tnative\n'
        'pipe quebrado\tnative\n'
        'pipe/docker_engine: the system cannot find the file\tcluster\n'
        'pipe/dockerdesktoplinuxengine: the system cannot find the file\tcluster'
    ),
    'pj_': (
        'pj_eresolve\tmedia\n'
        'pj_etimedout\tmedia'
    ),
    'pki': (
        'pki\tbrowsers\n'
        'pkix path\tjava'
    ),
    'pla': (
        'plain http request was sent to https port\ttls\n'
        'plain login refused\terlang\n'
        'plaintext\tgeneric\n'
        'player refused: \tarenas'
    ),
    'ple': (
        'please check registry access list\tjava_services\n'
        'please log in via your web browser\tmail\n'
        'please login prior to p\tcluster\n'
        'please supply credentials for this source\truby'
    ),
    'plu': (
        'plugin timed out after \tmonitoring'
    ),
    'poc': (
        'poco::net::noresponse\tcplusplus'
    ),
    'pod': (
        'podczas uzgadniania przed logowaniem\tsqlserver'
    ),
    'pol': (
        'policydenied\tapple\n'
        'poll error: connection closed\trust'
    ),
    'poo': (
        'pool connection lost\tmining\n'
        'pool is empty and a new connection\tpython_web\n'
        'pool not responding\tmining\n'
        'pool timed out while waiting for an open connection\trust\n'
        'pooled connections are in use\tpools\n'
        'poolinitializationexception\tjava_services'
    ),
    'pop': (
        'pop3 connection broken\tphp'
    ),
    'por': (
        'port is already allocated\toperations\n'
        'port may already be in use\tautomation\n'
        'port scan timeout reached\thosting\n'
        'port should be >= 0 and < 65536\tmalformed\n'
        'ports are not available: \tcluster'
    ),
    'pos': (
        'posixerrorcode\tapple\n'
        'possible network error occurred\trealtime\n'
        'possible security attack detected\tredis\n'
        'possibleauthenticationfailureexception\tamqp\n'
        'possédant le nom d’hôte\tapple_words\n'
        'post http\tbrowsers\n'
        'postfix\tmail\n'
        'postmaster がtcp/ip接続を受け付けている\tpostgres\n'
        'postmaster가 tcp/ip 연결을 수락\tpostgres'
    ),
    'pot': (
        'potential login failure\tphp\n'
        'potential security breach\tssh\n'
        'potential security risk ahead\tbrowsers'
    ),
    'poč': (
        'počítač není v provozu\tnative'
    ),
    'poł': (
        'połącz\tpolish\n'
        'połączenie odrzucone\tnative\n'
        'połączenie zerwane przez drugą stronę\tnative\n'
        'połączenie zostało przerwane przez oprogramowanie\tnative\n'
        'połączona strona nie odpowiedziała\tnative'
    ),
    'pož': (
        'požadovanou adresu nelze přiřadit\tnative'
    ),
    'pq:': (
        'pq: lost synchronization with server\tpostgres\n'
        'pq: ssl is not enabled on the server\tgo\n'
        'pq: unknown authentication response\tpostgres\n'
        'pq: unknown response for startup\tpostgres'
    ),
    'pqx': (
        'pqxx::broken_connection\tpostgres'
    ),
    'pr_': (
        'pr_connect_reset\tbrowsers\n'
        'pr_end_of_file\tbrowsers'
    ),
    'pre': (
        'pre-login handshake\tsqlserver\n'
        'preauthentication failed\tdirectory\n'
        'precondition_failed - \tamqp,amqp\n'
        'preface\tgeneric\n'
        'preface from client: unexpected eof\tgrpc\n'
        'preflight response is not successful\tcrossorigin\n'
        'premature\tgeneric\n'
        'premature connection close\tscripting,websocket\n'
        'prematurecloseexception\tjava\n'
        'prematurely reached end of stream\tmongodb\n'
        'presented key (\tacme\n'
        'prevents issuance\tacme'
    ),
    'pri': (
        'printer is not responding\tprinters\n'
        'printer may not exist or is unavailable\tprinters\n'
        'printer not responding\tprinters\n'
        'prior to completion of the operation or the server is not responding\tsqlserver\n'
        'prior to obtaining a connection from the pool\tsqlserver\n'
        'privoxy was unable to\tgateways'
    ),
    'pro': (
        'pro vyrovnávací paměť není volné místo\tnative\n'
        'probableaccessdeniederror\tamqp\n'
        'probableauthenticationerror\tamqp\n'
        'probe failed: \tcluster\n'
        'problem accessing the dns\tffmpeg\n'
        'problem bootstrapping. stuck at\tgateways\n'
        'problem connecting\tgeneric\n'
        'problem with the local ssl certificate\tcurl\n'
        'problem with the ssl ca cert\tcurl,libcurl\n'
        'problem z serwerem proxy\tproxy_pages\n'
        'problema com o servidor proxy\tproxy_pages\n'
        'problema con il server proxy\tproxy_pages\n'
        'problema di rete\titalian\n'
        'programvaran orsakade ett förbindelsebrott\tnative\n'
        'progress\tgeneric\n'
        'proksi\tturkish\n'
        'protocol\tgeneric\n'
        'protocol error, got\tredis\n'
        'protocol error.  session setup failed\tpostgres\n'
        'protocol error: bad line length\tgit\n'
        'protocol error: bad pack header\tgit\n'
        'protocol family unavailable\tjava\n'
        'protocol mismatch. server version = \tmysql\n'
        'protocol negotiation\tgrpc\n'
        'protocol negotiation failed\ttransfer\n'
        'protocol version mismatch -- is your shell clean\tssh\n'
        'protocol(s), but server is only accepting\tdotnet\n'
        'protocol_connection_lost\tnode_stores\n'
        "protocolerror('connection aborted\tpython_web\n"
        'protocolexception: code must be in range\tjava\n'
        'protocolexception: control frame\tjava\n'
        'protocolexception: expected continuation opcode\tjava\n'
        'protocolexception: unexpected rsv\tjava\n'
        'protocolexception: unexpected status line\tjava\n'
        'provided port:\tcluster\n'
        'provided username and/or password are incorrect\tdatabases\n'
        'provider: error code 0x\tsqlserver\n'
        'provider: ssl provider, error\tsqlserver\n'
        'providererror: invalid project id\tethereum\n'
        'providererror: must be authenticated\tethereum\n'
        'providererror: project id \tethereum\n'
        'proxy authentication required\thttp\n'
        'proxy authorization required\thttp\n'
        'proxy connect\toperations\n'
        'proxy connect aborted\tcurl\n'
        'proxy connect timeout\tcurl\n'
        'proxy connection closed prematurely\tqt\n'
        'proxy connection ended before receiving connect\tnode_clients\n'
        'proxy connection failed\ttools\n'
        'proxy denied connection\tqt\n'
        'proxy error: general failure\tbitcoin\n'
        'proxy error: no such domain\tfrp\n'
        'proxy fails to establish connection\tchat\n'
        'proxy rejected connection\tnode_clients\n'
        'proxy request error: no such domain: \tfrp\n'
        'proxy requires authentication\tqt\n'
        'proxy returned unexpected status\tgit\n'
        'proxy server connection refused\tqt\n'
        'proxy server not found\tqt\n'
        'proxy sunucusunda bir sorun\tproxy_pages\n'
        'proxy traversal failed\tchat\n'
        'proxy tunneling failed: \ttools\n'
        'proxy-server konnte nicht gefunden werden\tproxy_pages\n'
        'proxy-server verweigert die verbindung\tproxy_pages\n'
        'proxy/trojan: invalid protocol or invalid user\tv2ray\n'
        'proxy/vless/encoding: invalid request user\tv2ray\n'
        'proxy/vless/encoding: invalid request version\tv2ray\n'
        'proxy/vmess/encoding: invalid user\tv2ray\n'
        'proxyauthenticationrequired\tdotnet\n'
        'proxyconnect\toperations\n'
        'proxyconnectionerror: error connecting to socks\tvpn\n'
        'proxyerror\tpython\n'
        'proxynameresolutionfailure\tdotnet\n'
        'proxyprotocolexception\tdotnet\n'
        'proxy|vmess|encoding: invalid user\tv2ray'
    ),
    'prz': (
        'przekroczony czas oczekiwania na połączenie\tnative\n'
        'przerwany potok\tnative'
    ),
    'pró': (
        'próba nawiązania połączenia nie powiodła\tpostgres'
    ),
    'psy': (
        'psycopg2.operationalerror\tpython_services'
    ),
    'pub': (
        'public key pinning failed for host\talamofire\n'
        'public key retrieval is not allowed\tmysql'
    ),
    'pue': (
        'puerto\tspanish'
    ),
    'pul': (
        'pull access denied\tcluster\n'
        'pulsar error: \tdatabases\n'
        'pulsarclientexception$lookupexception\tdatabases'
    ),
    'pus': (
        'push access denied\tcluster\n'
        'pusher error: \tphp\n'
        'pusher:error\tphp\n'
        'pushererror\trealtime'
    ),
    'put': (
        'put http\tbrowsers'
    ),
    'pře': (
        'překročen limit počtu otevřených souborů\tnative'
    ),
    'při': (
        'připoj\tpolish\n'
        'připojení\tmore_tongues\n'
        'připojit\tmore_tongues'
    ),
    'qab': (
        'qabstractsocket\tqt'
    ),
    'qne': (
        'qnetworkreply\tqt'
    ),
    'qt.': (
        'qt.tlsbackend.ossl: failed to load\tqt'
    ),
    'que': (
        'que el nombre del host y el puerto son correctos\tpostgres\n'
        'que le nom de machine et le port sont corrects\tpostgres\n'
        'query failed (servfail) for \tresolving\n'
        'query_wait_timeout\tpostgres\n'
        'querya\tnode\n'
        'queryany\tnode\n'
        'querycname\tnode\n'
        'querymx\tnode\n'
        'queryns\tnode\n'
        'queryptr\tnode\n'
        'querysoa\tnode\n'
        'querysrv\tnode\n'
        'querytxt\tnode\n'
        'queue for acquiring a connection to\tpools\n'
        'queued and checked out the connection for longer\tpools\n'
        'queuepool limit of size\tpools'
    ),
    'qwe': (
        'qwebsocket\tqt'
    ),
    'rab': (
        'rabbitmq\tamqp'
    ),
    'rac': (
        'rack: null\tkafka'
    ),
    'rat': (
        'ratelimitexceeded\ttrading\n'
        'rather than greeting\tssh'
    ),
    'rba': (
        'rbac: access denied\tapi_gateways'
    ),
    'rc=': (
        'rc=-\tembedded'
    ),
    'rdk': (
        'rdkafka\tlibrdkafka'
    ),
    'rdp': (
        'rdp\tremote'
    ),
    're-': (
        're-negotiation handshake failed\tgateways'
    ),
    'rea': (
        'reach database server\tnode_stores\n'
        'reachable\tgeneric\n'
        'read empty data, calling disconnect\tamqp\n'
        'read enotconn\tnode\n'
        'read error (success) in headers\ttools\n'
        'read error on connection\tphp\n'
        'read error: "end of file"\tmining\n'
        'read timed out\tpython\n'
        'read timeout reached\truby\n'
        'read: end of stream\tcplusplus\n'
        'readiness probe\toperations\n'
        'reading from the stream has failed\tdotnet\n'
        'ready check failed: undefined\tnode_stores\n'
        'reason :\terlang\n'
        'reason is: [disassociated]\tjava_services\n'
        'reason: \terlang\n'
        'reason: [disassociated]\tjava_services\n'
        'reason: cors \tcrossorigin'
    ),
    'rec': (
        'receive failed: invalid response size\tkafka\n'
        'receive the preface\tgrpc\n'
        'received a broken close frame\trealtime\n'
        'received an invalid chunk header\tdotnet\n'
        'received an invalid header line\tdotnet\n'
        'received an invalid header name\tdotnet\n'
        'received an invalid status line\tdotnet\n'
        'received an unexpected pre-login response\tsqlserver\n'
        'received authentication_failed\tvpn\n'
        'received bad data from register\tworkerman\n'
        'received corrupt message of type \trust\n'
        'received corrupted packet data from client\tgames\n'
        'received early eof\tgit\n'
        'received fatal alert: \tjava\n'
        'received goaway\tgrpc,realtime\n'
        'received http response on transport port\tdatabases\n'
        'received http/0.9\tcurl\n'
        'received http2 header with status\tgrpc\n'
        'received invalid response to ssl\tpostgres\n'
        'received message too long \tssh\n'
        'received no_proposal_chosen\tvpn\n'
        'received plaintext http traffic on an https channel\tdatabases,java,tls\n'
        'received plaintext traffic on an encrypted channel\tjava\n'
        'received rst_stream with\tnode_clients\n'
        'received ts_unacceptable\tvpn\n'
        'received unexpected continuation frame\tbrowsers\n'
        'received unexpected status code (\twebsocket_clients\n'
        'receivefailure\tdotnet\n'
        'rechazó la conexión\terror_pages\n'
        'reconnect attempts reached\tethereum\n'
        'record layer failure\ttls\n'
        'recoverableconnectionerror\tpython_services\n'
        'recusou a conexão\terror_pages\n'
        'recusou estabelecer ligação\terror_pages\n'
        'recv error - \terlang\n'
        'recv failure\tcurl\n'
        'recv_error\tlibcurl'
    ),
    'red': (
        'rede est\tportuguese\n'
        'rede inacessível\tnative\n'
        'redirect count exceeded\tnode\n'
        'redirectexception: redirect\tdart\n'
        'redis\tredis\n'
        'redis cluster cannot be connected\tpython_services\n'
        'redis server \tphp\n'
        'redis server(s). authenticationfailure\tdotnet\n'
        'redis server(s). connecttimeout\tdotnet\n'
        'redis: connection pool timeout\tgo\n'
        'redis::connectionerror: connection lost\truby\n'
        'rediscommandtimeoutexception: command timed out\tjava_services'
    ),
    'ref': (
        'refus\tgeneric\n'
        'refused connect from \tssh\n'
        'refused local port forward: \tssh\n'
        'refused to connect\tbrowsers\n'
        'refused to talk to me: \tmail\n'
        'refusederror\tqt\n'
        'refuses handshake\twebsocket_clients\n'
        'refusé par\tfrench\n'
        'refusée\tfrench'
    ),
    'reg': (
        'register auth timeout\tworkerman\n'
        'register service\tworkerman\n'
        'registeraddress\tworkerman\n'
        'registering runner... \tcluster\n'
        'registration\tmedia\n'
        'registration timeout\tchat\n'
        'registry error parsing json\tbodies'
    ),
    'rej': (
        'reject\tgeneric\n'
        'rejected by the remote node\terlang\n'
        'rejected ssl upgrade\tpostgres,python\n'
        'rejected the connection attempt\tvpn\n'
        'rejected, allowed hosts: \tmonitoring\n'
        'rejected. invalid challenge reply\terlang\n'
        'rejected: connect failed (connection refused)\tssh\n'
        'rejeté\tfrench'
    ),
    'rel': (
        'relación de confianza para el canal seguro ssl/tls\tdotnet\n'
        'relais brisé (pipe)\tnative\n'
        'related to network connectivity\tnpm\n'
        'relation de confiance pour le canal sécurisé ssl/tls\tdotnet\n'
        'relativeurlwithoutbase\trust\n'
        'relay access denied\tmail\n'
        'relaying denied\tmail'
    ),
    'rem': (
        'remaining connection slots\tpostgres\n'
        'remote computer\tremote\n'
        'remote computer refused the network connection\twindows\n'
        'remote desktop\tremote\n'
        'remote end closed\tpython\n'
        'remote end hung up\tgit\n'
        'remote end requires authentication\tdatabases\n'
        'remote error: tls:\tgo\n'
        'remote host closed connection during handshake\tjava\n'
        'remote host did not accept control file\tprinters\n'
        'remote host did not accept data file\tprinters\n'
        'remote host did not respond with \tprinters\n'
        'remote host identification has changed\tssh\n'
        'remote host terminated the handshake\tjava\n'
        'remote icinga instance\tmonitoring\n'
        'remote pc\tremote\n'
        'remote port forwarding failed for listen port\tssh\n'
        'remote server has closed connection\ttransfer\n'
        'remote server returned an error\thttp\n'
        'remote server returned error (try\tpackages\n'
        'remote server: error \truby\n'
        'remote side sent disconnect message\tssh\n'
        'remote state endpoint invalid auth\thashicorp\n'
        'remote state endpoint requires auth\thashicorp\n'
        'remote system explicitly disassociated\tjava_services\n'
        'remote system has quarantined this system\tjava_services\n'
        'remote-server-not-found\tchat\n'
        'remote-server-timeout\tchat\n'
        'remote: http basic: access denied\tgit\n'
        'remote: internal server error\tgit\n'
        'remote: repository not found\tgit\n'
        'remote: you are not allowed\tgit\n'
        'remotecertificatechainerrors\tdotnet\n'
        'remotecertificatenamemismatch\tdotnet\n'
        'remotedisconnected\tpython\n'
        'remotelyclosedexception\tautomation\n'
        'remoteserver\tgerman\n'
        'remoto retornou um erro: (\tdotnet'
    ),
    'rep': (
        "replied unexpectedly to 'vmustreplyempty'\tvirtual\n"
        "replied unexpectedly to 'vmustreplyempty': timeout\tvirtual\n"
        'reply error is servfail\tresolving\n'
        'replyerror: moved \tredis\n'
        'reports maximum wire version\tnode_stores\n'
        'reports minimum wire version\tnode_stores\n'
        'repository or object not found: \tgit'
    ),
    'req': (
        'request canceled while waiting for connection\tgo\n'
        'request could not be forwarded to the origin server or to any parent\tgateways\n'
        'request execution error. endpoint=\tjava_services\n'
        'request fail \tminiprogram\n'
        'request failed, status\thttp\n'
        'request has been terminated\tnode_clients\n'
        'request origin not allowed\twebsocket\n'
        'request signature we calculated does not match\taws\n'
        'request timed out after\tautomation\n'
        'request timeout to broker\tdatabases\n'
        'request to http\tnode\n'
        'request unsuccessful. incapsula\tblockpages\n'
        'request url has an unsupported protocol\tpython_web\n'
        'request using http/2.0 version, but the server only\tdotnet\n'
        'request was dropped from queue after\tpools\n'
        'request:fail\tminiprogram\n'
        'requested access to the resource is denied\tcluster\n'
        'requested address is not valid in its context\tdotnet\n'
        'requested address is not valid in this context\tdotnet\n'
        'requested by the login. the login failed\tsqlserver\n'
        'requested nfs version or transport protocol is not supported\tmounts\n'
        'requesterror: 4\tnode_clients\n'
        'requesterror{code: \terlang\n'
        'requests outstanding when connection from\tjava_services\n'
        'requests.clientdisconnect\tpython_servers\n'
        'requesttask:fail\tminiprogram\n'
        'requesttimeout: \ttrading\n'
        'requesttimetooskewed\tpython_web\n'
        'required cross origin resource sharing\tcrossorigin\n'
        'requires a valid client certificate\tpostgres\n'
        'requires authentication\trefusals\n'
        'requires authentication, but no authenticator\tdatabases\n'
        'requires network level authentication\tremote\n'
        'requires the use of a secure connection\tapple\n'
        'requires you to be logged in to\tnpm\n'
        'reqwest\trust'
    ),
    'res': (
        'reset\tgeneric\n'
        'reset before headers\tgateways\n'
        'reset by peer\tcommon\n'
        'reset without closing handshake\twebsocket_clients\n'
        'resolution\tgeneric\n'
        'resolv\tgeneric\n'
        'resolve call failed\tresolving\n'
        'resolver\tportuguese,spanish\n'
        'resolver.lifetimetimeout\tpython_web\n'
        'resource temporarily unavailable (\tdotnet\n'
        'resource temporarily unavailable (os error 11)\trust\n'
        'resource_locked - \tamqp,amqp\n'
        'respond\tgeneric\n'
        'respond with an expected sec-websocket-protocol\twebsocket_clients\n'
        'respond with sent protocols\tnode_clients\n'
        'responded with \thttp\n'
        'response code\thttp\n'
        'response code 407 from proxy\tcurl\n'
        'response code was not 101\twebsocket_clients\n'
        'response field missing: upgrade\twebsocket\n'
        'response for preflight \tcrossorigin\n'
        'response payload is not completed\tpython_web\n'
        'response protocol downgraded to http/1.1\tdotnet\n'
        'response status badgateway\tdotnet\n'
        'response status badrequest\tdotnet\n'
        'response status forbidden\tdotnet\n'
        'response status gatewaytimeout\tdotnet\n'
        'response status gone\tdotnet\n'
        'response status internalservererror\tdotnet\n'
        'response status is \thttp\n'
        'response status methodnotallowed\tdotnet\n'
        'response status notfound\tdotnet\n'
        'response status notimplemented\tdotnet\n'
        'response status proxyauthenticationrequired\tdotnet\n'
        'response status requesttimeout\tdotnet\n'
        'response status serviceunavailable\tdotnet\n'
        'response status toomanyrequests\tdotnet\n'
        'response status unauthorized\tdotnet\n'
        'response status upgraderequired\tdotnet\n'
        'response timeout while trying to fetch\tnpm\n'
        "response to preflight request doesn't pass\tcrossorigin\n"
        'response:\ttransfer\n'
        'responsecode: \tmail\n'
        'responseneverreceived\ttwisted\n'
        'responsestatus=\thttp\n'
        'resposta\tportuguese\n'
        'respuesta\tspanish\n'
        'restexception: http \tpython_web\n'
        'result_\tengines\n'
        'resulted in a `\tphp\n'
        'resulted in a network error response\tbrowsers'
    ),
    'ret': (
        'retransmission timeout reached on transmission\tmedia\n'
        "retriesexhaustedexception: can't get the location\tjava_services\n"
        'retrieve a connection from pool after\tpools\n'
        'retry time not reached for any host\tmail_clients\n'
        'retry timeout exceeded\tmail_clients\n'
        'retrying connect to server: \tjava_services\n'
        'return code is: \tbuilds\n'
        'return_code\tlibcurl\n'
        'returned a system error\tremote\n'
        'returned error: \thttp\n'
        'returned http \thttp'
    ),
    'rev': (
        'revocation check failed for host\talamofire'
    ),
    'rfb': (
        'rfb\tremote'
    ),
    'ric': (
        'richiesta multiorigine\tcrossorigin'
    ),
    'rif': (
        'rifiuto persistente del computer di destinazione\tnative'
    ),
    'ris': (
        'risolvere\titalian\n'
        'risposta\titalian\n'
        'risposta non corretta della parte connessa\tnative'
    ),
    'rod': (
        'rodzina adresów nie obsługiwana przez protokół\tnative'
    ),
    'rou': (
        'roura přerušena (sigpipe)\tnative'
    ),
    'roz': (
        'rozłącz\tpolish'
    ),
    'rpc': (
        'rpc error\tgrpc\n'
        'rpc failed\tcurl\n'
        'rpc response error \tbitcoin\n'
        'rpc server is unavailable\twindows\n'
        'rpc: \tmounts\n'
        'rpcexception: failed to invoke\tjava_remoting\n'
        'rpcexception: no provider available\tjava_remoting'
    ),
    'rsv': (
        'rsv is not implemented, yet\tpython_web'
    ),
    'rsy': (
        'rsync: \tssh'
    ),
    'rta': (
        'rta nan, lost 100%\tmonitoring'
    ),
    'rtm': (
        'rtmp\tmedia\n'
        'rtmp_connect0, failed to connect socket\tffmpeg\n'
        'rtmp_connect1, handshake failed\tffmpeg\n'
        'rtmp_readpacket, failed to read rtmp packet header\tffmpeg'
    ),
    'rts': (
        'rtsp\tmedia'
    ),
    'run': (
        'runtimeerror: session is closed\tpython_web'
    ),
    'rut': (
        'ruta de acceso de la red\tspanish'
    ),
    'rép': (
        'répondu convenablement au-delà d\tnative\n'
        'réponse\tfrench'
    ),
    'rés': (
        'résolu\tfrench\n'
        'résoudre\tfrench'
    ),
    'r‚p': (
        'r‚pondu convenablement au-del… d\tlegacy'
    ),
    'r�p': (
        'r�pondu convenablement au-del� d\tlegacy'
    ),
    's3 ': (
        's3 error: \taws'
    ),
    'sas': (
        'sasl\tchat\n'
        'sasl authentication error\tkafka\n'
        'sasl authentication error:\tlibrdkafka\n'
        'sasl authentication failed:\tlibrdkafka\n'
        'sasl authentication failure\tkafka\n'
        'sasl authentication failure: disconnected\tlibrdkafka\n'
        'saslauthenticationexception\tkafka'
    ),
    'say': (
        'says: [420 flood_wait\tpython_web'
    ),
    'sch': (
        'schannel\ttls\n'
        'scheduler is not running\tprinters\n'
        'scheduler not responding\tprinters'
    ),
    'scp': (
        'scp: connection closed\tssh'
    ),
    'se ': (
        'se agotó el tiempo de espera del intento de conexión\tsqlserver\n'
        'se ha forzado la interrupci¢n de una conexi¢n existente\tlegacy\n'
        'se ha forzado la interrupción de una conexión existente\tnative\n'
        'se ha forzado la interrupci�n de una conexi�n existente\tlegacy\n'
        'se ha perdido la conexión de red\tapple_words\n'
        'se perdió la conexión de red\tapple_words\n'
        'se permite un uso de cada direcci¢n de socket\tlegacy\n'
        'se permite un uso de cada dirección de socket\tnative\n'
        'se permite un uso de cada direcci�n de socket\tlegacy'
    ),
    'sea': (
        'seat reservation expired\trealtime'
    ),
    'sec': (
        'sec-websocket-accept is wrong\tembedded\n'
        'sec-websocket-accept not found\tworkerman\n'
        'sec-websocket-key not found\tworkerman\n'
        'sec_e_\ttls,windows\n'
        'sec_error\tbrowsers\n'
        'seconds of inactivity\ttransfer\n'
        'seconds to get a connection to [scrubbed]\tgateways\n'
        'secret_key does not match\tworkerman\n'
        'secure connection - tls required\tnats\n'
        'secure connection failed\tbrowsers\n'
        'secure connection not available\tnats\n'
        'secure connection required\tnats\n'
        'securechannelfailure\tdotnet'
    ),
    'see': (
        'see-other-host\tchat\n'
        'seems to be in use by another erlang node\terlang'
    ),
    'seg': (
        'seguridad ssl\tspanish'
    ),
    'sel': (
        'select() timeout\tembedded\n'
        'selecting a server using \tdotnet\n'
        'self_signed_cert\tnode'
    ),
    'sem': (
        'sem caminho para o anfitrião\tnative\n'
        'sem endereço associado ao nome de servidor\tnative\n'
        'sem espaço disponível no buffer\tnative\n'
        'sem internet\tportuguese\n'
        'semaphore timeout period has expired\twindows'
    ),
    'sen': (
        'send any data\tbrowsers\n'
        'send buffer full and drop package\tworkerman\n'
        'send error - \terlang\n'
        'send failure\tcurl\n'
        'sendbuffertoworker fail\tworkerman\n'
        'sending no_proposal_chosen\tvpn\n'
        'sending of password for user \tmail_clients\n'
        'sending of username did not succeed\tmail_clients\n'
        'sendmail\tmail\n'
        'sendtogateway\tworkerman\n'
        'senha\tportuguese\n'
        'sent an invalid response\tbrowsers\n'
        "sent ping but didn't receive pong within\twebsocket_clients"
    ),
    'seq': (
        'sequel::pooltimeout\tpools\n'
        'sequelizeconnectionacquiretimeouterror\tnode_stores'
    ),
    'ser': (
        'sertifika\tturkish\n'
        'server access denied\trefusals\n'
        'server access error: \tbuilds\n'
        'server beendete die verbindung unerwartet\tpostgres\n'
        'server broke connection\truby\n'
        "server can't find \tresolving\n"
        'server certificate not trusted\tmail,packages\n'
        'server certificate not verified\tmail\n'
        'server certificate verification failed\tgit\n'
        'server certificate verify failed\tvpn\n'
        'server close\tgeneric\n'
        'server closed connection without sending any data back\thttp\n'
        'server closed the connection\tredis\n'
        'server closed the connection unexpectedly\tpostgres\n'
        'server commonname mismatch\tmail_clients\n'
        'server conn crashed\tpostgres\n'
        'server did not complete the http/2 handshake\tdotnet\n'
        "server didn't accept the handshake: http/\tjava_services\n"
        'server disconnected\tpython\n'
        'server does not support encryption\tsqlserver\n'
        'server does not support secure connection\tnode_stores\n'
        'server does not support smtp auth\tmail_clients\n'
        'server does not support ssl\tpostgres\n'
        'server does not support ssl connections\tnode_stores\n'
        'server does not support ssl, but ssl was required\tpostgres\n'
        "server doesn't support auth\tmail_clients\n"
        'server error\thttp\n'
        'server gave http response\tgo\n'
        'server has closed the connection\tnode_stores\n'
        'server has failed and is disabled until timed retry\tphp\n'
        'server has gone away\tmysql\n'
        'server identity verification failed\tmysql\n'
        'server instance pool was destroyed\tnode_stores\n'
        'server ip address could not be found\tbrowsers\n'
        'server is not enabled for ssl\tdatabases\n'
        'server is not ready to accept requests\tdatabases\n'
        'server is online mode!\tgames\n'
        'server is unavailable or does not exist\tsqlserver\n'
        'server login failed: fatal\tpostgres\n'
        'server login has been failing\tpostgres\n'
        'server misbehaving\tgo\n'
        'server name not found in configuration files\tsqlserver\n'
        'server nepodporuje ssl\tpostgres\n'
        'server nicht\tgerman\n'
        'server only speaks http, not tls\tacme\n'
        'server poll timeout, \tvpn\n'
        'server reached maxclients setting\tgateways\n'
        'server reached maxrequestworkers setting\tgateways\n'
        'server redirected too many\tjava\n'
        'server refused connection (wrong security type\tremote\n'
        'server refused our key\tssh\n'
        'server refused tls connection\tpostgres\n'
        'server rejected handshake\trust\n'
        'server rejected the 1 private key\tssh\n'
        'server remoto\titalian\n'
        'server responded http\tdatabases\n'
        'server response was: \tmail\n'
        'server returned 4\tmedia\n'
        'server returned 4xx client error\tffmpeg\n'
        'server returned 5\tmedia\n'
        'server returned 5xx server error reply\tffmpeg\n'
        'server returned an error: (\tdotnet\n'
        'server returned code\tnpm\n'
        'server returned http status\tmonitoring\n'
        'server returned nothing (no headers, no data)\tlibcurl\n'
        'server selection\tmongodb\n'
        'server sent a subprotocol but none was requested\twebsocket\n'
        'server sent an invalid subprotocol\twebsocket\n'
        'server sent disconnect message\tssh\n'
        'server sent fin packet unexpectedly\tnode_clients\n'
        'server sent no subprotocol\twebsocket\n'
        'server tls handshake failed\tgateways\n'
        'server trust evaluation failed\talamofire\n'
        'server unexpectedly closed connection\tpython_services\n'
        'server wurde nicht gefunden\tgerman\n'
        "server's socket is not correctly configured)\tmysql\n"
        'server-error-\tprinters\n'
        'server-identität\tgerman\n'
        'server-sent frames must not be masked\tjava\n'
        'server: invalid session (try\tgames\n'
        'server_connect_timeout\tpostgres\n'
        'server_down\tdirectory\n'
        'serverantwort\tgerman\n'
        'serverdisconnected\tpython\n'
        'servererror: 5\tnode_clients\n'
        'serverfehler\tgerman\n'
        'serverfingerprintmismatch\tpython_web\n'
        'serverparseerror: \tbodies\n'
        'serverprotocolviolation\tdotnet\n'
        'servers available\tgeneric\n'
        'serverselectiontimeouterror\tmongodb\n'
        'serverselectiontimeouterror: connection closed\tmongodb\n'
        'servertimeout\tengines\n'
        'serveur\tfrench\n'
        'serveur distant\tfrench\n'
        'servfail\tgeneric\n'
        'service check timed out\tmonitoring\n'
        'service in fail-fast\tgateways\n'
        'service temporarily unavailable\thttp\n'
        'service unavailable\thttp\n'
        'service unavailable from a restricted location\ttrading\n'
        'service unhealthy (responded with\tcluster\n'
        'servidor\tportuguese,spanish\n'
        'servidor fechou a conexão inesperadamente\tpostgres\n'
        'servidor no\tspanish\n'
        'servidor não\tportuguese\n'
        'servidor remoto\tportuguese,spanish\n'
        'servname not supported for ai_socktype\tgo\n'
        'serwer\tpolish\n'
        'serwer nie obsługuje ssl\tpostgres\n'
        'serwer proxy odmawia połączeń\tproxy_pages\n'
        'serwer zamknął połączenie niespodziewanie\tpostgres'
    ),
    'ses': (
        'sesión\tspanish\n'
        'session a expir\tfrench\n'
        'session authentication server unavailable\tgames\n'
        'session closed with error code\tnode\n'
        'session closed. most likely the\tautomation\n'
        'session expired for\tdatabases\n'
        'session expiré\tfrench\n'
        'session id unknown\trealtime\n'
        'session open refused by peer\tssh\n'
        'session terminated by server\tpython_services\n'
        'session#\tphp\n'
        'sessione\titalian\n'
        'sessão\tportuguese'
    ),
    'set': (
        'set_fail_handler: \tcplusplus\n'
        'setting up the ssl connection\tpostgres\n'
        'settings blocked the loading of a resource\tpagerules'
    ),
    'sev': (
        'severed\tgeneric'
    ),
    'shu': (
        'shutdown enotconn\tnode'
    ),
    'sie': (
        'sieć jest niedostępna\tnative\n'
        'sieć jest wyłączona\tnative'
    ),
    'sig': (
        'signal is aborted without reason\tnode_clients\n'
        'signed by an unknown certificate authority\twinrm'
    ),
    'sim': (
        'simple bind failed\tdirectory'
    ),
    'sin': (
        'since server responded with http\tdatabases'
    ),
    'sip': (
        'sip\tmedia'
    ),
    'sis': (
        'sistemde çok fazla açık dosya var\tnative'
    ),
    'sit': (
        'sitzung\tgerman'
    ),
    'sla': (
        'slave device or server failure\tindustry'
    ),
    'slo': (
        'slow consumer detected\tnats\n'
        'slow/down or url or credentials invalid\tmining'
    ),
    'smb': (
        'smb\ttransfer'
    ),
    'smt': (
        'smtp\tmail\n'
        'smtp error: could not authenticate\tphp\n'
        'smtp server \tmail_clients\n'
        'smtp session failed: read error\tmail_clients\n'
        'smtp session failed: unable to open\tmail_clients\n'
        'smtp session failed: write error\tmail_clients\n'
        'smtpconnecterror: (\tpython_services\n'
        'smtpdataerror: (\tpython_services\n'
        'smtpexception: failure sending mail\tdotnet\n'
        'smtpnotsupportederror\tpython_services\n'
        'smtpsenderrefused: (\tpython_services'
    ),
    'sna': (
        'snap7\tindustry'
    ),
    'snm': (
        'snmpbulkwalk: timeout\tmonitoring\n'
        'snmpget: timeout\tmonitoring\n'
        'snmpset: timeout\tmonitoring\n'
        'snmpstatus: timeout\tmonitoring\n'
        'snmpwalk: timeout\tmonitoring'
    ),
    'so ': (
        'so the port used for this connection was closed\tvpn'
    ),
    'so_': (
        'so_error [\tapple'
    ),
    'soa': (
        "soap-error: parsing wsdl: couldn't load from\tphp"
    ),
    'soc': (
        "socket '/\tcommon\n"
        'socket /\tcommon\n'
        'socket closed abruptly during opening handshake\tamqp,node_stores\n'
        'socket closed unexpectedly\tredis\n'
        'socket error\tcommon\n'
        'socket error on client\tmqtt\n'
        'socket error processing request\tpython_servers\n'
        'socket error while fetching from\tmail_clients\n'
        'socket error: disconnected\tssh\n'
        'socket failed. has it been closed\tphp\n'
        'socket fehler\tgerman\n'
        'socket hang up\tnode\n'
        'socket hung up\tnode\n'
        'socket is already closed\tpython_web\n'
        'socket no message in first \tbitcoin\n'
        'socket operation timed out\tqt\n'
        'socket receive timeout: \tbitcoin\n'
        'socket sending timeout: \tbitcoin\n'
        'socket ssl wrapping error\tpython_services\n'
        'socket timeout\tmonitoring\n'
        'socket to "/\tcommon\n'
        "socket to '/\tcommon\n"
        'socket was closed remotely\tmining\n'
        'socket-fehler\tgerman\n'
        'socket.error: [errno 2]\tpython\n'
        'socket.herror\tpython\n'
        'socket.io\twebsocket\n'
        'socket.timeout\tpython\n'
        'socket: too many open files\tgo\n'
        'socket:fail\tminiprogram\n'
        'socketclosed (\tdotnet\n'
        'socketclosed on \tdotnet\n'
        'socketexception\tdotnet\n'
        'socketexception: invalid argument\tjava\n'
        'socketexception: socket closed\tjava\n'
        'socketexception: socket is closed\tjava\n'
        'socketexception: socks\tjava\n'
        'socketmessage:fail\tminiprogram\n'
        'sockettask:fail\tminiprogram\n'
        'sockettimeout\tjava,qt\n'
        'socks\toperations\n'
        'socks connection failed\tgateways\n'
        'socks proxy returned bad reply\tvpn\n'
        'socks version 5 protocol error\tqt\n'
        'socks4: client\tdotnet\n'
        'socks5 authentication failed\tnode_clients\n'
        'socks5 read error occurred\tgateways\n'
        'socks5 read timeout\tgateways\n'
        'socks5() connect to \tbitcoin\n'
        'socksclienterror\tnode_clients\n'
        'socksv5 command not supported\tqt'
    ),
    'sof': (
        'software caused connection abort\tcommon\n'
        'software license violation\tsoftether\n'
        'software způsobil ukončení spojení (abort)\tnative'
    ),
    'som': (
        'something happened while trying to contact the server\tpython_servers\n'
        'something is already running on port\tnode_clients\n'
        'something may be wrong with wordpress.org\tphp\n'
        'something wicked happened resolving\tpackages\n'
        'something wrong with the proxy server\tproxy_pages'
    ),
    'sor': (
        'sorry, you have been blocked\tblockpages'
    ),
    'sou': (
        'související se sítí nebo s instancí\tsqlserver'
    ),
    'spe': (
        'specified network name is no longer available\twindows\n'
        'specified virtual hub does not exist on the server\tsoftether\n'
        'specified virtual hub is currently stopped\tsoftether'
    ),
    'spo': (
        'spojen\tpolish\n'
        'spojení bylo příliš dlouho neaktivní\tnative\n'
        'spojení odmítnuto\tnative\n'
        'spojení se serverem\tmore_tongues\n'
        'spojení zrušeno druhou stranou\tnative'
    ),
    'spu': (
        'spurious network error\tbuilds'
    ),
    'sql': (
        'sql server did not return a response\tsqlserver\n'
        'sql server returned an incomplete response\tsqlserver\n'
        'sql1336n\tdatabases\n'
        'sql30081n\tdatabases\n'
        'sql30082n\tdatabases\n'
        'sqlstate\tmysql,postgres\n'
        'sqlstate[hy000] [2002]\tlegacy'
    ),
    'squ': (
        'squid/\tgateways'
    ),
    'srs': (
        'srsp - \tzigbee'
    ),
    'ssh': (
        'ssh protocol banner\tpython\n'
        'ssh session not active\tpython_web\n'
        'ssh: connect\tssh\n'
        'ssh: handshake failed: \tssh\n'
        'ssh: host key mismatch\tssh\n'
        'ssh: no common algorithm\tssh\n'
        'ssh: rejected: \tssh\n'
        'ssh: subsystem request failed\tssh\n'
        'ssh: unable to authenticate\tssh\n'
        'ssh_dispatch_run_fatal\tssh\n'
        'ssh_exchange_identification\tssh\n'
        'sshauthenticationfailed\truby\n'
        'sshconnectionaborted\truby\n'
        'sshconnectionrefused\truby\n'
        'sshconnectionreset\truby\n'
        'sshconnectiontimeout\truby\n'
        'sshdisconnected\truby\n'
        'sshexception: no existing session\tparamiko\n'
        'sshhostdown\truby\n'
        'sshnoroute\truby'
    ),
    'ssl': (
        'ssl\tgeneric\n'
        'ssl - \tembedded\n'
        'ssl a échoué\tfrench\n'
        'ssl başar\tturkish\n'
        'ssl certificate problem\tcurl\n'
        'ssl connect attempt failed\ttls\n'
        'ssl connect error\tcurl\n'
        'ssl connection has been closed unexpectedly\tpostgres\n'
        'ssl connection timeout\tcurl\n'
        'ssl error: -\tembedded\n'
        'ssl error: received early eof\trust\n'
        'ssl error: syscall failure\tgit\n'
        'ssl falhou\tportuguese\n'
        'ssl falló\tspanish\n'
        'ssl fehl\tgerman\n'
        'ssl hand shake\tminiprogram\n'
        'ssl handshake fail. \tworkerman\n'
        'ssl handshake failed\tkafka\n'
        'ssl handshake failed: \tmongodb\n'
        'ssl handshake failed: disconnected: connecting to a plaintext listener?\tlibrdkafka\n'
        'ssl handshake is taking longer than\tpython\n'
        'ssl hata\tturkish\n'
        'ssl mode is set to\tmongodb\n'
        'ssl module in python is not available\ttls\n'
        'ssl module is not available\ttls\n'
        'ssl negotiation failed\tscripting\n'
        'ssl operation failed with code\tphp\n'
        'ssl peer certificate or ssh remote key was not ok\tcurl,libcurl\n'
        'ssl peer certificate validation failed\tmongodb\n'
        'ssl provider: \tsqlserver\n'
        'ssl read: \ttls\n'
        'ssl recv\terlang\n'
        'ssl routines\ttls\n'
        'ssl send\terlang\n'
        'ssl server hostname verification failed\tcplusplus\n'
        'ssl server verification failed\tcplusplus\n'
        'ssl syscall error: connection reset\tpostgres\n'
        'ssl syscall error: eof detected\tpostgres\n'
        'ssl verification failed\ttls\n'
        'ssl write: \ttls\n'
        'ssl 錯\tchinese\n'
        'ssl 错\tchinese\n'
        'ssl 错误，无法建立\tapple_words\n'
        'ssl-fehler\tgerman\n'
        'ssl/tls handshake failure: \ttools\n'
        'ssl/tls 安全通道建立信任关系\tdotnet\n'
        'ssl/tls-handshake\tgerman\n'
        'ssl: \ttls\n'
        'ssl: connection reset by peer\tphp\n'
        'ssl: crypto enabling timeout\tphp\n'
        'ssl: handshake timed out\tphp\n'
        'ssl_client\tembedded\n'
        'ssl_connect returned=\truby\n'
        'ssl_connect syscall returned=\truby\n'
        'ssl_connect: \ttls\n'
        'ssl_connect_error\tlibcurl\n'
        'ssl_do_handshake() failed\tgateways\n'
        'ssl_error\tbrowsers,tls\n'
        'ssl_read: \ttls\n'
        'ssl_write: \ttls\n'
        'sslauthenticationexception\tkafka\n'
        'sslcertverificationerror\tpython\n'
        'ssleoferror\tpython\n'
        'sslerror.uncleanshutdown\tapple\n'
        'sslexception\tjava\n'
        'sslexception: connection closed by peer\tjava\n'
        'sslhandshake\tapple\n'
        'sslhandshakeexception\tjava\n'
        'sslhandshakefailed\tmongodb,qt\n'
        'sslpeerunverifiedexception\tjava\n'
        'sslsyscallerror\tpython\n'
        'sslv3\ttls\n'
        'sslzeroreturnerror\tpython\n'
        'sslエラーが起きた\tapple_words\n'
        'ssl错误\tapple_words'
    ),
    'ssm': (
        'ssmtp: cannot open \tmail_clients'
    ),
    'ssp': (
        'sspi\ttls'
    ),
    'sta': (
        'stale client connection - closing\tnats\n'
        'stale connection\tnats\n'
        'stanza\tchat\n'
        'starscream.httpupgradeerror error 0\tapple\n'
        'start error: port already used\tfrp\n'
        'start error: port not allowed\tfrp\n'
        'start error: port unavailable\tfrp\n'
        'start error: proxy [\tfrp\n'
        'start error: proxy name [\tfrp\n'
        'start error: router config conflict\tfrp\n'
        'start_send error: connection closed\trust\n'
        'start_ssl_client\tembedded\n'
        'starttls extension not supported\tmail\n'
        'status = statusinternalerror\tgo\n'
        'status = statuspolicyviolation\tgo\n'
        'status code\thttp\n'
        'status code 101 but was \twebsocket\n'
        'status code [badgateway\tdotnet\n'
        'status code [badrequest\tdotnet\n'
        'status code [forbidden\tdotnet\n'
        'status code [gatewaytimeout\tdotnet\n'
        'status code [gone\tdotnet\n'
        'status code [internalservererror\tdotnet\n'
        'status code [methodnotallowed\tdotnet\n'
        'status code [notfound\tdotnet\n'
        'status code [notimplemented\tdotnet\n'
        'status code [proxyauthenticationrequired\tdotnet\n'
        'status code [requesttimeout\tdotnet\n'
        'status code [serviceunavailable\tdotnet\n'
        'status code [toomanyrequests\tdotnet\n'
        'status code [unauthorized\tdotnet\n'
        'status code [upgraderequired\tdotnet\n'
        'status code not 101: \twebsocket_clients\n'
        'status code received from server: 200 (ok)\tgrpc\n'
        'status code: badgateway\tdotnet\n'
        'status code: badrequest\tdotnet\n'
        'status code: forbidden\tdotnet\n'
        'status code: gatewaytimeout\tdotnet\n'
        'status code: gone\tdotnet\n'
        'status code: internalservererror\tdotnet\n'
        'status code: methodnotallowed\tdotnet\n'
        'status code: notfound\tdotnet\n'
        'status code: notimplemented\tdotnet\n'
        'status code: proxyauthenticationrequired\tdotnet\n'
        'status code: requesttimeout\tdotnet\n'
        'status code: serviceunavailable\tdotnet\n'
        'status code: toomanyrequests\tdotnet\n'
        'status code: unauthorized\tdotnet\n'
        'status code: upgraderequired\tdotnet\n'
        'status noack\tzigbee\n'
        'status: \tethereum\n'
        'status: nxdomain\tresolving\n'
        'status: refused\tresolving\n'
        'status: servfail\tresolving\n'
        'status=\tethereum\n'
        'status_cant_\tengines\n'
        'statuscode\tgerman\n'
        'statuscode [badgateway\tdotnet\n'
        'statuscode [badrequest\tdotnet\n'
        'statuscode [forbidden\tdotnet\n'
        'statuscode [gatewaytimeout\tdotnet\n'
        'statuscode [gone\tdotnet\n'
        'statuscode [internalservererror\tdotnet\n'
        'statuscode [methodnotallowed\tdotnet\n'
        'statuscode [notfound\tdotnet\n'
        'statuscode [notimplemented\tdotnet\n'
        'statuscode [proxyauthenticationrequired\tdotnet\n'
        'statuscode [requesttimeout\tdotnet\n'
        'statuscode [serviceunavailable\tdotnet\n'
        'statuscode [toomanyrequests\tdotnet\n'
        'statuscode [unauthorized\tdotnet\n'
        'statuscode [upgraderequired\tdotnet\n'
        'statuscode.\tgrpc\n'
        'statuscode: badgateway\tdotnet\n'
        'statuscode: badrequest\tdotnet\n'
        'statuscode: forbidden\tdotnet\n'
        'statuscode: gatewaytimeout\tdotnet\n'
        'statuscode: gone\tdotnet\n'
        'statuscode: internalservererror\tdotnet\n'
        'statuscode: methodnotallowed\tdotnet\n'
        'statuscode: notfound\tdotnet\n'
        'statuscode: notimplemented\tdotnet\n'
        'statuscode: proxyauthenticationrequired\tdotnet\n'
        'statuscode: requesttimeout\tdotnet\n'
        'statuscode: serviceunavailable\tdotnet\n'
        'statuscode: toomanyrequests\tdotnet\n'
        'statuscode: unauthorized\tdotnet\n'
        'statuscode: upgraderequired\tdotnet\n'
        'statuscodeerror\thttp\n'
        'statuscodeerror(\trust\n'
        'statustext\thttp'
    ),
    'std': (
        'stdio forwarding failed\tssh'
    ),
    'sto': (
        'stomp.exception.notconnected\tpython_services\n'
        'stopped after 10 redirects\tgo_words'
    ),
    'str': (
        'stratum auth failed\tmining\n'
        'stratum authentication failed\tmining\n'
        'stratum connection interrupted\tmining\n'
        'stratum connection to \tmining\n'
        'stratum subscribe timed out\tmining\n'
        'stratum_recv_line failed\tmining\n'
        'stratum_recv_line failed to parse\tmining\n'
        'stratum_send_line failed\tmining\n'
        'stratum_subscribe send failed\tmining\n'
        'stratum_subscribe timed out\tmining\n'
        'stream closed because of a broken pipe\trust\n'
        'stream closed with error code nghttp2_\tnode\n'
        'stream error\tchat\n'
        'stream error in the http/2 framing layer\tlibcurl\n'
        'stream errored (\trealtime\n'
        'stream errored (conflict)\trealtime\n'
        'stream errored out\trealtime\n'
        'stream has been aborted\tnode_clients\n'
        "stream isn't writeable and enableofflinequeue\tnode_stores\n"
        'stream processing out of sync\tsqlserver\n'
        'stream refused by server\tnode_clients\n'
        'stream terminated by rst_stream with error code\tgrpc\n'
        'stream truncated\twebsocket_clients\n'
        'stream was reset: protocol_error\tjava\n'
        'stream-error\tchat\n'
        'stream:error\tchat\n'
        'stream_socket_client\tphp\n'
        'stream_socket_server\toperations\n'
        'streamclosederror\tpython_web\n'
        'streamlosterror\tpython_web\n'
        'streamresetexception: stream was reset\tjava\n'
        'streams cannot be created after receiving a goaway\tnode\n'
        'strophe connfail\tchat'
    ),
    'stu': (
        'stun \tmedia'
    ),
    'sua': (
        'sua conexão não é particular\terror_pages'
    ),
    'sub': (
        'subscriptionrequeststhrottled\tazure\n'
        'subsystem request failed on channel\tssh'
    ),
    'suc': (
        'successful http response from `\tbuilds\n'
        'sucuri website firewall\tblockpages'
    ),
    'sun': (
        'sunucu\tturkish\n'
        'sunucu bağlantıyı beklenmedik\tpostgres\n'
        'sunucu ssl desteklemiyor\tpostgres\n'
        'sunucuya bağlanılamadı\tpostgres'
    ),
    'sup': (
        'supplied credential is invalid\tdirectory\n'
        'support for password authentication was removed\tgit'
    ),
    'svn': (
        'svn: e170001: \tgit\n'
        'svn: e175009: \tgit\n'
        'svn: e175011: \tgit\n'
        'svn: e175013: \tgit\n'
        'svn: e175015: \tgit\n'
        'svn: e210007: \tgit\n'
        'svn: e215004: \tgit'
    ),
    'syn': (
        'syntax error in imap server greeting\tdotnet'
    ),
    'sys': (
        'syscallerror\ttwisted\n'
        'system error \twindows\n'
        'system library:\ttls\n'
        'system-shutdown\tchat\n'
        'system.objectdisposedexception\tdotnet'
    ),
    'síť': (
        'síť není dostupná\tnative\n'
        'síťování je mimo provoz\tnative'
    ),
    'ta ': (
        'ta nazwa lub usługa jest nieznana\tnative'
    ),
    'tag': (
        "tag: 'failure'\trealtime"
    ),
    'tak': (
        'taken\tgeneric'
    ),
    'tar': (
        'tardó demasiado\tspanish\n'
        'tardó demasiado en responder\terror_pages\n'
        'target device is offline\tremote\n'
        'target disconnected.: connection reset\tvirtual\n'
        'target machine has actively\twindows\n'
        'target.failedhealthchecks\tedges\n'
        'target.responsecodemismatch\tedges\n'
        'target.timeout\tedges'
    ),
    'tas': (
        'taskcanceledexception\tdotnet'
    ),
    'tcp': (
        'tcp : \tindustry\n'
        'tcp connect error\trust\n'
        'tcp connect to (\tdotnet\n'
        'tcp connect: \terlang\n'
        'tcp connection to device failed\tparamiko\n'
        'tcp provider: error code 0x\tpython_services\n'
        'tcp read failed\tnode_clients\n'
        'tcp recv\terlang\n'
        'tcp send\terlang\n'
        'tcp write failed\tnode_clients\n'
        'tcp/ip connections on port\tpostgres\n'
        'tcp/tls connect failure\tmqtt\n'
        'tcp_disconnected\tmqtt\n'
        'tcpchk got an empty response\tgateways\n'
        'tcptestsucceeded\twindows'
    ),
    'te ': (
        'te veel open bestanden\tnative\n'
        'te veel open bestanden in systeem\tnative'
    ),
    'tel': (
        'telegramunauthorizederror\tpython_web\n'
        'telnet:\ttools'
    ),
    'tem': (
        'tempo de espera\tportuguese\n'
        'tempo esgotado para conexão\tnative\n'
        'tempo limite\tportuguese\n'
        'tempo limite de conexão expirado\tsqlserver\n'
        'tempo scaduto\titalian\n'
        'temporary error (try again later)\tpackages\n'
        'temporary failure resolving\tpackages\n'
        'temporärer fehler bei der namensauflösung\tnative'
    ),
    'ten': (
        'tentée sur un hôte impossible à atteindre\tnative\n'
        'tentée sur un réseau impossible à atteindre\tnative\n'
        'tent‚e sur un h“te impossible … atteindre\tlegacy\n'
        'tent‚e sur un r‚seau impossible … atteindre\tlegacy\n'
        'tent�e sur un h�te impossible � atteindre\tlegacy\n'
        'tent�e sur un r�seau impossible � atteindre\tlegacy'
    ),
    'ter': (
        'terhubung\tmore_tongues\n'
        'terminated\tgeneric\n'
        'terminated by other getupdates request\tpython_web\n'
        'terminated due to connection timeout\tnode_stores\n'
        'terminated during authentication\tkafka\n'
        'terminating connection\tpostgres'
    ),
    'tf3': (
        'tf30063: \tgit\n'
        'tf31002: \tgit'
    ),
    'tf4': (
        'tf400324: \tgit\n'
        'tf400813: \tgit\n'
        'tf401019: \tgit'
    ),
    'tha': (
        'that is not "text/event-stream"\tbrowsers\n'
        'that port is already in use\tpython\n'
        'that the postmaster is accepting tcp/ip\tpostgres'
    ),
    'the': (
        'the access key id you provided does not exist\tdotnet\n'
        'the address is not available\tqt\n'
        'the address is protected\tqt\n'
        'the certificate for this server is invalid\tapple\n'
        "the certificate of '\ttools\n"
        'the certificate of ‘\ttools\n'
        "the certificate's owner does not match hostname\ttools\n"
        'the cgi application did not return a valid set of http\tiis\n'
        'the channel is closing down or has closed down\tcluster\n'
        'the client connection is closing\tcluster\n'
        'the client id is already in use\ttrading\n'
        'the computer able to access the url\tnpm\n'
        'the connection attempt failed\tpostgres\n'
        'the connection to redis is closed\terlang\n'
        'the connection to the server\toperations\n'
        'the connection to the server failed\tmail_clients\n'
        'the connection to the server was unsuccessful\tbrowsers\n'
        'the cypress app could not be downloaded\tautomation\n'
        'the database system is in recovery\tpostgres\n'
        'the database system is not yet accepting\tpostgres\n'
        'the database system is shutting down\tpostgres\n'
        'the database system is starting up\tpostgres\n'
        'the host name did not match any of the valid hosts\tqt\n'
        'the http request timed out after\tcluster\n'
        'the http response from the server [\twebsocket_clients\n'
        'the http response was malformed or connection to the instance had an error\thosting\n'
        'the http server sent an invalid \tpackages\n'
        'the i/o operation has been aborted\twinrm\n'
        'the issuer certificate of a locally looked up certificate could not be found\tqt\n'
        'the last packet successfully received from the server was\tjava_services\n'
        'the logon attempt failed\tremote\n'
        'the mail server responded: \tmail_clients\n'
        'the mail server sent an incorrect greeting\tmail_clients\n'
        'the media could not be loaded, either because\tplayers\n'
        'the name of the remote access server did not resolve\tvpn\n'
        'the network connection was lost\tapple\n'
        'the network path was not found\twindows\n'
        'the opening handshake timed out\twebsocket_native\n'
        'the operation is insecure\tpagerules\n'
        'the operation was aborted due to timeout\tnode\n'
        'the operation was canceled\tdotnet\n'
        'the postgresql server has rejected the ssl\tpostgres\n'
        'the proxy server is refusing connections\tproxy_pages\n'
        'the remote certificate is invalid\tdotnet\n'
        'the remote certificate was rejected\tdotnet\n'
        'the remote host closed the connection\tqt\n'
        'the remote name could not be resolved\tdotnet\n'
        'the remote party sent a tls alert\tdotnet\n'
        'the remote server failed to provide the requested resource\tnpm\n'
        'the request could not be satisfied\tedges\n'
        'the request failed without a response\tautomation\n'
        'the request is blocked. reference: \tblockpages\n'
        'the request timed out.\tapple_words\n'
        'the request was aborted: the connection was closed\tdotnet\n'
        'the request was aborted: the request was canceled\tdotnet\n'
        'the request was canceled due to the configured httpclient.timeout\tdotnet\n'
        'the requested url could not be retrieved\tgateways\n'
        'the requested url was rejected. please consult\tblockpages\n'
        'the resolution lifetime expired\tpython_services\n'
        'the response ended prematurely\tdotnet\n'
        'the root ca certificate is not trusted for this purpose\tqt\n'
        'the server aborted pending request\tnode_clients\n'
        'the server could not find the requested resource\tcluster\n'
        'the server does not support authentication\tmail_clients\n'
        'the server does not support ssl\tpostgres\n'
        'the server does not support tls\tmail_clients\n'
        'the server is full!\tgames\n'
        'the server is overloaded\tpython_web\n'
        'the server name or address could not be resolved\tscripting\n'
        'the server responded with status\truby\n'
        'the server sent a truncated http response body\tgit\n'
        'the server sent an empty reply\tmail_clients\n'
        'the server sent an invalid reply\tmail_clients\n'
        'the server unexpectedly closed the connection\tgit\n'
        'the server was not found or was not accessible\tsqlserver\n'
        'the socket connection was aborted. this could be caused\tdotnet\n'
        'the socket connection was closed unexpectedly\tnpm\n'
        'the socket has been shut down\tdotnet\n'
        'the socket was closed due to a timeout\twebsocket_native\n'
        'the socks server failed to\tdotnet\n'
        'the specified cgi application encountered an error\tiis\n'
        'the specified network password is not correct\ttransfer\n'
        'the ssl certificate error\thttp\n'
        'the ssl connection could not be established\tdotnet\n'
        'the status line is: http/\twebsocket_clients\n'
        'the tcp/ip connection to the host\tsqlserver\n'
        'the timeout specified has expired\ttools\n'
        'the timeout specified has expired: \tgateways\n'
        'the tls/ssl connection has been closed\tqt\n'
        'the token you are using is invalid\thosting\n'
        'the upstream server is currently unavailable\tapi_gateways\n'
        'the upstream server is timing out\tapi_gateways\n'
        'the url must start with http\tmalformed\n'
        'the user aborted a request\tnode_clients\n'
        'the user name and password combination you provided is not recognized\tvpn\n'
        'the user name or password is incorrect\twinrm\n'
        'the websocket handshake \twebsocket_clients\n'
        'the websocket stream was gracefully closed\twebsocket_clients\n'
        'there was a bad response from the server\tapple\n'
        'there was an authentication failure\tdotnet\n'
        'there was an error with the transport\trealtime\n'
        'there was no endpoint listening at \tdotnet\n'
        'they do not possess a common algorithm\tdotnet'
    ),
    'thi': (
        'this cache will not forward your request\tgateways\n'
        'this is not a http port\tdatabases\n'
        'this is not an http port\tdatabases\n'
        'this server has mods that require\tgames\n'
        'this service allows sftp connections only\tssh\n'
        'this user requires clear text authentication\tmysql\n'
        'this user requires old password\tmysql\n'
        'this web app is stopped\thosting'
    ),
    'thr': (
        'thread pool is exhausted! thread name\tjava_services\n'
        'through socket\tmysql'
    ),
    'tic': (
        'tic read status\tapple\n'
        'tic ssl trust error\tapple\n'
        'tic tcp conn failed\tapple'
    ),
    'tie': (
        'tiempo\tspanish\n'
        'tiempo de espera\tspanish\n'
        'tiempo de espera de la operación de espera\tsqlserver\n'
        'tiempo límite\tspanish'
    ),
    'tij': (
        'tijdelijk probleem in naamsherleiding\tnative'
    ),
    'til': (
        'tilkobling\tmore_tongues'
    ),
    'tim': (
        'time out\tgeneric\n'
        'time-out\tgeneric\n'
        'time-out bij\tmore_tongues\n'
        'timed out\tcommon,curl,generic,python,ssh\n'
        'timed out fetching a new connection from the\tnode_stores\n'
        'timed out fetching a new connection from the connection pool\tpools\n'
        'timed out receiving message from renderer\tautomation\n'
        'timed out trying to establish connection\tdatabases\n'
        'timed out waiting for a node assignment\tkafka\n'
        'timed out waiting for a response from the server (32000)\tjava_services\n'
        'timed out waiting for client connection in state: connecting\tjava_services\n'
        'timed out waiting for reply from\tcluster\n'
        'timed out waiting ssl\twebsocket_native\n'
        'timed out waiting to send the call\tkafka\n'
        'timed out while receiving the initial server greeting\tmail\n'
        'timed out while waiting for handshake\tnode\n'
        'timed out while waiting for the machine to boot\truby\n'
        'timed_out\tgeneric\n'
        'timedout\tgeneric,rust\n'
        'timeout\tgeneric,italian\n'
        'timeout acquiring a connection\tpools\n'
        'timeout after connect (\tacme\n'
        'timeout awaiting\tnode\n'
        'timeout before auth\tssh\n'
        'timeout before authentication for\tssh\n'
        'timeout connecting to server\tredis\n'
        "timeout dell'operazione di attesa\tsqlserver\n"
        'timeout detected. (control connection)\ttransfer\n'
        'timeout detected. (data connection)\ttransfer\n'
        'timeout di connessione scaduto\tsqlserver\n'
        'timeout downloading block \tbitcoin\n'
        'timeout downloading item\tgames\n'
        'timeout during connect (\tacme\n'
        'timeout during read (\tacme\n'
        'timeout during server version negotiating\truby,ssh\n'
        'timeout exceeded when accessing\tpackages\n'
        'timeout exceeded when trying to connect\tnode_stores\n'
        'timeout expired before the position for partition\tkafka\n'
        'timeout expired while fetching topic metadata\tkafka\n'
        'timeout fetching \tpython\n'
        'timeout für\tgerman\n'
        'timeout occurred while waiting for network connectivity\tcluster\n'
        'timeout of \tnode\n'
        'timeout opening channel\tparamiko\n'
        'timeout or no response waiting for\tnats\n'
        'timeout performing \tdotnet\n'
        'timeout reached before the port went into state\tscripting\n'
        'timeout waiting for daemon connection\tssh\n'
        'timeout waiting for idle object\tpools\n'
        'timeout waiting for ssh\tssh\n'
        'timeout waiting for winrm\tssh\n'
        'timeout was reached\tcurl,libcurl\n'
        'timeout while contacting dns servers\tresolving\n'
        'timeout while contacting dns servers]\tgrpc\n'
        'timeout while waiting for packet of type\tdotnet\n'
        'timeout, no connection available\tcplusplus\n'
        'timeout.readtimeoutexception\tjava\n'
        'timeout.writetimeoutexception\tjava\n'
        'timeout: failed to connect service\tcluster\n'
        'timeout: handshake did not complete in time\tgo\n'
        'timeout: health rpc did not complete within\tcluster\n'
        'timeout: no answer from peer\tmonitoring\n'
        'timeout: no recent network activity\tgo,vpn\n'
        'timeout: no response from \tmonitoring\n'
        'timeout: pool empty.\tpools\n'
        'timeoutdisconnect\tgames\n'
        'timeouterror\tpython\n'
        'timeouterror: signal timed out\tnode_clients\n'
        'timeoutexception: the operation has timed out\tdotnet'
    ),
    'tls': (
        'tls\tgeneric\n'
        'tls client detected on non-tls\tamqp\n'
        'tls connection init failed: \trust\n'
        'tls connection init failed: connection reset\trust\n'
        'tls connection init failed: unexpected end of file\trust\n'
        'tls connection was non-properly terminated\ttls\n'
        'tls error: \tvpn\n'
        'tls handshake eof\ttls\n'
        'tls handshake timeout\tgo\n'
        'tls initialization failed\tqt\n'
        'tls is not registered\tmonitoring\n'
        'tls is required, but was not offered\tmail\n'
        'tls key negotiation failed to occur\tvpn\n'
        'tls object -> incoming plaintext read error\tvpn\n'
        'tls short read\twebsocket_native\n'
        'tls support is not available\ttls\n'
        'tls support not compiled in\trust\n'
        'tls verification failed\ttls\n'
        'tls-crypt unwrap error\tvpn\n'
        'tls/ssl connection has been closed (eof)\tpython\n'
        'tls/ssl failure for \tphp\n'
        'tls: \tgo\n'
        "tls: can't connect\tdirectory\n"
        "tls: client didn't provide a certificate\tgo_words\n"
        'tls: client offered only unsupported versions\tgo_words\n'
        'tls: hostname\tdirectory\n'
        'tls: no cipher suite supported\tgo_words\n'
        'tls: oversized record received\tgo_words\n'
        'tls: peer cert\tdirectory\n'
        'tls: received unexpected handshake message\tgo_words\n'
        "tls: server's certificate contains an unsupported\tgo_words\n"
        'tls: unexpected message\tgo_words\n'
        'tls: unsupported certificate\tgo_words\n'
        'tls_alert\terlang\n'
        'tls_error: bio read\tvpn\n'
        'tls_failed\terlang\n'
        'tlsfatalalertreceived\tjava\n'
        'tlsv1\ttls'
    ),
    'tns': (
        'tns-1\toracle\n'
        'tns:\toracle'
    ),
    'to ': (
        'to a peer speaking protocol version\tbitcoin\n'
        'to close after keep-alive timeout\tdatabases\n'
        "to confirm you're not a bot\tmedia\n"
        'to confirm you’re not a bot\tmedia\n'
        'to create an enet client host\tgames\n'
        'to fetch\tgeneric\n'
        'to start the connection\twebsocket'
    ),
    'to_': (
        'to_address\terlang'
    ),
    'toe': (
        'toegang geweigerd\tnative'
    ),
    'tok': (
        "token in login doesn't match\tfrp"
    ),
    'too': (
        'too long\tgeneric\n'
        'too many\tgeneric\n'
        'too many authentication failures\tremote,ssh\n'
        'too many clients\tpostgres\n'
        'too many colons in address\tmalformed\n'
        'too many connection resets\truby\n'
        'too many connections\tmysql\n'
        'too many connections for database\tpostgres\n'
        'too many connections for role\tpostgres\n'
        'too many consecutive timeouts, printer\tprinters\n'
        'too many heartbeats missed\tpython_services\n'
        'too many login attempts\tmail\n'
        'too many open files\tcommon\n'
        'too many pending pings\tnats\n'
        'too many publishes in progress\tmqtt\n'
        'too many requests\thttp\n'
        'too many retries waiting for ssh to be available\tcluster\n'
        'too many security failures\tremote\n'
        'too many users have viewed or downloaded\tpython_web\n'
        'too much request weight used\ttrading\n'
        'too old connection (\tcurl\n'
        'took too long to log in\tgames\n'
        'took too long to respond\tbrowsers\n'
        'toomanyredirects\tpython_web\n'
        'toomanyrequests: \thttp'
    ),
    'top': (
        'topic authorization failed\tkafka\n'
        'topology\tmongodb\n'
        'topology is closed\tnode_stores\n'
        'topology was destroyed\tnode_stores'
    ),
    'tor': (
        'torrent not registered with this tracker\ttransfer'
    ),
    'tra': (
        'tracker gave an error\ttransfer\n'
        'transactional id authorization failed\tkafka\n'
        'transfer closed with outstanding \tcurl\n'
        'transfer failed - retry\tdynamic_dns\n'
        'transferred a partial file\tlibcurl\n'
        'transport close\trealtime\n'
        'transport endpoint\tdirectory\n'
        'transport error\twebsocket\n'
        'transport errored\tnode_clients\n'
        'transport indicated eof\tamqp\n'
        'transport is closing\tgrpc\n'
        'transport=websocket\trealtime'
    ),
    'tri': (
        'tried to download(\tnpm\n'
        'tried to join with an invalid session\tgames\n'
        'triggered by internal client error: protocol error\tnode_clients\n'
        'trio.\tpython_web'
    ),
    'tro': (
        'trop de fichiers ouverts\tnative\n'
        'trop de fichiers ouverts dans le système\tnative\n'
        'troppi file aperti\tnative\n'
        'troppi file aperti nel sistema\tnative\n'
        'trouble connecting\tgeneric\n'
        'trouble with your network connection\tnpm,tools'
    ),
    'tru': (
        'truncated\tgeneric\n'
        'trust evaluation failed\tapple\n'
        'trust the certificate provided by the destination server\tsoftether\n'
        'trustfailure\tdotnet'
    ),
    'try': (
        'trying again (attempt #\tmedia\n'
        'trying to connect an http1.x server\tgrpc\n'
        'trying to locate the file on the hub\tpython_web\n'
        'trying to locate the files on the hub\tpython_web\n'
        'trying to reach a socket.io server in v\trealtime\n'
        'trying to trigger response from printer\tprinters'
    ),
    'tso': (
        'tsocket read 0 bytes\tpython_services\n'
        'tsocket: timed out reading\tpython_services'
    ),
    'tub': (
        'tubería rota\tnative'
    ),
    'tun': (
        'tunnel connection failed\tpython\n'
        'tunnel could not be established by the proxy\tpython_web\n'
        'tunneling socket could not be established\tnode'
    ),
    'tur': (
        'turn \tmedia\n'
        'turnserver\tmedia'
    ),
    'tut': (
        'tut mir leid, schon zu viele verbindungen\tpostgres'
    ),
    'tyl': (
        'tylko jedno użycie każdego adresu gniazda\tnative'
    ),
    'typ': (
        'typeerror: cancelled\tbrowsers\n'
        'typeerror: load failed\tbrowsers'
    ),
    'tér': (
        'término de conexão causada por software\tnative'
    ),
    'tör': (
        'törött adatcsatorna\tnative'
    ),
    'túl': (
        'túl sok nyitott fájl\tnative\n'
        'túl sok nyitott fájl a rendszerben\tnative'
    ),
    'tún': (
        'túnel quebrado\tnative'
    ),
    'tří': (
        'třída adres není podporována protokolem\tnative'
    ),
    'un ': (
        'un error de ssl y no\tapple_words\n'
        'un problema con el servidor proxy\tproxy_pages\n'
        'un problème avec le serveur proxy\tproxy_pages\n'
        'un solo utilizzo di ogni indirizzo di socket\tnative'
    ),
    'una': (
        'unable\tgeneric\n'
        'unable to access index for repository\tscripting\n'
        'unable to acquire connection! \tpools\n'
        'unable to authenticate\trefusals\n'
        'unable to authenticate user\tdatabases\n'
        'unable to complete ssl connection\tdotnet\n'
        'unable to complete ssl/tls handshake\tphp\n'
        'unable to complete the operation against any hosts\tdatabases\n'
        'unable to connect (lookup error\tmqtt\n'
        'unable to connect to\tcurl\n'
        'unable to connect to \tlegacy,php\n'
        'unable to connect to a repository at url\tgit\n'
        'unable to connect to any servers\tdatabases\n'
        'unable to connect to podman\tcluster\n'
        'unable to connect to port\tpython\n'
        'unable to connect to proxy\tpython\n'
        'unable to connect to server (32103)\tjava_services\n'
        'unable to connect to the remote server\tdotnet\n'
        'unable to connect to the server: net/http: tls handshake timeout\toperations\n'
        'unable to connect to your instance\tedges\n'
        'unable to connect to zookeeper server within timeout\tjava_services\n'
        'unable to contact snap store\tpackages\n'
        'unable to determine ip address\tdynamic_dns\n'
        'unable to determine your ip address\tdynamic_dns\n'
        'unable to establish connection with cloudflare edge\tvpn\n'
        'unable to establish ssl connection\ttools\n'
        'unable to establish the vpn connection\tvpn\n'
        'unable to exchange encryption keys\tssh\n'
        'unable to fetch some archives\tpackages\n'
        'unable to find suitable address\tmounts\n'
        'unable to find the proxy server\tproxy_pages\n'
        'unable to find the server at\tpython_web\n'
        'unable to init ssl context\tqt\n'
        'unable to initialize security context. ensure the user\tmongodb\n'
        'unable to load script. make sure\tnode_clients\n'
        'unable to load the service index for source\tdotnet\n'
        'unable to locate peer certificate cn\tphp\n'
        'unable to locate printer\tprinters\n'
        'unable to login to steam: \tgames\n'
        'unable to logon to steam: \tgames\n'
        'unable to negotiate key exchange for \tssh\n'
        'unable to negotiate protocol: client supports\tcluster\n'
        'unable to parse status code returned by the server\tdotnet\n'
        'unable to perform an operation on node\terlang\n'
        'unable to provide a connection within the timeout\terlang\n'
        'unable to reach the origin service\tvpn\n'
        'unable to read beyond the end of the stream\tdotnet\n'
        'unable to read data from the transport connection\tdotnet\n'
        'unable to receive message from renderer\tautomation\n'
        'unable to resolve host \tresolving\n'
        'unable to resolve host address\ttools\n'
        'unable to retrieve routing information\tdatabases\n'
        'unable to retrieve version information from elasticsearch\tdatabases\n'
        'unable to revive connection\tdatabases\n'
        'unable to revive connection: \tnode_stores\n'
        'unable to select [4]\tphp\n'
        'unable to start the sftp session, error: eof\tssh\n'
        'unable to start tls\tdirectory\n'
        'unable to tunnel through proxy\tjava\n'
        'unable to update registry `\tbuilds\n'
        'unable to upgrade connection: \tcluster\n'
        'unable to validate user from\tdatabases\n'
        'unable to verify the docker daemon is listening\tcluster\n'
        'unable to verify tls peer\tcluster\n'
        'unable_to_\tnode\n'
        'unable_to_decrypt_cert\tnode\n'
        'unable_to_get_crl\tnode\n'
        'unabletoconnect on \tdotnet\n'
        'unabletoresolvephysicalconnection on \tdotnet\n'
        'unacceptablestatuscode\tapple\n'
        'unambiguoustimeoutexception\tdatabases\n'
        'unauthenticated worker\tmining\n'
        'unauthori\tgeneric\n'
        'unauthorized\trefusals\n'
        'unauthorized: \tcluster\n'
        'unauthorized: authentication required\thttp\n'
        'unauthorized: invalid tunnel secret\tvpn\n'
        'unavailable\tgrpc'
    ),
    'unb': (
        'unbekannter host\tgerman'
    ),
    'und': (
        'und_err\tnode\n'
        'underlying transport error\twebsocket_clients,websocket_native'
    ),
    'une': (
        'une erreur ssl s’est produite\tapple_words\n'
        'une requête multiorigine\tcrossorigin\n'
        'une seule utilisation de chaque adresse de socket\tnative\n'
        'unencrypted\tgeneric\n'
        'unetconnection::tick: connection timed out\tgames\n'
        'unexpected\tgeneric\n'
        'unexpected char at the end of status code\tgo_words\n'
        "unexpected character ('<' (code 60))\tbodies\n"
        'unexpected connection_lost() call\tpython,python\n'
        'unexpected content type: text/\tmcp\n'
        'unexpected disconnect while reading sideband\tgit\n'
        'unexpected end of file from server\tjava\n'
        'unexpected end of stream on\tjava\n'
        'unexpected eof\tgo\n'
        'unexpected eof on client connection\tpostgres\n'
        'unexpected eof on standby connection\tpostgres\n'
        'unexpected eof while reading\ttls\n'
        'unexpected handshake request with client mechanism\tkafka\n'
        'unexpected http response status code\twebsocket_clients\n'
        'unexpected line while connecting: \tnats\n'
        'unexpected message\ttls\n'
        'unexpected packet from server\tdatabases\n'
        'unexpected payload from device\tpython_servers\n'
        'unexpected protocol header\tamqp\n'
        'unexpected response code\twebsocket\n'
        'unexpected response code for connect: \tjava\n'
        'unexpected response code: \thashicorp\n'
        'unexpected response from login query\tpostgres\n'
        'unexpected response from server\twebsocket\n'
        'unexpected response: \tpython_web\n'
        'unexpected return value from ssl handshake\tgit\n'
        'unexpected server response\twebsocket\n'
        'unexpected status\thttp\n'
        'unexpected status code 4\twebsocket\n'
        'unexpected token \'<\', "\tbodies\n'
        'unexpected token < in json\tbodies\n'
        "unexpected token at '<\tbodies\n"
        'unexpected_frame - \tamqp\n'
        'unexpectedly closed network connection\tssh\n'
        'unexpectedly closed the connection\tbrowsers\n'
        'unexpectedly dropped the connection\tbrowsers'
    ),
    'unh': (
        'unhandled "error" event. ([object object])\tnode_clients\n'
        'unhealthythreshold number of health checks\tedges'
    ),
    'uni': (
        'unix connect failed: no such file or directory\tcluster\n'
        'unix socket \tpython\n'
        'unix:/\tcommon'
    ),
    'unk': (
        'unknown access token\trefusals\n'
        'unknown api key\trefusals\n'
        'unknown auth token\trefusals\n'
        'unknown authentication\trefusals\n'
        'unknown content-type received\tnode_clients\n'
        'unknown credentials\trefusals\n'
        'unknown error http failure response\tnode\n'
        'unknown host\tgeneric,tools\n'
        'unknown login\trefusals\n'
        'unknown packet \tdatabases\n'
        'unknown password\trefusals\n'
        'unknown protocol\ttls\n'
        'unknown resp type\tredis\n'
        'unknown response prefix: \tphp\n'
        "unknown server host '\tmysql\n"
        'unknown ssl protocol\tcurl\n'
        'unknown tls error. \tmining\n'
        'unknown url type: \tmalformed\n'
        'unknown user name\trefusals\n'
        'unknown user/password\trefusals\n'
        'unknown username\trefusals\n'
        'unknown: channel closed\tjava_services\n'
        'unknown: stream removed\tnode_clients\n'
        'unknownhost\tgeneric,java'
    ),
    'unr': (
        'unreachable\tgeneric\n'
        'unreachable host\tdotnet\n'
        'unreachable network\tdotnet\n'
        'unrecognized frame opcode\tbrowsers\n'
        'unrecognized name\ttls\n'
        'unrecognized ssl message\tjava\n'
        "unrecognized token '<'\tbodies\n"
        'unrecognized_name\ttls\n'
        'unrecognizedbrokerversion\tkafka\n'
        'unrecoverable error in call to nameserver\tlibcurl\n'
        'unrecoverableearlyeof\tplayers\n'
        'unregistered torrent\ttransfer\n'
        'unresolvedaddress\tjava'
    ),
    'uns': (
        'unsafe legacy renegotiation\ttls\n'
        'unsatisfied (no network route\tapple\n'
        'unsuccessful\tgeneric\n'
        'unsuccessful domain name resolution\tvpn\n'
        'unsuccessful tunnel\thttp\n'
        'unsupported frontend protocol\tpostgres\n'
        'unsupported http version in response\tcurl\n'
        'unsupported http/1 subversion in response\tcurl\n'
        'unsupported protocol scheme\tmalformed\n'
        'unsupported protocol; expected http/1.1\tpython_web\n'
        "unsupported proxy scheme for '\tlibcurl\n"
        'unsupported upgrade request\tpython_web,realtime\n'
        'unsupported url protocol\tpython_web\n'
        'unsupported version of the socket.io or engine.io\tpython_servers\n'
        'unsupportedaddresstypeexception\tjava'
    ),
    'unt': (
        'unterbrochen, während die seite geladen wurde\tbrowsers\n'
        'unterstützt keine verschlüsselung\tsqlserver'
    ),
    'upd': (
        'update not accepted by ddns provider\tdynamic_dns\n'
        'updating your ip address failed\tdynamic_dns'
    ),
    'upl': (
        'uploadfile:fail\tminiprogram'
    ),
    'ups': (
        'upstream\tgateways'
    ),
    'uri': (
        'uri does not have hostname, domain name and tld\tnode_stores\n'
        'uri must include hostname, domain name, and tld\tnode_stores'
    ),
    'url': (
        'url did not parse\tmalformed\n'
        'url not in domain list\tminiprogram\n'
        'urlopen error\tpython'
    ),
    'urz': (
        'urządzenie jest wyłączone\tnative'
    ),
    'use': (
        'use of closed network connection\tgo\n'
        'used disallowed intents\trealtime\n'
        'user authentication expired\tnats\n'
        'user authentication revoked\tnats\n'
        'user rejected certificate for\tgit\n'
        'user timeout caused connection failure\ttwisted\n'
        'username and password not accepted\tmail\n'
        'username/publickey combination invalid\tssh\n'
        'uses an unsupported protocol\terror_pages'
    ),
    'usi': (
        'using insecure protocols with repositories\tbuilds\n'
        "using starttls since it doesn't advertise that feature\tmail_clients"
    ),
    'uti': (
        'utilização de cada endereço de soquete\tnative\n'
        'utiliza‡Æo de cada endere‡o de soquete\tlegacy\n'
        'utiliza��o de cada endere�o de soquete\tlegacy\n'
        'utils.clientdisconnected\tpython_servers'
    ),
    'uwi': (
        'uwierzytelni\tpolish'
    ),
    'uws': (
        'uwsgi listen queue of socket\tpython_servers'
    ),
    'uza': (
        'uzak ad\tturkish\n'
        'uzak sunucu\tturkish'
    ),
    'v c': (
        'v celém systému je příliš mnoho otevřených souborů\tnative'
    ),
    'val': (
        'valueerror: scheme \tmalformed'
    ),
    'vek': (
        'vekil sunucu bağlantıları reddediyor\tproxy_pages'
    ),
    'ver': (
        'verbinden\tgerman\n'
        'verbinding\tmore_tongues\n'
        'verbinding is geweigerd\tnative\n'
        'verbinding is verbroken door lokaal probleem\tnative\n'
        'verbinding is verlopen\tnative\n'
        'verbinding is weggevallen\tnative\n'
        'verbindung\tgerman\n'
        'verbindung wurde softwaregesteuert\tnative\n'
        'verbindung zum server auf\tpostgres\n'
        'verbindungsaufbau abgelehnt\tnative\n'
        'verbindungstimeout abgelaufen\tsqlserver\n'
        'veri alınamıyor\tnative\n'
        'verification error: \ttls\n'
        'verify error: depth=\tvpn\n'
        'verify return code: \ttls\n'
        'verify x509name error\tvpn\n'
        'verifying runner... is not valid\tcluster\n'
        'verifying runner... is removed\tcluster\n'
        'vertrauensstellung für den sicheren ssl/tls-kanal\tdotnet\n'
        'verweigert\tgerman\n'
        'verwendet ein nicht unterstütztes protokoll\terror_pages'
    ),
    'vey': (
        'veya sunucu yanıt vermiyor\tsqlserver'
    ),
    'vir': (
        'virus/spyware download blocked\tblockpages'
    ),
    'vm ': (
        'vm is having trouble accessing\tcluster'
    ),
    'vnc': (
        'vnc\tremote'
    ),
    'vom': (
        'vom server\tgerman'
    ),
    'vor': (
        'vorhandene verbindung wurde vom remotehost geschlossen\tnative'
    ),
    'vot': (
        "votre connexion n'est pas privée\terror_pages"
    ),
    'vpn': (
        'vpn connection to vpn server is refused at\tsoftether'
    ),
    'vyp': (
        'vypršel časový limit připojení\tsqlserver'
    ),
    'vär': (
        'värddator är nere\tnative'
    ),
    'wai': (
        'wait operation timed out\tsqlserver\n'
        'waiting for connection from pool\tpools\n'
        'waiting for server connection\tchat\n'
        'waiting for the connection pool to return\tpools\n'
        'waiting server-side response timeout\tjava_services'
    ),
    'war': (
        'warning: 40\tpython_web\n'
        'warning: authentication failure. retrying\truby,ssh\n'
        'warning: connection aborted. retrying\truby\n'
        'warning: connection timeout. retrying\tssh\n'
        'warning: name resolution of \twindows\n'
        'warning: remote connection disconnect\truby\n'
        'warning: remote connection disconnect. retrying\tssh\n'
        'warning: retry exhausted on \tgames\n'
        'warning: tcp connect to \twindows\n'
        'warning: tcp connect to (\twindows'
    ),
    'was': (
        'was blank so the connection from remote is prohibited\tsoftether\n'
        'was closed cleanly, but before getting\tlibcurl\n'
        'was denied by the remote host\tdotnet\n'
        'was interrupted while the page was loading\tbrowsers\n'
        'was larger than i expected\tgames\n'
        'was lost in the middle of the transaction\tmail_clients\n'
        'was missing the required header\tdotnet\n'
        'was not closed cleanly before end of\tcurl\n'
        'was not closed cleanly: cancel\tcurl\n'
        'was not closed cleanly: internal_error\tcurl\n'
        'was not closed cleanly: refused_stream\tcurl\n'
        'was reached but timed out\tnode_stores\n'
        'was rejected by the server\tpython_web\n'
        "wasn't able to connect to the origin\tedges\n"
        "wasn't received from the server before the timeout\trealtime"
    ),
    'wat': (
        'watch closed before untilwithoutretry timeout\tcluster'
    ),
    'wea': (
        'weaviate did not start up in\tdatabases'
    ),
    'web': (
        'web app you have attempted to reach\thosting\n'
        'web page blocked\tblockpages\n'
        'web server is\tedges\n'
        'web socket\twebsocket\n'
        'web-server\tgerman\n'
        'web::http::http_exception\tcplusplus\n'
        'web::websockets::client::websocket_exception\tcplusplus\n'
        'webexception: the operation has timed out\tdotnet\n'
        'websense category\tblockpages\n'
        'websocket\tbrowsers,websocket\n'
        'websocket closed with 4\tpython_web\n'
        'websocket connection denied: origin \twebsocket_clients\n'
        'websocket hande shake failed\tphp\n'
        'websocket handshake error, \tpython_services\n'
        'websocket handshake failed, because the class does not exists\tphp\n'
        'websocket handshake was declined\twebsocket_clients\n'
        'websocket handshake was declined by the remote peer\twebsocket_native\n'
        "websocket is in an invalid state ('aborted')\tdotnet\n"
        "websocket is in an invalid state ('closed')\tdotnet\n"
        'websocket read eof\trealtime\n'
        'websocket reject /\tpython_servers\n'
        'websocket service and can not be accessed via http\tworkerman\n'
        'websocket stream was gracefully closed at both endpoints\twebsocket_native\n'
        'websocket upgrade handshake failed\twebsocket_native\n'
        'websocket: bad mask\tgo_words\n'
        'websocket: bad opcode\tgo_words\n'
        'websocket: close sent\tgo\n'
        'websocket: invalid control frame\twebsocket_clients\n'
        'websocket: invalid utf8 payload\tgo_words\n'
        'websocket: read limit exceeded\tgo_words\n'
        'websocket: rsv1 set\tgo_words\n'
        'websocket: unexpected reserved bits\twebsocket_clients\n'
        'websocket: unsupported version\twebsocket_clients\n'
        'websocketbadstatusexception\tpython_web\n'
        'websocketclosederror\tpython_web\n'
        'websocketdisconnect\tpython_servers\n'
        'websocketerror: socket is dead\tpython_web\n'
        'websocketnotconnectedexception\twebsocket_clients\n'
        'websocketpp\twebsocket_native\n'
        'websocketrequesterror: websocket request failed\tethereum'
    ),
    'wei': (
        'weird server reply\tlibcurl'
    ),
    'wen': (
        'went away\tgeneric'
    ),
    'wge': (
        'wget download failed\tnode_clients\n'
        'wget exited with \tpackages\n'
        'wget failed with \tpackages\n'
        'wget returned \tpackages\n'
        'wget: \ttools'
    ),
    'whe': (
        'when calling the \tpython_web\n'
        'when connecting\tgeneric'
    ),
    'whi': (
        'which certificate authorities to trust\tscripting\n'
        'while acting as a gateway or proxy server\tiis\n'
        'while connecting\tgeneric\n'
        'while connection\tgeneric\n'
        'while expecting 0xce\tamqp\n'
        'while fetching \tcurl\n'
        'while performing the ehlo handshake\tmail,mail\n'
        'while performing the helo handshake\tmail\n'
        'while reading proxy protocol\tgateways\n'
        'while receiving the initial server greeting\tmail,mail\n'
        'while sending end of data\tmail\n'
        'while waiting for a server that matches\tmongodb\n'
        'whitespace in the first line of response\tgo_words'
    ),
    'wif': (
        'wificlient\tembedded'
    ),
    'win': (
        'win32exception (\twindows\n'
        'winerror\tcommon\n'
        'winerror \twindows\n'
        'winhttp\twindows\n'
        'wininet\twindows\n'
        'winrm cannot\twinrm\n'
        'winrm client cannot\twinrm\n'
        'winrm client received an http\twinrm\n'
        'winsock\twindows'
    ),
    'wit': (
        'with result code\tmqtt\n'
        'with state -\tembedded\n'
        'with status\thttp\n'
        'with version policy requestversion\tdotnet\n'
        'within the allowed timeout of\tdotnet\n'
        'within the timeout due to excess queuing\tpools\n'
        'without any password configured\tredis\n'
        'without receiving a message from the server\trealtime'
    ),
    'wor': (
        'work connection closed before response\tfrp\n'
        'worker key does not match\tworkerman\n'
        'worker timeout (pid:\tpython_servers\n'
        'worker_connections are not enough\tgateways\n'
        'workerman\tworkerman'
    ),
    'wri': (
        'write against a read only\tredis\n'
        'write enotconn\tnode\n'
        'write epipe\tnode\n'
        'writing to a closed pipe/socket/fd\tpython_servers'
    ),
    'wro': (
        'wrong \tgeneric\n'
        'wrong access token\trefusals\n'
        'wrong api key\trefusals\n'
        'wrong auth token\trefusals\n'
        'wrong authentication\trefusals\n'
        'wrong credentials\trefusals\n'
        'wrong login\trefusals\n'
        'wrong number of tokens in status line\trust\n'
        'wrong password\trefusals\n'
        'wrong response\tgeneric\n'
        'wrong user name\trefusals\n'
        'wrong user/password\trefusals\n'
        'wrong username\trefusals\n'
        'wrong version number\ttls\n'
        'wrong version. server is running\tarenas\n'
        'wrong_version_number\tpython,tls\n'
        'wrongpass\tredis'
    ),
    'ws ': (
        'ws unexpected response>\tautomation\n'
        'ws upgrade response not 101\twebsocket_native'
    ),
    'wsa': (
        'wsa\tcommon'
    ),
    'wss': (
        'wsserverhandshakeerror\tpython_web,websocket'
    ),
    'wys': (
        'wystąpił krytyczny błąd w odwzorowaniu nazw\tnative'
    ),
    'wäh': (
        'während des handshakes vor der anmeldung\tsqlserver'
    ),
    'x50': (
        'x509 - \tembedded\n'
        'x509: \tgo'
    ),
    'xhr': (
        'xhr poll error\twebsocket\n'
        'xhr post error\trealtime\n'
        'xhr timeout\tnode_clients'
    ),
    'xli': (
        'xlib: connection to \tcplusplus'
    ),
    'xml': (
        'xmlhttprequest error\tnode\n'
        'xmlhttprequest onerror\tdart'
    ),
    'xmp': (
        'xmpp\tchat'
    ),
    'yan': (
        'yanıt\tturkish'
    ),
    'yaz': (
        'yazılım bağlantının kopmasına sebep oldu\tnative'
    ),
    'you': (
        'you are banned from this server\tgames\n'
        'you are not white-listed on this server\tgames\n'
        'you are not whitelisted on this server\tgames\n'
        'you don\'t have permission to access "http\tblockpages\n'
        'you have a connection issue or the server is down\trealtime\n'
        'you logged in from another location\tgames\n'
        'you to connect with velocity\tgames\n'
        'your access to this site has been limited by the site owner\tblockpages\n'
        'your connection is not private\tbrowsers\n'
        'your credentials did not work\tremote\n'
        'your e-mail server rejected your login\tmail_clients\n'
        'your ip address is banned from this server\tgames'
    ),
    'za ': (
        'za dużo otwartych plików\tnative\n'
        'za dużo otwartych plików w systemie\tnative'
    ),
    'zab': (
        'zab_tcp_\tmonitoring\n'
        'zabbix server is not running\tmonitoring'
    ),
    'zal': (
        'zalog\tpolish'
    ),
    'zam': (
        'zaman aşımı\tturkish'
    ),
    'zbx': (
        'zbx_tcp_\tmonitoring'
    ),
    'zei': (
        'zeitablauf\tgerman\n'
        'zeitlimit\tgerman\n'
        'zeitüberschreitung\tgerman\n'
        'zeitüberschreitung bei der anforderung\tapple_words'
    ),
    'zer': (
        'zero bytes\tgeneric\n'
        'zertifikat\tgerman'
    ),
    'zie': (
        'zielcomputer die verbindung verweigerte\tnative'
    ),
    'zmq': (
        'zmq.error.again\tpython_services'
    ),
    'zom': (
        'zombie connection\trealtime'
    ),
    'zoo': (
        'zookeeper instance is not currently serving requests\tjava_services\n'
        'zookeeperserver not running\tdatabases'
    ),
    'zsc': (
        'zscaler is a\tblockpages'
    ),
    'zu ': (
        'zu diesem hostnamen gehört keine adresse\tnative\n'
        'zu lange\tgerman\n'
        'zu viele offene dateien\tnative\n'
        'zu viele offene dateien im system\tnative'
    ),
    'zug': (
        'zugangsdaten\tgerman\n'
        'zugriff\tgerman\n'
        'zugriff verweigert\tgerman'
    ),
    '{"m': (
        '{"message": "bad gateway"}\tapi_gateways\n'
        '{"message": "forbidden"}\tapi_gateways\n'
        '{"message": "gateway timeout"}\tapi_gateways\n'
        '{"message": "internal server error"}\tapi_gateways\n'
        '{"message": "not found"}\tapi_gateways\n'
        '{"message": "service unavailable"}\tapi_gateways\n'
        '{"message": "too many requests"}\tapi_gateways\n'
        '{"message": "unauthorized"}\tapi_gateways\n'
        '{"message":"bad gateway"}\tapi_gateways\n'
        '{"message":"forbidden"}\tapi_gateways\n'
        '{"message":"gateway timeout"}\tapi_gateways\n'
        '{"message":"internal server error"}\tapi_gateways\n'
        '{"message":"not found"}\tapi_gateways\n'
        '{"message":"service unavailable"}\tapi_gateways\n'
        '{"message":"too many requests"}\tapi_gateways\n'
        '{"message":"unauthorized"}\tapi_gateways'
    ),
    '{ba': (
        '{bad_header,\tamqp\n'
        '{bad_header,<<22,3,\tamqp'
    ),
    '{er': (
        '{error,\terlang'
    ),
    '{ha': (
        '{handshake_timeout,\tamqp'
    ),
    '{he': (
        '{heartbeat_timeout,\tamqp,erlang'
    ),
    '\x88ê\x92': (
        '\x88ê\x92è\x82Ì\x8e\x9e\x8aÔ\x82ð\x89ß\x82¬\x82Ä\x82à\x90³\x82µ\x82\xad\x89\x9e\x93\x9a\x82µ\x82È\x82©\x82Á\x82½\tlegacy'
    ),
    '¥Ø¼': (
        '¥Ø¼Ð¹q¸£©Úµ´³s½u\tlegacy'
    ),
    '°¢ ': (
        '°¢ ¼ÒÄÏ ÁÖ¼Ò(ÇÁ·ÎÅäÄÝ\tlegacy'
    ),
    '²»Ö': (
        '²»ÖªµÀÕâÑùµÄÖ÷»ú\tlegacy'
    ),
    '´ë»': (
        '´ë»ó ÄÄÇ»ÅÍ¿¡¼\xad ¿¬°áÀ» °ÅºÎÇßÀ¸¹Ç·Î\tlegacy'
    ),
    '¸ÃÇ': (
        '¸ÃÇëÇóµÄµØÖ·ÎÞÐ§\tlegacy'
    ),
    '¾Ë·': (
        '¾Ë·ÁÁø È£½ºÆ®°¡ ¾ø½À´Ï´Ù\tlegacy'
    ),
    '¾×¼': (
        '¾×¼¼½º ±ÇÇÑ¿¡ ÀÇÇØ ¼û°ÜÁø ¼ÒÄÏ\tlegacy'
    ),
    '¿¬°': (
        '¿¬°áµÈ ±¸¼º¿øÀ¸·ÎºÎÅÍ ÀÀ´äÀÌ ¾ø¾î\tlegacy'
    ),
    '¿äÃ': (
        '¿äÃ»ÇÑ ÁÖ¼Ò´Â ÇØ´ç ÄÁÅØ½ºÆ®¿¡¼\xad\tlegacy'
    ),
    '¿ø°': (
        '¿ø°Ý È£½ºÆ®¿¡ ÀÇÇØ °\xadÁ¦·Î ²÷°å½À´Ï´Ù\tlegacy'
    ),
    'Á¬½': (
        'Á¬½Ó·½ÔÚÒ»¶ÎÊ±¼äºóÃ»ÓÐÕýÈ·´ð¸´\tlegacy'
    ),
    'Ä¿±': (
        'Ä¿±ê¼ÆËã»ú»ý¼«¾Ü¾ø\tlegacy\n'
        'Ä¿±ê¼ÆËã»ú»ý¼«¾Ü¾ø£¬ÎÞ·¨Á¬½Ó\tlegacy'
    ),
    'Ì×½': (
        'Ì×½Ó×Ö²Ù×÷³¢ÊÔÒ»¸öÎÞ·¨Á¬½ÓµÄÖ÷»ú\tlegacy'
    ),
    'Í¨³': (
        'Í¨³£Ã¿¸öÌ×½Ó×ÖµØÖ·\tlegacy'
    ),
    'ÏòÒ': (
        'ÏòÒ»¸öÎÞ·¨Á¬½ÓµÄÍøÂç³¢ÊÔÁËÒ»¸öÌ×½Ó×Ö²Ù×÷\tlegacy'
    ),
    'ÒÔÒ': (
        'ÒÔÒ»ÖÖ·ÃÎÊÈ¨ÏÞ²»ÔÊÐíµÄ·½Ê½×öÁËÒ»¸ö·ÃÎÊÌ×½Ó×ÖµÄ³¢ÊÔ\tlegacy'
    ),
    'ÓÉÓ': (
        'ÓÉÓÚÏµÍ³»º³åÇø¿Õ¼ä²»×ã»ò¶ÓÁÐÒÑÂú\tlegacy'
    ),
    'Ô¶³': (
        'Ô¶³ÌÖ÷»úÇ¿ÆÈ¹Ø±ÕÁËÒ»¸öÏÖÓÐµÄÁ¬½Ó\tlegacy'
    ),
    'Ö»Ä': (
        'Ö»ÄÜÓÃÒ»\x82\x80Í¨Ó\x8d¶ËÎ»Ö·\tlegacy'
    ),
    'Ö÷»': (
        'Ö÷»úÖÐµÄÈí¼þÖÐÖ¹ÁËÒ»¸öÒÑ½¨Á¢µÄÁ¬½Ó\tlegacy'
    ),
    'éch': (
        "échec de l'ouverture de session de l'utilisateur\tsqlserver\n"
        "échec de la connexion de l'utilisateur\tsqlserver"
    ),
    'û��': (
        'û�� �ּҴ� �ش� ���ؽ�Ʈ\tlegacy'
    ),
    'ĵ�ַ': (
        'ĵ�ַ��Ч\tlegacy'
    ),
    'Ŀ��': (
        'Ŀ�����������ܾ����\u07b7\tlegacy'
    ),
    'łąc': (
        'łączon\tpolish'
    ),
    'łąd': (
        'łąd ssl\tpolish'
    ),
    'şif': (
        'şifre doğrulaması başarısız\tpostgres\n'
        'şifrelemeyi desteklemiyor\tsqlserver'
    ),
    '˷��': (
        '˷��� ȣ��Ʈ�� �����ϴ\tlegacy'
    ),
    '̎��': (
        '̎��Ԃ��߂��Ă��������������Ȃ\tlegacy'
    ),
    'ͨ��': (
        'ͨ��ÿ���\u05fd��ֵ�ַ\tlegacy'
    ),
    'ϵͳ�': (
        'ϵͳ�������ռ䲻\tlegacy'
    ),
    'азр': (
        'азрешить\trussian'
    ),
    'айм': (
        'айм-аут\trussian\n'
        'аймаут\trussian'
    ),
    'аро': (
        'арол\trussian'
    ),
    'ащи': (
        'ащищен\trussian'
    ),
    'в п': (
        'в процессе подтверждения, предшествующего входу\tsqlserver'
    ),
    'вре': (
        'время ожидания операции истекло\tsqlserver'
    ),
    'вто': (
        'вторизац\trussian'
    ),
    'дал': (
        'даленн\trussian\n'
        'далённ\trussian'
    ),
    'дов': (
        'доверительные отношения для защищенного канала ssl/tls\tdotnet'
    ),
    'дре': (
        'дрес уже\trussian'
    ),
    'е о': (
        'е отвечает\trussian'
    ),
    'еги': (
        'егистрац\trussian'
    ),
    'едо': (
        'едоступ\trussian'
    ),
    'еиз': (
        'еизвестн\trussian'
    ),
    'ема': (
        'емафор\trussian'
    ),
    'ерв': (
        'ервер\trussian\n'
        'ервер не\trussian'
    ),
    'ерт': (
        'ертификат\trussian'
    ),
    'есс': (
        'ессии\trussian'
    ),
    'ет ': (
        'ет соединения\trussian'
    ),
    'ете': (
        'етевая ошибка\trussian\n'
        'етевое имя\trussian\n'
        'етевой путь\trussian'
    ),
    'е��': (
        'е�������ֹ��һ���ѽ\tlegacy'
    ),
    'же ': (
        'же занят\trussian\n'
        'же использ\trussian'
    ),
    'жид': (
        'жидани\trussian'
    ),
    'заб': (
        'заблокировали загрузку\tpagerules'
    ),
    'зел': (
        'зел\trussian'
    ),
    'из ': (
        'из постороннего источника заблокирован\tcrossorigin'
    ),
    'изв': (
        'извините, уже слишком много клиентов\tpostgres'
    ),
    'ист': (
        'истекло время ожидания соединения\tsqlserver'
    ),
    'клю': (
        'ключен\trussian\n'
        'ключён\trussian'
    ),
    'лим': (
        'лимит времени на запрос\tapple_words'
    ),
    'мер': (
        'мережі\tmore_tongues'
    ),
    'на ': (
        'на прокси-сервере возникла проблема\tproxy_pages'
    ),
    'най': (
        'найти сервер\trussian\n'
        'найти узел\trussian\n'
        'найти хост\trussian'
    ),
    'не ': (
        'не поддерживает шифрования\tsqlserver\n'
        'не позволяет подключиться\terror_pages\n'
        'не прошел проверку подлинности\tpostgres\n'
        'не прошёл проверку подлинности\tpostgres\n'
        'не удается найти прокси-сервер\tproxy_pages\n'
        'не удалось подключиться к серверу\tpostgres'
    ),
    'нео': (
        'неожиданно прервал соединение\terror_pages'
    ),
    'нте': (
        'нтернет\trussian'
    ),
    'одк': (
        'одключ\trussian'
    ),
    'одл': (
        'одлинност\trussian'
    ),
    'оед': (
        'оедине\trussian\n'
        'оединен\trussian'
    ),
    'озв': (
        'озвратил ошибку\trussian'
    ),
    'оке': (
        'окет\trussian'
    ),
    'опе': (
        'операции, или сервер не отвечает\tsqlserver'
    ),
    'орт': (
        'орт занят\trussian'
    ),
    'ост': (
        'ост\trussian\n'
        'оступ к сайту\trussian'
    ),
    'оши': (
        'ошибка ssl\tapple_words\n'
        'ошибка входа пользователя\tsqlserver\n'
        'ошибка при установке ssl-соединения\tpostgres'
    ),
    'под': (
        'подключение не защищено\terror_pages\n'
        'подключиться к серверу\tpostgres'
    ),
    'про': (
        'прокси-сервер отказывается принимать соединения\tproxy_pages'
    ),
    'ран': (
        'раньше, чем удалось получить подключение из пула\tsqlserver'
    ),
    'рок': (
        'рокси\trussian'
    ),
    'свя': (
        'связанная с сетью или с определенным экземпляром\tsqlserver'
    ),
    'сер': (
        'сервер возвратил ошибку: (\tdotnet\n'
        'сервер не поддерживает ssl\tpostgres\n'
        'сервер неожиданно закрыл соединение\tpostgres\n'
        'сервер с указанным именем хоста\tapple_words'
    ),
    'сли': (
        'слишком долго не отвечает\terror_pages'
    ),
    'сое': (
        'соединение потеряно\tapple_words\n'
        'соединение с интернетом прервано\tapple_words'
    ),
    'тве': (
        'твет\trussian'
    ),
    'тка': (
        'тказано\trussian'
    ),
    'уте': (
        'утентификац\trussian'
    ),
    'хос': (
        'хост и порт указаны правильно\tpostgres'
    ),
    'чет': (
        'четны\trussian'
    ),
    'чёт': (
        'чётны\trussian'
    ),
    'шиб': (
        'шибка ssl\trussian\n'
        'шибка вход\trussian\n'
        'шибка сети\trussian\n'
        'шибки ssl\trussian'
    ),
    'ідк': (
        'ідключ\tmore_tongues,russian'
    ),
    'һ�ַ': (
        'һ�ַ���Ȩ�\u07b2������ķ�ʽ����һ�������\u05fd��ֵĳ\tlegacy'
    ),
    'һ��': (
        'һ���\u07b7����ӵ����糢����һ���\u05fd��ֲ\tlegacy'
    ),
    'ӷ��': (
        'ӷ���һ��ʱ���û����ȷ\tlegacy'
    ),
    'Զ��': (
        'Զ������ǿ�ȹر���һ�����е\tlegacy'
    ),
    'ֻ��': (
        'ֻ����һ��ͨӍ��λַ\tlegacy'
    ),
    '\u05fc��': (
        '\u05fc��� ���ѿ� ���� ������ \tlegacy'
    ),
    '\u05fd��': (
        '\u05fd��ֲ�������һ���\u07b7����ӵ\tlegacy'
    ),
    'الا': (
        'الاتصال\tmore_tongues'
    ),
    'ؼйq': (
        'ؼйq���ڵ��s�u\tlegacy'
    ),
    'เชื': (
        'เชื่อมต่อ\tmore_tongues'
    ),
    'からの': (
        'からの応答時間が長すぎます\terror_pages'
    ),
    'この接': (
        'この接続ではプライバシーが保護されません\terror_pages'
    ),
    'すでに': (
        'すでに使用\tjapanese'
    ),
    'そのよ': (
        'そのようなホストは不明です\tnative'
    ),
    'で接続': (
        'で接続が拒否されました\terror_pages'
    ),
    'によっ': (
        'によって拒否されたため、接続できませんでした\tnative'
    ),
    'のサー': (
        'のサーバーの ip アドレスが見つかりませんでした\terror_pages'
    ),
    'のホス': (
        'のホストアドレスが解決できません\ttools'
    ),
    'アクセ': (
        'アクセスできません\tjapanese\n'
        'アクセス許可で禁じられた方法でソケット\tnative'
    ),
    'アドレ': (
        'アドレスは既に使用中です\tnative\n'
        'アドレスファミリはプロトコルによってサポートされていません\tnative'
    ),
    'インス': (
        'インスタンスは暗号化をサポートしていません\tsqlserver'
    ),
    'インタ': (
        'インターネットに接続されていません\terror_pages\n'
        'インターネット接続がオフラインのようです\tapple_words'
    ),
    'エラー': (
        'エラー 4\thttp\n'
        'エラー 5\thttp'
    ),
    'クロス': (
        'クロスオリジン要求をブロック\tcrossorigin'
    ),
    'サーバ': (
        'サーバ\tjapanese\n'
        'サーバが\tjapanese\n'
        'サーバとの接続が想定外にクローズ\tpostgres\n'
        'サーバに接続できませんでした\tpostgres\n'
        'サーバはsslをサポートしていません\tpostgres\n'
        'サーバー\tjapanese\n'
        'サーバーが想定外に接続を閉じ\tpostgres\n'
        'サーバーへの接続に失敗しました\tpostgres'
    ),
    'システ': (
        'システム中のファイルを開きすぎです\tnative'
    ),
    'ソフト': (
        'ソフトウェアが接続を中断しました\tnative'
    ),
    'タイム': (
        'タイム アウト\tjapanese\n'
        'タイムアウト\tjapanese\n'
        'タイムアウト期間が過ぎた\tsqlserver'
    ),
    'データ': (
        'データが受信されませんでした\ttools'
    ),
    'ネット': (
        'ネットワーク\tjapanese\n'
        'ネットワークが落ちています\tnative\n'
        'ネットワークに届きません\tnative\n'
        'ネットワーク接続が切れました\tapple_words\n'
        'ネットワーク関連またはインスタンス固有のエラー\tsqlserver'
    ),
    'パスワ': (
        'パスワード\tjapanese\n'
        'パスワード認証に失敗しました\tpostgres'
    ),
    'ファイ': (
        'ファイルを開きすぎです\tnative'
    ),
    'プロキ': (
        'プロキシ サーバーに問題がある\tproxy_pages\n'
        'プロキシサーバーへの接続を拒否されました\tproxy_pages\n'
        'プロキシサーバーへの接続を拒否しました\tproxy_pages'
    ),
    'プール': (
        'プールから接続を取得する前に\tsqlserver'
    ),
    'ホスト': (
        'ホスト\tjapanese\n'
        'ホストが落ちています\tnative\n'
        'ホストに強制的に切断されました\tnative\n'
        'ホストへの経路がありません\tnative\n'
        'ホスト名にアドレスが割り当てられていません\tnative'
    ),
    'リクエ': (
        'リクエストがタイムアウト\tapple_words'
    ),
    'リモー': (
        'リモート サーバー\tjapanese\n'
        'リモート サーバーがエラーを返しました: (\tdotnet\n'
        'リモートサーバー\tjapanese\n'
        'リモート名\tjapanese'
    ),
    'ログイ': (
        'ログイン\tjapanese\n'
        'ログインできませんでした\tsqlserver\n'
        'ログイン前のハンドシェイク中に\tsqlserver'
    ),
    '一定の': (
        '一定の時間を過ぎても正しく応答しなかった\tnative'
    ),
    '不允许': (
        '不允许的操作\tnative'
    ),
    '不可达': (
        '不可达\tchinese'
    ),
    '不知道': (
        '不知道这样的主机\tnative'
    ),
    '主机中': (
        '主机中的软件中止了一个已建立的连接\tnative'
    ),
    '主機': (
        '主機\tchinese'
    ),
    '主機上': (
        '主機上的軟體中止\tnative'
    ),
    '代理伺': (
        '代理伺服器拒絕連線\tproxy_pages\n'
        '代理伺服器發生錯誤\tproxy_pages'
    ),
    '代理服': (
        '代理服务器出现问题\tproxy_pages\n'
        '代理服务器拒绝了连接\tproxy_pages\n'
        '代理服务器拒绝连接\tproxy_pages'
    ),
    '以一种': (
        '以一种访问权限不允许的方式做了一个访问套接字的尝试\tnative'
    ),
    '伺服器': (
        '伺服器\tchinese\n'
        '伺服器不支援 ssl\tpostgres\n'
        '伺服器傳回\tchinese\n'
        '伺服器錯誤\tchinese'
    ),
    '似乎已': (
        '似乎已断开与互联网的连接\tapple'
    ),
    '位址已': (
        '位址已經有在使用\tnative'
    ),
    '位址族': (
        '位址族群不被協定所支援\tnative'
    ),
    '作業完': (
        '作業完成之前超過逾時\tsqlserver'
    ),
    '使用中': (
        '使用中\tjapanese'
    ),
    '使用了': (
        '使用了不受支持的协议\terror_pages'
    ),
    '信号灯': (
        '信号灯\tchinese\n'
        '信号灯超时时间已到\twindows'
    ),
    '切断': (
        '切断\tjapanese'
    ),
    '利用で': (
        '利用できない\tjapanese'
    ),
    '利用可': (
        '利用可能な空きバッファがありません\tnative'
    ),
    '到達で': (
        '到達できないネットワークに対してソケット操作\tnative\n'
        '到達できないホストに対してソケット操作\tnative'
    ),
    '协议不': (
        '协议不支持的地址族\tnative'
    ),
    '发送的': (
        '发送的响应无效\terror_pages'
    ),
    '只能用': (
        '只能用一個通訊端位址\tnative'
    ),
    '各ソケ': (
        '各ソケット アドレスに対してプロトコル\tnative'
    ),
    '合法域': (
        '合法域名列表\tminiprogram'
    ),
    '名前ま': (
        '名前またはサービスが不明です\tnative'
    ),
    '名前解': (
        '名前解決\tjapanese\n'
        '名前解決で回復できない失敗が発生しました\tnative\n'
        '名前解決に一時的に失敗しました\tnative'
    ),
    '名稱或': (
        '名稱或服務未知\tnative'
    ),
    '向一个': (
        '向一个无法连接的网络尝试了一个套接字操作\tnative'
    ),
    '响应时': (
        '响应时间\tchinese'
    ),
    '嘗試存': (
        '嘗試存取通訊端被拒絕\tnative'
    ),
    '嘗試連': (
        '嘗試連線已失敗\tpostgres'
    ),
    '地址已': (
        '地址已\tchinese\n'
        '地址已在使用\tnative'
    ),
    '域名解': (
        '域名解析中出现不可修复的失败\tnative\n'
        '域名解析暂时失败\tnative'
    ),
    '執行個': (
        '執行個體不支援加密\tsqlserver'
    ),
    '基础连': (
        '基础连接\tchinese'
    ),
    '套接字': (
        '套接字\tchinese\n'
        '套接字操作尝试一个无法连接的主机\tnative'
    ),
    '安全通': (
        '安全通道\tchinese'
    ),
    '实例不': (
        '实例不支持加密\tsqlserver'
    ),
    '客户端': (
        '客户端和服务器不支持一般 ssl 协议\terror_pages'
    ),
    '密码': (
        '密码\tchinese'
    ),
    '密碼': (
        '密碼\tchinese'
    ),
    '对不起': (
        '对不起, 已经有太多的客户\tpostgres'
    ),
    '対応可': (
        '対応可能なクライアント数を超えました\tpostgres'
    ),
    '小程序': (
        '小程序要求的 tls\tminiprogram'
    ),
    '尚未从': (
        '尚未从池中获取连接\tsqlserver'
    ),
    '尝试连': (
        '尝试连线已失败\tpostgres'
    ),
    '已封鎖': (
        '已封鎖跨來源請求\tcrossorigin'
    ),
    '已拦截': (
        '已拦截跨源请求\tcrossorigin'
    ),
    '已超過': (
        '已超過連接逾時\tsqlserver'
    ),
    '帳號': (
        '帳號\tchinese'
    ),
    '建立安': (
        '建立安全连接\tbrowsers'
    ),
    '待ち操': (
        '待ち操作がタイムアウト\tsqlserver'
    ),
    '応答': (
        '応答\tjapanese'
    ),
    '您的连': (
        '您的连接不是私密连接\terror_pages'
    ),
    '意外终': (
        '意外终止了连接\terror_pages'
    ),
    '憑證': (
        '憑證\tchinese'
    ),
    '打开的': (
        '打开的文件过多\tnative'
    ),
    '找不到': (
        '找不到代理服务器\tproxy_pages\n'
        '找不到指定主機名稱的伺服器\tapple_words\n'
        '找不到有效的服务器\tchat\n'
        '找不到服务器\tchinese\n'
        '找不到通往該主機的路由路徑\tnative'
    ),
    '拒絕': (
        '拒絕\tchinese'
    ),
    '拒絕不': (
        '拒絕不符權限的操作\tnative'
    ),
    '拒绝': (
        '拒绝\tchinese'
    ),
    '拒绝了': (
        '拒绝了我们的连接请求\terror_pages'
    ),
    '拒绝连': (
        '拒绝连接\tnative'
    ),
    '指定さ': (
        '指定されたホスト名のサーバが見つかりませんでした\tapple_words'
    ),
    '指定的': (
        '指定的网络名不再可用\twindows'
    ),
    '接口返': (
        '接口返回\tchinese'
    ),
    '接続': (
        '接続\tjapanese'
    ),
    '接続が': (
        '接続がタイムアウトしました\tnative,sqlserver\n'
        '接続が相手からリセットされました\tnative\n'
        '接続が突然終了しました\terror_pages'
    ),
    '接続を': (
        '接続を拒否されました\tnative'
    ),
    '接続試': (
        '接続試行がタイムアウトしました\tsqlserver\n'
        '接続試行は失敗しました\tpostgres'
    ),
    '操作之': (
        '操作之前已超时或服务器未响应\tsqlserver'
    ),
    '断开的': (
        '断开的管道\tnative'
    ),
    '断线': (
        '断线\tchinese'
    ),
    '斷線': (
        '斷線\tchinese'
    ),
    '无响应': (
        '无响应\tchinese'
    ),
    '无法找': (
        '无法找到主机\tchinese'
    ),
    '无法指': (
        '无法指定被请求的地址\tnative'
    ),
    '无法联': (
        '无法联接到服务器\tpostgres'
    ),
    '无法解': (
        '无法解析主机地址\ttools'
    ),
    '无法访': (
        '无法访问\tchinese'
    ),
    '无法读': (
        '无法读取远程仓库\tgit'
    ),
    '无法连': (
        '无法连接到服务器\tpostgres'
    ),
    '既に使': (
        '既に使用\tjapanese'
    ),
    '服务器': (
        '服务器不支援 ssl\tpostgres\n'
        '服务器异常\tchinese\n'
        '服务器意外地关闭了联接\tpostgres\n'
        '服务器意外地关闭了连接\tpostgres\n'
        '服务器返回\tchinese\n'
        '服务器错误\tchinese'
    ),
    '未发送': (
        '未发送任何数据\terror_pages'
    ),
    '未知的': (
        '未知的名称或服务\tnative'
    ),
    '未能找': (
        '未能找到使用指定主机名的服务器\tapple'
    ),
    '未能连': (
        '未能连接到服务器\tapple'
    ),
    '未连接': (
        '未连接\tchinese\n'
        '未连接到互联网\terror_pages'
    ),
    '未連線': (
        '未連線\tchinese'
    ),
    '权限不': (
        '权限不够\tnative'
    ),
    '此服务': (
        '此服务器的证书无效\tapple_words'
    ),
    '此項操': (
        '此項操作並不被允許\tnative'
    ),
    '沒有位': (
        '沒有位址關聯至此主機名稱\tnative'
    ),
    '沒有可': (
        '沒有可用的緩衝空間了\tnative'
    ),
    '没有与': (
        '没有与主机名关联的地址\tnative'
    ),
    '没有到': (
        '没有到主机的路由\tnative'
    ),
    '没有可': (
        '没有可用的缓冲区空间\tnative'
    ),
    '没有响': (
        '没有响应\tchinese'
    ),
    '没有接': (
        '没有接收到数据\ttools'
    ),
    '没有用': (
        '没有用于主机\tpostgres'
    ),
    '無効な': (
        '無効な\tjapanese'
    ),
    '無回應': (
        '無回應\tchinese'
    ),
    '無效的': (
        '無效的\tchinese'
    ),
    '無法指': (
        '無法指定所需的位址\tnative'
    ),
    '無法接': (
        '無法接觸網路\tnative'
    ),
    '無法識': (
        '無法識別這台主機\tnative'
    ),
    '用户名': (
        '用户名\tchinese'
    ),
    '由于系': (
        '由于系统缓冲区空间不足或队列已满\tnative'
    ),
    '由软件': (
        '由软件导致的连接断开\tnative'
    ),
    '登入': (
        '登入\tchinese'
    ),
    '登入前': (
        '登入前的信號交換\tsqlserver'
    ),
    '登入失': (
        '登入失敗。\tsqlserver'
    ),
    '登录前': (
        '登录前的握手期间\tsqlserver'
    ),
    '登录失': (
        '登录失败\tchinese\n'
        '登录失败。\tsqlserver'
    ),
    '的响应': (
        '的响应时间过长\terror_pages'
    ),
    '的服务': (
        '的服务器 ip 地址\terror_pages'
    ),
    '目标计': (
        '目标计算机积极拒绝\tnative'
    ),
    '目標電': (
        '目標電腦拒絕連線\tnative'
    ),
    '確立さ': (
        '確立された接続がホスト コンピュー\tnative'
    ),
    '積極': (
        '積極\tchinese'
    ),
    '端口': (
        '端口\tchinese'
    ),
    '等候操': (
        '等候操作逾時\tsqlserver'
    ),
    '等待的': (
        '等待的操作过时\tsqlserver'
    ),
    '管線損': (
        '管線損壞\tnative'
    ),
    '系統中': (
        '系統中太多的開啟檔案\tnative'
    ),
    '系统中': (
        '系统中打开的文件过多\tnative'
    ),
    '網路': (
        '網路\tchinese'
    ),
    '網路停': (
        '網路停擺\tnative'
    ),
    '網路相': (
        '網路相關或執行個體特定的錯誤\tsqlserver'
    ),
    '網路連': (
        '網路連線中斷\tapple_words'
    ),
    '網際網': (
        '網際網路連線似乎已離線\tapple_words'
    ),
    '网络': (
        '网络\tchinese'
    ),
    '网络不': (
        '网络不可达\tnative'
    ),
    '网络已': (
        '网络已关闭\tnative'
    ),
    '网络相': (
        '网络相关的或特定于实例的错误\tsqlserver'
    ),
    '网络连': (
        '网络连接已中断\tapple'
    ),
    '网页': (
        '网页\tchinese'
    ),
    '要求が': (
        '要求がタイムアウト\tapple_words'
    ),
    '要求し': (
        '要求したアドレスのコンテキストが無効です\tnative'
    ),
    '要求ア': (
        '要求アドレスに割り当てられません\tnative'
    ),
    '要求逾': (
        '要求逾時\tapple_words'
    ),
    '解析': (
        '解析\tchinese'
    ),
    '解析名': (
        '解析名稱時發生暫時性錯誤\tnative\n'
        '解析名稱時發生無法復原錯誤\tnative'
    ),
    '許可が': (
        '許可がありません\tnative'
    ),
    '許可さ': (
        '許可されていない操作です\tnative'
    ),
    '証明書': (
        '証明書\tjapanese'
    ),
    '認証': (
        '認証\tjapanese'
    ),
    '認證失': (
        '認證失\tchinese'
    ),
    '請求失': (
        '請求失敗\tchinese'
    ),
    '證書': (
        '證書\tchinese'
    ),
    '认证失': (
        '认证失败\tchinese'
    ),
    '访问此': (
        '访问此网站\tchinese'
    ),
    '证书': (
        '证书\tchinese,chinese'
    ),
    '该请求': (
        '该请求的地址无效\tnative'
    ),
    '请求出': (
        '请求出错\tchinese'
    ),
    '请求失': (
        '请求失败\tchinese'
    ),
    '请求异': (
        '请求异常\tchinese'
    ),
    '请求超': (
        '请求超时\tapple_words'
    ),
    '超时': (
        '超时\tchinese'
    ),
    '軟體造': (
        '軟體造成連線中斷\tnative'
    ),
    '载入页': (
        '载入页面时与\tbrowsers'
    ),
    '进行 ': (
        '进行 ssl 连线时发生错误\tpostgres'
    ),
    '远程主': (
        '远程主机强迫关闭了一个现有的连接\tnative'
    ),
    '远程服': (
        '远程服务器\tchinese\n'
        '远程服务器返回错误: (\tdotnet'
    ),
    '连不上': (
        '连不上\tchinese'
    ),
    '连接': (
        '连接\tchinese'
    ),
    '连接方': (
        '连接方在一段时间后没有正确答复\tnative'
    ),
    '连接被': (
        '连接被对方重设\tnative'
    ),
    '连接超': (
        '连接超时\tnative\n'
        '连接超时时间已到\tsqlserver'
    ),
    '连线': (
        '连线\tchinese'
    ),
    '连线被': (
        '连线被拒，请检查主机名称和埠号\tpostgres'
    ),
    '通信エ': (
        '通信エラー\tjapanese'
    ),
    '通常每': (
        '通常每个套接字地址\tnative'
    ),
    '連上這': (
        '連上這個網站\tchinese'
    ),
    '連不上': (
        '連不上\tchinese'
    ),
    '連接': (
        '連接\tchinese'
    ),
    '連線': (
        '連線\tchinese'
    ),
    '連線對': (
        '連線對象有一段時間並未正確回應\tnative'
    ),
    '連線被': (
        '連線被對方重設\tnative\n'
        '連線被拒絕\tnative\n'
        '連線被拒，請檢查主機名稱和埠號\tpostgres'
    ),
    '連線超': (
        '連線超過時間\tnative'
    ),
    '逾時': (
        '逾時\tchinese'
    ),
    '遠端': (
        '遠端\tchinese'
    ),
    '遠端主': (
        '遠端主機已強制關閉\tnative'
    ),
    '遠端系': (
        '遠端系統已停機了\tnative'
    ),
    '错误 ': (
        '错误 4\thttp\n'
        '错误 5\thttp'
    ),
    '開啟太': (
        '開啟太多檔案\tnative'
    ),
    '页面设': (
        '页面设置阻止\tpagerules'
    ),
    '驗証': (
        '驗証\tchinese'
    ),
    '驗證失': (
        '驗證失\tchinese'
    ),
    '驗證錯': (
        '驗證錯\tchinese'
    ),
    '验证失': (
        '验证失败\tchinese'
    ),
    '각 소': (
        '각 소켓 주소(프로토콜\tnative'
    ),
    '네트워': (
        '네트워크\tkorean\n'
        '네트워크 관련 또는 인스턴스 관련 오류\tsqlserver\n'
        '네트워크 연결이 유실\tapple_words\n'
        '네트워크가 접근 불가능합니다\tnative\n'
        '네트워크가 죽었습니다\tnative'
    ),
    '대기 ': (
        '대기 작업 시간이 초과\tsqlserver'
    ),
    '대상 ': (
        '대상 컴퓨터에서 연결을 거부했으므로\tnative'
    ),
    '로그인': (
        '로그인\tkorean'
    ),
    '명령을': (
        '명령을 허용하지 않음\tnative'
    ),
    '비밀번': (
        '비밀번호\tkorean'
    ),
    '사용 ': (
        '사용 가능한 버퍼 공간이 없음\tnative\n'
        '사용 중\tkorean'
    ),
    '사전 ': (
        '사전 로그인 핸드셰이크 중에\tsqlserver'
    ),
    '상대편': (
        '상대편이 연결을 끊음\tnative'
    ),
    '서버': (
        '서버\tkorean'
    ),
    '서버 ': (
        '서버 ip 주소를 찾을 수 없습니다\terror_pages'
    ),
    '서버가': (
        '서버가 ssl을 지원하지 않습니다\tpostgres\n'
        '서버가 갑자기 연결을 닫음\tpostgres'
    ),
    '소켓': (
        '소켓\tkorean'
    ),
    '소프트': (
        '소프트웨어가 연결 중단을 초래했습니다\tnative'
    ),
    '시간': (
        '시간\tkorean'
    ),
    '시스템': (
        '시스템에 파일을 너무 많이 열었음\tnative'
    ),
    '알려진': (
        '알려진 호스트가 없습니다\tnative'
    ),
    '암호': (
        '암호\tkorean'
    ),
    '액세스': (
        '액세스 권한에 의해 숨겨진 소켓\tnative'
    ),
    '에서 ': (
        '에서 연결을 거부했습니다\terror_pages\n'
        '에서 응답하는 데 시간이 너무 오래\terror_pages'
    ),
    '연결': (
        '연결\tkorean'
    ),
    '연결 ': (
        '연결 시간 초과\tnative\n'
        '연결 시도가 실패했습니다\tpostgres\n'
        '연결 제한 시간이 만료\tsqlserver'
    ),
    '연결된': (
        '연결된 구성원으로부터 응답이 없어\tnative'
    ),
    '연결이': (
        '연결이 거부됨\tnative'
    ),
    '열린 ': (
        '열린 파일이 너무 많음\tnative'
    ),
    '요청한': (
        '요청한 주소는 해당 컨텍스트에서\tnative\n'
        '요청한 주소를 배정할 수 없습니다\tnative'
    ),
    '원격': (
        '원격\tkorean'
    ),
    '원격 ': (
        '원격 호스트에 의해 강제로 끊겼습니다\tnative'
    ),
    '응답': (
        '응답\tkorean'
    ),
    '이(가': (
        '이(가) 로그인하지 못했습니다\tsqlserver'
    ),
    '이름 ': (
        '이름 혹은 서비스를 알 수 없습니다\tnative'
    ),
    '이미 ': (
        '이미 사용\tkorean'
    ),
    '인스턴': (
        '인스턴스에서 암호화를 지원하지\tsqlserver'
    ),
    '인증': (
        '인증\tkorean'
    ),
    '인터넷': (
        '인터넷 연결이 오프라인\tapple_words'
    ),
    '접속': (
        '접속\tkorean'
    ),
    '제한 ': (
        '제한 시간이 지났거나 서버가\tsqlserver'
    ),
    '주소가': (
        '주소가 이미 사용 중입니다\tnative'
    ),
    '주소군': (
        '주소군을 규약에서 지원하지 않음\tnative'
    ),
    '지정된': (
        '지정된 호스트 이름을 가진 서버를 찾을 수 없\tapple_words'
    ),
    '파이프': (
        '파이프가 깨어짐\tnative'
    ),
    '포트로': (
        '포트로 접속할 수 없음\tpostgres'
    ),
    '프록시': (
        '프록시 서버가 연결을 거부\tproxy_pages\n'
        '프록시 서버에 문제가\tproxy_pages'
    ),
    '허가 ': (
        '허가 거부\tnative'
    ),
    '호스트': (
        '호스트\tkorean\n'
        '호스트가 죽었습니다\tnative\n'
        '호스트로 갈 루트가 없음\tnative\n'
        '호스트이름과 대응되는 주소가 없음\tnative'
    ),
}  # fmt: skip
"The first three letters → the stems that begin so, one a line, and the readers that have each."
