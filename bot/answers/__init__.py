"""What is true: one module per kind of question, each a pure function from a query and the table to an answer."""
