"""Emission of a package: read, render, format, verify, replace."""

from __future__ import annotations

from pathlib import Path

from .document import OpenApiDocument
from .product import ProductView, read_product
from .project import PackageProject
from .staging import PACKAGE, keep_other_products, staged_package
from .toolchain import find_ruff, format_folder
from .verification import verify


def emit(document: Path, output: Path, package: str = PACKAGE) -> ProductView:
    """Write `output/<package>` from a document: the package of all products, or a package of one product.

    Raises:
        EmitError: A step failed. The old package is unchanged.
    """
    find_ruff()
    product = read_product(OpenApiDocument.read(document))
    with staged_package(output, package) as successor:
        # Verification of a one-product package imports the shared modules, too; they stay in the staging folder.
        project = PackageProject(product, successor.with_name(PACKAGE), successor if package != PACKAGE else None)
        project.write()
        format_folder(successor)
        if package == PACKAGE:
            keep_other_products(output, successor, product.package)
        verify(successor.parent, product, project.import_name)
    return product
