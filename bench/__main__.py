"""`python -m bench NAME …`: one module of this folder for each name."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = ("throttle",)

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.exit(f"usage: python -m bench {{{','.join(NAMES)}}} …")
    import_module(f"bench.{sys.argv[1]}").main(sys.argv[2:])
