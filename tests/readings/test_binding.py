"""Where settings, programs and command lines say which address is bound; the texts are as the packages ship them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.programs import TABLE, kind_of
from nocarrier.facts.programs.kind import Kind
from nocarrier.facts.server_program import Binding
from nocarrier.readings.binding import (
    find_in_command,
    find_in_text,
    named_configs,
    original_command,
    script_of,
    speaks_of_port,
    usual_configs,
)
from nocarrier.readings.program_text import find_in_program


def kind(slug: str) -> Kind:
    found = kind_of(slug)
    assert found is not None
    return found


def found_in(this: Kind, text: str, bound: str, port: int) -> Binding | None:
    """The line of a settings file, or of the program's own text where that is where it stands."""
    if this.source and not this.files:
        return find_in_program(this, "/srv/x", {"/srv/x": text}, bound, port)
    return find_in_text(this, text, "/etc/x", bound, port)


def rewritten(slug: str, text: str, bound: str, port: int, *, six: bool = False) -> tuple[int, str] | None:
    """The line number, and the line with every address in it."""
    this = kind(slug)
    found = found_in(this, text, bound, port)
    if found is None:
        return None
    return found.line, found.rewritten(this.every6 if six else this.every4, port)


REDIS = """\
# bind 192.168.1.100 10.0.0.1     # listens on two specific IPv4 addresses
# bind 127.0.0.1 ::1              # listens on loopback IPv4 and IPv6
bind 127.0.0.1 -::1
protected-mode yes
port 6379
"""
NGINX = """\
server {
\tlisten 80 default_server;
}
server {
    listen 127.0.0.1:8080;
    listen [::1]:8080;
    server_name app;
}
"""


@pytest.mark.parametrize(
    ("slug", "text", "bound", "port", "line", "new"),
    [
        ("redis", REDIS, "127.0.0.1", 6379, 3, "bind 0.0.0.0"),
        ("redis", REDIS, "::1", 6379, 3, "bind 0.0.0.0"),
        ("nginx", NGINX, "127.0.0.1", 8080, 5, "    listen 0.0.0.0:8080;"),
        ("nginx", "  listen localhost:8080 ssl;\n", "127.0.0.1", 8080, 1, "  listen 0.0.0.0:8080 ssl;"),
        ("apache", "Listen 127.0.0.1:8080\n", "127.0.0.1", 8080, 1, "Listen 0.0.0.0:8080"),
        ("apache", "Listen 127.0.0.1:443 https\n", "127.0.0.1", 443, 1, "Listen 0.0.0.0:443 https"),
        (
            "postgresql",
            "#listen_addresses = 'localhost'\t\t# what IP address(es) to listen on;\n",
            "127.0.0.1",
            5432,
            1,
            "listen_addresses = '*'",
        ),
        (
            "postgresql",
            "#listen_addresses = 'localhost'\nlisten_addresses = '127.0.0.1'  # ours\n",
            "127.0.0.1",
            5432,
            2,
            "listen_addresses = '*'  # ours",
        ),
        ("mysql", "[mysqld]\nbind-address            = 127.0.0.1\n", "127.0.0.1", 3306, 2, "bind-address            = 0.0.0.0"),
        ("mysql", "bind_address=localhost\n", "127.0.0.1", 3306, 1, "bind_address=0.0.0.0"),
        ("mongodb", "net:\n  port: 27017\n  bindIp: 127.0.0.1  # Enter 0.0.0.0\n", "127.0.0.1", 27017, 3, "  bindIp: 0.0.0.0  # Enter 0.0.0.0"),
        ("memcached", "# -l 0.0.0.0\n-l 127.0.0.1\n", "127.0.0.1", 11211, 2, "-l 0.0.0.0"),
        ("memcached", 'OPTIONS="-l 127.0.0.1,::1"\n', "127.0.0.1", 11211, 1, 'OPTIONS="-l 0.0.0.0"'),
        ("sshd", "#ListenAddress 0.0.0.0\nListenAddress 127.0.0.1\n", "127.0.0.1", 22, 2, "ListenAddress 0.0.0.0:22"),
        ("dnsmasq", "listen-address=127.0.0.1\n", "127.0.0.1", 53, 1, "listen-address=0.0.0.0"),
        ("rabbitmq", "listeners.tcp.local = 127.0.0.1:5672\n", "127.0.0.1", 5672, 1, "listeners.tcp.local = 0.0.0.0:5672"),
        ("mosquitto", "listener 1883 127.0.0.1\n", "127.0.0.1", 1883, 1, "listener 1883 0.0.0.0"),
        ("haproxy", "frontend f\n  bind 127.0.0.1:8080\n", "127.0.0.1", 8080, 2, "  bind 0.0.0.0:8080"),
        ("caddy", "example.com {\n\tbind 127.0.0.1\n}\n", "127.0.0.1", 443, 2, "\tbind 0.0.0.0"),
        ("lighttpd", 'server.bind = "127.0.0.1"\n', "127.0.0.1", 80, 1, 'server.bind = "0.0.0.0"'),
        ("elasticsearch", "network.host: 127.0.0.1\n", "127.0.0.1", 9200, 1, "network.host: 0.0.0.0"),
        ("elasticsearch", "#network.host: 192.168.0.1\n", "127.0.0.1", 9200, 1, "network.host: 0.0.0.0"),
        ("php-fpm", "listen = 127.0.0.1:9000\n", "127.0.0.1", 9000, 1, "listen = 0.0.0.0:9000"),
        (
            "tomcat",
            '<Connector port="8080" protocol="HTTP/1.1" address="127.0.0.1"\n',
            "::ffff:127.0.0.1",
            8080,
            1,
            '<Connector port="8080" protocol="HTTP/1.1" address="0.0.0.0"',
        ),
        ("spring", "server.port=8080\nserver.address=127.0.0.1\n", "::ffff:127.0.0.1", 8080, 2, "server.address=0.0.0.0"),
        ("gunicorn", 'bind = "127.0.0.1:8000"\n', "127.0.0.1", 8000, 1, 'bind = "0.0.0.0:8000"'),
        (
            "workerman",
            "<?php\nuse Workerman\\Worker;\n$ws = new Worker('websocket://127.0.0.1:2345');\n",
            "127.0.0.1",
            2345,
            3,
            "$ws = new Worker('websocket://0.0.0.0:2345');",
        ),
        (
            "workerman",
            '$gateway = new Gateway("websocket://127.0.0.1:7272");\n$r = new Register(\'text://127.0.0.1:1236\');\n',
            "127.0.0.1",
            7272,
            1,
            '$gateway = new Gateway("websocket://0.0.0.0:7272");',
        ),
        ("workerman", "'listen' => 'http://127.0.0.1:8787',\n", "127.0.0.1", 8787, 1, "'listen' => 'http://0.0.0.0:8787',"),
        ("php", "$s = new Swoole\\Server('127.0.0.1', 9501);\n", "127.0.0.1", 9501, 1, "$s = new Swoole\\Server('0.0.0.0', 9501);"),
        ("php", "$s = stream_socket_server('tcp://127.0.0.1:9000');\n", "127.0.0.1", 9000, 1, "$s = stream_socket_server('tcp://0.0.0.0:9000');"),
        ("node", "server.listen(8080, '127.0.0.1', () => {});\n", "127.0.0.1", 8080, 1, "server.listen(8080, '0.0.0.0', () => {});"),
        ("node", "app.listen(PORT, 'localhost');\nconst PORT = process.env.PORT || 3000\n", "127.0.0.1", 3000, 1, "app.listen(PORT, '0.0.0.0');"),
        ("node", "const hostname = '127.0.0.1';\nconst port = 3000;\n", "127.0.0.1", 3000, 1, "const hostname = '0.0.0.0';"),
        ("node", "listen({ port: 3000, host: 'localhost' })\n", "::1", 3000, 1, "listen({ port: 3000, host: '0.0.0.0' })"),
        ("python", "app.run(host='127.0.0.1', port=5000)\n", "127.0.0.1", 5000, 1, "app.run(host='0.0.0.0', port=5000)"),
        ("python", "app.run(port=5000)\n", "127.0.0.1", 5000, 1, "app.run(port=5000, host=\"0.0.0.0\")"),
        ("python", "    app.run()\n", "127.0.0.1", 5000, 1, '    app.run(host="0.0.0.0")'),
        ("python", "uvicorn.run('main:app', port=8000)\n", "127.0.0.1", 8000, 1, "uvicorn.run('main:app', port=8000, host=\"0.0.0.0\")"),
        ("python", "s.bind(('127.0.0.1', 9000))\n", "127.0.0.1", 9000, 1, "s.bind(('0.0.0.0', 9000))"),
        ("python", "HOST = '127.0.0.1'\nPORT = 9000\nserve(HOST, PORT)\n", "127.0.0.1", 9000, 1, "HOST = '0.0.0.0'"),
    ],
)  # fmt: skip
def test_the_line_that_binds(slug: str, text: str, bound: str, port: int, line: int, new: str) -> None:
    assert rewritten(slug, text, bound, port) == (line, new)


@pytest.mark.parametrize(
    ("slug", "text", "bound", "port", "new"),
    [
        ("nginx", "listen 80;\n", "0.0.0.0", 80, "listen [::]:80 ipv6only=off;"),
        ("nginx", "listen 0.0.0.0:80;\n", "0.0.0.0", 80, "listen [::]:80 ipv6only=off;"),
        ("nginx", "listen [::]:80 ipv6only=on;\n", "::", 80, "listen [::]:80 ipv6only=off;"),
        ("redis", "bind 0.0.0.0\n", "0.0.0.0", 6379, "bind * -::*"),
        ("mysql", "bind-address = 0.0.0.0\n", "0.0.0.0", 3306, "bind-address = *"),
        ("python", "s.bind(('0.0.0.0', 9000))\n", "0.0.0.0", 9000, "s.bind(('::', 9000))"),
        ("workerman", "new Worker('websocket://0.0.0.0:2345')\n", "0.0.0.0", 2345, "new Worker('websocket://[::]:2345')"),
    ],
)  # fmt: skip
def test_both_families(slug: str, text: str, bound: str, port: int, new: str) -> None:
    assert rewritten(slug, text, bound, port, six=True) == (1, new)


@pytest.mark.parametrize(
    ("slug", "text", "bound", "port"),
    [
        # Another port, another address, a comment: not the line in question.
        ("nginx", "listen 127.0.0.1:8081;\n", "127.0.0.1", 8080),
        ("nginx", "listen 10.0.0.1:8080;\n", "127.0.0.1", 8080),
        ("nginx", "# listen 127.0.0.1:8080;\n", "127.0.0.1", 8080),
        ("nginx", "listen 8080;\n", "127.0.0.1", 8080),
        ("caddy", ":8080 {\n bind 127.0.0.1\n}\n:9090 {\n bind 127.0.0.1\n}\n", "127.0.0.1", 8080),
        ("redis", "# bind 127.0.0.1\n", "127.0.0.1", 6379),
        ("node", "// server.listen(8080, '127.0.0.1')\n", "127.0.0.1", 8080),
        # Two that may be meant: better none than the wrong one.
        ("node", "db = { host: '127.0.0.1' }\nweb = { host: '127.0.0.1' }\n", "127.0.0.1", 3000),
        ("python", "run(x, port=5001)\n", "127.0.0.1", 5000),
        ("python", "asyncio.run(main())\n", "127.0.0.1", 5000),
        ("workerman", "new Worker('websocket://127.0.0.1:23456')\n", "127.0.0.1", 2345),
    ],
)
def test_what_is_not_it(slug: str, text: str, bound: str, port: int) -> None:
    assert found_in(kind(slug), text, bound, port) is None


@given(st.sampled_from(TABLE), st.text(max_size=400), st.sampled_from(["127.0.0.1", "::1", "0.0.0.0", "10.0.0.1"]))
def test_any_text_is_read_and_a_finding_lies_within_its_line(this: Kind, text: str, bound: str) -> None:
    found = found_in(this, text, bound, 80)
    if found is not None:
        assert 0 <= found.start <= found.end <= len(found.text)
        assert text.splitlines()[found.line - 1] == found.text


@pytest.mark.parametrize(
    ("slug", "command", "port", "new"),
    [
        ("http-server", "python3 -m http.server --bind 127.0.0.1 8000", 8000, "python3 -m http.server --bind 0.0.0.0 8000"),
        ("http-server", "python3 -m http.server 8000 -b 127.0.0.1", 8000, "python3 -m http.server 8000 -b 0.0.0.0"),
        ("uvicorn", "uvicorn app:app --host=127.0.0.1", 8000, "uvicorn app:app --host=0.0.0.0"),
        ("gunicorn", "gunicorn -b 127.0.0.1:8000 app", 8000, "gunicorn -b 0.0.0.0:8000 app"),
        ("gunicorn", "gunicorn -b127.0.0.1:8000 app", 8000, "gunicorn -b0.0.0.0:8000 app"),
        ("django", "python manage.py runserver 127.0.0.1:8000", 8000, "python manage.py runserver 0.0.0.0:8000"),
        ("django", "python manage.py runserver 8000", 8000, "python manage.py runserver 0.0.0.0:8000"),
        ("php-built-in", "php -S localhost:8000 -t public", 8000, "php -S 0.0.0.0:8000 -t public"),
        ("mysql", "mysqld --bind-address=127.0.0.1", 3306, "mysqld --bind-address=0.0.0.0"),
        ("mongodb", "mongod --bind_ip 127.0.0.1", 27017, "mongod --bind_ip 0.0.0.0"),
        ("postgresql", "postgres -D /data -h 127.0.0.1", 5432, "postgres -D /data -h *"),
        ("spring", "java -jar a.jar --server.address=127.0.0.1", 8080, "java -jar a.jar --server.address=0.0.0.0"),
        ("vite", "node vite --host 127.0.0.1", 5173, "node vite --host 0.0.0.0"),
    ],
)  # fmt: skip
def test_the_argument_that_binds(slug: str, command: str, port: int, new: str) -> None:
    this, words = kind(slug), command.split()
    found = find_in_command(this, words, port)
    assert found is not None
    words[found.argument] = found.rewritten(this.every4, port)
    assert " ".join(words) == new


@pytest.mark.parametrize(
    ("slug", "command"),
    [
        ("uvicorn", "uvicorn app:app --port 8000"),
        ("django", "python manage.py runserver"),
        ("django", "python manage.py runserver --noreload"),
        ("flask", "flask run"),
        ("node", "node server.js --host 127.0.0.1"),
    ],
)
def test_a_command_line_that_does_not_say_it(slug: str, command: str) -> None:
    assert find_in_command(kind(slug), command.split(), 8000) is None


def test_titles_show_or_hide_the_command() -> None:
    nginx = original_command(kind("nginx"), ("nginx: master process nginx -c /tmp/a.conf",))
    assert nginx == ("nginx", "-c", "/tmp/a.conf")
    assert original_command(kind("sshd"), ("sshd: /usr/sbin/sshd -D -p 2222 [listener] 0 of 10-100 startups",)) == (
        "/usr/sbin/sshd",
        "-D",
        "-p",
        "2222",
    )
    title = "nginx: master process /usr/sbin/nginx -g daemon on; master_process on; -c /a.conf"
    assert original_command(kind("nginx"), (title,)) == (
        "/usr/sbin/nginx",
        "-g",
        "daemon on; master_process on;",
        "-c",
        "/a.conf",
    )
    assert original_command(kind("redis"), ("/usr/bin/redis-server 127.0.0.1:6379",)) == ()
    assert original_command(kind("redis"), ("redis-server *:7000 [cluster]",)) == ()
    assert original_command(kind("workerman"), ("WorkerMan: master process  start_file=/srv/start.php",)) == ()
    assert original_command(kind("node"), ("node", "server.js")) == ("node", "server.js")
    assert original_command(None, ("x", "y")) == ("x", "y")


def test_configuration_files() -> None:
    assert named_configs(kind("nginx"), ("nginx", "-c", "my.conf"), "/srv") == ("/srv/my.conf",)
    assert named_configs(kind("postgresql"), ("postgres", "-D", "/data"), "/") == ("/data/postgresql.conf",)
    assert named_configs(kind("mongodb"), ("mongod", "--config", "/etc/m.conf"), "/") == ("/etc/m.conf",)
    assert usual_configs(kind("gunicorn"), "/srv/app", "") == ("/srv/app/gunicorn.conf.py",)
    assert usual_configs(kind("workerman"), "/", "/srv/chat/start.php")[0] == "/srv/chat/Applications/*/start*.php"
    assert usual_configs(kind("workerman"), "/", "") == ()


def test_the_script() -> None:
    title = ("WorkerMan: master process  start_file=/srv/chat/start.php",)
    assert script_of(kind("workerman"), title, "/") == "/srv/chat/start.php"
    assert script_of(kind("node"), ("node", "--inspect", "./src/server.js"), "/srv") == "/srv/src/server.js"
    assert script_of(kind("python"), ("python3", "-c", "pass"), "/srv") == ""
    assert script_of(kind("redis"), ("redis-server", "a.conf"), "/srv") == ""


def test_settings_of_another_instance_are_not_taken_for_those_of_this_port() -> None:
    redis = kind("redis")
    assert speaks_of_port(redis, [REDIS], 6379)
    assert not speaks_of_port(redis, [REDIS], 7000)
    assert speaks_of_port(redis, ["bind 127.0.0.1\n"], 6379)
    assert not speaks_of_port(redis, ["bind 127.0.0.1\n"], 7000)
