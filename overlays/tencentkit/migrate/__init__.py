"""Rewriting programs from the vendor's SDK to this one: `python -m tencentkit.migrate FILE…`.

Needs the extra `migrate` (`pip install 'tencentkit[migrate]'`). There is no compatibility layer: what can be rewritten
without a doubt is rewritten, what cannot stays as it was and is reported with its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._codemod import Migration as Migration
    from ._codemod import Note as Note
    from ._codemod import migrated as migrated

__all__ = ["Migration", "Note", "migrated"]


if not TYPE_CHECKING:  # a checker that saw it would let every name through

    def __getattr__(name: str) -> Any:
        # The command must be able to say what is missing: so libcst is not asked for before it is used.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            from . import _codemod
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] != "libcst":
                raise
            raise ImportError("libcst is not installed: pip install 'tencentkit[migrate]'", name="libcst") from error
        return getattr(_codemod, name)
