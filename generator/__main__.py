"""`python -m generator COMMAND`: the way into every command of the generator."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence


class CommandModule(Protocol):
    """What the module of a command offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do the work and return the exit code."""


class Command(NamedTuple):
    """One row of the table of commands."""

    name: str
    help: str
    module: str


COMMANDS: Final = (
    Command("transcribe", "documentation pages -> facts", "generator.transcribe.command"),
    Command("convert", "the vendor's definitions -> facts", "generator.convert.command"),
    Command("build", "facts and overlay.yaml -> openapi.json, validated and linted", "generator.spec.command"),
    Command("emit", "openapi.json -> package", "generator.emit.command"),
    Command("product", "a product's sources -> spec, code, tests and the project of a wheel", "generator.product.command"),
    Command("diff", "two specs, or two trees of packages -> what changed, and the version step it asks for", "generator.diff.command"),
    Command("changes", "what changed since the last release -> changelog fragments, and the version to come", "generator.release.command"),
    Command("record", "what was published -> released/, for the next release to compare with", "generator.release.record_command"),
    Command("index", "which files a package index does not have yet", "generator.release.index_command"),
    Command("leans", "what hand-written code leans on -> which piece a regeneration has moved", "generator.release.leans_command"),
    Command("reference", "openapi.json -> a page of documentation for each action", "generator.reference.command"),
    Command("watch", "newer sources against the shipped spec -> what a release would need", "generator.diff.watch"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong arguments."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="python -m generator", description="The generator of tencentkit.", allow_abbrev=False)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, help=command.help, description=command.help, allow_abbrev=False)
        # Only the command that is asked for is imported: `transcribe` need not pay for what `emit` imports.
        if command.name == next((word for word in arguments if not word.startswith("-")), None):
            module = cast("CommandModule", import_module(command.module))
            module.configure(subparser)
            subparser.set_defaults(run=module.run)
    args = parser.parse_args(arguments)
    return cast("int", args.run(args))


if __name__ == "__main__":
    sys.exit(main())
