"""Definitions in the vendor's command-line tool, a development dependency. Nothing of it is committed."""

from __future__ import annotations

import difflib
import importlib.util
import re
from collections.abc import Iterable, Sequence
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
    """Return all product versions of the installed package, sorted by folder. Raise `SpecRefused` if it is not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SpecRefused(_PACKAGE, [Problem("", "is not installed; run nox -s product, or set --definitions FOLDER")])
    rows = []
    for api in sorted(Path(found.submodule_search_locations[0]).glob(f"services/*/v*/{API}")):
        match = _FOLDER.fullmatch(api.parent.name)
        if match:
            rows.append(InstalledVersion(api.parent, _name(api), "-".join(match.groups())))
    return rows


def find(service: str, version: str | None) -> InstalledVersion:
    """Return one version of a product, by default the newest. Raise `SpecRefused` if it does not exist."""
    rows = of_product(service, versions())
    wanted = [row for row in rows if version in (None, row.version)]
    if not wanted:
        raise _missing(f"{service} {version}", f"it has {', '.join(row.version for row in rows)}")
    return max(wanted, key=lambda row: row.version)


def of_product(service: str, installed: Sequence[InstalledVersion]) -> list[InstalledVersion]:
    """Return the versions of a product. Raise `SpecRefused` with near names if there is none."""
    # Some folder names differ from the product name.
    rows = [row for row in installed if service in (row.service, row.folder.parent.name)]
    if not rows:
        names = sorted({row.service for row in installed})
        near = difflib.get_close_matches(service.lower(), names, n=5) or [name for name in names if service.lower() in name]
        hint = f"did you mean {', '.join(near)}?" if near else "no name is similar."
        raise _missing(service, f"{hint} nox -s product lists all")
    return rows


def _missing(name: str, hint: str) -> SpecRefused:
    return SpecRefused(_PACKAGE, [Problem("", f"has no definitions of {name}; {hint}")])


def listing(installed: Iterable[InstalledVersion]) -> list[str]:
    """Return one line for each product: its name and its versions, the newest first."""
    by_name: dict[str, list[str]] = {}
    for row in installed:
        by_name.setdefault(row.service, []).append(row.version)
    width = max(map(len, by_name), default=0)
    return [f"{name:{width}}  {' '.join(sorted(dates, reverse=True))}" for name, dates in sorted(by_name.items())]


def _name(api: Path) -> str:
    metadata = DefinitionFile.read(api).content.get("metadata")
    folder = api.parent.parent.name
    return str(metadata.get("serviceShortName", folder)) if isinstance(metadata, dict) else folder
