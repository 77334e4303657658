"""Products made from definitions at test time, for tests of their fakes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from generator.product.installed import in_folder, vendor_order
from generator.product.project import ProductProject
from tests.generator.products.packages import imported


@contextmanager
def made(folder: Path, definitions: Path, overlay: str = "") -> Iterator[ModuleType]:
    """Convert the definitions of a product, emit its packages, and import its client.

    Args:
        folder: Folder of the project.
        definitions: Folder with the folders of the API versions.
        overlay: Actions at the end of the overlay of the default version.
    """
    rows = in_folder(definitions, vendor_order(definitions.parent).get(definitions.name, ()))
    project = ProductProject(folder, rows[0].service, tuple(row.version for row in rows))
    for row in rows:
        project.convert_definitions(row.version, row.folder, keep_prose=False, report=str)
        file = project.spec(row.version) / "overlay.yaml"
        file.write_text(file.read_text(encoding="utf-8") + (overlay if row is rows[0] else ""), encoding="utf-8")
    project.build()
    project.write(project.emit())
    with imported(folder, project.package) as package:
        yield package
