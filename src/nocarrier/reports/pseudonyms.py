"""Who is called what: the names that were learnt, and a text with pseudonyms in place of them and of every address.

A text is read word by word in one pass, so that no pseudonym is taken for a name, and in linear time whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_TOKEN = re.compile(
    r"(?P<colons>[0-9A-Fa-f]*(?::[0-9A-Fa-f]*){2,}(?:(?:\.\d+){3})?)"  # IPv6, and hardware addresses
    r"|(?P<word>[\w.-]+)"
)
_FOUR = re.compile(
    r"(?<!\d)(?<!\d\.)\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)|(?<!\d)(?<!\d-)\d{1,3}(?:-\d{1,3}){3}(?!\d|-\d)"
)
"An IPv4 address within a word: ``10.0.0.5.nip.io``, ``ip-10-0-0-5``."
_HARDWARE = re.compile(r"(?i)[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}")
_REVERSE = re.compile(r"(?i)((?:\d{1,3}\.){4})in-addr\.arpa|((?:[0-9a-f]\.){32})ip6\.arpa")
"The names under which addresses are looked up (RFC 1035, section 3.5; RFC 3596, section 2.5)."
_MACHINE_ID = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{64}")
_OWN = re.compile(
    r"(?:host|user|container|link|thing|mac|id|(?:private|public|linklocal)6?-[a-z]+|(?:shared|test)-[a-z]+)-\d+"
)
"Our own pseudonyms: a report that is redacted twice stays as it is."
_AFTER_ESCAPE = re.compile(r"([0-9A-Fa-f]{2})(.+)")
"What follows the ``%`` of an escape in a URL (RFC 3986, section 2.1), and the word that it hides."
_WORDS, _PREFIX = re.compile(r"[\w.-]+"), re.compile(r"/\d{1,3}")
_SPLIT = re.compile(r"([._-]+)")
_LONGEST_RUN = 80
"Characters with colons among which an address is looked for; one takes 39, or 45 with IPv4 at its end."
_MOST_PIECES = 24
"Pieces of one word that are put together to find a name in it."
_LITTLE_WORDS = frozenset({
    "a", "ab", "am", "an", "as", "at", "by", "da", "do", "du", "er", "es", "if", "ii", "im", "in", "is", "it", "ms", "no", "ob", "of",
    "on", "or", "so", "to", "um", "up", "us", "v4", "v6", "we", "wo", "zu",
})  # fmt: skip
"Words of sentences: who is called so is found only where a name belongs."
_BEFORE_A_NAME = re.compile(r"(?:://|@|/home/|/Users/|\\Users\\|-u |-l |--name |User=)$")
_WHOLE_BLOCKS = frozenset({
    "0.0.0.0/0", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
    "198.18.0.0/15", "224.0.0.0/4",
})  # fmt: skip
"Networks that everybody has (RFC 1918, 2544, 3927, 6598)."
_SHARED, _TEST = ip_network("100.64.0.0/10"), ip_network("198.18.0.0/15")
"What providers translate addresses from (RFC 6598); benchmarks (RFC 2544), and the made-up answers of proxy tools."


class Pseudonyms:
    """Names by kind (``host``, ``user``, ``container``, ``link``, ``thing``); numbered in the order in which they are met."""

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._same: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._taken: set[str] = set()
        self._addresses: dict[Address, str] = {}
        self._networks: dict[str, str] = {}
        self._members: dict[str, int] = {}

    def learn(self, name: str, kind: str, same_as: str = "") -> None:
        """Note a name, or another spelling of one; it is found in any case. What it was first is what it stays."""
        folded = name.rstrip(".").lower()
        if folded in self._kinds or is_own(folded) or _address(folded) is not None:
            return
        if any(map(str.isalnum, folded)):
            self._kinds[folded] = kind
            if same_as:
                self._same[folded] = same_as.rstrip(".").lower()

    def avoid(self, words: Iterable[str]) -> None:
        """Words that stand in the texts: none of them becomes a pseudonym."""
        self._taken.update(words)

    def apply(self, text: str) -> str:
        """The text with pseudonyms."""
        return _TOKEN.sub(self._token, text)

    def _token(self, found: re.Match[str]) -> str:
        if found["colons"] is not None:
            return self._of_colons(found)
        return self._of_word(found)

    # --- Words ------------------------------------------------------------------------------------------------

    def _of_word(self, found: re.Match[str]) -> str:
        """One run of letters, digits, dots, hyphens and underscores."""
        word, text = found[0], found.string
        if text[found.start() - 1 : found.start()] == "%" and (rest := _AFTER_ESCAPE.fullmatch(word)):
            return rest[1] + self.apply(rest[2])
        core = word.rstrip(".")
        tail = word[len(core) :]
        prefix = _PREFIX.match(text, found.end())
        if not core or (prefix and core + prefix[0] in _WHOLE_BLOCKS):
            return word
        if _address(core) is not None or _HARDWARE.fullmatch(core):
            return self._of_address(core) + tail
        if reverse := _REVERSE.fullmatch(core):
            return self._of_reverse(reverse) + tail
        if _MACHINE_ID.fullmatch(core) and not core.isdigit():
            return self._called(core.lower(), self._kinds.get(core.lower(), "id")) + tail
        belongs = word == text or bool(_BEFORE_A_NAME.search(text[max(found.start() - 12, 0) : found.start()]))
        return self._named(core, belongs) + tail

    def _named(self, word: str, belongs: bool) -> str:
        """The word where it is a name; else with the names and addresses in it replaced."""
        folded = word.lower()
        if folded in self._kinds:
            if belongs or (len(word) > 1 and folded not in _LITTLE_WORDS):
                return self._called(folded, self._kinds[folded])
            return word
        if word.isidentifier() and "_" not in word:
            return word
        pieces = _SPLIT.split(word)
        if len(pieces) > 2 * _MOST_PIECES:
            pieces = ["".join(pieces)]
        return _FOUR.sub(lambda found: self._of_address(found[0].replace("-", ".")), self._within(pieces))

    def _within(self, pieces: list[str]) -> str:
        """The longest names that are made of whole pieces, from the left."""
        told, at = "", 0
        while at < len(pieces):
            end = next((end for end in range(len(pieces), at, -2) if self._stands_out("".join(pieces[at:end]))), 0)
            if end and not at % 2:
                folded = "".join(pieces[at:end]).lower()
                told += self._called(folded, self._kinds[folded])
                at = end
            else:
                told += pieces[at]
                at += 1
        return told

    def _stands_out(self, name: str) -> bool:
        """Whether it is a name that is one even within a longer word: ``shop.example`` in ``shop.example.conf``."""
        return name.lower() in self._kinds and len(name) >= 5 and ("." in name or "-" in name or not name.isalpha())

    def _called(self, folded: str, kind: str) -> str:
        folded = self._same.get(folded, folded)
        if folded not in self._given:
            while True:
                self._counts[kind] = self._counts.get(kind, 0) + 1
                pseudonym = f"{kind}-{self._counts[kind]}"
                if pseudonym not in self._taken:
                    break
            self._given[folded] = pseudonym
        return self._given[folded]

    # --- Addresses --------------------------------------------------------------------------------------------

    def _of_colons(self, found: re.Match[str]) -> str:
        """An address with colons, with what belongs to the sentence around it; or words and numbers, after all."""
        text = found[0]
        if _HARDWARE.fullmatch(text):
            return self._of_address(text)
        within = found.start() and (
            found.string[found.start() - 1].isalnum() or found.string[found.start() - 1] == "_"
        )
        for start, end in _cuts(text):
            address = _address(text[start:end])
            if address is not None and not (within and start == 0 and text.count(":") == 2):
                return text[:start] + self._of_address(text[start:end]) + text[end:]
        return _WORDS.sub(self._of_word, text)

    def _of_reverse(self, found: re.Match[str]) -> str:
        if found[1]:
            return self._of_address(".".join(reversed(found[1].rstrip(".").split(".")))) + ".in-addr.arpa"
        digits = found[2].replace(".", "")[::-1]
        return self._of_address(":".join(digits[at : at + 4] for at in range(0, 32, 4))) + ".ip6.arpa"

    def _of_address(self, text: str) -> str:
        address = _address(text)
        if address is None:
            return self._called(re.sub("[:.-]", "", text).lower(), "mac") if _HARDWARE.fullmatch(text) else text
        if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
            return f"::ffff:{self._of_address(str(address.ipv4_mapped))}"
        if address.is_loopback or address.is_unspecified or address.is_multicast or address == _BROADCAST:
            return text
        if address not in self._addresses:
            network = str(ip_network((address, 24 if address.version == 4 else 64), strict=False))
            if network not in self._networks:
                self._networks[network] = f"{_kind(address)}-{_letters(len(self._networks))}"
            self._members[network] = self._members.get(network, 0) + 1
            self._addresses[address] = f"{self._networks[network]}-{self._members[network]}"
        return self._addresses[address]


def is_own(word: str) -> bool:
    """Whether it is a pseudonym already."""
    return _OWN.fullmatch(word) is not None


_BROADCAST = IPv4Address("255.255.255.255")


def _cuts(text: str) -> Iterable[tuple[int, int]]:
    """Where an address may begin and end in a run with colons: the whole first, then the longest from the left.

    ``::`` alone is an address, too, and may be the front of one that begins a colon later.
    """
    yield 0, len(text)
    if len(text) > _LONGEST_RUN:
        return
    edges = [0, *(found.end() for found in re.finditer(":", text)), len(text) + 1]
    for at in edges[:-1]:
        for end in reversed(edges):
            if end - 1 > at and text[at : end - 1] != "::":
                yield at, end - 1


def _address(text: str) -> Address | None:
    """The address that is written so; zeros in front of a number are no octal here."""
    if text[:1].isdigit() and text.count(".") == 3 and ":" not in text:
        text = ".".join(number.lstrip("0") or "0" for number in text.split("."))
    try:
        return ip_address(text)
    except ValueError:
        return None


def _kind(address: Address) -> str:
    if address in _SHARED:
        return "shared"
    if address in _TEST:
        return "test"
    kind = "linklocal" if address.is_link_local else "private" if address.is_private else "public"
    return kind if address.version == 4 else f"{kind}6"


def _letters(number: int) -> str:
    """0 → ``a``, 25 → ``z``, 26 → ``aa``."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
