"""The bot against a local Discord that fails. `python -m benchmarks.faults` runs it, and so do the tests."""
