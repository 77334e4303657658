"""Contenders of `bench calls`: each makes one call that lists the events of a function, and returns its result.

`CONTENDERS[name].make(url, limit)` returns the function to call repeatedly. Each contender runs in its own process, so it imports its
library inside the function.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit


class Contender(NamedTuple):
    """One client to measure.

    Attributes:
        title: Title in the tables.
        make: Return the call, given a URL and the number of events to list.
        is_async: Whether the call returns an awaitable.
        needs: Required module.
        botocore: Whether the server must respond in the format of botocore.
        anew: Whether each call creates a new client.
    """

    title: str
    make: Callable[[str, int], Any]
    is_async: bool = False
    needs: str = "tencentkit"
    botocore: bool = False
    anew: bool = False


_ID, _KEY = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"


def our_client(url: str, transport: str = "", *, is_async: bool = False, fast: bool = False, lent: Any = None) -> Any:
    """Return a client of tencentkit, with a transport of `tencentkit.transport` or a lent one, and with or without the extra `fast`."""
    from tencentkit import Credentials
    from tencentkit._pipeline import envelope as _envelope
    from tencentkit.scf import AsyncClient, Client

    if not fast:
        _envelope._LARGE = 1 << 40  # even if msgspec is installed
    settings: dict[str, Any] = {"region": "ap-guangzhou", "credentials": Credentials(_ID, _KEY), "base_url": url}
    # With the published limit, the benchmark would measure the limit. This throttle does all its work without a wait.
    from tencentkit import Throttle

    settings["throttle"] = Throttle(limits={"ListAsyncEvents": 1_000_000}, gap=0)
    if lent is not None:
        settings["transport"] = lent
    elif transport:
        from tencentkit import transport as transports

        settings["transport"] = getattr(transports, transport)()
    return AsyncClient(**settings) if is_async else Client(**settings)


def _tencentkit(transport: str, *, fast: bool = False) -> Callable[[str, int], Any]:
    def make(url: str, limit: int) -> Any:
        client = our_client(url, transport, fast=fast)
        return lambda: client.list_async_events(function_name="helloworld", limit=limit)

    return make


def _tencentkit_async(transport: str) -> Callable[[str, int], Any]:
    def make(url: str, limit: int) -> Any:
        client = our_client(url, transport, is_async=True)
        return lambda: client.list_async_events(function_name="helloworld", limit=limit)

    return make


def _tencentkit_anew(transport: str) -> Callable[[str, int], Any]:
    def make(url: str, limit: int) -> Any:
        def call() -> Any:
            with our_client(url, transport) as client:
                return client.list_async_events(function_name="helloworld", limit=limit)

        return call

    return make


def _tencentkit_anew_shared(transport: str) -> Callable[[str, int], Any]:
    def make(url: str, limit: int) -> Any:
        from tencentkit import transport as transports

        shared = transports.SharedConnections(getattr(transports, transport)())

        def call() -> Any:
            with our_client(url, lent=shared.lend()) as client:
                return client.list_async_events(function_name="helloworld", limit=limit)

        return call

    return make


def _profile(url: str, *, keep_alive: bool, is_async: bool = False) -> Any:
    from tencentcloud.common.profile.client_profile import ClientProfile
    from tencentcloud.common.profile.http_profile import HttpProfile

    parts = urlsplit(url)
    # The sync client trusts certifi's bundle or the file in its profile; the async client uses the environment, as httpx.
    trusted = None if is_async else os.environ.get("REQUESTS_CA_BUNDLE")
    return ClientProfile(httpProfile=HttpProfile(protocol=parts.scheme, endpoint=parts.netloc, keepAlive=keep_alive, certification=trusted))


def vendor_request(limit: int) -> Any:
    """Return a request object of the vendor's SDK."""
    from tencentcloud.scf.v20180416 import models

    request = models.ListAsyncEventsRequest()
    request.FunctionName, request.Limit = "helloworld", limit
    return request


def vendor_client(url: str, *, keep_alive: bool = False) -> Any:
    """Return a client of the vendor's SDK."""
    from tencentcloud.common import credential
    from tencentcloud.scf.v20180416.scf_client import ScfClient

    return ScfClient(credential.Credential(_ID, _KEY), "ap-guangzhou", _profile(url, keep_alive=keep_alive))


def _vendor(*, keep_alive: bool = False, anew: bool = False) -> Callable[[str, int], Any]:
    def make(url: str, limit: int) -> Any:
        if anew:
            return lambda: vendor_client(url, keep_alive=keep_alive).ListAsyncEvents(vendor_request(limit))
        kept = vendor_client(url, keep_alive=keep_alive)
        return lambda: kept.ListAsyncEvents(vendor_request(limit))

    return make


def _vendor_async(*, keep_alive: bool) -> Callable[[str, int], Any]:
    def make(url: str, limit: int) -> Any:
        from tencentcloud.common import credential
        from tencentcloud.scf.v20180416.scf_client_async import ScfClient

        client = ScfClient(credential.Credential(_ID, _KEY), "ap-guangzhou", _profile(url, keep_alive=keep_alive, is_async=True))
        return lambda: client.ListAsyncEvents(vendor_request(limit))

    return make


def _botocore(url: str, limit: int) -> Any:
    import botocore.session
    from botocore.config import Config

    client = botocore.session.get_session().create_client(
        "stepfunctions",
        region_name="eu-central-1",
        endpoint_url=url,
        aws_access_key_id="id",
        aws_secret_access_key="key",  # noqa: S106 - invented
        config=Config(retries={"mode": "standard"}),
    )
    arn = "arn:aws:states:eu-central-1:123456789012:stateMachine:helloworld"
    return lambda: client.list_executions(stateMachineArn=arn, maxResults=limit)


def _httpx(url: str, limit: int) -> Any:
    import httpx

    client = httpx.Client()
    return lambda: json.loads(client.post(url, json={"FunctionName": "helloworld", "Limit": limit}).content)


def _httpx_async(url: str, limit: int) -> Any:
    import httpx

    client = httpx.AsyncClient()

    async def call() -> Any:
        return json.loads((await client.post(url, json={"FunctionName": "helloworld", "Limit": limit})).content)

    return call


def _minimal(url: str, limit: int) -> Any:
    from bench.calls_minimal import MinimalSocketClient

    return MinimalSocketClient(url, limit)


def _minimal_async(url: str, limit: int) -> Any:
    from bench.calls_minimal import MinimalAsyncClient

    return MinimalAsyncClient(url, limit)


CONTENDERS = {
    "vendor": Contender("vendor's SDK", _vendor(), needs="tencentcloud"),
    "vendor-keep": Contender("vendor's SDK, keepAlive=True", _vendor(keep_alive=True), needs="tencentcloud"),
    "vendor-anew": Contender("vendor's SDK, a client for each call", _vendor(anew=True), needs="tencentcloud", anew=True),
    "botocore": Contender("botocore, a listing of its own", _botocore, needs="botocore", botocore=True),
    "httpx": Contender("bare httpx: post, json; unsigned", _httpx),
    "ours": Contender("**tencentkit**", _tencentkit("")),
    "ours-lean": Contender("**tencentkit**, LeanTransport", _tencentkit("LeanTransport")),
    "ours-lean-fast": Contender("**tencentkit**, LeanTransport, extra `fast`", _tencentkit("LeanTransport", fast=True), needs="msgspec"),
    "ours-anew": Contender("**tencentkit**, a client for each call", _tencentkit_anew(""), anew=True),
    "ours-lean-anew": Contender("**tencentkit**, LeanTransport, a client for each call", _tencentkit_anew("LeanTransport"), anew=True),
    "ours-shared-anew": Contender(
        "**tencentkit**, a client for each call, SharedConnections", _tencentkit_anew_shared("HttpxTransport"), anew=True
    ),
    "ours-lean-shared-anew": Contender(
        "**tencentkit**, LeanTransport, a client for each call, SharedConnections", _tencentkit_anew_shared("LeanTransport"), anew=True
    ),
    "minimal": Contender("minimal client: sockets", _minimal),
    "vendor-async": Contender("vendor's SDK, async", _vendor_async(keep_alive=False), is_async=True, needs="tencentcloud"),
    "vendor-async-keep": Contender(
        "vendor's SDK, async, keepAlive=True", _vendor_async(keep_alive=True), is_async=True, needs="tencentcloud"
    ),
    "httpx-async": Contender("bare httpx, async", _httpx_async, is_async=True),
    "ours-async": Contender("**tencentkit**, async", _tencentkit_async(""), is_async=True),
    "ours-lean-async": Contender("**tencentkit**, AsyncLeanTransport", _tencentkit_async("AsyncLeanTransport"), is_async=True),
    "minimal-async": Contender("minimal client: asyncio", _minimal_async, is_async=True),
}
