# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""Operations of scf 2018-04-16, asynchronous."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar

from ..action import Action, CallOptions, PagingOptions, Waiter
from ..operation import operation
from ..pager import AsyncPager
from ..unset import UNSET, Unset
from . import models
from .actions import (
    ASYNC_EVENT_FINISHED,
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

if TYPE_CHECKING:
    from ..model import Model

_Response = TypeVar("_Response", bound="Model")


class AsyncOperations(ABC):
    """Every action of scf 2018-04-16 as a method; `tencentkit.scf.AsyncClient` is what sends them.

    All arguments are keyword-only. An argument that is left out is not sent: the service's default holds.
    """

    __slots__ = ()

    @abstractmethod
    async def _call(self, action: Action, request: Model, response: type[_Response], options: CallOptions) -> _Response:
        """Send a request and read its response."""

    @abstractmethod
    def _paginate(
        self,
        method: Callable[..., Any],
        arguments: dict[str, Any],
        options: PagingOptions,
    ) -> AsyncPager[Any, Any]:
        """Call `method` with `arguments` for one page after another."""

    @abstractmethod
    async def _wait(
        self,
        waiter: Waiter,
        method: Callable[..., Awaitable[_Response]],
        arguments: dict[str, Any],
        *,
        timeout: float,
        on_progress: Callable[[_Response], object] | None,
    ) -> _Response:
        """Call `method` with `arguments` until the waiter has come to an end."""

    @abstractmethod
    def _refuse(
        self,
        action: Action,
        positional: Sequence[Any],
        arguments: Mapping[str, Any],
        *,
        required: frozenset[str],
        known: Sequence[str],
    ) -> NoReturn:
        """Raise the error for arguments that do not fit an action's method."""
        raise NotImplementedError

    @operation(COPY_FUNCTION)
    async def copy_function(
        self,
        *,
        function_name: str,
        new_function_name: str,
        namespace: str | Unset = UNSET,
        target_namespace: str | Unset = UNSET,
        description: str | Unset = UNSET,
        target_region: str | Unset = UNSET,
        override: bool | Unset = UNSET,
        copy_configuration: bool | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.CopyFunctionResponse:
        """Call CopyFunction.

        Args:
            function_name: `FunctionName`.
            new_function_name: `NewFunctionName`.
            namespace: `Namespace`.
            target_namespace: `TargetNamespace`.
            description: `Description`.
            target_region: `TargetRegion`.
            override: `Override`.
            copy_configuration: `CopyConfiguration`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            COPY_FUNCTION,
            models.CopyFunctionRequest(
                function_name=function_name,
                new_function_name=new_function_name,
                namespace=namespace,
                target_namespace=target_namespace,
                description=description,
                target_region=target_region,
                override=override,
                copy_configuration=copy_configuration,
            ),
            models.CopyFunctionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(CREATE_ALIAS)
    async def create_alias(
        self,
        *,
        name: str,
        function_name: str,
        function_version: str,
        namespace: str | Unset = UNSET,
        routing_config: models.RoutingConfig | models.RoutingConfigDict | Unset = UNSET,
        description: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.CreateAliasResponse:
        """Call CreateAlias.

        Args:
            name: `Name`.
            function_name: `FunctionName`.
            function_version: `FunctionVersion`.
            namespace: `Namespace`.
            routing_config: `RoutingConfig`.
            description: `Description`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            CREATE_ALIAS,
            models.CreateAliasRequest(
                name=name,
                function_name=function_name,
                function_version=function_version,
                namespace=namespace,
                routing_config=routing_config,
                description=description,
            ),
            models.CreateAliasResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(CREATE_CUSTOM_DOMAIN)
    async def create_custom_domain(
        self,
        *,
        domain: str,
        protocol: str,
        endpoints_config: Sequence[models.EndpointsConf | models.EndpointsConfDict],
        cert_config: models.CertConf | models.CertConfDict | Unset = UNSET,
        waf_config: models.WafConf | models.WafConfDict | Unset = UNSET,
        tags: Sequence[models.Tag | models.TagDict] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.CreateCustomDomainResponse:
        """Call CreateCustomDomain.

        Args:
            domain: `Domain`.
            protocol: `Protocol`.
            endpoints_config: `EndpointsConfig`.
            cert_config: `CertConfig`.
            waf_config: `WafConfig`.
            tags: `Tags`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            CREATE_CUSTOM_DOMAIN,
            models.CreateCustomDomainRequest(
                domain=domain,
                protocol=protocol,
                endpoints_config=endpoints_config,
                cert_config=cert_config,
                waf_config=waf_config,
                tags=tags,
            ),
            models.CreateCustomDomainResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(CREATE_FUNCTION)
    async def create_function(
        self,
        *,
        function_name: str,
        code: models.Code | models.CodeDict,
        handler: str | Unset = UNSET,
        description: str | Unset = UNSET,
        memory_size: int | Unset = UNSET,
        timeout_: int | Unset = UNSET,
        environment: models.Environment | models.EnvironmentDict | Unset = UNSET,
        runtime: str | Unset = UNSET,
        vpc_config: models.VpcConfig | models.VpcConfigDict | Unset = UNSET,
        namespace: str | Unset = UNSET,
        role: str | Unset = UNSET,
        install_dependency: str | Unset = UNSET,
        cls_logset_id: str | Unset = UNSET,
        cls_topic_id: str | Unset = UNSET,
        type: str | Unset = UNSET,
        code_source: str | Unset = UNSET,
        layers: Sequence[models.LayerVersionSimple | models.LayerVersionSimpleDict] | Unset = UNSET,
        dead_letter_config: models.DeadLetterConfig | models.DeadLetterConfigDict | Unset = UNSET,
        public_net_config: models.PublicNetConfigIn | models.PublicNetConfigInDict | Unset = UNSET,
        cfs_config: models.CfsConfig | models.CfsConfigDict | Unset = UNSET,
        init_timeout: int | Unset = UNSET,
        tags: Sequence[models.Tag | models.TagDict] | Unset = UNSET,
        async_run_enable: str | Unset = UNSET,
        trace_enable: str | Unset = UNSET,
        auto_deploy_cls_topic_index: str | Unset = UNSET,
        auto_create_cls_topic: str | Unset = UNSET,
        protocol_type: str | Unset = UNSET,
        protocol_params: models.ProtocolParams | models.ProtocolParamsDict | Unset = UNSET,
        instance_concurrency_config: models.InstanceConcurrencyConfig
        | models.InstanceConcurrencyConfigDict
        | Unset = UNSET,
        dns_cache: str | Unset = UNSET,
        intranet_config: models.IntranetConfigIn | models.IntranetConfigInDict | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.CreateFunctionResponse:
        """Call CreateFunction.

        Args:
            function_name: `FunctionName`.
            code: `Code`.
            handler: `Handler`.
            description: `Description`.
            memory_size: `MemorySize`.
            timeout_: `Timeout`.
            environment: `Environment`.
            runtime: `Runtime`.
            vpc_config: `VpcConfig`.
            namespace: `Namespace`.
            role: `Role`.
            install_dependency: `InstallDependency`.
            cls_logset_id: `ClsLogsetId`.
            cls_topic_id: `ClsTopicId`.
            type: `Type`.
            code_source: `CodeSource`.
            layers: `Layers`.
            dead_letter_config: `DeadLetterConfig`.
            public_net_config: `PublicNetConfig`.
            cfs_config: `CfsConfig`.
            init_timeout: `InitTimeout`.
            tags: `Tags`.
            async_run_enable: `AsyncRunEnable`.
            trace_enable: `TraceEnable`.
            auto_deploy_cls_topic_index: `AutoDeployClsTopicIndex`.
            auto_create_cls_topic: `AutoCreateClsTopic`.
            protocol_type: `ProtocolType`.
            protocol_params: `ProtocolParams`.
            instance_concurrency_config: `InstanceConcurrencyConfig`.
            dns_cache: `DnsCache`.
            intranet_config: `IntranetConfig`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            CREATE_FUNCTION,
            models.CreateFunctionRequest(
                function_name=function_name,
                code=code,
                handler=handler,
                description=description,
                memory_size=memory_size,
                timeout_=timeout_,
                environment=environment,
                runtime=runtime,
                vpc_config=vpc_config,
                namespace=namespace,
                role=role,
                install_dependency=install_dependency,
                cls_logset_id=cls_logset_id,
                cls_topic_id=cls_topic_id,
                type=type,
                code_source=code_source,
                layers=layers,
                dead_letter_config=dead_letter_config,
                public_net_config=public_net_config,
                cfs_config=cfs_config,
                init_timeout=init_timeout,
                tags=tags,
                async_run_enable=async_run_enable,
                trace_enable=trace_enable,
                auto_deploy_cls_topic_index=auto_deploy_cls_topic_index,
                auto_create_cls_topic=auto_create_cls_topic,
                protocol_type=protocol_type,
                protocol_params=protocol_params,
                instance_concurrency_config=instance_concurrency_config,
                dns_cache=dns_cache,
                intranet_config=intranet_config,
            ),
            models.CreateFunctionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(CREATE_NAMESPACE)
    async def create_namespace(
        self,
        *,
        namespace: str,
        description: str | Unset = UNSET,
        resource_env: models.NamespaceResourceEnv | models.NamespaceResourceEnvDict | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.CreateNamespaceResponse:
        """Call CreateNamespace.

        Args:
            namespace: `Namespace`.
            description: `Description`.
            resource_env: `ResourceEnv`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            CREATE_NAMESPACE,
            models.CreateNamespaceRequest(
                namespace=namespace,
                description=description,
                resource_env=resource_env,
            ),
            models.CreateNamespaceResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(CREATE_TRIGGER)
    async def create_trigger(
        self,
        *,
        function_name: str,
        trigger_name: str,
        type: str,
        trigger_desc: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        enable: str | Unset = UNSET,
        custom_argument: str | Unset = UNSET,
        description: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.CreateTriggerResponse:
        """Call CreateTrigger.

        Args:
            function_name: `FunctionName`.
            trigger_name: `TriggerName`.
            type: `Type`.
            trigger_desc: `TriggerDesc`.
            namespace: `Namespace`.
            qualifier: `Qualifier`.
            enable: `Enable`.
            custom_argument: `CustomArgument`.
            description: `Description`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            CREATE_TRIGGER,
            models.CreateTriggerRequest(
                function_name=function_name,
                trigger_name=trigger_name,
                type=type,
                trigger_desc=trigger_desc,
                namespace=namespace,
                qualifier=qualifier,
                enable=enable,
                custom_argument=custom_argument,
                description=description,
            ),
            models.CreateTriggerResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_ALIAS)
    async def delete_alias(
        self,
        *,
        function_name: str,
        name: str,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteAliasResponse:
        """Call DeleteAlias.

        Args:
            function_name: `FunctionName`.
            name: `Name`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_ALIAS,
            models.DeleteAliasRequest(
                function_name=function_name,
                name=name,
                namespace=namespace,
            ),
            models.DeleteAliasResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_CUSTOM_DOMAIN)
    async def delete_custom_domain(
        self,
        *,
        domain: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteCustomDomainResponse:
        """Call DeleteCustomDomain.

        Args:
            domain: `Domain`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_CUSTOM_DOMAIN,
            models.DeleteCustomDomainRequest(
                domain=domain,
            ),
            models.DeleteCustomDomainResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_FUNCTION)
    async def delete_function(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteFunctionResponse:
        """Call DeleteFunction.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            qualifier: `Qualifier`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_FUNCTION,
            models.DeleteFunctionRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
            ),
            models.DeleteFunctionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_FUNCTION_VERSION)
    async def delete_function_version(
        self,
        *,
        function_name: str,
        qualifier: str,
        namespace: str | Unset = UNSET,
        force_delete: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteFunctionVersionResponse:
        """Call DeleteFunctionVersion.

        Args:
            function_name: `FunctionName`.
            qualifier: `Qualifier`.
            namespace: `Namespace`.
            force_delete: `ForceDelete`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_FUNCTION_VERSION,
            models.DeleteFunctionVersionRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
                force_delete=force_delete,
            ),
            models.DeleteFunctionVersionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_LAYER_VERSION)
    async def delete_layer_version(
        self,
        *,
        layer_name: str,
        layer_version: int,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteLayerVersionResponse:
        """Call DeleteLayerVersion.

        Args:
            layer_name: `LayerName`.
            layer_version: `LayerVersion`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_LAYER_VERSION,
            models.DeleteLayerVersionRequest(
                layer_name=layer_name,
                layer_version=layer_version,
            ),
            models.DeleteLayerVersionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_NAMESPACE)
    async def delete_namespace(
        self,
        *,
        namespace: str,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteNamespaceResponse:
        """Call DeleteNamespace.

        Args:
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_NAMESPACE,
            models.DeleteNamespaceRequest(
                namespace=namespace,
            ),
            models.DeleteNamespaceResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_PROVISIONED_CONCURRENCY_CONFIG)
    async def delete_provisioned_concurrency_config(
        self,
        *,
        function_name: str,
        qualifier: str,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteProvisionedConcurrencyConfigResponse:
        """Call DeleteProvisionedConcurrencyConfig.

        Args:
            function_name: `FunctionName`.
            qualifier: `Qualifier`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_PROVISIONED_CONCURRENCY_CONFIG,
            models.DeleteProvisionedConcurrencyConfigRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
            ),
            models.DeleteProvisionedConcurrencyConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_RESERVED_CONCURRENCY_CONFIG)
    async def delete_reserved_concurrency_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteReservedConcurrencyConfigResponse:
        """Call DeleteReservedConcurrencyConfig.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_RESERVED_CONCURRENCY_CONFIG,
            models.DeleteReservedConcurrencyConfigRequest(
                function_name=function_name,
                namespace=namespace,
            ),
            models.DeleteReservedConcurrencyConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(DELETE_TRIGGER)
    async def delete_trigger(
        self,
        *,
        function_name: str,
        trigger_name: str,
        type: str,
        namespace: str | Unset = UNSET,
        trigger_desc: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.DeleteTriggerResponse:
        """Call DeleteTrigger.

        Args:
            function_name: `FunctionName`.
            trigger_name: `TriggerName`.
            type: `Type`.
            namespace: `Namespace`.
            trigger_desc: `TriggerDesc`.
            qualifier: `Qualifier`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            DELETE_TRIGGER,
            models.DeleteTriggerRequest(
                function_name=function_name,
                trigger_name=trigger_name,
                type=type,
                namespace=namespace,
                trigger_desc=trigger_desc,
                qualifier=qualifier,
            ),
            models.DeleteTriggerResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_ACCOUNT)
    async def get_account(
        self,
        *,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetAccountResponse:
        """Call GetAccount.

        Args:
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_ACCOUNT,
            models.GetAccountRequest(),
            models.GetAccountResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_ALIAS)
    async def get_alias(
        self,
        *,
        function_name: str,
        name: str,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetAliasResponse:
        """Call GetAlias.

        Args:
            function_name: `FunctionName`.
            name: `Name`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_ALIAS,
            models.GetAliasRequest(
                function_name=function_name,
                name=name,
                namespace=namespace,
            ),
            models.GetAliasResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_ASYNC_EVENT_STATUS)
    async def get_async_event_status(
        self,
        *,
        invoke_request_id: str,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetAsyncEventStatusResponse:
        """Tell how one asynchronous invocation stands.

        Tells how one asynchronous invocation of a function, called an event here, stands. Its status can be read for
        three days (3 x 24 hours) after its end.

        Published rate limit: 20 requests a second.

        Args:
            invoke_request_id: Request ID of the invocation, as the asynchronous call returned it.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused. Documented codes:
                - `FailedOperation.AsyncEventStatus`: The event's present state does not allow this. Ask again a little
                  later.
                - `ResourceNotFound.AsyncEvent`: No event has this request ID.
                - `ResourceNotFound.Function`: There is no such function.
                - `ResourceNotFound.Namespace`: There is no such namespace.
            TencentkitError: The call failed on the way.

        Source: documentation page GetAsyncEventStatus, updated 2023-05-05 10:16:50.
        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_ASYNC_EVENT_STATUS,
            models.GetAsyncEventStatusRequest(
                invoke_request_id=invoke_request_id,
            ),
            models.GetAsyncEventStatusResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_CUSTOM_DOMAIN)
    async def get_custom_domain(
        self,
        *,
        domain: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetCustomDomainResponse:
        """Call GetCustomDomain.

        Args:
            domain: `Domain`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_CUSTOM_DOMAIN,
            models.GetCustomDomainRequest(
                domain=domain,
            ),
            models.GetCustomDomainResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_FUNCTION)
    async def get_function(
        self,
        *,
        function_name: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        show_code: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetFunctionResponse:
        """Call GetFunction.

        Args:
            function_name: `FunctionName`.
            qualifier: `Qualifier`.
            namespace: `Namespace`.
            show_code: `ShowCode`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_FUNCTION,
            models.GetFunctionRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
                show_code=show_code,
            ),
            models.GetFunctionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_FUNCTION_ADDRESS)
    async def get_function_address(
        self,
        *,
        function_name: str,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetFunctionAddressResponse:
        """Call GetFunctionAddress.

        Args:
            function_name: `FunctionName`.
            qualifier: `Qualifier`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_FUNCTION_ADDRESS,
            models.GetFunctionAddressRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
            ),
            models.GetFunctionAddressResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_FUNCTION_EVENT_INVOKE_CONFIG)
    async def get_function_event_invoke_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetFunctionEventInvokeConfigResponse:
        """Call GetFunctionEventInvokeConfig.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            qualifier: `Qualifier`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_FUNCTION_EVENT_INVOKE_CONFIG,
            models.GetFunctionEventInvokeConfigRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
            ),
            models.GetFunctionEventInvokeConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_FUNCTION_LOGS)
    async def get_function_logs(
        self,
        *,
        function_name: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        order: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        filter: models.LogFilter | models.LogFilterDict | Unset = UNSET,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        function_request_id: str | Unset = UNSET,
        start_time: str | Unset = UNSET,
        end_time: str | Unset = UNSET,
        search_context: models.LogSearchContext | models.LogSearchContextDict | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetFunctionLogsResponse:
        """Call GetFunctionLogs.

        Args:
            function_name: `FunctionName`.
            offset: `Offset`.
            limit: `Limit`.
            order: `Order`.
            order_by: `OrderBy`.
            filter: `Filter`.
            namespace: `Namespace`.
            qualifier: `Qualifier`.
            function_request_id: `FunctionRequestId`.
            start_time: `StartTime`.
            end_time: `EndTime`.
            search_context: `SearchContext`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_FUNCTION_LOGS,
            models.GetFunctionLogsRequest(
                function_name=function_name,
                offset=offset,
                limit=limit,
                order=order,
                order_by=order_by,
                filter=filter,
                namespace=namespace,
                qualifier=qualifier,
                function_request_id=function_request_id,
                start_time=start_time,
                end_time=end_time,
                search_context=search_context,
            ),
            models.GetFunctionLogsResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_LAYER_VERSION)
    async def get_layer_version(
        self,
        *,
        layer_name: str,
        layer_version: int,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetLayerVersionResponse:
        """Call GetLayerVersion.

        Args:
            layer_name: `LayerName`.
            layer_version: `LayerVersion`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_LAYER_VERSION,
            models.GetLayerVersionRequest(
                layer_name=layer_name,
                layer_version=layer_version,
            ),
            models.GetLayerVersionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_PROVISIONED_CONCURRENCY_CONFIG)
    async def get_provisioned_concurrency_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetProvisionedConcurrencyConfigResponse:
        """Call GetProvisionedConcurrencyConfig.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            qualifier: `Qualifier`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_PROVISIONED_CONCURRENCY_CONFIG,
            models.GetProvisionedConcurrencyConfigRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
            ),
            models.GetProvisionedConcurrencyConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_REQUEST_STATUS)
    async def get_request_status(
        self,
        *,
        function_name: str,
        function_request_id: str,
        namespace: str | Unset = UNSET,
        start_time: str | Unset = UNSET,
        end_time: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetRequestStatusResponse:
        """Call GetRequestStatus.

        Args:
            function_name: `FunctionName`.
            function_request_id: `FunctionRequestId`.
            namespace: `Namespace`.
            start_time: `StartTime`.
            end_time: `EndTime`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_REQUEST_STATUS,
            models.GetRequestStatusRequest(
                function_name=function_name,
                function_request_id=function_request_id,
                namespace=namespace,
                start_time=start_time,
                end_time=end_time,
            ),
            models.GetRequestStatusResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(GET_RESERVED_CONCURRENCY_CONFIG)
    async def get_reserved_concurrency_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetReservedConcurrencyConfigResponse:
        """Call GetReservedConcurrencyConfig.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            GET_RESERVED_CONCURRENCY_CONFIG,
            models.GetReservedConcurrencyConfigRequest(
                function_name=function_name,
                namespace=namespace,
            ),
            models.GetReservedConcurrencyConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(INVOKE)
    async def invoke(
        self,
        *,
        function_name: str,
        invocation_type: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        client_context: str | Unset = UNSET,
        log_type: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        routing_key: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.InvokeResponse:
        """Call Invoke.

        Args:
            function_name: `FunctionName`.
            invocation_type: `InvocationType`.
            qualifier: `Qualifier`.
            client_context: `ClientContext`.
            log_type: `LogType`.
            namespace: `Namespace`.
            routing_key: `RoutingKey`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            INVOKE,
            models.InvokeRequest(
                function_name=function_name,
                invocation_type=invocation_type,
                qualifier=qualifier,
                client_context=client_context,
                log_type=log_type,
                namespace=namespace,
                routing_key=routing_key,
            ),
            models.InvokeResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(INVOKE_FUNCTION)
    async def invoke_function(
        self,
        *,
        function_name: str,
        qualifier: str | Unset = UNSET,
        event: str | Unset = UNSET,
        log_type: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        routing_key: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.InvokeFunctionResponse:
        """Call InvokeFunction.

        Args:
            function_name: `FunctionName`.
            qualifier: `Qualifier`.
            event: `Event`.
            log_type: `LogType`.
            namespace: `Namespace`.
            routing_key: `RoutingKey`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            INVOKE_FUNCTION,
            models.InvokeFunctionRequest(
                function_name=function_name,
                qualifier=qualifier,
                event=event,
                log_type=log_type,
                namespace=namespace,
                routing_key=routing_key,
            ),
            models.InvokeFunctionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_ALIASES)
    async def list_aliases(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        function_version: str | Unset = UNSET,
        offset: str | Unset = UNSET,
        limit: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListAliasesResponse:
        """Call ListAliases.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            function_version: `FunctionVersion`.
            offset: `Offset`.
            limit: `Limit`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_ALIASES,
            models.ListAliasesRequest(
                function_name=function_name,
                namespace=namespace,
                function_version=function_version,
                offset=offset,
                limit=limit,
            ),
            models.ListAliasesResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_ASYNC_EVENTS)
    async def list_async_events(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        invoke_type: list[str] | tuple[str, ...] | Unset = UNSET,
        status: list[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str]
        | tuple[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str, ...]
        | Unset = UNSET,
        start_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
        end_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
        order: Literal["ASC", "DESC"] | str | Unset = UNSET,
        orderby: Literal["StartTime", "EndTime"] | str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        invoke_request_id: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListAsyncEventsResponse:
        """List the asynchronous invocations of a function.

        Lists the asynchronous invocations of one function, called events here, one page at a time. The list reaches
        back three days. To follow a single invocation, poll GetAsyncEventStatus instead.

        Published rate limit: 20 requests a second.

        Args:
            function_name: Name of the function whose events are listed.
            namespace: Namespace that holds the function.
            qualifier: Only events of this version of the function.
            invoke_type: Only events that were invoked in one of these ways, such as COS or TRIGGER_TIMER.
            status: Only events in one of these states. Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
            start_time_interval: Only events that started in this interval. Its start is part of it, its end is not.
            end_time_interval: Only events that ended in this interval. Its start is part of it, its end is not.
            order: Direction of the sorting. Default: `DESC`. Known values: `ASC`, `DESC`.
            orderby: Time to sort by. Events that still run have no EndTime. Default: `StartTime`. Known values:
                `StartTime`, `EndTime`.
            offset: How many events to skip. Default: 0.
            limit: How many events one answer may hold. At most 100. Default: 20.
            invoke_request_id: Only the event with this request ID.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused. Documented codes:
                - `InvalidParameterValue.FunctionName`: No function has this name.
                - `InvalidParameterValue.InvokeType`: InvokeType holds a value that the service does not know.
                - `InvalidParameterValue.Limit`: Limit is outside of its range.
                - `InvalidParameterValue.Namespace`: Namespace has a value that cannot be right.
                - `InvalidParameterValue.Order`: Order is neither ASC nor DESC.
                - `InvalidParameterValue.Orderby`: Orderby is neither StartTime nor EndTime.
                - `InvalidParameterValue.Status`: Status holds a value that the service does not know.
                - `ResourceNotFound.Function`: There is no such function.
                - `ResourceNotFound.Namespace`: There is no such namespace.
                - `ResourceNotFound.Version`: The function has no such version.
            TencentkitError: The call failed on the way.

        Source: documentation page ListAsyncEvents, updated 2023-07-18 11:11:07.
        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_ASYNC_EVENTS,
            models.ListAsyncEventsRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
                invoke_type=invoke_type,
                status=status,
                start_time_interval=start_time_interval,
                end_time_interval=end_time_interval,
                order=order,
                orderby=orderby,
                offset=offset,
                limit=limit,
                invoke_request_id=invoke_request_id,
            ),
            models.ListAsyncEventsResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_CUSTOM_DOMAINS)
    async def list_custom_domains(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        order: str | Unset = UNSET,
        filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListCustomDomainsResponse:
        """Call ListCustomDomains.

        Args:
            offset: `Offset`.
            limit: `Limit`.
            order_by: `OrderBy`.
            order: `Order`.
            filters: `Filters`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_CUSTOM_DOMAINS,
            models.ListCustomDomainsRequest(
                offset=offset,
                limit=limit,
                order_by=order_by,
                order=order,
                filters=filters,
            ),
            models.ListCustomDomainsResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_FUNCTIONS)
    async def list_functions(
        self,
        *,
        order: str | Unset = UNSET,
        orderby: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_key: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        description: str | Unset = UNSET,
        filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListFunctionsResponse:
        """Call ListFunctions.

        Args:
            order: `Order`.
            orderby: `Orderby`.
            offset: `Offset`.
            limit: `Limit`.
            search_key: `SearchKey`.
            namespace: `Namespace`.
            description: `Description`.
            filters: `Filters`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_FUNCTIONS,
            models.ListFunctionsRequest(
                order=order,
                orderby=orderby,
                offset=offset,
                limit=limit,
                search_key=search_key,
                namespace=namespace,
                description=description,
                filters=filters,
            ),
            models.ListFunctionsResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_LAYER_VERSIONS)
    async def list_layer_versions(
        self,
        *,
        layer_name: str,
        compatible_runtime: list[str] | tuple[str, ...] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListLayerVersionsResponse:
        """Call ListLayerVersions.

        Args:
            layer_name: `LayerName`.
            compatible_runtime: `CompatibleRuntime`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_LAYER_VERSIONS,
            models.ListLayerVersionsRequest(
                layer_name=layer_name,
                compatible_runtime=compatible_runtime,
            ),
            models.ListLayerVersionsResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_LAYERS)
    async def list_layers(
        self,
        *,
        compatible_runtime: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_key: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListLayersResponse:
        """Call ListLayers.

        Args:
            compatible_runtime: `CompatibleRuntime`.
            offset: `Offset`.
            limit: `Limit`.
            search_key: `SearchKey`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_LAYERS,
            models.ListLayersRequest(
                compatible_runtime=compatible_runtime,
                offset=offset,
                limit=limit,
                search_key=search_key,
            ),
            models.ListLayersResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_NAMESPACES)
    async def list_namespaces(
        self,
        *,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        orderby: str | Unset = UNSET,
        order: str | Unset = UNSET,
        search_key: Sequence[models.SearchKey | models.SearchKeyDict] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListNamespacesResponse:
        """Call ListNamespaces.

        Args:
            limit: `Limit`.
            offset: `Offset`.
            orderby: `Orderby`.
            order: `Order`.
            search_key: `SearchKey`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_NAMESPACES,
            models.ListNamespacesRequest(
                limit=limit,
                offset=offset,
                orderby=orderby,
                order=order,
                search_key=search_key,
            ),
            models.ListNamespacesResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_TRIGGERS)
    async def list_triggers(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        order_by: str | Unset = UNSET,
        order: str | Unset = UNSET,
        filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListTriggersResponse:
        """Call ListTriggers.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            offset: `Offset`.
            limit: `Limit`.
            order_by: `OrderBy`.
            order: `Order`.
            filters: `Filters`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_TRIGGERS,
            models.ListTriggersRequest(
                function_name=function_name,
                namespace=namespace,
                offset=offset,
                limit=limit,
                order_by=order_by,
                order=order,
                filters=filters,
            ),
            models.ListTriggersResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_VERSION_BY_FUNCTION)
    async def list_version_by_function(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        order: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListVersionByFunctionResponse:
        """Call ListVersionByFunction.

        Args:
            function_name: `FunctionName`.
            namespace: `Namespace`.
            offset: `Offset`.
            limit: `Limit`.
            order: `Order`.
            order_by: `OrderBy`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            LIST_VERSION_BY_FUNCTION,
            models.ListVersionByFunctionRequest(
                function_name=function_name,
                namespace=namespace,
                offset=offset,
                limit=limit,
                order=order,
                order_by=order_by,
            ),
            models.ListVersionByFunctionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(PUBLISH_LAYER_VERSION)
    async def publish_layer_version(
        self,
        *,
        layer_name: str,
        compatible_runtimes: list[str] | tuple[str, ...],
        content: models.Code | models.CodeDict,
        description: str | Unset = UNSET,
        license_info: str | Unset = UNSET,
        tags: Sequence[models.Tag | models.TagDict] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.PublishLayerVersionResponse:
        """Call PublishLayerVersion.

        Args:
            layer_name: `LayerName`.
            compatible_runtimes: `CompatibleRuntimes`.
            content: `Content`.
            description: `Description`.
            license_info: `LicenseInfo`.
            tags: `Tags`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            PUBLISH_LAYER_VERSION,
            models.PublishLayerVersionRequest(
                layer_name=layer_name,
                compatible_runtimes=compatible_runtimes,
                content=content,
                description=description,
                license_info=license_info,
                tags=tags,
            ),
            models.PublishLayerVersionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(PUBLISH_VERSION)
    async def publish_version(
        self,
        *,
        function_name: str,
        description: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.PublishVersionResponse:
        """Call PublishVersion.

        Args:
            function_name: `FunctionName`.
            description: `Description`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            PUBLISH_VERSION,
            models.PublishVersionRequest(
                function_name=function_name,
                description=description,
                namespace=namespace,
            ),
            models.PublishVersionResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(PUT_PROVISIONED_CONCURRENCY_CONFIG)
    async def put_provisioned_concurrency_config(
        self,
        *,
        function_name: str,
        qualifier: str,
        version_provisioned_concurrency_num: int,
        namespace: str | Unset = UNSET,
        trigger_actions: Sequence[models.TriggerAction | models.TriggerActionDict] | Unset = UNSET,
        provisioned_type: str | Unset = UNSET,
        tracking_target: float | Unset = UNSET,
        min_capacity: int | Unset = UNSET,
        max_capacity: int | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.PutProvisionedConcurrencyConfigResponse:
        """Call PutProvisionedConcurrencyConfig.

        Args:
            function_name: `FunctionName`.
            qualifier: `Qualifier`.
            version_provisioned_concurrency_num: `VersionProvisionedConcurrencyNum`.
            namespace: `Namespace`.
            trigger_actions: `TriggerActions`.
            provisioned_type: `ProvisionedType`.
            tracking_target: `TrackingTarget`.
            min_capacity: `MinCapacity`.
            max_capacity: `MaxCapacity`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            PUT_PROVISIONED_CONCURRENCY_CONFIG,
            models.PutProvisionedConcurrencyConfigRequest(
                function_name=function_name,
                qualifier=qualifier,
                version_provisioned_concurrency_num=version_provisioned_concurrency_num,
                namespace=namespace,
                trigger_actions=trigger_actions,
                provisioned_type=provisioned_type,
                tracking_target=tracking_target,
                min_capacity=min_capacity,
                max_capacity=max_capacity,
            ),
            models.PutProvisionedConcurrencyConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(PUT_RESERVED_CONCURRENCY_CONFIG)
    async def put_reserved_concurrency_config(
        self,
        *,
        function_name: str,
        reserved_concurrency_mem: int,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.PutReservedConcurrencyConfigResponse:
        """Call PutReservedConcurrencyConfig.

        Args:
            function_name: `FunctionName`.
            reserved_concurrency_mem: `ReservedConcurrencyMem`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            PUT_RESERVED_CONCURRENCY_CONFIG,
            models.PutReservedConcurrencyConfigRequest(
                function_name=function_name,
                reserved_concurrency_mem=reserved_concurrency_mem,
                namespace=namespace,
            ),
            models.PutReservedConcurrencyConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(PUT_TOTAL_CONCURRENCY_CONFIG)
    async def put_total_concurrency_config(
        self,
        *,
        total_concurrency_mem: int,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.PutTotalConcurrencyConfigResponse:
        """Call PutTotalConcurrencyConfig.

        Args:
            total_concurrency_mem: `TotalConcurrencyMem`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            PUT_TOTAL_CONCURRENCY_CONFIG,
            models.PutTotalConcurrencyConfigRequest(
                total_concurrency_mem=total_concurrency_mem,
                namespace=namespace,
            ),
            models.PutTotalConcurrencyConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(TERMINATE_ASYNC_EVENT)
    async def terminate_async_event(
        self,
        *,
        function_name: str,
        invoke_request_id: str,
        namespace: str | Unset = UNSET,
        grace_shutdown: bool | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.TerminateAsyncEventResponse:
        """Call TerminateAsyncEvent.

        Args:
            function_name: `FunctionName`.
            invoke_request_id: `InvokeRequestId`.
            namespace: `Namespace`.
            grace_shutdown: `GraceShutdown`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            TERMINATE_ASYNC_EVENT,
            models.TerminateAsyncEventRequest(
                function_name=function_name,
                invoke_request_id=invoke_request_id,
                namespace=namespace,
                grace_shutdown=grace_shutdown,
            ),
            models.TerminateAsyncEventResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_ALIAS)
    async def update_alias(
        self,
        *,
        function_name: str,
        name: str,
        function_version: str,
        namespace: str | Unset = UNSET,
        routing_config: models.RoutingConfig | models.RoutingConfigDict | Unset = UNSET,
        description: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateAliasResponse:
        """Call UpdateAlias.

        Args:
            function_name: `FunctionName`.
            name: `Name`.
            function_version: `FunctionVersion`.
            namespace: `Namespace`.
            routing_config: `RoutingConfig`.
            description: `Description`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_ALIAS,
            models.UpdateAliasRequest(
                function_name=function_name,
                name=name,
                function_version=function_version,
                namespace=namespace,
                routing_config=routing_config,
                description=description,
            ),
            models.UpdateAliasResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_CUSTOM_DOMAIN)
    async def update_custom_domain(
        self,
        *,
        domain: str,
        protocol: str | Unset = UNSET,
        cert_config: models.CertConf | models.CertConfDict | Unset = UNSET,
        waf_config: models.WafConf | models.WafConfDict | Unset = UNSET,
        endpoints_config: Sequence[models.EndpointsConf | models.EndpointsConfDict] | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateCustomDomainResponse:
        """Call UpdateCustomDomain.

        Args:
            domain: `Domain`.
            protocol: `Protocol`.
            cert_config: `CertConfig`.
            waf_config: `WafConfig`.
            endpoints_config: `EndpointsConfig`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_CUSTOM_DOMAIN,
            models.UpdateCustomDomainRequest(
                domain=domain,
                protocol=protocol,
                cert_config=cert_config,
                waf_config=waf_config,
                endpoints_config=endpoints_config,
            ),
            models.UpdateCustomDomainResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_FUNCTION_CODE)
    async def update_function_code(
        self,
        *,
        function_name: str,
        handler: str | Unset = UNSET,
        cos_bucket_name: str | Unset = UNSET,
        cos_object_name: str | Unset = UNSET,
        zip_file: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        cos_bucket_region: str | Unset = UNSET,
        install_dependency: str | Unset = UNSET,
        env_id: str | Unset = UNSET,
        publish: str | Unset = UNSET,
        code: models.Code | models.CodeDict | Unset = UNSET,
        code_source: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateFunctionCodeResponse:
        """Call UpdateFunctionCode.

        Args:
            function_name: `FunctionName`.
            handler: `Handler`.
            cos_bucket_name: `CosBucketName`.
            cos_object_name: `CosObjectName`.
            zip_file: `ZipFile`.
            namespace: `Namespace`.
            cos_bucket_region: `CosBucketRegion`.
            install_dependency: `InstallDependency`.
            env_id: `EnvId`.
            publish: `Publish`.
            code: `Code`.
            code_source: `CodeSource`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_FUNCTION_CODE,
            models.UpdateFunctionCodeRequest(
                function_name=function_name,
                handler=handler,
                cos_bucket_name=cos_bucket_name,
                cos_object_name=cos_object_name,
                zip_file=zip_file,
                namespace=namespace,
                cos_bucket_region=cos_bucket_region,
                install_dependency=install_dependency,
                env_id=env_id,
                publish=publish,
                code=code,
                code_source=code_source,
            ),
            models.UpdateFunctionCodeResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_FUNCTION_CONFIGURATION)
    async def update_function_configuration(
        self,
        *,
        function_name: str,
        description: str | Unset = UNSET,
        memory_size: int | Unset = UNSET,
        timeout_: int | Unset = UNSET,
        runtime: str | Unset = UNSET,
        environment: models.Environment | models.EnvironmentDict | Unset = UNSET,
        namespace: str | Unset = UNSET,
        vpc_config: models.VpcConfig | models.VpcConfigDict | Unset = UNSET,
        role: str | Unset = UNSET,
        install_dependency: str | Unset = UNSET,
        cls_logset_id: str | Unset = UNSET,
        cls_topic_id: str | Unset = UNSET,
        publish: str | Unset = UNSET,
        l5_enable: str | Unset = UNSET,
        layers: Sequence[models.LayerVersionSimple | models.LayerVersionSimpleDict] | Unset = UNSET,
        dead_letter_config: models.DeadLetterConfig | models.DeadLetterConfigDict | Unset = UNSET,
        public_net_config: models.PublicNetConfigIn | models.PublicNetConfigInDict | Unset = UNSET,
        cfs_config: models.CfsConfig | models.CfsConfigDict | Unset = UNSET,
        init_timeout: int | Unset = UNSET,
        protocol_params: models.ProtocolParams | models.ProtocolParamsDict | Unset = UNSET,
        instance_concurrency_config: models.InstanceConcurrencyConfig
        | models.InstanceConcurrencyConfigDict
        | Unset = UNSET,
        dns_cache: str | Unset = UNSET,
        intranet_config: models.IntranetConfigIn | models.IntranetConfigInDict | Unset = UNSET,
        ignore_sys_log: bool | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateFunctionConfigurationResponse:
        """Call UpdateFunctionConfiguration.

        Args:
            function_name: `FunctionName`.
            description: `Description`.
            memory_size: `MemorySize`.
            timeout_: `Timeout`.
            runtime: `Runtime`.
            environment: `Environment`.
            namespace: `Namespace`.
            vpc_config: `VpcConfig`.
            role: `Role`.
            install_dependency: `InstallDependency`.
            cls_logset_id: `ClsLogsetId`.
            cls_topic_id: `ClsTopicId`.
            publish: `Publish`.
            l5_enable: `L5Enable`.
            layers: `Layers`.
            dead_letter_config: `DeadLetterConfig`.
            public_net_config: `PublicNetConfig`.
            cfs_config: `CfsConfig`.
            init_timeout: `InitTimeout`.
            protocol_params: `ProtocolParams`.
            instance_concurrency_config: `InstanceConcurrencyConfig`.
            dns_cache: `DnsCache`.
            intranet_config: `IntranetConfig`.
            ignore_sys_log: `IgnoreSysLog`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_FUNCTION_CONFIGURATION,
            models.UpdateFunctionConfigurationRequest(
                function_name=function_name,
                description=description,
                memory_size=memory_size,
                timeout_=timeout_,
                runtime=runtime,
                environment=environment,
                namespace=namespace,
                vpc_config=vpc_config,
                role=role,
                install_dependency=install_dependency,
                cls_logset_id=cls_logset_id,
                cls_topic_id=cls_topic_id,
                publish=publish,
                l5_enable=l5_enable,
                layers=layers,
                dead_letter_config=dead_letter_config,
                public_net_config=public_net_config,
                cfs_config=cfs_config,
                init_timeout=init_timeout,
                protocol_params=protocol_params,
                instance_concurrency_config=instance_concurrency_config,
                dns_cache=dns_cache,
                intranet_config=intranet_config,
                ignore_sys_log=ignore_sys_log,
            ),
            models.UpdateFunctionConfigurationResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_FUNCTION_EVENT_INVOKE_CONFIG)
    async def update_function_event_invoke_config(
        self,
        *,
        async_trigger_config: models.AsyncTriggerConfig | models.AsyncTriggerConfigDict,
        function_name: str,
        namespace: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateFunctionEventInvokeConfigResponse:
        """Call UpdateFunctionEventInvokeConfig.

        Args:
            async_trigger_config: `AsyncTriggerConfig`.
            function_name: `FunctionName`.
            namespace: `Namespace`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_FUNCTION_EVENT_INVOKE_CONFIG,
            models.UpdateFunctionEventInvokeConfigRequest(
                async_trigger_config=async_trigger_config,
                function_name=function_name,
                namespace=namespace,
            ),
            models.UpdateFunctionEventInvokeConfigResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_NAMESPACE)
    async def update_namespace(
        self,
        *,
        namespace: str,
        description: str,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateNamespaceResponse:
        """Call UpdateNamespace.

        Args:
            namespace: `Namespace`.
            description: `Description`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_NAMESPACE,
            models.UpdateNamespaceRequest(
                namespace=namespace,
                description=description,
            ),
            models.UpdateNamespaceResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_TRIGGER)
    async def update_trigger(
        self,
        *,
        function_name: str,
        trigger_name: str,
        type: str,
        enable: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        trigger_desc: str | Unset = UNSET,
        description: str | Unset = UNSET,
        custom_argument: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateTriggerResponse:
        """Call UpdateTrigger.

        Args:
            function_name: `FunctionName`.
            trigger_name: `TriggerName`.
            type: `Type`.
            enable: `Enable`.
            qualifier: `Qualifier`.
            namespace: `Namespace`.
            trigger_desc: `TriggerDesc`.
            description: `Description`.
            custom_argument: `CustomArgument`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_TRIGGER,
            models.UpdateTriggerRequest(
                function_name=function_name,
                trigger_name=trigger_name,
                type=type,
                enable=enable,
                qualifier=qualifier,
                namespace=namespace,
                trigger_desc=trigger_desc,
                description=description,
                custom_argument=custom_argument,
            ),
            models.UpdateTriggerResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(UPDATE_TRIGGER_STATUS)
    async def update_trigger_status(
        self,
        *,
        enable: str,
        function_name: str,
        trigger_name: str,
        type: str,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        trigger_desc: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.UpdateTriggerStatusResponse:
        """Call UpdateTriggerStatus.

        Args:
            enable: `Enable`.
            function_name: `FunctionName`.
            trigger_name: `TriggerName`.
            type: `Type`.
            qualifier: `Qualifier`.
            namespace: `Namespace`.
            trigger_desc: `TriggerDesc`.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused.
            TencentkitError: The call failed on the way.

        Source: vendor's definitions scf 2018-04-16 api.json.
        Source: vendor's definitions scf 2018-04-16 examples.json.
        """
        return await self._call(
            UPDATE_TRIGGER_STATUS,
            models.UpdateTriggerStatusRequest(
                enable=enable,
                function_name=function_name,
                trigger_name=trigger_name,
                type=type,
                qualifier=qualifier,
                namespace=namespace,
                trigger_desc=trigger_desc,
            ),
            models.UpdateTriggerStatusResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    if TYPE_CHECKING:

        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListAsyncEventsResponse]],
            *,
            function_name: str,
            namespace: str | Unset = UNSET,
            qualifier: str | Unset = UNSET,
            invoke_type: list[str] | tuple[str, ...] | Unset = UNSET,
            status: list[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str]
            | tuple[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str, ...]
            | Unset = UNSET,
            start_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
            end_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
            order: Literal["ASC", "DESC"] | str | Unset = UNSET,
            orderby: Literal["StartTime", "EndTime"] | str | Unset = UNSET,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            invoke_request_id: str | Unset = UNSET,
            region: str | Unset = UNSET,
            timeout: float | None | Unset = UNSET,
            deadline: float | None | Unset = UNSET,
            headers: Mapping[str, str] | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.AsyncEvent, models.ListAsyncEventsResponse]:
            """Iterate over every item of `list_async_events`, page after page; `.pages()` gives the responses.

            Args:
                method: The client's `list_async_events`.
                function_name: Name of the function whose events are listed.
                namespace: Namespace that holds the function.
                qualifier: Only events of this version of the function.
                invoke_type: Only events that were invoked in one of these ways, such as COS or TRIGGER_TIMER.
                status: Only events in one of these states. Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
                start_time_interval: Only events that started in this interval. Its start is part of it, its end is not.
                end_time_interval: Only events that ended in this interval. Its start is part of it, its end is not.
                order: Direction of the sorting. Default: `DESC`. Known values: `ASC`, `DESC`.
                orderby: Time to sort by. Events that still run have no EndTime. Default: `StartTime`. Known values:
                    `StartTime`, `EndTime`.
                offset: How many events to skip. Default: 0.
                limit: How many events one answer may hold. At most 100. Default: 20.
                invoke_request_id: Only the event with this request ID.
                region: Region of this call; otherwise the client's.
                timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
                deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
                headers: Headers to send with this call.
                max_items: Stop after so many items; `None`: at the end of the listing.
                start: The `cursor` of an equal listing, to go on from there.
                prefetch: How many pages to fetch ahead, through the same throttle; 0: each when it is needed.
                plain: Walk by offset alone, as single calls would: no closed window, no check, no item dropped that
                    came twice.
                progress: Show a bar on standard error where that is a terminal; needs the extra `progress`.
            """
            raise NotImplementedError

    else:

        def paginate(self, method, *, max_items=None, start=None, prefetch=0, plain=False, progress=False, **arguments):
            """Iterate over every item of `method`, an action that pages, with the action's own `arguments`."""
            return self._paginate(method, arguments, PagingOptions(max_items, start, prefetch, plain, progress))

    @operation(GET_ASYNC_EVENT_STATUS)
    async def wait_until_async_event_finished(
        self,
        *,
        invoke_request_id: str,
        timeout: float = 600,
        on_progress: Callable[[models.GetAsyncEventStatusResponse], object] | None = None,
        region: str | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetAsyncEventStatusResponse:
        """Poll `get_async_event_status` until: async event finished. Returns the last response.

        Args:
            invoke_request_id: Request ID of the invocation, as the asynchronous call returned it.
            timeout: Seconds to wait in total.
            on_progress: Called with each response as it comes, the last one included; what it raises ends the wait.
            region: Region of the calls; otherwise the client's.
            headers: Headers to send with each call.

        Raises:
            WaiterFailed: It ended otherwise than was waited for.
            WaiterTimeout: It had not ended when the time was up.
            ApiError: As `get_async_event_status`.
        """
        return await self._wait(
            ASYNC_EVENT_FINISHED,
            self.get_async_event_status,
            {
                "invoke_request_id": invoke_request_id,
                "region": region,
                "headers": headers,
            },
            timeout=timeout,
            on_progress=on_progress,
        )
