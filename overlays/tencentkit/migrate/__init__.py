"""Migration of programs from the vendor's SDK to this one: `python -m tencentkit.migrate FILE…`.

Needs the extra `migrate` (`pip install 'tencentkit[migrate]'`). Rewrites what is certain; reports the rest with its line.
"""

from __future__ import annotations

from .._lazy import lazy_exports

TYPE_CHECKING = False  # type checkers know this name
if TYPE_CHECKING:
    from ._codemod import Migration as Migration
    from ._codemod import Note as Note
    from ._codemod import migrated as migrated

__all__ = ["Migration", "Note", "migrated"]

if not TYPE_CHECKING:  # a type checker would accept every name
    # Lazy, so that the command runs without libcst and can say how to install it.
    __getattr__, __dir__ = lazy_exports(globals(), dict.fromkeys(__all__, "._codemod"))
