"""What must last: settings, games and points, in SQLite or PostgreSQL. Nothing else of this program is known here."""
