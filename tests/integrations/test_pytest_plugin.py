"""The pytest plugin in test runs of their own, with pytest-xdist and without."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest_plugins = "pytester"

OURS = ("-p", "nocarrier.integrations.pytest_plugin")
XDIST = ("-p", "xdist.plugin", "-n", "2")
TITLE = "- nocarrier: tcp://127.0.0.1:1 -"
VERDICT = "server-not-listening · proven"
POINTER = "The same connection failed in "

PATIENT = "import nocarrier.integrations.pytest_sections as sections; sections.LONGEST = 60.0"
"A conftest.py for tests on which a busy machine may take its time."

REFUSED = """
    import socket
    import pytest

    def connect():
        socket.create_connection(("127.0.0.1", 1))
"""


@pytest.fixture
def at(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.Pytester:
    """A folder for tests, whose runs load no plugin that they do not name."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.delenv("NOCARRIER", raising=False)
    pytester.makeini("[pytest]")
    for name in list(os.environ):
        if name.startswith("PYTEST_XDIST"):
            monkeypatch.delenv(name)
    return pytester


def ran(at: pytest.Pytester, source: str, *options: str, code: int = 1) -> str:
    """What a run of these tests prints."""
    at.makepyfile(test_it=REFUSED + source)
    result = at.runpytest_subprocess(*OURS, *options)
    assert result.ret == code, result.outlines
    return "\n".join(result.outlines)


@pytest.mark.parametrize("options", [(), XDIST])
def test_a_failed_connection_has_a_section(at: pytest.Pytester, options: tuple[str, ...]) -> None:
    told = ran(at, "    def test_it(): connect()\n    def test_well(): pass\n", *options)
    assert TITLE in told
    assert VERDICT in told
    assert "1 failed, 1 passed" in told


@pytest.mark.parametrize("options", [(), XDIST])
def test_a_target_is_looked_into_once_a_run(at: pytest.Pytester, options: tuple[str, ...]) -> None:
    source = "    @pytest.mark.parametrize('n', range(6))\n    def test_it(n): connect()\n"
    told = ran(at, source, *options)
    assert told.count("Because (proven") == 1
    assert told.count(POINTER) == 5
    assert told.count(TITLE) == 6
    assert "(6 tests)" in told
    assert told.count("(server-not-listening · proven)") == 6, "each section and the last lines"


def test_the_folder_of_a_run_is_taken_away(at: pytest.Pytester, tmp_path: Path) -> None:
    ran(at, "    def test_it(): connect()\n    def test_again(): connect()\n", *XDIST)
    assert not list(tmp_path.glob("nocarrier-*"))


@pytest.mark.parametrize("phase", ["connect(); yield", "yield; connect()"])
def test_a_fixture_that_fails_has_it_too(at: pytest.Pytester, phase: str) -> None:
    source = f"    @pytest.fixture\n    def place(): {phase}\n    def test_it(place): pass\n"
    told = ran(at, source)
    assert TITLE in told
    assert "1 error" in told


def test_a_module_that_cannot_be_collected_has_it_too(at: pytest.Pytester) -> None:
    told = ran(at, "    connect()\n    def test_it(): pass\n", code=2)
    assert TITLE in told
    assert "1 error" in told


def test_what_is_expected_is_no_failure(at: pytest.Pytester) -> None:
    source = """
    def test_raises():
        with pytest.raises(OSError):
            connect()

    @pytest.mark.xfail
    def test_known(): connect()

    def test_caught():
        try:
            connect()
        except OSError:
            pytest.skip("not there")
    """
    assert "nocarrier:" not in ran(at, source, code=0)


def test_other_failures_are_left_alone(at: pytest.Pytester) -> None:
    source = """
    def test_assertion(): assert "Connection refused" == ""
    def test_file(): open("/no/such/file")
    """
    told = ran(at, source)
    assert "2 failed" in told
    assert "nocarrier:" not in told


def test_unittest_its_subtests_and_coroutines(at: pytest.Pytester) -> None:
    source = """
    import asyncio, unittest

    class Plain(unittest.TestCase):
        def test_it(self): connect()

    class Subtests(unittest.TestCase):
        def test_it(self):
            for n in range(2):
                with self.subTest(n=n):
                    connect()

    class Coroutines(unittest.IsolatedAsyncioTestCase):
        async def test_it(self):
            await asyncio.open_connection("127.0.0.1", 1)
    """
    told = ran(at, source)
    assert told.count("Because (proven") == 1
    assert told.count(TITLE) == 4


def test_the_servers_of_fixtures_still_stand(at: pytest.Pytester) -> None:
    """What is looked at is what the test saw: a server that talks nonsense, not a port that is closed by now."""
    at.makeconftest(PATIENT)
    source = """
    import http.client, subprocess, sys

    SERVER = '''if True:
        import socket
        held, server = [], socket.create_server(("127.0.0.1", 0))
        print(server.getsockname()[1], flush=True)
        while True:
            held.append(server.accept()[0])
            held[-1].sendall(b"SSH-2.0-OpenSSH_9.2\\\\r\\\\n")
    '''

    @pytest.fixture
    def port():
        with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True) as server:
            yield int(server.stdout.readline())
            server.kill()

    def test_it(port):
        client = http.client.HTTPConnection("127.0.0.1", port)
        client.request("GET", "/")
        client.getresponse()
    """
    told = ran(at, source, "--nocarrier-budget=60")
    assert "server-speaks-other-protocol · proven" in told
    assert "server-not-listening" not in told


@pytest.mark.parametrize(
    ("options", "environ", "ini"),
    [
        (("--nocarrier=off",), "", ""),
        ((), "off", ""),
        ((), "", "off"),
        (("--nocarrier=off",), "diagnose", "explain"),
        ((), "off", "diagnose"),
    ],
)
def test_off(
    at: pytest.Pytester, options: tuple[str, ...], environ: str, ini: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOCARRIER", environ)
    at.makeini(f"[pytest]\nnocarrier = {ini}\n")
    assert "nocarrier:" not in ran(at, "    def test_it(): connect()\n", *options)


def test_explain(at: pytest.Pytester) -> None:
    told = ran(at, "    def test_it(): connect()\n", "--nocarrier=explain")
    assert TITLE in told
    assert "Likeliest first" in told
    assert VERDICT not in told


@pytest.mark.parametrize(
    ("options", "ini"),
    [
        (("--nocarrier=loud",), ""),
        ((), "nocarrier = loud"),
        ((), "nocarrier_budget = much"),
        (("--nocarrier-budget=-1",), ""),
    ],
)
def test_wrong_words_are_a_wrong_call(at: pytest.Pytester, options: tuple[str, ...], ini: str) -> None:
    at.makeini(f"[pytest]\n{ini}\n")
    at.makepyfile(test_it="def test_it(): pass")
    result = at.runpytest_subprocess(*OURS, *options)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "Traceback" not in result.stderr.str()


def test_without_time_it_only_explains_and_says_so(at: pytest.Pytester) -> None:
    told = ran(at, "    def test_it(): connect()\n", "--nocarrier-budget=0")
    assert VERDICT not in told
    assert "Likeliest first" in told
    assert "--nocarrier-budget" in told


@pytest.mark.parametrize("options", [(), XDIST])
def test_junit_holds_it_in_the_failure(at: pytest.Pytester, options: tuple[str, ...]) -> None:
    ran(at, "    def test_it(): connect()\n", "--junitxml=out.xml", *options)
    failure = ElementTree.parse(at.path / "out.xml").getroot().find(".//testcase/failure")
    assert failure is not None
    assert VERDICT in (failure.text or "")
    assert (failure.text or "").count(TITLE) == 1


def test_without_tracebacks_the_last_lines_say_it(at: pytest.Pytester) -> None:
    told = ran(at, "    def test_it(): connect()\n", "--tb=no")
    assert TITLE not in told
    assert "server-not-listening" in told


def test_without_a_terminal(at: pytest.Pytester) -> None:
    ran(at, "    def test_it(): connect()\n", "-p", "no:terminal", "--junitxml=out.xml")
    assert VERDICT in (at.path / "out.xml").read_text(encoding="utf-8")


def test_secrets_stay_out(at: pytest.Pytester) -> None:
    source = """
    class OperationalError(OSError): pass

    def test_it():
        try:
            connect()
        except OSError as error:
            raise OperationalError("postgresql://bob:hunter2@127.0.0.1:1/shop") from error
    """
    at.makepyfile(test_it=REFUSED + source)
    result = at.runpytest_subprocess(*OURS, "--tb=no", "--junitxml=out.xml", "-rN")
    assert VERDICT.partition(" ")[0] in result.stdout.str()
    sections = (at.path / "out.xml").read_text(encoding="utf-8").partition("nocarrier: ")[2]
    assert sections
    assert "hunter2" not in sections


def test_a_broken_nocarrier_breaks_no_run(at: pytest.Pytester) -> None:
    at.makeconftest("import sys\nsys.modules['nocarrier.integrations.pytest_sections'] = None\n")
    told = ran(at, "    def test_it(): connect()\n    def test_well(): pass\n")
    assert "1 failed, 1 passed" in told
    assert "INTERNALERROR" not in told


def test_what_replaced_sockets_say_is_no_evidence(at: pytest.Pytester) -> None:
    source = """
    def test_it(monkeypatch):
        monkeypatch.setattr(socket.socket, "recv", lambda self, size: b"made up", raising=False)
        connect()

    def test_well(): pass
    """
    told = ran(at, source)
    assert VERDICT not in told
    assert "Not looked into" in told


def test_that_this_process_stands_still_is_no_verdict(at: pytest.Pytester) -> None:
    """The server runs in the loop of the test that failed: nobody takes its connections any more."""
    source = """
    import asyncio, http.client, unittest

    class Test(unittest.IsolatedAsyncioTestCase):
        async def test_it(self):
            server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            client = http.client.HTTPConnection("127.0.0.1", port, timeout=0.1)
            client.request("GET", "/")
            client.getresponse()
    """
    at.makeconftest(PATIENT)
    told = ran(at, source, "--nocarrier-budget=60")
    assert "proven" not in told
    assert "the server is this very process" in told


def test_a_server_of_the_run_itself_is_asked_nothing_more(at: pytest.Pytester) -> None:
    """A fixture that counts requests, and a server that prints them: neither sees that anybody looks."""
    source = """
    import http.client, http.server, threading

    @pytest.fixture
    def server():
        seen = []
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append(self.requestline)
                self.connection.close()
            def log_message(self, *_):
                print("SERVED", self.requestline)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield server
            server.shutdown()
        assert seen == ["GET /pay HTTP/1.1"]

    def test_it(server):
        client = http.client.HTTPConnection("127.0.0.1", server.server_port)
        client.request("GET", "/pay")
        client.getresponse()
    """
    told = ran(at, source, "--nocarrier-budget=60")
    assert "the server is this very process" in told
    assert "1 failed" in told
    assert "error" not in told.splitlines()[-1]
    assert told.count("SERVED") == 0


def test_what_a_server_prints_meanwhile_is_captured(at: pytest.Pytester) -> None:
    source = """
    import http.client, subprocess, sys

    SERVER = '''if True:
        import socket, sys
        server = socket.create_server(("127.0.0.1", 0))
        print(server.getsockname()[1], file=sys.stderr, flush=True)
        while True:
            server.accept()[0].close()
            print("TAKEN", flush=True)
    '''

    @pytest.fixture
    def port():
        with subprocess.Popen([sys.executable, "-c", SERVER], stderr=subprocess.PIPE, text=True) as server:
            yield int(server.stderr.readline())
            server.kill()

    def test_it(port):
        client = http.client.HTTPConnection("127.0.0.1", port)
        client.request("GET", "/")
        client.getresponse()
    """
    progress, _, told = ran(at, source, "--nocarrier-budget=60").partition(" FAILURES ")
    assert "server-closes-at-once" in told
    assert "TAKEN" not in progress
    assert "Captured stdout while nocarrier looked" in told


def test_failures_without_a_target_are_told_apart_in_the_last_lines(at: pytest.Pytester) -> None:
    source = """
    def test_1(): raise ConnectionRefusedError(111, "Connection refused")
    def test_2(): raise socket.gaierror(-2, "Name or service not known")
    def test_3(): raise ConnectionRefusedError(111, "Connection refused")
    """
    told = ran(at, source, "--tb=no")
    last = told.rpartition(" nocarrier ")[2]
    assert "refused" in last
    assert "(2 tests)" in last
    assert "EAI_NONAME" in last


def test_an_answer_is_no_failure_to_connect(at: pytest.Pytester) -> None:
    source = """
    import urllib.error

    def test_it(): raise urllib.error.HTTPError("http://127.0.0.1:1/", 404, "Not Found", {}, None)
    def test_gateway(): raise urllib.error.HTTPError("http://127.0.0.1:1/", 502, "Bad Gateway", {}, None)
    """
    told = ran(at, source)
    assert told.count(" nocarrier: http://127.0.0.1:1") == 1


@pytest.mark.parametrize("target", ['("127.0.0.1", 1)', '"127.0.0.1:1"'])
def test_reachable_takes_what_diagnose_takes(at: pytest.Pytester, target: str) -> None:
    told = ran(at, f"    def test_it(reachable): reachable({target})\n")
    assert "server-not-listening" in told


@pytest.mark.parametrize("call", ['"foo"', '"127.0.0.1:1", nonsense=True', '"127.0.0.1:1", family=5', "7"])
def test_a_wrong_call_of_reachable_is_a_sentence(at: pytest.Pytester, call: str) -> None:
    told = ran(at, f"    def test_it(reachable): reachable({call})\n")
    assert "reachable: " in told
    assert "pytest_sections.py" not in told
    assert "During handling" not in told


ENDLESS = """
    import time
    import nocarrier.diagnosis.asking as asking

    def endless(*_, **__):
        open("diagnosing", "w").close()
        time.sleep(60)

    asking.find_out = endless
"""


def test_interrupted_a_run_ends_as_it_does(at: pytest.Pytester) -> None:
    at.makeconftest(ENDLESS)
    at.makepyfile(test_it=REFUSED + "    def test_it(): connect()\n")
    command = [sys.executable, "-m", "pytest", *OURS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=at.path) as run:
        while not (at.path / "diagnosing").exists() and run.poll() is None:
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        told, _ = run.communicate(timeout=60)
    assert run.returncode == pytest.ExitCode.INTERRUPTED
    assert "! KeyboardInterrupt !" in told
    assert "Warning" not in told


def test_a_test_whose_time_is_over_meanwhile_has_failed_of_its_connection(at: pytest.Pytester) -> None:
    """pytest-timeout raises this in a handler of SIGALRM."""
    at.makeconftest(
        """
        import os, signal, time
        import pytest
        import nocarrier.diagnosis.asking as asking

        def over(*_):
            pytest.fail("Timeout (>1.0s) from pytest-timeout.")

        def diagnose(*_, **__):
            os.kill(os.getpid(), signal.SIGUSR1)
            time.sleep(60)

        signal.signal(signal.SIGUSR1, over)
        asking.find_out = diagnose
        """
    )
    told = ran(at, "    def test_it(): connect()\n    def test_well(): pass\n")
    assert "1 failed, 1 passed" in told
    assert "ConnectionRefusedError: [Errno 111] Connection refused" in told
    assert "Likeliest first" in told


@pytest.mark.parametrize(
    ("source", "code", "more"),
    [
        ("    def test_it(): pass\n", 0, ""),
        ("    def test_it(): assert {} == 1\n", 1, " nocarrier.integrations.screening"),
    ],
)
def test_a_run_in_which_no_connection_fails_loads_nothing(
    at: pytest.Pytester, source: str, code: int, more: str
) -> None:
    at.makeconftest(
        """
        import sys
        def pytest_unconfigure():
            print("loaded:", *sorted(name for name in sys.modules if name.startswith("nocarrier")))
        """
    )
    told = ran(at, source, code=code)
    assert f"loaded: nocarrier nocarrier.integrations nocarrier.integrations.pytest_plugin{more}\n" in told + "\n"


def test_the_plugin_itself_imports_only_pytest() -> None:
    program = (
        "import sys, pytest; before = set(sys.modules); import nocarrier.integrations.pytest_plugin; "
        "print(*sorted(set(sys.modules) - before))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["nocarrier", "nocarrier.integrations", "nocarrier.integrations.pytest_plugin"]


def test_reachable_fails_with_the_reason(at: pytest.Pytester) -> None:
    told = ran(at, "    def test_it(reachable): reachable('tcp://127.0.0.1:1')\n")
    assert VERDICT in told
    assert "pytest_sections.py" not in told


def test_reachable_skips_with_the_reason(at: pytest.Pytester) -> None:
    told = ran(at, "    def test_it(reachable): reachable('tcp://127.0.0.1:1', skip=True)\n", "-rs", code=0)
    assert "SKIPPED [1] test_it.py" in told
    assert "refused" in told


SERVER = """
    import threading

    def serve(server):
        held = []
        try:
            while True:
                held.append(server.accept()[0])
        except OSError:
            return

    @pytest.fixture
    def server():
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            yield server

    def place(server):
        return f"127.0.0.1:{server.getsockname()[1]}"
"""


def test_reachable_gives_the_report(at: pytest.Pytester) -> None:
    source = """
    def test_it(reachable, server):
        server.listen()
        threading.Thread(target=serve, args=(server,), daemon=True).start()
        assert reachable(place(server)).outcome != "failed"
    """
    ran(at, SERVER + source, code=0)


def test_reachable_waits_for_a_server_that_starts(at: pytest.Pytester) -> None:
    source = """
    def test_it(reachable, server):
        def start():
            server.listen()
            serve(server)
        later = threading.Timer(0.3, start)
        later.daemon = True
        later.start()
        reachable(place(server), within=30.0)
    """
    ran(at, SERVER + source, code=0)
