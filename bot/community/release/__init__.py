"""Release night: an edition counted down and summed up, one scene after the other."""
