"""Fixtures for waiters: a client on a scripted network."""

from tests.client.conftest import stage as stage
