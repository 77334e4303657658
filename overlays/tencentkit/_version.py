"""Version of the distribution; hatchling reads it."""

__version__ = "0.1.0"
