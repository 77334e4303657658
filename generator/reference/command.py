"""Command `reference`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..emit.document import OpenApiDocument
from ..emit.errors import EmitError
from .page import index_of, page_name, page_of

if TYPE_CHECKING:
    import argparse


def pages_of(document: OpenApiDocument) -> dict[str, str]:
    """Return all pages by file name."""
    pages = {page_name(str(operation["operationId"])): page_of(document, operation) for operation in document.operations}
    return {"index.md": index_of(document)} | pages


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("spec", type=Path, metavar="SPEC", help="built spec, openapi.json")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="folder of the pages")


def run(args: argparse.Namespace) -> int:
    """Write the pages. Return 0, or 1 after an error."""
    try:
        pages = pages_of(OpenApiDocument.read(args.spec))
    except EmitError as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201  # output of the command
        return 1
    args.output.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (args.output / name).write_text(text, encoding="utf-8")
    return 0
