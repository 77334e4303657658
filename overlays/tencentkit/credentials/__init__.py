"""Who calls: a pair of keys, and the places where people keep them.

The order in which a client that is given none looks for them, and when temporary ones are renewed: docs/design/credentials.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._credentials import Credentials as Credentials
from ._credentials import CredentialsProvider as CredentialsProvider

if TYPE_CHECKING:
    from ._assume_role import AssumeRoleCredentials as AssumeRoleCredentials
    from ._callable import CallableCredentials as CallableCredentials
    from ._default import DefaultCredentials as DefaultCredentials
    from ._environment import EnvironmentCredentials as EnvironmentCredentials
    from ._instance_role import InstanceRoleCredentials as InstanceRoleCredentials
    from ._profile import ProfileCredentials as ProfileCredentials
    from ._web_identity import WebIdentityCredentials as WebIdentityCredentials

__all__ = [
    "AssumeRoleCredentials",
    "CallableCredentials",
    "Credentials",
    "CredentialsProvider",
    "DefaultCredentials",
    "EnvironmentCredentials",
    "InstanceRoleCredentials",
    "ProfileCredentials",
    "WebIdentityCredentials",
]

_HOMES = {
    "AssumeRoleCredentials": "_assume_role",
    "CallableCredentials": "_callable",
    "DefaultCredentials": "_default",
    "EnvironmentCredentials": "_environment",
    "InstanceRoleCredentials": "_instance_role",
    "ProfileCredentials": "_profile",
    "WebIdentityCredentials": "_web_identity",
}


if not TYPE_CHECKING:  # a checker that saw it would let every name through

    def __getattr__(name: str) -> Any:
        # Each source is loaded when it is first looked at: a function with its keys in the environment needs one of them.
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
