"""Measurements: `python -m bench NAME`. Each writes its page under docs/ itself."""
