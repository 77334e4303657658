"""`serve`, which imports the server when it is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._dependencies import testing_extra

if TYPE_CHECKING:
    from .._fake.fake_product import FakeProduct
    from .loopback import FakeServer, FakeT


def serve(
    fake: FakeT, *more: FakeProduct, tls: bool = False, host_names: Sequence[str] | None = None, port: int = 0, panel: bool = False
) -> FakeServer[FakeT]:
    """Return a loopback server for one or several fakes; it runs inside its `with` block.

        with serve(FakeProduct("cvm"), FakeProduct("vpc")) as server:
            client = Client(base_url=server.url, …)

    One address serves all products: a request names its product in the host or in the credential scope.

    Args:
        fake: The fake to serve.
        more: Fakes of further products or API versions.
        tls: Whether to use TLS, with a certificate from a new certificate authority.
        host_names: Host names and addresses of the certificate; default: those of the products and of this machine.
        port: Port; 0: a free one.
        panel: Whether to serve a web page and an HTTP interface for seeding and fault injection under `/_fake/`.

    Raises:
        OSError: The port is in use.
        ImportError: The extra `testing` is not installed.
        ValueError: Two fakes are of the same API version.
    """
    with testing_extra():
        from .loopback import FakeServer

        names = _host_names([fake, *more]) if host_names is None else host_names
        return FakeServer(fake, *more, tls=tls, host_names=names, port=port, panel=panel)


def _host_names(fakes: Sequence[FakeProduct]) -> list[str]:
    services = dict.fromkeys(fake.service for fake in fakes)
    hosts = [f"{service}{site}.tencentcloudapi.com" for service in services for site in ("", ".intl")]
    return [*hosts, "localhost", "127.0.0.1"]
