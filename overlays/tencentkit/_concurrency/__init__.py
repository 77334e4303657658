"""What threads, event loops and forks need: single flight, fork safety, cancellation."""
