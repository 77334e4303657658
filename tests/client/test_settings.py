"""Settings of a client, validated when it is created."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from tencentkit import Credentials, Hook, Retry
from tencentkit.clock import SystemClock
from tencentkit.errors import RequestInvalid
from tencentkit.scf import AsyncClient, Client
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tencentkit_api.unset import UNSET
from tests.conftest import Kind


class Hooked(Hook):
    def __repr__(self) -> str:
        return "Hooked()"


@pytest.mark.parametrize("kind_of_client", [Client, AsyncClient])
@pytest.mark.parametrize(
    ("settings", "argument"),
    [
        ({"base_url": "ftp://scf.tencentcloudapi.com"}, "base_url"),
        ({"base_url": "scf.tencentcloudapi.com"}, "base_url"),
        ({"base_url": "https://user:pw@scf.tencentcloudapi.com"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com/path"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:port"}, "base_url"),
        ({"base_url": "https://höst"}, "base_url"),
        ({"base_url": 3}, "base_url"),
        ({"base_url": "https://a b"}, "base_url"),
        ({"base_url": "https://a..b"}, "base_url"),
        ({"base_url": "https://a\n.b"}, "base_url"),
        ({"base_url": f"https://{'a' * 64}.b"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:0"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com:65536"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com?a=b"}, "base_url"),
        ({"base_url": "https://scf.tencentcloudapi.com/#"}, "base_url"),
        ({"base_url": "https://[::1"}, "base_url"),
        ({"base_url": "https://[1::2::3]"}, "base_url"),
        ({"base_url": ""}, "base_url"),
        ({"retry": 3}, "retry"),
        ({"retry": True}, "retry"),
        ({"retry": Retry}, "retry"),
        ({"throttle": 5}, "throttle"),
        ({"clock": time}, "clock"),
        ({"clock": SystemClock}, "clock"),
        ({"rng": 0.5}, "rng"),
        ({"transport": "x"}, "transport"),
        ({"transport": HttpxTransport}, "transport"),
        ({"hooks": "x"}, "hooks"),
        ({"hooks": 5}, "hooks"),
        ({"hooks": Hooked()}, "hooks"),
        ({"credentials": "AKID"}, "credentials"),
        ({"credentials": ("AKID", "key")}, "credentials"),
        ({"credentials": {"secret_id": "AKID"}}, "credentials"),
        ({"credentials": Credentials}, "credentials"),
        ({"region": 5}, "region"),
        ({"timeout": True}, "timeout"),
        ({"timeout": "3"}, "timeout"),
        ({"deadline": float("nan")}, "deadline"),
        ({"region": ""}, "region"),
        ({"timeout": 0}, "timeout"),
        ({"deadline": float("inf")}, "deadline"),
    ],
    ids=str,
)
def test_invalid_setting(kind_of_client: Any, settings: dict[str, Any], argument: str) -> None:
    """An invalid setting raises RequestInvalid when the client is created."""
    with pytest.raises(RequestInvalid) as caught:
        kind_of_client(**({"credentials": Credentials("id", "key")} | settings))
    assert caught.value.argument == argument


@pytest.mark.parametrize(
    "url",
    [
        "https://scf.intl.tencentcloudapi.com",
        "http://127.0.0.1:8080/",
        "http://[::1]:8080",
        "https://scf_test.docker.",
        "HTTPS://SCF.example:443",
    ],
)
def test_valid_base_url(url: str) -> None:
    """Host names, IP addresses and ports are accepted."""
    assert Client(base_url=url, credentials=Credentials("id", "key"))._settings.signer.url.endswith("/")


def test_httpx_client_as_transport(kind: Kind) -> None:
    """A client of httpx is refused when the client is created; the error names the right transport."""
    wrong = kind.pick(httpx.Client, httpx.AsyncClient)()
    usual = kind.pick("HttpxTransport", "AsyncHttpxTransport")
    with pytest.raises(RequestInvalid, match=rf"transport: .* timeout, budget\), as tencentkit\.transport\.{usual} does"):
        kind.client(transport=wrong)
    kind.run(wrong.aclose() if kind.is_async else wrong.close())


@pytest.mark.parametrize(("client", "wrong"), [(Client, AsyncHttpxTransport()), (AsyncClient, HttpxTransport())])
def test_transport_of_the_other_kind(client: Any, wrong: Any) -> None:
    """A sync client refuses an async transport when it is created, and vice versa."""
    with pytest.raises(RequestInvalid, match="transport: must be an object with send and"):
        client(transport=wrong, credentials=Credentials("id", "key"))


def test_repr_and_help() -> None:
    """The repr contains import name, region and host; the docstrings describe product and arguments."""
    client = Client(region="ap-guangzhou", credentials=Credentials("id", "key"))
    assert repr(client) == "tencentkit.scf.Client(region='ap-guangzhou', host='scf.tencentcloudapi.com')"
    assert "Serverless Cloud Function" in str(Client.__doc__)
    assert "credentials:" in str(Client.__init__.__doc__)
    assert f"{UNSET}" == str(UNSET) == repr(UNSET) == "UNSET"
