"""Who is meant: from what a person typed to a cluster, an economy, a region or a place that is in no ranked cluster."""
