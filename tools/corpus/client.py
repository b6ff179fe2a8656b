"""The clients: one file each, ``clients/NAME.toml``, which says how it is started.

    speaks = ["http", "https", "proxied"]   # which symptoms it meets: symptoms.met
    needs = ["program:curl"]                # program:, python: (a distribution), node: (a package), file:
    version = ["curl", "--version"]         # its first line stands in the record
    run = ["curl", "-sS", "--max-time", "{seconds}", "{url}"]

``run`` knows ``{url} {scheme} {host} {port} {path} {seconds}`` of the symptom, ``{python}`` (an interpreter with the
distributions), ``{node}`` (a folder with the packages), ``{program}`` (a file with the text ``program``, named ``file``) and
``{build}`` (a folder in which ``build``, a command, was run once). Besides: ``environment``; ``keep``, a pattern of the lines that
are the client's own where others log beside it; ``without``, symptoms that it is spared, each with a reason; ``languages``,
locales in which it runs once more; ``alone``, one run at a time.

``told`` is what is known of single symptoms: of a text that says less than the truth or something else, the class that is
right for whoever has only the text, and why.

    [told]
    prohibited = { kind = "refused", why = "curl prints the same for every failure to connect" }
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from nocarrier.model.record import NOTHING, Record
from nocarrier.readings.messages.reading import ErrorClass

FOLDER = Path(__file__).parent / "clients"


class Told(Record, kw_only=True):
    """The class that is right for whoever has only the text, and why it is another than the truth."""

    kind: ErrorClass
    why: str


class Client(Record, kw_only=True):
    """One client. See the head of this file for the fields."""

    name: str
    speaks: tuple[str, ...]
    run: tuple[str, ...]
    needs: tuple[str, ...] = ()
    version: tuple[str, ...] = ()
    program: str = ""
    file: str = "program"
    build: tuple[str, ...] = ()
    environment: dict[str, str] = NOTHING
    keep: str = ""
    languages: tuple[str, ...] = ()
    language: str = ""
    alone: bool = False
    without: dict[str, str] = NOTHING
    told: dict[str, Told] = NOTHING


def client(name: str) -> Client:
    """A client by its name. Raises FileNotFoundError, and msgspec.ValidationError for a file that is not right."""
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert({"name": name, **tomllib.loads(text)}, Client)


def names() -> list[str]:
    """Every client there is a file for."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))
