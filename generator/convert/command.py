"""`python -m generator convert`: convert the vendor's definitions to facts, or list all problems."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..spec.files import write_whole
from ..spec.problems import Problem, SpecRefused
from .assembly import Conversion, assemble
from .definitions import read_definitions
from .descriptions import Descriptions
from .source import read_source


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("definitions", type=Path, metavar="FILE-OR-FOLDER", help="api.json, or the folder with it and examples.json")
    parser.add_argument("--service", required=True, metavar="NAME", help="short name of the product; must match the definitions")
    parser.add_argument("--version", required=True, metavar="DATE", help="API version; must match the definitions")
    parser.add_argument("--host", metavar="HOST", help="host of the product (default: NAME.tencentcloudapi.com)")
    parser.add_argument(
        "--prose",
        choices=("keep", "drop"),
        default="drop",
        help="descriptions and titles: keep them only if you may publish them (default: %(default)s)",
    )
    parser.add_argument(
        "--prose-from",
        type=Path,
        metavar="FOLDER",
        help="folder of definitions in another language, such as tccli-intl-en; its descriptions replace those of the same names",
    )
    parser.add_argument(
        "--examples",
        choices=("keep", "drop"),
        default="keep",
        help="documented examples: drop them if you may not publish them; x-tc-observed stays (default: %(default)s)",
    )
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="output file for the facts; unchanged after an error")


def run(args: argparse.Namespace) -> int:
    """Convert and write. Return 1 and write nothing after an error; ambiguous examples are only reported."""
    output: Path = args.output
    try:
        converted = convert(
            args.definitions,
            args.service,
            args.version,
            host=args.host,
            keep_prose=args.prose == "keep",
            keep_examples=args.examples == "keep",
            prose_from=args.prose_from,
        )
        write_whole(output, converted.document)
    except SpecRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{output}: cannot be written: {error.strerror}\n")
        return 1
    for example in converted.skipped:
        sys.stderr.write(f"skipped: {example}\n")
    return 0


def convert(
    path: Path,
    service: str,
    version: str,
    *,
    host: str | None = None,
    keep_prose: bool = False,
    keep_examples: bool = True,
    prose_from: Path | None = None,
) -> Conversion:
    """Return the facts of one product version. Raises `SpecRefused`.

    Args:
        path: Definitions, from which all facts come.
        service: Short name of the product.
        version: API version.
        host: Host of the product.
        keep_prose: Keep descriptions.
        keep_examples: Keep documented examples.
        prose_from: Folder of definitions whose descriptions replace those of the same names; implies `keep_prose`.
    """
    api, examples = read_source(path)
    definitions = read_definitions(api)
    if (definitions.service, definitions.version) != (service, version):
        what = f"describes {definitions.service} {definitions.version}, not {service} {version}"
        raise SpecRefused(str(api.path), [Problem("metadata", what)])
    descriptions = None if prose_from is None else Descriptions.read(prose_from, service, version)
    return assemble(
        definitions,
        api,
        examples,
        host=host,
        keep_prose=keep_prose or descriptions is not None,
        keep_examples=keep_examples,
        descriptions=descriptions,
    )
