"""Names of arguments: check of hand-written methods, and the keywords that `paginate` and waiters have themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import wraps
from typing import Any, Final, NamedTuple, TypeVar

from tencentkit_api.action import Action, PagingOptions

_MethodT = TypeVar("_MethodT", bound=Callable[..., Any])
_COROUTINE = 0x80  # `inspect.CO_COROUTINE`, without the slow import of `inspect`

HELPER_KEYWORDS: Final = {"paginate": PagingOptions._fields, "wait": ("timeout", "on_progress")}
"""Own keywords of `paginate` and of waiters, beside the parameters of the action."""


class Signature(NamedTuple):
    """Names of the arguments of a hand-written method."""

    positional: tuple[str, ...]
    known: tuple[str, ...]
    required: frozenset[str]
    is_constructor: bool


def checked_arguments(method: _MethodT) -> _MethodT:
    """Check the names of the arguments of a hand-written method or of the constructor.

    Python would raise a bare `TypeError` without the name to use instead. Type checkers see the declared signature.
    """
    code = method.__code__
    positional = code.co_varnames[1 : code.co_argcount]
    known = (*positional, *code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount])
    defaults = getattr(method, "__defaults__", None) or ()
    optional = {*positional[len(positional) - len(defaults) :], *(getattr(method, "__kwdefaults__", None) or ())}
    required, all_known = frozenset(known) - optional, frozenset(known)
    is_constructor = method.__name__ == "__init__"

    def check(client: Any, values: tuple[Any, ...], arguments: Mapping[str, Any]) -> None:
        if len(values) > len(positional) or not required <= {*positional[: len(values)], *arguments} <= all_known:
            from .refusals import refuse_call

            name = type(client).__name__ if is_constructor else method.__name__
            refuse_call(Signature(positional, known, required, is_constructor), name, values, arguments)

    @wraps(method)
    def call(self: Any, *values: Any, **arguments: Any) -> Any:
        check(self, values, arguments)
        return method(self, *values, **arguments)

    @wraps(method)
    async def call_later(self: Any, *values: Any, **arguments: Any) -> Any:
        check(self, values, arguments)
        return await method(self, *values, **arguments)

    checked: Any = call_later if code.co_flags & _COROUTINE else call
    return checked  # type: ignore[no-any-return]


def helper_parameter(helper: str, name: str) -> str:
    """Return the name of a parameter in `paginate` or in a waiter, whose own keywords have other names there."""
    return f"{name}_" if name in HELPER_KEYWORDS[helper] else name


def helper_keyword(helper: str, name: str, parameters: Collection[str]) -> str:
    """Return the name of an own keyword of `paginate` or of a waiter; it has a prefix where the action has a parameter of that name."""
    return f"{helper}_{name}" if name in parameters else name


def paginate_names(parameters: Sequence[str]) -> list[str]:
    """Return the names of all arguments of `paginate` for an action with these parameters."""
    own = [helper_keyword("paginate", name, parameters) for name in HELPER_KEYWORDS["paginate"]]
    return [*(helper_parameter("paginate", name) for name in parameters), *own]


def paging_arguments(
    action: Action, known: Sequence[str], arguments: Mapping[str, Any], options: PagingOptions
) -> tuple[Mapping[str, Any], PagingOptions]:
    """Return the parameters of the API and the own keywords of a listing whose action has a parameter with the name of a keyword.

    Raises:
        RequestInvalid: An argument has that name and does not say which of both it is.
    """
    shared = [name for name in HELPER_KEYWORDS["paginate"] if name in known]
    if not shared:
        return arguments, options
    for name in shared:
        if getattr(options, name) != PagingOptions._field_defaults[name]:
            from .refusals import refuse_shared

            refuse_shared(action, name)
    own = {helper_keyword("paginate", name, known): name for name in shared}
    api = {helper_parameter("paginate", name): name for name in shared}
    keywords = {own[name]: value for name, value in arguments.items() if name in own}
    return {api.get(name, name): value for name, value in arguments.items() if name not in own}, options._replace(**keywords)
