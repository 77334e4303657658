from __future__ import annotations

from typing import Any

from tencentkit.testing import FakeScf, ManualClock


def test_list_functions(clock: ManualClock, sign: Any, parse: Any) -> None:
    """Filters apply to the total as well, and pages neither repeat nor omit a function."""
    fake = FakeScf(clock=clock, deploy_time=0)
    with fake.client(throttle=None) as scf:
        for number in range(45):
            clock.advance(1)
            scf.create_function(
                function_name=f"f{number:02}", code={"ZipFile": "YQ=="}, description="odd" if number % 2 else "even", role=f"r{number % 3}"
            )
        names = [f"f{number:02}" for number in range(45)]

        def listed(**more: Any) -> list[str]:
            return [each.function_name for each in scf.paginate(scf.list_functions, **more)]

        assert listed() == names
        assert listed(orderby="FunctionName", order="DESC") == names[::-1]
        assert listed(orderby="AddTime", limit=7) == names
        assert listed(search_key="f1") == names[10:20]
        assert listed(description="odd") == names[1::2]
        roles = [{"Name": "Role", "Values": ["r0", "r1"]}, {"Name": "Status", "Values": ["Active"]}]
        assert listed(filters=roles) == [name for number, name in enumerate(names) if number % 3 < 2]
        assert scf.list_functions(filters=[{"Name": "VpcId", "Values": ["vpc-1"]}]).total_count == 0
        assert scf.list_functions(limit=0).total_count == 45
