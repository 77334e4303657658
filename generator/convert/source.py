"""The files of a product version as bytes: where they came from, and what is in them."""

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
    """A decoded file, and the digest of its bytes as they were read."""

    path: Path
    sha256: str
    content: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> DefinitionFile:
        """Read one file. Raises `SpecRefused` for what is no JSON object."""
        try:
            data = path.read_bytes()
            content = json.loads(data)
        except OSError as error:
            raise SpecRefused(str(path), [Problem("", f"cannot be read: {error.strerror}")]) from error
        except (ValueError, RecursionError) as error:
            raise SpecRefused(str(path), [Problem("", f"no JSON: {error}")]) from error
        if not isinstance(content, dict):
            raise SpecRefused(str(path), [Problem("", "no JSON object")])
        return cls(path, hashlib.sha256(data).hexdigest(), content)


def read_source(path: Path) -> tuple[DefinitionFile, DefinitionFile | None]:
    """`api.json`, and `examples.json` where it stands beside it. `path` is the folder, or the `api.json` itself."""
    api = path / API if path.is_dir() else path
    examples = api.with_name(EXAMPLES)
    return DefinitionFile.read(api), DefinitionFile.read(examples) if examples.is_file() else None
