"""Settings of `products.toml`: the products of a company, and what differs for some of them."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .. import naming
from ..diff.version import parse_version
from ..product.installed import InstalledVersion, chosen, of_product
from ..spec.problems import Problem, SpecRefused

ALL: Final = "all"
_CORE: Final = Path(__file__).parents[2] / "generated/tencentkit_api"
_PROSE: Final = ("keep", "drop")
_TOP: Final = ("names", "definitions", "overlays", "work", "prose", "prose-from", "product")
_PRODUCT: Final = ("versions", "prose", "minimum", "publish")


@dataclass(frozen=True, slots=True)
class ProductSettings:
    """Settings of one product.

    Attributes:
        name: Short name of the product.
        versions: API versions in the wheel, the default one first; empty for all in the vendor's order.
        keep_prose: Whether the wheel has the vendor's descriptions.
        minimum: Lowest version of the next release; empty for none. A person sets it to announce 1.0.0, for instance.
        publish: Whether the wheel is uploaded.
        overlays: Folder with the files of this product that a person wrote.
        prose_from: Folder of definitions in another language, whose descriptions replace those of the same names.
    """

    name: str
    versions: tuple[str, ...]
    keep_prose: bool
    minimum: str
    publish: bool
    overlays: Path
    prose_from: Path | None = None


@dataclass(frozen=True, slots=True)
class ReleaseSettings:
    """Content of `products.toml`. Relative folders are relative to the file."""

    path: Path
    names: tuple[str, ...] | None
    """Products; None for all of the definitions that are not in tencentkit itself."""
    definitions: Path | None
    """Folder of the vendor's definitions, `tccli/services`; None for the installed package."""
    overlays: Path
    work: Path
    keep_prose: bool
    product: Mapping[str, Mapping[str, Any]]
    prose_from: Path | None = None

    @classmethod
    def read(cls, path: Path) -> ReleaseSettings:
        """Read the file. Raise `SpecRefused` for an unknown or invalid setting."""
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise SpecRefused(str(path), [Problem("", f"cannot be read: {error.strerror}")]) from error
        except ValueError as error:
            raise SpecRefused(str(path), [Problem("", f"is not valid TOML: {error}")]) from error
        problems = [*_unknown("", content, _TOP), *_problems(content)]
        tables = content.get("product", {})
        if isinstance(tables, dict):
            for name, table in tables.items():
                if isinstance(table, dict):
                    problems += [*_unknown(f"product.{name}", table, _PRODUCT), *_product_problems(name, table)]
                else:
                    problems.append(Problem(f"product.{name}", "must be a table"))
        if problems:
            raise SpecRefused(str(path), problems)
        names, base = content.get("names", ALL), path.parent
        definitions = content.get("definitions")
        return cls(
            path,
            None if names == ALL else tuple(dict.fromkeys(names)),
            None if definitions is None else base / definitions,
            base / content.get("overlays", "products"),
            base / content.get("work", "build/products-release"),
            content.get("prose") == "keep",
            tables,
            base / content["prose-from"] if "prose-from" in content else None,
        )

    def choose(self, installed: Sequence[InstalledVersion], wanted: Iterable[str]) -> list[tuple[ProductSettings, list[InstalledVersion]]]:
        """Return settings and sources of the products `wanted`, or of all in the file. Raise `SpecRefused` for unknown names."""
        known = {row.service for row in installed}
        if self.names is None:
            listed = sorted(name for name in known if not is_in_core(name))
        else:
            listed = [of_product(name, installed)[0].service for name in self.names]
        if stray := sorted(self.product.keys() - set(listed)):
            raise SpecRefused(str(self.path), [Problem(f"product.{name}", "has settings, but names does not list it") for name in stray])
        names = []
        for name in wanted:
            service = of_product(name, installed)[0].service
            if service not in listed:
                raise SpecRefused(str(self.path), [Problem("names", f"does not list {service}; add it, or release another product")])
            names.append(service)
        return [self._of(name, installed) for name in dict.fromkeys(names or listed)]

    def _of(self, name: str, installed: Sequence[InstalledVersion]) -> tuple[ProductSettings, list[InstalledVersion]]:
        table = self.product.get(name, {})
        keep_prose = table["prose"] == "keep" if "prose" in table else self.keep_prose
        settings = ProductSettings(
            name,
            tuple(table.get("versions", ())),
            keep_prose,
            table.get("minimum", ""),
            table.get("publish", True),
            self.overlays / name,
            self.prose_from if keep_prose else None,
        )
        return settings, chosen(of_product(name, installed), settings.versions)


def is_in_core(service: str) -> bool:
    """Return whether the wheel of tencentkit itself has this product."""
    return (_CORE / naming.snake_case(service) / "actions.py").is_file()


def _unknown(where: str, table: Mapping[str, Any], known: Sequence[str]) -> list[Problem]:
    problems = []
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known settings: {', '.join(known)}"
            problems.append(Problem(f"{where}.{key}".lstrip("."), f"is not a setting; {hint}"))
    return problems


def _problems(content: Mapping[str, Any]) -> list[Problem]:
    problems = []
    names = content.get("names", ALL)
    if names != ALL and not _is_texts(names):
        problems.append(Problem("names", f'must be "{ALL}" or a list of products, not {names!r}'))
    problems += [
        Problem(key, f"must be a folder, not {content[key]!r}")
        for key in ("definitions", "overlays", "work", "prose-from")
        if not isinstance(content.get(key, ""), str)
    ]
    if content.get("prose", "drop") not in _PROSE:
        problems.append(Problem("prose", f"must be keep or drop, not {content['prose']!r}"))
    if not isinstance(content.get("product", {}), dict):
        problems.append(Problem("product", "must be a table of products"))
    return problems


def _product_problems(name: str, table: Mapping[str, Any]) -> list[Problem]:
    where, problems = f"product.{name}", []
    if not _is_texts(table.get("versions", [])):
        problems.append(Problem(f"{where}.versions", f"must be a list of API versions, not {table['versions']!r}"))
    if table.get("prose", "drop") not in _PROSE:
        problems.append(Problem(f"{where}.prose", f"must be keep or drop, not {table['prose']!r}"))
    if not isinstance(table.get("publish", True), bool):
        problems.append(Problem(f"{where}.publish", f"must be true or false, not {table['publish']!r}"))
    if "minimum" in table:
        try:
            parse_version(str(table["minimum"]))
        except ValueError as error:
            problems.append(Problem(f"{where}.minimum", str(error)))
    return problems


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
