"""What measures: `python -m benchmarks` prints every figure of one run, as ratios to a baseline of the same run."""
