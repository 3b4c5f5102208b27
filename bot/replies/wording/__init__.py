"""Every sentence the bot says, by key; a further language is one more catalogue with the same keys."""
