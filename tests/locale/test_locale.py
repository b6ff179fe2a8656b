"""Which language is spoken, and when a catalogue is loaded at all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from nocarrier.locale import language, translator, vocabulary


@pytest.mark.parametrize(
    ("wanted", "environ", "spoken"),
    [
        (None, {}, "en"),
        (None, {"LANG": "de_AT.UTF-8"}, "de"),
        (None, {"LANG": "de_DE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE"}, "de"),
        (None, {"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de:en"}, "de"),
        (None, {"LANG": "C", "LANGUAGE": "de"}, "en"),
        (None, {"LANGUAGE": "de"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        ("de", {"LANG": "en_US.UTF-8"}, "de"),
        ("en", {"LANG": "de_DE.UTF-8"}, "en"),
        ("de-CH", {}, "de"),
        ("tlh", {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language(wanted: str | None, environ: dict[str, str], spoken: str) -> None:
    assert language(wanted, environ) == spoken


def test_german() -> None:
    assert translator("de")("connection refused") == "Verbindung abgelehnt"


def test_what_is_not_in_the_catalogue_stays() -> None:
    assert translator("de")("no such message") == "no such message"
    assert translator("de")("") == ""


def test_the_vocabulary_is_of_every_language_and_has_no_values() -> None:
    words = vocabulary()
    assert {"connection", "refused", "listens", "verbindung", "hört"} <= words
    assert not {"listening_unit", "took_ms"} & words


def test_english_loads_nothing() -> None:
    code = (
        "import sys; from nocarrier.locale import translator; translator('en')('x'); print('gettext' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
