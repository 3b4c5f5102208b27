"""The Discord doors: they turn events into questions and replies into messages, and hold no rule of the domain."""
