"""`python -m generator product`: a product's sources -> spec, code, tests from its examples, and the project of a wheel."""

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
    """Add the arguments."""
    parser.add_argument("service", metavar="NAME", help="the product's short name, such as cvm")
    parser.add_argument("--version", metavar="DATE", help="the API version (default: the newest that there are definitions of)")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--definitions", type=Path, metavar="FOLDER", help="api.json and examples.json (default: the installed tccli's)")
    source.add_argument("--pages", type=Path, metavar="FOLDER", help="documentation pages, in place of definitions")
    parser.add_argument(
        "--prose", choices=("keep", "drop"), default="drop", help="descriptions: keep them only where they are yours to publish"
    )
    parser.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help="the project's folder; overlay.yaml and the client in it are kept"
    )
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Do all steps, one line each with its seconds. Returns 1 where a step refuses."""
    try:
        check_parser()
        _make(args)
    except (SpecRefused, PageRefused, EmitError) as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{args.output}: cannot be written: {error.strerror}\n")
        return 1
    return 0


def _make(args: argparse.Namespace) -> None:
    # Only now: another version of the parser may not even import as this code expects.
    from .project import ProductProject

    found = _source(args)
    package = f"tencentkit_{found.service}"
    project = ProductProject(args.output, found.service, found.version, package)
    keep = args.prose == "keep"
    with _step(f"{found.service} {found.version}: facts"):
        if args.pages is not None:
            project.take_pages(args.pages, keep_prose=keep)
        else:
            project.take_definitions(found.folder, keep_prose=keep, report=_say)
    with _step("openapi.json"):
        project.build()
    with _step("code"):
        product = project.emit()
    project.write(product)
    _say(f"{args.output}: {len(product.actions)} actions, {len(product.models)} models; build the wheel there, or go on in {project.spec}")


def _source(args: argparse.Namespace) -> InstalledVersion:
    if args.pages is not None:
        if args.version is None:
            args.parser.error("--pages needs --version")
        return InstalledVersion(args.pages, args.service, args.version)
    if args.definitions is None:
        return find(args.service, args.version)
    definitions = read_definitions(read_source(args.definitions)[0])
    return InstalledVersion(args.definitions, args.service, args.version or definitions.version)


@contextmanager
def _step(what: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    _say(f"{what}: {time.monotonic() - started:.1f} s")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
