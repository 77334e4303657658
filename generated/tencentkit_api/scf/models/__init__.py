# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16, loaded on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account import GetAccountRequest as GetAccountRequest
    from .account import GetAccountResponse as GetAccountResponse
    from .account import LimitsInfo as LimitsInfo
    from .account import NamespaceLimit as NamespaceLimit
    from .account import NamespaceUsage as NamespaceUsage
    from .account import TriggerCount as TriggerCount
    from .account import UsageInfo as UsageInfo
    from .alias import Alias as Alias
    from .alias import CreateAliasRequest as CreateAliasRequest
    from .alias import CreateAliasResponse as CreateAliasResponse
    from .alias import DeleteAliasRequest as DeleteAliasRequest
    from .alias import DeleteAliasResponse as DeleteAliasResponse
    from .alias import GetAliasRequest as GetAliasRequest
    from .alias import GetAliasResponse as GetAliasResponse
    from .alias import ListAliasesRequest as ListAliasesRequest
    from .alias import ListAliasesResponse as ListAliasesResponse
    from .alias import RoutingConfig as RoutingConfig
    from .alias import RoutingConfigDict as RoutingConfigDict
    from .alias import UpdateAliasRequest as UpdateAliasRequest
    from .alias import UpdateAliasResponse as UpdateAliasResponse
    from .alias import VersionMatch as VersionMatch
    from .alias import VersionMatchDict as VersionMatchDict
    from .alias import VersionWeight as VersionWeight
    from .alias import VersionWeightDict as VersionWeightDict
    from .async_event import AsyncEvent as AsyncEvent
    from .async_event import ListAsyncEventsRequest as ListAsyncEventsRequest
    from .async_event import ListAsyncEventsResponse as ListAsyncEventsResponse
    from .async_event import TerminateAsyncEventRequest as TerminateAsyncEventRequest
    from .async_event import TerminateAsyncEventResponse as TerminateAsyncEventResponse
    from .async_event import TimeInterval as TimeInterval
    from .async_event import TimeIntervalDict as TimeIntervalDict
    from .async_event_status import AsyncEventStatus as AsyncEventStatus
    from .async_event_status import GetAsyncEventStatusRequest as GetAsyncEventStatusRequest
    from .async_event_status import GetAsyncEventStatusResponse as GetAsyncEventStatusResponse
    from .custom_domain import CertConf as CertConf
    from .custom_domain import CertConfDict as CertConfDict
    from .custom_domain import CreateCustomDomainRequest as CreateCustomDomainRequest
    from .custom_domain import CreateCustomDomainResponse as CreateCustomDomainResponse
    from .custom_domain import DeleteCustomDomainRequest as DeleteCustomDomainRequest
    from .custom_domain import DeleteCustomDomainResponse as DeleteCustomDomainResponse
    from .custom_domain import DomainInfo as DomainInfo
    from .custom_domain import EndpointsConf as EndpointsConf
    from .custom_domain import EndpointsConfDict as EndpointsConfDict
    from .custom_domain import GetCustomDomainRequest as GetCustomDomainRequest
    from .custom_domain import GetCustomDomainResponse as GetCustomDomainResponse
    from .custom_domain import ListCustomDomainsRequest as ListCustomDomainsRequest
    from .custom_domain import ListCustomDomainsResponse as ListCustomDomainsResponse
    from .custom_domain import PathRewriteRule as PathRewriteRule
    from .custom_domain import PathRewriteRuleDict as PathRewriteRuleDict
    from .custom_domain import UpdateCustomDomainRequest as UpdateCustomDomainRequest
    from .custom_domain import UpdateCustomDomainResponse as UpdateCustomDomainResponse
    from .custom_domain import WafConf as WafConf
    from .custom_domain import WafConfDict as WafConfDict
    from .function import AccessInfo as AccessInfo
    from .function import CopyFunctionRequest as CopyFunctionRequest
    from .function import CopyFunctionResponse as CopyFunctionResponse
    from .function import CreateFunctionRequest as CreateFunctionRequest
    from .function import CreateFunctionResponse as CreateFunctionResponse
    from .function import DeleteFunctionRequest as DeleteFunctionRequest
    from .function import DeleteFunctionResponse as DeleteFunctionResponse
    from .function import EipConfigOut as EipConfigOut
    from .function import EipOutConfig as EipOutConfig
    from .function import Function as Function
    from .function import GetFunctionRequest as GetFunctionRequest
    from .function import GetFunctionResponse as GetFunctionResponse
    from .function import IntranetConfigOut as IntranetConfigOut
    from .function import InvokeFunctionRequest as InvokeFunctionRequest
    from .function import InvokeFunctionResponse as InvokeFunctionResponse
    from .function import ListFunctionsRequest as ListFunctionsRequest
    from .function import ListFunctionsResponse as ListFunctionsResponse
    from .function import PublicNetConfigOut as PublicNetConfigOut
    from .function import StatusReason as StatusReason
    from .function_address import GetFunctionAddressRequest as GetFunctionAddressRequest
    from .function_address import GetFunctionAddressResponse as GetFunctionAddressResponse
    from .function_code import UpdateFunctionCodeRequest as UpdateFunctionCodeRequest
    from .function_code import UpdateFunctionCodeResponse as UpdateFunctionCodeResponse
    from .function_configuration import UpdateFunctionConfigurationRequest as UpdateFunctionConfigurationRequest
    from .function_configuration import UpdateFunctionConfigurationResponse as UpdateFunctionConfigurationResponse
    from .function_event_invoke_config import AsyncTriggerConfig as AsyncTriggerConfig
    from .function_event_invoke_config import AsyncTriggerConfigDict as AsyncTriggerConfigDict
    from .function_event_invoke_config import GetFunctionEventInvokeConfigRequest as GetFunctionEventInvokeConfigRequest
    from .function_event_invoke_config import (
        GetFunctionEventInvokeConfigResponse as GetFunctionEventInvokeConfigResponse,
    )
    from .function_event_invoke_config import RetryConfig as RetryConfig
    from .function_event_invoke_config import RetryConfigDict as RetryConfigDict
    from .function_event_invoke_config import (
        UpdateFunctionEventInvokeConfigRequest as UpdateFunctionEventInvokeConfigRequest,
    )
    from .function_event_invoke_config import (
        UpdateFunctionEventInvokeConfigResponse as UpdateFunctionEventInvokeConfigResponse,
    )
    from .function_log import FunctionLog as FunctionLog
    from .function_log import GetFunctionLogsRequest as GetFunctionLogsRequest
    from .function_log import GetFunctionLogsResponse as GetFunctionLogsResponse
    from .function_log import LogFilter as LogFilter
    from .function_log import LogFilterDict as LogFilterDict
    from .function_log import LogSearchContext as LogSearchContext
    from .function_log import LogSearchContextDict as LogSearchContextDict
    from .function_version import DeleteFunctionVersionRequest as DeleteFunctionVersionRequest
    from .function_version import DeleteFunctionVersionResponse as DeleteFunctionVersionResponse
    from .invoke import InvokeRequest as InvokeRequest
    from .invoke import InvokeResponse as InvokeResponse
    from .layer import ListLayersRequest as ListLayersRequest
    from .layer import ListLayersResponse as ListLayersResponse
    from .layer_version import DeleteLayerVersionRequest as DeleteLayerVersionRequest
    from .layer_version import DeleteLayerVersionResponse as DeleteLayerVersionResponse
    from .layer_version import GetLayerVersionRequest as GetLayerVersionRequest
    from .layer_version import GetLayerVersionResponse as GetLayerVersionResponse
    from .layer_version import ListLayerVersionsRequest as ListLayerVersionsRequest
    from .layer_version import ListLayerVersionsResponse as ListLayerVersionsResponse
    from .layer_version import PublishLayerVersionRequest as PublishLayerVersionRequest
    from .layer_version import PublishLayerVersionResponse as PublishLayerVersionResponse
    from .namespace import CreateNamespaceRequest as CreateNamespaceRequest
    from .namespace import CreateNamespaceResponse as CreateNamespaceResponse
    from .namespace import DeleteNamespaceRequest as DeleteNamespaceRequest
    from .namespace import DeleteNamespaceResponse as DeleteNamespaceResponse
    from .namespace import K8SLabel as K8SLabel
    from .namespace import K8SLabelDict as K8SLabelDict
    from .namespace import K8SToleration as K8SToleration
    from .namespace import K8STolerationDict as K8STolerationDict
    from .namespace import ListNamespacesRequest as ListNamespacesRequest
    from .namespace import ListNamespacesResponse as ListNamespacesResponse
    from .namespace import Namespace as Namespace
    from .namespace import NamespaceResourceEnv as NamespaceResourceEnv
    from .namespace import NamespaceResourceEnvDict as NamespaceResourceEnvDict
    from .namespace import NamespaceResourceEnvTKE as NamespaceResourceEnvTKE
    from .namespace import NamespaceResourceEnvTKEDict as NamespaceResourceEnvTKEDict
    from .namespace import SearchKey as SearchKey
    from .namespace import SearchKeyDict as SearchKeyDict
    from .namespace import UpdateNamespaceRequest as UpdateNamespaceRequest
    from .namespace import UpdateNamespaceResponse as UpdateNamespaceResponse
    from .provisioned_concurrency_config import (
        DeleteProvisionedConcurrencyConfigRequest as DeleteProvisionedConcurrencyConfigRequest,
    )
    from .provisioned_concurrency_config import (
        DeleteProvisionedConcurrencyConfigResponse as DeleteProvisionedConcurrencyConfigResponse,
    )
    from .provisioned_concurrency_config import (
        GetProvisionedConcurrencyConfigRequest as GetProvisionedConcurrencyConfigRequest,
    )
    from .provisioned_concurrency_config import (
        GetProvisionedConcurrencyConfigResponse as GetProvisionedConcurrencyConfigResponse,
    )
    from .provisioned_concurrency_config import (
        PutProvisionedConcurrencyConfigRequest as PutProvisionedConcurrencyConfigRequest,
    )
    from .provisioned_concurrency_config import (
        PutProvisionedConcurrencyConfigResponse as PutProvisionedConcurrencyConfigResponse,
    )
    from .provisioned_concurrency_config import TriggerAction as TriggerAction
    from .provisioned_concurrency_config import TriggerActionDict as TriggerActionDict
    from .provisioned_concurrency_config import VersionProvisionedConcurrencyInfo as VersionProvisionedConcurrencyInfo
    from .request_status import GetRequestStatusRequest as GetRequestStatusRequest
    from .request_status import GetRequestStatusResponse as GetRequestStatusResponse
    from .request_status import RequestStatus as RequestStatus
    from .reserved_concurrency_config import (
        DeleteReservedConcurrencyConfigRequest as DeleteReservedConcurrencyConfigRequest,
    )
    from .reserved_concurrency_config import (
        DeleteReservedConcurrencyConfigResponse as DeleteReservedConcurrencyConfigResponse,
    )
    from .reserved_concurrency_config import GetReservedConcurrencyConfigRequest as GetReservedConcurrencyConfigRequest
    from .reserved_concurrency_config import (
        GetReservedConcurrencyConfigResponse as GetReservedConcurrencyConfigResponse,
    )
    from .reserved_concurrency_config import PutReservedConcurrencyConfigRequest as PutReservedConcurrencyConfigRequest
    from .reserved_concurrency_config import (
        PutReservedConcurrencyConfigResponse as PutReservedConcurrencyConfigResponse,
    )
    from .shared_cfs_config import CfsConfig as CfsConfig
    from .shared_cfs_config import CfsConfigDict as CfsConfigDict
    from .shared_cfs_config import CfsInsInfo as CfsInsInfo
    from .shared_cfs_config import CfsInsInfoDict as CfsInsInfoDict
    from .shared_cfs_config import DeadLetterConfig as DeadLetterConfig
    from .shared_cfs_config import DeadLetterConfigDict as DeadLetterConfigDict
    from .shared_cfs_config import EipConfigIn as EipConfigIn
    from .shared_cfs_config import EipConfigInDict as EipConfigInDict
    from .shared_cfs_config import Environment as Environment
    from .shared_cfs_config import EnvironmentDict as EnvironmentDict
    from .shared_cfs_config import InstanceConcurrencyConfig as InstanceConcurrencyConfig
    from .shared_cfs_config import InstanceConcurrencyConfigDict as InstanceConcurrencyConfigDict
    from .shared_cfs_config import IntranetConfigIn as IntranetConfigIn
    from .shared_cfs_config import IntranetConfigInDict as IntranetConfigInDict
    from .shared_cfs_config import LayerVersionSimple as LayerVersionSimple
    from .shared_cfs_config import LayerVersionSimpleDict as LayerVersionSimpleDict
    from .shared_cfs_config import MixNodeConfig as MixNodeConfig
    from .shared_cfs_config import MixNodeConfigDict as MixNodeConfigDict
    from .shared_cfs_config import ProtocolParams as ProtocolParams
    from .shared_cfs_config import ProtocolParamsDict as ProtocolParamsDict
    from .shared_cfs_config import PublicNetConfigIn as PublicNetConfigIn
    from .shared_cfs_config import PublicNetConfigInDict as PublicNetConfigInDict
    from .shared_cfs_config import SessionConfig as SessionConfig
    from .shared_cfs_config import SessionConfigDict as SessionConfigDict
    from .shared_cfs_config import Variable as Variable
    from .shared_cfs_config import VariableDict as VariableDict
    from .shared_cfs_config import VpcConfig as VpcConfig
    from .shared_cfs_config import VpcConfigDict as VpcConfigDict
    from .shared_cfs_config import WSParams as WSParams
    from .shared_cfs_config import WSParamsDict as WSParamsDict
    from .shared_code import Code as Code
    from .shared_code import CodeDict as CodeDict
    from .shared_code import ImageConfig as ImageConfig
    from .shared_code import ImageConfigDict as ImageConfigDict
    from .shared_filter import Filter as Filter
    from .shared_filter import FilterDict as FilterDict
    from .shared_layer_version_info import LayerVersionInfo as LayerVersionInfo
    from .shared_result import Result as Result
    from .shared_tag import Tag as Tag
    from .shared_tag import TagDict as TagDict
    from .shared_trigger import Trigger as Trigger
    from .total_concurrency_config import PutTotalConcurrencyConfigRequest as PutTotalConcurrencyConfigRequest
    from .total_concurrency_config import PutTotalConcurrencyConfigResponse as PutTotalConcurrencyConfigResponse
    from .trigger import CreateTriggerRequest as CreateTriggerRequest
    from .trigger import CreateTriggerResponse as CreateTriggerResponse
    from .trigger import DeleteTriggerRequest as DeleteTriggerRequest
    from .trigger import DeleteTriggerResponse as DeleteTriggerResponse
    from .trigger import ListTriggersRequest as ListTriggersRequest
    from .trigger import ListTriggersResponse as ListTriggersResponse
    from .trigger import TriggerInfo as TriggerInfo
    from .trigger import UpdateTriggerRequest as UpdateTriggerRequest
    from .trigger import UpdateTriggerResponse as UpdateTriggerResponse
    from .trigger_status import UpdateTriggerStatusRequest as UpdateTriggerStatusRequest
    from .trigger_status import UpdateTriggerStatusResponse as UpdateTriggerStatusResponse
    from .version import PublishVersionRequest as PublishVersionRequest
    from .version import PublishVersionResponse as PublishVersionResponse
    from .version_by_function import FunctionVersion as FunctionVersion
    from .version_by_function import ListVersionByFunctionRequest as ListVersionByFunctionRequest
    from .version_by_function import ListVersionByFunctionResponse as ListVersionByFunctionResponse

_MODULES = {
    "AccessInfo": "function",
    "Alias": "alias",
    "AsyncEvent": "async_event",
    "AsyncEventStatus": "async_event_status",
    "AsyncTriggerConfig": "function_event_invoke_config",
    "AsyncTriggerConfigDict": "function_event_invoke_config",
    "CertConf": "custom_domain",
    "CertConfDict": "custom_domain",
    "CfsConfig": "shared_cfs_config",
    "CfsConfigDict": "shared_cfs_config",
    "CfsInsInfo": "shared_cfs_config",
    "CfsInsInfoDict": "shared_cfs_config",
    "Code": "shared_code",
    "CodeDict": "shared_code",
    "CopyFunctionRequest": "function",
    "CopyFunctionResponse": "function",
    "CreateAliasRequest": "alias",
    "CreateAliasResponse": "alias",
    "CreateCustomDomainRequest": "custom_domain",
    "CreateCustomDomainResponse": "custom_domain",
    "CreateFunctionRequest": "function",
    "CreateFunctionResponse": "function",
    "CreateNamespaceRequest": "namespace",
    "CreateNamespaceResponse": "namespace",
    "CreateTriggerRequest": "trigger",
    "CreateTriggerResponse": "trigger",
    "DeadLetterConfig": "shared_cfs_config",
    "DeadLetterConfigDict": "shared_cfs_config",
    "DeleteAliasRequest": "alias",
    "DeleteAliasResponse": "alias",
    "DeleteCustomDomainRequest": "custom_domain",
    "DeleteCustomDomainResponse": "custom_domain",
    "DeleteFunctionRequest": "function",
    "DeleteFunctionResponse": "function",
    "DeleteFunctionVersionRequest": "function_version",
    "DeleteFunctionVersionResponse": "function_version",
    "DeleteLayerVersionRequest": "layer_version",
    "DeleteLayerVersionResponse": "layer_version",
    "DeleteNamespaceRequest": "namespace",
    "DeleteNamespaceResponse": "namespace",
    "DeleteProvisionedConcurrencyConfigRequest": "provisioned_concurrency_config",
    "DeleteProvisionedConcurrencyConfigResponse": "provisioned_concurrency_config",
    "DeleteReservedConcurrencyConfigRequest": "reserved_concurrency_config",
    "DeleteReservedConcurrencyConfigResponse": "reserved_concurrency_config",
    "DeleteTriggerRequest": "trigger",
    "DeleteTriggerResponse": "trigger",
    "DomainInfo": "custom_domain",
    "EipConfigIn": "shared_cfs_config",
    "EipConfigInDict": "shared_cfs_config",
    "EipConfigOut": "function",
    "EipOutConfig": "function",
    "EndpointsConf": "custom_domain",
    "EndpointsConfDict": "custom_domain",
    "Environment": "shared_cfs_config",
    "EnvironmentDict": "shared_cfs_config",
    "Filter": "shared_filter",
    "FilterDict": "shared_filter",
    "Function": "function",
    "FunctionLog": "function_log",
    "FunctionVersion": "version_by_function",
    "GetAccountRequest": "account",
    "GetAccountResponse": "account",
    "GetAliasRequest": "alias",
    "GetAliasResponse": "alias",
    "GetAsyncEventStatusRequest": "async_event_status",
    "GetAsyncEventStatusResponse": "async_event_status",
    "GetCustomDomainRequest": "custom_domain",
    "GetCustomDomainResponse": "custom_domain",
    "GetFunctionAddressRequest": "function_address",
    "GetFunctionAddressResponse": "function_address",
    "GetFunctionEventInvokeConfigRequest": "function_event_invoke_config",
    "GetFunctionEventInvokeConfigResponse": "function_event_invoke_config",
    "GetFunctionLogsRequest": "function_log",
    "GetFunctionLogsResponse": "function_log",
    "GetFunctionRequest": "function",
    "GetFunctionResponse": "function",
    "GetLayerVersionRequest": "layer_version",
    "GetLayerVersionResponse": "layer_version",
    "GetProvisionedConcurrencyConfigRequest": "provisioned_concurrency_config",
    "GetProvisionedConcurrencyConfigResponse": "provisioned_concurrency_config",
    "GetRequestStatusRequest": "request_status",
    "GetRequestStatusResponse": "request_status",
    "GetReservedConcurrencyConfigRequest": "reserved_concurrency_config",
    "GetReservedConcurrencyConfigResponse": "reserved_concurrency_config",
    "ImageConfig": "shared_code",
    "ImageConfigDict": "shared_code",
    "InstanceConcurrencyConfig": "shared_cfs_config",
    "InstanceConcurrencyConfigDict": "shared_cfs_config",
    "IntranetConfigIn": "shared_cfs_config",
    "IntranetConfigInDict": "shared_cfs_config",
    "IntranetConfigOut": "function",
    "InvokeFunctionRequest": "function",
    "InvokeFunctionResponse": "function",
    "InvokeRequest": "invoke",
    "InvokeResponse": "invoke",
    "K8SLabel": "namespace",
    "K8SLabelDict": "namespace",
    "K8SToleration": "namespace",
    "K8STolerationDict": "namespace",
    "LayerVersionInfo": "shared_layer_version_info",
    "LayerVersionSimple": "shared_cfs_config",
    "LayerVersionSimpleDict": "shared_cfs_config",
    "LimitsInfo": "account",
    "ListAliasesRequest": "alias",
    "ListAliasesResponse": "alias",
    "ListAsyncEventsRequest": "async_event",
    "ListAsyncEventsResponse": "async_event",
    "ListCustomDomainsRequest": "custom_domain",
    "ListCustomDomainsResponse": "custom_domain",
    "ListFunctionsRequest": "function",
    "ListFunctionsResponse": "function",
    "ListLayerVersionsRequest": "layer_version",
    "ListLayerVersionsResponse": "layer_version",
    "ListLayersRequest": "layer",
    "ListLayersResponse": "layer",
    "ListNamespacesRequest": "namespace",
    "ListNamespacesResponse": "namespace",
    "ListTriggersRequest": "trigger",
    "ListTriggersResponse": "trigger",
    "ListVersionByFunctionRequest": "version_by_function",
    "ListVersionByFunctionResponse": "version_by_function",
    "LogFilter": "function_log",
    "LogFilterDict": "function_log",
    "LogSearchContext": "function_log",
    "LogSearchContextDict": "function_log",
    "MixNodeConfig": "shared_cfs_config",
    "MixNodeConfigDict": "shared_cfs_config",
    "Namespace": "namespace",
    "NamespaceLimit": "account",
    "NamespaceResourceEnv": "namespace",
    "NamespaceResourceEnvDict": "namespace",
    "NamespaceResourceEnvTKE": "namespace",
    "NamespaceResourceEnvTKEDict": "namespace",
    "NamespaceUsage": "account",
    "PathRewriteRule": "custom_domain",
    "PathRewriteRuleDict": "custom_domain",
    "ProtocolParams": "shared_cfs_config",
    "ProtocolParamsDict": "shared_cfs_config",
    "PublicNetConfigIn": "shared_cfs_config",
    "PublicNetConfigInDict": "shared_cfs_config",
    "PublicNetConfigOut": "function",
    "PublishLayerVersionRequest": "layer_version",
    "PublishLayerVersionResponse": "layer_version",
    "PublishVersionRequest": "version",
    "PublishVersionResponse": "version",
    "PutProvisionedConcurrencyConfigRequest": "provisioned_concurrency_config",
    "PutProvisionedConcurrencyConfigResponse": "provisioned_concurrency_config",
    "PutReservedConcurrencyConfigRequest": "reserved_concurrency_config",
    "PutReservedConcurrencyConfigResponse": "reserved_concurrency_config",
    "PutTotalConcurrencyConfigRequest": "total_concurrency_config",
    "PutTotalConcurrencyConfigResponse": "total_concurrency_config",
    "RequestStatus": "request_status",
    "Result": "shared_result",
    "RetryConfig": "function_event_invoke_config",
    "RetryConfigDict": "function_event_invoke_config",
    "RoutingConfig": "alias",
    "RoutingConfigDict": "alias",
    "SearchKey": "namespace",
    "SearchKeyDict": "namespace",
    "SessionConfig": "shared_cfs_config",
    "SessionConfigDict": "shared_cfs_config",
    "StatusReason": "function",
    "Tag": "shared_tag",
    "TagDict": "shared_tag",
    "TerminateAsyncEventRequest": "async_event",
    "TerminateAsyncEventResponse": "async_event",
    "TimeInterval": "async_event",
    "TimeIntervalDict": "async_event",
    "Trigger": "shared_trigger",
    "TriggerAction": "provisioned_concurrency_config",
    "TriggerActionDict": "provisioned_concurrency_config",
    "TriggerCount": "account",
    "TriggerInfo": "trigger",
    "UpdateAliasRequest": "alias",
    "UpdateAliasResponse": "alias",
    "UpdateCustomDomainRequest": "custom_domain",
    "UpdateCustomDomainResponse": "custom_domain",
    "UpdateFunctionCodeRequest": "function_code",
    "UpdateFunctionCodeResponse": "function_code",
    "UpdateFunctionConfigurationRequest": "function_configuration",
    "UpdateFunctionConfigurationResponse": "function_configuration",
    "UpdateFunctionEventInvokeConfigRequest": "function_event_invoke_config",
    "UpdateFunctionEventInvokeConfigResponse": "function_event_invoke_config",
    "UpdateNamespaceRequest": "namespace",
    "UpdateNamespaceResponse": "namespace",
    "UpdateTriggerRequest": "trigger",
    "UpdateTriggerResponse": "trigger",
    "UpdateTriggerStatusRequest": "trigger_status",
    "UpdateTriggerStatusResponse": "trigger_status",
    "UsageInfo": "account",
    "Variable": "shared_cfs_config",
    "VariableDict": "shared_cfs_config",
    "VersionMatch": "alias",
    "VersionMatchDict": "alias",
    "VersionProvisionedConcurrencyInfo": "provisioned_concurrency_config",
    "VersionWeight": "alias",
    "VersionWeightDict": "alias",
    "VpcConfig": "shared_cfs_config",
    "VpcConfigDict": "shared_cfs_config",
    "WSParams": "shared_cfs_config",
    "WSParamsDict": "shared_cfs_config",
    "WafConf": "custom_domain",
    "WafConfDict": "custom_domain",
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
