"""How well free questions are understood: pairs of questions and what a right answer must hold, and their grader."""
