"""A page in a real browser: Debian's Chromium, without a window, told what to do by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ARGUMENTS = ["--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"]
"""It finds nobody by name, whatever it wants of its maker. Its sandbox is off: root has none, nor has a container without
user namespaces, and what it opens is our own."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser, which ends with the block. Skips the test, and says why, where there is none."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    if not CHROMIUM:
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class Opened:
    """A page that stands open, and all that it did: its requests, and what it complained of."""

    def __init__(self, browser: Any, file: Path, **how: Any) -> None:
        self.context = browser.new_context(**how)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.goto(file.as_uri())

    def text(self) -> str:
        """All text that is on the page, folded away or not."""
        return str(self.page.evaluate("document.querySelector('main').textContent"))

    def seen(self) -> str:
        """The text as it is laid out."""
        return str(self.page.evaluate("document.body.innerText"))

    def violations(self, *rules: str) -> list[str]:
        """What axe-core finds wrong, in its own words; by these rules, where some are named."""
        from axe_playwright_python.sync_playwright import Axe

        only = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
        found = Axe().run(self.page, options={"resultTypes": ["violations"], **only}).response
        return [
            f"{each['id']}: {node['failureSummary']} {node['html']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def wider_than_the_window(self) -> list[str]:
        """Elements that stand out at the right, or hide a part of their text."""
        return list(
            self.page.evaluate(
                """[...document.querySelectorAll("body, body *:not(script):not(.unseen)")]
                .filter(each => each.getClientRects().length
                    && (each.getBoundingClientRect().right > innerWidth + 1
                        || (each instanceof HTMLElement && each.scrollWidth > each.clientWidth + 1
                            && getComputedStyle(each).display != "inline")))
                .map(each => each.outerHTML.slice(0, 120))"""
            )
        )
