"""Inferred pagination from definitions to the pages of generated clients."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Iterator
from typing import Any

import pytest

import tencentkit_api
from generator.convert.command import convert
from generator.emit.emission import emit_versions
from generator.product.skeleton import skeleton
from generator.spec.build import build
from generator.spec.files import write_whole
from generator.spec.inferred import rule_of
from tencentkit import Credentials
from tencentkit.errors import RequestInvalid
from tencentkit.product import AsyncioClient, Product, SyncClient
from tencentkit.transport import HttpRequest, HttpResponse
from tests.generator.paging.listings import COUNT, LISTINGS, UNPAGED, BoxService, api

PACKAGE = "tencentkit_api.boxes"


class BoxTransport:
    def __init__(self, service: BoxService) -> None:
        self.service = service

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return HttpResponse(200, {}, self.service.respond(dict(request.headers)["X-TC-Action"], request.body))

    def close(self) -> None:
        pass


class AsyncBoxTransport:
    def __init__(self, service: BoxService) -> None:
        self.service = service

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return HttpResponse(200, {}, self.service.respond(dict(request.headers)["X-TC-Action"], request.body))

    async def aclose(self) -> None:
        pass


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], Any]]:
    """The facts of the definitions, and the generated package."""
    folder = tmp_path_factory.mktemp("paging")
    (folder / "api.json").write_text(json.dumps(api()), encoding="utf-8")
    facts = convert(folder, "boxes", "2020-01-01").document
    spec = folder / "boxes/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", facts)
    (spec / "overlay.yaml").write_text(skeleton(facts, "converted.json"), encoding="utf-8")
    write_whole(spec / "openapi.json", build(spec))
    emit_versions([spec / "openapi.json"], folder / "generated")
    tencentkit_api.__path__.append(str(folder / "generated/tencentkit_api"))
    yield facts, importlib.import_module(f"{PACKAGE}.actions")
    tencentkit_api.__path__.remove(str(folder / "generated/tencentkit_api"))


def client_class(actions: Any, base: type[Any], module: str, operations: str) -> type[Any]:
    product = Product(service=actions.SERVICE, version=actions.VERSION, host=actions.HOST, actions=actions.ACTIONS)
    generated = getattr(importlib.import_module(f"{PACKAGE}.{module}"), operations)
    return type("BoxClient", (base, generated), {"_product": product})


def client_of(actions: Any, service: BoxService) -> Any:
    made = client_class(actions, SyncClient, "operations", "Operations")
    return made(credentials=Credentials("id", "key"), transport=BoxTransport(service), throttle=None, retry=None, region="ap-guangzhou")


def method_of(client: Any, action: str) -> Any:
    return next(
        method
        for name in dir(client)
        if not name.startswith("_") and getattr(getattr(method := getattr(client, name), "action", None), "name", "") == action
    )


def names_of(items: list[Any]) -> list[str]:
    return [item if isinstance(item, str) else item.box_id for item in items]


EXPECTED = [f"box-{number}" for number in range(COUNT)]


@pytest.mark.parametrize("action", LISTINGS)
def test_rule(action: str, project: Any) -> None:
    """Each kind of listing gets its rule."""
    assert rule_of(project[0]["paths"][f"/{action}"]["post"], "x-tc-pagination") == LISTINGS[action][2]


@pytest.mark.parametrize("action", UNPAGED)
def test_reason_without_pagination(action: str, project: Any) -> None:
    """Where no rule fits, `paginate` refuses with the reason."""
    facts, actions = project
    operation = facts["paths"][f"/{action}"]["post"]
    assert "x-tc-pagination" not in operation
    assert operation.get("x-tc-unpaged", "") == UNPAGED[action][2]
    client = client_of(actions, BoxService())
    with pytest.raises(RequestInvalid, match=r"cannot be listed by pages: .*overlay.yaml") as caught:
        client.paginate(method_of(client, action))
    assert UNPAGED[action][2] in str(caught.value)


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("action", LISTINGS)
def test_every_item_once(action: str, prefetch: int, project: Any) -> None:
    """Each listing returns every item once, in order, and says that its pagination is inferred."""
    client = client_of(project[1], BoxService())
    pager = client.paginate(method_of(client, action), prefetch=prefetch)
    assert names_of(list(pager)) == EXPECTED
    assert any("inferred" in doubt for doubt in pager.doubts)
    assert not pager.complete


@pytest.mark.parametrize("action", LISTINGS)
def test_every_item_once_async(action: str, project: Any) -> None:
    """Asynchronous listings are the same."""

    async def collect() -> list[Any]:
        made = client_class(project[1], AsyncioClient, "async_operations", "AsyncOperations")
        transport = AsyncBoxTransport(BoxService())
        client = made(credentials=Credentials("id", "key"), transport=transport, throttle=None, retry=None, region="ap-guangzhou")
        return [item async for item in client.paginate(method_of(client, action))]

    assert names_of(asyncio.run(collect())) == EXPECTED


@pytest.mark.parametrize("count", [0, 1, 10, 11, 20])
@pytest.mark.parametrize("action", LISTINGS)
def test_bounds_of_pages(action: str, count: int, project: Any) -> None:
    """Empty listings, and listings that end with a full page, lose nothing."""
    client = client_of(project[1], BoxService(count))
    assert names_of(list(client.paginate(method_of(client, action)))) == EXPECTED[:count]


@pytest.mark.parametrize("action", LISTINGS)
def test_resume_after_any_item(action: str, project: Any) -> None:
    """A cursor continues with the next item."""
    client = client_of(project[1], BoxService())
    first = client.paginate(method_of(client, action), max_items=17)
    seen = names_of(list(first))
    rest = names_of(list(client.paginate(method_of(client, action), start=first.cursor)))
    assert seen + rest == EXPECTED


@pytest.mark.parametrize("action", LISTINGS)
def test_pages_hold_new_items(action: str, project: Any) -> None:
    """`pages()` continues behind the items that were delivered one by one."""
    client = client_of(project[1], BoxService())
    pager = client.paginate(method_of(client, action))
    items = iter(pager)
    seen = names_of([next(items) for _ in range(3)])
    path = client.paginate(method_of(client, action))._listing.items_attribute.split(".")
    for page in pager.pages():
        for name in path:
            page = getattr(page, name)  # noqa: PLW2901 - down the path
        seen += names_of(page)
    assert seen == EXPECTED


@pytest.mark.parametrize("form", ["dict", "model"])
def test_nested_inputs_keep_filter(form: str, project: Any) -> None:
    """Page inputs inside an object leave its other fields, and the caller's object, unchanged."""
    service = BoxService()
    client = client_of(project[1], service)
    models = importlib.import_module(f"{PACKAGE}.models")
    given = {"word": "red", "limit": 7} if form == "dict" else models.BoxFilter(word="red", limit=7)
    assert names_of(list(client.paginate(client.describe_filtered_boxes, filter=given))) == EXPECTED
    assert all(request["Filter"]["Word"] == "red" and request["Filter"]["Limit"] == 7 for request in service.requests)
    assert (given if isinstance(given, dict) else given.to_dict()).keys() in ({"word", "limit"}, {"Word", "Limit"})
