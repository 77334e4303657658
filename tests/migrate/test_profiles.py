from __future__ import annotations

import pytest

from tencentkit.migrate import migrated

PROFILES = """\
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.scf.v20180416.scf_client import ScfClient
http = HttpProfile(endpoint="scf.example.com", reqTimeout=30)
"""
KEPT = {
    "a client with one argument too many": 'ScfClient(None, "r", ClientProfile(httpProfile=http), 1)\n',
    "an inline profile without equivalent": 'ScfClient(None, "r", ClientProfile(httpProfile=http, disableRegionBreaker=False))\n',
    "a profile of another kind of client": "connect(ClientProfile(httpProfile=http))\n",
    "a profile with another holder": "self.http = http\n",
    "two clients": 'ScfClient(None, "r", ClientProfile(httpProfile=http))\nScfClient(None, "q", ClientProfile(httpProfile=http))\n',
    "a conditional setting": ('if slow():\n    http.reqTimeout = 60\nScfClient(None, "r", ClientProfile(httpProfile=http))\n'),
}


@pytest.mark.parametrize("program", KEPT.values(), ids=KEPT)
def test_kept_client_keeps_its_profile(program: str) -> None:
    """A client or another holder that is not rewritten keeps the lines and imports of the profile, and is reported."""
    done = migrated(PROFILES + program)
    assert "http = HttpProfile(endpoint" in done.code
    assert "import HttpProfile" in done.code
    assert done.notes


def test_inline_profile_becomes_arguments() -> None:
    """Settings become arguments with and without a variable."""
    done = migrated(PROFILES + 'client = ScfClient(None, "r", ClientProfile(httpProfile=http))\n')
    assert done == (
        'from tencentkit.scf import Client\nclient = Client(region="r", base_url="https://scf.example.com", timeout=30)\n',
        (),
    )


def test_language_of_a_profile() -> None:
    """The language of messages is an argument of the client."""
    done = migrated(PROFILES + 'client = ScfClient(None, "r", ClientProfile(language="en-US"))\n')
    assert 'Client(region="r", language="en-US")' in done.code


def test_request_timeout_keeps_its_name() -> None:
    """`Timeout` of a request is the parameter `timeout`, beside the timeout of the client."""
    program = PROFILES + (
        "from tencentcloud.scf.v20180416 import models\n"
        'client = ScfClient(None, "r", ClientProfile(httpProfile=http))\n'
        'request = models.CreateFunctionRequest()\nrequest.FunctionName = "f"\nrequest.Timeout = 60\nclient.CreateFunction(request)\n'
    )
    done = migrated(program)
    assert 'client.create_function(function_name="f", timeout=60)' in done.code
    assert "timeout=30)" in done.code
    assert done.notes == ()


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("http.proxy = 'http://p'", "proxy has no counterpart"),
        ("http.scheme = choose()", "not the literal http or https"),
        ("show(http)", "also used elsewhere"),
        ("http = HttpProfile()", "assigned twice"),
    ],
)
def test_profile_without_equivalent_is_kept(setting: str, says: str) -> None:
    """A client is rewritten only when its whole profile is understood."""
    program = (
        "from tencentcloud.common.profile.client_profile import ClientProfile\n"
        "from tencentcloud.common.profile.http_profile import HttpProfile\n"
        "from tencentcloud.scf.v20180416.scf_client import ScfClient\n"
        f"http = HttpProfile()\n{setting}\nprofile = ClientProfile()\nprofile.httpProfile = http\n"
        'client = ScfClient(None, "r", profile)\n'
    )
    done = migrated(program)
    assert "profile.httpProfile = http" in done.code
    assert "ScfClient(None" in done.code
    assert says in " ".join(note.says for note in done.notes)
