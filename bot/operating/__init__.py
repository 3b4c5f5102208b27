"""What an operator sees of a running bot: metrics, health and logs. Neither Discord nor the games are known here."""
