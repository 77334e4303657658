from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit._cli import exit_codes
from tencentkit._cli.catalogue import ApiCommand, commands, model
from tencentkit._cli.parser import flag
from tencentkit.testing import FakeServer
from tencentkit_api.model import Field
from tencentkit_api.scf.actions import ACTIONS
from tests.cli.conftest import Run

VALUES = {"string": "x", "integer": 1, "number": 1, "boolean": True}


def value(command: ApiCommand, field: Field) -> Any:
    """A value that a parameter may have, with all that is required inside."""
    if field.model is None:
        return {} if field.kind == "object" else VALUES[field.kind]
    inner = model(command, field.model).FIELDS
    return {each.wire: [value(command, each)] if each.array else value(command, each) for each in inner if each.required}


def written(command: ApiCommand, field: Field) -> str:
    found = value(command, field)
    return found if isinstance(found, str) else json.dumps(found)


@pytest.mark.parametrize("name", sorted(commands("scf")))
def test_explain_every_action(name: str, run: Run, server: FakeServer) -> None:
    """The dry run of each action prints request, signed texts and rules; it sends nothing and shows no secret."""
    command = commands("scf")[name]
    given = [text for field in command.fields if field.required for text in (flag(field.name), written(command, field))]
    done = run(name, *given, "--explain")
    assert done.code == 0, done.err
    assert server.fake.calls == []
    for title in ("request", "headers", "body", "canonical request", "string to sign", "throttle", "retry"):
        assert f"\n{title}\n" in f"\n{done.out}"
    assert "Signature=[secret]" in done.out
    assert "AKIDz8" not in done.out
    assert "Gu5t9" not in done.out


def test_explained_text_gives_the_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signing the printed text gives the signature of the request."""
    import hashlib
    import hmac

    from tencentkit._cli import explain
    from tencentkit.scf import Client
    from tencentkit.testing import SECRET_KEY

    credentials, source = explain.local_credentials(None)
    client = Client(credentials=credentials, transport=explain.CapturingTransport(), region="ap-guangzhou", throttle=None)
    request = explain.capture_request(lambda: client.list_async_events(function_name="函数"))
    row = next(each for each in ACTIONS if each.name == "ListAsyncEvents")
    text = "\n".join(explain.explain_request(request, row, credentials, source, paged=True))
    parts = dict(part.split("\n", 1) for part in text.split("\n\n") if "\n" in part)
    to_sign = "\n".join(line.strip() for line in parts["string to sign"].splitlines())
    key = f"TC3{SECRET_KEY}".encode()
    for word in to_sign.splitlines()[2].split("/"):
        key = hmac.digest(key, word.encode(), "sha256")
    signature = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    assert dict(request.headers)["Authorization"].endswith(f"Signature={signature}")
    assert source == "from the environment"
    assert "offset, at most 100 items a page" in text


def test_explain_requests_no_credentials(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A profile that assumes a role is not resolved: placeholder keys sign, with the reason."""
    monkeypatch.delenv("TENCENTCLOUD_SECRET_ID")
    monkeypatch.delenv("TENCENTCLOUD_SECRET_KEY")
    file = tmp_path / ".tencentcloud" / "credentials"
    file.parent.mkdir()
    file.write_text("[default]\nsecret_id=AKIDaaaaaaaaaaaaaaaa\nsecret_key=k\nrole_arn=qcs::cam::uin/1:roleName/r\nrole_session_name=s\n")
    done = run("list-async-events", "--function-name", "f", "--explain")
    assert done.code == 0, done.err
    assert "placeholder: environment: neither " in done.out
    assert "the profile default assumes a role, which needs a request to STS" in done.out
    assert run("list-async-events", "--function-name", "f", "--explain", "--profile", "default").code == 0
    file.write_text("[default]\nsecret_id=AKIDaaaaaaaaaaaaaaaa\nsecret_key=k\n")
    assert "AKID…aaaa', from the profile" in run("list-async-events", "--function-name", "f", "--explain").out


@pytest.mark.parametrize("explain", [(), ("--explain",)], ids=["sent", "explained"])
def test_unusable_credentials_fail_both(explain: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Half a key pair and a missing profile fail the dry run and the call with the same message."""
    arguments = ("list-async-events", "--function-name", "f", *explain)
    done = run(*arguments, "--profile", "nope")
    assert (done.code, done.out) == (exit_codes.UNAUTHORIZED, "")
    file = tmp_path / ".tencentcloud" / "credentials"
    file.parent.mkdir()
    file.write_text("no section\n")
    done = run(*arguments, "--profile", "default")
    assert (done.code, done.out) == (exit_codes.UNAUTHORIZED, "")
    assert "cannot be read" in done.err
    monkeypatch.delenv("TENCENTCLOUD_SECRET_KEY")
    done = run(*arguments)
    assert (done.code, done.out) == (exit_codes.UNAUTHORIZED, "")
    assert "TENCENTCLOUD_SECRET_KEY is not set; TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY must both be set" in done.err


def test_placeholder_keys_have_a_reason(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The reason names the unreadable profile file, which a call would skip."""
    monkeypatch.delenv("TENCENTCLOUD_SECRET_ID")
    monkeypatch.delenv("TENCENTCLOUD_SECRET_KEY")
    file = tmp_path / ".tencentcloud" / "credentials"
    file.parent.mkdir()
    file.write_text("no section\n")
    done = run("list-async-events", "--function-name", "f", "--explain")
    assert done.code == 0, done.err
    assert (
        f"placeholder: environment: neither TENCENTCLOUD_SECRET_ID nor TENCENTCLOUD_SECRETID is set; profile file: {file} cannot be read"
        in done.out
    )


def test_explain_redacts_the_body(run: Run) -> None:
    """Environment variables and passwords are hidden; a long text is replaced by its length."""
    code = {"ZipFile": "QUJD" * 1000, "GitPassword": "hush-1", "GitUrl": "https://git.example/r"}
    variables = {"Variables": [{"Key": "NAME", "Value": "hush-2"}, {"Key": "EMPTY", "Value": ""}]}
    done = run(
        *("create-function", "--function-name", "f", "--explain"),
        *("--code", json.dumps(code), "--environment", json.dumps(variables)),
    )
    assert done.code == 0, done.err
    assert "hush" not in done.out
    assert '"ZipFile": "<4,000 characters>"' in done.out
    assert '"Key": "NAME"' in done.out
    assert "https://git.example/r" in done.out
    done = run("call", "SomeNewAction", '{"Deep": [{"SecretKey": "hush-3", "Tokens": ["hush-4"]}]}', "--explain")
    assert "hush" not in done.out


def test_explain_with_short_keys(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of one letter change no other text; a long token is hidden in the body, too."""
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "e")
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", "a")
    monkeypatch.setenv("TENCENTCLOUD_TOKEN", "hush-hush-token")
    done = run("list-async-events", "--function-name", "name of hush-hush-token", "--explain")
    assert done.code == 0, done.err
    assert "authorization: TC3-HMAC-SHA256 Credential=…/" in done.out
    assert "/scf/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=[secret]" in done.out
    assert "x-tc-action: ListAsyncEvents" in done.out
    assert '"FunctionName": "name of [secret]"' in done.out
