"""`python -m bench NAME [ARGUMENT…]`: one module of this folder for each name."""

import sys
from importlib import import_module

BENCHES = {
    "calls": "bench.calls",
    "pages": "bench.pages",
    "pages-hostile": "bench.pages_hostile",
    "pages-simulation": "bench.pages_simulation",
    "soak": "bench.soak",
    "throttle": "bench.throttle",
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in BENCHES:
        sys.exit(f"which of {', '.join(BENCHES)}?")
    sys.exit(import_module(BENCHES[sys.argv[1]]).main(sys.argv[2:]))
