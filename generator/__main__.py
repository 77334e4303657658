"""`python -m generator COMMAND`: entry point of the generator."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence


class CommandModule(Protocol):
    """Interface of a command's module."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Run the command and return the exit code."""


class Command(NamedTuple):
    """A row in the table of commands."""

    name: str
    help: str
    module: str


COMMANDS: Final = (
    Command("transcribe", "documentation pages -> facts", "generator.transcribe.command"),
    Command("convert", "the vendor's definitions -> facts", "generator.convert.command"),
    Command("build", "facts and overlay.yaml -> openapi.json, validated and linted", "generator.spec.command"),
    Command("emit", "openapi.json -> package", "generator.emit.command"),
    Command("product", "a product's sources -> spec, code, tests and the project of a wheel", "generator.product.command"),
    Command("diff", "two specs or two package trees -> changes, and the required version step", "generator.diff.command"),
    Command("changes", "changes since the last release -> changelog fragments and the next version", "generator.release.changes_command"),
    Command("record", "published files -> released/, for comparison with the next release", "generator.release.record_command"),
    Command("index", "files -> those that the package index does not have yet", "generator.release.index_command"),
    Command("affected", "changed specs and generated code -> hand-written code to review", "generator.release.dependencies_command"),
    Command("reference", "openapi.json -> a page of documentation for each action", "generator.reference.command"),
    Command("watch", "newer sources and the shipped spec -> changes that a release would need", "generator.diff.watch"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong arguments."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="python -m generator", description="The generator of tencentkit.", allow_abbrev=False)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, help=command.help, description=command.help, allow_abbrev=False)
        # Import only the requested command: `transcribe` must not load the dependencies of `emit`.
        if command.name == next((word for word in arguments if not word.startswith("-")), None):
            module = cast("CommandModule", import_module(command.module))
            module.configure(subparser)
            subparser.set_defaults(run=module.run)
    args = parser.parse_args(arguments)
    return cast("int", args.run(args))


if __name__ == "__main__":
    sys.exit(main())
