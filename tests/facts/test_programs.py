"""The table of server programs, on command lines and titles as they stand in /proc."""

from __future__ import annotations

import re

import pytest

from nocarrier.facts.listeners import Program
from nocarrier.facts.programs import TABLE, kind_of, recognise, usually_on
from nocarrier.facts.programs.kind import Kind


def program(name: str, *command: str, executable: str = "") -> Program:
    return Program(pid=812, name=name, command=command, executable=executable)


@pytest.mark.parametrize(
    ("expected", "running"),
    [
        ("nginx", program("nginx", "nginx: master process /usr/sbin/nginx -g daemon on; master_process on;")),
        ("apache", program("apache2", "/usr/sbin/apache2", "-k", "start")),
        ("apache", program("httpd", "/usr/sbin/httpd", "-DFOREGROUND")),
        ("redis", program("redis-server", "/usr/bin/redis-server 127.0.0.1:6379")),
        ("redis", program("valkey-server", "/usr/bin/valkey-server 127.0.0.1:6379")),
        (
            "postgresql",
            program("postgres", "/usr/lib/postgresql/15/bin/postgres", "-D", "/var/lib/postgresql/15/main"),
        ),
        ("mysql", program("mysqld", "/usr/sbin/mysqld")),
        ("mysql", program("mariadbd", "/usr/sbin/mariadbd")),
        ("mongodb", program("mongod", "/usr/bin/mongod", "--config", "/etc/mongod.conf")),
        ("memcached", program("memcached", "/usr/bin/memcached", "-m", "64", "-l", "127.0.0.1")),
        ("sshd", program("sshd", "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups")),
        ("rabbitmq", program("beam.smp", "/usr/lib/erlang/erts-13/bin/beam.smp", "-W", "w", "-s", "rabbit", "boot")),
        ("docker-proxy", program("docker-proxy", "/usr/bin/docker-proxy", "-proto", "tcp", "-host-ip", "127.0.0.1")),
        ("podman", program("rootlessport", "rootlessport")),
        ("podman", program("conmon", "/usr/bin/conmon", "--api-version", "1")),
        ("workerman", program("php", "WorkerMan: master process  start_file=/srv/chat/start.php")),
        ("workerman", program("php", "WorkerMan: worker process  ChatGateway websocket://127.0.0.1:7272")),
        ("php-built-in", program("php", "php", "-S", "127.0.0.1:8000", "-t", "public")),
        ("php-built-in", program("php8.2", "php8.2", "-S", "localhost:8000")),
        ("php", program("php", "php", "server.php")),
        ("php-fpm", program("php-fpm8.2", "php-fpm: master process (/etc/php/8.2/fpm/php-fpm.conf)")),
        ("http-server", program("python3", "python3", "-m", "http.server", "8000")),
        ("django", program("python", "python", "manage.py", "runserver", "8000")),
        (
            "uvicorn",
            program("uvicorn", "/srv/venv/bin/python3", "/srv/venv/bin/uvicorn", "app:app", "--port", "8000"),
        ),
        ("uvicorn", program("python3", "python3", "-m", "uvicorn", "app:app")),
        ("gunicorn", program("gunicorn", "/srv/venv/bin/python3", "/srv/venv/bin/gunicorn", "app:app")),
        ("gunicorn", program("gunicorn", "gunicorn: master [app:app]")),
        ("flask", program("flask", "/usr/bin/python3", "/usr/bin/flask", "--app", "shop", "run")),
        ("python", program("python3.11", "python3.11", "server.py")),
        ("node", program("node", "node", "server.js")),
        ("node", program("MainThread", "node", "server.js", executable="/usr/bin/node")),
        ("vite", program("node", "node", "/srv/app/node_modules/.bin/vite")),
        ("jar", program("java", "/usr/bin/java", "-jar", "shop.jar")),
        ("spring", program("java", "/usr/bin/java", "-jar", "shop.jar", "--server.port=8080")),
        ("python", program("python3", "python3", "/srv/uvicorn/server.py")),
        ("python", program("python3", "python3", "/srv/no-uvicorn")),
        ("python", program("python3", "python3", "/srv/flask/server.py", "--run")),
        ("jupyter", program("python3", "/usr/bin/python3", "/usr/local/bin/jupyter-lab")),
        ("django", program("python", "python", "/srv/manage.py", "runserver")),
        ("tomcat", program("java", "/usr/bin/java", "-Dcatalina.base=/var/lib/tomcat10", "org.apache.catalina.Main")),
        ("elasticsearch", program("java", "java", "-Xms1g", "org.elasticsearch.bootstrap.Elasticsearch")),
        ("dnsmasq", program("dnsmasq", "/usr/sbin/dnsmasq", "-x", "/run/dnsmasq/dnsmasq.pid")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_is_recognised(expected: str, running: Program) -> None:
    kind = recognise(running)
    assert kind is not None
    assert kind.slug == expected


@pytest.mark.parametrize(
    "running",
    [
        program("myserver", "/opt/my/myserver", "--listen", "127.0.0.1:8080"),
        program("", ""),
        program("nginx-exporter", "/usr/bin/nginx-exporter"),
        program("java", "java", "-cp", "shop.jar", "Main"),
    ],
)
def test_what_is_not_in_the_table_stays_unknown(running: Program) -> None:
    assert recognise(running) is None


def test_what_usually_serves_a_scheme_or_a_port() -> None:
    assert [kind.slug for kind in usually_on("redis", 7000)] == ["redis"]
    assert [kind.slug for kind in usually_on("tcp", 5432)] == ["postgresql"]
    assert usually_on("ssh", 5432) == (kind_of("sshd"),)
    assert usually_on("tcp", 4711) == ()


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: kind.slug)
def test_every_entry_is_well_formed(kind: Kind) -> None:
    assert [other for other in TABLE if other.slug == kind.slug] == [kind]
    assert kind.names or kind.marks
    for rule in kind.lines:
        pattern = re.compile(rule.pattern.replace("{port}", "80").replace("{bound}", "x"))
        assert "v" in pattern.groupindex
    for pattern in (*kind.marks, *kind.port_lines, *(pair[0] for pair in kind.config_in)):
        re.compile(pattern.replace("{port}", "80"))
    if kind.source:
        assert kind.lines
