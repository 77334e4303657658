"""Credentials and their providers: default search order and refresh are in docs/design/credentials.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_exports
from ._types import Credentials as Credentials
from ._types import CredentialsProvider as CredentialsProvider

if TYPE_CHECKING:
    from ._assume_role import AssumeRoleCredentials as AssumeRoleCredentials
    from ._callable import CallableCredentials as CallableCredentials
    from ._default_chain import DefaultCredentials as DefaultCredentials
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

if not TYPE_CHECKING:  # a type checker would accept every name
    __getattr__, __dir__ = lazy_exports(
        globals(),
        {
            "AssumeRoleCredentials": "._assume_role",
            "CallableCredentials": "._callable",
            "DefaultCredentials": "._default_chain",
            "EnvironmentCredentials": "._environment",
            "InstanceRoleCredentials": "._instance_role",
            "ProfileCredentials": "._profile",
            "WebIdentityCredentials": "._web_identity",
        },
    )
