"""Watching packets: which are kept, on which side of the filters they are seen, and that nothing is left behind."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.machines import CannotLook, Captured, Dial, Machine, Packet, Tap
from nocarrier.machines.local import Local
from nocarrier.machines.open import open_machine
from nocarrier.machines.recorded import Recorded, Recorder
from nocarrier.machines.tapping import KEPT, program

Start = Callable[..., SimpleNamespace]


def ran_by_hand(code: bytes, packet: bytes) -> int:
    """What a filter returns for a packet, by the semantics of classic BPF (filter.rst)."""
    a = x = at = 0
    while True:
        operation, yes, no, k = struct.unpack_from("=HBBI", code, at * 8)
        at += 1
        form = {0x30: "B", 0x28: "!H", 0x20: "!I", 0x50: "B", 0x48: "!H", 0x40: "!I"}.get(operation)
        if form is not None:
            place = k + (x if operation & 0x40 else 0)
            if place + struct.calcsize(form) > len(packet):
                return 0
            a = struct.unpack_from(form, packet, place)[0]
        elif operation == 0xB1:
            if not packet:
                return 0
            x = 4 * (packet[k] & 0xF)
        elif operation == 0x01:
            x = k
        elif operation == 0x74:
            a >>= k
        elif operation == 0x06:
            return int(k)
        else:
            held = {0x15: a == k, 0x35: a >= k, 0x45: bool(a & k)}[operation]
            at += yes if held else no


def four(protocol: int, payload: bytes, fragment: int = 0) -> bytes:
    return struct.pack("!BBHHHBBH4s4s", 0x45, 0, 0, 0, fragment, 64, protocol, 0, b"\1\1\1\1", b"\2\2\2\2") + payload


def six(protocol: int, payload: bytes) -> bytes:
    return struct.pack("!IHBB16s16s", 6 << 28, len(payload), protocol, 64, bytes(16), bytes(16)) + payload


def tcp(source: int, target: int, flags: int, options: bytes = b"") -> bytes:
    return struct.pack("!HHIIBBHHH", source, target, 1, 0, (20 + len(options)) // 4 << 4, flags, 0, 0, 0) + options


SIZE = b"\x02\x04\x04\x0d"
SYN, RST, ACK = 0x02, 0x04, 0x10


@pytest.mark.parametrize("over", [four, six])
@pytest.mark.parametrize(
    ("segment", "kept"),
    [
        (tcp(40000, 8080, SYN), True),
        (tcp(8080, 40000, SYN | ACK), True),
        (tcp(8080, 40000, RST | ACK), True),
        (tcp(40000, 8080, ACK), False),
        (tcp(40000, 8081, SYN), False),
        (tcp(40000, 8081, SYN, SIZE), True),
        (tcp(40000, 8081, SYN, b"\x02\x04\x04\x0e"), False),
        (tcp(40000, 8080, SYN)[:13], False),
        (b"", False),
    ],
)
def test_what_is_kept(over: Callable[[int, bytes], bytes], segment: bytes, kept: bool) -> None:
    code = program("tcp", (7, 8080), (0x040D,))
    assert bool(ran_by_hand(code, over(6, segment))) is kept
    assert not ran_by_hand(code, over(17, segment))


def test_icmp_errors_and_nothing_else_of_icmp() -> None:
    code = program("udp", (53,), ())
    assert [bool(ran_by_hand(code, four(1, bytes([kind])))) for kind in (3, 11, 12, 8, 0)] == [True] * 3 + [False] * 2
    assert [bool(ran_by_hand(code, six(58, bytes([kind])))) for kind in (1, 3, 128, 135)] == [True] * 2 + [False] * 2
    assert ran_by_hand(code, four(17, struct.pack("!HHHH", 5000, 53, 8, 0)))
    assert not ran_by_hand(code, four(17, struct.pack("!HHHH", 5000, 54, 8, 0)))
    assert not ran_by_hand(code, four(17, struct.pack("!HHHH", 5000, 53, 8, 0), fragment=0x10))


@given(st.binary(max_size=120), st.lists(st.integers(536, 1460), max_size=12))
def test_any_packet_ends_the_program(packet: bytes, sizes: list[int]) -> None:
    assert ran_by_hand(program("tcp", (80,), sizes), packet) in (0, KEPT)


SERVE = """
import socket, sys
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
print(flush=True)
sys.stdin.read()
"""
DROPPED = "table ip f { chain i { type filter hook input priority 0; tcp dport 7001 drop; }; };"
KEPT_BACK = "table ip g { chain o { type filter hook output priority 0; tcp dport 7002 drop; }; };"


@pytest.fixture
def place(namespace: SimpleNamespace, need: Callable[[str], str]) -> Iterator[Machine]:
    """A namespace that drops what comes in for port 7001, and what would go out to port 7002."""
    need("nft")
    subprocess.run(["ip", "netns", "exec", namespace.name, "nft", DROPPED + KEPT_BACK], check=True)
    machine = open_machine(f"netns://{namespace.name}", 5.0)
    yield machine
    machine.close()


def syns(captured: Captured, kind: str) -> int:
    """SYNs that announce 1001 bytes: others dial on this machine as well."""
    ours = struct.pack("!HH", 0x0204, 1001)
    return sum(1 for packet in captured.packets if packet.kind == kind and packet.data[40:44] == ours)


def test_coming_in_is_seen_before_the_filter_and_going_out_after_it(place: Machine) -> None:
    seen = {}
    for port in (7001, 7002):
        tapping = place.tap(Tap(transport="tcp", ports=(port,), segments=(1001,)))
        place.dial([Dial(transport="tcp", address="127.0.0.1", port=port, timeout=0.1, segment=1001)])
        captured = tapping.read(0.05)
        tapping.close()
        seen[port] = (syns(captured, "out"), syns(captured, "here"), captured.missed)
        assert all(packet.device == "lo" for packet in captured.packets)
    assert seen == {7001: (1, 1, 0), 7002: (0, 0, 0)}


def test_a_reading_holds_all_so_far_and_no_more_than_asked(namespace: SimpleNamespace) -> None:
    place = open_machine(f"netns://{namespace.name}", 5.0)
    tapping = place.tap(Tap(transport="tcp", ports=(namespace.port,), packets=3))
    dial = Dial(transport="tcp", address="127.0.0.1", port=namespace.port, timeout=0.5)
    assert tapping.read().packets == ()
    place.dial([dial])
    first = tapping.read(0.02)
    assert len(first.packets) == 3
    assert first.missed
    place.dial([dial])
    assert tapping.read().packets == first.packets
    tapping.close()
    place.close()


def test_a_recorded_tap_reads_as_the_real_one_did(namespace: SimpleNamespace) -> None:
    recorder = Recorder(open_machine(f"netns://{namespace.name}", 5.0))
    tap = Tap(transport="tcp", ports=(namespace.port,))
    tapping = recorder.tap(tap)
    readings = [tapping.read()]
    recorder.dial([Dial(transport="tcp", address="127.0.0.1", port=namespace.port, timeout=0.5)])
    readings.append(tapping.read(0.02))
    tapping.close()
    again = Recorded(recorder.side()).tap(Tap(transport="tcp", ports=(namespace.port,), seconds=0.5))
    assert [again.read(30.0) for _ in readings] == readings
    assert isinstance(readings[1].packets[0], Packet)
    again.close()
    recorder.close()


def test_what_was_not_recorded_cannot_be_tapped() -> None:
    with pytest.raises(CannotLook, match="not in the recording"):
        Recorded(Recorder(Local()).side()).tap(Tap(transport="tcp", ports=(1,)))


def test_without_the_privilege_it_says_which() -> None:
    lacking = subprocess.run(
        ["setpriv", "--bounding-set", "-net_raw", "--inh-caps", "-all", sys.executable, "-c",
         "from nocarrier.machines import *; from nocarrier.machines.local import Local\n"
         "try: Local().tap(Tap(transport='tcp', ports=(1,)))\n"
         "except CannotLook as why: print(why, why.privilege)"],
        capture_output=True, text=True, env={**os.environ},
    )  # fmt: skip
    assert lacking.stdout.startswith("watching packets is not permitted "), lacking.stderr


def test_over_ssh_while_other_questions_are_asked(sshd: Start) -> None:
    sshd()
    far = open_machine("ssh://far", 10.0)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        tapping = far.tap(Tap(transport="tcp", ports=(port,), segments=(1001,)))
        far.dial([Dial(transport="tcp", address="127.0.0.1", port=port, timeout=0.5, segment=1001)])
        assert far.read("/proc/sys/kernel/ostype").data == b"Linux\n"
        captured = tapping.read(0.05)
        assert syns(captured, "out") == syns(captured, "here") == 1
        started = time.perf_counter()
        tapping.close()
        assert time.perf_counter() - started < 2.0
    with pytest.raises(CannotLook, match="nothing on ssh://far can watch"):
        tapping.read()
    far.close()


def test_over_ssh_where_nothing_can_watch(sshd: Start, busybox: object) -> None:
    sshd(str(busybox))
    far = open_machine("ssh://far", 10.0)
    with pytest.raises(CannotLook, match="nothing on ssh://far can watch packets") as why:
        far.tap(Tap(transport="tcp", ports=(1,)))
    assert why.value.privilege == "python3"
    far.close()


def test_over_ssh_without_the_privilege(sshd: Start) -> None:
    sshd(forced='setpriv --bounding-set -net_raw --inh-caps -all sh -c "PATH=$PATH; eval $SSH_ORIGINAL_COMMAND"')
    far = open_machine("ssh://far", 10.0)
    with pytest.raises(CannotLook, match="not permitted on ssh://far") as why:
        far.tap(Tap(transport="tcp", ports=(1,)))
    assert why.value.privilege == "root"
    far.close()
