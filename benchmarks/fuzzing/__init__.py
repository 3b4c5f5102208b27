"""Coverage-guided fuzzing of everything that takes what strangers wrote. `python -m benchmarks.fuzzing` runs it."""
