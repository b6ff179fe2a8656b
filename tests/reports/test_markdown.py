"""Markdown for an issue tracker, read by GitHub's own parser: it says what the report says, and nothing in it acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nocarrier.locale import translator
from nocarrier.model.record import replace
from nocarrier.reports.markdown import MOST, code, fenced, markdown, words
from nocarrier.reports.plain import shown
from tests.reports.examples import BOTH_ENDS, EVERY, HOSTILE

cmarkgfm = pytest.importorskip("cmarkgfm")

OURS = {"p", "code", "pre", "h3", "strong", "ul", "li", "details", "summary", "hr"}


class Read(HTMLParser):
    """The tags of rendered Markdown, all of its text, and the text outside of code, where trackers look for mentions."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.outside = ""
        self._in_code = 0
        self.feed(rendered(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attrs or tag in ("pre", "code"), attrs
        self._in_code += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self._in_code -= tag == "code"

    def handle_data(self, data: str) -> None:
        self.text += data
        if not self._in_code:
            self.outside += data


def rendered(text: str) -> str:
    from cmarkgfm.cmark import Options

    return cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)


hostile = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "@root",
            "#12",
            "!5",
            "~bug",
            "%1",
            "$x$",
            "&amp;",
            ":+1:",
            "<b>",
            "</details>",
            "`a`",
            "``b",
            "```",
            "http://x.test",
            "www.x.test",
            "a@x.test",
            "mailto:a@b",
            "*a*",
            "_b_",
            "[l](http://x)",
            "![i](u)",
            "|",
            "\\",
            ">",
            "1.",
            "-",
            "+",
            "==",
            "---",
            "<!--",
            "]]>",
            "&#64;x",
            "GH-3",
            "deadbeef0",
            "~~s~~",
            "https://x.test/a_b_",
            "user/repo#1",
            "^1",
            "[^1]",
            ":a:",
            "net:[40265]",
            "(@root),",
            "2001:db8::5",
            "xmpp:a@b",
            "ftp://x\u202ey",
            "\x1b[31m",
        ]
    ),
    max_size=8,
).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(hostile)
@example("a\\")
@example("`")
@example("www.x.test.")
@example("(www.x.test)")
def test_words_stay_words(text: str) -> None:
    read = Read(f"- y {words(text)} y\n")
    assert read.tags <= {"ul", "li", "p", "code"}
    assert "".join(read.text.split()) == "".join(f"y{shown(text)}y".split())
    assert not re.search(r"@\w|://|(?<!\w)[#!~%]\w|www\.", read.outside)


@settings(max_examples=300, deadline=None)
@given(hostile)
@example("1. x")
@example("12) x")
@example("# x")
@example("---")
@example("- x")
@example("=")
@example("/title does not exist")
def test_words_at_the_beginning_of_a_line_stay_words(text: str) -> None:
    from nocarrier.reports.markdown import _paragraph

    read = Read(f"x\n\n{_paragraph(text)}\n")
    assert read.tags <= {"p", "code"}
    assert "".join(read.text.split()) == "".join(f"x{shown(text)}".split())
    assert not _paragraph(text).startswith("/")


@settings(max_examples=200, deadline=None)
@given(hostile.filter(str.strip))
def test_code_stays_code(text: str) -> None:
    read = Read(f"- {code(text)}\n")
    assert read.tags <= {"ul", "li", "code"}
    assert read.text.strip() == shown(text).strip() or read.text.split() == shown(text).split()
    assert not read.outside.strip()


@settings(max_examples=200, deadline=None)
@given(st.lists(hostile, min_size=1).map("\n".join).filter(str.strip))
def test_a_block_to_paste_is_one_block(text: str) -> None:
    read = Read(fenced(text))
    assert read.tags == {"pre", "code"}
    assert not read.outside.strip()


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["en", "de"])
def test_only_our_own_markup_acts(name: str, language: str) -> None:
    read = Read(markdown([EVERY[name]], translator(language)))
    assert read.tags <= OURS
    assert not re.search(r"@\w|://", read.outside)


@pytest.mark.parametrize("name", [name for name in EVERY if name != "hostile"])
def test_nothing_that_is_told_is_left_out(name: str) -> None:
    told = EVERY[name]
    text = " ".join(Read(markdown([told], str)).text.split())
    fixes = told.verdict.fixes if told.verdict else ()
    expected = [told.target.input, *([told.verdict.cause, told.verdict.summary] if told.verdict else [])]
    expected += [words for each in (*told.alternatives, *told.ruled_out) for words in vars(each).values()]
    expected += [command for fix in fixes for command in (fix.text, fix.config, *fix.commands)]
    expected += [step.command for step in told.next] + [seen.summary for seen in told.evidence]
    if told.outcome == "connected":
        expected = [told.target.input]
    for wanted in expected:
        if isinstance(wanted, str) and wanted not in ("possible", "likely"):
            assert wanted in text


def test_the_verdict_comes_first() -> None:
    first, second, third, *_ = markdown([BOTH_ENDS], str).split("\n\n")
    assert first == "### ✗ `ws://10.20.0.5:2345` connection refused"
    assert second.startswith("php (pid 812, Workerman, start.php:9) listens on 127.0.0.1:2345 only.")
    assert third == "**`listening-on-loopback-only`** · proven: no other known cause explains this"


@pytest.mark.parametrize("size", [10, 1900])
def test_a_comment_takes_it_whole(size: int) -> None:
    seen = replace(HOSTILE.evidence[0], summary="<" * size)
    many = replace(HOSTILE, evidence=(seen,) * 5000, ruled_out=HOSTILE.ruled_out * 5000, next=HOSTILE.next * size)
    text = markdown([many], str)
    assert len(text) <= MOST + 1000
    assert ("left out for its length" in text) == (size > 1000)
    assert Read(text).tags <= OURS


def test_the_last_line_is_no_heading_whoever_made_the_report() -> None:
    made = replace(BOTH_ENDS, tool=replace(BOTH_ENDS.tool, name="", version="#"))
    assert Read(markdown([made], translator("en"))).tags <= OURS


def test_several_are_apart() -> None:
    assert Read(markdown([BOTH_ENDS, HOSTILE], str)).tags == OURS
