"""A new user's first hour: the tutorial in a new environment."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, serve
from tests.docs.samples import ADDRESS, Block, blocks_of, commands_of, fits

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(600)]

DIVERT = """
import socket

import httpcore

look_up, connect = socket.getaddrinfo, httpcore.SyncBackend.connect_tcp


def looked_up(host, port, *rest, **named):
    return look_up("127.0.0.1" if host == "scf.tencentcloudapi.com" else host, port, *rest, **named)


def connected(self, host, port, *rest, **named):
    assert (host, port) in {{("127.0.0.1", 443), ("scf.tencentcloudapi.com", 443)}}, (host, port)
    return connect(self, "127.0.0.1", {port}, *rest, **named)


socket.getaddrinfo, httpcore.SyncBackend.connect_tcp = looked_up, connected
"""


class NewUser:
    """A new user with a Python, an index and the page, in an empty folder."""

    def __init__(self, folder: Path, index: str) -> None:
        self.folder = folder
        self.fake: subprocess.Popen[str] | None = None
        self.commands: list[str] = []
        venv.create(folder / ".venv", with_pip=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TENCENTCLOUD_", "PYTHON", "PYTEST"))}
        self.environment = kept | {
            "PATH": os.pathsep.join([str(folder / ".venv" / "bin"), os.environ["PATH"]]),
            "PIP_EXTRA_INDEX_URL": index,
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "NO_PROXY": "127.0.0.1",
        }
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def do(self, block: Block, place: str) -> None:
        """Save a file, or run the commands; their output must match the page."""
        if block.title is not None:
            text = block.text.replace(ADDRESS, f"http://127.0.0.1:{self.port}")
            (self.folder / block.title).write_text(text, encoding="utf-8")
            return
        for command, expected in commands_of(block.text):
            self.commands.append(command)
            if command.endswith(" &"):
                self._serve(command.removesuffix(" &"))
                continue
            done = self.run(command)
            assert done.returncode == 0, f"{place}: {command}\n{done.stdout}{done.stderr}"
            assert not expected or fits(expected, done.stdout), f"{place}: {command}\n{done.stdout}"

    def run(self, command: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command in a shell."""
        shell = [shutil.which("bash") or "", "-c", command]
        environment = self.environment | more
        return subprocess.run(shell, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def _serve(self, command: str) -> None:
        # In the background, as on the page; on another port, because this test may run twice at once.
        words = [*command.split(), "--port", str(self.port)]
        python = str(self.folder / ".venv" / "bin" / words[0])
        self.fake = subprocess.Popen([python, *words[1:]], cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, text=True)
        assert self.fake.stdout is not None
        assert any("Ctrl-C" in line for line in self.fake.stdout)

    def close(self) -> None:
        if self.fake is not None:
            self.fake.terminate()
            self.fake.communicate()


@pytest.fixture
def index(tmp_path: Path, wheel: Path) -> Iterator[str]:
    """Run a package index on loopback that contains the wheel."""
    folder = tmp_path / "index"
    folder.mkdir()
    shutil.copy(wheel, folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "pypiserver",
        "run",
        "--interface",
        "127.0.0.1",
        "--port",
        str(port),
        "--disable-fallback",
        str(folder),
    ]
    with (tmp_path / "index.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            with httpx.Client(transport=httpx.HTTPTransport(retries=6), trust_env=False) as client:
                client.get(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}/simple/"
        finally:
            server.terminate()


def test_tutorial(tmp_path: Path, root: Path, index: str) -> None:
    """The page Start runs literally: install from an index, call, fail, list, wait, test, and go live."""
    page = (root / "docs" / "start.md").read_text(encoding="utf-8")
    folder = tmp_path / "user"
    folder.mkdir()
    user = NewUser(folder, index)
    try:
        for block in blocks_of(page):
            user.do(block, f"start.md:{block.line}")
    finally:
        user.close()
    assert len(user.commands) == 8

    installed = next(folder.rglob("site-packages/tencentkit/testing/plugin.py"))
    assert installed.read_bytes() == (root / "overlays/tencentkit/testing/plugin.py").read_bytes()

    # Going live: two lines of the first program are removed, with their imports.
    first, live = ((folder / name).read_text(encoding="utf-8").splitlines() for name in ("first_call.py", "live.py"))
    gone = [line.strip() for line in first if line not in live]
    assert [re.split(r"[ =(]", line)[0] for line in gone] == ["from", "from", "credentials", "base_url"]
    assert [line for line in live if line not in first] == []

    # The last program uses the real host name over TLS; only the connection is diverted to the fake.
    fake = FakeScf()
    fake.function("helloworld").many(3)
    with serve(fake, tls=True) as server:
        (folder / "sitecustomize.py").write_text(DIVERT.format(port=server.port), encoding="utf-8")
        keys = {"TENCENTCLOUD_SECRET_ID": SECRET_ID, "TENCENTCLOUD_SECRET_KEY": SECRET_KEY}
        done = user.run("python live.py", PYTHONPATH=str(folder), SSL_CERT_FILE=str(server.ca_file), **keys)
    assert (done.returncode, done.stdout) == (0, "3 FINISHED\n"), done.stderr
