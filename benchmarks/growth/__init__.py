"""How cost grows with tables, stored rows, servers, messages a second and people: `python -m benchmarks.growth`."""
