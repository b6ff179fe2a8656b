"""Who is called what: the names that were learnt, and a text with pseudonyms in place of them and of every address.

A text is read word by word in one pass, so that no pseudonym is taken for a name, and in linear time whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from ipaddress import IPv6Address

from nocarrier.reports.addresses import (
    BEFORE,
    HARDWARE,
    IN_A_WORD,
    REVERSE,
    Address,
    Network,
    address_in,
    address_of,
    address_of_proc,
    addresses_in,
    is_version,
    kind_of,
    network_of,
    other_spellings,
    reversed_address,
    tells_nothing,
)
from nocarrier.reports.spellings import LETTER, Edit, Spelt, escaped, readings

_COLON, _HEX = f"(?::|{escaped(':')})", "[0-9A-Fa-f]"
_TOKEN = re.compile(
    rf"(?P<colons>{_HEX}*(?:{_COLON}{_HEX}*){{2,}}(?:(?:(?:\.|{escaped('.')})\d+){{3}})?)"  # IPv6, and hardware addresses
    rf"|(?:%(?:25){{0,3}}{_HEX}{{2}}|\\[A-Za-z0])(?={_HEX}{{0,4}}{_COLON}{_HEX}{{0,4}}{_COLON})"  # an escape before one
    rf"|(?P<word>(?:[\w.-]+|{escaped('._-')}|{LETTER})+)"
)
_ESCAPE = {
    "%": re.compile(r"(?:25){0,3}[2-7][0-9A-Fa-f](?=.)|[0-9A-Fa-f]{2}(?=.)"),
    "\\": re.compile(r"(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[A-Za-z0])(?=.)"),
}
"What follows ``%`` in a URL (RFC 3986, section 2.1) and ``\\`` in data and patterns, and is no part of a word."
_IN_A_NAME = re.compile(r"(?<!\\)(?<!%)(?<!%[0-9A-Fa-f])\w$")
"What stands before colons that are part of a program's name: ``Worker::add``."
_MAPPED = "::ffff:"
"What an IPv4 address in IPv6 begins with (RFC 4291, section 2.5.5.2), and its pseudonym, too."
_MACHINE_ID = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{64}")
_OWN = re.compile(
    r"(?:host|user|container|link|thing|mac|id)-\d+|(?:private|public|linklocal|shared|test)6?-(?P<network>[a-z]+)-\d+"
)
"Our own pseudonyms: a report that is redacted twice stays as it is."
_WORDS, _PIECE = re.compile(r"[\w.-]+"), re.compile(r"[^\W_]+")
_PREFIX = re.compile(r"(?:\\?/|%2[Ff])(\d{1,3})")
SYSCTL = re.compile(r"(?:net\.(?:core|ipv4|ipv6|netfilter|unix|mptcp)|kernel|vm|fs)\.")
_LONGEST_RUN = 80
"Characters with colons among which an address is looked for; one takes 39, or 45 with IPv4 at its end."
_SHORTEST_ADDRESS = 7
"Characters that an address takes, ``1.1.1.1``; fewer are a number."
_MOST_PIECES = 24
"Pieces of one word that are put together to find a name in it; the other spellings of an address have fewer."
_PIECES_OF_AN_ADDRESS = 8
_LITTLE_WORDS = frozenset({
    "a", "ab", "am", "an", "as", "at", "by", "da", "do", "du", "er", "es", "if", "ii", "im", "in", "is", "it", "ms", "no", "ob", "of",
    "on", "or", "so", "to", "um", "up", "us", "v4", "v6", "we", "wo", "zu",
})  # fmt: skip
"Words of sentences: who is called so is found only where a name belongs."
_BEFORE_A_NAME = re.compile(
    r"(?:(?::|%3[Aa])(?:/|\\/|%2[Ff]){2}|@|%40|%(?:25)*|/home/|/Users/|\\Users\\(?:[\w.-]+ ){0,2}|-u |-l |--name |User="
    r"|\bdev |\b[io]if(?:name)? \"?)$"
)
_WHOLE_BLOCKS = frozenset({
    "0.0.0.0/0", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
    "198.18.0.0/15", "224.0.0.0/4",
})  # fmt: skip
"Networks that everybody has (RFC 1918, 2544, 3927, 6598)."


class Pseudonyms:
    """Names by kind (``host``, ``user``, ``container``, ``link``, ``thing``); numbered in the order in which they are met.

    ``ordinary`` are words of sentences, ``programs`` the names of these: who is called so is found only where a name belongs.
    """

    def __init__(self, ordinary: frozenset[str] = frozenset(), programs: frozenset[str] = frozenset()) -> None:
        self._ordinary = ordinary | programs
        self._programs = programs
        self._kinds: dict[str, str] = {}
        self._same: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._taken: set[str] = set()
        self._spelt: dict[str, Address] = {}
        self._known: dict[str, Network] = {}
        self._addresses: dict[Address, str] = {}
        self._networks: dict[Network, str] = {}
        self._members: dict[Network, int] = {}
        self._letters = 0
        self._longest = _PIECES_OF_AN_ADDRESS

    def learn(self, name: str, kind: str, same_as: str = "", everywhere: bool = False) -> None:
        """Note a name, or another spelling of one; it is found in any case. What it was first is what it stays.

        ``everywhere``: it is found where an ordinary word is meant, too.
        """
        folded = name.rstrip(".").lower()
        if everywhere:
            self._ordinary -= {folded}
        if folded in self._kinds or self.is_own(folded) or address_of(folded) is not None:
            return
        if any(map(str.isalnum, folded)):
            self._kinds[folded] = kind
            self._longest = max(self._longest, len(_PIECE.findall(folded)))
            if same_as:
                self._same[folded] = same_as.rstrip(".").lower()

    def learn_addresses(self, text: str) -> None:
        """Note the addresses of a text: what could be anything but for them is found then, ``0a000005`` and ``10.0.0``."""
        for reading in readings(text):
            for found in HARDWARE.finditer(reading):
                self.learn(_digits(found[0]), "mac")
            for address in addresses_in(reading):
                self._learn_address(address)

    def _learn_address(self, address: Address) -> None:
        if not tells_nothing(address):
            network = network_of(address)
            self._known.setdefault(str(network).removesuffix(".0/24"), network)
            for spelling in other_spellings(address):
                if len(spelling) >= _SHORTEST_ADDRESS:
                    self._spelt.setdefault(spelling, address)

    def avoid(self, text: str) -> None:
        """No word of this text becomes a pseudonym."""
        for found in _OWN.finditer(text):
            self._taken.add(found["network"] or found[0])

    def is_own(self, word: str) -> bool:
        """Whether it is a pseudonym already; with two letters only after 26 networks, for ``test-db-1`` is a name."""
        found = _OWN.fullmatch(word)
        return found is not None and ("z" in self._taken or len(found["network"] or "") < 2)

    def apply(self, text: str) -> str:
        """The text with pseudonyms."""
        return _TOKEN.sub(self._token, text)

    def apply_to_field(self, name: str) -> str:
        """The name of a field with pseudonyms; one that is an ordinary word is no name of somebody."""
        return name if name in self._ordinary else self.apply(name)

    def _token(self, found: re.Match[str]) -> str:
        if found["colons"] is not None:
            return self._of_colons(found)
        return found[0] if found["word"] is None else self._of_word(found)

    # --- Words ------------------------------------------------------------------------------------------------

    def _of_word(self, found: re.Match[str]) -> str:
        """One run of letters, digits, dots, hyphens and underscores, and of escapes of these."""
        word, text = found[0], found.string
        before, after = text[max(found.start() - BEFORE, 0) : found.start()], text[found.end() : found.end() + 8]
        belongs = word == text and word.lower() not in self._programs
        escape = _ESCAPE[before[-1]].match(word) if before[-1:] in _ESCAPE else None
        if escape is not None and not self._is_a_word(word, percent=before[-1] == "%"):
            rest = Spelt(word[escape.end() :])
            if edits := self._edits(rest, before + escape[0], after, belongs):
                return escape[0] + rest.edited(edits)
        spelt = Spelt(word)
        return spelt.edited(self._edits(spelt, before, after, belongs))

    def _is_a_word(self, word: str, percent: bool) -> bool:
        r"""Whether what stands behind ``%`` or ``\`` begins with a name, and with no part of an escape: ``%kite0``, ``\alice``."""
        first = _PIECE.match(word)
        return word.lower() in self._kinds or (not percent and first is not None and first[0].lower() in self._kinds)

    def _edits(self, spelt: Spelt, before: str, after: str, belongs: bool) -> list[Edit]:
        """What is a name or an address in a word."""
        core = spelt.plain.rstrip(".")
        prefix = _PREFIX.match(after)
        if not core or (prefix and f"{core}/{prefix[1]}" in _WHOLE_BLOCKS):
            return []
        belongs = belongs or _BEFORE_A_NAME.search(before) is not None
        whole = self._whole(core, before, after, belongs)
        if whole is not None:
            return [(0, len(core), whole)]
        if core.isidentifier() and "_" not in core:
            return []
        edits = self._names_within(core, spelt.seams, belongs)
        return edits + self._addresses_within(core, before, edits)

    def _whole(self, word: str, before: str, after: str, belongs: bool) -> str | None:
        """What stands for the whole word, which may be the word itself; None where nothing does."""
        folded = word.lower()
        if (address := address_of(word)) is not None:
            return word if is_version(before, len(before)) else self._of_address(address, word)
        if HARDWARE.fullmatch(word):
            return self._of_hardware(word)
        if reverse := REVERSE.fullmatch(word):
            address = reversed_address(reverse)
            return word if address is None else self._of_reverse(address, word)
        if folded in self._spelt:
            return self._of_address(self._spelt[folded], word)
        if (address := address_of_proc(word, after)) is not None:
            return self._of_address(address, word)
        if _MACHINE_ID.fullmatch(word) and not word.isdigit():
            return self._called(folded, self._kinds.get(folded, "id"))
        if folded in self._kinds:
            return self._called(folded, self._kinds[folded]) if self._is_meant(folded, belongs) else word
        return None

    def _is_meant(self, folded: str, belongs: bool) -> bool:
        """Whether a word that somebody is called is a name here."""
        return belongs or (len(folded) > 1 and folded not in _LITTLE_WORDS and folded not in self._ordinary)

    def _names_within(self, word: str, seams: frozenset[int], belongs: bool) -> list[Edit]:
        """The longest names that are made of whole pieces, from the left. What stands between seams is a word of its own."""
        edits: list[Edit] = []
        pieces = [piece.span() for piece in _PIECE.finditer(word)]
        only = "link" if SYSCTL.match(word) else ""
        at = 0
        while at < len(pieces):
            start = pieces[at][0]
            for last in range(min(at + self._longest, len(pieces), at + _MOST_PIECES) - 1, at - 1, -1):
                end = pieces[last][1]
                alone = (not start or start - 1 in seams) and (end == len(word) or end in seams)
                told = self._part(word[start:end].lower(), alone, belongs and not start, only)
                if told:
                    edits.append((start, end, told))
                    at = last
                    break
            at += 1
        return edits

    def _part(self, folded: str, alone: bool, belongs: bool, only: str) -> str:
        """The pseudonym of a part of a word; empty where it is no name."""
        if folded in self._spelt:
            return self._of_address(self._spelt[folded], folded)
        kind = self._kinds.get(folded, "")
        if not kind or (only and kind != only):
            return ""
        meant = self._is_meant(folded, belongs) if alone else self._stands_out(folded)
        return self._called(folded, kind) if meant else ""

    def _stands_out(self, folded: str) -> bool:
        """Whether it is a name that is one even within a longer word: ``shop.example`` in ``shop.example.conf``."""
        return len(folded) >= (4 if folded.isalpha() else 3) and folded not in self._ordinary

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

    def _addresses_within(self, word: str, before: str, names: Iterable[Edit]) -> list[Edit]:
        """The addresses in a word, apart from those in names."""
        edits: list[Edit] = []
        covered = {at for start, end, _ in names for at in range(start, end)}
        for found in IN_A_WORD.finditer(word):
            start, end = found.span()
            if not covered.isdisjoint(range(start, end)) or is_version(before + word, len(before) + start):
                continue
            if (address := address_in(found)) is not None:
                edits.append((start, end, self._of_address(address, found[0])))
            elif (network := self._known.get(re.sub("[-_]", ".", found[0]))) is not None:
                edits.append((start, end, self._of_network(network)))
        return edits

    def _of_colons(self, found: re.Match[str]) -> str:
        """Addresses with colons, with what belongs to the sentence around them; or words and numbers, after all."""
        spelt = Spelt(found[0])
        text = spelt.plain
        if text.lstrip(":") == _MAPPED.lstrip(":") and _OWN.match(found.string, found.end()):
            return found[0]
        if HARDWARE.fullmatch(text):
            return self._of_hardware(text)
        within = _IN_A_NAME.search(found.string[max(found.start() - BEFORE, 0) : found.start()])
        edits = [
            (start, end, self._of_address(address, text[start:end]))
            for start, end, address in _addresses_of_run(text)
            if not (within and start == 0 and text.count(":") == 2)
        ]
        return spelt.edited(edits) if edits else _WORDS.sub(self._of_word, found[0])

    def _of_reverse(self, address: Address, name: str) -> str:
        zone = "in-addr.arpa" if address.version == 4 else "ip6.arpa"
        return f"{self._of_address(address, '')}.{zone}" if not tells_nothing(address) else name

    def _of_hardware(self, text: str) -> str:
        return self._called(_digits(text), "mac")

    def _of_address(self, address: Address, text: str) -> str:
        """The pseudonym of an address, or the text as which it stands here where it tells nobody apart."""
        if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
            return f"{_MAPPED}{self._of_address(address.ipv4_mapped, str(address.ipv4_mapped))}"
        if tells_nothing(address):
            return text
        if address not in self._addresses:
            network = network_of(address)
            self._members[network] = self._members.get(network, 0) + 1
            self._addresses[address] = f"{self._of_network(network)}-{self._members[network]}"
        return self._addresses[address]

    def _of_network(self, network: Network) -> str:
        if network not in self._networks:
            while _letters(self._letters) in self._taken:
                self._letters += 1
            self._networks[network] = f"{kind_of(network)}-{_letters(self._letters)}"
            self._letters += 1
        return self._networks[network]


def _addresses_of_run(text: str) -> Iterator[tuple[int, int, Address]]:
    """The addresses of a run with colons, and where each stands."""
    at, found = 0, True
    while found:
        found = False
        for start, end in _cuts(text[at:]):
            if (address := address_of(text[at + start : at + end])) is not None:
                yield at + start, at + end, address
                at, found = at + end, True
                break


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


def _digits(hardware: str) -> str:
    """A hardware address as nothing but its digits."""
    return re.sub("[:.-]", "", hardware).lower()


def _letters(number: int) -> str:
    """0 → ``a``, 25 → ``z``, 26 → ``aa``."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
