"""One run: read, render, format, verify, put in place."""

from __future__ import annotations

from pathlib import Path

from .document import Document
from .product import Product, read_product
from .project import PackageProject
from .staging import keep_other_products, staged_package
from .toolchain import find_ruff, format_folder
from .verification import verify


def emit(document: Path, output: Path) -> Product:
    """Write `output/tencentkit_api` from a document.

    Raises:
        EmitError: Anything is wrong; what was there before is untouched.
    """
    find_ruff()
    product = read_product(Document.read(document))
    with staged_package(output) as successor:
        PackageProject(product, successor).write()
        format_folder(successor)
        keep_other_products(output, successor, product.package)
        verify(successor.parent, product)
    return product
