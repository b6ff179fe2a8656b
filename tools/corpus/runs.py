"""A client meets every symptom that it can: started in the lab, several at once, and what it printed made fit to keep."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from nocarrier.lab import Lab, Process
from nocarrier.model.record import Record, replace
from tools.corpus import needs
from tools.corpus.client import Client
from tools.corpus.record import Provoked
from tools.corpus.stage import AUTHORITY
from tools.corpus.symptoms import Symptom, met

AT_ONCE = 6
PATIENCE = 15.0
"Seconds that a client may take beyond those it was given."
MOST_LINES, LONGEST_LINE = 40, 500
SECRET = "s3cr3t"
"The password of every client that has to have one."
DENIED = Path(__file__).with_name("denied.py")
TRUSTING = dict.fromkeys(("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "CURL_CA_BUNDLE"), AUTHORITY)
"How libraries that bring their own authorities are told the lab's."
PROXIES = re.compile(r"(?i).*_proxy$")


class Started(Record, kw_only=True):
    """A client that runs, and the descriptor of what it prints."""

    symptom: Symptom
    dialled: str
    process: Process
    printed: int
    until: float


def meetings(lab: Lab, client: Client) -> Iterator[Provoked]:
    """All of them, in the order of the symptoms."""
    program = prepared(client)
    left = [(symptom, scheme) for symptom, scheme in met(client.speaks) if symptom.slug not in client.without]
    if client.language:
        left = [
            (symptom, scheme) for symptom, scheme in left if not symptom.schemes
        ]  # the others are not the system's words
    running: list[Started] = []
    for pair in left:
        running.append(_started(lab, client, program, *pair))
        if len(running) >= (1 if client.alone else AT_ONCE):
            yield _ended(client, running.pop(0))
    for one in running:
        yield _ended(client, one)


def prepared(client: Client) -> str:
    """The path of its program, written and built. Raises subprocess.CalledProcessError where it cannot be built."""
    folder = needs.BUILD / client.name.partition(".")[0]
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / client.file
    if client.program and (not program.exists() or program.read_text() != client.program or not client.build):
        program.write_text(client.program)
        if client.build:
            words = {"build": str(folder), "program": str(program)}
            subprocess.run([filled(word, words) for word in client.build], cwd=folder, check=True)
    return str(program)


def filled(word: str, words: dict[str, str]) -> str:
    """A word with what stands in braces, where that is known."""
    return re.sub(r"\{([a-z]+)\}", lambda match: words.get(match[1], match[0]), word)


def _words(client: Client, program: str, symptom: Symptom, scheme: str) -> dict[str, str]:
    place, stroke, path = symptom.dial.partition("/") if not symptom.dial.startswith("/") else ("", "", symptom.dial)
    host, _, port = place.rpartition(":")
    root = "/" if scheme in ("http", "https", "ws", "wss") else ""
    path = stroke + path if place else path
    return {
        "scheme": scheme, "host": host.strip("[]"), "port": port, "path": path or root, "place": place,
        "url": f"{scheme}://{place}{path or root}", "seconds": str(symptom.seconds), "program": program,
        "python": str(needs.PYTHON), "node": str(needs.NODE), "build": str(Path(program).parent), "secret": SECRET,
    }  # fmt: skip


def _started(lab: Lab, client: Client, program: str, symptom: Symptom, scheme: str) -> Started:
    words = _words(client, program, symptom, scheme)
    argv = tuple(filled(word, words) for word in client.run)
    if symptom.deny:
        argv = (sys.executable, "-I", str(DENIED), symptom.deny, *argv)
    environment = {
        **TRUSTING, "LANG": "C.UTF-8", "TERM": "dumb", "NODE_PATH": str(needs.NODE / "node_modules"), "HOME": str(Path(program).parent),
        **{name: filled(value, words) for name, value in client.environment.items()},
        **symptom.environment,
        **({"LANG": client.language, "LC_ALL": client.language, "LOCPATH": str(needs.LOCALES)} if client.language else {}),
    }  # fmt: skip
    printed = os.memfd_create("printed", os.MFD_CLOEXEC)
    os.set_inheritable(printed, True)
    process = lab.spawn(symptom.host, argv, stdout=printed, stderr=printed, environment=environment)
    until = time.monotonic() + symptom.seconds + PATIENCE
    return Started(symptom=symptom, dialled=words["url"], process=process, printed=printed, until=until)


def _ended(client: Client, one: Started) -> Provoked:
    status = one.process.wait(max(0.1, one.until - time.monotonic()))
    if status is None:
        one.process.kill()
    said = os.pread(one.printed, 1 << 20, 0).decode("utf-8", "replace")
    os.close(one.printed)
    symptom = one.symptom
    found = Provoked(
        symptom=symptom.slug, dialled=one.dialled, kind=symptom.kind, step=symptom.step, causes=symptom.causes,
        text=kept(said, client.keep),
    )  # fmt: skip
    return judged(found, client)


def judged(met: Provoked, client: Client) -> Provoked:
    """With what the client's file tells of such a text."""
    told = client.told.get(met.symptom)
    return replace(met, told=told.kind if told else "", why=told.why if told else "")


_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def kept(said: str, keep: str) -> str:
    """What is kept of an output: the client's own lines, a bounded number of bounded length, without what is this machine's."""
    text = _ANSI.sub("", said).replace("\r\n", "\n")
    lines = [_CONTROL.sub("", line)[:LONGEST_LINE].rstrip() for line in text.split("\n")]
    lines = [line for line in lines if line and (not keep or re.search(keep, line))]
    if len(lines) > MOST_LINES:
        lines = _folded(lines)
    if len(lines) > MOST_LINES:  # the message of a traceback stands at its end
        lines = [*lines[: MOST_LINES // 4], "[…]", *lines[-3 * MOST_LINES // 4 :]]
    return _without_machine("\n".join(lines))


_FRAME = re.compile(r"\s+(?:File \"|at |from )|    (?!\S{1,40}: )\S|\t")


def _folded(lines: list[str]) -> list[str]:
    """Without the frames of tracebacks but the first and the last line of each run of them."""
    found: list[str] = []
    for place, line in enumerate(lines):
        before, after = lines[place - 1 : place], lines[place + 1 : place + 2]
        inside = all(_FRAME.match(one) for one in (*before, line, *after)) and before and after
        if not inside:
            found.append(line)
        elif found[-1] != "[…]":
            found.append("[…]")
    return found


def _without_machine(text: str) -> str:
    for place, name in (
        (str(needs.HOME), "/srv"), (str(Path(__file__).parents[2]), "/src"), (str(Path.home()), "/root"), (os.uname().nodename, "client"), (SECRET, "…"),
    ):  # fmt: skip
        text = text.replace(place, name)
    return re.sub(r"/root/\.pyenv/versions/[\d.]{1,12}", "/usr", text)
