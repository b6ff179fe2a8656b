"""What Windows says in another language, in an encoding that was taken for UTF-8, for Latin-1 or for another.

PHP and the C library print Windows' words in the code page of the system (GBK, Big5, Windows-1251, the terminal's 866, Shift-JIS,
949). In a log that is read as UTF-8 most of their bytes are replacement characters, and those that by chance are not give the
sentence away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages._winsock_words import WORDS as SENTENCES
from nocarrier.readings.messages.errnos import WINSOCK, of_symbol
from nocarrier.readings.messages.native import stem
from nocarrier.readings.messages.reading import WORDS, Reading

PAGES = (
    (pattern("[а-я]"), (("cp1251", "latin-1"), ("cp866", "cp1251"), ("cp1251", "cp866"), ("cp866", "cp437"))),
    (pattern("[ぁ-ヿ]"), (("cp932", "utf-8"), ("cp932", "latin-1"))),
    (pattern("[가-힣]"), (("cp949", "utf-8"), ("cp949", "latin-1"))),
    (pattern("[一-鿿]"), (("gbk", "utf-8"), ("gbk", "latin-1"), ("big5", "utf-8"), ("big5", "latin-1"))),
    (pattern("[à-ÿ]"), (("cp1252", "utf-8"), ("cp850", "utf-8"), ("cp850", "cp1252"))),
)
"A script → the code pages it is written in, and what each is taken for."
LONGER: dict[int, tuple[str, ...]] = {10061: ("目标计算机积极拒绝，无法连接",)}
"More of a sentence than is needed to know it where all its characters are left."
GONE = "\ufffd"
ENOUGH = 3
"Characters besides those that are gone by which a sentence is known."


def _wrong(words: str, page: str, taken: str) -> str:
    """The words as they look then; empty where the page has not all of them, or too little is left."""
    try:
        wrong = words.encode(page).decode(taken, "replace")
    except UnicodeEncodeError:
        return ""
    return wrong.strip(GONE) if len(wrong.replace(GONE, "").strip()) >= ENOUGH else ""


_RUN = pattern(f"{GONE}+")


def _looks(words: str) -> Iterator[str]:
    """What has become of the words, in each page of their script."""
    for script, taken in PAGES:
        if script.search(words) is not None:
            yield from (_wrong(stem(words), *pair) for pair in taken)
            return


TEXTS = tuple(
    {
        wrong: WINSOCK[number]
        for number, listed in SENTENCES.items()
        for words in (*listed, *LONGER.get(number, ()))
        for wrong in _looks(words)
        if wrong and not wrong.isascii()
    }.items()
)
"The words as they look and the symbol that they stand for."
STEMS = tuple(wrong for wrong, _ in TEXTS if not re.search("[A-Z]", wrong))
"""Their bytes in a file are mostly no UTF-8 that one could look for: what stands beside them in what PHP writes has its reader
look here (`php`)."""
_COLLAPSED = tuple((_RUN.sub(GONE, wrong), symbol) for wrong, symbol in TEXTS)


def read(line: str) -> Iterator[Reading]:
    """The first sentence that the line holds."""
    if line.isascii():
        return
    text = _RUN.sub(GONE, line)
    for wrong, symbol in _COLLAPSED:
        at = text.find(wrong)
        if at >= 0:
            yield of_symbol(symbol, WORDS, at=min(at, len(line) - 1))
            return
