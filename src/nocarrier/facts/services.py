"""The schemes a target may have, and the ports where their servers usually listen (IANA, and common practice)."""

from __future__ import annotations

EPHEMERAL = 32768
"Ports from here on are given out to clients (net.ipv4.ip_local_port_range); a server seldom has one."
NFS = 2049
"NFS version 4 has no port but this one (RFC 7530, section 3.1); earlier ones ask on it as well."
HIGH = frozenset({50000, 50051, 50070, 61613, 61614, 61616})
"Beyond them, servers that mostly listen there: Jenkins' agents and DB2, gRPC, HDFS, ActiveMQ."
DEFAULT_PORT: dict[str, int | None] = {
    "tcp": None, "udp": None, "tls": None, "unix": None,
    "http": 80, "https": 443, "ws": 80, "wss": 443,
    "websocket": None, "text": None, "frame": None,
    "postgresql": 5432, "postgres": 5432, "mysql": 3306, "mariadb": 3306, "redis": 6379, "rediss": 6379,
    "mongodb": 27017, "amqp": 5672, "amqps": 5671, "mqtt": 1883, "mqtts": 8883, "memcached": 11211,
    "elasticsearch": 9200, "kafka": 9092, "nats": 4222, "clickhouse": 8123, "cassandra": 9042,
    "zookeeper": 2181, "etcd": 2379, "ssh": 22, "sftp": 22, "ftp": 21, "telnet": 23, "smtp": 25, "smtps": 465,
    "submission": 587, "pop3": 110, "pop3s": 995, "imap": 143, "imaps": 993, "ldap": 389, "ldaps": 636,
    "rdp": 3389, "vnc": 5900, "sip": 5060, "rtsp": 554, "xmpp": 5222, "irc": 6667, "git": 9418, "docker": 2375,
    "grpc": None, "h2c": 80,
}  # fmt: skip
"Scheme → its default port; None where a port must be named."

TAKES_UP_TLS = frozenset({
    "postgresql", "postgres", "mysql", "mariadb", "smtp", "submission", "imap", "pop3", "ftp", "ldap", "rdp", "xmpp", "irc",
})  # fmt: skip
"What is spoken in plain first (STARTTLS and its like); the same inside TLS from the first byte on has a scheme of its own."
NNTP, SQL_SERVER = 119, 1433
TAKING_UP_TLS = frozenset({NNTP, SQL_SERVER, *(DEFAULT_PORT[scheme] for scheme in TAKES_UP_TLS)})
"The ports of these, and of two more that have no scheme here."

LISTENING = frozenset({"websocket", "text", "frame"})
"Schemes of Workerman's listening addresses (`new Worker('websocket://0.0.0.0:2345')`)."

USUAL_PORTS: dict[str, tuple[int, ...]] = {
    "http": (80, 8080, 8000, 3000, 5000, 8008, 8888, 8081, 9000), "https": (443, 8443, 9443),
    "ws": (80, 8080, 2345, 2346, 8282, 7272, 3000, 9501, 8000), "wss": (443, 8443),
    "websocket": (2345, 2346, 8282, 7272), "postgresql": (5432, 5433, 6432), "postgres": (5432, 5433, 6432),
    "mysql": (3306, 3307, 33060), "mariadb": (3306, 3307), "redis": (6379, 6380, 7000, 26379),
    "rediss": (6379, 6380), "mongodb": (27017, 27018), "amqp": (5672,), "amqps": (5671,), "mqtt": (1883,),
    "mqtts": (8883,), "ssh": (22, 2222, 222), "sftp": (22, 2222), "smtp": (25, 587, 465, 2525),
    "imap": (143, 993), "ldap": (389, 636), "memcached": (11211,), "elasticsearch": (9200, 9300),
}  # fmt: skip
"Scheme → other ports where such a server is often found, likeliest first."

PROTOCOL: dict[str, str] = {
    "http": "http", "ws": "websocket", "websocket": "websocket", "https": "tls", "wss": "tls", "tls": "tls",
    "postgresql": "postgresql", "postgres": "postgresql", "mysql": "mysql", "mariadb": "mysql", "redis": "redis",
    "rediss": "tls", "mongodb": "mongodb", "amqp": "amqp", "amqps": "tls", "mqtt": "mqtt", "mqtts": "tls",
    "memcached": "memcached", "elasticsearch": "elasticsearch", "kafka": "kafka", "nats": "nats",
    "clickhouse": "clickhouse", "cassandra": "cassandra", "zookeeper": "zookeeper", "etcd": "etcd", "ssh": "ssh",
    "sftp": "ssh", "ftp": "ftp", "telnet": "telnet", "smtp": "smtp", "smtps": "tls", "submission": "smtp",
    "pop3": "pop3", "pop3s": "tls", "imap": "imap", "imaps": "tls", "ldap": "ldap", "ldaps": "tls", "rdp": "rdp",
    "vnc": "vnc", "rtsp": "rtsp", "xmpp": "xmpp", "irc": "irc", "docker": "docker",
    "grpc": "grpc", "h2c": "http2",
}  # fmt: skip
"""Scheme → what its server's first bytes are recognised as (`wire/first_bytes.py`). Of a wrapped one they only say
that it is TLS. A scheme that is not here (tcp, text, frame) has no form that could be recognised."""

WRAPPED: dict[str, str] = {
    "https": "http", "wss": "websocket", "rediss": "redis", "amqps": "amqp", "mqtts": "mqtt", "smtps": "smtp",
    "pop3s": "pop3", "imaps": "imap", "ldaps": "ldap", "tls": "tls",
}  # fmt: skip
"Scheme of what is spoken inside TLS from the first byte on → the protocol inside; of ``tls`` nobody knows that."

PLAIN_TWIN: dict[str, str] = {
    "https": "http", "wss": "ws", "rediss": "redis", "amqps": "amqp", "mqtts": "mqtt", "smtps": "smtp",
    "pop3s": "pop3", "imaps": "imap", "ldaps": "ldap", "tls": "tcp",
}  # fmt: skip
"Scheme over TLS → the same without."

SHOWN: dict[str, str] = {
    "http": "HTTP", "websocket": "WebSocket", "tls": "TLS", "postgresql": "PostgreSQL", "mysql": "MySQL",
    "redis": "Redis", "mongodb": "MongoDB", "amqp": "AMQP", "mqtt": "MQTT", "memcached": "memcached",
    "elasticsearch": "Elasticsearch", "kafka": "Kafka", "nats": "NATS", "clickhouse": "ClickHouse",
    "cassandra": "Cassandra", "zookeeper": "ZooKeeper", "etcd": "etcd", "ssh": "SSH", "ftp": "FTP",
    "telnet": "Telnet", "smtp": "SMTP", "pop3": "POP3", "imap": "IMAP", "ldap": "LDAP", "rdp": "RDP", "vnc": "VNC",
    "rtsp": "RTSP", "xmpp": "XMPP", "irc": "IRC", "docker": "Docker's API", "http2": "HTTP/2",
    "grpc": "gRPC", "dns": "DNS", "socks5": "SOCKS5", "socks4": "SOCKS4", "lmtp": "LMTP", "sieve": "ManageSieve",
    "nntp": "NNTP", "rsync": "rsync", "svn": "Subversion", "asterisk": "Asterisk's manager interface",
    "tarantool": "Tarantool", "varnish": "Varnish's command line", "teamspeak": "TeamSpeak's query", "sip": "SIP",
    "beanstalkd": "beanstalkd", "stomp": "STOMP", "mysqlx": "MySQL's X Protocol",
    "gatewayworker": "GatewayWorker's Register",
}  # fmt: skip
"Protocol → how it is written."

GENERAL = frozenset({"http", "http2", "grpc", "websocket", "tls"})
"Protocols that many different programs of one machine speak: speaking it does not yet tell which is meant."

PROGRAMS: dict[str, frozenset[str]] = {
    "postgresql": frozenset({"postgres", "postmaster", "pgbouncer", "pgcat", "odyssey"}),
    "mysql": frozenset({"mysqld", "mariadbd", "proxysql", "mysqlrouter"}),
    "redis": frozenset({"redis-server", "valkey-server", "keydb-server", "dragonfly"}),
    "mongodb": frozenset({"mongod", "mongos"}),
    "amqp": frozenset({"beam.smp", "rabbitmq-server"}),
    "mqtt": frozenset({"mosquitto", "emqx", "vernemq"}),
    "memcached": frozenset({"memcached"}),
    "nats": frozenset({"nats-server"}),
    "clickhouse": frozenset({"clickhouse-serv", "clickhouse-server"}),
    "etcd": frozenset({"etcd"}),
    "ssh": frozenset({"sshd", "dropbear"}),
    "ftp": frozenset({"vsftpd", "proftpd", "pure-ftpd"}),
    "smtp": frozenset({"master", "exim4", "exim", "sendmail"}),
    "imap": frozenset({"dovecot"}),
    "pop3": frozenset({"dovecot"}),
    "ldap": frozenset({"slapd"}),
    "docker": frozenset({"dockerd"}),
}
"Protocol → short names (comm, at most 15 characters) of the programs that are made for it."


def implied_scheme(scheme: str, port: int) -> str:
    """The scheme that was meant: of a bare ``tcp`` or ``tls`` target, the one whose default port was dialled."""
    if scheme != "tcp":
        return scheme
    return next((name for name, usual in DEFAULT_PORT.items() if usual == port), scheme)
