"""`python -m tencentkit.testing serve`: the fake SCF on a local port, for programs in any language."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._dependencies import testing_extra

if TYPE_CHECKING:
    from ._fake.fake import FakeScf
    from ._servers.loopback import FakeServer

_PORT = 9797
_LAST_PORT = 65535
_KEEP_CALLS = 5000


def main(arguments: Sequence[str] | None = None, *, until: threading.Event | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: Command line arguments; default: those of the process.
        until: Event that stops the server; default: Ctrl-C or SIGTERM.
    """
    options = _parser().parse_args(arguments)
    try:
        with testing_extra():
            from ._servers.serve import serve

            fake = _seeded_fake(options)
            server = serve(fake, tls=options.tls, port=options.port, panel=True)
    except ValueError as error:
        return _fail(2, str(error))
    except ImportError as error:
        if not isinstance(error, ModuleNotFoundError):  # the message of testing_extra
            return _fail(1, error.msg)
        raise
    stop = _stop_signal() if until is None else until
    try:
        with server:
            if not options.quiet:
                _print_calls(fake)
            _print_address(server)
            stop.wait()
    except OSError as error:
        return _fail(1, f"port {options.port}: {error.strerror}; --port 0 selects a free port")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tencentkit.testing", description="Fake SCF for tests in any language.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serving = commands.add_parser("serve", help="serve the fake on 127.0.0.1 until Ctrl-C", description=_DESCRIPTION)
    serving.add_argument("--port", type=_port, default=_PORT, help=f"port on 127.0.0.1; 0 selects a free port (default: {_PORT})")
    serving.add_argument("--tls", action="store_true", help="use TLS with a temporary certificate")
    serving.add_argument("--function", action="append", default=[], metavar="NAME", help="add this function at the start")
    serving.add_argument("--events", type=int, default=0, metavar="N", help="add N finished events to each --function")
    serving.add_argument("--no-rate-limits", action="store_true", help="disable the rate limits")
    serving.add_argument("--quiet", action="store_true", help="do not print the calls")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"the port must be from 0 to {_LAST_PORT}, not {port}")
    return port


_DESCRIPTION = (
    "Responds to signed requests as SCF does, error responses included. /_fake/ is a web page that shows the calls. "
    "Programs control the fake with POST requests in JSON to /_fake/functions, /_fake/handlers, "
    "/_fake/events, /_fake/faults and /_fake/travel."
)


def _seeded_fake(options: argparse.Namespace) -> FakeScf:
    from tencentkit_api.scf.actions import ACTIONS

    from ._fake.fake import FakeScf

    limits = {row.name: None for row in ACTIONS} if options.no_rate_limits else None
    fake = FakeScf(rate_limits=limits, keep_calls=_KEEP_CALLS)
    for name in options.function:
        function = fake.function(name)
        if options.events:
            function.many(options.events, every=60)
    return fake


def _print_address(server: FakeServer) -> None:
    credentials = server.fake.credentials
    print(f"fake SCF   {server.url}", f"page       {server.url}/_fake/", sep="\n")
    print(f"secret id  {credentials.secret_id}", f"secret key {credentials.secret_key} (example: gives no access)", sep="\n")
    if server.url.startswith("https"):
        print(f"CA file    {server.ca_file}")
    print("Press Ctrl-C to stop.", flush=True)


def _print_calls(fake: FakeScf) -> None:
    """Print a line for each call."""
    from ._fake.expectations import format_call

    lock, printed = threading.Lock(), 0

    def changed() -> None:
        nonlocal printed
        with lock:
            calls, printed = fake.calls_since(printed)
            for call in calls:
                print(format_call(call).encode("ascii", "backslashreplace").decode(), flush=True)

    fake.watch(changed)


def _stop_signal() -> threading.Event:
    """Return an event that Ctrl-C and SIGTERM set."""
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    return stop


def _fail(code: int, message: str) -> int:
    print(f"error: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
