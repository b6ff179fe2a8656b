"""The page in Chromium: it renders, complains of nothing, asks for nothing, and can be read by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from nocarrier.commands.recording import replay
from nocarrier.diagnosis.assemble import report
from nocarrier.locale import translator
from nocarrier.machines.recorded import Recording
from nocarrier.model.record import replace
from nocarrier.model.report import Report
from nocarrier.reports.html import fragment, page
from nocarrier.reports.web.look import policy
from tests.reports.browser import Opened, chromium
from tests.reports.examples import BOTH_ENDS, CLIENT_ALONE, HEALTHY, HOSTILE, NAME_FAILURE

RECORDINGS = Path(__file__).parent.parent / "recordings"
RECORDED = (
    "listening-on-loopback-only/bound-to-loopback/both-ends",
    "listening-on-loopback-only/bound-to-loopback/client-alone",
    "proxy-requires-auth",
    "plaintext-to-tls-port",
    "routing-loop",
)
"One recording of each; of a cause, its first."

_EVIL = (
    "</code></pre></script><script>alert(1)</script><img src=https://evil.test/x onerror=alert(2)>"
    "<a href='javascript:alert(3)'>&lt;&#x3c;&amp;\" ' `${alert(4)}` \x1b[31m \u202egnirts\u2066 "
    "שלום עולם مرحبا 漢字漢字 \x00\ufeff\u200b " + "x" * 400
)
EVIL = replace(
    HOSTILE,
    target=replace(HOSTILE.target, input=f"ws://{_EVIL}", host=_EVIL[:80], path=_EVIL),
    started_at=_EVIL,
    tool=replace(HOSTILE.tool, name=_EVIL),
    verdict=replace(
        HOSTILE.verdict,
        summary=_EVIL,
        fixes=tuple(
            replace(fix, text=_EVIL, commands=(_EVIL, _EVIL), config=_EVIL, risk=_EVIL)
            for fix in (HOSTILE.verdict.fixes if HOSTILE.verdict else ())
        ),
    ),
    ruled_out=tuple(replace(each, why=_EVIL) for each in HOSTILE.ruled_out),
    steps=tuple(replace(step, step=_EVIL, summary=_EVIL) for step in HOSTILE.steps),
    evidence=tuple(
        replace(seen, summary=_EVIL, probe=_EVIL if number else seen.probe, facts={**seen.facts, _EVIL: [_EVIL]})
        for number, seen in enumerate(HOSTILE.evidence)
    ),
)


def _recorded(name: str, language: str) -> Report:
    found = RECORDINGS / f"{name}.json"
    file = found if found.exists() else min((RECORDINGS / name).glob("*/*.json"))
    return report(replay(msgspec.json.decode(file.read_bytes(), type=Recording)), translator(language))


def _reports(language: str) -> dict[str, tuple[Report, ...]]:
    """All in English; in German some, for its words are longer."""
    recorded = {name: (_recorded(name, language),) for name in RECORDED[: None if language == "en" else 2]}
    made = {"connected": (HEALTHY,), "a name": (NAME_FAILURE,), "hostile": (EVIL,)}
    return {**recorded, **made, "several": (BOTH_ENDS, CLIENT_ALONE, HEALTHY, EVIL)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module", params=["en", "de"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, browser: Any) -> dict[str, Path]:
    """The files of all reports in one language."""
    folder = tmp_path_factory.mktemp(request.param)
    files = {}
    for number, (name, told) in enumerate(_reports(request.param).items()):
        files[name] = folder / f"{number}.html"
        files[name].write_text(page(told, translator(request.param), request.param), encoding="utf-8")
    return files


def test_nothing_is_asked_for_nothing_complains_and_everybody_can_read_it(
    browser: Any, pages: dict[str, Path]
) -> None:
    for name, file in pages.items():
        opened = Opened(browser, file, color_scheme="light")
        assert opened.violations() == [], name
        opened.page.emulate_media(color_scheme="dark")
        assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"
        assert opened.violations("color-contrast") == [], name
        assert opened.complaints == [], name
        assert opened.requests == [file.as_uri()], name
        opened.context.close()


def test_what_cannot_be_read_would_be_found(browser: Any, tmp_path: Path) -> None:
    """The tests above can fail: axe-core and the measure see what is wrong where something is."""
    file = tmp_path / "wrong.html"
    text = page((BOTH_ENDS,), str, "en").replace("--dim: #565d66", "--dim: #c9cdd2").replace(' lang="en"', "")
    file.write_text(text.replace(policy(), "default-src 'unsafe-inline'"), encoding="utf-8")
    opened = Opened(browser, file, viewport={"width": 360, "height": 740})
    assert {found.partition(":")[0] for found in opened.violations()} >= {"color-contrast", "html-has-lang"}
    opened.page.add_style_tag(content=".nocarrier pre { min-width: 40rem }")
    assert opened.wider_than_the_window() != []
    opened.context.close()


def test_on_a_phone(browser: Any, pages: dict[str, Path]) -> None:
    for name, file in pages.items():
        opened = Opened(browser, file, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
        assert opened.page.evaluate("document.documentElement.scrollWidth") == 360, name
        assert opened.wider_than_the_window() == [], name
        assert opened.complaints == [], name
        opened.context.close()


def test_magnified_four_times(browser: Any, pages: dict[str, Path]) -> None:
    """WCAG 2.2, 1.4.10: 1280 pixels at 400 per cent are 320."""
    opened = Opened(browser, pages["hostile"], viewport={"width": 320, "height": 256})
    assert opened.wider_than_the_window() == []
    opened.context.close()


def test_whole_without_scripts(browser: Any, pages: dict[str, Path]) -> None:
    for name in (RECORDED[0], RECORDED[1], "hostile"):
        file = pages[name]
        with_script, without = Opened(browser, file), Opened(browser, file, java_script_enabled=False)
        assert "".join(without.page.inner_text("main").split()), name
        assert without.page.text_content("main") == with_script.page.text_content("main"), name
        assert without.page.locator("button:visible").count() == 0, name
        with_script.context.close()
        without.context.close()


def test_a_button_copies_what_is_shown(browser: Any, pages: dict[str, Path]) -> None:
    for name in (RECORDED[0], "hostile"):
        opened = Opened(browser, pages[name], permissions=["clipboard-read", "clipboard-write"])
        buttons = opened.page.locator("button:visible")
        assert buttons.count() >= 1
        label = buttons.first.text_content()
        buttons.first.click()
        opened.page.wait_for_function(f"document.querySelector('button').textContent != {label!r}")
        copied = opened.page.evaluate("navigator.clipboard.readText()")
        assert copied == opened.page.locator(".paste code").first.text_content()
        assert not set(copied) & set("\x00\x1b\u202e\u2066\u200b")
        assert opened.page.locator("[role=status]").text_content() == buttons.first.text_content()
        assert opened.complaints == []
        opened.context.close()


def test_a_button_copies_where_the_clipboard_is_closed(browser: Any, pages: dict[str, Path]) -> None:
    """The older way, by the selection."""
    opened = Opened(browser, pages[RECORDED[0]])
    opened.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    button = opened.page.locator("button:visible").first
    label = button.text_content()
    button.click()
    opened.page.wait_for_function(f"document.querySelector('button').textContent != {label!r}")
    assert (
        opened.page.evaluate("getSelection().toString()") == opened.page.locator(".paste code").first.text_content()
    )
    opened.context.close()


def test_on_paper(browser: Any, pages: dict[str, Path]) -> None:
    """Black on white whatever the screen has, without what cannot be pressed, and with what the verdict rests on."""
    opened = Opened(browser, pages[RECORDED[0]], color_scheme="dark")
    opened.page.emulate_media(media="print", color_scheme="dark")
    paper = "getComputedStyle(document.body)"
    assert opened.page.evaluate(f"[{paper}.backgroundColor, {paper}.color]") == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert opened.page.locator("button:visible").count() == 0
    assert opened.violations() == []
    assert "127.0.0.1:8080" in opened.seen()
    assert opened.page.pdf(format="A4").startswith(b"%PDF-")
    opened.context.close()


def test_hostile_text_is_seen_and_does_nothing(browser: Any, pages: dict[str, Path]) -> None:
    opened = Opened(browser, pages["hostile"])
    assert "<script>alert(1)</script>" in opened.seen()
    assert "‹U+202E›gnirts" in opened.seen()
    assert "␛[31m" in opened.seen()
    assert opened.page.locator("main script, main img, main a[href^=javascript]").count() == 0
    opened.context.close()


def test_the_policy_holds_where_escaping_would_fail(browser: Any, tmp_path: Path) -> None:
    """A script, a handler, a style and a picture that stand in the page all the same are not obeyed."""
    file = tmp_path / "broken.html"
    evil = (
        "<script>document.title = 'owned'</script><p style='color: red' id='styled' onclick='alert(1)'>x</p>"
        "<img src='https://evil.test/x'><style>body { display: none }</style>"
    )
    file.write_text(page((BOTH_ENDS,), str, "en").replace("<article", evil + "<article", 1), encoding="utf-8")
    opened = Opened(browser, file)
    assert "owned" not in opened.page.title()
    assert opened.page.evaluate("getComputedStyle(document.body).display") == "block"
    opened.page.locator("#styled").click()
    assert len(opened.complaints) >= 4
    assert all("Content Security Policy" in complaint for complaint in opened.complaints)
    opened.context.close()


def test_a_fragment_in_another_page(browser: Any, tmp_path: Path) -> None:
    """As in a notebook: it looks like itself, and what is around it stays as it was."""
    file = tmp_path / "notebook.html"
    around = "<!doctype html><html lang=en><title>A notebook</title><meta charset=utf-8><h1>A notebook</h1><h2 id=o>Out</h2>"
    file.write_text(f"{around}<main>{fragment(BOTH_ENDS, str)}</main>", encoding="utf-8")
    opened = Opened(browser, file, color_scheme="dark")
    assert opened.page.evaluate("getComputedStyle(document.querySelector('#o')).color") == "rgb(0, 0, 0)"
    assert "listening-on-loopback-only" in opened.seen()
    assert opened.complaints == []
    assert [found for found in opened.violations() if not found.startswith("region")] == []
    opened.context.close()


def test_links_of_the_time_line_lead_to_what_was_seen(browser: Any, pages: dict[str, Path]) -> None:
    opened = Opened(browser, pages["several"])
    dead = opened.page.evaluate(
        "[...document.querySelectorAll('a[href]')].filter(a => !document.querySelector(a.hash)).map(a => a.outerHTML)"
    )
    assert dead == []
    opened.context.close()
