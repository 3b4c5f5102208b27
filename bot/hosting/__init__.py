"""Running games: every action is kept before it counts, and the clock and a restart are survived."""
