"""Record of the last release, committed as `released/`: available in a fresh clone without tags or a network."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from ..diff.facts import Fact, FactSheet
from ..diff.surface import read_surface
from ..spec.facts import CONVERTED, TRANSCRIBED
from ..spec.problems import Problem, SpecRefused
from .callers import CALLERS, callers_of
from .tree import Tree

FOLDER: Final = "released"
_RELEASE, _SURFACE = "release.json", "surface.json"


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """The release record in `folder`."""

    folder: Path
    version: str
    packages: str
    """See `Tree.packages_digest`."""
    files: dict[str, str]
    """SHA-256 digest of each published file."""

    @classmethod
    def read(cls, root: Path) -> Self | None:
        """Return the record of the tree at `root`, or None before the first release. Raises `SpecRefused`."""
        folder = root / FOLDER
        if not folder.exists():
            return None
        try:
            row = json.loads((folder / _RELEASE).read_bytes())
            return cls(folder, row["version"], row["packages"], row["files"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SpecRefused(str(folder / _RELEASE), [Problem("", f"is not a valid release record: {error!r}")]) from error

    @property
    def specs(self) -> dict[str, Path]:
        """Return the released `openapi.json` files, keyed like `Tree.specs`."""
        return Tree(self.folder).specs

    def surface(self) -> FactSheet:
        """Return the public Python names. Raises `SpecRefused`."""
        path = self.folder / _SURFACE
        try:
            rows: dict[str, dict[str, dict[str, Any]]] = json.loads(path.read_bytes())
            facts = {
                Fact(where, kind, item, where): value
                for where, kinds in rows.items()
                for kind, items in kinds.items()
                for item, value in items.items()
            }
        except (OSError, ValueError, AttributeError) as error:
            raise SpecRefused(str(path), [Problem("", f"is not a valid list of public names: {error!r}")]) from error
        return FactSheet(f"tencentkit {self.version}", facts)


def write_record(root: Path, published: Sequence[Path]) -> ReleaseRecord:
    """Replace `released/` with a record of the files just published from the tree at `root`."""
    tree, folder, target_folder = Tree(root), root / f".{FOLDER}.new", root / FOLDER
    surface = _rows(read_surface(root))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, path in tree.specs.items():
        target = folder / "spec" / name / path.name
        target.parent.mkdir(parents=True)
        shutil.copyfile(path, target)
        for source in filter(Path.is_file, (path.with_name(TRANSCRIBED), path.with_name(CONVERTED))):
            shutil.copyfile(source, target.with_name(source.name))
    for path in callers_of(root):
        target = folder / CALLERS / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    _dump(folder / _SURFACE, surface)
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(published)}
    record = ReleaseRecord(target_folder, tree.version, tree.packages_digest(), files)
    _dump(folder / _RELEASE, {"version": record.version, "packages": record.packages, "files": files})
    # Replaced last, so that a failure keeps the old record.
    shutil.rmtree(target_folder, ignore_errors=True)
    folder.rename(target_folder)
    return record


def _rows(sheet: FactSheet) -> dict[str, dict[str, dict[str, Any]]]:
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for fact in sorted(sheet.facts):
        rows.setdefault(fact.where, {}).setdefault(fact.kind, {})[fact.item] = sheet.facts[fact]
    return rows


def _dump(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
