"""`doctor`: settings of a client, without a request and without a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from tencentkit._cli.main import main
from tencentkit.testing import SECRET_KEY


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove the proxies, engine and authorities of the environment."""
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "TENCENTKIT_HTTP_ENGINE", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def lines(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Return the printed lines by name."""
    return {line.split()[0]: line.split(maxsplit=1)[1] for line in capsys.readouterr().out.splitlines()}


def test_defaults_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Without variables: httpx, the authorities of certifi and no proxy."""
    assert main(["doctor"]) == 0
    found = lines(capsys)
    assert found["engine"].startswith("httpx 0.")
    assert "(default)" in found["engine"]
    assert found["trust"].startswith("certifi ")
    assert (found["proxy"], found["credentials"]) == ("none", "from the environment")


def test_variables_are_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A password in the URL of a proxy, and the secret key, are not printed."""
    pytest.importorskip("httpx2")
    monkeypatch.setenv("HTTPS_PROXY", "http://user:hunter2@127.0.0.1:3128")
    monkeypatch.setenv("TENCENTKIT_HTTP_ENGINE", "httpx2")
    assert main(["doctor"]) == 0
    found = lines(capsys)
    assert found["engine"].startswith("httpx2 ")
    assert "from TENCENTKIT_HTTP_ENGINE" in found["engine"]
    assert found["proxy"] == "from HTTPS_PROXY"
    assert not any(secret in text for text in found.values() for secret in ("hunter2", SECRET_KEY))


def test_errors_are_shown_in_place(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Each check runs, and the exit code is that of the first error."""
    monkeypatch.setenv("TENCENTKIT_HTTP_ENGINE", "requests")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", "")
    assert main(["doctor"]) == 2
    found = lines(capsys)
    assert "TENCENTKIT_HTTP_ENGINE" in found["engine"]
    assert "SSL_CERT_FILE" in found["trust"]
    assert all(found[name].startswith("error: ") for name in ("engine", "trust", "credentials"))
