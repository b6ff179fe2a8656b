"""Lines of settings as frameworks' own templates have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.host_list import find_host_list


@pytest.mark.parametrize(
    ("file", "text", "product", "line", "whole"),
    [
        ("settings.py", "DEBUG = True\n\nALLOWED_HOSTS = []\n", "django", 3, True),
        ("settings.py", "ALLOWED_HOSTS = ['a.example', \"b.example\"]\n", "django", 1, True),
        ("settings.py", "# ALLOWED_HOSTS = ['x']\nALLOWED_HOSTS = [\n    'a',\n]\n", "django", 2, False),
        ("settings.py", "ALLOWED_HOSTS = env.list('HOSTS')\n", "django", 1, False),
        (
            "vite.config.ts",
            "export default {\n  server: {\n    allowedHosts: ['a.example'],\n  },\n}\n",
            "vite",
            3,
            True,
        ),
        ("development.rb", '  config.hosts << "a.example"\n', "rails", 1, False),
        ("main.py", "app.add_middleware(TrustedHostMiddleware, allowed_hosts=['a'])", "starlette", 1, True),
    ],
)
def test_lines(file: str, text: str, product: str, line: int, whole: bool) -> None:
    found = find_host_list(text, file)
    assert found is not None
    assert (found.product, found.place.line, found.whole) == (product, line, whole)


def test_another_language_is_not_read() -> None:
    assert find_host_list("ALLOWED_HOSTS = []", "settings.txt") is None
    assert find_host_list("print('hello')", "settings.py") is None


@given(st.text(max_size=300))
def test_nothing_breaks_it(text: str) -> None:
    for head in ("ALLOWED_HOSTS = ", "allowedHosts: [", "config.hosts << "):
        find_host_list(head + text, "settings.py")
