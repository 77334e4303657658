"""Program that forks in C between two calls: `python -m tests.transport.fork_program TRANSPORT URL [CA-FILE]`.

It has one thread, as a process that uWSGI forks: in a child of several threads, Python waits for threads that are gone.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import ssl
import sys
from typing import Any

from tencentkit import Credentials, scf, transport


def main(name: str, url: str, ca_file: str | None = None) -> int:
    """Call in the parent, in a child and in the parent again; return the exit code of the child."""
    chosen = getattr(transport, name)(trust=ssl.create_default_context(cafile=ca_file) if ca_file else None)
    settings: Any = {"transport": chosen, "base_url": url, "throttle": None, "retry": None, "region": "ap-guangzhou"}
    credentials = Credentials("AKID", "key")
    is_async = name.startswith("Async")
    client: Any = (scf.AsyncClient if is_async else scf.Client)(credentials=credentials, **settings)
    loop = asyncio.new_event_loop()

    def call(loop: asyncio.AbstractEventLoop) -> None:
        result = client.list_async_events(function_name="f")
        result = loop.run_until_complete(result) if is_async else result
        assert result.total_count == 3

    call(loop)
    child = ctypes.PyDLL(None).fork()
    if child == 0:
        try:
            call(asyncio.new_event_loop())
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    call(loop)
    if is_async:
        loop.run_until_complete(client.aclose())
    else:
        client.close()
    loop.close()
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
