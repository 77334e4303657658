"""Conversion of the service's times to `datetime`.

    times.parse(event.start_time, ZoneInfo("Asia/Shanghai"))

A field whose documentation states the time zone has a property for this: `create_time_datetime` beside `create_time`.
"""

from __future__ import annotations

from tencentkit_api.times import parse as parse

__all__ = ["parse"]
