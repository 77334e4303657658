"""Parts that sync and async clients share: settings, requests, listings and waits, without I/O."""

from __future__ import annotations

import os
import random
import threading
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from types import MemberDescriptorType, MethodType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, Self, SupportsIndex, TypeVar

from tencentkit_api.action import Action, PagingOptions, Waiter
from tencentkit_api.deprecation import warn_of_use
from tencentkit_api.model import Model
from tencentkit_api.unset import UNSET, Unset

from .._pipeline.call_state import CallRequest
from .._pipeline.hook_dispatch import check_hooks
from .._pipeline.settings import Settings, check_language, check_retry, check_rng, check_throttle
from .._signing.request_signer import RequestSigner
from .._validation.numbers import LONGEST_SECONDS, check_number, check_seconds
from .._validation.objects import check_clock, check_transport, is_async_callable
from .._validation.urls import check_base_url
from ..clock import Clock
from ..credentials._provider import provider_of
from ..credentials._types import Credentials, CredentialsProvider
from ..errors import RequestInvalid
from ..hooks import Hook
from ..retry._policy import Retry
from ..throttle._throttle import Throttle
from .call_options import NO_OPTIONS, CallOptions, Language, call_request, check_region
from .keywords import WAIT_KEYWORDS, checked_arguments, helper_keyword, paginate_names, paging_arguments, wait_arguments
from .product import Product
from .serializer import encode_parameters, encode_request

if TYPE_CHECKING:
    # Most short programs use neither listings nor waiters, so these load on first use.
    from .._pagination.listing import PagedListing
    from .._waiters import Polling

_TransportT = TypeVar("_TransportT")

DEFAULT_TIMEOUT = 15.0
"""Seconds for each connect, read and write."""
DEFAULT_DEADLINE = 300.0
"""Seconds for a whole call."""


_BODIES = {"form": "a form with files", "octets": "a body of octets"}
"""Bodies that the client does not send as JSON."""


class TransportSlot(Generic[_TransportT]):
    """Transport that a client shares with its views, from its first request on."""

    __slots__ = ("lock", "transport")

    def __init__(self, transport: _TransportT | None) -> None:
        self.transport = transport
        self.lock = threading.Lock()


def _without_pages(action: Action | None) -> str:
    """Return why `paginate` refuses the method of an action."""
    if action is None:
        return "must be a method of this client that lists by pages"
    reason = action.unpaged or "no pagination is known for it"
    return f"{action.name} cannot be listed by pages: {reason}. To add it, state x-tc-pagination in overlay.yaml of the product"


class BaseClient(Generic[_TransportT]):
    """Settings of a client, and what it decides without I/O."""

    _product: Product
    _is_async: ClassVar[bool]
    _options: CallOptions = NO_OPTIONS
    _slots: ClassVar[tuple[MemberDescriptorType, ...]] = ()
    """Slots of a user's subclass with `__slots__`."""

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        cls._slots = tuple(each for base in cls.__mro__ for each in vars(base).values() if isinstance(each, MemberDescriptorType))

    @checked_arguments
    def __init__(
        self,
        *,
        region: str | None = None,
        credentials: CredentialsProvider | Callable[[], Credentials | Awaitable[Credentials]] | None = None,
        base_url: str | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
        deadline: float | None = DEFAULT_DEADLINE,
        retry: Retry | Unset | None = UNSET,
        throttle: Throttle | Unset | None = UNSET,
        language: Language | None = None,
        transport: _TransportT | None = None,
        hooks: Sequence[Hook] = (),
        clock: Clock | None = None,
        rng: Callable[[], float] = random.random,
    ) -> None:
        """Check the settings; performs no I/O.

        Args:
            region: Default region of the calls, such as `ap-guangzhou`; if not set, `TENCENTCLOUD_REGION`.
            credentials: `Credentials(…)`, a provider, or a function that returns credentials; if not set, `DefaultCredentials`.
            base_url: `https://HOST` instead of the product's endpoint, such as the international one or a test server.
            timeout: Limit for each connect, read and write, in seconds; `None` for no limit.
            deadline: Limit for a whole call with its waits and attempts, in seconds; `None` for no limit.
            retry: Retry policy; `None` for no retries.
            throttle: Rate limiter for the published limits; if not set, one for the whole process; `None` for no throttling.
            language: Language of the service's messages, `zh-CN` or `en-US`; `None` for the default of the service.
            transport: Replacement for the default transport; the client closes it.
            hooks: Receivers of call and attempt events; see `tencentkit.hooks`.
            clock: Replacement for the system clock, for tests.
            rng: Source of random numbers from 0 up to 1, for tests.

        Raises:
            RequestInvalid: A setting is invalid.
        """
        url, host = check_base_url(f"https://{self._product.host}" if base_url is None else base_url)
        if region is None:
            region = os.environ.get("TENCENTCLOUD_REGION") or None
        checked_clock = check_clock(clock)
        service, known = self._product.service, tuple(row.name for row in self._product.actions)
        self._settings = Settings(
            region=None if region is None else check_region(region),
            credentials=provider_of(credentials, clock, is_async=self._is_async),
            hooks=check_hooks(hooks, is_async=self._is_async),
            timeout=check_seconds("timeout", timeout),
            deadline=check_seconds("deadline", deadline),
            retry=check_retry(retry),
            throttle=check_throttle(throttle, clock, service=service, known=known),
            clock=checked_clock,
            random=check_rng(rng),
            language=check_language(language),
            signer=RequestSigner(url, host, checked_clock),
        )
        if self._settings.throttle is not None and self._settings.hooks:
            self._settings.throttle.add_hooks(self._settings.hooks)
        self._slot = TransportSlot[_TransportT](None if transport is None else check_transport(transport, is_async=self._is_async))

    @checked_arguments
    def with_options(
        self,
        *,
        region: str | Unset = UNSET,
        timeout: float | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
        retry: Retry | Unset | None = UNSET,
        language: Language | Unset | None = UNSET,
        idempotent: bool | Unset = UNSET,
    ) -> Self:
        """Return a view of this client with other call options; an option that is not set keeps its value.

        A view is cheap enough for a single call. It shares credentials, rate limits, hooks and connections with this client.
        Closing either closes both.

            scf.with_options(region="ap-shanghai", deadline=5).list_functions()

        Args:
            region: Region of the calls.
            timeout: Limit for each connect, read and write, in seconds; `None` for no limit while the client waits for a response.
            deadline: Limit for a call with its waits and attempts, or for a listing with all its pages, in seconds;
                `None` for no limit.
            headers: Additional headers, sent unsigned, beside those of this view; a later value replaces an earlier one.
            retry: Retry policy; `None` for no retries. Equal policies share one quota.
            language: Language of the service's messages; `None` for the default of the service.
            idempotent: Whether repeating a call does no harm, although the action is not known to allow it.

        Raises:
            RequestInvalid: An option is invalid.
        """
        view = object.__new__(type(self))
        view.__dict__.update(self.__dict__)
        for slot in self._slots:
            with suppress(AttributeError):  # not set
                slot.__set__(view, slot.__get__(self))
        view._options = self._options.updated(
            region=region, timeout=timeout, deadline=deadline, headers=headers, language=language, idempotent=idempotent
        )
        if retry is not UNSET:
            view._settings = self._settings.with_retry(check_retry(retry))
        return view

    @property
    def _transport(self) -> _TransportT:
        """The transport; created for the first request, because its library dominates the import time."""
        slot = self._slot
        transport = slot.transport
        if transport is None:
            with slot.lock:
                transport = slot.transport = slot.transport or self._default_transport()
        return transport

    @abstractmethod
    def _default_transport(self) -> _TransportT: ...

    @property
    def region(self) -> str | None:
        """The region of the calls of this client or view."""
        region = self._options.region
        return self._settings.region if isinstance(region, Unset) else region

    @property
    def throttle(self) -> Throttle | None:
        """The rate limiter of the calls."""
        return self._settings.throttle

    def __repr__(self) -> str:
        module = type(self).__module__.removesuffix("._client")  # the module that users import it from
        settings = vars(self).get("_settings")
        # Printers of local variables show a client whose constructor raised, too.
        arguments = "" if settings is None else f"region={self.region!r}, host={settings.signer.host!r}"
        return f"{module}.{type(self).__name__}({arguments})"

    def __copy__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"a {name} cannot be copied: share it, or use with_options(…) for a view with other options")

    def __deepcopy__(self, memo: object) -> NoReturn:
        self.__copy__()

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"a {name} cannot be pickled, because it holds credentials and connections: create a {name} in each process")

    def _request(self, action: Action, body: bytes) -> CallRequest:
        self._check_open()
        if action.body != "json":
            raise RequestInvalid("action", f"{action.name} takes {_BODIES.get(action.body)}, which this version cannot send")
        return call_request(action, body, self._options, self._settings)

    def _raw_request(self, name: str, parameters: Mapping[str, Any] | None, version: str | None, *, read_only: bool) -> CallRequest:
        """Return the request of `call`, for an action by its name."""
        action = self._product.action(name, version, read_only=read_only)
        body = encode_parameters({} if parameters is None else parameters)
        if action.deprecated:
            warn_of_use(action, parameters or {}, wire=True)
        return self._request(action, body)

    def _facts(self, action: Action | None) -> dict[str, Any]:
        """Return the facts of an error that belongs to several calls of an action, or to the result of one."""
        return {"action": None if action is None else action.name, "region": self.region, "host": self._settings.signer.host}

    def _check_open(self) -> None:
        if self._settings.shared.closed:
            raise RequestInvalid("client", "is closed")

    def _listing(self, method: Callable[..., Any], arguments: Mapping[str, Any], options: PagingOptions) -> PagedListing:
        from .._pagination.listing import PagedListing
        from .._pagination.query import query_digest, query_request

        operation = self._operation_of(method)
        action: Action | None = getattr(operation, "action", None)
        if operation is None or action is None or action.paging is None:
            raise RequestInvalid("method", _without_pages(action))
        known, required = operation.known, operation.required
        arguments, options = paging_arguments(action, known, arguments, options)
        if not required <= arguments.keys() <= frozenset(known):
            self._refuse(action, (), arguments, required=required, known=paginate_names(known))
        if action.deprecated:
            # Once, at the caller's line; the pages are requested later, by the iteration.
            warn_of_use(action, arguments)
        call = self._request(action, encode_request(query_request(operation, action.paging, arguments)))
        return PagedListing(
            action,
            action.paging,
            arguments,
            options,
            query=query_digest(action, call.region, call.body),
            clock=self._settings.clock,
            deadline=self._options.deadline,
            region=call.region,
            host=self._settings.signer.host,
        )

    def _operation_of(self, method: Callable[..., Any]) -> Any:
        """Return the operation that `method` is or overrides, with its action and the names of its arguments; `None` if there is none."""
        if isinstance(getattr(method, "action", None), Action):
            return method
        name = getattr(method, "__name__", "")
        overridden = (vars(base).get(name) for base in type(self).__mro__)
        return next((each for each in overridden if isinstance(getattr(each, "action", None), Action)), None)

    def _own_method(self, method: Callable[..., Any]) -> Callable[..., Any]:
        """Return `method` of this view, for a method of the client or of any of its views.

        Raises:
            RequestInvalid: It is not a method of this client that sends an action.
        """
        owner = getattr(method, "__self__", None)
        if getattr(owner, "_slot", None) is not self._slot or self._operation_of(method) is None:
            raise RequestInvalid("method", "must be a method of this client that lists by pages")
        return method if owner is self else MethodType(method.__func__, self)  # type: ignore[attr-defined] # a bound method

    def _stream_request(self, action: Action, request: Model) -> CallRequest:
        view = self._without_read_timeout()
        return view._request(action, encode_request(request))._replace(stream=True)  # noqa: SLF001 - a view of this client

    def _without_read_timeout(self) -> Self:
        """Return a view without a read timeout, unless this one sets a timeout itself: a running function or a model sends nothing."""
        return self if self._options.timeout is not UNSET else self.with_options(timeout=None)

    def _polling(
        self,
        waiter: Waiter,
        method: Callable[..., Any],
        arguments: Mapping[str, Any],
        timeout: float,
        on_progress: Callable[[Any], object] | None,
        **tests: Any,
    ) -> Polling:
        from .._waiters import Polling

        # Not from the method, which a subclass may override and a test may replace by a mock.
        own_timeout, own_progress = (helper_keyword("wait", name, arguments) for name in ("timeout", "on_progress"))
        seconds = check_seconds(own_timeout, timeout)
        if seconds is None:
            raise RequestInvalid(own_timeout, "must be a number of seconds: a waiter needs a limit")
        if on_progress is not None and not callable(on_progress):
            raise RequestInvalid(own_progress, "must be callable with one argument, or None")
        if not self._is_async and is_async_callable(on_progress):
            raise RequestInvalid(own_progress, "is async, which needs an AsyncClient")
        operation = self._operation_of(method)
        subject = {name: value for name, value in arguments.items() if isinstance(value, str | int)}
        deadline, settings = self._options.deadline, self._settings
        return Polling(
            waiter,
            seconds,
            settings.clock,
            settings.random,
            on_progress,
            facts=self._facts(None if operation is None else operation.action),
            subject=subject,
            deadline=settings.deadline if isinstance(deadline, Unset) else deadline,
            **tests,
        )

    def _general_wait(
        self, method: Callable[..., Any], arguments: Mapping[str, Any], **keywords: Any
    ) -> tuple[Polling, Callable[..., Any], dict[str, Any]]:
        """Return the decisions, the method of this view and its arguments of a wait for any action; see `Client.wait`."""
        from .._conditions import test_of
        from .._waiters import Pauses
        from .action_models import models_of

        try:
            own_method = self._own_method(method)
        except RequestInvalid as error:
            raise RequestInvalid("method", "must be a method of this client that sends an action") from error
        operation = self._operation_of(own_method)
        action: Action = operation.action
        parameters, own = wait_arguments(action, operation.known, arguments, keywords)
        if not operation.required <= parameters.keys() <= frozenset(operation.known):
            self._refuse(action, (), parameters, required=operation.required, known=operation.known)
        if not action.read_only and not self._options.idempotent:
            rule = f"would repeat {action.name}, which may write; pass a method that reads, or use with_options(idempotent=True)"
            raise RequestInvalid("method", rule)
        model = models_of(action.service, action.version, action.name).response
        names = {name: helper_keyword("wait", name, operation.known) for name in WAIT_KEYWORDS}
        assert model is not None  # noqa: S101 - the method's own package has it
        success = test_of(names["until"], own["until"], model, every=True)
        failure = None if own["failure"] is None else test_of(names["failure"], own["failure"], model, every=False)
        interval = check_number(names["interval"], own["interval"], 0, LONGEST_SECONDS, above=True)
        pauses = Pauses(
            interval,
            check_number(names["backoff"], own["backoff"], 1, 100),
            check_number(names["max_interval"], own["max_interval"], 0, LONGEST_SECONDS, above=True),
        )
        waiter = Waiter(f"wait({getattr(method, '__name__', action.name)}) until {success.description}", pauses.interval, ())
        polling = self._polling(
            waiter,
            own_method,
            parameters,
            own["timeout"],
            own["on_progress"],
            success=success,
            failure=failure,
            pauses=pauses,
        )
        return polling, own_method, parameters

    def _refuse(
        self,
        action: Action,
        positional: Sequence[Any],
        arguments: Mapping[str, Any],
        *,
        required: frozenset[str],
        known: Sequence[str],
    ) -> NoReturn:
        """Raise for arguments that do not match the method of an action."""
        from .refusals import refuse_arguments

        refuse_arguments(action, positional, arguments, required=required, known=known)
