"""`python -m generator transcribe`: documentation pages to facts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..diff.output import configure_output, write
from ..diff.report import REFUSED
from ..spec.files import write_whole
from ..spec.problems import SpecRefused
from .assembly import assemble
from .input.source import STANDARD_INPUT
from .pages.reader import pages_in, read_pages
from .problems import PageRefused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from ..diff.report import DiffReport
    from ..spec.document import Document


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "pages",
        nargs="+",
        metavar="PAGE",
        help="page of an action, data types, an API category or error codes; folder of such pages; - for standard input",
    )
    parser.add_argument(
        "--prose",
        choices=("keep", "drop"),
        default="drop",
        help="descriptions, error texts and titles: keep them only for pages that you may publish (default: %(default)s)",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="file for the facts; unchanged if a page is refused")
    parser.add_argument(
        "--against",
        type=Path,
        metavar="SPEC",
        help="report the changes of the pages against a committed spec (folder or file); exit codes as for `diff`",
    )
    configure_output(parser)
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Transcribe all pages. Return 0, or 1 if a page is refused; then write nothing and print one line for each refused page.

    With `--against`, 1 means a change and 3 a refused page.
    Unknown facts and superseded pages go to standard error, each as one line of JSON.
    """
    names = [name for argument in args.pages for name in _expand(argument)]
    output: Path | None = args.output
    against: Path | None = args.against
    if output is None and against is None:
        args.parser.error("either --output or --against is required")
    refused = 1 if against is None else REFUSED
    if names.count(STANDARD_INPUT) > 1:
        return _refuse(f"{STANDARD_INPUT}:1: found standard input again; expected each page once", code=refused)
    if output is not None and any(name != STANDARD_INPUT and _same_file(Path(name), output) for name in names):
        return _refuse(f"{output}:1: found a page as the --output file; expected another file", code=refused)
    collection = read_pages(names)
    if collection.problems:
        return _refuse(*collection.problems, code=refused)
    try:
        superseded = collection.supersede()
        document = assemble(collection, keep_prose=args.prose == "keep")
        for page in collection.actions:
            _warn(one.warning(page.action) for one in page.unknown)
        _warn(one.warning() for one in superseded)
        report = None if against is None else _report(document, names, against, args)
        if output is not None:
            write_whole(output, document)
    except (PageRefused, SpecRefused) as problem:
        return _refuse(str(problem), code=refused)
    except OSError as error:
        return _refuse(f"{output}:1: found a file that cannot be written ({error.strerror}); expected a writable --output", code=refused)
    return 0 if report is None else write(report, args.format)


def _expand(name: str) -> list[str]:
    return pages_in(Path(name)) if name != STANDARD_INPUT and "\0" not in name and Path(name).is_dir() else [name]


def _report(document: Document, names: Sequence[str], against: Path, args: argparse.Namespace) -> DiffReport:
    # Deferred: it imports the libraries of overlays, which transcribing alone does not need.
    from ..diff.drift import CommittedSpec, drift_report

    return drift_report(document, ", ".join(names), CommittedSpec.read(against), prose=args.prose == "keep", current=args.current)


def _warn(lines: Iterable[str]) -> None:
    sys.stderr.writelines(f"{line}\n" for line in lines)


def _refuse(*problems: str, code: int) -> int:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return code


def _same_file(page: Path, output: Path) -> bool:
    try:
        return page.samefile(output)
    except (OSError, ValueError):
        return False
