"""Table of the emulated actions.

Each function takes the state and the request, and returns the content of the response without `RequestId`. It raises
`ServiceError` for an error response.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .action_request import ActionRequest
from .actions.aliases import create_alias, delete_alias, get_alias, list_aliases, update_alias
from .actions.events import get_async_event_status, list_async_events, terminate_async_event
from .actions.functions import (
    create_function,
    delete_function,
    get_function,
    list_functions,
    update_function_code,
    update_function_configuration,
)
from .actions.invocations import invoke, invoke_function
from .actions.namespaces import create_namespace, delete_namespace, list_namespaces, update_namespace
from .actions.versions import list_version_by_function, publish_version
from .state import ServiceState

ACTIONS: Mapping[str, Callable[[ServiceState, ActionRequest], dict[str, Any]]] = {
    "CreateAlias": create_alias,
    "CreateFunction": create_function,
    "CreateNamespace": create_namespace,
    "DeleteAlias": delete_alias,
    "DeleteFunction": delete_function,
    "DeleteNamespace": delete_namespace,
    "GetAlias": get_alias,
    "GetAsyncEventStatus": get_async_event_status,
    "GetFunction": get_function,
    "Invoke": invoke,
    "InvokeFunction": invoke_function,
    "ListAliases": list_aliases,
    "ListAsyncEvents": list_async_events,
    "ListFunctions": list_functions,
    "ListNamespaces": list_namespaces,
    "ListVersionByFunction": list_version_by_function,
    "PublishVersion": publish_version,
    "TerminateAsyncEvent": terminate_async_event,
    "UpdateAlias": update_alias,
    "UpdateFunctionCode": update_function_code,
    "UpdateFunctionConfiguration": update_function_configuration,
    "UpdateNamespace": update_namespace,
}
