"""The stems of every reader of this package, by few pieces one of which is in each. Written by `just pages`."""

from __future__ import annotations

CORES: dict[bytes, tuple[tuple[str, tuple[str, ...]], ...]] = {
    b' fail': (
        ('fetch failed', ('node',)),
        ('handshake fail', ('tls',)),
        ('record layer failure', ('tls',)),
        ('recv failure', ('tools',)),
        ('send failure', ('tools',)),
        ('temporary failure resolving', ('tools',)),
    ),
    b' host': (
        ('invalid host header', ('http',)),
        ('no route to host', ('common',)),
        ('no such host', ('compiled',)),
        ('no such host is known', ('compiled',)),
        ('unknown host', ('tools',)),
    ),
    b' is down': (
        ('host is down', ('common',)),
        ('network is down', ('common',)),
    ),
    b' not ': (
        ('broker may not be available', ('services',)),
        ('could not resolve', ('tools',)),
        ('did not properly respond', ('compiled',)),
        ('did not receive a valid http', ('websocket',)),
        ('did not succeed', ('browsers',)),
        ('hostname could not be found', ('browsers',)),
        ('name does not resolve', ('tools',)),
        ('name or service not known', ('common', 'compiled',)),
    ),
    b' requ': (
        ('assign requested address', ('common',)),
        ('blocked request', ('http',)),
        ('cannot assign requested', ('operations',)),
        ('cors request', ('browsers',)),
        ('http request', ('tls',)),
        ('https proxy request', ('tls',)),
        ('misdirected request', ('http',)),
        ('plain http request was sent to https port', ('tls',)),
        ('proxy authentication required', ('http',)),
        ('the request timed out', ('browsers',)),
        ('the requested url could not be retrieved', ('http',)),
        ('too many requests', ('http',)),
    ),
    b' too ': (
        ('dh key too small', ('tls',)),
        ('packet length too long', ('tls',)),
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
    b':nxdomain': (
        (':nxdomain', ('compiled',)),
    ),
    b'acces': (
        ('eacces', ('common',)),
        ('err_access_denied', ('http',)),
        ('fatal: unable to access', ('tools',)),
    ),
    b'address': (
        ('address already in use', ('common',)),
        ('address family not supported', ('common',)),
        ('bad address', ('tools',)),
        ('bind: address already in use', ('operations',)),
        ('no address associated', ('common',)),
        ('php_network_getaddresses', ('compiled',)),
        ('registeraddress', ('operations',)),
        ('unable to resolve host address', ('tools',)),
        ('unresolvedaddress', ('compiled',)),
    ),
    b'addrin': (
        ('eaddrinuse', ('operations',)),
        ('getaddrinfo ', ('node',)),
    ),
    b'alert ': (
        ('alert ', ('tls',)),
    ),
    b'amqp': (
        ('amqp', ('services',)),
    ),
    b'ation': (
        ('eof occurred in violation', ('tls',)),
        ('host key verification', ('tools',)),
        ('unsafe legacy renegotiation', ('tls',)),
    ),
    b'bad port': (
        ('bad port', ('tools',)),
    ),
    b'broke': (
        ('broken pipe', ('common',)),
        ('no brokers', ('services',)),
        ('nobrokers', ('services',)),
    ),
    b'cert_': (
        ('cert_has_expired', ('node',)),
        ('cert_not_yet', ('node',)),
    ),
    b'certificate': (
        ('certificate', ('tls',)),
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
        ('remote end closed', ('python',)),
        ('use of closed network', ('compiled',)),
    ),
    b'connect': (
        ("can't establish a connection", ('browsers',)),
        ('cannot connect to host', ('python',)),
        ('cannot initiate the connection', ('tools',)),
        ('can’t establish a connection', ('browsers',)),
        ('connect call failed', ('python',)),
        ('connect timed out', ('compiled',)),
        ('connecterror', ('python',)),
        ('connectexception', ('compiled',)),
        ('connection aborted', ('python',)),
        ('connection attempts failed', ('python',)),
        ('connection closed by', ('tools',)),
        ('connection closed gracefully', ('tools',)),
        ('connection refused', ('common',)),
        ('connection reset by', ('tools',)),
        ('connection to remote host was lost', ('websocket',)),
        ('connection to server at', ('services',)),
        ('connection to server on socket', ('services',)),
        ('connection was refused - did you specify', ('operations',)),
        ('connectionpool', ('python',)),
        ('connectionrefused', ('compiled',)),
        ('connectionrefusederror', ('python',)),
        ('connectionreseterror', ('python',)),
        ('connecttimeout', ('python',)),
        ('could not connect to server', ('services',)),
        ('could not connect to the server', ('browsers',)),
        ("couldn't connect", ('tools',)),
        ('err_connect_fail', ('http',)),
        ('failed to connect to', ('tools',)),
        ('failed to connect to all addresses', ('services',)),
        ('failed: connection', ('tools',)),
        ('network connection was lost', ('browsers',)),
        ('network socket disconnected', ('node',)),
        ('no living connections', ('services',)),
        ('openssl ssl_connect', ('tools',)),
        ('pr_connect_reset', ('browsers',)),
        ('proxy connect', ('operations',)),
        ('proxyconnect', ('operations',)),
        ('remaining connection slots', ('services',)),
        ('remotedisconnected', ('python',)),
        ('server closed the connection unexpectedly', ('services',)),
        ('server disconnected', ('python',)),
        ('serverdisconnected', ('python',)),
        ('software caused connection abort', ('common',)),
        ('ssh: connect', ('tools',)),
        ('ssl connect error', ('tools',)),
        ('tcp connect error', ('compiled',)),
        ('terminating connection', ('services',)),
        ('the connection to the server', ('operations',)),
        ('too many connections', ('services',)),
        ('unable to connect to', ('tools',)),
        ('unable to connect to ', ('compiled',)),
        ('unable to connect to port', ('python',)),
        ('upstream connect error', ('http',)),
    ),
    b'conte': (
        ('content security policy', ('browsers',)),
        ('context deadline exceeded', ('compiled',)),
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
    b'dial ': (
        ('dial tcp', ('compiled',)),
        ('dial udp', ('compiled',)),
        ('dial unix', ('compiled',)),
    ),
    b'disallowedhost': (
        ('disallowedhost', ('http',)),
    ),
    b'docker daemon': (
        ('docker daemon', ('operations',)),
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
        ('brokenpipeerror', ('python',)),
        ('client error', ('http',)),
        ('dns error', ('compiled',)),
        ('eoferror', ('compiled',)),
        ('error 52', ('http',)),
        ('error code 52', ('http',)),
        ('gaierror', ('python',)),
        ('http error ', ('http',)),
        ('kcferror', ('browsers',)),
        ('npm error', ('node',)),
        ('ns_error', ('browsers',)),
        ('nsurlerror', ('browsers',)),
        ('os error', ('common',)),
        ('parse error: expected http', ('node',)),
        ('proxyerror', ('python',)),
        ('returned error: ', ('http',)),
        ('rpc error', ('services',)),
        ('sec_error', ('browsers',)),
        ('server error', ('http',)),
        ('socket error', ('common',)),
        ('socketerror', ('compiled',)),
        ('ssl_error', ('browsers', 'tls',)),
        ('statuscodeerror', ('http',)),
        ('timeouterror', ('python',)),
        ('transport error', ('websocket',)),
        ('urlopen error', ('python',)),
        ('winerror', ('common',)),
        ('xhr poll error', ('websocket',)),
    ),
    b'eshutdown': (
        ('eshutdown', ('common',)),
    ),
    b'exchange': (
        ('banner exchange', ('tools',)),
        ('kex_exchange', ('tools',)),
    ),
    b'failed': (
        ('certificate_verify_failed', ('python',)),
        ('failed to load resource', ('browsers',)),
        ('failed to open stream', ('compiled',)),
        ('failed to resolve', ('python',)),
    ),
    b'fsockopen': (
        ('fsockopen', ('compiled',)),
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
        ('handshake', ('websocket',)),
        ('handshake_fail', ('tls',)),
        ('handshake_failure', ('compiled',)),
    ),
    b'hpe_': (
        ('hpe_', ('node',)),
    ),
    b'http/': (
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
    b'invalid': (
        ('invalidmessage', ('websocket',)),
        ('invalidupgrade', ('websocket',)),
        ('received invalid response to ssl', ('services',)),
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
    b'libcurl': (
        ('libcurl', ('tools',)),
    ),
    b'malformed http': (
        ('malformed http', ('compiled',)),
    ),
    b'mariadb': (
        ('mariadb', ('services',)),
    ),
    b'max retries exceeded': (
        ('max retries exceeded', ('python',)),
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
    b'no buffer space': (
        ('no buffer space', ('common',)),
    ),
    b'noroutetohost': (
        ('noroutetohost', ('compiled',)),
    ),
    b'npm err': (
        ('npm err', ('node',)),
    ),
    b'number': (
        ('max number of clients', ('services',)),
        ('wrong version number', ('tls',)),
        ('wrong_version_number', ('python', 'tls',)),
    ),
    b'openssl::ssl': (
        ('openssl::ssl', ('compiled',)),
    ),
    b'ora-1': (
        ('ora-1', ('services',)),
    ),
    b'permission denied (publickey': (
        ('permission denied (publickey', ('tools',)),
    ),
    b'pg_hba': (
        ('pg_hba', ('services',)),
    ),
    b'pki': (
        ('pki', ('browsers',)),
    ),
    b'pkix path': (
        ('pkix path', ('compiled',)),
    ),
    b'port is already allocated': (
        ('port is already allocated', ('operations',)),
    ),
    b'pr_end_of_file': (
        ('pr_end_of_file', ('browsers',)),
    ),
    b'proto': (
        ('eproto', ('node',)),
        ('ssh protocol banner', ('python',)),
        ('unknown protocol', ('tls',)),
    ),
    b'querya': (
        ('querya', ('node',)),
    ),
    b'r serv': (
        ('nodename nor servname', ('common',)),
        ('register service', ('operations',)),
    ),
    b'rabbitmq': (
        ('rabbitmq', ('services',)),
    ),
    b'redis': (
        ('redis', ('services',)),
    ),
    b'refused': (
        (':econnrefused', ('compiled',)),
        ('actively refused', ('compiled',)),
    ),
    b'reqwest': (
        ('reqwest', ('compiled',)),
    ),
    b'reset by peer': (
        ('reset by peer', ('common',)),
    ),
    b'resol': (
        ("couldn't resolve", ('tools',)),
        ('name resolution', ('common',)),
        ('nameresolution', ('python',)),
    ),
    b'response code': (
        ('response code', ('http',)),
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
    b'server': (
        ('empty reply from server', ('tools',)),
        ('etcdserver', ('services',)),
        ('no server is available to handle', ('http',)),
        ('server gave http response', ('compiled',)),
        ('server selection', ('services',)),
        ('unexpected server response', ('websocket',)),
        ('web server is down', ('http',)),
    ),
    b'socket': (
        ('socket hang up', ('node',)),
        ('socket.io', ('websocket',)),
        ('socket.timeout', ('python',)),
        ('socketexception', ('compiled',)),
        ('sockettimeout', ('compiled',)),
        ('stream_socket_client', ('compiled', 'operations',)),
        ('stream_socket_server', ('operations',)),
        ('web socket', ('websocket',)),
        ('websocket', ('browsers', 'websocket',)),
    ),
    b'socks': (
        ('err_socks', ('node',)),
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
        ('http status', ('http',)),
        ('illegal status line', ('python',)),
        ('invalidstatus', ('websocket',)),
        ('status code', ('http',)),
        ('statuscode.', ('services',)),
    ),
    b'telnet:': (
        ('telnet:', ('tools',)),
    ),
    b'timed': (
        ('etimedout', ('common', 'node',)),
        ('read timed out', ('python',)),
        ('timed out', ('common',)),
        ('timedout', ('compiled',)),
    ),
    b'timeout': (
        (':timeout', ('compiled',)),
        ('i/o timeout', ('compiled',)),
        ('net::opentimeout', ('compiled',)),
        ('net::readtimeout', ('compiled',)),
        ('timeout awaiting', ('node',)),
        ('timeout of ', ('node',)),
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
    b'unable_to_': (
        ('unable_to_', ('node',)),
    ),
    b'und_err': (
        ('und_err', ('node',)),
    ),
    b'unknownhost': (
        ('unknownhost', ('compiled',)),
    ),
    b'unreacha': (
        ('is unreachable', ('common',)),
        ('origin is unreachable', ('http',)),
    ),
    b'unrecogn': (
        ('unrecognized name', ('tls',)),
        ('unrecognized_name', ('tls',)),
    ),
    b'upstream': (
        ('upstream', ('http',)),
    ),
    b'vailable': (
        ('no protocols available', ('tls',)),
        ('nonodeavailable', ('services',)),
        ('service temporarily unavailable', ('http',)),
        ('service unavailable', ('http',)),
    ),
    b'wget: ': (
        ('wget: ', ('tools',)),
    ),
    b'worker': (
        ('businessworker', ('operations',)),
        ('workerman', ('operations',)),
    ),
    b'wsa': (
        ('wsa', ('common',)),
    ),
    b'x509: ': (
        ('x509: ', ('compiled',)),
    ),
    b'xception': (
        ('bindexception', ('compiled',)),
        ('httpexception', ('http',)),
    ),
    b'xpected ': (
        ('unexpected eof', ('compiled',)),
        ('unexpected eof while reading', ('tls',)),
        ('unexpected message', ('tls',)),
        ('unexpected response code', ('websocket',)),
    ),
}  # fmt: skip
