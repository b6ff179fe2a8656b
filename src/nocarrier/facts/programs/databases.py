"""Databases and caches."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Flag, Kind, Line
from nocarrier.model.prose import say

KINDS = (
    Kind(
        slug="redis",
        label="Redis",
        names=frozenset({"redis-server", "valkey-server", "keydb-server"}),
        schemes=frozenset({"redis", "rediss"}),
        ports=(6379,),
        every6="* -::*",  # redis.conf: every address of both families
        lines=(Line(pattern=r"^\s*bind\s+(?P<v>[^#]+?)\s*$"),),
        files=(
            "/etc/redis/redis.conf",
            "/etc/redis.conf",
            "/etc/redis/default.conf",
            "/etc/valkey/valkey.conf",
            "/etc/valkey/default.conf",
        ),
        config_in=((r"\S*(?:redis|valkey|keydb)-server\s+(/\S+\.conf)", "{0}"),),
        port_lines=(r"^\s*port\s+{port}\s*$",),
        units={"debian": "redis-server", "suse": "redis@default", "": "redis"},
        starts={"": "redis-server {config} --daemonize yes"},
        binaries=("/usr/bin/redis-server", "/usr/bin/valkey-server", "/usr/local/bin/redis-server"),
        titled=r"^\S+ \S+:\d+()(?: \[\w+\])?$",
        live="redis-cli -h {bound} -p {port} CONFIG SET bind {address}",
        note=say(
            "Redis answers other machines with an error until a password is set (requirepass); CONFIG REWRITE keeps a change."
        ),
    ),
    Kind(
        slug="postgresql",
        label="PostgreSQL",
        names=frozenset({"postgres", "postmaster"}),
        schemes=frozenset({"postgresql", "postgres"}),
        ports=(5432,),
        every4="*",
        every6="*",
        flag=Flag(names=("-h",)),
        lines=(
            Line(pattern=r"^\s*listen_addresses\s*=?\s*(?P<v>'[^']*'|[^\s#']+)", form="'{address}'"),
            Line(pattern=r"^\s*(?P<v>#\s*listen_addresses\s*=.*)$", form="listen_addresses = '{address}'", weak=True),
        ),
        files=("/etc/postgresql/*/main/postgresql.conf", "/var/lib/pgsql/data/postgresql.conf"),
        config_in=(
            (r"config_file=(\S+)", "{0}"),
            (r"\s-D\s*(\S+)", "{0}/postgresql.conf"),
        ),
        port_lines=(r"^\s*port\s*=\s*{port}\b",),
        units={"debian": "postgresql", "": "postgresql"},
        binaries=("/usr/bin/pg_ctlcluster", "/usr/bin/postgres"),
        starts={
            "pg_ctlcluster": "pg_lsclusters -h | while read -r version name _; do pg_ctlcluster $version $name start; done",
            "postgres": "runuser -u postgres -- pg_ctl -D /var/lib/pgsql/data -l /var/lib/pgsql/startup.log start",
        },
        data_in=r"\s-D\s*(\S+)",
        restart="{bin}/pg_ctl -D {data} restart",
        note=say("PostgreSQL lets in only the clients that pg_hba.conf names; each network needs its line there."),
    ),
    Kind(
        slug="mysql",
        label="MySQL",
        names=frozenset({"mysqld", "mariadbd"}),
        schemes=frozenset({"mysql", "mariadb"}),
        ports=(3306,),
        every6="*",
        flag=Flag(names=("--bind-address", "--bind_address"), added=("--bind-address={address}",)),
        lines=(Line(pattern=r"^\s*bind[-_]address\s*=\s*(?P<v>[^\s#]+)"),),
        files=(
            "/etc/mysql/mysql.conf.d/mysqld.cnf",
            "/etc/mysql/mariadb.conf.d/50-server.cnf",
            "/etc/mysql/my.cnf",
            "/etc/mysql/conf.d/*.cnf",
            "/etc/my.cnf",
            "/etc/my.cnf.d/*.cnf",
        ),
        config_in=((r"--defaults(?:-extra)?-file=(\S+)", "{0}"),),
        port_lines=(r"^\s*port\s*=\s*{port}\s*$",),
        units={"debian": "mysql", "rhel": "mysqld", "": "mariadb"},
        # Where it is MariaDB, mysqld is another name of its.
        binaries=("/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/sbin/mysqld", "/usr/libexec/mysqld"),
        # As root it starts for another user only, and stays in the foreground.
        starts={
            "": "install -d -o mysql /run/mysqld && nohup {binary} --user=mysql >/dev/null 2>&1 &",
        },
        data="/var/lib/mysql",
        prepares={
            "mariadbd": "mariadb-install-db --user=mysql --datadir=/var/lib/mysql",
            "mysqld": "{binary} --initialize --user=mysql",
        },
        note=say("MySQL lets in an account only from the hosts in its name ('app'@'10.%')."),
    ),
    Kind(
        slug="mongodb",
        label="MongoDB",
        names=frozenset({"mongod", "mongos"}),
        schemes=frozenset({"mongodb"}),
        ports=(27017,),
        flag=Flag(names=("--bind_ip",), added=("--bind_ip", "{address}")),
        lines=(
            Line(pattern=r"^\s*bindIp\s*:\s*(?P<v>[^#]+?)\s*(?:#.*)?$"),
            Line(pattern=r"^\s*bind_ip\s*=\s*(?P<v>[^#]+?)\s*(?:#.*)?$"),
        ),
        files=("/etc/mongod.conf", "/etc/mongodb.conf"),
        config_in=((r"(?:--config[ =]|\s-f\s*)(\S+)", "{0}"),),
        every6="'::,0.0.0.0'",
        port_lines=(r"^\s*port\s*[:=]\s*{port}\s*$",),
        units={"": "mongod"},
        binaries=("/usr/bin/mongod",),
        note=say("MongoDB without authorization lets everybody in who reaches it."),
    ),
    Kind(
        slug="memcached",
        label="memcached",
        names=frozenset({"memcached"}),
        schemes=frozenset({"memcached"}),
        ports=(11211,),
        flag=Flag(names=("-l", "--listen"), added=("-l", "{address}")),
        lines=(
            Line(pattern=r"^\s*-l\s*(?P<v>\S+)"),
            Line(pattern=r'^\s*OPTIONS="[^"]*-l\s*(?P<v>[^\s"]+)'),
        ),
        files=("/etc/memcached.conf", "/etc/sysconfig/memcached"),
        port_lines=(r"^\s*-p\s*{port}\b",),
        units={"": "memcached"},
        binaries=("/usr/bin/memcached",),
        note=say("memcached asks nobody for a password."),
    ),
    Kind(
        slug="elasticsearch",
        label="Elasticsearch",
        names=frozenset({"java"}),
        marks=(r"org\.(?:elasticsearch|opensearch)\.",),
        schemes=frozenset({"elasticsearch"}),
        ports=(9200,),
        lines=(
            Line(pattern=r"^\s*(?:network|http)\.host\s*:\s*(?P<v>[^#]+?)\s*(?:#.*)?$"),
            Line(pattern=r"^\s*(?P<v>#\s*network\.host\s*:.*)$", form="network.host: {address}", weak=True),
        ),
        files=("/etc/elasticsearch/elasticsearch.yml", "/etc/opensearch/opensearch.yml"),
        every6='"::"',
        units={"": "elasticsearch"},
        binaries=("/usr/share/elasticsearch/bin/elasticsearch",),
    ),
)
