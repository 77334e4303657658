"""Error codes of both pages, raised as their exception classes."""

from __future__ import annotations

from typing import Any

import pytest

from tencentkit import errors
from tencentkit.testing import FakeScf
from tencentkit_api.scf.actions import ACTIONS
from tests.cassettes.conftest import CassetteClients

# Requests that provoke each code; the other codes are injected.
PROVOKED: dict[tuple[str, str], dict[str, Any]] = {
    ("GetAsyncEventStatus", "ResourceNotFound.AsyncEvent"): {"invoke_request_id": "no-such-event"},
    ("ListAsyncEvents", "InvalidParameterValue.InvokeType"): {"function_name": "helloworld", "invoke_type": [""]},
    ("ListAsyncEvents", "InvalidParameterValue.Limit"): {"function_name": "helloworld", "limit": 101},
    ("ListAsyncEvents", "InvalidParameterValue.Order"): {"function_name": "helloworld", "order": "SIDEWAYS"},
    ("ListAsyncEvents", "InvalidParameterValue.Orderby"): {"function_name": "helloworld", "orderby": "Name"},
    ("ListAsyncEvents", "InvalidParameterValue.Status"): {"function_name": "helloworld", "status": ["DONE"]},
    ("ListAsyncEvents", "ResourceNotFound.Function"): {"function_name": "no-such-function"},
    ("ListAsyncEvents", "ResourceNotFound.Namespace"): {"function_name": "helloworld", "namespace": "no-such-namespace"},
    ("ListAsyncEvents", "ResourceNotFound.Version"): {"function_name": "helloworld", "qualifier": "99"},
}
DOCUMENTED = [(action.name, code) for action in ACTIONS for code in action.errors]
SCRIPTED = [row for row in DOCUMENTED if row not in PROVOKED]
PLAIN = {"ListAsyncEvents": {"function_name": "helloworld"}, "GetAsyncEventStatus": {"invoke_request_id": "some-event"}}


def test_provoked_codes_are_documented() -> None:
    """The pages list every provoked code."""
    assert PROVOKED.keys() <= set(DOCUMENTED)


def api_error(clients: CassetteClients, client: Any, action: str, arguments: dict[str, Any]) -> errors.ApiError:
    method = {"ListAsyncEvents": "list_async_events", "GetAsyncEventStatus": "get_async_event_status"}[action]
    with pytest.raises(errors.ApiError) as caught:
        clients.kind.run(getattr(client, method)(**arguments))
    return caught.value


@pytest.mark.vcr
@pytest.mark.parametrize(("action", "code"), [pytest.param(*row, id="-".join(row)) for row in PROVOKED])
def test_provoked_code(clients: CassetteClients, action: str, code: str) -> None:
    """An invalid request returns the code of the page, which is raised as its class."""
    error = api_error(clients, clients.client(), action, PROVOKED[action, code])
    assert type(error) is getattr(errors, code.partition(".")[0])
    assert (error.code, error.action, error.region, error.attempts) == (code, action, "ap-guangzhou", 1)
    assert error.request_id


@pytest.mark.vcr
@pytest.mark.scripted
@pytest.mark.parametrize(("action", "code"), [pytest.param(*row, id="-".join(row)) for row in SCRIPTED])
def test_scripted_code(clients: CassetteClients, action: str, code: str) -> None:
    """The other documented codes are raised as their classes, too."""

    def prepare(fake: FakeScf) -> None:
        fake.fail_next(action, code=code, message="As documented.")

    error = api_error(clients, clients.client(prepare), action, PLAIN[action])
    assert type(error) is getattr(errors, code.partition(".")[0])
    assert (error.code, error.message, error.attempts) == (code, "As documented.", 1)
