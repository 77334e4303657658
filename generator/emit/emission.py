"""One run: read, render, format, verify, put in place."""

from __future__ import annotations

from pathlib import Path

from .document import Document
from .product import Product, read_product
from .project import PackageProject
from .staging import PACKAGE, keep_other_products, staged_package
from .toolchain import find_ruff, format_folder
from .verification import verify


def emit(document: Path, output: Path, package: str = PACKAGE) -> Product:
    """Write `output/<package>` from a document: into the package of all products, or as a package of its own.

    Raises:
        EmitError: Anything is wrong; what was there before is untouched.
    """
    find_ruff()
    product = read_product(Document.read(document))
    with staged_package(output, package) as successor:
        # What products share is needed to import a package of its own, too; there it stays behind in the staging folder.
        project = PackageProject(product, successor.with_name(PACKAGE), successor if package != PACKAGE else None)
        project.write()
        format_folder(successor)
        if package == PACKAGE:
            keep_other_products(output, successor, product.package)
        verify(successor.parent, product, project.import_name)
    return product
