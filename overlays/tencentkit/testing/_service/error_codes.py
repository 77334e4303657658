"""Error codes of the emulated actions.

`DOCUMENTED` holds the codes that the documentation lists for each action. `CODES_BY_REASON` holds the candidates for each reason,
most specific first. An action that lists no candidate returns the class alone, which every action may return.

Source: the spec for the actions that have pages. For the others, the vendor publishes the codes of each action along with its SDK for
Go. Codes that the fake never returns are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

from tencentkit_api.scf.actions import ACTIONS

CODES_BY_REASON: Mapping[str, tuple[str, ...]] = {
    "alias exists": ("ResourceInUse.Alias",),
    "alias name": ("InvalidParameterValue.Name",),
    "alias": ("ResourceNotFound.Alias",),
    "archive": ("InvalidParameterValue.ZipFileBase64BinasciiError",),
    "code": ("InvalidParameterValue.Code",),
    "default namespace": ("InvalidParameterValue.Namespace",),
    "description": ("InvalidParameterValue.Description",),
    "event ended": ("FailedOperation.AsyncEventStatus",),
    "event": ("ResourceNotFound.AsyncEvent",),
    "filter": ("InvalidParameterValue.Filters",),
    "function exists": ("ResourceInUse.Function",),
    "function name": ("InvalidParameterValue.FunctionName", "InvalidParameter.FunctionName"),
    "function status": (
        "FailedOperation.FunctionStatusError",
        "FailedOperation.UpdateFunctionConfiguration",
        "FailedOperation.PublishVersion",
    ),
    "function": ("ResourceNotFound.Function",),
    "interval": ("InvalidParameterValue",),
    "invocation": ("InvalidParameterValue.InvocationType",),
    "invoke type": ("InvalidParameterValue.InvokeType",),
    "limit": ("InvalidParameterValue.Limit",),
    "memory": ("InvalidParameterValue.MemorySize",),
    "namespace in use": ("ResourceInUse.Namespace",),
    "namespace name": ("InvalidParameterValue.NamespaceInvalid", "InvalidParameterValue.Namespace"),
    "namespace": ("ResourceNotFound.Namespace", "ResourceNotFound.Function"),
    "offset": ("InvalidParameterValue.Offset",),
    "order by": ("InvalidParameterValue.Orderby", "InvalidParameterValue.OrderBy"),
    "order": ("InvalidParameterValue.Order",),
    "payload": ("InvalidParameterValue.Param",),
    "qualifier": ("InvalidParameterValue.Qualifier",),
    "runtime": ("InvalidParameterValue.Runtime",),
    "search": ("InvalidParameterValue.SearchKey",),
    "status": ("InvalidParameterValue.Status",),
    "timeout": ("LimitExceeded.Timeout",),
    "version in use": ("UnsupportedOperation.AliasBind",),
    "version": (
        "ResourceNotFound.Version",
        "ResourceNotFound.FunctionVersion",
        "ResourceNotFound.Qualifier",
        "ResourceNotFound.Function",
    ),
    "weights": ("InvalidParameterValue.AdditionalVersionWeights",),
}
"""Candidate codes for each reason, most specific first."""

_FUNCTION_CODES = ("InvalidParameterValue.FunctionName", "InvalidParameterValue.Namespace", "ResourceNotFound.Function")
_SETTING_CODES = ("InvalidParameterValue.Description", "InvalidParameterValue.MemorySize", "LimitExceeded.Timeout")
_ARCHIVE_CODES = ("InvalidParameterValue.Code", "InvalidParameterValue.ZipFileBase64BinasciiError")

DOCUMENTED: Mapping[str, frozenset[str]] = {row.name: frozenset(row.errors) for row in ACTIONS if row.errors} | {
    action: frozenset(codes)
    for action, codes in {
        "CreateAlias": (
            "InvalidParameterValue.AdditionalVersionWeights",
            "InvalidParameterValue.Name",
            "ResourceInUse.Alias",
            "ResourceNotFound.Function",
            "ResourceNotFound.FunctionVersion",
        ),
        "CreateFunction": (
            *_ARCHIVE_CODES,
            *_SETTING_CODES,
            "InvalidParameterValue.FunctionName",
            "InvalidParameterValue.Namespace",
            "ResourceInUse.Function",
            "ResourceNotFound.Namespace",
        ),
        "CreateNamespace": (
            "InvalidParameterValue.Description",
            "InvalidParameterValue.NamespaceInvalid",
            "ResourceInUse.Namespace",
        ),
        "DeleteAlias": ("ResourceNotFound.Alias", "ResourceNotFound.Function"),
        "DeleteFunction": (
            *_FUNCTION_CODES,
            "InvalidParameterValue.Qualifier",
            "ResourceNotFound.Namespace",
            "ResourceNotFound.Qualifier",
            "UnsupportedOperation.AliasBind",
        ),
        "DeleteNamespace": (
            "InvalidParameterValue.Namespace",
            "InvalidParameterValue.NamespaceInvalid",
            "ResourceInUse.Namespace",
            "ResourceNotFound.Namespace",
        ),
        "GetAlias": (*_FUNCTION_CODES, "ResourceNotFound.Alias", "ResourceNotFound.Namespace"),
        "GetFunction": (*_FUNCTION_CODES, "ResourceNotFound.Namespace", "ResourceNotFound.Version"),
        "Invoke": (
            "FailedOperation.FunctionStatusError",
            "InvalidParameter.FunctionName",
            "InvalidParameterValue.Param",
            "ResourceNotFound.Function",
        ),
        "InvokeFunction": (
            "FailedOperation.FunctionStatusError",
            "InvalidParameter.FunctionName",
            "InvalidParameterValue.Param",
            "ResourceNotFound.Function",
            "ResourceNotFound.Qualifier",
        ),
        "ListAliases": (*_FUNCTION_CODES, "ResourceNotFound.Namespace"),
        "ListFunctions": (
            "InvalidParameterValue.Limit",
            "InvalidParameterValue.Namespace",
            "InvalidParameterValue.Offset",
            "InvalidParameterValue.Order",
            "ResourceNotFound.Namespace",
        ),
        "ListNamespaces": ("InvalidParameterValue.Order", "InvalidParameterValue.SearchKey"),
        "ListVersionByFunction": (*_FUNCTION_CODES, "InvalidParameterValue.Order", "ResourceNotFound.Namespace"),
        "PublishVersion": (
            "FailedOperation.PublishVersion",
            "InvalidParameterValue.Description",
            "InvalidParameterValue.FunctionName",
            "ResourceNotFound.Function",
            "ResourceNotFound.Namespace",
        ),
        "TerminateAsyncEvent": (
            "FailedOperation.AsyncEventStatus",
            "ResourceNotFound.AsyncEvent",
            "ResourceNotFound.Function",
            "ResourceNotFound.Namespace",
        ),
        "UpdateAlias": (
            "InvalidParameterValue.AdditionalVersionWeights",
            "ResourceNotFound.Alias",
            "ResourceNotFound.Function",
            "ResourceNotFound.FunctionVersion",
            "ResourceNotFound.Namespace",
        ),
        "UpdateFunctionCode": (
            *_FUNCTION_CODES,
            *_ARCHIVE_CODES,
            "FailedOperation.FunctionStatusError",
            "ResourceNotFound.Namespace",
        ),
        "UpdateFunctionConfiguration": (
            *_FUNCTION_CODES,
            *_SETTING_CODES,
            "FailedOperation.UpdateFunctionConfiguration",
            "InvalidParameterValue.Runtime",
            "ResourceNotFound.Namespace",
        ),
        "UpdateNamespace": ("InvalidParameterValue.Description", "ResourceNotFound.Namespace"),
    }.items()
}
"""Codes that the documentation lists for each action, as far as the fake returns them."""


def code_for(action: str, reason: str) -> str:
    """Return the error code of `action` for `reason`."""
    candidates = CODES_BY_REASON[reason]
    return next((code for code in candidates if code in DOCUMENTED[action]), candidates[0].partition(".")[0])
