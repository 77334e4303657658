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
from generator.release.index import Index, IndexReadError, PublishedState, project_of

CONTENT = b"the wheel"
NAME = "tencentkit-0.1.0-py3-none-any.whl"
CREDENTIALS = "Basic " + base64.b64encode(b"user:secret").decode()


@attrs.define
class Site:
    """A small index: its responses by path, and the received requests with their credentials."""

    url: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = attrs.Factory(dict)
    requests: list[tuple[str, str | None]] = attrs.Factory(list)

    def index(self) -> Index:
        return Index(f"{self.url}/simple/", "user", "secret")

    def page(self, *links: str) -> None:
        """Set the project page with these link targets."""
        anchors = "".join(f'<a href="{link}">x</a>' for link in links)
        self.pages["/simple/tencentkit/"] = (200, {"Content-Type": "text/html"}, f"<html>{anchors}</html>".encode())


def serve(site: Site) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append((self.path, self.headers.get("Authorization")))
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
    """An index and a second host."""
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
    ("link", "state"),
    [
        (f"../../files/{NAME}#sha256={SHA}", PublishedState.IDENTICAL),
        (f"../../files/{NAME}#sha256={SHA.upper()}", PublishedState.IDENTICAL),
        (f"../../files/{NAME}#sha256={'0' * 64}", PublishedState.DIFFERENT),
        (f"/files/{NAME}", PublishedState.IDENTICAL),
        (f"/files/{NAME}#md5=0", PublishedState.IDENTICAL),
        (f"/other/{NAME}", PublishedState.DIFFERENT),
        (f"/files/{NAME}.metadata#sha256={SHA}", PublishedState.ABSENT),
    ],
)
def test_published_states(link: str, state: PublishedState, sites: list[Site], wheel: Path) -> None:
    """The state follows from the page's sha256 digest, or from the file if there is none."""
    site = sites[0]
    site.page(link)
    site.pages[f"/files/{NAME}"], site.pages[f"/other/{NAME}"] = (200, {}, CONTENT), (200, {}, b"others")
    assert site.index().published_states([wheel]) == {wheel: state}
    assert {header for _, header in site.requests} == {CREDENTIALS}


@pytest.mark.parametrize(
    ("name", "project"),
    [
        ("tencentkit-0.1.0.tar.gz", "tencentkit"),
        ("tencentkit_cvm-0.1.0-py3-none-any.whl", "tencentkit-cvm"),
        ("Tencentkit_CVM-0.1.0.tar.gz", "tencentkit-cvm"),
        ("tencentkit-cvm-0.1.0.tar.gz", "tencentkit-cvm"),
        ("tencentkit.cvm-0.1.0-py3-none-any.whl", "tencentkit-cvm"),
    ],
)
def test_project_of_file(name: str, project: str) -> None:
    """The project follows from the name of the file, in every spelling."""
    assert project_of(Path(name)) == project


def test_several_projects(sites: list[Site], wheel: Path, tmp_path: Path) -> None:
    """Each file is looked up on the page of its own project."""
    site = sites[0]
    other = tmp_path / "tencentkit_cvm-0.1.0-py3-none-any.whl"
    other.write_bytes(CONTENT)
    site.page(f"/files/{NAME}#sha256={SHA}")
    states = {wheel: PublishedState.IDENTICAL, other: PublishedState.ABSENT}
    assert site.index().published_states([wheel, other]) == states
    link = f'<a href="/files/{other.name}#sha256={SHA}">x</a>'
    site.pages["/simple/tencentkit-cvm/"] = (200, {"Content-Type": "text/html"}, link.encode())
    assert site.index().published_states([wheel, other]) == dict.fromkeys((wheel, other), PublishedState.IDENTICAL)


def test_yanked_and_changed_files(sites: list[Site]) -> None:
    """A yanked file is marked; a download whose digest differs from the page is refused."""
    site = sites[0]
    anchors = f'<a data-yanked="bad" href="/files/{NAME}#sha256={SHA}">x</a><a href="/files/other.whl#sha256={"0" * 64}">x</a>'
    site.pages["/simple/tencentkit/"] = (200, {"Content-Type": "text/html"}, anchors.encode())
    site.pages[f"/files/{NAME}"] = site.pages["/files/other.whl"] = (200, {}, CONTENT)
    files = site.index().files("Tencentkit")
    assert {name: file.yanked for name, file in files.items()} == {NAME: True, "other.whl": False}
    assert site.index().download(files[NAME]) == CONTENT
    with pytest.raises(IndexReadError, match="differs from the sha256 digest"):
        site.index().download(files["other.whl"])


def test_unknown_project(sites: list[Site], wheel: Path) -> None:
    """On an index without the project, every file is absent."""
    assert sites[0].index().published_states([wheel]) == {wheel: PublishedState.ABSENT}


def test_password_stays_with_index(sites: list[Site], wheel: Path) -> None:
    """The password goes neither to a redirect target nor to a file on another host."""
    site, elsewhere = sites
    elsewhere.pages[f"/{NAME}"] = (200, {}, CONTENT)
    site.page(f"{elsewhere.url}/{NAME}")
    assert site.index().published_states([wheel]) == {wheel: PublishedState.IDENTICAL}
    site.pages["/simple/tencentkit/"] = (302, {"Location": f"{elsewhere.url}/list/"}, b"")
    elsewhere.pages["/list/"] = (200, {"Content-Type": "text/html"}, f'<a href="/{NAME}#sha256={SHA}">x</a>'.encode())
    assert site.index().published_states([wheel]) == {wheel: PublishedState.IDENTICAL}
    assert elsewhere.requests
    assert {header for _, header in elsewhere.requests} == {None}


def test_unreadable_index(sites: list[Site], wheel: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An unreadable index is an error, never "absent"; the message contains no password."""
    site = sites[0]
    site.pages["/simple/tencentkit/"] = (401, {}, b"")
    with pytest.raises(IndexReadError, match="401"):
        site.index().published_states([wheel])
    for name, value in {"CHECK_URL": f"{site.url}/simple/", "USERNAME": "user", "PASSWORD": "secret"}.items():
        monkeypatch.setenv(f"TWINE_{name}", value)
    assert main(["index", str(wheel)]) == 1
    printed = capsys.readouterr()
    assert not printed.out
    assert "401" in printed.err
    assert "secret" not in printed.err
