"""Wheel project of a product. Hand-edited files are written once, generated files every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import naming
from ..convert.command import convert
from ..emit.emission import emit
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

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ProductProject:
    """Project folder of one version of a product."""

    folder: Path
    service: str
    version: str
    package: str
    """Import name of the client; the generated code is in `<package>_api`."""

    @property
    def spec(self) -> Path:
        """Folder of facts, overlay and built document."""
        return self.folder / "spec" / self.service / self.version

    def convert_definitions(self, path: Path, *, keep_prose: bool, report: Report) -> Document:
        """Convert definitions and store the facts. Raise `SpecRefused` if they are invalid."""
        converted = convert(path, self.service, self.version, keep_prose=keep_prose)
        if converted.skipped:
            report(f"omitted {len(converted.skipped)} ambiguous requests and responses of examples")
        return self._store(converted.document, CONVERTED)

    def transcribe_pages(self, folder: Path, *, keep_prose: bool) -> Document:
        """Transcribe all pages of a folder and store the facts. Raise `SpecRefused` or `PageRefused` if one is invalid."""
        reading = read_pages(pages_in(folder))
        if reading.problems:
            raise SpecRefused(str(folder), [Problem("", problem) for problem in reading.problems])
        reading.supersede()
        return self._store(assemble(reading, keep_prose=keep_prose), TRANSCRIBED)

    def _store(self, document: Document, name: str) -> Document:
        self.spec.mkdir(parents=True, exist_ok=True)
        write_whole(self.spec / name, document)
        overlay = self.spec / OVERLAY
        if not overlay.exists():
            overlay.write_text(skeleton(document, name), encoding="utf-8")
        return document

    def build(self) -> Document:
        """Build the document. Raise `SpecRefused` if it is invalid."""
        document = build(self.spec)
        write_whole(self.spec / RESULT, document)
        return document

    def emit(self) -> ProductView:
        """Emit the code. Raise `EmitError` after a failure."""
        return emit(self.spec / RESULT, self.folder / "generated", f"{self.package}_api")

    def write(self, product: ProductView) -> None:
        """Write client, tests and project files. Existing files stay, because they may contain edits."""
        kit = _VERSION.search(_KIT.read_text(encoding="utf-8"))
        if kit is None:
            raise SpecRefused(str(_KIT), [Problem("", "has no version in the format 1.2.3")])
        major, minor, _ = map(int, kit.groups())
        environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            autoescape=False,  # noqa: S701 - no HTML
        )
        overlay = Path("overlays") / self.package
        for template, path in (
            ("pyproject.toml", Path("pyproject.toml")),
            ("README.md", Path("README.md")),
            ("init.py", overlay / "__init__.py"),
            ("client.py", overlay / "_client.py"),
            ("tests/test_examples.py", Path("tests/test_examples.py")),
        ):
            target = self.folder / path
            if target.exists():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            text = environment.get_template(f"{template}.jinja").render(
                name=self.package.removeprefix("tencentkit_").replace("_", "-"),
                service=self.service,
                variable=naming.module_name(self.service),
                version=self.version,
                title=f"{self.service.upper()} {self.version}",
                package=self.package,
                actions=len(product.actions),
                method=product.actions[0].method,
                kit=".".join(kit.groups()),
                # Before 1.0 a minor version may break compatibility.
                next_kit=f"{major + 1}" if major else f"0.{minor + 1}",
            )
            target.write_text(text, encoding="utf-8")
        marker = self.folder / overlay / "py.typed"
        if not marker.exists():
            marker.write_bytes(b"")
