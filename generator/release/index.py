"""Package index client: compare files with those published on the index's simple page."""

from __future__ import annotations

import base64
import hashlib
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_TIMEOUT = 60.0


class IndexReadError(Exception):
    """The index cannot be read. The message contains no password."""


class PublishedState(StrEnum):
    """State of a local file on a package index."""

    ABSENT = "absent"
    IDENTICAL = "identical"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Index:
    """A package index with the simple API, and the credentials to read it."""

    simple: str
    """URL of the simple pages, such as https://HOST/simple/."""
    user: str
    password: str

    def published_states(self, project: str, files: Sequence[Path]) -> dict[Path, PublishedState]:
        """Return the state of each file. Raises `IndexReadError`."""
        page = urljoin(self.simple.rstrip("/") + "/", f"{project}/")
        links = _links(page, self._get(page, missing=True) or b"")
        return {file: self._compared(file, links.get(file.name)) for file in files}

    def _compared(self, file: Path, url: str | None) -> PublishedState:
        if url is None:
            return PublishedState.ABSENT
        url, fragment = urldefrag(url)
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


def _links(page: str, content: bytes) -> dict[str, str]:
    """Return the URL of each linked file by file name."""
    links: dict[str, str] = {}

    class Anchors(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            target = dict(attrs).get("href")
            if tag == "a" and target:
                url = urljoin(page, target)
                links[unquote(urlsplit(url).path.rpartition("/")[2])] = url

    Anchors().feed(content.decode("utf-8", "replace"))
    return links
