from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import TextIO

import httpx
import pytest

from tencentkit.testing import FakeScf, FakeServer, serve
from tencentkit.testing.__main__ import main


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """A fake with its panel."""
    fake = FakeScf()
    fake.function("helloworld").finished(ago=5)
    with serve(fake, panel=True) as server:
        yield server


def test_serve_until_stopped() -> None:
    """The command prints address, credentials and a line for each call, and returns 0."""
    stop = threading.Event()
    output_lines: list[str] = []
    state: list[object] = []
    reading, writing = os.pipe()

    def use(lines: TextIO) -> None:
        try:
            for line in lines:
                output_lines.append(line)
                if "Ctrl-C" in line:
                    break
            with httpx.Client(base_url=output_lines[0].split()[2], trust_env=False) as web:
                state.append(web.get("/_fake/state").json()["counts"])
                web.post("/", content=b"{}", headers={"Content-Type": "application/json"})
        finally:
            stop.set()

    # A pipe: reading the captured output of pytest in another thread sometimes loses a line.
    with os.fdopen(reading, encoding="utf-8") as lines:
        with os.fdopen(writing, "w", encoding="utf-8") as output, contextlib.redirect_stdout(output):
            user = threading.Thread(target=use, args=(lines,))
            user.start()
            assert main(["serve", "--port", "0", "--function", "helloworld", "--events", "3", "--no-rate-limits"], until=stop) == 0
            user.join()
        assert "(no action) {} in (no region): MissingParameter" in lines.read()
    assert state == [{"FINISHED": 3}]


def test_invalid_arguments(server: FakeServer, capsys: pytest.CaptureFixture[str]) -> None:
    """Invalid ports, a port in use and a duplicate function print a message without traceback."""
    for port in ("99999", "-1", "http"):
        with pytest.raises(SystemExit) as exit_error:
            main(["serve", f"--port={port}"])
        assert exit_error.value.code == 2
    assert main(["serve", "--port", str(server.port)]) == 1
    assert f"error: port {server.port}:" in capsys.readouterr().err
    assert main(["serve", "--function", "a", "--function", "a"]) == 2
    assert "already exists in the namespace" in capsys.readouterr().err


def test_sigterm() -> None:
    """SIGTERM stops the command with exit code 0."""
    setup = (
        f"import sys; sys.path[:] = {sys.path!r}; from tencentkit.testing.__main__ import main; sys.exit(main(['serve', '--port', '0']))"
    )
    with subprocess.Popen([sys.executable, "-c", setup], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "Ctrl-C" in line:
                break
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
