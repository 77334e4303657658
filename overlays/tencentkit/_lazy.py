"""Lazy re-exports: a package loads each public name at its first use, so that a short program imports little."""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know this name; importing `typing` would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def lazy_exports(namespace: dict[str, Any], modules: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for the package with this `namespace` (its `globals()`).

    Args:
        namespace: Keeps each loaded name for later uses.
        modules: The module of each name, relative (`._client`) or absolute, as in `from MODULE import NAME`.
    """

    def load(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {namespace['__name__']!r} has no attribute {name!r}")
        module = modules[name].lstrip(".")
        level = len(modules[name]) - len(module)
        value = namespace[name] = getattr(__import__(module, namespace, None, (name,), level), name)
        return value

    return load, lambda: list(namespace["__all__"])
