"""The emulated service: what it checks, remembers and answers."""
