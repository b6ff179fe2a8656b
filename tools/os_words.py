"""The C library's words for errors in other languages, from the catalogues on this machine.

``python -m tools.os_words`` (``just words``) writes ``readings/messages/_os_words.py``. It needs glibc's translations
(Debian: ``libc-l10n``); neither a text nor its translation is typed by hand.
"""

from __future__ import annotations

import ctypes
import errno
import gettext
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from nocarrier.readings import messages
from nocarrier.readings.messages.common import TEXTS
from nocarrier.readings.messages.errnos import GAI

LANGUAGES = (
    "de",
    "zh_CN",
    "zh_TW",
    "ja",
    "fr",
    "es",
    "pt",
    "pt_BR",
    "ru",
    "ko",
    "it",
    "pl",
    "tr",
    "cs",
    "nl",
    "sv",
    "uk",
    "hu",
)
CATALOGUES = Path("/usr/share/locale")
TARGET = Path(messages.__path__[0]) / "_os_words.py"
AMBIGUOUS = frozenset({"主机关闭"})
"Translations that stand inside sentences of another meaning: this one in 远程主机关闭了连接, the remote host closed the connection."


def english() -> Iterator[tuple[str, str]]:
    """What strerror(3) and gai_strerror(3) say of every error that is read by its text, and its symbol."""
    numbers = {symbol: number for number, symbol in GAI.items() if number < 0}
    told = ctypes.CDLL(None).gai_strerror
    told.restype = ctypes.c_char_p
    for symbol in sorted({symbol for _, symbol in TEXTS} | {"EAI_FAIL", "ENOENT"}):
        if symbol in numbers:
            yield told(numbers[symbol]).decode(), symbol
        else:
            yield os.strerror(getattr(errno, symbol)), symbol


def translated() -> dict[str, str]:
    """Text in lower case → symbol, in every language; a text that would stand for two errors is left out."""
    found: dict[str, str] = {}
    doubtful = set(AMBIGUOUS)
    for language in LANGUAGES:
        with (CATALOGUES / language / "LC_MESSAGES" / "libc.mo").open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        for text, symbol in english():
            words = catalogue.gettext(text).rstrip(".").lower()
            if words != text.lower() and found.setdefault(words, symbol) != symbol:
                doubtful.add(words)
    return {words: found[words] for words in sorted(found, key=lambda one: (-len(one), one)) if words not in doubtful}


def page() -> str:
    """The text of the data module."""
    rows = "".join(f"    ({words!r}, {symbol!r}),\n" for words, symbol in translated().items())
    return (
        '"""What the C library says of an error in other languages, in lower case, longest first. Written by `just words`.\n\n'
        f"Source: the message catalogues of {' '.join(platform.libc_ver())} (libc.mo), for {', '.join(LANGUAGES)}.\n"
        '"""\n\nfrom __future__ import annotations\n\n'
        f"WORDS: tuple[tuple[str, str], ...] = (\n{rows})  # fmt: skip\n"
    )


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
