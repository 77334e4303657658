"""Access to the fake: in-process transports, loopback server and web panel."""
