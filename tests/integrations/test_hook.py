"""The hook in programs of their own: what they print, how they end, and what is left as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.integrations.programs import REFUSED, interrupted, run

VERDICT = "server-not-listening · proven"
TRACEBACK = "ConnectionRefusedError: [Errno 111] Connection refused"


def test_below_the_traceback() -> None:
    ran = run(f"nocarrier.install(); {REFUSED}")
    assert ran.returncode == 1
    assert ran.stdout == ""
    traceback, mark, told = ran.stderr.partition("\n\nnocarrier:\n")
    assert mark
    assert traceback.endswith(TRACEBACK)
    assert told.startswith("✗ tcp://127.0.0.1:1  connection refused\n")
    assert VERDICT in told


def test_the_traceback_and_the_exit_code_are_as_without_it() -> None:
    without, with_it = run(f"\n{REFUSED}"), run(f"nocarrier.install()\n{REFUSED}")
    assert with_it.returncode == without.returncode == 1
    assert with_it.stderr.startswith(without.stderr)


def test_explain_sends_nothing_and_loads_no_probe() -> None:
    program = f"""
    import atexit
    atexit.register(lambda: print(*[name for name in sys.modules if name.startswith("nocarrier.probes.")]))
    nocarrier.install(mode="explain")
    {REFUSED}
    """
    ran = run(program)
    assert ran.stdout == "\n"
    assert "Likeliest first" in ran.stderr
    assert VERDICT not in ran.stderr


def test_an_error_of_the_program_itself_loads_nothing() -> None:
    program = """
    import atexit
    atexit.register(lambda: print(*sorted(name for name in sys.modules if name.startswith("nocarrier.integrations."))))
    nocarrier.install()
    try:
        {}["a"]
    except KeyError as error:
        raise ValueError("b") from error
    """
    names = "hook loading screening spare"
    assert run(program).stdout.split() == [f"nocarrier.integrations.{name}" for name in names.split()]


@pytest.mark.parametrize(
    "failing",
    ["1 / 0", "open('/no/such/file')", "raise SystemExit(3)", "raise KeyboardInterrupt", "raise MemoryError",
     "assert 'Connection refused' == ''", "raise TimeoutError", "def f(): f()\nf()", "import no_such_module"],
)  # fmt: skip
def test_nothing_is_said_of_other_failures(failing: str) -> None:
    without, with_it = run("\n" + failing), run("nocarrier.install()\n" + failing)
    assert "nocarrier:" not in with_it.stderr
    assert with_it.returncode == without.returncode
    assert with_it.stderr.count("\n") == without.stderr.count("\n")


def test_installing_loads_no_more_than_the_hook() -> None:
    program = "import sys; before = set(sys.modules); import nocarrier; nocarrier.install(); print(*set(sys.modules) - before)"
    source = Path(find_spec("nocarrier").origin).parent.parent  # type: ignore[union-attr, arg-type]
    ran = subprocess.run(
        [sys.executable, "-S", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    ours = {
        "nocarrier",
        "nocarrier.integrations",
        "nocarrier.integrations.hook",
        "nocarrier.integrations.loading",
        "nocarrier.integrations.spare",
    }
    assert {name for name in ran.stdout.split() if name.startswith("nocarrier")} == ours
    others = {name.partition(".")[0] for name in set(ran.stdout.split()) - ours}
    assert others <= {"__future__", "importlib", "warnings"}


def test_the_environment_goes_before_the_program() -> None:
    assert "nocarrier:" not in run(f"nocarrier.install(); {REFUSED}", environ={"NOCARRIER": "off"}).stderr
    told = run(f"nocarrier.install(); {REFUSED}", environ={"NOCARRIER": "explain"}).stderr
    assert "Likeliest first" in told
    assert VERDICT in run(f"nocarrier.install(); {REFUSED}", environ={"NOCARRIER": "1"}).stderr


@pytest.mark.parametrize("call", ["mode='loud'", "budget=0", "budget=-1", "budget=float('nan')"])
def test_a_wrong_call_is_said(call: str) -> None:
    assert "ValueError: " in run(f"nocarrier.install({call})").stderr


# --- Threads and asyncio ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["import threading, asyncio", ""])
def test_a_thread(first: str) -> None:
    program = f"""
    {first}
    nocarrier.install()
    import threading
    thread = threading.Thread(target=lambda: {REFUSED})
    thread.start()
    thread.join()
    print("went on")
    """
    ran = run(program)
    assert (ran.returncode, ran.stdout) == (0, "went on\n")
    assert ran.stderr.count(TRACEBACK) == 1
    assert ran.stderr.index(TRACEBACK) < ran.stderr.index(VERDICT)


def test_many_threads_say_it_once() -> None:
    program = f"""
    import threading
    nocarrier.install()
    threads = [threading.Thread(target=lambda: {REFUSED}) for _ in range(8)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    """
    ran = run(program)
    assert ran.stderr.count("Exception in thread") == 8
    assert ran.stderr.count("nocarrier:") == 1


@pytest.mark.parametrize("first", ["import threading, asyncio", ""])
def test_a_task_that_nobody_awaits(first: str) -> None:
    program = f"""
    {first}
    nocarrier.install()
    import asyncio, gc

    async def main():
        task = asyncio.create_task(asyncio.open_connection("127.0.0.1", 1))
        await asyncio.sleep(0.1)
        del task
        gc.collect()

    asyncio.run(main())
    """
    ran = run(program)
    assert ran.returncode == 0
    assert "Task exception was never retrieved" in ran.stderr
    assert ran.stderr.index("ConnectionRefusedError") < ran.stderr.index(VERDICT)


def test_a_loops_own_handler_stays_alone() -> None:
    program = """
    import asyncio
    nocarrier.install()

    async def main():
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: print("mine"))
        asyncio.create_task(asyncio.open_connection("127.0.0.1", 1))
        await asyncio.sleep(0.1)

    asyncio.run(main())
    """
    ran = run(program)
    assert (ran.stdout, ran.stderr) == ("mine\n", "")


def test_what_ends_asyncio_run_is_said_as_well() -> None:
    ran = run("import asyncio; nocarrier.install(); asyncio.run(asyncio.open_connection('127.0.0.1', 1))")
    assert ran.returncode == 1
    assert VERDICT in ran.stderr


def test_a_daemon_thread_does_not_hold_up_the_end() -> None:
    program = f"""
    import threading, time
    nocarrier.install()
    threading.Thread(target=lambda: {REFUSED}, daemon=True).start()
    """
    ran = run(program)
    assert ran.returncode == 0
    assert "Fatal" not in ran.stderr


def test_a_thread_that_outlives_the_main_one() -> None:
    program = f"""
    import threading, time
    nocarrier.install()
    def late():
        time.sleep(0.2)
        {REFUSED}
    threading.Thread(target=late).start()
    """
    ran = run(program)
    assert ran.returncode == 0
    assert VERDICT in ran.stderr


# --- Other hooks --------------------------------------------------------------------------------------------------


def test_the_hook_before_is_called_first() -> None:
    program = f"""
    sys.excepthook = lambda *_: print("theirs", file=sys.stderr)
    nocarrier.install()
    {REFUSED}
    """
    ran = run(program)
    assert ran.stderr.startswith("theirs\n\nnocarrier:\n")


def test_a_hook_that_wraps_ours() -> None:
    """As sentry's does."""
    program = f"""
    nocarrier.install()
    inner = sys.excepthook
    def outer(*given):
        print("sent", file=sys.stderr)
        return inner(*given)
    sys.excepthook = outer
    {REFUSED}
    """
    ran = run(program)
    assert ran.stderr.startswith("sent\nTraceback")
    assert VERDICT in ran.stderr


def test_a_hook_before_that_raises() -> None:
    program = f"""
    def broken(*_): raise LookupError("theirs")
    sys.excepthook = broken
    {{}}
    {REFUSED}
    """
    without, with_it = run(program.format("")), run(program.format("nocarrier.install()"))
    assert with_it.returncode == without.returncode == 1
    assert "Error in sys.excepthook" in with_it.stderr
    assert "LookupError: theirs" in with_it.stderr
    assert VERDICT in with_it.stderr


def test_uninstalling_leaves_everything_as_it_was() -> None:
    program = """
    import threading, asyncio.base_events
    def seen(): return (sys.excepthook, threading.excepthook, vars(asyncio.base_events.BaseEventLoop).get("default_exception_handler"))
    before = seen()
    nocarrier.install()
    during = seen()
    nocarrier.install(mode="explain")
    nocarrier.uninstall()
    nocarrier.uninstall()
    print(seen() == before, all(one != other for one, other in zip(before, during)))
    """
    assert run(program).stdout == "True True\n"


def test_uninstalling_beneath_another_hook_leaves_that_one_and_falls_silent() -> None:
    program = f"""
    nocarrier.install()
    inner = sys.excepthook
    def outer(*given): return inner(*given)
    sys.excepthook = outer
    nocarrier.uninstall()
    print(sys.excepthook is outer)
    {REFUSED}
    """
    ran = run(program)
    assert ran.stdout == "True\n"
    assert ran.stderr.endswith(TRACEBACK + "\n")


def test_uninstalled_before_threading_is_loaded() -> None:
    program = f"""
    nocarrier.install()
    nocarrier.uninstall()
    import threading
    thread = threading.Thread(target=lambda: {REFUSED})
    thread.start()
    """
    assert "nocarrier:" not in run(program).stderr


# --- A program in a bad state -------------------------------------------------------------------------------------


@pytest.mark.parametrize("spoiled", ["sys.stderr = None", "sys.stderr.close()", "del sys.stderr"])
def test_without_standard_error(spoiled: str) -> None:
    without, with_it = run(f"{spoiled}; {REFUSED}"), run(f"nocarrier.install(); {spoiled}; {REFUSED}")
    assert with_it.returncode == without.returncode
    assert "nocarrier:" not in with_it.stderr


def test_a_standard_error_that_is_only_written_to() -> None:
    program = f"""
    class Kept:
        def write(self, text): print(text, end="")
        def flush(self): pass
    nocarrier.install()
    sys.stderr = Kept()
    {REFUSED}
    """
    assert "server-not-listening - proven" in run(program).stdout


def test_a_standard_error_nobody_reads() -> None:
    program = f"""
    import os
    reading, writing = os.pipe()
    os.close(reading)
    os.dup2(writing, 2)
    nocarrier.install()
    {REFUSED}
    """
    assert run(program).returncode == run(REFUSED).returncode


def test_ascii() -> None:
    ran = run(f"nocarrier.install(); {REFUSED}", environ={"PYTHONIOENCODING": "ascii"})
    assert ran.stderr.isascii()
    assert "server-not-listening - proven" in ran.stderr


def test_a_chain_without_end() -> None:
    program = f"""
    nocarrier.install()
    def again():
        try:
            {REFUSED}
        except OSError:
            again()
    again()
    """
    ran = run(program)
    assert ran.returncode == 1
    assert "RecursionError" in ran.stderr


def test_no_thread_can_be_had() -> None:
    program = f"""
    import threading
    def none(self): raise RuntimeError("can't start new thread")
    nocarrier.install()
    threading.Thread.start = none
    {REFUSED}
    """
    ran = run(program)
    assert ran.returncode == 1
    assert "Likeliest first" in ran.stderr


def test_after_a_fork() -> None:
    program = f"""
    import os
    nocarrier.install()
    child = os.fork()
    if child:
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    else:
        {REFUSED}
    """
    ran = run(program)
    assert ran.stdout == "1\n"
    assert VERDICT in ran.stderr


def test_the_time_is_bounded() -> None:
    """Silence takes 3 s to be told from a dead host; with a tenth of a second it is given up."""
    program = f"""
    import nocarrier.diagnosis.asking as asking, time
    asking.find_out = lambda *_, **__: time.sleep(60)
    nocarrier.install(budget=0.3)
    {REFUSED}
    """
    ran = run(program)
    assert ran.returncode == 1
    assert "A diagnosis was not to be had in 0.3 s" in ran.stderr


def test_interrupted_it_ends_as_it_would_have_ended(tmp_path: Path) -> None:
    program = f"""
    import nocarrier.diagnosis.asking as asking, time
    def endless(*_, **__):
        print("diagnosing", file=sys.stderr, flush=True)
        time.sleep(60)
    asking.find_out = endless
    nocarrier.install(budget=50)
    {REFUSED}
    """
    ran = interrupted(program, tmp_path, after="diagnosing")
    assert ran.returncode == 1
    assert ran.stderr.endswith(TRACEBACK + "\ndiagnosing\n")


def test_the_exception_is_not_held() -> None:
    program = f"""
    import gc, weakref
    class Held: pass
    def fail():
        held = Held()
        watching.append(weakref.ref(held))
        {REFUSED}
    watching = []
    nocarrier.install()
    try:
        fail()
    except OSError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    gc.collect()
    print(watching[0]())
    """
    assert run(program).stdout == "None\n"


# --- IPython ------------------------------------------------------------------------------------------------------


def test_ipython() -> None:
    """Its shell is asked for by what it is known by; one that fails shows its traceback, and then ours."""
    pytest.importorskip("IPython")
    program = f"""
    import socket, nocarrier
    from IPython.core.interactiveshell import InteractiveShell
    shell = InteractiveShell.instance()
    shell.run_cell("import nocarrier, socket; nocarrier.install()")
    shell.run_cell("{REFUSED}")
    nocarrier.uninstall()
    print("own" if "showtraceback" in vars(shell) else "class")
    """
    ran = run(program)
    assert ran.stdout.rstrip().endswith("class")
    assert VERDICT in ran.stderr
