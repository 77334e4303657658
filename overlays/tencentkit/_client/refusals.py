"""Errors for wrong names of arguments, with the name to use instead. Imported only when a name is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NoReturn

from tencentkit_api.action import Action

from .._validation.suggestions import joined, nearest, same_name
from ..errors import RequestInvalid
from .signature import Signature

_CALL_OPTIONS: Final = frozenset({"region", "timeout", "deadline", "headers", "retry", "language", "idempotent"})
"""Arguments of `with_options`."""
_HELPERS: Final = {"paginate": "listing", "wait": "wait"}

_KEYS = "credentials=Credentials(secret_id, secret_key, token)"
_ADDRESS = 'base_url="https://HOST"'
_LIMITS = "throttle=Throttle(…)"
_ATTEMPTS = "retry=Retry(attempts=…)"
_CLIENT_HINTS: Final = {
    **dict.fromkeys(("secretid", "secretkey", "accesskeyid", "accesskeysecret", "accesskey", "apikey", "ak", "sk"), _KEYS),
    **dict.fromkeys(("token", "sessiontoken", "securitytoken", "cred", "creds", "credential", "key"), _KEYS),
    **dict.fromkeys(("profile", "profilename"), 'credentials=ProfileCredentials("NAME")'),
    **dict.fromkeys(("role", "rolearn"), "credentials=AssumeRoleCredentials(role_arn=…)"),
    **dict.fromkeys(("endpoint", "endpointurl", "host", "url", "address", "domain", "scheme", "protocol"), _ADDRESS),
    **dict.fromkeys(("proxy", "proxies", "httpproxy", "httpsproxy"), "transport=HttpxTransport(proxy=…) or set HTTPS_PROXY"),
    **dict.fromkeys(("httpclient", "session", "client"), "transport=HttpxTransport(…)"),
    **dict.fromkeys(("retries", "maxretries", "retryer", "attempts", "maxattempts"), _ATTEMPTS),
    **dict.fromkeys(("reqtimeout", "requesttimeout", "connecttimeout", "readtimeout"), "timeout= in seconds"),
    **dict.fromkeys(("totaltimeout", "maxtime"), "deadline= in seconds"),
    **dict.fromkeys(("ratelimit", "ratelimits", "limits", "limiter", "qps"), _LIMITS),
    **dict.fromkeys(("lang", "locale"), 'language="en-US"'),
    **dict.fromkeys(("hook", "logger", "debug"), "hooks=[…]"),
}
"""Arguments of other SDKs, without underscores and in lower case, and ours."""
_OF_CLIENT: Final = frozenset({"base_url", "clock", "credentials", "hooks", "rng", "throttle", "transport"})


def refuse_call(signature: Signature, name: str, values: Sequence[Any], arguments: Mapping[str, Any]) -> NoReturn:
    """Raise for the first wrong argument of a hand-written method, or of the constructor of a client.

    Args:
        signature: Arguments of the method.
        name: Name of the method, or of the class of the client.
        values: Positional arguments.
        arguments: Keyword arguments.

    Raises:
        RequestInvalid: Always.
    """
    positional, known = signature.positional, signature.known
    if len(values) > len(positional):
        instead = f": {', '.join(known)}"
        if signature.is_constructor:
            instead = "; pass region=… and credentials=Credentials(secret_id, secret_key)"
        only = " only" if not positional else f" after {', '.join(positional)}"
        raise RequestInvalid("positional argument", f"{name} takes keyword arguments{only}{instead}")
    for argument in arguments:
        if argument not in known:
            raise RequestInvalid(argument, f"is not an argument of {name}{_instead(signature, name, argument)}")
    missing = next(each for each in known if each in signature.required and each not in arguments and each not in positional[: len(values)])
    raise RequestInvalid(missing, f"is required by {name}")


def _instead(signature: Signature, name: str, argument: str) -> str:
    hint = _CLIENT_HINTS.get(joined(argument)) if signature.is_constructor else None
    if hint is not None:
        return f"; pass {hint}"
    if name == "with_options" and argument in _OF_CLIENT:
        return f"; it belongs to the client, so create another one with {argument}=…"
    return advice(argument, signature.known)


def refuse_arguments(
    action: Action,
    positional: Sequence[Any],
    arguments: Mapping[str, Any],
    *,
    required: frozenset[str],
    known: Sequence[str],
) -> NoReturn:
    """Raise for the first argument that the method of `action` does not accept, or that it misses.

    Raises:
        RequestInvalid: Always.
    """
    if positional:
        raise RequestInvalid("positional argument", f"{action.name} takes keyword arguments only")
    for name in arguments:
        if name not in known:
            raise RequestInvalid(name, f"is not a parameter of {action.name}{advice(name, known)}")
    missing = next(name for name in known if name in required and name not in arguments)
    raise RequestInvalid(missing, f"is required by {action.name}")


def advice(name: str, known: Collection[str]) -> str:
    """Return the end of a message about an unknown argument: the name to use instead."""
    for helper in ("paginate", "wait"):
        if f"{helper}_{name}" in known:
            return f"; pass {name}_= for the parameter of the API, or {helper}_{name}= for the {_HELPERS[helper]}"
    if (found := same_name(name, known)) is not None:
        return f"; pass {found}="
    if name in _CALL_OPTIONS:
        return f"; it is a call option, so use with_options({name}=…)"
    if (found := nearest(name, known)) is not None:
        return f"; did you mean {found}?"
    return f"; it takes {', '.join(known)}" if known else "; it takes no arguments"


def field_advice(name: str, known: Sequence[str]) -> str:
    """Return the end of a message about an unknown key of a nested dict: the key to use instead."""
    found = same_name(name, known) or nearest(name, known)
    return f"; did you mean {found}? (fields: {', '.join(known)})" if found is not None else f" (fields: {', '.join(known)})"


def refuse_shared(action: Action, name: str) -> NoReturn:
    """Raise for an argument that is a parameter of the API and a keyword of `paginate`.

    Raises:
        RequestInvalid: Always.
    """
    raise RequestInvalid(name, f"is also a parameter of {action.name}{advice(name, [f'paginate_{name}'])}")
