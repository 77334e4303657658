"""`python -m tencentkit`: the API for people. Nothing of it is imported by the SDK."""

from __future__ import annotations

import sys

from ._cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
