"""Secrets of a product other than SCF, in its own package: nothing that is printed shows one, and everything delivers it."""

from __future__ import annotations

import json
import logging
import pickle
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.__main__ import main
from tencentkit import Credentials, Hook
from tencentkit._client.action_models import models_of
from tencentkit.errors import ApiError, RequestInvalid
from tencentkit.testing import Cassette
from tencentkit.testing._fake.call_log import RecordedCall
from tests.generator.convert import depot
from tests.generator.convert.depot import member
from tests.generator.products.packages import imported
from tests.scripted import AsyncScript, SyncScript, refusal, result

KEYS = {"TmpSecretId": "AKIDtmp", "TmpSecretKey": "canary-key", "Token": "canary-token"}
LOGIN = {"Password": "canary-login", "KeyIds": ["skey-1"], "KeepImageLogin": "false"}
VARIABLES = [{"Name": "DB", "Value": "canary-db"}, {"Name": "EMPTY", "Value": ""}]
REQUEST: dict[str, Any] = {
    "LoginSettings": LOGIN,
    "Envs": VARIABLES,
    "ApiKeys": ["canary-one", "canary-two"],
    "ClientToken": "plain-client",
    "SecretName": "plain-name",
    "LabelToken": "plain-label",
    "Digest": "0123456789abcdef" * 4,
}
RESPONSE: dict[str, Any] = {
    "Credentials": KEYS,
    "Settings": [LOGIN],
    "NextToken": "plain-next",
    "SecretName": "plain-name",
    "PasswordStatus": "plain-status",
    "New": {"DbPassword": "canary-new", "Owner": "plain-owner"},
}
OVERLAY = """
  # The token is printed on the crate.
  - target: $.components.schemas.OpenCrateRequest.properties.LabelToken
    description: It is public.
    update: {x-tc-secret: false}
"""


def definitions() -> dict[str, Any]:
    """Return `api.json` with an action that takes and returns secrets."""
    content = depot.api()
    content["actions"]["OpenCrate"] = {**content["actions"]["OpenGate"], "skip_sign": False, "input": "OpenCrateRequest"}
    content["actions"]["OpenCrate"]["output"] = "OpenCrateResponse"
    objects = {
        "OpenCrateRequest": [
            member("LoginSettings", "LoginSettings"),
            member("Envs", "EnvVar", array=True),
            member("ApiKeys", array=True),
            member("ClientToken"),
            member("SecretName"),
            member("LabelToken"),
            member("Digest"),
        ],
        "OpenCrateResponse": [
            member("Credentials", "Keys"),
            member("Settings", "LoginSettings", array=True),
            member("NextToken"),
            member("SecretName"),
            member("PasswordStatus"),
            member("RequestId"),
        ],
        "LoginSettings": [member("Password"), member("KeyIds", array=True), member("KeepImageLogin")],
        "EnvVar": [member("Name"), member("Value")],
        "Keys": [member("TmpSecretId"), member("TmpSecretKey"), member("Token")],
    }
    content["objects"] |= {name: {"document": "", "members": members, "type": "object"} for name, members in objects.items()}
    return content


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the imported package of the product, with an overlay that lifts one proposal."""
    folder = tmp_path_factory.mktemp("secrets")
    source, output = depot.written(folder / "v20200101", api_json=definitions()), folder / "project"
    command = ["product", "depot", "--definitions", str(source), "--output", str(output)]
    assert main(command) == 0
    overlay = output / "spec/depot/2020-01-01/overlay.yaml"
    overlay.write_text(overlay.read_text(encoding="utf-8") + OVERLAY, encoding="utf-8")
    assert main(command) == 0
    with imported(output, "depot") as package:
        yield package


def client_of(product: ModuleType, kind: Any, *answers: Any, **settings: Any) -> Any:
    """Return a client, sync or async, with scripted responses or its own transport."""
    transport = settings.pop("transport", None) or kind.pick(SyncScript, AsyncScript)(answers)
    made = kind.pick(product.Client, product.AsyncClient)
    return made(region="r", credentials=Credentials("AKIDmine", "k" * 32), transport=transport, throttle=None, retry=None, **settings)


def assert_hidden(text: str) -> None:
    assert "canary" not in text
    assert "[hidden]" in text


def arguments(product: ModuleType) -> dict[str, Any]:
    """Return the arguments of the call: a model, a list with a dict, and plain values."""
    models = product.models
    return {
        "login_settings": {"password": "canary-login", "key_ids": ["skey-1"], "keep_image_login": "false"},
        "envs": [models.EnvVar(name="DB", value="canary-db"), {"name": "EMPTY", "value": ""}],
        "api_keys": ["canary-one", "canary-two"],
        "client_token": "plain-client",
        "secret_name": "plain-name",
        "label_token": "plain-label",
        "digest": "0123456789abcdef" * 4,
    }


def test_models_are_hidden(product: ModuleType, kind: Any) -> None:
    """Printing a response or request shows no secret; attributes, `to_dict` and pickles have the true values."""
    response = kind.run(client_of(product, kind, result(**RESPONSE)).open_crate(**arguments(product)))
    request = product.models.OpenCrateRequest(**arguments(product))
    for text in (str(response), repr(response), repr(response.credentials), repr([response.settings]), repr(request)):
        assert_hidden(text)
    for shown in ("AKIDtmp", "plain-next", "plain-name", "plain-status", "plain-owner", "skey-1"):
        assert shown in repr(response)
    for shown in ("plain-client", "plain-name", "plain-label", "'DB'", "''", "0123456789abcdef"):
        assert shown in repr(request)
    assert response.credentials.tmp_secret_key == "canary-key"
    assert response.to_dict() == RESPONSE | {"RequestId": "r-1"}
    assert pickle.loads(pickle.dumps(response)) == response
    assert request.to_dict() == REQUEST


def test_unexpected_values_are_hidden(product: ModuleType) -> None:
    """A secret of another type than documented, and a dict with wire names, are hidden, too."""
    models = product.models
    odd = models.LoginSettings.from_dict({"Password": {"a": "canary"}, "KeyIds": None})
    wire = models.OpenCrateRequest(login_settings={"Password": "canary", "Other": {"AccessToken": "canary"}})
    for text in (repr(odd), repr(wire)):
        assert_hidden(text)


def test_raw_responses_are_hidden(product: ModuleType, kind: Any) -> None:
    """`call` returns a dictionary with the true values, whose repr hides those that their names show to be secrets."""
    raw = kind.run(client_of(product, kind, result(**RESPONSE)).call("OpenCrate", REQUEST))
    assert_hidden(repr(raw))
    assert "plain-next" in repr(raw)
    assert raw["Credentials"] == KEYS
    assert json.loads(json.dumps(raw)) == raw == RESPONSE | {"RequestId": "r-1"}


class Recorder(Hook):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def before_attempt(self, attempt: Any) -> None:
        self.texts.append(repr(attempt) + repr(attempt.call))

    def after_attempt(self, attempt: Any) -> None:
        self.texts.append(repr(attempt) + repr(attempt.error) + repr(attempt.call))


def test_logs_and_hooks(product: ModuleType, kind: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Neither log records at DEBUG nor events of hooks contain a value of request or response."""
    caplog.set_level(logging.DEBUG)
    recorder = Recorder()
    client = client_of(product, kind, result(**RESPONSE), refusal("InternalError"), hooks=[recorder])
    kind.run(client.open_crate(**arguments(product)))
    with pytest.raises(ApiError):
        kind.run(client.open_crate(**arguments(product)))
    shown = caplog.text + repr([vars(record) for record in caplog.records]) + "".join(recorder.texts)
    assert "OpenCrate" in shown
    assert "canary" not in shown


WRONG: list[dict[str, Any]] = [
    {"login_settings": {"password": "canary", "key_ids": "skey-1"}},
    {"login_settings": {"password": ["canary"]}},
    {"login_settings": "canary"},
    {"api_keys": "canary"},
    {"envs": [{"name": "DB", "value": 7, "canary-key": 1}], "api_keys": ["canary"]},
    {"login_settings": {"password": "canary\ud800"}},
]


def frames(error: BaseException) -> str:
    """Return the local variables of the library's own frames, and the error's texts."""
    lines = [str(error), repr(error), repr(vars(error))]
    frame = error.__traceback__
    while frame is not None:
        path = frame.tb_frame.f_code.co_filename
        # The frames of the caller and of the method have the arguments as the caller passed them.
        if "/tests/" not in path and not path.endswith(("operation.py", "operations.py")):
            lines.append(f"{path}: {[repr(value) for value in frame.tb_frame.f_locals.values()]}")
        frame = frame.tb_next
    return "\n".join(lines)


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_invalid_arguments_are_not_quoted(product: ModuleType, kind: Any, wrong: dict[str, Any]) -> None:
    """The error names the argument and quotes no value, and the frames of the serializer are not in the traceback."""
    with pytest.raises(RequestInvalid) as caught:
        kind.run(client_of(product, kind, result()).open_crate(**wrong))
    shown = frames(caught.value)
    assert "canary" not in shown.replace("canary-key", "")  # the name of an unknown field is quoted


def test_traceback_with_locals(product: ModuleType, kind: Any) -> None:
    """A printer that shows local variables finds neither body nor models of a failing call."""
    client = client_of(product, kind, refusal("InternalError"))
    request = product.models.OpenCrateRequest(**arguments(product))
    with pytest.raises(ApiError) as caught:
        kind.run(client.open_crate(**{field.name: getattr(request, field.name) for field in request.FIELDS}))
    shown = frames(caught.value)
    assert "CallRequest(OpenCrate" in shown
    assert "canary" not in shown


def test_cassettes_by_path(product: ModuleType, kind: Any, tmp_path: Path) -> None:
    """A cassette stores the secrets of neither side, keeps what only looks like one, and replays for other secrets."""
    file = tmp_path / "calls.json"
    for mode in ("record", "replay"):
        with Cassette(file, mode=mode) as cassette:  # type: ignore[arg-type]
            inner = kind.pick(SyncScript, AsyncScript)([result(**RESPONSE)]) if mode == "record" else None
            transport = kind.pick(cassette.transport, cassette.async_transport)(inner)
            given = arguments(product)
            if mode == "replay":
                given["login_settings"]["password"] = "another"
            response = kind.run(client_of(product, kind, transport=transport).open_crate(**given))
        assert response.next_token == "plain-next"
    assert response.credentials.token == "[hidden]"
    text = file.read_text(encoding="utf-8")
    assert "canary" not in text
    [stored] = json.loads(text)["conversations"]
    assert stored["request"]["parameters"] == {
        "LoginSettings": LOGIN | {"Password": "[hidden]"},
        "Envs": [{"Name": "DB", "Value": "[hidden]"}, {"Name": "EMPTY", "Value": ""}],
        "ApiKeys": ["[hidden]", "[hidden]"],
        **{name: REQUEST[name] for name in ("ClientToken", "SecretName", "LabelToken", "Digest")},
    }
    body = stored["response"]["body"]["Response"]
    assert body == {
        "Credentials": {"TmpSecretId": "[hidden]", "TmpSecretKey": "[hidden]", "Token": "[hidden]"},
        "Settings": [LOGIN | {"Password": "[hidden]"}],
        "NextToken": "plain-next",
        "SecretName": "plain-name",
        "PasswordStatus": "plain-status",
        "New": {"DbPassword": "[hidden]", "Owner": "plain-owner"},
        "RequestId": "r-1",
    }


def test_dry_run_by_path(product: ModuleType) -> None:
    """`--explain` hides the fields that the models mark, and shows those that an overlay lifted."""
    from tencentkit._cli import explain

    client = product.Client(
        region="r", credentials=Credentials("a", "b", "canary-session"), transport=explain.CapturingTransport(), throttle=None
    )
    request = explain.capture_request(lambda: client.open_crate(**arguments(product) | {"digest": "by canary-session"}))
    action = product.Client.open_crate.action
    text = "\n".join(explain.explain_request(request, action, Credentials("a", "b", "canary-session"), "here", paged=False))
    assert "canary" not in text
    for shown in ("Credential=…/", '"LabelToken": "plain-label"', '"SecretName": "plain-name"', '"Digest": "by [secret]"', '"Name": "DB"'):
        assert shown in text


def test_recorded_calls_are_hidden() -> None:
    """The repr of a call that the fake recorded hides secrets; its parameters have them."""
    call = RecordedCall("OpenCrate", "2020-01-01", "r", "h", REQUEST, "r-1", None, 0.0, executed=True)
    assert_hidden(repr(call))
    assert (call.parameters or {})["LoginSettings"] == LOGIN


def test_models_of_an_action(product: ModuleType) -> None:
    """Models are found by service, version and action, and an unknown one has none."""
    found = models_of("depot", "2020-01-01", "OpenCrate")
    assert found.request is product.models.OpenCrateRequest
    assert found.response is product.models.OpenCrateResponse
    for row in (("depot", "2019-01-01", "OpenCrate"), ("scf", "2020-01-01", "OpenCrate"), ("depot", "2020-01-01", "Nope")):
        assert models_of(*row) == (None, None)
