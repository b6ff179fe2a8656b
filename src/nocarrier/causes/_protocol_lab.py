"""Real servers of several protocols, for the scenarios of the causes about languages."""

from __future__ import annotations

from nocarrier.model.scenario import Daemon


def redis(port: int = 6379) -> Daemon:
    """Redis, open to everybody."""
    return Daemon(
        argv=("redis-server", "--port", str(port), "--bind", "0.0.0.0", "--protected-mode", "no", "--save", "",
              "--dir", "{dir}"),
        ready=f"tcp:{port}",
        package="redis-server",
    )  # fmt: skip


def sshd(port: int) -> Daemon:
    """OpenSSH, with a key made for it."""
    return Daemon(
        argv=(
            "sh", "-c",
            "ssh-keygen -q -t ed25519 -N '' -f key && mkdir -p /run/sshd && "
            f"exec /usr/sbin/sshd -D -p {port} -h {{dir}}/key -o PidFile=none -o StrictModes=no",
        ),
        ready=f"tcp:{port}",
        package="openssh-server",
    )  # fmt: skip


def postgresql(port: int) -> Daemon:
    """PostgreSQL with an empty cluster."""
    return Daemon(
        argv=(
            "sh", "-c",
            "b=$(ls -d /usr/lib/postgresql/*/bin | tail -1); $b/initdb -D data -A trust -N -U postgres >init.log && "
            f"exec $b/postgres -D data -k {{dir}} -h '*' -p {port} -c fsync=off",
        ),
        ready=f"tcp:{port}",
        user="postgres",
    )  # fmt: skip


def mariadb(port: int) -> Daemon:
    """MariaDB, without its system tables: it greets all the same, and starts at once."""
    return Daemon(
        argv=(
            "sh", "-c",
            "mkdir data && exec mariadbd --no-defaults --user=root --datadir={dir}/data --socket={dir}/socket "
            "--pid-file={dir}/pid --skip-grant-tables --skip-networking=OFF --bind-address=0.0.0.0 "
            f"--innodb-log-file-size=4M --innodb-data-file-path=ibdata1:2M:autoextend --port={port}",
        ),
        ready=f"tcp:{port}",
    )  # fmt: skip


def nginx(servers: str, port: int) -> Daemon:
    """nginx with these ``server`` blocks, of which one listens on ``port``."""
    config = "error_log stderr;\npid {dir}/pid;\nevents {}\nhttp {\n  access_log off;\n" + servers + "\n}\n"
    return Daemon(
        argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
        files={"nginx.conf": config},
        ready=f"tcp:{port}",
        package="nginx-light",
    )


def haproxy(sections: str, port: int) -> Daemon:
    """HAProxy with these sections, of which one is bound to ``port``."""
    config = "defaults\n  timeout connect 2s\n  timeout client 20s\n  timeout server 20s\n" + sections
    return Daemon(
        argv=("haproxy", "-db", "-f", "{dir}/haproxy.cfg"),
        files={"haproxy.cfg": config},
        ready=f"tcp:{port}",
        package="haproxy",
    )


ANSWERING = """\
import socket, threading

def serve(connection):
    try:
        while said := connection.recv(4096):
            {answer}
    except OSError:
        pass
    connection.close()

server = socket.create_server(("0.0.0.0", 8080))
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
"""


def answering(answer: str) -> str:
    """A program in Python that does this with whatever is ``said`` on a ``connection``."""
    return ANSWERING.replace("{answer}", answer)
