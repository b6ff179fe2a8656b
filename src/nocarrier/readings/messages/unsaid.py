"""What a person asks about who hands over a short text, in which no reader knows a word: does it say what became of a connection
(`loose`), or at all that there is none?

``Connect to account server fail!`` or ``fatal: unable to access 'https://…'``: such a text tells nothing of
how it failed, and that is the answer. In a log of a program nobody asks about each of its lines: there they are no news.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.advice import says_little
from nocarrier.readings.messages.gathering import Told
from nocarrier.readings.messages.generic import NO_REASON
from nocarrier.readings.messages.loose import loosely
from nocarrier.readings.messages.one_line import told
from nocarrier.readings.messages.quoted import message
from nocarrier.readings.messages.reading import OPAQUE, Reading
from nocarrier.readings.messages.scan import clean
from nocarrier.readings.messages.vocabulary import of
from nocarrier.readings.messages.words import PLACE, URL, Word, sentences, texts, words

FAILS = of("FAILS")
SAYS_NO = of("cannot can't can’t couldn't unable FAILS")
"Words that say that something was not to be had."
ENDED = SAYS_NO | of(
    "not disconnected lost refused denied unreachable unavailable aborted dropped rejected interrupted impossible"
)
"Words for what became of it."
CONNECTS = of(
    "LINE DIAL connected reconnect reconnecting reconnection broker network tunnel handshake offline authenticate authenticating "
    "talking communicating"
)
"Words that speak of connecting, whatever stands beside them."
NETWORKED = CONNECTS | of(
    "server servers host http https request url bind port gateway proxy internet peer endpoint ping remote "
    "listen listening forward forwarding ssh auth token registry pull download downloaded downloading upload uploading uploaded fetch fetching"
)
"Words that speak of it where two of them meet, or an address stands beside them."
ALONE = frozenset({"network"})
OF_NETWORKS = of("find found notfound create creating remove delete attach exist exists id page")
"Beside these a network is a thing by itself, such as Docker's."
ASKED = of("bind listen server servers request ping login")
"Of these one is enough, right beside the failure."
MOVED = of(
    "transfer download downloading upload uploading sync synchronize synchronizing synchronization synchronise synchronising synchronisation replication"
)
TAKEN = MOVED | of("fetch fetching downloaded uploaded fetched synced synchronized synchronised")
"Of these one is enough behind it: ``failed to upload the chunk``."
BEGUN = MOVED | of("fetching")
"Of these one is enough before it: ``an error has occurred while uploading``, ``download error``, ``fetching the list of packs failed``."
HEARD = of("response reply answer")
"And of these, unless it is their form that was wrong."
THEIRS = of("server servers host api backend peer broker gateway")
"Whose it is that something could not be had from: ``unable to retrieve capabilities from the server``."
FROM = of("from with")
FORM = of(
    "parse parsing decode decoding deserialize deserializing encode encoding handle process processing unmarshal marshal serialize config allocate write writing unpack skip dump "
    "dumping set used build generate expecting sending"
)
"What a program does itself with what it was told."
BETWEEN = 4
"Words that may stand between."
OTHERWISE = of("OTHERWISE")
OF_CODE = frozenset({"module", "moved", "class"})
"Of these words one may name what was to be fetched."
NEGATED = of("NOT without zero max maximum")
"Right before a failure these say that there was none."


SEEKS = of("parse find open determine extract decode import compile detect install locate resolve match use")
"What one could not do to anything."
_ADVISES = pattern(
    r"(?i)[,;.:(?!-] {0,2}(?:please|check|make sure|verify|ensure|try|perhaps|maybe|probably|possibly|(?:it )?(?:may|might|could)|is (?:it|the|your|there)|are you|did you|do you|but|will (?:re)?try|will be retried|retry|(?:the )?\w+ (?:may|might))\b"
)
"What begins a piece of advice, or a guess, behind what went wrong."
_PROGRAMMED = pattern(
    r"\b(?:Key|Name|Index|Syntax|Assertion|ModuleNotFound)Error:|\b(?:NullPointer|ClassCast|ClassNotFound)Exception\b"
)
"What the program itself does wrong, whatever it was about."

OF_NOTHING = Reading(kind="unknown", worth=OPAQUE, open=NO_REASON)
LITTLE, FAILED, TOLD = range(3)
"How much a line says: what any app says to anybody, that it failed, or what became of a connection."


def unsaid(text: bytes) -> tuple[Told, ...]:
    """The first of the lines that say most."""
    lines = text.split(b"\n")
    most = -1
    found: tuple[Told, ...] = ()
    for at, raw in enumerate(lines):
        line = clean(raw)
        said = message(line)
        meant = None if not said.strip() or _PROGRAMMED.search(said) is not None else _meant(said)
        if meant is None or meant[0] <= most:
            continue
        most, reading = meant
        found = (told(lines, at, line, reading),)
        if most == TOLD:
            break
    return found


def _meant(line: str) -> tuple[int, Reading] | None:
    """What the line says, or failing that its part before the advice, which supposes: ``, check if it is running``."""
    front = before_advice(line)
    return _part(line) or (None if front == line else _part(front))


def before_advice(line: str) -> str:
    """The line without what it advises or supposes at its end."""
    advice = _ADVISES.search(line)
    return line if advice is None else line[: advice.start()]


def _part(line: str) -> tuple[int, Reading] | None:
    reading = loosely(line)
    if reading is not None and reading.kind != "unknown":
        return TOLD, reading
    if says_that_it_failed(line):
        return FAILED, OF_NOTHING
    if reading is not None:
        return FAILED, reading
    return (LITTLE, OF_NOTHING) if says_little(line) else None


def failing(line: str) -> list[Word]:
    """Its words, with one for `could not`, and without settings (``fail_timeout=10s``)."""
    return _denied([one for one in words(line) if one[0] != "to" and not line.startswith("_timeout=", one[2])])


def says_that_it_failed(line: str) -> bool:
    """Whether a line, or a sentence of it, has a word for failing beside words that speak of a connection."""
    said = failing(line)
    return _says(texts(said)) or any(_says(texts(sentence)) for sentence in sentences(said))


def _denied(said: Sequence[Word]) -> list[Word]:
    """With one word for ``could not`` and ``can not``, and without the retries that were in vain (``after 5 retries``)."""
    found: list[Word] = []
    for word, start, end in said:
        if word == "retries" and found and found[-1][0] in ("after", "multiple", "several"):
            continue
        if word == "not" and found and found[-1][0] in ("could", "can"):
            found[-1] = ("cannot", found[-1][1], end)
        else:
            found.append((word, start, end))
    return found


def _says(said: Sequence[str]) -> bool:
    held = set(said)
    if held.isdisjoint(NETWORKED | MOVED | HEARD | ASKED) or not _ended(said):
        return False
    moved = _was_not_moved(said)
    if not held.isdisjoint(OTHERWISE - OF_CODE if moved else OTHERWISE):
        return False
    networked = held & NETWORKED
    return (
        not (networked & CONNECTS) <= ALONE
        or (not networked.isdisjoint(ALONE) and held.isdisjoint(OF_NETWORKS))
        or URL in held
        or (PLACE in held and not held.isdisjoint(SAYS_NO))
        or len(networked) > 1
        or any(_was_not_had(*pair) for pair in pairwise(said))
        or moved
        or _was_not_heard(said)
    )


def _was_not_had(word: str, following: str) -> bool:
    """``server error``, ``cannot bind``."""
    return (word in ASKED and following in SAYS_NO) or (word in SAYS_NO and following in ASKED)


def _was_not_moved(said: Sequence[str]) -> bool:
    """``failed to upload the chunk``."""
    return any(
        (word in SAYS_NO and not TAKEN.isdisjoint(said[at + 1 : at + 2 + BETWEEN]))
        or (word in BEGUN and not FAILS.isdisjoint(said[at + 1 : at + 1 + BETWEEN]))
        for at, word in enumerate(said)
    )


def _was_not_heard(said: Sequence[str]) -> bool:
    """``error reading the response``, ``failed to get the list from the server``."""
    if not FORM.isdisjoint(said):
        return False
    return any(
        word in SAYS_NO
        and (
            not HEARD.isdisjoint(said[at + 1 : at + 2 + BETWEEN])
            or any(
                of_whom in FROM and not THEIRS.isdisjoint(said[place + 1 : place + 3])
                for place, of_whom in enumerate(said[at + 1 : at + 9], at + 1)
            )
        )
        for at, word in enumerate(said)
    )


def _ended(said: Sequence[str]) -> bool:
    """Whether something failed: a ``not`` counts right before a word of connecting, other words where none denies them."""
    for at, word in enumerate(said):
        if word == "not" and not CONNECTS.isdisjoint(said[at + 1 : at + 2]):
            return True
        if word != "not" and word in ENDED and NEGATED.isdisjoint(said[max(0, at - 2) : at]):
            return True
    return False
