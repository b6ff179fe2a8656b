"""What can be about a connection is never screened out."""

from __future__ import annotations

import socket
import ssl

import pytest

from nocarrier.integrations.screening import may_be_connection


def raised_from(cause: BaseException) -> BaseException:
    try:
        raise KeyError("a") from cause
    except KeyError as error:
        return error


def raised_while(context: BaseException) -> BaseException:
    try:
        try:
            raise context
        except type(context):
            raise AssertionError from None
    except AssertionError as error:
        return error


def in_a_circle() -> BaseException:
    one, other = KeyError(1), ValueError(2)
    one.__cause__, other.__context__ = other, one
    return one


def in_a_long_chain() -> BaseException:
    last: BaseException = ConnectionRefusedError()
    for _ in range(300):
        last = raised_from(last)
    return last


@pytest.mark.parametrize(
    "exception",
    [
        ConnectionRefusedError(), TimeoutError(), EOFError(), RuntimeError("x"), Exception("x"), socket.gaierror(),
        ssl.SSLError(), raised_from(OSError()), raised_while(OSError()), KeyError(OSError()), in_a_long_chain(),
        ExceptionGroup("x", [ValueError()]),
    ],
    ids=repr,
)  # fmt: skip
def test_may_be(exception: BaseException) -> None:
    assert may_be_connection(exception)


@pytest.mark.parametrize(
    "exception",
    [KeyError("Connection refused"), AssertionError(), raised_from(ValueError()), in_a_circle(), ZeroDivisionError()],
    ids=repr,
)
def test_cannot_be(exception: BaseException) -> None:
    assert not may_be_connection(exception)
