"""`python -m tencentkit.testing serve`: fakes of products on a local port, for programs in any language."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ._dependencies import testing_extra

if TYPE_CHECKING:
    from ._fake.fake_product import FakeProduct
    from ._servers.loopback import FakeServer

_SCF = "scf"
_PORT = 9797
_LAST_PORT = 65535
_KEEP_CALLS = 5000


def main(arguments: Sequence[str] | None = None, *, until: threading.Event | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: Command line arguments; default: those of the process.
        until: Event that stops the server; default: Ctrl-C or SIGTERM.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if (options.function or options.events) and _SCF not in (options.products or [_SCF]):
        parser.error("--function and --events need the product scf")
    try:
        with testing_extra():
            from ._servers.serve import serve

            fakes = [_fake(product, options) for product in options.products or [_SCF]]
            server: FakeServer[Any] = serve(*fakes, tls=options.tls, port=options.port, panel=True)
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
                for fake in fakes:
                    _print_calls(fake)
            _print_address(server)
            stop.wait()
    except OSError as error:
        return _fail(1, f"port {options.port}: {error.strerror}; --port 0 selects a free port")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tencentkit.testing", description="Fakes of products, for tests in any language.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serving = commands.add_parser("serve", help="serve the fakes on 127.0.0.1 until Ctrl-C", description=_DESCRIPTION)
    serving.add_argument("products", nargs="*", metavar="PRODUCT", help="installed product, such as cvm or tke.v2018_05_25 (default: scf)")
    serving.add_argument("--port", type=_port, default=_PORT, help=f"port on 127.0.0.1; 0 selects a free port (default: {_PORT})")
    serving.add_argument("--tls", action="store_true", help="use TLS with a temporary certificate")
    serving.add_argument("--function", action="append", default=[], metavar="NAME", help="add this SCF function at the start")
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
    "Responds to signed requests as the products do, error responses included. One address serves all products. /_fake/ is a web page "
    "that shows the calls of the first product, /_fake/PRODUCT/ those of another. Programs control a fake with POST requests in JSON to "
    "items, responses and faults below its page, and for SCF also to functions, handlers, events and travel."
)


def _fake(product: str, options: argparse.Namespace) -> FakeProduct:
    from ._fake.fake import FakeScf
    from ._fake.fake_product import FakeProduct
    from ._fake.installed_products import installed_product

    limits = dict.fromkeys(installed_product(product).emulated.rows) if options.no_rate_limits else None
    if product != _SCF:
        return FakeProduct(product, rate_limits=limits, keep_calls=_KEEP_CALLS)
    fake = FakeScf(rate_limits=limits, keep_calls=_KEEP_CALLS)
    for name in options.function:
        function = fake.function(name)
        if options.events:
            function.many(options.events, every=60)
    return fake


def _print_address(server: FakeServer[Any]) -> None:
    credentials = server.fake.credentials
    names = ["SCF" if fake.service == _SCF else fake.service for fake in server.fakes]
    pages = (f"page       {server.url}{path}" for path in server.panel_paths)
    print(f"fake {', '.join(names)}   {server.url}", *pages, sep="\n")
    print(f"secret id  {credentials.secret_id}", f"secret key {credentials.secret_key} (example: gives no access)", sep="\n")
    if server.url.startswith("https"):
        print(f"CA file    {server.ca_file}")
    print("Press Ctrl-C to stop.", flush=True)


def _print_calls(fake: FakeProduct) -> None:
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
