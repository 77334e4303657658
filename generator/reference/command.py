"""Command `reference`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..emit.document import OpenApiDocument
from ..emit.errors import EmitError
from ..naming import package_name, version_package_name
from .page import index_of, page_name, page_of

if TYPE_CHECKING:
    import argparse


def pages_of(document: OpenApiDocument, *, guides: str = "../guides", has_versions: bool = False) -> dict[str, str]:
    """Return all pages by file name.

    Args:
        document: Spec of the product.
        guides: Relative address of the folder of the guides.
        has_versions: Whether the product's wheel has several API versions, so that the examples import this one.
    """
    module = f"tencentkit.{package_name(document.service)}.{version_package_name(document.version)}" if has_versions else None
    pages = {
        page_name(str(operation["operationId"])): page_of(document, operation, guides=guides, module=module)
        for operation in document.operations
    }
    return {"index.md": index_of(document)} | pages


def has_versions(spec: Path) -> bool:
    """Return whether the project of a spec, `SERVICE/VERSION/openapi.json`, has further API versions."""
    return len(list(spec.resolve().parent.parent.glob(f"*/{spec.name}"))) > 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("spec", type=Path, metavar="SPEC", help="built spec, openapi.json")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="folder of the pages")
    parser.add_argument("--guides", default="../guides", metavar="URL", help="address of the guides from the pages (default: ../guides)")


def run(args: argparse.Namespace) -> int:
    """Write the pages. Return 0, or 1 after an error."""
    try:
        pages = pages_of(OpenApiDocument.read(args.spec), guides=args.guides, has_versions=has_versions(args.spec))
    except EmitError as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201  # output of the command
        return 1
    args.output.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (args.output / name).write_text(text, encoding="utf-8")
    return 0
