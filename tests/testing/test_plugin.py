from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tencentkit.scf import Client, models
from tencentkit.testing import Cassette, FakeScf, serve

pytest_plugins = ["pytester"]
# pytester unloads the modules that a run imports; modules loaded here stay loaded.
with serve(FakeScf()):
    LOADED = (Cassette, Client, models.ListAsyncEventsRequest)

ALONE = ("-p", "tencentkit.testing.plugin", "-p", "no:cacheprovider")


def run(pytester: pytest.Pytester, text: str, *arguments: str) -> pytest.RunResult:
    """Run a test file with no other plugin."""
    pytester.makepyfile(text)
    return pytester.runpytest_inprocess(*ALONE, *arguments)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Disable the other plugins."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def test_fake_scf(pytester: pytest.Pytester) -> None:
    """`fake_scf` adds events, waits without delay and checks calls."""
    done = run(
        pytester,
        """
        def test_it(fake_scf, scf_clock):
            event = fake_scf.function("helloworld").running(ends_in=30)
            with fake_scf.client() as scf:
                final = scf.wait_until_async_event_finished(invoke_request_id=event, timeout=60)
            assert final.result.status == "FINISHED"
            assert scf_clock.sleeps
            fake_scf.expect.called("get_async_event_status", invoke_request_id=event)
            fake_scf.expect.not_called("list_async_events")
            fake_scf.expect.nothing_refused()
        """,
    )
    done.assert_outcomes(passed=1)


def test_scf_server(pytester: pytest.Pytester) -> None:
    """`scf_server` responds over a real socket."""
    done = run(
        pytester,
        """
        from tencentkit import Credentials
        from tencentkit.scf import Client

        def test_it(scf_server):
            scf_server.fake.function("helloworld").finished(ago=60)
            keys = Credentials(*scf_server.fake.credentials)
            with Client(region="ap-guangzhou", credentials=keys, base_url=scf_server.url, throttle=None) as scf:
                assert scf.list_async_events(function_name="helloworld").total_count == 1
            scf_server.fake.expect.called("ListAsyncEvents", FunctionName="helloworld", times=1)
        """,
    )
    done.assert_outcomes(passed=1)


def test_fake_product(pytester: pytest.Pytester) -> None:
    """`fake_product` creates fakes by name on one manual clock."""
    done = run(
        pytester,
        """
        def test_it(fake_product, fake_clock, scf_clock):
            fake = fake_product("scf", rate_limits={"ListLayers": 1})
            fake.items("ListLayers", [{"LayerName": str(number)} for number in range(30)])
            with fake.client() as scf:
                assert len(list(scf.paginate(scf.list_layers))) == 30
            assert fake.clock is fake_clock is scf_clock
            assert scf_clock.sleeps  # the client waits for the rate limit
        """,
    )
    done.assert_outcomes(passed=1)


def test_fake_server(pytester: pytest.Pytester) -> None:
    """`fake_server` serves the products over a real socket until the test ends."""
    done = run(
        pytester,
        """
        from tencentkit import Credentials
        from tencentkit.scf import Client

        def test_it(fake_server):
            server = fake_server("scf")
            server.fake.items("ListLayers", [{"LayerName": "only"}])
            keys = Credentials(*server.fake.credentials)
            with Client(region="ap-guangzhou", credentials=keys, base_url=server.url) as scf:
                assert scf.list_layers().layers[0].layer_name == "only"
        """,
    )
    done.assert_outcomes(passed=1)


def test_pending_fault_of_a_product(pytester: pytest.Pytester) -> None:
    """A pending fault of any fake fails the test, and a failed test lists the calls of each fake."""
    done = run(
        pytester,
        """
        def test_unmet(fake_product):
            fake_product("scf").break_next("throttled")

        def test_failed(fake_product):
            with fake_product("scf").client() as scf:
                scf.list_layers(limit=3)
            assert False
        """,
    )
    done.assert_outcomes(passed=1, failed=1, errors=1)
    done.stdout.fnmatch_lines(["*1 faults are still pending: error RequestLimitExceeded for any action*"])
    done.stdout.fnmatch_lines(["*- calls to the fake SCF -*", '  ListLayers {"Limit": 3} in ap-guangzhou: ok'])


def test_pending_fault_fails_the_test(pytester: pytest.Pytester) -> None:
    """A pending fault fails the test at its end, unless the test failed already."""
    done = run(
        pytester,
        """
        def test_unmet(fake_scf):
            fake_scf.break_next("throttled", "ListAsyncEvents")

        def test_failed(fake_scf):
            fake_scf.break_next("throttled")
            assert False
        """,
    )
    done.assert_outcomes(passed=1, failed=1, errors=1)
    done.stdout.fnmatch_lines(["*1 faults are still pending: error RequestLimitExceeded for ListAsyncEvents*"])


def test_report_of_a_failed_test(pytester: pytest.Pytester) -> None:
    """The report lists the calls, without key or signature."""
    done = run(
        pytester,
        """
        def test_it(fake_scf):
            fake_scf.function("helloworld")
            with fake_scf.client() as scf:
                scf.list_async_events(function_name="helloworld", limit=7)
            fake_scf.expect.called("list_async_events", function_name="other")
        """,
    )
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(['*expected 1 or more calls of ListAsyncEvents with {"FunctionName": "other"}, found 0*'])
    done.stdout.fnmatch_lines(
        ["*- calls to the fake SCF -*", '  ListAsyncEvents {"FunctionName": "helloworld", "Limit": 7} in ap-guangzhou: ok']
    )
    done.stdout.no_fnmatch_line("*EXAMPLE*")


def test_mark(pytester: pytest.Pytester) -> None:
    """The nearest mark overrides the others; positional arguments are an error."""
    done = run(
        pytester,
        """
        import pytest

        pytestmark = pytest.mark.scf(seed=1, rate_limits={"ListAsyncEvents": None})

        @pytest.mark.scf(rate_limits={"ListAsyncEvents": 1})
        def test_it(fake_scf):
            fake_scf.function("helloworld")
            with fake_scf.client(throttle=None, retry=None) as scf:
                scf.list_async_events(function_name="helloworld")
                with pytest.raises(Exception, match="RequestLimitExceeded"):
                    scf.list_async_events(function_name="helloworld")
            with pytest.raises(AssertionError, match="1 calls exceeded the rate limit"):
                fake_scf.expect.limits_kept()

        @pytest.mark.scf(1)
        def test_wrong(fake_scf):
            pass
        """,
    )
    done.assert_outcomes(passed=1, errors=1)


CASSETTE = """
    import pytest
    from tencentkit.scf import Client

    def test_it(scf_cassette, fake_scf):
        fake_scf.function("helloworld").finished(ago=5)
        inner = fake_scf.transport() if scf_cassette.mode == "record" else None
        with fake_scf.client(transport=scf_cassette.transport(inner)) as scf:
            assert scf.list_async_events(function_name="helloworld").total_count == 1
"""


def test_scf_cassette(pytester: pytest.Pytester) -> None:
    """`--scf-record` writes a file without secrets beside the test; later runs replay it."""
    missing = run(pytester, CASSETTE)
    missing.assert_outcomes(errors=1)
    missing.stdout.fnmatch_lines(["*does not exist: record it*"])
    run(pytester, CASSETTE, "--scf-record").assert_outcomes(passed=1)
    [file] = Path(pytester.path, "cassettes").rglob("*.json")
    text = file.read_text(encoding="utf-8")
    assert json.loads(text)["conversations"][0]["request"]["parameters"] == {"FunctionName": "helloworld"}
    assert "EXAMPLE" not in text
    assert "Signature" not in text
    run(pytester, CASSETTE).assert_outcomes(passed=1)


def test_cassette_of_a_failed_test(pytester: pytest.Pytester) -> None:
    """A failed test does not write its cassette."""
    done = run(pytester, CASSETTE.replace("total_count == 1", "total_count == 2"), "--scf-record")
    done.assert_outcomes(failed=1)
    assert not list(pytester.path.rglob("*.json"))


def test_plugin_imports(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run without the fixtures loads no validator, server or httpx."""
    pytester.makepyfile(
        """
        import sys

        def test_it():
            assert not {"tencentkit.testing._fake.fake", "jsonschema_rs", "uvicorn", "httpx", "attrs"} & set(sys.modules)
        """
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(os.path.abspath, sys.path)))
    pytester.runpytest_subprocess(*ALONE).assert_outcomes(passed=1)
