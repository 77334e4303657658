from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import ApiError
from tencentkit.testing import Cassette, CassetteMiss, FakeScf, ManualClock, serve
from tencentkit.transport import HttpRequest, HttpResponse
from tests.conftest import Kind
from tests.scripted import AsyncScript, SyncScript

TOKEN = "a-secret-token"
SECRET_ID, SECRET_KEY = "AKIDcassettecassettecassette00000000", "cassette-key-cassette-key-000000"


@pytest.fixture
def fake() -> FakeScf:
    fake = FakeScf(clock=ManualClock(), credentials={SECRET_ID: SECRET_KEY}, tokens={SECRET_ID: TOKEN})
    fake.function("helloworld").many(3)
    return fake


def client(kind: Kind, fake: FakeScf, cassette: Cassette, **settings: Any) -> Any:
    inner = kind.pick(fake.transport, fake.async_transport)() if cassette.mode == "record" else None
    transport = kind.pick(cassette.transport, cassette.async_transport)(inner)
    return kind.client(transport=transport, clock=fake.clock, credentials=Credentials(*fake.credentials), **settings)


def exchange(kind: Kind, fake: FakeScf, cassette: Cassette) -> list[str]:
    scf = client(kind, fake, cassette)
    found = [event.invoke_request_id for event in kind.listed(scf.paginate(scf.list_async_events, function_name="helloworld", limit=2))]
    with pytest.raises(ApiError) as caught:
        kind.run(scf.list_async_events(function_name="missing"))
    return [*found, caught.value.code]


def test_record_and_replay(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """Replay returns results and errors without the service, for both kinds of client."""
    file = tmp_path / "deep" / "calls.json"
    with Cassette(file, mode="record") as cassette:
        recorded = exchange(kind, fake, cassette)
    requests = len(fake.calls)
    fake.clock.sleep(0)
    with Cassette(file) as cassette:
        assert (
            exchange(kind, FakeScf(clock=ManualClock(), credentials={SECRET_ID: SECRET_KEY}, tokens={SECRET_ID: TOKEN}), cassette)
            == recorded
        )
    assert len(fake.calls) == requests


def test_default_inner_transport(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """Without an inner transport, recording uses the default transport and a host name."""
    with serve(fake) as server:
        for mode in ("record", "replay"):
            with Cassette(tmp_path / "calls.json", mode=mode) as cassette:
                transport = kind.pick(cassette.transport, cassette.async_transport)()
                credentials = Credentials(*fake.credentials)
                url = f"http://localhost:{server.port}"
                scf = kind.client(transport=transport, credentials=credentials, clock=fake.clock, base_url=url)
                assert kind.run(scf.list_async_events(function_name="helloworld")).total_count == 3
                kind.close_clients()
    assert [call.host for call in fake.calls] == ["localhost"]


def test_secrets_are_not_stored(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """No key, id, token or signature is stored, even if a response echoes it or a parameter contains it."""
    file = tmp_path / "secrets.json"
    echo = {
        "RequestId": "r",
        "Said": f"{SECRET_ID} {TOKEN} mine",
        "SecretKey": "k",
        "Environment": {"Variables": []},
        "Note": "n",
    }
    fake.reply_next(body=json.dumps({"Response": echo}).encode())
    with Cassette(file, mode="record", hide=["Note"], secrets=["mine", ""]) as cassette:
        scf = client(kind, fake, cassette)
        kind.run(scf.call("Whatever", {"Password": "open sesame", "Plain": ["mine", {"Token": ""}]}))
    text = file.read_text(encoding="utf-8")
    for secret in (SECRET_ID, SECRET_KEY, TOKEN, "mine", "sesame", "Authorization", "Signature"):
        assert secret not in text
    [stored] = json.loads(text)["conversations"]
    assert stored["request"]["parameters"] == {"Password": "[hidden]", "Plain": ["[hidden]", {"Token": ""}]}
    assert stored["response"]["body"]["Response"]["Said"] == "[hidden] [hidden] [hidden]"
    assert stored["response"]["body"]["Response"]["Environment"] == "[hidden]"
    assert set(stored["response"]["headers"]) == {"content-type", "date"}


@pytest.mark.parametrize(("secret_id", "token"), [("a", "e"), ("InvalidParameterValue", "RequestId-token")], ids=["short", "code"])
def test_facts_are_stored_exactly(kind: Kind, tmp_path: Path, secret_id: str, token: str) -> None:
    """Code, request id and texts that look like a signature are stored as they came; the signature just sent is not."""
    file = tmp_path / "facts.json"
    digest = "0123456789abcdef" * 4

    def echo(request: HttpRequest) -> HttpResponse:
        sent = dict(request.headers)["Authorization"].rpartition("=")[2]
        content = {"Error": {"Code": f"{secret_id}.e", "Message": f"{digest} {sent}"}, "RequestId": f"{token}-1"}
        return HttpResponse(200, {}, json.dumps({"Response": content}).encode())

    inner = kind.pick(SyncScript, AsyncScript)([echo])
    with Cassette(file, mode="record") as cassette:
        transport = kind.pick(cassette.transport, cassette.async_transport)(inner)
        scf = kind.client(transport=transport, credentials=Credentials(secret_id, "p", token))
        with pytest.raises(ApiError):
            kind.run(scf.call("Whatever", {"Sum": digest, "Area": "a-e"}))
    [stored] = json.loads(file.read_text(encoding="utf-8"))["conversations"]
    assert stored["request"]["parameters"] == {"Sum": digest, "Area": "a-e"}
    assert stored["response"]["body"]["Response"] == {
        "Error": {"Code": f"{secret_id}.e", "Message": f"{digest} [hidden]"},
        "RequestId": f"{token}-1",
    }


NAMES = ["GitPassword", "passwd", "db_password", "ClientSecret", "MySecretText", "private-key", "PrivateKey", "X-Api-Key", "apikey",
         "AuthToken", "HttpCredential"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_secret_field_names(kind: Kind, fake: FakeScf, tmp_path: Path, name: str) -> None:
    """Fields are redacted by part of their name, in any case, also inside JSON texts; the cassette still replays."""
    file = tmp_path / "secrets.json"
    inner = json.dumps({"deep": [{name: "hunter2", "width": 320}]})
    with Cassette(file, mode="record") as cassette:
        fake.reply_next(body=json.dumps({"Response": {"RequestId": "r", "Result": {"RetMsg": inner, name: [{"a": "hunter2"}]}}}).encode())
        kind.run(client(kind, fake, cassette).call("Whatever", {"ClientContext": inner, name: "hunter2"}))
    text = file.read_text(encoding="utf-8")
    assert "hunter2" not in text
    assert "width" in text
    with Cassette(file) as cassette:
        kind.run(client(kind, fake, cassette).call("Whatever", {"ClientContext": inner, name: "hunter2"}))


@pytest.mark.parametrize(
    "kept",
    [
        {
            "NextToken": "p2",
            "TotalTokens": 7,
            "PasswordSet": True,
            "Password": "",
            "Credentials": {"ExpiredTime": 5},
            "Passwords": [],
            "Secret": None,
        },
        {"ClientContext": '{ "a": [1.50, "b"] }'},
        {"ClientContext": '{"a": '},
        {"Note": "\ud800"},
    ],
)
def test_plain_values_are_stored(kept: dict[str, Any], tmp_path: Path) -> None:
    """Page tokens, counts, flags and JSON texts are stored unchanged."""
    cassette = Cassette(tmp_path / "kept.json", mode="record")
    assert cassette._redacted(kept, set()) == kept


@pytest.mark.parametrize("text", ['{"a": {"password": "hunter2"}, "a": 1}', "[" * 100_000 + '"hunter2"'], ids=["twice", "deep"])
def test_unsearchable_json_text(text: str, tmp_path: Path) -> None:
    """A JSON text with duplicate names, or too deeply nested, is redacted."""
    cassette = Cassette(tmp_path / "hidden.json", mode="record")
    assert cassette._redacted({"ClientContext": text}, set()) == {"ClientContext": "[hidden]"}


def test_cassette_miss(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """An unknown request, a repeated request and an unused stored call raise `CassetteMiss`."""
    file = tmp_path / "one.json"
    with Cassette(file, mode="record") as cassette:
        kind.run(client(kind, fake, cassette).list_async_events(function_name="helloworld"))
    replaying = Cassette(file)
    scf = client(kind, fake, replaying)
    with pytest.raises(CassetteMiss, match="stored requests were not made, the first: ListAsyncEvents"):
        replaying.close()
    with pytest.raises(CassetteMiss, match=r"contains no response to ListAsyncEvents .*helloworld.*7"):
        kind.run(scf.list_async_events(function_name="helloworld", limit=7))
    kind.run(scf.list_async_events(function_name="helloworld"))
    with pytest.raises(CassetteMiss, match="contains no unused response to"):
        kind.run(scf.list_async_events(function_name="helloworld"))
    replaying.close()


def test_body_that_is_not_json(fake: FakeScf, tmp_path: Path) -> None:
    """The HTML of a gateway is stored as text and replayed."""
    file = tmp_path / "gateway.json"
    errors = []
    for mode in ("record", "replay"):
        if mode == "record":
            fake.break_next("bad gateway")
        with Cassette(file, mode=mode) as cassette:  # type: ignore[arg-type]
            inner = fake.transport() if mode == "record" else None
            with fake.client(transport=cassette.transport(inner), retry=None) as scf, pytest.raises(Exception, match="502") as caught:
                scf.list_async_events(function_name="helloworld")
        errors.append(str(caught.value))
    assert errors[0] == errors[1]


def test_exception_writes_no_file(fake: FakeScf, tmp_path: Path) -> None:
    """Leaving the block by an exception does not write the file."""
    file = tmp_path / "broken.json"
    with pytest.raises(ZeroDivisionError), Cassette(file, mode="record"):
        _ = 1 / 0
    assert not file.exists()


def test_invalid_cassette(tmp_path: Path) -> None:
    """A missing file, another format and invalid arguments raise at once."""
    with pytest.raises(CassetteMiss, match="does not exist: record it"):
        Cassette(tmp_path / "none.json")
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    with pytest.raises(CassetteMiss, match="not a cassette of format 1"):
        Cassette(tmp_path / "other.json")
    with pytest.raises(TypeError):
        Cassette(tmp_path / "x.json", mode="record", hide="Name")
    with pytest.raises(ValueError, match="must be 'replay' or 'record'"):
        Cassette(tmp_path / "x.json", mode="new")  # type: ignore[arg-type]
