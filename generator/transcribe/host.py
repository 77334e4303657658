"""Endpoint names: which product does a host belong to?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .facts import Host
from .problems import quoted

if TYPE_CHECKING:
    from .lines import Line

HOST: Final = r"(?:[a-z0-9-]{1,63}\.){1,5}tencentcloudapi\.com"
_HOST: Final = re.compile(HOST)


def read_host(name: str, line: Line) -> Host:
    """`scf.intl.tencentcloudapi.com` -> product `scf`. Raises `PageRefused` for any other kind of host."""
    if not _HOST.fullmatch(name):
        raise line.refused("a host like scf.tencentcloudapi.com", f"the host {quoted(name)}")
    return Host(name, name.partition(".")[0])


def check_product(name: str, product: str, line: Line) -> None:
    """Raise `PageRefused` if an example calls another product than the page's: its root or region may differ, as on real pages."""
    if read_host(name, line).product != product:
        raise line.refused(f"a host of the page's own product, {product}", f"the host {quoted(name)}")
