# Written by `python -m generator emit` from generator/emit/templates/shared/operation.py.jinja.
# Do not edit: mend the template.
"""The mark of a method that sends an action."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from .action import Action

_Method = TypeVar("_Method", bound=Callable[..., Any])
_COROUTINE = 0x80  # `inspect.CO_COROUTINE`; to import `inspect` would take longer than to import this package


def operation(action: Action) -> Callable[[_Method], _Method]:
    """Mark a method as an operation of `action`, and let the client refuse arguments that do not fit it.

    Python itself would answer a missing or misspelt argument with a bare `TypeError`;
    the client's `_refuse` says which argument, and raises the error that callers handle anyway.

    The method gets `action`, `required` (names of the arguments that must be given) and `known` (names of all,
    in their order), so that a listing or a waiter can check arguments before its first call.
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

        # A coroutine function stays one, for those who ask before they call, such as `unittest.mock`.
        checked: Any = call_later if code.co_flags & _COROUTINE else call
        checked.action = action
        checked.required = required
        checked.known = known
        return checked  # type: ignore[no-any-return]

    return mark
