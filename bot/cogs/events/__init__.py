"""The Discord doors of games and events."""
