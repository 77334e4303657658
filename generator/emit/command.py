"""`python -m generator emit`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .errors import EmitError
from .staging import PACKAGE
from .toolchain import check_parser


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("document", metavar="OPENAPI_JSON", type=Path, help="the built spec, openapi.json")
    parser.add_argument("--output", metavar="DIR", type=Path, required=True, help="folder that holds, or will hold, the package")
    parser.add_argument(
        "--package",
        metavar="NAME",
        default=PACKAGE,
        help=f"import name: {PACKAGE} holds products side by side, with what they share; any other name holds this one product, "
        f"and takes what is shared from an installed {PACKAGE} (default: %(default)s)",
    )


def run(args: argparse.Namespace) -> int:
    """Emit, and return the exit code: 0 done, 1 refused, with the old folder untouched."""
    try:
        check_parser()
        # Only now, for another version of the parser may not even import as this code expects.
        from .emission import emit

        product = emit(args.document, args.output, args.package)
    except (EmitError, OSError) as error:
        sys.stderr.write(f"emit: {error}\n")
        return 1
    sys.stdout.write(f"{args.output / args.package}: {product.title}, {len(product.actions)} actions, {len(product.models)} models\n")
    return 0
