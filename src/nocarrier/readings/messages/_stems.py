"""What to look for in a text (`search`), and the readers' stems that it stands for. Written by `just pages`."""

from __future__ import annotations

WORDS = frozenset({
    b'acceptable',
    b'adres',
    b'adresse',
    b'adresu',
    b'after',
    b'aktywnie',
    b'allowed',
    b'already',
    b'alternative',
    b'anfitri\xc3\xa3o',
    b'angegebene',
    b'aperti',
    b'arquivos',
    b'arr\xc3\xaat\xc3\xa9',
    b'assign',
    b'associerad',
    b'atteindre',
    b'attempting',
    b'attempts',
    b'authentication',
    b'authority',
    b'available',
    b'bad_header',
    b'ba\xc4\x9flant\xc4\xb1n\xc4\xb1n',
    b'before',
    b'bestanden',
    b'bestimmten',
    b'bilgisayar',
    b'blocked',
    b'borttagen',
    b'bris\xc3\xa9',
    b'broker',
    b'buffer',
    b'bufferruimte',
    b'buffertplats',
    b'caminho',
    b'canceled',
    b'caused',
    b'certificate',
    b'challenge',
    b'chwilowo',
    b'closed',
    b'code',
    b'communication',
    b'componente',
    b'conectada',
    b'conexi\xc3\xb3n',
    b'conex\xc3\xa3o',
    b'configured',
    b'connecting',
    b'convenablement',
    b'corretta',
    b'could',
    b'create',
    b'daten',
    b'deadline_exceeded',
    b'demand\xc3\xa9e',
    b'denied',
    b'dependencies',
    b'derartiger',
    b'destination',
    b'destino',
    b'detected',
    b'determine',
    b'dienst',
    b'direcciones',
    b'direcci\xc3\xb3n',
    b'dispon\xc3\xadvel',
    b'dlouho',
    b'dosya',
    b'during',
    b'd\xc3\xbczeltilebilir',
    b'enable',
    b'endere\xc3\xa7o',
    b'endere\xc3\xa7os',
    b'eri\xc5\x9filebilir',
    b'error',
    b'esgotado',
    b'espace',
    b'espacio',
    b'establish',
    b'establishing',
    b'est\xc3\xa1',
    b'existante',
    b'expected',
    b'expiration',
    b'express\xc3\xa9ment',
    b'failure',
    b'family',
    b'fechada',
    b'fehler',
    b'ficheiros',
    b'ficheros',
    b'fichiers',
    b'find',
    b'forbidden',
    b'forzatamente',
    b'gone',
    b'handle',
    b'handshake',
    b'handshake_timeout',
    b'haszn\xc3\xa1latban',
    b'hauptspeicher',
    b'header',
    b'headers',
    b'h\xc3\xa1l\xc3\xb3zat',
    b'impossible',
    b'indicated',
    b'indirizzo',
    b'init',
    b'initialis\xc3\xa9e',
    b'initiate',
    b'instradamento',
    b'internet',
    b'interrotta',
    b'invalid',
    b'i\xc3\xa7inde',
    b'jm\xc3\xa9no',
    b'kapcsolatot',
    b'kapcsolatszakad\xc3\xa1st',
    b'kar\xc5\x9f\xc4\xb1dan',
    b'length',
    b'living',
    b'locating',
    b'logged',
    b'logiciel',
    b'lookup',
    b'lost',
    b'makinenizdeki',
    b'many',
    b'match',
    b'matching',
    b'message',
    b'miejsca',
    b'missing',
    b'misslyckades',
    b'm\xc3\xa5nga',
    b'm\xc5\xb1velet',
    b'neexistuje',
    b'negotiation',
    b'nicht',
    b'ninguna',
    b'number',
    b'nyitott',
    b'n\xc3\xa9vfelold\xc3\xa1si',
    b'occurred',
    b'oczekiwania',
    b'odwzorowaniu',
    b'offene',
    b'olarak',
    b'operation',
    b'orsakade',
    b'otev\xc5\x99en\xc3\xbdch',
    b'otwartych',
    b'para',
    b'parse',
    b'parser',
    b'parsing',
    b'permission',
    b'persistente',
    b'postmaster',
    b'probleem',
    b'programa',
    b'properly',
    b'protokoll',
    b'provider',
    b'przez',
    b'pufferspeicher',
    b'p\xc5\x99eru\xc5\xa1ena',
    b'reader',
    b'received',
    b'record',
    b'refused',
    b'reinicializada',
    b'remote',
    b'reply',
    b'reposta',
    b'requested',
    b'required',
    b'reset',
    b'resoluci\xc3\xb3n',
    b'resolution',
    b'resolution\xec\x97\x90\xec\x84\x9c',
    b'resolu\xc3\xa7\xc3\xa3o',
    b'resolve',
    b'returned',
    b'risoluzione',
    b'route',
    b'router',
    b'running',
    b'r\xc3\xa9seau',
    b'r\xc3\xa9solution',
    b'security',
    b'sending',
    b'service',
    b'serviceunavailable',
    b'servicio',
    b'servis',
    b'servizio',
    b'servi\xc3\xa7o',
    b'siker\xc3\xbclt',
    b'software',
    b'solicitada',
    b'solicitado',
    b'soquete',
    b'specified',
    b'specify',
    b'spowodowa\xc5\x82o',
    b'sslerror',
    b'starting',
    b'streamlosterror',
    b'strona',
    b'subprotocol',
    b'subprotocols',
    b'such',
    b'support',
    b'supportata',
    b'support\xc3\xa9e',
    b'syscall',
    b'szolg\xc3\xa1ltat\xc3\xa1s',
    b'taking',
    b'taraf\xc4\xb1ndan',
    b'temporarily',
    b'terminated',
    b'the',
    b'tidsgr\xc3\xa4ns',
    b'tiempo',
    b'timed',
    b'title',
    b'tj\xc3\xa4nst',
    b'token',
    b'transport',
    b'trasy',
    b'tunnel',
    b'tunneling',
    b't\xc3\xa1rs\xc3\xadtva',
    b'ukon\xc4\x8den\xc3\xad',
    b'unexpected',
    b'unexpectedly',
    b'unknown',
    b'unrecognized',
    b'unterbrochen',
    b'usage',
    b'us\xc5\x82uga',
    b'valid',
    b'validating',
    b'verbindung',
    b'verbroken',
    b'verification',
    b'verifying',
    b'version',
    b'verursachte',
    b'vyhodnocen\xc3\xad',
    b'vyhodnocov\xc3\xa1n\xc3\xad',
    b'vyrovn\xc3\xa1vac\xc3\xad',
    b'waiting',
    b'while',
    b'wurde',
    b'zru\xc5\xa1eno',
    b'\xc3\xa5terh\xc3\xa4mtningsbart',
    b'\xc3\xa7\xc3\xb6z\xc3\xbcn\xc3\xbcrl\xc3\xbc\xc4\x9f\xc3\xbcnde',
    b'\xc3\xa9rhet\xc5\x91',
    b'\xc3\xb6nbelleklerinin',
    b'\xc3\xbatvonal',
    b'\xc3\xbczerinden',
    b'\xd0\xb1\xd1\x83\xd1\x84\xd0\xb5\xd1\x80\xd0\xbd\xd0\xbe\xd0\xb3\xd0\xbe',
    b'\xd0\xb2\xd0\xb4\xd0\xb0\xd0\xbb\xd0\xbe\xd1\x81\xd1\x8f',
    b'\xd0\xb2\xd1\x8b\xd0\xb7\xd0\xb2\xd0\xb0\xd0\xbb\xd0\xb0',
    b'\xd0\xb2\xd1\x96\xd0\xb4\xd0\xba\xd1\x80\xd0\xb8\xd1\x82\xd0\xb8\xd1\x85',
    b'\xd0\xb6\xd0\xbe\xd0\xb4\xd0\xbd\xd0\xbe\xd1\x97',
    b'\xd0\xb7\xd0\xb0\xd0\xbb\xd0\xb8\xd1\x88\xd0\xb8\xd0\xbb\xd0\xbe\xd1\x81\xd1\x8f',
    b'\xd0\xb7\xd0\xb0\xd0\xbf\xd1\x80\xd0\xbe\xd1\x88\xd0\xb5\xd0\xbd\xd0\xbd\xd1\x8b\xd0\xb9',
    b'\xd0\xb8\xd1\x81\xd0\xbf\xd0\xbe\xd0\xbb\xd1\x8c\xd0\xb7\xd0\xbe\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xb8\xd0\xb5',
    b'\xd0\xba\xd0\xbe\xd0\xbc\xd0\xbf\xd1\x8c\xd1\x8e\xd1\x82\xd0\xb5\xd1\x80',
    b'\xd0\xba\xd0\xbe\xd0\xbd\xd1\x82\xd0\xb5\xd0\xba\xd1\x81\xd1\x82\xd0\xb0',
    b'\xd0\xbc\xd0\xb0\xd1\x80\xd1\x88\xd1\x80\xd1\x83\xd1\x82\xd0\xb0',
    b'\xd0\xbc\xd0\xb0\xd1\x80\xd1\x88\xd1\x80\xd1\x83\xd1\x82\xd1\x83',
    b'\xd0\xbd\xd0\xb0\xd0\xb7\xd0\xb2\xd0\xb0',
    b'\xd0\xbe\xd1\x82\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb5\xd0\xbd\xd0\xbd\xd0\xbe\xd0\xb9',
    b'\xd0\xbe\xd1\x82\xd0\xba\xd1\x80\xd1\x8b\xd1\x82\xd1\x8b\xd1\x85',
    b'\xd0\xbe\xd1\x87\xd0\xb5\xd1\x80\xd0\xb5\xd0\xb4\xd1\x8c',
    b'\xd0\xbe\xd1\x87\xd1\x96\xd0\xba\xd1\x83\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbd\xd1\x8f',
    b'\xd0\xbf\xd0\xbe\xd0\xb4\xd0\xb4\xd0\xb5\xd1\x80\xd0\xb6\xd0\xb8\xd0\xb2\xd0\xb0\xd0\xb5\xd1\x82\xd1\x81\xd1\x8f',
    b'\xd0\xbf\xd0\xbe\xd0\xbc\xd0\xb8\xd0\xbb\xd0\xba\xd0\xb0',
    b'\xd0\xbf\xd1\x80\xd0\xb8\xd0\xbd\xd1\x83\xd0\xb4\xd0\xb8\xd1\x82\xd0\xb5\xd0\xbb\xd1\x8c\xd0\xbd\xd0\xbe',
    b'\xd0\xbf\xd1\x80\xd0\xbe\xd0\xb3\xd1\x80\xd0\xb0\xd0\xbc\xd0\xbd\xd0\xb8\xd0\xbc',
    b'\xd0\xbf\xd1\x96\xd0\xb4\xd1\x82\xd1\x80\xd0\xb8\xd0\xbc\xd1\x83\xd1\x94\xd1\x82\xd1\x8c\xd1\x81\xd1\x8f',
    b'\xd1\x80\xd0\xb0\xd0\xb7\xd0\xbe\xd1\x80\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbe',
    b'\xd1\x80\xd0\xb0\xd0\xb7\xd1\x80\xd0\xb5\xd1\x88\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb8',
    b'\xd1\x80\xd0\xbe\xd0\xb7\xd1\x96\xd1\x80\xd0\xb2\xd0\xb0\xd0\xb2',
    b'\xd1\x81\xd0\xb2\xd1\x8f\xd0\xb7\xd0\xb0\xd0\xbd\xd0\xbe',
    b'\xd1\x81\xd0\xbe\xd0\xb5\xd0\xb4\xd0\xb8\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb8',
    b'\xd1\x81\xd0\xbe\xd0\xb5\xd0\xb4\xd0\xb8\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xb8\xd1\x8f',
    b'\xd1\x82\xd1\x80\xd0\xb5\xd0\xb1\xd1\x83\xd0\xb5\xd0\xbc\xd0\xbe\xd0\xb5',
    b'\xd1\x83\xd1\x81\xd1\x82\xd0\xb0\xd0\xbd\xd0\xbe\xd0\xb2\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xbd\xd0\xbe\xd0\xb5',
    b'\xd1\x94\xd0\xb4\xd0\xbd\xd0\xb0\xd0\xbd\xd0\xbd\xd1\x96',
    b'\xea\xb5\xac\xec\x84\xb1\xec\x9b\x90\xec\x9c\xbc\xeb\xa1\x9c\xeb\xb6\x80\xed\x84\xb0',
    b'\xea\xb7\x9c\xec\x95\xbd\xec\x97\x90\xec\x84\x9c',
    b'\xec\xbb\xb4\xed\x93\xa8\xed\x84\xb0\xec\x97\x90\xec\x84\x9c',
    b'\xed\x97\x88\xec\x9a\xa9\xed\x95\x98\xec\xa7\x80',
})  # fmt: skip
"Whole words."

PIECES = (
    b' adatcsatorna',
    b' al\xc4\xb1nam\xc4\xb1yor',
    b' aperti',
    b' associated',
    b' attivo',
    b' banner',
    b' berechtigung',
    b' bestanden',
    b' closed',
    b' code',
    b' conhecido',
    b' connecting',
    b' daemon',
    b' denied',
    b' dostupn\xc3\xa1',
    b' dropped',
    b' engellendi',
    b' enoent',
    b' error',
    b' established',
    b' expirada',
    b' failed',
    b' forbidden',
    b' frame',
    b' function',
    b' geweigerd',
    b' greeting',
    b' header',
    b' herror',
    b' httperror',
    b' inacess\xc3\xadvel',
    b' inconnu',
    b' issuer',
    b' megtagadva',
    b' misbehaving',
    b' m\xc5\xb1k\xc3\xb6dik',
    b' nekas',
    b' occurred',
    b' odm\xc3\xadtnuto',
    b' oldu',
    b' opentimeout',
    b' order',
    b' preface',
    b' private',
    b' problem',
    b' prohibited',
    b' quebrado',
    b' readtimeout',
    b' refuse',
    b' refused',
    b' required',
    b' resolve',
    b' resource',
    b' revoked',
    b' routines',
    b' servname',
    b' small',
    b' specify',
    b' status',
    b' subprotocol',
    b' succeed',
    b' timeout',
    b' trusted',
    b' user',
    b' verification',
    b' verilmedi',
    b' when',
    b' \xd0\xb2\xd0\xb8\xd0\xba\xd0\xbe\xd1\x80\xd0\xb8\xd1\x81\xd1\x82\xd0\xb0\xd0\xbd\xd0\xbe',
    b' \xd0\xb2\xd0\xb8\xd0\xbc\xd0\xba\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xbe',
    b' \xd0\xb2\xd1\x8b\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb5\xd0\xbd',
    b' \xd0\xb7\xd0\xb0\xd0\xb1\xd0\xbe\xd1\x80\xd0\xbe\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xbe',
    b' \xd0\xb8\xd1\x81\xd0\xbf\xd0\xbe\xd0\xbb\xd1\x8c\xd0\xb7\xd1\x83\xd0\xb5\xd1\x82\xd1\x81\xd1\x8f',
    b' \xd0\xba\xd0\xb0\xd0\xbd\xd0\xb0\xd0\xbb\xd0\xb0',
    b' \xd0\xbd\xd0\xb5\xd0\xb8\xd0\xb7\xd0\xb2\xd0\xb5\xd1\x81\xd1\x82\xd0\xb5\xd0\xbd',
    b' \xd0\xbe\xd0\xb1\xd1\x96\xd1\x80\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbe',
    b' \xd0\xbf\xd0\xbe\xd0\xb7\xd0\xb2\xd0\xbe\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb0',
    b' \xd1\x80\xd0\xb0\xd0\xb1\xd0\xbe\xd1\x82\xd0\xb0\xd0\xb5\xd1\x82',
    b' \xd1\x81\xd0\xbb\xd1\x83\xd0\xb6\xd0\xb1\xd0\xb0',
    b' \xeb\x81\x8a\xea\xb2\xbc\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4',
    b' \xeb\xb6\x88\xea\xb0\x80\xeb\x8a\xa5\xed\x95\xa9\xeb\x8b\x88\xeb\x8b\xa4',
    b' \xec\x97\x86\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4',
    b' \xec\xa3\xbd\xec\x97\x88\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4',
    b' \xec\xa4\x91\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4',
    b' \xec\xb4\x88\xeb\x9e\x98\xed\x96\x88\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4',
    b' \xec\xbb\xa8\xed\x85\x8d\xec\x8a\xa4\xed\x8a\xb8\xec\x97\x90\xec\x84\x9c',
    b' \xed\x94\x84\xeb\xa1\x9c\xed\x86\xa0\xec\xbd\x9c',
    b'_end_of_file',
    b'_error',
    b'_sock',
    b'aborted',
    b'acces',
    b'actie',
    b'address',
    b'adres',
    b'adstatusline',
    b'aggregate',
    b'alert',
    b'allowed',
    b'already',
    b'amqp',
    b'ashloopbacko',
    b'available',
    b'bad ',
    b'ba\xc4\x9flant\xc4\xb1',
    b'benchmarking',
    b'broke',
    b'brutet',
    b'can ',
    b'cannot',
    b'can\xe2\x80\x99t',
    b'cert_not_yet',
    b'certificate',
    b'channel',
    b'clickhouse',
    b'connack',
    b'connect ',
    b'connectionpo',
    b'connectordns',
    b'connessione',
    b'connexion ',
    b'could',
    b'curl',
    b'curle_',
    b'data ',
    b'dial ',
    b'disconnected',
    b'domain',
    b'dost\xc4\x99p',
    b'down',
    b'eaddr',
    b'eai_',
    b'econn',
    b'eexception',
    b'ehost',
    b'emfile',
    b'endere\xc3\xa7o',
    b'enet',
    b'enfile',
    b'engine',
    b'enobufs',
    b'eperm',
    b'epipe',
    b'eproto',
    b'err_',
    b'errno',
    b'errorcode',
    b'esolvedaddre',
    b'etcdserver',
    b'exceed',
    b'exception',
    b'exchange',
    b'expected',
    b'expired',
    b'failed',
    b'failure',
    b'fehler',
    b'ferror',
    b'found',
    b'fsockopen',
    b'f\xc3\xb6rbindelsen',
    b'gaierror',
    b'gateway',
    b'getaddr',
    b'gnutls',
    b'got ',
    b'grpc',
    b'handshake',
    b'hpe_',
    b'httpcore',
    b'httpx',
    b'hyper',
    b'ibile',
    b'illegal',
    b'inactivity',
    b'incomplete',
    b'indirizzo',
    b'inerror',
    b'iness',
    b'ingen',
    b'internet',
    b'invalid',
    b'java ',
    b'javax',
    b'kafka',
    b'kapcsolat',
    b'kind',
    b'kubectl',
    b'ldap',
    b'lerror',
    b'libcurl',
    b'liveness',
    b'login',
    b'lost',
    b'makina',
    b'malformed',
    b'mariadb',
    b'match',
    b'memcache',
    b'missing',
    b'mixed',
    b'mongo',
    b'mount',
    b'mqtt',
    b'mysql',
    b'ncat',
    b'negotiation',
    b'netwerk',
    b'network ',
    b'noroutetohos',
    b'n\xc3\xa4tverket',
    b'openssl',
    b'operac',
    b'operationen',
    b'ora ',
    b'overflow',
    b'permess',
    b'permis',
    b'permit',
    b'pg_hba',
    b'pkix',
    b'plain',
    b'po\xc5\x82\xc4\x85czenie',
    b'premature',
    b'provoz',
    b'proxy ',
    b'proxyconnect',
    b'proxyerror',
    b'przerwany',
    b'query',
    b'rabbitmq',
    b'rack',
    b'received',
    b'redis',
    b'refused',
    b'register',
    b'rejected',
    b'remaining',
    b'request',
    b'reqwest',
    b'reset',
    b'resolution',
    b'respond',
    b'response',
    b'returned',
    b'rsync',
    b'scono',
    b'sec_e_',
    b'selection',
    b'self_signed',
    b'send',
    b'servfail',
    b'smtp',
    b'socket',
    b'socks',
    b'sqlstate',
    b'sslv',
    b'statuscode',
    b'telnet',
    b'terminat',
    b'terro',
    b'texception',
    b'timed',
    b'timedout',
    b'tlsv',
    b'tns ',
    b'topology',
    b'transport',
    b'trouble',
    b'trying',
    b'ttimeout',
    b'tuber\xc3\xada',
    b'unable',
    b'unauth',
    b'und_err',
    b'unexpected',
    b'unix',
    b'unknown',
    b'unreachable',
    b'unrecognized',
    b'upstream',
    b'urlopen',
    b'usada',
    b'verbinding',
    b'verbindungsaufbau ',
    b'violation',
    b'v\xc3\xa4rddator',
    b'waiting',
    b'wget',
    b'while',
    b'winhttp',
    b'wininet',
    b'winsock',
    b'workerman',
    b'wrong',
    b'wy\xc5\x82\xc4\x85czon',
    b'zookeeper',
    b'\xd0\xb4\xd0\xbe\xd1\x81\xd1\x82\xd1\x83\xd0\xbf',
    b'\xe3\x81\x84\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\xab\xe5\xaf\xbe\xe3\x81\x97\xe3\x81\xa6\xe3\x82\xbd\xe3\x82\xb1\xe3\x83\x83\xe3\x83\x88',
    b'\xe3\x81\x8c\xe3\x81\x82\xe3\x82\x8a\xe3\x81\xbe\xe3\x81\x9b\xe3\x82\x93',
    b'\xe3\x81\x8e\xe3\x81\xa6\xe3\x82\x82\xe6\xad\xa3\xe3\x81\x97\xe3\x81\x8f\xe5\xbf\x9c\xe7\xad\x94\xe3\x81\x97\xe3\x81\xaa\xe3\x81\x8b\xe3\x81\xa3',
    b'\xe3\x81\x95\xe3\x82\x8c\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f',
    b'\xe3\x81\x97\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f',
    b'\xe3\x81\x9d\xe3\x81\xae\xe3\x82\x88\xe3\x81\x86\xe3\x81\xaa\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\xaf\xe4\xb8\x8d\xe6\x98\x8e\xe3\x81\xa7',
    b'\xe3\x81\xbe\xe3\x81\x9b\xe3\x82\x93\xe3\x81\xa7\xe3\x81\x97\xe3\x81\x9f',
    b'\xe3\x81\xbe\xe3\x81\x9f\xe3\x81\xaf\xe3\x82\xb5\xe3\x83\xbc\xe3\x83\x93\xe3\x82\xb9\xe3\x81\x8c\xe4\xb8\x8d\xe6\x98\x8e\xe3\x81\xa7\xe3\x81\x99',
    b'\xe3\x82\xa2\xe3\x83\x89\xe3\x83\xac\xe3\x82\xb9',
    b'\xe3\x82\xa8\xe3\x83\xa9\xe3\x83\xbc',
    b'\xe3\x83\x8d\xe3\x83\x83\xe3\x83\x88\xe3\x83\xaf\xe3\x83\xbc\xe3\x82\xaf',
    b'\xe3\x83\x95\xe3\x82\xa1\xe3\x82\xa4\xe3\x83\xab\xe3\x82\x92\xe9\x96\x8b\xe3\x81\x8d\xe3\x81\x99\xe3\x81\x8e\xe3\x81\xa7\xe3\x81\x99',
    b'\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\x8c\xe8\x90\xbd\xe3\x81\xa1\xe3\x81\xa6\xe3\x81\x84\xe3\x81\xbe\xe3\x81\x99',
    b'\xe4\xb8\x80\xe4\xb8\xaa\xe6\x97\xa0\xe6\xb3\x95\xe8\xbf\x9e\xe6\x8e\xa5\xe7\x9a\x84',
    b'\xe4\xb8\x8d\xe5\x85\x81\xe8\xae\xb8\xe7\x9a\x84\xe6\x93\x8d\xe4\xbd\x9c',
    b'\xe4\xb8\x8d\xe5\x88\xb0\xe9\x80\x9a\xe5\xbe\x80\xe8\xa9\xb2\xe4\xb8\xbb\xe6\xa9\x9f\xe7\x9a\x84\xe8\xb7\xaf\xe7\x94\xb1\xe8\xb7\xaf\xe5\xbe\x91',
    b'\xe4\xb8\x8d\xe7\x9f\xa5\xe9\x81\x93\xe8\xbf\x99\xe6\xa0\xb7\xe7\x9a\x84\xe4\xb8\xbb\xe6\x9c\xba',
    b'\xe4\xb8\xad\xe7\x9a\x84\xe8\xbd\xaf\xe4\xbb\xb6\xe4\xb8\xad\xe6\xad\xa2\xe4\xba\x86\xe4\xb8\x80\xe4\xb8\xaa\xe5\xb7\xb2\xe5\xbb\xba\xe7\xab\x8b',
    b'\xe4\xb8\xbb\xe6\x9c\xba\xe5\xbc\xba\xe8\xbf\xab\xe5\x85\xb3\xe9\x97\xad\xe4\xba\x86\xe4\xb8\x80\xe4\xb8\xaa\xe7\x8e\xb0\xe6\x9c\x89\xe7\x9a\x84',
    b'\xe4\xb8\xbb\xe6\xa9\x9f\xe4\xb8\x8a\xe7\x9a\x84\xe8\xbb\x9f\xe9\xab\x94\xe4\xb8\xad\xe6\xad\xa2',
    b'\xe4\xbd\x8d\xe5\x9d\x80\xe5\xb7\xb2\xe7\xb6\x93\xe6\x9c\x89\xe5\x9c\xa8\xe4\xbd\xbf\xe7\x94\xa8',
    b'\xe4\xbd\x8d\xe5\x9d\x80\xe6\x97\x8f\xe7\xbe\xa4\xe4\xb8\x8d\xe8\xa2\xab\xe5\x8d\x94\xe5\xae\x9a\xe6\x89\x80\xe6\x94\xaf\xe6\x8f\xb4',
    b'\xe5\x8d\x8f\xe8\xae\xae\xe4\xb8\x8d\xe6\x94\xaf\xe6\x8c\x81\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80\xe6\x97\x8f',
    b'\xe5\x8f\xaa\xe8\x83\xbd\xe7\x94\xa8\xe4\xb8\x80\xe5\x80\x8b\xe9\x80\x9a\xe8\xa8\x8a\xe7\xab\xaf\xe4\xbd\x8d\xe5\x9d\x80',
    b'\xe5\x90\x8d\xe7\xa8\xb1\xe6\x88\x96\xe6\x9c\x8d\xe5\x8b\x99\xe6\x9c\xaa\xe7\x9f\xa5',
    b'\xe5\x90\x8d\xe8\xa7\xa3\xe6\x9e\x90\xe4\xb8\xad\xe5\x87\xba\xe7\x8e\xb0\xe4\xb8\x8d\xe5\x8f\xaf\xe4\xbf\xae\xe5\xa4\x8d\xe7\x9a\x84\xe5\xa4\xb1',
    b'\xe5\x9c\xa8\xe4\xb8\x80\xe6\xae\xb5\xe6\x97\xb6\xe9\x97\xb4\xe5\x90\x8e\xe6\xb2\xa1\xe6\x9c\x89\xe6\xad\xa3\xe7\xa1\xae\xe7\xad\x94\xe5\xa4\x8d',
    b'\xe5\x9c\xb0\xe5\x9d\x80\xe5\xb7\xb2\xe5\x9c\xa8\xe4\xbd\xbf\xe7\x94\xa8',
    b'\xe5\x9f\x9f\xe5\x90\x8d\xe8\xa7\xa3\xe6\x9e\x90\xe6\x9a\x82\xe6\x97\xb6\xe5\xa4\xb1\xe8\xb4\xa5',
    b'\xe5\xb0\x8d\xe8\xb1\xa1\xe6\x9c\x89\xe4\xb8\x80\xe6\xae\xb5\xe6\x99\x82\xe9\x96\x93\xe4\xb8\xa6\xe6\x9c\xaa\xe6\xad\xa3\xe7\xa2\xba\xe5\x9b\x9e',
    b'\xe6\x89\x93\xe5\xbc\x80\xe7\x9a\x84\xe6\x96\x87\xe4\xbb\xb6\xe8\xbf\x87\xe5\xa4\x9a',
    b'\xe6\x8b\x92\xe7\xb5\x95\xe4\xb8\x8d\xe7\xac\xa6\xe6\xac\x8a\xe9\x99\x90\xe7\x9a\x84\xe6\x93\x8d\xe4\xbd\x9c',
    b'\xe6\x8b\x92\xe7\xbb\x9d\xe8\xbf\x9e\xe6\x8e\xa5',
    b'\xe6\x96\xad\xe5\xbc\x80\xe7\x9a\x84\xe7\xae\xa1\xe9\x81\x93',
    b'\xe6\x97\xa0\xe6\xb3\x95\xe8\xa7\xa3\xe6\x9e\x90\xe4\xb8\xbb\xe6\x9c\xba\xe5\x9c\xb0\xe5\x9d\x80',
    b'\xe6\x9c\xaa\xe7\x9f\xa5\xe7\x9a\x84\xe5\x90\x8d\xe7\xa7\xb0\xe6\x88\x96\xe6\x9c\x8d\xe5\x8a\xa1',
    b'\xe6\x9d\x83\xe9\x99\x90\xe4\xb8\x8d\xe5\xa4\x9f',
    b'\xe6\xad\xa4\xe9\xa0\x85\xe6\x93\x8d\xe4\xbd\x9c\xe4\xb8\xa6\xe4\xb8\x8d\xe8\xa2\xab\xe5\x85\x81\xe8\xa8\xb1',
    b'\xe6\xb2\x92\xe6\x9c\x89\xe4\xbd\x8d\xe5\x9d\x80\xe9\x97\x9c\xe8\x81\xaf\xe8\x87\xb3\xe6\xad\xa4\xe4\xb8\xbb\xe6\xa9\x9f\xe5\x90\x8d\xe7\xa8\xb1',
    b'\xe6\xb2\x92\xe6\x9c\x89\xe5\x8f\xaf\xe7\x94\xa8\xe7\x9a\x84\xe7\xb7\xa9\xe8\xa1\x9d\xe7\xa9\xba\xe9\x96\x93\xe4\xba\x86',
    b'\xe6\xb2\xa1\xe6\x9c\x89\xe4\xb8\x8e\xe4\xb8\xbb\xe6\x9c\xba\xe5\x90\x8d\xe5\x85\xb3\xe8\x81\x94\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80',
    b'\xe6\xb2\xa1\xe6\x9c\x89\xe5\x88\xb0\xe4\xb8\xbb\xe6\x9c\xba\xe7\x9a\x84\xe8\xb7\xaf\xe7\x94\xb1',
    b'\xe6\xb2\xa1\xe6\x9c\x89\xe6\x8e\xa5\xe6\x94\xb6\xe5\x88\xb0\xe6\x95\xb0\xe6\x8d\xae',
    b'\xe7\x84\xa1\xe6\xb3\x95\xe6\x8c\x87\xe5\xae\x9a\xe6\x89\x80\xe9\x9c\x80\xe7\x9a\x84\xe4\xbd\x8d\xe5\x9d\x80',
    b'\xe7\x84\xa1\xe6\xb3\x95\xe6\x8e\xa5\xe8\xa7\xb8\xe7\xb6\xb2\xe8\xb7\xaf',
    b'\xe7\x84\xa1\xe6\xb3\x95\xe8\xad\x98\xe5\x88\xa5\xe9\x80\x99\xe5\x8f\xb0\xe4\xb8\xbb\xe6\xa9\x9f',
    b'\xe7\x94\xb1\xe8\xbd\xaf\xe4\xbb\xb6\xe5\xaf\xbc\xe8\x87\xb4\xe7\x9a\x84\xe8\xbf\x9e\xe6\x8e\xa5\xe6\x96\xad\xe5\xbc\x80',
    b'\xe7\x9b\xae\xe6\xa0\x87\xe8\xae\xa1\xe7\xae\x97\xe6\x9c\xba\xe7\xa7\xaf\xe6\x9e\x81\xe6\x8b\x92\xe7\xbb\x9d',
    b'\xe7\x9b\xae\xe6\xa8\x99\xe9\x9b\xbb\xe8\x85\xa6\xe6\x8b\x92\xe7\xb5\x95\xe9\x80\xa3\xe7\xb7\x9a',
    b'\xe7\xa2\xba\xe7\xab\x8b\xe3\x81\x95\xe3\x82\x8c\xe3\x81\x9f\xe6\x8e\xa5\xe7\xb6\x9a\xe3\x81\x8c\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88',
    b'\xe7\xae\xa1\xe7\xb7\x9a\xe6\x90\x8d\xe5\xa3\x9e',
    b'\xe7\xb3\xbb\xe7\xb5\xb1\xe4\xb8\xad\xe5\xa4\xaa\xe5\xa4\x9a\xe7\x9a\x84\xe9\x96\x8b\xe5\x95\x9f\xe6\xaa\x94\xe6\xa1\x88',
    b'\xe7\xb6\xb2\xe8\xb7\xaf\xe5\x81\x9c\xe6\x93\xba',
    b'\xe7\xbc\x93\xe5\x86\xb2\xe5\x8c\xba\xe7\xa9\xba\xe9\x97\xb4',
    b'\xe7\xbd\x91\xe7\xbb\x9c\xe4\xb8\x8d\xe5\x8f\xaf\xe8\xbe\xbe',
    b'\xe7\xbd\x91\xe7\xbb\x9c\xe5\xb7\xb2\xe5\x85\xb3\xe9\x97\xad',
    b'\xe8\xa7\xa3\xe6\x9e\x90\xe5\x90\x8d\xe7\xa8\xb1\xe6\x99\x82\xe7\x99\xbc\xe7\x94\x9f',
    b'\xe8\xa8\xb1\xe5\x8f\xaf\xe3\x81\x95\xe3\x82\x8c\xe3\x81\xa6\xe3\x81\x84\xe3\x81\xaa\xe3\x81\x84\xe6\x93\x8d\xe4\xbd\x9c\xe3\x81\xa7\xe3\x81\x99',
    b'\xe8\xaf\xb7\xe6\xb1\x82\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80',
    b'\xe8\xbb\x9f\xe9\xab\x94\xe9\x80\xa0\xe6\x88\x90\xe9\x80\xa3\xe7\xb7\x9a\xe4\xb8\xad\xe6\x96\xb7',
    b'\xe8\xbf\x9e\xe6\x8e\xa5\xe8\xa2\xab\xe5\xaf\xb9\xe6\x96\xb9\xe9\x87\x8d\xe8\xae\xbe',
    b'\xe8\xbf\x9e\xe6\x8e\xa5\xe8\xb6\x85\xe6\x97\xb6',
    b'\xe9\x80\x9a\xe5\xb8\xb8\xe6\xaf\x8f\xe4\xb8\xaa\xe5\xa5\x97\xe6\x8e\xa5\xe5\xad\x97\xe5\x9c\xb0\xe5\x9d\x80',
    b'\xe9\x80\xa3\xe7\xb7\x9a\xe8\xa2\xab\xe5\xb0\x8d\xe6\x96\xb9\xe9\x87\x8d\xe8\xa8\xad',
    b'\xe9\x80\xa3\xe7\xb7\x9a\xe8\xa2\xab\xe6\x8b\x92\xe7\xb5\x95',
    b'\xe9\x80\xa3\xe7\xb7\x9a\xe8\xb6\x85\xe9\x81\x8e\xe6\x99\x82\xe9\x96\x93',
    b'\xe9\x81\xa0\xe7\xab\xaf\xe4\xb8\xbb\xe6\xa9\x9f\xe5\xb7\xb2\xe5\xbc\xb7\xe5\x88\xb6\xe9\x97\x9c\xe9\x96\x89',
    b'\xe9\x81\xa0\xe7\xab\xaf\xe7\xb3\xbb\xe7\xb5\xb1\xe5\xb7\xb2\xe5\x81\x9c\xe6\xa9\x9f\xe4\xba\x86',
    b'\xe9\x96\x8b\xe5\x95\x9f\xe5\xa4\xaa\xe5\xa4\x9a\xe6\xaa\x94\xe6\xa1\x88',
    b'\xec\x83\x81\xeb\x8c\x80\xed\x8e\xb8\xec\x9d\xb4',
    b'\xec\x8b\x9c\xec\x8a\xa4\xed\x85\x9c\xec\x97\x90',
    b'\xed\x8c\x8c\xec\x9d\xb4\xed\x94\x84\xea\xb0\x80',
    b'\xed\x98\xb8\xec\x8a\xa4\xed\x8a\xb8\xeb\xa1\x9c',
    b'\xed\x98\xb8\xec\x8a\xa4\xed\x8a\xb8\xec\x9d\xb4\xeb\xa6\x84\xea\xb3\xbc',
)  # fmt: skip
"Pieces of words; a blank where the word begins or ends."

TEXTS = (
    b' (?) : ',
    b'(net::http',
    b'(os ',
    b': eof',
    b'a status of ',
    b'connection timeout to host',
    b'connection to server at',
    b'error ',
    b'error in connection',
    b'get "http',
    b'http/ ',
    b'http/. ',
    b'http/." ',
    b'nc: ',
    b'npm err',
    b'pki',
    b'ssh: connect',
    b'ssl: ',
    b'tcp connect to (',
    b'tcp connect: e',
    b'timeout of ',
    b'tls: ',
    b'wsa',
    b'\xec\x82\xac\xec\x9a\xa9 \xea\xb0\x80\xeb\x8a\xa5\xed\x95\x9c \xeb\xb2\x84\xed\x8d\xbc \xea\xb3\xb5\xea\xb0\x84\xec\x9d\xb4 \xec\x97\x86\xec\x9d\x8c',
    b'\xec\x97\xb0\xea\xb2\xb0 \xec\x8b\x9c\xea\xb0\x84 \xec\xb4\x88\xea\xb3\xbc',
    b'\xec\x97\xb0\xea\xb2\xb0\xec\x9d\xb4 \xea\xb1\xb0\xeb\xb6\x80\xeb\x90\xa8',
    b'\xec\x97\xb4\xeb\xa6\xb0 \xed\x8c\x8c\xec\x9d\xbc\xec\x9d\xb4 \xeb\x84\x88\xeb\xac\xb4 \xeb\xa7\x8e\xec\x9d\x8c',
    b'\xed\x97\x88\xea\xb0\x80 \xea\xb1\xb0\xeb\xb6\x80',
)  # fmt: skip
"Pieces of the text itself."

NUMBERS = (
    b'-21470',
    b'0x8007',
    b'1006',
    b'421 ',
    b'535 5.7',
    b'<h1>4',
    b'<h1>5',
    b'x509: ',
    b'\xe9\x94\x99\xe8\xaf\xaf 4',
    b'\xe9\x94\x99\xe8\xaf\xaf 5',
)  # fmt: skip
"Stems that are little but a number."

STEMS: dict[bytes, tuple[tuple[str, tuple[str, ...]], ...]] = {
    b' (?) : ': (
        (' (?) : ', ('tools',)),
    ),
    b'(net::http': (
        ('(net::http', ('http',)),
    ),
    b'(os ': (
        ('(os ', ('common',)),
    ),
    b'-21470': (
        ('-21470', ('windows',)),
    ),
    b'0x8007': (
        ('0x8007', ('windows',)),
    ),
    b'1006': (
        ('1006', ('websocket',)),
    ),
    b'421 ': (
        ('421 ', ('http',)),
    ),
    b'535 5.7': (
        ('535 5.7', ('services',)),
    ),
    b': eof': (
        (': eof', ('compiled',)),
    ),
    b'<h1>4': (
        ('<h1>4', ('http',)),
    ),
    b'<h1>5': (
        ('<h1>5', ('http',)),
    ),
    b'_end_of_file': (
        ('pr_end_of_file', ('browsers',)),
    ),
    b'_error': (
        ('ns_error', ('browsers',)),
        ('sec_error', ('browsers',)),
        ('ssl_error', ('browsers', 'tls',)),
    ),
    b'_sock': (
        ('err_socks', ('node',)),
        ('stream_socket_client', ('compiled', 'operations',)),
        ('stream_socket_server', ('operations',)),
    ),
    b'a status of ': (
        ('a status of ', ('http',)),
    ),
    b'aborted': (
        ('connection aborted', ('python',)),
        ('connection was aborted', ('generic',)),
        ('connectionabortederror', ('python',)),
        ('proxy connect aborted', ('tools',)),
    ),
    b'acceptable': (
        ('no acceptable subprotocol', ('websocket',)),
    ),
    b'acces': (
        ('access_refused', ('services',)),
        ('connect eacces', ('node',)),
        ('eacces', ('common',)),
        ('err_access_denied', ('http',)),
        ('fatal: unable to access', ('tools',)),
        ('la red es inaccesible', ('native',)),
        ('the server was not found or was not accessible', ('services',)),
    ),
    b'actie': (
        ('actie is niet toegestaan', ('native',)),
        ('host is inactief', ('native',)),
    ),
    b'adatcsatorna': (
        ('törött adatcsatorna', ('native',)),
    ),
    b'address': (
        ('address in use', ('generic',)),
    ),
    b'adres': (
        (' adres bulunamıyor', ('native',)),
        ('aan hostnaam is geen adres verbonden', ('native',)),
        ('adres is al in gebruik', ('native',)),
        ('adres jest już w użyciu', ('native',)),
        ('adres zaten kullanımda', ('native',)),
        ('adresa je užívána', ('native',)),
        ('adresfamilie wordt niet ondersteund door protocol', ('native',)),
        ('adresse déjà utilisée', ('native',)),
        ('adressen redan upptagen', ('native',)),
        ('adressfamiljen stöds inte av protokollet', ('native',)),
        ('her yuva adresinin', ('native',)),
        ('jméno počítače nemá přiřazenu adresu', ('native',)),
        ('kan inte tilldela begärd adress', ('native',)),
        ('kan verzochte adres niet toewijzen', ('native',)),
        ('makina ismiyle ilişkili adres yok', ('native',)),
        ('net::httpbadresponse', ('compiled',)),
        ('nie można przypisać żądanego adresu', ('native',)),
        ('normalerweise darf jede socketadresse', ('native',)),
        ('třída adres není podporována protokolem', ('native',)),
        ('zu diesem hostnamen gehört keine adresse', ('native',)),
    ),
    b'adresse': (
        ('angeforderte adresse ist in diesem kontext ungültig', ('native',)),
        ("aucune adresse associée avec le nom de l'hôte", ('native',)),
        ('die adresse wird bereits verwendet', ('native',)),
        ('die angeforderte adresse kann nicht zugewiesen werden', ('native',)),
        ("ne peut attribuer l'adresse demandée", ('native',)),
        ('une seule utilisation de chaque adresse de socket', ('native',)),
    ),
    b'adresu': (
        ('brak adresu związanego z nazwą hosta', ('native',)),
        ('požadovanou adresu nelze přiřadit', ('native',)),
        ('tylko jedno użycie każdego adresu gniazda', ('native',)),
    ),
    b'adstatusline': (
        ('badstatusline', ('python',)),
    ),
    b'after': (
        (' fail after ', ('operations',)),
        ('from proxy after connect', ('tools',)),
    ),
    b'aggregate': (
        ('aggregateerror', ('node',)),
        ('connect error: aggregate', ('websocket',)),
    ),
    b'aktywnie': (
        ('komputer docelowy aktywnie go odmawia', ('native',)),
    ),
    b'alert': (
        ('alert ', ('tls',)),
    ),
    b'allowed': (
        ('disallowedhost', ('http',)),
        ('is not allowed to connect to this', ('services',)),
        ('not_allowed - ', ('services',)),
        ('request origin not allowed', ('websocket',)),
    ),
    b'already': (
        ('address already in use', ('common',)),
        ('already in use', ('operations',)),
        ('bind: address already in use', ('operations',)),
        ('is already being used', ('operations',)),
        ('is already taken', ('operations',)),
        ('port already in use', ('generic',)),
        ('port is already allocated', ('operations',)),
        ('port is already in use', ('generic',)),
    ),
    b'alternative': (
        ('ssl: no alternative certificate', ('generic',)),
    ),
    b'al\xc4\xb1nam\xc4\xb1yor': (
        ('veri alınamıyor', ('native',)),
    ),
    b'amqp': (
        ('amqp', ('services',)),
    ),
    b'anfitri\xc3\xa3o': (
        ('o anfitrião está em baixo', ('native',)),
    ),
    b'angegebene': (
        ('der angegebene host ist unbekannt', ('native',)),
    ),
    b'aperti': (
        ('troppi file aperti', ('native',)),
        ('troppi file aperti nel sistema', ('native',)),
    ),
    b'arquivos': (
        ('muitos arquivos abertos', ('native',)),
        ('muitos arquivos abertos no sistema', ('native',)),
    ),
    b'arr\xc3\xaat\xc3\xa9': (
        ("l'hôte cible est arrêté ou en panne", ('native',)),
    ),
    b'ashloopbacko': (
        ('crashloopbackoff', ('operations',)),
    ),
    b'assign': (
        ('cannot assign requested', ('operations',)),
    ),
    b'associated': (
        ('no address associated', ('common',)),
    ),
    b'associerad': (
        ('ingen adress associerad med värdnamn', ('native',)),
    ),
    b'atteindre': (
        ("aucun chemin d'accès pour atteindre l'hôte cible", ('native',)),
    ),
    b'attempting': (
        ('networkerror when attempting to fetch', ('generic',)),
    ),
    b'attempts': (
        ('connection attempts failed', ('python',)),
    ),
    b'attivo': (
        ("l'host non è attivo", ('native',)),
    ),
    b'authentication': (
        ('authenticationexception: authentication failed', ('python',)),
        ('expected authentication request from server', ('services',)),
        ('http authentication failed', ('browsers',)),
        ('no more authentication methods', ('tools',)),
        ('noauth authentication required', ('services',)),
        ('password authentication failed for', ('services',)),
        ('proxy authentication required', ('http',)),
        ('too many authentication failures', ('tools',)),
        ('unauthorized: authentication required', ('http',)),
    ),
    b'authority': (
        ('issued by an authority that is not trusted', ('generic',)),
    ),
    b'available': (
        ('no protocols available', ('tls',)),
        ('no server is available to handle', ('http',)),
        ('nonodeavailable', ('services',)),
        ('service unavailable', ('http',)),
        ('ssl module in python is not available', ('tls',)),
        ('ssl module is not available', ('tls',)),
        ('unavailable', ('services',)),
    ),
    b'bad': (
        ('bad address', ('tools',)),
        ('bad http message', ('python',)),
        ('bad port', ('tools',)),
        ('bad response code', ('websocket',)),
        ('bad response start-line', ('websocket',)),
        ('bad status', ('websocket',)),
        ('bad status line', ('websocket',)),
    ),
    b'bad_header': (
        ('{bad_header,', ('services',)),
        ('{bad_header,<<22,3,', ('services',)),
    ),
    b'banner': (
        ('ssh protocol banner', ('python',)),
    ),
    b'ba\xc4\x9flant\xc4\xb1': (
        ('bağlantı reddedildi', ('native',)),
        ('bağlantıda zaman aşımı', ('native',)),
    ),
    b'ba\xc4\x9flant\xc4\xb1n\xc4\xb1n': (
        ('yazılım bağlantının kopmasına sebep oldu', ('native',)),
    ),
    b'before': (
        ('connection closed before message completed', ('compiled',)),
        ('reset before headers', ('http',)),
    ),
    b'benchmarking': (
        ('benchmarking ', ('tools',)),
    ),
    b'berechtigung': (
        ('keine berechtigung', ('native',)),
    ),
    b'bestanden': (
        ('te veel open bestanden', ('native',)),
        ('te veel open bestanden in systeem', ('native',)),
    ),
    b'bestimmten': (
        ('gegenstelle nach einer bestimmten zeitspanne nicht', ('native',)),
    ),
    b'bilgisayar': (
        ('böyle bir ana bilgisayar bilinmiyor', ('native',)),
    ),
    b'blocked': (
        ('is blocked because of many connection errors', ('services',)),
    ),
    b'borttagen': (
        ('förbindelse borttagen av partnern', ('native',)),
    ),
    b'bris\xc3\xa9': (
        ('relais brisé (pipe)', ('native',)),
    ),
    b'broke': (
        ('bootstrap broker', ('services',)),
        ('broken pipe', ('common',)),
        ('brokenpipeerror', ('python',)),
        ('broker may not be available', ('services',)),
        ('brokers are down', ('services',)),
        ('gebroken pijp', ('native',)),
        ('no brokers', ('services',)),
        ('nobrokers', ('services',)),
    ),
    b'broker': (
        ('all broker connections are down', ('services',)),
    ),
    b'brutet': (
        ('brutet rör', ('native',)),
    ),
    b'buffer': (
        ('nessuno spazio di buffer disponibile', ('native',)),
        ('no buffer space', ('common',)),
        ('não há espaço de buffer disponível', ('native',)),
    ),
    b'bufferruimte': (
        ('geen bufferruimte meer beschikbaar', ('native',)),
    ),
    b'buffertplats': (
        ('ingen buffertplats tillgänglig', ('native',)),
    ),
    b'caminho': (
        ('sem caminho para o anfitrião', ('native',)),
    ),
    b'can': (
        ('can not connect', ('generic',)),
        ("can't connect", ('generic',)),
    ),
    b'canceled': (
        ('the request was canceled due to the configured httpclient.timeout', ('compiled',)),
    ),
    b'cannot': (
        ('cannot connect', ('generic',)),
        ('cannot connect to host', ('python',)),
        ('cannot connect to proxy', ('python',)),
        ('cannot reach', ('generic',)),
    ),
    b'can\xe2\x80\x99t': (
        ('can’t connect to the server', ('browsers',)),
        ('can’t find the server at', ('browsers',)),
    ),
    b'caused': (
        ('software caused connection abort', ('common',)),
    ),
    b'cert_not_yet': (
        ('cert_not_yet', ('node',)),
    ),
    b'certificate': (
        ('certificate', ('tls',)),
        ("the certificate of '", ('tools',)),
        ('the certificate of ‘', ('tools',)),
    ),
    b'challenge': (
        ('invalid challenge response', ('websocket',)),
        ('mismatch challenge/response', ('websocket',)),
    ),
    b'channel': (
        ('closedchannel', ('compiled',)),
        ('schannel', ('tls',)),
    ),
    b'chwilowo': (
        ('odwzorowanie nazwy jest chwilowo niemożliwe', ('native',)),
    ),
    b'clickhouse': (
        ('clickhouse', ('services',)),
    ),
    b'closed': (
        (': socket closed', ('services', 'services',)),
        ('connection closed', ('generic',)),
        ('connection closed abnormally', ('websocket',)),
        ('connection closed by', ('tools',)),
        ('connection closed gracefully', ('tools',)),
        ('connection has been closed', ('generic',)),
        ('connection was closed', ('generic',)),
        ('error: connection is closed', ('services',)),
        ('forcibly closed', ('compiled',)),
        ('likely server has closed socket', ('services',)),
        ('other side closed', ('node',)),
        ('remote end closed', ('python',)),
        ('server closed the connection', ('services',)),
        ('tls/ssl connection has been closed (eof)', ('python',)),
        ('use of closed network', ('compiled',)),
        ('{:error, :closed}', ('compiled',)),
    ),
    b'code': (
        ('close code', ('websocket',)),
        ('closed (code ', ('websocket',)),
        ('error code 52', ('http',)),
        ('error code: 5', ('http',)),
        ('error: timeout in data send/receive (code 30)', ('tools',)),
        ('status code', ('http',)),
    ),
    b'communication': (
        ('malformed communication packet', ('services',)),
    ),
    b'componente': (
        ('o componente conectado não respondeu', ('native',)),
    ),
    b'conectada': (
        ('la parte conectada no respondió adecuadamente', ('native',)),
    ),
    b'conexi\xc3\xb3n': (
        ('anulado una conexión establecida por el software', ('native',)),
        ('se ha forzado la interrupción de una conexión existente', ('native',)),
    ),
    b'conex\xc3\xa3o': (
        ('forçado o cancelamento de uma conexão existente', ('native',)),
        ('término de conexão causada por software', ('native',)),
    ),
    b'configured': (
        (': connection closed (configured timeouts', ('services',)),
        (': timed out (configured timeouts', ('services',)),
        ('connection closed (configured timeouts', ('services',)),
    ),
    b'conhecido': (
        ('este host não é conhecido', ('native',)),
    ),
    b'connack': (
        ('connack timeout', ('services',)),
    ),
    b'connect': (
        ('connect timeout=', ('python',)),
        ('connect to local server', ('services',)),
        ('connect to server on', ('services',)),
    ),
    b'connecting': (
        ('error connecting to', ('generic',)),
        ('timeout connecting', ('generic',)),
        ('timeout connecting to server', ('services',)),
    ),
    b'connection timeout to host': (
        ('connection timeout to host', ('python',)),
    ),
    b'connection to server at': (
        ('connection to server at', ('services',)),
    ),
    b'connectionpo': (
        ('connectionpool', ('python',)),
    ),
    b'connectordns': (
        ('clientconnectordnserror', ('python',)),
    ),
    b'connessione': (
        ('connessione rifiutata', ('native',)),
        ('connessione scaduta', ('native',)),
    ),
    b'connexion': (
        ('connexion refusée', ('native',)),
    ),
    b'convenablement': (
        ('répondu convenablement au-delà d', ('native',)),
    ),
    b'corretta': (
        ('risposta non corretta della parte connessa', ('native',)),
    ),
    b'could': (
        ('connection could not be established with host', ('services',)),
        ('could not be established', ('generic',)),
        ('could not be established. node may not be available', ('services',)),
        ('could not connect', ('generic',)),
        ('could not connect to server', ('services', 'tools',)),
        ('could not connect to the server', ('browsers',)),
        ('could not establish', ('generic',)),
        ('could not open a connection', ('generic',)),
        ('could not open connection', ('generic',)),
        ('could not reach', ('generic',)),
        ('could not reach host', ('tools',)),
        ('could not resolve', ('tools',)),
        ('could not resolve address', ('generic',)),
        ('could not resolve host', ('generic',)),
        ('could not resolve name', ('generic',)),
        ('could not translate host name', ('services',)),
        ("couldn't connect", ('generic', 'tools',)),
        ("couldn't resolve", ('tools',)),
        ("couldn't resolve address", ('generic',)),
        ("couldn't resolve host", ('generic',)),
        ("couldn't resolve name", ('generic',)),
        ('hostname could not be found', ('browsers',)),
        ('server ip address could not be found', ('browsers',)),
        ('the remote name could not be resolved', ('compiled',)),
        ('the requested url could not be retrieved', ('http',)),
        ('the ssl connection could not be established', ('compiled',)),
        ('tunneling socket could not be established', ('node',)),
    ),
    b'create': (
        ("can't create tcp/ip socket (24)", ('services',)),
        ('could not create ssl/tls secure channel', ('compiled',)),
    ),
    b'curl': (
        ('curl: (', ('tools',)),
    ),
    b'curle_': (
        ('curle_', ('tools',)),
    ),
    b'daemon': (
        ('docker daemon', ('operations',)),
    ),
    b'data': (
        ('data 52e', ('services',)),
    ),
    b'daten': (
        ('keine daten empfangen', ('tools',)),
    ),
    b'deadline_exceeded': (
        ('4 deadline_exceeded: ', ('services',)),
    ),
    b'demand\xc3\xa9e': (
        ("adresse demandée n'est pas valide dans son contexte", ('native',)),
        ('adresse demandée n’est pas valide dans son contexte', ('native',)),
    ),
    b'denied': (
        ('<--denied', ('tools',)),
        ("access denied for user '", ('services',)),
        ('permission denied (gssapi', ('tools',)),
        ('permission denied (keyboard', ('tools',)),
        ('permission denied (password', ('tools',)),
        ('permission denied (publickey', ('tools',)),
        ('permission denied, please try again', ('tools',)),
    ),
    b'dependencies': (
        ('missing dependencies for socks support', ('python',)),
    ),
    b'derartiger': (
        ('es ist kein derartiger host bekannt', ('native',)),
    ),
    b'destination': (
        ('cannot connect to destination host', ('compiled',)),
        ('cannot resolve destination host', ('compiled',)),
    ),
    b'destino': (
        ('computador de destino a recusou', ('native',)),
        ('equipo de destino denegó expresamente', ('native',)),
        ('máquina de destino as recusou ativamente', ('native',)),
    ),
    b'detected': (
        ('tls client detected on non-tls', ('services',)),
    ),
    b'determine': (
        ('cannot determine the frame size', ('compiled',)),
    ),
    b'dial': (
        ('dial tcp', ('compiled',)),
        ('dial udp', ('compiled',)),
        ('dial unix', ('compiled',)),
        ('dial:eof', ('compiled',)),
    ),
    b'dienst': (
        ('naam of dienst is niet bekend', ('native',)),
    ),
    b'direcciones': (
        ('esta familia de direcciones no está soportada por el protocolo', ('native',)),
    ),
    b'direcci\xc3\xb3n': (
        ('la dirección ya se está usando', ('native',)),
        ('no existe ninguna dirección asociada al nombre', ('native',)),
        ('no se puede asignar la dirección solicitada', ('native',)),
        ('se permite un uso de cada dirección de socket', ('native',)),
    ),
    b'disconnected': (
        ('disconnected due to protocol error', ('services',)),
        ('disconnected from server', ('generic',)),
        ('disconnected, not authori', ('services',)),
        ('network socket disconnected', ('node',)),
        ('remotedisconnected', ('python',)),
        ('server disconnected', ('python',)),
        ('serverdisconnected', ('python',)),
    ),
    b'dispon\xc3\xadvel': (
        ('sem espaço disponível no buffer', ('native',)),
    ),
    b'dlouho': (
        ('spojení bylo příliš dlouho neaktivní', ('native',)),
    ),
    b'domain': (
        (',nxdomain', ('compiled',)),
        (':nxdomain', ('compiled',)),
        ('domain name not found]', ('services',)),
        ('nxdomain', ('generic',)),
        ('tcp connect: nxdomain', ('compiled',)),
    ),
    b'dostupn\xc3\xa1': (
        ('síť není dostupná', ('native',)),
    ),
    b'dost\xc4\x99p': (
        ('brak dostępu', ('native',)),
        ('sieć jest niedostępna', ('native',)),
    ),
    b'dosya': (
        (' fazla açık dosya var', ('native',)),
        ('sistemde çok fazla açık dosya var', ('native',)),
    ),
    b'down': (
        ('eshutdown', ('common',)),
        ('host is down', ('common',)),
        ('network is down', ('common',)),
        ('web server is down', ('http',)),
    ),
    b'dropped': (
        ('connection dropped', ('generic',)),
    ),
    b'during': (
        ('socket closed abruptly during opening handshake', ('services',)),
        ('terminated during authentication', ('services',)),
    ),
    b'd\xc3\xbczeltilebilir': (
        (' çözümlemesinde düzeltilebilir olmayan bozukluk', ('native',)),
    ),
    b'eaddr': (
        ('eaddr', ('common',)),
        ('eaddrinuse', ('operations',)),
    ),
    b'eai_': (
        ('eai_', ('common',)),
    ),
    b'econn': (
        ('econn', ('common', 'node',)),
    ),
    b'eexception': (
        ('nohttpresponseexception', ('compiled',)),
        ('sslhandshakeexception', ('compiled',)),
        ('unsupportedaddresstypeexception', ('compiled',)),
    ),
    b'ehost': (
        ('ehost', ('common',)),
    ),
    b'emfile': (
        ('emfile', ('common',)),
    ),
    b'enable': (
        ('failed to enable crypto', ('compiled',)),
    ),
    b'endere\xc3\xa7o': (
        ('endereço já em uso', ('native',)),
        ('impossível atribuir o endereço pedido', ('native',)),
        ('não foi possível acessar o endereço requisitado', ('native',)),
        ('não há endereço associado com o nome', ('native',)),
        ('sem endereço associado ao nome de servidor', ('native',)),
        ('utilização de cada endereço de soquete', ('native',)),
    ),
    b'endere\xc3\xa7os': (
        ('família de endereços não suportada pelo protocolo', ('native',)),
        ('família de endereços sem suporte pelo protocolo', ('native',)),
    ),
    b'enet': (
        ('enet', ('common',)),
    ),
    b'enfile': (
        ('enfile', ('common',)),
    ),
    b'engellendi': (
        ('erişim engellendi', ('native',)),
    ),
    b'engine': (
        ('engine.io', ('websocket',)),
    ),
    b'enobufs': (
        ('enobufs', ('common',)),
    ),
    b'enoent': (
        ('connect enoent', ('node',)),
    ),
    b'eperm': (
        ('connect eperm', ('node',)),
        ('eperm', ('common',)),
    ),
    b'epipe': (
        ('epipe', ('common', 'node',)),
    ),
    b'eproto': (
        ('eproto ', ('node',)),
        ("eproto'", ('node',)),
        ('incompatibleprotocolerror', ('services',)),
    ),
    b'eri\xc5\x9filebilir': (
        ('ağ erişilebilir durumda değil', ('native',)),
    ),
    b'err_': (
        ('err_', ('browsers',)),
        ('err_connect_fail', ('http',)),
        ('err_tls', ('node',)),
    ),
    b'errno': (
        ('errno', ('common',)),
        ('errno::', ('compiled',)),
    ),
    b'error': (
        (' error 4', ('http',)),
        (' error 5', ('http',)),
        ('500 internal server error', ('http',)),
        ('<--socket error', ('tools',)),
        ('cause]: error: bad port', ('node',)),
        ('client error', ('http',)),
        ('dns error', ('compiled',)),
        ('http error ', ('http',)),
        ('http error!', ('http',)),
        ('last error: protocol error', ('services',)),
        ('npm error', ('node',)),
        ('os error', ('common',)),
        ('parser error', ('websocket',)),
        ('protocol error, got', ('services',)),
        ('remote error: tls:', ('compiled',)),
        ('rpc error', ('services',)),
        ('server error', ('http',)),
        ('ssl connect error', ('tools',)),
        ('ssl connection error', ('generic',)),
        ('tcp connect error', ('compiled',)),
        ('the ssl certificate error', ('http',)),
        ('timeout error', ('generic',)),
        ('xhr poll error', ('websocket',)),
        ('{:error, :e', ('compiled',)),
        ('{error,e', ('compiled',)),
    ),
    b'error ': (
        ('error 52', ('http',)),
    ),
    b'error in connection': (
        ('error in connection', ('generic',)),
    ),
    b'errorcode': (
        ('errorcode=19 ', ('tools',)),
        ('errorcode=2 timeout', ('tools',)),
    ),
    b'esgotado': (
        ('tempo esgotado para conexão', ('native',)),
    ),
    b'esolvedaddre': (
        ('unresolvedaddress', ('compiled',)),
    ),
    b'espace': (
        ('aucun espace tampon disponible', ('native',)),
    ),
    b'espacio': (
        ('carece de espacio de búfer suficiente', ('native',)),
        ('no queda espacio para memoria intermedia', ('native',)),
    ),
    b'establish': (
        ("can't establish a connection", ('browsers',)),
        ('can’t establish a connection', ('browsers',)),
        ('could not establish trust relationship', ('compiled',)),
        ('unable to establish ssl connection', ('tools',)),
    ),
    b'established': (
        ('no connection established', ('generic',)),
    ),
    b'establishing': (
        ('error establishing a', ('generic',)),
    ),
    b'est\xc3\xa1': (
        ('a rede está em baixo', ('native',)),
        ('a rede está fora de alcance', ('native',)),
        ("el `host' no está operativo", ('native',)),
        ('host está desligado', ('native',)),
        ('la red no está activa', ('native',)),
    ),
    b'etcdserver': (
        ('etcdserver', ('services',)),
    ),
    b'exceed': (
        ('code = deadlineexceeded', ('services',)),
        ('context deadline exceeded', ('compiled',)),
        ('exceeds maxframesize', ('services',)),
        ('max retries exceeded', ('python',)),
        ('timeout exceeded', ('generic',)),
    ),
    b'exception': (
        ('authentication failed, see inner exception', ('compiled',)),
        ('bindexception', ('compiled',)),
        ('filenotfoundexception: http', ('compiled',)),
        ('httpexception', ('http',)),
        ('sslexception', ('compiled',)),
        ('sslpeerunverifiedexception', ('compiled',)),
    ),
    b'exchange': (
        ('banner exchange', ('tools',)),
        ('kex_exchange', ('tools',)),
    ),
    b'existante': (
        ('connexion existante a dû être fermée par l', ('native',)),
    ),
    b'expected': (
        ('expected connection.start', ('services',)),
        ('expected http/, rtsp/ or ice/', ('python',)),
        ('parse error: expected http', ('node',)),
    ),
    b'expirada': (
        ('ligação expirada', ('native',)),
    ),
    b'expiration': (
        ("connexion terminée par expiration du délai d'attente", ('native',)),
    ),
    b'expired': (
        ('cert_has_expired', ('node',)),
        ('certificate expired', ('generic',)),
        ('connection timeout expired', ('services',)),
        ('error: timeout expired', ('services',)),
        ('execution expired', ('compiled',)),
        ('login timeout expired', ('python',)),
        ('timeout expired', ('generic',)),
    ),
    b'express\xc3\xa9ment': (
        ("ordinateur cible l'a expressément refusée", ('native',)),
        ('ordinateur cible l’a expressément refusée', ('native',)),
    ),
    b'failed': (
        ('auth_failed', ('tools',)),
        ('certificate_verify_failed', ('python',)),
        ('connect call failed', ('python',)),
        ('connect failed', ('generic',)),
        ('connection failed', ('generic',)),
        ('connectionfailed: end of file reached', ('compiled',)),
        ('endpoint read failed', ('generic',)),
        ('failed to connect', ('generic',)),
        ('failed to connect to', ('tools',)),
        ('failed to connect to all addresses', ('services',)),
        ('failed to establish', ('generic',)),
        ('failed to fetch', ('generic',)),
        ('failed to open stream', ('compiled',)),
        ('failed to open tcp connection to', ('compiled',)),
        ('failed to resolve', ('python',)),
        ('failed: connection', ('tools',)),
        ('failed: timeout', ('generic', 'services',)),
        ('fetch failed', ('node',)),
        ('network request failed', ('generic',)),
        ('proxy connection failed', ('tools',)),
        ('secure connection failed', ('browsers',)),
        ('ssl connect attempt failed', ('tls',)),
        ('tunnel connection failed', ('python',)),
    ),
    b'failure': (
        ('communications link failure', ('services',)),
        ('connection failure', ('generic',)),
        ('error: connectfailure', ('compiled',)),
        ('error: nameresolutionfailure', ('compiled',)),
        ('handshake_failure', ('compiled',)),
        ('keepalivefailure', ('compiled',)),
        ('local: broker transport failure', ('services',)),
        ('proxynameresolutionfailure', ('compiled',)),
        ('receivefailure', ('compiled',)),
        ('record layer failure', ('tls',)),
        ('recv failure', ('tools',)),
        ('securechannelfailure', ('compiled',)),
        ('send failure', ('tools',)),
        ('ssl/tls handshake failure: ', ('tools',)),
        ('temporary failure resolving', ('tools',)),
        ('trustfailure', ('compiled',)),
        ('unknown error http failure response', ('node',)),
    ),
    b'family': (
        ('address family for hostname', ('common',)),
        ('address family not supported', ('common',)),
        ('protocol family unavailable', ('compiled',)),
    ),
    b'fechada': (
        ('conexão fechada pela outra ponta', ('native',)),
    ),
    b'fehler': (
        ('fehler 4', ('http',)),
        ('fehler 5', ('http',)),
        ('nicht-behebbarer fehler in der namensauflösung', ('native',)),
        ('temporärer fehler bei der namensauflösung', ('native',)),
    ),
    b'ferror': (
        ('eoferror', ('compiled',)),
        ('kcferror', ('browsers',)),
    ),
    b'ficheiros': (
        ('demasiados ficheiros abertos', ('native',)),
        ('demasiados ficheiros abertos no sistema', ('native',)),
    ),
    b'ficheros': (
        ('demasiados ficheros abiertos', ('native',)),
        ('demasiados ficheros abiertos en el sistema', ('native',)),
    ),
    b'fichiers': (
        ('trop de fichiers ouverts', ('native',)),
        ('trop de fichiers ouverts dans le système', ('native',)),
    ),
    b'find': (
        ("can't find the server at", ('browsers',)),
    ),
    b'forbidden': (
        ('403 forbidden', ('generic', 'http',)),
        ('in a way forbidden by its access permissions', ('compiled',)),
    ),
    b'forzatamente': (
        ("interrotta forzatamente dall'host remoto", ('native',)),
        ('interrotta forzatamente dall’host remoto', ('native',)),
    ),
    b'found': (
        ('404 not found', ('http',)),
        ('enotfound', ('common',)),
        ('filenotfounderror', ('python',)),
        ('host not found', ('generic',)),
        ('server not found', ('generic',)),
    ),
    b'frame': (
        ('no close frame', ('websocket',)),
    ),
    b'fsockopen': (
        ('fsockopen', ('compiled',)),
    ),
    b'function': (
        ('error in the pull function', ('tls',)),
    ),
    b'f\xc3\xb6rbindelsen': (
        ('förbindelsen förvägrad', ('native',)),
    ),
    b'gaierror': (
        ('gaierror', ('python',)),
    ),
    b'gateway': (
        ('bad gateway', ('http',)),
        ('gateway time', ('http',)),
        ('gatewayworker', ('operations',)),
        ('sendtogateway', ('operations',)),
    ),
    b'get "http': (
        ('get "http', ('compiled',)),
    ),
    b'getaddr': (
        ('getaddrinfo ', ('node',)),
        ('getaddrinfo failed', ('python',)),
        ('php_network_getaddresses', ('compiled',)),
    ),
    b'geweigerd': (
        ('toegang geweigerd', ('native',)),
    ),
    b'gnutls': (
        ('gnutls', ('tls',)),
    ),
    b'gone': (
        ('server has gone away', ('services',)),
    ),
    b'got': (
        ('got eof from the server', ('tools',)),
        ('got response id ', ('services',)),
    ),
    b'greeting': (
        ('did not see server greeting', ('tools',)),
        ('rather than greeting', ('tools',)),
    ),
    b'grpc': (
        ('grpc', ('services',)),
    ),
    b'handle': (
        ('currently unable to handle the request', ('http',)),
    ),
    b'handshake': (
        ('failed the ssl handshake', ('generic',)),
        ('handshake', ('websocket',)),
        ('handshake fail', ('tls',)),
        ('handshake for peer', ('tools',)),
        ('handshake timeout', ('generic',)),
        ('handshake_fail', ('tls',)),
        ('ssl handshake error', ('generic',)),
        ('ssl handshake failed', ('generic',)),
        ('tls handshake error', ('generic',)),
        ('tls handshake failed', ('generic',)),
        ('tls handshake timeout', ('compiled',)),
        ('wsserverhandshakeerror', ('websocket',)),
    ),
    b'handshake_timeout': (
        ('{handshake_timeout,', ('services',)),
    ),
    b'haszn\xc3\xa1latban': (
        ('a cím már használatban van', ('native',)),
    ),
    b'hauptspeicher': (
        ('kein hauptspeicher für den puffer verfügbar', ('native',)),
    ),
    b'header': (
        ("'connection' header is missing", ('browsers',)),
        ("'connection' header value must contain 'upgrade'", ('browsers',)),
        ("'upgrade' header is missing", ('browsers',)),
        ('failed to read frame header: eof', ('websocket',)),
        ('invalid connection header', ('websocket',)),
        ('invalid header flag bits', ('services',)),
        ('invalid host header', ('http',)),
        ('invalid http_host header', ('http',)),
        ('invalid upgrade header', ('websocket',)),
        ('missing connection header', ('websocket',)),
        ('missing upgrade header', ('websocket',)),
        ('received http2 header with status', ('services',)),
    ),
    b'headers': (
        ('connection and upgrade headers required', ('websocket',)),
    ),
    b'herror': (
        ('socket.herror', ('python',)),
    ),
    b'hpe_': (
        ('hpe_', ('node',)),
    ),
    b'http/ ': (
        ('http/2 4', ('http',)),
        ('http/2 5', ('http',)),
    ),
    b'http/. ': (
        ('http/1.0 4', ('http',)),
        ('http/1.0 5', ('http',)),
        ('http/1.1 4', ('http',)),
        ('http/1.1 5', ('http',)),
    ),
    b'http/." ': (
        ('http/1.0" 50', ('http',)),
        ('http/1.1" 50', ('http',)),
        ('http/2.0" 50', ('http',)),
    ),
    b'httpcore': (
        ('httpcore.', ('python',)),
    ),
    b'httperror': (
        ('openuri::httperror', ('http',)),
    ),
    b'httpx': (
        ('httpx.', ('python',)),
    ),
    b'hyper': (
        ('hyper::', ('compiled',)),
    ),
    b'h\xc3\xa1l\xc3\xb3zat': (
        ('a hálózat elérhetetlen', ('native',)),
        ('a hálózat nem működik', ('native',)),
    ),
    b'ibile': (
        ('la rete non è disponibile', ('native',)),
        ('la rete non è raggiungibile', ('native',)),
    ),
    b'illegal': (
        ('illegal status line', ('python',)),
    ),
    b'impossible': (
        ('tentée sur un hôte impossible à atteindre', ('native',)),
    ),
    b'inacess\xc3\xadvel': (
        ('rede inacessível', ('native',)),
    ),
    b'inactivity': (
        ('inactivity timeout', ('websocket',)),
    ),
    b'incomplete': (
        ('incomplete read', ('python',)),
        ('incompleteread', ('python',)),
    ),
    b'inconnu': (
        ('hôte inconnu', ('native',)),
    ),
    b'indicated': (
        ('transport indicated eof', ('services',)),
    ),
    b'indirizzo': (
        ("impossibile assegnare l'indirizzo richiesto", ('native',)),
        ('indirizzo già in uso', ('native',)),
        ('nessun indirizzo associato al nome host', ('native',)),
        ('un solo utilizzo di ogni indirizzo di socket', ('native',)),
    ),
    b'inerror': (
        ('remotecertificatechainerrors', ('compiled',)),
        ('winerror', ('common',)),
    ),
    b'iness': (
        ('businessworker', ('operations',)),
        ('readiness probe', ('operations',)),
    ),
    b'ingen': (
        ('ingen väg till värd', ('native',)),
    ),
    b'init': (
        ('tls connection init failed: ', ('compiled',)),
    ),
    b'initialis\xc3\xa9e': (
        ('connexion ré-initialisée par le correspondant', ('native',)),
    ),
    b'initiate': (
        ('cannot initiate the connection', ('tools',)),
    ),
    b'instradamento': (
        ("nessun instradamento per l'host", ('native',)),
    ),
    b'internet': (
        ('error_internet', ('windows',)),
        ('internet connection appears to be offline', ('generic',)),
        ('internetopenurl', ('windows',)),
        ('no internet connection', ('generic',)),
    ),
    b'interrotta': (
        ('connessione interrotta dal corrispondente', ('native',)),
        ('connessione interrotta per un problema software', ('native',)),
    ),
    b'invalid': (
        ('got invalid response type', ('compiled',)),
        ('invalid certificate', ('generic',)),
        ('invalid http response', ('websocket',)),
        ('invalid http version parsed', ('compiled',)),
        ('invalid peer certificate', ('compiled',)),
        ('invalid status line', ('browsers',)),
        ('invalidmessage', ('websocket',)),
        ('invalidresponse: protocol error: b', ('services',)),
        ('invalidstatus', ('websocket',)),
        ('invalidupgrade', ('websocket',)),
        ('java.io.ioexception: invalid http response', ('compiled',)),
        ('receive failed: invalid response size', ('services',)),
        ('received an invalid status line', ('compiled',)),
        ('received invalid response to ssl', ('services',)),
        ('sent an invalid response', ('browsers',)),
        ('server sent an invalid subprotocol', ('websocket',)),
        ('the certificate for this server is invalid', ('browsers',)),
        ('the remote certificate is invalid', ('compiled',)),
    ),
    b'issuer': (
        ("doesn't have a known issuer", ('tools',)),
    ),
    b'i\xc3\xa7inde': (
        ('belli bir süre içinde yanıt vermediğinden', ('native',)),
    ),
    b'java': (
        ('java.net', ('compiled',)),
    ),
    b'javax': (
        ('javax.net', ('compiled',)),
    ),
    b'jm\xc3\xa9no': (
        ('neznámé jméno nebo služba', ('native',)),
    ),
    b'kafka': (
        ('kafka', ('services',)),
    ),
    b'kapcsolat': (
        ('időtúllépés a kapcsolatban', ('native',)),
        ('kapcsolat elutasítva', ('native',)),
    ),
    b'kapcsolatot': (
        ('a kapcsolatot bontotta a távoli fél', ('native',)),
    ),
    b'kapcsolatszakad\xc3\xa1st': (
        ('a szoftver kapcsolatszakadást okozott', ('native',)),
    ),
    b'kar\xc5\x9f\xc4\xb1dan': (
        ('bağlantı karşıdan kesildi', ('native',)),
    ),
    b'kind': (
        ('kind: ', ('compiled',)),
    ),
    b'kubectl': (
        ('kubectl', ('operations',)),
    ),
    b'ldap': (
        ('ldap', ('services',)),
    ),
    b'length': (
        ('packet length too long', ('tls',)),
    ),
    b'lerror': (
        ('nsurlerror', ('browsers',)),
        ('status = statusinternalerror', ('compiled',)),
    ),
    b'libcurl': (
        ('libcurl', ('tools',)),
    ),
    b'liveness': (
        ('liveness probe', ('operations',)),
    ),
    b'living': (
        ('no living connections', ('services',)),
    ),
    b'locating': (
        ('error locating server/instance', ('services',)),
    ),
    b'logged': (
        ('530 not logged in', ('tools',)),
        ('must be logged in to the server', ('http',)),
    ),
    b'logiciel': (
        ('abandonnée par un logiciel de votre ordinateur', ('native',)),
        ("le logiciel a provoqué l'abandon de la connexion", ('native',)),
    ),
    b'login': (
        ('530 login', ('tools',)),
        ('login failed for user', ('generic',)),
    ),
    b'lookup': (
        ('address lookup failed for', ('services',)),
        ('dns lookup failed', ('generic',)),
        ('failed host lookup: ', ('compiled',)),
        ('failed to lookup address information', ('compiled',)),
        ('forward host lookup failed', ('tools',)),
        ('unable to connect (lookup error', ('services',)),
    ),
    b'lost': (
        ('connection is lost', ('generic',)),
        ('connection lost', ('generic',)),
        ('connection to remote host was lost', ('websocket',)),
        ('error: the connection was lost.', ('services',)),
        ('lost connection to', ('generic',)),
        ('lost connection to server', ('services',)),
        ('network connection was lost', ('browsers',)),
    ),
    b'makina': (
        ('makina çökük', ('native',)),
    ),
    b'makinenizdeki': (
        ('ana makinenizdeki yazılım tarafından', ('native',)),
    ),
    b'malformed': (
        ('malformed http', ('compiled',)),
    ),
    b'many': (
        ('too many clients', ('services',)),
        ('too many connections', ('services',)),
        ('too many connections from', ('generic',)),
        ('too many open files', ('common',)),
        ('too many requests', ('http',)),
    ),
    b'mariadb': (
        ('mariadb', ('services',)),
    ),
    b'match': (
        ('does not match target host name', ('tls',)),
        ('does not match the http/1.1 protocol', ('node',)),
        ('match "', ('tls',)),
        ("match '", ('tls',)),
        ('remotecertificatenamemismatch', ('compiled',)),
        ("the certificate's owner does not match hostname", ('tools',)),
    ),
    b'matching': (
        ('no matching host key type found', ('tools',)),
        ('no matching key exchange method found', ('tools',)),
    ),
    b'megtagadva': (
        ('engedély megtagadva', ('native',)),
    ),
    b'memcache': (
        ('memcache', ('services',)),
    ),
    b'message': (
        (", message='", ('http',)),
    ),
    b'miejsca': (
        ('brak miejsca w buforze', ('native',)),
    ),
    b'misbehaving': (
        ('server misbehaving', ('compiled',)),
    ),
    b'missing': (
        ('missing or bad upgrade', ('websocket',)),
        ('response field missing: upgrade', ('websocket',)),
    ),
    b'misslyckades': (
        ('namnuppslagning misslyckades temporärt', ('native',)),
    ),
    b'mixed': (
        ('mixed content', ('browsers',)),
    ),
    b'mongo': (
        ('mongo', ('services',)),
    ),
    b'mount': (
        ('mount error(', ('tools',)),
    ),
    b'mqtt': (
        ('mqtt', ('services',)),
    ),
    b'mysql': (
        ('mysql', ('services',)),
    ),
    b'm\xc3\xa5nga': (
        ('för många öppna filer', ('native',)),
        ('för många öppna filer i systemet', ('native',)),
    ),
    b'm\xc5\xb1k\xc3\xb6dik': (
        ('a gép nem működik', ('native',)),
    ),
    b'm\xc5\xb1velet': (
        ('a művelet nem engedélyezett', ('native',)),
    ),
    b'nc: ': (
        ('nc: ', ('tools',)),
    ),
    b'ncat': (
        ('ncat: ', ('tools',)),
    ),
    b'neexistuje': (
        ('k počítači neexistuje cesta', ('native',)),
    ),
    b'negotiation': (
        ('negotiation request', ('websocket',)),
        ('negotiation with the server', ('websocket',)),
        ('protocol negotiation', ('services',)),
        ('tls key negotiation failed to occur', ('tools',)),
        ('unsafe legacy renegotiation', ('tls',)),
    ),
    b'nekas': (
        (' nekas', ('native',)),
    ),
    b'netwerk': (
        ('netwerk is onbereikbaar', ('native',)),
        ('netwerk ligt plat', ('native',)),
    ),
    b'network': (
        ('network timeout at:', ('node',)),
    ),
    b'nicht': (
        ('bezog sich auf ein nicht verfügbares netzwerk', ('native',)),
        ('bezog sich auf einen nicht verfügbaren host', ('native',)),
        ('das netzwerk ist nicht aktiv', ('native',)),
        ('das netzwerk ist nicht erreichbar', ('native',)),
        ('der name oder der dienst ist nicht bekannt', ('native',)),
        ('der rechner ist nicht aktiv', ('native',)),
        ('die adressfamilie wird von der protokollfamilie nicht unterstützt', ('native',)),
        ('kann nicht aufgelöst werden', ('tools',)),
    ),
    b'ninguna': (
        ("no existe ninguna ruta hasta el `host'", ('native',)),
    ),
    b'noroutetohos': (
        ('noroutetohost', ('compiled',)),
    ),
    b'npm err': (
        ('npm err', ('node',)),
    ),
    b'number': (
        ('max number of clients', ('services',)),
        ('packet sequence number wrong', ('services',)),
    ),
    b'nyitott': (
        ('túl sok nyitott fájl', ('native',)),
        ('túl sok nyitott fájl a rendszerben', ('native',)),
    ),
    b'n\xc3\xa4tverket': (
        ('nätverket kan inte nås', ('native',)),
        ('nätverket är nere', ('native',)),
    ),
    b'n\xc3\xa9vfelold\xc3\xa1si': (
        (' névfeloldási hiba', ('native',)),
        ('helyreállíthatatlan névfeloldási hiba', ('native',)),
    ),
    b'occurred': (
        ('a network protocol error occurred when communicating with the broker', ('services',)),
        ('an ssl error has occurred', ('browsers',)),
        ('an unexpected error occurred on a receive', ('compiled',)),
        ('an unexpected error occurred on a send', ('compiled',)),
        ('eof occurred in violation', ('tls',)),
        ('error occurred during the pre-login handshake', ('services',)),
    ),
    b'oczekiwania': (
        ('przekroczony czas oczekiwania na połączenie', ('native',)),
    ),
    b'odm\xc3\xadtnuto': (
        ('spojení odmítnuto', ('native',)),
    ),
    b'odwzorowaniu': (
        ('wystąpił krytyczny błąd w odwzorowaniu nazw', ('native',)),
    ),
    b'offene': (
        ('zu viele offene dateien', ('native',)),
        ('zu viele offene dateien im system', ('native',)),
    ),
    b'olarak': (
        ('makine etkin olarak reddettiğinden', ('native',)),
    ),
    b'oldu': (
        ('ağ yok oldu', ('native',)),
    ),
    b'openssl': (
        ('openssl ssl_connect', ('tools',)),
        ('openssl::ssl', ('compiled',)),
    ),
    b'opentimeout': (
        ('net::opentimeout', ('compiled',)),
    ),
    b'operac': (
        ('operace není povolena', ('native',)),
        ('operace zamítnuta', ('native',)),
        ('operación de socket en un host no accesible', ('native',)),
        ('operación de socket en una red no accesible', ('native',)),
        ('operación no permitida', ('native',)),
        ('operacja niedozwolona', ('native',)),
    ),
    b'operation': (
        ('[2002] operation not permitted', ('services',)),
        ('aborterror: the operation was aborted', ('node',)),
        ('connect: operation not permitted', ('compiled',)),
        ('die operation ist nicht erlaubt', ('native',)),
        ('ssl operation failed with code', ('compiled',)),
        ('the handshake operation timed out', ('python',)),
        ('the operation was aborted due to timeout', ('node',)),
        ('wait operation timed out', ('services',)),
        ('webexception: the operation has timed out', ('compiled',)),
    ),
    b'operationen': (
        ('operationen inte tillåten', ('native',)),
    ),
    b'ora': (
        ('ora-03113', ('services',)),
        ('ora-1', ('services',)),
    ),
    b'order': (
        ('packets out of order', ('services',)),
    ),
    b'orsakade': (
        ('programvaran orsakade ett förbindelsebrott', ('native',)),
    ),
    b'otev\xc5\x99en\xc3\xbdch': (
        ('překročen limit počtu otevřených souborů', ('native',)),
        ('v celém systému je příliš mnoho otevřených souborů', ('native',)),
    ),
    b'otwartych': (
        ('za dużo otwartych plików', ('native',)),
        ('za dużo otwartych plików w systemie', ('native',)),
    ),
    b'overflow': (
        ('overflow reading version string', ('tools',)),
    ),
    b'para': (
        ('não há rota para o host', ('native',)),
    ),
    b'parse': (
        ('failed to parse address', ('compiled',)),
    ),
    b'parser': (
        ('header parser received no bytes', ('compiled',)),
    ),
    b'parsing': (
        ('failed parsing http/2', ('services',)),
    ),
    b'permess': (
        ('operazione non permessa', ('native',)),
        ('permesso negato', ('native',)),
    ),
    b'permis': (
        ('opération non permise', ('native',)),
        ('permiso denegado', ('native',)),
        ('permission denied', ('common',)),
        ('permission non accordée', ('native',)),
        ('permissionerror', ('python',)),
        ('permissão negada', ('native',)),
        ('permissão recusada', ('native',)),
    ),
    b'permission': (
        ('[2002] permission denied', ('services',)),
        ('bind: permission denied', ('operations',)),
        ('connect: permission denied', ('compiled',)),
    ),
    b'permit': (
        ('operation not permitted', ('common',)),
        ('operação não permitida', ('native',)),
    ),
    b'persistente': (
        ('rifiuto persistente del computer di destinazione', ('native',)),
    ),
    b'pg_hba': (
        ('pg_hba', ('services',)),
    ),
    b'pki': (
        ('pki', ('browsers',)),
    ),
    b'pkix': (
        ('pkix path', ('compiled',)),
    ),
    b'plain': (
        ('400 the plain', ('http',)),
        ('plain http request was sent to https port', ('tls',)),
    ),
    b'postmaster': (
        ('that the postmaster is accepting tcp/ip', ('services',)),
    ),
    b'po\xc5\x82\xc4\x85czenie': (
        ('połączenie odrzucone', ('native',)),
    ),
    b'preface': (
        ('error reading server preface', ('services',)),
        ('receive the preface', ('services',)),
    ),
    b'premature': (
        ('premature close', ('generic',)),
        ('premature connection close', ('websocket',)),
        ('prematurecloseexception', ('compiled',)),
        ('prematurely closed', ('generic',)),
        ('prematurely reached end of stream', ('services',)),
        ('the response ended prematurely', ('compiled',)),
    ),
    b'private': (
        ('your connection is not private', ('browsers',)),
    ),
    b'probleem': (
        ('onherstelbaar probleem in naamsherleiding', ('native',)),
        ('tijdelijk probleem in naamsherleiding', ('native',)),
    ),
    b'problem': (
        ('ssl certificate problem', ('tools',)),
    ),
    b'programa': (
        ('el programa provocó el fin de la conexión', ('native',)),
        ('o programa abortou a ligação', ('native',)),
    ),
    b'prohibited': (
        ('local network prohibited', ('browsers',)),
    ),
    b'properly': (
        ('did not properly respond', ('compiled',)),
        ('tls connection was non-properly terminated', ('tls',)),
    ),
    b'protokoll': (
        ('a protokoll nem támogatja a címcsaládot', ('native',)),
    ),
    b'provider': (
        ('provider: ssl provider, error', ('services',)),
    ),
    b'provoz': (
        ('počítač není v provozu', ('native',)),
        ('síťování je mimo provoz', ('native',)),
    ),
    b'proxy': (
        ('proxy connect', ('operations',)),
    ),
    b'proxyconnect': (
        ('proxyconnect', ('operations',)),
    ),
    b'proxyerror': (
        ('proxyerror', ('python',)),
    ),
    b'przerwany': (
        ('przerwany potok', ('native',)),
    ),
    b'przez': (
        ('gwałtownie zamknięte przez zdalnego hosta', ('native',)),
        ('połączenie zerwane przez drugą stronę', ('native',)),
        ('połączenie zostało przerwane przez oprogramowanie', ('native',)),
        ('rodzina adresów nie obsługiwana przez protokół', ('native',)),
    ),
    b'pufferspeicher': (
        ('da dem system pufferspeicher fehlte', ('native',)),
    ),
    b'p\xc5\x99eru\xc5\xa1ena': (
        ('roura přerušena (sigpipe)', ('native',)),
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
    b'rack': (
        ('rack: null', ('services',)),
    ),
    b'reader': (
        ('failed to get reader: ', ('compiled',)),
    ),
    b'readtimeout': (
        ('net::readtimeout', ('compiled',)),
    ),
    b'received': (
        ('no data received.', ('tools',)),
        ('received http/0.9', ('tools',)),
    ),
    b'record': (
        ('first record does not look like a tls handshake', ('compiled',)),
    ),
    b'redis': (
        ('redis', ('services',)),
    ),
    b'refuse': (
        ('connection refuse', ('services',)),
    ),
    b'refused': (
        (' refused', ('compiled',)),
        (',econnrefused', ('compiled',)),
        (':econnrefused', ('compiled', 'compiled',)),
        ('actively refused', ('compiled',)),
        ('connection refused', ('common',)),
        ('connection refused by user', ('tools',)),
        ('connection was refused', ('generic',)),
        ('connectionrefused', ('compiled',)),
        ('connectionrefusederror', ('python',)),
        ('refused our connection', ('generic',)),
        ('refused the connection', ('generic',)),
        ('refused to connect', ('browsers', 'generic',)),
    ),
    b'register': (
        ('register service', ('operations',)),
        ('registeraddress', ('operations',)),
    ),
    b'reinicializada': (
        ('conexión reinicializada por la máquina remota', ('native',)),
    ),
    b'rejected': (
        ('rejected ssl upgrade', ('python', 'services',)),
    ),
    b'remaining': (
        ('remaining connection slots', ('services',)),
    ),
    b'remote': (
        ('authentication failed because the remote party', ('compiled',)),
        ('closed by remote host', ('tools',)),
        ('the remote certificate was rejected', ('compiled',)),
    ),
    b'reply': (
        ('empty reply from server', ('tools',)),
    ),
    b'reposta': (
        ('ligação reposta pelo peer', ('native',)),
    ),
    b'request': (
        ('400 bad request', ('http',)),
        ('blocked request', ('http',)),
        ('cors request', ('browsers',)),
        ('http request', ('tls',)),
        ('https proxy request', ('tls',)),
        ('misdirected request', ('http',)),
        ('request timeout', ('generic',)),
        ('toomanyrequests: ', ('http',)),
    ),
    b'requested': (
        ('assign requested address', ('common',)),
    ),
    b'required': (
        ('426 upgrade required', ('http',)),
        ('no required ssl certificate was sent', ('http',)),
    ),
    b'reqwest': (
        ('reqwest', ('compiled',)),
    ),
    b'reset': (
        ('connection reset', ('generic',)),
        ('connection reset by', ('tools',)),
        ('connection was reset', ('generic',)),
        ('connectionreseterror', ('python',)),
        ('pr_connect_reset', ('browsers',)),
        ('reset by peer', ('common',)),
    ),
    b'resoluci\xc3\xb3n': (
        ('fallo irrecuperable en la resolución del nombre', ('native',)),
        ('fallo temporal en la resolución del nombre', ('native',)),
    ),
    b'resolution': (
        ('dns resolution failed', ('generic',)),
        ('name resolution', ('common',)),
        ('name resolution failed', ('generic',)),
        ('name resolution failed for target', ('services',)),
        ('name resolution failure', ('generic',)),
        ('nameresolution', ('python',)),
    ),
    b'resolution\xec\x97\x90\xec\x84\x9c': (
        ('name resolution에서 복구할 수 없는 실패', ('native',)),
        ('name resolution에서 일시적인 실패', ('native',)),
    ),
    b'resolu\xc3\xa7\xc3\xa3o': (
        ('falha irrecuperável na resolução de nome', ('native',)),
        ('falha temporária na resolução de nome', ('native',)),
        ('falha temporário na resolução de nome', ('native',)),
    ),
    b'resolve': (
        ("can't resolve host", ('generic',)),
        ('cannot resolve address', ('generic',)),
        ('cannot resolve host', ('generic',)),
        ('cannot resolve host address', ('tools',)),
        ('cannot resolve name', ('generic',)),
        ('failed to resolve address', ('generic',)),
        ('failed to resolve host', ('generic',)),
        ('name does not resolve', ('tools',)),
        ('unable to resolve address', ('generic',)),
        ('unable to resolve host', ('generic',)),
        ('unable to resolve host address', ('tools',)),
        ('unable to resolve name', ('generic',)),
    ),
    b'resource': (
        ('failed to load resource', ('browsers',)),
        ('out of system resource', ('python',)),
    ),
    b'respond': (
        (' not responding', ('tools',)),
        ('a rede não responde', ('native',)),
        ('took too long to respond', ('browsers',)),
    ),
    b'response': (
        ('http 101 response', ('websocket',)),
        ('response code', ('http',)),
        ('response code 407 from proxy', ('tools',)),
        ('response status is not successful', ('http',)),
        ('server gave http response', ('compiled',)),
    ),
    b'returned': (
        ('dns server returned answer with no data]', ('services',)),
        ('dns server returned general failure]', ('services',)),
        ('open packet not returned by server', ('websocket',)),
        ('remote server returned an error', ('http',)),
        ('returned error: ', ('http',)),
    ),
    b'revoked': (
        ('certificate has been revoked', ('generic',)),
    ),
    b'risoluzione': (
        ('errore irrecuperabile nella risoluzione del nome', ('native',)),
        ('errore temporaneo nella risoluzione del nome', ('native',)),
    ),
    b'route': (
        ('geen route naar host', ('native',)),
        ('keine route zum zielrechner', ('native',)),
        ('no route to host', ('common',)),
    ),
    b'router': (
        ('heroku[router]', ('http',)),
    ),
    b'routines': (
        ('ssl routines', ('tls', 'tools',)),
    ),
    b'rsync': (
        ('rsync: ', ('tools',)),
    ),
    b'running': (
        ('is the server running on host', ('services',)),
    ),
    b'r\xc3\xa9seau': (
        ("le réseau n'est pas accessible", ('native',)),
        ('le réseau ne fonctionne pas', ('native',)),
        ('tentée sur un réseau impossible à atteindre', ('native',)),
    ),
    b'r\xc3\xa9solution': (
        (' non récupérable lors de la résolution du nom', ('native',)),
        (' temporaire dans la résolution du nom', ('native',)),
    ),
    b'scono': (
        ('host desconocido', ('native',)),
        ('host sconosciuto', ('native',)),
    ),
    b'sec_e_': (
        ('sec_e_', ('tls',)),
    ),
    b'security': (
        ('content security policy', ('browsers',)),
        ('not permitted by network security policy', ('compiled',)),
        ('potential security risk ahead', ('browsers',)),
    ),
    b'selection': (
        ('server selection', ('services',)),
        ('serverselectiontimeouterror', ('services',)),
        ('serverselectiontimeouterror: connection closed', ('services',)),
    ),
    b'self_signed': (
        ('depth_zero_self_signed', ('node',)),
        ('self_signed_cert', ('node',)),
    ),
    b'send': (
        ('send any data', ('browsers',)),
    ),
    b'sending': (
        ('server closed connection without sending any data back', ('http',)),
    ),
    b'servfail': (
        ('servfail', ('generic',)),
    ),
    b'service': (
        ('name or service not known', ('common', 'compiled',)),
        ('nom ou service inconnu', ('native',)),
    ),
    b'serviceunavailable': (
        ('(serviceunavailable)', ('http',)),
    ),
    b'servicio': (
        ('nombre o servicio desconocido', ('native',)),
    ),
    b'servis': (
        (' ya da servis bilinmiyor', ('native',)),
    ),
    b'servizio': (
        ('nome o servizio sconosciuto', ('native',)),
    ),
    b'servi\xc3\xa7o': (
        ('nome ou serviço desconhecido', ('native',)),
        ('nome ou serviço desconhecidos', ('native',)),
    ),
    b'servname': (
        ('nodename nor servname', ('common',)),
    ),
    b'siker\xc3\xbclt': (
        ('nem sikerült a kért címet hozzárendelni', ('native',)),
    ),
    b'small': (
        ('dh key too small', ('tls',)),
    ),
    b'smtp': (
        ('smtp', ('services',)),
    ),
    b'socket': (
        ('connection to server on socket', ('services',)),
        ('control socket', ('services',)),
        ('socket /', ('common',)),
        ('socket error', ('common',)),
        ('socket error on client', ('services',)),
        ('socket hang up', ('node',)),
        ('socket.io', ('websocket',)),
        ('web socket', ('websocket',)),
        ('websocket', ('browsers', 'websocket',)),
    ),
    b'socks': (
        ("can't complete socks", ('tools',)),
        ('socks', ('operations',)),
    ),
    b'software': (
        ('established connection was aborted by the software in your host', ('compiled',)),
        ('foi anulada pelo software no', ('native',)),
    ),
    b'solicitada': (
        ('dirección solicitada no es válida en este contexto', ('native',)),
    ),
    b'solicitado': (
        ('endereço solicitado não é válido no', ('native',)),
    ),
    b'soquete': (
        ('operação de soquete foi tentada em um host inacessível', ('native',)),
        ('operação de soquete foi tentada em uma rede inacessível', ('native',)),
    ),
    b'specified': (
        ('the timeout specified has expired (70007)', ('tools',)),
    ),
    b'specify': (
        ('connection was refused - did you specify', ('operations',)),
        ('did you specify the right host or port', ('operations',)),
    ),
    b'spowodowa\xc5\x82o': (
        ('oprogramowanie spowodowało przerwanie połączenia', ('native',)),
    ),
    b'sqlstate': (
        ('sqlstate', ('services',)),
        ('sqlstate[', ('compiled',)),
    ),
    b'ssh: connect': (
        ('ssh: connect', ('tools',)),
    ),
    b'ssl: ': (
        ('ssl: ', ('tls',)),
    ),
    b'sslerror': (
        ('caused by sslerror(', ('python',)),
    ),
    b'sslv': (
        ('sslv3', ('tls',)),
    ),
    b'starting': (
        ('the database system is starting up', ('services',)),
    ),
    b'status': (
        ('http status', ('http',)),
        ('non-101 status', ('http', 'websocket',)),
    ),
    b'statuscode': (
        ('http probe failed with statuscode', ('operations',)),
        ('statuscode.', ('services',)),
        ('statuscodeerror', ('http',)),
    ),
    b'streamlosterror': (
        ('incompatibleprotocolerror: streamlosterror: ("stream connection lost: connectionreseterror', ('services',)),
        ("incompatibleprotocolerror: streamlosterror: ('transport indicated eof'", ('services',)),
    ),
    b'strona': (
        ('połączona strona nie odpowiedziała', ('native',)),
    ),
    b'subprotocol': (
        ('server sent a subprotocol but none was requested', ('websocket',)),
        ('server sent no subprotocol', ('websocket',)),
    ),
    b'subprotocols': (
        ('no subprotocols supported', ('websocket',)),
    ),
    b'succeed': (
        ('did not succeed', ('browsers',)),
    ),
    b'such': (
        ('[2002] no such file or directory', ('services', 'services',)),
        ('connect: no such file or directory', ('compiled',)),
        ('no such host', ('compiled',)),
        ('no such host is known', ('compiled',)),
    ),
    b'support': (
        ('server does not support ssl, but ssl was required', ('services',)),
    ),
    b'supportata': (
        ('famiglia di indirizzi non supportata dal protocollo', ('native',)),
    ),
    b'support\xc3\xa9e': (
        ("famille d'adresses non supportée par le protocole", ('native',)),
    ),
    b'syscall': (
        ('ssl syscall error: connection reset', ('services',)),
        ('ssl syscall error: eof detected', ('services',)),
    ),
    b'szolg\xc3\xa1ltat\xc3\xa1s': (
        ('a név vagy a szolgáltatás nem ismert', ('native',)),
    ),
    b'taking': (
        ('is taking too long to respond', ('browsers',)),
        ('ssl handshake is taking longer than', ('python',)),
    ),
    b'taraf\xc4\xb1ndan': (
        ('adres ailesi protokol tarafından desteklenmiyor', ('native',)),
        ('bilgisayar tarafından zorla kapatıldı', ('native',)),
    ),
    b'tcp connect to (': (
        ('tcp connect to (', ('compiled',)),
    ),
    b'tcp connect: e': (
        ('tcp connect: e', ('compiled',)),
    ),
    b'telnet': (
        ('telnet:', ('tools',)),
    ),
    b'temporarily': (
        ('resource temporarily unavailable (os error 11)', ('compiled',)),
        ('service temporarily unavailable', ('http',)),
    ),
    b'terminat': (
        ('connection terminated', ('generic',)),
        ('terminating connection', ('services',)),
    ),
    b'terminated': (
        ('connection terminated unexpectedly', ('services',)),
        ('remote host terminated the handshake', ('compiled',)),
    ),
    b'terro': (
        ('connecterror', ('python',)),
        ('pipe interrotta', ('native',)),
        ('socketerror', ('compiled',)),
        ('timeouterror', ('python',)),
    ),
    b'texception': (
        ('connectexception', ('compiled',)),
        ('connecttimeoutexception', ('compiled',)),
        ('httpconnecttimeoutexception', ('compiled',)),
        ('httptimeoutexception', ('compiled',)),
        ('socketexception', ('compiled',)),
        ('timeoutexception', ('generic',)),
    ),
    b'the': (
        ('closed the connection', ('generic',)),
        ('the connection to the server', ('operations',)),
        ('to start the connection', ('websocket',)),
    ),
    b'tidsgr\xc3\xa4ns': (
        ('förbindelsens tidsgräns löpte ut', ('native',)),
    ),
    b'tiempo': (
        ('expiró el tiempo de conexión', ('native',)),
    ),
    b'timed': (
        ('connect timed out', ('compiled',)),
        ('error: timed out', ('node',)),
        ('read timed out', ('python',)),
        ('the request timed out', ('browsers',)),
        ('timed out', ('common', 'generic', 'tools',)),
    ),
    b'timedout': (
        ('esockettimedout', ('tools',)),
        ('etimedout', ('common', 'node',)),
        ('timedout', ('compiled',)),
    ),
    b'timeout': (
        ('500 read timeout', ('http',)),
        (':timeout', ('compiled',)),
        ('<--timeout', ('tools',)),
        ('connect timeout', ('generic',)),
        ('connection timeout', ('generic',)),
        ('error: timeout', ('node',)),
        ('i/o timeout', ('compiled',)),
        ('read timeout', ('generic',)),
        ('socket.timeout', ('python',)),
    ),
    b'timeout of ': (
        ('timeout of ', ('node',)),
    ),
    b'title': (
        ('<title>4', ('http',)),
        ('<title>5', ('http',)),
    ),
    b'tj\xc3\xa4nst': (
        ('namn eller tjänst okänd', ('native',)),
    ),
    b'tls: ': (
        ('tls: ', ('compiled',)),
    ),
    b'tlsv': (
        ('tlsv1', ('tls',)),
    ),
    b'tns': (
        ('tns-12170', ('services',)),
        ('tns-12535', ('services',)),
        ('tns-12541', ('services',)),
        ('tns:', ('services',)),
    ),
    b'token': (
        ("'upgrade' token not found in", ('websocket',)),
    ),
    b'topology': (
        ('topology', ('services',)),
    ),
    b'transport': (
        ('desc = transport is closing', ('services',)),
        ('transport error', ('websocket',)),
    ),
    b'trasy': (
        ('brak trasy do hosta', ('native',)),
    ),
    b'trouble': (
        ('trouble with your network connection', ('tools',)),
    ),
    b'trusted': (
        ('certificate is not trusted', ('generic',)),
    ),
    b'trying': (
        ('trying to connect an http1.x server', ('services',)),
    ),
    b'ttimeout': (
        ('connecttimeout', ('python',)),
        ('sockettimeout', ('compiled',)),
    ),
    b'tuber\xc3\xada': (
        ('tubería rota', ('native',)),
    ),
    b'tunnel': (
        ('connect tunnel failed', ('tools',)),
        ('establishing ssl tunnel failed', ('http',)),
    ),
    b'tunneling': (
        ('proxy tunneling failed: ', ('tools',)),
    ),
    b't\xc3\xa1rs\xc3\xadtva': (
        ('nincs cím társítva a gépnévhez', ('native',)),
    ),
    b'ukon\xc4\x8den\xc3\xad': (
        ('software způsobil ukončení spojení (abort)', ('native',)),
    ),
    b'unable': (
        ('unable to connect', ('generic',)),
        ('unable to connect to', ('tools',)),
        ('unable to connect to ', ('compiled',)),
        ('unable to connect to port', ('python',)),
        ('unable to connect to proxy', ('python',)),
        ('unable to connect to the server: net/http: tls handshake timeout', ('operations',)),
        ('unable to establish', ('generic',)),
        ('unable to open connection', ('generic',)),
        ('unable to reach', ('generic',)),
        ('unable to revive connection', ('services',)),
        ('unable_to_', ('node',)),
    ),
    b'unauth': (
        ('401 unauthorized', ('generic', 'http',)),
        ('code = unauthenticated', ('services',)),
    ),
    b'und_err': (
        ('und_err', ('node',)),
    ),
    b'unexpected': (
        ('an unexpected tls packet was received', ('tls',)),
        ('connection unexpectedly', ('generic',)),
        ('detected_unexpected_tls_header', ('services',)),
        ('server closed the connection unexpectedly', ('services',)),
        ('socket closed unexpectedly', ('services',)),
        ('ssl connection has been closed unexpectedly', ('services',)),
        ('tls connection init failed: unexpected end of file', ('compiled',)),
        ('unexpected connection_lost() call', ('python', 'python',)),
        ('unexpected disconnect', ('generic',)),
        ('unexpected end of file from server', ('compiled',)),
        ('unexpected end of stream on', ('compiled',)),
        ('unexpected eof', ('compiled',)),
        ('unexpected message', ('tls',)),
        ('unexpected response code', ('websocket',)),
        ('unexpected response from server', ('websocket',)),
        ('unexpected server response', ('websocket',)),
        ('unexpected status code 4', ('websocket',)),
        ('unexpectedly closed the connection', ('browsers',)),
        ('unexpectedly dropped the connection', ('browsers',)),
    ),
    b'unexpectedly': (
        ('connection unexpectedly closed', ('python',)),
    ),
    b'unix': (
        ('unix:/', ('common',)),
    ),
    b'unknown': (
        ('0 unknown error', ('node',)),
        ('unknown host', ('tools',)),
        ('unknown protocol', ('tls',)),
        ('unknown resp type', ('services',)),
        ("unknown server host '", ('services',)),
        ('unknownhost', ('compiled',)),
    ),
    b'unreachable': (
        ('destination host unreachable', ('tools',)),
        ('destination port unreachable', ('tools',)),
        ('elasticsearch unreachable', ('services',)),
        ('host unreachable', ('generic',)),
        ('is unreachable', ('common',)),
        ('network unreachable', ('generic',)),
        ('origin is unreachable', ('http',)),
        ('unreachable host', ('compiled',)),
        ('unreachable network', ('compiled',)),
    ),
    b'unrecognized': (
        ('unrecognized name', ('tls',)),
        ('unrecognized ssl message', ('compiled',)),
        ('unrecognized_name', ('tls',)),
        ('unsupported or unrecognized ssl message', ('compiled',)),
    ),
    b'unterbrochen': (
        ('datenübergabe unterbrochen (broken pipe)', ('native',)),
    ),
    b'upstream': (
        ('upstream', ('http',)),
        ('upstream connect error', ('http',)),
    ),
    b'urlopen': (
        ('urlopen error', ('python',)),
    ),
    b'usada': (
        ('conexión rehusada', ('native',)),
        ('conexão recusada', ('native',)),
        ('ligação recusada', ('native',)),
    ),
    b'usage': (
        ('only one usage of each socket address', ('compiled',)),
    ),
    b'user': (
        ('530 user', ('tools',)),
    ),
    b'us\xc5\x82uga': (
        ('ta nazwa lub usługa jest nieznana', ('native',)),
    ),
    b'valid': (
        ('did not receive a valid http', ('websocket',)),
        ('requested address is not valid in its context', ('compiled',)),
        ('requested address is not valid in this context', ('compiled',)),
    ),
    b'validating': (
        ('error validating server certificate', ('generic',)),
    ),
    b'verbinding': (
        ('verbinding is geweigerd', ('native',)),
        ('verbinding is verlopen', ('native',)),
        ('verbinding is weggevallen', ('native',)),
    ),
    b'verbindung': (
        ('die wartezeit für die verbindung ist abgelaufen', ('native',)),
        ('zielcomputer die verbindung verweigerte', ('native',)),
    ),
    b'verbindungsaufbau': (
        ('verbindungsaufbau abgelehnt', ('native',)),
    ),
    b'verbroken': (
        ('verbinding is verbroken door lokaal probleem', ('native',)),
    ),
    b'verification': (
        ('certificate verification error', ('generic',)),
        ('certificate verification failed', ('generic',)),
        ('host key verification', ('tools',)),
        ('hostname verification failed', ('tls',)),
        ('server certificate verification failed', ('tools',)),
    ),
    b'verifying': (
        ('error verifying server certificate', ('generic',)),
    ),
    b'verilmedi': (
        (' izin verilmedi', ('native',)),
    ),
    b'version': (
        ('http version did not start with http/', ('compiled',)),
    ),
    b'verursachte': (
        ('das programm verursachte den abbruch der verbindung', ('native',)),
    ),
    b'violation': (
        ('serverprotocolviolation', ('compiled',)),
        ('status = statuspolicyviolation', ('compiled',)),
    ),
    b'vyhodnocen\xc3\xad': (
        ('neopravitelná chyba při vyhodnocení názvu', ('native',)),
    ),
    b'vyhodnocov\xc3\xa1n\xc3\xad': (
        ('dočasná chyba při vyhodnocování jména', ('native',)),
    ),
    b'vyrovn\xc3\xa1vac\xc3\xad': (
        ('pro vyrovnávací paměť není volné místo', ('native',)),
    ),
    b'v\xc3\xa4rddator': (
        ('värddator är nere', ('native',)),
    ),
    b'waiting': (
        ('awaiting response... ', ('http',)),
        ('awaiting response... no data received', ('tools',)),
        ('request canceled while waiting for connection', ('compiled',)),
        ('timed out waiting for a node assignment', ('services',)),
        ('timed out while waiting for handshake', ('node',)),
        ('timeout awaiting', ('node',)),
        ('timeout waiting', ('generic',)),
        ('while waiting for a server that matches', ('services',)),
    ),
    b'wget': (
        ('wget: ', ('tools',)),
    ),
    b'when': (
        ('timeout when', ('generic',)),
    ),
    b'while': (
        ('access denied by server while mounting', ('tools',)),
        ('client.timeout exceeded while awaiting headers', ('compiled',)),
        ('connection closed while reading http status line', ('websocket',)),
        ('disconnected while requesting apiversion', ('services',)),
        ('eof reached while reading', ('compiled',)),
        ('timeout while', ('generic',)),
        ('timeout while contacting dns servers]', ('services',)),
        ('unexpected eof while reading', ('tls',)),
        ('while reading proxy protocol', ('http',)),
    ),
    b'winhttp': (
        ('error_winhttp', ('windows',)),
        ('winhttp', ('windows',)),
    ),
    b'wininet': (
        ('wininet', ('windows',)),
    ),
    b'winsock': (
        ('winsock error', ('windows',)),
    ),
    b'workerman': (
        ('workerman', ('operations',)),
    ),
    b'wrong': (
        ('wrong version number', ('tls',)),
        ('wrong_version_number', ('python', 'tls',)),
        ('wrongpass', ('services',)),
    ),
    b'wsa': (
        ('wsa', ('common',)),
    ),
    b'wurde': (
        ('die verbindung wurde vom kommunikationspartner zurückgesetzt', ('native',)),
        ('verbindung wurde softwaregesteuert', ('native',)),
        ('vorhandene verbindung wurde vom remotehost geschlossen', ('native',)),
    ),
    b'wy\xc5\x82\xc4\x85czon': (
        ('sieć jest wyłączona', ('native',)),
        ('urządzenie jest wyłączone', ('native',)),
    ),
    b'x509: ': (
        ('x509: ', ('compiled',)),
    ),
    b'zookeeper': (
        ('zookeeper', ('services',)),
    ),
    b'zru\xc5\xa1eno': (
        ('spojení zrušeno druhou stranou', ('native',)),
    ),
    b'\xc3\xa5terh\xc3\xa4mtningsbart': (
        ('icke återhämtningsbart fel i namnuppslagningen', ('native',)),
    ),
    b'\xc3\xa7\xc3\xb6z\xc3\xbcn\xc3\xbcrl\xc3\xbc\xc4\x9f\xc3\xbcnde': (
        (' çözünürlüğünde geçici başarısızlık', ('native',)),
    ),
    b'\xc3\xa9rhet\xc5\x91': (
        ('nem érhető el pufferterület', ('native',)),
    ),
    b'\xc3\xb6nbelleklerinin': (
        ('g/ç önbelleklerinin hepsi kullanımda', ('native',)),
    ),
    b'\xc3\xbatvonal': (
        ('nincs útvonal a gép felé', ('native',)),
    ),
    b'\xc3\xbczerinden': (
        ('makinaya ağ üzerinden yol yok', ('native',)),
    ),
    b'\xd0\xb1\xd1\x83\xd1\x84\xd0\xb5\xd1\x80\xd0\xbd\xd0\xbe\xd0\xb3\xd0\xbe': (
        (' буферного пространства', ('native',)),
    ),
    b'\xd0\xb2\xd0\xb4\xd0\xb0\xd0\xbb\xd0\xbe\xd1\x81\xd1\x8f': (
        (' вдалося отримати доступ до мережі', ('native',)),
        (' вдалося призначити вказану адресу', ('native',)),
    ),
    b'\xd0\xb2\xd0\xb8\xd0\xba\xd0\xbe\xd1\x80\xd0\xb8\xd1\x81\xd1\x82\xd0\xb0\xd0\xbd\xd0\xbe': (
        (' вже використано', ('native',)),
    ),
    b'\xd0\xb2\xd0\xb8\xd0\xbc\xd0\xba\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xbe': (
        (' вимкнено', ('native',)),
    ),
    b'\xd0\xb2\xd1\x8b\xd0\xb7\xd0\xb2\xd0\xb0\xd0\xbb\xd0\xb0': (
        (' вызвала разрыв соединения', ('native',)),
    ),
    b'\xd0\xb2\xd1\x8b\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb5\xd0\xbd': (
        (' выключен', ('native',)),
    ),
    b'\xd0\xb2\xd1\x96\xd0\xb4\xd0\xba\xd1\x80\xd0\xb8\xd1\x82\xd0\xb8\xd1\x85': (
        (' відкритих файлів', ('native',)),
        (' системі забагато відкритих файлів', ('native',)),
    ),
    b'\xd0\xb4\xd0\xbe\xd1\x81\xd1\x82\xd1\x83\xd0\xbf': (
        (' в доступе', ('native',)),
        (' недоступна', ('native',)),
        (' у доступі', ('native',)),
    ),
    b'\xd0\xb6\xd0\xbe\xd0\xb4\xd0\xbd\xd0\xbe\xd1\x97': (
        (" даною назвою вузла не пов'язано жодної адреси", ('native',)),
    ),
    b'\xd0\xb7\xd0\xb0\xd0\xb1\xd0\xbe\xd1\x80\xd0\xbe\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xbe': (
        (' заборонено', ('native',)),
    ),
    b'\xd0\xb7\xd0\xb0\xd0\xbb\xd0\xb8\xd1\x88\xd0\xb8\xd0\xbb\xd0\xbe\xd1\x81\xd1\x8f': (
        (' буфері не залишилося місця', ('native',)),
    ),
    b'\xd0\xb7\xd0\xb0\xd0\xbf\xd1\x80\xd0\xbe\xd1\x88\xd0\xb5\xd0\xbd\xd0\xbd\xd1\x8b\xd0\xb9': (
        (' назначить запрошенный адрес', ('native',)),
    ),
    b'\xd0\xb8\xd1\x81\xd0\xbf\xd0\xbe\xd0\xbb\xd1\x8c\xd0\xb7\xd0\xbe\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xb8\xd0\xb5': (
        (' одно использование адреса сокета', ('native',)),
    ),
    b'\xd0\xb8\xd1\x81\xd0\xbf\xd0\xbe\xd0\xbb\xd1\x8c\xd0\xb7\xd1\x83\xd0\xb5\xd1\x82\xd1\x81\xd1\x8f': (
        (' уже используется', ('native',)),
    ),
    b'\xd0\xba\xd0\xb0\xd0\xbd\xd0\xb0\xd0\xbb\xd0\xb0': (
        (' канала', ('native',)),
    ),
    b'\xd0\xba\xd0\xbe\xd0\xbc\xd0\xbf\xd1\x8c\xd1\x8e\xd1\x82\xd0\xb5\xd1\x80': (
        (' компьютер отверг запрос на подключение', ('native',)),
    ),
    b'\xd0\xba\xd0\xbe\xd0\xbd\xd1\x82\xd0\xb5\xd0\xba\xd1\x81\xd1\x82\xd0\xb0': (
        (' адрес для своего контекста неверен', ('native',)),
    ),
    b'\xd0\xbc\xd0\xb0\xd1\x80\xd1\x88\xd1\x80\xd1\x83\xd1\x82\xd0\xb0': (
        (' маршрута до узла', ('native',)),
    ),
    b'\xd0\xbc\xd0\xb0\xd1\x80\xd1\x88\xd1\x80\xd1\x83\xd1\x82\xd1\x83': (
        (' маршруту до вузла', ('native',)),
    ),
    b'\xd0\xbd\xd0\xb0\xd0\xb7\xd0\xb2\xd0\xb0': (
        (' назва чи сервіс', ('native',)),
    ),
    b'\xd0\xbd\xd0\xb5\xd0\xb8\xd0\xb7\xd0\xb2\xd0\xb5\xd1\x81\xd1\x82\xd0\xb5\xd0\xbd': (
        (' хост неизвестен', ('native',)),
    ),
    b'\xd0\xbe\xd0\xb1\xd1\x96\xd1\x80\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbe': (
        (' обірвано', ('native',)),
    ),
    b'\xd0\xbe\xd1\x82\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87\xd0\xb5\xd0\xbd\xd0\xbd\xd0\xbe\xd0\xb9': (
        (' на сокете при отключенной сети', ('native',)),
    ),
    b'\xd0\xbe\xd1\x82\xd0\xba\xd1\x80\xd1\x8b\xd1\x82\xd1\x8b\xd1\x85': (
        (' много открытых файлов', ('native',)),
        (' много открытых файлов в системе', ('native',)),
    ),
    b'\xd0\xbe\xd1\x87\xd0\xb5\xd1\x80\xd0\xb5\xd0\xb4\xd1\x8c': (
        (' буфер слишком мал или очередь переполнена', ('native',)),
    ),
    b'\xd0\xbe\xd1\x87\xd1\x96\xd0\xba\xd1\x83\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbd\xd1\x8f': (
        (" інтервал очікування з'єднання", ('native',)),
    ),
    b'\xd0\xbf\xd0\xbe\xd0\xb4\xd0\xb4\xd0\xb5\xd1\x80\xd0\xb6\xd0\xb8\xd0\xb2\xd0\xb0\xd0\xb5\xd1\x82\xd1\x81\xd1\x8f': (
        (' адресов не поддерживается протоколом', ('native',)),
    ),
    b'\xd0\xbf\xd0\xbe\xd0\xb7\xd0\xb2\xd0\xbe\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb0': (
        (' не позволена', ('native',)),
    ),
    b'\xd0\xbf\xd0\xbe\xd0\xbc\xd0\xb8\xd0\xbb\xd0\xba\xd0\xb0': (
        (" помилка при розв'язанні назв", ('native',)),
        (" помилка розв'язання назв", ('native',)),
    ),
    b'\xd0\xbf\xd1\x80\xd0\xb8\xd0\xbd\xd1\x83\xd0\xb4\xd0\xb8\xd1\x82\xd0\xb5\xd0\xbb\xd1\x8c\xd0\xbd\xd0\xbe': (
        (' хост принудительно разорвал', ('native',)),
    ),
    b'\xd0\xbf\xd1\x80\xd0\xbe\xd0\xb3\xd1\x80\xd0\xb0\xd0\xbc\xd0\xbd\xd0\xb8\xd0\xbc': (
        (' розірвано програмним забезпеченням', ('native',)),
    ),
    b'\xd0\xbf\xd1\x96\xd0\xb4\xd1\x82\xd1\x80\xd0\xb8\xd0\xbc\xd1\x83\xd1\x94\xd1\x82\xd1\x8c\xd1\x81\xd1\x8f': (
        (' адрес не підтримується протоколом', ('native',)),
    ),
    b'\xd1\x80\xd0\xb0\xd0\xb1\xd0\xbe\xd1\x82\xd0\xb0\xd0\xb5\xd1\x82': (
        (' не работает', ('native',)),
    ),
    b'\xd1\x80\xd0\xb0\xd0\xb7\xd0\xbe\xd1\x80\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbe': (
        (' разорвано другой стороной', ('native',)),
    ),
    b'\xd1\x80\xd0\xb0\xd0\xb7\xd1\x80\xd0\xb5\xd1\x88\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb8': (
        (' ошибка в разрешении имен', ('native',)),
        (' сбой в разрешении имен', ('native',)),
    ),
    b'\xd1\x80\xd0\xbe\xd0\xb7\xd1\x96\xd1\x80\xd0\xb2\xd0\xb0\xd0\xb2': (
        (' розірвав з’єднання', ('native',)),
    ),
    b'\xd1\x81\xd0\xb2\xd1\x8f\xd0\xb7\xd0\xb0\xd0\xbd\xd0\xbe': (
        (' именем узла не связано ни одного адреса', ('native',)),
    ),
    b'\xd1\x81\xd0\xbb\xd1\x83\xd0\xb6\xd0\xb1\xd0\xb0': (
        (' имя или служба', ('native',)),
    ),
    b'\xd1\x81\xd0\xbe\xd0\xb5\xd0\xb4\xd0\xb8\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb8': (
        (' соединении отказано', ('native',)),
    ),
    b'\xd1\x81\xd0\xbe\xd0\xb5\xd0\xb4\xd0\xb8\xd0\xbd\xd0\xb5\xd0\xbd\xd0\xb8\xd1\x8f': (
        (' ожидания соединения истекло', ('native',)),
    ),
    b'\xd1\x82\xd1\x80\xd0\xb5\xd0\xb1\xd1\x83\xd0\xb5\xd0\xbc\xd0\xbe\xd0\xb5': (
        (' требуемое время не получен нужный отклик', ('native',)),
    ),
    b'\xd1\x83\xd1\x81\xd1\x82\xd0\xb0\xd0\xbd\xd0\xbe\xd0\xb2\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xbd\xd0\xbe\xd0\xb5': (
        (' вашем хост-компьютере разорвала установленное подключение', ('native',)),
    ),
    b'\xd1\x94\xd0\xb4\xd0\xbd\xd0\xb0\xd0\xbd\xd0\xbd\xd1\x96': (
        (" з'єднанні відмовлено", ('native',)),
    ),
    b'\xe3\x81\x84\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\xab\xe5\xaf\xbe\xe3\x81\x97\xe3\x81\xa6\xe3\x82\xbd\xe3\x82\xb1\xe3\x83\x83\xe3\x83\x88': (
        ('到達できないホストに対してソケット操作', ('native',)),
    ),
    b'\xe3\x81\x8c\xe3\x81\x82\xe3\x82\x8a\xe3\x81\xbe\xe3\x81\x9b\xe3\x82\x93': (
        ('ホストへの経路がありません', ('native',)),
        ('利用可能な空きバッファがありません', ('native',)),
        ('許可がありません', ('native',)),
    ),
    b'\xe3\x81\x8e\xe3\x81\xa6\xe3\x82\x82\xe6\xad\xa3\xe3\x81\x97\xe3\x81\x8f\xe5\xbf\x9c\xe7\xad\x94\xe3\x81\x97\xe3\x81\xaa\xe3\x81\x8b\xe3\x81\xa3': (
        ('一定の時間を過ぎても正しく応答しなかった', ('native',)),
    ),
    b'\xe3\x81\x95\xe3\x82\x8c\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f': (
        ('ホストに強制的に切断されました', ('native',)),
        ('接続が相手からリセットされました', ('native',)),
        ('接続を拒否されました', ('native',)),
    ),
    b'\xe3\x81\x97\xe3\x81\xbe\xe3\x81\x97\xe3\x81\x9f': (
        ('ソフトウェアが接続を中断しました', ('native',)),
        ('名前解決で回復できない失敗が発生しました', ('native',)),
        ('名前解決に一時的に失敗しました', ('native',)),
        ('接続がタイムアウトしました', ('native',)),
    ),
    b'\xe3\x81\x9d\xe3\x81\xae\xe3\x82\x88\xe3\x81\x86\xe3\x81\xaa\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\xaf\xe4\xb8\x8d\xe6\x98\x8e\xe3\x81\xa7': (
        ('そのようなホストは不明です', ('native',)),
    ),
    b'\xe3\x81\xbe\xe3\x81\x9b\xe3\x82\x93\xe3\x81\xa7\xe3\x81\x97\xe3\x81\x9f': (
        ('によって拒否されたため、接続できませんでした', ('native',)),
        ('データが受信されませんでした', ('tools',)),
    ),
    b'\xe3\x81\xbe\xe3\x81\x9f\xe3\x81\xaf\xe3\x82\xb5\xe3\x83\xbc\xe3\x83\x93\xe3\x82\xb9\xe3\x81\x8c\xe4\xb8\x8d\xe6\x98\x8e\xe3\x81\xa7\xe3\x81\x99': (
        ('名前またはサービスが不明です', ('native',)),
    ),
    b'\xe3\x82\xa2\xe3\x83\x89\xe3\x83\xac\xe3\x82\xb9': (
        ('のホストアドレスが解決できません', ('tools',)),
        ('アドレスは既に使用中です', ('native',)),
        ('アドレスファミリはプロトコルによってサポートされていません', ('native',)),
        ('ホスト名にアドレスが割り当てられていません', ('native',)),
        ('各ソケット アドレスに対してプロトコル', ('native',)),
        ('要求したアドレスのコンテキストが無効です', ('native',)),
        ('要求アドレスに割り当てられません', ('native',)),
    ),
    b'\xe3\x82\xa8\xe3\x83\xa9\xe3\x83\xbc': (
        ('エラー 4', ('http',)),
        ('エラー 5', ('http',)),
    ),
    b'\xe3\x83\x8d\xe3\x83\x83\xe3\x83\x88\xe3\x83\xaf\xe3\x83\xbc\xe3\x82\xaf': (
        ('ネットワークが落ちています', ('native',)),
        ('ネットワークに届きません', ('native',)),
        ('到達できないネットワークに対してソケット操作', ('native',)),
    ),
    b'\xe3\x83\x95\xe3\x82\xa1\xe3\x82\xa4\xe3\x83\xab\xe3\x82\x92\xe9\x96\x8b\xe3\x81\x8d\xe3\x81\x99\xe3\x81\x8e\xe3\x81\xa7\xe3\x81\x99': (
        ('システム中のファイルを開きすぎです', ('native',)),
        ('ファイルを開きすぎです', ('native',)),
    ),
    b'\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88\xe3\x81\x8c\xe8\x90\xbd\xe3\x81\xa1\xe3\x81\xa6\xe3\x81\x84\xe3\x81\xbe\xe3\x81\x99': (
        ('ホストが落ちています', ('native',)),
    ),
    b'\xe4\xb8\x80\xe4\xb8\xaa\xe6\x97\xa0\xe6\xb3\x95\xe8\xbf\x9e\xe6\x8e\xa5\xe7\x9a\x84': (
        ('向一个无法连接的网络尝试了一个套接字操作', ('native',)),
        ('套接字操作尝试一个无法连接的主机', ('native',)),
    ),
    b'\xe4\xb8\x8d\xe5\x85\x81\xe8\xae\xb8\xe7\x9a\x84\xe6\x93\x8d\xe4\xbd\x9c': (
        ('不允许的操作', ('native',)),
    ),
    b'\xe4\xb8\x8d\xe5\x88\xb0\xe9\x80\x9a\xe5\xbe\x80\xe8\xa9\xb2\xe4\xb8\xbb\xe6\xa9\x9f\xe7\x9a\x84\xe8\xb7\xaf\xe7\x94\xb1\xe8\xb7\xaf\xe5\xbe\x91': (
        ('找不到通往該主機的路由路徑', ('native',)),
    ),
    b'\xe4\xb8\x8d\xe7\x9f\xa5\xe9\x81\x93\xe8\xbf\x99\xe6\xa0\xb7\xe7\x9a\x84\xe4\xb8\xbb\xe6\x9c\xba': (
        ('不知道这样的主机', ('native',)),
    ),
    b'\xe4\xb8\xad\xe7\x9a\x84\xe8\xbd\xaf\xe4\xbb\xb6\xe4\xb8\xad\xe6\xad\xa2\xe4\xba\x86\xe4\xb8\x80\xe4\xb8\xaa\xe5\xb7\xb2\xe5\xbb\xba\xe7\xab\x8b': (
        ('主机中的软件中止了一个已建立的连接', ('native',)),
    ),
    b'\xe4\xb8\xbb\xe6\x9c\xba\xe5\xbc\xba\xe8\xbf\xab\xe5\x85\xb3\xe9\x97\xad\xe4\xba\x86\xe4\xb8\x80\xe4\xb8\xaa\xe7\x8e\xb0\xe6\x9c\x89\xe7\x9a\x84': (
        ('远程主机强迫关闭了一个现有的连接', ('native',)),
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
    b'\xe5\x8d\x8f\xe8\xae\xae\xe4\xb8\x8d\xe6\x94\xaf\xe6\x8c\x81\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80\xe6\x97\x8f': (
        ('协议不支持的地址族', ('native',)),
    ),
    b'\xe5\x8f\xaa\xe8\x83\xbd\xe7\x94\xa8\xe4\xb8\x80\xe5\x80\x8b\xe9\x80\x9a\xe8\xa8\x8a\xe7\xab\xaf\xe4\xbd\x8d\xe5\x9d\x80': (
        ('只能用一個通訊端位址', ('native',)),
    ),
    b'\xe5\x90\x8d\xe7\xa8\xb1\xe6\x88\x96\xe6\x9c\x8d\xe5\x8b\x99\xe6\x9c\xaa\xe7\x9f\xa5': (
        ('名稱或服務未知', ('native',)),
    ),
    b'\xe5\x90\x8d\xe8\xa7\xa3\xe6\x9e\x90\xe4\xb8\xad\xe5\x87\xba\xe7\x8e\xb0\xe4\xb8\x8d\xe5\x8f\xaf\xe4\xbf\xae\xe5\xa4\x8d\xe7\x9a\x84\xe5\xa4\xb1': (
        ('域名解析中出现不可修复的失败', ('native',)),
    ),
    b'\xe5\x9c\xa8\xe4\xb8\x80\xe6\xae\xb5\xe6\x97\xb6\xe9\x97\xb4\xe5\x90\x8e\xe6\xb2\xa1\xe6\x9c\x89\xe6\xad\xa3\xe7\xa1\xae\xe7\xad\x94\xe5\xa4\x8d': (
        ('连接方在一段时间后没有正确答复', ('native',)),
    ),
    b'\xe5\x9c\xb0\xe5\x9d\x80\xe5\xb7\xb2\xe5\x9c\xa8\xe4\xbd\xbf\xe7\x94\xa8': (
        ('地址已在使用', ('native',)),
    ),
    b'\xe5\x9f\x9f\xe5\x90\x8d\xe8\xa7\xa3\xe6\x9e\x90\xe6\x9a\x82\xe6\x97\xb6\xe5\xa4\xb1\xe8\xb4\xa5': (
        ('域名解析暂时失败', ('native',)),
    ),
    b'\xe5\xb0\x8d\xe8\xb1\xa1\xe6\x9c\x89\xe4\xb8\x80\xe6\xae\xb5\xe6\x99\x82\xe9\x96\x93\xe4\xb8\xa6\xe6\x9c\xaa\xe6\xad\xa3\xe7\xa2\xba\xe5\x9b\x9e': (
        ('連線對象有一段時間並未正確回應', ('native',)),
    ),
    b'\xe6\x89\x93\xe5\xbc\x80\xe7\x9a\x84\xe6\x96\x87\xe4\xbb\xb6\xe8\xbf\x87\xe5\xa4\x9a': (
        ('打开的文件过多', ('native',)),
        ('系统中打开的文件过多', ('native',)),
    ),
    b'\xe6\x8b\x92\xe7\xb5\x95\xe4\xb8\x8d\xe7\xac\xa6\xe6\xac\x8a\xe9\x99\x90\xe7\x9a\x84\xe6\x93\x8d\xe4\xbd\x9c': (
        ('拒絕不符權限的操作', ('native',)),
    ),
    b'\xe6\x8b\x92\xe7\xbb\x9d\xe8\xbf\x9e\xe6\x8e\xa5': (
        ('拒绝连接', ('native',)),
    ),
    b'\xe6\x96\xad\xe5\xbc\x80\xe7\x9a\x84\xe7\xae\xa1\xe9\x81\x93': (
        ('断开的管道', ('native',)),
    ),
    b'\xe6\x97\xa0\xe6\xb3\x95\xe8\xa7\xa3\xe6\x9e\x90\xe4\xb8\xbb\xe6\x9c\xba\xe5\x9c\xb0\xe5\x9d\x80': (
        ('无法解析主机地址', ('tools',)),
    ),
    b'\xe6\x9c\xaa\xe7\x9f\xa5\xe7\x9a\x84\xe5\x90\x8d\xe7\xa7\xb0\xe6\x88\x96\xe6\x9c\x8d\xe5\x8a\xa1': (
        ('未知的名称或服务', ('native',)),
    ),
    b'\xe6\x9d\x83\xe9\x99\x90\xe4\xb8\x8d\xe5\xa4\x9f': (
        ('权限不够', ('native',)),
    ),
    b'\xe6\xad\xa4\xe9\xa0\x85\xe6\x93\x8d\xe4\xbd\x9c\xe4\xb8\xa6\xe4\xb8\x8d\xe8\xa2\xab\xe5\x85\x81\xe8\xa8\xb1': (
        ('此項操作並不被允許', ('native',)),
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
    b'\xe6\xb2\xa1\xe6\x9c\x89\xe6\x8e\xa5\xe6\x94\xb6\xe5\x88\xb0\xe6\x95\xb0\xe6\x8d\xae': (
        ('没有接收到数据', ('tools',)),
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
    b'\xe7\xa2\xba\xe7\xab\x8b\xe3\x81\x95\xe3\x82\x8c\xe3\x81\x9f\xe6\x8e\xa5\xe7\xb6\x9a\xe3\x81\x8c\xe3\x83\x9b\xe3\x82\xb9\xe3\x83\x88': (
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
    b'\xe8\xa7\xa3\xe6\x9e\x90\xe5\x90\x8d\xe7\xa8\xb1\xe6\x99\x82\xe7\x99\xbc\xe7\x94\x9f': (
        ('解析名稱時發生暫時性錯誤', ('native',)),
        ('解析名稱時發生無法復原錯誤', ('native',)),
    ),
    b'\xe8\xa8\xb1\xe5\x8f\xaf\xe3\x81\x95\xe3\x82\x8c\xe3\x81\xa6\xe3\x81\x84\xe3\x81\xaa\xe3\x81\x84\xe6\x93\x8d\xe4\xbd\x9c\xe3\x81\xa7\xe3\x81\x99': (
        ('許可されていない操作です', ('native',)),
    ),
    b'\xe8\xaf\xb7\xe6\xb1\x82\xe7\x9a\x84\xe5\x9c\xb0\xe5\x9d\x80': (
        ('无法指定被请求的地址', ('native',)),
        ('该请求的地址无效', ('native',)),
    ),
    b'\xe8\xbb\x9f\xe9\xab\x94\xe9\x80\xa0\xe6\x88\x90\xe9\x80\xa3\xe7\xb7\x9a\xe4\xb8\xad\xe6\x96\xb7': (
        ('軟體造成連線中斷', ('native',)),
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
    b'\xe9\x94\x99\xe8\xaf\xaf 4': (
        ('错误 4', ('http',)),
    ),
    b'\xe9\x94\x99\xe8\xaf\xaf 5': (
        ('错误 5', ('http',)),
    ),
    b'\xe9\x96\x8b\xe5\x95\x9f\xe5\xa4\xaa\xe5\xa4\x9a\xe6\xaa\x94\xe6\xa1\x88': (
        ('開啟太多檔案', ('native',)),
    ),
    b'\xea\xb5\xac\xec\x84\xb1\xec\x9b\x90\xec\x9c\xbc\xeb\xa1\x9c\xeb\xb6\x80\xed\x84\xb0': (
        ('연결된 구성원으로부터 응답이 없어', ('native',)),
    ),
    b'\xea\xb7\x9c\xec\x95\xbd\xec\x97\x90\xec\x84\x9c': (
        ('주소군을 규약에서 지원하지 않음', ('native',)),
    ),
    b'\xeb\x81\x8a\xea\xb2\xbc\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('원격 호스트에 의해 강제로 끊겼습니다', ('native',)),
    ),
    b'\xeb\xb6\x88\xea\xb0\x80\xeb\x8a\xa5\xed\x95\xa9\xeb\x8b\x88\xeb\x8b\xa4': (
        ('네트워크가 접근 불가능합니다', ('native',)),
    ),
    b'\xec\x82\xac\xec\x9a\xa9 \xea\xb0\x80\xeb\x8a\xa5\xed\x95\x9c \xeb\xb2\x84\xed\x8d\xbc \xea\xb3\xb5\xea\xb0\x84\xec\x9d\xb4 \xec\x97\x86\xec\x9d\x8c': (
        ('사용 가능한 버퍼 공간이 없음', ('native',)),
    ),
    b'\xec\x83\x81\xeb\x8c\x80\xed\x8e\xb8\xec\x9d\xb4': (
        ('상대편이 연결을 끊음', ('native',)),
    ),
    b'\xec\x8b\x9c\xec\x8a\xa4\xed\x85\x9c\xec\x97\x90': (
        ('시스템에 파일을 너무 많이 열었음', ('native',)),
    ),
    b'\xec\x97\x86\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('알려진 호스트가 없습니다', ('native',)),
        ('요청한 주소를 배정할 수 없습니다', ('native',)),
        ('이름 혹은 서비스를 알 수 없습니다', ('native',)),
    ),
    b'\xec\x97\xb0\xea\xb2\xb0 \xec\x8b\x9c\xea\xb0\x84 \xec\xb4\x88\xea\xb3\xbc': (
        ('연결 시간 초과', ('native',)),
    ),
    b'\xec\x97\xb0\xea\xb2\xb0\xec\x9d\xb4 \xea\xb1\xb0\xeb\xb6\x80\xeb\x90\xa8': (
        ('연결이 거부됨', ('native',)),
    ),
    b'\xec\x97\xb4\xeb\xa6\xb0 \xed\x8c\x8c\xec\x9d\xbc\xec\x9d\xb4 \xeb\x84\x88\xeb\xac\xb4 \xeb\xa7\x8e\xec\x9d\x8c': (
        ('열린 파일이 너무 많음', ('native',)),
    ),
    b'\xec\xa3\xbd\xec\x97\x88\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('네트워크가 죽었습니다', ('native',)),
        ('호스트가 죽었습니다', ('native',)),
    ),
    b'\xec\xa4\x91\xec\x9e\x85\xeb\x8b\x88\xeb\x8b\xa4': (
        ('주소가 이미 사용 중입니다', ('native',)),
    ),
    b'\xec\xb4\x88\xeb\x9e\x98\xed\x96\x88\xec\x8a\xb5\xeb\x8b\x88\xeb\x8b\xa4': (
        ('소프트웨어가 연결 중단을 초래했습니다', ('native',)),
    ),
    b'\xec\xbb\xa8\xed\x85\x8d\xec\x8a\xa4\xed\x8a\xb8\xec\x97\x90\xec\x84\x9c': (
        ('요청한 주소는 해당 컨텍스트에서', ('native',)),
    ),
    b'\xec\xbb\xb4\xed\x93\xa8\xed\x84\xb0\xec\x97\x90\xec\x84\x9c': (
        ('대상 컴퓨터에서 연결을 거부했으므로', ('native',)),
    ),
    b'\xed\x8c\x8c\xec\x9d\xb4\xed\x94\x84\xea\xb0\x80': (
        ('파이프가 깨어짐', ('native',)),
    ),
    b'\xed\x94\x84\xeb\xa1\x9c\xed\x86\xa0\xec\xbd\x9c': (
        ('각 소켓 주소(프로토콜', ('native',)),
    ),
    b'\xed\x97\x88\xea\xb0\x80 \xea\xb1\xb0\xeb\xb6\x80': (
        ('허가 거부', ('native',)),
    ),
    b'\xed\x97\x88\xec\x9a\xa9\xed\x95\x98\xec\xa7\x80': (
        ('명령을 허용하지 않음', ('native',)),
    ),
    b'\xed\x98\xb8\xec\x8a\xa4\xed\x8a\xb8\xeb\xa1\x9c': (
        ('호스트로 갈 루트가 없음', ('native',)),
    ),
    b'\xed\x98\xb8\xec\x8a\xa4\xed\x8a\xb8\xec\x9d\xb4\xeb\xa6\x84\xea\xb3\xbc': (
        ('호스트이름과 대응되는 주소가 없음', ('native',)),
    ),
}  # fmt: skip
"Needle → the stems that it stands for, and their readers."
