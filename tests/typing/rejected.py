"""Misuses, one per line; `mypy --strict` and pyright must report each marked line, and no other."""

from tencentkit import Credentials, Pager, Retry, Throttle, times
from tencentkit import Credential  # refused
from tencentkit.errors import ApiError
from tencentkit.scf import AsyncClient, Client, models
from tencentkit.scf import SyncClient  # refused
from tencentkit.testing import FakeCvm  # refused
from tencentkit.transport import HttpTransport  # refused

scf = Client(region="ap-guangzhou")
later = AsyncClient(region="ap-guangzhou")

# misspelled, unknown and missing arguments
scf.list_async_events(functionname="f")  # refused
scf.list_async_events(function_name="f", limitt=3)  # refused
scf.list_async_events()  # refused
scf.get_async_event_status()  # refused
scf.list_async_events("f")  # refused
scf.no_such_action(function_name="f")  # refused

# wrong types
scf.list_async_events(function_name=3)  # refused
scf.list_async_events(function_name=None)  # refused
scf.list_async_events(function_name="f", limit="20")  # refused
scf.list_async_events(function_name="f", status="RUNNING")  # refused
scf.list_async_events(function_name="f", status=[1])  # refused
scf.list_async_events(function_name="f", order=1)  # refused
scf.list_async_events(function_name="f", start_time_interval="today")  # refused
scf.list_async_events(function_name="f", start_time_interval={"start": "a"})  # refused
scf.list_async_events(function_name="f", start_time_interval={"start": "a", "ende": "b"})  # refused

# call options are no arguments of methods
scf.list_async_events(function_name="f", region="ap-shanghai")  # refused
scf.list_async_events(function_name="f", headers={"X-A": "1"})  # refused
scf.create_function(function_name="f", code={}, deadline=5)  # refused
scf.create_function(function_name="f", code={}, timeout="60")  # refused
scf.create_function(function_name="f", code={}, timeout_=60)  # refused
scf.create_function(function_name="f", code={}, Timeout=60)  # refused
scf.paginate(scf.list_functions, region="x")  # refused
scf.paginate(scf.list_functions, deadline=5)  # refused
scf.paginate(method=scf.list_functions)  # refused
scf.wait_until_function_active(function_name="f", deadline=5)  # refused
scf.run_function(function_name="f", deadline=5)  # refused
scf.call("SomeNewAction", {}, timeout=2)  # refused
later.run_function(function_name="f", headers={})  # refused

# views
scf.with_options("ap-shanghai")  # refused
scf.with_options(region=1)  # refused
scf.with_options(region=None)  # refused
scf.with_options(regoin="ap-shanghai")  # refused
scf.with_options(timeout="5")  # refused
scf.with_options(deadline="5")  # refused
scf.with_options(headers=["X-A"])  # refused
scf.with_options(retry=3)  # refused
scf.with_options(language="en")  # refused
scf.with_options(idempotent="yes")  # refused
scf.with_options(throttle=None)  # refused
scf.with_options(deadline=5).list_async_event(function_name="f")  # refused
later.with_options(deadline=5).list_functions().functions  # refused
view: AsyncClient = scf.with_options(deadline=5)  # refused

# unknown attributes
page = scf.list_async_events(function_name="f")
page.events  # refused
page.event_list[0].function_name  # refused
page.event_list["first"]  # refused
page.meta.cost  # refused
scf.get_async_event_status(invoke_request_id="x").status  # refused

# fields of responses that may be None
function = scf.get_function(function_name="f")
function.runtime.lower()  # refused
function.runtime + "3"  # refused
len(function.runtime)  # refused
function.image_config.registry_id.upper()  # refused
function.image_config.image_port + 1  # refused
function.environment.variables[0].key.lower()  # refused
function.environment.variables.append("LEVEL=debug")  # refused
function.environment.variables.lower()  # refused
scf.list_version_by_function(function_name="f").versions[0].description.strip()  # refused
scf.invoke(function_name="f").result.log.splitlines()  # refused
scf.delete_function(function_name=function.runtime)  # refused
models.Environment(variables=None)  # refused

# listings and waiters
scf.paginate(scf.get_async_event_status, invoke_request_id="x")  # refused
scf.paginate(scf.list_async_events)  # refused
scf.paginate(scf.list_async_events, function_name="f", max_item=3)  # refused
scf.paginate(scf.list_async_events, function_name="f", max_items="3")  # refused
scf.paginate(scf.list_async_events, function_name="f", prefetch="3")  # refused
scf.paginate(scf.list_async_events, function_name="f", prefetching=3)  # refused
scf.paginate(scf.list_async_events, function_name="f").finished  # refused
wrong: Pager[models.AsyncEventStatus] = scf.paginate(scf.list_async_events, function_name="f")  # refused
scf.wait_until_async_event_finished(timeout=5)  # refused
scf.wait_until_async_event_finished(invoke_request_id="x", timeout="5")  # refused
scf.wait_until_async_event_finished(invoke_request_id="x", on_progress=3)  # refused
scf.wait_until_async_event_finished(invoke_request_id="x", on_progress=lambda response: response.status)  # refused
scf.wait(scf.list_functions)  # refused
scf.wait(scf.list_functions, until="Active")  # refused
scf.wait(scf.list_functions, until=lambda page: page.no_such_field)  # refused
scf.wait(scf.list_functions, until={"total_count": 1}, retry_errors=3)  # refused
scf.wait(until={"total_count": 1})  # refused

# results of the async client must be awaited
later.list_async_events(function_name="f").event_list  # refused
for event in later.paginate(later.list_async_events, function_name="f"):  # refused
    pass

# settings
Client("ap-guangzhou")  # refused
Client("id", "key")  # refused
Client(regions="ap-guangzhou")  # refused
Client(secret_id="id", secret_key="key")  # refused
Client(endpoint="scf.intl.tencentcloudapi.com")  # refused
Client(language="fr")  # refused
Client(retry=3)  # refused
Client(throttle=20)  # refused
Client(credentials="AKID")  # refused
Client(transport=object())  # refused
Credentials("AKID")  # refused
Retry(max_attempts=3)  # refused
Throttle(limits=20)  # refused
Throttle(store="redis://cache")  # refused
Throttle(on_unavailable="open")  # refused
ApiError("code")  # refused
Retry(codes="ResourceInUse")  # refused
Retry(codes={1})  # refused

# models
models.AsyncEvent("x")  # refused
models.TimeInterval(start="a")  # refused
models.TimeInterval(start="a", end="b", middle="c")  # refused
models.AsyncEventStatus(status="x", status_code="0", invoke_request_id="x")  # refused
models.NoSuchModel  # refused
page.to_dict("rows")  # refused
page.to_dict(wire_name=False)  # refused
page.event_list[0].start_time_datetime  # refused
times.parse(page.total_count)  # refused
times.parse(page.event_list[0].start_time, "Asia/Shanghai")  # refused
times.parse(page.event_list[0].start_time).isoformat()  # refused
