"""Windows' words in the code page of the system, as PHP writes them into a log that is read as UTF-8."""

from __future__ import annotations

import pytest

from nocarrier.readings.messages.scan import scan

SAID = (
    ("gbk", "由于目标计算机积极拒绝，无法连接。", "refused"),
    ("gbk", "由于连接方在一段时间后没有正确答复或连接的主机没有反应，连接尝试失败。", "timed-out"),
    ("gbk", "远程主机强迫关闭了一个现有的连接。", "reset"),
    ("cp1252", "Aucune connexion n’a pu être établie car l’ordinateur cible l’a expressément refusée.", "refused"),
)


@pytest.mark.parametrize(("page", "words", "kind"), SAID)
@pytest.mark.parametrize("lossy", [False, True])
def test_a_sentence_in_a_code_page_is_read(page: str, words: str, kind: str, *, lossy: bool) -> None:
    line = f"PHP Warning:  stream_socket_client(): unable to connect to tcp://10.0.0.4:1238 ({words})".encode(page)
    (told,) = scan([line.decode("utf-8", "replace").encode() if lossy else line])
    assert told.reading.kind == kind
