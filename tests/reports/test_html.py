"""The page stands alone, says what the terminal says, and is safe to open."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from nocarrier.locale import translator
from nocarrier.reports.html import page
from nocarrier.reports.plain import plain
from tests.reports.examples import EVERY, HOSTILE

VOID = {"meta"}


class Reader(HTMLParser):
    """The tags of a page, their attributes, and its text; a tag that is not closed raises."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_run_or_loaded(name: str) -> None:
    read = Reader(page((EVERY[name],), str, "en"))
    assert not {"script", "link", "img", "iframe", "object", "a", "form"} & set(read.tags)
    assert not {"src", "href", "style"} & {attribute for attribute, _ in read.attributes}
    assert not [attribute for attribute, _ in read.attributes if attribute.startswith("on")]
    assert not re.search(r"url\(|@import", page((EVERY[name],), str, "en"))


def test_hostile_text_is_text() -> None:
    text = page((HOSTILE,), str, "en")
    assert "<script>alert(1)" not in text
    assert "<script>alert(1)</script>" in Reader(text).text
    assert not set(text) & {"\x1b", "\x9b", "\u202e", "\ud800"}
    text.encode("utf-8")


@pytest.mark.parametrize("name", [name for name in EVERY if name != "hostile"])
def test_nothing_is_left_out(name: str) -> None:
    told = EVERY[name]
    shown = Reader(page((told,), str, "en")).text
    verdicts = [*([told.verdict] if told.verdict else []), *told.alternatives]
    fixes = told.verdict.fixes if told.verdict else ()
    expected = [verdict.cause for verdict in verdicts]
    expected += [excluded.cause for excluded in told.ruled_out] + [excluded.why for excluded in told.ruled_out]
    expected += [step.command for step in told.next] + [command for fix in fixes for command in fix.commands]
    expected += [fix.text for fix in fixes] + [seen.summary for seen in told.evidence]
    for words in expected:
        assert plain(words) in shown


def test_the_fix_comes_before_the_evidence() -> None:
    shown = Reader(page((EVERY["both-ends"],), str, "en")).text
    places = [shown.index(words) for words in ("php (pid 812", "you 10.10.0.7", "Do this on", "Because", "Ruled out")]
    assert places == sorted(places)


def test_the_language_is_told() -> None:
    german = page((EVERY["both-ends"],), translator("de"), "de")
    assert '<html lang="de">' in german
    assert "Zu tun auf 10.20.0.5" in german
