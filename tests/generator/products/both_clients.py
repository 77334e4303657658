"""One product's requests, sent by our client and by the vendor's SDK for the same arguments, and compared as a proxy on loopback sees them.

`python both_clients.py '{"paths": […], "spec": …, "package": …, "vendor": […], "actions": […], "seed": 1}'` prints one JSON object. It runs
in a process of its own, for the vendor's modules are large and warn.
"""

from __future__ import annotations

import json
import sys
import threading
import time
import warnings
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

SECRET_ID, SECRET_KEY, REGION = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "ap-guangzhou"
COMPARED = ("method", "target", "host", "body", "action", "version", "region", "date", "signature")


class Proxy:
    """Notes each request that is to go to any host, and answers it itself."""

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = []
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                proxy.seen.append({"method": self.command, "target": self.path, "headers": headers, "body": body})
                answer = b'{"Response": {"RequestId": "r"}}'
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()


class Unsupported(Exception):
    """Our client cannot send what the vendor's SDK sends."""


def missing(given: Any, sent: Any, where: str = "") -> list[str]:
    """Where `sent` has not what was `given`."""
    if isinstance(given, dict) and isinstance(sent, dict):
        return [path for key in given for path in (missing(given[key], sent[key], f"{where}.{key}") if key in sent else [f"{where}.{key}"])]
    if isinstance(given, list) and isinstance(sent, list) and len(given) == len(sent):
        return [path for one, other in zip(given, sent, strict=True) for path in missing(one, other, f"{where}[]")]
    return []


def without(arguments: Any, paths: set[str], where: str = "") -> Any:
    """Return the arguments without the fields at these paths."""
    if isinstance(arguments, dict):
        return {key: without(value, paths, f"{where}.{key}") for key, value in arguments.items() if f"{where}.{key}" not in paths}
    if isinstance(arguments, list):
        return [without(value, paths, f"{where}[]") for value in arguments]
    return arguments


def told(request: dict[str, Any], service: str) -> dict[str, Any]:
    """What of a request must be equal, and whether its signature is right."""
    from tencentkit.testing._service.signature_check import verify

    headers = request["headers"]
    if "json" not in headers["content-type"]:
        raise Unsupported(f"the vendor's SDK sends it as {headers['content-type'].partition(';')[0]}")
    timestamp = headers["x-tc-timestamp"]
    if headers["authorization"] == "SKIP":
        signature = "SKIP"
    else:
        verify(
            method=request["method"],
            headers=headers,
            body=request["body"],
            service=service,
            now=time.time(),
            secret_keys={SECRET_ID: SECRET_KEY},
            tokens={},
        )
        signature = "verifies"
    return {
        "method": request["method"],
        "target": request["target"],
        "host": headers["host"],
        "body": json.dumps(json.loads(request["body"]), sort_keys=True),
        "action": headers["x-tc-action"],
        "version": headers["x-tc-version"],
        "region": headers.get("x-tc-region"),
        "date": datetime.fromtimestamp(int(timestamp), UTC).date().isoformat(),
        "signature": signature,
    }


def ours(client: Any, models: Any, action: str, arguments: dict[str, Any]) -> None:
    """Through the typed method."""
    request = getattr(models, f"{action}Request").from_dict(arguments)
    method = next(
        getattr(client, name) for name in dir(type(client)) if getattr(getattr(type(client), name), "action", None) == client.rows[action]
    )
    method(**{field.name: value for field in request.FIELDS if (value := getattr(request, field.name)) is not client.unset})


def theirs(client: Any, models: Any, action: str, arguments: dict[str, Any], *, skip_sign: bool) -> None:
    """As its documentation shows; an action that it lacks or does not sign, by name, as the vendor's command-line tool sends it."""
    if not hasattr(models, f"{action}Request"):
        client.call(action, arguments)
        return
    request = getattr(models, f"{action}Request")()
    request.from_json_string(json.dumps(arguments))
    if skip_sign:
        client.call(action, request._serialize(), options={"SkipSign": True})
    else:
        getattr(client, action)(request)


def compared(task: dict[str, Any]) -> dict[str, Any]:
    """How many requests are equal; the others with their differences, or with what our client cannot send."""
    from arguments import drawn
    from tencentcloud.common import credential  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.common.profile.client_profile import ClientProfile  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.common.profile.http_profile import HttpProfile  # type: ignore[import-not-found,import-untyped,unused-ignore]

    from tencentkit import Credentials
    from tencentkit.product import Product, SyncClient
    from tencentkit.transport import HttpxTransport
    from tencentkit_api.unset import UNSET

    spec = json.loads(Path(task["spec"]).read_bytes())
    tables = import_module(f"{task['package']}.actions")
    operations = import_module(f"{task['package']}.operations").Operations

    class Client(SyncClient, operations):  # type: ignore[misc,valid-type]
        _product = Product(service=tables.SERVICE, version=tables.VERSION, host=tables.HOST, actions=tables.ACTIONS)
        rows = {row.name: row for row in tables.ACTIONS}  # noqa: RUF012 - read only
        unset = UNSET

    folder, version = task["vendor"]
    vendor = import_module(f"tencentcloud.{folder}.{version}.{folder}_client")
    vendor_models = import_module(f"tencentcloud.{folder}.{version}.models")
    vendor_class = next(value for name, value in vars(vendor).items() if name.casefold() == f"{folder}client")
    models = import_module(f"{task['package']}.models")
    proxy = Proxy()
    equal, different, unsupported, partial = 0, [], [], []
    with Client(
        region=REGION,
        credentials=Credentials(SECRET_ID, SECRET_KEY),
        base_url=f"http://{tables.HOST}",
        transport=HttpxTransport(proxy=proxy.url, trust_env=False),
        throttle=None,
        retry=None,
    ) as client:
        profile = ClientProfile(httpProfile=HttpProfile(protocol="http", proxy=proxy.url))
        other = vendor_class(credential.Credential(SECRET_ID, SECRET_KEY), REGION, profile)

        def both(arguments: dict[str, Any]) -> list[dict[str, Any]]:
            proxy.seen.clear()
            ours(client, models, action, arguments)
            theirs(other, vendor_models, action, arguments, skip_sign=client.rows[action].skip_sign)
            return [told(request, tables.SERVICE) for request in proxy.seen]

        for action in task["actions"]:
            arguments = drawn(spec["components"]["schemas"], action, task["seed"])
            if (token := client.rows[action].client_token) is not None:
                arguments.setdefault(token, "token")  # otherwise ours adds one, and the vendor's none
            try:
                one, two = both(arguments)
                if lost := set(missing(arguments, json.loads(two["body"]))):
                    one, two = both(without(arguments, lost))
                    partial.append(f"{action}: without {', '.join(sorted(path.removeprefix('.') for path in lost))}")
                elif not hasattr(vendor_models, f"{action}Request"):
                    partial.append(f"{action}: by the vendor's `call`")
                wrong = [f"{key}: {one[key]} and {two[key]}" for key in COMPARED if one[key] != two[key]]
            except Unsupported as reason:
                unsupported.append(f"{action}: {reason}")
                continue
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told of that action
                wrong = [repr(error)]
            equal += not wrong
            different += [f"{action}: {line}" for line in wrong]
    proxy.close()
    return {"equal": equal, "different": different, "unsupported": unsupported, "partial": partial}


if __name__ == "__main__":
    work = json.loads(sys.argv[1])
    sys.path[:0] = [str(Path(__file__).parent), *work["paths"]]
    sys.dont_write_bytecode = True
    warnings.simplefilter("ignore")  # the vendor's modules warn of each field that is deprecated
    print(json.dumps(compared(work)))
