"""`python -m generator build`: build openapi.json from facts and overlays, or print all problems, one a line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .build import RESULT, build
from .files import write_whole
from .problems import SpecRefused


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder of a product version, such as spec/scf/2018-04-16")
    parser.add_argument("--output", type=Path, metavar="FILE", help=f"output file (default: FOLDER/{RESULT})")


def run(args: argparse.Namespace) -> int:
    """Build and write. Return 1 and write nothing after an error."""
    folder: Path = args.folder
    output: Path = args.output or folder / RESULT
    try:
        write_whole(output, build(folder))
    except SpecRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{output}: cannot be written: {error.strerror}\n")
        return 1
    return 0
