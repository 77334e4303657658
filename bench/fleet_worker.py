"""One process of a fleet: `python -m bench.fleet_worker URL LIMIT SECONDS PROCESSES` prints when its permits were used, as JSON."""

from __future__ import annotations

import json
import sys
import time

from tencentkit.clock import SystemClock
from tencentkit.throttle import BucketKey, RedisStore, Throttle, ThrottleEvent
from tencentkit.throttle._reservation import AcquireSlot, Reservation


def main() -> None:
    """Use permits one after another until the time is over, with three calls that wait."""
    url, limit, seconds, processes = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
    events: list[ThrottleEvent] = []
    throttle = Throttle(store=RedisStore(url), processes=processes, on_event=events.append)
    key, clock = BucketKey("id", "host", "Action"), SystemClock()
    print("ready", flush=True)
    sys.stdin.readline()
    ends, sent = time.monotonic() + seconds, []
    calls = [(Reservation(throttle, key, limit, clock), 0.0) for _ in range(3)]
    while (now := time.monotonic()) < ends:
        for number, (call, due) in enumerate(calls):
            if due > now:
                continue
            step = call.acquire(1.0)
            wait = step.run(None) if isinstance(step, AcquireSlot) else step
            calls[number] = (call, time.monotonic() + wait)
            if not wait:
                sent.append(time.monotonic())
                call.mark_written()
                call.mark_completed()
                for report in call.give_back():
                    report.run(None)
                calls[number] = (Reservation(throttle, key, limit, clock), 0.0)
        time.sleep(max(0.0, min(*(due for _, due in calls), ends) - time.monotonic()))
    for call, _ in calls:
        call.release()
    throttle.close()
    print(json.dumps({"sent": sent, "events": sum(event.kind.startswith("store") for event in events)}))


if __name__ == "__main__":
    main()
