"""The clients that all products share: settings, arguments, one call, listings and waits."""
