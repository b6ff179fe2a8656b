"""The first frames of HTTP/2."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.wire.http2 import PREFACE, answers_a_request, get, grpc_health_check, is_grpc, is_http2

SETTINGS = b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + bytes(18)
"As nginx sends them."


def frames(data: bytes) -> list[tuple[int, int, bytes]]:
    """Type, stream and payload of each frame."""
    found = []
    while data:
        length = int.from_bytes(data[:3], "big")
        found.append((data[3], int.from_bytes(data[5:9], "big"), data[9 : 9 + length]))
        data = data[9 + length :]
    return found


def test_a_request_is_whole_frames_behind_the_preface() -> None:
    said = get("shop.example", "/chat")
    assert said.startswith(PREFACE)
    settings, headers = frames(said.removeprefix(PREFACE))
    assert settings == (4, 0, b"")
    assert headers[:2] == (1, 1)
    assert headers[2] == b"\x82\x86\x44\x05/chat\x41\x0cshop.example"  # RFC 7541, sections 6.1 and 6.2.1


def test_a_health_check_ends_with_an_empty_message() -> None:
    *_, data = frames(grpc_health_check("h").removeprefix(PREFACE))
    assert data == (0, 1, bytes(5))


def test_settings_are_http2_and_a_grpc_content_type_is_grpc() -> None:
    assert is_http2(SETTINGS)
    assert not is_grpc(SETTINGS)
    assert not answers_a_request(SETTINGS)
    for word in (b"\x10application/grpc", b"\x8b" + bytes.fromhex("1d75d0620d263d4c4d6564")):
        headers = b"\x88\x5f" + word
        answer = SETTINGS + len(headers).to_bytes(3, "big") + b"\x01\x04\x00\x00\x00\x01" + headers
        assert is_grpc(answer)
        assert answers_a_request(answer)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    if is_grpc(data) or answers_a_request(data):
        assert len(data) >= 9


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_name_and_path_makes_whole_frames(host: str, path: str) -> None:
    assert len(frames(get(host, path).removeprefix(PREFACE))) == 2
