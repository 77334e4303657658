"""`serve`, which imports the server when it is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._dependencies import testing_extra

if TYPE_CHECKING:
    from .._fake.fake import FakeScf
    from .loopback import FakeServer

HOST_NAMES = ("scf.tencentcloudapi.com", "scf.intl.tencentcloudapi.com", "localhost", "127.0.0.1")


def serve(fake: FakeScf, *, tls: bool = False, host_names: Sequence[str] = HOST_NAMES, port: int = 0, panel: bool = False) -> FakeServer:
    """Return a loopback server for `fake`; it runs inside its `with` block.

        with serve(fake) as server:
            client = Client(base_url=server.url, …)

    Args:
        fake: The fake to serve.
        tls: Whether to use TLS, with a certificate from a new certificate authority.
        host_names: Host names and addresses of the certificate.
        port: Port; 0: a free one.
        panel: Whether to serve a web page and an HTTP interface for seeding and fault injection under `/_fake/`.

    Raises:
        OSError: The port is in use.
        ImportError: The extra `testing` is not installed.
    """
    with testing_extra():
        from .loopback import FakeServer

        return FakeServer(fake, tls=tls, host_names=host_names, port=port, panel=panel)
