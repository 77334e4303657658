# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Asynchronous operations of scf 2018-04-16."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar, overload

from ..action import Action, PagingOptions, Waiter
from ..deprecation import deprecated
from ..operation import operation
from ..pager import AsyncPager
from ..unset import UNSET, Unset
from . import models
from . import models as _models  # a parameter may have the name `models`
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
    FUNCTION_ACTIVE,
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
    VERSION_PUBLISHED,
)

if TYPE_CHECKING:
    from ..model import Model

_Response = TypeVar("_Response", bound="Model")


class AsyncOperations(ABC):
    """Methods for all actions of scf 2018-04-16. `tencentkit.scf.AsyncClient` implements the calls.

    All arguments are keyword-only. The client does not send an argument that is not set; the service then uses its
    default.

    Every argument is a parameter of the API. Options of a call, such as a region or a time limit, go to `with_options`.
    """

    __slots__ = ()

    @abstractmethod
    async def _call(self, action: Action, request: Model, response: type[_Response]) -> _Response:
        """Send a request and return its parsed response."""

    @abstractmethod
    def _paginate(
        self,
        method: Callable[..., Any],
        arguments: dict[str, Any],
        options: PagingOptions,
    ) -> AsyncPager[Any, Any]:
        """Return a listing that calls `method` with `arguments` for each page."""

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
        """Poll `method` with `arguments` until the waiter reaches a final state."""

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
        """Raise the error for arguments that do not match the method of an action."""
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
    ) -> models.CopyFunctionResponse:
        """Copy a function to another name, namespace or region.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function to copy.
            new_function_name: Name of the copy.
            namespace: Namespace of the function to copy. Default: `default`.
            target_namespace: Namespace of the copy. Default: `default`.
            description: Description of the copy.
            target_region: Region of the copy. Default: the region of the request.
            override: If true, the copy replaces an existing function of the same name, which the service deletes first.
                Default: false.
            copy_configuration: If true, the service also copies settings such as memory, variables and network.
                Default: true.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            COPY_FUNCTION,
            _models.CopyFunctionRequest(
                function_name=function_name,
                new_function_name=new_function_name,
                namespace=namespace,
                target_namespace=target_namespace,
                description=description,
                target_region=target_region,
                override=override,
                copy_configuration=copy_configuration,
            ),
            _models.CopyFunctionResponse,
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
    ) -> models.CreateAliasResponse:
        """Create an alias that points to a version of a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            name: Name of the alias, unique for the function. It has 1 to 64 letters, digits, `_` and `-` and begins
                with a letter.
            function_name: Name of the function.
            function_version: Main version behind the alias.
            namespace: Namespace of the function. Default: `default`.
            routing_config: Request split between versions.
            description: Description of the alias.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            CREATE_ALIAS,
            _models.CreateAliasRequest(
                name=name,
                function_name=function_name,
                function_version=function_version,
                namespace=namespace,
                routing_config=routing_config,
                description=description,
            ),
            _models.CreateAliasResponse,
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
    ) -> models.CreateCustomDomainResponse:
        """Bind a custom domain name to functions.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            domain: Domain name. Wildcards are not supported.
            protocol: Protocols of the domain: HTTP, HTTPS, or HTTP&HTTPS for both.
            endpoints_config: Mapping of paths to functions.
            cert_config: Certificate of the domain. Required for HTTPS.
            waf_config: Web application firewall in front of the domain.
            tags: Tags, as pairs of key and value.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            CREATE_CUSTOM_DOMAIN,
            _models.CreateCustomDomainRequest(
                domain=domain,
                protocol=protocol,
                endpoints_config=endpoints_config,
                cert_config=cert_config,
                waf_config=waf_config,
                tags=tags,
            ),
            _models.CreateCustomDomainResponse,
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
        timeout: int | Unset = UNSET,
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
    ) -> models.CreateFunctionResponse:
        """Create a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function. It has 2 to 60 letters, digits, `-` and `_`, begins with a letter and
                ends with a letter or digit.
            code: Code of the function from exactly one source: a ZIP archive, a COS object, a template or a container
                image.
            handler: Entry point, such as `index.main_handler` (file and function) or `package.Class::method` for Java.
            description: Description of the function, up to 1,000 characters.
            memory_size: Memory of an instance in MB: 64, or 128 to 3,072 in steps of 128. Default: 128.
            timeout: Maximum duration of an invocation in seconds, 1 to 900. Default: 3.
            environment: Environment variables of the function.
            runtime: Language and version of the runtime, such as Python3.10, Nodejs18.15 or CustomRuntime.
            vpc_config: Private network of the function.
            namespace: Namespace of the function. Default: `default`.
            role: CAM role of the running function.
            install_dependency: Installation of dependencies on deployment: TRUE or FALSE. Node.js only.
            cls_logset_id: CLS log set for the logs of the function.
            cls_topic_id: CLS log topic for the logs of the function.
            type: Type of the function: Event for invocation by triggers, HTTP for a web function. Default: Event.
            code_source: Source of the code, such as ZipFile, Cos or Demo.
            layers: Layer versions of the function. Files of a later layer override files of an earlier one.
            dead_letter_config: Dead-letter queue for events that failed permanently.
            public_net_config: Access of the function to the public internet.
            cfs_config: File systems mounted by the function.
            init_timeout: Maximum start time of an instance in seconds. Default: 65, or 90 for images.
            tags: Tags, as pairs of key and value.
            async_run_enable: Asynchronous execution for long tasks: TRUE or FALSE.
            trace_enable: Tracing of asynchronous events: TRUE or FALSE.
            auto_deploy_cls_topic_index: Automatic creation of an index for the log topic: TRUE or FALSE.
            auto_create_cls_topic: Automatic creation of a log topic: TRUE or FALSE.
            protocol_type: Additional protocol of a web function: WS for WebSocket.
            protocol_params: Settings of the additional protocol.
            instance_concurrency_config: Concurrent requests in one instance. Web functions only.
            dns_cache: Cache for DNS lookups: TRUE or FALSE. Event functions only.
            intranet_config: Access to the private network.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            CREATE_FUNCTION,
            _models.CreateFunctionRequest(
                function_name=function_name,
                code=code,
                handler=handler,
                description=description,
                memory_size=memory_size,
                timeout=timeout,
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
            _models.CreateFunctionResponse,
        )

    @operation(CREATE_NAMESPACE)
    async def create_namespace(
        self,
        *,
        namespace: str,
        description: str | Unset = UNSET,
        resource_env: models.NamespaceResourceEnv | models.NamespaceResourceEnvDict | Unset = UNSET,
    ) -> models.CreateNamespaceResponse:
        """Create a namespace.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            namespace: Name of the namespace.
            description: Description of the namespace.
            resource_env: Your own resources for the functions of the namespace.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            CREATE_NAMESPACE,
            _models.CreateNamespaceRequest(
                namespace=namespace,
                description=description,
                resource_env=resource_env,
            ),
            _models.CreateNamespaceResponse,
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
        enable: Literal["OPEN", "CLOSE"] | str | Unset = UNSET,
        custom_argument: str | Unset = UNSET,
        description: str | Unset = UNSET,
    ) -> models.CreateTriggerResponse:
        """Create a trigger that invokes a function on an event.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function to invoke.
            trigger_name: Name of the trigger. For COS, the access domain of the bucket.
            type: Type of the trigger: cos, cls, timer, ckafka or http.
            trigger_desc: Settings of the trigger in the format of its type. Most types take JSON text.
            namespace: Namespace of the function. Default: `default`.
            qualifier: Version or alias to invoke. Default: $LATEST.
            enable: OPEN enables the trigger immediately; CLOSE leaves it disabled. Known values: `OPEN`, `CLOSE`.
            custom_argument: Message of a timer trigger to the function.
            description: Description of the trigger.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            CREATE_TRIGGER,
            _models.CreateTriggerRequest(
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
            _models.CreateTriggerResponse,
        )

    @operation(DELETE_ALIAS)
    async def delete_alias(
        self,
        *,
        function_name: str,
        name: str,
        namespace: str | Unset = UNSET,
    ) -> models.DeleteAliasResponse:
        """Delete an alias.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            name: Name of the alias.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_ALIAS,
            _models.DeleteAliasRequest(
                function_name=function_name,
                name=name,
                namespace=namespace,
            ),
            _models.DeleteAliasResponse,
        )

    @operation(DELETE_CUSTOM_DOMAIN)
    async def delete_custom_domain(
        self,
        *,
        domain: str | Unset = UNSET,
    ) -> models.DeleteCustomDomainResponse:
        """Delete a custom domain name binding.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            domain: Domain name. Wildcards are not supported.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_CUSTOM_DOMAIN,
            _models.DeleteCustomDomainRequest(
                domain=domain,
            ),
            _models.DeleteCustomDomainResponse,
        )

    @operation(DELETE_FUNCTION)
    async def delete_function(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
    ) -> models.DeleteFunctionResponse:
        """Delete a function or one of its versions.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function to delete.
            namespace: Namespace of the function. Default: `default`.
            qualifier: Version to delete. Default: all versions.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_FUNCTION,
            _models.DeleteFunctionRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
            ),
            _models.DeleteFunctionResponse,
        )

    @operation(DELETE_FUNCTION_VERSION)
    async def delete_function_version(
        self,
        *,
        function_name: str,
        qualifier: str,
        namespace: str | Unset = UNSET,
        force_delete: str | Unset = UNSET,
    ) -> models.DeleteFunctionVersionResponse:
        """Delete one version of a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function that has the version.
            qualifier: Number of the version to delete.
            namespace: Namespace of the function. Default: `default`.
            force_delete: `true` terminates running invocations.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_FUNCTION_VERSION,
            _models.DeleteFunctionVersionRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
                force_delete=force_delete,
            ),
            _models.DeleteFunctionVersionResponse,
        )

    @operation(DELETE_LAYER_VERSION)
    async def delete_layer_version(
        self,
        *,
        layer_name: str,
        layer_version: int,
    ) -> models.DeleteLayerVersionResponse:
        """Delete a version of a layer. Functions that already use the version keep it.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            layer_name: Name of the layer.
            layer_version: Number of the layer version.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_LAYER_VERSION,
            _models.DeleteLayerVersionRequest(
                layer_name=layer_name,
                layer_version=layer_version,
            ),
            _models.DeleteLayerVersionResponse,
        )

    @operation(DELETE_NAMESPACE)
    async def delete_namespace(
        self,
        *,
        namespace: str,
    ) -> models.DeleteNamespaceResponse:
        """Delete a namespace.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            namespace: Name of the namespace to delete.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_NAMESPACE,
            _models.DeleteNamespaceRequest(
                namespace=namespace,
            ),
            _models.DeleteNamespaceResponse,
        )

    @operation(DELETE_PROVISIONED_CONCURRENCY_CONFIG)
    async def delete_provisioned_concurrency_config(
        self,
        *,
        function_name: str,
        qualifier: str,
        namespace: str | Unset = UNSET,
    ) -> models.DeleteProvisionedConcurrencyConfigResponse:
        """Delete the provisioned concurrency of a version.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            qualifier: Number of the version.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_PROVISIONED_CONCURRENCY_CONFIG,
            _models.DeleteProvisionedConcurrencyConfigRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
            ),
            _models.DeleteProvisionedConcurrencyConfigResponse,
        )

    @operation(DELETE_RESERVED_CONCURRENCY_CONFIG)
    async def delete_reserved_concurrency_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
    ) -> models.DeleteReservedConcurrencyConfigResponse:
        """Delete the reserved concurrency of a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_RESERVED_CONCURRENCY_CONFIG,
            _models.DeleteReservedConcurrencyConfigRequest(
                function_name=function_name,
                namespace=namespace,
            ),
            _models.DeleteReservedConcurrencyConfigResponse,
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
    ) -> models.DeleteTriggerResponse:
        """Delete a trigger.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            trigger_name: Name of the trigger to delete.
            type: Type of the trigger: timer, ckafka, apigw, cls, cos, cmq or http.
            namespace: Namespace of the function. Default: `default`.
            trigger_desc: Settings of the trigger. Required for COS, in the same format as at creation.
            qualifier: Version or alias that the trigger invokes. Default: $LATEST.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            DELETE_TRIGGER,
            _models.DeleteTriggerRequest(
                function_name=function_name,
                trigger_name=trigger_name,
                type=type,
                namespace=namespace,
                trigger_desc=trigger_desc,
                qualifier=qualifier,
            ),
            _models.DeleteTriggerResponse,
        )

    @operation(GET_ACCOUNT)
    async def get_account(
        self,
    ) -> models.GetAccountResponse:
        """Get the usage and limits of the account in the region.

        Read-only: the client repeats it after transient failures.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_ACCOUNT,
            _models.GetAccountRequest(),
            _models.GetAccountResponse,
        )

    @operation(GET_ALIAS)
    async def get_alias(
        self,
        *,
        function_name: str,
        name: str,
        namespace: str | Unset = UNSET,
    ) -> models.GetAliasResponse:
        """Get an alias.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            name: Name of the alias.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_ALIAS,
            _models.GetAliasRequest(
                function_name=function_name,
                name=name,
                namespace=namespace,
            ),
            _models.GetAliasResponse,
        )

    @operation(GET_ASYNC_EVENT_STATUS)
    async def get_async_event_status(
        self,
        *,
        invoke_request_id: str,
    ) -> models.GetAsyncEventStatusResponse:
        """Get the status of an asynchronous invocation.

        Get the status of an asynchronous invocation, called an event here. The status is available for three days (3 x
        24 hours) after the invocation ends.

        Read-only: the client repeats it after transient failures.

        Published rate limit: 20 requests per second.

        Args:
            invoke_request_id: Request ID of the invocation, from the response of the asynchronous call.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error. Documented codes:
                - `FailedOperation.AsyncEventStatus`: The current state of the event does not allow this. Retry later.
                - `ResourceNotFound.AsyncEvent`: No event with this request ID exists.
                - `ResourceNotFound.Function`: There is no such function.
                - `ResourceNotFound.Namespace`: There is no such namespace.
            TencentkitError: The call failed without a response of the service, for example timed out.

        Source: documentation page GetAsyncEventStatus, updated 2023-05-05 10:16:50.
        """
        return await self._call(
            GET_ASYNC_EVENT_STATUS,
            _models.GetAsyncEventStatusRequest(
                invoke_request_id=invoke_request_id,
            ),
            _models.GetAsyncEventStatusResponse,
        )

    @operation(GET_CUSTOM_DOMAIN)
    async def get_custom_domain(
        self,
        *,
        domain: str | Unset = UNSET,
    ) -> models.GetCustomDomainResponse:
        """Get a custom domain name and its bindings to functions.

        Read-only: the client repeats it after transient failures.

        Args:
            domain: Domain name. Wildcards are not supported.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_CUSTOM_DOMAIN,
            _models.GetCustomDomainRequest(
                domain=domain,
            ),
            _models.GetCustomDomainResponse,
        )

    @operation(GET_FUNCTION)
    async def get_function(
        self,
        *,
        function_name: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        show_code: Literal["TRUE", "FALSE"] | str | Unset = UNSET,
    ) -> models.GetFunctionResponse:
        """Get a function: settings, triggers, state and, on request, code.

        Read-only, and the response holds secrets: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            qualifier: Version or alias of the function. Default: `$LATEST`.
            namespace: Namespace of the function. Default: `default`.
            show_code: Code in the response: TRUE or FALSE. The service omits an entry file above 1 MB. Known values:
                `TRUE`, `FALSE`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_FUNCTION,
            _models.GetFunctionRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
                show_code=show_code,
            ),
            _models.GetFunctionResponse,
        )

    @operation(GET_FUNCTION_ADDRESS)
    async def get_function_address(
        self,
        *,
        function_name: str,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
    ) -> models.GetFunctionAddressResponse:
        """Get a download URL for the code of a function.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            qualifier: Version or alias of the function.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_FUNCTION_ADDRESS,
            _models.GetFunctionAddressRequest(
                function_name=function_name,
                qualifier=qualifier,
                namespace=namespace,
            ),
            _models.GetFunctionAddressResponse,
        )

    @operation(GET_FUNCTION_EVENT_INVOKE_CONFIG)
    async def get_function_event_invoke_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
    ) -> models.GetFunctionEventInvokeConfigResponse:
        """Get the retry settings for asynchronous invocations of a function.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.
            qualifier: Version of the function. Default: $LATEST.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_FUNCTION_EVENT_INVOKE_CONFIG,
            _models.GetFunctionEventInvokeConfigRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
            ),
            _models.GetFunctionEventInvokeConfigResponse,
        )

    @deprecated("get_function_logs is deprecated. Use get_request_status for the result of an invocation.")
    @operation(GET_FUNCTION_LOGS)
    async def get_function_logs(
        self,
        *,
        function_name: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        order: Literal["desc", "asc"] | str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        filter: models.LogFilter | models.LogFilterDict | Unset = UNSET,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        function_request_id: str | Unset = UNSET,
        start_time: str | Unset = UNSET,
        end_time: str | Unset = UNSET,
        search_context: models.LogSearchContext | models.LogSearchContextDict | Unset = UNSET,
    ) -> models.GetFunctionLogsResponse:
        """Get log entries of invocations.

        `get_function_logs` is deprecated. Use get_request_status for the result of an invocation.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            offset: Number of entries to skip. Offset and Limit together are at most 10,000.
            limit: Maximum number of entries to return. Offset and Limit together are at most 10,000.
            order: Sort direction: asc or desc. Known values: `desc`, `asc`.
            order_by: Sort field: function_name, duration, mem_usage or start_time.
            filter: Filter for the entries.
            namespace: Namespace of the function. Default: `default`.
            qualifier: Version or alias of the function.
            function_request_id: Request ID of the invocation.
            start_time: Start of the time window, in the format 2006-01-02 15:04:05. It is at most one day before
                EndTime.
            end_time: End of the time window, in the format 2006-01-02 15:04:05.
            search_context: Deprecated. No longer used by the service. It is deprecated. The service may remove it.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_FUNCTION_LOGS,
            _models.GetFunctionLogsRequest(
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
            _models.GetFunctionLogsResponse,
        )

    @operation(GET_LAYER_VERSION)
    async def get_layer_version(
        self,
        *,
        layer_name: str,
        layer_version: int,
    ) -> models.GetLayerVersionResponse:
        """Get a version of a layer and its download URL.

        Read-only: the client repeats it after transient failures.

        Args:
            layer_name: Name of the layer.
            layer_version: Number of the layer version.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_LAYER_VERSION,
            _models.GetLayerVersionRequest(
                layer_name=layer_name,
                layer_version=layer_version,
            ),
            _models.GetLayerVersionResponse,
        )

    @operation(GET_PROVISIONED_CONCURRENCY_CONFIG)
    async def get_provisioned_concurrency_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
    ) -> models.GetProvisionedConcurrencyConfigResponse:
        """Get the provisioned concurrency of a function.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.
            qualifier: Number of the version. Default: all versions.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_PROVISIONED_CONCURRENCY_CONFIG,
            _models.GetProvisionedConcurrencyConfigRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
            ),
            _models.GetProvisionedConcurrencyConfigResponse,
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
    ) -> models.GetRequestStatusResponse:
        """Get the status of an invocation.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            function_request_id: Request ID of the invocation.
            namespace: Namespace of the function. Default: `default`.
            start_time: Start of the time window, in the format 2006-01-02 15:04:05. Default: 15 minutes ago.
            end_time: End of the time window, after StartTime. Required with StartTime.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_REQUEST_STATUS,
            _models.GetRequestStatusRequest(
                function_name=function_name,
                function_request_id=function_request_id,
                namespace=namespace,
                start_time=start_time,
                end_time=end_time,
            ),
            _models.GetRequestStatusResponse,
        )

    @operation(GET_RESERVED_CONCURRENCY_CONFIG)
    async def get_reserved_concurrency_config(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
    ) -> models.GetReservedConcurrencyConfigResponse:
        """Get the reserved concurrency of a function.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            GET_RESERVED_CONCURRENCY_CONFIG,
            _models.GetReservedConcurrencyConfigRequest(
                function_name=function_name,
                namespace=namespace,
            ),
            _models.GetReservedConcurrencyConfigResponse,
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
    ) -> models.InvokeResponse:
        """Invoke a function, synchronously or asynchronously.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            invocation_type: RequestResponse waits for the result, at most 300 seconds. Event only starts the
                invocation. Default: RequestResponse.
            qualifier: Version or alias to invoke. Default: $LATEST.
            client_context: Event for the function, as JSON text of at most 6 MB, or 128 KB with InvocationType Event.
            log_type: Tail returns the last 4 KB of the log; None returns no log. Default: None. Not available with
                InvocationType Event.
            namespace: Namespace of the function. Default: `default`.
            routing_key: Routing key for version rules: JSON text with string keys and values, at most 1,024 bytes.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            INVOKE,
            _models.InvokeRequest(
                function_name=function_name,
                invocation_type=invocation_type,
                qualifier=qualifier,
                client_context=client_context,
                log_type=log_type,
                namespace=namespace,
                routing_key=routing_key,
            ),
            _models.InvokeResponse,
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
    ) -> models.InvokeFunctionResponse:
        """Invoke a function and wait for the result.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            qualifier: Version or alias to invoke. Default: $DEFAULT.
            event: Event for the function, as JSON text of at most 6 MB.
            log_type: Tail returns the last 4 KB of the log; None returns no log. Default: None.
            namespace: Namespace of the function. Default: `default`.
            routing_key: Routing key for version rules: JSON text with string keys and values, at most 1,024 bytes.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            INVOKE_FUNCTION,
            _models.InvokeFunctionRequest(
                function_name=function_name,
                qualifier=qualifier,
                event=event,
                log_type=log_type,
                namespace=namespace,
                routing_key=routing_key,
            ),
            _models.InvokeFunctionResponse,
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
    ) -> models.ListAliasesResponse:
        """List the aliases of a function.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.
            function_version: Only aliases of this version.
            offset: Number of items to skip. Default: 0.
            limit: Maximum number of items to return. Default: 20.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_ALIASES,
            _models.ListAliasesRequest(
                function_name=function_name,
                namespace=namespace,
                function_version=function_version,
                offset=offset,
                limit=limit,
            ),
            _models.ListAliasesResponse,
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
    ) -> models.ListAsyncEventsResponse:
        """List the asynchronous invocations of a function.

        List the asynchronous invocations of a function, called events here. The list covers three days. To follow a
        single invocation, poll GetAsyncEventStatus instead.

        Read-only: the client repeats it after transient failures.

        Published rate limit: 20 requests per second.

        Args:
            function_name: Name of the function whose events are listed.
            namespace: Namespace of the function.
            qualifier: Only events of this function version.
            invoke_type: Only events from one of these sources, such as COS or TRIGGER_TIMER.
            status: Only events in one of these states. Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
            start_time_interval: Only events that started in this time window, which includes Start and excludes End.
            end_time_interval: Only events that ended in this time window, which includes Start and excludes End.
            order: Sort direction. Default: `DESC`. Known values: `ASC`, `DESC`.
            orderby: Sort field. Running events have no EndTime. Default: `StartTime`. Known values: `StartTime`,
                `EndTime`.
            offset: Number of events to skip. Default: 0.
            limit: Maximum number of events to return. At most 100. Default: 20.
            invoke_request_id: Only the event with this request ID.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error. Documented codes:
                - `InvalidParameterValue.FunctionName`: No function with this name exists.
                - `InvalidParameterValue.InvokeType`: InvokeType contains an unknown value.
                - `InvalidParameterValue.Limit`: Limit is out of range.
                - `InvalidParameterValue.Namespace`: Namespace is invalid.
                - `InvalidParameterValue.Order`: Order is neither ASC nor DESC.
                - `InvalidParameterValue.Orderby`: Orderby is neither StartTime nor EndTime.
                - `InvalidParameterValue.Status`: Status contains an unknown value.
                - `ResourceNotFound.Function`: There is no such function.
                - `ResourceNotFound.Namespace`: There is no such namespace.
                - `ResourceNotFound.Version`: The function has no such version.
            TencentkitError: The call failed without a response of the service, for example timed out.

        Source: documentation page ListAsyncEvents, updated 2023-07-18 11:11:07.
        """
        return await self._call(
            LIST_ASYNC_EVENTS,
            _models.ListAsyncEventsRequest(
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
            _models.ListAsyncEventsResponse,
        )

    @operation(LIST_CUSTOM_DOMAINS)
    async def list_custom_domains(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        order_by: Literal["AddTime", "ModTime"] | str | Unset = UNSET,
        order: Literal["DESC", "ASC"] | str | Unset = UNSET,
        filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
    ) -> models.ListCustomDomainsResponse:
        """List the custom domain names bound to functions.

        Read-only: the client repeats it after transient failures.

        Args:
            offset: Number of items to skip. Default: 0.
            limit: Maximum number of items to return. Default: 20.
            order_by: Sort field: AddTime or ModTime. Default: AddTime. Known values: `AddTime`, `ModTime`.
            order: Sort direction: ASC or DESC. Known values: `DESC`, `ASC`.
            filters: Filters for the domains.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_CUSTOM_DOMAINS,
            _models.ListCustomDomainsRequest(
                offset=offset,
                limit=limit,
                order_by=order_by,
                order=order,
                filters=filters,
            ),
            _models.ListCustomDomainsResponse,
        )

    @operation(LIST_FUNCTIONS)
    async def list_functions(
        self,
        *,
        order: Literal["ASC", "DESC"] | str | Unset = UNSET,
        orderby: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_key: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        description: str | Unset = UNSET,
        filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
    ) -> models.ListFunctionsResponse:
        """List the functions of a namespace.

        Read-only: the client repeats it after transient failures.

        Args:
            order: Sort direction: ASC or DESC. Known values: `ASC`, `DESC`.
            orderby: Sort field: AddTime, ModTime or FunctionName.
            offset: Number of items to skip. Default: 0.
            limit: Maximum number of items to return. Default: 20.
            search_key: Substring of the function name.
            namespace: Namespace of the function. Default: `default`.
            description: Substring of the function description.
            filters: Up to 10 filters, by VpcId, SubnetId, ClsTopicId, ClsLogsetId, Role, CfsId, CfsMountInsId, Eip,
                Status, Runtime, a tag and more.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_FUNCTIONS,
            _models.ListFunctionsRequest(
                order=order,
                orderby=orderby,
                offset=offset,
                limit=limit,
                search_key=search_key,
                namespace=namespace,
                description=description,
                filters=filters,
            ),
            _models.ListFunctionsResponse,
        )

    @operation(LIST_LAYER_VERSIONS)
    async def list_layer_versions(
        self,
        *,
        layer_name: str,
        compatible_runtime: list[str] | tuple[str, ...] | Unset = UNSET,
    ) -> models.ListLayerVersionsResponse:
        """List all versions of a layer.

        Read-only: the client repeats it after transient failures.

        Args:
            layer_name: Name of the layer.
            compatible_runtime: Only versions compatible with these runtimes.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_LAYER_VERSIONS,
            _models.ListLayerVersionsRequest(
                layer_name=layer_name,
                compatible_runtime=compatible_runtime,
            ),
            _models.ListLayerVersionsResponse,
        )

    @operation(LIST_LAYERS)
    async def list_layers(
        self,
        *,
        compatible_runtime: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_key: str | Unset = UNSET,
    ) -> models.ListLayersResponse:
        """List the layers with their newest versions.

        Read-only: the client repeats it after transient failures.

        Args:
            compatible_runtime: Only layers compatible with this runtime.
            offset: Number of items to skip. Default: 0.
            limit: Maximum number of items to return. Default: 20.
            search_key: Substring of the layer name.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_LAYERS,
            _models.ListLayersRequest(
                compatible_runtime=compatible_runtime,
                offset=offset,
                limit=limit,
                search_key=search_key,
            ),
            _models.ListLayersResponse,
        )

    @operation(LIST_NAMESPACES)
    async def list_namespaces(
        self,
        *,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        orderby: str | Unset = UNSET,
        order: Literal["ASC", "DESC"] | str | Unset = UNSET,
        search_key: Sequence[models.SearchKey | models.SearchKeyDict] | Unset = UNSET,
    ) -> models.ListNamespacesResponse:
        """List the namespaces.

        Read-only: the client repeats it after transient failures.

        Args:
            limit: Maximum number of items to return. Default: 20.
            offset: Number of items to skip. Default: 0.
            orderby: Sort field: Name or Updatetime.
            order: Sort direction: ASC or DESC. Known values: `ASC`, `DESC`.
            search_key: Search terms. A namespace matches only if it contains all of them.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_NAMESPACES,
            _models.ListNamespacesRequest(
                limit=limit,
                offset=offset,
                orderby=orderby,
                order=order,
                search_key=search_key,
            ),
            _models.ListNamespacesResponse,
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
        order: Literal["ASC", "DESC"] | str | Unset = UNSET,
        filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
    ) -> models.ListTriggersResponse:
        """List the triggers of a function.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.
            offset: Number of items to skip. Default: 0.
            limit: Maximum number of items to return. Default: 20.
            order_by: Sort field: add_time or mod_time. Default: mod_time.
            order: Sort direction: ASC or DESC. Default: DESC. Known values: `ASC`, `DESC`.
            filters: Filters for the triggers, by Qualifier, TriggerName or Description.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_TRIGGERS,
            _models.ListTriggersRequest(
                function_name=function_name,
                namespace=namespace,
                offset=offset,
                limit=limit,
                order_by=order_by,
                order=order,
                filters=filters,
            ),
            _models.ListTriggersResponse,
        )

    @operation(LIST_VERSION_BY_FUNCTION)
    async def list_version_by_function(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        order: Literal["ASC", "DESC"] | str | Unset = UNSET,
        order_by: str | Unset = UNSET,
    ) -> models.ListVersionByFunctionResponse:
        """List the versions of a function.

        Read-only: the client repeats it after transient failures.

        Args:
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.
            offset: Number of items to skip. Default: 0.
            limit: Maximum number of items to return. Default: 20.
            order: Sort direction: ASC or DESC. Known values: `ASC`, `DESC`.
            order_by: Sort field: AddTime or ModTime.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            LIST_VERSION_BY_FUNCTION,
            _models.ListVersionByFunctionRequest(
                function_name=function_name,
                namespace=namespace,
                offset=offset,
                limit=limit,
                order=order,
                order_by=order_by,
            ),
            _models.ListVersionByFunctionResponse,
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
    ) -> models.PublishLayerVersionResponse:
        """Publish files as a new version of a layer. The first version creates the layer.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            layer_name: Name of the layer. It has 1 to 64 letters, digits, `-` and `_`, begins with a letter and ends
                with a letter or digit.
            compatible_runtimes: Compatible runtimes of the layer.
            content: Files of the layer: a ZIP archive or a COS object.
            description: Description of the version.
            license_info: Software license of the layer.
            tags: Tags, as pairs of key and value.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            PUBLISH_LAYER_VERSION,
            _models.PublishLayerVersionRequest(
                layer_name=layer_name,
                compatible_runtimes=compatible_runtimes,
                content=content,
                description=description,
                license_info=license_info,
                tags=tags,
            ),
            _models.PublishLayerVersionResponse,
        )

    @operation(PUBLISH_VERSION)
    async def publish_version(
        self,
        *,
        function_name: str,
        description: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
    ) -> models.PublishVersionResponse:
        """Publish the current code and settings of a function as a new version.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            description: Description of the version.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            PUBLISH_VERSION,
            _models.PublishVersionRequest(
                function_name=function_name,
                description=description,
                namespace=namespace,
            ),
            _models.PublishVersionResponse,
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
    ) -> models.PutProvisionedConcurrencyConfigResponse:
        """Set the provisioned concurrency of a version.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            qualifier: Number of the version. $LATEST is not supported.
            version_provisioned_concurrency_num: Number of provisioned instances.
            namespace: Namespace of the function. Default: `default`.
            trigger_actions: Scheduled changes of the number of instances.
            provisioned_type: Scaling mode. Default keeps the number. ConcurrencyUtilizationTracking follows the load
                and requires TrackingTarget, MinCapacity and MaxCapacity.
            tracking_target: Target share of the concurrency in use, above 0 and below 1.
            min_capacity: Minimum number of instances. At least 1.
            max_capacity: Maximum number of instances.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            PUT_PROVISIONED_CONCURRENCY_CONFIG,
            _models.PutProvisionedConcurrencyConfigRequest(
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
            _models.PutProvisionedConcurrencyConfigResponse,
        )

    @operation(PUT_RESERVED_CONCURRENCY_CONFIG)
    async def put_reserved_concurrency_config(
        self,
        *,
        function_name: str,
        reserved_concurrency_mem: int,
        namespace: str | Unset = UNSET,
    ) -> models.PutReservedConcurrencyConfigResponse:
        """Set the reserved concurrency of a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            reserved_concurrency_mem: Memory to reserve for the concurrency of the function, in MB. At least 12,800 MB
                of the account must remain free.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            PUT_RESERVED_CONCURRENCY_CONFIG,
            _models.PutReservedConcurrencyConfigRequest(
                function_name=function_name,
                reserved_concurrency_mem=reserved_concurrency_mem,
                namespace=namespace,
            ),
            _models.PutReservedConcurrencyConfigResponse,
        )

    @operation(PUT_TOTAL_CONCURRENCY_CONFIG)
    async def put_total_concurrency_config(
        self,
        *,
        total_concurrency_mem: int,
        namespace: str | Unset = UNSET,
    ) -> models.PutTotalConcurrencyConfigResponse:
        """Set the concurrency quota of the account.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            total_concurrency_mem: Memory for the concurrency of the account, in MB. It is at least 12,800 MB above the
                memory in use.
            namespace: Namespace of the quota. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            PUT_TOTAL_CONCURRENCY_CONFIG,
            _models.PutTotalConcurrencyConfigRequest(
                total_concurrency_mem=total_concurrency_mem,
                namespace=namespace,
            ),
            _models.PutTotalConcurrencyConfigResponse,
        )

    @operation(TERMINATE_ASYNC_EVENT)
    async def terminate_async_event(
        self,
        *,
        function_name: str,
        invoke_request_id: str,
        namespace: str | Unset = UNSET,
        grace_shutdown: bool | Unset = UNSET,
    ) -> models.TerminateAsyncEventResponse:
        """Terminate a running asynchronous invocation.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            invoke_request_id: Request ID of the invocation to terminate.
            namespace: Namespace of the function. Default: `default`.
            grace_shutdown: If true, the function receives SIGTERM and can end by itself. Default: False.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            TERMINATE_ASYNC_EVENT,
            _models.TerminateAsyncEventRequest(
                function_name=function_name,
                invoke_request_id=invoke_request_id,
                namespace=namespace,
                grace_shutdown=grace_shutdown,
            ),
            _models.TerminateAsyncEventResponse,
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
    ) -> models.UpdateAliasResponse:
        """Update the target of an alias.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            name: Name of the alias.
            function_version: Main version behind the alias.
            namespace: Namespace of the function. Default: `default`.
            routing_config: Request split between versions.
            description: Description of the alias.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_ALIAS,
            _models.UpdateAliasRequest(
                function_name=function_name,
                name=name,
                function_version=function_version,
                namespace=namespace,
                routing_config=routing_config,
                description=description,
            ),
            _models.UpdateAliasResponse,
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
    ) -> models.UpdateCustomDomainResponse:
        """Update the settings of a custom domain name.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            domain: Domain name. Wildcards are not supported.
            protocol: Protocols of the domain: HTTP, HTTPS, or HTTP&HTTPS for both.
            cert_config: Certificate of the domain. Required for HTTPS.
            waf_config: Web application firewall in front of the domain.
            endpoints_config: Mapping of paths to functions.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_CUSTOM_DOMAIN,
            _models.UpdateCustomDomainRequest(
                domain=domain,
                protocol=protocol,
                cert_config=cert_config,
                waf_config=waf_config,
                endpoints_config=endpoints_config,
            ),
            _models.UpdateCustomDomainResponse,
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
    ) -> models.UpdateFunctionCodeResponse:
        """Update the code of a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function to update.
            handler: Entry point, such as `index.main_handler` (file and function) or `package.Class::method` for Java.
            cos_bucket_name: COS bucket with the code package, without the APPID suffix of the account.
            cos_object_name: Path of the code package in the bucket. It begins with a slash.
            zip_file: Code package: a ZIP archive in base64. The service rejects requests above 10 MB; use COS for
                larger archives.
            namespace: Namespace of the function. Default: `default`.
            cos_bucket_region: Region of the bucket. Required only for buckets in Beijing.
            install_dependency: Installation of dependencies on deployment: TRUE or FALSE. Node.js only.
            env_id: Environment of the function.
            publish: Publication of a new version in the same step: TRUE or FALSE. Default: FALSE.
            code: Code of the function: a ZIP archive, a COS object or a container image.
            code_source: Source of the code, such as ZipFile, Cos or Demo.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_FUNCTION_CODE,
            _models.UpdateFunctionCodeRequest(
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
            _models.UpdateFunctionCodeResponse,
        )

    @operation(UPDATE_FUNCTION_CONFIGURATION)
    async def update_function_configuration(
        self,
        *,
        function_name: str,
        description: str | Unset = UNSET,
        memory_size: int | Unset = UNSET,
        timeout: int | Unset = UNSET,
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
    ) -> models.UpdateFunctionConfigurationResponse:
        """Update the settings of a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function to update.
            description: Description of the function, up to 1,000 characters.
            memory_size: Memory of an instance in MB: 64, or 128 to 3,072 in steps of 128.
            timeout: Maximum duration of an invocation in seconds, 1 to 900.
            runtime: Language and version of the runtime. The service does not allow a change.
            environment: Environment variables of the function.
            namespace: Namespace of the function. Default: `default`.
            vpc_config: Private network of the function.
            role: CAM role of the running function.
            install_dependency: Installation of dependencies on deployment: TRUE or FALSE. Node.js only.
            cls_logset_id: CLS log set for the logs of the function.
            cls_topic_id: CLS log topic for the logs of the function.
            publish: Publication of a new version in the same step: TRUE or FALSE. Default: FALSE.
            l5_enable: L5 access: TRUE or FALSE.
            layers: Layer versions of the function. Files of a later layer override files of an earlier one.
            dead_letter_config: Dead-letter queue for events that failed permanently.
            public_net_config: Access of the function to the public internet.
            cfs_config: File systems mounted by the function.
            init_timeout: Maximum start time of an instance in seconds.
            protocol_params: Settings of the additional protocol.
            instance_concurrency_config: Concurrent requests in one instance. Web functions only.
            dns_cache: Cache for DNS lookups: TRUE or FALSE. Event functions only.
            intranet_config: Access to the private network.
            ignore_sys_log: If true, the log contains no lines of the platform.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_FUNCTION_CONFIGURATION,
            _models.UpdateFunctionConfigurationRequest(
                function_name=function_name,
                description=description,
                memory_size=memory_size,
                timeout=timeout,
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
            _models.UpdateFunctionConfigurationResponse,
        )

    @operation(UPDATE_FUNCTION_EVENT_INVOKE_CONFIG)
    async def update_function_event_invoke_config(
        self,
        *,
        async_trigger_config: models.AsyncTriggerConfig | models.AsyncTriggerConfigDict,
        function_name: str,
        namespace: str | Unset = UNSET,
    ) -> models.UpdateFunctionEventInvokeConfigResponse:
        """Update the retry settings for asynchronous invocations of a function.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            async_trigger_config: Retry settings and maximum event age for asynchronous invocations.
            function_name: Name of the function.
            namespace: Namespace of the function. Default: `default`.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_FUNCTION_EVENT_INVOKE_CONFIG,
            _models.UpdateFunctionEventInvokeConfigRequest(
                async_trigger_config=async_trigger_config,
                function_name=function_name,
                namespace=namespace,
            ),
            _models.UpdateFunctionEventInvokeConfigResponse,
        )

    @operation(UPDATE_NAMESPACE)
    async def update_namespace(
        self,
        *,
        namespace: str,
        description: str,
    ) -> models.UpdateNamespaceResponse:
        """Update the description of a namespace.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            namespace: Name of the namespace.
            description: Description of the namespace.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_NAMESPACE,
            _models.UpdateNamespaceRequest(
                namespace=namespace,
                description=description,
            ),
            _models.UpdateNamespaceResponse,
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
    ) -> models.UpdateTriggerResponse:
        """Update a trigger of type timer, ckafka or http.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            function_name: Name of the function.
            trigger_name: Name of the trigger.
            type: Type of the trigger: timer, ckafka or http.
            enable: OPEN enables the trigger; CLOSE disables it.
            qualifier: Version or alias that the trigger invokes. Default: $LATEST.
            namespace: Namespace of the function. Default: `default`.
            trigger_desc: Settings of the trigger in the format of its type. Most types take JSON text.
            description: Description of the trigger.
            custom_argument: Message of a timer trigger to the function.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_TRIGGER,
            _models.UpdateTriggerRequest(
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
            _models.UpdateTriggerResponse,
        )

    @operation(UPDATE_TRIGGER_STATUS)
    async def update_trigger_status(
        self,
        *,
        enable: Literal["OPEN", "CLOSE"] | str,
        function_name: str,
        trigger_name: str,
        type: str,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        trigger_desc: str | Unset = UNSET,
    ) -> models.UpdateTriggerStatusResponse:
        """Enable or disable a trigger.

        Writes: the client repeats it only after failures that the service cannot have executed.

        Args:
            enable: OPEN enables the trigger; CLOSE disables it. Known values: `OPEN`, `CLOSE`.
            function_name: Name of the function.
            trigger_name: Name of the trigger.
            type: Type of the trigger.
            qualifier: Version or alias that the trigger invokes. Default: $LATEST.
            namespace: Namespace of the function. Default: `default`.
            trigger_desc: Settings of the trigger. Required for COS, in the same format as at creation.

        Raises:
            RequestInvalid: An argument is missing, unknown or of the wrong type.
            ApiError: The service returned an error.
            TencentkitError: The call failed without a response of the service, for example timed out.
        """
        return await self._call(
            UPDATE_TRIGGER_STATUS,
            _models.UpdateTriggerStatusRequest(
                enable=enable,
                function_name=function_name,
                trigger_name=trigger_name,
                type=type,
                qualifier=qualifier,
                namespace=namespace,
                trigger_desc=trigger_desc,
            ),
            _models.UpdateTriggerStatusResponse,
        )

    if TYPE_CHECKING:

        @overload
        @deprecated("get_function_logs is deprecated. Use get_request_status for the result of an invocation.")
        def paginate(
            self,
            method: Callable[..., Awaitable[models.GetFunctionLogsResponse]],
            /,
            *,
            function_name: str | Unset = UNSET,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            order: Literal["desc", "asc"] | str | Unset = UNSET,
            order_by: str | Unset = UNSET,
            filter: models.LogFilter | models.LogFilterDict | Unset = UNSET,
            namespace: str | Unset = UNSET,
            qualifier: str | Unset = UNSET,
            function_request_id: str | Unset = UNSET,
            start_time: str | Unset = UNSET,
            end_time: str | Unset = UNSET,
            search_context: models.LogSearchContext | models.LogSearchContextDict | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.FunctionLog, models.GetFunctionLogsResponse]:
            """Iterate over the items of all pages of `get_function_logs`. `.pages()` iterates over the responses.

            Args:
                method: Method `get_function_logs` of the client.
                function_name: Name of the function.
                offset: Number of entries to skip. Offset and Limit together are at most 10,000.
                limit: Maximum number of entries to return. Offset and Limit together are at most 10,000.
                order: Sort direction: asc or desc. Known values: `desc`, `asc`.
                order_by: Sort field: function_name, duration, mem_usage or start_time.
                filter: Filter for the entries.
                namespace: Namespace of the function. Default: `default`.
                qualifier: Version or alias of the function.
                function_request_id: Request ID of the invocation.
                start_time: Start of the time window, in the format 2006-01-02 15:04:05. It is at most one day before
                    EndTime.
                end_time: End of the time window, in the format 2006-01-02 15:04:05.
                search_context: Deprecated. No longer used by the service. It is deprecated. The service may remove it.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListAliasesResponse]],
            /,
            *,
            function_name: str,
            namespace: str | Unset = UNSET,
            function_version: str | Unset = UNSET,
            offset: str | Unset = UNSET,
            limit: str | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.Alias, models.ListAliasesResponse]:
            """Iterate over the items of all pages of `list_aliases`. `.pages()` iterates over the responses.

            Args:
                method: Method `list_aliases` of the client.
                function_name: Name of the function.
                namespace: Namespace of the function. Default: `default`.
                function_version: Only aliases of this version.
                offset: Number of items to skip. Default: 0.
                limit: Maximum number of items to return. Default: 20.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListAsyncEventsResponse]],
            /,
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
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.AsyncEvent, models.ListAsyncEventsResponse]:
            """Iterate over the items of all pages of `list_async_events`. `.pages()` iterates over the responses.

            Args:
                method: Method `list_async_events` of the client.
                function_name: Name of the function whose events are listed.
                namespace: Namespace of the function.
                qualifier: Only events of this function version.
                invoke_type: Only events from one of these sources, such as COS or TRIGGER_TIMER.
                status: Only events in one of these states. Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
                start_time_interval: Only events that started in this time window, which includes Start and excludes
                    End.
                end_time_interval: Only events that ended in this time window, which includes Start and excludes End.
                order: Sort direction. Default: `DESC`. Known values: `ASC`, `DESC`.
                orderby: Sort field. Running events have no EndTime. Default: `StartTime`. Known values: `StartTime`,
                    `EndTime`.
                offset: Number of events to skip. Default: 0.
                limit: Maximum number of events to return. At most 100. Default: 20.
                invoke_request_id: Only the event with this request ID.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListCustomDomainsResponse]],
            /,
            *,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            order_by: Literal["AddTime", "ModTime"] | str | Unset = UNSET,
            order: Literal["DESC", "ASC"] | str | Unset = UNSET,
            filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.DomainInfo, models.ListCustomDomainsResponse]:
            """Iterate over the items of all pages of `list_custom_domains`. `.pages()` iterates over the responses.

            Args:
                method: Method `list_custom_domains` of the client.
                offset: Number of items to skip. Default: 0.
                limit: Maximum number of items to return. Default: 20.
                order_by: Sort field: AddTime or ModTime. Default: AddTime. Known values: `AddTime`, `ModTime`.
                order: Sort direction: ASC or DESC. Known values: `DESC`, `ASC`.
                filters: Filters for the domains.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListFunctionsResponse]],
            /,
            *,
            order: Literal["ASC", "DESC"] | str | Unset = UNSET,
            orderby: str | Unset = UNSET,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            search_key: str | Unset = UNSET,
            namespace: str | Unset = UNSET,
            description: str | Unset = UNSET,
            filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.Function, models.ListFunctionsResponse]:
            """Iterate over the items of all pages of `list_functions`. `.pages()` iterates over the responses.

            Args:
                method: Method `list_functions` of the client.
                order: Sort direction: ASC or DESC. Known values: `ASC`, `DESC`.
                orderby: Sort field: AddTime, ModTime or FunctionName.
                offset: Number of items to skip. Default: 0.
                limit: Maximum number of items to return. Default: 20.
                search_key: Substring of the function name.
                namespace: Namespace of the function. Default: `default`.
                description: Substring of the function description.
                filters: Up to 10 filters, by VpcId, SubnetId, ClsTopicId, ClsLogsetId, Role, CfsId, CfsMountInsId, Eip,
                    Status, Runtime, a tag and more.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListLayersResponse]],
            /,
            *,
            compatible_runtime: str | Unset = UNSET,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            search_key: str | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.LayerVersionInfo, models.ListLayersResponse]:
            """Iterate over the items of all pages of `list_layers`. `.pages()` iterates over the responses.

            Args:
                method: Method `list_layers` of the client.
                compatible_runtime: Only layers compatible with this runtime.
                offset: Number of items to skip. Default: 0.
                limit: Maximum number of items to return. Default: 20.
                search_key: Substring of the layer name.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListNamespacesResponse]],
            /,
            *,
            limit: int | Unset = UNSET,
            offset: int | Unset = UNSET,
            orderby: str | Unset = UNSET,
            order: Literal["ASC", "DESC"] | str | Unset = UNSET,
            search_key: Sequence[models.SearchKey | models.SearchKeyDict] | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.Namespace, models.ListNamespacesResponse]:
            """Iterate over the items of all pages of `list_namespaces`. `.pages()` iterates over the responses.

            Args:
                method: Method `list_namespaces` of the client.
                limit: Maximum number of items to return. Default: 20.
                offset: Number of items to skip. Default: 0.
                orderby: Sort field: Name or Updatetime.
                order: Sort direction: ASC or DESC. Known values: `ASC`, `DESC`.
                search_key: Search terms. A namespace matches only if it contains all of them.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListTriggersResponse]],
            /,
            *,
            function_name: str,
            namespace: str | Unset = UNSET,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            order_by: str | Unset = UNSET,
            order: Literal["ASC", "DESC"] | str | Unset = UNSET,
            filters: Sequence[models.Filter | models.FilterDict] | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.TriggerInfo, models.ListTriggersResponse]:
            """Iterate over the items of all pages of `list_triggers`. `.pages()` iterates over the responses.

            Args:
                method: Method `list_triggers` of the client.
                function_name: Name of the function.
                namespace: Namespace of the function. Default: `default`.
                offset: Number of items to skip. Default: 0.
                limit: Maximum number of items to return. Default: 20.
                order_by: Sort field: add_time or mod_time. Default: mod_time.
                order: Sort direction: ASC or DESC. Default: DESC. Known values: `ASC`, `DESC`.
                filters: Filters for the triggers, by Qualifier, TriggerName or Description.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        @overload
        def paginate(
            self,
            method: Callable[..., Awaitable[models.ListVersionByFunctionResponse]],
            /,
            *,
            function_name: str,
            namespace: str | Unset = UNSET,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            order: Literal["ASC", "DESC"] | str | Unset = UNSET,
            order_by: str | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> AsyncPager[models.FunctionVersion, models.ListVersionByFunctionResponse]:
            """Iterate over the items of all pages of `list_version_by_function`. `.pages()` iterates over the
            responses.

            Args:
                method: Method `list_version_by_function` of the client.
                function_name: Name of the function.
                namespace: Namespace of the function. Default: `default`.
                offset: Number of items to skip. Default: 0.
                limit: Maximum number of items to return. Default: 20.
                order: Sort direction: ASC or DESC. Known values: `ASC`, `DESC`.
                order_by: Sort field: AddTime or ModTime.
                max_items: Maximum number of items; `None` for all items.
                start: Resume point: the `cursor` of an equal listing.
                prefetch: Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand.
                plain: Use offsets only: no time windows, no completeness checks, no removal of duplicates.
                progress: Show a progress bar on standard error if it is a terminal. Requires the extra `progress`.
            """

        def paginate(self, method: Callable[..., Any], /, **arguments: Any) -> Any: ...

    else:

        def paginate(
            self, method, /, *, max_items=None, start=None, prefetch=0, plain=False, progress=False, **arguments
        ):
            """Iterate over the items of all pages of `method`, an action with pagination, called with `arguments`."""
            return self._paginate(method, arguments, PagingOptions(max_items, start, prefetch, plain, progress))

    @operation(GET_ASYNC_EVENT_STATUS)
    async def wait_until_async_event_finished(
        self,
        *,
        invoke_request_id: str,
        timeout: float = 600,
        on_progress: Callable[[models.GetAsyncEventStatusResponse], object] | None = None,
    ) -> models.GetAsyncEventStatusResponse:
        """Poll `get_async_event_status` until the waiter `AsyncEventFinished` succeeds. Return the last response.

        Args:
            invoke_request_id: Request ID of the invocation, from the response of the asynchronous call.
            timeout: Maximum duration of the wait, in seconds.
            on_progress: Callback for each response, including the last. `AsyncClient` awaits an async callback. Its
                exceptions end the wait.

        Raises:
            WaiterFailed: The wait ended in a failure state.
            WaiterTimeout: The wait timed out before a final state.
            ApiError: `get_async_event_status` failed with an error code of the service.
        """
        return await self._wait(
            ASYNC_EVENT_FINISHED,
            self.get_async_event_status,
            {
                "invoke_request_id": invoke_request_id,
            },
            timeout=timeout,
            on_progress=on_progress,
        )

    @operation(GET_FUNCTION)
    async def wait_until_function_active(
        self,
        *,
        function_name: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        show_code: Literal["TRUE", "FALSE"] | str | Unset = UNSET,
        timeout: float = 600,
        on_progress: Callable[[models.GetFunctionResponse], object] | None = None,
    ) -> models.GetFunctionResponse:
        """Poll `get_function` until the waiter `FunctionActive` succeeds. Return the last response.

        Args:
            function_name: Name of the function.
            qualifier: Version or alias of the function. Default: `$LATEST`.
            namespace: Namespace of the function. Default: `default`.
            show_code: Code in the response: TRUE or FALSE. The service omits an entry file above 1 MB. Known values:
                `TRUE`, `FALSE`.
            timeout: Maximum duration of the wait, in seconds.
            on_progress: Callback for each response, including the last. `AsyncClient` awaits an async callback. Its
                exceptions end the wait.

        Raises:
            WaiterFailed: The wait ended in a failure state.
            WaiterTimeout: The wait timed out before a final state.
            ApiError: `get_function` failed with an error code of the service.
        """
        return await self._wait(
            FUNCTION_ACTIVE,
            self.get_function,
            {
                "function_name": function_name,
                "qualifier": qualifier,
                "namespace": namespace,
                "show_code": show_code,
            },
            timeout=timeout,
            on_progress=on_progress,
        )

    @operation(GET_FUNCTION)
    async def wait_until_version_published(
        self,
        *,
        function_name: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        show_code: Literal["TRUE", "FALSE"] | str | Unset = UNSET,
        timeout: float = 600,
        on_progress: Callable[[models.GetFunctionResponse], object] | None = None,
    ) -> models.GetFunctionResponse:
        """Poll `get_function` until the waiter `VersionPublished` succeeds. Return the last response.

        Args:
            function_name: Name of the function.
            qualifier: Version or alias of the function. Default: `$LATEST`.
            namespace: Namespace of the function. Default: `default`.
            show_code: Code in the response: TRUE or FALSE. The service omits an entry file above 1 MB. Known values:
                `TRUE`, `FALSE`.
            timeout: Maximum duration of the wait, in seconds.
            on_progress: Callback for each response, including the last. `AsyncClient` awaits an async callback. Its
                exceptions end the wait.

        Raises:
            WaiterFailed: The wait ended in a failure state.
            WaiterTimeout: The wait timed out before a final state.
            ApiError: `get_function` failed with an error code of the service.
        """
        return await self._wait(
            VERSION_PUBLISHED,
            self.get_function,
            {
                "function_name": function_name,
                "qualifier": qualifier,
                "namespace": namespace,
                "show_code": show_code,
            },
            timeout=timeout,
            on_progress=on_progress,
        )
