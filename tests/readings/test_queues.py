"""The queues of listening sockets, from the kernel's own answers and from tools' text."""

from __future__ import annotations

import socket
from pathlib import Path

from nocarrier.machines.local import Local
from nocarrier.readings.inet_diag import NETLINK_SOCK_DIAG
from nocarrier.readings.queues import (
    decode_netstat,
    decode_queues,
    decode_ss,
    decode_unix_queues,
    queues_request,
    unix_queues_request,
)

SS = """\
LISTEN 6      5            0.0.0.0:8080      0.0.0.0:*\t skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d17)
LISTEN 0      511                *:80              *:*
\t skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0)
LISTEN 0      128    127.0.0.1%lo:53        0.0.0.0:*
LISTEN 1      4096            [::]:443          [::]:*    skmem:(r0,rb1,t0,tb1,f0,w0,o0,bl0,d3)
LISTEN not a line of ss
"""
NETSTAT = """\
TcpExt: SyncookiesSent ListenOverflows ListenDrops TCPReqQFullDrop
TcpExt: 0 12 13 1
IpExt: InNoRoutes InTruncatedPkts
IpExt: 2 0
MPTcpExt: MPCapableSYNRX
"""


def test_a_listener_that_nobody_serves() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        port = server.getsockname()[1]
        clients = [socket.socket() for _ in range(4)]
        for client in clients:
            client.setblocking(False)
            client.connect_ex(("127.0.0.1", port))
        answer = Local().netlink(NETLINK_SOCK_DIAG, queues_request(2))
        for client in clients:
            client.close()
    (queue,) = [queue for queue in decode_queues(answer.data) if queue.port == port]
    assert (queue.address, queue.queued, queue.backlog) == ("127.0.0.1", 2, 1)
    assert queue.dropped == 2
    assert queue.inode


def test_a_unix_socket_that_nobody_serves(tmp_path: Path) -> None:
    path = str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(path)
        server.listen(3)
        client.connect(path)
        answer = Local().netlink(NETLINK_SOCK_DIAG, unix_queues_request())
    (queue,) = [queue for queue in decode_unix_queues(answer.data) if queue.address == path]
    assert (queue.queued, queue.backlog) == (1, 3)


def test_ss() -> None:
    found = decode_ss(SS)
    assert [(queue.address, queue.port, queue.queued, queue.backlog, queue.dropped) for queue in found] == [
        ("0.0.0.0", 8080, 6, 5, 17),
        ("::", 80, 0, 511, 0),
        ("127.0.0.1", 53, 0, 128, None),
        ("::", 443, 1, 4096, 3),
    ]
    assert [queue.v6only for queue in found] == [None, False, None, True]


def test_netstat() -> None:
    counters = decode_netstat(NETSTAT)
    assert counters["ListenOverflows"] == 12
    assert counters["TCPReqQFullDrop"] == 1
    assert counters["InNoRoutes"] == 2
    assert decode_netstat("TcpExt: A\nIpExt: 1") == {}
    assert decode_netstat("") == {}


def test_what_is_cut_off_is_no_socket() -> None:
    answer = Local().netlink(NETLINK_SOCK_DIAG, queues_request(2)).data
    for length in range(0, min(len(answer), 200), 7):
        assert len(list(decode_queues(answer[:length]))) <= 2
