from __future__ import annotations

import contextlib
import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tencentkit.migrate import migrated
from tencentkit.migrate.__main__ import main
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, FakeServer, serve

SAMPLES = sorted(Path(__file__).parent.glob("samples/*.py.txt"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeServer]:
    """A fake with events of every state, by a clock that stands still, so that both programs see the same."""
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
    """What a program prints, and how it exits."""
    printed, code = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(program, "program", "exec"), {"__name__": "__main__"})  # noqa: S102 - our own text
        except SystemExit as ended:
            code = ended.code
    return printed.getvalue(), code


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name.partition(".")[0] for sample in SAMPLES])
@pytest.mark.filterwarnings("ignore")  # of the vendor's SDK
def test_a_rewritten_program_does_what_it_did(sample: Path, server: FakeServer) -> None:
    """Against the same fake the original, by the vendor's SDK, and the rewritten program print the same."""
    original = sample.read_text(encoding="utf-8")
    done = migrated(original)
    assert done.notes == ()
    assert "tencentcloud" not in done.code.replace("tencentcloudapi", "")
    before = run(original)
    asked = [(call.action, call.parameters) for call in server.fake.calls]
    after = run(done.code)
    assert after == before
    assert before[0]
    assert [(call.action, call.parameters) for call in server.fake.calls[len(asked) :]] == asked
    gc.collect()  # connections of clients that neither program closes: here, where their warnings are expected


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name.partition(".")[0] for sample in SAMPLES])
def test_a_second_run_changes_nothing(sample: Path) -> None:
    """What is rewritten stays as it is."""
    once = migrated(sample.read_text(encoding="utf-8")).code
    assert migrated(once).code == once


HEAD = "from tencentcloud.scf.v20180416 import models, scf_client\n\n\n"
CASES = {
    "lines that stand together become one call": (
        """
def ask(client):
    req = models.ListAsyncEventsRequest()
    # whose
    req.FunctionName = "f"
    req.Limit = 1
    req.Limit = 2
    return client.ListAsyncEvents(req)
""",
        """
def ask(client):
    # whose
    return client.list_async_events(function_name="f", limit=2)
""",
    ),
    "a request that is used twice stays a dict": (
        """
def ask(client):
    req = models.ListAsyncEventsRequest()
    req.FunctionName = "f"
    client.ListAsyncEvents(req)
    req.Offset = 20
    return client.ListAsyncEvents(req)
""",
        """
def ask(client):
    req = {"function_name": "f"}
    client.list_async_events(**req)
    req["offset"] = 20
    return client.list_async_events(**req)
""",
    ),
    "what stands between keeps its turn": (
        """
def ask(client):
    req = models.ListAsyncEventsRequest()
    name = input()
    req.FunctionName = name
    print(client.ListAsyncEvents(req).TotalCount)
""",
        """
def ask(client):
    req = {}
    name = input()
    req["function_name"] = name
    print(client.list_async_events(**req).total_count)
""",
    ),
    "a branch fills it": (
        """
def ask(client, version):
    req = models.ListAsyncEventsRequest()
    req.FunctionName = "f"
    if version:
        req.Qualifier = version
    return [event.EndTime for event in client.ListAsyncEvents(req).EventList or []]
""",
        """
def ask(client, version):
    req = {"function_name": "f"}
    if version:
        req["qualifier"] = version
    return [event.end_time for event in client.list_async_events(**req).event_list or []]
""",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_how_requests_are_rewritten(before: str, after: str) -> None:
    """Nothing changes its turn, and a comment stays."""
    done = migrated(HEAD + before.lstrip())
    assert done.notes == ()
    assert done.code.strip() == after.strip()


LEFT = {
    "a request from elsewhere": ("def ask(client, req):\n    return client.ListAsyncEvents(req)\n", "is not known to be its request"),
    "a dict from elsewhere": (
        "import json\nreq = models.ListAsyncEventsRequest()\nreq.from_json_string(json.dumps(load()))\n",
        "not written here as a dict",
    ),
    "a name that is computed": (
        'req = models.ListAsyncEventsRequest()\nreq._deserialize({"Function" + "Name": 1})\n',
        "not written here as a dict",
    ),
    "a field that is not there": ("req = models.ListAsyncEventsRequest()\nreq.Nothing = 1\n", "has no field Nothing"),
    "a type that is not there": ("req = models.NothingRequest()\n", "NothingRequest is not known here"),
    "None": ("req = models.ListAsyncEventsRequest()\nreq.Offset = None\n", "leave the parameter out"),
    "an unknown value's field": ("def show(event):\n    print(event.InvokeRequestId)\n", "InvokeRequestId may be a field of the vendor's"),
    "a profile from elsewhere": ('client = scf_client.ScfClient(None, "r", profile())\n', "it comes from elsewhere"),
    "more arguments": ('client = scf_client.ScfClient(None, "r", None, 1)\n', "arguments that are not known"),
    "a raw call of a client from elsewhere": (
        'def ask(client):\n    return client.call("ListAsyncEvents", {"FunctionName": "f"})\n',
        "gives something else than ours",
    ),
    "a raw call with headers": (
        'client = scf_client.ScfClient(None, "r")\nclient.call_json("ListAsyncEvents", {}, {"X-TC-TraceId": "1"})\n',
        "gives something else than ours",
    ),
    "a raw call of a client that stays": (
        'client = scf_client.ScfClient(None, "r", profile())\nclient.call("ListAsyncEvents", {})\n',
        "call of the vendor's client gives something else",
    ),
    "a field by its computed name": (
        "def ask(name):\n    req = models.ListAsyncEventsRequest()\n    setattr(req, name, 1)\n",
        "setattr is given a request, which is a dict now",
    ),
    "a request for an imported function": (
        "from fillers import fill\nreq = models.ListAsyncEventsRequest()\nfill(req)\n",
        "fill is given a request",
    ),
    "a model that is only named": ("kind = models.TimeInterval\n", "something of the vendor's SDK"),
}


@pytest.mark.parametrize(("program", "says"), LEFT.values(), ids=LEFT)
def test_what_is_in_doubt_is_left_and_named(program: str, says: str) -> None:
    """It stays as it was, with its line and reason, and what it needs stays imported."""
    done = migrated(HEAD + program)
    assert says in " ".join(note.says for note in done.notes)
    assert all(0 < note.line <= (HEAD + program).count("\n") for note in done.notes)
    compile(done.code, "program", "exec")


OPTIONAL = {
    "a parameter": "def ask(x=None):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x\n    return req\n",
    "in a dict": (
        "import json\ndef ask(client, *, x=None):\n    req = models.ListAsyncEventsRequest()\n"
        '    req.from_json_string(json.dumps({"Qualifier": x}))\n    client.ListAsyncEvents(req)\n'
    ),
    "looked up": "import os\nreq = models.ListAsyncEventsRequest()\nreq.Qualifier = os.environ.get('Q')\n",
    "one of two": "req = models.ListAsyncEventsRequest()\nreq.Qualifier = 'a' if input() else None\n",
    "or nothing": "def ask(x):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x or None\n    return req\n",
    "deep in a dict": (
        "import json\ndef ask(x=None):\n    req = models.ListAsyncEventsRequest()\n"
        '    req.from_json_string(json.dumps({"StartTimeInterval": {"Start": x, "End": "2020-02-03 04:05:06"}, "Status": ["RUNNING"]}))\n'
        "    return req\n"
    ),
    "in the other branch": (
        "def ask(x=None):\n    req = models.ListAsyncEventsRequest()\n    if x:\n        pass\n    else:\n        req.Qualifier = x\n"
    ),
}


@pytest.mark.parametrize("program", OPTIONAL.values(), ids=OPTIONAL)
def test_a_value_that_may_be_none_is_named(program: str) -> None:
    """Theirs leaves it out and ours does not: it is rewritten, with a note that says so."""
    done = migrated(HEAD + program)
    assert [note.rewritten for note in done.notes] == [True]
    assert "may be None" in done.notes[0].says
    assert "Qualifier =" not in done.code


@pytest.mark.parametrize("test", ["x", "x is not None", "x and len(x) > 2"])
def test_a_value_that_was_asked_for_is_something(test: str) -> None:
    """A branch that is only taken with a value needs no note."""
    program = f"def ask(client, x=None):\n    req = models.ListAsyncEventsRequest()\n    if {test}:\n        req.Qualifier = x\n"
    assert migrated(HEAD + program).notes == ()
    program = f"def ask(x=None):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x if {test} else '$LATEST'\n"
    assert migrated(HEAD + program).notes == ()
    program = "def ask(x=None):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x or '$LATEST'\n"
    assert migrated(HEAD + program).notes == ()


PROFILES = """\
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.scf.v20180416.scf_client import ScfClient
http = HttpProfile(endpoint="scf.example.com", reqTimeout=30)
"""
KEPT = {
    "a client with one argument too many": 'ScfClient(None, "r", ClientProfile(httpProfile=http), 1)\n',
    "an inline profile that says more": 'ScfClient(None, "r", ClientProfile(httpProfile=http, disableRegionBreaker=False))\n',
    "a profile of another kind of client": "connect(ClientProfile(httpProfile=http))\n",
    "a profile that something else holds": "self.http = http\n",
    "two clients": 'ScfClient(None, "r", ClientProfile(httpProfile=http))\nScfClient(None, "q", ClientProfile(httpProfile=http))\n',
    "a setting that is not always made": ('if slow():\n    http.reqTimeout = 60\nScfClient(None, "r", ClientProfile(httpProfile=http))\n'),
}


@pytest.mark.parametrize("program", KEPT.values(), ids=KEPT)
def test_what_stays_keeps_all_that_it_uses(program: str) -> None:
    """A client or another holder that is left leaves the profile's own lines and imports, and is named."""
    done = migrated(PROFILES + program)
    assert "http = HttpProfile(endpoint" in done.code
    assert "import HttpProfile" in done.code
    assert done.notes


def test_a_profile_in_one_line_becomes_arguments() -> None:
    """Whether a variable holds it or not."""
    done = migrated(PROFILES + 'client = ScfClient(None, "r", ClientProfile(httpProfile=http))\n')
    assert done == (
        'from tencentkit.scf import Client\nclient = Client(region="r", base_url="https://scf.example.com", timeout=30)\n',
        (),
    )


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("http.proxy = 'http://p'", "proxy has no counterpart"),
        ("http.scheme = choose()", "not written here as http or https"),
        ("show(http)", "used in more than one way"),
        ("http = HttpProfile()", "made twice"),
    ],
)
def test_a_profile_that_says_more_is_left(setting: str, says: str) -> None:
    """A client is rewritten only where all of its profile is understood."""
    program = (
        "from tencentcloud.common.profile.client_profile import ClientProfile\n"
        "from tencentcloud.common.profile.http_profile import HttpProfile\n"
        "from tencentcloud.scf.v20180416.scf_client import ScfClient\n"
        f"http = HttpProfile()\n{setting}\nprofile = ClientProfile()\nprofile.httpProfile = http\n"
        'client = ScfClient(None, "r", profile)\n'
    )
    done = migrated(program)
    assert "profile.httpProfile = http" in done.code
    assert "ScfClient(None" in done.code
    assert says in " ".join(note.says for note in done.notes)


def test_other_programs_are_not_touched() -> None:
    """A file that does not name the vendor's SDK comes back as it is, to the byte."""
    code = "x = 1\r\n\tprint( x )"
    assert migrated(code) == (code, ())


def test_the_command_rewrites_in_place_or_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, 1 with what is left, 2 for what is no program; `--diff` writes nothing."""
    good, doubtful, broken = tmp_path / "good.py", tmp_path / "doubtful.py", tmp_path / "broken.py"
    good.write_bytes((HEAD + 'client = scf_client.ScfClient(None, "r")\n').replace("\n", "\r\n").encode())
    doubtful.write_text(HEAD + "kind = models.TimeInterval\n", encoding="utf-8")
    broken.write_text("tencentcloud = (\n", encoding="utf-8")
    was = good.read_bytes()
    assert main(["--diff", str(good)]) == 0
    assert "+client = Client(region" in capsys.readouterr().out
    assert good.read_bytes() == was
    assert main([str(good)]) == 0
    assert good.read_bytes() == b'from tencentkit.scf import Client\r\n\r\n\r\nclient = Client(region="r")\r\n'
    assert main([str(doubtful)]) == 1
    assert f"{doubtful}:1: left as it was" in capsys.readouterr().err
    doubtful.write_text(HEAD + 'client = scf_client.ScfClient(None, "r")\n\n\nclient.call_json("A", {}, {})\n', encoding="utf-8")
    assert main(["--diff", str(doubtful)]) == 1
    assert f"{doubtful}:7: left as it was" in capsys.readouterr().err
    doubtful.write_text(
        "import os\nimport tencentcloud.common.profile.http_profile as p\nfrom tencentcloud.common import credential\n"
        + doubtful.read_text()
    )
    main([str(doubtful)])
    reported = int(capsys.readouterr().err.split(":")[1])
    assert "call_json" in doubtful.read_text(encoding="utf-8").splitlines()[reported - 1]
    assert main([str(broken), str(tmp_path / "none.py")]) == 2
    assert capsys.readouterr().err.count("cannot be read") == 2


def test_without_its_extra_the_command_says_how_to_get_it() -> None:
    """libcst is no dependency of the SDK."""
    code = "sys.modules['libcst'] = None; from tencentkit.migrate.__main__ import main; sys.exit(main(['x.py']))"
    setup = f"import sys; sys.path[:] = {sys.path!r}\n"
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, check=False, env=dict(os.environ))
    assert (done.returncode, done.stderr.strip()) == (2, "error: libcst is not installed: pip install 'tencentkit[migrate]'")
