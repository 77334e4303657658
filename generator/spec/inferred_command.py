"""`python -m generator inferred`: list the facts of a spec that rules infer, with their rules."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .action_class import DOUBTFUL
from .document import Document, read_document
from .inferred import INFERRED
from .problems import SpecRefused
from .view import all_schemas, mapping, operations


class InferredFact(NamedTuple):
    """A fact, its node, its rule and its value."""

    where: str
    fact: str
    rule: str
    value: Any

    def __str__(self) -> str:
        return f"{self.where}: {self.fact} is {json.dumps(self.value, ensure_ascii=False)} by the rule {self.rule!r}"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("spec", type=Path, metavar="FILE", help="converted.json, transcribed.json or openapi.json")
    parser.add_argument("--fact", metavar="NAME", help="list only this fact, such as x-tc-known-values")
    parser.add_argument("--doubtful", action="store_true", help="list only actions whose name reads and whose text or fields may write")


def run(args: argparse.Namespace) -> int:
    """Print the facts. Return 1 for an invalid file."""
    try:
        document = read_document(args.spec)
    except SpecRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    for row in inferred_facts(document):
        if (args.fact in (None, row.fact)) and (not args.doubtful or row.rule.startswith(DOUBTFUL)):
            sys.stdout.write(f"{row}\n")
    return 0


def inferred_facts(document: Document) -> Iterator[InferredFact]:
    """Yield the inferred facts of all operations and schemas."""
    nodes = [(operation.name, operation.node) for operation in operations(document)]
    schemas = [(where.removeprefix("#/components/schemas/"), node) for where, node in all_schemas(document)]
    for where, node in [*nodes, *schemas]:
        for fact, rule in mapping(node, INFERRED).items():
            yield InferredFact(where.replace("/properties/", "."), fact, str(rule), node.get(fact))
