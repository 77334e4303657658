"""Emission of a package: read, render, format, verify, replace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .. import naming
from .document import OpenApiDocument
from .errors import EmitError
from .product import ProductView, read_product
from .project import PackageProject
from .staging import PACKAGE, keep_other_products, staged_package
from .toolchain import find_ruff, format_folder
from .verification import verify


def emit(document: Path, output: Path) -> ProductView:
    """Write `output/tencentkit_api`, the shared modules and all products, from the document of one of them.

    Raises:
        EmitError: A step failed. The old package is unchanged.
    """
    find_ruff()
    product = read_product(OpenApiDocument.read(document))
    with staged_package(output, PACKAGE) as successor:
        project = PackageProject(product, successor)
        project.write_shared()
        project.write()
        format_folder(successor)
        keep_other_products(output, successor, product.package)
        verify(successor.parent, product, project.import_name)
    return product


def emit_versions(documents: Sequence[Path], output: Path) -> list[ProductView]:
    """Write `output/tencentkit_api/<product>`, one product without the shared modules, from the documents of its API versions.

    The first document is the default version: its modules are in the folder itself, those of the other versions in `v<date>/`.
    `v<date>/` of the default version repeats the names of the folder.

    Raises:
        EmitError: A step failed. The old package is unchanged.
    """
    find_ruff()
    products: list[ProductView] = []
    for path in documents:
        document = OpenApiDocument.read(path)
        package = naming.package_name(document.service)
        if products:
            package = f"{products[0].package}.{naming.version_package_name(document.version)}"
            if document.service != products[0].document.service:
                raise EmitError(f"{path}: describes {document.service}, not {products[0].document.service}")
        products.append(read_product(document, package))
    with staged_package(output / PACKAGE, products[0].package) as successor:
        # The import check needs the shared modules; they stay in the staging folder.
        root = successor.with_name(PACKAGE)
        for number, product in enumerate(products):
            project = PackageProject(product, root, is_separate=True)
            if not number:
                project.write_shared()
            project.write()
            if not number:
                project.write_alias()
        format_folder(root)
        for product in products:
            verify(root.parent, product, f"{PACKAGE}.{product.package}")
        (root / products[0].package).rename(successor)
    return products
