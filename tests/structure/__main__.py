"""Print the structure of the project in figures."""

from __future__ import annotations

from tests.structure.call_path import modules_entered
from tests.structure.report import ROOT, ambiguous, import_cycles, long_sentences, prose, stale


def main() -> None:
    """Print each figure, and what makes it up where that should be nothing."""
    entered, every, references, loops, names = modules_entered(), prose(), stale(), import_cycles(), ambiguous()
    too_long = long_sentences(every)
    files = [path for path in sorted((ROOT / "overlays").rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    print(f"lines of overlays/: {sum(len(path.read_bytes().splitlines()) for path in files):,} in {len(files)} files")
    print(f"import cycles: {len(loops)}", *(" -> ".join(loop) for loop in loops), sep="\n  ")
    written = [name for name in entered if not name.startswith("tencentkit_api")]
    print(f"modules that a call enters: {len(entered)}, {len(written)} of them hand-written", *entered, sep="\n  ")
    print(f"class names with two meanings: {len(names)}", *(f"{name}: {paths}" for name, paths in names.items()), sep="\n  ")
    share = len(too_long) / len(every)
    print(f"sentences above 30 words: {len(too_long)} of {len(every):,} ({share:.1%})", *map(str, too_long), sep="\n  ")
    print(f"stale references in prose: {len(references)}", *(line.replace(str(ROOT), "") for line in references), sep="\n  ")


if __name__ == "__main__":
    main()
