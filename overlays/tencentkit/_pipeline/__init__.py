"""One call, from its serialized request to its result: throttle, sign, send, parse, retry."""
