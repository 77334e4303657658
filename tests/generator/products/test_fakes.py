"""`FakeProduct` of products that are made at test time."""

from __future__ import annotations

import asyncio
import re
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from tencentkit import Credentials
from tencentkit.errors import ApiError, AuthFailure, InternalError, MissingParameter, RequestLimitExceeded, TencentkitError
from tencentkit.testing import FakeProduct, FakeScf, ManualClock, SchemaViolation, serve
from tencentkit.testing.__main__ import main
from tencentkit_api.action import Action, Paging
from tests.conftest import Kind
from tests.generator.convert import depot
from tests.generator.corpus.definitions import installed
from tests.generator.products.arguments import drawn
from tests.generator.products.fakes import made

COUNT = 250
PRODUCTS = (
    *("sts", "cam", "hunyuan", "dnspod", "cls", "cvm", "lighthouse", "tke", "vpc", "cdb", "monitor"),
    *("clb", "redis", "cbs", "autoscaling"),
)
FEW_LISTINGS = ("sts", "hunyuan")
_OVERLAY = """
  # Pages by number.
  - target: $.paths['/DescribePages'].post
    description: The action pages by number.
    update:
      x-tc-read-only: true
      x-tc-pagination: {offset: Page, limit: Size, maximum: 30, total: TotalCount, items: Crates, style: page}
  # Pages by token.
  - target: $.paths['/DescribeTokens'].post
    description: The action pages by token.
    update:
      x-tc-read-only: true
      x-tc-pagination: {offset: Next, limit: Size, maximum: 30, total: null, items: Crates, style: token, token: Next}
  # Pages by offset.
  - target: $.paths['/DescribeCrates'].post
    description: The action pages by offset.
    update:
      x-tc-read-only: true
      x-tc-pagination: {offset: Offset, limit: Limit, maximum: 100, total: TotalCount, items: Crates}
"""


def api() -> dict[str, Any]:
    """Return the definitions of depot with listings of three styles."""
    result = depot.api()
    crates = [depot.member("Crates", "Crate", array=True, output_required=True), depot.REQUEST_ID]
    size = depot.member("Size", "int64", required=False, document="Default value: 10.")
    flags = [depot.member("HasMore", "bool", output_required=True), depot.member("ListOver", "bool", output_required=True)]
    total = depot.member("TotalCount", "int64", output_required=True)
    kinds = {
        "DescribePages": ([depot.member("Page", "int64", required=False), size], [total, *flags, *crates]),
        "DescribeTokens": (
            [depot.member("Next", required=False), size],
            [depot.member("Next", output_required=True), *flags, *crates],
        ),
    }
    choices = [
        depot.member("Words", array=True, output_required=True),
        depot.member("Usage", "int64", output_required=True),
        depot.REQUEST_ID,
    ]
    kinds["Talk"] = ([depot.member("Stream", "bool", required=False, document="Whether to stream. Default value: false")], choices)
    kinds["ReadSSE"] = ([depot.member("Topic", required=False)], choices)
    kinds["DescribeNested"] = ([depot.member("Filter", "PageFilter", required=False)], [depot.member("Data", "PageData"), depot.REQUEST_ID])
    filters = [depot.member("Start", "int64", required=False), depot.member("Count", "int64", required=False)]
    data = [total, depot.member("Names", array=True, output_required=True), depot.member("Kind", output_required=True)]
    data.append(depot.member("HasNext", "int64", output_required=True))
    for name, members, usage in (("PageFilter", filters, "in"), ("PageData", data, "out")):
        result["objects"][name] = {"document": "", "members": members, "usage": usage}
    for name, sides in kinds.items():
        result["actions"][name] = {**result["actions"]["Import"], "input": f"{name}Request", "output": f"{name}Response"}
        for side, members in zip(("Request", "Response"), sides, strict=True):
            result["objects"][f"{name}{side}"] = {"document": "", "members": members, "type": "object"}
    return result


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Return the client module of depot."""
    folder = tmp_path_factory.mktemp("product")
    depot.written(folder / "depot/v20200101", api_json=api())
    with made(folder / "project", folder / "depot", _OVERLAY) as package:
        yield package


@pytest.fixture
def fake(product: ModuleType) -> FakeProduct:
    return FakeProduct(product, clock=ManualClock())


def client_of(kind: Kind, fake: FakeProduct, **settings: Any) -> Any:
    """Return a client of either kind."""
    client = kind.pick(fake.client, fake.async_client)(**{"throttle": None, "retry": None, **settings})
    kind._clients.append(client)
    return client


@pytest.mark.parametrize("action", ["describe_crates", "describe_pages", "describe_tokens"])
@pytest.mark.parametrize("count", [0, 1, 30, 60, COUNT])
def test_page_styles(action: str, count: int, fake: FakeProduct, kind: Kind) -> None:
    """Each style of paging lists every item once, and its flags say where it ends."""
    fake.items(action, [{"CrateId": f"c-{number}"} for number in range(count)])
    client = client_of(kind, fake)
    pages = kind.listed(client.paginate(getattr(client, action), **({"limit": 30} if action == "describe_crates" else {})).pages())
    assert [crate.crate_id for page in pages for crate in page.crates or ()] == [f"c-{number}" for number in range(count)]
    if action != "describe_crates":
        assert [page.has_more for page in pages] == [*[True] * (len(pages) - 1), False]
        assert [page.list_over for page in pages] == [*[False] * (len(pages) - 1), True]


def test_nested_page(fake: FakeProduct, kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Items, total and inputs may be in objects, and items may be texts; the objects have their required fields."""
    row = Paging(offset="filter.start", limit="filter.count", maximum=2, items="data.names", total="data.total_count")
    monkeypatch.setitem(
        fake._installed.emulated.rows, "DescribeNested", fake._installed.emulated.rows["DescribeNested"]._replace(paging=row)
    )
    fake.items("describe_nested", ["a", "b", "c"])
    client = client_of(kind, fake)
    pages = [kind.run(client.call("DescribeNested", {"Filter": {"Start": start, "Count": 2}}))["Data"] for start in (0, 2)]
    assert [(page["Names"], page["TotalCount"], page["HasNext"]) for page in pages] == [(["a", "b"], 3, 1), (["c"], 3, 0)]
    assert all(page["Kind"] for page in pages)


def test_page_without_a_size(fake: FakeProduct, kind: Kind) -> None:
    """A request without a size gets a page of the documented default."""
    fake.items("DescribePages", [{"CrateId": str(number)} for number in range(25)])
    client = client_of(kind, fake)
    assert [len(kind.run(client.describe_pages(page=page)).crates) for page in (1, 2, 3, 4)] == [10, 10, 5, 0]


def test_invalid_token(fake: FakeProduct, kind: Kind) -> None:
    """A token that the listing did not return is an error response."""
    fake.items("DescribeTokens", [])
    with pytest.raises(ApiError, match="Next"):
        kind.run(client_of(kind, fake).describe_tokens(next="other"))


def test_values_from_the_schema(fake: FakeProduct, kind: Kind) -> None:
    """Without an example, each field has a value of its type, times included."""
    client = client_of(kind, fake)
    [crate, *_] = kind.run(client.describe_pages()).crates
    assert crate.since_datetime.year >= 2023
    assert (crate.crate_id.startswith("crateid-"), len(crate.day)) == (True, 10)
    assert len(kind.listed(client.paginate(client.describe_tokens))) == 3


def test_documented_response(fake: FakeProduct, kind: Kind) -> None:
    """The documented example is the response, without fields that the schema lacks."""
    [crate] = kind.run(client_of(kind, fake).describe_crates(limit=1)).crates
    assert (crate.crate_id, crate.inner[0].crate_id, crate.inner[0].extra) == ("c", "d", {})


def test_refused_requests(fake: FakeProduct, kind: Kind) -> None:
    """Requests are checked: parameters, signature, clock, rate limit and faults."""
    client = client_of(kind, fake)
    with pytest.raises(MissingParameter, match="Limit"):
        kind.run(client.call("DescribeCrates", {}))
    for parameters, code in (({"Limit": 1, "Other": 1}, "UnknownParameter"), ({"Limit": "1"}, "InvalidParameter")):
        with pytest.raises(ApiError) as caught:
            kind.run(client.call("DescribeCrates", parameters))
        assert caught.value.code == code
    with pytest.raises(AuthFailure):
        kind.run(client_of(kind, fake, credentials=Credentials(fake.credentials.secret_id, "wrong")).describe_crates(limit=1))
    with pytest.raises(ApiError, match="does not exist"):
        kind.run(client.call("DescribeNothing", {}))
    fake.break_next("internal error", "describe_crates")
    with pytest.raises(InternalError):
        kind.run(client.describe_crates(limit=1))
    fake.clock_offset = 1000
    kind.run(client.describe_crates(limit=1))  # the client corrects its clock
    outcomes = [call.code for call in fake.calls]
    assert outcomes[3:] == ["AuthFailure.SignatureFailure", "InvalidAction", "InternalError", "AuthFailure.SignatureExpire", None]
    fake.expect.called("describe_crates", limit=1, times=5)


def test_rate_limit(product: ModuleType, kind: Kind) -> None:
    """A limit of the test applies to its action alone."""
    fake = FakeProduct(product, clock=ManualClock(), rate_limits={"DescribeCrates": 2})
    client = client_of(kind, fake)
    for _ in range(2):
        kind.run(client.describe_crates(limit=1))
    with pytest.raises(RequestLimitExceeded):
        kind.run(client.describe_crates(limit=1))
    kind.run(client.describe_pages())


def test_unsigned_action(fake: FakeProduct, kind: Kind) -> None:
    """An action without a signature needs no credentials; any other one does."""
    client = client_of(kind, fake)
    kind.run(client.open_gate())
    headers = {"Authorization": "SKIP", "X-TC-Timestamp": "1", "Host": "localhost", "Content-Type": "application/json"}
    assert b"AuthFailure.InvalidAuthorization" in fake.handle("POST", headers, b"{}").body


def test_products_at_one_address(product: ModuleType, fake: FakeProduct, kind: Kind) -> None:
    """One server has several products: the scope, the host or the action select the fake."""
    scf_fake = FakeScf()
    scf_fake.function("helloworld").many(3)
    credentials = Credentials(*scf_fake.credentials)
    depot_fake = FakeProduct(product)
    with serve(scf_fake, depot_fake, panel=True) as server:
        settings = {"credentials": credentials, "region": "ap-guangzhou", "base_url": server.url}
        scf = kind.client(base_url=server.url, credentials=credentials)
        client = kind.pick(product.Client, product.AsyncClient)(**settings)
        kind._clients.append(client)
        assert kind.run(scf.list_async_events(function_name="helloworld")).total_count == 3
        assert kind.run(client.describe_crates(limit=1)).total_count == 1
        kind.run(client.open_gate())
        kind.close_clients()
        assert server.panel_paths == ("/_fake/", "/_fake/depot/")
    assert [call.action for call in depot_fake.calls] == ["DescribeCrates", "OpenGate"]
    with pytest.raises(ValueError, match="two of depot 2020-01-01"):
        serve(depot_fake, FakeProduct(product))


def test_streams(fake: FakeProduct, kind: Kind) -> None:
    """An action that streams returns the events of the test, and without them its default response as one event."""

    def opened(method: str, **arguments: Any) -> list[Any]:
        return kind.listed(kind.run(getattr(client, method)(**arguments)))

    client = client_of(kind, fake)
    assert len(opened("talk", stream=True)) == 1
    fake.stream("talk", [{"Words": ["a"]}, {"Words": ["b"], "Usage": 2}])
    fake.stream("ReadSSE", [{"Words": [str(number)]} for number in range(20)])
    assert [event.words for event in opened("talk", stream=True)] == [["a"], ["b"]]
    assert [event.words for event in opened("read_sse")] == [[str(number)] for number in range(20)]
    assert isinstance(kind.run(client.talk(stream=False)).usage, int)
    assert isinstance(kind.run(client.talk()).usage, int)
    fake.fail_next("talk", code="FailedOperation.Busy")
    with pytest.raises(ApiError, match="Busy"):
        opened("talk", stream=True)
    fake.break_next("dropped after it ran", "talk")
    with pytest.raises(TencentkitError):
        opened("talk", stream=True)
    with pytest.raises(SchemaViolation, match="Word"):
        fake.stream("talk", [{"Word": ["a"]}])
    with pytest.raises(ValueError, match="DescribePages is never a stream"):
        fake.stream("describe_pages", [])


def test_streams_over_a_socket(product: ModuleType, kind: Kind) -> None:
    """A server sends the events as a stream."""
    fake = FakeProduct(product)
    fake.stream("talk", [{"Words": ["é"]}, {"Words": ["b"]}])
    with serve(fake) as server:
        client = kind.pick(product.Client, product.AsyncClient)(
            credentials=Credentials(*fake.credentials), region="ap-guangzhou", base_url=server.url
        )
        kind._clients.append(client)
        assert [event.words for event in kind.listed(kind.run(client.talk(stream=True)))] == [["é"], ["b"]]
        kind.close_clients()


def test_panel_of_a_product(product: ModuleType) -> None:
    """The panel of a product sets items and responses; it has no commands for functions."""
    fake = FakeProduct(product)
    with serve(FakeScf(), fake, panel=True) as server, httpx.Client(base_url=f"{server.url}/_fake/depot/", trust_env=False) as web:
        assert web.get("state").json()["title"] == "Fake depot 2020-01-01"
        items = [{"CrateId": str(number)} for number in range(3)]
        assert web.post("items", json={"action": "DescribePages", "items": items}).json() == {}
        assert web.post("responses", json={"action": "Import", "returns": [{}, {}]}).json() == {}
        for name, command, message in (
            ("items", {"action": "DescribePages", "items": [{"CrateId": 7}]}, "invalid response"),
            ("items", {"action": "DescribePages"}, "must be a list"),
            ("items", {"items": []}, "action"),
            ("responses", {"action": "Import", "returns": {"Other": 1}}, "invalid response"),
            ("responses", {"action": "Import"}, 'needs "returns"'),
            ("travel", {"seconds": 1}, "the commands are /_fake/depot/faults"),
        ):
            response = web.post(name, json=command)
            assert (response.is_client_error, message in response.json()["error"]) == (True, True), response.text
        with fake.client(transport=None, base_url=server.url) as client:
            assert len(list(client.paginate(client.describe_pages))) == 3
        assert web.get("calls").json()["total"] == 1


def test_command_for_products(product: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """The command serves the named products at one address, and prints the page of each."""
    assert product.Client
    stop = threading.Event()
    stop.set()
    assert main(["serve", "scf", "depot", "--port", "0", "--no-rate-limits"], until=stop) == 0
    out = capsys.readouterr().out
    assert "fake SCF, depot   http://127.0.0.1:" in out
    assert re.findall(r"page +http://127.0.0.1:\d+(\S+)", out) == ["/_fake/", "/_fake/depot/"]
    assert main(["serve", "dpeot"], until=stop) == 2
    assert "no product 'dpeot' is installed" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["serve", "depot", "--function", "f"], until=stop)
    assert "--function and --events need the product scf" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", PRODUCTS)
def test_every_action_responds(name: str, tmp_path: Path) -> None:
    """Each action of a real product responds, and the client reads it; three listings have all their items, sync and async."""
    definitions = installed("zh")
    if definitions is None:
        pytest.skip("the group corpus is not installed")
    with warnings.catch_warnings(), made(tmp_path, definitions / name) as product:
        warnings.simplefilter("ignore", DeprecationWarning)
        fake = FakeProduct(product, clock=ManualClock())
        emulated = fake._installed.emulated
        with fake.client(throttle=None, retry=None) as client:
            sendable = [method for method in methods_of(client).values() if method.action.body == "json"]
            for method in sendable:
                respond(product.models, method, emulated.schemas)
            assert {call.action for call in fake.calls} == {method.action.name for method in sendable}
            fake.expect.nothing_refused()
            listings = [row for row in emulated.rows.values() if row.paging]
            assert len(listings) >= 3 or name in FEW_LISTINGS
            for row in listings[:3]:
                listed(fake, client, row)


def methods_of(client: Any) -> dict[str, Any]:
    """Return the method of each action."""
    methods = [getattr(client, name) for name in dir(type(client)) if not name.startswith("_")]
    return {method.action.name: method for method in methods if isinstance(getattr(method, "action", None), Action)}


def first_page(method: Any) -> dict[str, int]:
    """Return the arguments of the first page that a method requires."""
    paging = method.action.paging
    values = {paging.offset: paging.first if paging.style == "page" else 0, paging.limit: 1}
    return {name: value for name, value in values.items() if name in method.required}


def respond(models: Any, method: Any, schemas: Any) -> None:
    """Call a method with arguments drawn from its schema, and read the whole response."""
    request = getattr(models, f"{method.action.name}Request").from_dict(drawn(schemas, method.action.name, 1))
    if (paging := method.action.paging) is not None:
        setattr(request, paging.offset, request.NOT_SET)
        setattr(request, paging.limit, request.NOT_SET)
    first = {} if paging is None else first_page(method)
    arguments = {name: getattr(request, name) for name in method.known if getattr(request, name) is not request.NOT_SET} | first
    try:
        response = method(**arguments)
    except TencentkitError as error:
        raise AssertionError(f"{method.action.name}: {error!r}") from error
    assert response.to_dict()["RequestId"]


def listed(fake: FakeProduct, client: Any, row: Any) -> None:
    """List 250 items with both clients: each has every item once."""
    from tencentkit.testing._service.paged_items import value_at

    emulated = fake._installed.emulated
    wire, field = emulated.path(f"{row.name}Response", row.paging.items)
    synthesizer = fake._service.default_responses._synthesizer
    if field.model is None:
        items = [f"item {number}" if field.kind == "string" else number for number in range(COUNT)]
    else:
        items = [synthesizer.item(emulated.schema_name(field.model), number) for number in range(COUNT)]
    fake.items(row.name, items)
    parameters = drawn(emulated.schemas, row.name, 2)
    for name in (row.paging.offset, row.paging.limit):
        parameters.pop(emulated.path(f"{row.name}Request", name)[0][0], None)
    arguments = {field.name: parameters[field.wire] for field in emulated.fields(f"{row.name}Request") if field.wire in parameters}
    arguments |= first_page(methods_of(client)[row.name])
    pages = list(client.paginate(methods_of(client)[row.name], **arguments).pages())
    assert [item for page in pages for item in value_at(page.to_dict(), wire)] == items, row.name

    async def collect() -> list[Any]:
        async with fake.async_client(throttle=None, retry=None) as other:
            return [item.to_dict() if field.model else item async for item in other.paginate(methods_of(other)[row.name], **arguments)]

    assert asyncio.run(collect()) == items, row.name
