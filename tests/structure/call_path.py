"""Modules that one call enters, in an environment where the packages are installed."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

from tencentkit import Credentials
from tencentkit.scf import Client
from tencentkit.testing import FakeScf, serve

_PACKAGES = {"tencentkit", "tencentkit_api"}


def modules_entered() -> list[str]:
    """Return the modules whose functions run during one repeated `list_async_events` over a socket."""
    entered: set[str] = set()

    def profile(frame: FrameType, event: str, _: Any) -> None:
        parts = Path(frame.f_code.co_filename).with_suffix("").parts
        package = next((index for index, part in enumerate(parts) if part in _PACKAGES), None)
        if event == "call" and package is not None:
            entered.add(".".join(parts[package:]))

    fake = FakeScf()
    fake.add_function("helloworld")
    fake.start_event("helloworld", runs_for=30)
    with (
        serve(fake) as server,
        Client(region="ap-guangzhou", credentials=Credentials(*fake.credentials), base_url=server.url) as scf,
    ):
        scf.list_async_events(function_name="helloworld")  # the first call also creates what later calls use
        sys.setprofile(profile)
        try:
            scf.list_async_events(function_name="helloworld")
        finally:
            sys.setprofile(None)
    return sorted(entered)
