"""Log records about a connection failure, through the handlers and formatters that programs use."""

from __future__ import annotations

import io
import json
import logging
import logging.config
import logging.handlers
import queue
import socket
from collections.abc import Iterator

import pytest

import nocarrier

MEANING = "✗ python: the connection was refused"


@pytest.fixture
def written() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    monkeypatch.delenv("NOCARRIER", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    logger = logging.Logger("shop")
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    logger.addHandler(handler)
    yield logger
    handler.close()


def fail(log: logging.Logger, port: int = 1) -> None:
    try:
        socket.create_connection(("127.0.0.1", port))
    except OSError:
        log.exception("no cache")


def test_below_the_traceback(log: logging.Logger, written: io.StringIO) -> None:
    log.addFilter(nocarrier.ConnectionFilter())
    fail(log)
    told = written.getvalue()
    assert told.startswith("ERROR no cache\nTraceback")
    assert "Connection refused\nnocarrier:\n" in told
    assert "Likeliest first" in told


def test_at_a_handler(log: logging.Logger, written: io.StringIO) -> None:
    log.handlers[0].addFilter(nocarrier.ConnectionFilter())
    fail(log)
    assert "nocarrier:" in written.getvalue()


def test_at_both_it_is_said_once(log: logging.Logger, written: io.StringIO) -> None:
    log.addFilter(nocarrier.ConnectionFilter())
    log.handlers[0].addFilter(nocarrier.ConnectionFilter())
    fail(log)
    assert written.getvalue().count("nocarrier:") == 1


def test_once_for_each_target(log: logging.Logger, written: io.StringIO) -> None:
    log.addFilter(nocarrier.ConnectionFilter())
    for port in (1, 1, 2, 1, 2):
        fail(log, port)
    assert written.getvalue().count("Traceback") == 5
    assert written.getvalue().count("nocarrier:") == 2


def test_again_after_a_while(log: logging.Logger, written: io.StringIO) -> None:
    log.addFilter(nocarrier.ConnectionFilter(again_after=0.0))
    fail(log)
    fail(log)
    assert written.getvalue().count("nocarrier:") == 2


def test_an_exception_among_the_arguments(log: logging.Logger, written: io.StringIO) -> None:
    log.addFilter(nocarrier.ConnectionFilter())
    try:
        socket.create_connection(("127.0.0.1", 1))
    except OSError as error:
        log.warning("no cache: %s", error)
    told = written.getvalue()
    assert told.startswith("WARNING no cache: [Errno 111] Connection refused\nnocarrier:\n")


@pytest.mark.parametrize("form", ["message", "mapping"])
def test_an_exception_as_the_message_or_in_a_mapping(log: logging.Logger, written: io.StringIO, form: str) -> None:
    log.addFilter(nocarrier.ConnectionFilter())
    try:
        socket.create_connection(("127.0.0.1", 1))
    except OSError as error:
        if form == "message":
            log.error(error)
        else:
            log.error("%(e)s", {"e": error})
    assert written.getvalue().startswith("ERROR [Errno 111] Connection refused\nnocarrier:\n")


def test_other_records_are_left_alone(log: logging.Logger, written: io.StringIO) -> None:
    log.addFilter(nocarrier.ConnectionFilter())
    log.info("Connection refused")
    log.info("%(a)s", {"a": 1})
    log.error("odd", exc_info=(None, None, None))
    try:
        raise ValueError("Connection refused")
    except ValueError:
        log.debug("fine", exc_info=False)
    assert "nocarrier:" not in written.getvalue()
    assert written.getvalue().count("\n") == 4 + written.getvalue().count("NoneType")


def test_diagnosed_while_it_is_logged(log: logging.Logger, written: io.StringIO) -> None:
    log.addFilter(nocarrier.ConnectionFilter(mode="diagnose"))
    fail(log)
    assert "server-not-listening · proven" in written.getvalue()


def test_the_environment_turns_it_off(
    log: logging.Logger, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOCARRIER", "off")
    log.addFilter(nocarrier.ConnectionFilter())
    fail(log)
    assert "nocarrier:" not in written.getvalue()


def test_for_machines(log: logging.Logger) -> None:
    """A formatter that writes JSON finds the same in an attribute; a queue passes it on."""
    records: queue.Queue[logging.LogRecord] = queue.Queue()
    log.addFilter(nocarrier.ConnectionFilter(mode="diagnose"))
    log.addHandler(logging.handlers.QueueHandler(records))
    fail(log)
    data = json.loads(json.dumps(vars(records.get_nowait())["nocarrier"]))
    assert data["errors"][0]["class"] == "refused"
    assert data["errors"][0]["target"]["port"] == 1
    assert data["reports"][0]["verdict"]["cause"] == "server-not-listening"


def test_by_configuration(written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    logging.config.dictConfig({
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"why": {"()": "nocarrier.ConnectionFilter", "mode": "explain"}},
        "handlers": {"err": {"class": "logging.StreamHandler", "stream": written, "filters": ["why"]}},
        "loggers": {"configured": {"handlers": ["err"], "propagate": False}},
    })  # fmt: skip
    fail(logging.getLogger("configured"))
    assert "nocarrier:" in written.getvalue()


def test_whatever_goes_wrong_the_record_is_written(
    log: logging.Logger, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("nocarrier.integrations.looking.failures", broken)
    log.addFilter(nocarrier.ConnectionFilter())
    fail(log)
    assert written.getvalue().startswith("ERROR no cache\nTraceback")
    assert "nocarrier:" not in written.getvalue()


def test_a_wrong_call_is_said() -> None:
    with pytest.raises(ValueError, match="mode is one of"):
        nocarrier.ConnectionFilter(mode="loud")
