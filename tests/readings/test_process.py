"""What /proc says of a process."""

from __future__ import annotations

from nocarrier.readings.process import decode_stat, decode_wchan


def test_stat() -> None:
    assert decode_stat("812 (nginx) T 1 812 812 0 -1\n") == ("nginx", "T", 1)
    assert decode_stat("9 (a) b (c)) S 812 9 9") == ("a) b (c)", "S", 812)
    assert decode_stat("9 (a\x1b[31m) S 812 9") == ("a[31m", "S", 812)
    assert decode_stat("") == ("", "", 0)
    assert decode_stat("9 (a) sleeping 1") == ("", "", 0)


def test_wchan() -> None:
    assert decode_wchan("wait_woken") == "wait_woken"
    assert decode_wchan("0") == ""
    assert decode_wchan("") == ""
