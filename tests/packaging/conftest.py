"""The built files that these tests look at, and how to build them again."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import attrs
import httpx
import pytest

ROOT = Path(__file__).parents[2]


class Build(Protocol):
    """Build what `arguments` ask for (`--wheel`, `--sdist`; both when empty) from the tree at `source`; returns the new files' folder."""

    def __call__(self, source: Path, *arguments: str) -> Path: ...


class Nox(Protocol):
    """Run `nox` in a tree, in environments that the test keeps to itself; an index is named by `settings` alone."""

    def __call__(self, root: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]: ...


@attrs.frozen
class Index:
    """A package index on loopback that asks for a name and a password even of readers."""

    port: int
    folder: Path
    user: str
    password: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def simple(self) -> str:
        """What installers read, with the name and the password in it."""
        return f"http://{self.user}:{self.password}@127.0.0.1:{self.port}" + "/simple/"

    @property
    def settings(self) -> dict[str, str]:
        """The environment that names it to `publish` and `release`."""
        return {"TWINE_REPOSITORY_URL": self.url, "TWINE_USERNAME": self.user, "TWINE_PASSWORD": self.password}

    def digests(self) -> dict[str, str]:
        """What it holds."""
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(self.folder.iterdir())}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """A real pypiserver in a process of its own."""
    folder = tmp_path / "index"
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    found = Index(port, folder, "publisher", secrets.token_hex())
    # Of the schemes that pypiserver reads, the one that needs no library here. (passlib 1.7.4, which it reads with, cannot load bcrypt 5.)
    digest = base64.b64encode(hashlib.sha1(found.password.encode()).digest()).decode()  # noqa: S324  made up, and gone in a minute
    (tmp_path / "htpasswd").write_text(f"{found.user}:{{SHA}}{digest}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pypiserver", "run", "--interface", "127.0.0.1", "--port", str(port), "--disable-fallback"]
    command += ["--hash-algo", "sha256", "--passwords", str(tmp_path / "htpasswd"), "--authenticate", "update,download,list", str(folder)]
    with (tmp_path / "index.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            wait_until_answering(found.url, server)
            yield found
        finally:
            server.terminate()


def git(tree: Path, *arguments: str) -> str:
    """What somebody's git prints in a tree; it must succeed."""
    who = {f"GIT_{role}_{what}": "maintainer@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = [shutil.which("git") or "git", *arguments]
    return subprocess.run(command, cwd=tree, env=os.environ | who, capture_output=True, text=True, check=True).stdout


def wait_until_answering(url: str, server: subprocess.Popen[bytes]) -> None:
    """Return when something answers at `url`; a server that has ended will not."""
    while True:
        try:
            # httpx tries to connect again itself, with growing pauses.
            with httpx.Client(transport=httpx.HTTPTransport(retries=4), trust_env=False) as client:
                client.get(url)
        except httpx.ConnectError:
            assert server.poll() is None, "the index did not start: its log says why"
        else:
            return


@pytest.fixture
def nox(tmp_path: Path) -> Nox:
    """See `Nox`."""

    def run(root: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TWINE_", "UV_PUBLISH_", "NOX", "TENCENTKIT_", "PYTHONPATH"))
        }
        return subprocess.run(
            [sys.executable, "-m", "nox", "--noxfile", str(root / "noxfile.py"), "--envdir", str(tmp_path / "nox"), "-r", *arguments],
            env=kept | settings | {"NO_PROXY": "127.0.0.1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of this source tree."""
    return ROOT


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds with this environment's hatchling, as nox does."""

    def run(source: Path, *arguments: str) -> Path:
        folder = tmp_path_factory.mktemp("dist")
        command = [sys.executable, "-m", "build", "--no-isolation", *arguments, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True)
        return folder

    return run


@pytest.fixture(scope="session")
def dist(build: Build, root: Path) -> Path:
    """The folder of the wheel and the sdist under test: those that nox built and installed, or new ones."""
    made = os.environ.get("TENCENTKIT_DIST")
    return Path(made) if made else build(root)


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    """The wheel under test."""
    [file] = dist.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def sdist(dist: Path) -> Path:
    """The sdist under test."""
    [file] = dist.glob("*.tar.gz")
    return file


@pytest.fixture
def tree(root: Path, tmp_path: Path) -> Path:
    """A copy of the source tree, without what git does not keep."""
    unkept = shutil.ignore_patterns(".git", ".nox", ".venv", "dist", "__pycache__", ".*_cache")
    return Path(shutil.copytree(root, tmp_path / "tree", ignore=unkept))
