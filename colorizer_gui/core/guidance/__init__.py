"""What guides colour beyond the network's own prediction."""
