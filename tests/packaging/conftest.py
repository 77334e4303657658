"""Fixtures for packaging: built files, builds, a package index, nox."""

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
    """Build wheel and sdist of the tree at `source` (`--wheel` or `--sdist`: only one) and return their folder."""

    def __call__(self, source: Path, *arguments: str) -> Path: ...


class Nox(Protocol):
    """Run `nox` in a tree with temporary environments; only `settings` can name an index."""

    def __call__(self, root: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]: ...


@attrs.frozen
class Index:
    """Package index on loopback that requires credentials, also for downloads."""

    port: int
    folder: Path
    user: str
    password: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def simple(self) -> str:
        """URL for installers, with user name and password."""
        return f"http://{self.user}:{self.password}@127.0.0.1:{self.port}" + "/simple/"

    @property
    def settings(self) -> dict[str, str]:
        """Environment variables for `publish` and `release`."""
        return {"TWINE_REPOSITORY_URL": self.url, "TWINE_USERNAME": self.user, "TWINE_PASSWORD": self.password}

    def digests(self) -> dict[str, str]:
        """Return the digest of each file in the index."""
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(self.folder.iterdir())}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """Run pypiserver in its own process."""
    folder = tmp_path / "index"
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    found = Index(port, folder, "publisher", secrets.token_hex())
    # The only scheme of pypiserver that needs no further library: its passlib 1.7.4 cannot load bcrypt 5.
    digest = base64.b64encode(hashlib.sha1(found.password.encode()).digest()).decode()  # noqa: S324  a temporary test password
    (tmp_path / "htpasswd").write_text(f"{found.user}:{{SHA}}{digest}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pypiserver", "run", "--interface", "127.0.0.1", "--port", str(port), "--disable-fallback"]
    command += ["--hash-algo", "sha256", "--passwords", str(tmp_path / "htpasswd"), "--authenticate", "update,download,list", str(folder)]
    with (tmp_path / "index.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            wait_until_ready(found.url, server)
            yield found
        finally:
            server.terminate()


def git(tree: Path, *arguments: str) -> str:
    """Run git in a tree and return its output; it must succeed."""
    identity = {f"GIT_{role}_{what}": "maintainer@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = [shutil.which("git") or "git", *arguments]
    return subprocess.run(command, cwd=tree, env=os.environ | identity, capture_output=True, text=True, check=True).stdout


def wait_until_ready(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until `url` responds; fail if the server has ended."""
    while True:
        try:
            # httpx repeats the connection attempt with growing delays.
            with httpx.Client(transport=httpx.HTTPTransport(retries=4), trust_env=False) as client:
                client.get(url)
        except httpx.ConnectError:
            assert server.poll() is None, "the index did not start; see its log"
        else:
            return


@pytest.fixture
def nox(tmp_path: Path) -> Nox:
    """Return a function that runs nox; see `Nox`."""

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
    """Return the top of this source tree."""
    return ROOT


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a function that builds with the hatchling of this environment, as nox does."""

    def run(source: Path, *arguments: str) -> Path:
        folder = tmp_path_factory.mktemp("dist")
        command = [sys.executable, "-m", "build", "--no-isolation", *arguments, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True)
        return folder

    return run


@pytest.fixture(scope="session")
def dist(build: Build, root: Path) -> Path:
    """Return the folder of wheel and sdist: built and installed by nox, or built now."""
    made = os.environ.get("TENCENTKIT_DIST")
    return Path(made) if made else build(root)


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    """Return the wheel under test."""
    [file] = dist.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def sdist(dist: Path) -> Path:
    """Return the sdist under test."""
    [file] = dist.glob("*.tar.gz")
    return file


@pytest.fixture
def tree(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the source tree without ignored files."""
    ignored = shutil.ignore_patterns(".git", ".nox", ".venv", "dist", "__pycache__", ".*_cache")
    return Path(shutil.copytree(root, tmp_path / "tree", ignore=ignored))
