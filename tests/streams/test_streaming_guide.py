"""The guide on streaming: its programs run on a fake of the product that they name."""

from __future__ import annotations

import asyncio
import os
import re
import textwrap
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from tencentkit._client.async_client import AsyncioClient
from tencentkit._client.sync_client import SyncClient
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeProduct
from tests.generator.products.packages import imported

GUIDE = Path(__file__).parents[2] / "docs/guides/streaming.md"
DEFINITIONS = "TENCENTKIT_DEFINITIONS_ZH"
pytestmark = [pytest.mark.slow, pytest.mark.skipif(DEFINITIONS not in os.environ, reason="needs the vendor's definitions")]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeProduct]:
    """Return a fake of hunyuan, which every client of the test uses."""
    folder = Path(os.environ[DEFINITIONS]) / "hunyuan/v20230901"
    assert main(["product", "hunyuan", "--definitions", str(folder), "--output", str(tmp_path)]) == 0
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", SECRET_ID)
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", SECRET_KEY)
    with imported(tmp_path, "hunyuan") as package:
        made = FakeProduct(package)
        monkeypatch.setattr(SyncClient, "_default_transport", lambda _: made.transport())
        monkeypatch.setattr(AsyncioClient, "_default_transport", lambda _: made.async_transport())
        made.stream("ChatCompletions", [{"Choices": [{"Delta": {"Role": "assistant", "Content": word}}]} for word in ("Hel", "lo")])
        yield made


def test_programs_of_the_guide(fake: FakeProduct, capsys: pytest.CaptureFixture[str]) -> None:
    """Both print the words as they come."""
    sync, asynchronous = re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # the vendor will remove this action
        exec(sync, names)  # noqa: S102 - the guide
        assert capsys.readouterr().out == "Hello"
        from tencentkit.hunyuan import AsyncClient  # type: ignore[import-not-found]

        names["client"] = AsyncClient(region="ap-guangzhou")
        exec("async def run():\n" + textwrap.indent(asynchronous, "    "), names)  # noqa: S102
        asyncio.run(names["run"]())
    assert capsys.readouterr().out == "Hello"
    assert len(fake.calls) == 2
