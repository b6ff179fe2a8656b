"""How each server program is told how many connections may wait for it: the backlog that it gives listen(2)."""

from __future__ import annotations

from nocarrier.model.record import Record


class Backlog(Record, kw_only=True):
    """``setting`` is the line, option or argument, with ``{port}`` and the wanted ``{size}``; ``usual`` what the program
    takes without it (0: whatever the kernel allows)."""

    setting: str
    usual: int


BACKLOGS: dict[str, Backlog] = {
    # ngx_http_core_module, "listen".
    "nginx": Backlog(setting="listen {port} backlog={size};", usual=511),
    "apache": Backlog(setting="ListenBacklog {size}", usual=511),
    "haproxy": Backlog(setting="bind :{port} backlog {size}", usual=0),
    "lighttpd": Backlog(setting="server.listen-backlog = {size}", usual=1024),
    # Workerman\Worker::DEFAULT_BACKLOG; the context is the constructor's second argument.
    "workerman": Backlog(
        setting="new Worker('websocket://0.0.0.0:{port}', ['socket' => ['backlog' => {size}]]);", usual=102400
    ),
    "php-fpm": Backlog(setting="listen.backlog = {size}", usual=511),
    "php": Backlog(setting="stream_context_create(['socket' => ['backlog' => {size}]])", usual=32),
    "gunicorn": Backlog(setting="--backlog {size}", usual=2048),
    "uvicorn": Backlog(setting="--backlog {size}", usual=2048),
    "hypercorn": Backlog(setting="--backlog {size}", usual=100),
    # socketserver.TCPServer.request_queue_size; socket.listen() takes min(SOMAXCONN, 128) without a number.
    "python": Backlog(setting="request_queue_size = {size}  # or: server_socket.listen({size})", usual=128),
    "tomcat": Backlog(setting='<Connector port="{port}" acceptCount="{size}" …/>', usual=100),
    "spring": Backlog(setting="server.tomcat.accept-count={size}", usual=100),
    "rabbitmq": Backlog(setting="tcp_listen_options.backlog = {size}", usual=128),
    "redis": Backlog(setting="tcp-backlog {size}", usual=511),
    # src/backend/libpq/pqcomm.c: twice the number of processes.
    "postgresql": Backlog(setting="max_connections = {size}", usual=200),
    "mysql": Backlog(setting="back_log = {size}", usual=151),
    "mongodb": Backlog(setting="net:\n  listenBacklog: {size}", usual=0),
    "memcached": Backlog(setting="-b {size}", usual=1024),
    # Node: server.listen({port, host, backlog}).
    "node": Backlog(setting="server.listen({{ port: {port}, backlog: {size} }})", usual=511),
}
"""By the slug of the program's kind. Whatever it asks for, the kernel gives at most net.core.somaxconn (listen(2))."""
