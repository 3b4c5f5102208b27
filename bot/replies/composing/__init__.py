"""From an answer to a reply: which sentences, in which order. Nothing is computed here."""
