"""PHP program text: what is code, and what only looks like it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocarrier.readings.php_source import LONGEST, Part, tokens


def words(source: str) -> list[str]:
    return [token.text or "".join(part.text for part in token.parts or ()) for token in tokens(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("new Worker('no')", []),
        ("#!/usr/bin/env php\n<?php a();", ["a", "(", ")", ";"]),
        ("<?php // new Worker('no') ?>new Html <?php b", ["b"]),
        ("<?php # new A\nb /* new C\n */ d", ["b", "d"]),
        ("<?php #[Attribute] c", ["#", "[", "Attribute", "]", "c"]),
        ("<?php $w->transport = 'ssl';", ["w", "->", "transport", "=", "ssl", ";"]),
        ("<?php \\Workerman\\Worker::runAll()", ["\\Workerman\\Worker", "::", "runAll", "(", ")"]),
        ("<?php $x = <<<TEXT\nnew Worker('no')\n  TEXT;\n$y", ["x", "=", "", ";", "y"]),
        ("<?php $x = <<<'TEXT'\nnew Worker('no')", ["x", "=", ""]),
        ("<? short", ["short"]),
        ('<?php $u = "unclosed', ["u", "=", ""]),
        ("<?php 8_080 . 'x'", ["8_080", ".", "x"]),
    ],
)
def test_what_is_code(source: str, expected: list[str]) -> None:
    assert words(source) == expected


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("'a\"b$c'", (Part('a"b$c', 7),)),
        ("'it\\'s'", (Part("it's"),)),
        ("'A\\B\\\\C'", (Part("A\\B\\C"),)),
        ('"a:$port/"', (Part("a:", 7), Part("", variable="port"), Part("/", 14))),
        ('"{$host}:1"', (Part("", variable="host"), Part(":1", 14))),
        ('"$a[0]"', None),
        ('"$a->b"', None),
        ('"${a}"', None),
        ('"x\\n"', None),
        ('""', (Part("", 7),)),
        ("b'x'", (Part("x", 8),)),
    ],
)
def test_strings(written: str, parts: tuple[Part, ...] | None) -> None:
    (token,) = tokens(f"<?php {written}")
    assert token.kind == "string"
    assert token.parts == parts


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("<?php \n'\"\\/*#$a{}[]();:.-=>0wT"), max_size=300))
def test_it_reads_anything_and_parts_are_where_they_say(text: str) -> None:
    source = f"<?php {text}"
    last = -1
    for token in tokens(source):
        assert token.at > last
        last = token.at
        for part in token.parts or ():
            assert part.at < 0 or source.startswith(part.text, part.at)


@pytest.mark.parametrize("text", ["'", '"', "/*", "<?php ", "<<<A\n", "$", "\\", "'\\", "{$", "\n \t"])
def test_hostile_text_takes_no_long(text: str) -> None:
    started = time.process_time()
    list(tokens("<?php " + text * (LONGEST // len(text))))
    assert time.process_time() - started < 3
