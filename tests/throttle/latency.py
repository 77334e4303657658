"""Relay that delays bytes, as a network does: a server in another region."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def delayed(port: int, round_trip: float) -> Iterator[int]:
    """Relay connections to a local port; yield the port of the relay. Each round trip takes so many seconds longer."""
    stopped = threading.Event()
    opened: list[socket.socket] = []

    def pump(source: socket.socket, target: socket.socket) -> None:
        arrived: queue.Queue[tuple[float, bytes]] = queue.Queue()

        def deliver() -> None:
            while True:
                due, data = arrived.get()
                time.sleep(max(0.0, due - time.monotonic()))  # the latency under test
                with suppress(OSError):
                    if not data:
                        target.shutdown(socket.SHUT_WR)
                        return
                    target.sendall(data)

        threading.Thread(target=deliver, daemon=True).start()
        data = b"-"
        while data:
            try:
                data = source.recv(65536)
            except OSError:
                data = b""
            arrived.put((time.monotonic() + round_trip / 2, data))

    def accept() -> None:
        while not stopped.is_set():
            with suppress(OSError):
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", port))
                opened.extend((near, far))
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=pump, args=ends, daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield listener.getsockname()[1]
        finally:
            stopped.set()
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            accepting.join()
            for end in opened:
                end.close()
