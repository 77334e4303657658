"""Source files of a product version, with their digests."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ..spec.problems import Problem, SpecRefused

API: Final = "api.json"
EXAMPLES: Final = "examples.json"


@dataclass(frozen=True, slots=True)
class DefinitionFile:
    """A parsed JSON file and the SHA-256 digest of its bytes."""

    path: Path
    sha256: str
    content: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> DefinitionFile:
        """Read one file. Raises `SpecRefused` unless it contains a JSON object."""
        try:
            data = path.read_bytes()
            content = json.loads(data)
        except OSError as error:
            raise SpecRefused(str(path), [Problem("", f"cannot be read: {error.strerror}")]) from error
        except (ValueError, RecursionError) as error:
            raise SpecRefused(str(path), [Problem("", f"is not valid JSON: {error}")]) from error
        if not isinstance(content, dict):
            raise SpecRefused(str(path), [Problem("", "is not a JSON object")])
        return cls(path, hashlib.sha256(data).hexdigest(), content)


def read_source(path: Path) -> tuple[DefinitionFile, DefinitionFile | None]:
    """Read `api.json` and, if present, `examples.json` beside it. `path` is the folder or the `api.json`."""
    api = path / API if path.is_dir() else path
    examples = api.with_name(EXAMPLES)
    return DefinitionFile.read(api), DefinitionFile.read(examples) if examples.is_file() else None
