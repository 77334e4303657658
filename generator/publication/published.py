"""Published wheels of a product, from the index or from the folder of earlier downloads."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag

from ..diff.version import parse_version
from ..release.index import Index, PublishedFile


@dataclass(frozen=True, slots=True)
class PublishedProduct:
    """Published versions of a product.

    Attributes:
        versions: All versions on the index, yanked ones included.
        name: File name of the newest wheel that installers choose; empty without any.
        version: Version of that wheel.
        data: Its bytes.
    """

    versions: frozenset[str] = frozenset()
    name: str = ""
    version: str = ""
    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class PublishedWheels:
    """Reader of published wheels.

    Attributes:
        index: The index; None for a dry run without one.
        folder: Folder of downloaded wheels. Without an index they are taken as the published ones.
    """

    index: Index | None
    folder: Path

    @classmethod
    def from_environment(cls, folder: Path) -> PublishedWheels:
        """Return the reader for the index in TWINE_CHECK_URL, TWINE_USERNAME and TWINE_PASSWORD."""
        url, user, password = (os.environ.get(f"TWINE_{name}", "") for name in ("CHECK_URL", "USERNAME", "PASSWORD"))
        return cls(Index(url, user, password) if url else None, folder)

    def versions(self, distribution: str) -> frozenset[str]:
        """Return the published versions of a distribution. Raises `IndexReadError`."""
        return frozenset(self._wheels(distribution))

    def find(self, distribution: str) -> PublishedProduct:
        """Return the published versions of a product and its newest wheel. Raises `IndexReadError`."""
        wheels = self._wheels(distribution)
        offered = [version for version, (_, file) in wheels.items() if not file.yanked]
        if not offered:
            return PublishedProduct(frozenset(wheels))
        newest = max(offered, key=parse_version)
        name, file = wheels[newest]
        return PublishedProduct(frozenset(wheels), name, newest, self._content(name, file))

    def keep(self, wheel: Path) -> None:
        """Store a published wheel among the downloads."""
        self._store(wheel.name, wheel.read_bytes())

    def _wheels(self, distribution: str) -> dict[str, tuple[str, PublishedFile]]:
        """Return file name and link of the wheel of each version."""
        files: Mapping[str, PublishedFile]
        if self.index is None:
            files = {path.name: PublishedFile("", yanked=False) for path in self.folder.glob("*.whl")}
        else:
            files = self.index.files(distribution)
        pattern = _pattern(distribution)
        return {match[1]: (name, file) for name, file in files.items() if (match := pattern.fullmatch(name))}

    def _content(self, name: str, file: PublishedFile) -> bytes:
        path = self.folder / name
        if self.index is None:
            return path.read_bytes()
        _, fragment = urldefrag(file.url)
        algorithm, _, expected = fragment.partition("=")
        # Without a digest on the page, only a new download is certain to be the published file.
        if algorithm == "sha256" and path.is_file():
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == expected.lower():
                return data
        data = self.index.download(file)
        self._store(name, data)
        return data

    def _store(self, name: str, data: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        temporary = self.folder / f".{name}.{os.getpid()}"
        temporary.write_bytes(data)
        temporary.replace(self.folder / name)


def _pattern(distribution: str) -> re.Pattern[str]:
    """Return the pattern of the wheels of a distribution, with its version as the group."""
    # `tencentkit_cvm-1.2.3` and not `tencentkit_cvm_x-1.2.3`.
    name = "[-_.]+".join(map(re.escape, re.split(r"[-_.]+", distribution)))
    return re.compile(rf"{name}-(\d+\.\d+\.\d+)-py3-none-any\.whl", re.IGNORECASE)
