"""Source tree: its specs, version and packages."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from ..diff.version import parse_version
from ..spec.build import RESULT
from ..spec.problems import Problem, SpecRefused

_ASSIGNMENT = re.compile(r'^__version__ = "(?P<version>[^"]*)"$', re.MULTILINE)
_PACKAGES = ("overlays/tencentkit", "generated/tencentkit_api")


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree at `root`."""

    root: Path

    @property
    def specs(self) -> dict[str, Path]:
        """Return each `openapi.json` by product and version: `scf/2018-04-16`."""
        found = sorted(self.root.glob(f"spec/*/*/{RESULT}"))
        return {path.parent.relative_to(self.root / "spec").as_posix(): path for path in found}

    @property
    def version_file(self) -> Path:
        """File that contains the version."""
        return self.root / "overlays/tencentkit/_version.py"

    @property
    def version(self) -> str:
        """Return the version of a build. Raises `SpecRefused`."""
        return self._assignment()["version"]

    def raise_version(self, version: str) -> None:
        """Write a new version into the version file."""
        text = self.version_file.read_text(encoding="utf-8")
        match = self._assignment()
        self.version_file.write_text(text[: match.start("version")] + version + text[match.end("version") :], encoding="utf-8")

    def _assignment(self) -> re.Match[str]:
        match = _ASSIGNMENT.search(self.version_file.read_text(encoding="utf-8"))
        if match is None:
            raise SpecRefused(str(self.version_file), [Problem("", 'contains no line like __version__ = "1.2.3"')])
        try:
            parse_version(match["version"])
        except ValueError as error:
            raise SpecRefused(str(self.version_file), [Problem("", str(error))]) from error
        return match

    def packages_digest(self) -> str:
        """Return a digest of all files in the wheel's two packages, without the version file."""
        digest = hashlib.sha256()
        for base in _PACKAGES:
            for path in sorted((self.root / base).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts and path != self.version_file:
                    content = hashlib.sha256(path.read_bytes()).hexdigest()
                    digest.update(f"{path.relative_to(self.root).as_posix()} {content}\n".encode())
        return digest.hexdigest()
