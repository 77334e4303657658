"""Run the command in this process against a fake on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from tencentkit._cli.main import main
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, FakeServer, serve


class Done(NamedTuple):
    """Exit code and output of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """Set the fake's keys and a region; hide the credentials file of the user."""
    for name in ("TENCENTCLOUD_TOKEN", "TENCENTCLOUD_SECRETID", "TENCENTCLOUD_SECRETKEY", "TENCENTCLOUD_SESSIONTOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", SECRET_ID)
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", SECRET_KEY)
    monkeypatch.setenv("TENCENTCLOUD_REGION", "ap-guangzhou")
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """Serve a fake without rate limits, so that no test waits."""
    fake = FakeScf(rate_limits={"ListAsyncEvents": None, "GetAsyncEventStatus": None})
    with serve(fake) as server:
        yield server


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], server: FakeServer) -> Run:
    """Run `tencentkit scf …` against the fake."""

    def run(*arguments: str) -> Done:
        code = main(["scf", *arguments, "--base-url", server.url])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run
