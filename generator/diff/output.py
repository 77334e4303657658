"""Writing a report where the command was asked to, and refusals where people look for them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from .formats import FORMATS
from .report import REFUSED, Report
from .version import parsed


def configure_output(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that every command with a report has."""
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="of the report (default: %(default)s)")
    parser.add_argument("--current", type=_version, metavar="VERSION", help="the version before the change; the report names the next one")


def write(report: Report, form: str) -> int:
    """Print the report and return its exit code."""
    # What the terminal cannot show is escaped: an encoding error would end in exit code 1, which says "additive".
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(FORMATS[form](report).encode(encoding, "backslashreplace").decode(encoding))
    return report.exit_code


def refuse(lines: Iterable[str]) -> int:
    """Say why there is no report."""
    for line in lines:
        sys.stderr.write(f"{line}\n".encode("utf-8", "backslashreplace").decode())
    return REFUSED


def _version(text: str) -> str:
    try:
        parsed(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text
