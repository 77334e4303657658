"""Benchmarks: `python -m bench NAME`. Each writes its own page in docs/."""
