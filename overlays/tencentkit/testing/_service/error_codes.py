"""With which code an action refuses what.

Two tables: what the documentation lists for an action, and what is wanted for a fault, the most telling first. Where an action
lists none of what is wanted, the answer is the bare class, which every action may give.

Source: the spec for the actions that have pages; for the others the lists of codes that the vendor publishes for each action
along with its SDK for Go. Only codes that the fake has a use for are here.
"""

from __future__ import annotations

from collections.abc import Mapping

from tencentkit_api.scf.actions import ACTIONS

WANTED: Mapping[str, tuple[str, ...]] = {
    "alias": ("ResourceNotFound.Alias",),
    "alias name": ("InvalidParameterValue.Name",),
    "alias taken": ("ResourceInUse.Alias",),
    "archive": ("InvalidParameterValue.ZipFileBase64BinasciiError",),
    "bound": ("UnsupportedOperation.AliasBind",),
    "busy": ("FailedOperation.FunctionStatusError", "FailedOperation.UpdateFunctionConfiguration", "FailedOperation.PublishVersion"),
    "code": ("InvalidParameterValue.Code",),
    "description": ("InvalidParameterValue.Description",),
    "ended": ("FailedOperation.AsyncEventStatus",),
    "event": ("ResourceNotFound.AsyncEvent",),
    "filter": ("InvalidParameterValue.Filters",),
    "function": ("ResourceNotFound.Function",),
    "function name": ("InvalidParameterValue.FunctionName", "InvalidParameter.FunctionName"),
    "function taken": ("ResourceInUse.Function",),
    "interval": ("InvalidParameterValue",),
    "invocation": ("InvalidParameterValue.InvocationType",),
    "invoke type": ("InvalidParameterValue.InvokeType",),
    "limit": ("InvalidParameterValue.Limit",),
    "memory": ("InvalidParameterValue.MemorySize",),
    "namespace": ("ResourceNotFound.Namespace", "ResourceNotFound.Function"),
    "namespace default": ("InvalidParameterValue.Namespace",),
    "namespace name": ("InvalidParameterValue.NamespaceInvalid", "InvalidParameterValue.Namespace"),
    "namespace taken": ("ResourceInUse.Namespace",),
    "offset": ("InvalidParameterValue.Offset",),
    "order": ("InvalidParameterValue.Order",),
    "order by": ("InvalidParameterValue.Orderby", "InvalidParameterValue.OrderBy"),
    "payload": ("InvalidParameterValue.Param",),
    "qualifier": ("InvalidParameterValue.Qualifier",),
    "runtime": ("InvalidParameterValue.Runtime",),
    "search": ("InvalidParameterValue.SearchKey",),
    "status": ("InvalidParameterValue.Status",),
    "timeout": ("LimitExceeded.Timeout",),
    "version": (
        "ResourceNotFound.Version",
        "ResourceNotFound.FunctionVersion",
        "ResourceNotFound.Qualifier",
        "ResourceNotFound.Function",
    ),
    "weights": ("InvalidParameterValue.AdditionalVersionWeights",),
}
"""Codes for each fault, the most telling first."""

_OF_A_FUNCTION = ("InvalidParameterValue.FunctionName", "InvalidParameterValue.Namespace", "ResourceNotFound.Function")
_SETTINGS = ("InvalidParameterValue.Description", "InvalidParameterValue.MemorySize", "LimitExceeded.Timeout")
_CODE = ("InvalidParameterValue.Code", "InvalidParameterValue.ZipFileBase64BinasciiError")

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
            *_CODE,
            *_SETTINGS,
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
            *_OF_A_FUNCTION,
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
        "GetAlias": (*_OF_A_FUNCTION, "ResourceNotFound.Alias", "ResourceNotFound.Namespace"),
        "GetFunction": (*_OF_A_FUNCTION, "ResourceNotFound.Namespace", "ResourceNotFound.Version"),
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
        "ListAliases": (*_OF_A_FUNCTION, "ResourceNotFound.Namespace"),
        "ListFunctions": (
            "InvalidParameterValue.Limit",
            "InvalidParameterValue.Namespace",
            "InvalidParameterValue.Offset",
            "InvalidParameterValue.Order",
            "ResourceNotFound.Namespace",
        ),
        "ListNamespaces": ("InvalidParameterValue.Order", "InvalidParameterValue.SearchKey"),
        "ListVersionByFunction": (*_OF_A_FUNCTION, "InvalidParameterValue.Order", "ResourceNotFound.Namespace"),
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
            *_OF_A_FUNCTION,
            *_CODE,
            "FailedOperation.FunctionStatusError",
            "ResourceNotFound.Namespace",
        ),
        "UpdateFunctionConfiguration": (
            *_OF_A_FUNCTION,
            *_SETTINGS,
            "FailedOperation.UpdateFunctionConfiguration",
            "InvalidParameterValue.Runtime",
            "ResourceNotFound.Namespace",
        ),
        "UpdateNamespace": ("InvalidParameterValue.Description", "ResourceNotFound.Namespace"),
    }.items()
}
"""Of the codes that the documentation lists for an action, those that the fake has a use for."""


def code_for(action: str, fault: str) -> str:
    """The code with which `action` refuses for `fault`."""
    wanted = WANTED[fault]
    return next((code for code in wanted if code in DOCUMENTED[action]), wanted[0].partition(".")[0])
