"""What is known: the tables behind every answer, loaded and checked once, then frozen."""
