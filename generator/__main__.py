"""Entry point of `python -m generator COMMAND`."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence


class CommandModule(Protocol):
    """Interface of a command module."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments of the command."""

    def run(self, args: argparse.Namespace) -> int:
        """Run the command and return the exit code."""


class Command(NamedTuple):
    """Command with its help text and module."""

    name: str
    help: str
    module: str


COMMANDS: Final = (
    Command("transcribe", "transcribe facts from documentation pages", "generator.transcribe.command"),
    Command("convert", "convert the vendor's definitions to facts", "generator.convert.command"),
    Command("build", "build, validate and lint openapi.json from facts and overlay.yaml", "generator.spec.command"),
    Command("inferred", "list the facts of a spec that rules infer, such as doubtful reads", "generator.spec.inferred_command"),
    Command("emit", "emit the package from openapi.json", "generator.emit.command"),
    Command("product", "create spec, code, tests and wheel project from the sources of a product", "generator.product.command"),
    Command("diff", "compare two specs or package trees: changes and required version step", "generator.diff.command"),
    Command("changes", "write changelog fragments and the next version since the last release", "generator.release.changes_command"),
    Command("record", "record published files in released/ for the next comparison", "generator.release.record_command"),
    Command("index", "list the files missing in a package index", "generator.release.index_command"),
    Command("affected", "find hand-written code affected by a regeneration", "generator.release.dependencies_command"),
    Command("products-release", "release the wheels of many products, each with its own version", "generator.publication.command"),
    Command("reference", "write a reference page for each action in openapi.json", "generator.reference.command"),
    Command("watch", "compare newer sources with the shipped spec", "generator.watch.command"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Return 0 for success, 1 for an error, 2 for invalid arguments."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="python -m generator", description="Code generator of tencentkit.", allow_abbrev=False)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, help=command.help, description=command.help, allow_abbrev=False)
        # Import only the selected command: `emit` has slow imports.
        if command.name == next((word for word in arguments if not word.startswith("-")), None):
            module = cast("CommandModule", import_module(command.module))
            module.configure(subparser)
            subparser.set_defaults(run=module.run)
    args = parser.parse_args(arguments)
    return cast("int", args.run(args))


if __name__ == "__main__":
    sys.exit(main())
