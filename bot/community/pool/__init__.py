"""The prediction pool: sealed entries before a release, a commitment to them, and their scores after it."""
