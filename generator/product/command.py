"""Command `product`: spec, code, tests and wheel project of one product."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ..convert.definitions import read_definitions
from ..convert.source import API, read_source
from ..emit.errors import EmitError
from ..emit.toolchain import check_parser
from ..spec.problems import SpecRefused
from ..transcribe.problems import PageRefused
from .installed import InstalledVersion, chosen, find, in_folder, listing, vendor_order, versions
from .stages import Outcome, StageFailed
from .wheel import build_wheel, check_tools, install_wheel, run_tests


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("service", metavar="NAME", nargs="?", help="short name of the product, such as cvm (default: list all products)")
    parser.add_argument(
        "dates",
        metavar="VERSION",
        nargs="*",
        help="API versions in the wheel, the default one first (default: all, in the vendor's order)",
    )
    parser.add_argument("--version", metavar="DATE", help="the same as one VERSION")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--definitions", type=Path, metavar="FOLDER", help="folder of api.json, or of a product's versions (default: the installed tccli)"
    )
    source.add_argument("--pages", type=Path, metavar="FOLDER", help="folder of documentation pages, instead of definitions")
    parser.add_argument(
        "--prose", choices=("keep", "drop"), default="drop", help="keep or drop descriptions; keep only text that you may publish"
    )
    parser.add_argument(
        "--prose-from",
        type=Path,
        metavar="FOLDER",
        help="keep descriptions, and take them from definitions in another language, such as the services folder of tccli-intl-en",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="folder of the project (default: build/NAME, with VERSION build/NAME-VERSION); overlay.yaml, overlays/ and your tests stay",
    )
    parser.add_argument("--test", action="store_true", help="build the wheel, install it in DIR/site and run the tests against it")
    parser.add_argument("--json", action="store_true", help="print the outcome as one JSON object")
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Run all stages and report the duration of each. Return 0, or 1 after an error."""
    try:
        if args.service is None:
            return _list(args)
        args.dates += [args.version] if args.version else []
        found = _source(args)
        if args.output is None:
            args.output = Path("build", "-".join((found[0].service, *args.dates)))
        outcome = Outcome(found[0].service, found[0].version)
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


def _create(args: argparse.Namespace, found: Sequence[InstalledVersion], outcome: Outcome) -> None:
    with outcome.stage("tools", _ignore):
        check_parser()
        if args.test:
            check_tools()
    # Import after the check: another version of the parser may fail on import.
    from .project import ProductProject

    project = ProductProject(args.output, found[0].service, tuple(row.version for row in found))
    project.refuse_older_layout()
    project.refuse_clashes()
    keep = args.prose == "keep"
    with outcome.stage("facts", _report):
        for row in found:
            if args.pages is not None:
                project.transcribe_pages(row.version, row.folder, keep_prose=keep)
            else:
                project.convert_definitions(row.version, row.folder, keep_prose=keep, report=_report, prose_from=args.prose_from)
    with outcome.stage("spec", _report):
        project.build()
    with outcome.stage("code", _report):
        products = project.emit()
        project.write(products, argument="".join(f" {date}" for date in args.dates))
    for product in products:
        outcome.actions[product.document.version] = len(product.actions)
        spec = project.spec(product.document.version)
        _report(f"{args.output}: {len(product.actions)} actions, {len(product.models)} models of {product.title}; edit {spec}")
    if not args.test:
        _report("build the wheel there, or run again with --test")
        return
    with outcome.stage("wheel", _report):
        wheel = build_wheel(project.folder)
    site = project.folder / "site"
    with outcome.stage("install", _report):
        install_wheel(wheel, site)
    with outcome.stage("tests", _report):
        outcome.tests = run_tests(project.folder, site, project.versions)
    _report(f"{wheel}: {sum(outcome.tests.values())} tests passed")


def _source(args: argparse.Namespace) -> list[InstalledVersion]:
    if args.pages is not None:
        if len(args.dates) != 1:
            args.parser.error("--pages requires one VERSION")
        return [InstalledVersion(args.pages, args.service, args.dates[0])]
    folder = args.definitions
    if folder is None:
        return find(args.service, args.dates)
    if not (folder / API).exists() and (rows := in_folder(folder, vendor_order(folder.parent).get(folder.name, ()))):
        return chosen(rows, args.dates)
    definitions = read_definitions(read_source(folder)[0])
    return [InstalledVersion(folder, args.service, args.dates[0] if args.dates else definitions.version)]


def _report(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _ignore(_: str) -> None:
    pass
