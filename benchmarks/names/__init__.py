"""How well names are understood: `python -m benchmarks.names` prints accuracy, wrong answers, questions asked back."""
