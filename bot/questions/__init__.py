"""What is asked: typed queries, and the reader that turns a person's words into one."""
