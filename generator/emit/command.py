"""Command `emit`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .errors import EmitError
from .staging import PACKAGE
from .toolchain import check_parser


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("document", metavar="OPENAPI_JSON", type=Path, help="built spec, openapi.json")
    parser.add_argument("--output", metavar="DIR", type=Path, required=True, help=f"folder of {PACKAGE}; other products in it stay")


def run(args: argparse.Namespace) -> int:
    """Emit the package. Return 0, or 1 after an error, which leaves the old folder unchanged."""
    try:
        check_parser()
        # Import after the check: another version of the parser may fail on import.
        from .emission import emit

        product = emit(args.document, args.output)
    except (EmitError, OSError) as error:
        sys.stderr.write(f"emit: {error}\n")
        return 1
    sys.stdout.write(f"{args.output / PACKAGE}: {product.title}, {len(product.actions)} actions, {len(product.models)} models\n")
    return 0
