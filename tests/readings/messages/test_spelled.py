"""Codes in a dress that no reader looks for, in a short text."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.asked import asked_about
from nocarrier.readings.messages.scan import scan

CODES = (
    ("eai_again registry.npmjs.org:443", "name-not-resolved", {"errno": "EAI_AGAIN"}),
    ("Failed to connect to homeserver: failed to POST: code=502 wrapped=", "rejected", {"http_status": 502}),
    ("der Server konnte nicht kontaktiert werden. Falscher Statuscode: 422", "rejected", {"http_status": 422}),
    ("Could not connect to OctoPrint: HTTP 404: ", "rejected", {"http_status": 404}),
    ("bind() failed. (98)", "address-in-use", {"errno": "EADDRINUSE"}),
    ("net.c(449): sendmmsg failed (1-EPERM-operation not permitted)", "permission-denied", {"errno": "EPERM"}),
    ("98 : Cannot bind the socket", "address-in-use", {"errno": "EADDRINUSE"}),
    ("Could not connect to the wrapper. (111)", "refused", {"errno": "ECONNREFUSED"}),
    ("ConnectionError: Failed to connect to db.example:1433 IN 15000ms", "timed-out", {}),
    ('%HTTPotion.HTTPError{message: "emfile"}', "resource-limit", {"errno": "EMFILE"}),
)
NOT_TOLD = ("[7] Couldn't connect to server; class=Net (12)", "could not connect to the database (42)")
NOTHING = ("process exited with code 404", "the macro enotfound_t is not used", "status code of the job is 404.5")


@pytest.mark.parametrize(("line", "kind", "code"), CODES)
def test_a_code_is_read_in_any_dress(line: str, kind: str, code: dict[str, str | int]) -> None:
    (told,) = asked_about([f"all is well\n{line}\n".encode()])
    assert (told.reading.kind, told.reading.code, told.first) == (kind, code, 2)


@pytest.mark.parametrize("line", NOTHING)
def test_a_number_or_a_name_of_anything_else_is_none(line: str) -> None:
    assert asked_about([line.encode()]) == ()


@pytest.mark.parametrize("line", NOT_TOLD)
def test_a_small_number_behind_a_failure_may_be_anybodys(line: str) -> None:
    (told,) = asked_about([line.encode()])
    assert told.reading.kind == "unknown"


def test_what_a_reader_knows_comes_before() -> None:
    text = b"connect: Connection refused\ncode=502\n"
    assert [one.reading for one in asked_about([text])] == [one.reading for one in scan([text])]


def test_source_is_no_message() -> None:
    assert asked_about([b"^eai_again (?:connection|socket) failed$"]) == ()
