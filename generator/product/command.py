"""Command `product`: spec, code, tests and wheel project of one product."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..convert.definitions import read_definitions
from ..convert.source import read_source
from ..emit.errors import EmitError
from ..emit.toolchain import check_parser
from ..spec.problems import SpecRefused
from ..transcribe.problems import PageRefused
from .installed import InstalledVersion, find, listing, versions
from .stages import Outcome, StageFailed
from .wheel import build_wheel, check_tools, install_wheel, run_tests


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("service", metavar="NAME", nargs="?", help="short name of the product, such as cvm (default: list all products)")
    parser.add_argument("date", metavar="VERSION", nargs="?", help="API version (default: the newest with definitions)")
    parser.add_argument("--version", metavar="DATE", help="the same as VERSION")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--definitions", type=Path, metavar="FOLDER", help="folder of api.json (default: the installed tccli)")
    source.add_argument("--pages", type=Path, metavar="FOLDER", help="folder of documentation pages, instead of definitions")
    parser.add_argument(
        "--prose", choices=("keep", "drop"), default="drop", help="keep or drop descriptions; keep only text that you may publish"
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="folder of the project (default: build/NAME, with VERSION build/NAME-VERSION); existing overlay.yaml and client files stay",
    )
    parser.add_argument("--test", action="store_true", help="build the wheel, install it in DIR/site and run the tests against it")
    parser.add_argument("--json", action="store_true", help="print the outcome as one JSON object")
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Run all stages and report the duration of each. Return 0, or 1 after an error."""
    try:
        if args.service is None:
            return _list(args)
        args.version = args.date or args.version
        found = _source(args)
        if args.output is None:
            name = found.service if args.version is None else f"{found.service}-{found.version}"
            args.output = Path("build", name)
        outcome = Outcome(found.service, found.version)
        try:
            _create(args, found, outcome)
        finally:
            if args.json:
                sys.stdout.write(json.dumps(outcome.to_dict()) + "\n")
    except (SpecRefused, PageRefused, EmitError, StageFailed) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{args.output}: cannot be written: {error.strerror}\n")
        return 1
    return 0


def _list(args: argparse.Namespace) -> int:
    if args.definitions is not None or args.pages is not None:
        args.parser.error("missing NAME, such as cvm")
    sys.stdout.writelines(f"{line}\n" for line in listing(versions()))
    return 0


def _create(args: argparse.Namespace, found: InstalledVersion, outcome: Outcome) -> None:
    with outcome.stage("tools", _ignore):
        check_parser()
        if args.test:
            check_tools()
    # Import after the check: another version of the parser may fail on import.
    from .project import ProductProject

    project = ProductProject(args.output, found.service, found.version, f"tencentkit_{found.service}")
    keep = args.prose == "keep"
    with outcome.stage("facts", _report):
        if args.pages is not None:
            project.transcribe_pages(args.pages, keep_prose=keep)
        else:
            project.convert_definitions(found.folder, keep_prose=keep, report=_report)
    with outcome.stage("spec", _report):
        project.build()
    with outcome.stage("code", _report):
        product = project.emit()
        project.write(product)
    outcome.actions = len(product.actions)
    _report(f"{args.output}: {len(product.actions)} actions, {len(product.models)} models; edit {project.spec}")
    if not args.test:
        _report("build the wheel there, or run again with --test")
        return
    with outcome.stage("wheel", _report):
        wheel = build_wheel(project.folder)
    site = project.folder / "site"
    with outcome.stage("install", _report):
        install_wheel(wheel, site)
    with outcome.stage("tests", _report):
        outcome.tests = run_tests(project.folder, site)
    _report(f"{wheel}: {outcome.tests} tests passed")


def _source(args: argparse.Namespace) -> InstalledVersion:
    if args.pages is not None:
        if args.version is None:
            args.parser.error("--pages requires VERSION")
        return InstalledVersion(args.pages, args.service, args.version)
    if args.definitions is None:
        return find(args.service, args.version)
    definitions = read_definitions(read_source(args.definitions)[0])
    return InstalledVersion(args.definitions, args.service, args.version or definitions.version)


def _report(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _ignore(_: str) -> None:
    pass
