"""Programs of other products than SCF, which are made at test time."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tencentkit.migrate import _api_map, migrated
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeProduct, serve
from tests.generator.corpus.definitions import installed
from tests.generator.products.fakes import made
from tests.generator.products.packages import imported
from tests.streams.conftest import talking as talking  # a fixture

TALKS = """from tencentcloud.depot.v20200101 import depot_client, models
client = depot_client.DepotClient(None, "r")
req = models.TalkRequest()
req.Topic = "t"
{line}
for event in client.Talk(req):
    print(event)
"""
PROGRAM = """import os
from tencentcloud.common import credential
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.hunyuan.v20230901 import hunyuan_client, models as talk
from tencentcloud.sts.v20180813 import models as sts_models, sts_client
from tencentcloud.tke.v20180525 import models as old_models, tke_client as old_client
from tencentcloud.tke.v20220501 import models, tke_client

cred = credential.Credential(os.environ["ID"], os.environ["KEY"])
sts = sts_client.StsClient(cred, "ap-guangzhou", ClientProfile(httpProfile=HttpProfile(protocol="http", endpoint=os.environ["STS"])))
print(sts.GetCallerIdentity(sts_models.GetCallerIdentityRequest()).AccountId)
old = old_client.TkeClient(cred, "ap-guangzhou", ClientProfile(httpProfile=HttpProfile(protocol="http", endpoint=os.environ["OLD"])))
req = old_models.DescribeClustersRequest()
req.Limit = 5
for cluster in old.DescribeClusters(req).Clusters:
    print(cluster.ClusterId)
new = tke_client.TkeClient(cred, "ap-guangzhou", ClientProfile(httpProfile=HttpProfile(protocol="http", endpoint=os.environ["NEW"])))
pools = models.DescribeNodePoolsRequest()
pools.ClusterId = "cls-1"
print(new.DescribeNodePools(pools).TotalCount)
tokens = talk.GetTokenCountRequest()
tokens.Prompt = "hi"
hy = hunyuan_client.HunyuanClient(cred, "ap-guangzhou", ClientProfile(httpProfile=HttpProfile(protocol="http", endpoint=os.environ["HY"])))
print(hy.GetTokenCount(tokens).TokenCount)
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Forget the products of other tests."""
    caches: list[Callable[[], None]] = [each.cache_clear for each in (_api_map._product, _api_map.methods, _api_map.wire_names)]
    for clear in caches:
        clear()
    yield
    for clear in caches:
        clear()


def test_stream_is_reported(talking: Path) -> None:
    """A loop over events is rewritten with a note, because the events have another type; a call without the switch has none."""
    with imported(talking, "depot"):
        done = migrated(TALKS.format(line="req.Stream = True"))
        quiet = migrated(TALKS.format(line=""))
    assert "from tencentkit.depot import Client" in done.code
    assert "client.talk(" in done.code
    assert [(note.line, note.rewritten, "yields models" in note.says) for note in done.notes] == [(6, True, True)]
    assert quiet.notes == ()


def test_product_that_is_not_installed() -> None:
    """The program stays, and the note names the product."""
    code = 'from tencentcloud.nothere.v20200101 import nothere_client\nclient = nothere_client.NothereClient(None, "r")\n'
    done = migrated(code)
    assert done.code == code
    assert "nothere 2020-01-01 is not installed" in done.notes[0].says


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_three_products_and_two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of three real products, one with two API versions, is rewritten without a note, and runs."""
    definitions = installed("zh")
    if definitions is None:
        pytest.skip("the group corpus is not installed")
    services = {"STS": "sts", "OLD": "tke.v2018_05_25", "NEW": "tke.v2022_05_01", "HY": "hunyuan"}
    with ExitStack() as stack:
        for name in ("hunyuan", "sts", "tke"):
            stack.enter_context(made(tmp_path / name, definitions / name))
        fakes = {variable: FakeProduct(name) for variable, name in services.items()}
        for variable, fake in fakes.items():
            monkeypatch.setenv(variable, stack.enter_context(serve(fake)).url.removeprefix("http://"))
        monkeypatch.setenv("ID", SECRET_ID)
        monkeypatch.setenv("KEY", SECRET_KEY)
        fakes["OLD"].items("DescribeClusters", [{"ClusterId": f"cls-{number}"} for number in range(9)])
        done = migrated(PROGRAM)
        assert done.notes == ()
        assert "tencentcloud" not in done.code
        assert migrated(done.code).code == done.code
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(done.code, "program", "exec"), {})  # noqa: S102 - our own text
        assert [line for line in printed.getvalue().splitlines() if line.startswith("cls-")] == [f"cls-{number}" for number in range(5)]
        actions = [call.action for fake in fakes.values() for call in fake.calls]
        assert actions == ["GetCallerIdentity", "DescribeClusters", "DescribeNodePools", "GetTokenCount"]
