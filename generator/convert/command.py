"""`python -m generator convert`: the vendor's definitions -> facts, or every reason why not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..spec.files import write_whole
from ..spec.problems import Problem, SpecRefused
from .assembly import Converted, assemble
from .definitions import read_definitions
from .source import read_source


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("definitions", type=Path, metavar="FILE-OR-FOLDER", help="api.json, or the folder that holds it and examples.json")
    parser.add_argument("--service", required=True, metavar="NAME", help="the product's short name, which the definitions must have, too")
    parser.add_argument("--version", required=True, metavar="DATE", help="the API version, which the definitions must have, too")
    parser.add_argument("--host", metavar="HOST", help="where the product is served (default: NAME.tencentcloudapi.com)")
    parser.add_argument(
        "--prose",
        choices=("keep", "drop"),
        default="drop",
        help="descriptions and titles: keep them only where they are yours to publish (default: %(default)s)",
    )
    parser.add_argument(
        "--examples",
        choices=("keep", "drop"),
        default="keep",
        help="documented examples: drop them where they are not yours to publish (default: %(default)s)",
    )
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="where the facts go; untouched if anything is refused")


def run(args: argparse.Namespace) -> int:
    """Convert and write. Returns 1, with nothing written, if anything is wrong; examples that have no one meaning are only told of."""
    output: Path = args.output
    try:
        converted = convert(
            args.definitions,
            args.service,
            args.version,
            host=args.host,
            keep_prose=args.prose == "keep",
            keep_examples=args.examples == "keep",
        )
        write_whole(output, converted.document)
    except SpecRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{output}: cannot be written: {error.strerror}\n")
        return 1
    for example in converted.left_out:
        sys.stderr.write(f"left out: {example}\n")
    return 0


def convert(
    path: Path, service: str, version: str, *, host: str | None = None, keep_prose: bool = False, keep_examples: bool = True
) -> Converted:
    """The facts of one product version. Raises `SpecRefused`."""
    api, examples = read_source(path)
    definitions = read_definitions(api)
    if (definitions.service, definitions.version) != (service, version):
        what = f"is of {definitions.service} {definitions.version}, not of {service} {version}"
        raise SpecRefused(str(api.path), [Problem("metadata", what)])
    return assemble(definitions, api, examples if keep_examples else None, host=host, keep_prose=keep_prose)
