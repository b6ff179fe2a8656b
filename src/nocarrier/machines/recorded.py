"""A machine that writes down all it answers, and one that answers from what was written down.

What is kept is what `Machine` returns, raw, so today's probes and decoders run again on yesterday's world. An
answer is found by its *question*: the method and its arguments, without how long to wait for it. Times are left
out because they are what was left of a deadline, and differ from run to run. One question may have been put
several times with different answers (counters before and after): they come again in that order, and the last
one stays. Dials are kept singly, so that a probe may batch them otherwise tomorrow.

The form on disk is JSON made for reading and comparing: bytes are lists of lines where they are text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from nocarrier.machines import (
    Answered,
    CannotLook,
    Captured,
    Dial,
    Dialled,
    FileRead,
    Machine,
    Patience,
    Ran,
    Resolved,
    Talk,
    Talked,
    Tap,
    Tapping,
)
from nocarrier.model.annotations import Any, TypeVar, cast
from nocarrier.model.record import Record
from nocarrier.model.scenario import Expected

T = TypeVar("T")
NO_PART_OF_THE_QUESTION = (
    "timeout", "receive_for", "settle", "after", "question", "witness", "keep", "kept", "seconds"
)  # fmt: skip
"Of a `Dial`, a `Talk` and its steps: how long it is waited for, what beside it, and what becomes of the connection."
SAID = ("send", "tls")
"What of a step of a `Talk` is part of the question: what was said, not what was waited for, nor how long."
Question = tuple[str, bytes]


class Call(Record, kw_only=True):
    """One question (a method of `Machine` and its arguments) and its answers in the order they were given."""

    method: str
    question: dict[str, Any]
    answers: list[Any]


class Side(Record, kw_only=True):
    """All that one machine was asked."""

    where: str
    calls: tuple[Call, ...]


class Recording(Record, kw_only=True):
    """One diagnosis: how it was called, what both machines answered, and what it is expected to say.

    ``server`` is None where the server's side was not opened.
    """

    scenario: str
    target: str
    arguments: tuple[str, ...]
    expected: Expected
    client: Side
    server: Side | None = None


def load(path: Path) -> Recording:
    """Read a recording. Raises OSError, or msgspec.DecodeError for what is none."""
    return msgspec.json.decode(path.read_bytes(), type=Recording)


def save(recording: Recording, path: Path) -> None:
    """Write a recording, and the directories above it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(recording), indent=1) + b"\n")


class Recorder:
    """Looks at a machine for somebody and keeps every answer."""

    def __init__(self, machine: Machine) -> None:
        self.where = machine.where
        self._machine = machine
        self._answers: dict[Question, list[Any]] = {}
        self._questions: dict[Question, dict[str, Any]] = {}

    def side(self) -> Side:
        """Everything that was asked so far."""
        calls = [
            Call(method=key[0], question=self._questions[key], answers=_shortened(answers))
            for key, answers in self._answers.items()
        ]
        return Side(where=self.where, calls=tuple(calls))

    def prefetch(self, files: Sequence[str], commands: Sequence[tuple[str, ...]], links: Sequence[str] = ()) -> None:
        """Passed on; it has no answer."""
        self._machine.prefetch(files, commands, links)

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        """See `Machine.read`."""
        return self._kept("read", {"path": path, "limit": limit}, lambda: self._machine.read(path, limit))

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        """See `Machine.run`."""
        question = {"command": command, "stdin": stdin}
        return self._kept("run", question, lambda: self._machine.run(command, stdin=stdin, timeout=timeout))

    def listdir(self, path: str) -> tuple[str, ...]:
        """See `Machine.listdir`."""
        return self._kept("listdir", {"path": path}, lambda: self._machine.listdir(path))

    def readlink(self, path: str) -> str:
        """See `Machine.readlink`."""
        return self._kept("readlink", {"path": path}, lambda: self._machine.readlink(path))

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        """See `Machine.owners`. All are kept, so that one recording answers both questions."""
        return self._kept("owners", {"inodes": sorted(inodes)}, lambda: self._machine.owners(inodes))

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        """See `Machine.called`."""
        return self._kept("called", {"names": sorted(names)}, lambda: self._machine.called(names))

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`. What is not set is not written down."""
        found = self._machine.environment(names)
        for name, value in found:
            self._keep("environment", {"name": name}, value)
        return found

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        """See `Machine.dial`."""
        try:
            dialled = self._machine.dial(dials, patience)
        except CannotLook as why:
            for dial in dials:
                self._keep("dial", _timeless(dial), _refusal(why))
            raise
        for dial, outcome in zip(dials, dialled, strict=True):
            if not outcome.left or outcome.took_ms:
                self._keep("dial", _timeless(dial), _written(outcome))
        return dialled

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        """See `Machine.converse`. Each talk is a question of its own."""
        try:
            talked = self._machine.converse(talks)
        except CannotLook as why:
            for talk in talks:
                self._keep("converse", _timeless(talk), _refusal(why))
            raise
        for talk, outcome in zip(talks, talked, strict=True):
            self._keep("converse", _timeless(talk), _written(outcome))
        return talked

    def resolve(self, name: str, timeout: float) -> Resolved:
        """See `Machine.resolve`."""
        return self._kept("resolve", {"name": name}, lambda: self._machine.resolve(name, timeout))

    def netlink(self, protocol: int, request: bytes) -> Answered:
        """See `Machine.netlink`."""
        question = {"protocol": protocol, "request": request}
        return self._kept("netlink", question, lambda: self._machine.netlink(protocol, request))

    def tap(self, tap: Tap) -> Tapping:
        """See `Machine.tap`. Each reading is an answer to the same question."""
        question = _untimed(tap)
        try:
            tapping = self._machine.tap(tap)
        except CannotLook as why:
            self._keep("tap", question, _refusal(why))
            raise
        return _RecordingTap(tapping, lambda read: self._kept("tap", question, read))

    def close(self) -> None:
        """Passed on."""
        self._machine.close()

    def _kept(self, method: str, question: dict[str, Any], ask: Callable[[], T]) -> T:
        try:
            answer = ask()
        except CannotLook as why:
            self._keep(method, question, _refusal(why))
            raise
        self._keep(method, question, _written(answer))
        return answer

    def _keep(self, method: str, question: dict[str, Any], answer: Any) -> None:
        written = cast(dict[str, Any], _written(question))
        key = _key(method, written)
        self._questions[key] = written
        self._answers.setdefault(key, []).append(answer)


class _RecordingTap:
    """A tap, whose readings somebody keeps."""

    def __init__(self, tapping: Tapping, keep: Callable[[Callable[[], Captured]], Captured]) -> None:
        self._tapping = tapping
        self._keep = keep

    def read(self, after: float = 0.0) -> Captured:
        """See `Tapping.read`."""
        return self._keep(lambda: self._tapping.read(after))

    def close(self) -> None:
        """Passed on."""
        self._tapping.close()


class Recorded:
    """A machine of the past: answers what its recording answers, and cannot look at anything else."""

    def __init__(self, side: Side) -> None:
        self.where = side.where
        self._answers: dict[Question, list[Any]] = {}
        for call in side.calls:
            question = _what_was_said(call.question) if call.method == "converse" else call.question
            self._answers.setdefault(_key(call.method, question), []).extend(call.answers)

    def prefetch(self, files: Sequence[str], commands: Sequence[tuple[str, ...]], links: Sequence[str] = ()) -> None:
        """Everything is near."""

    def read(self, path: str, limit: int = 1 << 20) -> FileRead:
        """See `Machine.read`."""
        return self._answer("read", {"path": path, "limit": limit}, FileRead)

    def run(self, command: tuple[str, ...], *, stdin: bytes = b"", timeout: float = 3.0) -> Ran:
        """See `Machine.run`."""
        return self._answer("run", {"command": command, "stdin": stdin}, Ran)

    def listdir(self, path: str) -> tuple[str, ...]:
        """See `Machine.listdir`."""
        return self._answer("listdir", {"path": path}, tuple[str, ...])

    def readlink(self, path: str) -> str:
        """See `Machine.readlink`."""
        return self._answer("readlink", {"path": path}, str)

    def owners(self, inodes: frozenset[int], *, oldest: bool = False) -> tuple[tuple[int, int], ...]:
        """See `Machine.owners`."""
        return self._answer("owners", {"inodes": sorted(inodes)}, tuple[tuple[int, int], ...])

    def called(self, names: frozenset[str]) -> tuple[int, ...]:
        """See `Machine.called`."""
        return self._answer("called", {"names": sorted(names)}, tuple[int, ...])

    def environment(self, names: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """See `Machine.environment`: the variables that were set then."""
        keys = {name: _key("environment", {"name": name}) for name in sorted(names)}
        return tuple((name, self._answers[key][0]) for name, key in keys.items() if key in self._answers)

    def dial(self, dials: Sequence[Dial], patience: Patience | None = None) -> tuple[Dialled, ...]:
        """See `Machine.dial`."""
        over: set[int] = set()
        return tuple(self._dialled(dial, over) for dial in dials)

    def _dialled(self, dial: Dial, over: set[int]) -> Dialled:
        """What one dial came to. What had not begun when its question was answered was never written down."""
        written = self._answers.get(_key("dial", cast(dict[str, Any], _written(_timeless(dial)))), [])
        if (dial.question in over and not (written and written[0].get("left"))) or (dial.witness and not written):
            return Dialled(stage="socket", left=True)
        got = self._answer("dial", _timeless(dial), Dialled)
        if dial.question and not dial.witness and not (got.expired or got.left):
            over.add(dial.question)
        return got

    def converse(self, talks: Sequence[Talk]) -> tuple[Talked, ...]:
        """See `Machine.converse`."""
        return tuple(self._answer("converse", _timeless(talk), Talked) for talk in talks)

    def resolve(self, name: str, timeout: float) -> Resolved:
        """See `Machine.resolve`."""
        return self._answer("resolve", {"name": name}, Resolved)

    def netlink(self, protocol: int, request: bytes) -> Answered:
        """See `Machine.netlink`."""
        return self._answer("netlink", {"protocol": protocol, "request": request}, Answered)

    def tap(self, tap: Tap) -> Tapping:
        """See `Machine.tap`."""
        question = _untimed(tap)
        first = self._answer("tap", question, Captured)
        return _RecordedTap(first, lambda: self._answer("tap", question, Captured))

    def close(self) -> None:
        """Nothing is held."""

    def _answer(self, method: str, question: dict[str, Any], kind: type[T]) -> T:
        answers = self._answers.get(_key(method, cast(dict[str, Any], _written(question))))
        if not answers:
            raise CannotLook("not in the recording")
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, dict) and "cannot" in answer:
            raise CannotLook(answer["cannot"], answer["privilege"])
        return msgspec.convert(_read(answer), type=kind)


class _RecordedTap:
    """The readings of a tap of the past, at once."""

    def __init__(self, first: Captured, more: Callable[[], Captured]) -> None:
        self._first: Captured | None = first
        self._more = more

    def read(self, after: float = 0.0) -> Captured:
        """See `Tapping.read`."""
        first, self._first = self._first, None
        return self._more() if first is None else first

    def close(self) -> None:
        """Nothing is held."""


def _key(method: str, written: dict[str, Any]) -> Question:
    return method, msgspec.json.encode(written, order="sorted")


def _timeless(asked: Dial | Talk) -> dict[str, Any]:
    """A dial or a talk without how long it may take, and without what stands at its default."""
    return _without_times(msgspec.to_builtins(asked, builtin_types=(bytes,)))


def _without_times(fields: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in fields.items() if name not in NO_PART_OF_THE_QUESTION and value}
    return _what_was_said(kept)


def _what_was_said(talk: dict[str, Any]) -> dict[str, Any]:
    """A talk with nothing of its steps but what was said, up to the last in which anything was: a step that waits
    otherwise, or one more that only listens, hears the same server."""
    steps = [{name: step[name] for name in SAID if step.get(name)} for step in talk.get("steps", ())]
    while steps and not steps[-1]:
        steps.pop()
    bare = {name: value for name, value in talk.items() if name != "steps"}
    return {**bare, "steps": steps} if steps else bare


def _untimed(tap: Tap) -> dict[str, Any]:
    return {"transport": tap.transport, "ports": tap.ports, "segments": tap.segments}


def _refusal(why: CannotLook) -> dict[str, str]:
    return {"cannot": why.reason, "privilege": why.privilege}


def _shortened(answers: list[Any]) -> list[Any]:
    """Without the equal answers at the end: the last one stays anyway."""
    kept = len(answers)
    while kept > 1 and answers[kept - 1] == answers[kept - 2]:
        kept -= 1
    return answers[:kept]


def _written(value: Any) -> Any:
    """A value as JSON holds it: bytes as ``{"text": [lines]}``, or ``{"base64": …}`` where they are no text."""
    match value:
        case bytes():
            return _written_bytes(value)
        case str() | int() | float() | None:
            return value
        case list() | tuple():
            return [_written(item) for item in value]
        case dict():
            return {name: _written(item) for name, item in value.items()}
    return _written(vars(value))


def _written_bytes(value: bytes) -> dict[str, Any]:
    try:
        text = value.decode()
    except UnicodeDecodeError:
        text = "\0"
    if all(character.isprintable() or character in "\n\t\r" for character in text):
        return {"text": text.splitlines(keepends=True)}
    return {"base64": msgspec.to_builtins(value)}


def _read(value: Any) -> Any:
    """`_written` undone, as far as msgspec.convert needs it."""
    match value:
        case {"text": [*lines]}:
            return "".join(lines).encode()
        case {"base64": str() as encoded}:
            return msgspec.convert(encoded, type=bytes)
        case list():
            return [_read(item) for item in value]
        case dict():
            return {name: _read(item) for name, item in value.items()}
    return value
