"""`python -m tencentkit.testing serve`: the fake SCF on a port of this machine, for programs in any language."""

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
_KEPT_CALLS = 5000


def main(arguments: Sequence[str] | None = None, *, until: threading.Event | None = None) -> int:
    """Run the command; returns its exit code.

    Args:
        arguments: What stands behind `python -m tencentkit.testing`.
        until: Ends the server when it is set; else Ctrl-C or a TERM signal does.
    """
    options = _parser().parse_args(arguments)
    try:
        with testing_extra():
            from . import serve

            fake = _seeded(options)
            server = serve(fake, tls=options.tls, port=options.port, panel=True)
    except ValueError as error:
        return _fail(2, str(error))
    except ImportError as error:
        if not isinstance(error, ModuleNotFoundError):  # what is said of the extra
            return _fail(1, error.msg)
        raise
    ended = _told_to_end() if until is None else until
    try:
        with server:
            if not options.quiet:
                _report(fake)
            _greet(server)
            ended.wait()
    except OSError as error:
        return _fail(1, f"port {options.port}: {error.strerror}; a free one is taken with --port 0")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tencentkit.testing", description="A fake SCF for tests in any language.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serving = commands.add_parser("serve", help="run the fake on 127.0.0.1 until Ctrl-C", description=_DESCRIPTION)
    serving.add_argument("--port", type=_port, default=_PORT, help=f"port of 127.0.0.1; 0 for a free one (default: {_PORT})")
    serving.add_argument("--tls", action="store_true", help="speak TLS, with a certificate made for this run")
    serving.add_argument("--function", action="append", default=[], metavar="NAME", help="a function that is there from the start")
    serving.add_argument("--events", type=int, default=0, metavar="N", help="N events that have ended, of each --function")
    serving.add_argument("--no-rate-limits", action="store_true", help="refuse nobody for the rate")
    serving.add_argument("--quiet", action="store_true", help="print no line for each call")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {_LAST_PORT}")
    return port


_DESCRIPTION = (
    "Answers signed requests as SCF does, and refuses what SCF refuses. /_fake/ shows a page with what happens; "
    "the same orders serve programs: POST JSON to /_fake/functions, /_fake/handlers, "
    "/_fake/events, /_fake/faults, /_fake/travel."
)


def _seeded(options: argparse.Namespace) -> FakeScf:
    from tencentkit_api.scf.actions import ACTIONS

    from . import FakeScf

    limits = {row.name: None for row in ACTIONS} if options.no_rate_limits else None
    fake = FakeScf(rate_limits=limits, keep_calls=_KEPT_CALLS)
    for name in options.function:
        function = fake.function(name)
        if options.events:
            function.many(options.events, every=60)
    return fake


def _greet(server: FakeServer) -> None:
    given = server.fake.credentials
    print(f"fake SCF   {server.url}", f"page       {server.url}/_fake/", sep="\n")
    print(f"secret id  {given.secret_id}", f"secret key {given.secret_key} (made up: it opens nothing)", sep="\n")
    if server.url.startswith("https"):
        print(f"authority  {server.ca_file}")
    print("Ctrl-C ends it.", flush=True)


def _report(fake: FakeScf) -> None:
    """Print a line for each call."""
    from ._fake.expectations import line

    lock, told = threading.Lock(), 0

    def changed() -> None:
        nonlocal told
        with lock:
            calls, told = fake.calls_since(told)
            for call in calls:
                print(line(call).encode("ascii", "backslashreplace").decode(), flush=True)

    fake.watch(changed)


def _told_to_end() -> threading.Event:
    """Set by Ctrl-C and by a process manager's signal."""
    ended = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: ended.set())
    return ended


def _fail(code: int, message: str) -> int:
    print(f"error: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
