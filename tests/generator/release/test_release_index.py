from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import attrs
import pytest

from generator.__main__ import main
from generator.release.index import Index, IndexRefused, Standing

CONTENT = b"the wheel"
NAME = "tencentkit-0.1.0-py3-none-any.whl"
TOLD = "Basic " + base64.b64encode(b"user:secret").decode()


@attrs.define
class Site:
    """What a small index answers by path, and what it was asked with which password."""

    url: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = attrs.Factory(dict)
    asked: list[tuple[str, str | None]] = attrs.Factory(list)

    def index(self) -> Index:
        return Index(f"{self.url}/simple/", "user", "secret")

    def page(self, *links: str) -> None:
        """The project's page, with these targets of links."""
        anchors = "".join(f'<a href="{link}">x</a>' for link in links)
        self.pages["/simple/tencentkit/"] = (200, {"Content-Type": "text/html"}, f"<html>{anchors}</html>".encode())


def serve(site: Site) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers.get("Authorization")))
            status, headers, body = site.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(body))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture
def sites(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Site]]:
    """An index, and another host beside it."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    made = [Site(), Site()]
    servers = [serve(site) for site in made]
    yield made
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A file to publish."""
    path = tmp_path / NAME
    path.write_bytes(CONTENT)
    return path


SHA = hashlib.sha256(CONTENT).hexdigest()


@pytest.mark.parametrize(
    ("link", "standing"),
    [
        (f"../../files/{NAME}#sha256={SHA}", Standing.SAME),
        (f"../../files/{NAME}#sha256={SHA.upper()}", Standing.SAME),
        (f"../../files/{NAME}#sha256={'0' * 64}", Standing.OTHER),
        (f"/files/{NAME}", Standing.SAME),
        (f"/files/{NAME}#md5=0", Standing.SAME),
        (f"/other/{NAME}", Standing.OTHER),
        (f"/files/{NAME}.metadata#sha256={SHA}", Standing.ABSENT),
    ],
)
def test_how_a_file_stands(link: str, standing: Standing, sites: list[Site], wheel: Path) -> None:
    """A file is there, is other bytes, or is absent, by the digest that the page states, or by the file where it states no sha256."""
    site = sites[0]
    site.page(link)
    site.pages[f"/files/{NAME}"], site.pages[f"/other/{NAME}"] = (200, {}, CONTENT), (200, {}, b"others")
    assert site.index().standing("tencentkit", [wheel]) == {wheel: standing}
    assert {told for _, told in site.asked} == {TOLD}


def test_a_project_that_is_not_there(sites: list[Site], wheel: Path) -> None:
    """An index that has never heard of the project lacks every file."""
    assert sites[0].index().standing("tencentkit", [wheel]) == {wheel: Standing.ABSENT}


def test_the_password_stays_with_the_index(sites: list[Site], wheel: Path) -> None:
    """Neither a redirect nor a file on another host is given the password."""
    site, elsewhere = sites
    elsewhere.pages[f"/{NAME}"] = (200, {}, CONTENT)
    site.page(f"{elsewhere.url}/{NAME}")
    assert site.index().standing("tencentkit", [wheel]) == {wheel: Standing.SAME}
    site.pages["/simple/tencentkit/"] = (302, {"Location": f"{elsewhere.url}/list/"}, b"")
    elsewhere.pages["/list/"] = (200, {"Content-Type": "text/html"}, f'<a href="/{NAME}#sha256={SHA}">x</a>'.encode())
    assert site.index().standing("tencentkit", [wheel]) == {wheel: Standing.SAME}
    assert elsewhere.asked
    assert {told for _, told in elsewhere.asked} == {None}


def test_an_index_that_refuses(sites: list[Site], wheel: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read is never taken for "absent", and the message holds no password."""
    site = sites[0]
    site.pages["/simple/tencentkit/"] = (401, {}, b"")
    with pytest.raises(IndexRefused, match="401"):
        site.index().standing("tencentkit", [wheel])
    for name, value in {"CHECK_URL": f"{site.url}/simple/", "USERNAME": "user", "PASSWORD": "secret"}.items():
        monkeypatch.setenv(f"TWINE_{name}", value)
    assert main(["index", str(wheel)]) == 1
    printed = capsys.readouterr()
    assert not printed.out
    assert "401" in printed.err
    assert "secret" not in printed.err
