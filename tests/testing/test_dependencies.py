from __future__ import annotations

import subprocess
import sys

import pytest

from tencentkit import testing
from tencentkit.clock import Clock
from tencentkit.transport import AsyncTransport, Transport


def python(code: str) -> str:
    """Run `code` in a fresh interpreter with this one's path."""
    setup = f"import sys; sys.path[:] = {sys.path!r}\n"
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_exports() -> None:
    """`__all__` is sorted, constants first, and every name can be imported."""
    assert testing.__all__ == sorted(testing.__all__, key=lambda name: (not name.isupper(), name))
    for name in testing.__all__:
        assert getattr(testing, name) is not None
    assert set(testing.__all__) <= set(dir(testing))
    with pytest.raises(AttributeError, match="Fakes"):
        _ = testing.Fakes


def test_dependencies_load_on_first_use() -> None:
    """The package loads no validator; the fake and the name `serve` load no server."""
    assert python(
        "import tencentkit.testing as t\n"
        "heavy = {'uvicorn', 'trustme', 'jsonschema_rs', 'httpx', 'cryptography'}\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
        "t.FakeScf(), t.serve, t.ManualClock()\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
        "t.serve(t.FakeScf())\n"
        "print(sorted(heavy & sys.modules.keys()))"
    ).splitlines() == ["[]", "['jsonschema_rs']", "['jsonschema_rs', 'uvicorn']"]


@pytest.mark.parametrize(
    ("package", "use"),
    [("jsonschema_rs", "FakeScf()"), ("uvicorn", "serve(t.FakeScf())"), ("trustme", "serve(t.FakeScf(), tls=True)")],
)
def test_missing_dependency(package: str, use: str) -> None:
    """The message names the package and the install command."""
    message = python(
        f"sys.modules[{package!r}] = None\n"
        "import tencentkit.testing as t\n"
        f"try: t.{use}\n"
        "except ImportError as error: print(type(error).__name__, error)"
    )
    assert message.startswith("ImportError ")
    assert package in message
    assert "pip install 'tencentkit[testing]'" in message


def test_missing_dependency_of_the_command() -> None:
    """The command prints the message and exits with 1."""
    message = python(
        "sys.modules['uvicorn'] = None\nsys.stderr = sys.stdout\n"
        "from tencentkit.testing.__main__ import main\nprint(main(['serve', '--port', '0']))"
    )
    assert message == "error: tencentkit.testing needs uvicorn, which is not installed: pip install 'tencentkit[testing]'\n1"


def test_other_missing_module() -> None:
    """A missing module that is not in the extra keeps its own error."""
    message = python(
        "sys.modules['tencentkit_api.scf'] = None\n"
        "import tencentkit.testing as t\n"
        "try: t.FakeScf\n"
        "except ImportError as error: print(type(error).__name__, error)"
    )
    assert message.startswith("ModuleNotFoundError ")
    assert "pip install" not in message


def test_protocols(fake: testing.FakeScf, clock: testing.ManualClock) -> None:
    """A type checker accepts the clock and the transports as the public protocols."""
    seams: tuple[Clock, Transport, AsyncTransport] = (clock, fake.transport(), fake.async_transport())
    assert all(seams)
