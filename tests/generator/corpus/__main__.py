"""`python -m tests.generator.corpus [en|zh] [FORM…]`: the measure of the transcriber over all of the vendor's definitions."""

from __future__ import annotations

import sys

from .definitions import installed
from .measure import FORMS, report, warned, whole


def main(language: str, *forms: str) -> int:
    """Print the figures of each form."""
    folder = installed(language)
    if folder is None:
        print(f"the definitions for {language} are not installed")
        return 1
    for form in forms or FORMS:
        tally = whole(folder, language, form)
        print(f"== {language} {form}\n{report(tally)}\nunknown:\n{warned(tally)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or ["en"])))
