"""The way to a server that imports one only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._dependencies import testing_extra

if TYPE_CHECKING:
    from .._fake.fake import FakeScf
    from .loopback import FakeServer

HOST_NAMES = ("scf.tencentcloudapi.com", "scf.intl.tencentcloudapi.com", "localhost", "127.0.0.1")


def serve(fake: FakeScf, *, tls: bool = False, host_names: Sequence[str] = HOST_NAMES, port: int = 0, panel: bool = False) -> FakeServer:
    """A server on loopback for `fake`, which runs while it is entered.

        with serve(fake) as server:
            client = Client(base_url=server.url, …)

    Args:
        fake: Who answers.
        tls: Whether to speak TLS, with a certificate of an authority made for this server.
        host_names: Names and addresses that the certificate is for.
        port: The port; 0: one that is free.
        panel: Whether `/_fake/` shows a page of what happens, and lets programs in any language seed and break the fake.

    Raises:
        OSError: The port is taken.
        ImportError: The extra `testing` is not installed.
    """
    with testing_extra():
        from .loopback import FakeServer

        return FakeServer(fake, tls=tls, host_names=host_names, port=port, panel=panel)
