"""Names of the vendor's API and ours; ours come from the generated tables."""

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
"""Import paths of the vendor's only error class."""
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
"""The vendor's credential providers and ours."""
HOST: Final = "scf.tencentcloudapi.com"


@cache
def methods() -> dict[str, str]:
    """Return our method for each action."""
    found: dict[str, str] = {}
    for name in dir(Operations):
        action = getattr(getattr(Operations, name), "action", None)
        if action is not None and not name.startswith("wait_until_"):
            found[action.name] = name
    return found


def fields(model: str) -> dict[str, Field] | None:
    """Return the fields of a model by wire name; `None` for an unknown model."""
    found: Any = getattr(models, model, None)
    return None if found is None else {field.wire: field for field in found.FIELDS}


@cache
def wire_names() -> frozenset[str]:
    """Return the wire names of all fields of all models."""
    kinds: list[Any] = [getattr(models, name) for name in models.__all__]
    return frozenset(field.wire for kind in kinds for field in getattr(kind, "FIELDS", ()))
