# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16, loaded on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access_info import AccessInfo as AccessInfo
    from .alias import Alias as Alias
    from .async_event import AsyncEvent as AsyncEvent
    from .async_event_status import AsyncEventStatus as AsyncEventStatus
    from .async_trigger_config import AsyncTriggerConfig as AsyncTriggerConfig
    from .async_trigger_config import AsyncTriggerConfigDict as AsyncTriggerConfigDict
    from .cert_conf import CertConf as CertConf
    from .cert_conf import CertConfDict as CertConfDict
    from .cfs_config import CfsConfig as CfsConfig
    from .cfs_config import CfsConfigDict as CfsConfigDict
    from .cfs_ins_info import CfsInsInfo as CfsInsInfo
    from .cfs_ins_info import CfsInsInfoDict as CfsInsInfoDict
    from .code import Code as Code
    from .code import CodeDict as CodeDict
    from .copy_function_request import CopyFunctionRequest as CopyFunctionRequest
    from .copy_function_response import CopyFunctionResponse as CopyFunctionResponse
    from .create_alias_request import CreateAliasRequest as CreateAliasRequest
    from .create_alias_response import CreateAliasResponse as CreateAliasResponse
    from .create_custom_domain_request import CreateCustomDomainRequest as CreateCustomDomainRequest
    from .create_custom_domain_response import CreateCustomDomainResponse as CreateCustomDomainResponse
    from .create_function_request import CreateFunctionRequest as CreateFunctionRequest
    from .create_function_response import CreateFunctionResponse as CreateFunctionResponse
    from .create_namespace_request import CreateNamespaceRequest as CreateNamespaceRequest
    from .create_namespace_response import CreateNamespaceResponse as CreateNamespaceResponse
    from .create_trigger_request import CreateTriggerRequest as CreateTriggerRequest
    from .create_trigger_response import CreateTriggerResponse as CreateTriggerResponse
    from .dead_letter_config import DeadLetterConfig as DeadLetterConfig
    from .dead_letter_config import DeadLetterConfigDict as DeadLetterConfigDict
    from .delete_alias_request import DeleteAliasRequest as DeleteAliasRequest
    from .delete_alias_response import DeleteAliasResponse as DeleteAliasResponse
    from .delete_custom_domain_request import DeleteCustomDomainRequest as DeleteCustomDomainRequest
    from .delete_custom_domain_response import DeleteCustomDomainResponse as DeleteCustomDomainResponse
    from .delete_function_request import DeleteFunctionRequest as DeleteFunctionRequest
    from .delete_function_response import DeleteFunctionResponse as DeleteFunctionResponse
    from .delete_function_version_request import DeleteFunctionVersionRequest as DeleteFunctionVersionRequest
    from .delete_function_version_response import DeleteFunctionVersionResponse as DeleteFunctionVersionResponse
    from .delete_layer_version_request import DeleteLayerVersionRequest as DeleteLayerVersionRequest
    from .delete_layer_version_response import DeleteLayerVersionResponse as DeleteLayerVersionResponse
    from .delete_namespace_request import DeleteNamespaceRequest as DeleteNamespaceRequest
    from .delete_namespace_response import DeleteNamespaceResponse as DeleteNamespaceResponse
    from .delete_provisioned_concurrency_config_request import (
        DeleteProvisionedConcurrencyConfigRequest as DeleteProvisionedConcurrencyConfigRequest,
    )
    from .delete_provisioned_concurrency_config_response import (
        DeleteProvisionedConcurrencyConfigResponse as DeleteProvisionedConcurrencyConfigResponse,
    )
    from .delete_reserved_concurrency_config_request import (
        DeleteReservedConcurrencyConfigRequest as DeleteReservedConcurrencyConfigRequest,
    )
    from .delete_reserved_concurrency_config_response import (
        DeleteReservedConcurrencyConfigResponse as DeleteReservedConcurrencyConfigResponse,
    )
    from .delete_trigger_request import DeleteTriggerRequest as DeleteTriggerRequest
    from .delete_trigger_response import DeleteTriggerResponse as DeleteTriggerResponse
    from .domain_info import DomainInfo as DomainInfo
    from .eip_config_in import EipConfigIn as EipConfigIn
    from .eip_config_in import EipConfigInDict as EipConfigInDict
    from .eip_config_out import EipConfigOut as EipConfigOut
    from .eip_out_config import EipOutConfig as EipOutConfig
    from .endpoints_conf import EndpointsConf as EndpointsConf
    from .endpoints_conf import EndpointsConfDict as EndpointsConfDict
    from .environment import Environment as Environment
    from .environment import EnvironmentDict as EnvironmentDict
    from .filter import Filter as Filter
    from .filter import FilterDict as FilterDict
    from .function import Function as Function
    from .function_log import FunctionLog as FunctionLog
    from .function_version import FunctionVersion as FunctionVersion
    from .get_account_request import GetAccountRequest as GetAccountRequest
    from .get_account_response import GetAccountResponse as GetAccountResponse
    from .get_alias_request import GetAliasRequest as GetAliasRequest
    from .get_alias_response import GetAliasResponse as GetAliasResponse
    from .get_async_event_status_request import GetAsyncEventStatusRequest as GetAsyncEventStatusRequest
    from .get_async_event_status_response import GetAsyncEventStatusResponse as GetAsyncEventStatusResponse
    from .get_custom_domain_request import GetCustomDomainRequest as GetCustomDomainRequest
    from .get_custom_domain_response import GetCustomDomainResponse as GetCustomDomainResponse
    from .get_function_address_request import GetFunctionAddressRequest as GetFunctionAddressRequest
    from .get_function_address_response import GetFunctionAddressResponse as GetFunctionAddressResponse
    from .get_function_event_invoke_config_request import (
        GetFunctionEventInvokeConfigRequest as GetFunctionEventInvokeConfigRequest,
    )
    from .get_function_event_invoke_config_response import (
        GetFunctionEventInvokeConfigResponse as GetFunctionEventInvokeConfigResponse,
    )
    from .get_function_logs_request import GetFunctionLogsRequest as GetFunctionLogsRequest
    from .get_function_logs_response import GetFunctionLogsResponse as GetFunctionLogsResponse
    from .get_function_request import GetFunctionRequest as GetFunctionRequest
    from .get_function_response import GetFunctionResponse as GetFunctionResponse
    from .get_layer_version_request import GetLayerVersionRequest as GetLayerVersionRequest
    from .get_layer_version_response import GetLayerVersionResponse as GetLayerVersionResponse
    from .get_provisioned_concurrency_config_request import (
        GetProvisionedConcurrencyConfigRequest as GetProvisionedConcurrencyConfigRequest,
    )
    from .get_provisioned_concurrency_config_response import (
        GetProvisionedConcurrencyConfigResponse as GetProvisionedConcurrencyConfigResponse,
    )
    from .get_request_status_request import GetRequestStatusRequest as GetRequestStatusRequest
    from .get_request_status_response import GetRequestStatusResponse as GetRequestStatusResponse
    from .get_reserved_concurrency_config_request import (
        GetReservedConcurrencyConfigRequest as GetReservedConcurrencyConfigRequest,
    )
    from .get_reserved_concurrency_config_response import (
        GetReservedConcurrencyConfigResponse as GetReservedConcurrencyConfigResponse,
    )
    from .image_config import ImageConfig as ImageConfig
    from .image_config import ImageConfigDict as ImageConfigDict
    from .instance_concurrency_config import InstanceConcurrencyConfig as InstanceConcurrencyConfig
    from .instance_concurrency_config import InstanceConcurrencyConfigDict as InstanceConcurrencyConfigDict
    from .intranet_config_in import IntranetConfigIn as IntranetConfigIn
    from .intranet_config_in import IntranetConfigInDict as IntranetConfigInDict
    from .intranet_config_out import IntranetConfigOut as IntranetConfigOut
    from .invoke_function_request import InvokeFunctionRequest as InvokeFunctionRequest
    from .invoke_function_response import InvokeFunctionResponse as InvokeFunctionResponse
    from .invoke_request import InvokeRequest as InvokeRequest
    from .invoke_response import InvokeResponse as InvokeResponse
    from .k8s_label import K8SLabel as K8SLabel
    from .k8s_label import K8SLabelDict as K8SLabelDict
    from .k8s_toleration import K8SToleration as K8SToleration
    from .k8s_toleration import K8STolerationDict as K8STolerationDict
    from .layer_version_info import LayerVersionInfo as LayerVersionInfo
    from .layer_version_simple import LayerVersionSimple as LayerVersionSimple
    from .layer_version_simple import LayerVersionSimpleDict as LayerVersionSimpleDict
    from .limits_info import LimitsInfo as LimitsInfo
    from .list_aliases_request import ListAliasesRequest as ListAliasesRequest
    from .list_aliases_response import ListAliasesResponse as ListAliasesResponse
    from .list_async_events_request import ListAsyncEventsRequest as ListAsyncEventsRequest
    from .list_async_events_response import ListAsyncEventsResponse as ListAsyncEventsResponse
    from .list_custom_domains_request import ListCustomDomainsRequest as ListCustomDomainsRequest
    from .list_custom_domains_response import ListCustomDomainsResponse as ListCustomDomainsResponse
    from .list_functions_request import ListFunctionsRequest as ListFunctionsRequest
    from .list_functions_response import ListFunctionsResponse as ListFunctionsResponse
    from .list_layer_versions_request import ListLayerVersionsRequest as ListLayerVersionsRequest
    from .list_layer_versions_response import ListLayerVersionsResponse as ListLayerVersionsResponse
    from .list_layers_request import ListLayersRequest as ListLayersRequest
    from .list_layers_response import ListLayersResponse as ListLayersResponse
    from .list_namespaces_request import ListNamespacesRequest as ListNamespacesRequest
    from .list_namespaces_response import ListNamespacesResponse as ListNamespacesResponse
    from .list_triggers_request import ListTriggersRequest as ListTriggersRequest
    from .list_triggers_response import ListTriggersResponse as ListTriggersResponse
    from .list_version_by_function_request import ListVersionByFunctionRequest as ListVersionByFunctionRequest
    from .list_version_by_function_response import ListVersionByFunctionResponse as ListVersionByFunctionResponse
    from .log_filter import LogFilter as LogFilter
    from .log_filter import LogFilterDict as LogFilterDict
    from .log_search_context import LogSearchContext as LogSearchContext
    from .log_search_context import LogSearchContextDict as LogSearchContextDict
    from .mix_node_config import MixNodeConfig as MixNodeConfig
    from .mix_node_config import MixNodeConfigDict as MixNodeConfigDict
    from .namespace import Namespace as Namespace
    from .namespace_limit import NamespaceLimit as NamespaceLimit
    from .namespace_resource_env import NamespaceResourceEnv as NamespaceResourceEnv
    from .namespace_resource_env import NamespaceResourceEnvDict as NamespaceResourceEnvDict
    from .namespace_resource_env_tke import NamespaceResourceEnvTKE as NamespaceResourceEnvTKE
    from .namespace_resource_env_tke import NamespaceResourceEnvTKEDict as NamespaceResourceEnvTKEDict
    from .namespace_usage import NamespaceUsage as NamespaceUsage
    from .path_rewrite_rule import PathRewriteRule as PathRewriteRule
    from .path_rewrite_rule import PathRewriteRuleDict as PathRewriteRuleDict
    from .protocol_params import ProtocolParams as ProtocolParams
    from .protocol_params import ProtocolParamsDict as ProtocolParamsDict
    from .public_net_config_in import PublicNetConfigIn as PublicNetConfigIn
    from .public_net_config_in import PublicNetConfigInDict as PublicNetConfigInDict
    from .public_net_config_out import PublicNetConfigOut as PublicNetConfigOut
    from .publish_layer_version_request import PublishLayerVersionRequest as PublishLayerVersionRequest
    from .publish_layer_version_response import PublishLayerVersionResponse as PublishLayerVersionResponse
    from .publish_version_request import PublishVersionRequest as PublishVersionRequest
    from .publish_version_response import PublishVersionResponse as PublishVersionResponse
    from .put_provisioned_concurrency_config_request import (
        PutProvisionedConcurrencyConfigRequest as PutProvisionedConcurrencyConfigRequest,
    )
    from .put_provisioned_concurrency_config_response import (
        PutProvisionedConcurrencyConfigResponse as PutProvisionedConcurrencyConfigResponse,
    )
    from .put_reserved_concurrency_config_request import (
        PutReservedConcurrencyConfigRequest as PutReservedConcurrencyConfigRequest,
    )
    from .put_reserved_concurrency_config_response import (
        PutReservedConcurrencyConfigResponse as PutReservedConcurrencyConfigResponse,
    )
    from .put_total_concurrency_config_request import (
        PutTotalConcurrencyConfigRequest as PutTotalConcurrencyConfigRequest,
    )
    from .put_total_concurrency_config_response import (
        PutTotalConcurrencyConfigResponse as PutTotalConcurrencyConfigResponse,
    )
    from .request_status import RequestStatus as RequestStatus
    from .result import Result as Result
    from .retry_config import RetryConfig as RetryConfig
    from .retry_config import RetryConfigDict as RetryConfigDict
    from .routing_config import RoutingConfig as RoutingConfig
    from .routing_config import RoutingConfigDict as RoutingConfigDict
    from .search_key import SearchKey as SearchKey
    from .search_key import SearchKeyDict as SearchKeyDict
    from .session_config import SessionConfig as SessionConfig
    from .session_config import SessionConfigDict as SessionConfigDict
    from .status_reason import StatusReason as StatusReason
    from .tag import Tag as Tag
    from .tag import TagDict as TagDict
    from .terminate_async_event_request import TerminateAsyncEventRequest as TerminateAsyncEventRequest
    from .terminate_async_event_response import TerminateAsyncEventResponse as TerminateAsyncEventResponse
    from .time_interval import TimeInterval as TimeInterval
    from .time_interval import TimeIntervalDict as TimeIntervalDict
    from .trigger import Trigger as Trigger
    from .trigger_action import TriggerAction as TriggerAction
    from .trigger_action import TriggerActionDict as TriggerActionDict
    from .trigger_count import TriggerCount as TriggerCount
    from .trigger_info import TriggerInfo as TriggerInfo
    from .update_alias_request import UpdateAliasRequest as UpdateAliasRequest
    from .update_alias_response import UpdateAliasResponse as UpdateAliasResponse
    from .update_custom_domain_request import UpdateCustomDomainRequest as UpdateCustomDomainRequest
    from .update_custom_domain_response import UpdateCustomDomainResponse as UpdateCustomDomainResponse
    from .update_function_code_request import UpdateFunctionCodeRequest as UpdateFunctionCodeRequest
    from .update_function_code_response import UpdateFunctionCodeResponse as UpdateFunctionCodeResponse
    from .update_function_configuration_request import (
        UpdateFunctionConfigurationRequest as UpdateFunctionConfigurationRequest,
    )
    from .update_function_configuration_response import (
        UpdateFunctionConfigurationResponse as UpdateFunctionConfigurationResponse,
    )
    from .update_function_event_invoke_config_request import (
        UpdateFunctionEventInvokeConfigRequest as UpdateFunctionEventInvokeConfigRequest,
    )
    from .update_function_event_invoke_config_response import (
        UpdateFunctionEventInvokeConfigResponse as UpdateFunctionEventInvokeConfigResponse,
    )
    from .update_namespace_request import UpdateNamespaceRequest as UpdateNamespaceRequest
    from .update_namespace_response import UpdateNamespaceResponse as UpdateNamespaceResponse
    from .update_trigger_request import UpdateTriggerRequest as UpdateTriggerRequest
    from .update_trigger_response import UpdateTriggerResponse as UpdateTriggerResponse
    from .update_trigger_status_request import UpdateTriggerStatusRequest as UpdateTriggerStatusRequest
    from .update_trigger_status_response import UpdateTriggerStatusResponse as UpdateTriggerStatusResponse
    from .usage_info import UsageInfo as UsageInfo
    from .variable import Variable as Variable
    from .variable import VariableDict as VariableDict
    from .version_match import VersionMatch as VersionMatch
    from .version_match import VersionMatchDict as VersionMatchDict
    from .version_provisioned_concurrency_info import (
        VersionProvisionedConcurrencyInfo as VersionProvisionedConcurrencyInfo,
    )
    from .version_weight import VersionWeight as VersionWeight
    from .version_weight import VersionWeightDict as VersionWeightDict
    from .vpc_config import VpcConfig as VpcConfig
    from .vpc_config import VpcConfigDict as VpcConfigDict
    from .waf_conf import WafConf as WafConf
    from .waf_conf import WafConfDict as WafConfDict
    from .ws_params import WSParams as WSParams
    from .ws_params import WSParamsDict as WSParamsDict

_MODULES = {
    "AccessInfo": "access_info",
    "Alias": "alias",
    "AsyncEvent": "async_event",
    "AsyncEventStatus": "async_event_status",
    "AsyncTriggerConfig": "async_trigger_config",
    "AsyncTriggerConfigDict": "async_trigger_config",
    "CertConf": "cert_conf",
    "CertConfDict": "cert_conf",
    "CfsConfig": "cfs_config",
    "CfsConfigDict": "cfs_config",
    "CfsInsInfo": "cfs_ins_info",
    "CfsInsInfoDict": "cfs_ins_info",
    "Code": "code",
    "CodeDict": "code",
    "CopyFunctionRequest": "copy_function_request",
    "CopyFunctionResponse": "copy_function_response",
    "CreateAliasRequest": "create_alias_request",
    "CreateAliasResponse": "create_alias_response",
    "CreateCustomDomainRequest": "create_custom_domain_request",
    "CreateCustomDomainResponse": "create_custom_domain_response",
    "CreateFunctionRequest": "create_function_request",
    "CreateFunctionResponse": "create_function_response",
    "CreateNamespaceRequest": "create_namespace_request",
    "CreateNamespaceResponse": "create_namespace_response",
    "CreateTriggerRequest": "create_trigger_request",
    "CreateTriggerResponse": "create_trigger_response",
    "DeadLetterConfig": "dead_letter_config",
    "DeadLetterConfigDict": "dead_letter_config",
    "DeleteAliasRequest": "delete_alias_request",
    "DeleteAliasResponse": "delete_alias_response",
    "DeleteCustomDomainRequest": "delete_custom_domain_request",
    "DeleteCustomDomainResponse": "delete_custom_domain_response",
    "DeleteFunctionRequest": "delete_function_request",
    "DeleteFunctionResponse": "delete_function_response",
    "DeleteFunctionVersionRequest": "delete_function_version_request",
    "DeleteFunctionVersionResponse": "delete_function_version_response",
    "DeleteLayerVersionRequest": "delete_layer_version_request",
    "DeleteLayerVersionResponse": "delete_layer_version_response",
    "DeleteNamespaceRequest": "delete_namespace_request",
    "DeleteNamespaceResponse": "delete_namespace_response",
    "DeleteProvisionedConcurrencyConfigRequest": "delete_provisioned_concurrency_config_request",
    "DeleteProvisionedConcurrencyConfigResponse": "delete_provisioned_concurrency_config_response",
    "DeleteReservedConcurrencyConfigRequest": "delete_reserved_concurrency_config_request",
    "DeleteReservedConcurrencyConfigResponse": "delete_reserved_concurrency_config_response",
    "DeleteTriggerRequest": "delete_trigger_request",
    "DeleteTriggerResponse": "delete_trigger_response",
    "DomainInfo": "domain_info",
    "EipConfigIn": "eip_config_in",
    "EipConfigInDict": "eip_config_in",
    "EipConfigOut": "eip_config_out",
    "EipOutConfig": "eip_out_config",
    "EndpointsConf": "endpoints_conf",
    "EndpointsConfDict": "endpoints_conf",
    "Environment": "environment",
    "EnvironmentDict": "environment",
    "Filter": "filter",
    "FilterDict": "filter",
    "Function": "function",
    "FunctionLog": "function_log",
    "FunctionVersion": "function_version",
    "GetAccountRequest": "get_account_request",
    "GetAccountResponse": "get_account_response",
    "GetAliasRequest": "get_alias_request",
    "GetAliasResponse": "get_alias_response",
    "GetAsyncEventStatusRequest": "get_async_event_status_request",
    "GetAsyncEventStatusResponse": "get_async_event_status_response",
    "GetCustomDomainRequest": "get_custom_domain_request",
    "GetCustomDomainResponse": "get_custom_domain_response",
    "GetFunctionAddressRequest": "get_function_address_request",
    "GetFunctionAddressResponse": "get_function_address_response",
    "GetFunctionEventInvokeConfigRequest": "get_function_event_invoke_config_request",
    "GetFunctionEventInvokeConfigResponse": "get_function_event_invoke_config_response",
    "GetFunctionLogsRequest": "get_function_logs_request",
    "GetFunctionLogsResponse": "get_function_logs_response",
    "GetFunctionRequest": "get_function_request",
    "GetFunctionResponse": "get_function_response",
    "GetLayerVersionRequest": "get_layer_version_request",
    "GetLayerVersionResponse": "get_layer_version_response",
    "GetProvisionedConcurrencyConfigRequest": "get_provisioned_concurrency_config_request",
    "GetProvisionedConcurrencyConfigResponse": "get_provisioned_concurrency_config_response",
    "GetRequestStatusRequest": "get_request_status_request",
    "GetRequestStatusResponse": "get_request_status_response",
    "GetReservedConcurrencyConfigRequest": "get_reserved_concurrency_config_request",
    "GetReservedConcurrencyConfigResponse": "get_reserved_concurrency_config_response",
    "ImageConfig": "image_config",
    "ImageConfigDict": "image_config",
    "InstanceConcurrencyConfig": "instance_concurrency_config",
    "InstanceConcurrencyConfigDict": "instance_concurrency_config",
    "IntranetConfigIn": "intranet_config_in",
    "IntranetConfigInDict": "intranet_config_in",
    "IntranetConfigOut": "intranet_config_out",
    "InvokeFunctionRequest": "invoke_function_request",
    "InvokeFunctionResponse": "invoke_function_response",
    "InvokeRequest": "invoke_request",
    "InvokeResponse": "invoke_response",
    "K8SLabel": "k8s_label",
    "K8SLabelDict": "k8s_label",
    "K8SToleration": "k8s_toleration",
    "K8STolerationDict": "k8s_toleration",
    "LayerVersionInfo": "layer_version_info",
    "LayerVersionSimple": "layer_version_simple",
    "LayerVersionSimpleDict": "layer_version_simple",
    "LimitsInfo": "limits_info",
    "ListAliasesRequest": "list_aliases_request",
    "ListAliasesResponse": "list_aliases_response",
    "ListAsyncEventsRequest": "list_async_events_request",
    "ListAsyncEventsResponse": "list_async_events_response",
    "ListCustomDomainsRequest": "list_custom_domains_request",
    "ListCustomDomainsResponse": "list_custom_domains_response",
    "ListFunctionsRequest": "list_functions_request",
    "ListFunctionsResponse": "list_functions_response",
    "ListLayerVersionsRequest": "list_layer_versions_request",
    "ListLayerVersionsResponse": "list_layer_versions_response",
    "ListLayersRequest": "list_layers_request",
    "ListLayersResponse": "list_layers_response",
    "ListNamespacesRequest": "list_namespaces_request",
    "ListNamespacesResponse": "list_namespaces_response",
    "ListTriggersRequest": "list_triggers_request",
    "ListTriggersResponse": "list_triggers_response",
    "ListVersionByFunctionRequest": "list_version_by_function_request",
    "ListVersionByFunctionResponse": "list_version_by_function_response",
    "LogFilter": "log_filter",
    "LogFilterDict": "log_filter",
    "LogSearchContext": "log_search_context",
    "LogSearchContextDict": "log_search_context",
    "MixNodeConfig": "mix_node_config",
    "MixNodeConfigDict": "mix_node_config",
    "Namespace": "namespace",
    "NamespaceLimit": "namespace_limit",
    "NamespaceResourceEnv": "namespace_resource_env",
    "NamespaceResourceEnvDict": "namespace_resource_env",
    "NamespaceResourceEnvTKE": "namespace_resource_env_tke",
    "NamespaceResourceEnvTKEDict": "namespace_resource_env_tke",
    "NamespaceUsage": "namespace_usage",
    "PathRewriteRule": "path_rewrite_rule",
    "PathRewriteRuleDict": "path_rewrite_rule",
    "ProtocolParams": "protocol_params",
    "ProtocolParamsDict": "protocol_params",
    "PublicNetConfigIn": "public_net_config_in",
    "PublicNetConfigInDict": "public_net_config_in",
    "PublicNetConfigOut": "public_net_config_out",
    "PublishLayerVersionRequest": "publish_layer_version_request",
    "PublishLayerVersionResponse": "publish_layer_version_response",
    "PublishVersionRequest": "publish_version_request",
    "PublishVersionResponse": "publish_version_response",
    "PutProvisionedConcurrencyConfigRequest": "put_provisioned_concurrency_config_request",
    "PutProvisionedConcurrencyConfigResponse": "put_provisioned_concurrency_config_response",
    "PutReservedConcurrencyConfigRequest": "put_reserved_concurrency_config_request",
    "PutReservedConcurrencyConfigResponse": "put_reserved_concurrency_config_response",
    "PutTotalConcurrencyConfigRequest": "put_total_concurrency_config_request",
    "PutTotalConcurrencyConfigResponse": "put_total_concurrency_config_response",
    "RequestStatus": "request_status",
    "Result": "result",
    "RetryConfig": "retry_config",
    "RetryConfigDict": "retry_config",
    "RoutingConfig": "routing_config",
    "RoutingConfigDict": "routing_config",
    "SearchKey": "search_key",
    "SearchKeyDict": "search_key",
    "SessionConfig": "session_config",
    "SessionConfigDict": "session_config",
    "StatusReason": "status_reason",
    "Tag": "tag",
    "TagDict": "tag",
    "TerminateAsyncEventRequest": "terminate_async_event_request",
    "TerminateAsyncEventResponse": "terminate_async_event_response",
    "TimeInterval": "time_interval",
    "TimeIntervalDict": "time_interval",
    "Trigger": "trigger",
    "TriggerAction": "trigger_action",
    "TriggerActionDict": "trigger_action",
    "TriggerCount": "trigger_count",
    "TriggerInfo": "trigger_info",
    "UpdateAliasRequest": "update_alias_request",
    "UpdateAliasResponse": "update_alias_response",
    "UpdateCustomDomainRequest": "update_custom_domain_request",
    "UpdateCustomDomainResponse": "update_custom_domain_response",
    "UpdateFunctionCodeRequest": "update_function_code_request",
    "UpdateFunctionCodeResponse": "update_function_code_response",
    "UpdateFunctionConfigurationRequest": "update_function_configuration_request",
    "UpdateFunctionConfigurationResponse": "update_function_configuration_response",
    "UpdateFunctionEventInvokeConfigRequest": "update_function_event_invoke_config_request",
    "UpdateFunctionEventInvokeConfigResponse": "update_function_event_invoke_config_response",
    "UpdateNamespaceRequest": "update_namespace_request",
    "UpdateNamespaceResponse": "update_namespace_response",
    "UpdateTriggerRequest": "update_trigger_request",
    "UpdateTriggerResponse": "update_trigger_response",
    "UpdateTriggerStatusRequest": "update_trigger_status_request",
    "UpdateTriggerStatusResponse": "update_trigger_status_response",
    "UsageInfo": "usage_info",
    "Variable": "variable",
    "VariableDict": "variable",
    "VersionMatch": "version_match",
    "VersionMatchDict": "version_match",
    "VersionProvisionedConcurrencyInfo": "version_provisioned_concurrency_info",
    "VersionWeight": "version_weight",
    "VersionWeightDict": "version_weight",
    "VpcConfig": "vpc_config",
    "VpcConfigDict": "vpc_config",
    "WSParams": "ws_params",
    "WSParamsDict": "ws_params",
    "WafConf": "waf_conf",
    "WafConfDict": "waf_conf",
}

__all__ = [
    "AccessInfo",
    "Alias",
    "AsyncEvent",
    "AsyncEventStatus",
    "AsyncTriggerConfig",
    "AsyncTriggerConfigDict",
    "CertConf",
    "CertConfDict",
    "CfsConfig",
    "CfsConfigDict",
    "CfsInsInfo",
    "CfsInsInfoDict",
    "Code",
    "CodeDict",
    "CopyFunctionRequest",
    "CopyFunctionResponse",
    "CreateAliasRequest",
    "CreateAliasResponse",
    "CreateCustomDomainRequest",
    "CreateCustomDomainResponse",
    "CreateFunctionRequest",
    "CreateFunctionResponse",
    "CreateNamespaceRequest",
    "CreateNamespaceResponse",
    "CreateTriggerRequest",
    "CreateTriggerResponse",
    "DeadLetterConfig",
    "DeadLetterConfigDict",
    "DeleteAliasRequest",
    "DeleteAliasResponse",
    "DeleteCustomDomainRequest",
    "DeleteCustomDomainResponse",
    "DeleteFunctionRequest",
    "DeleteFunctionResponse",
    "DeleteFunctionVersionRequest",
    "DeleteFunctionVersionResponse",
    "DeleteLayerVersionRequest",
    "DeleteLayerVersionResponse",
    "DeleteNamespaceRequest",
    "DeleteNamespaceResponse",
    "DeleteProvisionedConcurrencyConfigRequest",
    "DeleteProvisionedConcurrencyConfigResponse",
    "DeleteReservedConcurrencyConfigRequest",
    "DeleteReservedConcurrencyConfigResponse",
    "DeleteTriggerRequest",
    "DeleteTriggerResponse",
    "DomainInfo",
    "EipConfigIn",
    "EipConfigInDict",
    "EipConfigOut",
    "EipOutConfig",
    "EndpointsConf",
    "EndpointsConfDict",
    "Environment",
    "EnvironmentDict",
    "Filter",
    "FilterDict",
    "Function",
    "FunctionLog",
    "FunctionVersion",
    "GetAccountRequest",
    "GetAccountResponse",
    "GetAliasRequest",
    "GetAliasResponse",
    "GetAsyncEventStatusRequest",
    "GetAsyncEventStatusResponse",
    "GetCustomDomainRequest",
    "GetCustomDomainResponse",
    "GetFunctionAddressRequest",
    "GetFunctionAddressResponse",
    "GetFunctionEventInvokeConfigRequest",
    "GetFunctionEventInvokeConfigResponse",
    "GetFunctionLogsRequest",
    "GetFunctionLogsResponse",
    "GetFunctionRequest",
    "GetFunctionResponse",
    "GetLayerVersionRequest",
    "GetLayerVersionResponse",
    "GetProvisionedConcurrencyConfigRequest",
    "GetProvisionedConcurrencyConfigResponse",
    "GetRequestStatusRequest",
    "GetRequestStatusResponse",
    "GetReservedConcurrencyConfigRequest",
    "GetReservedConcurrencyConfigResponse",
    "ImageConfig",
    "ImageConfigDict",
    "InstanceConcurrencyConfig",
    "InstanceConcurrencyConfigDict",
    "IntranetConfigIn",
    "IntranetConfigInDict",
    "IntranetConfigOut",
    "InvokeFunctionRequest",
    "InvokeFunctionResponse",
    "InvokeRequest",
    "InvokeResponse",
    "K8SLabel",
    "K8SLabelDict",
    "K8SToleration",
    "K8STolerationDict",
    "LayerVersionInfo",
    "LayerVersionSimple",
    "LayerVersionSimpleDict",
    "LimitsInfo",
    "ListAliasesRequest",
    "ListAliasesResponse",
    "ListAsyncEventsRequest",
    "ListAsyncEventsResponse",
    "ListCustomDomainsRequest",
    "ListCustomDomainsResponse",
    "ListFunctionsRequest",
    "ListFunctionsResponse",
    "ListLayerVersionsRequest",
    "ListLayerVersionsResponse",
    "ListLayersRequest",
    "ListLayersResponse",
    "ListNamespacesRequest",
    "ListNamespacesResponse",
    "ListTriggersRequest",
    "ListTriggersResponse",
    "ListVersionByFunctionRequest",
    "ListVersionByFunctionResponse",
    "LogFilter",
    "LogFilterDict",
    "LogSearchContext",
    "LogSearchContextDict",
    "MixNodeConfig",
    "MixNodeConfigDict",
    "Namespace",
    "NamespaceLimit",
    "NamespaceResourceEnv",
    "NamespaceResourceEnvDict",
    "NamespaceResourceEnvTKE",
    "NamespaceResourceEnvTKEDict",
    "NamespaceUsage",
    "PathRewriteRule",
    "PathRewriteRuleDict",
    "ProtocolParams",
    "ProtocolParamsDict",
    "PublicNetConfigIn",
    "PublicNetConfigInDict",
    "PublicNetConfigOut",
    "PublishLayerVersionRequest",
    "PublishLayerVersionResponse",
    "PublishVersionRequest",
    "PublishVersionResponse",
    "PutProvisionedConcurrencyConfigRequest",
    "PutProvisionedConcurrencyConfigResponse",
    "PutReservedConcurrencyConfigRequest",
    "PutReservedConcurrencyConfigResponse",
    "PutTotalConcurrencyConfigRequest",
    "PutTotalConcurrencyConfigResponse",
    "RequestStatus",
    "Result",
    "RetryConfig",
    "RetryConfigDict",
    "RoutingConfig",
    "RoutingConfigDict",
    "SearchKey",
    "SearchKeyDict",
    "SessionConfig",
    "SessionConfigDict",
    "StatusReason",
    "Tag",
    "TagDict",
    "TerminateAsyncEventRequest",
    "TerminateAsyncEventResponse",
    "TimeInterval",
    "TimeIntervalDict",
    "Trigger",
    "TriggerAction",
    "TriggerActionDict",
    "TriggerCount",
    "TriggerInfo",
    "UpdateAliasRequest",
    "UpdateAliasResponse",
    "UpdateCustomDomainRequest",
    "UpdateCustomDomainResponse",
    "UpdateFunctionCodeRequest",
    "UpdateFunctionCodeResponse",
    "UpdateFunctionConfigurationRequest",
    "UpdateFunctionConfigurationResponse",
    "UpdateFunctionEventInvokeConfigRequest",
    "UpdateFunctionEventInvokeConfigResponse",
    "UpdateNamespaceRequest",
    "UpdateNamespaceResponse",
    "UpdateTriggerRequest",
    "UpdateTriggerResponse",
    "UpdateTriggerStatusRequest",
    "UpdateTriggerStatusResponse",
    "UsageInfo",
    "Variable",
    "VariableDict",
    "VersionMatch",
    "VersionMatchDict",
    "VersionProvisionedConcurrencyInfo",
    "VersionWeight",
    "VersionWeightDict",
    "VpcConfig",
    "VpcConfigDict",
    "WSParams",
    "WSParamsDict",
    "WafConf",
    "WafConfDict",
]


if not TYPE_CHECKING:  # type checkers would accept any name otherwise

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
