"""Definitions in the vendor's command-line tool, a development dependency. Nothing of it is committed."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..convert.source import API, DefinitionFile
from ..spec.problems import Problem, SpecRefused

_PACKAGE: Final = "tccli"
_FOLDER: Final = re.compile(r"v(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class InstalledVersion:
    """Source folder of one version of a product."""

    folder: Path
    service: str
    version: str


def versions() -> list[InstalledVersion]:
    """Return all product versions of the installed package, sorted. Raise `SpecRefused` if it is not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SpecRefused(_PACKAGE, [Problem("", "is not installed; run nox -s product, or set --definitions FOLDER")])
    rows = []
    for api in sorted(Path(found.submodule_search_locations[0]).glob(f"services/*/v*/{API}")):
        match = _FOLDER.fullmatch(api.parent.name)
        if match:
            rows.append(InstalledVersion(api.parent, api.parent.parent.name, "-".join(match.groups())))
    return rows


def find(service: str, version: str | None) -> InstalledVersion:
    """Return one version of a product, by default the newest. Raise `SpecRefused` if it does not exist."""
    rows = [row for row in versions() if row.service == service or _name(row) == service]
    wanted = [row for row in rows if version in (None, row.version)]
    if not wanted:
        known = f"it has {', '.join(row.version for row in rows)}" if rows else "it has no such product"
        raise SpecRefused(_PACKAGE, [Problem("", f"has no definitions of {service} {version or ''}".rstrip() + f"; {known}")])
    newest = max(wanted, key=lambda row: row.version)
    # Some folder names differ from the product name.
    return InstalledVersion(newest.folder, _name(newest), newest.version)


def _name(row: InstalledVersion) -> str:
    metadata = DefinitionFile.read(row.folder / API).content.get("metadata")
    return str(metadata.get("serviceShortName", row.service)) if isinstance(metadata, dict) else row.service
