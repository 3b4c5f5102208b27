"""clusterbot: answers about WIPO's Global Innovation Index, each with its edition, evidence and source."""
