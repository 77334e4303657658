"""Command line of the benchmarks: `python -m bench NAME [ARGUMENT…]`."""

import sys
from importlib import import_module

BENCHES = {
    "calls": "bench.calls",
    "fleet": "bench.fleet",
    "pages": "bench.pages",
    "pages-hostile": "bench.pages_hostile",
    "pages-simulation": "bench.pages_simulation",
    "soak": "bench.soak",
    "streams": "bench.streams",
    "throttle": "bench.throttle",
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in BENCHES:
        sys.exit(f"usage: python -m bench NAME [ARGUMENT…], with NAME one of {', '.join(BENCHES)}")
    sys.exit(import_module(BENCHES[sys.argv[1]]).main(sys.argv[2:]))
