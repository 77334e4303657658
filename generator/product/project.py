"""Wheel project of a product: the generator owns its files except overlay.yaml, `overlays/` and tests with other names."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import naming
from ..convert.command import convert
from ..emit.emission import emit_versions
from ..emit.product import ProductView
from ..spec.build import OVERLAY, RESULT, build
from ..spec.document import Document
from ..spec.facts import CONVERTED, TRANSCRIBED
from ..spec.files import write_whole
from ..spec.problems import Problem, SpecRefused
from ..transcribe.assembly import assemble
from ..transcribe.pages.reader import pages_in, read_pages
from .skeleton import skeleton

_TEMPLATES: Final = Path(__file__).with_name("templates")
_VERSION: Final = re.compile(r'__version__ = "(\d+)\.(\d+)\.(\d+)"')
_KIT: Final = Path(__file__).parents[2] / "overlays/tencentkit/_version.py"
_HEADER: Final = "# Written by `python -m generator product`, anew at each run. Do not edit: README.md lists the files that you may write."
_GENERATED: Final = ("__init__.py", "_client.py", "py.typed")

Report = Callable[[str], None]


class CoreRange(NamedTuple):
    """Versions of tencentkit that a wheel of a product requires."""

    lowest: str
    """The version that emits the product."""
    next: str
    """The first later version that may break compatibility."""

    @classmethod
    def current(cls) -> CoreRange:
        """Return the range of the core in this checkout."""
        kit = _VERSION.search(_KIT.read_text(encoding="utf-8"))
        if kit is None:
            raise SpecRefused(str(_KIT), [Problem("", "has no version in the format 1.2.3")])
        major, minor, _ = map(int, kit.groups())
        # Before 1.0 a minor version may break compatibility.
        return cls(".".join(kit.groups()), f"{major + 1}" if major else f"0.{minor + 1}")


_SHARED_NAMES: Final = "def check_contract(number: int, distribution: str) -> None: ...\n"
"""Names of the core's `tencentkit_api` that a product imports."""


@dataclass(frozen=True, slots=True)
class ProductProject:
    """Project folder of a product.

    Attributes:
        folder: The folder.
        service: Short name of the product.
        versions: API versions in the wheel, the default version first.
    """

    folder: Path
    service: str
    versions: tuple[str, ...]

    @property
    def package(self) -> str:
        """Import name below `tencentkit` and `tencentkit_api`."""
        return naming.package_name(self.service)

    @property
    def distribution(self) -> str:
        """Name of the wheel."""
        return f"tencentkit-{self.service}"

    def spec(self, version: str) -> Path:
        """Return the folder of facts, overlay and built document of an API version."""
        return self.folder / "spec" / self.service / version

    def refuse_older_layout(self) -> None:
        """Raise `SpecRefused` if the folder has the older import names, `tencentkit_<product>`."""
        old = self.folder / "overlays" / f"tencentkit_{self.service}"
        if old.exists():
            new = f"overlays/tencentkit/{self.package}/client.py"
            what = f"has the older layout; move your changes of its client to {new}, then delete {old} and {self.folder / 'generated'}"
            raise SpecRefused(str(self.folder), [Problem("", what)])

    def refuse_clashes(self) -> None:
        """Raise `SpecRefused` for a file below `overlays/` that another file of the wheel, or of another wheel, may replace."""
        root = self.folder / "overlays/tencentkit"
        own = root / self.package
        folders = [own, *(own / naming.version_package_name(version) for version in self.versions)]
        clashes = {folder / name: "the generator writes a file of this name" for folder in folders for name in _GENERATED}
        others = [path for path in root.glob("*") if path != own and path.name != "__pycache__"]
        clashes |= dict.fromkeys(others, f"belongs to other wheels; move it to {own.relative_to(self.folder)}")
        problems = [Problem(str(path.relative_to(self.folder)), what) for path, what in clashes.items() if path.exists()]
        if problems:
            raise SpecRefused(str(self.folder), problems)

    def convert_definitions(
        self, version: str, path: Path, *, keep_prose: bool, report: Report, prose_from: Path | None = None
    ) -> Document:
        """Convert definitions and store the facts. Raise `SpecRefused` if they are invalid."""
        converted = convert(path, self.service, version, keep_prose=keep_prose, prose_from=prose_from)
        if converted.skipped:
            report(f"omitted {len(converted.skipped)} ambiguous requests and responses of examples")
        return self._store(version, converted.document, CONVERTED)

    def transcribe_pages(self, version: str, folder: Path, *, keep_prose: bool) -> Document:
        """Transcribe all pages of a folder and store the facts. Raise `SpecRefused` or `PageRefused` if one is invalid."""
        reading = read_pages(pages_in(folder))
        if reading.problems:
            raise SpecRefused(str(folder), [Problem("", problem) for problem in reading.problems])
        reading.supersede()
        return self._store(version, assemble(reading, keep_prose=keep_prose), TRANSCRIBED)

    def _store(self, version: str, document: Document, name: str) -> Document:
        spec = self.spec(version)
        spec.mkdir(parents=True, exist_ok=True)
        write_whole(spec / name, document)
        overlay = spec / OVERLAY
        if not overlay.exists():
            overlay.write_text(skeleton(document, name), encoding="utf-8")
        return document

    def build(self) -> None:
        """Build the documents of all versions. Raise `SpecRefused` if one is invalid."""
        for version in self.versions:
            spec = self.spec(version)
            write_whole(spec / RESULT, build(spec))

    def emit(self) -> list[ProductView]:
        """Emit the code of all versions, the default first. Raise `EmitError` after a failure."""
        return emit_versions([self.spec(version) / RESULT for version in self.versions], self.folder / "generated")

    def write(
        self,
        products: Sequence[ProductView],
        *,
        release: str | None = None,
        argument: str = "",
        record: str = "",
        changes: str = "",
    ) -> None:
        """Write clients, tests and project files. Files of these names are replaced, other files stay.

        Args:
            products: The emitted versions, the default first.
            release: Version of the wheel (default: that of the core).
            argument: Arguments of the command after the name, for README.md.
            record: Folder of the project that the wheel has in its metadata.
            changes: Changelog section of the version, for README.md.
        """
        core = CoreRange.current()
        environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # noqa: S701 - no HTML
        )
        variables: dict[str, Any] = {
            "header": _HEADER,
            "service": self.service,
            "package": self.package,
            "distribution": self.distribution,
            "variable": naming.module_name(self.service),
            "versions": [
                {
                    "version": product.document.version,
                    "module": naming.version_package_name(product.document.version),
                    "actions": len(product.actions),
                }
                for product in products
            ],
            "title": _title(products[0]),
            "actions": len(products[0].actions),
            "method": products[0].actions[0].method,
            "kit": core.lowest,
            "next_kit": core.next,
            "release": release or core.lowest,
            "argument": argument,
            "record": record,
            "changes": changes,
            "roots": list(self._roots()),
        }
        for path in (self.folder / "tests").glob("test_v[0-9]*.py"):
            path.unlink()
        shutil.rmtree(self.folder / "generated/tencentkit", ignore_errors=True)
        for path, template, more in self._files(products):
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(environment.get_template(f"{template}.jinja").render(variables | more), encoding="utf-8")
        (self.folder / "generated/tencentkit" / self.package / "py.typed").write_bytes(b"")
        for name, names in (("tencentkit", ""), ("tencentkit_api", _SHARED_NAMES)):
            # pyright ignores a folder without this file if that of the core has one. The wheel omits it.
            (self.folder / "generated" / name / "__init__.pyi").write_text(f"{_HEADER}\n{names}", encoding="utf-8")

    def _roots(self) -> Iterator[str]:
        """Yield the folders that the wheel contains."""
        yield from ("generated/tencentkit_api", "generated/tencentkit")
        if (self.folder / "overlays/tencentkit").is_dir():
            yield "overlays/tencentkit"

    def _files(self, products: Sequence[ProductView]) -> Iterator[tuple[Path, str, dict[str, Any]]]:
        """Yield path, template and variables of each file."""
        yield Path("pyproject.toml"), "pyproject.toml", {}
        yield Path("README.md"), "README.md", {}
        for product in products:
            name = naming.version_package_name(product.document.version)
            own = Path("tencentkit", *product.package.split("."))
            written = self.folder / "overlays" / own
            facts: dict[str, Any] = {
                "title": _title(product),
                "package": product.package,
                "parent": ".",
                "clients": "client" if (written / "client.py").is_file() else "_client",
                "has_own_modules": written.is_dir(),
            }
            yield "generated" / own / "__init__.py", "init.py", facts
            yield "generated" / own / "_client.py", "client.py", facts
            if product is products[0]:
                alias = {**facts, "parent": "..", "has_own_modules": False}
                yield "generated" / own / name / "__init__.py", "init.py", alias
            yield Path("tests", f"test_{name}.py"), "tests/test_examples.py", {**facts, "module": f"{self.package}.{name}"}


def _title(product: ProductView) -> str:
    return f"{product.document.service.upper()} {product.document.version}"
