"""Own HTTP/1.1 transports (opt-in) for programs that need the speed."""
