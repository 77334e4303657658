"""tencentkit: Tencent Cloud API 3.0, typed, with rate limiting, retries and pagination.

from tencentkit.scf import Client

with Client(region="ap-guangzhou") as scf:
    for event in scf.paginate(scf.list_async_events, function_name="helloworld"):
        print(event.invoke_request_id, event.status)
"""

from __future__ import annotations

from tencentkit_api import search_path

from ._lazy import lazy_exports
from ._version import __version__ as __version__

TYPE_CHECKING = False  # type checkers know this name; importing `typing` takes three times as long as the rest
if TYPE_CHECKING:
    from tencentkit_api.meta import Meta as Meta
    from tencentkit_api.pager import AsyncPager as AsyncPager
    from tencentkit_api.pager import Pager as Pager
    from tencentkit_api.unset import UNSET as UNSET
    from tencentkit_api.unset import Unset as Unset

    from .credentials import AssumeRoleCredentials as AssumeRoleCredentials
    from .credentials import CallableCredentials as CallableCredentials
    from .credentials import Credentials as Credentials
    from .credentials import CredentialsProvider as CredentialsProvider
    from .credentials import DefaultCredentials as DefaultCredentials
    from .credentials import EnvironmentCredentials as EnvironmentCredentials
    from .credentials import InstanceRoleCredentials as InstanceRoleCredentials
    from .credentials import ProfileCredentials as ProfileCredentials
    from .credentials import WebIdentityCredentials as WebIdentityCredentials
    from .hooks import Hook as Hook
    from .retry import Retry as Retry
    from .throttle import Throttle as Throttle

# Wheels of products install packages in `tencentkit`, possibly below another entry of sys.path.
__path__ = search_path(__name__, __path__)

__all__ = [
    "UNSET",
    "AssumeRoleCredentials",
    "AsyncPager",
    "CallableCredentials",
    "Credentials",
    "CredentialsProvider",
    "DefaultCredentials",
    "EnvironmentCredentials",
    "Hook",
    "InstanceRoleCredentials",
    "Meta",
    "Pager",
    "ProfileCredentials",
    "Retry",
    "Throttle",
    "Unset",
    "WebIdentityCredentials",
]

if not TYPE_CHECKING:  # a type checker would accept every name
    __getattr__, __dir__ = lazy_exports(
        globals(),
        {
            "UNSET": "tencentkit_api.unset",
            "AssumeRoleCredentials": ".credentials",
            "AsyncPager": "tencentkit_api.pager",
            "CallableCredentials": ".credentials",
            "Credentials": ".credentials",
            "CredentialsProvider": ".credentials",
            "DefaultCredentials": ".credentials",
            "EnvironmentCredentials": ".credentials",
            "Hook": ".hooks",
            "InstanceRoleCredentials": ".credentials",
            "Meta": "tencentkit_api.meta",
            "Pager": "tencentkit_api.pager",
            "ProfileCredentials": ".credentials",
            "Retry": ".retry",
            "Throttle": ".throttle",
            "Unset": "tencentkit_api.unset",
            "WebIdentityCredentials": ".credentials",
        },
    )
