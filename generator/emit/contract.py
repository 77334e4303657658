"""Contract number between the core and the generated code of products in wheels of their own."""

from __future__ import annotations

from typing import Final

CONTRACT: Final = 1
"""Raise the number if code that is already published no longer runs with the new core, or new code with the old core.

Generated code imports names from `tencentkit_api` and `tencentkit`. A removed name or one with another meaning requires a new number,
and a breaking version of the core. docs/design/product-releases.md has the reasons.
"""
