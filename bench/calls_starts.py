"""Cost of a start: imports, the first client and model, a whole process with one call."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from bench.calls_counts import Counts, installed
from bench.calls_server import CallsServer, Door

_OURS = (
    "from tencentkit import Credentials; from tencentkit.scf import Client, models; models.AsyncEvent; "
    'client = Client(region="ap-guangzhou", credentials=Credentials("id", "key"), base_url="https://127.0.0.1")'
)
_VENDOR = (
    "from tencentcloud.common import credential; from tencentcloud.scf.v20180416 import scf_client, models; "
    'client = scf_client.ScfClient(credential.Credential("id", "key"), "ap-guangzhou"); models.AsyncEvent()'
)
_ONE_OURS = (
    "from tencentkit.scf import Client; "
    'client = Client(region="ap-guangzhou", base_url="{url}"); '
    'print(client.list_async_events(function_name="f", limit=2).total_count)'
)
_ONE_LEAN = "from tencentkit.transport import LeanTransport; " + _ONE_OURS.replace("base_url=", "transport=LeanTransport(), base_url=")
_ONE_HTTPX2 = "from tencentkit.transport import HttpxTransport; " + _ONE_OURS.replace(
    "base_url=", 'transport=HttpxTransport(engine="httpx2"), base_url='
)
_ONE_VENDOR = (
    "from tencentcloud.common import credential; from tencentcloud.scf.v20180416 import scf_client, models; "
    "from tencentcloud.common.profile import client_profile, http_profile; import os; "
    'http = http_profile.HttpProfile(protocol="https", endpoint="{host}", certification=os.environ["REQUESTS_CA_BUNDLE"]); '
    "profile = client_profile.ClientProfile(httpProfile=http); "
    "found = credential.EnvironmentVariableCredential().get_credential(); "
    'client = scf_client.ScfClient(found, "ap-guangzhou", profile); '
    'request = models.ListAsyncEventsRequest(); request.FunctionName = "f"; '
    "print(client.ListAsyncEvents(request).TotalCount)"
)
# Not ru_maxrss, which a process inherits from its parent.
_REPORT = (
    "\nimport json as j, re as r, sys as s, time as t\n"
    'm = r.search("VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]\n'
    "print(j.dumps([t.process_time() * 1000, len(s.modules), int(m) / 1024]))"
)


def starts(environment: dict[str, str], *, tls: str, quick: bool, counting: bool) -> dict[str, Any]:
    """Return milliseconds of CPU, modules, MB and millions of instructions, by program.

    A call goes over TLS to a host name, with keys from the environment.
    """
    environment = environment | {"TENCENTCLOUD_SECRET_ID": "id", "TENCENTCLOUD_SECRET_KEY": "key"}
    door = Door(tls=tls)
    with CallsServer([door]) as server:
        url = server.urls[door].replace("127.0.0.1", "localhost")
        codes = {
            "bare Python": "pass",
            "`import tencentkit.scf`": "import tencentkit.scf",
            "`import httpx`": "import httpx",
            "vendor's SDK: import, client, model": _VENDOR,
            "**tencentkit**: import, client, model": _OURS,
            "vendor's SDK: import, call, print": _ONE_VENDOR.format(host=url.partition("//")[2]),
            "**tencentkit**: import, call, print": _ONE_OURS.format(url=url),
            "**tencentkit**, httpx2: import, call, print": _ONE_HTTPX2.format(url=url),
            "**tencentkit**, `LeanTransport`: import, call, print": _ONE_LEAN.format(url=url),
        }
        if not find_spec("httpx2"):
            codes = {title: code for title, code in codes.items() if "httpx2" not in title}
        if not find_spec("tencentcloud"):
            codes = {title: code for title, code in codes.items() if not title.startswith("vendor")}
        rounds: dict[str, list[list[float]]] = {title: [] for title in codes}
        for number in range(4 if quick else 10):
            for title, code in codes.items():
                measured = _measure(code, environment)
                if number:  # the first round compiles modules
                    rounds[title].append(measured)
        counts = Counts(environment)
        found: dict[str, Any] = {}
        for title, code in codes.items():
            cpu, modules, resident = (statistics.median(column) for column in zip(*rounds[title], strict=True))
            found[title] = {"cpu": cpu, "modules": modules, "resident": resident}
            if installed() and counting:
                found[title]["millions"] = counts.instructions(["-c", code]) / 1e6
            print(f"start    {title:40} {found[title]}", flush=True)
    return found


def _measure(code: str, environment: dict[str, str]) -> list[float]:
    done = subprocess.run([sys.executable, "-c", code + _REPORT], env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    measured: list[float] = json.loads(done.stdout.splitlines()[-1])
    return measured
