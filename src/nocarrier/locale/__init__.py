"""The languages of the prose. English is what stands in the code; every other language is a gettext catalogue here."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

Translate = Callable[[str], str]

LANGUAGES = ("en", "de")
DOMAIN = "nocarrier"


def language(asked: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """``asked`` where it is one of `LANGUAGES`, else the first that the environment asks for, else ``en``.

    The environment is read as gettext does: ``LC_ALL``, ``LC_MESSAGES`` or ``LANG`` names the locale, and
    ``LANGUAGE`` goes before it as a list, unless the locale is ``C`` or ``POSIX``.
    """
    if asked:
        return _known(asked) or "en"
    name = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or "C"
    if name.partition(".")[0] in ("C", "POSIX"):
        return "en"
    wishes = [*environ.get("LANGUAGE", "").split(":"), name]
    return next(filter(None, map(_known, wishes)), "en")


def translator(asked: str | None = None, environ: Mapping[str, str] = os.environ) -> Translate:
    """The translation into `language`; English is returned as it is, and loads nothing."""
    chosen = language(asked, environ)
    if chosen == "en":
        return str
    from gettext import GNUTranslations

    with open(catalogue(chosen), "rb") as file:
        loaded = GNUTranslations(file)
    return lambda template: loaded.gettext(template) if template else template


def wanted(arguments: Sequence[str]) -> str | None:
    """The value of ``--lang`` among a command's arguments: its help is in that language too."""
    for number, argument in enumerate(arguments):
        name, mark, value = argument.partition("=")
        if argument == "--":
            return None
        if name == "--lang":
            return value if mark else next(iter(arguments[number + 1 :]), None)
    return None


def speak(chosen: str) -> None:
    """Let argparse, which translates its own words by the process's text domain, speak this language."""
    if chosen == "en":
        return
    import gettext

    os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain(DOMAIN, os.path.dirname(__file__))
    gettext.textdomain(DOMAIN)


def catalogue(chosen: str, kind: str = "mo") -> str:
    """The path of a language's catalogue."""
    return os.path.join(os.path.dirname(__file__), chosen, "LC_MESSAGES", f"{DOMAIN}.{kind}")


def vocabulary() -> frozenset[str]:
    """Every word of the prose, in English and in the other languages, in lower case."""
    import re

    words: set[str] = set()
    for chosen in LANGUAGES[1:]:
        with open(catalogue(chosen), "rb") as file:
            prose = _texts(file.read())
        words.update(re.findall(r"[^\W_][\w-]*", re.sub(r"\{\w*\}", " ", prose).lower()))
    return frozenset(words)


def _texts(compiled: bytes) -> str:
    """The messages and their translations in a compiled catalogue, which stand behind its tables (gettext, "MO Files")."""
    from struct import unpack_from

    count, messages, translations, hashes, at = unpack_from("<5I", compiled, 8)
    return compiled[max(messages + 8 * count, translations + 8 * count, at + 4 * hashes) :].decode()


def _known(name: str) -> str | None:
    """``de_AT.UTF-8`` and ``de-AT`` are ``de``."""
    short = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return short if short in LANGUAGES else None
