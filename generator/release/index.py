"""What a package index already has of the files that are to be published, read from its simple page."""

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


class IndexRefused(Exception):
    """The index cannot be read; the message holds no password."""


class Standing(StrEnum):
    """How a file stands with an index."""

    ABSENT = "absent"
    SAME = "there"
    OTHER = "other bytes"


@dataclass(frozen=True, slots=True)
class Index:
    """An index that speaks the simple API, with the name and the password that it asks for."""

    simple: str
    """Address of the simple pages, such as https://HOST/simple/."""
    user: str
    password: str

    def standing(self, project: str, files: Sequence[Path]) -> dict[Path, Standing]:
        """How each of the files stands. Raises `IndexRefused`."""
        page = urljoin(self.simple.rstrip("/") + "/", f"{project}/")
        links = _links(page, self._get(page, missing=True) or b"")
        return {file: self._compared(file, links.get(file.name)) for file in files}

    def _compared(self, file: Path, address: str | None) -> Standing:
        if address is None:
            return Standing.ABSENT
        address, fragment = urldefrag(address)
        algorithm, _, stated = fragment.partition("=")
        content = file.read_bytes()
        # An index that says nothing, or says it weakly, is asked for the file itself.
        if algorithm != "sha256":
            algorithm, stated = "sha256", hashlib.sha256(self._get(address) or b"").hexdigest()
        return Standing.SAME if hashlib.new(algorithm, content).hexdigest() == stated.lower() else Standing.OTHER

    def _get(self, address: str, *, missing: bool = False) -> bytes | None:
        request = urllib.request.Request(address, headers={"Accept": "text/html, */*;q=0.1"})  # noqa: S310  http is for loopback
        if urlsplit(address)[:2] == urlsplit(self.simple)[:2]:
            # Not sent along where the index redirects to, nor to a host of files that is another.
            told = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
            request.add_unredirected_header("Authorization", f"Basic {told}")
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
                content: bytes = answer.read()
                return content
        except urllib.error.HTTPError as error:
            with error:
                if missing and error.code == HTTPStatus.NOT_FOUND:
                    return None
                raise IndexRefused(f"{address}: {error.code} {error.reason}") from None
        except OSError as error:
            raise IndexRefused(f"{address}: {error}") from None


def _links(page: str, content: bytes) -> dict[str, str]:
    """Addresses of files by name."""
    links: dict[str, str] = {}

    class Anchors(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            target = dict(attrs).get("href")
            if tag == "a" and target:
                address = urljoin(page, target)
                links[unquote(urlsplit(address).path.rpartition("/")[2])] = address

    Anchors().feed(content.decode("utf-8", "replace"))
    return links
