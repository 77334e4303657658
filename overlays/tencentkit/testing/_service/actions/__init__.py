"""What the service does for each action that has state."""
