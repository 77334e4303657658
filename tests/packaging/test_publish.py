from __future__ import annotations

import base64
import hashlib
import os
import secrets
import socket
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import attrs
import httpx
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

LOOK = """
import importlib.resources, tencentkit, tencentkit_api
print(tencentkit.__version__)
for package in (tencentkit, tencentkit_api):
    print(importlib.resources.files(package).joinpath("py.typed").is_file())
"""


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
        """What pip reads, with the name and the password in it."""
        return f"http://{self.user}:{self.password}@127.0.0.1:{self.port}" + "/simple/"


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
    command += ["--passwords", str(tmp_path / "htpasswd"), "--authenticate", "update,download,list", str(folder)]
    with (tmp_path / "index.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            wait_until_answering(found.url)
            yield found
        finally:
            server.terminate()


def wait_until_answering(url: str) -> None:
    """Return when something answers at `url`: httpx tries to connect seven times, with growing pauses, 15 seconds in all."""
    with httpx.Client(transport=httpx.HTTPTransport(retries=6), trust_env=False) as client:
        client.get(url)


def publish(tmp_path: Path, root: Path, files: list[Path], **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `nox -s publish` with these settings and no others, in environments of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TWINE_", "UV_PUBLISH_", "NOX"))}
    command = [sys.executable, "-m", "nox", "--noxfile", str(root / "noxfile.py"), "--envdir", str(tmp_path / "nox"), "-s", "publish", "--"]
    return subprocess.run(
        [*command, *map(str, files)],
        env=kept | settings | {"NO_PROXY": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def test_publish_refuses_without_settings(tmp_path: Path, root: Path, wheel: Path) -> None:
    """Without an index and credentials in the environment, publish names what is missing and uploads nothing."""
    done = publish(tmp_path, root, [wheel], TWINE_USERNAME="somebody")
    assert done.returncode != 0
    assert "publish needs TWINE_REPOSITORY_URL, TWINE_PASSWORD" in done.stdout


def test_publish_refuses_credentials_in_the_address(tmp_path: Path, root: Path, wheel: Path) -> None:
    """An address that holds a password is refused and not shown: it would end up in logs."""
    address = "http://somebody:hunter2@127.0.0.1:9/"
    done = publish(tmp_path, root, [wheel], TWINE_REPOSITORY_URL=address, TWINE_USERNAME="somebody", TWINE_PASSWORD="hunter2")
    assert done.returncode != 0
    assert "holds a user name" in done.stdout
    assert "hunter2" not in done.stdout


def test_published_files_can_be_installed(tmp_path: Path, root: Path, wheel: Path, sdist: Path, index: Index) -> None:
    """What `nox -s publish` uploads to an index with passwords, a fresh environment installs from there and imports."""
    files = [wheel, sdist]
    settings = {"UV_PUBLISH_URL": index.url, "UV_PUBLISH_USERNAME": index.user}
    refused = publish(tmp_path, root, files, **settings, UV_PUBLISH_PASSWORD="not the password")
    assert refused.returncode != 0
    assert "403" in refused.stdout
    assert list(index.folder.iterdir()) == []

    done = publish(tmp_path, root, files, TWINE_REPOSITORY_URL=index.url, TWINE_USERNAME=index.user, TWINE_PASSWORD=index.password)
    assert done.returncode == 0, done.stdout
    assert index.password not in done.stdout
    assert httpx.get(index.url + "simple/tencentkit/", trust_env=False).status_code == httpx.codes.UNAUTHORIZED

    python = fresh_environment(tmp_path / "fresh")
    # Only this index is asked, so that no namesake elsewhere can answer.
    only = [python, "-m", "pip", "--isolated", "--disable-pip-version-check"]
    here = ["--no-deps", "--index-url", index.simple, "tencentkit"]
    environment = os.environ | {"PIP_CONFIG_FILE": os.devnull, "NO_PROXY": "127.0.0.1"}
    run([*only, "download", "--no-cache-dir", "--dest", str(tmp_path / "download"), *here], environment)
    [downloaded] = (tmp_path / "download").iterdir()
    assert hashlib.sha256(downloaded.read_bytes()).digest() == hashlib.sha256(wheel.read_bytes()).digest()
    run([*only, "install", "--no-cache-dir", *here], environment)
    # tencentkit is there now, so this asks only for attrs and httpx, wherever this machine gets its packages.
    run([python, "-m", "pip", "install", "tencentkit"], dict(os.environ))

    assert run([python, "-I", "-c", LOOK], dict(os.environ)).split() == [wheel.name.split("-")[1], "True", "True"]


def fresh_environment(folder: Path) -> str:
    """A new virtual environment with nothing but pip in it; returns its python."""
    venv.create(folder, with_pip=True)
    return str(folder / "bin" / "python")


def run(command: list[str], environment: dict[str, str]) -> str:
    """What `command` prints; it must succeed."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
