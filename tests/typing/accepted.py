"""Program of a user that uses every public name; `mypy --strict` and pyright must accept it."""

import asyncio
import pickle
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, assert_type

import tencentkit
from tencentkit import (
    UNSET,
    AsyncPager,
    Credentials,
    CredentialsProvider,
    DefaultCredentials,
    EnvironmentCredentials,
    Meta,
    Pager,
    ProfileCredentials,
    Retry,
    Throttle,
    Unset,
    errors,
    times,
)
from tencentkit.clock import Clock, SystemClock
from tencentkit.errors import ApiError, RequestLimitExceeded, ResourceNotFound, TencentkitError
from tencentkit.product import AsyncioClient, Product, SyncClient
from tencentkit.responses import RawResponse
from tencentkit.scf import AsyncClient, Client, models
from tencentkit.testing import FakeProduct, FakeScf, ManualClock, serve
from tencentkit.throttle import BucketState, FileStore, RedisStore, ThrottleEvent
from tencentkit.transport import (
    AsyncHttpxTransport,
    AsyncTransport,
    HttpRequest,
    HttpResponse,
    HttpxTransport,
    Transport,
)

EXPLICIT = Credentials("AKID", "key", token=None)
PROVIDERS: list[CredentialsProvider] = [
    EXPLICIT,
    EnvironmentCredentials(),
    ProfileCredentials("work", path=Path("credentials")),
    DefaultCredentials(),
]
CLOCKS: list[Clock] = [SystemClock(), ManualClock()]
VERSION: str = tencentkit.__version__


class Open(StrEnum):
    """Enum of the user for a status."""

    RUNNING = "RUNNING"


class Vault:
    """Credentials provider of the user."""

    def get(self) -> Credentials:
        """Return the credentials."""
        return EXPLICIT


def sync_program(names: list[str], interval: models.TimeInterval) -> None:
    """Use the sync client."""
    with Client(
        region="ap-guangzhou",
        credentials=Vault(),
        base_url=None,
        timeout=5,
        deadline=60.0,
        language="en-US",
        retry=Retry(attempts=5, base=0.1, throttled_base=2, cap=10, quota=100, codes={"ResourceInUse"}),
        throttle=Throttle(limits={"ListAsyncEvents": 10}, share=0.5, window=1.1, gap=0.0),
        transport=HttpxTransport(),
        clock=SystemClock(),
    ) as scf:
        if scf.throttle is not None:
            for bucket in scf.throttle.state():
                print(bucket.action, bucket.allowed, bucket.left, bucket.waiting, bucket.window, bucket.waited + bucket.paused)
        page = scf.list_async_events(
            function_name="helloworld",
            namespace="default",
            qualifier="1",
            invoke_type=("COS",),
            status=["RUNNING", "SOMETHING_NEW"],
            start_time_interval=interval,
            end_time_interval={"start": "2020-12-01 00:00:00", "end": "2020-12-02 00:00:00"},
            order="ASC",
            orderby="StartTime",
            offset=0,
            limit=20,
            invoke_request_id=UNSET,
        )
        assert_type(page, models.ListAsyncEventsResponse)
        assert_type(page.total_count, int)
        assert_type(page.event_list, list[models.AsyncEvent])
        assert_type(page.event_list[0].invoke_request_id, str)
        assert_type(page.meta, Meta)
        assert_type(page.extra["More"] is None, bool)
        assert_type(page.to_dict(wire_names=False), dict[str, Any])
        assert_type([event.to_dict(wire_names=False) for event in page.event_list], list[dict[str, Any]])
        assert_type(times.parse(page.event_list[0].start_time, UTC), datetime | None)
        assert_type(times.parse(page.event_list[0].end_time), datetime | None)
        facts: tuple[str | None, int, float, float, Mapping[str, str]] = page.meta
        scf.list_async_events(function_name="f", status=names)
        scf.list_async_events(function_name="f", status=[Open.RUNNING])
        scf.list_async_events(function_name="f", status=tuple(Open))
        known_states: list[Literal["RUNNING"]] = ["RUNNING"]
        scf.list_async_events(function_name="f", status=tuple(known_states))

        pager: Pager[models.AsyncEvent] = scf.paginate(
            scf.list_async_events,
            function_name="f",
            max_items=10,
            start="cursor",
            prefetch=4,
            plain=False,
            progress=True,
        )
        for event in pager:
            assert_type(event, models.AsyncEvent)
        for each in scf.paginate(scf.list_async_events, function_name="f").pages():
            assert_type(each, models.ListAsyncEventsResponse)
        assert_type(pager.total, int | None)
        assert_type(pager.cursor, str)
        assert_type(pager.complete, bool)
        assert_type(pager.possibly_changed, bool)
        assert_type(pager.doubts, tuple[str, ...])
        assert_type(scf.paginate(scf.list_async_events, function_name="f"), Pager[models.AsyncEvent, models.ListAsyncEventsResponse])

        status = scf.get_async_event_status(invoke_request_id="id").result.status
        print(status.lower(), facts)
        active = scf.wait(scf.list_functions, until=lambda page: page.total_count == 2, failure={"total_count": [3, 4]}, allow_empty=True)
        assert_type(active, models.ListFunctionsResponse)
        final = scf.wait_until_async_event_finished(
            invoke_request_id="id", timeout=600, on_progress=lambda response: print(response.result.status)
        )
        assert_type(final, models.GetAsyncEventStatusResponse)
        assert_type(final.result, models.AsyncEventStatus)
        assert_type(final.result.status_code, int)

        response = scf.call("SomeNewAction", {"Wire": "names"}, version="2018-04-16", read_only=True)
        assert_type(response, RawResponse)

        view = scf.with_options(
            region="ap-shanghai",
            timeout=None,
            deadline=3,
            headers={"X-TC-TraceId": "t"},
            retry=Retry(attempts=2),
            language="zh-CN",
            idempotent=True,
        )
        assert_type(view, Client)
        assert_type(view.with_options(retry=None, timeout=2.5, language=None), Client)
        assert_type(view.list_async_events(function_name="f"), models.ListAsyncEventsResponse)
        assert_type(view.paginate(scf.list_async_events, function_name="f"), Pager[models.AsyncEvent, models.ListAsyncEventsResponse])
        assert_type(view.run_function(function_name="f").text, str)
        assert_type(scf.create_function(function_name="f", code={}, timeout=60), models.CreateFunctionResponse)
        assert_type(response.to_dict(), dict[str, Any])
        print(response["Field"], response.meta.request_id, scf.region, scf.throttle)


async def async_program() -> None:
    """Use the async client."""
    async with AsyncClient(region="ap-guangzhou", retry=None, throttle=None, transport=AsyncHttpxTransport()) as scf:
        page = await scf.list_async_events(function_name="helloworld", limit=20)
        known: str = page.event_list[0].status
        print(known)
        pager: AsyncPager[models.AsyncEvent] = scf.paginate(scf.list_async_events, function_name="f")
        async for event in pager:
            assert_type(event, models.AsyncEvent)
        async for each in scf.paginate(scf.list_async_events, function_name="f", max_items=3).pages():
            assert_type(each, models.ListAsyncEventsResponse)
        assert_type((await scf.get_async_event_status(invoke_request_id="id")).result, models.AsyncEventStatus)
        active = await scf.wait(
            scf.list_functions, until={"Functions[].Status": "Active"}, retry_errors=["ResourceNotFound"], namespace="default"
        )
        assert_type(active, models.ListFunctionsResponse)
        final = await scf.wait_until_async_event_finished(invoke_request_id="id", timeout=600)
        assert_type(final, models.GetAsyncEventStatusResponse)
        assert_type(await scf.call("SomeNewAction"), RawResponse)
        view = scf.with_options(region="ap-shanghai")
        assert_type(view, AsyncClient)
        assert_type(await view.list_async_events(function_name="f"), models.ListAsyncEventsResponse)
        assert_type(view.paginate(scf.list_async_events, function_name="f"), AsyncPager[models.AsyncEvent, models.ListAsyncEventsResponse])
        async with view as same:
            assert_type(same, AsyncClient)


def handle(scf: Client) -> str | None:  # noqa: PLR0912
    """Catch errors by class and read their attributes."""
    try:
        scf.get_async_event_status(invoke_request_id="id")
    except ResourceNotFound as error:
        assert_type(error.request_id, str | None)
        return error.code
    except RequestLimitExceeded as error:
        assert_type(error.retry_after, float | None)
        return error.message
    except ApiError as error:
        return f"{error.action} {error.region} {error.status_code} {error.attempts}"
    except errors.DeadlineExceeded as error:
        return f"{error.deadline} {error.elapsed} {error.spent} {error.wait}"
    except (errors.ConnectionFailed, errors.TimedOut) as error:
        return str(error.sent)
    except errors.ResponseMalformed as error:
        return str(error.status_code)
    except errors.RequestInvalid as error:
        return f"{error.argument} {error.rule}"
    except errors.CredentialsExpired:
        return None
    except errors.CredentialsMissing as error:
        return error.message
    except errors.ListingStalled as error:
        return error.cursor
    except errors.WaiterFailed as error:
        return f"{error.waiter} {error.rule} {error.result}"
    except errors.WaiterTimeout as error:
        return f"{error.waiter} {error.timeout} {error.result}"
    except TencentkitError as error:
        return f"{error.retryable} {error.maybe_executed} {error.attempts} {error.cursor} {error.client_token} {error.to_dict()['type']}"
    return None


def rebuild(error: ApiError) -> ApiError:
    """Rebuild an error from its arguments, and construct one by position."""
    ApiError("ResourceNotFound.Function", "no", "r-1", "GetFunction", "ap-guangzhou", 200, 2, None)
    return type(error)(*error.args)


class Recorder:
    """Transport of the user that wraps another."""

    def __init__(self, inner: Transport) -> None:
        self.inner = inner

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send the request through the wrapped transport."""
        return self.inner.send(request, timeout=timeout, budget=budget)

    def close(self) -> None:
        """Close the wrapped transport."""
        self.inner.close()


def response_types(scf: Client) -> list[str]:
    """Iterate lists of responses without a check, and check the fields that may be missing or null."""
    page = scf.list_layers()
    names = [f"{layer.layer_name} {runtime}" for layer in page.layers for runtime in layer.compatible_runtimes]
    function = scf.get_function(function_name="f")
    names += [tag.key for tag in function.tags]
    names += [variable.key for variable in function.environment.variables if variable.key is not None]
    assert_type(function.environment.variables, list[models.Variable])
    assert_type(function.runtime, str | None)
    for version in scf.list_version_by_function(function_name="f").versions:
        assert_type(version.description, str | None)
        names.append(version.description or version.version)
    if function.runtime is not None:
        names.append(function.runtime.lower())
    function.environment.variables.append(models.Variable(key="LEVEL", value="debug"))
    scf.update_function_configuration(function_name="f", environment=function.environment)
    return names


def own_test() -> None:
    """Test the service of the user with the fake."""
    fake = FakeScf()
    fake.add_function("helloworld")
    request_id: str = fake.start_event("helloworld", runs_for=30)
    in_process: Transport = Recorder(fake.transport())
    in_loop: AsyncTransport = fake.async_transport()
    Client(region="ap-guangzhou", transport=in_process)
    AsyncClient(region="ap-guangzhou", transport=in_loop)
    with serve(fake) as server:
        Client(region="ap-guangzhou", base_url=server.url).get_async_event_status(invoke_request_id=request_id)
    product = FakeProduct("scf", rate_limits={"ListLayers": 2})
    product.items("ListLayers", [models.LayerVersionInfo.from_dict({}), {"LayerName": "second"}])
    product.items("ListLayers", lambda parameters: [{"LayerName": parameters["SearchKey"]}])
    product.on("PublishLayerVersion", {"LayerVersion": 1})
    product.on("PublishLayerVersion", [{"LayerVersion": 1}, ApiError("ResourceInUse", "Busy."), lambda _: {"LayerVersion": 2}])
    product.on("GetAccount", returns=models.GetAccountResponse.from_dict)
    with serve(product, fake) as several, serve(fake, product, tls=True) as other:
        first: FakeProduct = several.fake
        scf: FakeScf = other.fake
        scf.add_function(first.service)


def absent(value: str | Unset) -> str:
    """Narrow by identity with `UNSET`."""
    return "absent" if value is UNSET else value


def made_by_hand() -> models.AsyncEvent:
    """Create, compare, pickle and parse models."""
    event = models.AsyncEvent.from_dict({"InvokeRequestId": "x"})
    same: models.AsyncEvent = pickle.loads(pickle.dumps(event))
    plain = event.to_dict()
    print(same == event, plain["InvokeRequestId"])
    typed: models.TimeIntervalDict = {"start": "a", "end": "b"}
    models.ListAsyncEventsRequest(function_name="f", start_time_interval=typed)
    return models.AsyncEvent(invoke_request_id="x", invoke_type="COS", qualifier="1", status="RUNNING", start_time="2020", end_time="")


asyncio.run(async_program())


def shared_limits(seen: list[ThrottleEvent]) -> tuple[BucketState, ...]:
    """Share rate limits between processes and hosts."""
    one = Throttle(store=FileStore("/run/service/throttle"), processes=8, on_event=seen.append)
    other = Throttle(
        store=RedisStore("redis://cache:6379/0", prefix="mine", timeout=2), on_unavailable="fail", priority="batch", default_limit=5
    )
    return one.state() + other.state()


_OTHER = Product(service="cvm", version="2017-03-12", host="cvm.tencentcloudapi.com", actions=())


class OtherProduct(SyncClient):
    """Client of a product whose wheel is not installed."""

    _product = _OTHER


class AsyncOtherProduct(AsyncioClient):
    """Asynchronous client of the same product."""

    _product = _OTHER


async def generic_calls() -> None:
    """Call actions of a product without generated code."""
    with OtherProduct(region="ap-guangzhou", deadline=5) as other:
        zones = other.with_options(timeout=2).call("DescribeZones", {"Limit": 1}, read_only=True)
        assert_type(zones, RawResponse)
        assert_type(zones.meta, Meta)
    async with AsyncOtherProduct(region="ap-guangzhou") as later:
        assert_type(await later.call("DescribeZones", read_only=True), RawResponse)
