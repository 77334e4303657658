"""Read whole pages of every kind, and all pages of one run."""
