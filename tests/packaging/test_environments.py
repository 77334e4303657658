"""The wheel in environments of users: frozen by PyInstaller, without sources, and beside SDKs that use httpx2."""

from __future__ import annotations

import compileall
import os
import ssl
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from tests.transport.raw_server import RawServer, answering, ok, raw_server

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(900)]

PROGRAM = """
import asyncio, ssl, sys
from tencentkit import Credentials, scf, transport
url, authorities = sys.argv[1:]
trust = ssl.create_default_context(cafile=authorities)
settings = {"region": "ap-guangzhou", "credentials": Credentials("i", "k"), "base_url": url}
for name in ("HttpxTransport", "LeanTransport"):
    with scf.Client(**settings, transport=getattr(transport, name)(trust=trust)) as client:
        print(client.list_async_events(function_name="f").total_count)
async def call(name):
    async with scf.AsyncClient(**settings, transport=getattr(transport, name)(trust=trust)) as client:
        print((await client.list_async_events(function_name="f")).total_count)
for name in ("AsyncHttpxTransport", "AsyncLeanTransport"):
    asyncio.run(call(name))
"""
# Only the default transports and the store, which need a file of the wheel and modules that are imported by name.
STORE = "\nfrom tencentkit.throttle import RedisStore\n"
Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, wheel: Path) -> Install:
    """Return a function that makes an environment with the wheel and other packages, and returns its Python."""

    def run(*packages: str, extras: str = "") -> Path:
        venv.create(tmp_path / "environment", with_pip=True)
        python = tmp_path / "environment" / "bin" / "python"
        command([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", f"{wheel}{extras}", *packages])
        return python

    return run


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RawServer]:
    """Run a service over TLS; its authority is in ca.pem."""
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with raw_server(answering(ok()), tls=context) as running:
        yield running


def command(words: list[str], **settings: str) -> str:
    """Run a command without the environment of this test; return its output."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TENCENTCLOUD_"))}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=kept | settings, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="PyInstaller needs other tools elsewhere")
def test_pyinstaller_program_makes_calls(install: Install, server: RawServer, tmp_path: Path) -> None:
    """A one-folder build without options: the hook of the wheel names the modules and files that imports do not show."""
    python = install("pyinstaller>=6.16", extras="[redis]")
    (tmp_path / "program.py").write_text(PROGRAM + STORE, encoding="utf-8")
    folders = [f"--{name}path={tmp_path / name}" for name in ("dist", "work", "spec")]
    command([str(python), "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", *folders, str(tmp_path / "program.py")])
    assert command([str(tmp_path / "dist" / "program" / "program"), server.url, str(tmp_path / "ca.pem")]) == "3\n" * 4


def test_sourceless_package_makes_calls(install: Install, server: RawServer, tmp_path: Path) -> None:
    """Only compiled modules, as in images that ship no sources."""
    python = install()
    for folder in next((tmp_path / "environment" / "lib").glob("python*")).joinpath("site-packages").glob("tencentkit*"):
        if folder.suffix == ".dist-info":
            continue
        assert compileall.compile_dir(folder, quiet=1, legacy=True)
        for source in folder.rglob("*.py"):
            source.unlink()
    assert command([str(python), "-c", PROGRAM, server.url, str(tmp_path / "ca.pem")]) == "3\n" * 4


def test_environment_with_other_sdks(install: Install, server: RawServer, tmp_path: Path) -> None:
    """openai, anthropic and google-genai require httpx2; one environment resolves, and each engine works in it."""
    python = install("openai>=3", "anthropic>=2", "google-genai>=3", extras="[httpx2]")
    command([str(python), "-m", "pip", "check"])
    for engine in ("httpx", "httpx2"):
        program = "import openai, anthropic, google.genai\n" + PROGRAM
        words = [str(python), "-c", program, server.url, str(tmp_path / "ca.pem")]
        assert command(words, TENCENTKIT_HTTP_ENGINE=engine) == "3\n" * 4
