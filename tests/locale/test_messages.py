"""Every language is complete, and says nothing else than the program does."""

from __future__ import annotations

from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from tools.messages import messages, placeholders, translations, untranslated

from nocarrier.locale import LANGUAGES, catalogue

OTHERS = [language for language in LANGUAGES if language != "en"]
pytestmark = [pytest.mark.slow, pytest.mark.parametrize("language", OTHERS)]


def ids(catalog: Catalog) -> set[str]:
    return {str(message.id) for message in catalog if message.id}


def test_has_exactly_the_messages_of_the_source(language: str) -> None:
    assert ids(translations(language)) == set(messages())


def test_is_complete(language: str) -> None:
    assert untranslated(translations(language)) == []


def test_is_not_fuzzy(language: str) -> None:
    assert [message.id for message in translations(language) if message.id and message.fuzzy] == []


def test_has_the_same_placeholders(language: str) -> None:
    for message in translations(language):
        if message.id:
            assert placeholders(str(message.string)) == placeholders(str(message.id)), message.id


def test_the_compiled_catalogue_is_current(language: str) -> None:
    with Path(catalogue(language)).open("rb") as file:
        compiled = GNUTranslations(file)
    for message in translations(language):
        if message.id and message.string:
            assert compiled.gettext(str(message.id)) == message.string
    assert compiled.gettext("no such message") == "no such message"
