"""Misuse of a client itself: wrong arguments of the constructor, copies and pickles."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import RequestInvalid
from tencentkit.scf import AsyncClient, Client
from tests.conftest import Kind

KEYS = "credentials=Credentials(secret_id, secret_key, token)"


@pytest.mark.parametrize("client", [Client, AsyncClient])
@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("secret_id", KEYS),
        ("SecretKey", KEYS),
        ("cred", KEYS),
        ("token", KEYS),
        ("profile", 'credentials=ProfileCredentials("NAME")'),
        ("role_arn", "credentials=AssumeRoleCredentials(role_arn=…)"),
        ("endpoint", 'base_url="https://HOST"'),
        ("endpoint_url", 'base_url="https://HOST"'),
        ("proxies", "transport=HttpxTransport(proxy=…) or set HTTPS_PROXY"),
        ("max_retries", "retry=Retry(attempts=…)"),
        ("reqTimeout", "timeout= in seconds"),
        ("rate_limit", "throttle=Throttle(…)"),
        ("Region", "region="),
    ],
)
def test_foreign_setting(client: Any, name: str, instead: str) -> None:
    """The name of another SDK is answered with ours."""
    with pytest.raises(RequestInvalid) as caught:
        client(**{name: "x"})
    assert str(caught.value) == f"{name}: is not an argument of {client.__name__}; pass {instead}"


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("regoin", "; did you mean region?"),
        ("headers", "; it is a call option, so use with_options(headers=…)"),
        ("idempotent", "; it is a call option, so use with_options(idempotent=…)"),
        ("xyz", "; it takes region, credentials, base_url"),
    ],
)
def test_unknown_setting(kind: Kind, name: str, rule: str) -> None:
    """An unknown name is answered with the nearest one or with all."""
    with pytest.raises(RequestInvalid) as caught:
        kind.client(**{name: "x"})
    assert rule in caught.value.rule


@pytest.mark.parametrize("client", [Client, AsyncClient])
def test_positional_settings(client: Any) -> None:
    """Positional keys are refused, and not repeated in the message."""
    with pytest.raises(RequestInvalid) as caught:
        client("AKIDvery", "secret")
    text = f"{client.__name__} takes keyword arguments only; pass region=… and credentials=Credentials(secret_id, secret_key)"
    assert str(caught.value) == f"positional argument: {text}"


@dataclasses.dataclass
class Holder:
    scf: Any


def view(client: Any) -> Any:
    return client.with_options(region="ap-beijing")


@pytest.mark.parametrize(
    "held",
    [lambda client: client, view, Holder, lambda client: [client], lambda client: Holder(view(client))],
    ids=["client", "view", "dataclass", "list", "view in a dataclass"],
)
def test_pickle_is_refused(kind: Kind, held: Callable[[Any], Any]) -> None:
    """Also inside other objects, and for every protocol."""
    client = kind.client()
    name = type(client).__name__
    message = f"a {name} cannot be pickled, because it holds credentials and connections: create a {name} in each process"
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(held(client), protocol)
        assert caught.value.args == (message,)
    with pytest.raises(TypeError, match="in each process"):
        pickle.dumps(client.list_functions)


@pytest.mark.parametrize(
    "make_copy",
    [copy.copy, copy.deepcopy, lambda client: copy.deepcopy([client]), lambda client: dataclasses.asdict(Holder(client))],
    ids=["copy", "deepcopy", "list", "asdict"],
)
def test_copy_is_refused(kind: Kind, make_copy: Callable[[Any], Any]) -> None:
    """The message names the two things to do instead; copying a holder stays possible."""
    client = kind.client()
    for each in (client, view(client)):
        with pytest.raises(TypeError) as caught:
            make_copy(each)
        name = type(client).__name__
        assert caught.value.args == (f"a {name} cannot be copied: share it, or use with_options(…) for a view with other options",)
    assert copy.copy(Holder(client)).scf is client
