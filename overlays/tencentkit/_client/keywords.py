"""Names of arguments: check of hand-written methods, and the keywords that `paginate` and waiters have themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import wraps
from typing import Any, Final, TypeVar

from tencentkit_api.action import Action, PagingOptions

from ..errors import RequestInvalid
from .signature import Signature

_MethodT = TypeVar("_MethodT", bound=Callable[..., Any])

HELPER_KEYWORDS: Final = {"paginate": PagingOptions._fields, "wait": ("timeout", "on_progress")}
"""Own keywords of `paginate` and of waiters, beside the parameters of the action."""


WAIT_KEYWORDS: Final[Mapping[str, Any]] = {
    "until": None,
    "failure": None,
    "timeout": 600.0,
    "interval": 2.0,
    "backoff": 1.0,
    "max_interval": 60.0,
    "on_progress": None,
}
"""Own keywords of `wait` for any action, and their defaults."""


def checked_arguments(method: _MethodT) -> _MethodT:
    """Check the names of the arguments of a hand-written method or of the constructor.

    Python would raise a bare `TypeError` without the name to use instead. Type checkers see the declared signature.
    """
    signature = Signature.of(method)

    def check(client: Any, values: tuple[Any, ...], arguments: Mapping[str, Any]) -> None:
        if not signature.accepts(values, arguments):
            from .refusals import refuse_call

            name = type(client).__name__ if signature.is_constructor else method.__name__
            refuse_call(signature, name, values, arguments)

    @wraps(method)
    def call(self: Any, *values: Any, **arguments: Any) -> Any:
        check(self, values, arguments)
        return method(self, *values, **arguments)

    @wraps(method)
    async def call_later(self: Any, *values: Any, **arguments: Any) -> Any:
        check(self, values, arguments)
        return await method(self, *values, **arguments)

    checked: Any = call_later if signature.is_coroutine else call
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


def wait_arguments(
    action: Action, known: Sequence[str], arguments: Mapping[str, Any], keywords: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the parameters of the API and the own keywords of a wait for any action.

    Where the action has a parameter with the name of a keyword, `NAME_` is the parameter and `wait_NAME` the keyword.

    Raises:
        RequestInvalid: An argument has that name and does not say which of both it is.
    """
    parameters, own = dict(arguments), dict(keywords)
    for name in [each for each in WAIT_KEYWORDS if each in known]:
        keyword = helper_keyword("wait", name, known)
        if own[name] != WAIT_KEYWORDS[name]:
            from .refusals import advice

            raise RequestInvalid(name, f"is also a parameter of {action.name}{advice(name, [keyword])}")
        if keyword in parameters:
            own[name] = parameters.pop(keyword)
        if f"{name}_" in parameters:
            parameters[name] = parameters.pop(f"{name}_")
    return parameters, own
