"""OpenTelemetry collector on loopback, and its backend."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sysconfig
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import httpx

_ENVIRONMENT = {"LD_LIBRARY_PATH": str(sysconfig.get_config_var("LIBDIR"))}


class Backend:
    """Server that stores OTLP requests over HTTP."""

    def __init__(self) -> None:
        received: list[bytes] = []
        self.received = received

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                received.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "application/x-protobuf")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def agent() -> Path | None:
    """Return the program of Rotel if it runs here: it needs the shared library of this Python."""
    if find_spec("rotel") is None:
        return None
    program = Path(str(files("rotel"))) / "rotel-agent"
    return program if subprocess.run([program, "--version"], env=_ENVIRONMENT, capture_output=True, check=False).returncode == 0 else None


class Collector:
    """Rotel, which receives spans at `url` and forwards them to a backend."""

    def __init__(self, program: Path, backend: Backend, folder: Path) -> None:
        http_port, grpc_port = _free_ports()
        arguments = {
            "--otlp-http-endpoint": f"127.0.0.1:{http_port}",
            "--otlp-grpc-endpoint": f"127.0.0.1:{grpc_port}",
            "--exporter": "otlp",
            "--otlp-exporter-protocol": "http",
            "--otlp-exporter-endpoint": backend.url,
        }
        command = [program, "start", *(word for pair in arguments.items() for word in pair)]
        with (folder / "collector.log").open("wb") as log:
            self._agent = subprocess.Popen(command, cwd=folder, env=_ENVIRONMENT, stdout=log, stderr=log)
        self.url = f"http://127.0.0.1:{http_port}"
        try:
            with httpx.Client(transport=httpx.HTTPTransport(retries=6), trust_env=False) as client:
                client.get(self.url)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Stop the collector after it has sent everything."""
        self._agent.terminate()
        self._agent.communicate()


def spans_of(received: list[bytes]) -> list[dict[str, object]]:
    """Return the spans of OTLP requests, parsed by OpenTelemetry."""
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    found = []
    for body in received:
        for resource in ExportTraceServiceRequest.FromString(_plain(body)).resource_spans:
            [service] = [each.value.string_value for each in resource.resource.attributes if each.key == "service.name"]
            for scope in resource.scope_spans:
                for span in scope.spans:
                    facts = {each.key: getattr(each.value, each.value.WhichOneof("value")) for each in span.attributes}
                    found.append({"name": span.name, "service": service} | facts)
    return found


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _plain(body: bytes) -> bytes:
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
