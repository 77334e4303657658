# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Action tables of scf 2018-04-16: rate limits, regions, errors, pagination, waiters."""

from __future__ import annotations

from typing import Final

from ..action import Acceptor, Action, Deprecated, Paging, Timeline, Waiter

SERVICE: Final = "scf"
VERSION: Final = "2018-04-16"
HOST: Final = "scf.tencentcloudapi.com"

COPY_FUNCTION: Final = Action(
    name="CopyFunction",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

CREATE_ALIAS: Final = Action(
    name="CreateAlias",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

CREATE_CUSTOM_DOMAIN: Final = Action(
    name="CreateCustomDomain",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

CREATE_FUNCTION: Final = Action(
    name="CreateFunction",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
    deprecated=(
        Deprecated(
            "code.image_config.entry_point of create_function is deprecated. The service may remove it.",
            path=("code", "image_config", "entry_point"),
            wire=("Code", "ImageConfig", "EntryPoint"),
        ),
    ),
)

CREATE_NAMESPACE: Final = Action(
    name="CreateNamespace",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

CREATE_TRIGGER: Final = Action(
    name="CreateTrigger",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_ALIAS: Final = Action(
    name="DeleteAlias",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_CUSTOM_DOMAIN: Final = Action(
    name="DeleteCustomDomain",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_FUNCTION: Final = Action(
    name="DeleteFunction",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_FUNCTION_VERSION: Final = Action(
    name="DeleteFunctionVersion",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_LAYER_VERSION: Final = Action(
    name="DeleteLayerVersion",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_NAMESPACE: Final = Action(
    name="DeleteNamespace",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_PROVISIONED_CONCURRENCY_CONFIG: Final = Action(
    name="DeleteProvisionedConcurrencyConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_RESERVED_CONCURRENCY_CONFIG: Final = Action(
    name="DeleteReservedConcurrencyConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

DELETE_TRIGGER: Final = Action(
    name="DeleteTrigger",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

GET_ACCOUNT: Final = Action(
    name="GetAccount",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_ALIAS: Final = Action(
    name="GetAlias",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_ASYNC_EVENT_STATUS: Final = Action(
    name="GetAsyncEventStatus",
    service=SERVICE,
    version=VERSION,
    rate_limit=20,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(
        "FailedOperation.AsyncEventStatus",
        "ResourceNotFound.AsyncEvent",
        "ResourceNotFound.Function",
        "ResourceNotFound.Namespace",
    ),
)

GET_CUSTOM_DOMAIN: Final = Action(
    name="GetCustomDomain",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_FUNCTION: Final = Action(
    name="GetFunction",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    secret_read=True,
)

GET_FUNCTION_ADDRESS: Final = Action(
    name="GetFunctionAddress",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_FUNCTION_EVENT_INVOKE_CONFIG: Final = Action(
    name="GetFunctionEventInvokeConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_FUNCTION_LOGS: Final = Action(
    name="GetFunctionLogs",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="data", total="total_count"),
    deprecated=(
        Deprecated("get_function_logs is deprecated. Use get_request_status for the result of an invocation."),
        Deprecated(
            "search_context of get_function_logs is deprecated. The service may remove it.",
            path=("search_context",),
            wire=("SearchContext",),
        ),
    ),
)

GET_LAYER_VERSION: Final = Action(
    name="GetLayerVersion",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_PROVISIONED_CONCURRENCY_CONFIG: Final = Action(
    name="GetProvisionedConcurrencyConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_REQUEST_STATUS: Final = Action(
    name="GetRequestStatus",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

GET_RESERVED_CONCURRENCY_CONFIG: Final = Action(
    name="GetReservedConcurrencyConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

INVOKE: Final = Action(
    name="Invoke",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

INVOKE_FUNCTION: Final = Action(
    name="InvokeFunction",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

LIST_ALIASES: Final = Action(
    name="ListAliases",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="aliases", total="total_count", as_text=True),
)

LIST_ASYNC_EVENTS: Final = Action(
    name="ListAsyncEvents",
    service=SERVICE,
    version=VERSION,
    rate_limit=20,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(
        "InvalidParameterValue.FunctionName",
        "InvalidParameterValue.InvokeType",
        "InvalidParameterValue.Limit",
        "InvalidParameterValue.Namespace",
        "InvalidParameterValue.Order",
        "InvalidParameterValue.Orderby",
        "InvalidParameterValue.Status",
        "ResourceNotFound.Function",
        "ResourceNotFound.Namespace",
        "ResourceNotFound.Version",
    ),
    paging=Paging(
        offset="offset",
        limit="limit",
        maximum=100,
        items="event_list",
        total="total_count",
        key="invoke_request_id",
        time=Timeline(
            item="start_time",
            format="%Y-%m-%d %H:%M:%S",
            interval="start_time_interval",
            start="start",
            end="end",
            newest_first=(("order", "DESC"), ("orderby", "StartTime")),
            oldest_first=(("order", "ASC"), ("orderby", "StartTime")),
            reach=2592000,
        ),
        cap=10000,
        cap_error="LimitExceeded.Offset",
    ),
)

LIST_CUSTOM_DOMAINS: Final = Action(
    name="ListCustomDomains",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="domains", total="total"),
)

LIST_FUNCTIONS: Final = Action(
    name="ListFunctions",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="functions", total="total_count"),
)

LIST_LAYER_VERSIONS: Final = Action(
    name="ListLayerVersions",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
)

LIST_LAYERS: Final = Action(
    name="ListLayers",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="layers", total="total_count"),
)

LIST_NAMESPACES: Final = Action(
    name="ListNamespaces",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="namespaces", total="total_count"),
)

LIST_TRIGGERS: Final = Action(
    name="ListTriggers",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="triggers", total="total_count"),
)

LIST_VERSION_BY_FUNCTION: Final = Action(
    name="ListVersionByFunction",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(),
    paging=Paging(offset="offset", limit="limit", maximum=20, items="versions", total="total_count"),
)

PUBLISH_LAYER_VERSION: Final = Action(
    name="PublishLayerVersion",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
    deprecated=(
        Deprecated(
            "content.image_config.entry_point of publish_layer_version is deprecated. The service may remove it.",
            path=("content", "image_config", "entry_point"),
            wire=("Content", "ImageConfig", "EntryPoint"),
        ),
    ),
)

PUBLISH_VERSION: Final = Action(
    name="PublishVersion",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

PUT_PROVISIONED_CONCURRENCY_CONFIG: Final = Action(
    name="PutProvisionedConcurrencyConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

PUT_RESERVED_CONCURRENCY_CONFIG: Final = Action(
    name="PutReservedConcurrencyConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

PUT_TOTAL_CONCURRENCY_CONFIG: Final = Action(
    name="PutTotalConcurrencyConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

TERMINATE_ASYNC_EVENT: Final = Action(
    name="TerminateAsyncEvent",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

UPDATE_ALIAS: Final = Action(
    name="UpdateAlias",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

UPDATE_CUSTOM_DOMAIN: Final = Action(
    name="UpdateCustomDomain",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

UPDATE_FUNCTION_CODE: Final = Action(
    name="UpdateFunctionCode",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
    deprecated=(
        Deprecated(
            "code.image_config.entry_point of update_function_code is deprecated. The service may remove it.",
            path=("code", "image_config", "entry_point"),
            wire=("Code", "ImageConfig", "EntryPoint"),
        ),
    ),
)

UPDATE_FUNCTION_CONFIGURATION: Final = Action(
    name="UpdateFunctionConfiguration",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

UPDATE_FUNCTION_EVENT_INVOKE_CONFIG: Final = Action(
    name="UpdateFunctionEventInvokeConfig",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

UPDATE_NAMESPACE: Final = Action(
    name="UpdateNamespace",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

UPDATE_TRIGGER: Final = Action(
    name="UpdateTrigger",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

UPDATE_TRIGGER_STATUS: Final = Action(
    name="UpdateTriggerStatus",
    service=SERVICE,
    version=VERSION,
    rate_limit=None,
    read_only=False,
    region_required=True,
    regions=(),
    errors=(),
)

ACTIONS: Final[tuple[Action, ...]] = (
    COPY_FUNCTION,
    CREATE_ALIAS,
    CREATE_CUSTOM_DOMAIN,
    CREATE_FUNCTION,
    CREATE_NAMESPACE,
    CREATE_TRIGGER,
    DELETE_ALIAS,
    DELETE_CUSTOM_DOMAIN,
    DELETE_FUNCTION,
    DELETE_FUNCTION_VERSION,
    DELETE_LAYER_VERSION,
    DELETE_NAMESPACE,
    DELETE_PROVISIONED_CONCURRENCY_CONFIG,
    DELETE_RESERVED_CONCURRENCY_CONFIG,
    DELETE_TRIGGER,
    GET_ACCOUNT,
    GET_ALIAS,
    GET_ASYNC_EVENT_STATUS,
    GET_CUSTOM_DOMAIN,
    GET_FUNCTION,
    GET_FUNCTION_ADDRESS,
    GET_FUNCTION_EVENT_INVOKE_CONFIG,
    GET_FUNCTION_LOGS,
    GET_LAYER_VERSION,
    GET_PROVISIONED_CONCURRENCY_CONFIG,
    GET_REQUEST_STATUS,
    GET_RESERVED_CONCURRENCY_CONFIG,
    INVOKE,
    INVOKE_FUNCTION,
    LIST_ALIASES,
    LIST_ASYNC_EVENTS,
    LIST_CUSTOM_DOMAINS,
    LIST_FUNCTIONS,
    LIST_LAYER_VERSIONS,
    LIST_LAYERS,
    LIST_NAMESPACES,
    LIST_TRIGGERS,
    LIST_VERSION_BY_FUNCTION,
    PUBLISH_LAYER_VERSION,
    PUBLISH_VERSION,
    PUT_PROVISIONED_CONCURRENCY_CONFIG,
    PUT_RESERVED_CONCURRENCY_CONFIG,
    PUT_TOTAL_CONCURRENCY_CONFIG,
    TERMINATE_ASYNC_EVENT,
    UPDATE_ALIAS,
    UPDATE_CUSTOM_DOMAIN,
    UPDATE_FUNCTION_CODE,
    UPDATE_FUNCTION_CONFIGURATION,
    UPDATE_FUNCTION_EVENT_INVOKE_CONFIG,
    UPDATE_NAMESPACE,
    UPDATE_TRIGGER,
    UPDATE_TRIGGER_STATUS,
)
"""All actions, sorted by name."""

ASYNC_EVENT_FINISHED: Final = Waiter(
    name="AsyncEventFinished",
    interval=1,
    acceptors=(
        Acceptor(state="success", path=("result", "status"), values=("FINISHED",)),
        Acceptor(state="failure", path=("result", "status"), values=("FAILED", "ABORTED")),
        Acceptor(state="retry", error="FailedOperation.AsyncEventStatus"),
    ),
)

FUNCTION_ACTIVE: Final = Waiter(
    name="FunctionActive",
    interval=1,
    acceptors=(
        Acceptor(state="success", path=("status",), values=("Active",)),
        Acceptor(
            state="failure", path=("status",), values=("CreateFailed", "UpdateFailed", "PublishFailed", "DeleteFailed")
        ),
    ),
)

VERSION_PUBLISHED: Final = Waiter(
    name="VersionPublished",
    interval=1,
    acceptors=(
        Acceptor(state="success", path=("status",), values=("Active",)),
        Acceptor(state="failure", path=("status",), values=("PublishFailed", "CreateFailed")),
    ),
)
