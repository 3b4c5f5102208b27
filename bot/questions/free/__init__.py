"""Free questions: words are marked by what they mean, and a question is answered only if every one of them is."""
