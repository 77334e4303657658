"""Digests of everything that determines the wheel of a product."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from ..convert.descriptions import definitions_in
from ..convert.source import API, EXAMPLES
from ..product.installed import InstalledVersion
from .settings import ProductSettings

_GENERATOR: Final = Path(__file__).parents[1]
_SOURCES: Final = (".py", ".jinja", ".txt", ".json", ".toml")
_RELEASE: Final = re.compile(r"""^__version__ = ["']([\w.]+)["']""", re.MULTILINE)


@cache
def generator_digest() -> str:
    """Return a digest of the generator's code and templates."""
    return _digest((path, path.relative_to(_GENERATOR).as_posix()) for path in _files(_GENERATOR) if path.suffix in _SOURCES)


def own_code_digest(folder: Path) -> str:
    """Return a digest of the Python code that a person wrote for a product; empty without such code."""
    base = folder / "overlays"
    files = [path for path in _files(base) if path.suffix in (".py", ".pyi")]
    return _digest((path, path.relative_to(base).as_posix()) for path in files) if files else ""


def inputs_digest(settings: ProductSettings, sources: Sequence[InstalledVersion], core: str) -> str:
    """Return a digest of definitions, settings, files of a person, generator and version of the core."""
    files = [(row.folder / name, f"{row.version}/{name}") for row in sources for name in (API, EXAMPLES) if (row.folder / name).is_file()]
    files += [(path, path.relative_to(settings.overlays).as_posix()) for path in _files(settings.overlays)]
    if settings.prose_from is not None:
        texts = ((row.version, definitions_in(settings.prose_from, settings.name, row.version)) for row in sources)
        files += [(folder / API, f"prose/{version}") for version, folder in texts if folder is not None]
    facts = (settings.name, *(row.version for row in sources), settings.keep_prose, settings.minimum, core, generator_digest())
    return hashlib.sha256(f"{facts} {_digest(files)}".encode()).hexdigest()


def definitions_label(services: Path) -> str:
    """Return name and version of the package with these definitions, such as `tccli 3.1.189.1`; empty if it has none."""
    package = services.parent
    module = package / "__init__.py"
    match = _RELEASE.search(module.read_text(encoding="utf-8")) if module.is_file() else None
    return f"{package.name} {match[1]}" if match else ""


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _digest(files: Iterable[tuple[Path, str]]) -> str:
    digest = hashlib.sha256()
    for path, name in files:
        digest.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
