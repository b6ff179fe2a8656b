"""What leaves a watched block is what was raised in it, and is explained."""

from __future__ import annotations

import asyncio
import socket
import traceback
from pathlib import Path

import pytest

import nocarrier
from nocarrier.integrations import telling
from tests.integrations.programs import REFUSED, interrupted, run

VERDICT = "server-not-listening · proven"


@pytest.fixture(autouse=True)
def _nothing_said_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_told", {})
    monkeypatch.setattr(telling, "_shown", {})
    monkeypatch.delenv("NOCARRIER", raising=False)


def refused() -> None:
    socket.create_connection(("127.0.0.1", 1))


def test_the_exception_goes_on_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[object] = []

    def state(error: BaseException) -> tuple[object, ...]:
        frames = [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
        chain = (error.__cause__, error.__context__, error.__suppress_context__)
        return (id(error), error.args, dict(vars(error)), getattr(error, "__notes__", None), chain, frames)

    def failing() -> None:
        try:
            refused()
        except OSError as error:
            error.add_note("mine")
            seen.append(state(error)[:-1])
            raise

    with pytest.raises(ConnectionRefusedError) as caught, nocarrier.watch():
        failing()
    assert state(caught.value)[:-1] == seen[0]
    names = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert names == [
        "test_the_exception_goes_on_as_it_is",
        "failing",
        "refused",
        "create_connection",
        "create_connection",
    ]
    assert VERDICT in capsys.readouterr().err


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ConnectionRefusedError), nocarrier.watch(mode="explain"):
        refused()
    told = capsys.readouterr().err
    assert "Likeliest first" in told
    assert VERDICT not in told


@pytest.mark.parametrize(
    "error", [ValueError("Connection refused?"), KeyboardInterrupt(), SystemExit(1), FileNotFoundError(2, "x")]
)
def test_other_failures_are_left_alone(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(type(error)) as caught, nocarrier.watch():
        raise error
    assert caught.value is error
    assert "nocarrier:" not in capsys.readouterr().err


def test_nothing_fails(capsys: pytest.CaptureFixture[str]) -> None:
    with nocarrier.watch():
        pass
    assert capsys.readouterr().err == ""


def test_a_loop_that_tries_again_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(5):
        with pytest.raises(OSError, match="refused"), nocarrier.watch(mode="explain"):
            refused()
    assert capsys.readouterr().err.count("nocarrier:") == 1


def test_a_coroutine_goes_on_meanwhile(capsys: pytest.CaptureFixture[str]) -> None:
    async def main() -> int:
        turns = 0

        async def turn() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        turning = asyncio.create_task(turn())
        with pytest.raises(ConnectionRefusedError):
            async with nocarrier.watch():
                refused()
        turning.cancel()
        return turns

    assert asyncio.run(main()) > 10
    assert VERDICT in capsys.readouterr().err


def test_a_coroutine_whose_loop_has_no_threads_any_more() -> None:
    async def main() -> None:
        await asyncio.get_running_loop().shutdown_default_executor()
        async with nocarrier.watch():
            refused()

    with pytest.raises(ConnectionRefusedError):
        asyncio.run(main())


def test_a_wrong_call_is_said() -> None:
    with pytest.raises(ValueError, match="mode is one of"):
        nocarrier.watch(mode="loud")
    with pytest.raises(ValueError, match="budget is in seconds"):
        nocarrier.watch(budget=-1)


def test_the_hook_does_not_say_it_again() -> None:
    ran = run(f"nocarrier.install()\nwith nocarrier.watch(): {REFUSED}")
    assert ran.returncode == 1
    assert ran.stderr.count("nocarrier:") == 1


def test_interrupted_it_goes_on_as_an_interrupt(tmp_path: Path) -> None:
    program = f"""
    import nocarrier.diagnosis.asking as asking, time
    def endless(*_, **__):
        print("diagnosing", file=sys.stderr, flush=True)
        time.sleep(60)
    asking.find_out = endless
    try:
        with nocarrier.watch(budget=50): {REFUSED}
    except KeyboardInterrupt as interrupt:
        print(type(interrupt.__context__).__name__)
    """
    ran = interrupted(program, tmp_path, after="diagnosing")
    assert (ran.returncode, ran.stdout) == (0, "ConnectionRefusedError\n")
