"""The quiz: questions made and proven from the table, the game that asks them, and how hard they turn out to be."""
