"""A far side that is not what it should be: every round ends in time, and with a reason."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import held

from nocarrier.machines import CannotLook, Dial
from nocarrier.machines import far as far_machine
from nocarrier.machines.far import Far
from nocarrier.machines.far_script import quoted
from nocarrier.machines.session import ANSWER_LIMIT, Session, SessionOver, Splitter

pytestmark = pytest.mark.slow
HONEST = "exec sh -s"
SHAM = 'read -r x; while read -r line; do case $line in boundary=*) b=${line#*=};; "end ready") break;; esac; done; '
"Reads the preamble as sh would, and knows the boundary."
GREETING = r"printf '\n%s ready\n' $b; printf '\n%s\n' $b >&2; "


def session(script: str, timeout: float = 1.0) -> Session:
    return Session(["sh", "-c", script], "far", timeout)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("yes", "far did not answer within 1.0 s"),
        ("head -c 100000000 /dev/zero", "the connection to far ended"),
        ("cat /dev/zero >&2", "far did not answer within 1.0 s|far does not stop talking"),
        ("head -c 100000 /dev/urandom", "the connection to far ended"),
        ("sleep 30", "far did not answer within 1.0 s"),
        ("exec >&- 2>&-; sleep 30", "the connection to far ended"),
        ("exit 1", "the connection to far ended"),
        ("exec >&-; cat /dev/zero >&2", "the connection to far ended"),
        ("kill -9 $$", "the connection to far ended"),
        (SHAM + r"printf '\n%s %0999d\n' $b 1; printf '\n%s\n' $b >&2; sleep 30", "what answers at far is no shell"),
    ],
)
def test_no_shell_at_the_other_end(script: str, said: str) -> None:
    started = time.perf_counter()
    within = 1.0 if "within" in said else 30.0  # a busy machine may take its time to end, or to read 100 MB
    with pytest.raises(SessionOver, match=said):
        session(script, within)
    assert time.perf_counter() - started < within + 9.0


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("sleep 30", "far did not answer within 0.5 s"),
        ("exit 3", "the connection to far ended"),
        ("cat /dev/zero", "far did not answer within 0.5 s"),
        ("cat /dev/urandom >&2", "far did not answer within 0.5 s"),
        (r"while :; do printf '\n%s 0\n' $b; done", "far did not answer within 0.5 s|does not stop talking"),
        ("read -r question; head -c 10 /dev/urandom; kill -9 $$", "the connection to far ended"),
    ],
)
def test_a_shell_that_turns_bad(then: str, said: str) -> None:
    talk = session(SHAM + GREETING + then)
    started = time.perf_counter()
    with pytest.raises(SessionOver, match=said):
        talk.ask([b"names /"], 0.5)
    assert time.perf_counter() - started < 10.0
    with pytest.raises(CannotLook, match="the connection to far is closed"):
        talk.ask([b"names /"], 0.5)
    talk.close()


def answering(status: str, out: str = "") -> Far:
    """A far side that gives one answer to everything."""
    answer = rf"printf '%s\n%s %s\n' '{out}' $b '{status}'; printf '\n%s\n' $b >&2"
    return Far("far", session(SHAM + GREETING + f"while read -r l; do {answer}; done"))


@pytest.mark.parametrize("status", ["", "0x", "-1", "\x1b[31m", "Enope"])
def test_nonsense_for_a_status_is_an_error(status: str) -> None:
    far = answering(status)
    assert far.read("/x").errno == "EIO"
    assert far.run(("x",)).errno == "EIO"
    assert far.readlink("/x") == ""
    far.close()


@pytest.mark.parametrize(
    "out", ["", "[]", "[1]", '[{"stage":"nowhere"}]', "{", "null", '[{"stage":"exchange","errno":7}]']
)
def test_nonsense_from_python_is_no_outcome(out: str) -> None:
    far = answering("0", out)
    with pytest.raises(CannotLook, match="the Python of far"):
        far.dial([Dial(transport="tcp", address="192.0.2.1", port=1, timeout=0.1)])
    far.close()


def test_names_cannot_lead_elsewhere() -> None:
    far = answering("0", "../../etc/passwd")
    assert far.listdir("/x") == ()
    far.close()


def test_closing_ends_a_round_that_another_thread_waits_for() -> None:
    talk = session(HONEST)
    said: list[BaseException] = []

    def ask() -> None:
        try:
            talk.ask([b"sleep 30; end 0"], 20.0)
        except CannotLook as error:
            said.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.2)
    talk.close()
    thread.join(2.0)
    assert said


@pytest.mark.parametrize("script", [HONEST, "yes", "sleep 30", "trap '' TERM HUP; sleep 30"])
def test_no_process_and_no_descriptor_outlives_it(script: str) -> None:
    descriptors, children = held.descriptors(), held.children()
    try:
        talk = session(script, 0.3)
    except SessionOver:
        pass
    else:
        talk.close()
    assert not held.descriptors() - descriptors
    assert held.children() <= children


def test_what_came_while_this_process_was_held_up_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = session(HONEST)
    (expected,) = talk.ask([b"names /"], 5.0)
    moments = iter((0.0, 0.0))

    def held_up() -> float:
        """In time while the question goes out; then the answer is there, and the time long over."""
        moment = next(moments, None)
        if moment is None:
            time.sleep(0.3)
            return 1000.0
        return moment

    monkeypatch.setattr("nocarrier.machines.session.time.monotonic", held_up)
    try:
        (answer,) = talk.ask([b"names /"], 5.0)
    finally:
        monkeypatch.undo()
        talk.close()
    assert answer == expected


def test_many_questions_with_long_answers_do_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Blocked it would be for ever; how fast 60 MB are is not asked.
    for limit in ("ROUND_TIME", "LONGEST_ROUND"):
        monkeypatch.setattr(far_machine, limit, 60.0)
    file = tmp_path / "f"
    file.write_bytes(b"x" * 200_000)
    far = Far("far", session(HONEST))
    far.prefetch([f"{tmp_path}/{'./' * at}f" for at in range(300)], [])  # 60 MB one way, 100 kB of script the other
    assert len(far.read(f"{tmp_path}/f").data) == 200_000
    far.close()


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=5), st.integers(1, 70))
def test_a_stream_is_cut_wherever_its_chunks_end(answers: list[bytes], size: int) -> None:
    splitter = Splitter("b0undary")
    stream = b"".join(answer + b"\nb0undary %d\n" % at for at, answer in enumerate(answers)) + b"rest"
    for at in range(0, len(stream), size):
        splitter.feed(stream[at : at + size])
    assert [(part.data, part.status) for part in splitter.parts] == [
        (answer, str(at)) for at, answer in enumerate(answers)
    ]
    assert splitter.rest == b"rest"


def test_of_a_long_answer_the_beginning_is_kept() -> None:
    splitter = Splitter("b0undary")
    for _ in range(ANSWER_LIMIT // 65536 + 10):
        splitter.feed(b"x" * 65536)
    splitter.feed(b"\nb0undary 0\n")
    assert len(splitter.parts[0].data) == ANSWER_LIMIT


@given(st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), max_size=30))
def test_quoting_is_undone_by_the_shell(text: str) -> None:
    told = subprocess.run(["sh", "-c", b"printf %s " + quoted(text)], capture_output=True, check=True)
    assert told.stdout == text.encode()


def test_of_the_far_environment_only_what_is_asked_for() -> None:
    far = Far("far", session("NOCARRIER_ONE='a=b c' NOCARRIER_EMPTY= exec sh -s"))
    asked = frozenset({"NOCARRIER_ONE", "NOCARRIER_EMPTY", "NOCARRIER_NONE"})
    assert far.environment(asked) == (("NOCARRIER_EMPTY", ""), ("NOCARRIER_ONE", "a=b c"))
    far.close()


def test_a_far_side_without_timeout_grep_or_readlink(tmp_path: Path, need: Callable[[str], str]) -> None:
    directory = tmp_path / "bin"
    directory.mkdir()
    for program in ("sh", "cat", "ls", "sleep"):
        (directory / program).symlink_to(need(program))
    (tmp_path / "link").symlink_to("there")
    (tmp_path / "file").write_text("content")
    # The preamble adds the administrator's directories, which hold none of these on Debian either.
    far = Far("far", session(f"PATH={directory}; exec sh -s"))
    assert far.read(str(tmp_path / "file")).text == "content"
    assert far.readlink(str(tmp_path / "link")) == "there"
    assert far.run(("cat",), stdin=b"\0in").out == b"\0in"
    started = time.perf_counter()
    assert far.run(("sleep", "30"), timeout=1.0).expired
    assert far.run(("cat", str(tmp_path / "file"))).text == "content"
    assert time.perf_counter() - started < 15.0
    far.close()
