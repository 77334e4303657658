"""The fake in process, on a loopback socket and as a page."""
