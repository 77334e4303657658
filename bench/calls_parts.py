"""Parts of a call: from a request object to signed bytes, from response bytes to models, a second client.

`bench calls` measures them like whole calls: `make(url, limit)` returns the function to measure.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from bench.calls_contenders import Contender, our_client, vendor_client, vendor_request
from bench.calls_server import Door, body


def _sign_ours(url: str, limit: int) -> Any:
    from tencentkit._client.serializer import encode_request
    from tencentkit_api.scf.actions import LIST_ASYNC_EVENTS
    from tencentkit_api.scf.models import ListAsyncEventsRequest

    settings = our_client(url)._settings
    request = ListAsyncEventsRequest(function_name="helloworld", limit=limit)

    def sign() -> Any:
        encoded = encode_request(request)
        credentials = settings.credentials
        return settings.signer.sign(LIST_ASYNC_EVENTS, encoded, region=settings.region, headers={}, credentials=credentials)

    return sign


def _sign_vendor(url: str, limit: int) -> Any:
    from tencentcloud.common.http.request import RequestInternal

    client, request = vendor_client(url), vendor_request(limit)

    def sign() -> Any:
        signed = RequestInternal("127.0.0.1", "POST", "/", header={})
        client._build_req_with_tc3_signature("ListAsyncEvents", request._serialize(), signed)
        return signed

    return sign


def _read_ours(url: str, limit: int) -> Any:
    from tencentkit._client.results import model_result
    from tencentkit._pipeline.envelope import open_envelope
    from tencentkit._pipeline.steps import CallResult
    from tencentkit.transport import HttpRequest, HttpResponse
    from tencentkit_api.meta import Meta
    from tencentkit_api.scf.actions import LIST_ASYNC_EVENTS
    from tencentkit_api.scf.models import ListAsyncEventsResponse

    client = our_client(url)
    credentials, facts_of = client._settings.credentials, client._facts
    response = HttpResponse(200, {"content-type": "application/json"}, body(Door(events=limit)))
    request = HttpRequest(url, (), b"")
    meta = Meta()

    def read() -> Any:
        content: Any = open_envelope(response, action="ListAsyncEvents", region=None, attempts=1, credentials=credentials, request=request)
        return model_result(CallResult(content, meta), ListAsyncEventsResponse, LIST_ASYNC_EVENTS, facts_of)

    return read


def _read_vendor(url: str, limit: int) -> Any:
    from tencentcloud.scf.v20180416 import models

    client = vendor_client(url)
    response = SimpleNamespace(status_code=200, headers={"Content-Type": "application/json"}, content=body(Door(events=limit)))

    def read() -> Any:
        client._check_error(response)
        return client._process_response_json(response, models.ListAsyncEventsResponse)

    return read


def _client_ours(url: str, _: int) -> Any:
    def make() -> None:
        our_client(url).close()

    return make


def _client_vendor(url: str, _: int) -> Any:
    return lambda: vendor_client(url)


PARTS = {
    "sign-vendor": Contender("vendor's SDK", _sign_vendor, needs="tencentcloud"),
    "sign-ours": Contender("**tencentkit**", _sign_ours),
    "read-vendor": Contender("vendor's SDK", _read_vendor, needs="tencentcloud"),
    "read-ours": Contender("**tencentkit**", _read_ours),
    "client-vendor": Contender("vendor's SDK", _client_vendor, needs="tencentcloud"),
    "client-ours": Contender("**tencentkit**", _client_ours),
}
