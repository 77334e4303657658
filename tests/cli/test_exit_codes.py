from __future__ import annotations

import pytest

from tencentkit._cli import exit_codes
from tencentkit._cli.main import main
from tencentkit.testing import FakeServer
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("not permitted", exit_codes.UNAUTHORIZED),
        ("token refused", exit_codes.UNAUTHORIZED),
        ("not found", exit_codes.NOT_FOUND),
        ("redirect", exit_codes.NO_RESPONSE),
    ],
)
def test_exit_codes_of_errors(fault: str, code: int, run: Run, server: FakeServer) -> None:
    """Each kind of error has its exit code; standard error has a message without secrets."""
    server.fake.break_next(fault)
    done = run("list-async-events", "--function-name", "f")
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("error: ")
    assert "EXAMPLE" not in done.err


def test_exit_codes_without_service_error(
    run: Run, server: FakeServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Invalid arguments, missing credentials, a refused connection and Ctrl-C have their exit codes."""
    server.fake.function("f")
    assert run("list-async-events", "--function-name", "f", "--limit", "101").code == exit_codes.REFUSED
    assert run("list-async-events", "--function-name", "f", "--region", "no region").code == exit_codes.USAGE
    for wrong in (["scf", "list-async-events"], ["scf", "nothing"], ["nothing"], []):
        with pytest.raises(SystemExit) as ended:
            main(wrong)
        assert ended.value.code == exit_codes.USAGE
    for text in ("{", "[]", "@/nowhere"):
        with pytest.raises(SystemExit):
            main(["scf", "list-async-events", "--function-name", "f", "--start-time-interval", text])
    assert main(["scf", "list-async-events", "--function-name", "f", "--base-url", "http://127.0.0.1:9"]) == exit_codes.NO_RESPONSE
    assert run("list-async-events", "--function-name", "f", "--profile", "nobody").code == exit_codes.UNAUTHORIZED
    monkeypatch.setattr("tencentkit._cli.main._run", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    assert run("list-async-events", "--function-name", "f").code == exit_codes.INTERRUPTED
    capsys.readouterr()
