# Written by `python -m generator emit` from generator/emit/templates/shared/operation.py.jinja.
# Do not edit: change the template.
"""Decorator of the methods that send an action."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from .action import Action

_Method = TypeVar("_Method", bound=Callable[..., Any])
_COROUTINE = 0x80  # `inspect.CO_COROUTINE`, without the slow import of `inspect`


def operation(action: Action) -> Callable[[_Method], _Method]:
    """Mark a method as an operation of `action` and validate the names of its arguments.

    For a missing or unknown argument the client's `_refuse` names it and raises an error of the library.
    Python itself would raise a bare `TypeError`.

    The method has the attributes `action`, `required` (names of the required arguments) and `known` (all names
    in order). A listing or a waiter uses them to check arguments before its first call.
    """

    def mark(method: _Method) -> _Method:
        code = method.__code__
        known = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        required = frozenset(known) - frozenset(method.__kwdefaults__ or ())
        all_known = frozenset(known)

        def check(self: Any, positional: tuple[Any, ...], arguments: dict[str, Any]) -> None:
            if positional or not required <= arguments.keys() <= all_known:
                self._refuse(action, positional, arguments, required=required, known=known)
            if action.deprecated:
                from .deprecation import warn_of_call

                warn_of_call(action, arguments)

        @wraps(method)
        def call(self: Any, *positional: Any, **arguments: Any) -> Any:
            check(self, positional, arguments)
            return method(self, **arguments)

        @wraps(method)
        async def call_later(self: Any, *positional: Any, **arguments: Any) -> Any:
            check(self, positional, arguments)
            return await method(self, **arguments)

        # Keep a coroutine function recognizable, for example to `unittest.mock`.
        checked: Any = call_later if code.co_flags & _COROUTINE else call
        checked.action = action
        checked.required = required
        checked.known = known
        return checked  # type: ignore[no-any-return]

    return mark
