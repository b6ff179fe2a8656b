"""``python -m tools.corpus [--install] [--truth] [--misread] [CLIENT…]``: provoke these clients (all, where none is named) and write
their files.

``--install`` brings the packages that they need first; ``--truth`` runs nothing, and writes into the files what is now known of each
symptom and told of each text. ``--misread`` takes out of the list of what is not read right yet what is by now.
"""

from __future__ import annotations

import subprocess
import sys

from nocarrier.lab import Lab, LabFailed, build
from nocarrier.model.record import replace
from tools.corpus import needs, record
from tools.corpus.client import Client, client, names
from tools.corpus.judging import shorten
from tools.corpus.runs import filled, judged, kept, meetings, prepared
from tools.corpus.stage import scenario
from tools.corpus.symptoms import SYMPTOMS

OPTIONS = frozenset({"--install", "--misread", "--truth"})


def main(arguments: list[str]) -> int:
    """Everything. 1: a client was skipped, or the lab cannot be built here; each is named. 2: there is no such client."""
    if not OPTIONS.issuperset(word for word in arguments if word.startswith("-")):
        sys.stdout.write(f"{__doc__}\n")
        return 0 if "--help" in arguments else 2
    called = [word for word in arguments if not word.startswith("-")]
    unknown = [name for name in called if name not in names()]
    if unknown:
        sys.stderr.write(f"There is no tools/corpus/clients/{unknown[0]}.toml. Clients: {' '.join(names())}\n")
        return 2
    wanted = [client(name) for name in called or names()]
    if "--install" in arguments:
        needs.install(need for one in wanted for need in one.needs)
    if "--misread" in arguments:
        sys.stdout.write(f"{shorten()} texts are not read right yet\n")
        return 0
    if "--truth" in arguments:
        for one in wanted:
            _correct(one)
        return 0
    skipped = []
    record.FOLDER.mkdir(exist_ok=True)
    try:
        with build(scenario()) as lab:
            for one in wanted:
                lacking = needs.missing(one.needs)
                if lacking:
                    skipped.append(f"{one.name} needs {', '.join(lacking)}")
                    continue
                try:
                    prepared(one)
                except subprocess.CalledProcessError as failed:
                    skipped.append(f"{one.name} could not be built: {failed}")
                    continue
                for version in (one, *_in_languages(one)):
                    _provoke(lab, version)
    except LabFailed as failed:
        sys.stderr.write(f"{failed.sentence}\n")
        return 1
    sys.stdout.write(f"{len(wanted) - len(skipped)} clients provoked, {len(skipped)} skipped\n")
    sys.stdout.write("".join(f"  {line}\n" for line in skipped))
    return 1 if skipped else 0


def _in_languages(one: Client) -> list[Client]:
    return [
        replace(one, name=f"{one.name}.{language.partition('_')[0]}", language=language)
        for language in one.languages
        if needs.locale(language)
    ]


def _provoke(lab: Lab, one: Client) -> None:
    found = list(meetings(lab, one))
    heading = [
        "Written by `just corpus`: what was so, and what the client printed of it (tools/corpus).",
        _version(lab, one),
    ]
    heading += [f"Spared {symptom}: {why}." for symptom, why in one.without.items()]
    (record.FOLDER / f"{one.name}.txt").write_text(record.written(heading, found), encoding="utf-8")
    silent = [met.symptom for met in found if not met.text]
    sys.stdout.write(
        f"{one.name}: {len(found)} symptoms" + (f", silent: {' '.join(silent)}" if silent else "") + "\n"
    )
    sys.stdout.flush()


def _correct(one: Client) -> None:
    """Write the truth anew into a client's files, its other languages' included; what was printed stays."""
    known = {symptom.slug: symptom for symptom in SYMPTOMS}
    for file in (record.FOLDER / f"{one.name}.txt", *record.FOLDER.glob(f"{one.name}.??.txt")):
        if file.exists():
            text = file.read_text(encoding="utf-8")
            met = [
                judged(replace(met, kind=symptom.kind, step=symptom.step, causes=symptom.causes), one)
                for met in record.read(text)
                if (symptom := known.get(met.symptom)) is not None
            ]
            heading = [line[2:] for line in text.splitlines() if line.startswith("# ")]
            file.write_text(record.written(heading, met), encoding="utf-8")


def _version(lab: Lab, one: Client) -> str:
    words = {"python": str(needs.PYTHON), "node": str(needs.NODE)}
    if not one.version:
        return one.name
    environment = {"NODE_PATH": str(needs.NODE / "node_modules")}
    ran = lab.run("client", tuple(filled(word, words) for word in one.version), environment=environment, timeout=30)
    return kept((ran.out or ran.err).decode("utf-8", "replace"), "").partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
