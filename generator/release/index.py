"""Package index client: compare files with those published on the index's simple page."""

from __future__ import annotations

import base64
import hashlib
import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_TIMEOUT = 60.0
_SEPARATORS = re.compile(r"[-_.]+")


class IndexReadError(Exception):
    """The index cannot be read. The message contains no password."""


class PublishedState(StrEnum):
    """State of a local file on a package index."""

    ABSENT = "absent"
    IDENTICAL = "identical"
    DIFFERENT = "different"


def normalized(name: str) -> str:
    """Return the name of a project as in the URL of its simple page."""
    return _SEPARATORS.sub("-", name).lower()


def project_of(file: Path) -> str:
    """Return the normalized project name of a wheel or an sdist. The name of a wheel's file has no hyphen in its project."""
    return normalized(file.name.partition("-")[0] if file.suffix == ".whl" else file.name.rpartition("-")[0])


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """Link to a file on a simple page."""

    url: str
    """URL with the digest as its fragment, if the index states one."""
    yanked: bool


@dataclass(frozen=True, slots=True)
class Index:
    """A package index with the simple API, and the credentials to read it."""

    simple: str
    """URL of the simple pages, such as https://HOST/simple/."""
    user: str
    password: str

    def files(self, project: str) -> Mapping[str, PublishedFile]:
        """Return the published files of a project by name. Raises `IndexReadError`."""
        page = urljoin(self.simple.rstrip("/") + "/", f"{normalized(project)}/")
        return _links(page, self._get(page, missing=True) or b"")

    def published_states(self, files: Iterable[Path]) -> dict[Path, PublishedState]:
        """Return the state of each file, which may belong to any number of projects. Raises `IndexReadError`."""
        by_project: dict[str, list[Path]] = {}
        for file in files:
            by_project.setdefault(project_of(file), []).append(file)
        links = {project: self.files(project) for project in by_project}
        return {file: self._compared(file, links[project].get(file.name)) for project, rows in by_project.items() for file in rows}

    def download(self, file: PublishedFile) -> bytes:
        """Return the content of a published file. Raises `IndexReadError`, also for content with another digest than that of the page."""
        url, fragment = urldefrag(file.url)
        algorithm, _, expected = fragment.partition("=")
        content = self._get(url) or b""
        if algorithm in hashlib.algorithms_guaranteed and hashlib.new(algorithm, content).hexdigest() != expected.lower():
            raise IndexReadError(f"{url}: the content differs from the {algorithm} digest on the page of the index")
        return content

    def _compared(self, file: Path, published: PublishedFile | None) -> PublishedState:
        if published is None:
            return PublishedState.ABSENT
        url, fragment = urldefrag(published.url)
        algorithm, _, expected = fragment.partition("=")
        content = file.read_bytes()
        # Without a digest, or with a weak one, the file itself is downloaded.
        if algorithm != "sha256":
            algorithm, expected = "sha256", hashlib.sha256(self._get(url) or b"").hexdigest()
        return PublishedState.IDENTICAL if hashlib.new(algorithm, content).hexdigest() == expected.lower() else PublishedState.DIFFERENT

    def _get(self, url: str, *, missing: bool = False) -> bytes | None:
        request = urllib.request.Request(url, headers={"Accept": "text/html, */*;q=0.1"})  # noqa: S310  http is for loopback
        if urlsplit(url)[:2] == urlsplit(self.simple)[:2]:
            # The password must not follow a redirect, nor go to a separate file host.
            credentials = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
            request.add_unredirected_header("Authorization", f"Basic {credentials}")
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as response:  # noqa: S310
                content: bytes = response.read()
                return content
        except urllib.error.HTTPError as error:
            with error:
                if missing and error.code == HTTPStatus.NOT_FOUND:
                    return None
                raise IndexReadError(f"{url}: HTTP status {error.code} {error.reason}") from None
        except OSError as error:
            raise IndexReadError(f"{url}: {error}") from None


def _links(page: str, content: bytes) -> dict[str, PublishedFile]:
    """Return each linked file by its name."""
    links: dict[str, PublishedFile] = {}

    class Anchors(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            attributes = dict(attrs)
            target = attributes.get("href")
            if tag == "a" and target:
                url = urljoin(page, target)
                links[unquote(urlsplit(url).path.rpartition("/")[2])] = PublishedFile(url, "data-yanked" in attributes)

    Anchors().feed(content.decode("utf-8", "replace"))
    return links
