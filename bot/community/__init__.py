"""Games and events as state machines: an action at a time. Neither Discord nor where they are kept is known here."""
