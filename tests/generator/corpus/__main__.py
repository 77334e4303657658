"""`python -m tests.generator.corpus`: the measure of the transcriber over all of the vendor's definitions, as `docs/corpus.md`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .definitions import installed
from .measure import FORMS, Tally, whole
from .report import document

LANGUAGES = {"en": "English", "zh": "Chinese"}
DEFAULT_FORMS = ("text", "pipe", "html", "types-text", "types-pipe")


def main(arguments: list[str]) -> int:
    """Measure and write; 1 where the definitions of a language are not at hand."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.corpus", description=main.__doc__)
    parser.add_argument("--language", action="append", choices=LANGUAGES, help="may be repeated (default: both)")
    parser.add_argument("--form", action="append", choices=FORMS, help=f"may be repeated (default: {', '.join(DEFAULT_FORMS)})")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the table goes (default: standard output)")
    parser.add_argument("--workers", type=int, default=min(os.cpu_count() or 1, 4), help="processes (default: %(default)s)")
    args = parser.parse_args(arguments)
    languages = args.language or [*LANGUAGES]
    folders = {language: installed(language) for language in languages}
    tallies: dict[tuple[str, str], Tally] = {}
    for form in args.form or DEFAULT_FORMS:
        for language, folder in folders.items():
            if folder is None:
                sys.stderr.write(f"the definitions in {LANGUAGES[language]} are not installed: run nox -s corpus\n")
                return 1
            tallies[LANGUAGES[language], form] = whole(folder, language, form, workers=args.workers)
            if args.output is not None:  # after each of them: it takes a while
                args.output.write_text(document(tallies), encoding="utf-8")
    if args.output is None:
        print(document(tallies), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
