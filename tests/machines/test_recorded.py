"""What a recorder keeps, a recorded machine answers: raw, in order, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.machines import (
    Answered,
    CannotLook,
    Dial,
    Dialled,
    FileRead,
    Heard,
    Patience,
    Queued,
    Ran,
    Resolved,
    Step,
    Talk,
    Talked,
    Tls,
    TlsSeen,
)
from nocarrier.machines.recorded import Recorded, Recorder, Recording, Side, load, save
from nocarrier.model.record import replace
from nocarrier.model.scenario import Expected


class Pretended:
    """A machine whose file changes each time it is read."""

    where = "local://"

    def __init__(self, *contents: bytes) -> None:
        self.contents = list(contents)
        self.closed = False

    def prefetch(
        self, files: Sequence[str], commands: Sequence[tuple[str, ...]], links: Sequence[str] = ()
    ) -> None: ...

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        if path == "/secret":
            raise CannotLook("not permitted", "root")
        return FileRead(data=self.contents.pop(0))

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        return Ran(status=0, out=b"\xff\x00" + stdin)

    def listdir(self, path: str) -> tuple[str, ...]:
        return ("a", "b")

    def readlink(self, path: str) -> str:
        return path + "!"

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        return tuple((inode, 7) for inode in sorted(inodes))

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        return (len(names), 7)

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, "set") for name in sorted(names) if name != "UNSET")

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        return tuple(
            Dialled(
                stage="connect", errno="ECONNREFUSED", local_port=dial.port, queued=(Queued(level=0, data=b"\0x"),)
            )
            for dial in dials
        )

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        heard = (Heard(received=b"\0\xff", end="closed"), Heard(received=b"text\r\n", end="quiet"))
        seen = TlsSeen(certificates=(b"\x30\x82",), received=b"\x15")
        return tuple(Talked(stage="exchange", local_port=talk.port, heard=heard, tls=seen) for talk in talks)

    def resolve(self, name: str, timeout: float) -> Resolved:
        return Resolved(addresses=("::1",), canonical=name, took_ms=1.5)

    def netlink(self, protocol: int, request: bytes) -> Answered:
        return Answered(data=request[::-1])

    def close(self) -> None:
        self.closed = True


def dial(port: int, timeout: float = 1.0) -> Dial:
    return Dial(transport="tcp", address="10.0.0.1", port=port, timeout=timeout)


def talk(port: int, seconds: float = 1.0, *, kept: bool = True) -> Talk:
    steps = (Step(send=b"\0x", tls=Tls(verify=False), seconds=seconds), Step(until=b"\n", seconds=seconds))
    return Talk(address="10.0.0.1", port=port, timeout=seconds, kept=kept, steps=steps)


def again(recorder: Recorder, tmp_path: Path) -> Recorded:
    """The recording, by way of its file."""
    recording = Recording(
        scenario="s", target="t", arguments=(), expected=Expected(verdict=""), client=recorder.side()
    )
    save(recording, tmp_path / "deep" / "r.json")
    assert load(tmp_path / "deep" / "r.json") == recording
    return Recorded(load(tmp_path / "deep" / "r.json").client)


def test_every_kind_of_answer_comes_back_as_it_was(tmp_path: Path) -> None:
    recorder = Recorder(Pretended(b"one\ntwo\n"))
    asked = [
        recorder.read("/f", 100),
        recorder.run(("x", "y"), stdin=b"in"),
        recorder.listdir("/d"),
        recorder.readlink("/l"),
        recorder.owners(frozenset({3, 1})),
        recorder.called(frozenset({"b", "a"})),
        recorder.environment(frozenset({"A", "UNSET"})),
        recorder.dial([dial(1), dial(2)]),
        recorder.converse([talk(1), talk(2)]),
        recorder.resolve("name", 2.0),
        recorder.netlink(4, b"\x01\x80"),
    ]
    recorded = again(recorder, tmp_path)
    assert recorded.where == "local://"
    assert asked == [
        recorded.read("/f", 100),
        recorded.run(("x", "y"), stdin=b"in"),
        recorded.listdir("/d"),
        recorded.readlink("/l"),
        recorded.owners(frozenset({1, 3})),
        recorded.called(frozenset({"a", "b"})),
        recorded.environment(frozenset({"UNSET", "A"})),
        recorded.dial([dial(1), dial(2)]),
        recorded.converse([talk(1), talk(2, 9.0, kept=False)]),
        recorded.resolve("name", 2.0),
        recorded.netlink(4, b"\x01\x80"),
    ]


def test_answers_to_one_question_come_in_order_and_the_last_one_stays(tmp_path: Path) -> None:
    recorder = Recorder(Pretended(b"1", b"2", b"3", b"3"))
    for _ in range(4):
        recorder.read("/f")
    (call,) = recorder.side().calls
    assert len(call.answers) == 3
    recorded = again(recorder, tmp_path)
    assert [recorded.read("/f").data for _ in range(5)] == [b"1", b"2", b"3", b"3", b"3"]


def test_dials_are_found_in_any_batch_and_with_any_patience(tmp_path: Path) -> None:
    recorder = Recorder(Pretended())
    recorder.dial([dial(1), dial(2)])
    recorded = again(recorder, tmp_path)
    assert [outcome.local_port for outcome in recorded.dial([dial(2, timeout=9.0)])] == [2]


def test_a_talk_is_found_however_it_waits(tmp_path: Path) -> None:
    recorder = Recorder(Pretended())
    recorder.converse([talk(1)])
    (first, second) = talk(1).steps
    asked = replace(
        talk(1), steps=(replace(first, expect=b"HTTP/", most=9), replace(second, settle=1.0), Step(seconds=1.0))
    )
    assert again(recorder, tmp_path).converse([asked])[0].local_port == 1
    other = replace(talk(1), steps=(replace(first, send=b"something else"), second))
    with pytest.raises(CannotLook):
        again(recorder, tmp_path).converse([other])


def test_a_refusal_is_refused_again(tmp_path: Path) -> None:
    recorder = Recorder(Pretended())
    with pytest.raises(CannotLook):
        recorder.read("/secret")
    with pytest.raises(CannotLook, match="not permitted") as refused:
        again(recorder, tmp_path).read("/secret")
    assert refused.value.privilege == "root"


def test_what_was_never_asked_cannot_be_looked_at() -> None:
    with pytest.raises(CannotLook, match="not in the recording"):
        Recorded(Side(where="x", calls=())).read("/f")


def test_text_is_kept_in_lines(tmp_path: Path) -> None:
    recorder = Recorder(Pretended(b"one\ntwo"))
    recorder.read("/f")
    assert recorder.side().calls[0].answers[0]["data"] == {"text": ["one\n", "two"]}


@given(st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_survive(data: bytes) -> None:
    recorder = Recorder(Pretended(data))
    recorder.read("/f")
    assert Recorded(recorder.side()).read("/f").data == data


def test_closing_is_passed_on() -> None:
    machine = Pretended()
    Recorder(machine).close()
    assert machine.closed


class Twice(Pretended):
    """Dials of one question: the second is answered, the others are left, one of them never begun."""

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        return (
            Dialled(stage="connect", left=True, took_ms=120.0),
            Dialled(stage="exchange", took_ms=2.0),
            Dialled(stage="socket", left=True),
        )


def test_a_question_is_answered_again_as_it_was(tmp_path: Path) -> None:
    asked = [replace(dial(1), question=1, after=at / 10) for at in range(3)]
    witness = replace(dial(2), question=1, witness=True)
    recorder = Recorder(Twice())
    recorder.dial(asked)
    outcomes = again(recorder, tmp_path).dial([*asked, witness])
    assert [outcome.left for outcome in outcomes] == [True, False, True, True]
    assert outcomes[1].connected


def test_what_nobody_looked_at_then_is_left_out_where_it_is_only_a_witness(tmp_path: Path) -> None:
    recorded = again(Recorder(Pretended()), tmp_path)
    witness = replace(dial(2), question=1, witness=True)
    assert [outcome.left for outcome in recorded.dial([witness])] == [True]
    with pytest.raises(CannotLook):
        recorded.dial([dial(2)])
