"""`clusterbot data`: checking the tables and importing into them."""

from bot.cli_data.commands import data_app

__all__ = ["data_app"]
