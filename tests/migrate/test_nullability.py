from __future__ import annotations

import pytest

from tencentkit.migrate import migrated

HEAD = "from tencentcloud.scf.v20180416 import models, scf_client\n\n\n"

OPTIONAL = {
    "a parameter": "def send(x=None):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x\n    return req\n",
    "in a dict": (
        "import json\ndef send(client, *, x=None):\n    req = models.ListAsyncEventsRequest()\n"
        '    req.from_json_string(json.dumps({"Qualifier": x}))\n    client.ListAsyncEvents(req)\n'
    ),
    "looked up": "import os\nreq = models.ListAsyncEventsRequest()\nreq.Qualifier = os.environ.get('Q')\n",
    "one of two": "req = models.ListAsyncEventsRequest()\nreq.Qualifier = 'a' if input() else None\n",
    "or nothing": "def send(x):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x or None\n    return req\n",
    "deep in a dict": (
        "import json\ndef send(x=None):\n    req = models.ListAsyncEventsRequest()\n"
        '    req.from_json_string(json.dumps({"StartTimeInterval": {"Start": x, "End": "2020-02-03 04:05:06"}, "Status": ["RUNNING"]}))\n'
        "    return req\n"
    ),
    "in the other branch": (
        "def send(x=None):\n    req = models.ListAsyncEventsRequest()\n    if x:\n        pass\n    else:\n        req.Qualifier = x\n"
    ),
}


@pytest.mark.parametrize("program", OPTIONAL.values(), ids=OPTIONAL)
def test_possible_none_is_reported(program: str) -> None:
    """The vendor's SDK omits it and ours does not: it is rewritten, with a note."""
    done = migrated(HEAD + program)
    assert [note.rewritten for note in done.notes] == [True]
    assert "may be None" in done.notes[0].says
    assert "Qualifier =" not in done.code


@pytest.mark.parametrize("test", ["x", "x is not None", "x and len(x) > 2"])
def test_checked_value_is_not_reported(test: str) -> None:
    """A branch that runs only with a value needs no note."""
    program = f"def send(client, x=None):\n    req = models.ListAsyncEventsRequest()\n    if {test}:\n        req.Qualifier = x\n"
    assert migrated(HEAD + program).notes == ()
    program = f"def send(x=None):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x if {test} else '$LATEST'\n"
    assert migrated(HEAD + program).notes == ()
    program = "def send(x=None):\n    req = models.ListAsyncEventsRequest()\n    req.Qualifier = x or '$LATEST'\n"
    assert migrated(HEAD + program).notes == ()
