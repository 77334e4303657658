"""Signatures of hand-written methods, in the form that a check for each call needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Self

_COROUTINE = 0x80  # `inspect.CO_COROUTINE`, without the slow import of `inspect`


class Signature(NamedTuple):
    """Names of the arguments of a method, without `self`."""

    positional: tuple[str, ...]
    """Arguments that may be positional."""
    known: tuple[str, ...]
    required: frozenset[str]
    allowed: frozenset[str]
    """`known` as a set."""
    is_constructor: bool
    is_coroutine: bool

    @classmethod
    def of(cls, method: Callable[..., Any]) -> Self:
        """Return the signature of a function."""
        code: Any = method.__code__
        positional = code.co_varnames[1 : code.co_argcount]
        known = (*positional, *code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount])
        defaults: Any = method.__defaults__ or ()
        optional = {*positional[len(positional) - len(defaults) :], *(method.__kwdefaults__ or ())}
        return cls(
            positional,
            known,
            frozenset(known) - optional,
            frozenset(known),
            method.__name__ == "__init__",
            bool(code.co_flags & _COROUTINE),
        )

    def accepts(self, values: Sequence[Any], arguments: Mapping[str, Any]) -> bool:
        """Return whether a call has all required arguments and no unknown one."""
        if values:
            return len(values) <= len(self.positional) and self.required <= {*self.positional[: len(values)], *arguments} <= self.allowed
        return self.required <= arguments.keys() <= self.allowed
