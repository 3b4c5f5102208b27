"""How it is said: sentences, plain text, cards, records. Length limits and mention safety live here and only here."""
