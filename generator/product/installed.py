"""Definitions in the vendor's command-line tool, a development dependency. Nothing of it is committed."""

from __future__ import annotations

import ast
import difflib
import importlib.util
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .. import naming
from ..convert.source import API, DefinitionFile
from ..spec.problems import Problem, SpecRefused

_PACKAGE: Final = "tccli"
_FOLDER: Final = re.compile(r"v(\d{4})(\d\d)(\d\d)")
_ORDER: Final = "SERVICE_VERSIONS"


@dataclass(frozen=True, slots=True)
class InstalledVersion:
    """Source folder of one version of a product."""

    folder: Path
    service: str
    version: str


def versions(services: Path | None = None) -> list[InstalledVersion]:
    """Return all product versions, sorted by product; the versions of one product in the vendor's order, its default first.

    Args:
        services: Folder of the products (default: that of the installed package).

    Raises:
        SpecRefused: The package is not installed.
    """
    if services is None:
        found = importlib.util.find_spec(_PACKAGE)
        if found is None or not found.submodule_search_locations:
            raise SpecRefused(_PACKAGE, [Problem("", "is not installed; run nox -s product, or set --definitions FOLDER")])
        services = Path(found.submodule_search_locations[0]) / "services"
    order = vendor_order(services)
    rows = []
    for folder in sorted(path for path in services.glob("*") if path.is_dir()):
        rows += in_folder(folder, order.get(folder.name, ()))
    return rows


def in_folder(folder: Path, order: Sequence[str]) -> list[InstalledVersion]:
    """Return the versions in the folder of a product: first those of `order`, then the others, the newest first."""
    rows = []
    for api in folder.glob(f"v*/{API}"):
        match = _FOLDER.fullmatch(api.parent.name)
        if match:
            rows.append(InstalledVersion(api.parent, _name(api), "-".join(match.groups())))
    rows.sort(key=lambda row: row.version, reverse=True)
    return sorted(rows, key=lambda row: order.index(row.version) if row.version in order else len(order))


def vendor_order(services: Path) -> Mapping[str, Sequence[str]]:
    """Return the versions of each product folder in the vendor's order: the vendor's tool uses the first one by default.

    Source: the table `SERVICE_VERSIONS` in `services/__init__.py`, read without executing the module. Empty without that table.
    """
    module = services / "__init__.py"
    if not module.is_file():
        return {}
    for node in ast.parse(module.read_bytes()).body:
        if isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == [_ORDER]:
            return {str(name): [str(version) for version in dates] for name, dates in ast.literal_eval(node.value).items()}
    return {}


def find(service: str, wanted: Sequence[str] = ()) -> list[InstalledVersion]:
    """Return the versions `wanted` of a product, or all in the vendor's order. Raise `SpecRefused` if one does not exist."""
    return chosen(of_product(service, versions()), wanted)


def chosen(rows: Sequence[InstalledVersion], wanted: Sequence[str]) -> list[InstalledVersion]:
    """Return the rows of the versions `wanted`, in this order, or all rows. Raise `SpecRefused` if one does not exist."""
    by_version = {row.version: row for row in rows}
    for version in wanted:
        if version not in by_version:
            raise _missing(f"{rows[0].service} {version}", f"it has {', '.join(by_version)}")
    return [by_version[version] for version in wanted] or list(rows)


def of_product(service: str, installed: Sequence[InstalledVersion]) -> list[InstalledVersion]:
    """Return the versions of a product. Raise `SpecRefused` with near names if there is none.

    Args:
        service: Name of the product, its folder, its package (`tencentkit.as_`) or its wheel (`tencentkit-as`), in any case of letters.
        installed: All versions.
    """
    name = service.casefold().removeprefix("tencentkit").lstrip("-.")
    rows = [row for row in installed if name in (row.service, row.folder.parent.name, naming.package_name(row.service))]
    if not rows:
        names = sorted({row.service for row in installed})
        near = difflib.get_close_matches(name, names, n=5) or [each for each in names if name in each]
        hint = f"did you mean {', '.join(near)}?" if near else "no name is similar."
        raise _missing(service, f"{hint} nox -s product lists all")
    return rows


def _missing(name: str, hint: str) -> SpecRefused:
    return SpecRefused(_PACKAGE, [Problem("", f"has no definitions of {name}; {hint}")])


def listing(installed: Iterable[InstalledVersion]) -> list[str]:
    """Return one line for each product: its name, its versions, the default one first, and its package if it has another name."""
    by_name: dict[str, list[str]] = {}
    for row in installed:
        by_name.setdefault(row.service, []).append(row.version)
    width = max(map(len, by_name), default=0)
    return [f"{name:{width}}  {' '.join(dates)}{_import_hint(name)}" for name, dates in sorted(by_name.items())]


def _import_hint(name: str) -> str:
    package = naming.package_name(name)
    return "" if package == name else f"  (tencentkit.{package})"


def _name(api: Path) -> str:
    metadata = DefinitionFile.read(api).content.get("metadata")
    folder = api.parent.parent.name
    return str(metadata.get("serviceShortName", folder)) if isinstance(metadata, dict) else folder
