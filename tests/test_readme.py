"""Samples of the README."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import Any

import pytest

from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, serve
from tencentkit.transport import _stream_sync

README = Path(__file__).parents[1] / "README.md"
SAMPLES = re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_two_samples() -> None:
    """The README has a first program and a test of a service."""
    assert len(SAMPLES) == 2


def test_sessions_exist() -> None:
    """Every nox session that the README names exists, and the install command follows `nox -s build`."""
    text = README.read_text(encoding="utf-8")
    sessions = set(re.findall(r"^def (\w+)\(session", README.with_name("noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))
    sessions |= {name.replace("_", "-") for name in sessions}
    assert set(re.findall(r"nox -s ([\w-]+)", text)) <= sessions
    assert "nox -s build\npip install dist/*.whl\n" in text


class EndingFake(FakeScf):
    """Fake that ends the event after it was listed, so that the test does not depend on timing."""

    event = ""

    def answer(self, *request: Any, **more: Any) -> Any:
        response = super().answer(*request, **more)
        if self.calls[-1].action == "ListAsyncEvents":
            self.end_event(self.event)
        return response


def test_first_sample(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The program lists and waits, over TLS with the real host name and credentials from the environment."""
    fake = EndingFake()
    fake.add_function("helloworld")
    fake.event = fake.start_event("helloworld")
    start, look_up = _stream_sync._start, socket.getaddrinfo
    with serve(fake, tls=True) as server:

        def divert(address: str, port: int) -> Any:
            assert (address, port) == ("127.0.0.1", 443)
            return start(address, server.port)

        def found(host: str, *rest: Any, **named: Any) -> Any:
            return look_up({"scf.tencentcloudapi.com": "127.0.0.1"}.get(host, host), *rest, **named)

        monkeypatch.setattr(_stream_sync, "_start", divert)
        monkeypatch.setattr(socket, "getaddrinfo", found)
        monkeypatch.setenv("SSL_CERT_FILE", str(server.ca_file))
        monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", SECRET_ID)
        monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", SECRET_KEY)
        monkeypatch.delenv("TENCENTCLOUD_TOKEN", raising=False)
        exec(compile(SAMPLES[0], "README.md", "exec"), {})  # noqa: S102 - our own code
    printed = capsys.readouterr().out.split()
    assert printed[:2] == [fake.event, "FINISHED"]


def test_second_sample() -> None:
    """The sample test passes without waiting."""
    names: dict[str, Any] = {}
    exec(compile(SAMPLES[1], "README.md", "exec"), names)  # noqa: S102 - our own code
    assert names["clock"].sleeps
    assert not names["fake"].pending_faults
