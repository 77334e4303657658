"""The two surfaces that are mapped onto each other; ours comes from the emitted tables."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from tencentkit_api.model import Field
from tencentkit_api.scf import models
from tencentkit_api.scf.operations import Operations

VENDOR: Final = "tencentcloud"
MODELS: Final = "tencentcloud.scf.v20180416.models."
CLIENT: Final = "tencentcloud.scf.v20180416.scf_client.ScfClient"
ERRORS: Final = frozenset(
    {
        "tencentcloud.common.exception.tencent_cloud_sdk_exception.TencentCloudSDKException",
        "tencentcloud.common.exception.TencentCloudSDKException",
    }
)
"""Their one class of errors, by each path that it has."""
PROFILES: Final = {
    "tencentcloud.common.profile.client_profile.ClientProfile": "client profile",
    "tencentcloud.common.profile.http_profile.HttpProfile": "HTTP profile",
}
CREDENTIALS: Final = {
    "tencentcloud.common.credential.Credential": "Credentials",
    "tencentcloud.common.credential.DefaultCredentialProvider": "DefaultCredentials",
    "tencentcloud.common.credential.EnvironmentVariableCredential": "EnvironmentCredentials",
    "tencentcloud.common.credential.ProfileCredential": "ProfileCredentials",
    "tencentcloud.common.credential.CVMRoleCredential": "InstanceRoleCredentials",
    "tencentcloud.common.credential.DefaultTkeOIDCRoleArnProvider": "WebIdentityCredentials",
}
"""Their sources of keys and ours."""
HOST: Final = "scf.tencentcloudapi.com"


@cache
def methods() -> dict[str, str]:
    """Our method of each action."""
    found: dict[str, str] = {}
    for name in dir(Operations):
        action = getattr(getattr(Operations, name), "action", None)
        if action is not None and not name.startswith("wait_until_"):
            found[action.name] = name
    return found


def fields(model: str) -> dict[str, Field] | None:
    """Our fields of a type by their wire names; `None` where there is no such type."""
    found: Any = getattr(models, model, None)
    return None if found is None else {field.wire: field for field in found.FIELDS}


@cache
def wire_names() -> frozenset[str]:
    """The names of all fields of all types."""
    kinds: list[Any] = [getattr(models, name) for name in models.__all__]
    return frozenset(field.wire for kind in kinds for field in getattr(kind, "FIELDS", ()))
