"""Client tokens of a generated product, over real sockets: one token for all attempts of a call."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from tencentkit import Credentials, Retry
from tencentkit.errors import ConnectionFailed, InternalError, InvalidParameterValue
from tencentkit.testing import Cassette
from tests.conftest import Kind
from tests.generator.convert import depot
from tests.generator.products.packages import imported
from tests.transport.raw_server import Connection, RawServer, ok, raw_server

PROMISE = "A string that ensures the idempotency of the request."
DONE = ok(b'{"Response": {"CrateId": "c-1", "RequestId": "r"}}')
BROKEN = ok(b'{"Response": {"Error": {"Code": "InternalError", "Message": "no"}, "RequestId": "r"}}')
REFUSED = ok(b'{"Response": {"Error": {"Code": "InvalidParameterValue.Name", "Message": "no"}, "RequestId": "r"}}')
Answer = Callable[[Connection], None]


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the package of a product whose action BuyCrates has a token, and whose action SellCrates has one in name only."""
    folder = tmp_path_factory.mktemp("product")
    api = depot.api()
    for name, text in (("BuyCrates", PROMISE), ("SellCrates", "Reserved parameter.")):
        api["actions"][name] = {**api["actions"]["Import"], "input": f"{name}Request", "output": f"{name}Response"}
        members = [depot.member("Name", required=False), depot.member("ClientToken", required=False, document=text)]
        api["objects"][f"{name}Request"] = {"document": "", "members": members, "type": "object"}
        response = [depot.member("CrateId", output_required=True), depot.REQUEST_ID]
        api["objects"][f"{name}Response"] = {"document": "", "members": response, "type": "object"}
    definitions = depot.written(folder / "v20200101", api_json=api)
    assert main(["product", "depot", "--definitions", str(definitions), "--output", str(folder / "project")]) == 0
    with imported(folder / "project", "depot") as package:
        yield package


class Shop:
    """A client of the product, and the server that it calls."""

    def __init__(self, product: Any, kind: Kind, server: RawServer, **settings: Any) -> None:
        self.kind = kind
        self.server = server
        make = kind.pick(product.Client, product.AsyncClient)
        settings = {"throttle": None, "rng": lambda: 0.0, "region": "ap-guangzhou"} | settings
        self.client = make(credentials=Credentials("id", "key"), base_url=server.url, **settings)
        kind._clients.append(self.client)

    def buy(self, **arguments: Any) -> Any:
        return self.kind.run(self.client.buy_crates(**arguments))

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """Decoded bodies of the requests, in order."""
        return [json.loads(request.partition(b"\r\n\r\n")[2]) for request in self.server.requests]


@pytest.fixture
def shop(product: Any, kind: Kind) -> Iterator[Callable[..., Shop]]:
    """Return a function that makes a shop whose server runs one act for each request; the last one repeats."""
    opened: list[AbstractContextManager[RawServer]] = []

    def make(*acts: Answer | bytes, **settings: Any) -> Shop:
        left = list(acts)

        def handle(connection: Connection) -> None:
            while connection.request():
                act = left.pop(0) if len(left) > 1 else left[0]
                if isinstance(act, bytes):
                    connection.send(act)
                else:
                    act(connection)
                    return

        opened.append(raw_server(handle))
        return Shop(product, kind, opened[-1].__enter__(), **settings)

    yield make
    kind.close_clients()
    for server in opened:
        server.__exit__(None, None, None)


def test_attempts_share_a_token(shop: Callable[..., Shop]) -> None:
    """A write with a token is repeated after a reset and an internal error; each call has its own token."""
    made = shop(Connection.reset, BROKEN, DONE)
    result = made.buy(name="n")
    assert (result.crate_id, result.meta.attempts) == ("c-1", 3)
    tokens = [body["ClientToken"] for body in made.bodies]
    assert len(set(tokens)) == 1
    assert uuid.UUID(tokens[0]).version == 4
    assert [body["Name"] for body in made.bodies] == ["n"] * 3
    made.buy()
    assert made.bodies[-1].keys() == {"ClientToken"}
    assert made.bodies[-1]["ClientToken"] != tokens[0]


def test_token_of_the_caller(shop: Callable[..., Shop]) -> None:
    """The caller's token is sent unchanged, and makes the call repeatable, also afterwards."""
    made = shop(BROKEN)
    with pytest.raises(InternalError) as caught:
        made.buy(client_token="mine")
    assert [body["ClientToken"] for body in made.bodies] == ["mine"] * 3
    error = caught.value
    assert (error.retryable, error.maybe_executed, error.client_token, error.attempts) == (True, True, "mine", 3)


def test_final_error_has_the_token(shop: Callable[..., Shop]) -> None:
    """Another call would have another token, so the error is not retryable; a call with `error.client_token` is the same call."""
    made = shop(Connection.reset)
    with pytest.raises(ConnectionFailed) as caught:
        made.buy()
    error = caught.value
    assert (error.retryable, error.maybe_executed, error.attempts) == (False, True, 3)
    assert {body["ClientToken"] for body in made.bodies} == {error.client_token}
    again = shop(DONE)
    again.buy(client_token=error.client_token)
    assert again.bodies == made.bodies[:1]


def test_refusal_after_a_cut(shop: Callable[..., Shop]) -> None:
    """The first attempt may have been executed, whatever the second one says."""
    with pytest.raises(InvalidParameterValue) as caught:
        shop(Connection.reset, REFUSED).buy()
    assert (caught.value.retryable, caught.value.maybe_executed, caught.value.attempts) == (False, True, 2)


def test_empty_token_disables_it(shop: Callable[..., Shop]) -> None:
    """An empty token is sent unchanged, and the call is a plain write."""
    made = shop(BROKEN)
    with pytest.raises(InternalError) as caught:
        made.buy(client_token="")
    assert made.bodies == [{"ClientToken": ""}]
    assert (caught.value.retryable, caught.value.client_token) == (False, None)


def test_call_by_wire_name(shop: Callable[..., Shop]) -> None:
    """`call` adds the token for an action of the product, and keeps the caller's; an unknown action gets none."""
    made = shop(BROKEN, DONE, DONE, BROKEN)
    made.kind.run(made.client.call("BuyCrates", {"Name": "n"}))
    made.kind.run(made.client.call("BuyCrates", {"ClientToken": "mine"}))
    with pytest.raises(InternalError):
        made.kind.run(made.client.call("LendCrates", {"ClientToken": "mine"}))
    first, second, third, fourth = made.bodies
    assert first == second == {"ClientToken": first["ClientToken"], "Name": "n"}
    assert third == fourth == {"ClientToken": "mine"}


def test_name_alone_is_no_token(shop: Callable[..., Shop]) -> None:
    """A field that the documentation calls reserved is not filled, and the write is not repeated."""
    made = shop(BROKEN)
    with pytest.raises(InternalError):
        made.kind.run(made.client.sell_crates())
    assert made.bodies == [{}]


def test_no_retries_but_a_token(shop: Callable[..., Shop]) -> None:
    """Without retries the token lets the caller repeat the call."""
    made = shop(BROKEN, retry=None)
    with pytest.raises(InternalError) as caught:
        made.buy()
    assert made.bodies == [{"ClientToken": caught.value.client_token}]


def test_tokens_are_injectable(shop: Callable[..., Shop]) -> None:
    """`Settings.new_token` makes the tokens, one for each call."""
    made = shop(BROKEN, DONE)
    tokens = iter(["t-1", "t-2"])
    made.client._settings.new_token = lambda: next(tokens)
    made.buy()
    made.buy()
    assert [body["ClientToken"] for body in made.bodies] == ["t-1", "t-1", "t-2"]


def test_old_token_is_not_trusted(shop: Callable[..., Shop]) -> None:
    """After four minutes the service may have forgotten the token, so the write is not repeated."""
    from tencentkit.testing import ManualClock

    clock = ManualClock()

    def late(connection: Connection) -> None:
        clock.advance(241)
        connection.send(BROKEN)

    made = shop(late, clock=clock, retry=Retry(attempts=5))
    with pytest.raises(InternalError) as caught:
        made.buy()
    assert (caught.value.attempts, caught.value.retryable) == (1, False)


def test_recording_matches_any_token(product: Any, shop: Callable[..., Shop], tmp_path: Path) -> None:
    """A cassette stores no token of the client, so a replay with new tokens finds the stored response."""
    made = shop(DONE)
    if made.kind.is_async:
        return  # the cassette is the same; its transports have their own tests
    file = tmp_path / "buy.json"
    for mode in ("record", "replay"):
        with Cassette(file, mode=mode) as cassette:
            settings = {"base_url": made.server.url, "region": "ap-guangzhou", "throttle": None}
            client = product.Client(credentials=Credentials("id", "key"), transport=cassette.transport(), **settings)
            assert client.buy_crates(name="n").crate_id == "c-1"
            client.close()
    token = made.bodies[0]["ClientToken"]
    assert token not in file.read_text(encoding="utf-8")
    assert len(made.bodies) == 1
