"""One call, from its encoded request to its result: throttle, sign, send, read, retry."""
