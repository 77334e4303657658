"""Names of the vendor's API and ours; ours come from the generated tables."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any, Final

from tencentkit_api.model import Field

from .._products import ProductBroken, ProductNotInstalled, api_package, client_module, is_installed, versions

VENDOR: Final = "tencentcloud"
_MODULE: Final = re.compile(r"tencentcloud\.(\w+)\.v(\d{4})(\d{2})(\d{2})\b")
_MODEL: Final = re.compile(_MODULE.pattern + r"\.models\.(\w+)")
_CLIENT: Final = re.compile(_MODULE.pattern + r"\.\w+_client\.\w+Client")
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


def products_in(code: str) -> tuple[str, ...]:
    """Return the installed products whose modules of the vendor's SDK a program names."""
    # `from tencentcloud.scf.v20180416 import …` and `import tencentcloud.scf.v20180416.models as …`
    found = (_product(*match.groups()) for match in _MODULE.finditer(code))
    return tuple(dict.fromkeys(name for name in found if name is not None))


def missing_in(code: str) -> tuple[str, ...]:
    """Return the products of a program that are not installed, with their API versions."""
    missing = (match for match in _MODULE.finditer(code) if _product(*match.groups()) is None)
    return tuple(dict.fromkeys("{} {}-{}-{}".format(*match.groups()) for match in missing))


def model_of(qualified: str) -> str | None:
    """Return the model `PRODUCT:NAME` of a class of the vendor's SDK by its qualified name; `None` for another name."""
    match = _MODEL.fullmatch(qualified)
    product = None if match is None else _product(*match.groups()[:4])
    return None if match is None or product is None else f"{product}:{match[5]}"


def client_of(qualified: str) -> str | None:
    """Return the product of a client class of the vendor's SDK by its qualified name; `None` for another name."""
    match = _CLIENT.fullmatch(qualified)
    return None if match is None else _product(*match.groups())


@cache
def _product(service: str, *date: str) -> str | None:
    """Return the installed product with an API version: `tke`, or `tke.v2022_05_01` for a version that is not the default."""
    try:
        if not is_installed(service):
            return None
        client_module(service)
        if "-".join(date) == import_module(f"{api_package(service)}.actions").VERSION:
            return service
        version = f"v{'_'.join(date)}"
        return f"{service}.{version}" if version in versions(service) else None
    except (ProductBroken, ProductNotInstalled):
        return None


def host(product: str) -> str:
    """Return the default host of a product."""
    return str(import_module(f"{api_package(product)}.actions").HOST)


@cache
def methods(product: str) -> dict[str, str]:
    """Return our method for each action of a product."""
    operations = import_module(f"{api_package(product)}.operations").Operations
    found: dict[str, str] = {}
    for name in dir(operations):
        action = getattr(getattr(operations, name), "action", None)
        if action is not None and not name.startswith("wait_until_"):
            found[action.name] = name
    return found


def stream_switch(product: str, action: str) -> str | None:
    """Return the wire name of the request field that makes a response a stream.

    Empty for an action that always streams; `None` for one that never does.
    """
    rows = import_module(f"{api_package(product)}.actions").ACTIONS
    stream = next((row.stream for row in rows if row.name == action), None)
    if stream is None or stream.switch is None:
        return None if stream is None else ""
    known = fields(f"{product}:{action}Request") or {}
    return next((wire for wire, field in known.items() if field.name == stream.switch), "")


def fields(model: str) -> dict[str, Field] | None:
    """Return the fields of a model `PRODUCT:NAME` by wire name; `None` for an unknown model."""
    product, _, name = model.rpartition(":")
    found: Any = getattr(import_module(f"{api_package(product)}.models"), name, None) if product else None
    return None if found is None else {field.wire: field for field in found.FIELDS}


def part_of(model: str, name: str) -> str:
    """Return another model of the product of `model`."""
    return f"{model.rpartition(':')[0]}:{name}"


@cache
def wire_names(product: str) -> frozenset[str]:
    """Return the wire names of all fields of all models of a product."""
    models = import_module(f"{api_package(product)}.models")
    kinds: list[Any] = [getattr(models, name) for name in models.__all__]
    return frozenset(field.wire for kind in kinds for field in getattr(kind, "FIELDS", ()))
