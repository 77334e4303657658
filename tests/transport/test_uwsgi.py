"""A real uWSGI server: it forks its workers in C after the application has made a call, and runs no hook of Python."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
import trustme

from tests.transport.raw_server import Connection, ok, raw_server
from tests.transport.tls import tls_server

pytestmark = [pytest.mark.slow, pytest.mark.skipif(find_spec("pyuwsgi") is None, reason="needs pyuwsgi, of the group mocks")]

_APPLICATION = """
import os
from tencentkit import Credentials, transport
from tencentkit.scf import Client

settings = {"region": "r", "credentials": Credentials("id", "key"), "throttle": None, "retry": None}
scf = Client(**settings, base_url=os.environ["SERVICE"], transport=getattr(transport, os.environ["TRANSPORT"])())
assert scf.call("ListAsyncEvents", {"FunctionName": "parent"})["Echo"] == "parent"


def application(environ, start_response):
    start_response("200 OK", [])
    return [f'{os.getpid()} {scf.call("ListAsyncEvents", {"FunctionName": environ["QUERY_STRING"]})["Echo"]}'.encode()]
"""


def echo(connection: Connection) -> None:
    """Respond with the argument of the request."""
    while request := connection.request():
        name = json.loads(request.partition(b"\r\n\r\n")[2])["FunctionName"]
        connection.send(ok(json.dumps({"Response": {"Echo": name, "RequestId": "r"}}).encode()))


@contextmanager
def uwsgi(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """Run the application with four workers, and return its URL."""
    (folder / "application.py").write_text(_APPLICATION, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as held:
        address = f"127.0.0.1:{held.getsockname()[1]}"
    options = ["--http-socket", address, "--wsgi-file", str(folder / "application.py"), "--master", "--processes", "4", "--need-app"]
    environment = os.environ | environment | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    start = [sys.executable, "-c", f"import pyuwsgi; pyuwsgi.run({[*options, '--die-on-term', '--disable-logging']!r})"]
    server = subprocess.Popen(start, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield f"http://{address}/?"
    finally:
        server.terminate()
        server.wait()


def fetch(url: str) -> list[str]:
    """Return process id and echo of one request, as soon as the server listens."""
    ends = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=30) as response:  # noqa: S310 - loopback
                return str(response.read().decode()).split()
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > ends:
                raise
        time.sleep(0.05)


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
@pytest.mark.parametrize("transport", ["HttpxTransport", "LeanTransport"])
def test_workers_receive_their_own_responses(transport: str, tls: bool, tmp_path: Path) -> None:
    """Each worker opens a connection of its own, besides that of the parent."""
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    with raw_server(echo, tls=tls_server(ca, "127.0.0.1") if tls else None) as service:
        environment = {"SERVICE": service.url, "TRANSPORT": transport, "SSL_CERT_FILE": str(tmp_path / "ca.pem")}
        with uwsgi(tmp_path, environment) as url, ThreadPoolExecutor(8) as pool:
            fetch(f"{url}first")
            found = list(pool.map(fetch, (f"{url}n{number}" for number in range(40))))
        assert [echoed for _, echoed in found] == [f"n{number}" for number in range(40)]
        assert service.connections <= 1 + 4
