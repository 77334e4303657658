from __future__ import annotations

import contextlib
import gc
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tencentkit.migrate import migrated
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, FakeServer, serve

SAMPLES = sorted(Path(__file__).parent.glob("samples/*.py.txt"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeServer]:
    """Serve a fake with events of every state."""
    fake = FakeScf(rate_limits={"ListAsyncEvents": None, "GetAsyncEventStatus": None})
    hello = fake.function("helloworld")
    hello.many(150)
    hello.failed(ago=3)
    hello.aborted(ago=2)
    with serve(fake) as server:
        monkeypatch.setenv("SCF_ENDPOINT", server.url.removeprefix("http://"))
        monkeypatch.setenv("SCF_ID", SECRET_ID)
        monkeypatch.setenv("SCF_KEY", SECRET_KEY)
        yield server


def run(program: str) -> tuple[str, object]:
    """Return the output and the exit code of a program."""
    printed, code = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(program, "program", "exec"), {"__name__": "__main__"})  # noqa: S102 - our own text
        except SystemExit as ended:
            code = ended.code
    return printed.getvalue(), code


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name.partition(".")[0] for sample in SAMPLES])
@pytest.mark.filterwarnings("ignore")  # of the vendor's SDK
def test_rewritten_program_behaves_the_same(sample: Path, server: FakeServer) -> None:
    """Against the same fake, the vendor's SDK with the original and ours with the rewritten program print and request the same."""
    original = sample.read_text(encoding="utf-8")
    done = migrated(original)
    assert done.notes == ()
    assert "tencentcloud" not in done.code.replace("tencentcloudapi", "")
    before = run(original)
    requests = [(call.action, call.parameters) for call in server.fake.calls]
    after = run(done.code)
    assert after == before
    assert before[0]
    assert [(call.action, call.parameters) for call in server.fake.calls[len(requests) :]] == requests
    gc.collect()  # neither program closes its client; their warnings are ignored in this test only


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name.partition(".")[0] for sample in SAMPLES])
def test_rewriting_is_idempotent(sample: Path) -> None:
    """A rewritten program is not changed again."""
    once = migrated(sample.read_text(encoding="utf-8")).code
    assert migrated(once).code == once


HEAD = "from tencentcloud.scf.v20180416 import models, scf_client\n\n\n"

UNCERTAIN = {
    "a request from elsewhere": ("def ask(client, req):\n    return client.ListAsyncEvents(req)\n", "is not known to be its request"),
    "a dict from elsewhere": (
        "import json\nreq = models.ListAsyncEventsRequest()\nreq.from_json_string(json.dumps(load()))\n",
        "not a dict literal with known keys",
    ),
    "a name that is computed": (
        'req = models.ListAsyncEventsRequest()\nreq._deserialize({"Function" + "Name": 1})\n',
        "not a dict literal with known keys",
    ),
    "an unknown field": ("req = models.ListAsyncEventsRequest()\nreq.Nothing = 1\n", "has no field Nothing"),
    "an unknown type": ("req = models.NothingRequest()\n", "unknown type or arguments: NothingRequest"),
    "None": ("req = models.ListAsyncEventsRequest()\nreq.Offset = None\n", "leave the parameter out"),
    "an unknown value's field": (
        "def show(event):\n    print(event.InvokeRequestId)\n",
        "InvokeRequestId may be a field of a vendor's model",
    ),
    "a profile from elsewhere": ('client = scf_client.ScfClient(None, "r", profile())\n', "it is not created in this file"),
    "more arguments": ('client = scf_client.ScfClient(None, "r", None, 1)\n', "unknown arguments"),
    "a raw call of a client from elsewhere": (
        'def ask(client):\n    return client.call("ListAsyncEvents", {"FunctionName": "f"})\n',
        "returns another type than ours",
    ),
    "a raw call with headers": (
        'client = scf_client.ScfClient(None, "r")\nclient.call_json("ListAsyncEvents", {}, {"X-TC-TraceId": "1"})\n',
        "returns another type than ours",
    ),
    "a raw call of a client that stays": (
        'client = scf_client.ScfClient(None, "r", profile())\nclient.call("ListAsyncEvents", {})\n',
        "call of the vendor's client returns another type",
    ),
    "a field by its computed name": (
        "def ask(name):\n    req = models.ListAsyncEventsRequest()\n    setattr(req, name, 1)\n",
        "setattr receives a request, which is a dict now",
    ),
    "a request for an imported function": (
        "from fillers import fill\nreq = models.ListAsyncEventsRequest()\nfill(req)\n",
        "fill receives a request",
    ),
    "a model that is only named": ("kind = models.TimeInterval\n", "unknown part of the vendor's SDK"),
}


@pytest.mark.parametrize(("program", "says"), UNCERTAIN.values(), ids=UNCERTAIN)
def test_uncertain_code_is_reported(program: str, says: str) -> None:
    """It stays unchanged, with a line and a reason, and keeps its imports."""
    done = migrated(HEAD + program)
    assert says in " ".join(note.says for note in done.notes)
    assert all(0 < note.line <= (HEAD + program).count("\n") for note in done.notes)
    compile(done.code, "program", "exec")


def test_other_programs_are_unchanged() -> None:
    """A file without the vendor's SDK keeps every byte."""
    code = "x = 1\r\n\tprint( x )"
    assert migrated(code) == (code, ())
