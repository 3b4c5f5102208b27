"""Pictures of answers: what they show as data, the same in words, and how they are drawn."""
