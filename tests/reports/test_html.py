"""The page stands alone, says what the terminal says, and is safe to open."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from nocarrier.locale import translator
from nocarrier.model.record import replace
from nocarrier.reports.html import fragment, page
from nocarrier.reports.plain import plain
from nocarrier.reports.web.look import SCRIPT, STYLE
from tests.reports.examples import BOTH_ENDS, CLIENT_ALONE, EVERY, HEALTHY, HOSTILE

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
def test_nothing_is_loaded_and_only_our_script_is_run(name: str) -> None:
    text = page((EVERY[name],), str, "en")
    read = Reader(text)
    assert not {"link", "img", "iframe", "object", "form", "base"} & set(read.tags)
    assert not {"src", "style"} & {attribute for attribute, _ in read.attributes}
    assert all(value and value.startswith("#r1-e") for attribute, value in read.attributes if attribute == "href")
    assert not [attribute for attribute, _ in read.attributes if attribute.startswith("on")]
    assert not re.search(r"url\(|@import", text)
    assert re.findall(r"<script>(.*?)</script>", text, re.DOTALL) == [SCRIPT]
    assert text.count("<style>") == 1


def test_the_policy_names_the_script_and_the_style_by_their_hashes() -> None:
    (policy,) = re.findall(r'Security-Policy" content="([^"]*)"', page((HEALTHY,), str, "en"))
    for text in (SCRIPT, STYLE):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_hostile_text_is_text() -> None:
    text = page((HOSTILE,), str, "en")
    assert "<script>alert(1)" not in text
    assert "<script>alert(1)</script>" in Reader(text).text
    assert not set(text) & {"\x1b", "\x9b", "\u202e", "\ud800"}
    assert "␛" in text
    assert "‹U+202E›" in text
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
    assert '<html lang="de" dir="ltr">' in german
    assert "Zu tun auf 10.20.0.5" in german


def test_what_may_have_broken_it_stands_beside_a_proven_verdict() -> None:
    told = replace(BOTH_ENDS, alternatives=CLIENT_ALONE.alternatives)
    shown = Reader(page((told,), str, "en")).text
    assert "What may have broken it" in shown
    assert "2346 and 7272 are open" in shown


def test_several_reports_have_a_list_of_what_they_say() -> None:
    read = Reader(page((BOTH_ENDS, HEALTHY, HOSTILE), str, "en"))
    assert read.tags.count("article") == 3
    assert read.tags.count("h1") == 1
    names = [value for attribute, value in read.attributes if attribute == "id"]
    assert len(names) == len(set(names))
    links = {value for attribute, value in read.attributes if attribute == "href"}
    assert {"#r1-report", "#r2-report", "#r3-report"} <= links <= {f"#{name}" for name in names}


def test_a_fragment_stands_in_another_page() -> None:
    read = Reader(fragment(BOTH_ENDS, str))
    assert not {"html", "head", "body", "script", "main", "h1", "h2"} & set(read.tags)
    assert "listening-on-loopback-only" in read.text


def test_every_rule_of_the_look_stays_inside() -> None:
    """A fragment must not change the page that it stands in."""
    rules = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{[^{}]*\}", rules):
        for selector in re.split(r",(?![^(]*\))", selectors.rpartition("{")[2]):
            assert ".nocarrier" in selector or selector.strip().startswith("@"), selector


def test_very_much_is_bounded() -> None:
    seen = replace(HOSTILE.evidence[0], facts={"text": "<" * 100_000})
    many = replace(HOSTILE, evidence=(seen,) * 3000, ruled_out=HOSTILE.ruled_out * 3000, next=HOSTILE.next * 3000)
    text = page((many,), str, "en")
    assert len(text) < 10_000_000
    lines_of_facts = replace(HEALTHY, evidence=(replace(seen, facts={"text": ["x"] * 100_000}),))
    assert len(page((lines_of_facts,), str, "en")) < 50_000
    assert "2800 more" in text


def test_what_cannot_be_shown_whole_cannot_be_copied() -> None:
    (fix,) = BOTH_ENDS.verdict.fixes if BOTH_ENDS.verdict else ()
    assert BOTH_ENDS.verdict is not None
    long = replace(fix, commands=("x" * 30_000,), config="")
    told = replace(BOTH_ENDS, verdict=replace(BOTH_ENDS.verdict, fixes=(long,)))
    assert "button" not in Reader(page((told,), str, "en")).tags


def test_an_end_that_was_not_looked_at_says_so_once() -> None:
    shown = Reader(page((CLIENT_ALONE,), str, "en")).text
    assert shown.count("On the server's side") == shown.count("it was not looked at") == 1
    both = Reader(page((BOTH_ENDS,), str, "en")).text
    assert both.count("On the server's side") == 2
    assert "it was not looked at" not in both


def test_the_time_line_goes_by_when_looking_began() -> None:
    first, second, third, fourth = BOTH_ENDS.evidence
    began = (replace(first, at_ms=20.0), replace(second, at_ms=5.0), third, replace(fourth, at_ms=1.0))
    text = page((replace(BOTH_ENDS, evidence=began),), str, "en")
    assert re.findall(r'class="what" href="#r1-(e\d)"', text) == ["e4", "e2", "e3", "e1"]
    assert re.findall(r'class="at took">([^<]*)<', text) == ["+1.0 ms", "+5.0 ms", "", "+20 ms"]
    assert re.findall(r'<rect x="(\d+)" y="2"', text) == ["24", "120", "480"]
