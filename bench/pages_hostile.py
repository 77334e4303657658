"""Table of services that list incorrectly, from the test cases: `python -m bench pages-hostile [--write docs/paging.md]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.report import replace_section
from tests.pagination.hostile_services import table


def main(arguments: list[str]) -> int:
    """Print the table and write it into the page."""
    parser = argparse.ArgumentParser(prog="python -m bench pages-hostile")
    parser.add_argument("--write", type=Path, help="page to write the table into")
    options = parser.parse_args(arguments)
    print(table())
    if options.write:
        replace_section(options.write, "hostile", table())
    return 0
