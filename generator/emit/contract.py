"""Contract number between the core and the generated code of products in wheels of their own."""

from __future__ import annotations

from typing import Final

CONTRACT: Final = 1
"""Raise it, together with a breaking version of the core, when code that is already published no longer runs with the new core, or new
code with the old core: a name that generated code imports from `tencentkit_api` or `tencentkit` is removed or changes its meaning.
docs/design/product-releases.md has the rule."""
