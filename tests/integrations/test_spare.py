"""Descriptors held back for telling that none is left."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from nocarrier.integrations import spare
from tests.integrations.programs import run


@pytest.fixture(autouse=True)
def none_held() -> Iterator[None]:
    spare.give_up()
    yield
    spare.give_up()


@pytest.mark.parametrize("use", ["nocarrier.install(mode='explain')", "nocarrier.install()", "watching.__enter__()"])
def test_that_no_descriptor_is_left_is_said(use: str) -> None:
    ran = run(
        f"""
        import resource
        watching = nocarrier.watch()
        {use}
        resource.setrlimit(resource.RLIMIT_NOFILE, (30, 30))
        held = []
        try:
            server = socket.create_server(("127.0.0.1", 0))
            while True:
                held.append(socket.create_connection(server.getsockname()))
        except OSError as error:
            if "install" in {use!r}:
                raise
            watching.__exit__(type(error), error, None)
        """
    )
    assert "too-many-open-files" in ran.stderr
    assert "connected" not in ran.stderr


def test_a_number_that_is_somebody_elses_by_now_is_left_alone() -> None:
    spare.hold()
    number = spare._held[-1]
    os.close(number)
    other = os.open(os.devnull, os.O_RDONLY)
    assert other == number
    spare.give_up()
    os.close(other)  # raises where it was closed


def test_they_are_held_once_and_given_up() -> None:
    before = len(os.listdir("/proc/self/fd"))
    spare.hold()
    spare.hold()
    assert len(os.listdir("/proc/self/fd")) == before + spare.MANY
    spare.give_up()
    assert len(os.listdir("/proc/self/fd")) == before
