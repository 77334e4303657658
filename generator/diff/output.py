"""Command output: reports on standard output, errors on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from .formats import FORMATS
from .report import REFUSED, DiffReport
from .version import parse_version


def configure_output(parser: argparse.ArgumentParser) -> None:
    """Add the options of all commands that print a report."""
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="report format (default: %(default)s)")
    parser.add_argument("--current", type=_version, metavar="VERSION", help="version before the change; the report names the next one")


def write(report: DiffReport, form: str) -> int:
    """Print the report and return its exit code."""
    # Escaped, because an encoding error would end in exit code 1, which means "additive".
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(FORMATS[form](report).encode(encoding, "backslashreplace").decode(encoding))
    return report.exit_code


def print_errors(lines: Iterable[str]) -> int:
    """Print errors and return the exit code for unreadable input."""
    for line in lines:
        sys.stderr.write(f"{line}\n".encode("utf-8", "backslashreplace").decode())
    return REFUSED


def _version(text: str) -> str:
    try:
        parse_version(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text
