"""The emulated service: request checks, state and actions."""
