from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import ApiError
from tencentkit.testing import Cassette, CassetteMiss, FakeScf, ManualClock, serve
from tests.conftest import Kind

TOKEN = "a-token-that-nobody-may-see"
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


def talk(kind: Kind, fake: FakeScf, cassette: Cassette) -> list[str]:
    scf = client(kind, fake, cassette)
    found = [event.invoke_request_id for event in kind.listed(scf.paginate(scf.list_async_events, function_name="helloworld", limit=2))]
    with pytest.raises(ApiError) as caught:
        kind.run(scf.list_async_events(function_name="nobody"))
    return [*found, caught.value.code]


def test_what_was_recorded_is_replayed(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """Results and errors come again without the service, for either kind of client."""
    file = tmp_path / "deep" / "talk.json"
    with Cassette(file, mode="record") as cassette:
        told = talk(kind, fake, cassette)
    asked = len(fake.calls)
    fake.clock.sleep(0)
    with Cassette(file) as cassette:
        assert talk(kind, FakeScf(clock=ManualClock(), credentials={SECRET_ID: SECRET_KEY}, tokens={SECRET_ID: TOKEN}), cassette) == told
    assert len(fake.calls) == asked


def test_a_recording_goes_over_a_socket_where_no_inner_transport_is_given(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """As users record from the service: by name, through the transport that a client would have."""
    with serve(fake) as server:
        for mode in ("record", "replay"):
            with Cassette(tmp_path / "talk.json", mode=mode) as cassette:
                transport = kind.pick(cassette.transport, cassette.async_transport)()
                credentials = Credentials(*fake.credentials)
                url = f"http://localhost:{server.port}"
                scf = kind.client(transport=transport, credentials=credentials, clock=fake.clock, base_url=url)
                assert kind.run(scf.list_async_events(function_name="helloworld")).total_count == 3
                kind.close_clients()
    assert [call.host for call in fake.calls] == ["localhost"]


def test_nothing_secret_is_stored(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """No key, id, token or signature, even where an answer echoes them or a parameter holds one."""
    file = tmp_path / "secrets.json"
    echo = {
        "RequestId": "r",
        "Said": f"{SECRET_ID} {TOKEN} {'0f' * 32} mine",
        "SecretKey": "k",
        "Environment": {"Variables": []},
        "Note": "n",
    }
    fake.reply_next(body=json.dumps({"Response": echo}).encode())
    with Cassette(file, mode="record", hide=["Note"], secrets=["mine", ""]) as cassette:
        scf = client(kind, fake, cassette)
        kind.run(scf.call("Whatever", {"Password": "open sesame", "Plain": ["mine", {"Token": ""}]}))
    text = file.read_text(encoding="utf-8")
    for secret in (SECRET_ID, SECRET_KEY, TOKEN, "0f0f", "mine", "sesame", "Authorization", "Signature"):
        assert secret not in text
    [stored] = json.loads(text)["conversations"]
    assert stored["request"]["parameters"] == {"Password": "[hidden]", "Plain": ["[hidden]", {"Token": ""}]}
    assert stored["response"]["body"]["Response"]["Said"] == "[hidden] [hidden] [hidden] [hidden]"
    assert stored["response"]["body"]["Response"]["Environment"] == "[hidden]"
    assert set(stored["response"]["headers"]) == {"content-type", "date"}


NAMES = ["GitPassword", "passwd", "db_password", "ClientSecret", "MySecretText", "private-key", "PrivateKey", "X-Api-Key", "apikey",
         "AuthToken", "HttpCredential"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_what_sounds_like_a_secret_is_not_stored(kind: Kind, fake: FakeScf, tmp_path: Path, name: str) -> None:
    """By a part of the field's name, in any case, also in a text that is itself JSON, in requests and answers; and it replays."""
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
def test_what_is_no_secret_is_stored_as_it_is(kept: dict[str, Any], tmp_path: Path) -> None:
    """Page tokens, counts, flags, and JSON texts byte for byte."""
    cassette = Cassette(tmp_path / "kept.json", mode="record")
    assert cassette._cleared(kept, set()) == kept


@pytest.mark.parametrize("text", ['{"a": {"password": "hunter2"}, "a": 1}', "[" * 100_000 + '"hunter2"'], ids=["twice", "deep"])
def test_a_json_text_that_cannot_be_looked_through_is_hidden(text: str, tmp_path: Path) -> None:
    """One whose names stand twice, or that is too deep."""
    cassette = Cassette(tmp_path / "hidden.json", mode="record")
    assert cassette._cleared({"ClientContext": text}, set()) == {"ClientContext": "[hidden]"}


def test_a_request_that_is_not_stored_is_a_failure(kind: Kind, fake: FakeScf, tmp_path: Path) -> None:
    """So is a stored one that nobody makes, and one that is made twice."""
    file = tmp_path / "one.json"
    with Cassette(file, mode="record") as cassette:
        kind.run(client(kind, fake, cassette).list_async_events(function_name="helloworld"))
    played = Cassette(file)
    scf = client(kind, fake, played)
    with pytest.raises(CassetteMiss, match="stored requests were not made, the first: ListAsyncEvents"):
        played.close()
    with pytest.raises(CassetteMiss, match=r"holds no answer to ListAsyncEvents .*helloworld.*7"):
        kind.run(scf.list_async_events(function_name="helloworld", limit=7))
    kind.run(scf.list_async_events(function_name="helloworld"))
    with pytest.raises(CassetteMiss, match="holds no answer any more to"):
        kind.run(scf.list_async_events(function_name="helloworld"))
    played.close()


def test_an_answer_that_is_no_json_is_stored_as_text(fake: FakeScf, tmp_path: Path) -> None:
    """What a gateway said can be replayed, too."""
    file = tmp_path / "gateway.json"
    said = []
    for mode in ("record", "replay"):
        if mode == "record":
            fake.break_next("bad gateway")
        with Cassette(file, mode=mode) as cassette:  # type: ignore[arg-type]
            inner = fake.transport() if mode == "record" else None
            with fake.client(transport=cassette.transport(inner), retry=None) as scf, pytest.raises(Exception, match="502") as caught:
                scf.list_async_events(function_name="helloworld")
        said.append(str(caught.value))
    assert said[0] == said[1]


def test_a_test_that_failed_writes_nothing(fake: FakeScf, tmp_path: Path) -> None:
    """Leaving the block by an error keeps the file as it was."""
    file = tmp_path / "broken.json"
    with pytest.raises(ZeroDivisionError), Cassette(file, mode="record"):
        _ = 1 / 0
    assert not file.exists()


def test_what_is_no_cassette_is_refused(tmp_path: Path) -> None:
    """A missing file, another format and a wrong argument say so at once."""
    with pytest.raises(CassetteMiss, match="is not there: record it"):
        Cassette(tmp_path / "none.json")
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    with pytest.raises(CassetteMiss, match="no cassette of format 1"):
        Cassette(tmp_path / "other.json")
    with pytest.raises(TypeError):
        Cassette(tmp_path / "x.json", mode="record", hide="Name")
    with pytest.raises(ValueError, match="to replay or to record"):
        Cassette(tmp_path / "x.json", mode="new")  # type: ignore[arg-type]
