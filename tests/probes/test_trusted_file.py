"""The file of authorities that the environment names is looked into, where one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from nocarrier.causes._tls_lab import CERTIFICATE
from nocarrier.facts.trusted_file import TrustedFile
from nocarrier.machines.local import Local
from nocarrier.model.evidence import Where
from nocarrier.probes import trusted_file
from tests.probes.test_tcp import scene


def looked() -> list[object]:
    made = scene(Local(), "https://127.0.0.1")
    return [seen.facts for seen in trusted_file.look(made, made.client, Where.CLIENT)]


def test_how_many_certificates_stand_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    assert looked() == []
    path = tmp_path / "roots.pem"
    path.write_text(CERTIFICATE * 2)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    assert looked() == [TrustedFile(path=str(path), count=2)]
    path.write_text("127.0.0.1 localhost\n")
    assert looked() == [TrustedFile(path=str(path))]
    path.unlink()
    assert looked() == [TrustedFile(path=str(path), errno="ENOENT")]
