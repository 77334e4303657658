"""Command `product`: spec, code, tests and wheel project of one product."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..convert.definitions import read_definitions
from ..convert.source import read_source
from ..emit.errors import EmitError
from ..emit.toolchain import check_parser
from ..spec.problems import SpecRefused
from ..transcribe.problems import PageRefused
from .installed import InstalledVersion, find


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("service", metavar="NAME", help="short name of the product, such as cvm")
    parser.add_argument("--version", metavar="DATE", help="API version (default: the newest with definitions)")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--definitions", type=Path, metavar="FOLDER", help="folder of api.json (default: the installed tccli)")
    source.add_argument("--pages", type=Path, metavar="FOLDER", help="folder of documentation pages, instead of definitions")
    parser.add_argument(
        "--prose", choices=("keep", "drop"), default="drop", help="keep or drop descriptions; keep only text that you may publish"
    )
    parser.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help="folder of the project; existing overlay.yaml and client files stay"
    )
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Run all steps and report the duration of each. Return 0, or 1 after an error."""
    try:
        check_parser()
        _create(args)
    except (SpecRefused, PageRefused, EmitError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{args.output}: cannot be written: {error.strerror}\n")
        return 1
    return 0


def _create(args: argparse.Namespace) -> None:
    # Import after the check: another version of the parser may fail on import.
    from .project import ProductProject

    found = _source(args)
    package = f"tencentkit_{found.service}"
    project = ProductProject(args.output, found.service, found.version, package)
    keep = args.prose == "keep"
    with _step(f"{found.service} {found.version}: facts"):
        if args.pages is not None:
            project.transcribe_pages(args.pages, keep_prose=keep)
        else:
            project.convert_definitions(found.folder, keep_prose=keep, report=_report)
    with _step("openapi.json"):
        project.build()
    with _step("code"):
        product = project.emit()
    project.write(product)
    _report(f"{args.output}: {len(product.actions)} actions, {len(product.models)} models; build the wheel there, or edit {project.spec}")


def _source(args: argparse.Namespace) -> InstalledVersion:
    if args.pages is not None:
        if args.version is None:
            args.parser.error("--pages requires --version")
        return InstalledVersion(args.pages, args.service, args.version)
    if args.definitions is None:
        return find(args.service, args.version)
    definitions = read_definitions(read_source(args.definitions)[0])
    return InstalledVersion(args.definitions, args.service, args.version or definitions.version)


@contextmanager
def _step(name: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    _report(f"{name}: {time.monotonic() - started:.1f} s")


def _report(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
